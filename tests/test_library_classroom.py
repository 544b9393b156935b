"""What happens in class: joining, answering once for good, disputes, results, flashcards."""

import json
from dataclasses import fields, replace
from datetime import timedelta

import pytest
from classroom import MINUTE, NOW, PLAIN, QUIZ, Course, course, ids, keep_all, kept_quiz, reworded
from conftest import ARTICLE, WTO

from quizgen.errors import InputError
from quizgen.library import (
    Library,
    RefusedError,
    answering,
    attempts,
    cards,
    classes,
    disputes,
    editing,
    exchange,
    guessing,
    publishing,
    quizzes,
    results,
)
from quizgen.library.publishing import CODE_LETTERS, Terms
from quizgen.practice.view import StudentView

RIGHT = (WTO.answer, "12 million", "WTO")
AT_END = replace(PLAIN, show_answers="at_end")


def refused(why: str, call: object) -> str:
    """The line of a refusal of this name."""
    with pytest.raises(RefusedError) as error:
        call()  # type: ignore[operator]
    assert error.value.why == why
    assert "\n" not in str(error.value)
    return str(error.value)


def test_classes_and_their_students(library: Library) -> None:
    """Listed or come by joining; one of each name, however it is spelled."""
    id_ = classes.add(library, " 9b ", now=NOW, students=["Ana", "Bo", "", "ANA"])
    assert [s.name for s in classes.students(library, id_)] == ["Ana", "Bo"]
    assert all(student.listed for student in classes.students(library, id_))
    assert [(c.name, c.students) for c in classes.listed(library)] == [("9b", 2)]
    changed = classes.change(library, id_, name="9c", listed_only=True, term_end=NOW, now=NOW)
    assert (changed.name, changed.listed_only, changed.term_end) == ("9c", True, NOW)
    ana, bo = classes.students(library, id_)
    refused("name_taken", lambda: classes.rename_student(library, bo.id, "aná"))
    classes.rename_student(library, bo.id, "Bea")
    classes.add_students(library, id_, ["Bo"], now=NOW)
    assert [s.name for s in classes.students(library, id_)] == ["Ana", "Bea", "Bo"]
    assert len({s.id for s in classes.students(library, id_)}) == 3
    classes.delete_student(library, ana.id)
    assert classes.get(library, id_).students == 2
    classes.delete(library, id_)
    refused("missing", lambda: classes.get(library, id_))
    refused("missing", lambda: classes.rename_student(library, bo.id, "Bo"))


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_a_name_has_a_sensible_length(library: Library, name: str) -> None:
    """In one line."""
    with pytest.raises(InputError, match="1 to 60 characters"):
        classes.add(library, name, now=NOW)


def test_a_code_is_short_and_clear(library: Library) -> None:
    """Six capital letters without vowels, no two alike; typed in any way."""
    given = course(library)
    codes = {publishing.new_code(library) for _ in range(200)}
    assert len(codes) == 200
    assert all(len(code) == 6 and set(code) <= set(CODE_LETTERS) for code in codes)
    code = given.publication.code
    spelled = f" {code[:3].lower()}-{code[3:]} "
    assert publishing.by_code(library, spelled, source="x", now=NOW) == given.publication


def test_guessing_codes_is_limited(library: Library) -> None:
    """Ten wrong ones from one source within ten minutes; others go on; later it is forgotten."""
    code = course(library).publication.code
    for _ in range(10):
        refused("unknown_code", lambda: publishing.by_code(library, "BBBBBB", source="a", now=NOW))
    refused("too_many_guesses", lambda: publishing.by_code(library, code, source="a", now=NOW))
    assert publishing.by_code(library, code, source="b", now=NOW)
    late = NOW + guessing.WINDOW
    assert publishing.by_code(library, code, source="a", now=late)
    guessing.forget(library)
    assert publishing.by_code(library, code, source="a", now=NOW)


