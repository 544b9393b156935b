"""Answers: the key says something by itself, and the stem does not give it away."""

import re

from quizgen import gazetteer
from quizgen.analysis.amounts import number
from quizgen.analysis.pipeline import Analysis
from quizgen.data import words
from quizgen.facts.doubts import HEDGES
from quizgen.rules.asking import Draft
from quizgen.wording import kinds
from quizgen.wording.surface import content_words, significant

MANY = frozenset("various multiple many several some numerous myriad certain".split())
"""Words before a plural that tell neither how many nor which."""


def key_in_stem(draft: Draft, _: Analysis) -> str:
    """The stem must not hold the key, an alias of it, or most of its words."""
    stem = f" {' '.join(content_words(draft.stem))} "
    if draft.rule.type == "true_false":
        return ""
    name = draft.asked.name
    aliases = name.aliases if name is not None and "named" in draft.asked.tags else ()
    for text in (draft.key, *draft.accepted, *aliases):
        said = " ".join(content_words(text))
        if said and f" {said} " in stem:
            return f"the stem holds the answer: {text}"
    class_noun = kinds.noun(draft.asked) or ""
    if "occasion" in draft.asked.tags:
        class_noun += f" {kinds.event(draft.asked)}"  # "at which summit": "a summit in Lima"
    said_words = [w for w in significant(draft.key) if w not in class_noun]
    shared = [w for w in said_words if f" {w} " in stem]
    whole = draft.asked.tags & {"person", "location"}
    enough = len(said_words) if whole else (len(said_words) + 1) // 2
    if said_words and len(shared) >= enough:
        return "most of the answer's words are in the stem"
    return ""


def counted_in_stem(draft: Draft, _: Analysis) -> str:
    """The stem must not list as many names as the key counts: "flies to Lima and Pune"."""
    clause, value = draft.fact.clause, number(draft.key)
    if clause is None or "count" not in draft.asked.tags or draft.fact.kind == "sentence":
        return ""
    lists = (a for a in clause.arguments if a.head not in draft.asked.whole)
    listed = any(f"listed:{n}" in a.tags for a in lists for n in kinds.WRITTEN if n == value)
    return "the stem lists as many as the answer counts" if listed else ""


def known_nation(draft: Draft, _: Analysis) -> str:
    """A key that is a country must not show through its adjective in the stem."""
    name = draft.asked.name
    if name is None or name.kind not in {"country", "city"}:
        return ""
    nation = name.text if name.kind == "country" else name.nation
    shown = [
        d for d in gazetteer.demonyms_of(nation) if re.search(rf"\b{re.escape(d)}\b", draft.stem)
    ]
    shown = shown or _places_in(nation, draft)
    return f"the stem shows the country: {shown[0]}" if shown else ""


def _places_in(nation: str, draft: Draft) -> list[str]:
    """The towns and states of a country in a stem that asks which country something is in."""
    inside = draft.rule.fact == "inside" or "in which country" in draft.stem.lower()
    if not inside or "copula" in draft.fact.tags:
        return []
    country, number = gazetteer.lookup(nation), draft.fact.sentence.paragraph
    told = (t for t in draft.own_words if t not in draft.asked.whole)
    mentions = (draft.wording.names.at(number, t) for t in told)
    named = (gazetteer.lookup(m.name.text) for m in mentions if m is not None)
    towns = (k for k in named if k is not None and k.kind in {"city", "state"})
    return [k.name for k in towns if country is not None and k.country == country.country]


def light_key(draft: Draft, _: Analysis) -> str:
    """A key must say something by itself: no pronoun, no bare "the trip", no vague noun."""
    tags = draft.asked.tags
    if draft.rule.fact in {"acronym", "role"} or draft.rule.type == "true_false":
        return ""
    if "pronoun" in tags and not tags & {"money", "percent"}:
        return "the answer is a pronoun"
    measured = tags & {
        "money",
        "percent",
        "count",
        "number",
        "date",
        "duration",
        "named",
        "quoted",
        "adjective",
        "clause",
        "gerund",
        "classed",
    }
    if any(t.lower_ in HEDGES for t in draft.asked.tokens):
        return "the answer is a rumour or guess"
    if "demonstrative" in tags or ("vague" in tags and not measured):
        return "the answer says nothing by itself"
    if any(t.tag_ in {"JJR", "RBR"} for t in draft.asked.tokens) and not tags & {
        "comparative",
        "count",
        "money",
        "percent",
    }:
        return "the answer compares with something it does not name"
    if draft.asked.role == "cause":
        return ""
    if "bare_noun" in tags and not measured and "indefinite" not in tags:
        return "the answer is a bare noun"
    if "definite" in tags and "has_name" not in tags and not measured and not _told(draft):
        return "the answer leans on another sentence"
    return ""


def own_noun(draft: Draft, _: Analysis) -> str:
    """No "What did rescuers end?" - "their work": the stem tells more than the key."""
    asked = draft.asked
    mine = any(t.tag_ == "PRP$" for t in asked.tokens)
    bare = all(t.tag_ == "PRP$" for t in asked.tokens if t != asked.head and not t.is_punct)
    if not mine or not bare or draft.fact.kind == "role" or draft.rule.type == "true_false":
        return ""
    empty = asked.head.lemma_.lower() in words("own_nouns.txt")
    return "the answer says nothing by itself" if empty else ""


def vague_many(draft: Draft, _: Analysis) -> str:
    """No "various members" or "some surprising results" as a key: nobody would answer so."""
    first = next((t for t in draft.asked.tokens if not t.is_punct), draft.asked.head)
    clausal = draft.asked.tags & {"clause", "gerund", "named", "time", "date", "duration"}
    if first.lower_ not in MANY or first.head != draft.asked.head or clausal:
        return ""
    listed = any(t.lower_ == "including" for t in draft.asked.whole)
    told = _told(draft) and not listed and first.lower_ != "various"
    return "" if told or draft.rule.type == "true_false" else "the answer is vague"


def _told(draft: Draft) -> bool:
    """Whether a definite phrase says itself which thing it means: "the amount of energy used"."""
    head = draft.asked.head
    after = (c for c in head.children if c.i > head.i and c in draft.asked.tokens)
    return any(c.dep_ in {"prep", "relcl", "acl"} for c in after)


def human_verb(draft: Draft, _: Analysis) -> str:
    """What only people do or undergo shows that a name taken for a place or body is a person's."""
    clause, asked = draft.fact.clause, draft.asked
    if clause is None or asked.role != "subject" or "named" not in asked.tags:
        return ""
    verb = clause.verb.lemma_.lower()
    if "person" in asked.tags or verb not in words("person_only_verbs.txt"):
        return ""
    return f"only a person can do or undergo this: {clause.verb.text}"


def idiom(draft: Draft, _: Analysis) -> str:
    """An object without article after a light verb belongs to the verb (take place, play host)."""
    clause = draft.fact.clause
    measured = draft.asked.tags & {"money", "percent", "count", "named", "duration"}
    if clause is None or draft.asked.role != "object" or measured:
        return ""
    if draft.asked.head.lower_ in words("idiom_objects.txt"):
        return "the object is part of an idiom"
    light = draft.asked.head.head.lemma_.lower() in words("light_verbs.txt")
    return "the object is part of an idiom" if light else ""
