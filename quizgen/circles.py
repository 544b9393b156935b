"""Circles: known names in one line of business, one task or one league.

A name can be in several: a maker of phones makes computers, too. The words of a question choose.
"""

from dataclasses import dataclass
from functools import cache

from quizgen import gazetteer
from quizgen.data import rows

BY_CUE = frozenset({"city", "country"})
"""Kinds whose circles count only where the question names them ("which city in Texas")."""


@dataclass(frozen=True, slots=True)
class Circle:
    """Names that can stand beside each other; `cues` are words of a question that choose it."""

    kind: str
    name: str
    cues: frozenset[str]
    members: tuple[str, ...]


def beside(name: str, kind: str, told: frozenset[str], *, cued: bool) -> tuple[str, ...]:
    """The others of the circle that a name of a kind is in; empty when none is certain.

    With `cued` only a circle with one of the words `told`; else one that needs none, or the only
    one.
    """
    found = _index().get((kind, name), ())
    if cued:
        hits = [circle for circle in found if circle.cues & told]
        best = max(hits, key=lambda circle: len(circle.cues & told), default=None)
    else:
        open_ones = [circle for circle in found if not circle.cues]
        only = found[0] if len(found) == 1 and kind not in BY_CUE else None
        best = open_ones[0] if open_ones else only
    own = {name, *_other_texts(name)}
    return tuple(m for m in best.members if m not in own) if best is not None else ()


def of(name: str, kind: str) -> frozenset[str]:
    """The circles that a name of a kind is in."""
    return frozenset(circle.name for circle in _index().get((kind, name), ()))


def _other_texts(name: str) -> tuple[str, ...]:
    known = gazetteer.lookup(name)
    return () if known is None else (known.name, *gazetteer.other_names(known))


@cache
def _index() -> dict[tuple[str, str], tuple[Circle, ...]]:
    """The circles by kind and any text that a member goes by, where that is of the kind."""
    found: dict[tuple[str, str], list[Circle]] = {}
    for circle in _circles():
        for member in circle.members:
            known = gazetteer.lookup(member)
            others = _other_texts(member) if known is not None and known.kind == circle.kind else ()
            for text in {member, *others}:
                found.setdefault((circle.kind, text), []).append(circle)
    return {key: tuple(circles) for key, circles in found.items()}


@cache
def _circles() -> tuple[Circle, ...]:
    return tuple(
        Circle(
            row["kind"],
            row["circle"],
            frozenset(row["cues"].lower().split("|")) - {""},
            tuple(row["members"].split("|")),
        )
        for row in rows("circles.tsv")
    )
