"""Wrong numbers: the key with another figure of the same form and magnitude.

A bound has no wrong answers: whoever lost "more than 1,000" lost "more than 400" too. Ages and long
times are a few years off: nobody drives a taxi for eighty years.
"""

import re
from collections.abc import Iterator
from functools import cache

from quizgen import context_line
from quizgen.analysis.amounts import number
from quizgen.analysis.pipeline import Analysis
from quizgen.data import rows
from quizgen.distractors.also_right import SAME_WORDS
from quizgen.distractors.dates import YEAR
from quizgen.rules.asking import Draft
from quizgen.wording import figures
from quizgen.wording.surface import significant

NAMED = re.compile(r"(?<!\w)[A-Z]\w*[a-z]\w* |[\"\u201c\u201d]| or so\b|[A-Z]{3,}")
"""What shows that a key is more than an amount: a numbered thing, somebody's words."""
UNBOUND = frozenset({"", "about"})
AMOUNT_KINDS = frozenset({"money", "percent", "count", "duration"})
AGE = re.compile(r"\b(?:how old|what age)\b", re.IGNORECASE)
OLDEST = 104  # years; hardly anybody is older
LONG = 20  # years; people do few things for twice as long
STEPS = ((12, (1, 2, 3, 4)), (30, (2, 3, 5, 7)), (OLDEST, (3, 5, 8, 11)))
"""Up to which age, how many years off a wrong one is: a doctor of 36 is no doctor at 18."""
ROUND = (5, 10, 15, 20)
TOLD = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|one(?= (?:m|b)illion))\b"
    r"(?: (?:hundred|thousand|million|billion))?",
    re.IGNORECASE,
)
PRICE = re.compile(r"[$£€] ?[\d,]*9(?![\d.,]| (?:hundred|thousand|million|billion|trillion))")
PRICE_END = re.compile(r"(?<=\d)\d(?!\d)")
PERCENT = re.compile(r"(?<![\d.,])(\d{1,2}(?:\.\d+)?)(?=\s?(?:%|per ?cent\b))")
NEAR = 3.0  # times; a percentage of the article further off is of another kind
APART = 3.0  # points between the key and a percentage of the article
OF_ARTICLE = 2  # percentages of the article beside one key
COMPARABLE = 4.0  # times; a number of the title further off is about something else
YEARS_TOLD = range(1900, 2100)


def wrong(draft: Draft, analysis: Analysis, shift: int) -> Iterator[str]:
    """The key with other figures; none said of the same thing, none above what there can be."""
    bound = figures.bound_of(draft.key, _before(draft))
    if bound not in UNBOUND or NAMED.search(draft.key) or _is_reckoned(draft):
        return
    said = _said(draft, analysis)
    steps = _years_off(draft)
    found = (
        figures.near(draft.key, steps=steps, most=OLDEST, said=said, shift=shift)
        if steps
        else figures.others(draft.key, said=said, shift=shift, ceiling=_ceiling(draft), bound=bound)
    )
    told, of_article = _told(draft, analysis), _of_article(draft, analysis)
    fit = (t for t in (*of_article, *found) if _possible(t, draft.key, told))
    yield from (_as_price(t) if PRICE.search(draft.key) else t for t in fit)


def _as_price(text: str) -> str:
    """An amount that ends in 9, as the prices of shops do."""
    return PRICE_END.sub("9", text, count=1)


def _of_article(draft: Draft, analysis: Analysis) -> list[str]:
    """The key with percentages that the article tells of other things, the nearest first.

    None of a sentence that tells much of what the stem asks.
    """
    if draft.kind != "percent" or figures.RANGE.search(draft.key):
        return []
    own, asked = number(draft.key) or 0.0, set(significant(draft.stem))
    apart = (s for d in analysis.docs for s in d.sents if s != draft.fact.sentence.span)
    said = {
        figure
        for sentence in apart
        if len(asked & set(significant(sentence.text))) < SAME_WORDS * len(asked)
        for figure in PERCENT.findall(sentence.text)
    }
    near = {
        f for f in said if own / NEAR <= float(f) <= own * NEAR and abs(float(f) - own) >= APART
    }
    ranked = sorted(near, key=lambda f: (abs(float(f) - own), f))[:OF_ARTICLE]
    return [figures.FIGURE.sub(f, draft.key, count=1) for f in ranked]


def _is_reckoned(draft: Draft) -> bool:
    """Whether two years of the stem tell the time between them."""
    years = [int(year) for year in YEAR.findall(draft.stem)]
    return draft.kind == "duration" and len(years) > 1 and number(draft.key) == years[1] - years[0]


def _years_off(draft: Draft) -> tuple[int, ...]:
    """By how many years wrong answers are off; empty where the key tells no age or long time."""
    found = re.fullmatch(r"(\d{1,3})(?: years?(?:[ -]old)?)?", draft.key)
    if found is None:
        return ()
    years = int(found[1])
    if AGE.search(draft.stem):
        return next((steps for most, steps in STEPS if years <= most), ())
    if draft.kind != "duration" or years < LONG:
        return ()
    return ROUND if years % 5 == 0 else STEPS[-1][1]


def _told(draft: Draft, analysis: Analysis) -> list[float]:
    """The numbers of the title shown, and of the stem, that can be about the same as the key."""
    own = number(draft.key) or 0.0
    shown = context_line.shown_title(draft, analysis)
    values = [number(m.group()) or 0.0 for m in TOLD.finditer(shown)]
    totals = [number(m.group()) or 0.0 for m in TOLD.finditer(draft.stem)]
    values += [v for v in totals if v > figures.SMALL]
    return [
        v
        for v in values
        if v != own and own / COMPARABLE <= v <= own * COMPARABLE and v not in YEARS_TOLD
    ]


def _possible(text: str, key: str, told: list[float]) -> bool:
    """Whether a number lies on the key's side of those told.

    Where the title says "over one million", half a million would be struck out.
    """
    own, other = number(key) or 0.0, number(text) or 0.0
    return all((other < v) == (own < v) and other != v for v in told)


def _before(draft: Draft) -> str:
    """What stands before the key in its sentence."""
    return draft.fact.sentence.span.text.partition(draft.key)[0]


def _said(draft: Draft, analysis: Analysis) -> set[str]:
    """The numbers of the sentence, and those that the article tells of the same kind of thing."""
    said = figures.said(draft.fact.sentence.span.text)
    head = draft.asked.head
    counted = head.lemma_.lower() if head.tag_ != "CD" else head.head.lemma_.lower()
    for doc in analysis.docs:
        said |= {
            token.lower_
            for token in doc
            if token.tag_ == "CD" and counted in {token.head.lemma_.lower(), token.lemma_.lower()}
        }
    return said


def _ceiling(draft: Draft) -> float | None:
    """The most that there can be of what is counted, where that is known."""
    if draft.kind == "percent":
        return figures.MOST_PERCENT
    stem = draft.stem.lower()
    most = [
        most
        for noun, beside, most in _limits()
        if re.search(rf"\bhow many (?:\w+ )?{noun}\b", stem) and beside in stem
    ]
    return min(most, default=None)


@cache
def _limits() -> tuple[tuple[str, str, float], ...]:
    """Noun, word beside it and number, for nouns with "y" in either number."""
    return tuple(
        (re.sub("y$", "(?:y|ie)", r["noun"]) + "s?", r["beside"], float(r["most"]))
        for r in rows("natural_limits.tsv")
    )
