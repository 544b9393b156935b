"""Reporting: whether the article itself says a clause, or whom it reports to have said it."""

from dataclasses import dataclass

from spacy.tokens import Token

from quizgen.analysis.syntax import child, children, in_quotes, is_verb, shared_subject
from quizgen.data import words

CONDITIONS = {"if", "unless", "whether", "until", "once", "lest", "till"}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a clause is told: by whom (None: the article), by which verb, and why not to ask it."""

    speaker: Token | None = None
    cue: Token | None = None
    problem: str = ""


def standing(verb: Token) -> Standing:
    """The standing of the clause of a verb, inherited through conjuncts, nouns and complements."""
    found = _climb(verb)
    if found.problem:
        return found
    if found.speaker is None:
        found = _attributed(verb) or found
    if found.speaker is None and in_quotes(verb):
        return Standing(problem="quotation without a speaker")
    return found


def _climb(verb: Token) -> Standing:
    speaker, cue, at = None, None, verb
    if _mark(verb) in CONDITIONS:
        return Standing(problem="a condition")
    while at.dep_ != "ROOT":
        head = at.head
        problem = _problem(at, head)
        if problem:
            return Standing(problem=problem)
        if at.dep_ == "ccomp" and apart(at, head):
            break
        if at.dep_ == "ccomp" or _fronted_content(at):
            if speaker is not None:
                return Standing(problem="a claim within a claim")
            speaker, cue = shared_subject(head), head
            if speaker is None:
                return Standing(problem="a claim without a speaker")
        at = head
    return Standing(speaker, cue)


def apart(at: Token, head: Token) -> bool:
    """Whether a semicolon parts two clauses that the parser made one the content of the other."""
    first, last = sorted((at.i, head.i))
    return any(t.text == ";" for t in at.doc[first:last])


def _fronted_content(at: Token) -> bool:
    return at.dep_ == "dep" and at.head.lemma_ in words("reporting_verbs.txt")


def _problem(at: Token, head: Token) -> str:
    """Why what stands at a token is no fact of the article, as far as its head shows."""
    if at.dep_ == "acl" and child(at, "mark") is not None:
        return "content of a noun (the claim that ...)"
    if at.dep_ in {"advcl", "conj"} and _mark(at) in CONDITIONS:
        return "a condition"
    if at.dep_ in {"csubj", "csubjpass", "pcomp"}:
        return "an embedded clause"
    if at.dep_ in {"ccomp", "dep"} and is_verb(head):
        return _complement_problem(at, head)
    return ""


def _complement_problem(at: Token, head: Token) -> str:
    if _mark(at) in CONDITIONS or any(c.tag_ in {"WRB", "WP", "WDT"} for c in at.children):
        return "an embedded question"
    if child(head, "neg") is not None or head.lemma_ in words("denying_verbs.txt"):
        return "a denied statement"
    if head.lemma_ not in words("reporting_verbs.txt"):
        return "an opinion, wish or supposition"
    if any(c.tag_ == "MD" for c in children(head, "aux")):
        return "a statement that was not made yet"
    return ""


def _mark(verb: Token) -> str:
    mark = child(verb, "mark", "advmod")
    return mark.lower_ if mark is not None and mark.i < verb.i else ""


def _attributed(verb: Token) -> Standing | None:
    """The standing from "according to X" or from "..., X says" put after the clause."""
    at = verb
    while True:
        for part in at.children:
            if part.dep_ == "prep" and part.lower_ == "according":
                return _according(part)
            if part.dep_ in {"parataxis", "ccomp", "advcl"} and _is_tag(part, verb):
                return Standing(child(part, "nsubj"), part)
        if at.dep_ == "ROOT":
            return None
        at = at.head


def _is_tag(part: Token, verb: Token) -> bool:
    tag = part.lemma_ in words("reporting_verbs.txt") and child(part, "nsubj") is not None
    bare = child(part, "ccomp", "dobj", "mark") is None
    return tag and bare and part != verb and verb not in part.subtree


def _according(part: Token) -> Standing:
    to = child(part, "prep", "pcomp")
    speaker = child(to, "pobj") if to is not None else child(part, "pobj")
    if speaker is None:
        return Standing(problem="a claim without a speaker")
    return Standing(speaker, part)