def test_guessing_from_many_sources_is_limited(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All together, too."""
    monkeypatch.setattr(guessing, "FROM_ALL", 3)
    for source in "abc":
        guessing.count(library, source, now=NOW)
    refused("too_many_guesses", lambda: guessing.require_few(library, "d", now=NOW))


@pytest.mark.parametrize(
    "terms",
    [
        Terms(attempts_allowed=0),
        Terms(versions=0),
        Terms(versions=9),
        Terms(opens_at=NOW, closes_at=NOW),
    ],
)
def test_terms_must_make_sense(library: Library, terms: Terms) -> None:
    """When publishing and when changing them."""
    given = course(library)
    with pytest.raises(InputError):
        publishing.publish(library, given.publication.quiz, now=NOW, terms=terms)
    with pytest.raises(InputError):
        publishing.change(library, given.publication.id, terms)


def test_a_publication_is_frozen(library: Library) -> None:
    """Later edits do not reach it; what is not kept is not asked."""
    quiz = quizzes.add(library, QUIZ, now=NOW)
    with pytest.raises(InputError, match="no question of this quiz is kept"):
        publishing.publish(library, quiz, now=NOW)
    keep_all(library, quiz)
    editing.set_state(library, quiz, ["q-cloze"], "rejected", now=NOW)
    given = publishing.publish(library, quiz, now=NOW, terms=PLAIN)
    editing.edit(library, quiz, reworded("Another?"), now=NOW)
    ticket = attempts.join(library, given.code, "Ana", source="x", now=NOW)
    where = answering.situation(library, ticket.token)
    assert where.question is not None
    assert (where.question.stem, where.total) == (WTO.stem, 2)


def test_publications_open_and_close(library: Library) -> None:
    """By their times, and by hand; before and after, nobody joins or answers."""
    terms = replace(PLAIN, opens_at=NOW + MINUTE, closes_at=NOW + 3 * MINUTE)
    given = course(library, terms)
    statuses = [given.publication.status(NOW + n * MINUTE) for n in range(4)]
    assert statuses == ["not_open", "open", "open", "closed"]
    refused("not_open", lambda: given.join("Ana"))
    open_ = publishing.change(library, given.publication.id, PLAIN)
    at = Course(library, open_)
    ticket = at.join("Ana")
    at.answer(ticket.token, "q-wto", WTO.answer)
    publishing.close(library, open_.id, now=NOW)
    refused("closed", lambda: at.join("Bo"))
    refused("closed", lambda: at.answer(ticket.token, "q-cars", "12 million"))
    refused("closed", lambda: attempts.begin_again(library, ticket.token, now=NOW))
    assert at.answer(ticket.token, "q-wto", "OECD").given == WTO.answer  # kept before
    assert publishing.listed(library, quiz=open_.quiz)[0].status(NOW) == "closed"
    assert publishing.listed(library, class_="c-none") == []
    publishing.delete(library, open_.id)
    refused("missing", lambda: publishing.get(library, open_.id))
    refused("unknown_token", lambda: attempts.resume(library, ticket.token))


def test_terms_change_and_what_was_answered_stays(library: Library) -> None:
    """Those under way keep their order; another try, another end and the answers' time count."""
    mixed = replace(PLAIN, shuffle_questions=True, shuffle_options=True)
    given = course(library, mixed)
    ticket = given.join("Ana")
    first = answering.situation(library, ticket.token).question
    assert first is not None
    given.answer(ticket.token, first.id, "no idea")
    second = answering.situation(library, ticket.token).question
    terms = replace(PLAIN, closes_at=NOW + MINUTE, attempts_allowed=2, show_answers="at_end")
    changed = publishing.change(library, given.publication.id, terms)
    assert changed == publishing.get(library, changed.id)
    assert (changed.terms, changed.code) == (terms, given.publication.code)
    assert answering.situation(library, ticket.token).question == second
    assert answering.review(library, ticket.token) == ()  # shown at the end now
    (row,) = results.of_publication(library, changed.id, now=NOW).rows
    assert row.answers[first.id].given == "no idea"
    again = attempts.begin_again(library, ticket.token, now=NOW)
    shown = answering.situation(library, again.token).question
    assert shown is not None
    assert (shown.id, shown.options) == (WTO.id, WTO.options)


def test_a_quiz_is_opened_again(library: Library) -> None:
    """At once, and without an end that is past; an end to come stays."""
    given = course(library)
    ticket = given.take("Ana", WTO.answer)
    id_ = given.publication.id
    publishing.close(library, id_, now=NOW)
    assert publishing.reopen(library, id_, now=NOW).terms == PLAIN
    given.answer(ticket.token, "q-cars", "12 million")
    later = replace(PLAIN, opens_at=NOW + MINUTE, closes_at=NOW + 2 * MINUTE)
    publishing.change(library, id_, later)
    opened = publishing.reopen(library, id_, now=NOW)
    assert (opened.status(NOW), opened.terms.closes_at) == ("open", later.closes_at)
    assert answering.situation(library, ticket.token).done == 2
    refused("missing", lambda: publishing.reopen(library, "p-none", now=NOW))


def test_a_listed_class_lets_only_its_students_in(library: Library) -> None:
    """Others are told so, and are not kept."""
    class_ = classes.add(library, "9b", now=NOW, students=["Ana"], listed_only=True)
    given = course(library, class_=class_)
    assert given.join("ANA ").attempt.student_name == "Ana"
    refused("not_listed", lambda: given.join("Bo"))
    assert classes.get(library, class_).students == 1


def test_a_name_alone_opens_no_attempt_that_was_begun(library: Library) -> None:
    """Unless the teacher lets the next one of that name in; the token always does."""
    given = course(library)
    first = given.take("Ana", WTO.answer)
    refused("name_taken", lambda: given.join("ana"))
    assert attempts.resume(library, first.token) == first.attempt
    attempts.let_in(library, first.attempt.id)
    second = given.join("Ana")
    assert second.attempt == first.attempt
    assert answering.situation(library, second.token).done == 1
    refused("unknown_token", lambda: attempts.resume(library, first.token))
    refused("name_taken", lambda: given.join("Ana"))
    refused("missing", lambda: attempts.let_in(library, "t-none"))


def test_tokens_are_not_kept(library: Library) -> None:
    """Only their hashes: a stolen backup lets nobody in."""
    ticket = course(library).join("Ana")
    assert len(ticket.token) >= 32
    assert ticket.token not in exchange.exported(library, private=True)


def test_attempts_are_limited(library: Library) -> None:
    """As many as allowed; a deleted one can be made again."""
    given = course(library, replace(PLAIN, attempts_allowed=2))
    first = given.take("Ana", *RIGHT)
    second = attempts.begin_again(library, first.token, now=NOW)
    assert (second.attempt.number, second.attempt.student) == (2, first.attempt.student)
    assert answering.situation(library, second.token).done == 0
    refused("no_attempts_left", lambda: attempts.begin_again(library, second.token, now=NOW))
    attempts.delete(library, second.attempt.id)
    assert attempts.begin_again(library, first.token, now=NOW).attempt.number == 2


def test_who_begins_anew_is_in_the_results(library: Library) -> None:
    """Also after a second try, which goes with the first; those of others stay."""
    given = course(library, replace(PLAIN, attempts_allowed=2))
    first = given.take("Ana", "OECD")
    given.take("Bo", "OECD")
    attempts.begin_again(library, first.token, now=NOW)
    attempts.delete(library, first.attempt.id)
    attempts.delete(library, first.attempt.id)
    given.take("Ana", WTO.answer)
    rows = results.of_publication(library, given.publication.id, now=NOW).rows
    assert [(row.name, row.score) for row in rows] == [("Ana", 1), ("Bo", 0)]


def test_students_get_versions_in_turn(library: Library) -> None:
    """All of one version have one order; with one version each has an own that stays."""
    given = course(library, Terms(versions=2))
    tickets = [given.join(name) for name in ("Ana", "Bo", "Cy", "Di")]
    assert [t.attempt.version for t in tickets] == ["A", "B", "A", "B"]
    views = [answering.situation(library, t.token).question for t in tickets]
    assert views[0] == views[2]
    assert views[1] == views[3]
    assert answering.situation(library, tickets[0].token).question == views[0]


def test_an_answer_is_judged_and_explained_at_once(library: Library) -> None:
    """Where the terms say so."""
    given = course(library)
    token = given.join("Ana").token
    receipt = given.answer(token, "q-wto", "OECD")
    assert receipt.feedback is not None
    assert (receipt.feedback.verdict, receipt.feedback.answer) == ("wrong", WTO.answer)
    where = answering.situation(library, token)
    assert (where.done, where.total, where.right, where.missed) == (1, 3, 0, 1)
    assert where.question is not None
    assert where.question.id == "q-cars"


def test_an_answer_given_again_changes_nothing(library: Library) -> None:
    """As after a lost connection, even with other words."""
    given = course(library)
    token = given.join("Ana").token
    first = given.answer(token, "q-wto", "OECD")
    assert given.answer(token, "q-wto", WTO.answer) == first
    assert answering.situation(library, token).done == 1


def test_answers_are_hidden_until_the_end(library: Library) -> None:
    """Not a word of right or wrong before all are answered; then everything."""
    given = course(library, AT_END)
    token = given.join("Ana").token
    assert given.answer(token, "q-wto", "OECD").feedback is None
    where = answering.situation(library, token)
    assert (where.answers_shown, where.right, where.missed) == (False, None, None)
    assert answering.review(library, token) == ()
    refused("not_answered", lambda: answering.article_of(library, token, "q-wto"))
    refused("not_answered", lambda: disputes.contest(library, token, "q-wto", now=NOW))
    refused("not_answered", lambda: cards.deal(library, token, now=NOW))
    refused("not_asked", lambda: given.answer(token, "q-wto", WTO.answer, 2))
    given.answer(token, "q-cars", "12m")
    last = given.answer(token, "q-cloze", "WTO")
    assert last.feedback is not None
    told = answering.review(library, token)
    assert [(f.question, f.verdict) for f in told] == [
        ("q-wto", "wrong"), ("q-cars", "right"), ("q-cloze", "right"),
    ]  # fmt: skip
    assert answering.article_of(library, token, "q-wto") == ARTICLE


def test_nothing_a_student_gets_before_answering_holds_a_key(library: Library) -> None:
    """In any field of the values, for either way of showing answers."""
    for terms in (PLAIN, AT_END):
        ticket = course(library, terms).join("Ana")
        where = answering.situation(library, ticket.token)
        assert where.question is not None
        assert {f.name for f in fields(where.question)} == set(StudentView.__slots__)
        assert "12 million" not in repr((ticket, where))
        for name in ("explanation", "evidence", "accepted"):
            assert name not in repr(where)
        refused("not_answered", lambda t=ticket: answering.article_of(library, t.token, "q-wto"))


def test_what_was_missed_is_asked_again(library: Library) -> None:
    """First tries and retries apart; a reload goes on in the round."""
    given = course(library)
    token = given.take("Ana", "OECD", "13", "WTO").token
    assert answering.situation(library, token).question is None
    again = answering.situation(library, token, again=True)
    assert again.question is not None
    assert (again.round, again.total, again.question.id) == (2, 2, "q-wto")
    given.answer(token, "q-wto", WTO.answer, 2)
    where = answering.situation(library, token)
    assert where.question is not None
    assert (where.round, where.done, where.question.id) == (2, 1, "q-cars")
    refused("not_asked", lambda: given.answer(token, "q-cloze", "WTO", 2))
    refused("not_asked", lambda: given.answer(token, "q-cars", "12", 3))
    (row,) = results.of_publication(library, given.publication.id, now=NOW).rows
    assert (row.score, set(row.retried)) == (1, {"q-wto"})


def test_questions_put_off_come_last(library: Library) -> None:
    """And may be answered in any order."""
    given = course(library)
    token = given.join("Ana").token
    where = answering.situation(library, token, later=["q-wto"])
    assert where.question is not None
    assert where.question.id == "q-cars"
    assert given.answer(token, "q-cloze", "WTO").feedback


def test_an_attempt_ended_early_shows_and_repeats_the_rest(library: Library) -> None:
    """What was not reached is missed; nothing can be answered for the first time any more."""
    given = course(library, AT_END)
    token = given.take("Ana", WTO.answer).token
    ended = attempts.finish(library, token, now=NOW)
    assert attempts.finish(library, token, now=NOW + MINUTE) == ended
    refused("not_asked", lambda: given.answer(token, "q-cars", "12 million"))
    where = answering.situation(library, token, again=True)
    assert (where.round, where.total, where.answers_shown) == (2, 2, True)
    assert given.answer(token, "q-cars", "12 million", 2).feedback


def test_only_what_is_asked_can_be_answered(library: Library) -> None:
    """No question of another quiz or of none, no token of nobody."""
    given = course(library)
    token = given.join("Ana").token
    refused("not_asked", lambda: given.answer(token, "q-none", "x"))
    refused("unknown_token", lambda: given.answer("nobody", "q-wto", "x"))
    refused("unknown_token", lambda: answering.situation(library, ""))


def test_i_was_right(library: Library) -> None:
    """The teacher's word counts, in results, for the student, and whether asked or not."""
    given = course(library)
    ticket = given.take("Ana", WTO.answer, "13 million", "the Geneva body")
    for question in ("q-wto", "q-cars", "q-cloze"):
        disputes.contest(library, ticket.token, question, now=NOW)
    waiting = disputes.contested(library, publication=given.publication.id)
    assert [(c.student, c.question.id, c.given) for c in waiting] == [
        ("Ana", "q-cars", "13 million"),
        ("Ana", "q-cloze", "the Geneva body"),
    ]
    review = answering.review(library, ticket.token)
    assert [told.contest for told in review] == ["", "open", "open"]
    disputes.settle(library, ticket.attempt.id, "q-cloze", "granted", now=NOW)
    disputes.settle(library, ticket.attempt.id, "q-cars", "refused", now=NOW)
    assert disputes.contested(library) == []
    disputes.contest(library, ticket.token, "q-cars", now=NOW)
    assert disputes.contested(library) == []  # settled is settled
    told = {f.question: f for f in answering.review(library, ticket.token)}
    assert (told["q-cloze"].verdict, told["q-cloze"].reason) == ("right", "your teacher agrees")
    assert (told["q-cloze"].contest, told["q-cars"].contest) == ("granted", "refused")
    (row,) = results.of_publication(library, given.publication.id, now=NOW).rows
    assert row.answers["q-cloze"].score == 1
    refused("missing", lambda: disputes.settle(library, "t-x", "q-wto", "granted", now=NOW))


def test_a_bad_question_is_flagged(library: Library) -> None:
    """Once for each student; the teacher takes it off the list."""
    given = course(library)
    ticket = given.join("Ana")
    disputes.flag(library, ticket.token, "q-wto", "unclear", now=NOW)
    disputes.flag(library, ticket.token, "q-wto", "two are right", now=NOW)
    (flag,) = disputes.flags(library, quiz=given.publication.quiz)
    assert (flag.student, flag.question, flag.note) == ("Ana", WTO, "two are right")
    refused("not_asked", lambda: disputes.flag(library, ticket.token, "q-none", now=NOW))
    disputes.settle_flag(library, flag.attempt, "q-wto", now=NOW)
    assert disputes.flags(library) == []
    refused("missing", lambda: disputes.settle_flag(library, flag.attempt, "q-cars", now=NOW))


def test_results_of_first_attempts(library: Library) -> None:
    """Students by name; those under way are in the grid, and in the analysis once it is closed."""
    given = course(library, replace(PLAIN, attempts_allowed=None))
    done = given.take("Bo", *RIGHT)
    given.take("Ana", "OECD")
    again = attempts.begin_again(library, done.token, now=NOW)
    given.answer(again.token, "q-wto", "OECD")
    found = results.of_publication(library, given.publication.id, now=NOW)
    assert [(r.name, r.finished, r.score) for r in found.rows] == [
        ("Ana", False, 0), ("Bo", True, 3),
    ]  # fmt: skip
    assert ids(found.questions) == ["q-wto", "q-cars", "q-cloze"]
    assert found.analysis.n == 1
    assert [fact.questions for fact in found.teach_again] == [("q-wto", "q-cloze")]
    publishing.close(library, given.publication.id, now=NOW)
    closed = results.of_publication(library, given.publication.id, now=NOW)
    assert closed.analysis.n == 2
    assert [item.facility for item in closed.analysis.items] == [0.5, 0.5, 0.5]
    (past,) = results.of_student(library, done.attempt.student, now=NOW)
    assert (past.row.score, past.questions) == (3, 3)


def test_flashcards_come_back_when_due(library: Library) -> None:
    """Dealt from what was answered, within the term, once a review however often it is sent."""
    class_ = classes.add(library, "9b", now=NOW, term_end=NOW + timedelta(days=3))
    given = course(library, class_=class_)
    ticket = given.take("Ana", WTO.answer)
    student = cards.student_of(library, ticket.token)
    assert cards.deal(library, ticket.token, now=NOW) == 1
    assert cards.deal(library, ticket.token, now=NOW) == 1
    (card,) = cards.due(library, student, now=NOW)
    assert (card.stem, card.back.answer) == (WTO.stem, WTO.answer)
    assert max(card.next_due.values()) <= NOW + timedelta(days=3)
    number = cards.next_number(library, student, "q-wto")
    after = cards.grade(library, student, "q-wto", "easy", now=NOW, number=number)
    assert after.due == card.next_due["easy"]
    assert cards.grade(library, student, "q-wto", "again", now=NOW, number=number) == after
    assert cards.next_number(library, student, "q-wto") == 2
    assert cards.due(library, student, now=NOW) == []
    stand = cards.progress(library, student, now=NOW)
    assert (stand.cards, stand.due, stand.new, stand.streak) == (1, 0, 0, 1)
    assert cards.publications_of(library, student) == [given.publication.id]
    late = cards.progress(library, student, now=NOW + timedelta(days=3))
    assert (late.due, late.streak, sum(late.forecast.values())) == (1, 0, 1)
    refused("missing", lambda: cards.grade(library, student, "q-x", "good", now=NOW, number=1))


def test_deleting_a_quiz_deletes_what_hangs_on_it(library: Library) -> None:
    """Publications, attempts, answers, flags, cards; the class and its students stay."""
    given = course(library)
    ticket = given.take("Ana", *RIGHT)
    cards.deal(library, ticket.token, now=NOW)
    disputes.flag(library, ticket.token, "q-wto", now=NOW)
    quizzes.delete(library, given.publication.quiz)
    document = json.loads(exchange.exported(library))
    left = {name for name, rows in document.items() if rows and name != "schema"}
    assert left == {"articles", "classes", "students"}
    assert kept_quiz(library) == "quiz-1"
