"""Roles: who somebody is, told by an apposition or a title."""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis.syntax import children, fence_before
from quizgen.data import words
from quizgen.facts.clauses import ClauseFinder
from quizgen.facts.fact import Argument, Fact, Sentence

PAST = frozenset({"former", "formerly", "ex", "late", "then", "once", "previously"})


def find(sentence: Sentence, finder: ClauseFinder) -> Iterator[Fact]:
    """One fact for each person or body whose role is told, in the slots `holder` and `role`."""
    for token in sentence.span:
        for apposition in children(token, "appos"):
            fact = _apposition(sentence, finder, token, apposition)
            if fact is not None:
                yield fact


def _apposition(
    sentence: Sentence, finder: ClauseFinder, noun: Token, apposition: Token
) -> Fact | None:
    """The fact of "Lee, an official from the ministry," or of "the chairman, Kim Min-su,"."""
    if not fence_before(apposition) or any(
        c.dep_ == "conj" for c in (*noun.children, *apposition.children)
    ):
        return None
    first, second = finder.argument("holder", noun), finder.argument("role", apposition)
    if "named" in first.tags and _tells_role(second):
        holder, role = first, second
    elif "named" in second.tags and _tells_role(first):
        holder, role = finder.argument("holder", apposition), finder.argument("role", noun)
    else:
        return None
    mention = finder.names.at(sentence.paragraph, holder.head)
    if mention is None or role.head.lemma_.lower() in words("generic_people.txt"):
        return None
    if mention.name.kind == "person" and " " not in mention.name.text:
        return None  # "Who is Laura?"
    if mention.name.kind == "person" and not gazetteer.is_person_noun(role.head.lemma_):
        return None
    name = tuple(t for t in holder.tokens if mention.start <= t.i < mention.end)
    slots = MappingProxyType({"holder": replace(holder, tokens=name), "role": role})
    return Fact("role", sentence, slots, frozenset(_tags(role)))


def _tells_role(phrase: Argument) -> bool:
    plain = "named" not in phrase.tags and "pronoun" not in phrase.tags
    kind_noun = gazetteer.is_person_noun(phrase.head.lemma_) or gazetteer.is_group_noun(
        phrase.head.lemma_
    )
    return plain and kind_noun and phrase.head.tag_ in {"NN", "NNP"}


def _tags(role: Argument) -> Iterator[str]:
    if role.head.lemma_.lower() in {t.lower() for t in gazetteer.titles()}:
        yield "former" if any(t.lower_ in PAST for t in role.whole) else "post"
    if any(t.dep_ == "prep" for t in role.tokens):
        yield "of_body"
