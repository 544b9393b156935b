"""Aliases: which texts of an article are one name: surnames, acronyms, other spellings."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from unicodedata import combining, normalize

from quizgen import gazetteer
from quizgen.analysis import surnames
from quizgen.analysis.mentions import MODEL, PARTICLES, RawMention, name_ends
from quizgen.gazetteer import Known

_WORD = r"[A-Z][\w&.'-]*"
_SMALL = r"(?:(?:of|the|for|and|on|to|in|de)[ ]+)*"
COMPANY_ENDING = re.compile(r",? (?:Inc|Corp|Corporation|Ltd|Limited|Co|plc|PLC|LLC|Company)\.?$")
VESSELS = frozenset("MV MS MT SS RMS HMS USS USNS HMAS HMCS INS FV RV".split())
"""What stands before the names of ships."""
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
        if tail[0][0].isupper() and acronym.upper() in {capitals, initials}:
            return " ".join(tail)
    return None


def canonical_texts(raw: list[RawMention], pairs: dict[str, str]) -> dict[str, str]:
    """For each text the canonical text of its name."""
    texts = {r.text for r in raw}
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for r in raw:
        labels[r.text][r.label] += 1
    inside = {r.text for r in raw if r.span.start > r.span.sent.start}
    full = {t for t in texts if _full_person(t, labels[t], inside)}
    full |= {t for t in texts if _opens_only(t, labels[t], texts, full)}
    people = sorted(full, key=lambda t: (-len(t), "-" not in t, t))
    kin = surnames.relatives(raw, people)
    others = [p for p in people if p not in kin]
    later = surnames.named_after(raw, others)
    pairs = _ships(texts) | pairs | {text: text for text in kin}
    places = surnames.like_places(raw, later)
    bare = {t for t in texts if _is_surname(t, others, labels[t], later, places)}
    found = {
        text: pairs.get(text) or _canonical(text, texts, others, labels[text], bare)
        for text in texts
    }
    found |= _main_people(raw, people, found)
    usual = _usual_forms(others, found, Counter(r.text for r in raw))
    return {text: usual.get(name, name) for text, name in found.items()}


def _ships(texts: set[str]) -> dict[str, str]:
    """The full names of ships by what they are called without "MV" and the like."""
    return {t.partition(" ")[2]: t for t in texts if is_vessel(t)}


def _usual_forms(people: list[str], found: dict[str, str], counts: Counter[str]) -> dict[str, str]:
    """For each person's longest name the form that the article uses most ("John Conyers")."""
    forms: dict[str, list[str]] = defaultdict(list)
    for person in people:
        if name_ends(person) == name_ends(found[person]):
            forms[found[person]].append(person)
    return {name: max(texts, key=lambda t: (counts[t], len(t), t)) for name, texts in forms.items()}


def _main_people(raw: list[RawMention], people: list[str], found: dict[str, str]) -> dict[str, str]:
    """Surnames of several people that were in use before the second of them was named.

    News calls the person it is about by the surname, and relatives that come later in full; one
    who is only mentioned as the kin of somebody does not count.
    """
    kin = surnames.passing_kin(raw)
    first: dict[str, int] = {}
    for at, mention in enumerate(raw):
        first.setdefault(mention.text, at)
    shared: dict[str, list[str]] = defaultdict(list)
    for person in sorted(people, key=lambda p: first[p]):
        shared[name_ends(person)[1]].append(person)
    return {
        text: found[named[0]]
        for text, named in shared.items()
        if found.get(text) == text
        and not _in_pair(raw[first[named[0]]])
        and first[named[0]] < first[text] < _second(named, found, first, kin)
    }


def _second(named: list[str], found: dict[str, str], first: dict[str, int], kin: set[str]) -> int:
    """Where another person of the surname is named first, kin aside; 0 if there is none at all."""
    others = [p for p in named if found[p] != found[named[0]]]
    if others and named[0] not in kin and kin.issuperset(others):
        return max(first.values()) + 1
    return min((first[p] for p in others), default=0)


def _in_pair(mention: RawMention) -> bool:
    """Whether a name shares its surname with one before: "Carlos and Maria Mendoza"."""
    before = mention.span.doc[max(0, mention.span.start - 1) : mention.span.start]
    return before.text in {"and", "&"}


def is_vessel(text: str) -> bool:
    """Whether a name is a ship's by what stands before it ("MV Zyxwv")."""
    return text.partition(" ")[0] in VESSELS and " " in text


def _full_person(text: str, labels: Counter[str], inside: set[str]) -> bool:
    """Whether a text is a person's name of two words or more ("Longtime Imus" is not)."""
    parts = text.split()
    if " of " in text or is_vessel(text):
        return False  # "Dean of the House"
    given = parts[0] in gazetteer.given_names()
    if parts[0].casefold() in PARTICLES and not given:
        return False  # "De Souza"
    known = given and gazetteer.kind_by_words(text) is None
    person = labels.most_common(1)[0][0] == "PERSON" and (given or text in inside)
    return len(parts) > 1 and (person or known)


