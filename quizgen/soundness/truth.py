"""Truth: a question asserts no more than the article does, and only one answer is right."""

import re

from spacy.tokens import Token

from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import is_verb
from quizgen.data import words
from quizgen.facts.fact import Argument, Clause
from quizgen.rules.asking import Draft
from quizgen.wording.surface import content_words

MEASURED = frozenset({"count", "number", "percent", "money", "quantity"})
STATES = frozenset({"on", "in", "at", "under", "off", "out"})
"""Prepositions that tell a state with a bare noun: "on display", "in effect", "under threat"."""
CLINGING = frozenset("into against over about between toward towards under of".split())


def problem_clause(draft: Draft, _: Analysis) -> str:
    """What is denied, supposed, conditional or said by nobody known is not asked as a fact."""
    clause = draft.fact.clause
    if clause is None or draft.fact.kind == "statement":
        return ""
    nameless = draft.asked is clause.subject and "named" not in draft.asked.tags
    if nameless and _takes_place(draft):
        return "the verb is an idiom"
    if clause.subject.tags & {"date", "time", "duration"}:
        return "a time as the subject"
    if draft.fact.kind == "sentence":  # shown whole, with all its hedges and speakers
        return next((p for p in clause.problems if p.startswith("quotation")), "")
    return clause.problems[0] if clause.problems else ""


def _takes_place(draft: Draft) -> bool:
    held = draft.fact.slots.get("object")
    return held is not None and held.head.lower_ == "place" and "verb:take" in draft.fact.tags


def bare_copula(draft: Draft, _: Analysis) -> str:
    """A form of "be" alone says nothing: its complement was lost, or only a place is left."""
    clause = draft.fact.clause
    if clause is None or "copula" not in draft.fact.tags or not draft.fact.tells:
        return ""
    roles = {argument.role for argument in clause.arguments}
    if any(a.role == "complement" and a.head.lower_ in {"such", "so"} for a in clause.arguments):
        return "a degree without its measure"
    whole = "complement" in roles or _placed_by(draft, clause) or _is_to_do(clause)
    return "" if whole else 'a form of "be" without its complement'


def _placed_by(draft: Draft, clause: Clause) -> bool:
    """Whether a bare phrase or an asked origin completes "be": "is on display", "is from Lima"."""
    own = [a for a in clause.arguments if a.preposition and a.preposition[0].head == clause.verb]
    bare = any(a.role in STATES and a.head.tag_ == "NN" and "bare_noun" in a.tags for a in own)
    origin = any(a.role == "from" and a is draft.asked for a in own)
    return bare or origin or any(a.role == "of" and "people" in a.tags for a in own)


def _is_to_do(clause: Clause) -> bool:
    """Whether "is to open" tells what will be, not what an aim is."""
    subject = clause.subject.head
    deed = next((a for a in clause.arguments if a.role == "infinitive"), None)
    opens = deed is not None and deed.whole[0].tag_ == "TO"  # not "is not to open"
    plan = opens and deed is not None and deed.whole[0].i == clause.verb.i + 1
    return plan and subject.lemma_.lower() not in words("aim_nouns.txt")


def lost_object(draft: Draft, _: Analysis) -> str:
    """Of a verb of giving both the receiver and the thing must be known."""
    clause = draft.fact.clause
    if clause is None or not draft.fact.tells or clause.passive:
        return ""
    roles = {a.role for a in clause.arguments} & {"object", "indirect_object", "to", "content"}
    giving = clause.verb.lemma_.lower() in words("giving_verbs.txt")
    return "the receiver or the thing given is lost" if giving and len(roles) == 1 else ""


def displaced_only(draft: Draft, _: Analysis) -> str:
    """The word "only" shifts its meaning when the words around it move."""
    clause = draft.fact.clause
    moved = "{clause:ask" in draft.template or "{clause:undone" in draft.template
    kept = [t for t in draft.own_words if t not in draft.asked.whole and t.lower_ == "only"]
    told = clause is not None and draft.fact.kind != "sentence" and _not_before(clause)
    late = told and any(is_verb(t.head) for t in kept)
    deed = draft.asked.role == "doing" and any(t.lower_ == "only" for t in draft.asked.tokens)
    return 'the place of "only" is lost' if late or deed or (moved and kept) else ""


def _not_before(clause: Clause) -> bool:
    """Whether "only" may mean "not before" a time, since nothing in the clause is counted."""
    timed = any(a.role == "time" for a in clause.arguments)
    return timed and not any(a.tags & {"count", "money", "percent"} for a in clause.arguments)


def half_verb(draft: Draft, _: Analysis) -> str:
    """A verb without its finite auxiliary was torn from another ("and being investigated")."""
    clause = draft.fact.clause
    if clause is None or not draft.tells_clause:
        return ""
    group = (*clause.auxiliaries, clause.verb)
    torn = group[0].tag_ in {"VBG", "VBN"} and len(group) > 1
    return "the verb lacks its finite part" if torn else ""


def hanging_past(draft: Draft, _: Analysis) -> str:
    """A "had swept" hangs without the event before which it was; "would go" is somebody's plan."""
    clause = draft.fact.clause
    if clause is None or clause.speaker is not None or not draft.tells_clause:
        return ""
    first = clause.auxiliaries[0].lower_ if clause.auxiliaries else ""
    hanging = first in {"had", "'d", "would"}
    return "a past or a plan told from a point that the stem does not name" if hanging else ""


