"""The contract: quizzes to and from their JSON, "quizgen/quiz/1", which every other tool reads."""

import json
import re
from dataclasses import asdict
from typing import Any, NoReturn

from pydantic import ValidationError

from quizgen.article import Article
from quizgen.documents import QUIZ_SCHEMA, QuestionDocument, QuizDocument
from quizgen.errors import ContractError
from quizgen.question import Evidence, Question
from quizgen.quiz import Quiz, Settings
from quizgen.reading_level import reading_level

OWN_FORMAT = re.compile(r"quizgen/quiz/(\d+)$")
VERSION = int(QUIZ_SCHEMA.rpartition("/")[2])


def to_json(quiz: Quiz) -> str:
    """The quiz as JSON: fixed order of keys, two-space indent, a newline at the end."""
    return json.dumps(as_dict(quiz), ensure_ascii=False, indent=2) + "\n"


def to_line(quiz: Quiz) -> str:
    """The quiz as one line of JSON Lines, without the newline."""
    return json.dumps(as_dict(quiz), ensure_ascii=False)


def as_dict(quiz: Quiz) -> dict[str, Any]:
    """The quiz in the shape of the contract."""
    return {
        "schema": QUIZ_SCHEMA,
        "id": quiz.id,
        "title": quiz.title,
        "created_with": {
            "quizgen": quiz.quizgen,
            "model": quiz.model,
            "seed": quiz.seed,
            "rules": quiz.rules,
            "count": quiz.settings.count,
            "types": list(quiz.settings.types),
            "reading_level": quiz.settings.reading_level and list(quiz.settings.reading_level),
        }
        | _preferences(quiz.settings),
        "articles": [article_dict(article) for article in quiz.articles],
        "questions": [question_dict(question) for question in quiz.questions],
    }


def _preferences(settings: Settings) -> dict[str, Any]:
    """What only quizzes have for which topics or a difficulty were asked for."""
    preferred: dict[str, Any] = {}
    if settings.topics:
        preferred["topics"] = list(settings.topics)
    if settings.difficulty:
        preferred["difficulty"] = settings.difficulty
    return preferred


def article_dict(article: Article) -> dict[str, Any]:
    """An article in the shape of the contract."""
    return {
        "id": article.id,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "source": article.source,
        "byline": article.byline,
        "licence": article.licence,
        "language": article.language,
        "text": article.text,
        "reading_level": None if article.excerpt else _level_dict(article.text),
    } | ({"excerpt": True} if article.excerpt else {})


def _level_dict(text: str) -> dict[str, float] | None:
    level = reading_level(text)
    return None if level is None else {"low": level.low, "high": level.high} | asdict(level)


def question_dict(question: Question) -> dict[str, Any]:
    """A question in the shape of the contract."""
    return {
        "id": question.id,
        "type": question.type,
        "context": question.context,
        "stem": question.stem,
        "answer": question.answer,
        "accepted": list(question.accepted),
        "options": None if question.options is None else list(question.options),
        "answer_kind": question.answer_kind,
        "evidence": asdict(question.evidence),
        "explanation": question.explanation,
        "rule": question.rule,
        "difficulty": question.difficulty,
        "score": question.score,
        "reasons": dict(question.reasons),
        "flags": list(question.flags),
        "spares": list(question.spares),
        "reading_level": _level_dict(question.stem),
    } | _parts(question)


def _parts(question: Question) -> dict[str, Any]:
    """What only matching and ordering have."""
    parts: dict[str, Any] = {}
    if question.pairs:
        parts["pairs"] = [list(pair) for pair in question.pairs]
    if question.items:
        parts["items"] = list(question.items)
    if question.further:
        parts["further"] = [asdict(evidence) for evidence in question.further]
    return parts


def from_json(text: str) -> Quiz:
    """The quiz of its JSON.

    Raises ContractError, one line that names the place, for broken JSON, another kind of file, a
    newer schema, and missing or wrong fields. Unknown fields are passed over.
    """
    record = _parsed(text)
    _require_own_format(record.get("schema"))
    try:
        document = QuizDocument.model_validate(record)
    except ValidationError as error:
        _refuse(error)
    _require_whole(document)
    return _quiz(document)


def _parsed(text: str) -> dict[str, Any]:
    try:
        record = json.loads(text)
    except ValueError as error:
        msg = f"the quiz file is not JSON ({error}); give a file that quizgen wrote"
        raise ContractError(msg) from None
    except RecursionError:
        msg = "the quiz file is nested too deeply; give a file that quizgen wrote"
        raise ContractError(msg) from None
    if not isinstance(record, dict):
        msg = "the quiz file holds no object; give a file that quizgen wrote"
        raise ContractError(msg)
    return record


def _require_own_format(schema: object) -> None:
    match = OWN_FORMAT.match(schema) if isinstance(schema, str) else None
    if match is None:
        shown = str(schema)[:60]
        msg = f'the file is no quiz: "schema" is {shown!r}, not "{QUIZ_SCHEMA}"'
        raise ContractError(msg)
    if int(match[1][:9]) > VERSION:
        msg = f"the quiz was made by a newer quizgen ({match[0]}); update quizgen to read it"
        raise ContractError(msg)


def _refuse(error: ValidationError) -> NoReturn:
    first = error.errors(include_url=False, include_input=False)[0]
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"])
    msg = f"the quiz file is wrong at {place.lstrip('.')}: {first['msg'].lower()}"
    raise ContractError(msg) from None


def _require_whole(document: QuizDocument) -> None:
    """Raise ContractError where ids are given twice or evidence names no article of the quiz."""
    ids = [question.id for question in document.questions]
    if len(set(ids)) < len(ids):
        twice = next(found for found in ids if ids.count(found) > 1)
        msg = f"the quiz file has two questions with the id {twice!r}; give each its own"
        raise ContractError(msg)
    articles = {article.id for article in document.articles}
    for number, question in enumerate(document.questions):
        named = {evidence.article for evidence in (question.evidence, *question.further)}
        if not named <= articles:
            msg = f"the quiz file lacks the article of questions[{number}].evidence"
            raise ContractError(msg)


def _quiz(document: QuizDocument) -> Quiz:
    made = document.created_with
    return Quiz(
        id=document.id,
        title=document.title,
        articles=tuple(article_of(found.model_dump()) for found in document.articles),
        questions=tuple(question_of(found) for found in document.questions),
        quizgen=made.quizgen,
        model=made.model,
        seed=made.seed,
        rules=made.rules,
        settings=made.settings(),
    )


def article_of(record: dict[str, Any]) -> Article:
    """The article; an id that its url or text gives anyway is not stored as a given one."""
    record.pop("reading_level", None)
    given = record.pop("id")
    article = Article(**record)
    return article if article.id == given else Article(**record, given_id=given)


def question_of(document: QuestionDocument) -> Question:
    """The question that a document describes."""
    record = document.model_dump()
    record.pop("reading_level")
    record["evidence"] = Evidence(**record["evidence"])
    record["further"] = tuple(Evidence(**evidence) for evidence in record["further"])
    record["reasons"] = tuple(record["reasons"].items())
    return Question(**record)
