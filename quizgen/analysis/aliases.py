"""Aliases: which texts of an article are one name: surnames, acronyms, other spellings."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from quizgen import gazetteer
from quizgen.analysis.mentions import MODEL, RawMention, name_ends

_WORD = r"[A-Z][\w&.'-]*"
_SMALL = r"(?:(?:of|the|for|and|on|to|in|de)[ ]+)*"
COMPANY_ENDING = re.compile(r",? (?:Inc|Corp|Corporation|Ltd|Limited|Co|plc|PLC|LLC|Company)\.?$")
ACRONYM = re.compile(rf"((?:{_WORD}[ ,]+{_SMALL})+{_WORD}) \(([A-Z][A-Za-z]{{1,7}})\)")


def acronyms(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of long form and acronym, as "World Trade Organization (WTO)" gives them."""
    for match in ACRONYM.finditer(text):
        long = _long_form(match.group(1), match.group(2))
        if long:
            yield long, match.group(2)


def _long_form(words: str, acronym: str) -> str | None:
    """The shortest end of the words whose initials give the acronym, small words optional."""
    parts = words.split()
    for start in range(len(parts) - 1, -1, -1):
        tail = parts[start:]
        capitals = "".join(part[0] for part in tail if part[0].isupper())
        initials = "".join(part[0] for part in tail).upper()
        if acronym.upper() in {capitals, initials}:
            return " ".join(tail)
    return None


def canonical_texts(raw: list[RawMention], pairs: dict[str, str]) -> dict[str, str]:
    """For each text the canonical text of its name."""
    texts = {r.text for r in raw}
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for r in raw:
        labels[r.text][r.label] += 1
    inside = {r.text for r in raw if r.span.start > r.span.sent.start}
    people = sorted(
        (t for t in texts if _full_person(t, labels[t], inside)),
        key=lambda t: (-len(t), "-" not in t, t),
    )
    return {text: _canonical(text, texts, people, pairs, labels[text]) for text in texts}


def _full_person(text: str, labels: Counter[str], inside: set[str]) -> bool:
    """Whether a text is a person's name of two words or more ("Longtime Imus" is not)."""
    parts = text.split()
    if " of " in text:
        return False  # "Dean of the House"
    given = parts[0] in gazetteer.given_names()
    known = given and gazetteer.kind_by_words(text) is None
    person = labels.most_common(1)[0][0] == "PERSON" and (given or text in inside)
    return len(parts) > 1 and (person or known)


def _canonical(
    text: str, texts: set[str], people: list[str], pairs: dict[str, str], labels: Counter[str]
) -> str:
    if text in pairs:
        return pairs[text]
    if text[-1:] == "s" and text[:-1] in texts and MODEL in labels:
        return _canonical(text[:-1], texts, people, pairs, labels)
    known = gazetteer.lookup(text)
    if known is not None:
        same = [
            t for t in texts if gazetteer.lookup(t) == known
        ]  # "PKK", "Kurdistan Workers' Party"
        if known.kind != "country" and len(same) > 1:
            return max(same, key=lambda t: (len(t), t))
    if known and not (known.kind == "city" and "PERSON" in labels):
        return known.name if known.kind == "country" else text
    shorter = COMPANY_ENDING.sub("", text)
    if shorter != text and shorter in texts:
        return shorter
    plain = text.replace("-", " ").casefold()
    for person in people:
        if plain == person.replace("-", " ").casefold() or _same_person(text, person):
            return person
    fits = {_first_form(p, people) for p in people if " " not in text and text in name_ends(p)}
    if len(fits) == 1:
        return fits.pop()
    longer = [t for t in texts if t.endswith(" " + text) and gazetteer.kind_by_words(t.split()[0])]
    return longer[0] if len(longer) == 1 and not fits else text


def _first_form(person: str, people: list[str]) -> str:
    """The form under which a person of several forms ("John Conyers", "John J. Conyers") goes."""
    return next((p for p in people if _same_person(person, p)), person)


def _same_person(one: str, other: str) -> bool:
    """Whether two full names share first name and surname, or one is the start of the other."""
    if " " not in one:
        return False
    shorter, longer = sorted((one, other), key=len)
    return name_ends(one) == name_ends(other) or longer.startswith(shorter + " ")
