"""Articles as commands take them: read or fetched, told what was taken out, copies left aside."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.cli.telling import tell
from quizgen.errors import InputError

if TYPE_CHECKING:
    from quizgen.article import Article
    from quizgen.ingest.reading import Description
    from quizgen.ingest.sources import Fetch, Tell
    from quizgen.quiz import Quiz

MOST = 50  # articles of one quiz; an archive holds thousands


def read_all(
    sources: Sequence[str], described: "Description", *, network: bool, quiet: bool
) -> tuple[list["Article"], int]:
    """The articles, and how many sources or parts of them gave none, which are told.

    Raises InputError where nothing gives an article, or more than one quiz can hold.
    """
    from quizgen import ingest

    articles: list[Article] = []
    failures: list[str] = []
    found = ingest.read_all(
        sources, described, fetch=fetcher(allowed=network), tell=teller(quiet=quiet)
    )
    for each in found:
        if isinstance(each, ingest.Failure):
            failures.append(str(each))
        else:
            articles.append(each)
        if len(articles) > MOST:
            msg = f"these are more than {MOST} articles; use --jsonl for a quiz of each"
            raise InputError(msg)
    if not articles:
        raise InputError(failures[0] if failures else "no article is given; give a file")
    for told in failures:
        tell(told)
    return articles, len(failures)


def fetcher(*, allowed: bool) -> "Fetch | None":
    """What fetches web addresses, None where the user has not allowed it."""
    if not allowed:
        return None
    import time

    from quizgen.ingest.fetching import Client
    from quizgen.ingest.network import Network

    return Client(Network(clock=time.monotonic, sleep=time.sleep)).fetch


def teller(*, quiet: bool) -> "Tell":
    """What tells the user of an article, unless silence is asked for."""
    from quizgen.ingest.sources import silent

    return silent if quiet else tell


def of_different_stories(articles: Sequence["Article"], *, quiet: bool) -> list["Article"]:
    """One article for each story, the latest or fullest; the others are told and left out."""
    from quizgen.stories import stories

    found = stories(articles)
    tell = teller(quiet=quiet)
    for story in found:
        for other in story.others:
            best = _called(story.article)
            tell(f"{_called(other)} tells the same story as {best}; only that is asked about")
    return [story.article for story in found]


def _called(article: "Article") -> str:
    """How an article is called: by its title and where it is from."""
    title = article.title or " ".join(article.text.split())[:60]
    return f"“{title}” ({article.source})" if article.source else f"“{title}”"


def with_earlier_ids(quiz: "Quiz", earlier: "Quiz") -> "Quiz":
    """The quiz as a new version of an earlier one: it has that one's id, and so has what stands."""
    from dataclasses import replace

    from quizgen.carrying import keeping_ids

    return replace(quiz, id=earlier.id, questions=keeping_ids(quiz.questions, earlier.questions))
