"""Notes of an Anki deck: what of a question stands in which field, under which id and tags."""

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

import genanki

from quizgen.article import Article
from quizgen.errors import ExportError
from quizgen.exports.anki_tags import WITHDRAWN, tags_of
from quizgen.exports.evidence import article_of, credit, date_line, marked, safe_url
from quizgen.exports.notetypes import fields
from quizgen.exports.page import lettered
from quizgen.question import GAP, Evidence, Question
from quizgen.quiz import Quiz

LONGEST_TYPED = 30  # characters; who types more than that on a phone is tested on typing
ENTITIES = str.maketrans(
    # "[": sound and LaTeX tags; "\": MathJax; "{", "}" and ":": cloze marks; \n: no line break in
    # HTML; the rest have no place in a field (\x1f would even end it, half a character is no UTF-8)
    {"[": "&#91;", "\\": "&#92;", "{": "&#123;", "}": "&#125;", ":": "&#58;", "\n": "<br>"}
    | {chr(code): "" for code in (*range(9), *range(11, 32), 127)}
    | {chr(code): "\ufffd" for code in range(0xD800, 0xE000)}
)


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it stands in a package: `fields` in the order of the note type, as HTML.

    `time` is that of its last change, in seconds since 1970; 0 where nothing has set it yet.
    """

    kind: str
    guid: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    time: int = 0

    def __getitem__(self, name: str) -> str:
        return self.fields[fields().index(name)]

    @property
    def withdrawn(self) -> bool:
        """Whether its question is no longer asked."""
        return bool(self["Spare2"])


def notes(quiz: Quiz, earlier: Mapping[str, Note], *, time: int) -> tuple[Note, ...]:
    """The notes of a quiz, one a question in their order, then those that were withdrawn.

    `earlier` are the notes handed out before, by guid. What has not changed since keeps its time,
    unless that is before `time`; what has is later than everything before. Raises ExportError where
    two questions have one id.
    """
    asked = [_note(quiz, question, earlier) for question in quiz.questions]
    here = {note.guid for note in asked}
    if len(here) < len(asked):  # Anki would take both, and never again know them apart
        msg = "two questions of the quiz have the same id; give each its own"
        raise ExportError(msg)
    gone = [_withdrawn(note) for guid, note in earlier.items() if guid not in here]
    later = max([time, *(note.time + 1 for note in earlier.values())])
    return tuple(_dated(note, earlier, time=time, later=later) for note in (*asked, *gone))


def field(text: str) -> str:
    """The text as a field of a note, where Anki shows exactly these characters."""
    return html.escape(text).translate(ENTITIES)


def _dated(note: Note, earlier: Mapping[str, Note], *, time: int, later: int) -> Note:
    held = earlier.get(note.guid)
    same = held is not None and replace(note, time=held.time) == held
    return replace(note, time=max(time, held.time) if held and same else later)


def _withdrawn(note: Note) -> Note:
    place = fields().index("Spare2")
    filled = (*note.fields[:place], "withdrawn", *note.fields[place + 1 :])
    return replace(note, fields=filled, tags=tuple(sorted({*note.tags, WITHDRAWN})))


def _note(quiz: Quiz, question: Question, earlier: Mapping[str, Note]) -> Note:
    kind = kind_of(question)
    filled = _fields(quiz, question, kind)
    whole = tuple(filled.get(name, "") for name in fields())
    return Note(kind, _guid(question, kind, earlier), whole, tags_of(quiz, question))


def _guid(question: Question, kind: str, earlier: Mapping[str, Note]) -> str:
    """The id by which Anki knows the note again, whatever is edited.

    Anki never changes a note's type: a question that has become one of another type is a new note.
    """
    guid: str = genanki.guid_for("quizgen", question.id)
    held = earlier.get(guid)
    if held is not None and held.kind != kind:
        guid = genanki.guid_for("quizgen", question.id, kind)
    return guid


def kind_of(question: Question) -> str:
    """The note type that a question has; it stays the same when an answer is edited."""
    if question.type in {"multiple_choice", "true_false"} and question.options:
        return "choice"
    blank = not field(question.answer).replace("<br>", " ").strip()
    if question.type == "cloze" and GAP in question.stem and not blank:
        return "cloze"
    return "typed" if question.type == "short_answer" and not blank else "basic"


def too_long(question: Question) -> bool:
    """Whether nobody should have to type the answer."""
    return len(question.answer) > LONGEST_TYPED


def _fields(quiz: Quiz, question: Question, kind: str) -> dict[str, str]:
    article = article_of(quiz, question)
    plain = {
        "Question": question.stem,
        "Context": question.context,
        "Explanation": question.explanation,
        "SourceTitle": article.title or article.source,
        "SourceDate": date_line(article),
        "SourceURL": safe_url(article),
        "QuizTitle": quiz.title,
        "Key": _key(question, kind),
        "Spare1": " · ".join(_credit(article)),
    }
    filled = {name: field(text) for name, text in plain.items()} | {
        "Options": _options(question),
        "Accepted": _accepted(question),
        "Answer": _answer(question),
        "SourceSentence": _sentences(quiz, question),
    }
    shown = _cloze_text(question) if kind == "cloze" else filled["Question"]
    return filled | {"Question": shown.strip() or "?"}  # a card with nothing in front is no card


def _credit(article: Article) -> tuple[str, ...]:
    """Who is to be named beside the title, or the source that stands for it, and the day."""
    named = {date_line(article), "" if article.title else " ".join(article.source.split())}
    return tuple(part for part in credit(article) if part not in named)


def _key(question: Question, kind: str) -> str:
    if kind == "typed":
        return "long" if too_long(question) else ""
    if question.type != "multiple_choice":
        return ""
    return next((f"{at}." for at, text in lettered(question) if text == question.answer), "")


def _options(question: Question) -> str:
    """What there is to choose from or to arrange; the key's class shows on the back only."""
    if question.pairs:
        left = _listed([pair[0] for pair in question.pairs], 'ol class="options"')
        right = jumbled([pair[1] for pair in question.pairs], question.id)
        below = _listed(right, 'ol type="A" class="options"')
        return f'{left}<div class="parts">go with</div>{below}'
    if question.items:
        return _listed(jumbled(question.items, question.id), 'ul class="options"')
    kind = 'ol type="A"' if question.type == "multiple_choice" else "ul"
    return _listed(question.options or (), f'{kind} class="options"', question.answer)


