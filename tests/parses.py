"""Hand-made parses: small docs with known heads and labels, to test wording without a model."""

from dataclasses import dataclass

import spacy
from spacy.tokens import Doc

from quizgen.analysis import naming
from quizgen.analysis.paragraphs import Paragraph
from quizgen.analysis.pipeline import Analysis
from quizgen.article import Article

VOCAB = spacy.blank("en").vocab


@dataclass(frozen=True)
class Word:
    """A word with its tag, part of speech, label, head (index in the sentence) and lemma."""

    text: str
    tag: str
    pos: str
    dep: str
    head: int
    lemma: str = ""
    ent: str = ""
    space: bool = True


def doc_of(words: list[Word]) -> Doc:
    """One sentence as a parsed doc."""
    return Doc(
        VOCAB,
        words=[w.text for w in words],
        spaces=[w.space for w in words],
        tags=[w.tag for w in words],
        pos=[w.pos for w in words],
        deps=[w.dep for w in words],
        heads=[w.head for w in words],
        lemmas=[w.lemma or w.text.lower() for w in words],
        ents=[w.ent or "O" for w in words],
        sent_starts=[i == 0 for i in range(len(words))],
    )


def analysis_of(doc: Doc, title: str = "") -> Analysis:
    """A one-sentence article."""
    paragraph = Paragraph(0, doc.text, "body")
    names = naming.find((paragraph,), (doc,))
    return Analysis(Article(doc.text, title), (paragraph,), (doc,), names)
