"""Exchange: a statement made false in one place, by another number of the same kind.

Only numbers are exchanged: the article tells the right one, so that the statement is
false for certain. Whether another name would make it false is not known, and pronouns that meant
the name would be bound wrongly.
"""

from hashlib import sha256

from quizgen.facts.fact import Argument, Sentence
from quizgen.wording import figures
from quizgen.wording.surface import text_of


def keeps(asked: Argument, sentence: Sentence) -> bool:
    """Whether this statement stays true: so decided for about half of all, by the text alone."""
    basis = f"{sentence.span.text}\x1f{asked.head.text}"
    return sha256(basis.encode()).digest()[0] % 2 == 0


def other(asked: Argument, sentence: Sentence) -> str | None:
    """Another phrase of the asked one's kind, not said in the sentence; None where none fits."""
    text = text_of(asked.tokens)
    if asked.role in {"from", "to", "between"} and _figures(sentence) > 1:
        return None  # "grew from 38% to 32%": one figure bounds the other
    said = figures.said(sentence.span.text)
    ceiling = figures.MOST_PERCENT if "percent" in asked.tags else None
    bound = figures.bound_of(text, _before(asked, sentence))
    # the larger ones first: who treated 3,000 patients treated 2,000
    found = figures.others(text, said=said, ceiling=ceiling, bound=bound)
    return next(found, None)


def _before(asked: Argument, sentence: Sentence) -> str:
    """What stands before a phrase in its sentence."""
    return sentence.span.doc[sentence.span.start : asked.tokens[0].i].text


def _figures(sentence: Sentence) -> int:
    return sum(t.tag_ == "CD" and t.ent_type_ != "DATE" for t in sentence.span)
