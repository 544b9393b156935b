"""The teacher's pages: from a pasted article to results, nothing lost and nothing as markup."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from classroom import CARS, QUIZ, kept_quiz
from conftest import ARTICLE, TEXT, WTO, FakePipeline, question
from pages import (
    MARKS,
    NOW,
    SCRIPT,
    answered,
    fake_candidates,
    fake_collect,
    fake_make,
    page,
    press,
    sound,
    stored,
    texts,
)
from streamlit.util import calc_hash

from quizgen.app import access, kept, takehome
from quizgen.app.student import ways
from quizgen.app.teacher import publish
from quizgen.errors import InputError
from quizgen.exports.print_settings import USUAL, PrintSettings
from quizgen.ingest.fetching import Fetched
from quizgen.library import (
    Library,
    answering,
    articles,
    attempts,
    disputes,
    editing,
    options,
    publishing,
    quizzes,
    results,
    revisions,
)
from quizgen.library.publishing import Publication
from quizgen.quiz import Quiz

GOLDEN = Path(__file__).parent / "ingest"

SAMPLE = "Try it with a sample article"


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Library]:
    """The library that the pages show, for a teacher; articles are read without a model."""
    opened = Library.open(str(tmp_path / "library.sqlite3"))
    monkeypatch.setattr(access, "teacher", lambda: True)
    monkeypatch.setattr(kept, "library", lambda: opened)
    monkeypatch.setattr(kept, "pipeline", FakePipeline)
    monkeypatch.setattr(kept, "analysis", FakePipeline().analyse)
    monkeypatch.setattr(kept, "marks", lambda _: MARKS)
    monkeypatch.setattr(kept, "now", lambda: NOW)
    monkeypatch.setattr("quizgen.quiz.candidates", fake_candidates)
    monkeypatch.setattr("quizgen.quiz.make", fake_make)
    monkeypatch.setattr("quizgen.news.collect", fake_collect)
    yield opened
    opened.close()


def only(library: Library) -> quizzes.StoredQuiz:
    """The only quiz of the library, as it stands."""
    (summary,) = quizzes.listed(library, now=NOW)
    return quizzes.get(library, summary.id)


def states(library: Library) -> list[str]:
    """The states of the questions of the only quiz."""
    return [each.state for each in only(library).questions]


def published(library: Library) -> Publication:
    """A quiz of three questions, all kept, handed out."""
    terms = publishing.Terms(shuffle_questions=False, shuffle_options=False)
    return publishing.publish(library, kept_quiz(library), now=NOW, terms=terms)


def test_from_the_sample_to_results(held: Library) -> None:
    """The whole way of a teacher: one click, review, keep, publish, results."""
    shown = page("library")
    assert "Paste an article" in texts(shown)
    start = next(button for button in shown.button if button.label == SAMPLE)
    sound(start.click().run())
    assert "0 kept, 2 left to read" in texts(shown)
    press(shown, "keep")
    press(shown, "keep")
    assert states(held)[:2] == ["kept", "kept"]
    press(shown, "to-publish")
    press(shown, "hand-out")
    (given,) = publishing.listed(held)
    assert f"{given.code[:3]} {given.code[3:]}" in texts(shown)
    answered(held, given, "Ada", "x", "x")
    press(shown, f"results-{given.id}")
    assert "1 of 1 student had it wrong" in texts(shown)


def test_a_pasted_article_is_described_and_kept(held: Library) -> None:
    """Title, date and source go with it; the fields are empty for the next one."""
    shown = page("new")
    shown.text_area(key="new-text").set_value(TEXT)
    shown.text_input(key="new-title").set_value("Curbs <b>today</b>")
    shown.text_input(key="new-source").set_value("Lima Times")
    press(shown, "new-make")
    (article,) = articles.listed(held)
    assert (article.title, article.source) == ("Curbs <b>today</b>", "Lima Times")
    assert only(held).title == "Curbs <b>today</b>"
    assert "<b>today</b>" not in texts(shown).replace("\\<b\\>", "").replace("&lt;b&gt;", "")
    assert "new-text" not in shown.session_state


def test_errors_say_what_to_do_and_lose_nothing(held: Library) -> None:
    """An article that can't be used stays in its box."""
    shown = page("new")
    press(shown, "new-make")
    assert "The article is empty" in shown.error[0].value
    german = "Die Regierung hat das nicht und der Minister ist auch nicht da. " * 3
    shown.text_area(key="new-text").set_value(german)
    press(shown, "new-make")
    assert "Your text is still here" in shown.error[0].value
    assert shown.text_area(key="new-text").value == german
    assert not quizzes.listed(held, now=NOW)


def test_an_article_without_a_question_says_so(held: Library) -> None:
    """Instead of an empty page."""
    shown = page("new")
    shown.text_area(key="new-text").set_value("There is nothing to ask about in this, is there.")
    press(shown, "new-make")
    assert "No question was sound enough" in shown.info[0].value
    assert only(held).questions == ()


