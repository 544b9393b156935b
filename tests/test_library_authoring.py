"""What a teacher makes: articles, quizzes, every edit a revision, the question bank."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from classroom import CARS, CLOZE, MINUTE, NOW, QUIZ, ids, kept_quiz, reworded
from conftest import ARTICLE, WTO, evidence, question

from quizgen.analysis.names import Name
from quizgen.contract import to_json
from quizgen.errors import InputError
from quizgen.library import (
    Library,
    RefusedError,
    article_names,
    articles,
    bank,
    collecting,
    editing,
    news_bank,
    publishing,
    quizzes,
    revisions,
    updating,
)
from quizgen.library.bank import Wanted
from quizgen.news import NewsArticle, NewsName, NewsNames

OTHER = replace(ARTICLE, text="Lima floods.\n", title="Floods in Lima", url="", source="Sur")
FLOODS = question(
    "short_answer",
    id="q-lima",
    stem="Which city was flooded?",
    answer="Lima",
    accepted=(),
    answer_kind="city",
    difficulty="hard",
    context="",
    evidence=evidence(OTHER, "Lima floods."),
)


def test_an_article_comes_back_as_it_went(library: Library) -> None:
    """With its id; the same one again is not kept twice."""
    id_ = articles.add(library, ARTICLE, now=NOW)
    assert articles.add(library, ARTICLE, now=NOW) == id_ == ARTICLE.id
    assert articles.get(library, id_) == ARTICLE
    with pytest.raises(RefusedError, match="holds no article"):
        articles.get(library, "a-none")


def test_another_text_under_one_address_is_another_article(library: Library) -> None:
    """Because offsets count in the text; the questions follow it."""
    first = quizzes.add(library, QUIZ, now=NOW)
    changed = replace(ARTICLE, text="Again. " + ARTICLE.text)
    second = quizzes.add(library, replace(QUIZ, articles=(changed,)), now=NOW)
    assert second == "quiz-1-2"
    held = quizzes.get(library, second)
    assert held.articles[0].text == changed.text
    assert {q.question.evidence.article for q in held.questions} == {held.articles[0].id}
    assert quizzes.get(library, first).articles == (ARTICLE,)


def test_articles_are_listed_searched_and_corrected(library: Library) -> None:
    """By words of title, source or text; the id and the text stay."""
    kept_quiz(library)
    articles.add(library, OTHER, now=NOW + MINUTE)
    assert [a.title for a in articles.listed(library)] == [OTHER.title, ARTICLE.title]
    assert [a.quizzes for a in articles.listed(library, "curbs EXAMPLE")] == [1]
    assert articles.listed(library, "100%") == []
    changed = articles.correct(
        library,
        ARTICLE.id,
        title="Curbs",
        published=date(2020, 1, 2),
        source="S",
        url="https://x.y",
    )
    assert (changed.id, changed.text, changed.title) == (ARTICLE.id, ARTICLE.text, "Curbs")
    assert articles.get(library, ARTICLE.id) == changed


def test_an_article_is_deleted_after_its_quizzes(library: Library) -> None:
    """Not before."""
    quiz = kept_quiz(library)
    with pytest.raises(InputError, match="1 quizzes ask about this article"):
        articles.delete(library, ARTICLE.id)
    quizzes.delete(library, quiz)
    articles.delete(library, ARTICLE.id)
    assert articles.listed(library) == []


def test_a_quiz_comes_back_as_it_went(library: Library) -> None:
    """Byte for byte in the contract, questions in order, refused ones with their reason."""
    refused = [(FLOODS, "no_name: the stem names nobody"), (WTO, "asked already")]
    made = replace(QUIZ, articles=(ARTICLE, OTHER))
    id_ = quizzes.add(library, made, now=NOW, refused=refused)
    held = quizzes.get(library, id_)
    assert to_json(held.quiz("offered")) == to_json(made)
    assert held.quiz().questions == ()
    assert [(q.question.id, q.reason) for q in held.questions if q.state == "refused"] == [
        ("q-lima", "no_name: the stem names nobody")
    ]


def test_quizzes_are_listed(library: Library) -> None:
    """The one changed last first, with how many questions are kept and how it is used."""
    first = quizzes.add(library, QUIZ, now=NOW)
    second = quizzes.add(library, replace(QUIZ, title="Floods"), now=NOW + MINUTE)
    editing.set_state(library, first, ["q-wto"], "kept", now=NOW + 2 * MINUTE)
    terms = publishing.Terms(closes_at=NOW + 3 * MINUTE)
    publishing.publish(library, first, now=NOW, terms=terms)
    publishing.publish(library, first, now=NOW)
    one, other = quizzes.listed(library, now=NOW + 3 * MINUTE)
    assert (one.id, one.counts, one.publications, one.open) == (
        first, {"kept": 1, "offered": 2}, 2, 1,
    )  # fmt: skip
    assert (other.id, other.publications, other.attempts) == (second, 0, 0)
    assert [q.id for q in quizzes.listed(library, "FLOO", now=NOW)] == [second]
    assert quizzes.is_published(library, first)
    assert not quizzes.is_published(library, second)


def test_every_edit_can_be_undone_and_done_again(library: Library) -> None:
    """Step by step, back to how it was made, and forth."""
    quiz = quizzes.add(library, QUIZ, now=NOW)
    made = quizzes.get(library, quiz)
    editing.set_state(library, quiz, ["q-wto", "q-cars"], "kept", now=NOW)
    editing.edit(library, quiz, reworded("To whom?"), now=NOW)
    editing.rename(library, quiz, "Curbs", now=NOW)
    last = editing.reorder(library, quiz, ["q-cars"], now=NOW)
    assert [q.question.id for q in last.questions] == ["q-cars", "q-wto", "q-cloze"]
    notes = ["questions reordered", "renamed", "a question edited", "2 questions kept"]
    assert [revisions.undo(library, quiz, now=NOW) for _ in range(5)] == [*notes, None]
    back = quizzes.get(library, quiz)
    assert (back.title, back.questions) == (made.title, made.questions)
    assert [revisions.redo(library, quiz, now=NOW) for _ in range(5)] == [*notes[::-1], None]
    assert quizzes.get(library, quiz) == last


def test_an_edit_after_undo_loses_nothing(library: Library) -> None:
    """What was undone stays in the history and can be returned to, as an edit of its own."""
    quiz = quizzes.add(library, QUIZ, now=NOW)
    editing.rename(library, quiz, "First", now=NOW)
    revisions.undo(library, quiz, now=NOW)
    editing.rename(library, quiz, "Second", now=NOW)
    history = revisions.history(library, quiz)
    assert [r.number for r in history] == [3, 2, 1]
    assert [r.current for r in history] == [True, False, False]
    revisions.return_to(library, quiz, history[1].id, now=NOW)
    assert quizzes.get(library, quiz).title == "First"
    revisions.undo(library, quiz, now=NOW)
    assert quizzes.get(library, quiz).title == "Second"
    assert quizzes.get(library, quiz, history[1].id).title == "First"
    with pytest.raises(RefusedError):
        revisions.return_to(library, quiz, "r-none", now=NOW)


def test_an_edit_that_changes_nothing_makes_no_revision(library: Library) -> None:
    """Saving what was typed again and again is harmless."""
    quiz = quizzes.add(library, QUIZ, now=NOW)
    editing.edit(library, quiz, WTO, now=NOW)
    editing.set_state(library, quiz, ["q-wto"], "offered", now=NOW)
    editing.rename(library, quiz, QUIZ.title, now=NOW)
    assert len(revisions.history(library, quiz)) == 1


def test_a_question_keeps_its_id_through_edits(library: Library) -> None:
    """And its state; the rest of the quiz is untouched."""
    quiz = kept_quiz(library)
    held = editing.edit(library, quiz, reworded("To whom did Seoul turn?"), now=NOW)
    assert held.of_state("kept")[0] == reworded("To whom did Seoul turn?")
    assert held.of_state("kept")[1:] == (CARS, CLOZE)


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (reworded(" "), "its words and its answer"),
        (replace(CARS, id="q-wto", answer=""), "its words and its answer"),
        (replace(WTO, answer="Lima"), "'Lima' is not among the options"),
    ],
)
def test_a_broken_edit_is_refused(library: Library, broken: object, told: str) -> None:
    """In one line, and nothing is changed."""
    quiz = kept_quiz(library)
    with pytest.raises(InputError, match=told):
        editing.edit(library, quiz, broken, now=NOW)  # type: ignore[arg-type]
    assert len(revisions.history(library, quiz)) == 1


def test_a_wrong_answer_is_swapped_round(library: Library) -> None:
    """With the best spare, which takes its place; or with words of one's own."""
    quiz = kept_quiz(library)

    def swapped(wrong: str, other: str = "") -> tuple[str, ...]:
        held = editing.swap_option(library, quiz, "q-wto", wrong, other, now=NOW)
        return held.of_state("kept")[0].options or ()

    assert swapped("OECD")[3] == "World Bank"
    assert swapped("World Bank")[3] == "OECD"
    assert swapped("OECD", "NATO")[3] == "NATO"
    for wrong, other in (("Lima", ""), (WTO.answer, ""), ("NATO", "United Nations")):
        with pytest.raises(InputError):
            swapped(wrong, other)
    with pytest.raises(RefusedError):
        editing.swap_option(library, quiz, "q-none", "OECD", now=NOW)


