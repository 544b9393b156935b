"""Standing alone: a stem must say by itself which story, people and times it means."""

import re

from spacy.tokens import Token

from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import child
from quizgen.analysis.times import MONTHS
from quizgen.context_line import context, shown_title
from quizgen.data import words
from quizgen.facts.phrases import DEMONSTRATIVES
from quizgen.rules.asking import Draft
from quizgen.soundness.binding import PERSONAL, bound
from quizgen.soundness.identification import stems
from quizgen.wording.surface import content_words, significant

SPEAKING = frozenset("i me my mine we us our ours you your yours myself ourselves yourself".split())
ELLIPTIC = frozenset(
    "first second third fourth former latter other others many some few most several both all "
    "none neither either".split()
)
LEAST_SAID = 2  # content words: "Who was arrested?" has one
LEAST_NAMELESS = 4  # content words of a stem that shares none with the title
LEAST_RICH = 8  # content words of a stem that tells enough to know the name asked for
LEAST_ON_TOPIC = 6  # content words of a stem that holds all of a short title ("Teff")
LEAST_OPEN = 4  # content words of a stem that asks for something without a name
LEAST_OPEN_SUBJECT = 3  # the same of one that asks for its subject
LEAST_TOLD = 3  # names, dates and other content words of a stem that asks for an object
LEAST_TOLD_SUBJECT = 2  # names and other content words of one that asks for its subject
OPEN_ROLES = frozenset({"object", "infinitive", "doing", "content"})
OPEN_WORDS = frozenset("according say said do did does he she it they".split())
ENOUGH_SHARED = 2  # words shared with a short title
REAL_TITLE = 4  # content words; shorter titles ("Brown bears") tell no story
STALE = re.compile(
    r"\b(?:yesterday|today|tonight|tomorrow|ago|now|recent|earlier|later|"
    r"(?:last|next|this|past|coming|previous|following|same) (?:\w+ )?"
    r"(?:week|month|year|decade|night|day|summer|winter|spring|fall|autumn|season|quarter|century)s?"
    r")\b",
    re.IGNORECASE,
)
LOOSE_WEEKDAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"(?!,? (?:[A-Z][a-z]+ \d|\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z]|\d+[./-]\d|\d{4}))"
)
LOOSE_MONTH = re.compile(
    r"\b(?:(?:in|since|until|till|through|by|from|to|for|of|and|during|before|after|between|around|"
    r"early|late|last|next|this) |mid-)"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"(?!,? (?:of )?\d)"
)
UNDATED = re.compile(
    r"\b(?:currently|so far|until now|(?:this|last|next) (?:week|month|year|season)['’]s|"
    r"(?:financial|fiscal) (?:year|quarter))\b",
    re.IGNORECASE,
)
"""Times that a date in the context line or a year in the stem would make plain."""
SAME_DAY = re.compile(r"\b(?:yesterday|today|tonight|tomorrow)\b")
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


YEAR = re.compile(r"\b\d{4}\b")
WHOLE_DATE = re.compile(rf"\b(?:(?:{'|'.join(MONTHS)})\b(?: \d+,?)?(?: \d{{4}})?|\d{{4}}\b)")


def pronoun(draft: Draft, _: Analysis) -> str:
    """No pronoun may be left whose antecedent the stem does not hold."""
    for token in draft.own_words:
        low = token.lower_
        if low in SPEAKING and token.tag_ in {"PRP", "PRP$"}:
            return f"speaks in the first or second person: {token.text}"
        if low in PERSONAL and token.tag_ in {"PRP", "PRP$"} and not bound(token, draft):
            return f"pronoun without a certain antecedent: {token.text}"
    return ""


def demonstrative(draft: Draft, _: Analysis) -> str:
    """No "this", "such" or "there" that points out of the question."""
    for token in draft.own_words:
        if token.lower_ == "both" and token.dep_ in {"det", "predet"} and not _of_two(token):
            return "points to another sentence: both"
        if token.lower_ == "nearby":
            return "points to another sentence: nearby"
        example = token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "as"
        pointing = token.lower_ in DEMONSTRATIVES and token.tag_ in {"DT", "PDT", "JJ"}
        if pointing and not (example or _says_whom(token)):
            return f"points to another sentence: {token.text}"
        if token.lower_ in {"there", "here", "latter", "aforementioned"} and token.dep_ in {
            "advmod",
            "nsubj",
            "pobj",
        }:
            return f"points to another sentence: {token.text}"
        leaning = _leans(token)
        if leaning:
            return leaning
    return ""


