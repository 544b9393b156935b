"""Blackboard: a QTI 2.1 package with a file for each question and one that lists them.

Facts about Blackboard Learn that shape this module: it links a right answer to an option only by
equal ids, takes all right answers to a typed question from one list, and feedback for right and
wrong answers apart.
"""

from collections.abc import Callable, Sequence
from xml.etree import ElementTree as ET

from quizgen.exports import feedback
from quizgen.exports.carrying import (
    carried,
    choices,
    flaw,
    left_out,
    matched,
    one_line,
    right_answers,
    shortened,
)
from quizgen.exports.loss import Loss
from quizgen.exports.packing import as_xml, element, xml_id, zipped
from quizgen.question import Question
from quizgen.quiz import Quiz

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
TEST = "assessment_meta"
FOLDER = "qti21"
RESPONSE, SCORE, FEEDBACK = "RESPONSE", "SCORE", "FEEDBACKBASIC"
TOLD = ("correct_fb", "incorrect_fb")
Pairs = Sequence[tuple[str, str]]


def render(quiz: Quiz, *, revision: int = 0) -> bytes:
    """The package: what is in it, the list of the questions, the questions."""
    asked = carried(quiz, flaw)
    names = [f"item_{place:05}" for place in range(1, len(asked) + 1)]
    items = (
        (f"{FOLDER}/{name}.xml", as_xml(_item(quiz, question)))
        for name, question in zip(names, asked, strict=True)
    )
    return zipped(
        [
            ("imsmanifest.xml", as_xml(_manifest(quiz, names))),
            (f"{FOLDER}/{TEST}.xml", as_xml(_test(quiz, names))),
            *items,
        ]
    )


def losses(quiz: Quiz) -> tuple[Loss, ...]:
    """Nothing."""
    return left_out(quiz, flaw)


def _manifest(quiz: Quiz, names: list[str]) -> ET.Element:
    root = ET.Element("manifest", {"identifier": xml_id(quiz.id), "xmlns": PACKAGE})
    about = element(root, "metadata")
    element(about, "schema", "QTIv2.1")
    element(about, "schemaversion", "2.0")
    element(root, "organizations")
    listed = element(root, "resources")
    for name in names:
        _resource(listed, name, "imsqti_item_xmlv2p1", [TEST])
    _resource(listed, TEST, "imsqti_test_xmlv2p1", names)
    return root


def _resource(listed: ET.Element, name: str, kind: str, needed: list[str]) -> None:
    href = f"{FOLDER}/{name}.xml"
    made = element(listed, "resource", identifier=name, type=kind, href=href)
    element(made, "file", href=href)
    for other in needed:
        element(made, "dependency", identifierref=other)


def _test(quiz: Quiz, names: list[str]) -> ET.Element:
    title = one_line(quiz.title) or "News quiz"
    root = ET.Element("assessmentTest", {"xmlns": QTI, "identifier": TEST})
    root.set("title", feedback.printable(title))
    modes = {"navigationMode": "nonlinear", "submissionMode": "simultaneous"}
    part = element(root, "testPart", identifier="part", **modes)
    section = element(part, "assessmentSection", identifier="section", visible="false", title=title)
    for name in names:
        element(section, "assessmentItemRef", identifier=name, href=f"{name}.xml")
    return root


def _item(quiz: Quiz, question: Question) -> ET.Element:
    root = ET.Element("assessmentItem", {"xmlns": QTI, "identifier": xml_id(question.id)})
    root.set("title", feedback.printable(shortened(question.stem)))
    root.set("adaptive", "false")
    root.set("timeDependent", "false")
    body = ET.Element("itemBody")
    _block(body, feedback.asked(question))
    _BODIES[question.type](root, body, question)
    for name, kind in ((SCORE, "float"), (FEEDBACK, "identifier")):
        element(root, "outcomeDeclaration", identifier=name, cardinality="single", baseType=kind)
    root.append(body)
    _marks(root, mapped=question.type not in {"multiple_choice", "true_false", "ordering"})
    for name in TOLD:
        shown = {"outcomeIdentifier": FEEDBACK, "identifier": name, "showHide": "show"}
        _block(element(root, "modalFeedback", **shown), feedback.as_html(quiz, question))
    return root


def _block(parent: ET.Element, html: str) -> None:
    """The HTML as elements: in QTI 2.1 it is part of the document."""
    for child in ET.fromstring(f"<div>{html.replace('<br>', '<br/>')}</div>"):
        parent.append(child)


