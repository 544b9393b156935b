"""Phrases: what rules can test about the phrase of an argument."""

from collections.abc import Iterator

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis import times
from quizgen.analysis.amounts import CURRENCIES
from quizgen.analysis.names import Name, Names
from quizgen.analysis.syntax import (
    children,
    is_verb,
    noun_chain,
    quoted,
)
from quizgen.data import words
from quizgen.facts import noun_families

PRONOUN_TAGS = {"PRP", "PRP$", "WP", "WDT", "WP$", "EX"}
RELATIVE_TAGS = {"WP", "WDT"}
"""Relative pronouns stand for the noun before them."""
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central upper lower "
    "northeastern northwestern southeastern southwestern downtown mainland rural".split()
)
QUANTIFIERS = frozenset("some any many most several all few no each every both either".split())
DEMONSTRATIVES = {"this", "that", "these", "those", "such"}
PLURAL_TAGS = {"NNS", "NNPS"}


def named(names: Names, paragraph: int, head: Token) -> Name | None:
    """The name of the article that the phrase's head belongs to, if any."""
    mention = names.at(paragraph, head)
    return mention.name if mention else None


def tags(
    tokens: tuple[Token, ...], head: Token, name: Name | None, names: Names, paragraph: int
) -> frozenset[str]:
    """What rules can test about a phrase."""
    found = {*_form(tokens, head), *_measure(tokens, head), *_reference(tokens, head)}
    found |= {"has_name"} if any(names.at(paragraph, t) for t in tokens) else set()
    if any(part.dep_ == "conj" and part.head == head for part in tokens):
        found |= {"coordinated", *_listed(tokens, head, names, paragraph)}
    if name is not None:
        found.add("name_headed")
    if name is not None and _whole_name(tokens, head, name, names, paragraph):
        found |= {"named", name.kind, *_families(name)}
    elif gazetteer.is_person_noun(head.lemma_) and not is_verb(head) and not _is_number_of(head):
        found.add("people")
    elif gazetteer.is_group_noun(head.lemma_):
        found.add("collective")
    return frozenset(found)


def _is_number_of(head: Token) -> bool:
    """Whether a noun only counts others: "a couple of guns"."""
    return head.lower_ in {"couple", "pair"} and any(
        c.lower_ == "of" for c in children(head, "prep")
    )


def tags_of_name(name: Name) -> frozenset[str]:
    """What rules can test about a pronoun that stands for a name."""
    return frozenset({"named", "name_headed", "has_name", "singular", name.kind, *_families(name)})


def _whole_name(
    tokens: tuple[Token, ...], head: Token, name: Name, names: Names, paragraph: int
) -> bool:
    """Whether the phrase is the name itself, with at most titles, article and adjectives."""
    mention = names.at(paragraph, head)
    if mention is None or not mention.start <= head.i < mention.end:
        return False
    if mention.start < tokens[0].i:
        return False  # "the Levant" of a longer name that the parse cut
    del name
    if any(c.dep_ == "amod" and c.lower_ in DIRECTIONS for c in head.children):
        return False  # "northern Philippines" is no country
    if any(c.dep_ == "det" and c.lower_ in QUANTIFIERS for c in head.children):
        return False  # "some Democrats" are not the party
    after = [t for t in tokens if t.i >= mention.end and not t.is_punct]
    if _goes_on(after, mention.end):
        return False  # "Toyota's plant"
    return mention.end > head.i and not any(
        t.dep_ in {"conj", "prep", "relcl", "acl"} and t.head == head for t in after
    )


def _goes_on(after: list[Token], end: int) -> bool:
    """Whether a name that ends before token `end` goes on, without a mark, in another noun."""
    run = [t for n, t in enumerate(after) if t.i == end + n]
    opens = run[:1] and run[0].tag_[:2] in {"NN", "PO"}
    return bool(opens) and any(t.tag_[:2] == "NN" and t.dep_ != "appos" for t in run)


def _listed(tokens: tuple[Token, ...], head: Token, names: Names, paragraph: int) -> set[str]:
    """Tags for a list of names of one kind: "listed", and "listed:country"."""
    heads = [t for t in noun_chain(head) if t in tokens]
    mentions = [names.at(paragraph, t) for t in heads]
    kinds = {m.name.kind for m in mentions if m is not None}
    apart = len({m for m in mentions if m is not None}) == len(heads)
    complete = apart and len(kinds) == 1
    joined = any(c.lower_ == "and" for t in heads for c in t.children if c.dep_ == "cc")
    return (
        {"listed", f"listed:{kinds.pop()}", f"listed:{len(heads)}"}
        if complete and joined
        else set()
    )


