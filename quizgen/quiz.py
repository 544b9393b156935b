"""The quiz, and the whole way from articles to a quiz. Read this module first.

`make` is the way: facts are found in each analysed article, rules ask about them, the gate refuses
what is unsound, the ranking chooses, distractors are added.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from quizgen.article import Article
from quizgen.errors import InputError
from quizgen.question import Difficulty, Question, QuestionType

if TYPE_CHECKING:
    from quizgen.analysis.pipeline import Analysis, Pipeline
    from quizgen.facts.fact import Fact
    from quizgen.news import OtherNews
    from quizgen.ranking import Ranked
    from quizgen.rules.asking import Draft
    from quizgen.rules.loading import Rule

Choice = Callable[[int | None], Sequence[Question]]
"""Gives so many questions at most, or all of them for None."""
ALL_TYPES: tuple[QuestionType, ...] = ("multiple_choice", "true_false", "short_answer", "cloze")
ON_REQUEST: tuple[QuestionType, ...] = ("matching", "ordering")
"""Types made only where they are asked for: one of each, where the articles tell enough."""
MOST_TOPICS = 10
LONGEST_TOPIC = 60  # characters


@dataclass(frozen=True, slots=True)
class Settings:
    """What a quiz is made by.

    `count` questions at most (None: every sound one), the types wanted, and the seed on which the
    choice and order of options depend. Preferred are questions of the school grades in
    `reading_level` (the lowest, the highest), those about one of the `topics` (words or names),
    and those of the `difficulty`. Raises InputError for topics that are too many, too long or
    empty.
    """

    count: int | None = 10
    types: tuple[QuestionType, ...] = ALL_TYPES
    seed: int = 0
    reading_level: tuple[int, int] | None = None
    topics: tuple[str, ...] = ()
    difficulty: Difficulty | None = None

    def __post_init__(self) -> None:
        if len(self.topics) > MOST_TOPICS:
            msg = f"{len(self.topics)} topics are too many; give at most {MOST_TOPICS}"
            raise InputError(msg)
        for topic in self.topics:
            if not topic.strip() or len(topic) > LONGEST_TOPIC:
                shown, most = topic[:LONGEST_TOPIC], LONGEST_TOPIC
                msg = f"the topic {shown!r} can't be used; give 1 to {most} characters"
                raise InputError(msg)


def topics_of(text: str) -> tuple[str, ...]:
    """The topics of a text with commas between them, each once."""
    found = (" ".join(part.split()) for part in text.split(","))
    return tuple(dict.fromkeys(filter(None, found)))


@dataclass(frozen=True, slots=True)
class Quiz:
    """Articles, the questions on them, and what made them: the value that every export reads."""

    id: str
    title: str
    articles: tuple[Article, ...]
    questions: tuple[Question, ...]
    quizgen: str = ""
    model: str = ""
    seed: int = 0
    rules: str = ""
    settings: Settings = field(default_factory=Settings)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A question that the gate refused: `check` names the gate's check, `reason` says why.

    Most are only counted, so the question is made when somebody asks for it.
    """

    made: Callable[[], Question]
    check: str
    reason: str

    @property
    def question(self) -> Question:
        """The question as it would have been, without options."""
        return self.made()


@dataclass(frozen=True, slots=True)
class Candidates:
    """All that became of an article: facts, the chosen questions, best first, and the refused.

    `sound` are all drafts that passed the gate, best first, of which questions on several facts are
    made.
    """

    facts: tuple["Fact", ...]
    questions: tuple[Question, ...]
    refusals: tuple[Refusal, ...]
    sound: tuple["Ranked", ...] = ()


def candidates(
    analysis: "Analysis",
    rules: tuple["Rule", ...],
    settings: Settings,
    news: "OtherNews | None" = None,
) -> Candidates:
    """The way of one article: facts, drafts, the gate and lint, the ranking, options."""
    from quizgen import finishing, ranking, verdicts
    from quizgen.distractors import Seeker
    from quizgen.facts import find
    from quizgen.news import NOTHING
    from quizgen.rules import asking
    from quizgen.soundness import gate, mending
    from quizgen.wording.story import story_of

    facts = find.find(analysis)
    at_hand = NOTHING if news is None else news.beside(analysis)
    seeker = Seeker(analysis, settings.seed, facts, at_hand)
    sound, refusals = [], []
    for draft in asking.ask(facts, rules, story_of(analysis)):
        offered: Draft | None = draft
        if objection := gate.objection(draft, analysis):
            refusals.append(Refusal(partial(finishing.plain, draft, analysis), *objection))
            offered = mending.mended(draft, objection[0], analysis)
        if offered and (flaw := finishing.objection(offered, analysis)):
            refusals.append(Refusal(partial(finishing.plain, offered, analysis), *flaw))
        elif offered:
            sound.append(offered)
    ranked = ranking.rank(sound, analysis)
    if "true_false" in settings.types:
        stated = verdicts.statements(ranked, rules, seeker.wrong)
        ranked += [r for r in stated if finishing.objection(r.draft, analysis) is None]
        ranked.sort(key=lambda r: -r.score)
    levelled = ranking.to_level(ranked, settings.reading_level)
    favoured = ranking.preferring(levelled, analysis, settings.topics, settings.difficulty)
    fit = finishing.of_types(favoured, seeker, settings)
    preferred = finishing.preferring_options(fit, seeker, settings)
    chosen = ranking.select(preferred, settings.count)
    questions = tuple(finishing.finish(r, seeker, settings) for r in chosen)
    return Candidates(tuple(facts), questions, tuple(refusals), tuple(favoured))


