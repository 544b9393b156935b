"""Commands that read articles: generate, analyse, explain."""

import json
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli import articles, options, output, quizzes, reading_news
from quizgen.errors import InputError

if TYPE_CHECKING:
    from quizgen.article import Article
    from quizgen.cli.reading_news import Reader
    from quizgen.quiz import Quiz, Settings

SOURCES = (
    "Articles: text, Markdown, saved pages, PDF, Word files, books, mails, feeds, archives; web "
    "addresses with --allow-network; - for the input."
)


def generate(
    sources: Annotated[list[str] | None, typer.Argument(metavar="SOURCE", help=SOURCES)] = None,
    *,
    count: options.Count = "10",
    types: options.Types = "",
    reading_level: options.ReadingLevel = "",
    topic: options.Topics = None,
    difficulty: options.DifficultyName = "",
    rules: options.RulesFolder = None,
    day: options.Day = None,
    title: options.Title = "",
    source: options.Source = "",
    byline: options.Byline = "",
    licence: options.Licence = "",
    seed: options.Seed = 0,
    form: options.FormatName = "",
    out: options.Output = "",
    model: options.Model = options.DEFAULT_MODEL,
    jsonl: options.Jsonl = "",
    news: options.News = "",
    allow_network: options.AllowNetwork = False,
    earlier: options.Earlier = "",
    quiet: options.Quiet = False,
) -> int:
    """Make a quiz from one or more articles.

    Written as JSON to the screen, or in the format of the ending of -o (.json, .md, .apkg and
    more) or of --format; with a folder for -o, as .json, .md and .apkg. A date, source, byline and
    licence that are given hold for all articles.
    """
    _require_one(sources, jsonl)
    from quizgen.ingest.reading import Description

    settings = options.settings(
        count, types, seed, reading_level, topics=topic, difficulty=difficulty
    )
    others = reading_news.reader(news, quiet=quiet)
    if jsonl:
        from quizgen.cli import batch

        work = batch.quiz_lines(settings, rules, others)
        return batch.run(jsonl, out, work, model=model, quiet=quiet)
    output.check(out, form)
    given = sources or []
    own_title = title if len(given) == 1 else ""  # else it is the quiz's alone
    before = quizzes.read_quiz(earlier) if earlier else None
    described = Description(own_title, day, source, byline, licence)
    read, failed = articles.read_all(given, described, network=allow_network, quiet=quiet)
    asked = articles.of_different_stories(read, quiet=quiet)
    made = partial(_quiz, rules=rules, settings=settings, others=others, title=title, quiet=quiet)
    quiz = made(asked, model=model)
    quiz = articles.with_earlier_ids(quiz, before) if before else quiz
    if not quiz.questions:
        typer.echo("quizgen: no sound question found; try a longer article", err=True)
        return 1
    status = output.write_quiz(quiz, out, form, name=_file_name(given))
    return 1 if failed else status


def _quiz(
    asked: list["Article"],
    *,
    model: str,
    rules: Path | None,
    settings: "Settings",
    others: "Reader",
    title: str,
    quiet: bool,
) -> "Quiz":
    from quizgen.analysis.pipeline import load
    from quizgen.quiz import make
    from quizgen.rules.loading import load_rules

    loaded, pipeline = load_rules(rules), load(model)
    news = others(pipeline)
    found = pipeline.analyse_all(asked)
    analyses = list(output.track(found, "Reading", total=len(asked), quiet=quiet))
    return make(
        analyses, rules=loaded, settings=settings, model=pipeline.name, title=title, news=news
    )


def analyse(
    source: Annotated[str, typer.Argument(help="An article; - for the input.")] = "",
    *,
    day: options.Day = None,
    title: options.Title = "",
    out: options.Output = "",
    model: options.Model = options.DEFAULT_MODEL,
    jsonl: options.Jsonl = "",
    allow_network: options.AllowNetwork = False,
    quiet: options.Quiet = False,
) -> int:
    """Show what an article says, as JSON.

    Names, times, amounts, references, causes, statements and clauses, with their places.
    """
    _require_one([source] if source else None, jsonl)
    from quizgen.cli import batch

    if jsonl:
        return batch.run(jsonl, out, batch.analysis_line, model=model, quiet=quiet)
    output.check_place(out)
    article = _one(source, title, day, network=allow_network, quiet=quiet)
    from quizgen.analysis.pipeline import load
    from quizgen.analysis.report import as_dict

    record = as_dict(load(model).analyse(article))
    output.write((json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode(), out)
    return 0


def explain(
    sentence: Annotated[str, typer.Argument(help="A sentence or a paragraph; - for the input.")],
    *,
    rules: options.RulesFolder = None,
    day: options.Day = None,
    title: options.Title = "",
    model: options.Model = options.DEFAULT_MODEL,
) -> int:
    """Show what each rule makes of a sentence.

    The parse, the facts found, the questions by rule, and what was refused and why.
    """
    article = (
        _one("-", title, day, network=False, quiet=True)
        if sentence == "-"
        else _typed(sentence, title, day)
    )
    from quizgen.cli.explaining import explained

    output.show(explained(article, model=model, rules=rules).encode())
    return 0


def _one(source: str, title: str, day: date | None, *, network: bool, quiet: bool) -> "Article":
    """The only article of a source. Raises InputError for several."""
    from quizgen.ingest.reading import Description
    from quizgen.ingest.sources import one, read_all

    fetch, tell = articles.fetcher(allowed=network), articles.teller(quiet=quiet)
    found = read_all([source], Description(title, day), fetch=fetch, tell=tell)
    return one(islice(found, 2), source)


def _typed(sentence: str, title: str, day: date | None) -> "Article":
    from quizgen.article import Article
    from quizgen.ingest.cleaning import require_usable

    require_usable(sentence, "the sentence")
    return Article(text=sentence, title=title, published=day)


def _require_one(sources: list[str] | None, jsonl: str) -> None:
    if bool(sources) == bool(jsonl):
        msg = "give either article files or --jsonl IN; see quizgen generate --help"
        raise InputError(msg)
    if (sources or []).count("-") > 1:
        msg = "standard input (-) can be read only once"
        raise InputError(msg)


def _file_name(sources: list[str]) -> str:
    """The name, without ending, of what is written into a folder."""
    single = len(sources) == 1 and sources[0] != "-"
    return Path(sources[0]).stem if single else "quiz"
