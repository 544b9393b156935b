"""Contents: what a cue attributes, as a clause, a quotation, a noun phrase or an infinitive."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from quizgen.analysis.statements import quotations
from quizgen.analysis.statements.speakers import RELATIVE, is_passive
from quizgen.analysis.syntax import (
    SUBJECTS,
    child,
    children,
    fence_before,
    in_quotes,
    is_finite,
    is_mark,
    is_verb,
    subject_of,
)

Tokens = tuple[Token, ...]
STAND_INS = frozenset({"so", "much", "otherwise"})


@dataclass(frozen=True, slots=True)
class Content:
    """What is attributed, in text order, and the frame that it fills ("phrase": a preposition)."""

    frame: str = ""
    tokens: Tokens = ()


NOTHING = Content()


def of_verb(verb: Token, takes: frozenset[str]) -> Content:
    """What a verb attributes in one of its frames; NOTHING where it does not.

    Inside a quotation only a clause counts: "we thank the voters" is itself what is said.
    """
    taken = takes & {"clause"} if in_quotes(verb) else takes
    found = (Content(frame, find(verb)) for frame, find in _FINDERS.items() if frame in taken)
    return next((content for content in found if content.tokens), NOTHING)


def of_phrase(verb: Token, takes: frozenset[str]) -> Content:
    """The phrase in "accused X of ...", "called for ...", with the object before it."""
    for part in children(verb, "prep"):
        if part.lower_ in takes and part.i > verb.i and child(part, "pobj", "pcomp") is not None:
            thing = child(verb, "dobj")
            before = _whole(thing) if thing is not None and verb.i < thing.i < part.i else ()
            return Content("phrase", (*before, *(t for t in _whole(part) if t not in before)))
    return NOTHING


def of_noun(noun: Token) -> Content:
    """The clause that tells a noun's content ("the claim that ...")."""
    for part in children(noun, "acl", "ccomp", "relcl"):
        mark = child(part, "mark")
        if mark is not None and mark.lower_ == "that":
            return Content("clause", _whole(part))
    return NOTHING


def of_feeling(word: Token) -> Content:
    """The clause that an adjective or participle of feeling takes."""
    part = next((c for c in children(word, "ccomp") if is_finite(c) and c.i > word.i), None)
    return Content("clause", _whole(part)) if part is not None else NOTHING


def _clausal(verb: Token) -> Tokens:
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and not children(verb, "ccomp"):
        verb = verb.head.head  # "quoted him as saying": the quotation hangs on "quoted"
    part = _complement(verb)
    inside = quotations.beside(verb, lambda opened, closed: _holds(part, opened, closed))
    if inside:
        return inside
    if part is not None and part.i > verb.i:
        return _whole(part)
    return (
        quotations.beside(verb, lambda opened, closed: quotations.follows(verb, opened, closed))
        or (_without(_whole(part), verb) if part is not None else ())
        or quotations.beside(verb, lambda opened, closed: quotations.precedes(verb, opened, closed))
        or (_whole_around(verb) if _is_tag(verb) else ())
    )


def _holds(part: Token | None, opened: int, closed: int) -> bool:
    return part is not None and opened < part.i < closed


def _complement(verb: Token) -> Token | None:
    """The finite clause that the verb takes: the one after it, else one before it."""
    found = [c for c in children(verb, "ccomp") if _clause(c) and not _apart(c)]
    after = [c for c in found if c.i > verb.i]
    return next(iter(after), None) or _hung_on_noun(verb) or next(iter(found), None)


def _hung_on_noun(verb: Token) -> Token | None:
    """The clause that the parser hung on a noun before it: "said in a memo that he would ..."."""
    for phrase in children(verb, "prep", "npadvmod", "dobj"):
        for part in phrase.subtree:
            mark = child(part, "mark")
            loose = part.dep_ in {"relcl", "acl"} and subject_of(part) is not None
            if loose and mark is not None and mark.lower_ == "that" and is_finite(part):
                return part
    return None


def _clause(part: Token) -> bool:
    """Whether a complement is a clause; before its verb a headline's will do ("Two killed")."""
    if part.i < part.head.i and subject_of(part) is not None:
        return True
    asked = any(c.tag_ in {"WRB", "WP", "WDT"} for c in part.children)
    marked = child(part, "mark") is not None
    return is_finite(part) or asked or marked or not is_verb(part)


def _apart(part: Token) -> bool:
    """Whether a clause that the parser hung on the verb is no content of it.

    Before the verb it is joined to it by "and", or is the one that reports: 'He said, "It felt
    good."' After it a dash parts them: "see that people - we all know a boy - that they ...".
    """
    verb = part.head
    if part.i > verb.i:
        thing = child(verb, "dobj")
        return thing is not None and verb.i < thing.i and _dashed(part)
    joints = [t for t in part.doc[part.i : verb.i] if t.dep_ == "cc" and t.head in {part, verb}]
    joined = any(not any(t.i < c.i < verb.i for c in children(t.head, "conj")) for t in joints)
    elsewhere = in_quotes(verb) and not in_quotes(part)
    return joined or elsewhere or _stand_in(verb) is not None