def make(
    analyses: Iterable["Analysis"],
    *,
    rules: tuple["Rule", ...],
    settings: Settings,
    model: str,
    title: str = "",
    news: "OtherNews | None" = None,
) -> Quiz:
    """The quiz on analysed articles: the best questions of all of them together.

    `title` is by default that of the first article. Names of `news`, and of the other articles of
    the quiz, serve as wrong answers. A quiz without questions is a fine result.
    """
    found = list(analyses)
    others = with_each_other(found, news)
    made = [candidates(each, rules, settings, others) for each in found]
    return assembled(found, made, rules=rules, settings=settings, model=model, title=title)


def assembled(
    analyses: Sequence["Analysis"],
    made: Sequence[Candidates],
    *,
    rules: tuple["Rule", ...],
    settings: Settings,
    model: str,
    title: str = "",
    choose: Choice | None = None,
) -> Quiz:
    """The quiz of what became of each analysed article, in the same order.

    `choose` gives the questions on single facts for a number of them, by default the best.
    """
    from quizgen import several
    from quizgen.finishing import without_options
    from quizgen.lint import evened, spread

    articles = tuple(analysis.article for analysis in analyses)
    pool = [question for each in made for question in each.questions]
    choose = choose or partial(_best if len(made) > 1 else _first, pool)
    of_many = several.made(list(zip(analyses, made, strict=True)), settings.types)
    chosen = [*choose(_left(settings.count, len(of_many))), *of_many]
    name = title or next((a.title for a in articles if a.title), "Quiz")
    basis = "\x1f".join(article.id for article in articles)
    quiz = Quiz(
        "quiz-" + sha256(basis.encode()).hexdigest()[:12],
        name,
        articles,
        tuple(chosen),
        _version(),
        model,
        settings.seed,
        digest(rules),
        settings,
    )
    instead = without_options if "short_answer" in settings.types else None
    return evened(spread(quiz, instead))


def with_each_other(analyses: Sequence["Analysis"], news: "OtherNews | None") -> "OtherNews | None":
    """The names that serve as wrong answers: those of the news, and of the quiz's articles."""
    if len(analyses) == 1:
        return news
    from quizgen.news import NewsNames, Together, collect, joined

    own = collect(analyses)
    if news is None or isinstance(news, NewsNames):
        return joined(own, news if news is not None else NewsNames())
    return Together(own, news)


def _left(count: int | None, taken: int) -> int | None:
    return None if count is None else max(0, count - taken)


def _first(pool: list[Question], count: int | None) -> list[Question]:
    return pool[:count]


def _best(pool: list[Question], count: int | None) -> list[Question]:
    return sorted(pool, key=lambda q: (-q.score, q.evidence.article, q.evidence.start))[:count]


def digest(rules: tuple["Rule", ...]) -> str:
    """A short hash of the rules used, so that a quiz says what made it."""
    return sha256("\x1f".join(rule.source for rule in rules).encode()).hexdigest()[:12]


def _version() -> str:
    from quizgen import __version__

    return __version__


def generate(
    articles: Article | Iterable[Article],
    *,
    pipeline: "Pipeline | None" = None,
    rules: tuple["Rule", ...] | None = None,
    settings: Settings = Settings(),
    news: "OtherNews | Iterable[Article] | None" = None,
) -> Quiz:
    """The quiz on one article or several, by the default model and rules where none are given.

    `news` are other articles, the names that `quizgen.news.collect` made of them, or a bank of such
    names (`quizgen.library.news_bank`): what they name serves as wrong answers.
    """
    from quizgen.analysis.pipeline import load
    from quizgen.news import OtherNews, collect
    from quizgen.rules.loading import load_rules

    given = [articles] if isinstance(articles, Article) else articles
    pipeline = pipeline if pipeline is not None else load()
    rules = rules if rules is not None else load_rules()
    if news is not None and not isinstance(news, OtherNews):
        news = collect(pipeline.analyse_all(news))
    analyses = pipeline.analyse_all(given)
    return make(analyses, rules=rules, settings=settings, model=pipeline.name, news=news)
