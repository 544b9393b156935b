"""Predicates: what belongs to a verb, what its question does without, what speaks against it."""

from collections.abc import Iterator

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis.syntax import (
    SUBJECTS,
    child,
    children,
    fence_before,
    in_brackets,
    is_mark,
    is_verb,
    subtree,
)
from quizgen.data import words
from quizgen.facts import phrases
from quizgen.facts.fact import Argument
from quizgen.facts.reporting import Standing, apart, reports

HEDGES = frozenset(
    "reportedly allegedly apparently supposedly possibly perhaps maybe probably presumably".split()
)
SHARED_BY = {
    "VB": frozenset("do will would can could may might must shall should".split()),
    "VBN": frozenset({"have", "be", "get"}),
    "VBG": frozenset({"be"}),
}
"""Lemmas of the auxiliaries that each verb form can share with the verb before it."""
GAPS = frozenset({"...", "…", ". . .", ".."})
SUBORDINATORS = frozenset({"while", "although", "though", "if", "when", "whereas", "whether"})


def result_of(verb: Token) -> Token | None:
    """The verb in the past whose result a fenced participle tells: "... struck, injuring 25"."""
    main = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.i < main.i or not fence_before(verb):
        return None
    own = child(verb, "mark", "aux", "auxpass", "nsubj")
    told = main.tag_ == "VBD" and child(main, "auxpass") is None and is_verb(main)
    event = verb.lemma_ in words("result_verbs.txt")
    return main if own is None and told and event else None


def auxiliaries_of(verb: Token) -> tuple[Token, ...]:
    """The verb's auxiliaries, or those it shares with the verb it is coordinated with."""
    own = tuple(c for c in children(verb, "aux", "auxpass") if c.tag_ != "TO")
    if own or verb.dep_ != "conj" or verb.tag_ not in {"VB", "VBN", "VBG"}:
        return own
    if child(verb, "nsubj", "nsubjpass") is not None or not is_verb(verb.head):
        return own
    shared = auxiliaries_of(verb.head)
    return shared if shared and shared[-1].lemma_ in SHARED_BY[verb.tag_] else ()


def before_verb(argument: Argument, start: int, verb: Token) -> bool:
    """Whether an argument of the verb itself stands before the verb group."""
    head = argument.preposition[0].head if argument.preposition else argument.head.head
    return argument.whole[-1].i < start and head == verb


def medial(token: Token, subject: Argument) -> bool:
    """Whether a token before the verb group stands after the subject ("Seoul formally asked")."""
    return token.i > subject.head.i and token not in subject.whole


def predicate_of(verb: Token, subject: Argument) -> list[Token]:
    """What is kept of the clause besides its subject, in text order, without punctuation."""
    left_out = {t for part in _left_out(verb, subject) for t in subtree(part)} | set(subject.whole)
    left_out |= {t for part in _inner_supplements(verb, left_out) for t in subtree(part)}
    kept = (t for t in verb.subtree if t not in left_out and not is_mark(t))
    return [t for t in kept if t == verb or not in_brackets(t)]


def _inner_supplements(verb: Token, left_out: set[Token]) -> Iterator[Token]:
    for token in verb.subtree:
        if (
            token not in left_out
            and token != verb
            and phrases.is_supplement(token)
            and token.head != verb
        ):
            yield token


def _left_out(verb: Token, subject: Argument) -> Iterator[Token]:
    """The heads of the parts of a clause that its question does without."""
    for part in verb.children:
        dep = part.dep_
        if (
            dep
            in {
                "nsubj",
                "nsubjpass",
                "conj",
                "cc",
                "preconj",
                "parataxis",
                "intj",
                "meta",
                "mark",
                "expl",
            }
            or (dep in {"advmod", "prep", "mark"} and _discourse(part))
            or (dep == "advcl" and (fence_before(part) or part.i < verb.i))
            or (dep == "prep" and _droppable(part, verb))
            or (dep == "ccomp" and part.i < verb.i)
            or (dep in {"npadvmod", "advmod"} and part.i < verb.i and part.i < subject.head.i)
        ):
            yield part


def _discourse(part: Token) -> bool:
    plain = all(c.dep_ == "punct" for c in part.children)
    further = part.lower_ == "further" and part.i < part.head.i  # "he further claimed"
    goes_on = further or part.lower_ == "since" or part.lower_ in words("discourse_words.txt")
    return goes_on and plain


def _droppable(part: Token, verb: Token) -> bool:
    """Whether a prepositional phrase is a mere supplement: fenced off, or before the subject."""
    if part.lower_ == "according":
        return True
    if part.i < verb.i and part.right_edge.i < min(
        (s.left_edge.i for s in children(verb, "nsubj", "nsubjpass")), default=0
    ):
        return True
    return fence_before(part) and not phrases.is_date_phrase(part)


