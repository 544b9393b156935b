"""People: the names of an article that can be people's, and where each of them stands.

More is taken for a person here than elsewhere, for whoever may be one is a rival: names of no
certain kind, and proper nouns that were not found as names but stand where people do.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from quizgen import gazetteer
from quizgen.analysis.mentions import is_title, name_ends
from quizgen.analysis.names import UNSURE, Mention, Name, Names
from quizgen.analysis.references.positions import Position, position_of
from quizgen.analysis.syntax import children, in_brackets

UNTYPED = frozenset({"other", "place", "organisation", "facility"})
NO_PERSON = frozenset("DATE TIME GPE NORP LANGUAGE EVENT LAW WORK_OF_ART".split())
ARGUMENTS = frozenset("nsubj nsubjpass poss dobj dative pobj conj appos".split())
ARTICLES = frozenset({"the", "a", "an"})
PLACING = frozenset("in of at from near to around outside through across".split())
BEFORE_THINGS = frozenset({"the", "in", "at", "near", "aboard", "into"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is named: the mention and its head token, with the head's position.

    `sentence` counts through the article. `aside` says that the name stands in brackets or
    after "as" and so is hardly what a pronoun takes up.
    """

    mention: Mention
    token: Token
    sentence: int
    position: Position
    aside: bool = False

    @property
    def name(self) -> Name:
        """Who is named."""
        return self.mention.name

    @property
    def order(self) -> tuple[int, int]:
        """The paragraph and the token."""
        return self.mention.paragraph, self.token.i

    @property
    def subject(self) -> bool:
        """Whether the person is the subject of a clause."""
        return self.position.role == "subject"

    @property
    def short(self) -> bool:
        """Whether the person is named by one word, as somebody known already is."""
        return self.mention.end - self.mention.start == 1

    @property
    def described(self) -> bool:
        """Whether the sentence says what the person is ("Santos is a teacher")."""
        verb = self.token.head
        told = children(verb, "attr") if verb.lemma_ == "be" and self.subject else []
        return any(c.tag_ == "NN" and gazetteer.is_person_noun(c.lemma_) for c in told)


def places(docs: tuple[Doc, ...], names: Names, sentences: list[list[int]]) -> list[Place]:
    """All mentions of names that may be people's, in order.

    `sentences` holds for each paragraph the number of each token's sentence.
    """
    found = (*_likely(docs, names), *_missed(docs, names))
    spans = ((m, docs[m.paragraph][m.start : m.end]) for m in found)
    return sorted(
        (_place(m, s.root, sentences) for m, s in spans if not _two(s)), key=lambda p: p.order
    )


def _two(span: Span) -> bool:
    """Whether a name holds a verb, so is two names with their sentence ("Ann met Bo")."""
    return any(t.tag_[:2] in {"VB", "MD"} and t.text.islower() for t in span)


def _place(mention: Mention, token: Token, sentences: list[list[int]]) -> Place:
    position = position_of(token)
    head = position.head
    aside = in_brackets(token) or (head.dep_ == "pobj" and head.head.lower_ == "as")
    return Place(mention, token, sentences[mention.paragraph][token.i], position, aside)


def _likely(docs: tuple[Doc, ...], names: Names) -> Iterator[Mention]:
    """The names that are people's, or may be; a place called as one of them is that person."""
    whole = _by_end(names)
    things = {m.name for m in names.mentions if _after_article(docs[m.paragraph], m)}
    acting = {m.name for m in names.mentions if not _placed(docs[m.paragraph][m.start : m.end])}
    things |= {m.name for m in names.mentions if m.name.kind == "place" and m.name not in acting}
    labelled = persons_by_label(docs, names)
    for m in names.mentions:
        if len(whole.get(m.name.text, ())) == 1 and m.name.kind != "person":
            yield Mention(m.paragraph, m.start, m.end, min(whole[m.name.text], key=str))
        elif m.name.kind == "person" or (m.name not in things and _maybe(m.name, labelled)):
            yield m


def persons_by_label(docs: tuple[Doc, ...], names: Names) -> set[Name]:
    """The names that are people's, by their kind or by some mention that spaCy takes for one."""
    sure = {m.name for m in names.mentions if m.name.kind == "person" or m.name.gender == UNSURE}
    told = {m.name for m in names.mentions if docs[m.paragraph][m.start].ent_type_ == "PERSON"}
    return sure | told


def _after_article(doc: Doc, mention: Mention) -> bool:
    """Whether an article stands right before a name, as it does before things and bodies."""
    return mention.start > 0 and doc[mention.start - 1].lower_ in ARTICLES


def _by_end(names: Names) -> dict[str, set[Name]]:
    """For each first name and surname of a person named in full, who bears it."""
    bearers: dict[str, set[Name]] = defaultdict(set)
    for name in {m.name for m in names.mentions if m.name.kind == "person"}:
        for end in name_ends(name.text) if " " in name.text else ():
            bearers[end].add(name)
    return bearers


def _placed(span: Span) -> bool:
    """Whether a name stands after a preposition of place ("the mayor of Gdynia")."""
    return span.root.dep_ == "pobj" and span.root.head.lower_ in PLACING


def _maybe(name: Name, labelled: set[Name]) -> bool:
    return name in labelled or (name.kind in UNTYPED and not _known(name.text))


def _known(text: str) -> bool:
    first = text.split(maxsplit=1)[0]
    branch = gazetteer.lookup(first) if first.isupper() else None  # "VOA Learning English"
    known = gazetteer.lookup(text) or gazetteer.nation_of(text) or gazetteer.kind_by_words(text)
    return (branch or known) is not None


def _missed(docs: tuple[Doc, ...], names: Names) -> Iterator[Mention]:
    """Proper nouns that were not found as names and stand where people do."""
    for number, doc in enumerate(docs):
        for token in doc:
            if token.tag_ == "NNP" and token.dep_ in ARGUMENTS and token.is_alpha:
                mention = _whole(number, token, names)
                if mention is not None:
                    yield mention


def _whole(number: int, token: Token, names: Names) -> Mention | None:
    """The unfound name that ends with a token, unless it is known to be no person's."""
    if names.at(number, token) is not None or token.ent_type_ in NO_PERSON:
        return None
    doc, start = token.doc, token.i
    while start and _goes_before(doc[start - 1], token) and not names.at(number, doc[start - 1]):
        start -= 1
    text = doc[start : token.i + 1].text
    if (start and doc[start - 1].lower_ in BEFORE_THINGS) or not text[0].isupper() or _known(text):
        return None
    given = text.split()[0] in gazetteer.given_names()
    name = names.called(text) or Name(text, "person" if given else "other", gender=UNSURE)
    return Mention(number, start, token.i + 1, name)


def _goes_before(word: Token, token: Token) -> bool:
    return word.tag_ == "NNP" and word.head == token and not is_title(word)
