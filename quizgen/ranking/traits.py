"""Traits: what is seen of a sound draft, as named figures, from which its score is summed.

A trait is a name ("rule: subject", "key: person", "stem words: 9-12") with a figure, mostly 1.
Which of them speak for a question is not decided here: `trait_weights.tsv` says it, fitted to
questions that readers judged by a rubric.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from spacy.tokens import Token

from quizgen.analysis.names import Name
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import is_verb
from quizgen.data import words
from quizgen.facts.fact import Clause
from quizgen.ranking.importance import NONE, Importance
from quizgen.rules.asking import Draft
from quizgen.wording.surface import content_words, significant

Trait = tuple[str, float]

STEM_WORDS = (6, 9, 13, 19, 25)
KEY_WORDS = (2, 4, 7, 10)
SENTENCE_TOKENS = (12, 21, 31, 41)
PLACE = (1, 3, 7, 15)  # of the sentence in the article
TELLING_TITLE = (3, 5)  # content words
MOST = 3  # a count beyond it tells no more
OVERLAP = 1.6  # a stem of usual length holds at most some 60 % of a title's words
SHORT_TITLE = 4
OPENING = re.compile(
    r"(?:.{0,60}, )?(?:\w+ )?(which|who|whose|what|when|where|why|how many|how much|how)\b"
)
PRONOUN = re.compile(r"\b(?:he|she|it|they|his|her|its|their|him|them)\b")
MARKED = re.compile(r"[–—;:()]")
NESTED = frozenset({"advcl", "relcl", "acl", "ccomp"})
TOLD = frozenset(
    "named has_name definite indefinite bare_noun plural people quoted clause gerund classed seat "
    "absolute coordinated pronoun count money demonym possessive".split()
)
"""Tags of the asked phrase that are traits."""
TELLING = frozenset({"prep", "relcl", "acl", "compound", "poss", "nmod", "nummod", "appos", "amod"})
"""What hangs on a noun and says which one is meant."""


def traits(draft: Draft, analysis: Analysis, known: Mapping[Name, Importance]) -> dict[str, float]:
    """The traits of a draft that are not nought; `known` is the importance of each name."""
    found = [
        *_of_rule(draft),
        *_of_key(draft, known),
        *_of_stem(draft),
        *_of_names(draft, analysis, known),
        *_of_words(draft, analysis),
        *_of_sentence(draft),
        *_of_story(draft, analysis),
        *(_of_clause(draft.fact.clause, draft) if draft.fact.clause is not None else ()),
    ]
    return {name: figure for name, figure in found if figure}


def _band(figure: int, limits: tuple[int, ...]) -> str:
    """The stretch between two limits that a count lies in: "6-8", "25+"."""
    for low, high in pairwise((0, *limits)):
        if figure < high:
            return f"{low}-{high - 1}"
    return f"{limits[-1]}+"


def _of_rule(draft: Draft) -> Iterator[Trait]:
    yield "rule weight", draft.rule.weight
    yield f"rule: {draft.rule.name}", 1
    yield f"type: {draft.rule.type}", 1


def _of_key(draft: Draft, known: Mapping[Name, Importance]) -> Iterator[Trait]:
    name = draft.asked.name
    told = known.get(name, NONE) if name is not None else NONE
    yield f"key: {draft.kind}", 1
    yield f"key words: {_band(len(content_words(draft.key)), KEY_WORDS)}", 1
    yield f"asked: {draft.asked.role}", 1
    yield from ((f"key is {tag}", 1) for tag in sorted(draft.asked.tags & TOLD))
    yield "key: central", told.central


def _of_stem(draft: Draft) -> Iterator[Trait]:
    low = draft.stem.lower()
    opening = OPENING.match(low)
    yield f"stem words: {_band(len(content_words(draft.stem)), STEM_WORDS)}", 1
    yield f"asks: {opening[1] if opening else 'in place'}", 1
    yield "commas in the stem", min(MOST, draft.stem.count(","))
    yield "quotation in the stem", '"' in draft.stem
    yield "pronoun in the stem", PRONOUN.search(low) is not None


def _of_names(
    draft: Draft, analysis: Analysis, known: Mapping[Name, Importance]
) -> Iterator[Trait]:
    number = draft.fact.sentence.paragraph
    found = {m.name for t in _told(draft) if (m := analysis.names.at(number, t)) is not None}
    yield f"names in the stem: {min(MOST, len(found))}", 1
    yield "stem: names often named", max((known[n].often for n in found), default=0)
    yield "stem: name of the title", any(known[n].in_title for n in found)
    kinds = {n.kind for n in found}
    yield "stem: person", "person" in kinds
    yield "stem: country or town", bool(kinds & {"country", "city", "state"})


def _told(draft: Draft) -> list[Token]:
    """The tokens of the stem."""
    return [t for t in draft.words if t not in draft.asked.whole]


def _of_words(draft: Draft, analysis: Analysis) -> Iterator[Trait]:
    told, put = _told(draft), draft.wording.swaps
    changed = [t for t in told if put.get(t.i, t.text) != t.text]
    definite = [t for t in draft.own_words if _definite(t) and t not in draft.asked.whole]
    number = draft.fact.sentence.paragraph
    yield "name put for a pronoun", any(t.tag_ in {"PRP", "PRP$"} for t in changed)
    yield "date written out", any(t.ent_type_ == "DATE" for t in changed)
    yield "noun phrase exchanged", any(t.tag_ in {"NN", "NNS", "DT"} for t in changed)
    yield "definite nouns", min(MOST, len(definite))
    yield "bare definite nouns", min(MOST, sum(_bare(t) for t in definite))
    yield "verbs in the stem", min(MOST + 1, sum(map(is_verb, told)))
    yield "adverbs in the stem", min(MOST, sum(t.pos_ == "ADV" for t in told))
    yield "figures in the stem", min(MOST, sum(t.like_num for t in told))
    yield (
        "name unknown",
        any(
            t.pos_ == "PROPN" and not t.ent_type_ and analysis.names.at(number, t) is None
            for t in told
        ),
    )


def _definite(token: Token) -> bool:
    return token.tag_ in {"NN", "NNS"} and any(c.lower_ == "the" for c in token.children)


def _bare(token: Token) -> bool:
    return not any(c.dep_ in TELLING for c in token.children)


def _of_sentence(draft: Draft) -> Iterator[Trait]:
    sentence = draft.fact.sentence
    text = sentence.span.text
    yield f"sentence tokens: {_band(len(sentence.span), SENTENCE_TOKENS)}", 1
    yield f"sentence: {_band(sentence.number, PLACE)}", 1
    yield "sentence with dash, colon or bracket", MARKED.search(text) is not None
    yield "sentence with quotation", '"' in text
    yield "commas in the sentence", min(2 * MOST, text.count(","))


def _of_story(draft: Draft, analysis: Analysis) -> Iterator[Trait]:
    title = set(significant(analysis.article.title))
    yield f"title words: {_band(len(title), TELLING_TITLE)}", 1
    yield "date known", analysis.article.published is not None
    yield "stem shares with title", _shared(title, draft.stem)
    yield "question shares with title", _shared(title, f"{draft.stem} {draft.key}")


def _shared(title: set[str], text: str) -> float:
    said = title & set(significant(text))
    return round(min(1.0, OVERLAP * len(said) / max(SHORT_TITLE, len(title))), 4)


def _of_clause(clause: Clause, draft: Draft) -> Iterator[Trait]:
    yield f"clause: {clause.verb.dep_}", 1
    yield f"verb: {(clause.auxiliaries or (clause.verb,))[0].tag_}", 1
    yield f"arguments: {min(MOST + 1, len(clause.arguments))}", 1
    yield f"prepositions: {min(MOST, sum(bool(a.preposition) for a in clause.arguments))}", 1
    yield "reported", clause.speaker is not None
    yield "modal", clause.modal is not None
    yield "passive", clause.passive
    yield "copula", clause.verb.lemma_ == "be"
    yield "light verb", clause.verb.lemma_.lower() in words("light_verbs.txt")
    yield "subject named", "named" in clause.subject.tags
    yield "subject with name", bool(clause.subject.tags & {"named", "has_name"})
    yield "subject a pronoun", "pronoun" in clause.subject.tags
    yield "auxiliary shared", any(t not in clause.predicate for t in clause.auxiliaries)
    yield "verb coordinated", any(c.dep_ == "conj" for c in clause.verb.children)
    yield "phrase fronted", bool(clause.fronted)
    nested = (t.dep_ in NESTED for t in clause.predicate if t not in draft.asked.whole)
    yield "clause within", any(nested)
