"""The teacher's pages of classes: lists, students, the end, and a term in one view."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from classroom import CARS, NOW, PLAIN, QUIZ, kept_quiz
from conftest import WTO
from pages import answered, page, press, sound, texts
from streamlit.testing.v1 import AppTest

from quizgen.app import access, kept
from quizgen.app.teacher import term
from quizgen.library import Library, answering, attempts, cards, classes, publishing, quizzes
from quizgen.library.publishing import Publication

DAY = (NOW + timedelta(days=90)).date()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Library]:
    """The library that the pages show, for a teacher."""
    opened = Library.open(str(tmp_path / "library.sqlite3"))
    monkeypatch.setattr(access, "teacher", lambda: True)
    monkeypatch.setattr(kept, "library", lambda: opened)
    monkeypatch.setattr(kept, "now", lambda: NOW)
    yield opened
    opened.close()


def taught(library: Library, *names: str) -> tuple[str, Publication]:
    """A class of these students that was given a quiz."""
    class_ = classes.add(library, "9b *", now=NOW, students=names, listed_only=True)
    quiz = kept_quiz(library)
    return class_, publishing.publish(library, quiz, now=NOW, terms=PLAIN, class_=class_)


def buttons(shown: AppTest) -> list[str]:
    """The labels of all downloads on a page."""
    return [str(found.proto.label) for found in shown.get("download_button")]


def said(shown: AppTest) -> str:
    """What a page tells, without the marks that keep texts from being markup."""
    return texts(shown).replace("\\", "")


def test_a_class_is_made_from_a_pasted_list(held: Library) -> None:
    """Doubles are told as they are typed and once they are added; the page of the class follows."""
    shown = page("classes")
    assert "Your classes will be here" in texts(shown)
    press(shown, "class-make")
    assert "Give the class a name" in shown.error[0].value
    shown.text_input(key="class-name").set_value("9b <i>")
    sound(shown.text_area(key="class-names").set_value("Ana Lim\nBo\nana lim\n").run())
    assert "2 students to add. Twice in the list, added once: Ana Lim." in said(shown)
    press(shown, "class-make")
    (found,) = classes.listed(held)
    assert (found.name, found.listed_only, found.students) == ("9b <i>", True, 2)
    assert shown.query_params["class"] == found.id
    assert "2 students added" in shown.success[0].value
    assert "2 students · only students on the list join" in texts(shown)
    assert "<i>" not in texts(shown).replace("\\<i\\>", "")


def test_a_list_that_is_no_class_is_refused(held: Library) -> None:
    """With its text still there."""
    shown = page("classes")
    shown.text_input(key="class-name").set_value("9b")
    names = "\n".join(f"P{n}" for n in range(301))
    shown.text_area(key="class-names").set_value(names)
    press(shown, "class-make")
    assert "at most 300" in shown.error[0].value
    assert shown.text_area(key="class-names").value == names
    assert not classes.listed(held)


def test_classes_are_listed(held: Library) -> None:
    """With the ways on; groups that joined by code stand apart."""
    class_, _ = taught(held, "Ana")
    other = publishing.publish(held, kept_quiz(held), now=NOW)
    shown = page("classes")
    assert "**9b \\***" in texts(shown)
    assert "the code lets anyone in" in texts(shown)
    assert [e.label for e in shown.expander][-1] == "Joined by code alone (1)"
    press(shown, f"open-{class_}")
    assert shown.query_params["class"] == class_
    press(page("classes"), f"term-{other.class_}")


@pytest.mark.parametrize("name", ["class", "term"])
def test_a_class_that_is_not_there_leads_back(held: Library, name: str) -> None:
    """With a word on what may have happened."""
    assert "may have been deleted" in texts(page(name, **{"class": "c-none"}))
    assert "Choose one of your classes" in texts(page(name))


def test_students_are_renamed_added_and_deleted(held: Library) -> None:
    """What hangs on a student is told before; names taken are refused."""
    class_, given = taught(held, "Ana", "Bo")
    ticket = attempts.join(held, given.code, "Ana", source="x", now=NOW)
    answered(held, given, "Bo", "OECD", "no")
    shown = page("class", **{"class": class_})
    ana, bo = classes.students(held, class_)
    assert "takes Bo away for good, with 1 quiz taken and 2 answers." in texts(shown)
    shown.text_input(key=f"name-{bo.id}").set_value("ana")
    press(shown, f"rename-{bo.id}")
    assert "Ana is in this class already" in shown.error[0].value
    shown.text_input(key=f"name-{bo.id}").set_value("Bea")
    press(shown, f"rename-{bo.id}")
    shown.text_area(key="class-more-0").set_value("Cy\nAna")
    assert "On the class's list already: Ana." in said(sound(shown.run()))
    press(shown, "class-add")
    assert [each.name for each in classes.students(held, class_)] == ["Ana", "Bea", "Cy"]
    assert shown.text_area(key="class-more-1").value == ""
    press(shown, f"remove-{ana.id}")
    assert [each.name for each in classes.students(held, class_)] == ["Bea", "Cy"]
    with pytest.raises(Exception, match="no longer valid"):
        attempts.resume(held, ticket.token)


def test_a_deleted_student_leaves_no_trace_in_the_file(held: Library, tmp_path: Path) -> None:
    """Nor in the log beside it."""
    class_, given = taught(held, "Xylophone")
    answered(held, given, "Xylophone", "OECD")
    (student,) = classes.students(held, class_)

    def traces() -> int:
        return sum(b"Xylophone" in path.read_bytes() for path in tmp_path.iterdir())

    shown = page("class", **{"class": class_})
    assert traces()
    press(shown, f"remove-{student.id}")
    assert not traces()
    assert "Nobody is in this class yet" in shown.info[0].value


def test_a_class_has_a_name_a_way_to_join_and_an_end(held: Library) -> None:
    """The end caps flashcards; an empty name is refused."""
    class_, given = taught(held, "Ana")
    ticket = attempts.join(held, given.code, "Ana", source="x", now=NOW)
    answering.answer(held, ticket.token, WTO.id, "OECD", now=NOW)
    cards.deal(held, ticket.token, now=NOW)
    shown = page("class", **{"class": class_})
    shown.text_input(key=f"class-name-{class_}").set_value("9c")
    shown.date_input(key=f"class-end-{class_}").set_value(DAY)
    shown.checkbox(key=f"class-listed-{class_}").uncheck()
    press(shown, "class-save")
    found = classes.get(held, class_)
    assert (found.name, found.listed_only) == ("9c", False)
    assert found.term_end is not None
    assert found.term_end.date() == DAY
    assert "term ends 30 November 2026" in texts(shown)
    shown.text_input(key=f"class-name-{class_}").set_value(" ")
    press(shown, "class-save")
    assert "1 to 60 characters" in shown.error[0].value
    (late,) = cards.due(held, ticket.attempt.student, now=NOW + timedelta(days=89))
    assert max(late.next_due.values()) <= found.term_end


def test_a_list_of_nobody_is_warned_of(held: Library) -> None:
    """Since nobody could join."""
    class_ = classes.add(held, "9b", now=NOW, listed_only=True)
    assert "nobody can join" in page("class", **{"class": class_}).warning[0].value


def test_a_class_is_deleted_knowingly(held: Library) -> None:
    """What is lost is told, its results are offered first; the quizzes stay."""
    class_, given = taught(held, "Ana", "Bo")
    answered(held, given, "Ana", "OECD", "no")
    shown = page("class", **{"class": class_})
    told = texts(shown)
    assert "2 students and 1 handout, with 1 quiz taken and 2 answers." in told
    assert not buttons(shown)
    sound(shown.checkbox(key=f"class-sure-{class_}").check().run())
    assert buttons(shown) == ["For Excel (XLSX)", "As plain table (CSV)"]
    press(shown, "class-delete")
    assert classes.listed(held) == []
    assert len(quizzes.listed(held, now=NOW)) == 1
    assert "may have been deleted" in texts(shown)


def test_a_term_without_a_quiz_says_so(held: Library) -> None:
    """And leads to the library; nor do answers that are not there yet make an error."""
    class_ = classes.add(held, "9b", now=NOW)
    shown = page("term", **{"class": class_})
    assert "Nothing was handed out" in shown.info[0].value
    press(shown, "to-library")
    publishing.publish(held, kept_quiz(held), now=NOW, class_=class_)
    shown = page("term", **{"class": class_})
    assert "Nobody has answered yet" in texts(shown)
    assert "Nobody is in this class yet" in texts(shown)


def test_a_term_in_one_view(held: Library) -> None:
    """What is still not known, everyone's progress, files, and a quiz of what was missed."""
    class_, given = taught(held, "Ana <b>", "Bo")
    attempts.join(held, given.code, "Ana <b>", source="x", now=NOW)
    answered(held, given, "Bo", "OECD", CARS.answer, "WTO")
    shown = page("term", **{"class": class_})
    told = texts(shown)
    assert "1 of 1 student had it wrong; instead they answered OECD (1)." in told
    assert "Ana &lt;b&gt;" in told
    assert '<td class="qg-number">67 %</td><td class="qg-number"><strong>67 %</strong>' in told
    assert buttons(shown) == ["For Excel (XLSX)", "As plain table (CSV)"]
    press(shown, "quiz-of-missed")
    made = quizzes.get(held, str(shown.query_params["quiz"]))
    assert (made.title, made.of_state("kept")) == ("Once more: 9b *", (WTO,))


