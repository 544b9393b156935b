"""Kinds of names: typed by agreement over the article, titles, the gazetteer, and their words."""

import re
from collections import Counter, defaultdict

from spacy.tokens import Span

from quizgen import gazetteer
from quizgen.analysis import evidence, homes
from quizgen.analysis.aliases import is_vessel
from quizgen.analysis.mentions import LABELS, MODEL, NO_LABEL, RawMention, is_title
from quizgen.analysis.names import UNSURE, Name
from quizgen.analysis.syntax import children, reports
from quizgen.data import words

FULL = 2  # words of a full name
SURNAMES_TOO = frozenset(
    "Bridge Castle Church Day Forest Hall House Lake Lane Law Park Street Temple".split()
)
"""Heads of other names that are surnames as well."""
HYPHENED = re.compile(r"[A-Z][a-z]+-[A-Za-z][a-z]+")
WEAK = frozenset({"EVENT", "LAW", "PRODUCT", "WORK_OF_ART", "FAC"})
"""Labels that spaCy's English pipelines get right in 31-56 % of cases, so never alone."""


def type_names(
    raw: list[RawMention], texts: dict[str, str], pairs: dict[str, str]
) -> dict[str, Name]:
    """For each canonical text its name, typed by all its mentions."""
    grouped: dict[str, list[RawMention]] = defaultdict(list)
    for r in raw:
        grouped[texts[r.text]].append(r)
    home = homes.home(raw)
    return {
        canonical: _typed(canonical, mentions, pairs, home)
        for canonical, mentions in grouped.items()
    }


def _typed(canonical: str, mentions: list[RawMention], pairs: dict[str, str], home: str) -> Name:
    kind, noun = _kind(canonical, mentions)
    kind = "state" if kind == "country" and homes.is_state(canonical, home) else kind
    aliases = {r.text for r in mentions} | {s for s, long in pairs.items() if long == canonical}
    aliases |= _known_aliases(canonical, kind, home)
    return Name(
        canonical,
        kind,
        tuple(sorted(aliases - {canonical})),
        _gender(canonical, mentions) if kind == "person" else _maybe(kind, mentions),
        gazetteer.nation_of(canonical) or ""
        if kind == "nationality"
        else _seat_of(canonical, kind),
        noun,
        evidence.told_noun(mentions, kind) if kind != "person" else "",
    )


def _known_aliases(canonical: str, kind: str, home: str) -> set[str]:
    """Other texts for a known name; of a country's body ("Congress") where that is the country."""
    known = gazetteer.lookup(canonical)
    if known is not None and known.kind in homes.OF_COUNTRIES and home:
        return set(gazetteer.other_names(known)) if known.country == home else set()
    return set(gazetteer.other_names(known)) if known and kind not in {"person", "city"} else set()


def _seat_of(canonical: str, kind: str) -> str:
    return (
        gazetteer.governed_from(canonical) or ""
        if kind in {"city", "facility", "organisation", "place"}
        else ""
    )


def _kind(canonical: str, mentions: list[RawMention]) -> tuple[str, str]:
    """The kind of a name and the word of it that shows the kind ("")."""
    labels = Counter(r.label for r in mentions if r.label)
    label = labels.most_common(1)[0][0] if labels else NO_LABEL
    by_words = gazetteer.kind_by_words(canonical)
    if is_vessel(canonical):
        return "other", ""
    if _certain_person(canonical, label, mentions) or _by_given_name(canonical, label):
        return "person", ""
    if MODEL in labels:
        return "product", ""
    noun = by_words[1].lower() if by_words else ""
    kind = _known_kind(canonical, label)
    if kind is not None:
        return kind, noun if by_words and kind == by_words[0] else ""
    sure = by_words is not None and label == "ORG" and by_words[0] == "company"
    if any(_told_person(r.span) for r in mentions) and not sure:
        return "person", ""
    if by_words:
        return by_words[0], noun
    return _by_use(label, canonical, mentions), ""


def _certain_person(canonical: str, label: str, mentions: list[RawMention]) -> bool:
    """Whether a title stands before the name, or everybody knows whose it is."""
    known = gazetteer.lookup(canonical)
    titled = any(_titled(r.span) for r in mentions) and ":" not in canonical
    if titled and (known is None or known.kind != "country"):  # "Mister America"
        return True
    return canonical in gazetteer.known_people() and label not in {"PRODUCT", "FAC", "LOC"}


def _known_kind(canonical: str, label: str) -> str | None:
    """The kind by the gazetteer; a demonym that is a newspaper's name as well is a nationality."""
    known = gazetteer.lookup(canonical) or gazetteer.lookup(canonical.removesuffix(" Group"))
    if gazetteer.nation_of(canonical) and (label == "NORP" or known is None):
        return "nationality"
    likely = known is not None and not (label == "PERSON" and known.kind == "city")
    return known.kind if known is not None and likely else None


def _by_use(label: str, canonical: str, mentions: list[RawMention]) -> str:
    """The kind of a name that only its label and its use tell."""
    shown = evidence.kind_shown(evidence.weighed(mentions))
    if label == "PERSON":
        told = shown if shown not in {None, "organisation"} else None
        human = _human(canonical, mentions) and not (told and " " not in canonical)
        return "person" if human else told or "other"
    if shown == "person" and label != "NORP":
        return "person"
    if shown is not None and label not in {"GPE", "LOC", "NORP"}:
        return shown
    if label in WEAK or (label == "ORG" and not _is_body(canonical, mentions)):
        return "other"
    return LABELS.get(label, "other")


