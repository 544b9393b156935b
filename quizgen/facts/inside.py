"""Inside: names and numbers within a longer phrase ("data from the Kepler space telescope").

A question can keep the phrase and ask for the name in its place: "data from which space telescope".
"""

from collections.abc import Iterator
from types import MappingProxyType

from spacy.tokens import Token

from quizgen.analysis.names import Mention, Names
from quizgen.analysis.syntax import child, children, fence_before, in_quotes
from quizgen.data import words
from quizgen.facts import phrases
from quizgen.facts.depth import buried, plain_way
from quizgen.facts.fact import Argument, Clause, Fact, Sentence
from quizgen.facts.noun_families import PLACE_NOUNS

FOLLOWING = frozenset({"PROPN", "SYM"})
OWNED = frozenset("event law legislature court ministry department facility work".split())
"""Kinds whose names may say too little without their owner."""
LEFT = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "appos"})


def find(sentence: Sentence, clause: Clause, names: Names, tags: frozenset[str]) -> Iterator[Fact]:
    """One fact for each name and number of a clause, in the slot `target`, the clause's beside."""
    told = {*clause.subject.tokens, *clause.predicate}
    if any(map(in_quotes, told)):
        return
    slots = {"subject": clause.subject}
    if clause.speaker is not None:
        slots["speaker"] = clause.speaker
    for target in _targets(sentence, told, names):
        within = target.head in clause.subject.tokens
        place = frozenset({"of_subject" if within else "of_predicate"})
        place |= {"opening"} if target.tokens[0] == clause.subject.tokens[0] else set()
        if not set(target.tokens) <= told or target.head == clause.subject.head:
            continue
        if _of_person(target.head, sentence, names):
            continue
        direct = target.head.dep_ == "dobj" and target.head.head == clause.verb
        if direct or not plain_way(target.head) or buried(target.head, clause):
            continue
        yield Fact(
            "inside", sentence, MappingProxyType({**slots, "target": target}), tags | place, clause
        )


def _of_person(head: Token, sentence: Sentence, names: Names) -> bool:
    """Whether a body only says whose somebody is: "Carlos Lee of which party was elected"."""
    if head.dep_ != "pobj" or head.head.lower_ not in {"of", "from"}:
        return False
    mention = names.at(sentence.paragraph, head.head.head)
    return mention is not None and mention.name.kind == "person"


def _targets(sentence: Sentence, told: set[Token], names: Names) -> Iterator[Argument]:
    for token in sorted(told, key=lambda t: t.i):
        if _coordinated(token) or _before_name(token):
            continue
        mention = names.at(sentence.paragraph, token)
        if mention is not None and token == _root(mention, token):
            found = _named(sentence, token, mention, names)
        elif mention is None and token.tag_ == "NN":
            found = _classed(token)
        else:
            found = _figure(token) if mention is None else None
        if found is not None:
            yield found


def _coordinated(token: Token) -> bool:
    return token.dep_ == "conj" or child(token, "conj") is not None


def _before_name(token: Token) -> bool:
    """Whether a token stands within what describes a following name ("Chief Executive of ...")."""
    chain = (token, *token.ancestors)
    return any(t.dep_ in {"compound", "nmod", "amod"} and t.i > token.i for t in chain[1:]) or any(
        t.dep_ in {"nmod", "compound"} and t.head.i > t.i and t != token for t in chain
    )


def _root(mention: Mention, token: Token) -> Token:
    return token.doc[mention.start : mention.end].root


def _named(sentence: Sentence, head: Token, mention: Mention, names: Names) -> Argument | None:
    """The phrase of a name up to its own last word, or its possessive ("Samsung's")."""
    doc, name = head.doc, mention.name
    if mention.end < len(doc) and (doc[mention.end].like_num or doc[mention.end].pos_ in FOLLOWING):
        return None  # "the Boeing 737", "the U.S. Navy $40 million contract"
    owner = child(head, "poss")
    if name.kind in OWNED and owner is not None and owner.i < mention.start:
        return None  # "the Labour Party's National Convention"
    if _goes_on(head, mention.end) or (mention.start and doc[mention.start - 1].text == "-"):
        return None  # "a super-Earth"
    mine = tuple(doc[mention.start : mention.end])
    if head.dep_ == "poss":
        tokens, form = _possessive(head, mine), "possessive"
    elif name.kind == "nationality":
        tokens, form = _demonym(head, mine), "demonym"
    else:
        tokens, form = _alone(head, mine), "alone"
    whole = tokens and tokens[-1].i - tokens[0].i == len(tokens) - 1
    if not whole or any(t.is_punct for t in tokens):
        return None
    tags = phrases.tags(tokens, head, name, names, sentence.paragraph) | {form}
    tags -= {"count", "number", "quantity"}
    numbers = (c for c in children(head, "nummod") if c.ent_type_ != "DATE")
    if any(c.i < head.i for c in numbers):
        return None  # "13 million Macs"
    if form != "alone":
        tags |= {"named", name.kind}
    return Argument("target", head, tokens, tokens, (), tags, name)


