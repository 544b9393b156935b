"""People: what is told of a person beside the clauses: how old somebody is, and what."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from spacy.tokens import Doc, Token

from quizgen import gazetteer
from quizgen.analysis.mentions import is_title
from quizgen.analysis.names import Mention
from quizgen.analysis.syntax import child, in_quotes, subject_of
from quizgen.data import words
from quizgen.facts.clauses import ClauseFinder
from quizgen.facts.fact import Argument, Fact, Sentence

AGES = range(10, 116)
"""Years; lower figures after a name are mostly scores, ranks or minutes."""
LONGEST_AGE = 5  # words: "She was 79 years old"
REACH = 3  # words between "22-year-old" and the name: "22-year-old British student Amina Okafor"
LONGEST_CALLING = 5  # words: "Princeton University neuroscience professor" has four
OLD = ("-", "year", "-", "old")
SPECIAL = ("posts.txt", "generic_people.txt", "relation_nouns.txt")
"""Lists of nouns that say too little, or more than a calling."""
OPENERS = frozenset({",", "("})
CLOSERS = frozenset({",", ")", ".", "years"})


def find(sentence: Sentence, finder: ClauseFinder) -> Iterator[Fact]:
    """The age and the calling of each person named in full, in the slots `holder` and `told`."""
    span = sentence.span
    for mention in finder.names.in_paragraph(sentence.paragraph):
        full = mention.name.kind == "person" and " " in mention.name.text
        if not full or not span.start <= mention.start < span.end:
            continue
        root = span.doc[mention.start : mention.end].root
        if in_quotes(root):
            continue
        for kind, tokens, tags in _told(mention, root):
            told = Argument("told", tokens[-1], tokens, tokens, (), frozenset({"singular"}))
            slots = {"holder": finder.argument("holder", root), "told": told}
            yield Fact(kind, sentence, MappingProxyType(slots), frozenset(tags))
    yield from _only_age(sentence, finder)


def _only_age(sentence: Sentence, finder: ClauseFinder) -> Iterator[Fact]:
    """The age that a whole sentence tells: "He was 79." or "Santos is 40 years old."."""
    verb = sentence.span.root
    subject = child(verb, "nsubj")
    said = [t for t in sentence.span if not t.is_punct and not t.is_space]
    if subject is None or verb.lemma_ != "be" or len(said) > LONGEST_AGE:
        return
    age = next((t for t in said[2:3] if said[1] == verb), None)
    rest = [t.lower_ for t in said[3:]]
    holder = finder.argument("subject", subject)
    person = holder.name is not None and holder.name.kind == "person"
    if age is None or _age(age) is None or rest not in ([], ["years", "old"]) or not person:
        return
    told = Argument("told", age, (age,), (age,), (), frozenset({"singular"}))
    slots = {"holder": replace(holder, role="holder"), "told": told}
    yield Fact("age", sentence, MappingProxyType(slots), frozenset({"only"}))


def _told(mention: Mention, root: Token) -> Iterator[tuple[str, tuple[Token, ...], set[str]]]:
    age = _beside(mention, root.doc) or _before(mention, root.doc)
    if age is not None:
        yield "age", (age,), set()
    last = _at_death(root)
    if last is not None:
        yield "age", (last,), {"died"}
    calling = _calling(mention, root.doc)
    if calling:
        yield "calling", calling, set()


def _age(token: Token) -> Token | None:
    return token if token.text.isdigit() and int(token.text) in AGES else None


def _beside(mention: Mention, doc: Doc) -> Token | None:
    """The age after a name: "Amina Okafor, 33," or "Amina Okafor, aged 33,"."""
    after = [t for t in doc[mention.end : mention.end + 4] if t.lower_ != "aged"]
    fenced = len(after) > 2 and after[0].text in OPENERS and after[2].text in CLOSERS  # noqa: PLR2004
    alone = fenced and after[2].i - after[0].i <= len(after)
    return _age(after[1]) if alone and after[0].text == "," else None


def _before(mention: Mention, doc: Doc) -> Token | None:
    """The age before a name: "22-year-old Amina Okafor"."""
    for end in range(mention.start, max(mention.start - REACH, len(OLD)), -1):
        if tuple(t.lower_ for t in doc[end - len(OLD) : end]) == OLD:
            between = doc[end : mention.start]
            plain = all(t.is_alpha and t.dep_ in {"compound", "amod", "nmod"} for t in between)
            return _age(doc[end - len(OLD) - 1]) if plain else None
    return None


def _at_death(root: Token) -> Token | None:
    """The age at which somebody is said to have died: "died aged 91", "died at the age of 91"."""
    verb = root.head
    if verb.lemma_ != "die" or subject_of(verb) != root or child(verb, "neg") is not None:
        return None
    after = verb.doc[verb.i : verb.sent.end]
    if any(c.tag_ == "MD" for c in verb.children):
        return None
    found = (_age(second) for first, second in pairwise(after) if _opens_age(first))
    return next((age for age in found if age is not None), None)


def _opens_age(token: Token) -> bool:
    return token.lower_ in {"aged", "at"} or (token.lower_ == "of" and token.nbor(-1).text == "age")


def _calling(mention: Mention, doc: Doc) -> tuple[Token, ...]:
    """The common nouns right before a name: "UCL astronomer"; no title and no post."""
    run: list[Token] = []
    for token in reversed(doc[: mention.start]):
        if token.dep_ not in {"compound", "nmod", "amod"} or not token.is_alpha:
            break
        run.insert(0, token)
    if not 0 < len(run) <= LONGEST_CALLING or not _is_calling(run[-1]):
        return ()
    before = doc[run[0].i - 1] if run[0].i else run[0]
    joined = before.dep_ == "det" or before.text in {"-", "and", "or", "'s", "'"}
    vague = run[0].lower_ in words("vague_adjectives.txt")
    unreal = any(t.lower_ in words("unreal_adjectives.txt") for t in (before, *run))
    return () if joined or vague or unreal else tuple(run)


def _is_calling(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    person = noun.tag_ == "NN" and noun.is_lower and gazetteer.is_person_noun(lemma)
    special = any(lemma in words(name) for name in SPECIAL)
    return person and not special and not is_title(noun)
