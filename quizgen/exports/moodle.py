"""Moodle XML: all types, with the sentence as feedback; a cloze gap is answered where it stands.

Facts about Moodle that shape this module: a run of five underscores in a short answer question is
where the field stands; "*" in an answer stands for anything unless a backslash precedes it; a type
that a Moodle does not know stops the import, so ordering, which only newer ones have, is asked as
matching with places; an id number is kept once in a category.
"""

from xml.etree import ElementTree as ET

from quizgen.exports import feedback
from quizgen.exports.carrying import (
    carried,
    choices,
    flaw,
    left_out,
    matched,
    one_line,
    placed,
    right_answers,
    shortened,
)
from quizgen.exports.loss import Loss
from quizgen.exports.packing import as_xml, element
from quizgen.question import GAP, Question
from quizgen.quiz import Quiz

KINDS = {
    "multiple_choice": "multichoice",
    "true_false": "truefalse",
    "short_answer": "shortanswer",
    "cloze": "shortanswer",
    "matching": "matching",
    "ordering": "matching",
}
FIELD = "_____"  # five: fewer are no field
LONGEST_NAME, LONGEST_ID = 255, 100  # characters


def render(quiz: Quiz, *, revision: int = 0) -> bytes:
    """The quiz as one category of questions."""
    root = ET.Element("quiz")
    category = element(root, "question", type="category")
    _text(element(category, "category"), category_name(quiz))
    for place, question in enumerate(carried(quiz, flaw), 1):
        _question(root, quiz, question, place)
    return as_xml(root)


def losses(quiz: Quiz) -> tuple[Loss, ...]:
    """Nothing but what is asked in another way."""
    return (*left_out(quiz, flaw), *placed(quiz))


def category_name(quiz: Quiz) -> str:
    """The title as a category: a slash would make one within another."""
    return one_line(quiz.title).replace("/", "//")[:LONGEST_NAME].rstrip("/") or "News quiz"


def name(question: Question, place: int) -> str:
    """What the question is called in the question bank, where names are sorted."""
    return f"{place:02} {shortened(question.stem)}"


def with_field(question: Question) -> str:
    """The stem, with the field of a cloze question in the place of its gap."""
    return question.stem.replace(GAP, FIELD, 1) if question.type == "cloze" else question.stem


def pattern(answer: str) -> str:
    """The answer as Moodle compares with it: an asterisk is one."""
    return one_line(answer).replace("*", r"\*")


def _text(parent: ET.Element, text: str) -> None:
    element(parent, "text", text)


def _html(parent: ET.Element, name: str, text: str) -> None:
    _text(element(parent, name, format="html"), text)


def _question(root: ET.Element, quiz: Quiz, question: Question, place: int) -> None:
    made = element(root, "question", type=KINDS[question.type])
    _text(element(made, "name"), name(question, place))
    _html(made, "questiontext", feedback.asked(question, with_field(question)))
    _html(made, "generalfeedback", feedback.as_html(quiz, question))
    element(made, "defaultgrade", "1")
    element(made, "penalty", "0")
    element(made, "hidden", "0")
    element(made, "idnumber", question.id[:LONGEST_ID])
    _BODIES[KINDS[question.type]](made, question)
    tags = element(made, "tags")
    for tag in ("quizgen", question.difficulty, question.answer_kind):
        if tag.strip():
            _text(element(tags, "tag"), one_line(tag))


def _answer(parent: ET.Element, text: str, *, right: bool, form: str) -> None:
    made = element(parent, "answer", fraction="100" if right else "0", format=form)
    _text(made, text)


def _choice(made: ET.Element, question: Question) -> None:
    element(made, "single", "true")
    element(made, "shuffleanswers", "true")
    element(made, "answernumbering", "abc")
    for option in choices(question):
        right = option == question.answer
        _answer(made, feedback.shown(option), right=right, form="html")


def _truth(made: ET.Element, question: Question) -> None:
    for option in choices(question):
        _answer(made, option.lower(), right=option == question.answer, form="plain_text")


def _typed(made: ET.Element, question: Question) -> None:
    element(made, "usecase", "0")
    for answer in right_answers(question):
        _answer(made, pattern(answer), right=True, form="plain_text")


def _pairs(made: ET.Element, question: Question) -> None:
    element(made, "shuffleanswers", "true")
    for left, right in matched(question):
        part = element(made, "subquestion", format="html")
        _text(part, feedback.shown(left))
        _text(element(part, "answer"), one_line(right))


_BODIES = {
    "multichoice": _choice,
    "truefalse": _truth,
    "shortanswer": _typed,
    "matching": _pairs,
}