def test_questions_are_added(library: Library) -> None:
    """In a place, from another article of the library, and a refused one taken back."""
    quiz = quizzes.add(library, QUIZ, now=NOW, refused=[(question("cloze", id="q-r"), "why")])
    with pytest.raises(RefusedError, match="holds no article"):
        editing.add_question(library, quiz, FLOODS, now=NOW)
    articles.add(library, OTHER, now=NOW)
    held = editing.add_question(library, quiz, FLOODS, now=NOW, after="q-wto")
    assert ids(held.of_state("offered")) == ["q-wto", "q-lima", "q-cars", "q-cloze"]
    assert held.articles == (ARTICLE, OTHER)
    back = editing.add_question(library, quiz, question("cloze", id="q-r"), now=NOW, state="kept")
    assert ids(back.of_state("kept")) == ["q-r"]
    assert len(back.questions) == 5


def test_what_is_not_there_is_refused(library: Library) -> None:
    """By name and in one line."""
    quiz = kept_quiz(library)
    for call in (
        lambda: quizzes.get(library, "quiz-none"),
        lambda: quizzes.get(library, quiz, "r-none"),
        lambda: revisions.history(library, "quiz-none"),
        lambda: editing.set_state(library, quiz, ["q-none"], "kept", now=NOW),
        lambda: editing.reorder(library, quiz, ["q-none"], now=NOW),
    ):
        with pytest.raises(RefusedError, match="the library holds no") as error:
            call()
        assert error.value.why == "missing"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ["q-lima", "q-wto", "q-cars", "q-cloze"]),
        (Wanted(text="CARS sold"), ["q-cars"]),
        (Wanted(text="oecd"), ["q-wto"]),
        (Wanted(text="100%_"), []),
        (Wanted(topic="flood"), ["q-lima"]),
        (Wanted(topic="japan"), ["q-wto", "q-cars", "q-cloze"]),
        (Wanted(kind="cloze"), ["q-cloze"]),
        (Wanted(answer_kind="city"), ["q-lima"]),
        (Wanted(difficulty="hard"), ["q-lima"]),
        (Wanted(article=OTHER.id), ["q-lima"]),
        (Wanted(since=date(2019, 7, 14)), []),
        (Wanted(since=date(2019, 7, 13), until=date(2019, 7, 13), kind="cloze"), ["q-cloze"]),
        (Wanted(until=date(2019, 7, 12)), []),
        (Wanted(states=("rejected",)), []),
    ],
)
def test_the_bank_is_searched(library: Library, wanted: Wanted, found: list[str]) -> None:
    """By words, topic, kind, difficulty, article, date and state, together."""
    kept_quiz(library)
    made = replace(QUIZ, id="quiz-2", title="Water", articles=(OTHER,), questions=(FLOODS,))
    quizzes.add(library, made, now=NOW + MINUTE)
    assert [hit.question.id for hit in bank.search(library, wanted)] == found


