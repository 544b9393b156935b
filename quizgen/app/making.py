"""What the page asks of the library; knows nothing of Streamlit."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from importlib.resources import files

from quizgen.analysis.pipeline import Pipeline
from quizgen.article import Article
from quizgen.ingest.sources import headline, require_usable
from quizgen.quiz import Quiz, Settings, generate


def sample() -> str:
    """The text of the sample article."""
    return files("quizgen.data").joinpath("sample_article.txt").read_text("utf-8")


def quiz_of(text: str, title: str, published: date | None, pipeline: Pipeline) -> Quiz:
    """The quiz on a pasted article; raises InputError when it can't be used."""
    plain = text.replace("\r\n", "\n")
    require_usable(plain, "The article")
    article = Article(text=plain, title=title.strip() or headline(plain), published=published)
    return generate([article], pipeline=pipeline, settings=Settings())


def kept(quiz: Quiz, ids: Collection[str]) -> Quiz:
    """The quiz with only the questions of these ids."""
    return replace(quiz, questions=tuple(each for each in quiz.questions if each.id in ids))