def problems_of(verb: Token, told: Standing) -> Iterator[str]:
    """The reasons not to ask about the clause of a verb."""
    if told.problem:
        yield told.problem
    if any(_unclear(c) for c in verb.children):
        yield "a part whose role is unclear"
    if reports(verb) and any(
        c.dep_ == "ccomp" and c.i < verb.i and not apart(c, verb) for c in verb.children
    ):
        yield "what was said stands before its verb"
    if _second_subject(verb):
        yield "two noun phrases before the verb"
    if any(c.dep_ == "advmod" and c.lower_ in HEDGES for c in verb.children):
        yield "a rumour or guess"
    yield from _doubtful_wholes(verb)
    if child(verb, "expl") is not None:
        yield "an empty subject (there is)"
    if any(_conditional(c) for c in _before_both(verb)):
        yield "a condition"
    if any(c.lower_ in {"how", "why"} and c.dep_ == "advmod" for c in verb.children):
        yield "a clause that asks"


def _is_parenthesis(verb: Token) -> bool:
    """Whether "Reuters reported" or "as the court found" only stands in what it reports."""
    loose = verb.dep_ in {"parataxis", "advcl"} or (verb.dep_ == "ccomp" and verb.i < verb.head.i)
    bare = child(verb, "ccomp", "dobj", "xcomp", "oprd", "auxpass") is None
    return loose and bare and reports(verb)


def _has_gap(verb: Token) -> bool:
    """Whether "[...]" stands inside the clause, so that its parts may not belong together."""
    tokens = [t for t in verb.subtree if not is_mark(t) or t.text in GAPS]
    return any(t.text in GAPS and t.nbor(-1).text == "[" for t in tokens[:-1])


def _doubtful_wholes(verb: Token) -> Iterator[str]:
    """What makes a clause as a whole unfit: alternatives, parentheses, cut quotations."""
    if any(c.dep_ in {"preconj", "cc"} and c.lower_ in {"either", "or"} for c in verb.children):
        yield "one of two possibilities"
    if _is_parenthesis(verb):
        yield "a parenthesis"
    if _has_gap(verb):
        yield "a quotation with words left out"


def _unclear(part: Token) -> bool:
    """Whether a part of a clause was surely misread: "while a fifth, Susan Ngondi, died"."""
    if part.dep_ == "prep" and part.lower_ in SUBORDINATORS:
        return True
    if part.dep_ == "prep" and part.lower_ in {"after", "before", "until", "since"}:
        nouns = children(part, "pobj")
        return any(gazetteer.is_person_noun(n.lemma_) or n.lower_ == "one" for n in nouns)
    if part.dep_ == "npadvmod" and part.ent_type_ in {"PERSON", "ORG", "GPE"}:
        return True
    return part.dep_ in {"dep", "csubj", "csubjpass"}


def _second_subject(verb: Token) -> bool:
    """Whether another noun phrase stands beside the subject: "the Parliament, Australia, voted"."""
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None:
        return False
    if _locates(subject):
        return True
    nouns = children(verb, "nsubj", "nsubjpass", "npadvmod", "dep", "appos", "nmod")
    others = [n for n in nouns if n.i < verb.i and n != subject]
    return any(
        n.dep_ in SUBJECTS or (n.tag_.startswith("NN") and n.ent_type_ not in {"DATE", "TIME"})
        for n in others
    )


def _locates(subject: Token) -> bool:
    """Whether a place only says where the one before the comma lies: "Perth, Australia, voted"."""
    start = subject.left_edge.i
    if start < subject.sent.start + 2 or subject.ent_type_ != "GPE":
        return False
    before, comma = subject.doc[start - 2], subject.doc[start - 1]
    fronted = any(t.dep_ == "prep" and t.head == subject.head for t in before.ancestors)
    named = before.text == ")" or (
        before.pos_ == "PROPN" and before.ent_type_ not in {"DATE", "TIME"}
    )
    return comma.text == "," and named and not fronted  # but "in Rondônia, Brazil is building"


def _before_both(verb: Token) -> Iterator[Token]:
    """The adverbial clauses of a verb, and those before the verb that it is coordinated with."""
    yield from children(verb, "advcl")
    for adverb in children(verb, "advmod"):
        yield from children(adverb, "advcl")  # "so long as ..."
    main = verb.head
    if verb.dep_ == "conj" and is_verb(main):
        yield from (t for t in _before_both(main) if t.i < main.i)


def _conditional(part: Token) -> bool:
    """Whether a clause gives a condition: "if", "unless", "so long as"."""
    mark = child(part, "mark")
    if mark is None:
        return False
    lasting = mark.lower_ == "as" and mark.i > 0 and mark.nbor(-1).lower_ == "long"
    return lasting or mark.lower_ in {"if", "unless"}
