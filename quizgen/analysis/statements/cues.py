"""Cues: the words that attribute something to somebody, with their kind and what they take."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from quizgen.analysis.syntax import child, is_verb
from quizgen.data import rows, words

WITHHELD = frozenset({"refuse", "decline", "fail", "forget", "avoid", "stop"})


@dataclass(frozen=True, slots=True)
class Cue:
    """What a word does: its kind (says, denies, asks, promises ...) and the frames it takes.

    Frames: clause, noun, infinitive, object_infinitive, naming, or a preposition.
    """

    kind: str
    takes: frozenset[str]


def of_verb(token: Token) -> tuple[Cue, ...]:
    """The cues that a verb form can be: "call" names with one frame and asks with another."""
    return _verbs().get(token.lemma_.lower(), ()) if is_verb(token) else ()


def of_noun(token: Token) -> str:
    """The kind of a noun that can have a content ("claim"), else ""."""
    return _nouns().get(token.lemma_.lower(), "") if token.tag_ in {"NN", "NNS"} else ""


def is_feeling(token: Token) -> bool:
    """Whether the token is an adjective or participle that holds a content ("convinced")."""
    if token.lower_ not in words("attribution_adjectives.txt"):
        return False
    return token.tag_ == "JJ" or (token.tag_ == "VBN" and child(token, "auxpass") is not None)


def is_negated(token: Token) -> bool:
    """Whether the cue is negated, or what it tells was withheld ("refused to say")."""
    if child(token, "neg") is not None or any(c.lower_ == "nor" for c in token.lefts):
        return True
    main = token.head
    return token.dep_ == "xcomp" and (main.lemma_ in WITHHELD or child(main, "neg") is not None)


@cache
def _verbs() -> dict[str, tuple[Cue, ...]]:
    found: dict[str, tuple[Cue, ...]] = {}
    for row in rows("attribution_verbs.tsv"):
        cue = Cue(row["kind"], frozenset(row["takes"].split("|")))
        found[row["verb"]] = (*found.get(row["verb"], ()), cue)
    return found


@cache
def _nouns() -> dict[str, str]:
    return {row["noun"]: row["kind"] for row in rows("attribution_nouns.tsv")}