def perfect_date(draft: Draft, _: Analysis) -> str:
    """A date in the past does not go with "has done", as "today" did in the article."""
    clause = draft.fact.clause
    if clause is None or not draft.tells_clause or not clause.auxiliaries:
        return ""
    dated = [a for a in clause.arguments if a.role == "time" and not {"month", "year"} & a.tags]
    shown = [a for a in dated if a is draft.asked or _is_shown(a, draft)]
    perfect = clause.auxiliaries[0].lower_ in {"has", "have", "'ve"}
    return "a day in the past with a perfect tense" if perfect and shown else ""


def _is_shown(time: Argument, draft: Draft) -> bool:
    told = (draft.wording.swaps.get(t.i, t.text) for t in time.tokens)
    return all(text in draft.stem for text in told)


def lost_span(draft: Draft, _: Analysis) -> str:
    """A number told of "this year" or "the last week" is of no use without that time."""
    clause = draft.fact.clause
    if clause is None or not draft.tells_clause or not draft.asked.tags & MEASURED:
        return ""
    told = draft.wording.clause
    lost = [a for a in clause.arguments if a is not draft.asked and told.stale(a)]
    spans = [a for a in lost if "relative" in a.tags and not a.tags & {"day", "time"}]
    return f"the time of the number is lost: {spans[0].head.text}" if spans else ""


def nested_object(draft: Draft, _: Analysis) -> str:
    """The object of another verb is asked only through a plain infinitive ("plans to build")."""
    clause, asked = draft.fact.clause, draft.asked
    if clause is None or asked.role != "object" or not draft.fact.tells:
        return ""
    verb = asked.head.head
    if verb.dep_ == "xcomp" and any(
        c.lower_ == "for" and verb.head.i < c.i < verb.i for c in verb.head.children
    ):
        return "the object of a verb with a subject of its own"  # "pays for airlines to fly people"
    while verb.dep_ == "xcomp" and any(c.tag_ == "TO" for c in verb.children):
        verb = verb.head
    direct = verb == clause.verb or verb.dep_ in {"ccomp", "conj"} or not is_verb(verb)
    return "" if direct else "the object of a verb within another phrase"


def lost_phrase(draft: Draft, _: Analysis) -> str:
    """What follows an asked object may belong to it: "began an offensive into Syria"."""
    clause, asked = draft.fact.clause, draft.asked
    if clause is None or not draft.tells_clause:
        return ""
    if asked.role == "object_complement" and _goes_on(draft):
        return "the answer may go on in the stem"  # "called the Flexible Levitation on a Track"
    if asked.role != "object":
        return ""
    end = asked.whole[-1].i + 1
    for other in clause.arguments:
        loose = other.role in CLINGING and "selected" not in other.tags
        if loose and other.preposition and other.preposition[0].i == end:
            return f"what follows may belong to the answer: {other.role}"
    return ""


def _goes_on(draft: Draft) -> bool:
    last = draft.asked.whole[-1]
    following = last.nbor(1) if last.i + 1 < len(last.doc) else last
    nouns = (c for c in following.children if c.dep_ == "pobj")
    named = any(noun.is_title and not noun.ent_type_ for noun in nouns)
    return following.tag_ == "IN" and named and following in draft.words


def altered_quote(draft: Draft, _: Analysis) -> str:
    """Words between quotation marks are somebody's own, whole or not at all."""
    said = " ".join(content_words(draft.fact.sentence.span.text))
    for quote in re.findall(r'"([^"]+)"', draft.stem):
        if " ".join(content_words(quote)) not in said:
            return "a quotation is altered"
    return ""


def negated(draft: Draft, _: Analysis) -> str:
    """Negative stems test reading of the word "not", not of the news."""
    return (
        "asks about something that did not happen"
        if "negated" in draft.fact.tags and draft.rule.type != "true_false"
        else ""
    )


def _several_times(draft: Draft) -> bool:
    clause = draft.fact.clause
    times = [a for a in clause.arguments if a.role == "time"] if clause is not None else []
    return sum("absolute" in time.tags for time in times) > 1


def second_answer(draft: Draft, _: Analysis) -> str:
    """Nothing coordinated with the key may be lost: each part alone would be right too."""
    outside = [
        c
        for c in draft.asked.head.conjuncts
        if c not in draft.asked.tokens and c not in draft.asked.head.ancestors
    ]
    if draft.fact.kind == "acronym":
        return ""
    if draft.asked.role == "time" and _several_times(draft):
        return "the clause names more than one time"
    if any(c.dep_ == "conj" for p in draft.asked.preposition for c in p.children):
        return "another phrase with a preposition would answer as well"
    same = [c for c in outside if c.dep_ == "conj" and not c.tag_.startswith("V")]
    if same and "named" in draft.asked.tags:
        return f"another answer would also be right: {same[0].text}"
    return ""


def _is_one_of_many(noun: Token) -> bool:
    return any(c.lower_ in {"a", "an"} for c in noun.children)


def odd_coordination(draft: Draft, _: Analysis) -> str:
    """A name and a common noun joined by "and" are nearly always two clauses read as one."""
    for token in draft.words:
        if (
            token.dep_ == "conj"
            and token.pos_ == "PROPN"
            and token.head.tag_ in {"NN", "NNS"}
            and (token.ent_type_ in {"GPE", "PERSON"} or _is_one_of_many(token.head))
        ):
            return f"joins unlike things: {token.head.text} and {token.text}"
    return ""
