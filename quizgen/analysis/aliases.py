"""Aliases: which texts of an article are one name: surnames, acronyms, other spellings."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from unicodedata import combining, normalize

from spacy.tokens import Span

from quizgen import gazetteer
from quizgen.analysis.evidence import weighed
from quizgen.analysis.mentions import MODEL, PARTICLES, RawMention, name_ends
from quizgen.data import words
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
    people = sorted(
        (t for t in texts if _full_person(t, labels[t], inside)),
        key=lambda t: (-len(t), "-" not in t, t),
    )
    kin = _relatives(raw, people)
    others = [p for p in people if p not in kin]
    later = _named_after(raw, others)
    found = {
        text: text if text in kin else _canonical(text, texts, others, pairs, labels[text], later)
        for text in texts
    }
    found |= _main_people(raw, people, found)
    usual = _usual_forms(others, found, Counter(r.text for r in raw))
    return {text: usual.get(name, name) for text, name in found.items()}


def _relatives(raw: list[RawMention], people: list[str]) -> set[str]:
    """Full names of kin that share both ends with another's ("her mother, Maria Lee Santos")."""
    ends = Counter(name_ends(p) for p in people)
    shared = {p for p in people if ends[name_ends(p)] > 1}
    return {r.text for r in raw if r.text in shared and _told_kin(r.span)}


def _told_kin(span: Span) -> bool:
    """Whether a noun for kin stands before the name: "her mother(,) X"."""
    before = span.doc[max(0, span.start - 2) : span.start]
    return any(t.lemma_.lower() in words("kin_nouns.txt") for t in before)


def _named_after(raw: list[RawMention], people: list[str]) -> set[str]:
    """Surnames that come after the full name, and are not used as a company's is."""
    first: dict[str, int] = {}
    for at, mention in enumerate(raw):
        first.setdefault(mention.text, at)
    ends = {p: name_ends(p)[1] for p in people}
    after = {end for p, end in ends.items() if first[p] < first.get(end, -1)}
    return {text for text in after if not _as_company([r for r in raw if r.text == text])}


def _as_company(mentions: list[RawMention]) -> bool:
    total = weighed(mentions)
    return total["company"] + total["organisation"] + total["product"] > 0


def _usual_forms(people: list[str], found: dict[str, str], counts: Counter[str]) -> dict[str, str]:
    """For each person's longest name the form that the article uses most ("John Conyers")."""
    forms: dict[str, list[str]] = defaultdict(list)
    for person in people:
        if name_ends(person) == name_ends(found[person]):
            forms[found[person]].append(person)
    return {name: max(texts, key=lambda t: (counts[t], len(t), t)) for name, texts in forms.items()}


def _main_people(raw: list[RawMention], people: list[str], found: dict[str, str]) -> dict[str, str]:
    """Surnames of several people that were in use before the second of them was named.

    News calls the person it is about by the surname, and relatives that come later in full.
    """
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
        and first[named[0]] < first[text] < _second(named, found, first)
    }


def _second(named: list[str], found: dict[str, str], first: dict[str, int]) -> int:
    """Where another person of the surname is named first; 0 if there is none."""
    return min((first[p] for p in named if found[p] != found[named[0]]), default=0)


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


def _canonical(
    text: str,
    texts: set[str],
    people: list[str],
    pairs: dict[str, str],
    labels: Counter[str],
    later: set[str],
) -> str:
    if text in pairs:
        return pairs[text]
    ship = next((t for t in sorted(texts) if is_vessel(t) and t.partition(" ")[2] == text), None)
    if ship is not None:
        return ship
    if text[-1:] == "s" and text[:-1] in texts and MODEL in labels:
        return _canonical(text[:-1], texts, people, pairs, labels, later)
    known = gazetteer.lookup(text)
    surname = known is not None and (text in later or _is_surname(text, known, people, labels))
    if known is not None and not surname:
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


def _is_surname(text: str, known: Known, people: list[str], labels: Counter[str]) -> bool:
    """Whether a text is somebody's surname in the article, and not the known name ("Imus")."""
    fitting = {"GPE", "LOC", "FAC"} if known.kind in gazetteer.PLACES else {"ORG"}
    likely = labels.most_common(1)[0][0]
    return likely not in fitting and any(text in name_ends(p) for p in people)


def _first_form(person: str, people: list[str]) -> str:
    """The form under which a person of several forms ("John Conyers", "John J. Conyers") goes."""
    return next((p for p in people if _same_person(person, p)), person)


def _same_person(one: str, other: str) -> bool:
    """Whether two full names share first name and surname, or one is the start of the other."""
    if " " not in one:
        return False
    shorter, longer = sorted((one, other), key=len)
    return name_ends(one) == name_ends(other) or longer.startswith(shorter + " ")
