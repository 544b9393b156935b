"""Purposes: infinitives of aim, and participles that tell the grievance or aim behind a deed."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from quizgen.analysis.causes.adverbials import SPEAKERS
from quizgen.analysis.causes.cause import CAUSE, PURPOSE, Cause
from quizgen.analysis.causes.linking import is_agent, link
from quizgen.analysis.causes.spans import clause_of
from quizgen.analysis.syntax import SUBJECTS, child, children, fence_before, is_verb
from quizgen.data import words

APART = frozenset(
    {"come", "go", "get", "take", "give", "do", "have", "lay", "stay", "remain", "continue"}
    | {"begin", "start", "turn", "lead", "provide"}
)
"""Verbs that an infinitive completes only where it follows at once."""


def find(doc: Doc) -> Iterator[Cause]:
    """The purposes and grievances of a doc, in text order."""
    for token in doc:
        if token.tag_ == "TO" and token.head.tag_ == "VB":
            yield from _infinitive(token)
        elif token.tag_ == "VBG" and token.lemma_.lower() in words("reason_verbs.txt"):
            yield from _grievance(token)


COMMENTING = frozenset({"add", "begin", "sum", "clarify", "recap", "conclude"})
"""Verbs by which a fronted infinitive comments on what follows: "To add to its problems, ..."."""


def _infinitive(to: Token) -> Iterator[Cause]:
    aim = to.head
    before = to.nbor(-1).lower_ if to.i else ""
    if before in {"order", "as", "bid", "attempt", "effort"}:
        return
    deed = _deed(to, aim)
    if deed is not None:
        yield from link(aim, deed, to.doc[to.i : to.i + 1], kind=PURPOSE, without=tuple(aim.lefts))


def _deed(to: Token, aim: Token) -> Token | None:
    """What is done for the aim: the verb of an adverbial infinitive.

    Right after a verb or a preposition an infinitive rather completes it ("rushed to help").
    """
    head = aim.head
    if (
        aim.dep_ != "advcl"
        or not is_verb(head)
        or head.lemma_.lower() in words("infinitive_verbs.txt")
    ):
        return None
    if child(aim, "nsubj", "mark") is not None or fence_before(aim):
        return None
    if head.dep_ in {"advcl", "pcomp"}:
        return None  # "staying behind to watch": a circumstance, not a deed
    before = to.nbor(-1) if to.i else None
    if before is not None and before.lower_ == "only":
        return None  # "only to find": an outcome
    gathered = head.lemma_.lower() in words("grievance_words.txt")
    if before is not None and before.pos_ in {"VERB", "AUX", "ADP", "PRON"} and not gathered:
        return None
    return None if _unreal(head) else head


def completes(verb: Token) -> bool:
    """Whether an infinitive after a verb mostly completes it rather than tells its aim."""
    return verb.lemma_.lower() in words("infinitive_verbs.txt")


def is_aim(infinitive: Token) -> bool:
    """Whether an adverbial infinitive may tell an aim, however far from its verb.

    "Came to see it as" is none, "came to Rome to see it" is; "only to find" tells an outcome.
    """
    to = next((c for c in children(infinitive, "aux") if c.tag_ == "TO"), None)
    if to is None or (to.i and to.nbor(-1).lower_ == "only"):
        return False
    if infinitive.i < infinitive.head.i and infinitive.lemma_ in COMMENTING:
        return False
    if not completes(infinitive.head):
        return True
    apart = to.i > 0 and to.nbor(-1) != infinitive.head
    return apart and infinitive.head.lemma_.lower() in APART


def _unreal(deed: Token) -> bool:
    """Whether a deed is denied, merely intended or possible, or the speaker's or hearer's own."""
    if deed.tag_ == "VB":
        return True
    parts = children(deed, "neg", "aux", *SUBJECTS)
    return any(p.dep_ == "neg" or p.tag_ == "MD" or p.lower_ in SPEAKERS for p in parts)


def _grievance(verb: Token) -> Iterator[Cause]:
    fronted = verb.dep_ == "advcl" and verb.right_edge.i + 1 < verb.head.i
    if verb.dep_ not in {"advcl", "acl", "xcomp"} or (verb.i < verb.head.i and not fronted):
        return
    if child(verb, "aux", "mark", "nsubj") is not None:
        return
    if not any(c.dep_ in {"dobj", "ccomp", "prep", "xcomp"} for c in verb.children):
        return
    signal = verb.doc[verb.i : verb.i + 1]
    yield from link(verb, _deed_of(verb), signal, kind=CAUSE)


def _deed_of(grievance: Token) -> Token:
    """Who or what a participle tells the grievance of: people, a strike, or the whole deed.

    Parsers hang "demanding" on the nearest noun, "marched down the road demanding".
    """
    noun = grievance.head
    if is_verb(noun) or is_agent(noun) or noun.dep_ in SUBJECTS:
        return noun
    return clause_of(noun)
