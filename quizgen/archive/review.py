"""Review: what of past weeks' quizzes is worth asking once more, as one quiz of the term.

Asking again is worth more than reading again (Roediger and Karpicke 2006, Psychological Science
17:249), and most when weeks lie between (Cepeda et al. 2006, Psychological Bulletin 132:354): so
the weeks take turns, what was asked in the last days waits, and what students missed goes before
what they knew. How much each of it weighs is a judgement, set on 17 weeks of 2019 and 2020.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256

from quizgen.analysis.times import spoken
from quizgen.archive.dated import with_years
from quizgen.archive.overtaken import overtaken
from quizgen.archive.recurring import Names, come_back, is_known, told
from quizgen.archive.spreading import alike, cost, follows, hushed, same_key
from quizgen.archive.worth import POOR, SMALL, is_figure, names_something, worth
from quizgen.article import Article
from quizgen.context_line import DAY
from quizgen.errors import InputError
from quizgen.lint import evened
from quizgen.question import Question
from quizgen.quiz import Quiz, Settings

COUNT = 15  # about what a class answers in half a lesson
COMES_BACK = 0.4  # what it adds that the names of a question come back week by week
KNOWN = 0.15  # what it adds to name somebody or something known beyond the story
MISSED = 0.8  # what it adds that all students missed it
ENOUGH = 5  # answers from which on a share of wrong ones tells anything
PRESENT = 0.15  # what a question on how things are costs: they may have changed
FRESH = 0.2  # what it costs to stand in the last week, whose facts nobody has forgotten
A_WEEK = 7  # days
USUAL = 10  # questions of a quiz for which the costs of likeness were set; longer ones repeat more
SAME_WEEK = 0.25  # what each chosen question of one quiz costs another of it
SAME_ARTICLE = 0.15
SAME_KEY = 0.3  # people come up in many weeks, but a class soon guesses them
STATES = frozenset({"is", "are", "has", "have", "does", "do"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a past week with its article, and what it is worth now."""

    question: Question
    article: Article
    worth: float

    @property
    def week(self) -> tuple[int, int]:
        """The year and the week of its news; (0, 0) where that is not known."""
        day = self.article.published
        return (0, 0) if day is None else day.isocalendar()[:2]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A question that is not asked again, and why."""

    question: Question
    reason: str


def review(
    quizzes: Iterable[Quiz],
    *,
    count: int | None = COUNT,
    day: date | None = None,
    missed: Mapping[str, float] | None = None,
    title: str = "",
) -> Quiz:
    """A quiz of at most `count` questions of past weeks' quizzes, the oldest first, ids kept.

    `day` is the day on which it is asked, by default that of the last article; what was expected
    for a day before it is past. `missed` is the share of wrong first answers, 0..1, by the id of
    the question. Raises InputError where no quiz is given or nothing is worth asking again.
    """
    weeks = in_order(quizzes)
    if not weeks:
        msg = "no quiz is given; give the quizzes of past weeks"
        raise InputError(msg)
    worthy, _ = sifted(weeks, day=day, missed=missed)
    chosen = list(_spread(worthy, count))
    if not chosen:
        msg = "nothing in these quizzes is worth asking again; give more weeks"
        raise InputError(msg)
    return _quiz(weeks, sorted(chosen, key=_place), title)


def in_order(quizzes: Iterable[Quiz]) -> list[Quiz]:
    """The quizzes with questions, from the oldest news to the newest."""
    dated = [(_last_day(quiz) or date.max, quiz) for quiz in quizzes if quiz.questions]
    return [quiz for _, quiz in sorted(dated, key=lambda found: (found[0], found[1].id))]


def _last_day(quiz: Quiz) -> date | None:
    return max((a.published for a in quiz.articles if a.published), default=None)


def sifted(
    weeks: Sequence[Quiz], *, day: date | None = None, missed: Mapping[str, float] | None = None
) -> tuple[list[Asked], list[LeftOut]]:
    """The questions worth asking again, each once, as it stands last; and the others, why not.

    The quizzes are in order, the oldest first.
    """
    last = max((found for quiz in weeks if (found := _last_day(quiz))), default=None)
    worthy: list[Asked] = []
    left: list[LeftOut] = []
    themes = [told(quiz) for quiz in weeks]
    for question, article, after in _each(weeks):
        later = [other for place in after for other in weeks[place].questions]
        if reason := _unclear(question) or overtaken(question, article, later, day or last):
            left.append(LeftOut(question, reason))
            continue
        asked = with_years(question, article)
        value = worth(asked, article) + MISSED * (missed or {}).get(asked.id, 0.0)
        value += _now(asked, article, [themes[place] for place in after])
        value -= FRESH * _is_fresh(article, last) if len(weeks) > 1 else 0.0
        worthy.append(Asked(asked, article, value))
    return worthy, left


def _unclear(question: Question) -> str:
    """Why nobody can tell months later what is asked: neither stem nor title names anything."""
    titled = bool(DAY.sub("", question.context))
    named = titled or names_something(question.stem)
    return "" if named else "neither the question nor the line above it says which story is meant"


def _each(weeks: Sequence[Quiz]) -> Iterator[tuple[Question, Article, Sequence[int]]]:
    """Each question once, as it stands last, with its article and places of quizzes on later news.

    Of those without it: a review that asks it again does not tell that its story came back.
    """
    days = [_last_day(quiz) for quiz in weeks]
    first = {q.id: place for place, quiz in reversed([*enumerate(weeks)]) for q in quiz.questions}
    held = [frozenset(question.id for question in quiz.questions) for quiz in weeks]
    known = {article.id: article for quiz in weeks for article in quiz.articles}
    for id_, question in {q.id: q for quiz in weeks for q in quiz.questions}.items():
        article = known[question.evidence.article]
        places = range(first[id_] + 1, len(weeks))
        after = [n for n in places if id_ not in held[n] and _is_later(days[n], article.published)]
        yield question, article, after


def _is_later(day: date | None, told: date | None) -> bool:
    return day is None or told is None or day > told


def _now(question: Question, article: Article, later: Sequence[Names]) -> float:
    """What a question is worth more, or less, than when it was news."""
    state = bool(STATES & set(question.stem.lower().split()))
    if question.rule in SMALL or is_figure(question):
        return -PRESENT * state
    back = come_back(question, article.title, later)
    return COMES_BACK * back + KNOWN * is_known(question) - PRESENT * state


def _is_fresh(article: Article, last: date | None) -> bool:
    day = article.published
    return day is not None and last is not None and (last - day).days < A_WEEK


def _spread(offered: Sequence[Asked], count: int | None) -> Iterator[Asked]:
    """The best of the questions, one after the other, each by what it is worth beside those."""
    left = [each for each in offered if count is None or each.worth >= POOR]
    scale = min(1.0, USUAL / (count or len(left) or 1))
    chosen: list[Asked] = []
    while left and (count is None or len(chosen) < count):
        best = min(left, key=partial(_rank, chosen=chosen, scale=scale))
        chosen.append(best)
        yield best
        left = [each for each in left if not alike(each.question, best.question)]


def _rank(
    offer: Asked, chosen: Sequence[Asked], scale: float
) -> tuple[float, tuple[int, int], int, str]:
    beside = scale * cost(offer.question, [each.question for each in chosen])
    weeks = Counter(each.week for each in chosen)
    articles = Counter(each.article.id for each in chosen)
    beside += SAME_KEY * sum(same_key(offer.question, each.question) for each in chosen)
    beside += SAME_WEEK * weeks[offer.week] + SAME_ARTICLE * articles[offer.article.id]
    start = offer.question.evidence.start
    return round(beside - offer.worth, 6), offer.week, start, offer.question.id


def _place(asked: Asked) -> tuple[date, str, bool, int]:
    """Where a question stands in the quiz: by the day of its news, what happened first."""
    day = asked.article.published or date.min
    return day, asked.article.id, follows(asked.question), asked.question.evidence.start


def _quiz(weeks: Sequence[Quiz], chosen: Sequence[Asked], title: str) -> Quiz:
    questions = tuple(_beside_each_other(chosen))
    known = {article.id: article for quiz in weeks for article in quiz.articles}
    used = dict.fromkeys(e.article for q in questions for e in (q.evidence, *q.further))
    basis = "\x1f".join(question.id for question in questions)
    last = weeks[-1]
    made = Quiz(
        "quiz-" + sha256(basis.encode()).hexdigest()[:12], title or title_of(chosen),
        tuple(known[id_] for id_ in used if id_ in known), questions, last.quizgen, last.model,
        last.seed, last.rules, Settings(count=len(questions)),
    )  # fmt: skip
    return evened(made)


def _beside_each_other(chosen: Sequence[Asked]) -> Iterator[Question]:
    """The questions, the title above each without the keys of others on its article."""
    for asked in chosen:
        beside = [each.question for each in chosen if each.article.id == asked.article.id]
        yield hushed(asked.question, beside)


def title_of(chosen: Sequence[Asked]) -> str:
    """The days of the news asked about, in words."""
    days = sorted(each.article.published for each in chosen if each.article.published)
    if not days:
        return "The weeks in review"
    first, last = (spoken(day.isoformat()) for day in (days[0], days[-1]))
    return f"In review: the news from {first} to {last}" if first != last else f"In review: {first}"


def shares(answers: Iterable[tuple[str, bool]]) -> dict[str, float]:
    """The share of wrong answers by question, where there are `ENOUGH` of them."""
    given, wrong = Counter[str](), Counter[str]()
    for question, right in answers:
        given[question] += 1
        wrong[question] += not right
    return {id_: wrong[id_] / given[id_] for id_ in given if given[id_] >= ENOUGH}
