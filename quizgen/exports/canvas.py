"""Canvas: a QTI 1.2 package in the form that Canvas itself writes, for classic and New Quizzes.

Ordering is asked as matching with places, for QTI 1.2 as Canvas reads it has no such type.
"""

from collections.abc import Callable
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
from quizgen.exports.packing import as_xml, element, xml_id, zipped
from quizgen.question import Question
from quizgen.quiz import Quiz

KINDS = {
    "multiple_choice": "multiple_choice_question",
    "true_false": "true_false_question",
    "short_answer": "short_answer_question",
    "cloze": "short_answer_question",
    "matching": "matching_question",
    "ordering": "matching_question",
}
QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
META = "http://canvas.instructure.com/xsd/cccv1p0"
PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
RESPONSE, FEEDBACK = "response1", "general_fb"


def render(quiz: Quiz, *, revision: int = 0) -> bytes:
    """The package: what is in it, the terms of the quiz, the questions."""
    name = xml_id(quiz.id)
    return zipped(
        [
            ("imsmanifest.xml", as_xml(_manifest(name))),
            ("non_cc_assessments/", b""),
            (f"{name}/assessment_meta.xml", as_xml(_terms(quiz, name))),
            (f"{name}/{name}.xml", as_xml(_questions(quiz, name))),
        ]
    )


def losses(quiz: Quiz) -> tuple[Loss, ...]:
    """Nothing but what is asked in another way."""
    return (*left_out(quiz, flaw), *placed(quiz))


def _manifest(name: str) -> ET.Element:
    root = ET.Element("manifest", {"identifier": f"{name}_manifest", "xmlns": PACKAGE})
    about = element(root, "metadata")
    element(about, "schema", "IMS Content")
    element(about, "schemaversion", "1.1.3")
    element(root, "organizations")
    listed = element(root, "resources")
    terms = f"{name}_meta"
    asked = element(listed, "resource", identifier=name, type="imsqti_xmlv1p2")
    element(asked, "file", href=f"{name}/{name}.xml")
    element(asked, "dependency", identifierref=terms)
    kind = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
    href = f"{name}/assessment_meta.xml"
    element(element(listed, "resource", identifier=terms, type=kind, href=href), "file", href=href)
    return root


def _terms(quiz: Quiz, name: str) -> ET.Element:
    root = ET.Element("quiz", {"identifier": name, "xmlns": META})
    element(root, "title", _title(quiz))
    element(root, "description", "")
    element(root, "shuffle_answers", "true")
    element(root, "quiz_type", "assignment")
    element(root, "points_possible", f"{len(carried(quiz, flaw))}.0")
    element(root, "allowed_attempts", "1")
    element(root, "available", "false")
    return root


def _title(quiz: Quiz) -> str:
    return one_line(quiz.title) or "News quiz"


def _questions(quiz: Quiz, name: str) -> ET.Element:
    root = ET.Element("questestinterop", {"xmlns": QTI})
    whole = element(root, "assessment", ident=name, title=_title(quiz))
    section = element(whole, "section", ident="root_section")
    for question in carried(quiz, flaw):
        title = shortened(question.stem)
        item = element(section, "item", ident=xml_id(question.id), title=title)
        _about(item, question)
        shown = element(item, "presentation")
        _html(shown, feedback.asked(question))
        marks = _marks(item)
        _BODIES[KINDS[question.type]](shown, marks, question)
        part = element(element(item, "itemfeedback", ident=FEEDBACK), "flow_mat")
        _html(part, feedback.as_html(quiz, question))
    return root


def _about(item: ET.Element, question: Question) -> None:
    fields = element(element(item, "itemmetadata"), "qtimetadata")
    for label, entry in (("question_type", KINDS[question.type]), ("points_possible", "1.0")):
        field = element(fields, "qtimetadatafield")
        element(field, "fieldlabel", label)
        element(field, "fieldentry", entry)


def _marks(item: ET.Element) -> ET.Element:
    """How answers are marked: to begin with, that all of them show the feedback."""
    marks = element(item, "resprocessing")
    score = {"maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"}
    element(element(marks, "outcomes"), "decvar", **score)
    always = element(marks, "respcondition", **{"continue": "Yes"})
    element(element(always, "conditionvar"), "other")
    element(always, "displayfeedback", feedbacktype="Response", linkrefid=FEEDBACK)
    return marks


def _html(parent: ET.Element, text: str) -> None:
    element(element(parent, "material"), "mattext", text, texttype="text/html")


def _choice(shown: ET.Element, marks: ET.Element, question: Question) -> None:
    asked = element(shown, "response_lid", ident=RESPONSE, rcardinality="Single")
    offered = element(asked, "render_choice")
    for place, option in enumerate(choices(question)):
        label = element(offered, "response_label", ident=_option(place))
        _html(label, feedback.shown(option))
    key = _option(choices(question).index(question.answer))
    _right(marks, RESPONSE, [key])


def _typed(shown: ET.Element, marks: ET.Element, question: Question) -> None:
    asked = element(shown, "response_str", ident=RESPONSE, rcardinality="Single")
    field = element(asked, "render_fib")
    element(field, "response_label", ident="answer1", rshuffle="No")
    _right(marks, RESPONSE, [one_line(answer) for answer in right_answers(question)])


def _pairs(shown: ET.Element, marks: ET.Element, question: Question) -> None:
    pairs = matched(question)
    offered = sorted({one_line(right) for _, right in pairs})
    share = f"{100 / len(pairs):.2f}"
    for place, (left, right) in enumerate(pairs):
        asked = element(shown, "response_lid", ident=f"response_{place}")
        _html(asked, feedback.shown(left))
        labels = element(asked, "render_choice")
        for number, text in enumerate(offered):
            label = element(labels, "response_label", ident=_option(number))
            element(element(label, "material"), "mattext", text)
        key = _option(offered.index(one_line(right)))
        _right(marks, f"response_{place}", [key], share=share)


def _option(place: int) -> str:
    return f"option_{place}"


def _right(marks: ET.Element, response: str, keys: list[str], *, share: str = "") -> None:
    """That each of the keys gives all points, or with `share` adds some of a hundred."""
    found = element(marks, "respcondition", **({} if share else {"continue": "No"}))
    condition = element(found, "conditionvar")
    for key in keys:
        element(condition, "varequal", key, respident=response)
    action = "Add" if share else "Set"
    element(found, "setvar", share or "100", action=action, varname="SCORE")


_BODIES: dict[str, Callable[[ET.Element, ET.Element, Question], None]] = {
    "multiple_choice_question": _choice,
    "true_false_question": _choice,
    "short_answer_question": _typed,
    "matching_question": _pairs,
}
