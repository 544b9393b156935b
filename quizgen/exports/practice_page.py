"""A practice page: one HTML file that asks the quiz in any browser, without a network or a server.

All texts stand in one JSON block and reach the page as text; the page's own script and style are
the only ones that its policy lets run. Who reads the file's source can read the answers.
"""

import json
import re
from base64 import b64encode
from dataclasses import asdict
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Any

from quizgen.data import lines
from quizgen.exports.answer_key import Answer, answer_key
from quizgen.exports.evidence import article_of, safe_url
from quizgen.exports.loss import Loss
from quizgen.exports.passage import flat, passages
from quizgen.exports.print_settings import USUAL, PrintSettings
from quizgen.exports.rights import not_printed
from quizgen.exports.typed_keys import TypedKeys, typed_keys
from quizgen.exports.worksheet import Asked, in_head, worksheet
from quizgen.question import Question
from quizgen.quiz import Quiz

KINDS = {"multiple_choice": "choice", "true_false": "choice", "matching": "matching",
         "ordering": "ordering"}  # fmt: skip
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
PLACE = re.compile(r"\{\{([\w-]+)\}\}")
UNSAFE = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"})
NO_KEYS = TypedKeys((), (), (), None)


def render(quiz: Quiz, *, revision: int = 0, settings: PrintSettings = USUAL) -> bytes:
    """The quiz as a page; with the text of its articles where the settings ask for it."""
    style, script = (_own(f"practice_page.{ending}") for ending in ("css", "js"))
    language = quiz.articles[0].language if quiz.articles else ""
    parts = {
        "language": language if LANGUAGE.fullmatch(language) else "en",
        "title": escape(quiz.title),
        "style": style,
        "style-hash": _hash(style),
        "script": script,
        "script-hash": _hash(script),
        "quiz": json.dumps(_data(quiz, settings)).translate(UNSAFE),
    }
    page = PLACE.sub(lambda place: parts[place[1]], _own("practice_page.html"))
    return page.encode("utf-8", "replace")


def losses(quiz: Quiz, *, settings: PrintSettings = USUAL) -> tuple[Loss, ...]:
    """The texts of articles that may not be handed out."""
    return not_printed(quiz, settings)


def _own(name: str) -> str:
    return files("quizgen.data").joinpath(name).read_text("utf-8")


def _hash(content: str) -> str:
    """What the page's policy knows an inline script or style by."""
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"


def _data(quiz: Quiz, settings: PrintSettings) -> dict[str, Any]:
    sheet = worksheet(quiz, USUAL)
    answers = {answer.id: answer for answer in answer_key(quiz, sheet, USUAL).answers}
    asked = {each.id: each for each in sheet.versions[0].asked}
    texts = _texts(quiz, settings) if settings.with_article else {}
    return {
        "title": sheet.title,
        "openings": lines("answer_openings.txt"),
        "stories": [
            {
                "title": story.title,
                "about": story.about,
                "url": safe_url(article),
                "paragraphs": texts.get(article.id, ()),
            }
            for article, story in zip(quiz.articles, sheet.stories, strict=True)
        ],
        "questions": [
            {"at": at} | _question(quiz, question, asked[question.id], answers[question.id])
            for at, question in enumerate(quiz.questions)
        ],
    }


def _texts(quiz: Quiz, settings: PrintSettings) -> dict[str, tuple[str, ...]]:
    """The paragraphs of each article."""
    return {
        passage.article: tuple(" ".join(s.text for s in each) for each in passage.paragraphs)
        for passage in passages(quiz, settings)
    }


def _question(quiz: Quiz, question: Question, asked: Asked, answer: Answer) -> dict[str, Any]:
    article = article_of(quiz, question)
    kind = KINDS.get(question.type, "typed") if asked.choices else "typed"
    keys = typed_keys(question, article.text) if kind == "typed" else NO_KEYS
    rows = [" – ".join(map(flat, pair)) for pair in question.pairs] or [*map(flat, question.items)]
    shown = flat(question.answer) if kind in {"choice", "typed"} else "; ".join(rows)
    choices = [choice.text for choice in asked.choices]
    return asdict(keys) | {
        "kind": kind,
        "context": "" if in_head(quiz, question) else flat(question.context),
        "before": asked.before,
        "gap": asked.gap,
        "after": asked.after,
        "left": asked.left,
        "choices": choices,
        "parts": [flat(right) for _, right in question.pairs] or [*map(flat, question.items)],
        "rows": rows,
        "answer": flat(question.answer),
        "shown": shown,
        "also": answer.also,
        "explanation": answer.explanation,
        "quoted": [asdict(quoted.sentence) for quoted in answer.quoted],
        "story": quiz.articles.index(article),
    }
