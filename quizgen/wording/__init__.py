"""Wording: from facts to the words of questions."""