def _leans(token: Token) -> str:
    """Why a word counts or goes on from another sentence, or ""."""
    if token.lower_ in {"one", "ones"} and any(c.lower_ == "the" for c in token.children):
        return f"leans on another sentence: the {token.text}"
    if token.lower_ == "more" and token.i and token.nbor(-1).like_num:
        return "counts on from another sentence: more"
    if token.lower_ in ELLIPTIC and _elliptic(token):
        return f"leans on another sentence: {token.text}"
    if token.lower_ == "same" and token.dep_ in {"dobj", "pobj", "attr"}:
        return "leans on another sentence: the same"
    leaning = token.lower_ in {"other", "another", "same", "similar", "certain"}
    part = token.i + 1 < len(token.doc) and token.nbor(1).text == "-"  # "same-sex"
    joined = token.head.dep_ == "conj"
    if leaning and token.dep_ in {"amod", "det"} and not (part or joined):
        return f"leans on another sentence: {token.text}"
    return ""


def _of_two(both: Token) -> bool:
    """Whether the two that "both" means follow it: "both Lima and Quito"."""
    noun = both.head
    return child(noun, "conj") is not None and both.i < noun.left_edge.i + 1


def _says_whom(those: Token) -> bool:
    """Whether "those" is told by what follows it: "those given to men", "those who left"."""
    own = those.lower_ == "those" and those.dep_ != "det"
    return own and any(c.dep_ in {"relcl", "acl"} and c.i > those.i for c in those.children)


def _elliptic(token: Token) -> bool:
    """Whether "the second" or "the others" stands for a noun said before."""
    bare = all(c.dep_ in {"det", "punct", "cc", "conj"} for c in token.children)
    going_on = token.i + 1 < len(token.doc) and token.nbor(1).lower_ in {"but", "of"}
    return bare and not going_on and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "dative"}


def discourse(draft: Draft, _: Analysis) -> str:
    """No leftover that ties the stem to the sentence before."""
    opening = draft.fact.sentence.span[0].lower_
    if draft.fact.kind == "sentence" and opening in words("openings.txt"):
        return f"opens by going on from another sentence: {opening}"
    first = content_words(draft.stem)[-1:]
    for word in ("also", "however", "meanwhile", "therefore", "moreover", "likewise"):
        if re.search(rf"\b{word}\b", draft.stem):
            return f"ties to another sentence: {word}"
    return (
        "ends on a loose word"
        if first and first[0] in {"and", "or", "but", "the", "a", "an", "that"}
        else ""
    )


def no_name(draft: Draft, analysis: Analysis) -> str:
    """A stem needs something that says which story it belongs to."""
    if draft.fact.kind in {"acronym", "statement"}:
        return ""  # an acronym or somebody's own words are known by themselves
    swaps, clause = draft.wording.swaps, draft.fact.clause
    reported = clause is not None and clause.speaker not in {None, draft.asked}
    if reported and len(stems(draft.stem.partition(", ")[2])) < LEAST_SAID:
        return "says too little"
    if any(
        t.pos_ == "PROPN" or t.ent_type_ == "NORP" or swaps.get(t.i, "")[:1].isupper()
        for t in draft.words
        if t not in draft.asked.tokens and t.ent_type_ not in {"DATE", "TIME"}
    ):
        return ""
    title, stem = stems(shown_title(draft, analysis)), stems(draft.stem)
    if len(stem) < LEAST_SAID:
        return "says too little"
    rich = "named" in draft.asked.tags and len(stem) >= LEAST_RICH
    if rich and draft.rule.type == "short_answer" and draft.fact.kind != "inside":
        return ""
    shared = len(title & stem)
    if len(title) >= REAL_TITLE and len(stem) >= (LEAST_SAID if shared else LEAST_NAMELESS):
        return ""
    nouns = {t.lower_.removesuffix("s") for t in draft.own_words if t.tag_[:2] == "NN"}
    if title and title <= stem & nouns and len(stem) >= LEAST_ON_TOPIC:
        return ""
    return "" if shared >= ENOUGH_SHARED else "nothing in the stem says which story it is about"


