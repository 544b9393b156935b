"""Speakers: the phrase of the one to whom a cue attributes its content."""

from collections.abc import Iterable

from spacy.tokens import Token

from quizgen.analysis.syntax import SUBJECTS, child, children, is_mark, is_verb, subject_of

RELATIVE = frozenset({"WP", "WDT"})
SUPPLEMENTS = frozenset({"relcl", "acl", "advcl", "parataxis", "ccomp"})
CARRIERS = frozenset({"in", "with", "through", "via"})
RECEIVED = frozenset({"tell", "inform", "notify", "remind", "assure"})
FREE = frozenset(
    {"by", "in", "after", "before", "while", "when", "without", "as", "on", "upon", "with"}
)
ISSUING = frozenset({"issue", "release", "publish", "make", "write", "send", "post", "file"})
OBJECTED = frozenset({"accuse", "blame"})
EVENTFUL = frozenset(
    "show indicate suggest demonstrate prove imply signal illustrate underline underscore".split()
)
DEPTH = 6  # steps up the tree to a subject that a cue shares


def of_verb(verb: Token) -> Token | None:
    """The head of a verb's speaker; None where nobody is named."""
    if is_passive(verb):
        return _agent(verb)
    found = doer(verb)
    empty = found is not None and found.lower_ == "it" and found.head != verb
    return None if empty else found


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive: its subject is not the speaker."""
    if child(verb, "auxpass") is not None:
        return True
    if verb.lemma_ in OBJECTED and verb.tag_ in {"VBN", "VBD"} and child(verb, "dobj") is None:
        return True  # a headline's "Shell accused of fraud"
    if child(verb, "aux") is not None or subject_of(verb) is not None:
        return False
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod", "advcl", "acomp"}:
        return True
    untold = verb.lemma_ in RECEIVED and child(verb, "dobj", "dative") is None
    shares = verb.dep_ == "conj" and (verb.tag_ == "VBN" or (verb.tag_ == "VBD" and untold))
    return shares and is_passive(verb.head)


def doer(verb: Token, depth: int = DEPTH) -> Token | None:
    """The head of the subject of a verb, its own or the one that it shares."""
    own = subject_of(verb)
    if own is not None:
        return antecedent(own)
    main = verb.head
    if depth == 0 or main == verb or verb.dep_ in {"csubj", "csubjpass"}:
        return _inverted(verb)
    if verb.dep_ == "acl":
        return _writer(main)
    if verb.dep_ == "advcl" and verb.i > main.i and verb.lemma_ in EVENTFUL:
        return None  # "most live in cities, showing that ...": it is what happens that shows it
    if verb.dep_ == "pcomp" or not is_verb(main):
        return _of_phrase(verb, depth)
    if verb.dep_ == "xcomp" and child(main, "dobj") is not None:
        return child(main, "dobj")
    return doer(main, depth - 1)


def antecedent(subject: Token) -> Token:
    """The noun that a relative pronoun stands for, else the token itself."""
    clause = subject.head
    while clause.dep_ == "conj" and is_verb(clause.head):
        clause = clause.head
    if subject.tag_ in RELATIVE and clause.dep_ == "relcl":
        return clause.head
    return subject


def phrase(head: Token, cue: Token) -> tuple[Token, ...]:
    """The words of a speaker: the noun phrase without clauses hung on it, without the cue."""
    dropped = {t for part in _supplements(head) for t in part.subtree} | {cue}
    kept = [t for t in head.subtree if t not in dropped]
    while kept and kept[-1] != head and (_trailing(kept[-1]) or _is_case(kept[-1], head)):
        kept.pop()
    while kept and kept[0] != head and (is_mark(kept[0]) or kept[0].dep_ in {"cc", "preconj"}):
        kept.pop(0)
    return tuple(kept)


def possessor(noun: Token) -> Token | None:
    """Whose claim a noun tells: "Japan's claim", "a claim by Japan", "Japan made the claim"."""
    owner = child(noun, "poss") or _by(noun, {"by", "from"}) or _agent(noun)
    if owner is not None:
        return owner
    if noun.dep_ == "dobj" and is_verb(noun.head) and not is_passive(noun.head):
        return doer(noun.head)
    return None


def _supplements(head: Token) -> Iterable[Token]:
    return (t for t in head.subtree if t.dep_ in SUPPLEMENTS and t != head and t.i > t.head.i)


def _trailing(token: Token) -> bool:
    return (is_mark(token) and token.text != ")") or token.dep_ == "cc"


def _is_case(token: Token, head: Token) -> bool:
    """Whether a token is the "'s" of a possessor; that of "McDonald's" belongs to the name."""
    return token.dep_ == "case" and head.dep_ == "poss"


def _agent(verb: Token) -> Token | None:
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def _by(noun: Token, prepositions: set[str]) -> Token | None:
    found = (p for p in children(noun, "prep") if p.lower_ in prepositions)
    return next((child(p, "pobj") for p in found), None)


def _writer(noun: Token) -> Token | None:
    """Who "saying" after a noun goes back to: the noun, or who wrote "in a letter saying"."""
    main = noun.head
    if noun.dep_ == "pobj" and main.lower_ in CARRIERS and is_verb(main.head):
        return doer(main.head) or noun
    issued = noun.dep_ == "dobj" and main.lemma_ in ISSUING and not is_passive(main)
    return (doer(main) if issued else None) or noun


def _of_phrase(verb: Token, depth: int) -> Token | None:
    """The subject above "by saying"; of "quoted X as saying" it is X, of "X was quoted" X."""
    main = verb.head
    if verb.dep_ == "pcomp" and main.lower_ not in FREE:
        return None  # "accused the ministry of denying entry": the ministry's deed
    while main.dep_ in {"prep", "pcomp", "pobj", "dobj"} and not is_verb(main):
        main = main.head
    if not is_verb(main):
        return None
    thing = child(main, "dobj")
    return thing if verb.head.lower_ == "as" and thing is not None else doer(main, depth - 1)


def _inverted(verb: Token) -> Token | None:
    """The subject after its verb that the parser took for an object: '"...," said Lee.'"""
    after = [c for c in children(verb, "dobj", "attr", "npadvmod") if c.i > verb.i]
    named = after and after[0].pos_ == "PROPN" and verb.lemma_ in {"say", "add", "write", "ask"}
    return after[0] if named and child(verb, *SUBJECTS) is None else None
