"""Predicates: what belongs to a verb, what its question does without, what speaks against it."""

from collections.abc import Iterator

from spacy.tokens import Token

from quizgen.analysis.syntax import (
    child,
    children,
    fence_before,
    in_brackets,
    is_mark,
    is_verb,
    reports,
    subtree,
)
from quizgen.data import words
from quizgen.facts import supplements
from quizgen.facts.fact import Argument

SHARED_BY = {
    "VB": frozenset("do will would can could may might must shall should".split()),
    "VBN": frozenset({"have", "be", "get"}),
    "VBG": frozenset({"be"}),
}
"""Lemmas of the auxiliaries that each verb form can share with the verb before it."""
MEASURED = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL"})


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
            and supplements.is_supplement(token)
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
            or is_loose_apposition(part)
            or after_colon(part)
            or before_mark(part)
            or (dep in {"advcl", "ccomp"} and _consequence(part))
        ):
            yield part


def is_loose_apposition(part: Token) -> bool:
    """Whether a noun behind a comma only describes what was said: "died, the last king to fall"."""
    later = part.dep_ == "npadvmod" and part.i > part.head.i
    among = part.lower_ == "one" and child(part, "prep") is not None  # ", one of the best"
    return later and fence_before(part) and (among or part.ent_type_ not in MEASURED)


def _consequence(part: Token) -> bool:
    """Whether a clause only says what follows: "so now there is a big confusion"."""
    first = part.left_edge
    later = first.lower_ == "so" and part.head.i < first.i < part.i
    return later and first.nbor(1).lower_ != "that"


def before_mark(part: Token) -> bool:
    """Whether a part measures the time of a subordinate clause: "60 years after Toyota opened"."""
    mark = child(part.head, "mark")
    return mark is not None and part.i < mark.i and part.dep_ in {"npadvmod", "advmod"}


def after_colon(part: Token) -> bool:
    """Whether a part of a clause stands behind a colon, where only a verb of saying goes on."""
    verb, first = part.head, part.left_edge
    if part.i < verb.i or reports(verb):
        return False
    return any(t.text == ":" for t in verb.doc[verb.i + 1 : first.i])


def _discourse(part: Token) -> bool:
    plain = all(c.dep_ == "punct" for c in part.children)
    further = part.lower_ == "further" and part.i < part.head.i  # "he further claimed"
    tied = part.lower_ == "since" or part.lower_ in words("discourse_words.txt")
    goes_on = further or tied
    return (goes_on and plain) or _after_all(part)


def _after_all(part: Token) -> bool:
    after = child(part, "advmod") or part
    phrase = part.doc[min(after.i, part.i) : part.i + 1 + (after == part)].text.lower()
    return part.dep_ == "advmod" and phrase == "after all"


def _droppable(part: Token, verb: Token) -> bool:
    """Whether a prepositional phrase is a mere supplement: fenced off, or before the subject."""
    if part.lower_ == "according":
        return True
    if part.i < verb.i and part.right_edge.i < min(
        (s.left_edge.i for s in children(verb, "nsubj", "nsubjpass")), default=0
    ):
        return True
    return fence_before(part) and not supplements.is_date_phrase(part)
