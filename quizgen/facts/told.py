"""What is told: reasons why the content of a verb of saying does not hold together as read."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from quizgen.analysis.syntax import child, children, is_finite, is_mark, is_verb, subject_of
from quizgen.facts.fact import Argument

SHARED = "a verb of which either clause may tell"


def problems(verb: Token, arguments: tuple[Argument, ...]) -> Iterator[str]:
    """The reasons not to ask about a verb because of the clause that it tells."""
    for part in children(verb, "ccomp"):
        if part.i > verb.i:
            yield from _problems_of(part, verb)
    if any(a.role == "content" and _cut_in_midst(a) for a in arguments):
        yield "what was said is cut in its midst"


def _problems_of(part: Token, verb: Token) -> Iterator[str]:
    if not _is_clause(part):
        yield "what was said is no clause"
    if _points_with_that(part):
        yield "the word that may point to something"
    if any(_goes_on(last, part, verb) for last in children(part, "conj")):
        yield SHARED


def either_tells(verb: Token) -> bool:
    """Whether a verb after "and" may belong to what is said or to the one who says it.

    "The rivals claimed Lee won by fraud and sought to annul the vote": it is the rivals who sought.
    """
    part = verb.head
    cue = part.head
    return verb.dep_ == "conj" and part.dep_ == "ccomp" and _goes_on(verb, part, cue)


def _goes_on(last: Token, part: Token, cue: Token) -> bool:
    same_form = is_verb(last) and last.tag_ == part.tag_ == cue.tag_ and is_finite(last)
    bare = subject_of(last) is None and child(last, "aux", "auxpass") is None
    unmarked = child(part, "mark") is None and child(part, "aux", "auxpass") is None
    return cue.i < part.i and same_form and bare and unmarked


def _is_clause(part: Token) -> bool:
    """Whether a complement has a verb of its own; not in "considers it a success"."""
    infinitive = any(c.tag_ == "TO" for c in children(part, "aux"))
    subjunctive = part.tag_ == "VB" and subject_of(part) is not None
    asked = any(c.tag_ in {"WRB", "WP", "WDT"} for c in part.children)
    return is_finite(part) or infinitive or subjunctive or asked or _opens_quoted(part)


def _opens_quoted(part: Token) -> bool:
    """Whether the content opens with a quotation mark, so that its form is the speaker's own."""
    first = part.left_edge
    return first.text == '"' or (first.i > 0 and first.nbor(-1).text == '"')


def _points_with_that(part: Token) -> bool:
    """Whether "that" may be the noun's own: "estimates that number is closer to 40,000"."""
    mark, subject = child(part, "mark"), subject_of(part)
    if mark is None or subject is None or mark.lower_ != "that" or subject.tag_ != "NN":
        return False
    return mark.i + 1 == subject.i == subject.left_edge.i


def _cut_in_midst(content: Argument) -> bool:
    """Whether words were left out of the content right before "and": the rest then hangs."""
    kept = [t for t in content.tokens if not is_mark(t)]
    pairs = pairwise(kept)
    return any(
        after.dep_ == "cc" and any(not is_mark(t) for t in after.doc[before.i + 1 : after.i])
        for before, after in pairs
    )
