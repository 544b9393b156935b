"""Class lists: names as a teacher pastes them, one a line, and who of them is there already."""

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
    lines = [" ".join(storable(line).split()) for line in text.splitlines()]
    names = [name for name in lines if name]
    if len(names) > MAX_NAMES:
        msg = f"the list has {len(names)} names; a class has at most {MAX_NAMES}"
        raise InputError(msg)
    known = {key_of(name) for name in there}
    fit = [name for name in names if len(name) <= MAX_NAME]
    first = {key_of(name): name for name in reversed(fit)}
    keys = [key_of(name) for name in fit]
    once = [(key, first[key]) for key in dict.fromkeys(keys)]
    return NameList(
        new=tuple(name for key, name in once if key not in known),
        twice=tuple(name for key, name in once if keys.count(key) > 1),
        there=tuple(name for key, name in once if key in known),
        unfit=tuple(name for name in names if len(name) > MAX_NAME),
    )