def _marks(root: ET.Element, *, mapped: bool) -> None:
    """How answers are marked: by the points of each, or right or wrong as a whole."""
    condition = element(element(root, "responseProcessing"), "responseCondition")
    right = element(condition, "responseIf")
    match = element(right, "match")
    element(match, "variable", identifier=RESPONSE)
    element(match, "correct", identifier=RESPONSE)
    _tell(right, TOLD[0])
    wrong = element(condition, "responseElse")
    _tell(wrong, TOLD[1])
    for branch in (right, wrong) if mapped else (right,):
        score = element(branch, "setOutcomeValue", identifier=SCORE)
        if mapped:
            element(score, "mapResponse", identifier=RESPONSE)
        else:
            element(score, "baseValue", "1", baseType="float")


def _tell(branch: ET.Element, name: str) -> None:
    told = element(branch, "setOutcomeValue", identifier=FEEDBACK)
    element(told, "baseValue", name, baseType="identifier")


def _right(root: ET.Element, kind: str, cardinality: str, values: list[str]) -> ET.Element:
    given = {"identifier": RESPONSE, "cardinality": cardinality, "baseType": kind}
    declared = element(root, "responseDeclaration", **given)
    right = element(declared, "correctResponse")
    for value in values:
        element(right, "value", value)
    return declared


def _choice(root: ET.Element, body: ET.Element, question: Question) -> None:
    offered = choices(question)
    key = f"answer_{offered.index(question.answer) + 1}"
    _right(root, "identifier", "single", [key])
    given = {"responseIdentifier": RESPONSE, "shuffle": "true", "maxChoices": "1"}
    asked = element(body, "choiceInteraction", **given)
    for place, option in enumerate(offered, 1):
        fixed = "true" if question.type == "true_false" else "false"
        made = element(asked, "simpleChoice", identifier=f"answer_{place}", fixed=fixed)
        element(made, "p", one_line(option))


def _typed(root: ET.Element, body: ET.Element, question: Question) -> None:
    answers = [one_line(answer) for answer in right_answers(question)]
    mapping = element(_right(root, "string", "single", answers), "mapping", defaultValue="0")
    for answer in answers:
        given = {"mapKey": answer, "mappedValue": "1", "caseSensitive": "false"}
        element(mapping, "mapEntry", **given)
    element(element(body, "p"), "textEntryInteraction", responseIdentifier=RESPONSE)


def _pairs(root: ET.Element, body: ET.Element, question: Question) -> None:
    pairs = matched(question)
    offered = sorted({one_line(right) for _, right in pairs})
    keys = [
        f"prompt_{place:03} choice_{offered.index(one_line(right)) + 1:03}"
        for place, (_, right) in enumerate(pairs, 1)
    ]
    mapping = element(_right(root, "directedPair", "multiple", keys), "mapping", defaultValue="0")
    for key in keys:
        element(mapping, "mapEntry", mapKey=key, mappedValue=f"{1 / len(keys):.4f}")
    most = str(len(pairs))
    given = {"responseIdentifier": RESPONSE, "shuffle": "true", "maxAssociations": most}
    asked = element(body, "matchInteraction", **given)
    _set(asked, "prompt", [one_line(left) for left, _ in pairs], most="1")
    _set(asked, "choice", offered, most=most)


def _set(asked: ET.Element, name: str, texts: list[str], *, most: str) -> None:
    made = element(asked, "simpleMatchSet")
    for place, text in enumerate(texts, 1):
        given = {"identifier": f"{name}_{place:03}", "matchMax": most}
        element(element(made, "simpleAssociableChoice", **given), "p", text)


def _ordered(root: ET.Element, body: ET.Element, question: Question) -> None:
    shown = sorted(set(question.items))
    keys = [f"choice_{shown.index(item) + 1:03}" for item in question.items]
    _right(root, "identifier", "ordered", keys)
    asked = element(body, "orderInteraction", responseIdentifier=RESPONSE, shuffle="true")
    for place, item in enumerate(shown, 1):
        element(
            element(asked, "simpleChoice", identifier=f"choice_{place:03}"), "p", one_line(item)
        )


_BODIES: dict[str, Callable[[ET.Element, ET.Element, Question], None]] = {
    "multiple_choice": _choice,
    "true_false": _choice,
    "short_answer": _typed,
    "cloze": _typed,
    "matching": _pairs,
    "ordering": _ordered,
}
