"""Evidence: what the words beside a name's mentions say of its kind, gathered and weighed.

"Shares of X", "X's CEO", "the airline X", "X, a village in ...", "an X", "X users": each is a sign
of a kind, and the signs of all mentions are added up. No single mention needs to be decisive, and
signs that contradict each other leave the kind open.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Span, Token

from quizgen import gazetteer
from quizgen.analysis.mentions import RawMention
from quizgen.analysis.syntax import SUBJECTS, children
from quizgen.data import rows

TOLD = 3  # weight of a noun that says outright what the name is
WHO = 1  # weight of "who": a body may be meant, or the word before hangs elsewhere
PEOPLED = 2  # weight of a person who is said to be of the name
COUNTED = 2  # weight of use as a countable thing ("an X", "22 Xs")
LABELLED = 1  # weight of a recogniser's label that is wrong too often to be believed alone
LEAST = 2  # a kind needs as much, and ...
LEASTS = {"product": 3}  # more: divisions, storms and planets are counted and labelled too
MARGIN = 2  # ... as much more than the next
AGENTIVE = frozenset({"at", "by", "for", "from", "with", "against"})
"""Prepositions before bodies; an acronym after them is one more often than not."""
GENERAL = frozenset({"organisation", "agent"})
PRODUCT_LABELS = frozenset({"PRODUCT"})

Sign = tuple[str, int]


@cache
def _class_nouns() -> dict[str, str]:
    return {row["noun"]: row["kind"] for row in rows("class_nouns.tsv")}


@cache
def _signs() -> dict[tuple[str, str], tuple[Sign, ...]]:
    found: dict[tuple[str, str], tuple[Sign, ...]] = defaultdict(tuple)
    for row in rows("name_evidence.tsv"):
        found[row["relation"], row["word"]] += ((row["kind"], int(row["weight"])),)
    return dict(found)


def weighed(mentions: Iterable[RawMention]) -> Counter[str]:
    """The weight of evidence for each kind, over all mentions of one name."""
    total: Counter[str] = Counter()
    labelled = False
    for mention in mentions:
        labelled |= mention.label in PRODUCT_LABELS
        for kind, weight in set(_of_mention(mention)):
            total[kind] += weight
    return total + Counter(product=LABELLED * labelled)


def told_noun(mentions: Iterable[RawMention], kind: str) -> str:
    """The noun by which the article says what a name of this kind is, oftenest said; "" if none.

    Only one that can ask for it: "airline" in "the airline X", "village" in "X, a village".
    """
    told = Counter(
        noun.lemma_.lower()
        for mention in mentions
        for noun in _telling(mention.span)
        if noun.tag_ == "NN"
    )
    fits = (n for n in sorted(told, key=lambda n: (-told[n], n)) if _alike(n, kind))
    return next((word for n in fits if (word := _askable().get(n, ""))), "")


def _alike(noun: str, kind: str) -> bool:
    """Whether a class noun and a name's kind go together."""
    other = _class_nouns().get(noun)
    places = gazetteer.PLACES - {"country"}
    return other == kind or {other, kind} <= places or {other, kind} <= gazetteer.ORGANISATIONS


@cache
def _askable() -> dict[str, str]:
    return {row["noun"]: row["ask"] for row in rows("class_nouns.tsv")}


def kind_shown(total: Counter[str]) -> str | None:
    """The kind that the evidence shows beyond doubt, or None.

    "organisation" speaks for every kind of body and is the answer only where none is shown. An
    "agent" speaks or decides: a body, where nothing says that it is a person.
    """
    bodies = total["organisation"] + (0 if total["person"] else total["agent"])
    ranked = Counter({k: w for k, w in total.items() if k not in GENERAL}).most_common(2)
    if not ranked:
        return "organisation" if total["organisation"] and bodies >= LEAST else None
    (kind, weight), *others = ranked
    against = max(others[0][1] if others else 0, 0 if kind in gazetteer.ORGANISATIONS else bodies)
    if weight >= LEASTS.get(kind, LEAST) and weight - against >= MARGIN:
        return kind
    sure = total["organisation"] and bodies >= LEAST and bodies - weight >= MARGIN
    return "organisation" if sure else None


def _of_mention(mention: RawMention) -> Iterator[Sign]:
    span = mention.span
    yield from _told(span)
    yield from _by_verb(span.root)
    yield from _by_noun(span)
    yield from _counted(span)
    if any(t.lower_ == "who" for c in children(span.root, "relcl") for t in c.children):
        yield "person", WHO


def _told(span: Span) -> Iterator[Sign]:
    """By a class noun that stands before, after or in apposition to the name."""
    for noun in _telling(span):
        kind = _class_nouns().get(noun.lemma_.lower()) or _class_nouns().get(noun.text)
        if noun.tag_ == "NN" and (kind or gazetteer.is_person_noun(noun.lemma_)):
            yield kind or "person", TOLD


def _telling(span: Span) -> Iterator[Token]:
    root = span.root
    yield from children(root, "appos")
    if root.dep_ == "appos":
        yield root.head
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        yield from children(root.head, "attr")
    if span.start and span[0].nbor(-1).dep_ in {"compound", "nmod"}:
        yield span[0].nbor(-1)
    if root.dep_ == "pobj" and root.head.text == "of" and root.head.head.i == root.head.i - 1:
        yield from _named_by_of(root.head.head)


def _named_by_of(noun: Token) -> Iterator[Token]:
    """The noun of "the city of X", which only nouns for places name so."""
    kind = _class_nouns().get(noun.lemma_)
    if kind in gazetteer.PLACES and any(c.lower_ == "the" for c in noun.children):
        yield noun


def _by_verb(root: Token) -> Iterator[Sign]:
    if root.dep_ in SUBJECTS or root.dep_ in {"agent", "dobj"}:
        relation = "subject" if root.dep_ == "nsubj" else "object"
        yield from _signs().get((relation, root.head.lemma_.lower()), ())
    if root.dep_ == "pobj" and root.head.dep_ == "agent":
        yield from _signs().get(("subject", root.head.head.lemma_.lower()), ())


def _by_noun(span: Span) -> Iterator[Sign]:
    """By the noun that the name belongs to: "X's CEO", "X users", "shares of X"."""
    root = span.root
    owned = None
    if root.dep_ in {"poss", "compound", "nmod"} and root.head not in span:
        owned = root.head
    elif root.dep_ == "pobj" and root.head.lower_ in {"of", "at", "for"}:
        owned = root.head.head
    if owned is not None:
        yield from _signs().get(("with", owned.lemma_.lower()), ()) or _with_people(root, owned)
    if root.dep_ == "pobj" and root.head.lower_ in AGENTIVE and root.text.isupper():
        yield "agent", 1


def _with_people(root: Token, owned: Token) -> Iterator[Sign]:
    """By the people that belong to it: "DAB's Ben Chan", "FSLN followers"."""
    if owned.ent_type_ == "PERSON" and root.dep_ != "compound":
        yield "organisation", PEOPLED
    elif owned.pos_ == "NOUN" and gazetteer.is_person_noun(owned.lemma_):
        yield "organisation", 1


def _counted(span: Span) -> Iterator[Sign]:
    """As a thing that can be counted: "an X", "its X", "Apple's X", the plural in "22 Xs"."""
    root = span.root
    if root.dep_ in {"compound", "poss", "nmod", "appos"} and root.head not in span:
        return
    if any(_counts(c) for c in root.children if c.i < span.start):
        yield "product", COUNTED


def _counts(token: Token) -> bool:
    return token.lower_ in {"a", "an"} or (token.dep_ == "poss" and token.ent_type_ == "ORG")
