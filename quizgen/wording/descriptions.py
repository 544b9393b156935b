"""Descriptions: everything that the article says its people are, so that each is accepted.

"Who is Maria Santos?" has as many right answers as the article has descriptions of her: before her
name, beside it, and behind "is" or "was".
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from quizgen import gazetteer
from quizgen.analysis.mentions import is_title
from quizgen.analysis.names import Mention, Name
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import child, children, fence_before, in_quotes
from quizgen.data import words
from quizgen.wording.callings import ADDRESS
from quizgen.wording.surface import text_of

LONGEST = 14  # words; what is longer no student writes
BEFORE = frozenset({"compound", "nmod", "amod", "poss", "case"})
BEING = frozenset({"be", "become", "remain"})


def descriptions(analysis: Analysis) -> dict[Name, tuple[str, ...]]:
    """What each person is called in the article, in text order, without repetitions."""
    people = {(r.paragraph, r.token): r.name for r in analysis.references}
    found: dict[Name, dict[str, None]] = {}
    for mention in analysis.names.mentions:
        doc = analysis.docs[mention.paragraph]
        if mention.name.kind == "person":
            said = _of_mention(mention, doc)
            found.setdefault(mention.name, {}).update(dict.fromkeys(said))
    for (number, i), name in people.items():
        if name.kind == "person":
            said = _behind(analysis.docs[number][i])
            found.setdefault(name, {}).update(dict.fromkeys(said))
    return {name: tuple(texts) for name, texts in found.items() if texts}


def _of_mention(mention: Mention, doc: Doc) -> Iterator[str]:
    root = doc[mention.start : mention.end].root
    if in_quotes(root):
        return
    yield from _right_before(mention, doc)
    beside = [c for c in children(root, "appos") if fence_before(c)]
    if root.dep_ == "appos" and fence_before(root):
        beside.append(root.head)  # "the chairman, Peter Hoffmann,"
    yield from _texts(beside, without=root)
    yield from _behind(root)


def _right_before(mention: Mention, doc: Doc) -> Iterator[str]:
    """The words right before a name: "former Brazilian federation chief"; no mere title."""
    start = mention.start
    head = doc[start - 1] if start else doc[mention.start]
    apposed = doc[mention.start : mention.end].root.head == head
    parts = BEFORE if not apposed else BEFORE | {head.dep_}
    while start and doc[start - 1].dep_ in parts and not doc[start - 1].is_punct:
        start -= 1
    run = list(doc[start : mention.start])
    mere = len(run) == 1 and is_title(run[0])
    if run and not mere and _says_who(run[-1]) and run[-1].lower_.rstrip(".") not in ADDRESS:
        yield text_of(run)


def _behind(subject: Token) -> Iterator[str]:
    """What somebody is said to be or become: "was mayor of Lima"."""
    verb = subject.head
    if subject.dep_ == "nsubj" and verb.lemma_ in BEING and child(verb, "neg") is None:
        yield from _texts(children(verb, "attr"))


def _texts(nouns: list[Token], *, without: Token | None = None) -> Iterator[str]:
    for noun in filter(_says_who, nouns):
        gone = set(without.subtree) if without is not None and noun in without.ancestors else set()
        tokens = [t for t in noun.subtree if t not in gone]
        unreal = any(t.lower_ in words("unreal_adjectives.txt") for t in tokens)
        if len(tokens) <= LONGEST and not unreal and not any(t.tag_ == "PRP" for t in tokens):
            yield text_of(tokens).strip(" ,")


def _says_who(noun: Token) -> bool:
    """Whether a noun tells more of a person than that there is one."""
    lemma = noun.lemma_.lower()
    person = is_title(noun) or gazetteer.is_person_noun(noun.lemma_) or lemma in words("posts.txt")
    return person and lemma not in words("generic_people.txt")
