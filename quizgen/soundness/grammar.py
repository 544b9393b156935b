"""Grammar: slips, of the article or of the parse, that a reader of the question would mend."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import child, children, fence_before, reports
from quizgen.facts.fact import Clause
from quizgen.facts.phrases import is_plural
from quizgen.rules.asking import Draft
from quizgen.wording.deaths import DYING

ROUND = frozenset({"dozens", "tens", "hundreds", "thousands", "millions", "billions"})
NUMBERS = frozenset({"number", "total", "count", "toll", "population", "tally", "figure"})
DETERMINING = frozenset({"det", "poss", "nummod", "predet", "quantmod"})


def agreement(draft: Draft, _: Analysis) -> str:
    """Subjects and verbs agree, and singular nouns have their article."""
    for verb in draft.words:
        subject = child(verb, "nsubj", "nsubjpass")
        if subject is not None and subject in draft.words and _clashes(subject, verb):
            return f"subject and verb don't agree: {subject.text}"
    clause = draft.fact.clause
    if clause is None or draft.fact.kind == "sentence":
        return ""
    if draft.asked is not clause.subject and _lone_plural(clause):
        return f"subject and verb don't agree: {clause.subject.head.text}"
    heads = [a.head for a in (clause.subject, clause.speaker) if a is not None]
    bare = next((t for t in heads if t in draft.own_words and _lacks_article(t)), None)
    return f"a noun without its article: {bare.text}" if bare is not None else ""


def _clashes(subject: Token, verb: Token) -> bool:
    """Whether a verb is singular though its subject is plural; names of bodies may be either."""
    finite = next((c for c in children(verb, "aux", "auxpass")), verb)
    singular = finite.tag_ == "VBZ" or finite.lower_ == "was"
    common = subject.tag_ in {"NN", "NNS"} and not subject.ent_type_ and subject.lower_ != "police"
    return singular and common and is_plural(subject) and subject.dep_ != "conj"


def _lone_plural(clause: Clause) -> bool:
    """Whether one named thing "are": "In Pirates of Lima, players are dropped"."""
    noun, finite = clause.subject.head, (clause.auxiliaries or (clause.verb,))[0]
    plural = finite.lower_ in {"are", "were"} or finite.tag_ == "VBP"
    thing = noun.ent_type_ not in {"ORG", "GPE", "NORP"}
    joined = any(t.dep_ in {"cc", "conj"} for t in clause.subject.whole)
    beside = any(c.tag_ == "NNS" for c in children(noun, "appos"))
    named = noun.tag_ == "NNP" and not joined and not is_plural(noun)
    return plural and named and (thing or beside)


def _lacks_article(noun: Token) -> bool:
    """Whether a person or body stands bare: "Greek court", "Irish airline, Aran Air,"."""
    if _is_bare_acronym(noun):
        return True
    if noun.tag_ != "NN" or noun.lower_ == "police":
        return False
    counted = gazetteer.is_person_noun(noun.lemma_) or gazetteer.is_group_noun(noun.lemma_)
    determined = any(c.dep_ in DETERMINING for c in noun.children)
    named = any(not fence_before(c) for c in children(noun, "appos"))
    joined = noun.dep_ == "conj" or child(noun, "conj") is not None
    return counted and not (determined or named or joined)


def _is_bare_acronym(noun: Token) -> bool:
    """Whether the letters of a nation's body lack their article: "Belarusian KGB"."""
    letters = noun.tag_ == "NNP" and noun.text.isupper() and noun.text.isalpha()
    nation = any(c.ent_type_ == "NORP" and c.dep_ == "amod" for c in noun.children)
    return letters and nation and not any(c.dep_ in DETERMINING for c in noun.children)


def unfinished(draft: Draft, _: Analysis) -> str:
    """Neither stem nor key breaks off: "Who said?", "tens of thousands" of what?."""
    clause = draft.fact.clause
    if clause is None or draft.fact.kind == "sentence":
        return ""
    return next(_broken(draft, clause), "")


def _broken(draft: Draft, clause: Clause) -> Iterator[str]:
    if re.search(r"\brespectively\b", f"{draft.stem} {draft.key}"):
        yield "half of a list told in step with another"
    figure = draft.asked.tags & {"money", "percent", "count"}
    if figure and re.search(r"\bor (?:more|less|so)\?$", draft.stem):
        yield "a figure's bounds without the figure"
    if "percent" in figure and any(_is_other_share(t, draft) for t in draft.words):
        yield "another share beside the one asked for"
    if _says_nothing(draft, clause):
        yield "what was said is left out"
    if re.search(r"\bbecause of [a-z]+ing\b", f"{draft.stem} {draft.key}"):
        yield 'a deed after "because of"'
    if any(_is_bare_number(t) for t in draft.words):
        yield "a number of nothing"
    if _past_perfect_date(draft, clause):
        yield "a perfect tense with a day in the past"
    if _present_past_date(draft, clause):
        yield "a present tense with a year in the past"
    if _lives_on(draft, clause):
        yield "a present tense of somebody dead"
    yield from _broken_key(draft)


