"""Classes over a term: lists of names, what hangs on them, and results over all their quizzes."""

import io
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from classroom import CARS, CLOZE, NOW, PLAIN, QUIZ, Course, course, kept_quiz
from conftest import ARTICLE, WTO
from python_calamine import CalamineWorkbook

from quizgen.article import Article
from quizgen.errors import InputError
from quizgen.exports.sheets import as_csv, as_xlsx
from quizgen.library import (
    Library,
    RefusedError,
    attempts,
    cards,
    class_contents,
    class_lists,
    class_results,
    class_sheets,
    classes,
    exchange,
    publishing,
    quizzes,
    results,
    term_review,
)
from quizgen.library.class_contents import Contents
from quizgen.question import Evidence

WEEK = timedelta(days=7)
OTHER = Article("Lima elected a mayor. She is Ana Rojas.\n", title="A mayor")
MAYOR = replace(
    CARS, id="q-mayor", stem="Who is mayor?", answer="Ana Rojas",
    evidence=Evidence(OTHER.id, 22, 39, "She is Ana Rojas."),
)  # fmt: skip


def test_a_pasted_list_is_read() -> None:
    """A name a line; doubles are told and added once, whatever their case; long ones are told."""
    found = class_lists.read(" Ana  Lim\n\nBo\r\nANA LIM\nZoë\n" + "x" * 61, there=["zoe"])
    assert found.new == ("Ana Lim", "Bo")
    assert (found.twice, found.there, found.unfit) == (("Ana Lim",), ("Zoë",), ("x" * 61,))
    assert class_lists.read("").new == ()
    with pytest.raises(InputError, match="301 names; a class has at most 300"):
        class_lists.read("\n".join(f"P{n}" for n in range(301)))


def two_weeks(library: Library) -> tuple[str, Course, Course]:
    """A class of three that was given two quizzes, the first question in both; Cy took none."""
    class_ = classes.add(library, "9b", now=NOW, students=["Ana", "Bo", "Cy"], listed_only=True)
    first = course(library, class_=class_)
    asked = (WTO, MAYOR)
    quiz = replace(QUIZ, id="quiz-2", title="A mayor", articles=(ARTICLE, OTHER), questions=asked)
    given = publishing.publish(
        library, kept_quiz(library, quiz), now=NOW + WEEK, terms=PLAIN, class_=class_
    )
    second = Course(library, given)
    ana, bo = first.take("Ana", "OECD", "12 million", "WTO"), first.take("Bo", WTO.answer)
    cards.deal(library, ana.token, now=NOW)
    for name, mayor in (("Ana", "Ana Rojas"), ("Bo", "nobody")):
        ticket = attempts.join(library, given.code, name, source=name, now=NOW)
        second.answer(ticket.token, "q-wto", WTO.answer)
        second.answer(ticket.token, "q-mayor", mayor)
    assert bo.attempt.student != ana.attempt.student
    return class_, first, second


def test_what_hangs_on_students_and_classes(library: Library) -> None:
    """Told before it is deleted; then nothing of it is left, of others everything."""
    class_, first, _ = two_weeks(library)
    ana, bo, cy = classes.students(library, class_)
    held = class_contents.by_student(library, class_)
    assert held == {ana.id: Contents(2, 5, 3), bo.id: Contents(2, 3, 0), cy.id: Contents()}
    classes.delete_student(library, ana.id)
    (row,) = results.of_publication(library, first.publication.id, now=NOW).rows
    assert row.name == "Bo"
    document = exchange.exported(library)
    assert ana.id not in document
    assert '"Ana"' not in document
    classes.delete(library, class_)
    left = {name for name, rows in json.loads(exchange.exported(library)).items() if rows}
    assert not left & {"classes", "students", "publications", "attempts", "answers", "cards"}
    assert len(quizzes.listed(library, now=NOW)) == 2


def test_a_class_made_by_handing_out_is_no_class_of_the_teachers(library: Library) -> None:
    """Until it gets a name, a list or a term of its own."""
    own = classes.add(library, "9b", now=NOW)
    passing = course(library).publication.class_
    taught, others = class_contents.taught(library)
    assert [each.id for each in taught] == [own]
    assert [each.id for each in others] == [passing]
    classes.change(library, passing, name="Club", listed_only=False, term_end=None, now=NOW)
    assert len(class_contents.taught(library)[0]) == 2


def test_a_new_end_of_term_brings_flashcards_forward(library: Library) -> None:
    """Those put off beyond it; an end that is past moves none."""
    class_, first, _ = two_weeks(library)
    student = classes.students(library, class_)[0].id
    after = cards.grade(library, student, "q-wto", "easy", now=NOW, number=1)
    assert after.due > NOW + timedelta(days=2)
    for end, due in ((NOW - WEEK, after.due), (NOW + timedelta(days=2), NOW + timedelta(days=2))):
        classes.change(library, class_, name="9b", listed_only=True, term_end=end, now=NOW)
        held = {card.card: card for card in cards.of_class(library, class_)[student]}
        assert held["q-wto"].due == due
    assert held["q-wto"].is_learnt
    assert not held["q-cars"].is_learnt
    assert first.publication.class_ == class_