def test_a_question_of_two_quizzes_is_found_once(library: Library) -> None:
    """As it was kept; and as it stands now, not as it stood."""
    kept_quiz(library)
    quizzes.add(library, QUIZ, now=NOW + MINUTE)
    hits = bank.search(library, Wanted(text="refer"))
    assert [(hit.quiz, hit.state) for hit in hits if hit.question.id == "q-wto"] == [
        ("quiz-1", "kept")
    ]
    editing.edit(library, "quiz-1", reworded("To whom did Seoul turn?"), now=NOW)
    assert len(bank.search(library, Wanted(text="whom turn"))) == 1
    revisions.undo(library, "quiz-1", now=NOW)
    assert bank.search(library, Wanted(text="whom turn")) == []


def test_names_of_articles_are_kept_once(library: Library) -> None:
    """What is not read yet is told, the nearest first; names follow what becomes of the article."""
    days = (None, date(2019, 7, 1), date(2019, 7, 12), date(2019, 8, 1))
    for number, day in enumerate(days):
        each = replace(ARTICLE, text=f"{ARTICLE.text}{number}", published=day, url="")
        articles.add(library, replace(each, given_id=f"a-{number}"), now=NOW)
    day = date(2019, 7, 13)
    assert article_names.unread(library, day, limit=2) == ["a-2", "a-1"]
    lima = NewsName(Name("Lima", "city", ("Ciudad",)), "PE", ("port",))
    told = [NewsArticle(f"a-{n}", days[n % 4], (lima,)) for n in (0, 1, 2, 3, 9)]
    article_names.keep(library, NewsNames(tuple(told)))
    article_names.keep(library, NewsNames(tuple(told)))
    assert [each.article for each in news_bank.entries(library)] == told[:4]
    assert article_names.unread(library, None, limit=9) == []
    articles.delete(library, "a-0")
    described = {"title": "", "source": "", "url": ""}
    articles.correct(library, "a-1", published=day, **described)
    newer = replace(ARTICLE, text="New. " + ARTICLE.text, given_id="a-4", url="")
    updating.replace(library, "a-2", newer, now=NOW)
    left = [each.article for each in news_bank.entries(library)]
    assert left == [replace(told[1], published=day), told[3]]
    assert article_names.unread(library, None, limit=9) == ["a-4"]


