"""What is told, worded: "that" before it where the article left it out, its tense in the past.

"Samsung announced the plant will close" is asked as "announced that the plant would close".
"""

from collections.abc import Iterator, Mapping

from spacy.tokens import Span, Token

from quizgen.analysis.syntax import child, children, in_quotes, is_finite, is_mark
from quizgen.facts.fact import Argument, Clause
from quizgen.wording.surface import cased, text_of

MANDATIVE = frozenset("ask demand insist order propose recommend request require suggest".split())
"""Verbs after which a base form is a clause of its own: "recommended that the troops leave"."""
CAUSING = frozenset("get have make let keep leave want need help".split())
"""Verbs that bring something about, which is no clause: "get his invention started"."""
OPENING = 4  # words of a content clause in which a relative pronoun may stand
SHIFTED = {"has": "had", "have": "had", "will": "would"}
"""The auxiliaries that move back in time when somebody is told to have said it."""


def swaps(content: Argument, swapped: dict[int, str]) -> dict[int, str]:
    """The texts put for tokens of a content, given those that are put already."""
    return _with_that(content, swapped) | _shifted(content)


def text(content: Argument) -> str:
    """The content as an answer, in the article's tense: "that the plant will close"."""
    return text_of(content.tokens, _with_that(content, {}))


def _with_that(content: Argument, swapped: dict[int, str]) -> dict[int, str]:
    return that_before(content.head, swapped) if lacks_that(content.head) else {}


def that_before(content: Token, swapped: Mapping[int, str]) -> dict[int, str]:
    """The texts put for the first word of what is said, and for a comma before it."""
    first = first_word(content)
    found = {first.i: f"that {swapped.get(first.i, cased(first))}".strip()}
    if first.nbor(-1).text == ",":  # "said on Sunday, the ship had sunk"
        found[first.i - 1] = ""
    return found


def _shifted(content: Argument) -> dict[int, str]:
    """The auxiliaries of a content moved back, where the verb above is in the simple past."""
    cue = content.head.head
    if cue.tag_ != "VBD" or content.role != "content" or content.head.i < cue.i:
        return {}
    auxiliaries = children(content.head, "aux")[:1]
    return {t.i: SHIFTED[t.lower_] for t in auxiliaries if _moves(t)}


def _moves(auxiliary: Token) -> bool:
    return auxiliary.lower_ in SHIFTED and not in_quotes(auxiliary)


def nested(clause: Clause, swapped: Mapping[int, str]) -> dict[int, str]:
    """The texts put for what is said deeper in a clause: "hopes to say that ..."."""
    direct = {a.head for a in clause.arguments if a.role == "content"}
    found: dict[int, str] = {}
    for content in _contents_of(clause):
        if content not in direct and lacks_that(content):
            found |= that_before(content, swapped)
    return found


def _contents_of(clause: Clause) -> Iterator[Token]:
    """The verbs of what is said in a clause, at whatever depth."""
    kept = {*clause.predicate}
    for token in clause.predicate:
        if token.dep_ == "ccomp" and token.head in kept and token != clause.verb:
            yield token


def lacks_that(content: Token) -> bool:
    """Whether what is said follows its verb without "that", a question word or a quotation mark."""
    phrase = [t for t in content.subtree if not is_mark(t)]
    marked = child(content, "mark") is not None or any(
        t.tag_ in {"WRB", "WP", "WDT"} and t.head.dep_ != "relcl" for t in phrase[:OPENING]
    )
    subject = child(content, "nsubj", "nsubjpass", "expl")
    first = first_word(content)
    starts = subject is not None and first in subject.subtree
    wished = content.tag_ in {"VB", "VBP"} and content.head.lemma_ in MANDATIVE
    bare = content.tag_ == "VB" and child(content, "aux") is None  # "helped people recover"
    caused = content.head.lemma_ in CAUSING
    told = wished or (is_finite(content) and not bare and not caused)
    if marked or not starts or not told or first.i <= content.head.i:
        return False
    return first.nbor(-1).text != '"' and first.nbor(-1).pos_ != "ADP"


def first_word(content: Token) -> Token:
    """The first word of a clause that is no punctuation."""
    return next((t for t in content.subtree if not is_mark(t)), content)


def with_that(span: Span, swaps: Mapping[int, str]) -> dict[int, str]:
    """The texts put for a sentence's tokens, with "that" after a time before what is said.

    "told reporters on May 2, 2019 that tests will follow" cannot be misread.
    """
    found = dict(swaps)
    for token in span:
        if token.dep_ == "ccomp" and lacks_that(token):
            comma = first_word(token).nbor(-1)
            day = comma.nbor(-1) if comma.text == "," else comma
            if day.ent_type_ == "DATE" and day.i > token.head.i:
                found[day.i] = found.get(day.i, day.text) + " that"
                found |= {comma.i: ""} if comma != day else {}
    return found
