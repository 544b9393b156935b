"""Leaning: words whose other half stands in a sentence that the student does not see.

A comparison without its standard ("even worse off"), a time counted from another ("moments
later"), a verb without what it needs ("she refused"), "one" for a thing.
"""

from spacy.tokens import Token

from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import children, in_quotes
from quizgen.data import lines, words
from quizgen.rules.asking import Draft
from quizgen.wording.surface import content_words

DEGREES = frozenset({"even", "still", "far", "much"})
COUNTED_ON = frozenset("later earlier before after afterwards".split())
REASONS = frozenset({"cause", "purpose"})
COMPLETING = frozenset("dobj prep agent xcomp ccomp dative oprd prt pobj pcomp".split())


def leaning(draft: Draft, _: Analysis) -> str:
    """No word or phrase that needs the sentence before to be understood."""
    own = [t for t in draft.own_words if not in_quotes(t) and t not in draft.asked.tokens]
    said = f" {' '.join(content_words(' '.join(t.text for t in own)))} "
    phrase = next((p for p in lines("leaning_phrases.txt") if f" {p} " in said), "")
    if phrase:
        return f"leans on another sentence: {phrase}"
    found = next((t for t in own if _leans(t, draft)), None)
    return f"leans on another sentence: {found.text}" if found is not None else ""


def _leans(token: Token, draft: Draft) -> bool:
    return (
        _lacks_standard(token, draft)
        or _counted_on(token)
        or _goes_on(token)
        or _stands_for_thing(token)
        or _lacks_complement(token, draft)
        or _that_one(token)
        or _one_more(token)
    )


def _lacks_standard(token: Token, draft: Draft) -> bool:
    """Whether a comparison tells how far but not from what: "even worse", "two months longer"."""
    if token.tag_ not in {"JJR", "RBR"} or " than " in draft.stem:
        return False
    return any(c.lower_ in DEGREES or c.dep_ == "npadvmod" for c in token.children)


def _counted_on(token: Token) -> bool:
    """Whether a time is counted from another sentence's: "moments later"."""
    if token.lower_ not in COUNTED_ON or not children(token, "npadvmod"):
        return False
    return not children(token, "pobj", "pcomp", "prep") and token.dep_ != "mark"


def _goes_on(token: Token) -> bool:
    """Whether somebody says more: "further claimed", "added"."""
    more = token.lower_ in {"further", "again"} and token.dep_ == "advmod"
    return more and token.head.lemma_.lower() in words("reporting_verbs.txt")


def _stands_for_thing(token: Token) -> bool:
    """Whether "one" stands for a thing said before: "offers one for about $3,000"."""
    if token.text not in {"one", "ones"} or token.dep_ not in {"dobj", "pobj"}:
        return False
    told = children(token, "relcl", "acl", "nummod")
    return not told and all(c.lower_ != "of" for c in children(token, "prep"))


def _lacks_complement(token: Token, draft: Draft) -> bool:
    """Whether a verb needs more than it has: "declined", "was to join"."""
    if token.tag_[:2] != "VB" or token.lemma_.lower() not in words("needy_verbs.txt"):
        return False
    if token.dep_ in {"amod", "acl", "pcomp", "prep", "relcl", "xcomp", "conj"}:
        return False
    return not any(_completes(part, draft) for part in token.children)


def _completes(part: Token, draft: Draft) -> bool:
    """Whether a part says what the verb needs: no mere time, and not the phrase asked for alone."""
    if part.dep_ in {"nsubjpass", "auxpass"}:
        return True
    if part.dep_ == "prep" and any(t.ent_type_ in {"DATE", "TIME"} for t in children(part, "pobj")):
        return False
    if draft.asked.role in REASONS and part in (*draft.asked.preposition, *draft.asked.whole):
        return False
    beside = part.lower_ == "with" and set(part.subtree) >= set(draft.asked.tokens)
    return part.dep_ in COMPLETING and not beside


def _that_one(token: Token) -> bool:
    """Whether "that" before a noun was read as a conjunction: "estimates that number is"."""
    if token.lower_ != "that" or token.dep_ != "mark" or token.i + 1 >= len(token.doc):
        return False
    noun = token.nbor(1)
    return noun.lower_ in words("vague_nouns.txt") and noun.tag_ == "NN" and noun.n_lefts == 0


def _one_more(token: Token) -> bool:
    """Whether somebody is put beside others told of before: "fellow candidate", "is shy, too"."""
    if token.lower_ == "fellow":
        return token.dep_ in {"amod", "compound"} and not children(token.head, "det", "poss")
    ends = token.i + 1 == len(token.doc) or token.nbor(1).is_punct
    return token.lower_ == "too" and token.dep_ == "advmod" and ends
