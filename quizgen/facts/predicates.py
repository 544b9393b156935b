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
MEASURED = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL"})
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
            or is_loose_apposition(part)
            or after_colon(part)
            or before_mark(part)
            or (dep in {"advcl", "ccomp"} and _consequence(part))
        ):
            yield part


def is_loose_apposition(part: Token) -> bool:
    """Whether a noun behind a comma only describes what was said: "died, the last king to fall"."""
    later = part.dep_ == "npadvmod" and part.i > part.head.i
    return later and fence_before(part) and part.ent_type_ not in MEASURED


def _consequence(part: Token) -> bool:
    """Whether a clause only says what follows: "so now there is a big confusion"."""
    first = part.left_edge
    return first.lower_ == "so" and first.i > part.head.i and first.nbor(1).lower_ != "that"


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
    joined = verb.dep_ == "conj" and [c for c in verb.head.children if c.i < verb.head.i]
    if any(c.dep_ == "advcl" and _conditional(c) for c in (*verb.children, *(joined or ()))):
        yield "a condition"
    if told.cue is not None and is_verb(told.cue) and _second_subject(told.cue):
        yield "two noun phrases before the verb of saying"


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
    if any(c.tag_ == "VB" and _unlike(c, verb) for c in verb.children if c.dep_ == "conj"):
        yield "joined to a verb of another form"  # "issued a cease and desist order"
    if _has_gap(verb):
        yield "a quotation with words left out"


def _unlike(joined: Token, verb: Token) -> bool:
    """Whether a base form is joined to a past form, with no auxiliary that it could share."""
    close = joined.nbor(-1).dep_ == "cc" and not joined.nbor(-2).is_punct
    past = close and verb.tag_ in {"VBD", "VBZ", "VBN"} and child(joined, "aux", "nsubj") is None
    return past and not any(a.lemma_ == "do" or a.tag_ == "MD" for a in auxiliaries_of(verb))


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
    nouns = children(verb, "nsubj", "nsubjpass", "npadvmod", "dep", "appos", "nmod")
    others = [n for n in nouns if n.i < verb.i and n != subject]
    return any(
        n.dep_ in SUBJECTS or (n.tag_.startswith("NN") and n.ent_type_ not in {"DATE", "TIME"})
        for n in others
    )


def _conditional(part: Token) -> bool:
    mark = child(part, "mark")
    if mark is None:
        return False
    as_long_as = mark.lower_ == "as" and mark.i > 0 and mark.nbor(-1).lower_ == "long"
    return mark.lower_ in {"if", "unless"} or as_long_as