def test_a_term_is_looked_back_on(held: Library) -> None:
    """Once two quizzes were handed out, as a quiz of so many questions, ready to be looked over."""
    class_, _ = taught(held, "Bo")
    assert not [e for e in page("term", **{"class": class_}).button if e.key == "term-review"]
    publishing.publish(held, kept_quiz(held), now=NOW, class_=class_)
    shown = page("term", **{"class": class_})
    shown.button_group(key="term-review-count").set_value(["10"])
    press(shown, "term-review")
    made = quizzes.get(held, str(shown.query_params["quiz"]))
    assert made.title == "In review: 9b *"
    assert 0 < len(made.of_state("kept")) <= 10


def test_a_term_with_nothing_to_ask_again_says_so(held: Library) -> None:
    """Where every question leans on its day."""
    class_, _ = taught(held, "Bo")
    stale = replace(CARS, stem="How many cars did Seoul sell yesterday?")
    quiz = kept_quiz(held, replace(QUIZ, id="quiz-2", questions=(stale,)))
    for name in quizzes.listed(held, now=NOW):
        if name.id != quiz:
            quizzes.delete(held, name.id)
    for _ in range(2):
        publishing.publish(held, quiz, now=NOW, class_=class_)
    shown = page("term", **{"class": class_})
    press(shown, "term-review")
    assert "worth asking again" in shown.info[-1].value


