"""Tense: whether the verb over a time tells of what was or of what is to come."""

from spacy.tokens import Span, Token

from quizgen.data import words

FUTURE = frozenset({"will", "shall", "'ll", "wo"})
LIMITS = frozenset({"until", "till", "through", "by"})
PERHAPS = frozenset({"may", "might", "can", "could", "should", "would", "must"})
PAST, OPEN, COMING = -1, 0, 1
BESIDE = 2  # tokens: "announced on Friday"


def way(token: Token) -> int:
    """COMING, PAST, or OPEN when the nearest verb over the token does not tell."""
    for verb in (token, *token.ancestors):
        if verb.tag_[:2] == "VB":
            return _way_of(verb)
        if verb.lower_ in words("pending_adjectives.txt"):
            return _pending({verb.head.tag_})  # "is due on Friday"
    return OPEN


def way_of(span: Span) -> int:
    """The way of a time; "until May" and "by May" mostly look ahead, whatever the verb's tense."""
    told = way(span.root)
    before = span.doc[span.start - 1].lower_ if span.start else ""
    if before not in LIMITS:
        return told
    return OPEN if told == PAST else COMING


def _pending(tags: set[str]) -> int:
    """COMING for "is scheduled for Friday"; "was scheduled" and "a vote set for" may be over."""
    return COMING if tags & {"VBZ", "VBP"} and "VBD" not in tags else OPEN


def _way_of(verb: Token) -> int:
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    tags = {c.tag_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if helpers & FUTURE:
        return COMING
    if verb.tag_ == "VBN" and verb.lower_ in words("pending_adjectives.txt"):
        return _pending(tags)
    if "TO" in tags:
        return _of_infinitive(verb)
    if helpers & PERHAPS:
        return PAST if helpers & {"have"} else OPEN
    if verb.tag_ == "VBG" and tags & {"VBZ", "VBP"} and "been" not in helpers:
        return COMING  # "is meeting the mayor on Friday"
    if verb.tag_ in {"VBD", "VBN"} or "VBD" in tags or helpers & {"been", "has", "have"}:
        return _of_past(verb, tags)
    return way(verb.head) if verb.tag_ == "VBG" and verb.head != verb else OPEN


def _of_infinitive(verb: Token) -> int:
    """An infinitive looks ahead of the verb that plans it, else it shares that verb's time."""
    head = verb.head
    if head.lemma_ in words("implicative_verbs.txt") and head != verb:
        return way(head)  # "tried to warn people in December"
    planned = head.lemma_ in words("planning_verbs.txt")
    if not planned and head.lower_ not in words("pending_adjectives.txt"):
        return OPEN
    tags = {head.tag_, *(c.tag_ for c in head.children if c.dep_ in {"aux", "auxpass"})}
    return OPEN if "VBD" in tags else COMING  # "is to rule on Friday"; "planned to" may be over


def _of_past(verb: Token, tags: set[str]) -> int:
    """PAST for "held", "was held" and "has held"; "is held each Friday" is present."""
    present = verb.tag_ == "VBN" and tags & {"VBZ", "VBP"}
    perfect = any(c.lower_ in {"has", "have", "'ve", "been"} for c in verb.children)
    return OPEN if present and not perfect else PAST


def is_perfect(token: Token) -> bool:
    """Whether the nearest verb over the token is a present perfect, which takes no date."""
    verb = next((a for a in token.ancestors if a.tag_[:2] == "VB"), token)
    return any(
        c.dep_ == "aux" and c.tag_ in {"VBZ", "VBP"} and c.lemma_ == "have" for c in verb.children
    )


def may_announce(span: Span) -> bool:
    """Whether a time may be that of what the verb over it announces ("called talks on Monday").

    Not when it stands right beside the verb or before it ("announced on Friday that ...").
    """
    verb = next((a for a in span.root.ancestors if a.tag_[:2] == "VB"), None)
    if verb is None or verb.lemma_ not in words("announcing_verbs.txt"):
        return False
    return span.start - verb.i > BESIDE
