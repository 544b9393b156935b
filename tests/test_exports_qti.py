"""Packages for Canvas (QTI 1.2) and Blackboard (QTI 2.1), read by others and by their own rules."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import lxml.etree
import pytest
import reading
from conftest import WTO, question
from dangerous import UNCARRIED, every_text, flat, quizzes
from exported import asked_of
from hypothesis import given, settings
from onyx2moodle.parser import AssessmentItem, Choice, parse_item

from quizgen.exports import losses, render
from quizgen.exports.carrying import choices, matched, right_answers
from quizgen.question import Question
from quizgen.quiz import Quiz

QTI12 = {"q": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"}
QTI21 = {"q": "http://www.imsglobal.org/xsd/imsqti_v2p1"}


def parts(content: bytes) -> dict[str, bytes]:
    """The files of a package by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def require_whole(content: bytes) -> None:
    """Every file that the manifest lists is there, and everything it refers to."""
    found = parts(content)
    manifest = lxml.etree.fromstring(found["imsmanifest.xml"])
    names = {str(each.get("href")) for each in manifest.iter("{*}file")}
    ids = [each.get("identifier") for each in manifest.iter("{*}resource")]
    assert names | {"imsmanifest.xml", "non_cc_assessments/"} >= set(found)
    assert names <= set(found)
    assert len(set(ids)) == len(ids)
    assert {each.get("identifierref") for each in manifest.iter("{*}dependency")} <= set(ids)


def in_canvas(quiz: Quiz) -> list[lxml.etree._Element]:
    """The questions of a package for Canvas."""
    content = render(quiz, "canvas")
    require_whole(content)
    root = lxml.etree.fromstring(parts(content)["quiz-1/quiz-1.xml"])
    ids = [each.get("ident") for each in root.iter("{*}item")]
    assert len(set(ids)) == len(ids)
    return list(root.iter("{*}item"))


def texts(found: lxml.etree._Element, path: str) -> list[str]:
    """The texts at a path in QTI 1.2."""
    return [each.text or "" for each in found.iterfind(path, QTI12)]


