"""Headlinese: words that a headline may leave out and a question may not; acronyms in the air."""

from collections.abc import Iterator

from quizgen import gazetteer
from quizgen.analysis.names import Mention
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import children
from quizgen.context_line import shown_title
from quizgen.data import rows
from quizgen.facts.fact import Argument
from quizgen.rules.asking import Draft

ARTICLE = ("det", "poss", "nummod", "predet", "quantmod")
KNOWN_LENGTH = 3  # letters; shorter acronyms stand for too many things, longer ones for few
UNCOUNTED = frozenset({"police", "staff", "management", "media", "mankind", "crew", "government"})


def missing_article(draft: Draft, analysis: Analysis) -> str:
    """A body or person is not told of as in headlines ("According to Greek court")."""
    for phrase in _doers(draft):
        head = phrase.head
        if head.tag_ == "NN" and _countable(head.lemma_.lower()) and phrase.name is None:
            told = children(head, *ARTICLE) or any(t.dep_ == "appos" for t in head.children)
            if not told and head.dep_ not in {"compound", "nmod"}:
                return f"no article: {head.text}"
        if head.text.isupper() and _elsewhere_with_article(phrase, draft, analysis):
            return f"no article: {head.text}"
    return ""


def _doers(draft: Draft) -> Iterator[Argument]:
    """The subject and the speaker of what is asked about."""
    for role in ("subject", "speaker"):
        phrase = draft.fact.slots.get(role)
        if phrase is not None and phrase.head in draft.own_words:
            yield phrase


def _countable(lemma: str) -> bool:
    if lemma in UNCOUNTED:
        return False
    classed = any(row["noun"] == lemma for row in rows("class_nouns.tsv"))
    return classed or gazetteer.is_person_noun(lemma) or gazetteer.is_group_noun(lemma)


def _elsewhere_with_article(phrase: Argument, draft: Draft, analysis: Analysis) -> bool:
    """Whether the article elsewhere gives "the" to an acronym that stands bare here."""
    here = analysis.names.at(draft.fact.sentence.paragraph, phrase.head)
    if here is None or here.name.kind == "person" or _with_the(here, analysis):
        return False
    same = (m for m in analysis.names.mentions if m.name == here.name and m != here)
    return any(_with_the(m, analysis) for m in same if _text(m, analysis) == phrase.head.text)


def _with_the(mention: Mention, analysis: Analysis) -> bool:
    doc = analysis.docs[mention.paragraph]
    before = doc[mention.start - 1] if mention.start else None
    root = doc[mention.start : mention.end].root
    return before is not None and before.lower_ == "the" and before.head == root


def _text(mention: Mention, analysis: Analysis) -> str:
    return analysis.docs[mention.paragraph][mention.start : mention.end].text


def loose_acronym(draft: Draft, analysis: Analysis) -> str:
    """What letters stand for is asked where a title or their fame says which are meant."""
    if draft.fact.kind != "acronym" or shown_title(draft, analysis):
        return ""
    short = draft.fact.slots["short"].head.text
    known = gazetteer.lookup(short) is not None and len(short) >= KNOWN_LENGTH
    return "" if known or len(short) > KNOWN_LENGTH else f"nothing says which is meant: {short}"
