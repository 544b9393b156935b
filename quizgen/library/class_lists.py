"""Class lists: names as a teacher pastes them, one a line, and who of them is there already."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.errors import InputError
from quizgen.library.classes import MAX_NAME, key_of
from quizgen.library.columns import storable

MAX_NAMES = 300  # of one list; more are no class


@dataclass(frozen=True, slots=True)
class NameList:
    """The names of a list: those to add, and by whose fault others are left out.

    `twice` stand in the list more than once (they are added once), `there` are on the class's list
    already, `unfit` are too long for a name.
    """

    new: tuple[str, ...]
    twice: tuple[str, ...]
    there: tuple[str, ...]
    unfit: tuple[str, ...]


def read(text: str, there: Iterable[str] = ()) -> NameList:
    """The names of a pasted list; case, accents and spaces make no other name.

    Raises InputError for a list that is too long.
    """
    names = _names(text)
    fit = [name for name in names if len(name) <= MAX_NAME]
    times = Counter(map(key_of, fit))
    first = {key_of(name): name for name in reversed(fit)}
    known = {key_of(name) for name in there}
    return NameList(
        new=tuple(first[key] for key in times if key not in known),
        twice=tuple(first[key] for key in times if times[key] > 1),
        there=tuple(first[key] for key in times if key in known),
        unfit=tuple(name for name in names if len(name) > MAX_NAME),
    )


def _names(text: str) -> list[str]:
    lines = [" ".join(storable(line).split()) for line in text.splitlines()]
    names = [name for name in lines if name]
    if len(names) > MAX_NAMES:
        msg = f"the list has {len(names)} names; a class has at most {MAX_NAMES}"
        raise InputError(msg)
    return names
