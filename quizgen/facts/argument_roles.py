"""Roles of arguments: time, cause or the preposition itself, and which verbs select one."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from quizgen.analysis.selection import selects
from quizgen.analysis.statements import cues
from quizgen.analysis.syntax import child, children, fence_before
from quizgen.data import words
from quizgen.facts.fact import Argument

TIME_PREPOSITIONS = frozenset(
    {"on", "in", "at", "since", "during", "by", "before", "after", "until", "from"}
)
ARRANGING = frozenset("allow arrange ask call pay plan press push vote wait".split())
"""Verbs after which "for" with an infinitive says what somebody is to do."""
BLAMING = frozenset({"blame", "fault"})
"""Verbs whose "for" gives the effect: "blamed the storm for the crash"."""


def marked_last(arguments: tuple[Argument, ...], members: list[Token]) -> Iterator[Argument]:
    """The arguments, those that end the clause tagged "last"."""
    end = max((t.i for t in members), default=-1)
    for argument in arguments:
        last = argument.tokens and argument.tokens[-1].i == end
        yield tagged(argument, "last") if last else argument


def tagged(found: Argument, tag: str) -> Argument:
    """The argument with one more tag."""
    return replace(found, tags=found.tags | {tag})


def with_role(found: Argument, role: str) -> Argument:
    """The argument in another role."""
    return replace(found, role=role)


def role_of(part: Token, inner: Token, tags: frozenset[str]) -> str:
    """The role of a prepositional phrase: time, duration, cause, or the preposition itself."""
    if "duration" in tags:
        return (
            "duration"
            if not selects(part.head, part) and part.lower_ in {"for", "over"}
            else "time_span"
        )
    if tags & {"date", "time"} and part.lower_ in TIME_PREPOSITIONS:
        return "time" if part.lower_ in {"on", "in", "at"} else f"{part.lower_}_time"
    if "relative" in tags and inner.ent_type_ == "DATE" and part.lower_ in {"in", "over", "within"}:
        return "loose_time"  # "in recent months"
    if (
        part.lower_ == "for"
        and not tags & {"money", "percent", "count"}
        and part.head.lemma_ not in BLAMING
        and (inner.tag_ == "VBG" or part.head.lemma_ in words("judging_verbs.txt"))
    ):
        return "cause" if part.head.lemma_ in words("judging_verbs.txt") else "for_doing"
    if part.lower_ == "over" and part.head.lemma_ in words("judging_verbs.txt"):
        return "cause"
    return part.lower_


def infinitive_after(noun: Token) -> bool:
    """Whether a noun is followed by an infinitive ("a candidate to win")."""
    verbs = children(noun, "acl", "relcl")
    return any(c.tag_ == "TO" for verb in verbs for c in children(verb, "aux"))


def opens_clause(part: Token, noun: Token) -> bool:
    """Whether a preposition with its noun opens a clause, so is no phrase.

    "for a candidate to win", "paid for Ana Lopes to study", "with Peru winning five points".
    """
    end = noun.right_edge
    after = end.nbor(1) if end.i + 1 < len(end.doc) else end
    if part.lower_ == "with" and noun.tag_[:2] == "NN":
        return after.tag_ == "VBG" and after.dep_ in {"advcl", "acl", "xcomp"}
    if part.lower_ != "for":
        return False
    meant = after.tag_ == "TO" and after.dep_ == "aux" and part.head.lemma_ in ARRANGING
    return infinitive_after(noun) or meant


def tells_time(part: Token) -> bool:
    """Whether a prepositional phrase tells a time: it is an argument even when fenced."""
    return any(c.ent_type_ in {"DATE", "TIME"} for c in part.children)


def takes_infinitive(part: Token) -> bool:
    """Whether an infinitive is what its verb takes: "agreed in May to pay", "voted to leave"."""
    verb = part.head
    taken = any("infinitive" in cue.takes for cue in cues.of_verb(verb))
    return taken and part.i > verb.i and not children(verb, "dobj", "xcomp")


def is_age(number: Token) -> bool:
    """Whether a number is the age in "died aged 91"."""
    return number.i > 0 and number.nbor(-1).lower_ == "aged"


def done_by_another(aim: Token) -> bool:
    """Whether an infinitive tells what another is to do: "a new place for the rover to explore"."""
    if child(aim, "auxpass") is not None and fence_before(aim):
        return True  # "a preview of the system, to be released in May"
    first = aim.left_edge
    before = first.nbor(-1) if first.i else first
    held = next((t for t in (before, *before.ancestors) if t.dep_ == "pobj"), None)
    timed = held is not None and held.ent_type_ in {"DATE", "TIME"}
    behind = held is not None and held.head.lower_ == "for" and held.right_edge == before
    return behind and not timed
