"""Amounts: money, percentages and quantities of a text with value and unit."""

from quizgen.analysis.amounts.finding import Amount, find, name_figures
from quizgen.analysis.amounts.numbers import CURRENCIES, WORDS, number

__all__ = ["CURRENCIES", "WORDS", "Amount", "find", "name_figures", "number"]
