"""Anki packages: notes whose ids outlast edits, so that an update changes cards in place.

Facts about Anki's importer that shape this module (tried against Anki 26.9): a note is matched by
its guid and updated only when its modification time is later; decks are matched by name; a note
type with another list of fields is imported as a second one and its notes are not updated.
"""

import html
import io
import itertools
import json
import re
import sqlite3
import zipfile
from datetime import UTC, date, datetime
from hashlib import sha256

import genanki

from quizgen.exports.evidence import article_of, date_line, marked, safe_url
from quizgen.exports.notetypes import fields, notetype
from quizgen.exports.page import lettered
from quizgen.question import GAP, Question
from quizgen.quiz import Quiz

UNDATED = date(2020, 1, 1)  # stands in for the day of publication; only has to stay the same
LONGEST_TYPED = 30  # characters; who types more than that on a phone is tested on typing
ENTITIES = str.maketrans(
    # "[": sound and LaTeX tags; "\": MathJax; "{", "}" and ":": cloze marks; \n: no line break in
    # HTML; the rest have no place in a field (\x1f would even end it)
    {"[": "&#91;", "\\": "&#92;", "{": "&#123;", "}": "&#125;", ":": "&#58;", "\n": "<br>"}
    | {chr(code): "" for code in (*range(9), *range(11, 32), 127)}
)


def render(quiz: Quiz, *, revision: int = 0) -> bytes:
    """The quiz as an .apkg package.

    The notes' time is noon of the latest publication day plus `revision` seconds: independent of
    the clock, and later for each correction handed out.
    """
    when = timestamp(quiz, revision)
    deck = genanki.Deck(_number(quiz.id), _deck_name(quiz.title), _described(quiz))
    for place, question in enumerate(quiz.questions, 1):
        deck.add_note(_note(quiz, question, due=place))
    return _packed(_database(deck, when))


def timestamp(quiz: Quiz, revision: int) -> int:
    """Seconds since 1970 that stand on every note of this revision of the quiz."""
    days = [article.published for article in quiz.articles if article.published]
    day = max(days, default=UNDATED)
    return int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()) + revision


def field(text: str) -> str:
    """The text as a field of a note, where Anki shows exactly these characters."""
    return html.escape(text).translate(ENTITIES)


def _note(quiz: Quiz, question: Question, *, due: int) -> genanki.Note:
    kind = _kind(question)
    filled = _fields(quiz, question)
    if kind == "cloze":
        filled["Question"] = _cloze_text(question)
    return genanki.Note(
        model=notetype(kind),
        fields=[filled.get(name, "") for name in fields()],
        tags=_tags(question),
        guid=genanki.guid_for("quizgen", question.id),
        due=due,
    )


def _kind(question: Question) -> str:
    if question.type in {"multiple_choice", "true_false"} and question.options:
        return "choice"
    if question.type == "cloze" and GAP in question.stem and question.answer.strip():
        return "cloze"
    if question.type == "short_answer" and 0 < len(question.answer) <= LONGEST_TYPED:
        return "typed"
    return "basic"


def _fields(quiz: Quiz, question: Question) -> dict[str, str]:
    article = article_of(quiz, question)
    plain = {
        "Question": question.stem,
        "Context": question.context,
        "Accepted": "; ".join(question.accepted),
        "Explanation": question.explanation,
        "SourceTitle": article.title or article.source,
        "SourceDate": date_line(article),
        "SourceURL": safe_url(article),
        "QuizTitle": quiz.title,
        "Key": _letter(question),
    }
    return {name: field(text) for name, text in plain.items()} | {
        "Options": _options(question),
        "Answer": _answer(question),
        "SourceSentence": _sentence(question),
    }


def _letter(question: Question) -> str:
    if question.type != "multiple_choice":
        return ""
    return next((f"{at}." for at, text in lettered(question) if text == question.answer), "")


def _options(question: Question) -> str:
    """The options as a list; the key's class shows on the back only."""
    shown = question.options or tuple(sorted(question.items)) or _jumbled(question)
    rows = "".join(
        f'<li class="{"key" if text == question.answer else "other"}">{field(text)}</li>'
        for text in shown
    )
    tag = 'ol type="A"' if question.type == "multiple_choice" else "ul"
    return f'<{tag} class="options">{rows}</{tag[:2]}>' if rows else ""


def _jumbled(question: Question) -> tuple[str, ...]:
    left = [pair[0] for pair in question.pairs]
    return (*left, *sorted(pair[1] for pair in question.pairs))


def _answer(question: Question) -> str:
    rows = [" – ".join(pair) for pair in question.pairs] or list(question.items)
    return "<br>".join(field(row) for row in rows) or field(question.answer)


def _sentence(question: Question) -> str:
    sentence = marked(question)
    key = f"<b>{field(sentence.key)}</b>" if sentence.key else ""
    first = field(sentence.before) + key + field(sentence.after)
    return "<br>".join([first, *(field(evidence.text) for evidence in question.further)])


def _cloze_text(question: Question) -> str:
    before, _, after = question.stem.partition(GAP)
    return f"{field(before)}{{{{c1::{field(question.answer)}}}}}{field(after)}"


def _tags(question: Question) -> list[str]:
    named = {
        "type": question.type,
        "kind": question.answer_kind,
        "rule": question.rule,
        "difficulty": question.difficulty,
    }
    return ["quizgen", *(f"{key}::{_tag(value)}" for key, value in named.items() if value.strip())]


def _tag(value: str) -> str:
    return re.sub(r"[\s:\"\x00-\x1f]+", "_", value.strip())


def _deck_name(title: str) -> str:
    """The title as a deck's name: "::" would make a deck within a deck."""
    flat = " ".join(re.sub(r"[\x00-\x1f\"]", " ", title).split())
    return re.sub(r":{2,}", ":", flat)[:100].strip() or "News quiz"


def _described(quiz: Quiz) -> str:
    return field(f"{len(quiz.questions)} questions, made by quizgen")


def _number(basis: str) -> int:
    """A stable deck id in the range that Anki itself uses."""
    return (1 << 30) + int(sha256(basis.encode("utf-8", "replace")).hexdigest()[:7], 16)


def _database(deck: genanki.Deck, when: int) -> bytes:
    """The deck as Anki's collection, built in memory: genanki's own writer leaves a file behind."""
    connection = sqlite3.connect(":memory:")
    try:
        package = genanki.Package(deck)
        package.write_to_db(connection.cursor(), float(when), itertools.count(when * 1000))
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _packed(database: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, content in (("collection.anki2", database), ("media", json.dumps({}).encode())):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))  # no clock: same bytes
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            package.writestr(entry, content)
    return packed.getvalue()
