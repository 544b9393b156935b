"""Documents: the JSON contracts as pydantic models, from which the shipped JSON Schemas come."""

import json
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from quizgen.question import Difficulty, QuestionType
from quizgen.quiz import ALL_TYPES, LONGEST_TOPIC, MOST_TOPICS, Settings
from quizgen.reading_level import HIGHEST, LOWEST

QUIZ_SCHEMA = "quizgen/quiz/1"
ANALYSIS_SCHEMA = "quizgen/analysis/1"

Offset = Annotated[int, Field(ge=0)]
Grade = Annotated[int, Field(ge=LOWEST, le=HIGHEST)]
Topic = Annotated[str, Field(min_length=1, max_length=LONGEST_TOPIC, pattern=r"\S")]


class Document(BaseModel):
    """What all parts of a document share: they never change, and pass over unknown fields."""

    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False)


class CreatedWith(Document):
    """What made the quiz: versions, seed, a digest of the rules, and the settings."""

    quizgen: str = ""
    model: str = ""
    seed: int = 0
    rules: str = ""
    count: Offset | None = 10
    types: tuple[QuestionType, ...] = ALL_TYPES
    reading_level: tuple[Grade, Grade] | None = None
    topics: tuple[Topic, ...] = Field(default=(), max_length=MOST_TOPICS)
    difficulty: Difficulty | None = None

    def settings(self) -> Settings:
        """The settings that the quiz was made by."""
        return Settings(
            self.count, self.types, self.seed, self.reading_level, self.topics, self.difficulty
        )


class ReadingLevelDocument(Document):
    """The school grades for which a text is written: their range, and what each formula gives.

    It follows from the text: it is written for readers of the file and passed over by quizgen.
    """

    low: Grade
    high: Grade
    flesch_kincaid: float
    coleman_liau: float
    ari: float


class ArticleDocument(Document):
    """An article; all offsets of the quiz count characters in `text`.

    `excerpt` says that the text holds only what questions quote, as its licence may not allow more.
    """

    id: str = Field(min_length=1)
    title: str = ""
    published: date | None = None
    url: str = ""
    source: str = ""
    byline: str = ""
    licence: str = ""
    language: str = "en"
    text: str
    reading_level: ReadingLevelDocument | None = None
    excerpt: bool = False


class EvidenceDocument(Document):
    """Characters `start` to `end` (exclusive) of the text of the article with the id `article`."""

    article: str
    start: Offset
    end: Offset
    text: str


class QuestionDocument(Document):
    """One question with its answer, its evidence and what explains it."""

    id: str = Field(min_length=1)
    type: QuestionType
    context: str = ""
    stem: str
    answer: str
    accepted: tuple[str, ...] = ()
    options: tuple[str, ...] | None = None
    answer_kind: str
    evidence: EvidenceDocument
    explanation: str = ""
    rule: str
    difficulty: Difficulty = "medium"
    score: float = Field(default=0.0, ge=0, le=1)
    reasons: dict[str, float] = {}
    flags: tuple[str, ...] = ()
    spares: tuple[str, ...] = ()
    reading_level: ReadingLevelDocument | None = None
    pairs: tuple[tuple[str, str], ...] = ()
    items: tuple[str, ...] = ()
    further: tuple[EvidenceDocument, ...] = ()


class QuizDocument(Document):
    """A quiz: articles, questions on them, and what made them."""

    schema_: Literal["quizgen/quiz/1"] = Field(alias="schema")
    id: str
    title: str = ""
    created_with: CreatedWith = CreatedWith()
    articles: tuple[ArticleDocument, ...]
    questions: tuple[QuestionDocument, ...]


class Span(Document):
    """Characters `start` to `end` (exclusive) of the text."""

    start: Offset
    end: Offset


class TextSpan(Span):
    """A span with its text."""

    text: str


class EntityDocument(TextSpan):
    """A name: its fine kind, and the one name by which the article's entity is known."""

    kind: str
    name: str


class TimeDocument(TextSpan):
    """A time expression with its value (ISO 8601) or null where it can't be anchored."""

    value: str | None
    kind: Literal["date", "duration", "set", "time"]


class AmountDocument(TextSpan):
    """An amount with its value and unit."""

    kind: Literal["money", "percent", "quantity"]
    value: float | None
    unit: str | None


class ReferenceDocument(TextSpan):
    """A mention that stands for a name, and the mention it goes back to."""

    name: str
    antecedent: Span | None


class CauseDocument(Document):
    """A cause with its effect, and the words that signal the link.

    `kind` keeps what brings about, what is aimed at and what merely came before apart; `positive`
    is false where the cause keeps the effect from happening, `certain` where the text hedges.
    """

    cause: TextSpan
    effect: TextSpan
    signal: TextSpan | None
    kind: Literal["cause", "purpose", "sequence"] = "cause"
    positive: bool = True
    certain: bool = True


StatementKind = Literal[
    "says", "denies", "asks", "promises", "warns", "judges", "shows", "believes", "plans"
]


class StatementDocument(Document):
    """Who says, denies, asks, believes or plans what.

    `direct` is for words in quotation marks, `negated` for what was not said. Among `statements`
    are those that attribute a claim, among `stances` the rest: wishes, plans, requests, reproaches.
    """

    speaker: TextSpan | None
    cue: TextSpan | None
    content: TextSpan
    direct: bool
    kind: StatementKind
    negated: bool


class PredicateDocument(TextSpan):
    """The verb of a clause."""

    lemma: str


class ArgumentDocument(TextSpan):
    """One argument of a clause by its role."""

    role: str


class ClauseDocument(Document):
    """A clause: predicate, arguments, polarity, and who is reported to have said it."""

    predicate: PredicateDocument
    arguments: tuple[ArgumentDocument, ...]
    negated: bool
    reported_by: str | None


class AnalysisDocument(Document):
    """What quizgen found in an article; all offsets are characters into `text`."""

    schema_: Literal["quizgen/analysis/1"] = Field(alias="schema")
    id: str
    text: str
    entities: tuple[EntityDocument, ...]
    times: tuple[TimeDocument, ...]
    amounts: tuple[AmountDocument, ...]
    references: tuple[ReferenceDocument, ...]
    causes: tuple[CauseDocument, ...]
    statements: tuple[StatementDocument, ...]
    stances: tuple[StatementDocument, ...] = ()
    clauses: tuple[ClauseDocument, ...]


DOCUMENTS: dict[str, type[Document]] = {"quiz": QuizDocument, "analysis": AnalysisDocument}


def schema_text(name: str) -> str:
    """The JSON Schema of the "quiz" or "analysis" document, as shipped in quizgen/data."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema: dict[str, Any] = dialect | DOCUMENTS[name].model_json_schema()
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _write_schemas() -> None:
    folder = files("quizgen.data")
    for name in DOCUMENTS:
        Path(str(folder.joinpath(f"{name}.schema.json"))).write_text(schema_text(name), "utf-8")


if __name__ == "__main__":
    _write_schemas()