def test_results_over_a_term(library: Library) -> None:
    """First attempts of each quiz, what a student met twice once, flashcards learnt."""
    class_, first, second = two_weeks(library)
    ana = classes.students(library, class_)[0].id
    cards.grade(library, ana, "q-wto", "easy", now=NOW, number=1)
    found = class_results.of_class(library, class_, now=NOW)
    ids = (first.publication.id, second.publication.id)
    assert [each.publication.id for each in found.results] == [*ids]
    standings = {each.name: each for each in found.standings}
    assert standings["Ana"].scores == {ids[0]: 2, ids[1]: 2}
    assert (standings["Ana"].right, standings["Ana"].asked, standings["Ana"].share) == (4, 5, 0.8)
    assert (standings["Ana"].cards, standings["Ana"].learnt) == (3, 1)
    assert (standings["Bo"].right, standings["Bo"].asked) == (2, 5)
    assert (standings["Cy"].scores, standings["Cy"].share) == ({}, None)
    told = [(f.question.id, f.missed.missed, f.missed.answered) for f in found.facts]
    assert told == [("q-wto", 1, 2), ("q-mayor", 1, 2)]  # Ana's second, right one changes nothing
    assert [fact.article for fact in found.facts] == [ARTICLE, OTHER]


def test_what_was_missed_becomes_a_quiz(library: Library) -> None:
    """Ready to hand out, with the articles; pressing twice makes two; nothing missed makes none."""
    class_, _, _ = two_weeks(library)
    found = class_results.of_class(library, class_, now=NOW)
    id_ = class_results.quiz_of_missed(library, found, "Again: 9b", now=NOW)
    held = quizzes.get(library, id_)
    assert (held.title, held.of_state("kept")) == ("Again: 9b", (WTO, MAYOR))
    assert held.articles == (ARTICLE, OTHER)
    assert publishing.publish(library, id_, now=NOW, class_=class_).class_ == class_
    assert class_results.quiz_of_missed(library, found, "Again: 9b", now=NOW) != id_
    empty = class_results.of_class(library, classes.add(library, "9c", now=NOW), now=NOW)
    assert (empty.results, empty.standings, empty.facts) == ((), (), ())
    with pytest.raises(InputError, match="nothing was missed"):
        class_results.quiz_of_missed(library, empty, "x", now=NOW)
    with pytest.raises(RefusedError):
        class_results.of_class(library, "c-none", now=NOW)


def test_a_term_as_sheets(library: Library) -> None:
    """Progress, what was missed, and the first answers of every quiz."""
    class_, _, _ = two_weeks(library)
    found = class_results.of_class(library, class_, now=NOW)
    data = as_xlsx(class_sheets.sheets(found), created=NOW)
    read = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert read.sheet_names == ["Progress", "Most missed", "1 Export curbs", "2 A mayor"]
    cells = {name: read.get_sheet_by_name(name).to_python() for name in read.sheet_names}
    assert cells["Progress"] == [
        ["Student", "Export curbs (of 3)", "A mayor (of 2)", "Right", "Of", "Per cent",
         "Flashcards", "Learnt"],
        ["Ana", 2, 2, 4, 5, 80, 3, 0],
        ["Bo", 1, 1, 2, 5, 40, 0, 0],
        ["Cy", "", "", 0, 0, "", 0, 0],
    ]  # fmt: skip
    assert cells["Most missed"][2][:5] == ["She is Ana Rojas.", "Who is mayor?", "Ana Rojas", 1, 2]
    assert as_csv(class_sheets.progress(found)).decode("utf-8-sig").count("\n") == 4
    assert CLOZE.stem in cells["1 Export curbs"][0]


def test_a_term_is_looked_back_on(library: Library) -> None:
    """Each question once, all kept, with its article; what was missed by enough goes first."""
    class_, first, second = two_weeks(library)
    for name in "DEFGHIJK":
        classes.add_students(library, class_, [name], now=NOW)
        first.take(name, WTO.answer, "1 million")
    found = class_results.of_class(library, class_, now=NOW)
    id_ = term_review.quiz_of_term(library, found, "In review: 9b", count=10, now=NOW)
    held = quizzes.get(library, id_)
    kept = [question.id for question in held.of_state("kept")]
    assert held.title == "In review: 9b"
    assert len(set(kept)) == len(kept) > 1
    assert {q.evidence.article for q in held.of_state("kept")} == {a.id for a in held.articles}
    few = term_review.quiz_of_term(library, found, "Few", count=2, now=NOW)
    chosen = {question.id for question in quizzes.get(library, few).of_state("kept")}
    assert chosen == {"q-wto", "q-cars"}
    assert second.publication.class_ == class_
    empty = class_results.of_class(library, classes.add(library, "9c", now=NOW), now=NOW)
    with pytest.raises(InputError, match="past weeks"):
        term_review.quiz_of_term(library, empty, "x", count=10, now=NOW)