def too_open(draft: Draft, analysis: Analysis) -> str:
    """A stem that asks for an unnamed thing must say enough: "What has Pelosi proposed?" does not.

    A gap counts as one too, since anything may stand in it.
    """
    measured = draft.asked.tags & {"named", "date", "duration", "money", "percent", "count"}
    gap = draft.rule.type == "cloze"
    thing = draft.asked.role == "subject" and not draft.asked.tags & {"people", "collective"}
    if not gap and (measured or not (thing or draft.asked.role in OPEN_ROLES)):
        return ""
    stem = draft.stem.replace(" May ", " month ")  # no modal verb
    said = [w for w in significant(stem) if w not in OPEN_WORDS]
    least = LEAST_OPEN_SUBJECT if thing else LEAST_OPEN
    if len(said) < least or (not gap and _bare(draft, analysis, thing=thing)):
        return "says too little for one answer"
    return ""


def _bare(draft: Draft, analysis: Analysis, *, thing: bool) -> bool:
    """Whether a stem tells no more than who did it and when: "What did Maria Santos provide?".

    However long, a name or a date tells one thing, a manner nothing.
    """
    stem, names = draft.stem, {m.name for m in analysis.names.mentions}
    texts = {text for name in names for text in (name.text, *name.aliases)}
    for text in sorted(texts, key=len, reverse=True):
        stem = re.sub(rf"\b{re.escape(text)}\b", "Name", stem) if text in stem else stem
    stem = WHOLE_DATE.sub("" if thing else "Date", stem)
    manner = {t.lower_ for t in draft.words if t.tag_ == "RB"}
    said = [w for w in significant(stem) if w not in OPEN_WORDS | manner]
    if draft.asked.role == "content":
        return False
    return len(said) < (LEAST_TOLD_SUBJECT if thing else LEAST_TOLD)


def relative_time(draft: Draft, analysis: Analysis) -> str:
    """No "Friday" or "last month" that goes stale."""
    shown = f"{draft.stem} {'' if 'date' in draft.asked.tags else draft.key}"
    if LOOSE_WEEKDAY.search(shown):
        return "a weekday without its date"
    if SAME_DAY.search(re.sub(r'"[^"]*"', "", draft.stem)):
        return "a time that goes stale"
    if LOOSE_MONTH.search(re.sub(r'"[^"]*"', "", draft.stem)):
        return "a month without its year"
    undated = UNDATED.search(re.sub(r'"[^"]*"', "", draft.stem))
    if undated and not YEAR.search(f"{draft.stem} {context(draft, analysis)}"):
        return f"a time that nothing dates: {undated[0]}"
    gone = draft.wording.swaps
    for ent in draft.fact.sentence.span.ents:
        told = any(t in draft.own_words for t in ent if t.i not in gone)
        time = ent.label_ in {"DATE", "TIME"} and told
        if time and _stale(ent.text) and _shown(ent.text, draft):
            return f"a time that goes stale: {ent.text}"
        if time and _yearless(ent.text, draft, analysis):
            return f"a date without its year: {ent.text}"
    return ""


def _yearless(text: str, draft: Draft, analysis: Analysis) -> bool:
    """Whether a month in the stem has no year, nor the context line a date to read it from."""
    bare = any(month in text.split() for month in MONTHS) and not YEAR.search(draft.stem)
    return bare and text in draft.stem and analysis.article.published is None


def _shown(text: str, draft: Draft) -> bool:
    said = text.casefold()
    return said in draft.stem.casefold() or said in draft.key.casefold()


def _stale(text: str) -> bool:
    weekday = WEEKDAY.search(text) and not re.search(r"\d", text)
    return bool(STALE.search(text) or weekday)
