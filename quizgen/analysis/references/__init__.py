"""References: what a pronoun stands for, where the text itself makes that certain.

Precision is everything here: a name put for the wrong pronoun makes a false question. A pronoun is
resolved by the first of an ordered row of precise patterns that applies to it (`patterns`, the
surest first); when none does, it is left alone and its question unasked.
"""

from quizgen.analysis.references.resolving import Reference, find
from quizgen.analysis.references.things import shared_object

__all__ = ["Reference", "find", "shared_object"]