def require_same_in_canvas(question: Question, found: lxml.etree._Element) -> None:
    """The question, its right answers and its feedback are what they were."""
    (asked,) = texts(found, "q:presentation/q:material/q:mattext")
    assert reading.paragraphs(asked) == [
        flat(part) for part in (question.context, question.stem) if part
    ]
    label = "q:render_choice/q:response_label"
    options = texts(found, f"q:presentation/q:response_lid/{label}/q:material/q:mattext")
    right = texts(found, "q:resprocessing/q:respcondition/q:conditionvar/q:varequal")
    if question.type in {"matching", "ordering"}:
        left = texts(found, "q:presentation/q:response_lid/q:material/q:mattext")
        offered = options[: len(options) // len(left)]
        pairs = [(reading.text(text), offered[int(key.rpartition("_")[2])]) for text, key in
                 zip(left, right, strict=True)]  # fmt: skip
        assert pairs == [(flat(a), flat(b)) for a, b in matched(question)]
    elif question.type in {"multiple_choice", "true_false"}:
        assert [reading.text(option) for option in options] == [*map(flat, choices(question))]
        assert right == [f"option_{choices(question).index(question.answer)}"]
    else:
        assert right == [flat(answer) for answer in right_answers(question)]
    (told,) = texts(found, "q:itemfeedback/q:flow_mat/q:material/q:mattext")
    assert flat(question.explanation) in reading.paragraphs(told)
    assert flat(question.evidence.text) in reading.paragraphs(told)


@settings(max_examples=30)
@given(quizzes())
def test_canvas_gets_every_text_back(quiz: Quiz) -> None:
    """Of all types, whatever stands in them."""
    for asked, found in zip(asked_of(quiz, "canvas"), in_canvas(quiz), strict=True):
        require_same_in_canvas(asked, found)


def test_canvas_gets_every_dangerous_text_back() -> None:
    """In every field, and the same bytes again."""
    quiz = every_text()
    for asked, found in zip(asked_of(quiz, "canvas"), in_canvas(quiz), strict=True):
        require_same_in_canvas(asked, found)
    assert render(quiz, "canvas") == render(every_text(), "canvas")


@pytest.fixture
def all_types(quiz: Quiz) -> Quiz:
    """A quiz with a question of each type."""
    pairs = (("Seoul", "South Korea"), ("Tokyo", "Japan"), ("Lima", "Peru"))
    more = (
        question("matching", pairs=pairs, answer=""),
        question("ordering", items=("signed", "broken", "ended"), answer=""),
    )
    return replace(quiz, questions=(*quiz.questions, *more))


def test_another_program_reads_the_canvas_package(all_types: Quiz, tmp_path: Path) -> None:
    """Types, points, keys and feedback."""
    (tmp_path / "a.zip").write_bytes(render(all_types, "canvas"))
    chosen, truth, typed, _, gap, matching, ordering = reading.canvas(tmp_path / "a.zip")
    assert chosen["question_type"] == "multiple_choice_question"
    assert [each["text"] for each in chosen["choices"]] == list(WTO.options or ())
    assert chosen["correct_choices"] == [chosen["choices"][1]["ident"]]
    assert float(chosen["points_possible"]) == 1
    assert "The article says so." in chosen["feedback_general"]
    assert "**World Trade Organization**" in chosen["feedback_general"]
    assert truth["question_type"] == "true_false_question"
    assert [each["text"] for each in truth["choices"]] == ["True", "False"]
    assert truth["correct_choices"] == [truth["choices"][1]["ident"]]
    assert (typed["question_type"], typed["correct_answers"]) == ("short_answer_question", ["WTO"])
    assert gap["correct_answers"] == ["World Trade Organization", "WTO"]
    assert matching["correct_answers"] == [
        "Seoul -> South Korea", "Tokyo -> Japan", "Lima -> Peru",
    ]  # fmt: skip
    assert ordering["correct_answers"] == ["broken -> 2", "ended -> 3", "signed -> 1"]


def test_canvas_is_told_the_terms(quiz: Quiz) -> None:
    """Title and points; the quiz stays hidden until the teacher shows it."""
    terms = lxml.etree.fromstring(parts(render(quiz, "canvas"))["quiz-1/assessment_meta.xml"])
    found = {str(each.tag).rpartition("}")[2]: each.text for each in terms}
    assert found["title"] == "Export curbs"
    assert found["points_possible"] == "5.0"
    assert found["available"] == "false"


def in_blackboard(quiz: Quiz, folder: Path) -> list[AssessmentItem]:
    """The questions of a package for Blackboard, as another program reads them."""
    content = render(quiz, "blackboard")
    require_whole(content)
    found = parts(content)
    test = lxml.etree.fromstring(found["qti21/assessment_meta.xml"])
    names = [str(each.get("href")) for each in test.iter("{*}assessmentItemRef")]
    for name in names:
        (folder / name).write_bytes(found[f"qti21/{name}"])
    return [parse_item(folder / name) for name in names]


def shown(choices_: list[Choice]) -> dict[str, str]:
    """The texts of choices by their ids."""
    return {each.identifier: reading.paragraphs(each.html)[0] for each in choices_}


def require_same_in_blackboard(question: Question, found: AssessmentItem) -> None:
    """The question, its right answers and its feedback are what they were."""
    (declared,) = found.response_decls.values()
    paragraphs = [flat(" ".join(each.itertext())) for each in found.body_xml.findall("q:p", QTI21)]
    assert flat(question.stem) in paragraphs
    (interaction,) = found.interactions or [None]
    if question.type == "matching":
        left, right = shown(interaction.match_sources), shown(interaction.match_targets)
        pairs = [pair.split() for pair in declared.correct_values]
        assert [(left[a], right[b]) for a, b in pairs] == [(flat(a), flat(b)) for a, b in
                                                           question.pairs]  # fmt: skip
        assert sum(declared.mapping.values()) == pytest.approx(1, abs=0.001)
    elif question.type == "ordering":
        items = {str(each.get("identifier")): flat("".join(each.itertext())) for each in
                 found.body_xml.iterfind(".//q:simpleChoice", QTI21)}  # fmt: skip
        assert [items[key] for key in declared.correct_values] == [*map(flat, question.items)]
    elif question.options:
        offered = shown(interaction.choices)
        assert list(offered.values()) == [flat(option) for option in choices(question)]
        assert [offered[key] for key in declared.correct_values] == [flat(question.answer)]
    else:
        assert list(declared.mapping) == [flat(answer) for answer in right_answers(question)]
        assert declared.correct_values == list(declared.mapping)
        assert set(declared.mapping.values()) == {1.0}
    assert {each.identifier for each in found.feedback} == {"correct_fb", "incorrect_fb"}
    for told in found.feedback:
        assert flat(question.explanation) in reading.paragraphs(told.html)
        assert flat(question.evidence.text) in reading.paragraphs(told.html)


@settings(max_examples=30)
@given(quizzes())
def test_blackboard_gets_every_text_back(
    tmp_path_factory: pytest.TempPathFactory, quiz: Quiz
) -> None:
    """Of all types, whatever stands in them."""
    found = in_blackboard(quiz, tmp_path_factory.mktemp("items"))
    for asked, each in zip(asked_of(quiz, "blackboard"), found, strict=True):
        require_same_in_blackboard(asked, each)


def test_blackboard_gets_every_dangerous_text_back(tmp_path: Path) -> None:
    """In every field, and the same bytes again."""
    quiz = every_text()
    found = in_blackboard(quiz, tmp_path)
    for asked, each in zip(asked_of(quiz, "blackboard"), found, strict=True):
        require_same_in_blackboard(asked, each)
    assert render(quiz, "blackboard") == render(every_text(), "blackboard")


def test_blackboard_carries_all_types(all_types: Quiz) -> None:
    """Ordering too; what a choice is marked by is one of the options."""
    assert losses(all_types, "blackboard") == ()
    (told,) = losses(all_types, "canvas")
    assert told.question == "q-ordering"


@pytest.mark.parametrize("text", UNCARRIED)
@pytest.mark.parametrize("form", ["canvas", "blackboard"])
def test_ids_and_characters_that_xml_does_not_take(quiz: Quiz, text: str, form: str) -> None:
    """Are replaced; ids that differ stay apart."""
    asked = replace(WTO, stem=text, answer=text, options=(text, "b"), id=f"1 {text}")
    both = (asked, replace(asked, id=f"1/{text}"))
    content = render(replace(quiz, questions=both, title=text, id="ü/.."), form)
    require_whole(content)
    found = parts(content)
    assert not [name for name in found if ".." in name.split("/") or not name.isascii()]
    for name in found:
        if name.endswith(".xml"):
            lxml.etree.fromstring(found[name])
