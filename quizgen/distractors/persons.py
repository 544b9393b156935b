"""Persons: which people of the article can be taken for the one asked for.

People of one walk of life can be; a president is no wrong answer beside an agent. Nobody whom the
stem describes, whom it shares a surname with, or who is known all over the world beside one who is
not.
"""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from quizgen import gazetteer
from quizgen.analysis.names import Mention, Name
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import children, is_verb, reports
from quizgen.data import rows, words
from quizgen.rules.asking import Draft
from quizgen.wording.surface import content_words

GENDERED = re.compile(r"\b(he|him|his|himself|she|her|herself|man|woman)\b")
ACTING = frozenset({"nsubj", "nsubjpass", "agent", "appos", "poss"})
LONGEST_NAME = 4  # words; a longer one is a title or two names run together
BEFORE = 4  # words before a name among which its title stands


def fitting(draft: Draft, analysis: Analysis) -> Iterator[Name]:
    """The persons of the article that can stand beside the key, in no order."""
    key = draft.asked.name
    assert key is not None
    if not _is_person(key, analysis):
        return
    speaking = _speakers(analysis) if _asks_speaker(draft) else set()
    pool = speaking - {key} if len(speaking - {key}) > 1 else _acting(analysis)
    own = _own_walk(draft, analysis)
    for name in pool:
        if name == key or name.kind != "person" or not _is_person(name, analysis):
            continue
        if _described(name, draft) or _other_gender(draft, name.gender):
            continue
        walk = walk_of(name, analysis)
        if is_famous(name) and not is_famous(key):
            continue
        if walk != own and ((walk and own) or is_famous(key) or _is_ruler(name)):
            continue
        if _called_alike(name, draft):
            yield name


def is_famous(name: Name) -> bool:
    """Whether the news needs not say who somebody is."""
    return name.text in _famous()


@cache
def _famous() -> dict[str, str]:
    return {row["name"]: row["walk"] for row in rows("famous_people.tsv")}


def _is_ruler(name: Name) -> bool:
    """Whether a name has the number of a king or a pope ("Richard III")."""
    return bool(re.search(r" [IVX]+$", name.text))


def _is_person(name: Name, analysis: Analysis) -> bool:
    """Whether a name looks like a person's: a tracking system was read as one."""
    parts = name.text.split()
    known = (
        parts[0] in gazetteer.given_names()
        or name.gender in {"m", "f"}
        or parts[0] in words("surnames_east_asian.txt")
    )
    return (
        1 < len(parts) <= LONGEST_NAME
        and not {"and", "of", "the", "&"} & set(parts)
        and (known or bool(_callings(name, analysis)))
    )


def _asks_speaker(draft: Draft) -> bool:
    clause = draft.fact.clause
    if draft.fact.kind == "statement":
        return True
    return clause is not None and draft.asked is clause.subject and reports(clause.verb)


def _mentions(analysis: Analysis) -> Iterator[tuple[Doc, Mention, Token]]:
    for mention in analysis.names.mentions:
        doc = analysis.docs[mention.paragraph]
        yield doc, mention, doc[mention.start : mention.end].root


def _speakers(analysis: Analysis) -> set[Name]:
    return {
        mention.name
        for _, mention, root in _mentions(analysis)
        if root.dep_ == "nsubj" and reports(root.head)
    }


def _acting(analysis: Analysis) -> set[Name]:
    """The names that do something in the article: a telescope named after somebody does not."""
    return {
        mention.name
        for _, mention, root in _mentions(analysis)
        if root.dep_ in ACTING and (root.dep_ != "nsubj" or is_verb(root.head))
    }


def walk_of(name: Name, analysis: Analysis) -> str:
    """The walk of life that the article's words for a person show ("politics"), else ""."""
    if name.text in _famous():
        return _famous()[name.text]
    if _is_ruler(name):
        return "royalty"
    walks = {row["noun"]: row["walk"] for row in rows("callings.tsv")}
    return next((walks[noun] for noun in _callings(name, analysis) if noun in walks), "")


def _callings(name: Name, analysis: Analysis) -> list[str]:
    """The nouns that the article puts before or beside a person's name, in small letters."""
    found: list[str] = []
    for doc, mention, root in _mentions(analysis):
        if mention.name == name:
            found += _titles(doc, mention)
            beside = [*children(root, "appos"), *([root.head] if root.dep_ == "appos" else [])]
            if root.dep_ == "nsubj" and root.head.lemma_ == "be":
                beside += children(root.head, "attr")
            found += [t.lemma_.lower() for t in beside if gazetteer.is_person_noun(t.lemma_)]
    return found


def _titles(doc: Doc, mention: Mention) -> list[str]:
    """The nouns for people that stand right before a name, the nearest first."""
    found = []
    for i in range(mention.start - 1, max(-1, mention.start - 1 - BEFORE), -1):
        if doc[i].tag_ not in {"NN", "NNP", "JJ", "HYPH", "POS"}:
            break
        if gazetteer.is_person_noun(doc[i].lemma_.lower()) or doc[i].text in gazetteer.titles():
            found.append(doc[i].lemma_.lower())
    return found


def _own_walk(draft: Draft, analysis: Analysis) -> str:
    """The walk of life of the key, by the post that the stem names or by the article."""
    walks = {row["noun"]: row["walk"] for row in rows("callings.tsv")}
    role = draft.fact.slots.get("role")
    told = walks.get(role.head.lemma_.lower(), "") if role is not None else ""
    return told or (walk_of(draft.asked.name, analysis) if draft.asked.name is not None else "")


def _described(name: Name, draft: Draft) -> bool:
    """Whether the stem holds a word of a person's name, or the words for that person."""
    stem = set(content_words(draft.stem))
    if stem & {w for w in content_words(name.text) if len(w) > 1}:
        return True
    own = draft.wording.story.callings.get(name, "")
    return bool(own) and f"the {own} " in draft.stem and own != _calling_of_key(draft)


def _calling_of_key(draft: Draft) -> str:
    called = draft.wording.story.callings
    return called.get(draft.asked.name, "") if draft.asked.name is not None else ""


def _called_alike(name: Name, draft: Draft) -> bool:
    """Whether a person can be meant by the calling that the stem asks by, if it does."""
    own = _calling_of_key(draft)
    asked_by = bool(own) and f"which {own} " in draft.stem[0].lower() + draft.stem[1:]
    return not asked_by or draft.wording.story.callings.get(name) == own


def _other_gender(draft: Draft, gender: str) -> bool:
    """Whether a pronoun of the stem would strike a person out at sight."""
    if not GENDERED.search(draft.stem) or draft.asked.name is None:
        return False
    return gender != draft.asked.name.gender or not gender