def _says_nothing(draft: Draft, clause: Clause) -> bool:
    if not draft.fact.tells or not reports(clause.verb) or clause.passive:
        return False
    said = draft.asked.whole if draft.fact.kind == "clause" else ()
    after = [t for t in clause.predicate if t.i > clause.verb.i and t.dep_ != "prt"]
    return (not [t for t in after if t not in said] and draft.asked is clause.subject) or not after


def _is_other_share(token: Token, draft: Draft) -> bool:
    """Whether a share stands beside the one asked for: "won 53% in Lima, 57% in Cusco"."""
    return token.text == "%" and token not in draft.asked.whole and token.dep_ == "npadvmod"


def _is_bare_number(token: Token) -> bool:
    """Whether an object is a mere number: "infected around 35,000"."""
    if token.dep_ != "dobj":
        return False
    parts = [p for p in children(token, "prep") if p.lower_ in {"of", "out"}]
    counted = any(t.lower_ not in ROUND for p in parts for t in p.children)
    number = token.tag_ == "CD" and token.ent_type_ not in {"MONEY", "PERCENT", "DATE"}
    return not (counted or _is_age(token) or _of_number(token)) and (
        number or token.lower_ in ROUND
    )


def _is_age(token: Token) -> bool:
    """Whether a number says how old somebody is: "died aged 41"."""
    return token.i > 0 and token.nbor(-1).lower_ == "aged"


def _of_number(token: Token) -> bool:
    """Whether the clause tells of a number itself: "the number of cases passed one million"."""
    subject = child(token.head, "nsubj")
    return subject is not None and subject.lemma_.lower() in NUMBERS


def _past_perfect_date(draft: Draft, clause: Clause) -> bool:
    """Whether "has opened" stands with a day, which asks for "opened"."""
    first = clause.auxiliaries[0] if clause.auxiliaries else None
    if first is None or first.lower_ not in {"has", "have"}:
        return False
    days = [a for a in clause.arguments if a.role == "time" and "day" in a.tags]
    own = [a for a in days if clause.verb in {a.head.head, *(p.head for p in a.preposition)}]
    swaps = draft.wording.swaps
    return any("absolute" in a.tags or any(swaps.get(t.i) for t in a.tokens) for a in own)


def _present_past_date(draft: Draft, clause: Clause) -> bool:
    """Whether "is being built" stands with the year of something else: "the fire in 2013"."""
    first = (clause.auxiliaries or (clause.verb,))[0]
    if first.tag_ not in {"VBZ", "VBP"} or (first.lemma_ == "have" and first != clause.verb):
        return False
    published = draft.wording.story.published
    times = [a for a in clause.arguments if a.role == "time" and a.preposition]
    years = {t.text for a in times for t in a.tokens if re.fullmatch(r"[12]\d{3}", t.text)}
    if published is None:  # what is going on is hardly dated in news of that year
        asked = draft.asked.role == "time" and "year" in draft.asked.tags
        return bool(years) and (asked or any(t.lower_ == "being" for t in clause.auxiliaries))
    return any(int(year) < published.year for year in years)


def _lives_on(draft: Draft, clause: Clause) -> bool:
    """Whether somebody dead still "is" or "has been" something."""
    first = (clause.auxiliaries or (clause.verb,))[0]
    present = first.tag_ in {"VBZ", "VBP"} and draft.tells_clause
    gone = clause.subject.name in draft.wording.story.dead
    return present and gone and not clause.passive and clause.verb.lemma_ not in DYING


def _in_a_row(token: Token) -> bool:
    return token.lower_ == "running" and token.dep_ in {"acl", "advmod"}


def _broken_key(draft: Draft) -> Iterator[str]:
    tokens = draft.asked.tokens
    subject = draft.fact.clause.subject.tokens if draft.fact.clause is not None else ()
    if {t.lower_ for t in (*tokens[:1], *subject[:1])} & {"formerly", "previously"}:
        yield "a former name"
    if draft.asked.head.tag_ == "VBG" and draft.asked.head.is_title and draft.asked.role == "by":
        yield "a name read as a deed"  # "published by Looking Ahead"
    if "duration" in draft.asked.tags and any(_in_a_row(t) for t in draft.asked.whole):
        yield "the answer lacks that it was in a row"
    for token in tokens:
        compared = token.lower_ == "as" and token.dep_ == "advmod"
        if compared and not any(t.lower_ == "as" and t.dep_ != "advmod" for t in tokens):
            yield "the answer compares with something left out"
        deed = token.lower_ == "by" and child(token, "pcomp") is not None
        if deed and draft.asked.role == "object" and token.head != draft.asked.head:
            yield "the end of the answer may belong to the verb"
