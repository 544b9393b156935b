"""Reporting: whether the article itself says a clause, or whom it reports to have said it."""

from dataclasses import dataclass

from spacy.tokens import Token

from quizgen.analysis.statements import cues, quoted_in, speakers
from quizgen.analysis.syntax import SUBJECTS, child, children, in_quotes, is_verb, reports
from quizgen.data import words
from quizgen.facts.told import SHARED, either_tells

CONDITIONS = {"if", "unless", "whether", "until", "once", "lest", "till"}
GOING_ON = frozenset({"continue", "go", "begin", "start", "proceed", "come"})
PARTLY = "a claim that only a part is told by"
NESTED = "a claim within a claim"
CLAIMING = frozenset({"says", "warns", "shows", "judges"})
"""Kinds of nouns ("claim", "warning", "finding") whose clause is told under their owner's name."""


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
    if found.cue is not None:
        within = in_quotes(found.cue) or _attributed(found.cue) is not None
        return Standing(problem=NESTED) if within else found
    found = _attributed(verb) or found
    if in_quotes(verb) and (found.cue is None or in_quotes(found.cue)):
        return _quoted(verb)
    return found


def _quoted(verb: Token) -> Standing:
    """The standing of a sentence of a quotation: whose words they are, if that is told."""
    statement = quoted_in(verb)
    if statement is None or statement.negated or not statement.speaker:
        return Standing(problem="quotation without a speaker")
    (cue,) = statement.cue
    if not reports(cue) or not _was_said(cue) or standing(cue) != Standing():
        return Standing(problem="quotation without a speaker")
    heads = (t for t in statement.speaker if t.head not in statement.speaker)
    return Standing(next(heads), cue)


def _was_said(cue: Token) -> bool:
    """Whether a verb tells that something was said, not that it may be or was refused to be."""
    if child(cue, "neg") is not None or any(c.tag_ == "MD" for c in children(cue, "aux")):
        return False
    return cue.dep_ != "xcomp" or cue.head.lemma_ in GOING_ON


def _climb(verb: Token) -> Standing:
    found, at = Standing(), verb
    if _mark(verb) in CONDITIONS or is_condition(verb) or _whenever(verb):
        return Standing(problem="a condition")
    while at.dep_ != "ROOT":
        head = at.head
        if at.dep_ == "ccomp" and apart(at, head):
            break
        problem = _problem(at, head, told=at == found.cue)
        if problem:
            return Standing(problem=problem)
        claim = _claim(at, head)
        if claim is not None and found.cue is not None:
            return Standing(problem=NESTED)
        found = claim or found
        if found.cue is not None and found.speaker is None:
            return Standing(problem="a claim without a speaker")
        at = head
    return found


def _claim(at: Token, head: Token) -> Standing | None:
    """The standing that a clause has from the verb or noun right above it, if that attributes."""
    if at.dep_ == "ccomp" or _fronted_content(at):
        return Standing(speakers.of_verb(head) if is_verb(head) else None, head)
    if _is_content(at):
        return Standing(speakers.possessor(head), head)
    return None


def of_noun(verb: Token) -> bool:
    """Whether a clause tells the content of a noun: "the claim that the islands are safe"."""
    return verb.dep_ == "acl" and child(verb, "mark") is not None


def _is_content(at: Token) -> bool:
    """Whether a clause is what a noun claims."""
    return of_noun(at) and cues.of_noun(at.head) in CLAIMING


def apart(at: Token, head: Token) -> bool:
    """Whether two clauses stand side by side that the parser made one the content of the other.

    A semicolon parts them, but not after a verb of saying, whose content may go on behind it; or
    the first ends in "but" ("She left the port because it rained but, she says, ...").
    """
    if head.i < at.i:
        speaks = is_verb(head) and bool(cues.of_verb(head))
        return not speaks and any(t.text == ";" for t in at.doc[head.i : at.i])
    return any(t.text == ";" or _ends_in_but(t, at) for t in at.doc[at.i : head.i])


def _ends_in_but(joint: Token, clause: Token) -> bool:
    """Whether "but" or "and" is the last word of a clause, so that another clause follows it."""
    if joint.dep_ != "cc" or clause not in (joint.head, *joint.head.ancestors):
        return False
    return not any(t.i > joint.i and not t.is_punct for t in clause.subtree)


def _fronted_content(at: Token) -> bool:
    return at.dep_ == "dep" and reports(at.head)


