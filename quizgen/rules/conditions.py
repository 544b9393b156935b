"""Conditions: what a rule asks of a slot or of the fact, as words over tags.

"person|company !plural" holds for a phrase that has the tag person or company and lacks plural.
"present" holds for any phrase and "absent" where the slot is empty. Of a rule that asks for
several slots, "as:object" holds where the object is the one asked for.
"""

from functools import cache

from quizgen.facts.fact import Argument, Fact


def holds(condition: str, tags: frozenset[str]) -> bool:
    """Whether the tags satisfy every word of the condition."""
    for choices, lacking in _parts(condition):  # noqa: SIM110 - a generator takes twice as long
        if choices.isdisjoint(tags) is not lacking:
            return False
    return True


@cache
def _parts(condition: str) -> tuple[tuple[frozenset[str], bool], ...]:
    """For each word the tags of which one is needed, or of which none may be there."""
    asked = (word for word in condition.split() if word != "present")
    return tuple((frozenset(w.removeprefix("!").split("|")), w.startswith("!")) for w in asked)


def all_hold(where: tuple[tuple[str, str], ...], fact: Fact, asked: Argument) -> bool:
    """Whether a fact satisfies all conditions, by slot name ("asked", "fact" or a role)."""
    for slot, condition in where:
        if slot == "fact":
            tags: frozenset[str] | None = fact.tags
        else:
            phrase = asked if slot == "asked" else fact.slots.get(slot)
            tags = None if phrase is None else phrase.tags
            if tags is not None and "as:" in condition:
                tags |= {f"as:{asked.role}"}
        if tags is None and condition != "absent":
            return False
        if tags is not None and (condition == "absent" or not holds(condition, tags)):
            return False
    return True