def test_a_term_in_which_all_is_known(held: Library) -> None:
    """Says so, and offers no quiz."""
    class_, given = taught(held, "Bo")
    answered(held, given, "Bo", WTO.answer, CARS.answer, "WTO")
    shown = page("term", **{"class": class_})
    assert "Nothing stands out" in texts(shown)
    assert not [each for each in shown.button if each.key == "quiz-of-missed"]


def test_a_quiz_is_handed_out_to_a_class(held: Library) -> None:
    """Of the teacher's own: groups that joined by code are no choice."""
    class_, given = taught(held, "Ana")
    publishing.publish(held, given.quiz, now=NOW)
    shown = page("publish", quiz=given.quiz)
    assert shown.selectbox(key="publish-class").options == ["Anyone with the code", "9b *"]
    shown.selectbox(key="publish-class").set_value(class_)
    press(shown, "hand-out")
    assert len(publishing.listed(held, class_=class_)) == 2


def test_results_are_offered_for_spreadsheets(held: Library) -> None:
    """As a workbook and as a plain table."""
    _, given = taught(held, "Ana")
    answered(held, given, "Ana", "OECD")
    shown = page("results", quiz=given.quiz)
    assert buttons(shown) == ["For Excel (XLSX)", "As plain table (CSV)"]


def test_facts_beyond_the_first_are_folded(held: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """And told whole inside."""
    monkeypatch.setattr(term, "SHOWN", 0)
    class_, given = taught(held, "Bo")
    answered(held, given, "Bo", "OECD")
    shown = page("term", **{"class": class_})
    assert "1 more" in [each.label for each in shown.expander]
    assert "1 of 1 student had it wrong" in texts(shown)
