"""Persons: which people of the article can be taken for the one asked for.

People of one walk of life can be; a president is no wrong answer beside an agent. Nobody whom the
stem describes, whom it shares a surname with, or who is known all over the world beside one who is
not.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from spacy.tokens import Doc, Token

from quizgen import circles, gazetteer, public_figures
from quizgen.analysis.names import Mention, Name, Names
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import children, is_verb, reports
from quizgen.data import rows, words
from quizgen.distractors import allegiance
from quizgen.rules.asking import Draft
from quizgen.wording.surface import content_words

GENDERS = dict.fromkeys("he him his himself man mr".split(), "m") | dict.fromkeys(
    "she her hers herself woman mrs ms".split(), "f"
)
ACTING = frozenset({"nsubj", "nsubjpass", "agent", "appos", "poss"})
BLAMING = re.compile(
    r"\b(?:kill|murder|attack|shot|shoot|stab|bomb|rob|rape|abus|assault|accus|charg|arrest"
    r"|convict|sentenc|jail|prison|guilty|suspect|fraud|brib|corrupt|stole|steal|die[ds]?\b|death"
    r"|dead|crash|blam|racis|terror|drug|sued?\b|alleg|crim)",
    re.IGNORECASE,
)
"""Words of stems that tell of wrong or harm: nobody is named there who had no part in it."""
LONGEST_NAME = 4  # words; a longer one is a title or two names run together
BEFORE = 4  # words before a name among which its title stands


def fitting(draft: Draft, analysis: Analysis) -> Iterator[Name]:
    """The persons of the article that can stand beside the key, in no order."""
    key = draft.asked.name
    assert key is not None
    if not _is_person(key, analysis):
        return
    speaking = _speakers(analysis) - {key} if _asks_speaker(draft) else set()
    pool = speaking if len(speaking) > 1 else _acting(analysis)
    quoted = speaking if draft.stem.startswith(allegiance.QUOTE) else set()
    own, blamed = _own_walk(draft, analysis), bool(BLAMING.search(draft.stem))
    for name in pool:
        if name == key or name.kind != "person" or not _is_person(name, analysis):
            continue
        if is_described(name, draft) or _other_gender(draft, name.gender):
            continue
        if allegiance.is_elsewhere(name, draft, analysis):
            continue
        walk = walk_of(name, analysis)
        if is_famous(name) and not is_famous(key):
            continue
        other_walk = bool(walk and (own or blamed)) and name not in quoted
        if walk != own and (other_walk or is_famous(key) or _is_ruler(name)):
            continue
        if _called_alike(name, draft):
            yield name


def is_famous(name: Name) -> bool:
    """Whether the news needs not say who somebody is."""
    known = name.text in _famous() or public_figures.is_one(name.text)
    return known or bool(circles.of(name.text, "person"))


@cache
def _famous() -> dict[str, str]:
    return {row["name"]: row["walk"] for row in rows("famous_people.tsv")}


def _is_ruler(name: Name) -> bool:
    """Whether a name has the number of a king or a pope ("Richard III")."""
    return bool(re.search(r" [IVX]+$", name.text))


def _is_person(name: Name, analysis: Analysis) -> bool:
    """Whether a name looks like a person's: a tracking system was read as one."""
    parts = name.text.split()
    if parts[-1].endswith("s") and gazetteer.is_person_noun(parts[-1][:-1].lower()):
        return False  # "Santos Doctors" of a hospital
    known = (
        parts[0] in gazetteer.given_names()
        or name.gender in {"m", "f"}
        or parts[0] in words("surnames_east_asian.txt")
    )
    return (
        1 < len(parts) <= LONGEST_NAME
        and not {"and", "of", "the", "&"} & set(parts)
        and (known or bool(callings(name, analysis)))
    )


def people(analysis: Analysis) -> Iterator[Name]:
    """The persons with a full name who do something in the article."""
    acting = (name for name in _acting(analysis) if name.kind == "person")
    yield from (name for name in acting if _is_person(name, analysis))


def _asks_speaker(draft: Draft) -> bool:
    clause = draft.fact.clause
    if draft.fact.kind == "statement":
        return True
    return clause is not None and draft.asked is clause.subject and reports(clause.verb)


def _mentions(analysis: Analysis) -> Sequence[tuple[Doc, Mention, Token]]:
    return _with_roots(analysis.names, analysis.docs)


@lru_cache(maxsize=2)  # the article being worked on
def _with_roots(names: Names, docs: tuple[Doc, ...]) -> tuple[tuple[Doc, Mention, Token], ...]:
    """Each mention with its paragraph and its root."""
    spans = ((m, docs[m.paragraph]) for m in names.mentions)
    return tuple((doc, m, doc[m.start : m.end].root) for m, doc in spans)


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
    if public_figures.is_one(name.text):
        return "politics"
    if _is_ruler(name):
        return "royalty"
    walks = {row["noun"]: row["walk"] for row in rows("callings.tsv")}
    return next((walks[noun] for noun in callings(name, analysis) if noun in walks), "")


def callings(name: Name, analysis: Analysis) -> list[str]:
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


def is_described(name: Name, draft: Draft) -> bool:
    """Whether the stem holds a word of a person's name, or the words for that person."""
    stem = set(content_words(draft.stem))
    if stem & {w for w in content_words(name.text) if len(w) > 1}:
        return True
    own = draft.wording.story.callings.get(name, "")
    return bool(own) and f"the {own} " in draft.stem and own != calling_of_key(draft)


def calling_of_key(draft: Draft) -> str:
    """What the article calls the key ("astrophysicist"), else ""."""
    called = draft.wording.story.callings
    return called.get(draft.asked.name, "") if draft.asked.name is not None else ""


def _called_alike(name: Name, draft: Draft) -> bool:
    """Whether a person can be meant by the calling that the stem asks by, if it does."""
    own = calling_of_key(draft)
    asked_by = bool(own) and f"which {own} " in draft.stem[0].lower() + draft.stem[1:]
    return not asked_by or draft.wording.story.callings.get(name) == own


def _other_gender(draft: Draft, gender: str) -> bool:
    """Whether a pronoun or a title of the stem would strike a person out at sight."""
    told = gender_told(draft)
    return bool(told) and gender != told


def gender_told(draft: Draft) -> str:
    """The gender of the key where the stem tells it ("she", "the first woman"), else "".

    Words for another person than the key tell nothing of it.
    """
    own = draft.asked.name.gender if draft.asked.name is not None else ""
    told = {GENDERS.get(w, "") or _noun_genders().get(w, "") for w in content_words(draft.stem)}
    found = told & {"m", "f"}
    return own if own in found else found.pop() if len(found) == 1 and own not in {"m", "f"} else ""


def fits(text: str, draft: Draft) -> bool:
    """Whether a known person can be of the gender and the party that the stem tells."""
    told = gender_told(draft)
    own = gazetteer.given_names().get(text.split(maxsplit=1)[0], told)
    return not (told and told != own) and not allegiance.is_other(text, draft)


@cache
def _noun_genders() -> dict[str, str]:
    return {row["noun"]: row["gender"] for row in rows("gendered_nouns.tsv")}
