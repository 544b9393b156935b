"""Roles: who somebody is, told by an apposition or a title."""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis.syntax import children, fence_before
from quizgen.data import words
from quizgen.facts.clauses import ClauseFinder
from quizgen.facts.fact import Argument, Fact, Sentence

OWNERS = gazetteer.ORGANISATIONS | gazetteer.PLACES | {"nationality"}
ADVERBS = frozenset({"formerly", "previously", "once", "then", "now"})
PAST = frozenset({"former", "formerly", "ex", "late", "then", "once", "previously"})


def find(sentence: Sentence, finder: ClauseFinder) -> Iterator[Fact]:
    """One fact for each person or body whose role is told, in the slots `holder` and `role`."""
    for token in sentence.span:
        for apposition in children(token, "appos"):
            fact = _apposition(sentence, finder, token, apposition)
            if fact is not None:
                yield fact
        yield from _titled(sentence, finder, token)


def _titled(sentence: Sentence, finder: ClauseFinder, token: Token) -> Iterator[Fact]:
    """The fact of "Niger's president Mahamadou Issoufou" or of "Apple CEO Tim Cook"."""
    mention = finder.names.at(sentence.paragraph, token)
    if mention is None or mention.name.kind != "person" or token.i != mention.start:
        return
    before = _description(token.doc[mention.start : mention.end].root, mention.start)
    if not before or not is_post(before[-1]) or before[-1].tag_ not in {"NN", "NNP"}:
        return
    if len(mention.name.text.split()) == 1 or {"PRP$", "CC"} & {t.tag_ for t in before}:
        return
    if any(t.lower_ in PAST or t.is_punct for t in before):
        return
    head = before[-1]
    if before[-2].lemma_.lower() in words("posts.txt"):
        return  # "AU chairperson President ...": two posts
    owners = (finder.names.at(sentence.paragraph, t) for t in before)
    if any(owner is not None and owner.name.kind in OWNERS for owner in owners):
        tags = {"has_name", "owned" if any(t.tag_ == "POS" for t in before) else "definite"}
        tags |= {"of_place"} if _place_first(before, sentence, finder) else set()
        name = tuple(token.doc[mention.start : mention.end])
        holder = finder.argument("holder", token.doc[mention.start : mention.end].root)
        role = Argument("role", head, before, before, (), frozenset(tags))
        slots = {"holder": replace(holder, tokens=name, whole=name), "role": role}
        yield Fact("role", sentence, MappingProxyType(slots), frozenset({"titled"}))


def _place_first(before: tuple[Token, ...], sentence: Sentence, finder: ClauseFinder) -> bool:
    """Whether a post stands right after a place's name ("Scotland First Minister")."""
    owner = finder.names.at(sentence.paragraph, before[0])
    place = owner is not None and owner.name.kind in gazetteer.PLACES
    return place and owner is not None and before[0].text.isalpha() and not before[0].is_upper


def _description(root: Token, start: int) -> tuple[Token, ...]:
    """The words that stand right before a name and hang on it, without an article."""
    if root.dep_ == "appos" and root.head.i == start - 1:
        root = root.head  # "Niger's president Mahamadou Issoufou": the post is the head
    left = [t for t in root.subtree if t.i < start and not (t.dep_ == "det" and t.head == root)]
    gapless = not left or start - left[0].i == len(left)
    return tuple(left) if gapless and len(left) > 1 else ()


def is_post(token: Token) -> bool:
    """Whether a noun names a post that one person holds at a time."""
    return token.lemma_.lower() in words("posts.txt")


def _apposition(
    sentence: Sentence, finder: ClauseFinder, noun: Token, apposition: Token
) -> Fact | None:
    """The fact of "Lee, an official from the ministry," or of "the chairman, Kim Min-su,"."""
    if not fence_before(apposition) or any(
        c.dep_ == "conj" for c in (*noun.children, *apposition.children)
    ):
        return None
    first, second = finder.argument("holder", noun), finder.argument("role", apposition)
    if "named" in first.tags and _tells_role(second):
        holder, role = first, second
    elif "named" in second.tags and _tells_role(first):
        holder, role = finder.argument("holder", apposition), finder.argument("role", noun)
    else:
        return None
    mention = finder.names.at(sentence.paragraph, holder.head)
    if mention is None or role.head.lemma_.lower() in words("generic_people.txt"):
        return None
    if mention.name.kind == "person" and " " not in mention.name.text:
        return None  # "Who is Laura?"
    if mention.name.kind == "person" and not gazetteer.is_person_noun(role.head.lemma_):
        return None
    name = tuple(t for t in holder.tokens if mention.start <= t.i < mention.end)
    if any(c.dep_ == "poss" for c in role.head.children):
        role = replace(role, tags=role.tags | {"owned"})
    unreal = any(t.lower_ in words("unreal_adjectives.txt") for t in role.tokens)
    if unreal or any(t.lower_ in ADVERBS or t.lower_ == "old" for t in role.tokens):
        role = replace(role, tags=role.tags | {"outdated"})  # "a 21-year-old student"
    if _says_little(role):
        role = replace(role, tags=role.tags | {"clipped"})
    slots = MappingProxyType({"holder": replace(holder, tokens=name), "role": role})
    owners = (finder.names.at(sentence.paragraph, t) for t in role.tokens)
    owned = any(owner is not None and owner.name.kind in OWNERS for owner in owners)
    return Fact("role", sentence, slots, frozenset(_tags(role)) | ({"owned"} if owned else set()))


def _says_little(role: Argument) -> bool:
    """Whether a role lacks its article, or says whose it is by another sentence.

    "NASA spokesman", "the school's Kenyan founder"; of a post, "director of" needs no article.
    """
    parts = {c.dep_ for c in role.head.children if c in role.tokens}
    owner = next((c for c in children(role.head, "poss")), None)
    loose = owner is not None and owner.tag_ == "NN"
    return loose or not parts & {"det", "poss", "prep", "relcl", "acl"}


def _tells_role(phrase: Argument) -> bool:
    plain = "named" not in phrase.tags and "pronoun" not in phrase.tags
    kind_noun = gazetteer.is_person_noun(phrase.head.lemma_) or gazetteer.is_group_noun(
        phrase.head.lemma_
    )
    return plain and kind_noun and phrase.head.tag_ in {"NN", "NNP"}


def _tags(role: Argument) -> Iterator[str]:
    vague = "indefinite" in role.tags and role.head.lemma_ in words("passing_people.txt")
    if role.head.lemma_.lower() in {t.lower() for t in gazetteer.titles()} and not vague:
        yield "former" if any(t.lower_ in PAST for t in role.whole) else "post"
    if any(t.dep_ == "prep" for t in role.tokens):
        yield "of_body"