def _dashed(part: Token) -> bool:
    first = part.left_edge
    return first.i > 0 and first.nbor(-1).text in {"-", "--", "–", "—"}


def _is_tag(verb: Token) -> bool:
    """Whether "X says" is put into or after the clause that it reports."""
    loose = verb.dep_ in {"parataxis", "ccomp", "advcl"} and is_verb(verb.head)
    own = child(verb, "dobj", "mark", "ccomp") or _stand_in(verb)
    bare = own is None and child(verb, "nsubj") is not None
    after_cue = verb.dep_ == "ccomp" and verb.i > verb.head.i and in_quotes(verb)
    return (
        loose
        and bare
        and not after_cue
        and not _asking(verb)
        and (_fenced(verb) or _own_view(verb))
    )


def _stand_in(verb: Token) -> Token | None:
    """The word that stands for what was told before: "even Lee said so", "stated as much"."""
    return next((c for c in verb.rights if c.lower_ in STAND_INS), None)


def _asking(verb: Token) -> bool:
    return any(c.tag_ in {"WRB", "WP", "WDT"} for c in verb.children)


def _own_view(verb: Token) -> bool:
    """Whether the tag is "I think", which needs no comma."""
    subject = child(verb, "nsubj")
    return verb.dep_ == "parataxis" and subject is not None and subject.lower_ == "i"


def _fenced(verb: Token) -> bool:
    """Whether a comma or dash parts the tag from the clause around it."""
    edges = (verb.left_edge, verb.right_edge)
    after = edges[1].i + 1 < len(verb.doc) and edges[1].nbor().text in {",", "."}
    marked = any(is_mark(t) for t in edges) or fence_before(verb)
    return marked or (after and verb.i > verb.head.i)


def _whole_around(verb: Token) -> Tokens:
    """The clause around a tag, without the tag; not beyond the sentence."""
    inner = set(verb.subtree)
    return trimmed(t for t in verb.head.subtree if t not in inner)


def _without(tokens: Tokens, verb: Token) -> Tokens:
    """The content without its verb where the parser crossed them."""
    return tuple(t for t in tokens if t != verb)


def _infinitive(verb: Token) -> Tokens:
    part = next((c for c in children(verb, "xcomp") if _has_to(c) and c.i > verb.i), None)
    blocked = child(verb, "dobj") is not None
    return _whole(part) if part is not None and not blocked else ()


def _told_to(verb: Token) -> Tokens:
    """What somebody is told or wanted to do: "asked the court to ...", "wants him to ..."."""
    for part in children(verb, "xcomp", "ccomp"):
        receiver = child(verb, "dobj", "dative") or subject_of(part) or child(verb, "nsubjpass")
        if _has_to(part) and receiver is not None and part.i > verb.i:
            return _whole(part)
    return ()


def _has_to(part: Token) -> bool:
    return any(c.tag_ == "TO" for c in children(part, "aux"))


def _naming(verb: Token) -> Tokens:
    """The name or judgement in "called the curbs unfair", with what is called so."""
    word = next((c for c in children(verb, "oprd") if c.i > verb.i), None)
    thing = child(verb, "dobj") or (child(verb, *SUBJECTS) if is_passive(verb) else None)
    if word is None or word.pos_ == "PROPN":
        return ()
    return (*(_whole(thing) if thing is not None and thing.i > verb.i else ()), *_whole(word))


def _nominal(verb: Token) -> Tokens:
    thing = child(verb, "nsubjpass") if is_passive(verb) else child(verb, "dobj")
    if thing is None:  # "announced an event to be held in May"
        thing = next((c for c in children(verb, "ccomp") if subject_of(c) and _has_to(c)), None)
    return _whole(thing) if thing is not None and not _relative(thing) else ()


def _relative(thing: Token) -> bool:
    return thing.tag_ in RELATIVE or thing.lower_ == "that"


def _whole(part: Token) -> Tokens:
    return trimmed(part.subtree)


def trimmed(tokens: Iterable[Token]) -> Tokens:
    """The tokens without punctuation at the ends, but for quotation marks and brackets."""
    kept = list(tokens)
    while kept and is_mark(kept[-1]) and kept[-1].text not in {'"', ")"}:
        kept.pop()
    while kept and is_mark(kept[0]) and kept[0].text not in {'"', "("}:
        kept.pop(0)
    return tuple(kept)


_FINDERS = {
    "clause": _clausal,
    "infinitive": _infinitive,
    "object_infinitive": _told_to,
    "naming": _naming,
    "noun": _nominal,
}
