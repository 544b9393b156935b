"""Exchange: a statement made false in one place, by another name or number of the same kind."""

from hashlib import sha256

from quizgen.analysis.names import Names
from quizgen.facts.fact import Argument, Sentence
from quizgen.wording import figures
from quizgen.wording.surface import content_words, text_of


def keeps(asked: Argument, sentence: Sentence) -> bool:
    """Whether this statement stays true: so decided for about half of all, by the text alone."""
    basis = f"{sentence.span.text}\x1f{asked.head.text}"
    return sha256(basis.encode()).digest()[0] % 2 == 0


def other(asked: Argument, names: Names, sentence: Sentence) -> str | None:
    """Another phrase of the asked one's kind, not said in the sentence; None where none fits."""
    text = text_of(asked.tokens)
    if asked.tags & {"money", "percent", "count"}:
        if asked.role in {"from", "to", "between"} and _figures(sentence) > 1:
            return None  # "grew from 38% to 32%": one figure bounds the other
        said = figures.said(sentence.span.text)
        ceiling = figures.MOST_PERCENT if "percent" in asked.tags else None
        return next(figures.others(text, said=said, shift=len(text), ceiling=ceiling), None)
    return _other_name(asked, names, sentence) if asked.name is not None else None


def _figures(sentence: Sentence) -> int:
    return sum(t.tag_ == "CD" and t.ent_type_ != "DATE" for t in sentence.span)


def _other_name(asked: Argument, names: Names, sentence: Sentence) -> str | None:
    key = asked.name
    assert key is not None
    same = {m.name for m in names.mentions if m.name.kind == key.kind and m.name != key}
    said = sentence.span.text
    own = set(content_words(" ".join((key.text, *key.aliases))))
    same = {n for n in same if not own & set(content_words(n.text))}  # "Guy", "Richard K. Guy"
    fits = [
        n
        for n in same
        if not any(text in said for text in (n.text, *n.aliases)) and n.text not in key.text
    ]
    best = sorted(fits, key=lambda n: (-names.counts[n.text], n.text))
    return best[0].text if best else None