def test_settings_are_folded_and_heard(held: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """How many, which kinds, what reading level."""
    asked: list[Any] = []

    def make(analyses: Any, **given: Any) -> Quiz:
        asked.append(given)
        return fake_make(analyses, **given)

    monkeypatch.setattr("quizgen.quiz.make", make)
    shown = page("new")
    shown.text_area(key="new-text").set_value(TEXT)
    shown.number_input(key="new-count").set_value(4)
    shown.slider(key="new-grades").set_value((3, 8))
    shown.text_input(key="new-topics").set_value("trade, Seoul")
    shown.session_state["new-level"] = "Hard"
    shown.session_state["new-kinds"] = ["matching", "ordering"]
    press(shown, "new-make")
    assert asked[0]["settings"].count == 4
    assert asked[0]["settings"].reading_level == (3, 8)
    assert asked[0]["settings"].topics == ("trade", "Seoul")
    assert asked[0]["settings"].difficulty == "hard"
    assert asked[0]["settings"].types == ("matching", "ordering")


def test_topics_without_bounds_are_refused(held: Library) -> None:
    """In words, and nothing is made with them."""
    shown = page("new")
    sound(shown.text_input(key="new-topics").set_value("x" * 61).run())
    assert "give 1 to 60 characters" in shown.error[0].value
    assert shown.button(key="new-make").disabled


def test_an_article_is_looked_at_first(held: Library) -> None:
    """Names underlined, events in order; what is no article is said to be none."""
    shown = page("new")
    shown.text_area(key="new-text").set_value(TEXT)
    sound(shown.run())
    sound(shown.toggle(key="new-look").set_value(True).run())
    assert "Seoul &lt;i&gt;hit&lt;/i&gt; back." in texts(shown)
    assert '<span class="qg-place" title="Seoul: a place">Seoul</span>' in texts(shown)
    german = "Die Regierung hat das nicht und der Minister ist auch nicht da. " * 3
    sound(shown.text_area(key="new-text").set_value(german).run())
    assert "seems to be German" in texts(shown)


def test_a_text_file_is_read_in(held: Library) -> None:
    """Into the fields, where it can be corrected; what is no text is refused."""
    shown = page("new")
    shown.session_state["new-way"] = "Upload"
    sound(shown.run())
    assert "text will stand here" in texts(shown)
    shown.file_uploader(key="new-file").upload("curbs.txt", TEXT.encode(), "text/plain")
    sound(shown.run())
    assert shown.text_area(key="new-text").value == TEXT
    assert str(shown.text_input(key="new-title").value).startswith("Japan tells officials")
    press(shown, "new-make")
    assert only(held).title.startswith("Japan tells officials")


def test_a_page_is_read_in_with_all_that_it_tells(held: Library) -> None:
    """Its day, source, address, author and licence, which go into the library."""
    shown = page("new")
    shown.session_state["new-way"] = "Upload"
    sound(shown.run())
    data = (GOLDEN / "page" / "crowded" / "input.html").read_bytes()
    shown.file_uploader(key="new-file").upload("bridge.html", data, "text/html")
    sound(shown.run())
    assert shown.date_input(key="new-published").value == date(2019, 7, 12)
    assert shown.text_input(key="new-byline").value == "Ann Lee"
    press(shown, "new-make")
    (kept_,) = articles.listed(held)
    found = articles.get(held, kept_.id)
    assert (found.byline, found.licence) == (
        "Ann Lee", "https://creativecommons.org/licenses/by/4.0/",
    )  # fmt: skip


def test_a_page_is_fetched_only_once_that_is_allowed(
    held: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The switch is off at first and kept; what is fetched stands in the fields, with what told."""
    data = f"By Ann Lee\n\n{TEXT}".encode()
    monkeypatch.setattr("quizgen.app.kept.fetch", lambda url: Fetched(url, data))
    shown = page("new")
    shown.session_state["new-way"] = "From the web"
    sound(shown.run())
    assert options.get(held, "network") == ""
    assert not [field for field in shown.text_input if field.key == "new-address"]
    sound(shown.toggle(key="new-allow-network").set_value(True).run())
    assert options.get(held, "network") == "on"
    shown.text_input(key="new-address").set_value("news.example/curbs")
    press(shown, "new-fetch-it")
    assert shown.text_area(key="new-text").value == TEXT
    assert shown.text_input(key="new-byline").value == "Ann Lee"
    assert shown.text_input(key="new-url").value == "https://news.example/curbs"
    assert "byline. You can correct all of it below." in texts(shown)


def test_one_of_several_articles_is_chosen(held: Library) -> None:
    """Of a book; another choice replaces it."""
    shown = page("new")
    shown.session_state["new-way"] = "Upload"
    sound(shown.run())
    data = (GOLDEN / "book" / "daily" / "input.epub").read_bytes()
    shown.file_uploader(key="new-file").upload("daily.epub", data, "application/epub+zip")
    sound(shown.run())
    assert "are 2 articles" in shown.multiselect(key="new-which").label
    for number, title in ((1, "Cusco follows"), (0, "Lima opens")):
        sound(shown.multiselect(key="new-which").set_value([number]).run())
        assert shown.text_input(key="new-title").value == title
    press(shown, "new-make")
    assert only(held).title == "Lima opens"


def test_an_unreadable_file_is_refused(held: Library) -> None:
    """In a sentence."""
    shown = page("new")
    shown.session_state["new-way"] = "Upload"
    sound(shown.run())
    shown.file_uploader(key="new-file").upload("empty.txt", b"", "text/plain")
    sound(shown.run())
    assert "is empty" in shown.error[0].value
    assert not articles.listed(held)


def test_a_weekly_quiz_is_made_from_the_library(held: Library) -> None:
    """Several articles, one title."""
    for number in (1, 2):
        article = replace(QUIZ.articles[0], text=f"{TEXT}{number}", url="", title=f"Day {number}")
        articles.add(held, article, now=NOW)
    shown = page("new")
    shown.session_state["new-way"] = "From the library"
    sound(shown.run())
    ids = [each.id for each in articles.listed(held)]
    sound(shown.multiselect(key="new-articles").set_value(ids).run())
    assert "tells the same story as" in texts(shown)
    shown.checkbox(key="new-keep-copies").check()
    shown.text_input(key="new-quiz-title").set_value("This week")
    sound(shown.run())
    press(shown, "new-make")
    assert only(held).title == "This week"
    assert len(only(held).articles) == 2


def test_articles_of_a_week_are_taken_at_once(held: Library) -> None:
    """What was chosen before stays chosen."""
    for number, day in enumerate((date(2026, 7, 6), date(2026, 7, 12), date(2026, 7, 13))):
        article = replace(ARTICLE, text=f"{TEXT}{number}", url="", published=day)
        articles.add(held, replace(article, title=f"Day {number}"), now=NOW)
    shown = page("new")
    shown.session_state["new-way"] = "From the library"
    sound(shown.run())
    sound(shown.selectbox(key="new-week").set_value(date(2026, 7, 6)).run())
    press(shown, "new-take-all")
    assert len(shown.session_state["new-articles"]) == 2
    sound(shown.selectbox(key="new-week").set_value(date(2026, 7, 13)).run())
    press(shown, "new-take-all")
    sound(shown.text_input(key="new-search").set_value("volcano").run())
    assert len(shown.session_state["new-articles"]) == 3
    shown.session_state["new-keep-copies"] = True
    press(shown, "new-make")
    assert [each.title for each in only(held).articles] == ["Day 0", "Day 1", "Day 2"]


def test_a_search_without_articles_says_so(held: Library) -> None:
    """Other than an empty library."""
    articles.add(held, ARTICLE, now=NOW)
    shown = page("new")
    shown.session_state["new-way"] = "From the library"
    sound(shown.run())
    sound(shown.text_input(key="new-search").set_value("volcano").run())
    assert "No article fits" in texts(shown)


def test_an_empty_library_of_articles_says_so(held: Library) -> None:
    """And what will be there."""
    shown = page("new")
    shown.session_state["new-way"] = "From the library"
    sound(shown.run())
    assert "are kept here" in texts(shown)


def test_the_library_lists_searches_and_deletes(held: Library) -> None:
    """With how many questions, how it is used and what came of it."""
    given = published(held)
    answered(held, given, "Ada", WTO.answer, "no idea")
    shown = page("library")
    assert "3 questions · open · 50 % right, 1 student" in texts(shown).replace("\\", "")
    sound(shown.text_input(key="library-search").set_value("volcano").run())
    assert "No quiz has these words" in texts(shown)
    sound(shown.text_input(key="library-search").set_value("export").run())
    press(shown, f"delete-{given.quiz}")
    assert not quizzes.listed(held, now=NOW)


@pytest.mark.parametrize("name", ["review", "publish", "results"])
def test_the_library_leads_to_every_page(held: Library, name: str) -> None:
    """Of a quiz."""
    given = published(held)
    answered(held, given, "Ada", WTO.answer)
    shown = press(page("library"), f"{name}-{given.quiz}")
    assert shown.query_params["quiz"] == given.quiz
    assert shown.title[0].value == "Export curbs"


@pytest.mark.parametrize("name", ["review", "publish", "results"])
def test_a_quiz_that_is_not_there_leads_back(held: Library, name: str) -> None:
    """With a word on what may have happened."""
    assert "may have been deleted" in texts(page(name, quiz="quiz-gone"))
    assert "Choose a quiz" in texts(page(name))


def test_the_review_shows_the_sentence(held: Library) -> None:
    """On a ground in its paragraph, names underlined, events in order, all escaped."""
    shown = page("review", quiz=stored(held))
    told = texts(shown)
    assert '<mark class="qg-sentence">' in told
    assert '<span class="qg-place" title="Seoul: a place">Seoul</span>' in told
    assert "<strong>World Trade Organization</strong>" in told
    assert "Seoul &lt;i&gt;hit&lt;/i&gt; back." in told
    assert "the curbs <b>because of</b> a row" in told
    assert "Which body did Seoul refer the curbs to?" in told
    assert "✓ right answer" in told


def test_a_reload_comes_back_to_the_question(held: Library) -> None:
    """It stands in the address."""
    quiz = stored(held)
    shown = press(page("review", quiz=quiz), "next")
    assert shown.query_params["q"] == CARS.id
    again = page("review", quiz=quiz, q=CARS.id)
    assert CARS.stem in texts(again)


def test_keep_and_reject_go_on_and_can_be_undone(held: Library) -> None:
    """Undo leads back to the question."""
    shown = page("review", quiz=stored(held))
    press(shown, "keep")
    press(shown, "reject")
    assert states(held)[:3] == ["kept", "rejected", "offered"]
    press(shown, "undo")
    assert states(held)[:3] == ["kept", "offered", "offered"]
    assert shown.query_params["q"] == CARS.id
    press(shown, "redo")
    assert states(held)[:3] == ["kept", "rejected", "offered"]
    press(shown, "redo")  # there is nothing more
    assert states(held)[:3] == ["kept", "rejected", "offered"]


def test_all_that_is_left_is_kept_or_rejected_at_once(held: Library) -> None:
    """And undone at once."""
    shown = page("review", quiz=stored(held))
    press(shown, "keep")
    press(shown, "reject-all")
    assert states(held)[:3] == ["kept", "rejected", "rejected"]
    press(shown, "undo")
    press(shown, "keep-all")
    assert states(held)[:3] == ["kept", "kept", "kept"]


def test_a_wrong_answer_is_swapped(held: Library) -> None:
    """Each in turn for the next spare."""
    shown = page("review", quiz=stored(held))
    press(shown, "swap")
    assert "World Bank" in (only(held).questions[0].question.options or ())
    press(shown, "swap")
    assert only(held).questions[0].question.options is not None
    assert WTO.answer in (only(held).questions[0].question.options or ())


def test_another_question_on_the_sentence(held: Library) -> None:
    """From those in reserve, behind this one, in one step that undo takes back."""
    shown = page("review", quiz=stored(held))
    press(shown, "another")
    assert [each.question.id for each in only(held).questions][:2] == ["q-wto", "q-spare"]
    assert states(held)[:2] == ["offered", "offered"]
    assert shown.query_params["q"] == "q-spare"
    press(shown, "undo")
    assert states(held) == ["offered"] * 3 + ["refused"] * 2


def test_a_refused_question_is_taken_back(held: Library) -> None:
    """With the reason why it was refused beside it."""
    shown = page("review", quiz=stored(held))
    assert "Why not: unclear." in texts(shown)
    press(shown, "back-q-bad")
    assert shown.query_params["q"] == "q-bad"
    assert states(held).count("refused") == 1


def test_questions_are_moved(held: Library) -> None:
    """Up and down, not past the ends."""
    shown = page("review", quiz=stored(held))
    press(shown, "down")
    assert [each.question.id for each in only(held).questions][:2] == ["q-cars", "q-wto"]
    press(shown, "up")
    press(shown, "up")
    assert next(iter(only(held).questions)).question.id == "q-wto"


def test_the_strip_leads_to_a_question(held: Library) -> None:
    """All questions with their state, a click away."""
    shown = page("review", quiz=stored(held))
    strip: Any = next(each for each in shown.get("button_group") if each.key == "strip")
    sound(strip.set_value(CARS.id).run())
    assert shown.query_params["q"] == CARS.id


def test_the_quiz_is_renamed(held: Library) -> None:
    """By a title that is not empty."""
    quiz = stored(held)
    shown = page("review", quiz=quiz)
    field = f"title-{only(held).revision}"
    sound(shown.text_input(key=field).set_value("Curbs in July").run())
    assert only(held).title == "Curbs in July"
    sound(shown.text_input(key=f"title-{only(held).revision}").set_value(" ").run())
    assert only(held).title == "Curbs in July"


def test_words_are_kept_as_they_are_typed(held: Library) -> None:
    """Every field; warnings follow; undo fills the field with what was there."""
    shown = page("review", quiz=stored(held))
    sound(shown.text_input(key="write-stem").set_value("Who spoke? Who heard?").run())
    assert only(held).questions[0].question.stem == "Who spoke? Who heard?"
    assert "Two questions are asked at once" in shown.warning[0].value
    sound(shown.text_input(key="write-answer").set_value("WTO in Geneva").run())
    changed = only(held).questions[0].question
    assert changed.answer == "WTO in Geneva"
    assert changed.options is not None
    assert changed.options[1] == "WTO in Geneva"
    sound(shown.text_input(key="write-accepted").set_value("WTO; the WTO").run())
    assert only(held).questions[0].question.accepted == ("WTO", "the WTO")
    press(shown, "undo")
    assert shown.text_input(key="write-accepted").value == "WTO"


def test_wrong_answers_are_added_and_taken_away(held: Library) -> None:
    """A question of which none is left is one to type; one that gets some is one to choose."""
    shown = page("review", quiz=stored(held))
    sound(shown.text_input(key="write-wrong-3").set_value("NATO").run())
    assert only(held).questions[0].question.options == (*(WTO.options or ()), "NATO")
    sound(shown.text_input(key="write-wrong-0").set_value("").run())
    assert len(only(held).questions[0].question.options or ()) == 4
    shown = page("review", quiz=only(held).id, q=CARS.id)
    sound(shown.text_input(key="write-wrong-0").set_value("3 million").run())
    assert only(held).questions[1].question.type == "multiple_choice"


def test_what_can_not_be_kept_yet_stays_in_its_field(held: Library) -> None:
    """With the reason; the question stays as it was."""
    shown = page("review", quiz=stored(held))
    sound(shown.text_input(key="write-stem").set_value(" ").run())
    assert "Not kept yet" in shown.warning[0].value
    assert shown.text_input(key="write-stem").value == " "
    assert only(held).questions[0].question.stem == WTO.stem


def test_how_a_worksheet_is_printed_is_chosen_above_the_files(
    held: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files that are offered below are made with it."""
    given: list[PrintSettings] = []

    def nothing(*asked: Any) -> takehome.Lost:
        given.append(asked[2])
        return takehome.Lost((), 0, 3)

    monkeypatch.setattr(takehome, "lost", nothing)
    shown = page("publish", quiz=kept_quiz(held))
    assert not shown.exception
    shown.selectbox(key="print-part").select("worksheet")
    shown.checkbox(key="print-numbered").check()
    shown.number_input(key="print-versions").set_value(2).run()
    assert not shown.exception
    assert given[-1] == PrintSettings(numbered=True, versions=2, part="worksheet")
    assert given[0] == USUAL


def test_nothing_kept_can_not_be_published(held: Library) -> None:
    """The page leads back to the questions."""
    shown = page("publish", quiz=stored(held))
    assert "Keep at least one" in shown.info[0].value
    next(b for b in shown.button if b.label == "To the questions").click()
    assert "left to read" in texts(sound(shown.run()))


def test_terms_are_heard(held: Library) -> None:
    """When it opens and closes, how often, when answers are shown, how many versions."""
    shown = page("publish", quiz=kept_quiz(held))
    shown.checkbox(key="publish-later").check()
    shown.checkbox(key="publish-limit").check()
    sound(shown.run())
    shown.date_input(key="publish-opens").set_value(NOW.date())
    shown.checkbox(key="publish-mix").uncheck()
    shown.session_state["publish-tries"] = "As many as they like"
    shown.session_state["publish-answers"] = "at_end"
    shown.session_state["publish-versions"] = "2"
    press(shown, "hand-out")
    (given,) = publishing.listed(held)
    assert given.terms.attempts_allowed is None
    assert given.terms.show_answers == "at_end"
    assert given.terms.versions == 2
    assert given.terms.closes_at is not None
    assert not given.terms.shuffle_options
    assert "any number of tries".capitalize() in texts(shown)


def test_terms_without_sense_are_refused(held: Library) -> None:
    """With what to do."""
    shown = page("publish", quiz=kept_quiz(held))
    shown.checkbox(key="publish-later").check()
    shown.checkbox(key="publish-limit").check()
    sound(shown.run())
    shown.date_input(key="publish-opens").set_value(NOW.date().replace(month=12))
    press(shown, "hand-out")
    assert "close before it opens" in shown.error[0].value
    assert not publishing.listed(held)


def test_a_handout_is_closed_and_opened_again(held: Library) -> None:
    """By the teacher."""
    given = published(held)
    shown = press(page("publish", quiz=given.quiz), f"close-{given.id}")
    assert publishing.get(held, given.id).status(NOW) == "closed"
    press(shown, f"reopen-{given.id}")
    assert publishing.get(held, given.id).status(NOW) == "open"


def test_files_are_offered_by_use(held: Library) -> None:
    """Each with what it is for."""
    shown = page("publish", quiz=kept_quiz(held))
    labels = [found.proto.label for found in shown.get("download_button")]
    assert "For Anki" in labels
    assert "keeps what was learned" in texts(shown)


def test_results_wait_for_answers(held: Library) -> None:
    """Before it is handed out, and before anyone answers."""
    quiz = kept_quiz(held)
    shown = page("results", quiz=quiz)
    assert "once the quiz is handed out" in shown.info[0].value
    next(b for b in shown.button if b.label == "Hand it out").click()
    press(sound(shown.run()), "hand-out")
    assert "Nobody has answered yet" in page("results", quiz=quiz).info[0].value


def test_results_say_what_to_teach_again(held: Library) -> None:
    """The sentence, what was answered instead, the grid, and what numbers of few can't say."""
    given = published(held)
    answered(held, given, "Ada <i>", "OECD", "12 million", WTO.answer)
    answered(held, given, "Ben", "OECD", "12 million")
    shown = page("results", quiz=given.quiz)
    told = texts(shown)
    assert "2 of 2 students had it wrong; instead they answered OECD (2)" in told
    assert "Ada &lt;i&gt;" in told
    assert "2 students began, 1 finished" in told
    assert "mostly chance" in told
    assert shown.get("vega_lite_chart") or shown.get("arrow_vega_lite_chart")


def test_when_all_is_known_nothing_is_taught_again(held: Library) -> None:
    """And the page says so."""
    given = published(held)
    answered(held, given, "Ada", WTO.answer, CARS.answer, WTO.answer)
    assert "Nothing stands out" in texts(page("results", quiz=given.quiz))


def test_of_several_handouts_one_is_chosen(held: Library) -> None:
    """By the address, or on the page."""
    first = published(held)
    second = publishing.publish(held, first.quiz, now=NOW)
    answered(held, second, "Ada", "x")
    shown = page("results", quiz=first.quiz, handout=second.id)
    assert second.code in texts(shown)
    sound(shown.selectbox(key="results-handout").set_value(first.id).run())
    assert first.code in texts(shown)


def test_undo_of_several_changes_stays(held: Library) -> None:
    """Where the teacher is."""
    quiz = stored(held)
    editing.set_state(held, quiz, ["q-wto", "q-cars"], "kept", now=NOW)
    shown = page("review", quiz=quiz, q="q-cloze")
    press(shown, "undo")
    assert shown.query_params["q"] == "q-cloze"
    assert len(revisions.history(held, quiz)) == 2


def test_the_shared_library_is_that_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    """Opened once for all sessions."""
    monkeypatch.setenv(kept.DATABASE, str(tmp_path / "own.sqlite3"))
    kept.library.clear()
    opened = kept.library()
    assert opened is kept.library()
    assert (tmp_path / "own.sqlite3").exists()
    opened.close()
    kept.library.clear()
    assert ways.now().tzinfo is not None


def test_no_teacher_page_for_others(held: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """By no address: they are not there at all."""
    quiz = stored(held)
    monkeypatch.setattr("quizgen.app.access.teacher", lambda: False)
    for name in ("library", "new", "bank", "review", "publish", "results"):
        shown = page(name, quiz=quiz)
        assert "left to read" not in texts(shown)
        assert WTO.stem not in texts(shown)


def test_both_ways_to_start_look_the_same() -> None:
    """`quizgen app` and `streamlit run app.py` read one configuration; no figures are sent."""
    own = Path(SCRIPT).with_name(".streamlit") / "config.toml"
    top = Path(__file__).parents[1] / ".streamlit" / "config.toml"
    assert own.read_text("utf-8") == top.read_text("utf-8")
    assert tomllib.loads(own.read_text("utf-8"))["browser"] == {"gatherUsageStats": False}


def test_students_are_heard(held: Library) -> None:
    """A claim to be right is granted, a bad question seen; both leave the page."""
    given = published(held)
    ticket = attempts.join(held, given.code, "Ada", source="a", now=NOW)
    answering.answer(held, ticket.token, "q-wto", "the <b>", now=NOW)
    disputes.contest(held, ticket.token, "q-wto", now=NOW)
    disputes.flag(held, ticket.token, "q-cars", "too *hard*", now=NOW)
    shown = page("results", quiz=given.quiz)
    assert "Waiting for you" in texts(shown)
    assert "Answered **the \\<b\\>**; right is **World Trade Organization**." in texts(shown)
    assert "too \\*hard\\*" in texts(shown)
    press(shown, f"granted-{ticket.attempt.id}-q-wto-1")
    press(shown, f"seen-{ticket.attempt.id}-q-cars")
    assert "Waiting for you" not in texts(shown)
    (row,) = results.of_publication(held, given.id, now=NOW).rows
    assert row.score == 1


def test_a_student_is_let_in_or_begins_anew(held: Library) -> None:
    """Who lost the device, or the answers."""
    given = published(held)
    answered(held, given, "Ada", "x")
    shown = press(page("results", quiz=given.quiz), "let-in")
    again = attempts.join(held, given.code, "Ada", source="b", now=NOW)
    assert again.attempt.id == results.of_publication(held, given.id, now=NOW).rows[0].attempt
    press(shown, "begin-anew")
    assert not results.of_publication(held, given.id, now=NOW).rows


def test_a_served_quiz_has_a_picture(held: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """For cameras; on one machine it would lead nowhere."""
    given = published(held)
    assert not page("publish", quiz=given.quiz).get("image")
    monkeypatch.setattr("quizgen.app.handing_out.only_here", lambda _: False)
    shown = page("publish", quiz=given.quiz)
    assert len(shown.get("image")) == 1
    assert "this computer only" not in texts(shown)


def test_a_question_without_an_answer_is_not_kept(held: Library) -> None:
    """The field says what is missing; the question keeps its answer."""
    shown = page("review", quiz=stored(held), q=CARS.id)
    sound(shown.text_input(key="write-answer").set_value("").run())
    assert "Not kept yet" in shown.warning[0].value
    assert only(held).questions[1].question.answer == CARS.answer


def matched(held: Library) -> str:
    """The id of a quiz with one match and one order."""
    lima, asked = ("Lima", "Peru"), {"answer": "x", "accepted": (), "spares": ()}
    match = question("matching", pairs=(lima, ("Quito", "Ecuador"), ("Accra", "Ghana")), **asked)
    order = question("ordering", items=("one", "two", "three"), **asked)
    return quizzes.add(held, replace(QUIZ, questions=(match, order)), now=NOW)


def test_pairs_and_orders_are_written_anew(held: Library) -> None:
    """Each row by itself; an emptied one goes, a new one comes; what can't be is said."""
    quiz = matched(held)
    shown = page("review", quiz=quiz)
    sound(shown.text_input(key="write-right-0").set_value("Republic of Peru").run())
    found = only(held).questions[0].question
    assert found.pairs[0] == ("Lima", "Republic of Peru")
    assert found.answer.startswith("Lima – Republic of Peru; Quito")
    sound(shown.text_input(key="write-right-1").set_value("").run())
    assert "lacks one of its sides" in shown.warning[0].value
    sound(shown.text_input(key="write-left-1").set_value("").run())
    assert [left for left, _ in only(held).questions[0].question.pairs] == ["Lima", "Accra"]
    sound(shown.text_input(key="write-left-1").set_value("Lima").run())
    assert "two rows say the same" in shown.warning[0].value


def test_an_order_is_changed(held: Library) -> None:
    """By a button; and undone."""
    quiz = matched(held)
    shown = page("review", quiz=quiz, q="q-ordering")
    press(shown, "earlier-2")
    assert only(held).questions[1].question.items == ("one", "three", "two")
    assert only(held).questions[1].question.answer == "one; three; two"
    sound(shown.text_input(key="write-item-3").set_value("four").run())
    assert only(held).questions[1].question.items[-1] == "four"
    press(shown, "undo")
    press(shown, "undo")
    assert only(held).questions[1].question.items == ("one", "two", "three")
    press(shown, "keep")
    press(shown, "reject")
    assert sorted(states(held)) == ["kept", "rejected"]


def test_one_wrong_answer_is_swapped(held: Library) -> None:
    """The one that the teacher points at."""
    shown = page("review", quiz=stored(held))
    press(shown, "swap-2")
    options = only(held).questions[0].question.options
    assert options == (*(WTO.options or ())[:3], "World Bank")


def test_an_empty_bank_says_what_will_be_there(held: Library) -> None:
    """And leads to a new quiz."""
    shown = page("bank")
    assert "can be found here again" in shown.info[0].value
    next(b for b in shown.button if b.label == "New quiz").click()
    assert sound(shown.run()).title[0].value == "New quiz"


def test_the_bank_finds_questions_for_a_new_quiz(held: Library) -> None:
    """By words and conditions, each with its sentence; what is ticked outlives a search."""
    kept_quiz(held)
    shown = page("bank")
    assert "3 questions found" in texts(shown)
    assert "<mark>12 million</mark>" in texts(shown)
    assert "Tick questions" in texts(shown)
    sound(shown.checkbox(key="bank-tick-q-cars").check().run())
    sound(shown.text_input(key="bank-text").set_value("refer").run())
    sound(shown.selectbox(key="bank-kind").set_value("cloze").run())
    assert "1 question found" in texts(shown)
    sound(shown.checkbox(key="bank-tick-q-cloze").check().run())
    sound(shown.text_input(key="bank-text").set_value("volcano").run())
    assert "No question fits" in texts(shown)
    shown.text_input(key="bank-title").set_value("Again <b>")
    press(shown, "bank-new")
    assert shown.title[0].value == "Again \\<b\\>"
    newest = quizzes.listed(held, now=NOW)
    (made,) = (quizzes.get(held, each.id) for each in newest if each.title == "Again <b>")
    assert [s.question.id for s in made.questions] == ["q-cars", "q-cloze"]


def test_the_bank_gives_questions_to_a_quiz(held: Library) -> None:
    """That is there; one ticked by mistake is left out."""
    kept_quiz(held)
    other = quizzes.add(held, replace(QUIZ, id="quiz-2", title="Cars", questions=()), now=NOW)
    shown = page("bank")
    sound(shown.checkbox(key="bank-tick-q-cars").check().run())
    sound(shown.checkbox(key="bank-tick-q-wto").check().run())
    press(shown, "bank-out-q-wto")
    assert shown.button(key="bank-into").disabled
    sound(shown.selectbox(key="bank-quiz").set_value(other).run())
    press(shown, "bank-into")
    assert shown.query_params["quiz"] == other
    assert [s.question.id for s in quizzes.get(held, other).questions] == ["q-cars"]


def test_the_bank_is_turned(held: Library) -> None:
    """Twenty at a time; another search begins at its first page."""
    many = tuple(replace(CARS, id=f"q-{n:02}", stem=f"Question {n:02}?") for n in range(25))
    kept_quiz(held, replace(QUIZ, questions=many))
    shown = page("bank")
    assert len([box for box in shown.checkbox if "Question" in box.label]) == 20
    shown.session_state["bank-page"] = 2
    sound(shown.run())
    assert [box.label for box in shown.checkbox] == [f"Question {n}?" for n in range(20, 25)]
    sound(shown.text_input(key="bank-text").set_value("sold").run())
    assert len(shown.checkbox) == 20


def test_an_edit_outlives_page_and_reload(held: Library) -> None:
    """And the way back leads to the same question."""
    quiz = stored(held)
    shown = press(page("review", quiz=quiz), "next")
    sound(shown.text_input(key="write-stem").set_value("How many cars were sold?").run())
    press(shown, "keep")
    sound(shown.button(key="to-publish").click().run())
    shown.query_params.clear()
    shown.query_params["quiz"] = quiz
    shown._page_hash = calc_hash("review")
    sound(shown.run())
    assert shown.query_params["q"] == "q-cloze"
    again = page("review", quiz=quiz, q=CARS.id)
    assert again.text_input(key="write-stem").value == "How many cars were sold?"
    assert "How many cars were sold?" in texts(again)


def test_a_deleted_article_is_forgotten(held: Library) -> None:
    """By those chosen for a quiz."""
    id_ = articles.add(held, ARTICLE, now=NOW)
    other = articles.add(held, replace(ARTICLE, text=f"{TEXT}2", url=""), now=NOW)
    shown = page("new")
    shown.session_state["new-way"] = "From the library"
    sound(shown.run())
    sound(shown.multiselect(key="new-articles").set_value([id_, other]).run())
    articles.delete(held, id_)
    sound(shown.run())
    assert shown.session_state["new-articles"] == [other]


def test_questions_that_are_gone_are_not_put_anywhere(
    held: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Deleted meanwhile, in another window; the page says so and keeps what is ticked."""
    kept_quiz(held)
    shown = page("bank")
    sound(shown.checkbox(key="bank-tick-q-cars").check().run())
    monkeypatch.setattr("quizgen.library.collecting._found", gone)
    press(shown, "bank-new")
    assert "Search again." in shown.error[0].value
    assert shown.session_state["bank-ticked"] == ["q-cars"]


def gone(*_: object) -> Any:
    """Refuse, as when nothing is left."""
    msg = "search again"
    raise InputError(msg)


def test_terms_are_changed_after_handing_out(held: Library) -> None:
    """Answers stay; terms without sense are refused in place, and nothing changes."""
    given = published(held)
    answered(held, given, "Ada", WTO.answer)
    shown = page("publish", quiz=given.quiz)
    name = publish._fields(given)
    shown.checkbox(key=f"{name}-limit").check()
    shown.session_state[f"{name}-tries"] = "3"
    shown.session_state[f"{name}-answers"] = "at_end"
    sound(shown.run())
    shown.date_input(key=f"{name}-closes").set_value(NOW.date().replace(day=4))
    press(shown, f"change-{given.id}")
    changed = publishing.get(held, given.id).terms
    assert (changed.attempts_allowed, changed.show_answers) == (3, "at_end")
    assert changed.closes_at == NOW.replace(day=4, hour=23, minute=59)
    assert not changed.shuffle_questions
    assert "3 tries, answers shown at the end" in texts(shown)
    assert len(results.of_publication(held, given.id, now=NOW).rows[0].answers) == 1
    name = publish._fields(publishing.get(held, given.id))
    shown.checkbox(key=f"{name}-later").check()
    sound(shown.run())
    shown.date_input(key=f"{name}-opens").set_value(NOW.date().replace(month=12))
    press(shown, f"change-{given.id}")
    assert "close before it opens" in shown.error[0].value
    assert publishing.get(held, given.id).terms == changed


def test_a_quiz_closed_by_hand_is_closed_in_its_fields(held: Library) -> None:
    """So that saving other changes does not open it again."""
    given = published(held)
    shown = press(page("publish", quiz=given.quiz), f"close-{given.id}")
    press(shown, f"change-{given.id}")
    assert publishing.get(held, given.id).status(NOW) == "closed"


STORY = (
    "Seoul has long said that the curbs on exports break the rules of trade. She told reporters "
    "that the makers of chips in Busan would need three chemicals from Japan for two more years."
)
BEFORE = replace(ARTICLE, text=f"{TEXT}\n{STORY}\n")
AFTER = BEFORE.text.replace("12 million cars", "14 million trucks")


def with_an_earlier_quiz(library: Library) -> str:
    """A quiz of three kept questions on an article that is updated later."""
    return quizzes.add(library, replace(QUIZ, articles=(BEFORE,)), now=NOW, state="kept")


def pasted(text: str, **parts: Any) -> Any:
    """The page of a new quiz with an article in its fields."""
    shown = page("new")
    shown.text_area(key="new-text").set_value(text)
    for part, told in parts.items():
        shown.text_input(key=f"new-{part}").set_value(told)
    return shown


def test_an_update_is_shown_before_it_replaces_an_article(
    held: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stays, goes and is new; ids stay, and nothing is changed until the teacher says so."""
    quiz = with_an_earlier_quiz(held)

    def make(analyses: Any, **given: Any) -> Quiz:
        (analysis,) = analyses
        fresh = replace(WTO, id="q-new", rule="new", stem="Who *told* reporters?")
        return replace(QUIZ, articles=(analysis.article,), questions=(WTO, fresh))

    monkeypatch.setattr("quizgen.quiz.make", make)
    shown = pasted(AFTER, url=ARTICLE.url)
    press(shown, "new-make")
    told = texts(shown)
    assert "is a later version of" in told
    labels = [each.label for each in shown.expander]
    assert "2 questions stay as they are" in labels
    assert "1 question goes, the update no longer says so" in labels
    assert "1 question is new, for you to look over" in labels
    assert "Who \\*told\\* reporters?" in told
    assert [each.state for each in quizzes.get(held, quiz).questions] == ["kept"] * 3
    press(shown, "back")
    assert shown.text_area(key="new-text").value == AFTER
    press(shown, "new-make")
    press(shown, "renew")
    after = quizzes.get(held, quiz)
    assert [(each.question.id, each.state) for each in after.questions] == [
        ("q-wto", "kept"), ("q-cars", "refused"), ("q-cloze", "kept"), ("q-new", "offered"),
    ]  # fmt: skip
    (current,) = articles.listed(held)
    assert {each.question.evidence.article for each in after.questions[::2]} == {current.id}
    assert after.questions[-1].question.evidence.article == current.id
    assert len(quizzes.listed(held, now=NOW)) == 1
    assert "new-text" not in shown.session_state
    revisions.undo(held, quiz, now=NOW)
    assert len(quizzes.get(held, quiz).of_state("kept")) == 3


def test_a_new_quiz_can_be_made_of_an_update(held: Library) -> None:
    """The earlier one stays as it is."""
    quiz = with_an_earlier_quiz(held)
    shown = pasted(AFTER, url=ARTICLE.url)
    press(shown, "new-make")
    press(shown, "make-anyway")
    assert len(quizzes.listed(held, now=NOW)) == 2
    assert len(quizzes.get(held, quiz).of_state("kept")) == 3


def test_a_copy_of_a_story_that_has_a_quiz_is_told(held: Library) -> None:
    """Of another paper: it updates nothing, and the quiz is a step away."""
    quiz = with_an_earlier_quiz(held)
    shown = pasted(AFTER, source="Lima Times")
    press(shown, "new-make")
    assert "tells the same story as" in texts(shown)
    press(shown, "to-earlier")
    assert shown.query_params["quiz"] in (quiz, [quiz])
    assert len(articles.listed(held)) == 1


def test_what_is_found_in_a_pasted_text_is_told(held: Library) -> None:
    """Where its day stands, and who wrote it; what the teacher says wins."""
    shown = pasted(TEXT.replace("\n\n", "\n\nBy Ann Lee\n\nPublished 12 July 2019\n\n", 1))
    sound(shown.run())
    told = texts(shown)
    assert "Dated 2019-07-12 by the line 'Published 12 July 2019'" in told.replace("\\", "")
    assert "written by Ann Lee" in told
    sound(shown.date_input(key="new-published").set_value(date(2019, 7, 14)).run())
    assert "Dated" not in texts(shown)
    press(shown, "new-make")
    (article,) = articles.listed(held)
    assert (article.published, articles.get(held, article.id).byline) == (
        date(2019, 7, 14), "Ann Lee",
    )  # fmt: skip


def upload(shown: Any, *files: tuple[str, bytes]) -> Any:
    """The page with the files uploaded."""
    shown.session_state["new-way"] = "Upload"
    sound(shown.run())
    for name, data in files:
        shown.file_uploader(key="new-file").upload(name, data, "text/plain")
    return sound(shown.run())


def test_several_files_are_corrected_one_by_one_and_copies_left_out(held: Library) -> None:
    """One quiz of all; a file that can't be read is told and costs itself alone."""
    other = (
        "A storm has flooded the old harbour of Lima and three villages to the south of it. "
        "Fishers brought their boats inland, where schools took in many of them for the night."
    )
    shown = upload(
        page("new"),
        ("a.txt", BEFORE.text.encode()), ("b.txt", f"{BEFORE.text}More.".encode()),
        ("c.txt", other.encode()), ("d.txt", b""),
    )  # fmt: skip
    assert "is empty" in shown.error[0].value
    assert shown.multiselect(key="new-which").value == [0, 1, 2]
    assert "tells the same story as" in texts(shown)
    shown.text_input(key="several-2-title").set_value("Storm over Lima")
    shown.text_input(key="several-2-licence").set_value("CC BY 4.0")
    sound(shown.date_input(key="several-2-published").set_value(date(2019, 7, 12)).run())
    press(shown, "new-make")
    kept_ = {each.title: articles.get(held, each.id) for each in articles.listed(held)}
    assert len(kept_) == 2
    storm = kept_["Storm over Lima"]
    assert (storm.published, storm.licence) == (date(2019, 7, 12), "CC BY 4.0")
    assert len(only(held).articles) == 2
    assert "new-several" not in shown.session_state


def test_an_article_of_the_library_is_corrected_before_questions_are_made(held: Library) -> None:
    """Its title, day and source, in the library too."""
    id_ = articles.add(held, ARTICLE, now=NOW)
    shown = page("new")
    shown.session_state["new-way"] = "From the library"
    shown.session_state["new-articles"] = [id_]
    sound(shown.run())
    shown.text_input(key=f"correct-{id_}-source").set_value("The Daily")
    press(shown, f"correct-{id_}")
    found = articles.get(held, id_)
    assert (found.source, found.title, found.published) == (
        "The Daily", ARTICLE.title, ARTICLE.published,
    )  # fmt: skip


def test_articles_of_a_feed_are_fetched_when_they_are_chosen(
    held: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those alone; what the page does not tell the feed does."""
    fetched: list[str] = []
    entry = (
        "<item><title>Story {0}</title><link>https://news.example/{0}</link><description>Short."
        "</description><pubDate>Fri, 12 Jul 2019 08:00:00 GMT</pubDate></item>"
    )
    items = "".join(map(entry.format, (1, 2)))
    feed = f"<rss version='2.0'><channel><title>Daily</title>{items}</channel></rss>".encode()

    def fetch(url: str) -> Fetched:
        fetched.append(url)
        return Fetched(url, feed if url.endswith("feed") else TEXT.encode())

    monkeypatch.setattr("quizgen.app.kept.fetch", fetch)
    options.put(held, "network", "on", now=NOW)
    shown = page("new")
    shown.session_state["new-way"] = "From the web"
    sound(shown.run())
    shown.text_input(key="new-address").set_value("news.example/feed")
    press(shown, "new-fetch-it")
    assert fetched == ["https://news.example/feed"]
    sound(shown.multiselect(key="new-which").set_value([1]).run())
    assert fetched[1:] == ["https://news.example/2"]
    assert shown.text_area(key="new-text").value == TEXT
    assert shown.date_input(key="new-published").value == date(2019, 7, 12)
    assert shown.text_input(key="new-source").value == "Daily"