def _families(name: Name) -> set[str]:
    if name.kind in gazetteer.ORGANISATIONS:
        return {"organization"}
    if name.kind in gazetteer.PLACES:
        return {"location"} | ({"seat"} if name.nation else set())
    return set()


def _form(tokens: tuple[Token, ...], head: Token) -> Iterator[str]:
    yield "plural" if is_plural(head) else "singular"
    if head.tag_ in PRONOUN_TAGS or head.pos_ == "PRON":
        yield "pronoun"
    if is_verb(head):
        yield "gerund" if head.tag_ == "VBG" else "clause"
    if quoted(t for t in tokens if not t.is_punct):
        yield "quoted"
    if head.pos_ == "ADJ" or head.tag_.startswith("JJ"):
        yield "adjective"
    if any(t.tag_ in {"JJR", "RBR"} for t in tokens) and any(t.lower_ == "than" for t in tokens):
        yield "comparative"
    yield from noun_families.tags(head)
    if any(t.tag_ in {"JJS", "RBS"} or t.lower_ in {"first", "last", "only"} for t in tokens):
        yield "superlative"
    if len([t for t in tokens if not t.is_punct]) == 1:
        yield "single_word"


def is_plural(head: Token) -> bool:
    """Whether a noun phrase is plural: by its tag, or because it is coordinated with "and"."""
    joined = any(c.dep_ == "conj" for c in head.children) and any(
        c.dep_ == "cc" and c.lower_ == "and" for c in head.children
    )
    return (
        joined
        or head.tag_ in PLURAL_TAGS
        or head.lower_ in {"police", "people", "they", "them", "we"}
    )


def _currency(token: Token) -> bool:
    """Whether a token names a currency; the recogniser takes "1 million drones" for money."""
    return (
        token.tag_ == "$"
        or token.text in CURRENCIES
        or token.lemma_.lower() in words("currencies.txt")
    )


def _measure(tokens: tuple[Token, ...], head: Token) -> Iterator[str]:
    labels = {
        t.ent_type_
        for t in tokens
        if t == head or (t.head == head and t.dep_ in {"nummod", "quantmod", "nmod", "compound"})
    }
    if "MONEY" in labels and any(_currency(t) for t in tokens):
        yield "money"
    if "PERCENT" in labels or head.lower_ in {"percent", "%"}:
        yield "percent"
    numbers = [t for t in children(head, "nummod") if t in tokens and t.i < head.i]
    counted = head.tag_.startswith("NN") and any(
        t.tag_ == "CD" and t.lower_ != "one" for t in numbers
    )
    if counted and not labels & {"MONEY", "PERCENT", "DATE", "TIME"}:
        yield "quantity" if labels & {"QUANTITY"} or head.lower_ in words("units.txt") else "count"
    if head.ent_type_ in {"DATE", "TIME"} or labels & {"DATE"}:
        yield from _time(head)
    if head.tag_ == "CD":
        yield "number"


def _time(head: Token) -> Iterator[str]:
    ent = next((e for e in head.doc.ents if e.start <= head.i < e.end), None)
    if ent is None:
        return
    time = times.read(ent, None)
    unknown = time.kind == "duration" and "X" in time.value  # "many years"
    if not unknown:
        yield time.kind
    if time.kind == "date":
        yield "absolute" if time.absolute else "relative"
        yield time.grain
    elif unknown or (time.kind == "duration" and not time.absolute):
        yield "relative"  # "the past ten years"


def _reference(tokens: tuple[Token, ...], head: Token) -> Iterator[str]:
    first = next((t for t in tokens if not t.is_punct), head)
    if any(t.tag_ in PRONOUN_TAGS - RELATIVE_TAGS for t in tokens):
        yield "has_pronoun"
    if first.lower_ in DEMONSTRATIVES and first.dep_ in {"det", "predet", "amod", "nsubj"}:
        yield "demonstrative"
    if first.lower_ == "the":
        yield "definite"
    if first.lower_ in {"a", "an"}:
        yield "indefinite"
    content = [t for t in tokens if not t.is_punct and t.dep_ != "det"]
    if len(content) == 1:
        yield "bare_noun"
    told = any(
        c.dep_ in {"prep", "relcl", "acl", "amod", "compound", "poss"} for c in head.children
    )
    if head.lemma_.lower() in words("vague_nouns.txt") and not told:
        yield "vague"