def _listed(rows: Iterable[str], tag: str, key: str | None = None) -> str:
    """A list; where there is a key, with classes that tell it from the others."""
    items = [
        (f' class="{"key" if row == key else "other"}"' * (key is not None), row) for row in rows
    ]
    told = "".join(f"<li{kind}>{field(row)}</li>" for kind, row in items)
    return f"<{tag}>{told}</{tag[:2]}>" if told else ""


def jumbled(items: Iterable[str], seed: str) -> tuple[str, ...]:
    """The items in an order that follows from the seed and is not that given, if another can be."""
    given = tuple(items)
    drawn = sorted(enumerate(given), key=lambda item: _drawn(seed, *item))
    mixed = tuple(item for _, item in drawn)
    return mixed if mixed != given else (*mixed[1:], *mixed[:1])


def _drawn(seed: str, place: int, item: str) -> bytes:
    return sha256(f"{seed}/{place}/{item}".encode("utf-8", "replace")).digest()


def _answer(question: Question) -> str:
    rows = question.items or [" – ".join(pair) for pair in question.pairs]
    return _listed(rows, "ol") or field(question.answer)


def _sentences(quiz: Quiz, question: Question) -> str:
    """The sentences of the answer, the key marked in the first, each of another article named."""
    sentence = marked(question)
    key = f"<b>{field(sentence.key)}</b>" if sentence.key else ""
    first = field(sentence.before) + key + field(sentence.after)
    others = [field(each.text) + _named(quiz, question, each) for each in question.further]
    return "".join(f"<div>{text}</div>" for text in (first, *others) if text)


def _named(quiz: Quiz, question: Question, evidence: Evidence) -> str:
    if evidence.article == question.evidence.article:
        return ""
    article = next(found for found in quiz.articles if found.id == evidence.article)
    told = ", ".join(filter(None, (article.title or article.source, date_line(article),
                                   *_credit(article))))  # fmt: skip
    return f" <cite>{field(told)}</cite>" if told else ""


def _accepted(question: Question) -> str:
    """Further right answers, each within a tag, so that a script can tell them apart."""
    told = () if question.type == "true_false" else question.accepted
    return "; ".join(f'<span class="other">{field(text)}</span>' for text in told)


def _cloze_text(question: Question) -> str:
    before, _, after = question.stem.partition(GAP)
    return f"{field(before)}{{{{c1::{field(question.answer)}}}}}{field(after)}"
