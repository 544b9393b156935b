"""Mentions: spaCy's entities trimmed to the names that they hold, the raw material of naming."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from quizgen import gazetteer
from quizgen.analysis.paragraphs import Paragraph
from quizgen.analysis.spelling import mended_name
from quizgen.data import words

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
UNNUMBERED = frozenset({"PERSON", "GPE"})  # labels of names that hold no figures
SYLLABLES = frozenset({"or", "an", "so", "do", "no", "un", "up", "he", "she", "ho", "on"})
"""Names that are common words as well; a capital within a sentence shows the name."""
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
    inside = {r.text for r in raw if r.span.start > r.span.sent.start}
    small = {t.text for doc in docs for t in doc if t.pos_ == "ADJ" and t.text.islower()}
    common |= {r.text.lower() for r in raw if r.text not in inside} & small  # "Supersonic is ..."
    return [r for r in raw if (r.text in body or not body) and r.text.lower() not in common]


def raw_mentions(number: int, doc: Doc) -> Iterator[RawMention]:
    """The names of a paragraph as spaCy finds them, trimmed, in order."""
    for ent in doc.ents:
        for part in _parts(ent) if ent.label_ in LABELS else ():
            span = _trimmed(part, ent.label_)
            if span is not None and _like_a_name(span):
                yield RawMention(number, span, called_by(span), ent.label_)


def called_by(span: Span) -> str:
    """The text of a name as it is shown, without article and possessive ending."""
    return mended_name(gazetteer.bare(span.text))


def _like_a_name(span: Span) -> bool:
    """Whether a text has a capital or is known, without brackets that the recogniser ran over."""
    named = span.text != span.text.lower() or gazetteer.lookup(span.text) is not None
    return named and not set(span.text) & set("[](){}<>")


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
        return gazetteer.lookup(rest.text) is not None or _opens_person(rest)
    country = before.i == ent.start and gazetteer.lookup(before.text)
    if not country or country.kind != "country" or len(rest) == 1:
        return False
    return ent.label_ in {"ORG", "PERSON"} and token.text in gazetteer.given_names()


def _opens_person(rest: Span) -> bool:
    """Whether what is left of an entity is a person's full name."""
    first = rest[0].text
    known = first in gazetteer.given_names() or first in words("surnames_east_asian.txt")
    return known and len(rest) > 1


def _trimmed(ent: Span, label: str) -> Span | None:
    """The entity without article, titles, possessive and marks; a person with all his names."""
    start, end, doc = ent.start, ent.end, ent.doc
    while start < end and _no_opening(doc[start], label):
        start += 1
    end = next((t.i for t in doc[start + 1 : end] if label in UNNUMBERED and t.like_num), end)
    while end > start and _no_ending(doc[start:end]):
        end -= 1
    if end > start > 0 and doc[start].text == "of" and doc[start - 1].pos_ == "PROPN":
        start -= 1  # "Organization" + "of Islamic Cooperation"
    while label == "PERSON" and start < end < len(doc) and _goes_on(doc[end - 1], doc[end]):
        end += 1
    if label == "PERSON" and end > start > 0 and _broken_before(doc[start]):
        start -= 1
    if start < end < len(doc) and (_own_ending(doc[start:end], label) or _campus(doc, end)):
        end += 1 if doc[end].text == "'s" else 2
    return doc[start:end] if start < end else None


def _broken_before(token: Token) -> bool:
    """Whether the word before is the name's first half, cut off: "Jean- Pierre"."""
    before = token.nbor(-1)
    return before.is_title and before.text.endswith("-") and before.text[:-1].isalpha()


def _own_ending(span: Span, label: str) -> bool:
    """Whether the "'s" after a name owns nothing, so is the name's own ("visited St Ninian's")."""
    after = span.doc[span.end]
    free = after.text == "'s" and after.tag_ == "POS" and after.head == span.root
    return free and label != "PERSON" and span.root.dep_ in {"dobj", "nsubj"}


def _campus(doc: Doc, end: int) -> bool:
    """Whether a place after a comma ends a university's name: "University of California, Berkeley".

    Only after a state, of whose universities there are several.
    """
    return any(is_campus(t) for t in doc[end + 1 : end + 2])


def is_campus(token: Token) -> bool:
    """Whether a token is the place that belongs to a university's name."""
    before = token.doc[max(0, token.i - 4) : token.i]
    if before[-1:].text != "," or "University of" not in before.text or not token.is_title:
        return False
    state = gazetteer.lookup(before[-2].text)
    return state is not None and state.kind == "state" and gazetteer.lookup(token.text) != state


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
    if following.is_title and following.lower_ in SYLLABLES and not following.is_sent_start:
        return True  # "Wilson Or"
    if following.text[:2] == "d'" or (following.text == "May" and _given_alone(last)):
        return True
    linked = following.head == last or last.head == following
    return (
        following.pos_ == "PROPN"
        and linked
        and last.dep_ == "compound"
        and following.ent_type_ == ""
    )


def _given_alone(token: Token) -> bool:
    """Whether a given name stands without a surname ("Theresa" before "May", read as a month)."""
    alone = token.ent_iob_ == "B" and token.dep_ != "pobj"
    return alone and token.text in gazetteer.given_names()


def surname(text: str) -> str:
    """The last word of a person's name that is no "Jr." or the like."""
    return name_ends(text)[1]


def name_ends(person: str) -> tuple[str, str]:
    """The first name and the surname, without "Jr." and the like."""
    parts = [part for part in person.split() if part.rstrip(".") not in SUFFIXES]
    return (parts[0], parts[-1]) if parts else (person, person)
