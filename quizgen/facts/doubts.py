"""Doubts: the reasons not to ask about a clause, as its own words and its parse show them."""

from collections.abc import Iterator

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis.syntax import SUBJECTS, child, children, is_mark, is_verb, reports
from quizgen.data import words
from quizgen.facts.predicates import auxiliaries_of
from quizgen.facts.reporting import Standing, apart, is_condition

HEDGES = frozenset(
    "reportedly allegedly apparently supposedly possibly perhaps maybe probably presumably".split()
)
GAPS = frozenset({"...", "…", ". . .", ".."})
SUBORDINATORS = frozenset({"while", "although", "though", "if", "when", "whereas", "whether"})


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
    if _hearsay(verb):
        yield "hearsay"
    yield from _doubtful_wholes(verb)
    if any(is_condition(c) for c in _before_both(verb)):
        yield "a condition"
    if any(c.lower_ in {"how", "why"} and c.dep_ == "advmod" for c in verb.children):
        yield "a clause that asks"
    if told.cue is not None and is_verb(told.cue) and _second_subject(told.cue):
        yield "two noun phrases before the verb of saying"


def _hearsay(verb: Token) -> bool:
    """Whether a verb, or the one that it is coordinated with, tells "by one account"."""
    verbs = [verb, *([verb.head] if verb.dep_ == "conj" else [])]
    sources = (p for v in verbs for p in children(v, "prep") if p.lower_ in {"by", "according"})
    nouns = (n for p in sources for t in (p, *children(p, "prep")) for n in children(t, "pobj"))
    return any(n.lemma_.lower() in words("hearsay_nouns.txt") for n in nouns)


def _alternative(verb: Token) -> bool:
    """Whether a verb is one of two that "either" or "or" joins."""
    joined = [verb, *([verb.head] if verb.dep_ == "conj" else [])]
    return any(
        c.dep_ in {"preconj", "cc"} and c.lower_ in {"either", "or"}
        for each in joined
        for c in each.children
    )


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
    if _is_inverted(verb):
        yield "a subject behind its auxiliary"
    if _alternative(verb):
        yield "one of two possibilities"
    if _noun_before(verb):
        yield "the noun right before the verb may be its subject"
    if child(verb, "expl") is not None:
        yield "an empty subject (there is)"
    if _is_parenthesis(verb):
        yield "a parenthesis"
    if any(c.tag_ == "VB" and _unlike(c, verb) for c in verb.children if c.dep_ == "conj"):
        yield "joined to a verb of another form"  # "issued a cease and desist order"
    if _has_gap(verb):
        yield "a quotation with words left out"


def _unlike(joined: Token, verb: Token) -> bool:
    """Whether a base form is joined to a past form, with no auxiliary that it could share."""
    before = joined.doc[max(0, joined.i - 2) : joined.i]
    close = len(before) > 1 and before[1].dep_ == "cc" and not before[0].is_punct
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
    if _locates(subject):
        return True
    nouns = children(verb, "nsubj", "nsubjpass", "npadvmod", "dep", "appos", "nmod")
    others = [n for n in nouns if n.i < verb.i and n != subject]
    return any(
        n.dep_ in SUBJECTS or (n.tag_.startswith("NN") and n.ent_type_ not in {"DATE", "TIME"})
        for n in others
    )


def _is_inverted(verb: Token) -> bool:
    """Whether the clause has a question's order: "Not only did Toyota recall", "had Kenya won"."""
    subject = child(verb, *SUBJECTS)
    finite = child(verb, "aux", "auxpass")
    return subject is not None and finite is not None and finite.i < subject.i < verb.i


def _noun_before(verb: Token) -> bool:
    """Whether a verb without a subject stands behind a noun: "sells cars and Peru was given"."""
    if verb.dep_ != "conj" or not is_verb(verb.head) or child(verb, *SUBJECTS) is not None:
        return False
    group = (verb, *children(verb, "aux", "auxpass", "neg", "advmod"))
    first = min((t for t in group if t.i <= verb.i), key=lambda t: t.i)
    return first.i > 0 and first.nbor(-1).tag_[:2] == "NN"


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
