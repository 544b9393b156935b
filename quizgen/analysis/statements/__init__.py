"""Statements: who says, denies, asks, promises, believes or plans what.

Read off the parse for every verb, noun and adjective that attributes a content to somebody, and
for "according to". Nothing here decides whether a statement is true or may be asked about.
"""

from quizgen.analysis.statements.attributions import is_attribution
from quizgen.analysis.statements.find import Statement, find, quoted_in

__all__ = ["Statement", "find", "is_attribution", "quoted_in"]