def _problem(at: Token, head: Token, *, told: bool) -> str:
    """Why what stands at a token is no fact of the article, as far as its head shows.

    `told` for the verb by which something is told: that it was, is what counts there.
    """
    if of_noun(at) and not _is_content(at):
        return "content of a noun (the claim that ...)"
    if at.dep_ in {"advcl", "conj"} and _mark(at) in CONDITIONS:
        return "a condition"
    if either_tells(at):
        return SHARED
    if at.dep_ in {"csubj", "csubjpass"} or (at.dep_ == "pcomp" and not told):
        return "an embedded clause"
    if told and is_verb(at) and not _was_said(at):
        return "a statement that was not made yet"
    if at.dep_ in {"ccomp", "dep"} and is_verb(head):
        return _complement_problem(at, head)
    return ""


def _complement_problem(at: Token, head: Token) -> str:
    if _mark(at) in CONDITIONS or any(c.tag_ in {"WRB", "WP", "WDT"} for c in at.children):
        return "an embedded question"
    if child(head, "neg") is not None or head.lemma_ in words("denying_verbs.txt"):
        return "a denied statement"
    if not reports(head):
        return "an opinion, wish or supposition"
    return "" if _was_said(head) else "a statement that was not made yet"


def is_condition(part: Token) -> bool:
    """Whether a clause is a condition: with "if" and "unless", or "so long as"."""
    mark = child(part, "mark")
    if mark is None:
        return False
    as_long_as = mark.lower_ == "as" and mark.i > 0 and mark.nbor(-1).lower_ == "long"
    return mark.lower_ in {"if", "unless"} or as_long_as


def _whenever(verb: Token) -> bool:
    """Whether a clause tells of any time, not of one: "It is risky when firms borrow money"."""
    finite = child(verb, "aux", "auxpass") or verb
    dated = any(t.ent_type_ == "DATE" for t in verb.subtree)
    return _mark(verb) in {"when", "whenever"} and finite.tag_ in {"VBZ", "VBP"} and not dated


def _mark(verb: Token) -> str:
    """The conjunction of a clause; an adverb only before its subject: not in "was once king"."""
    mark = child(verb, "mark", "advmod")
    subject = child(verb, "nsubj", "nsubjpass")
    before = subject if mark is not None and mark.dep_ == "advmod" and subject else verb
    return mark.lower_ if mark is not None and mark.i < before.i else ""


def _attributed(verb: Token) -> Standing | None:
    """The standing from "according to X" or from "..., X says" put after the clause."""
    at = below = verb
    while True:
        for part in at.children:
            if part.dep_ == "prep" and part.lower_ == "according":
                first_only = at.i < part.i < below.i  # "A fell, according to Lee, and B rose"
                if first_only:
                    return Standing(problem=PARTLY)
                return _of_supplement(part) or _according(part)
            if part.dep_ in {"parataxis", "ccomp", "advcl"} and _is_tag(part, verb):
                return Standing(child(part, "nsubj"), part)
        if at.dep_ == "ROOT":
            return None
        at, below = at.head, at


def _is_tag(part: Token, verb: Token) -> bool:
    tag = reports(part) and child(part, "nsubj") is not None
    bare = child(part, "ccomp", "dobj", "mark") is None
    outside = not in_quotes(part) or in_quotes(verb)
    return tag and bare and outside and part != verb and verb not in part.subtree


def _of_supplement(part: Token) -> Standing | None:
    """The problem where "according to X" ends a clause put in after the subject.

    "Women, who make up 16 % of the army, according to Greenpeace, have served since 2015."
    """
    before = next((t for t in reversed(part.doc[part.sent.start : part.i]) if not t.is_punct), None)
    hung = {"relcl", "acl", "appos"}
    inside = before is not None and any(
        t.dep_ in hung and t.head.dep_ in SUBJECTS for t in (before, *before.ancestors)
    )
    return Standing(problem=PARTLY) if inside else None


def _according(part: Token) -> Standing:
    to = child(part, "prep", "pcomp")
    speaker = child(to, "pobj") if to is not None else child(part, "pobj")
    if speaker is None:
        return Standing(problem="a claim without a speaker")
    return Standing(speaker, part)


def tag_in(verb: Token, told: Standing) -> frozenset[Token]:
    """The words of "Reuters reported" that stand in the middle of what they report."""
    within = told.cue is not None and verb in told.cue.ancestors
    return frozenset(told.cue.subtree) if within and told.cue is not None else frozenset()