def test_articles_are_found_by_week(library: Library) -> None:
    """By the Monday, the latest first; and within days, both counted."""
    for number, day in enumerate((date(2019, 7, 8), date(2019, 7, 14), date(2019, 7, 15), None)):
        each = replace(ARTICLE, text=f"{ARTICLE.text}{number}", published=day, url="")
        articles.add(library, replace(each, given_id=f"a-{number}"), now=NOW)
    assert articles.weeks(library) == [date(2019, 7, 15), date(2019, 7, 8)]
    found = articles.listed(library, since=date(2019, 7, 8), until=date(2019, 7, 14))
    assert [each.id for each in found] == ["a-0", "a-1"]


def test_sentences_of_a_match_follow_their_articles(library: Library) -> None:
    """When one is kept under another id, since its own is taken by another text."""
    articles.add(library, replace(OTHER, text="Another text.", given_id=OTHER.id), now=NOW)
    match = question("matching", pairs=(("a", "b"),), further=(FLOODS.evidence,))
    made = replace(QUIZ, articles=(ARTICLE, OTHER), questions=(match,))
    held = quizzes.get(library, quizzes.add(library, made, now=NOW))
    (further,) = held.questions[0].question.further
    assert further.article == f"{OTHER.id}-2"
    assert further.article in {each.id for each in held.articles}
    assert bank.search(library, Wanted(text="floods")) != []