def _goes_on(head: Token, end: int) -> bool:
    """Whether what follows the name would be torn from it, or belongs to a noun before it."""
    if any(c.dep_ in {"acl", "relcl"} and not fence_before(c) for c in head.children):
        return True  # "spoke of Turkey assuming the duty", "people from Peru who died"
    following = head.doc[end] if end < len(head.doc) else head
    outer = following.head
    if following.lower_ == "of" and any(c.ent_type_ == "DATE" for c in following.children):
        return True
    return following.lower_ == "of" and outer.i < head.i and outer.tag_[:2] == "NN"  # "of 2001"


def _possessive(head: Token, mine: tuple[Token, ...]) -> tuple[Token, ...]:
    """A possessive with its article; nothing else may hang on it."""
    ending = tuple(c for c in head.children if c.tag_ == "POS")
    the = tuple(c for c in children(head, "det") if c.lower_ == "the")
    tokens = tuple(sorted({*the, *mine, *ending}))  # the "'s" of "McDonald's" is in both
    if _named_by(head.head) or any(c.tag_ == "POS" for c in head.head.children):
        return ()  # "Cuba's army's section"
    return tokens if ending and set(head.subtree) <= set(tokens) else ()


def _demonym(head: Token, mine: tuple[Token, ...]) -> tuple[Token, ...]:
    """An adjective of nationality right after "the", or before a bare plural."""
    noun = head.head
    the = tuple(children(noun, "det"))
    if _named_by(noun) or noun.dep_ == "poss":
        return ()  # "the Cuban army's section"
    if head.dep_ != "amod" or any(c.lower_ == "of" for c in children(noun, "prep")):
        return ()
    if the:
        return (*the, *mine) if the[0].lower_ == "the" and the[0].i == head.i - 1 else ()
    return mine if noun.tag_ == "NNS" and head.i == noun.left_edge.i else ()


def _named_by(noun: Token) -> bool:
    """Whether a noun's own name stands beside it: "the American space agency NASA"."""
    beside = children(noun, "appos", "compound", "nmod")
    return noun.dep_ == "compound" or any(t.pos_ == "PROPN" for t in beside)


def _alone(head: Token, mine: tuple[Token, ...]) -> tuple[Token, ...]:
    """A name with what stands before it; not one that describes another noun."""
    if head.dep_ in {"compound", "nmod", "amod"} or (
        head.dep_ == "appos" and not fence_before(head)
    ):
        return ()
    left = [t for c in head.children if c.i < head.i and c.dep_ in LEFT for t in c.subtree]
    return tuple(sorted({*_class_before(head), *left, *mine}))


def _class_before(head: Token) -> tuple[Token, ...]:
    """The class noun that a name stands under: "the Indian state of" in "... of Karnataka"."""
    of = head.head
    noun = of.head
    if head.dep_ != "pobj" or of.lower_ != "of" or of.i + 1 != head.left_edge.i:
        return ()
    if noun.text not in PLACE_NOUNS or noun.i + 1 != of.i:
        return ()
    if {c.dep_ for c in noun.children} - {"det", "amod", "compound", "prep"}:
        return ()
    the = any(c.lower_ == "the" for c in children(noun, "det"))
    return tuple(t for t in noun.subtree if t.i <= of.i) if the else ()


def _classed(head: Token) -> Argument | None:
    """A thing whose class noun follows its name: "the Kepler space telescope"."""
    if head.lemma_.lower() not in words("class_nouns.txt"):
        return None
    left = [c for c in head.children if c.i < head.i]
    names = [c for c in left if c.dep_ in {"compound", "nmod"} and c.pos_ == "PROPN"]
    the = [c for c in left if c.dep_ == "det" and c.lower_ == "the"]
    of = head.head
    if of.lower_ == "of" and of.head.pos_ == "PROPN":
        return None  # "the Nokia Player of the Year award"
    if not names or not the or {c.dep_ for c in left} - {"det", "compound", "nmod"}:
        return None
    tokens = tuple(head.doc[the[0].i : head.i + 1])
    tags = frozenset({"classed", "singular", "definite"})
    return Argument("target", head, tokens, tokens, (), tags, None)


def _figure(token: Token) -> Argument | None:
    """A number before its noun, a sum or a share."""
    noun = token.head
    ent = next((e for e in token.doc.ents if e.start <= token.i < e.end), None)
    if ent is None or token != ent.root or token.tag_ == "$":
        return None
    if ent.label_ == "CARDINAL" and token.dep_ == "nummod" and noun.tag_ == "NNS":
        return _count(token, noun)
    return None


def _count(token: Token, noun: Token) -> Argument | None:
    before = {t for c in noun.children if c.i < token.left_edge.i for t in (c,) if not c.is_punct}
    between = [t for t in noun.doc[token.i + 1 : noun.i] if t.tag_ == "CD"]
    if before or between or token.lower_ == "one":
        return None
    tokens = tuple(token.subtree)
    if any(
        t.tag_ in {"JJS", "IN"}
        and t.lower_ not in {"about", "around", "over", "least", "most", "at"}
        for t in tokens
    ):
        return None
    return Argument("target", token, tokens, tokens, (), frozenset({"number", "count"}), None)
