"""Naming: one canonical name, fine kind and aliases for every person, body and place.

spaCy's entities are the raw material: trimmed (`mentions`), joined by their words over the whole
article (`aliases`), and typed (`name_kinds`).
"""

from spacy.tokens import Doc

from quizgen import gazetteer
from quizgen.analysis.aliases import acronyms, canonical_texts
from quizgen.analysis.mentions import raw_mentions, trusted
from quizgen.analysis.missed import missed, widened
from quizgen.analysis.name_kinds import type_names
from quizgen.analysis.names import Mention, Names
from quizgen.analysis.paragraphs import Paragraph
from quizgen.analysis.products import with_products


def find(paragraphs: tuple[Paragraph, ...], docs: tuple[Doc, ...]) -> Names:
    """The names of an article, given its paragraphs and their parses."""
    raw = trusted(paragraphs, [r for n, doc in enumerate(docs) for r in raw_mentions(n, doc)], docs)
    raw = widened(raw)
    raw = with_products(docs, [*raw, *missed(docs, raw)])
    pairs = {
        short: gazetteer.bare(long)
        for paragraph in paragraphs
        for long, short in acronyms(paragraph.text)
    }
    texts = canonical_texts(raw, pairs)
    names = type_names(raw, texts, pairs)
    return Names(
        Mention(r.paragraph, r.span.start, r.span.end, names[texts[r.text]])
        for r in raw
        if r.text in texts
    )
