"""Seams: places where words of the article meet in a question that don't belong together.

Each function gives the sign that it found, or "". A sentence shown whole has no seams.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import (
    SUBJECTS,
    child,
    children,
    fence_before,
    is_finite,
    is_mark,
    is_verb,
    reports,
    subject_of,
)
from quizgen.data import words
from quizgen.facts.fact import Argument, Clause
from quizgen.rules.asking import Draft

JOINED = frozenset({"conj", "ccomp"})
PRESENT = frozenset({"VBZ", "VBP"})
PLACING = frozenset({"in", "at", "on", "near", "outside"})
RANKING = frozenset({"first", "last", "only", "next"})
REALLY = frozenset({"actually", "really", "only", "instead"})
STARTING = frozenset({"at", "in", "on", "during"})

TWO_TIMES = re.compile(
    r"\b(?:in|on) (?:[A-Z]\w+ )?(?:\d{1,2}, )?\d{4} (?:in|on) (?:[A-Z]\w+ )?(?:\d{1,2}, )?\d{4}\b"
)


def seam(draft: Draft, _: Analysis) -> str:
    """No words joined that a reader would have to take apart."""
    clause = draft.fact.clause
    if clause is None or draft.fact.kind == "sentence":
        return ""
    found = (sign for test in _TESTS for sign in test(draft, clause))
    return next(found, "")


def _shared_gap(draft: Draft, clause: Clause) -> Iterator[str]:
    """Of two joined deeds one has lost its object: "promised to hold and sell a farm"."""
    asked = draft.asked
    if asked is clause.subject or "{clause:ask" not in draft.template:
        return
    verb = asked.preposition[0].head if asked.preposition else asked.head.head
    if verb == clause.verb or not is_verb(verb):
        return
    kept = {*draft.words}
    joined = [c for c in children(verb, "conj") if is_verb(c)]
    joined += [verb.head] if verb.dep_ == "conj" and verb.head != clause.verb else []
    both = next((c for c in joined if c in kept and child(c, "dobj", "prep") is not None), None)
    if both is not None:
        yield f"only one of two joined deeds has the answer: {both.text}"


def _clause_under_infinitive(_: Draft, clause: Clause) -> Iterator[str]:
    """Joined to a bare infinitive stands no clause: "to carry, and bank notes coloured"."""
    verb = clause.verb
    main = verb.head
    bare = verb.dep_ == "conj" and is_verb(main) and not is_finite(main) and main.tag_ == "VB"
    if bare and subject_of(verb) is not None and is_finite(verb):
        yield f"a clause joined to an infinitive: {verb.text}"


def _no_conjunction(_: Draft, clause: Clause) -> Iterator[str]:
    """Two verbs with nothing between them: "people held in Lima are sent home"."""
    first = [clause.verb.head] if clause.verb.dep_ in JOINED else []
    for before, after in [*((v, clause.verb) for v in first), *_joined_to(clause.verb)]:
        between = before.doc[before.i + 1 : after.i]
        apart = any(t.dep_ in {"cc", "punct", "mark"} or is_mark(t) for t in between)
        alone = is_verb(before) and is_finite(after) and child(after, *SUBJECTS, "expl") is None
        if alone and is_finite(before) and before.i < after.i and not apart:
            yield f"two verbs that nothing joins: {after.text}"


def _joined_to(verb: Token) -> Iterator[tuple[Token, Token]]:
    yield from ((verb, other) for other in children(verb, *JOINED) if is_verb(other))


def _two_complements(_: Draft, clause: Clause) -> Iterator[str]:
    """What somebody was called is told twice: "dubbed the Spring of Lima, selling"."""
    found = [c for c in children(clause.verb, "oprd", "attr", "acomp") if not is_mark(c)]
    if len(found) > 1:
        yield f"two complements: {found[0].text} and {found[1].text}"


def _torn_first(draft: Draft, clause: Clause) -> Iterator[str]:
    """An infinitive belongs to what is the first: "became the first country to ban bags"."""
    held = next((a for a in clause.arguments if a.role in {"complement", "object"}), None)
    if held is None or not _is_ranked(held):
        return
    bound = draft.asked is held or (draft.asked.role == "purpose" and held.role == "complement")
    for token in (*draft.words, *draft.asked.tokens) if bound else ():
        deed = token.head
        if token.tag_ == "TO" and token.dep_ == "aux" and deed.i > held.whole[-1].i:
            yield f"what was done first is told apart: {deed.text}"


def _is_ranked(thing: Argument) -> bool:
    words_of = (t for t in thing.tokens if t.ent_type_ != "DATE")
    return any(t.lower_ in RANKING or t.tag_ == "JJS" or t.ent_type_ == "ORDINAL" for t in words_of)


def _split_place(draft: Draft, clause: Clause) -> Iterator[str]:
    """A place goes on behind the verb: "How many cases at a school did Peru report in Lima"."""
    asked = draft.asked
    if asked is clause.subject or "count" not in asked.tags or asked.role != "object":
        return
    placed = any(p.lower_ in PLACING for p in children(asked.head, "prep"))
    after = asked.whole[-1].i + 1
    following = clause.verb.doc[after] if after < len(clause.verb.doc) else clause.verb
    inner = child(following, "pobj")
    located = inner is not None and inner.ent_type_ in {"GPE", "LOC", "FAC"}
    if placed and located and following in draft.words and following.lower_ in PLACING:
        yield f"a place is cut in two: {following.text}"


def _place_before_time(draft: Draft, clause: Clause) -> Iterator[str]:
    """No place or event stands before the question when: "At the Olympics, in which month"."""
    first = draft.stem.partition(" ")[0].lower()
    asking = f"{first} which" in draft.stem[:10].lower()
    front = [a for a in clause.fronted if a is not draft.asked and a.preposition]
    told = draft.wording.clause.front(draft.asked) if draft.tells_clause else ""
    timed = draft.asked.role == "time" and told != "" and first in STARTING
    if timed and not asking and not any("date" in a.tags for a in front):
        yield "a place before the question when"


def _said_which(draft: Draft, clause: Clause) -> Iterator[str]:
    """Right behind a verb of saying "which" asks a question of its own: "said which town won"."""
    first = draft.asked.whole[0]
    before = first.nbor(-1) if first.i > first.sent.start else first
    telling = is_verb(before) and reports(before) and first != clause.verb
    if draft.fact.kind == "inside" and telling and f"{before.text} which " in draft.stem:
        yield f'"which" right behind a verb of saying: {before.text}'


def _lost_there(draft: Draft, clause: Clause) -> Iterator[str]:
    """A verb of staying has lost its place: "spent two years" of "spent two years there"."""
    for token in clause.verb.subtree:
        own = token.head == clause.verb or token.head in clause.predicate
        needs = own and token.lower_ in {"there", "here"} and token.dep_ == "advmod"
        verbs = {token.head, *children(token.head, "xcomp", "dobj", "pcomp")}
        staying = any(v.lemma_ in words("staying_verbs.txt") for v in verbs if is_verb(v))
        if needs and staying and token not in draft.words and token.i > clause.verb.i:
            yield f"a verb without its place: {token.text}"


def _two_goals(_: Draft, clause: Clause) -> Iterator[str]:
    """Two deeds that share a verb: "sent 200 doctors to Lima and 40 nurses to Chile"."""
    phrases = children(clause.verb, "prep", "dative")
    nouns = (c for c in children(clause.verb, "conj") if c.tag_[:2] == "NN")
    things = [c for c in nouns if any(p.i > c.i for p in phrases)]
    if things and child(clause.verb, "dobj") is not None:
        yield f"two deeds that share a verb: {things[0].text}"


def _two_times(draft: Draft, _: Clause) -> Iterator[str]:
    """The time of one phrase meets that of the verb: "from 400 in 2000 in 2013"."""
    found = TWO_TIMES.search(draft.stem)
    if found is not None:
        yield f"two times side by side: {found[0]}"


def _contrast(draft: Draft, clause: Clause) -> Iterator[str]:
    """A "when" behind a comma sets facts against each other: ", when it really fell"."""
    asked = draft.asked
    first = (clause.auxiliaries or (clause.verb,))[0]
    when = asked.role == "when" and asked.preposition[0].lower_ == "when"
    against = first.tag_ in PRESENT or any(t.lower_ in REALLY for t in asked.tokens)
    if when and against and fence_before(asked.preposition[0]):
        yield 'a contrast read as a time: "when"'


_TESTS = (
    _shared_gap,
    _clause_under_infinitive,
    _no_conjunction,
    _two_complements,
    _torn_first,
    _split_place,
    _place_before_time,
    _said_which,
    _lost_there,
    _two_goals,
    _two_times,
    _contrast,
)
