"""Mentions: spaCy's entities trimmed to the names that they hold, the raw material of naming."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from quizgen import gazetteer
from quizgen.analysis.paragraphs import Paragraph

SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
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
    "MODEL": "product",  # our own: put together by `products`
}
MODEL = "MODEL"
DASHES = frozenset({"-", "--", "–", "—", "/", "|"})
MARKS = frozenset({"'s", "'", ",", "(", ")", '"', ".", ":", ";", "!", "?"}) | DASHES
PARTICLES = frozenset(
    "bin ibn bint abu al el ul ben de da do dos del della di van von der den la le du af zu".split()
)


NO_LABEL = ""  # of a mention that spaCy's recogniser passed over


@dataclass(frozen=True, slots=True)
class RawMention:
    """A name as it stands: its span in a paragraph, its bare text, spaCy's label or `NO_LABEL`."""

    paragraph: int
    span: Span
    text: str
    label: str


def trusted(
    paragraphs: tuple[Paragraph, ...], raw: list[RawMention], docs: tuple[Doc, ...]
) -> list[RawMention]:
    """The mentions without those only in headlines, and without common nouns with a capital."""
    body = {r.text for r in raw if paragraphs[r.paragraph].kind == "body"}
    body |= {r.text for r in raw if r.label == "PERSON" and surname(r.text) in body}
    common = {t.text for doc in docs for t in doc if t.pos_ == "NOUN" and t.text.islower()}
    return [r for r in raw if (r.text in body or not body) and r.text.lower() not in common]


def raw_mentions(number: int, doc: Doc) -> Iterator[RawMention]:
    """The names of a paragraph as spaCy finds them, trimmed, in order."""
    for ent in doc.ents:
        for part in _parts(ent) if ent.label_ in LABELS else ():
            span = _trimmed(part, ent.label_)
            if span is not None and not set(span.text) & set("[](){}<>"):
                yield RawMention(number, span, gazetteer.bare(span.text), ent.label_)


def _parts(ent: Span) -> Iterator[Span]:
    """The entity cut where two names were run together ("San Jose - Cisco")."""
    start = ent.start
    for token in ent if gazetteer.lookup(ent.text) is None else ():
        if token.i > start and _cuts(token, ent):
            yield ent.doc[start : token.i]
            start = token.i
    if start < ent.end:
        yield ent.doc[start : ent.end]


def _cuts(token: Token, ent: Span) -> bool:
    """Whether another name opens at the token: after a dash, a possessor or a country."""
    before, rest = token.nbor(-1), ent.doc[token.i : ent.end]
    if before.text in DASHES and before.whitespace_ and before.i > ent.start:
        return before.nbor(-1).whitespace_ != ""
    if before.text == "'s" and token.is_title:
        return gazetteer.lookup(rest.text) is not None
    country = before.i == ent.start and gazetteer.lookup(before.text)
    if not country or country.kind != "country" or len(rest) == 1:
        return False
    return ent.label_ in {"ORG", "PERSON"} and token.text in gazetteer.given_names()


def _trimmed(ent: Span, label: str) -> Span | None:
    """The entity without article, titles, possessive and marks; a person with all his names."""
    start, end, doc = ent.start, ent.end, ent.doc
    while start < end and _no_opening(doc[start], label):
        start += 1
    while end > start and _no_ending(doc[start:end]):
        end -= 1
    if end > start > 0 and doc[start].text == "of" and doc[start - 1].pos_ == "PROPN":
        start -= 1  # "Organization" + "of Islamic Cooperation"
    while label == "PERSON" and start < end < len(doc) and _goes_on(doc[end - 1], doc[end]):
        end += 1
    return doc[start:end] if start < end else None


def _no_opening(token: Token, label: str) -> bool:
    article = token.lower_ == "the" or (token.text in {"a", "an"} and token.whitespace_ != "")
    return article or token.text in MARKS or _stripped_title(token, label)


def _no_ending(span: Span) -> bool:
    """Whether the last token is no part of the name; the "'s" of "McDonald's" is one."""
    last = span[-1]
    if last.text == "'s" and gazetteer.lookup(span.text) != gazetteer.lookup(span[:-1].text):
        return False
    return last.text in MARKS or not last.text.strip()


def _stripped_title(token: Token, label: str) -> bool:
    """Whether a person's name starts with a title; "Dean" is one, but also a given name."""
    return label == "PERSON" and is_title(token) and token.text not in gazetteer.given_names()


def is_title(token: Token) -> bool:
    """Whether a word is a title that stands before names ("President", "Mr.")."""
    return token.text.rstrip(".") in gazetteer.titles() or token.text in gazetteer.titles()


def _goes_on(last: Token, following: Token) -> bool:
    """Whether a person's name goes on: by the parse, or after a particle ("Omar bin" + "Said")."""
    if last.lower_ in PARTICLES and not last.is_title and following.is_title:
        return True
    linked = following.head == last or last.head == following
    return (
        following.pos_ == "PROPN"
        and linked
        and last.dep_ == "compound"
        and following.ent_type_ == ""
    )


def surname(text: str) -> str:
    """The last word of a person's name that is no "Jr." or the like."""
    return name_ends(text)[1]


def name_ends(person: str) -> tuple[str, str]:
    """The first name and the surname, without "Jr." and the like."""
    parts = [part for part in person.split() if part.rstrip(".") not in SUFFIXES]
    return (parts[0], parts[-1]) if parts else (person, person)
