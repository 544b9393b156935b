"""What is told, worded: "that" before it where the article left it out, its tense in the past.

"Samsung announced the plant will close" is asked as "announced that the plant would close".
"""

from spacy.tokens import Token

from quizgen.analysis.syntax import child, children, in_quotes, is_mark
from quizgen.facts.fact import Argument
from quizgen.wording.surface import cased, text_of

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
    if not lacks_that(content):
        return {}
    first = _first(content.tokens)
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


def _first(tokens: tuple[Token, ...]) -> Token:
    return next((t for t in tokens if not is_mark(t)), tokens[0])


def lacks_that(content: Argument) -> bool:
    """Whether what is said follows its verb without "that", a question word or a quotation mark."""
    first = _first(content.tokens)
    verb = content.head.head
    after = first.i > verb.i and first == _first(content.whole)
    marked = any(c.dep_ == "mark" for c in content.head.children) or any(
        t.tag_ in {"WRB", "WP", "WDT"} for t in content.tokens[:OPENING]
    )
    subject = child(content.head, "nsubj", "nsubjpass", "expl")
    starts = subject is not None and first in subject.subtree
    return (
        after
        and starts
        and not marked
        and first.nbor(-1).text != '"'
        and first.nbor(-1).pos_ != "ADP"
        and (content.head.tag_ != "VBG" or child(content.head, "aux") is not None)
    )