def _is_body(canonical: str, mentions: list[RawMention]) -> bool:
    """Whether a name labelled as a body's acts as one, and nothing speaks against it."""
    if gazetteer.is_person_noun(canonical.rsplit(maxsplit=1)[-1]):
        return False  # "Republican Assemblywoman"
    total = evidence.weighed(mentions)
    if total["person"] or total["product"] > total["organisation"]:
        return False
    if len(canonical.split()) == 1 and not canonical.isupper() and not total["organisation"]:
        return False  # a single word that does no more than speak may be a person's surname
    if total["organisation"] + total["agent"] == 0:
        return False  # "UTC", "OBE"
    return any(_acts(r.span) for r in mentions)


def _by_given_name(canonical: str, label: str) -> bool:
    """Whether a name opens as people's do: "Maria Santos", "Tak-Sing Wong", "Lee Ho-hyeon".

    Some surnames are heads of other names as well: "Maria Park", labelled as a person's.
    """
    parts = canonical.split()
    if len(parts) == 1 or " of " in canonical:
        return False
    surname = label == "PERSON" and len(parts) == FULL and parts[1] in SURNAMES_TOO
    if gazetteer.lookup(canonical) or (gazetteer.kind_by_words(canonical) and not surname):
        return False
    return parts[0] in gazetteer.given_names() or _east_asian(parts)


def _east_asian(parts: list[str]) -> bool:
    """Whether an East Asian surname stands first or last beside a given name with a hyphen."""
    surnames = words("surnames_east_asian.txt")
    pairs = ((parts[0], parts[1]), (parts[-1], parts[-2]))
    return any(s in surnames and HYPHENED.fullmatch(g) for s, g in pairs)


def _told_person(span: Span) -> bool:
    """Whether the sentence says that the name is somebody's: "Sadikova is a teacher"."""
    root = span.root
    told = [c for c in root.children if c.dep_ == "appos"]
    if root.dep_ == "nsubj" and root.head.lemma_ == "be" and not children(root.head, "aux"):
        told += children(root.head, "attr")  # "could be the victim" tells nothing
    return any(c.tag_ == "NN" and gazetteer.is_person_noun(c.lemma_) for c in told)


def _human(canonical: str, mentions: list[RawMention]) -> bool:
    """Whether a name that spaCy takes for a person's is used as one at least once."""
    parts = canonical.split()
    if any(letter.isdigit() for letter in canonical) or "and" in parts:
        return False
    known = parts[0] in gazetteer.given_names() or parts[0] in words("surnames_east_asian.txt")
    shown = any(_speaks(r.span) or _beside_person(r.span) for r in mentions)
    return known or shown or (len(parts) > 1 and not any(_like_a_thing(r.span) for r in mentions))


def _like_a_thing(span: Span) -> bool:
    """Whether a name is used as people's are not: "the Namse Bangdzod", "in Ain Issa"."""
    before = span.doc[span.start - 1] if span.start else None
    placed = before is not None and before.lower_ in {"the", "in", "at", "near", "aboard", "into"}
    return placed or not all(t.is_alpha or "-" in t.text for t in span)


def _speaks(span: Span) -> bool:
    root = span.root
    return root.dep_ == "nsubj" and reports(root.head)


def _beside_person(span: Span) -> bool:
    """Whether a noun for a person stands before or beside the name: "prosecutor Sierak"."""
    root = span.root
    beside = [c for c in root.children if c.dep_ in {"compound", "appos", "nmod"}]
    beside += [root.head] if root.dep_ == "appos" else []
    return any(t.tag_ == "NN" and gazetteer.is_person_noun(t.lemma_) for t in beside)


def _acts(span: Span) -> bool:
    """Whether a name does what bodies do and products don't: it speaks, or is an acronym."""
    root = span.root
    return _speaks(span) or (root.text.isupper() and root.text.isalpha() and len(root.text) > 1)


def _titled(span: Span) -> bool:
    """Whether a title stands right before the name ("President Moon", "Mr. Kim")."""
    if span.start == span.sent.start:
        return False
    before = span.doc[span.start - 1]
    return is_title(before) and before.text[0].isupper()


def _maybe(kind: str, mentions: list[RawMention]) -> str:
    """Whether a name of no certain kind may be a person's."""
    return UNSURE if kind == "other" and any(r.label == "PERSON" for r in mentions) else ""


def _gender(canonical: str, mentions: list[RawMention]) -> str:
    for r in mentions:
        if _titled(r.span):
            title = r.span.doc[r.span.start - 1].text
            shown = gazetteer.titles().get(title) or gazetteer.titles().get(title.rstrip("."), "")
            if shown in {"m", "f"}:
                return shown
    if canonical in gazetteer.known_people():
        return gazetteer.known_people()[canonical][1]
    given = gazetteer.given_names().get(canonical.split(maxsplit=1)[0], "")
    return given if given in {"m", "f"} and " " in canonical else ""
