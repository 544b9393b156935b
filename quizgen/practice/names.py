"""Names: a person's surname alone, another name of the same thing, and the names of an article."""

import re

from quizgen import gazetteer
from quizgen.data import words
from quizgen.practice.folding import folded, words_of

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
SHORTEST_SURNAME = 2  # letters; "Y" alone is an initial
CAPITALISED = re.compile(
    r"\b[A-ZÀ-Þ][\w'’-]*(?: (?:(?:of|the|and|de|van|von|bin|al) )?[A-ZÀ-Þ][\w'’-]*)*"
)


def surnames(name: str) -> tuple[str, ...]:
    """The folded texts that stand for a person by the surname, the longest first.

    "von der Leyen", "der Leyen" and "Leyen" for Ursula von der Leyen; "Moon" for Moon Jae-in,
    whose surname comes first; none for a name of one word.
    """
    parts = [word for word in words_of(name.replace("-", "")) if word not in SUFFIXES]
    if len(parts) < 2:  # noqa: PLR2004 - a surname is one of at least two words
        return ()
    if surname_first(name):
        return (parts[0],)
    found = (" ".join(parts[start:]) for start in range(1, len(parts)))
    return tuple(text for text in found if len(text) >= SHORTEST_SURNAME)


def surname_first(name: str) -> bool:
    """Whether a name is Chinese, Korean or Vietnamese in form, the surname first."""
    first, *rest = name.split()
    if first not in words("surnames_east_asian.txt"):
        return False
    return any("-" in part for part in rest) or first not in gazetteer.given_names()


def shared(surname: str, name: str, text: str) -> bool:
    """Whether an article names somebody else of that surname, so that it alone says too little."""
    own = set(words_of(name))
    known = gazetteer.given_names()
    for found in re.finditer(r"([A-ZÀ-Þ][\w'’-]+) ([A-ZÀ-Þ][\w'’-]+)", text):
        first, last = found.groups()
        bears = folded(last).replace(" ", "") == surname.replace(" ", "")
        if bears and first in known and not set(words_of(first)) & own:
            return True
    return False


def same_known(key: str, given: str) -> bool:
    """Whether the gazetteer knows both texts as names of one thing ("UN", "United Nations")."""
    one, other = known(key), known(given)
    return one is not None and one == other


def known(text: str) -> gazetteer.Known | None:
    """What the gazetteer knows by this text, also when it is typed without capitals."""
    bare = " ".join(text.split())
    forms = (bare, bare.title(), bare.upper() if " " not in bare else bare)
    return next((found for form in forms if (found := gazetteer.lookup(form))), None)


def names_in(text: str) -> frozenset[str]:
    """The folded texts of all runs of capitalised words in a text, and of each of their words."""
    found: set[str] = set()
    for match in CAPITALISED.finditer(text):
        found.add(folded(match.group()))
        found.update(words_of(match.group()))
    return frozenset(found)
