"""Names: one canonical name, fine kind and aliases for every person, body and place of an article.

spaCy's entities are the raw material. They are trimmed, joined by their words over the whole
article, typed by agreement, titles, words and the gazetteer, and merged (surname, acronym).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from quizgen import gazetteer
from quizgen.analysis.paragraphs import Paragraph
from quizgen.data import words

LABELS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
    "NORP": "nationality",
    "EVENT": "event",
    "LAW": "law",
    "PRODUCT": "product",
    "WORK_OF_ART": "work",
}
WEAK = frozenset({"EVENT", "LAW", "PRODUCT", "WORK_OF_ART", "FAC"})
"""Labels that spaCy's English pipelines get right in 31-56 % of cases: never typed by them alone."""

SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})

ACRONYM = re.compile(
    r"((?:[A-Z][\w&.'-]*[ ,]+(?:(?:of|the|for|and|on|to|in|de)[ ]+)*)+[A-Z][\w&.'-]*) \(([A-Z][A-Za-z]{1,7})\)"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the article: canonical text, fine kind, other texts for it, and what is known.

    `gender` is m, f or "" and only set for persons; `nation` is the canonical name of the country
    that a nationality or a seat of government belongs to; `noun` is the word of the name that says
    what it is ("airport"), else "".
    """

    text: str
    kind: str
    aliases: tuple[str, ...] = ()
    gender: str = ""
    nation: str = ""
    noun: str = ""

    def answers_to(self, text: str) -> bool:
        """Whether the text is this name or one of its aliases."""
        return gazetteer.bare(text) in {self.text, *self.aliases}


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `start` to `end` (exclusive) of paragraph number `paragraph`, and the name meant."""

    paragraph: int
    start: int
    end: int
    name: Name


class Names:
    """All names of an article, found by token or by text."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.mentions = tuple(mentions)
        self._at = {(m.paragraph, i): m for m in self.mentions for i in range(m.start, m.end)}
        self._by_text = {
            text: m.name for m in self.mentions for text in (m.name.text, *m.name.aliases)
        }
        self._in: dict[int, list[Mention]] = defaultdict(list)
        for mention in sorted(self.mentions, key=lambda m: (m.paragraph, m.start)):
            self._in[mention.paragraph].append(mention)
        self.counts = Counter(m.name.text for m in self.mentions)

    def at(self, paragraph: int, token: Token) -> Mention | None:
        """The mention that holds the token, if any."""
        return self._at.get((paragraph, token.i))

    def in_paragraph(self, paragraph: int) -> list[Mention]:
        """The mentions of a paragraph in order."""
        return self._in.get(paragraph, [])

    def called(self, text: str) -> Name | None:
        """The name that goes by this text in the article, if any."""
        return self._by_text.get(gazetteer.bare(text))


@dataclass(frozen=True, slots=True)
class _Raw:
    paragraph: int
    span: Span
    text: str
    label: str


def find(paragraphs: tuple[Paragraph, ...], docs: tuple[Doc, ...]) -> Names:
    """The names of an article, given its paragraphs and their parses."""
    raw = _trusted(
        paragraphs, [r for n, doc in enumerate(docs) for r in _raw_mentions(n, doc)], docs
    )
    pairs = dict(
        (short, gazetteer.bare(long))
        for paragraph in paragraphs
        for long, short in _acronyms(paragraph.text)
    )
    texts = _canonical_texts(raw, pairs)
    names = _type_names(raw, texts, pairs)
    return Names(
        Mention(r.paragraph, r.span.start, r.span.end, names[texts[r.text]])
        for r in raw
        if r.text in texts
    )


def _trusted(
    paragraphs: tuple[Paragraph, ...], raw: list[_Raw], docs: tuple[Doc, ...]
) -> list[_Raw]:
    """The mentions without those only in headlines, and without common nouns made names by a capital."""
    body = {r.text for r in raw if paragraphs[r.paragraph].kind == "body"}
    body |= {r.text for r in raw if r.label == "PERSON" and _ends(r.text)[1] in body}
    common = {t.text for doc in docs for t in doc if t.pos_ == "NOUN" and t.text.islower()}
    return [r for r in raw if (r.text in body or not body) and r.text.lower() not in common]


def _raw_mentions(number: int, doc: Doc) -> Iterator[_Raw]:
    for ent in doc.ents:
        if ent.label_ in LABELS:
            span = _trimmed(ent)
            if span is not None:
                yield _Raw(number, span, gazetteer.bare(span.text), ent.label_)


def _trimmed(ent: Span) -> Span | None:
    """The entity without article, titles, possessive and brackets; a person with all his names."""
    start, end, doc = ent.start, ent.end, ent.doc
    while start < end and (doc[start].lower_ == "the" or _stripped_title(ent, doc[start])):
        start += 1
    while end > start and (
        doc[end - 1].text in {"'s", "'", ",", "(", ")"} or not doc[end - 1].text.strip()
    ):
        end -= 1
    while ent.label_ == "PERSON" and end < len(doc) and _goes_on(doc[end - 1], doc[end]):
        end += 1
    return doc[start:end] if start < end else None


def _stripped_title(ent: Span, token: Token) -> bool:
    """Whether a person's name starts with a title; "Dean" is one, but also a given name."""
    return ent.label_ == "PERSON" and _is_title(token) and token.text not in gazetteer.given_names()


def _is_title(token: Token) -> bool:
    return token.text.rstrip(".") in gazetteer.titles() or token.text in gazetteer.titles()


def _goes_on(last: Token, following: Token) -> bool:
    linked = following.head == last or last.head == following
    return (
        following.pos_ == "PROPN"
        and linked
        and last.dep_ == "compound"
        and following.ent_type_ == ""
    )


def acronyms(text: str) -> list[tuple[str, str]]:
    """Pairs of a long form and its acronym, as "World Trade Organization (WTO)" gives them."""
    return list(_acronyms(text))


def _acronyms(text: str) -> Iterator[tuple[str, str]]:
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
        if _letters_in_order(acronym, tail) and len(tail) > 1:
            return " ".join(tail)
    return None


def _letters_in_order(acronym: str, parts: list[str]) -> bool:
    """Whether each word starts with the next letters of the acronym (Ministry ... Trade, Industry: METI)."""
    capitals = [part[0] for part in parts if part[0].isupper()]
    return "".join(capitals) == acronym.upper()


def _canonical_texts(raw: list[_Raw], pairs: dict[str, str]) -> dict[str, str]:
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
    given = parts[0] in gazetteer.given_names()
    known = given and gazetteer.kind_by_words(text) is None
    person = labels.most_common(1)[0][0] == "PERSON" and (given or text in inside)
    return len(parts) > 1 and (person or known)


def _canonical(
    text: str, texts: set[str], people: list[str], pairs: dict[str, str], labels: Counter[str]
) -> str:
    if text in pairs:
        return pairs[text]
    known = gazetteer.lookup(text)
    if known and not (known.kind == "city" and "PERSON" in labels):
        return known.name if known.kind == "country" else text
    plain = text.replace("-", " ").casefold()
    for person in people:
        if plain == person.replace("-", " ").casefold() or _same_person(text, person):
            return person
    fits = {_first_form(p, people) for p in people if " " not in text and text in _ends(p)}
    if len(fits) == 1:
        return fits.pop()
    longer = [t for t in texts if t.endswith(" " + text) and gazetteer.kind_by_words(t.split()[0])]
    return longer[0] if len(longer) == 1 and not fits else text


def _first_form(person: str, people: list[str]) -> str:
    """The form under which a person of several forms ("John Conyers", "John J. Conyers") goes."""
    return next((p for p in people if _same_person(person, p)), person)


def _ends(person: str) -> tuple[str, str]:
    """The first name and the surname, without "Jr." and the like."""
    parts = [part for part in person.split() if part.rstrip(".") not in SUFFIXES]
    return (parts[0], parts[-1]) if parts else (person, person)


def _same_person(one: str, other: str) -> bool:
    """Whether two full names share first name and surname, or one is the start of the other."""
    if " " not in one:
        return False
    shorter, longer = sorted((one, other), key=len)
    return _ends(one) == _ends(other) or longer.startswith(shorter + " ")


def _type_names(raw: list[_Raw], texts: dict[str, str], pairs: dict[str, str]) -> dict[str, Name]:
    grouped: dict[str, list[_Raw]] = defaultdict(list)
    for r in raw:
        grouped[texts[r.text]].append(r)
    return {
        canonical: _typed(canonical, mentions, pairs) for canonical, mentions in grouped.items()
    }


def _typed(canonical: str, mentions: list[_Raw], pairs: dict[str, str]) -> Name:
    kind, noun = _kind(canonical, mentions)
    aliases = {r.text for r in mentions} | {s for s, long in pairs.items() if long == canonical}
    aliases |= _known_aliases(canonical, kind)
    return Name(
        canonical,
        kind,
        tuple(sorted(aliases - {canonical})),
        _gender(canonical, mentions) if kind == "person" else "",
        gazetteer.nation_of(canonical) or ""
        if kind == "nationality"
        else _seat_of(canonical, kind),
        noun,
    )


def _known_aliases(canonical: str, kind: str) -> set[str]:
    known = gazetteer.lookup(canonical)
    return set(gazetteer.other_names(known)) if known and kind not in {"person", "city"} else set()


def _seat_of(canonical: str, kind: str) -> str:
    return (
        gazetteer.governed_from(canonical) or ""
        if kind in {"city", "facility", "organisation", "place"}
        else ""
    )


def _kind(canonical: str, mentions: list[_Raw]) -> tuple[str, str]:
    labels = Counter(r.label for r in mentions)
    label = labels.most_common(1)[0][0]
    if ":" not in canonical and any(_titled(r.span) for r in mentions):
        return "person", ""
    known = gazetteer.lookup(canonical)
    by_words = gazetteer.kind_by_words(canonical)
    first = canonical.split(maxsplit=1)[0]
    if (
        len(canonical.split()) > 1
        and first in gazetteer.given_names()
        and not by_words
        and not known
    ):
        return "person", ""
    if known and not (label == "PERSON" and known.kind == "city"):
        return known.kind, by_words[1].lower() if by_words else ""
    if gazetteer.nation_of(canonical):
        return "nationality", ""
    if label == "PERSON" or any(_told_person(r.span) for r in mentions):
        return "person", ""
    if by_words:
        return by_words[0], by_words[1].lower()
    if label in WEAK or (label == "ORG" and not any(_acts(r.span) for r in mentions)):
        return "other", ""
    return LABELS[label], ""


def _told_person(span: Span) -> bool:
    """Whether the sentence says that the name is somebody's: "Sadikova is a teacher"."""
    root = span.root
    told = [c for c in root.children if c.dep_ == "appos"]
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        told += [c for c in root.head.children if c.dep_ == "attr"]
    return any(c.tag_ == "NN" and gazetteer.is_person_noun(c.lemma_) for c in told)


def _acts(span: Span) -> bool:
    """Whether a name does what bodies do and products don't: it says something, or is an acronym."""
    root = span.root
    says = root.dep_ == "nsubj" and root.head.lemma_ in words("reporting_verbs.txt")
    return says or (root.text.isupper() and root.text.isalpha() and len(root.text) > 1)


def _titled(span: Span) -> bool:
    """Whether a title stands right before the name ("President Moon", "Mr. Kim")."""
    if span.start == span.sent.start:
        return False
    before = span.doc[span.start - 1]
    return _is_title(before) and before.text[0].isupper()


def _gender(canonical: str, mentions: list[_Raw]) -> str:
    for r in mentions:
        if _titled(r.span):
            title = r.span.doc[r.span.start - 1].text
            shown = gazetteer.titles().get(title) or gazetteer.titles().get(title.rstrip("."), "")
            if shown in {"m", "f"}:
                return shown
    given = gazetteer.given_names().get(canonical.split(maxsplit=1)[0], "")
    return given if given in {"m", "f"} and " " in canonical else ""
