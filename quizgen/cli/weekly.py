"""The command that makes one quiz of a week's news: week."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli import options, output, reading_news
from quizgen.cli.telling import tell
from quizgen.errors import InputError

if TYPE_CHECKING:
    from quizgen.article import Article


def week(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCES...", help="Files of all kinds, archives, folders, globs."),
    ],
    *,
    monday: options.Week = None,
    count: options.Count = "10",
    types: options.Types = "",
    reading_level: options.ReadingLevel = "",
    topic: options.Topics = None,
    difficulty: options.DifficultyName = "",
    rules: options.RulesFolder = None,
    day: options.Day = None,
    title: options.Title = "",
    seed: options.Seed = 0,
    form: options.FormatName = "",
    out: options.Output = "",
    model: options.Model = options.DEFAULT_MODEL,
    news: options.News = "",
    quiet: options.Quiet = False,
) -> int:
    """Make one quiz of a week's news.

    The biggest stories first, no event asked twice. --date is the day of articles that have none
    of their own.
    """
    settings = options.settings(
        count, types, seed, reading_level, topics=topic, difficulty=difficulty
    )
    output.check(out, form)
    articles, failures = _read(sources, day, monday)
    others = reading_news.reader(news, quiet=quiet)
    from quizgen.analysis.pipeline import load
    from quizgen.archive import week as weeks
    from quizgen.rules.loading import load_rules

    known, pipeline = load_rules(rules), load(model)
    names = others(pipeline)
    shown = output.track(articles, "Reading", total=len(articles), quiet=quiet)
    quiz = weeks.week(
        shown, pipeline=pipeline, rules=known, settings=settings, news=names, title=title
    )
    for failure in failures:
        tell(str(failure))
    if not quiz.questions:
        typer.echo("quizgen: no sound question found; give more articles", err=True)
        return 1
    output.write_quiz(quiz, out, form, name="week")
    return 1 if failures else 0


def _read(
    sources: list[str], day: date | None, within: date | None
) -> tuple[list["Article"], list[str]]:
    """The week's articles, each once, and a line for each source that gives none.

    Raises InputError where none is left.
    """
    from quizgen.archive.corpus import files_of, items
    from quizgen.ingest import Failure
    from quizgen.ingest.cleaning import headline

    failures: list[str] = []

    def read() -> Iterator["Article"]:
        for item in items(files_of(sources)):
            found = item.read()
            if isinstance(found, Failure):
                failures.append(str(found))
            else:
                dated = found if found.published else replace(found, published=day)
                yield dated if dated.title else replace(dated, title=headline(dated.text))

    articles = {article.id: article for article in _of_week(read(), within)}
    if not articles:
        msg = "; ".join(failures[:1]) or f"no article is of the week of {within}; give its --week"
        raise InputError(msg)
    return list(articles.values()), failures


def _of_week(articles: Iterable["Article"], within: date | None) -> Iterator["Article"]:
    if within is None:
        yield from articles
        return
    monday = within - timedelta(days=within.weekday())
    for article in articles:
        if article.published and monday <= article.published < monday + timedelta(days=7):
            yield article
