"""The student's pages: join by code and name, answer, go on after a reload, see the end, study."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from classroom import CARS, CLOZE, NOW, PLAIN, QUIZ, Course
from conftest import WTO, question
from streamlit.testing.v1 import AppTest

from quizgen.app import kept, script_path
from quizgen.app.student import showing
from quizgen.library import Library, attempts, classes, disputes, publishing, quizzes, results
from quizgen.library.publishing import Terms
from quizgen.practice.judging import Judgement
from quizgen.practice.view import Feedback, feedback
from quizgen.question import Question

MATCH = question(
    "matching",
    stem="Match each person with the country.",
    answer="x",
    pairs=(("Maria Santos", "Kenya"), ("Lee Ho-hyeon", "South Korea")),
)
ORDER = question(
    "ordering", stem="Put the events in order.", answer="x", items=("The curbs", "The complaint")
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library: what it keeps is tested elsewhere on either kind of database."""
    opened = Library.open(str(tmp_path / "library.sqlite3"))
    yield opened
    opened.close()


@pytest.fixture
def served(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """The library as the pages open it, in a term's first lesson."""
    monkeypatch.setattr(kept, "library", lambda: library)
    monkeypatch.setattr(kept, "now", lambda: NOW)
    return library


def handed_out(library: Library, *asked: Question, terms: Terms = PLAIN) -> Course:
    """A quiz of these questions, handed out."""
    quiz = replace(QUIZ, questions=asked or QUIZ.questions)
    id_ = quizzes.add(library, quiz, now=NOW, state="kept")
    return Course(library, publishing.publish(library, id_, now=NOW, terms=terms))


def opened(**query: str) -> AppTest:
    """The app at an address, with no exception on it."""
    app = AppTest.from_file(str(script_path()), default_timeout=60)
    app.query_params.update(query)
    return fine(app.run())


def fine(app: AppTest) -> AppTest:
    """The same page, which has no exception."""
    assert not app.exception
    return app


def press(app: AppTest, label: str) -> AppTest:
    """The page after a click on the button whose label contains this."""
    found = next(button for button in app.button if label in button.label)
    return fine(found.click().run())


def joined(course: Course, name: str = "Ana Lim") -> AppTest:
    """The page after joining."""
    app = opened(code=course.publication.code)
    app.text_input[0].set_value(name)
    return press(app, "Begin")


def text_of(app: AppTest) -> str:
    """All that stands on the page, controls too."""
    kinds = ("markdown", "title", "header", "warning", "error", "caption")
    shown = [str(getattr(each, "value", "")) for kind in kinds for each in app.get(kind)]
    shown += [str(each.proto.body) for each in app.get("html")]
    return "\n".join([*shown, *(button.label for button in app.button)])


def token_of(app: AppTest) -> str:
    """The token in the address."""
    value = app.query_params["attempt"]
    return value if isinstance(value, str) else value[0]


def test_a_quiz_is_taken_from_the_code_to_the_end(served: Library) -> None:
    """Chosen, typed and filled in, each with its verdict; then the score, and it is all kept."""
    course = handed_out(served)
    app = joined(course)
    assert "1 of 3" in text_of(app)
    press(app, "World Trade Organization")
    assert "Right" in text_of(app)
    assert "<mark>" in text_of(app)
    press(app, "Next")
    app.text_input[0].set_value("9 million")
    press(app, "Check")
    assert "Not right" in text_of(app)
    assert "12 million" in text_of(app)
    press(app, "Next")
    app.text_input[0].set_value("WTO")
    press(app, "Check")
    press(app, "See the result")
    assert "2 of 3 right" in text_of(app)
    assert "How many cars did Seoul sell?" in text_of(app)
    found = results.of_publication(served, course.publication.id, now=NOW)
    assert len(found.rows) == 1


def test_another_browser_goes_on_with_the_token(served: Library) -> None:
    """After a reload or on another device; the feedback on the screen comes back too."""
    app = joined(handed_out(served))
    press(app, "World Trade Organization")
    again = opened(attempt=token_of(app), after=WTO.id)
    assert "Right" in text_of(again)
    press(again, "Next")
    assert "2 of 3" in text_of(opened(attempt=token_of(app)))


def test_missed_questions_come_again(served: Library) -> None:
    """Only those, and the score of the first try stays."""
    app = joined(handed_out(served, WTO, CLOZE))
    press(app, "United Nations")
    press(app, "Next")
    app.text_input[0].set_value("the WTO")
    press(app, "Check")
    press(app, "See the result")
    assert "1 of 2 right" in text_of(app)
    press(app, "Try those again")
    assert "1 of 1" in text_of(app)
    press(app, "World Trade Organization")
    press(app, "See the result")
    assert "1 of 2 right" in text_of(app)
    assert "You have them all now" in text_of(app)
    assert not [button for button in app.button if button.label == "Try those again"]


def test_a_typed_answer_can_be_defended(served: Library) -> None:
    """The teacher gets it to decide."""
    app = joined(handed_out(served, CARS))
    app.text_input[0].set_value("quite a few")
    press(app, "Check")
    press(app, "I was right")
    assert "Your teacher will look at your answer" in text_of(app)
    assert [each.given for each in disputes.contested(served)] == ["quite a few"]


@pytest.mark.parametrize(
    ("outcome", "told"), [("granted", "counts as right"), ("refused", "it stays wrong")]
)
def test_a_defended_answer_keeps_its_state(
    served: Library, outcome: disputes.Outcome, told: str
) -> None:
    """After a reload and at the end; the teacher's decision is told once it is made."""
    app = joined(handed_out(served, CARS))
    app.text_input[0].set_value("quite a few")
    press(app, "Check")
    press(app, "I was right")
    token = token_of(app)
    again = opened(attempt=token, after=CARS.id)
    end = opened(attempt=token)
    for shown in (again, end):
        assert "Your teacher will look at your answer" in text_of(shown)
        assert not _offers(shown, "I was right")
    attempt = attempts.resume(served, token).id
    disputes.settle(served, attempt, CARS.id, outcome, now=NOW)
    for shown in (opened(attempt=token, after=CARS.id), opened(attempt=token)):
        assert told in text_of(shown)
        assert not _offers(shown, "I was right")


def test_a_bad_question_is_told_to_the_teacher(served: Library) -> None:
    """With what is wrong."""
    app = joined(handed_out(served))
    app.text_input[0].set_value("two are right").run()
    press(app, "Tell my teacher")
    assert "Told to your teacher" in text_of(app)
    assert [each.note for each in disputes.flags(served)] == ["two are right"]


def test_an_empty_answer_is_not_kept(served: Library) -> None:
    """The question stays."""
    app = joined(handed_out(served, CARS))
    press(app, "Check")
    assert "Give the whole answer first" in text_of(app)
    assert "1 of 1" in text_of(app)


def test_a_question_can_wait(served: Library) -> None:
    """It comes again at the end."""
    app = joined(handed_out(served, WTO, CARS))
    press(app, "Later")
    assert "How many cars" in text_of(app)
    app.text_input[0].set_value("12 million")
    press(app, "Check")
    press(app, "Next")
    assert "Which body" in text_of(app)


def test_a_student_may_stop(served: Library) -> None:
    """What was not answered is missed, and can be tried again."""
    app = joined(handed_out(served))
    press(app, "World Trade Organization")
    press(app, "Next")
    press(app, "Stop and see my result")
    assert "1 of 3 right" in text_of(app)
    press(app, "Try those again")
    assert "1 of 2" in text_of(app)


def test_pairs_are_matched(served: Library) -> None:
    """One choice for each; half of them is no answer."""
    app = joined(handed_out(served, MATCH))
    app.selectbox[0].set_value("Kenya")
    press(app, "Check")
    assert "Give the whole answer first" in text_of(app)
    app.selectbox[0].set_value("Kenya")
    app.selectbox[1].set_value("South Korea")
    press(app, "Check")
    assert "everything is in its place" in text_of(app)


def test_a_half_right_match_says_which_parts_are_right(served: Library) -> None:
    """Each pair by itself, every sentence at hand; the result counts it as wrong."""
    asked = replace(MATCH, further=(replace(MATCH.evidence, text="Lee <b>lives</b> in Seoul."),))
    course = handed_out(served, asked)
    app = joined(course)
    app.selectbox[0].set_value("Kenya")
    app.selectbox[1].set_value("Kenya")
    press(app, "Check")
    told = text_of(app)
    assert "1 of 2 are in their place" in told
    assert "<span>Maria Santos</span> <strong>Kenya</strong> <em>✓ right</em>" in told
    assert "<strong>South Korea</strong> <em>✗ your answer: Kenya</em>" in told
    assert "Lee &lt;b&gt;lives&lt;/b&gt; in Seoul." in told
    (row,) = results.of_publication(served, course.publication.id, now=NOW).rows
    assert row.score == 0


def test_events_are_put_in_order(served: Library) -> None:
    """One after the other, with a way back."""
    app = joined(handed_out(served, ORDER))
    press(app, "The complaint")
    press(app, "Start over")
    press(app, "The curbs")
    press(app, "The complaint")
    press(app, "Check")
    assert "everything is in its place" in text_of(app)


def test_answers_wait_where_the_teacher_says_so(served: Library) -> None:
    """Nothing is told until all are answered."""
    terms = replace(PLAIN, show_answers="at_end")
    app = joined(handed_out(served, WTO, CARS, terms=terms))
    press(app, "United Nations")
    assert "Not right" not in text_of(app)
    assert "How many cars" in text_of(app)
    app.text_input[0].set_value("12 million")
    press(app, "Check")
    press(app, "See the result")
    assert "1 of 2 right" in text_of(app)


def test_a_quiz_that_closes_keeps_what_was_answered(
    served: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And still shows the result."""
    terms = replace(PLAIN, closes_at=NOW + timedelta(hours=1))
    app = joined(handed_out(served, terms=terms))
    press(app, "World Trade Organization")
    press(app, "Next")
    monkeypatch.setattr(kept, "now", lambda: NOW + timedelta(hours=2))
    press(app, "United Nations") if _offers(app, "European Union") else app.run()
    assert "This quiz is closed" in text_of(app)
    press(app, "See my result")
    assert "1 of 3 right" in text_of(app)


def _offers(app: AppTest, label: str) -> bool:
    return any(label in button.label for button in app.button)


def test_the_whole_quiz_again_where_allowed(served: Library) -> None:
    """With a token of its own, as often as the teacher allows."""
    terms = replace(PLAIN, attempts_allowed=2)
    app = joined(handed_out(served, WTO, terms=terms))
    first = token_of(app)
    press(app, "United Nations")
    press(app, "See the result")
    press(app, "Take the whole quiz again")
    assert token_of(app) != first
    press(app, "World Trade Organization")
    press(app, "See the result")
    assert "1 of 1 right" in text_of(app)
    assert not _offers(app, "Take the whole quiz again")


def test_who_can_not_join_is_told_why(served: Library) -> None:
    """Empty fields, a wrong code, a name begun already, and one that is not on the list."""
    course = handed_out(served)
    joined(course)
    app = opened(code=course.publication.code)
    press(app, "Begin")
    assert "Write the code and your name" in text_of(app)
    app.text_input[0].set_value("ana lim")
    press(app, "Begin")
    assert "has begun this quiz already" in text_of(app)
    class_ = course.publication.class_
    classes.change(served, class_, name="9b", listed_only=True, term_end=None, now=NOW)
    app.text_input[0].set_value("Nobody")
    press(app, "Begin")
    assert "not on the list" in text_of(app)
    assert "There is no quiz with this code" in text_of(opened(code="XXXXXX"))


def test_a_name_is_picked_from_the_list(served: Library) -> None:
    """With the code in the address, or typed; those who only joined before are not in it."""
    class_ = classes.add(served, "9b", now=NOW, students=["Zoë", "Ana Lim"])
    quiz = quizzes.add(served, QUIZ, now=NOW, state="kept")
    given = publishing.publish(served, quiz, now=NOW, terms=PLAIN, class_=class_)
    attempts.join(served, given.code, "Guest", source="x", now=NOW)
    classes.change(served, class_, name="9b", listed_only=True, term_end=None, now=NOW)
    app = opened(code=given.code)
    assert app.selectbox[0].options == ["Ana Lim", "Zoë"]
    press(app, "Begin")
    assert "Write the code and your name" in text_of(app)
    app.selectbox[0].set_value("Zoë")
    press(app, "Begin")
    assert attempts.resume(served, token_of(app)).student_name == "Zoë"


@pytest.mark.parametrize("name", ["", "Ana"])
def test_a_typed_code_leads_to_the_list(served: Library, name: str) -> None:
    """Where the name is left out, or written otherwise; once it is open."""
    class_ = classes.add(served, "9b", now=NOW, students=["Ana Lim"], listed_only=True)
    quiz = quizzes.add(served, QUIZ, now=NOW, state="kept")
    given = publishing.publish(served, quiz, now=NOW, terms=PLAIN, class_=class_)
    app = opened(code="")
    app.text_input[0].set_value(f" {given.code.lower()} ")
    app.text_input[1].set_value(name)
    press(app, "Begin")
    app.selectbox[0].set_value("Ana Lim")
    press(app, "Begin")
    assert attempts.resume(served, token_of(app)).student_name == "Ana Lim"
    publishing.close(served, given.id, now=NOW)
    assert not opened(code=given.code).selectbox
    app = opened(code="")
    app.text_input[0].set_value(given.code)
    app.text_input[1].set_value("Ana")
    press(app, "Begin")
    assert "closed" in text_of(app)
    assert not app.selectbox


def test_a_wrong_code_in_the_address_counts_once(served: Library) -> None:
    """However often the page is drawn again."""
    course = handed_out(served)
    app = opened(code="XXXXXX")
    for _ in range(20):
        fine(app.run())
    assert publishing.by_code(served, course.publication.code, source="this machine", now=NOW)


def test_a_stale_token_leads_back_to_the_code(served: Library) -> None:
    """On both pages."""
    app = opened(attempt="nonsense")
    assert "no longer valid" in text_of(app)
    press(app, "Join with a code")
    assert app.title[0].value == "Join a quiz"


def test_cards_are_turned_and_graded(served: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the next date on each grade; then they are done for now."""
    app = joined(handed_out(served, WTO))
    press(app, "World Trade Organization")
    press(app, "See the result")
    press(app, "Get the cards")
    assert "1 card to go" in text_of(app)
    assert "World Trade Organization" not in text_of(app)
    press(app, "Turn")
    assert "World Trade Organization" in text_of(app)
    assert _offers(app, "Again  \nin 1 min")
    press(app, "Easy")
    assert "Done for now" in text_of(app)
    monkeypatch.setattr(kept, "now", lambda: NOW + timedelta(days=60))
    fine(app.run())
    assert "1 card to go" in text_of(app)
    press(app, "Back to the quiz")
    assert "1 of 1 right" in text_of(app)


def test_cards_come_after_the_answers(served: Library) -> None:
    """Their backs hold the keys."""
    course = handed_out(served)
    app = joined(course)
    cards = AppTest.from_string("from quizgen.app import student\nstudent.cards()")
    cards.query_params["attempt"] = token_of(app)
    fine(cards.run())
    assert "No cards yet" in text_of(cards)
    assert not cards.get("download_button")


def told(asked: Question, given: str, judged: Judgement) -> Feedback:
    """Feedback on an answer."""
    return feedback(asked, QUIZ.articles[0], given, judged)


def test_what_students_see_is_never_markup() -> None:
    """Neither from an article, nor from a name, nor from an answer."""
    evil = "<script>alert(1)</script>"
    wrong = told(replace(CARS, stem=evil, answer=evil), evil, Judgement("wrong", evil, 0.0))
    shown = [
        showing.heading(evil, evil), showing.asked(evil, evil), showing.verdict(wrong),
        showing.answers(wrong), showing.missed(wrong), showing.key(wrong),
        showing.source(replace(wrong, paragraph=evil, start=0, end=3, title=evil, source=evil)),
        showing.explanation(replace(wrong, explanation=evil)),
        showing.answers(replace(wrong, options=(evil, "x"))),
    ]  # fmt: skip
    assert "<script" not in "".join(shown)


def test_right_and_wrong_are_words_and_signs() -> None:
    """Not colours alone."""
    for kind, word in (("right", "✓"), ("nearly", "✓"), ("wrong", "✗")):
        judged = Judgement(kind, "one slip in the spelling", 0.0)  # type: ignore[arg-type]
        shown = showing.verdict(told(CARS, "x", judged))
        assert word in shown
        assert 'role="alert"' in shown
        assert "one slip" in shown


def test_an_attempt_can_be_let_in_again(served: Library) -> None:
    """The link of before opens nothing more."""
    course = handed_out(served)
    app = joined(course)
    attempts.let_in(served, attempts.resume(served, token_of(app)).id)
    joined(course)
    assert "no longer valid" in text_of(opened(attempt=token_of(app)))


def test_a_match_is_a_card_too(served: Library) -> None:
    """What is to be matched on its front, the pairs on its back."""
    app = joined(handed_out(served, MATCH))
    app.selectbox[0].set_value("Kenya")
    app.selectbox[1].set_value("South Korea")
    press(app, "Check")
    press(app, "See the result")
    press(app, "Get the cards")
    assert "<li>Maria Santos</li>" in text_of(app)
    assert "South Korea" not in text_of(app)
    press(app, "Turn")
    assert "<li>Lee Ho-hyeon: South Korea</li>" in text_of(app)