def _opens_only(text: str, labels: Counter[str], texts: set[str], full: set[str]) -> bool:
    """Whether a name that stands only at a sentence's start is a person's full name.

    The surname goes on alone, and nobody else bears it ("Longtime Imus" is no second Imus).
    """
    first, last = name_ends(text)
    plain = text.replace(" ", "").replace("-", "").isalpha() and first.casefold() not in PARTICLES
    person = labels.most_common(1)[0][0] == "PERSON" and " " in text and " of " not in text
    return person and plain and last in texts and all(name_ends(f)[1] != last for f in full)


def _canonical(
    text: str, texts: set[str], people: list[str], labels: Counter[str], bare: set[str]
) -> str:
    """The canonical text of a name; `bare` are the texts that are surnames, known as they are."""
    if text[-1:] == "s" and text[:-1] in texts and MODEL in labels:
        return _canonical(text[:-1], texts, people, labels, bare)
    known = gazetteer.lookup(text)
    if known is not None and text not in bare:
        same = _same_known(text, known, texts)
        if same is not None and not (same == text and _maybe_person(known, labels)):
            return same
    shorter = COMPANY_ENDING.sub("", text)
    return shorter if shorter != text and shorter in texts else _by_person(text, texts, people)


def _same_known(text: str, known: Known, texts: set[str]) -> str:
    """The text under which a known name goes: the longest ("PKK", "Kurdistan Workers' Party")."""
    if known.kind == "country":
        return known.name
    same = [t for t in texts if gazetteer.lookup(t) == known]
    return max(same, key=lambda t: (len(t), t)) if len(same) > 1 else text


def _maybe_person(known: Known, labels: Counter[str]) -> bool:
    return known.kind == "city" and "PERSON" in labels


def _by_person(text: str, texts: set[str], people: list[str]) -> str:
    """The person whose full name or surname the text is, else the name that ends in it."""
    plain = text.replace("-", " ").casefold()
    for person in people:
        if plain == person.replace("-", " ").casefold() or _same_person(text, person):
            return person
    tailed = {_first_form(p, people) for p in people if _is_tail(plain, p)}
    if len(tailed) == 1:
        return tailed.pop()
    short = " " not in text
    fits = {_first_form(p, people) for p in people if short and _plain(text) in _plain_ends(p)}
    if len(fits) == 1:
        return fits.pop()
    longer = sorted(t for t in texts if t.endswith(" " + text) and _headed(t))
    kinds = {gazetteer.kind_by_words(t) for t in longer}
    return longer[0] if len(kinds) == 1 and not fits else text


def _headed(text: str) -> bool:
    """Whether a word before the last one shows the kind ("Hurricane Zyxwv")."""
    return any(gazetteer.kind_by_words(part) for part in text.split()[:-1])


def _is_tail(plain: str, person: str) -> bool:
    """Whether a text is a surname with its particle ("De Souza": "Ana de Souza")."""
    opens = plain.split(maxsplit=1)[0] in PARTICLES and " " in plain
    return opens and person.casefold().endswith(" " + plain)


def _plain(text: str) -> str:
    """The text without accents ("Erdoğan" is also written "Erdogan")."""
    return "".join(c for c in normalize("NFD", text) if not combining(c))


def _plain_ends(person: str) -> set[str]:
    return {_plain(end) for end in name_ends(person)}


def _is_surname(
    text: str, people: list[str], labels: Counter[str], later: set[str], places: set[str]
) -> bool:
    """Whether a text is somebody's surname in the article, and not the known name ("Imus").

    One that only comes after the full name, and never as a place's name does, is.
    """
    known = gazetteer.lookup(text)
    if known is None or not any(text in name_ends(p) for p in people):
        return False
    if text in later - places and known.kind in gazetteer.ORGANISATIONS | gazetteer.PLACES:
        return any(text == name_ends(p)[1] for p in people)
    fitting = {"GPE", "LOC", "FAC"} if known.kind in gazetteer.PLACES else {"ORG"}
    return labels.most_common(1)[0][0] not in fitting


def _first_form(person: str, people: list[str]) -> str:
    """The form under which a person of several forms ("John Conyers", "John J. Conyers") goes."""
    return next((p for p in people if _same_person(person, p)), person)


def _same_person(one: str, other: str) -> bool:
    """Whether two full names share first name and surname, or one is the start of the other."""
    if " " not in one:
        return False
    shorter, longer = sorted((one, other), key=len)
    return name_ends(one) == name_ends(other) or longer.startswith(shorter + " ")