def test_the_bank_is_turned_page_by_page(library: Library) -> None:
    """Counted once, in the same order; by source and by kinds that there are."""
    kept_quiz(library)
    made = replace(QUIZ, id="quiz-2", title="Water", articles=(OTHER,), questions=(FLOODS,))
    quizzes.add(library, made, now=NOW + MINUTE)
    quizzes.add(library, QUIZ, now=NOW + MINUTE)
    assert bank.count(library, Wanted()) == 4
    pages = [bank.search(library, Wanted(), limit=3, offset=at) for at in (0, 3, 6)]
    assert [[hit.question.id for hit in page] for page in pages] == [
        ["q-lima", "q-wto", "q-cars"], ["q-cloze"], [],
    ]  # fmt: skip
    assert bank.sources(library) == ["Example News", "Sur"]
    assert bank.answer_kinds(library) == ["body", "city", "count"]
    assert [hit.question.id for hit in bank.search(library, Wanted(source="Sur"))] == ["q-lima"]
    found = bank.chosen(library, ["q-lima", "q-gone", "q-wto", "q-lima"])
    assert [hit.question.id for hit in found] == ["q-lima", "q-wto"]


def test_questions_are_collected_into_a_new_quiz(library: Library) -> None:
    """With their articles, kept, in the order chosen; never from nothing."""
    kept_quiz(library)
    made = replace(QUIZ, id="quiz-2", title="Water", articles=(OTHER,), questions=(FLOODS,))
    quizzes.add(library, made, now=NOW + MINUTE)
    new = collecting.into_new(library, "Week 30", ["q-lima", "q-cars"], now=NOW)
    held = quizzes.get(library, new)
    assert [(s.question.id, s.state) for s in held.questions] == [
        ("q-lima", "kept"), ("q-cars", "kept"),
    ]  # fmt: skip
    assert held.title == "Week 30"
    assert {each.id for each in held.articles} == {ARTICLE.id, OTHER.id}
    for none in ([], ["q-gone"]):
        with pytest.raises(InputError, match=r"choose|no longer"):
            collecting.into_new(library, "x", none, now=NOW)


def test_questions_are_collected_into_a_quiz_that_is_there(library: Library) -> None:
    """By one step that undo takes back; one that it has is kept in its place."""
    quizzes.add(library, QUIZ, now=NOW)
    made = replace(QUIZ, id="quiz-2", title="Water", articles=(OTHER,), questions=(FLOODS,))
    quizzes.add(library, made, now=NOW + MINUTE)
    assert collecting.into(library, "quiz-1", ["q-lima", "q-wto"], now=NOW + MINUTE) == 2
    held = quizzes.get(library, "quiz-1")
    assert [(s.question.id, s.state) for s in held.questions] == [
        ("q-wto", "kept"), ("q-cars", "offered"), ("q-cloze", "offered"), ("q-lima", "kept"),
    ]  # fmt: skip
    assert [each.id for each in held.articles] == [ARTICLE.id, OTHER.id]
    assert collecting.into(library, "quiz-1", ["q-lima"], now=NOW + MINUTE) == 0
    assert revisions.undo(library, "quiz-1", now=NOW) == "2 questions added"
    assert len(quizzes.get(library, "quiz-1").questions) == 3


def test_the_bank_follows_a_corrected_article(library: Library) -> None:
    """Its day and its title."""
    kept_quiz(library)
    day = date(2020, 1, 2)
    articles.correct(library, ARTICLE.id, title="Zebras", published=day, source="Sur", url="")
    assert bank.count(library, Wanted(since=day, topic="zebras", source="Sur")) == 3


@pytest.mark.parametrize(
    ("parts", "complaint"),
    [
        ({"pairs": (("Lima", "Peru"), ("Quito", ""))}, "lacks one of its sides"),
        ({"pairs": (("Lima", "Peru"),)}, "at least 2 rows"),
        ({"pairs": (("Lima", "Peru"), ("Lima", "Chile"))}, "say the same"),
        ({"pairs": (("Lima", "x" * 3000), ("Quito", "y" * 3000))}, "longer than"),
    ],
)
def test_parts_that_nobody_can_place_are_refused(
    library: Library, parts: dict[str, Any], complaint: str
) -> None:
    """The question stays as it was."""
    match = question("matching", pairs=(("Lima", "Peru"), ("Quito", "Ecuador")))
    id_ = quizzes.add(library, replace(QUIZ, questions=(match,)), now=NOW)
    with pytest.raises(InputError, match=complaint):
        editing.edit(library, id_, replace(match, **parts), now=NOW)
    assert quizzes.get(library, id_).questions[0].question == match
