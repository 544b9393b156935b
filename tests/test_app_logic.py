"""What the app's pages ask for, tested without them: making, reviewing, showing, outcomes."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any, cast

import pytest
from classroom import CARS, CLOZE, NOW, QUIZ, course
from conftest import ARTICLE, TEXT, WTO, FakePipeline, question
from pages import BAD, SPARE, fake_candidates, fake_collect, fake_make
from recorded import analysis_of

from quizgen.app import (
    handing_out,
    making,
    marking,
    outcomes,
    reasons,
    reviewing,
    showing,
    takehome,
    told,
)
from quizgen.app.handing_out import Wish
from quizgen.app.making import RESERVE, Given, Reader
from quizgen.app.marking import Because, Event, Mark, Marks
from quizgen.app.markup import element, escape
from quizgen.app.reviewing import Form, form_of, written
from quizgen.errors import InputError
from quizgen.exports import FORMATS, Format
from quizgen.exports.print_settings import USUAL, PrintSettings
from quizgen.library import Library, articles, news_bank, quizzes, results
from quizgen.library.news_bank import NewsBank
from quizgen.library.publishing import Terms
from quizgen.library.quizzes import QuizSummary, StoredQuestion, StoredQuiz
from quizgen.practice import telling
from quizgen.practice.item_analysis import Distractor, Item
from quizgen.question import Evidence
from quizgen.quiz import Settings

EAST = timezone(timedelta(hours=2))
READER = Reader(cast("Any", FakePipeline().analyse), "fake 1")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Quizzes are made without a model."""
    monkeypatch.setattr("quizgen.news.collect", fake_collect)
    monkeypatch.setattr("quizgen.quiz.candidates", fake_candidates)
    monkeypatch.setattr("quizgen.quiz.make", fake_make)


def stored(*states: str) -> StoredQuiz:
    """A quiz whose questions are in these states, and two more that were not offered."""
    asked = [
        StoredQuestion(each, cast("Any", state))
        for each, state in zip(QUIZ.questions, states, strict=False)
    ]
    asked += [StoredQuestion(BAD, "refused", "unclear"), StoredQuestion(SPARE, "refused", RESERVE)]
    return StoredQuiz("quiz-1", "r-1", "Curbs", (ARTICLE,), tuple(asked), {})


@pytest.mark.usefixtures("made")
def test_everything_written_is_kept(library: Library) -> None:
    """Chosen questions offered, others in reserve, refused ones with their reason."""
    article = making.take_in(library, making.article_of(Given(TEXT, "  Curbs ")), now=NOW)
    told_: list[tuple[float, str]] = []
    id_ = making.make(
        library, [article], READER, Settings(), now=NOW, tell=lambda *step: told_.append(step)
    )
    held = quizzes.get(library, id_)
    assert [(s.question.id, s.state, s.reason) for s in held.questions] == [
        ("q-wto", "offered", ""),
        ("q-cars", "offered", ""),
        ("q-spare", "refused", RESERVE),
        ("q-bad", "refused", "nobody knows who <it> is"),
    ]
    assert [done for done, _ in told_] == sorted(done for done, _ in told_)
    assert told_[0] == (0.0, "Reading Curbs")


@pytest.mark.usefixtures("made")
def test_an_article_given_again_is_described_anew(library: Library) -> None:
    """Its text and id stay."""
    first = making.take_in(library, making.article_of(Given(TEXT, "Curbs")), now=NOW)
    again = making.take_in(
        library, making.article_of(Given(TEXT, "Curbs!", date(2019, 7, 13), "Lima Times")), now=NOW
    )
    assert again.id == first.id
    (kept,) = articles.listed(library)
    assert (kept.title, kept.published, kept.source) == (
        "Curbs!", date(2019, 7, 13), "Lima Times",
    )  # fmt: skip


def test_a_title_is_read_from_the_text() -> None:
    """Where none is given; line ends of any system are read."""
    assert making.article_of(Given(TEXT.replace("\n", "\r\n"))).title.startswith("Japan tells")
    assert making.uploaded(TEXT.encode(), "curbs.txt")[0].title.startswith("Japan tells")
    assert making.sample().startswith("Japan tells")


def test_what_is_no_article_is_refused() -> None:
    """The same limits as for files."""
    german = "Die Regierung hat das nicht und der Minister ist auch nicht da"
    with pytest.raises(InputError, match="seems to be German"):
        making.article_of(Given(german))


@pytest.mark.usefixtures("made")
def test_names_of_other_articles_serve_a_quiz(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each article is read for them once; invented ones never."""
    read: list[str] = []
    heard: list[Any] = []

    def analyse(article: Any) -> Any:
        read.append(article.title)
        return FakePipeline().analyse(article)

    def make(analyses: Any, **given: Any) -> Any:
        assert isinstance(given["news"], NewsBank)
        heard.append(sorted(each.article.id for each in news_bank.entries(library)))
        return fake_make(analyses, **given)

    monkeypatch.setattr("quizgen.quiz.make", make)
    own = making.take_in(library, making.article_of(Given(TEXT, "Curbs")), now=NOW)
    other = making.take_in(library, making.article_of(Given(f"{TEXT} Later.", "Later")), now=NOW)
    demo = replace(ARTICLE, text=f"{TEXT} Demo.", url="", title="Demo")
    articles.add(library, demo, now=NOW, invented=True)
    reader = Reader(analyse, "fake 1")
    for _ in range(2):
        making.make(library, [own], reader, Settings(), now=NOW)
    assert read == ["Curbs", "Later", "Curbs"]
    assert heard == [sorted((own.id, other.id))] * 2


@pytest.mark.usefixtures("made")
def test_progress_is_told_for_each_article(library: Library) -> None:
    """Which one of how many is read, and which one is written on."""
    chosen = [
        making.take_in(library, making.article_of(Given(f"{TEXT} {n}", f"Day {n}")), now=NOW)
        for n in (1, 2)
    ]
    steps: list[str] = []
    making.make(
        library, chosen, READER, Settings(), now=NOW, tell=lambda _, words: steps.append(words)
    )
    assert steps[:2] == ["Reading Day 1 (1 of 2)", "Reading Day 2 (2 of 2)"]
    assert steps[2:4] == [
        f"Writing questions and checking each one: Day {n} ({n} of 2)" for n in (1, 2)
    ]


def test_the_review_goes_round() -> None:
    """To the next, or to the next that is left to read."""
    held = stored("kept", "offered", "rejected")
    assert reviewing.counts(held) == "1 kept, 1 left to read, 1 rejected"
    assert reviewing.following(held, "q-cars") == "q-cloze"
    assert reviewing.following(held, "q-cloze") == "q-wto"
    assert reviewing.following(held, "q-cloze", unread=True) == "q-cars"
    assert reviewing.following(held, "q-cars", unread=True) == "q-cloze"
    assert reviewing.following(stored(), "gone") == ""


def test_the_review_begins_where_it_was_left() -> None:
    """At the question of the address, else at the first to read, else at the first."""

    def at(held: StoredQuiz, wanted: str) -> str:
        found = reviewing.question_at(held, wanted)
        return found.question.id if found else ""

    assert at(stored("kept", "offered", "kept"), "q-cloze") == "q-cloze"
    assert at(stored("kept", "offered", "kept"), "q-bad") == "q-cars"
    assert at(stored("kept", "kept", "kept"), "") == "q-wto"
    assert at(stored(), "") == ""


def test_reserve_comes_before_the_refused() -> None:
    """And gives another question on the same sentence, if it has one."""
    held = stored("offered", "offered")
    assert [each.question.id for each in reviewing.refused(held)] == ["q-spare", "q-bad"]
    assert reviewing.another(held, WTO) == SPARE
    assert reviewing.another(held, CARS) is None
    assert reviewing.article_of(held, WTO) == ARTICLE


def test_questions_are_moved_within_their_ends() -> None:
    """One place at a time."""
    held = stored("kept", "kept", "kept")
    assert reviewing.moved(held, "q-cloze", -1) == ["q-wto", "q-cloze", "q-cars"]
    assert reviewing.moved(held, "q-wto", -1) == ["q-wto", "q-cars", "q-cloze"]
    assert reviewing.moved(held, "q-cloze", 1) == ["q-wto", "q-cars", "q-cloze"]


def test_questions_are_called_by_their_numbers() -> None:
    """In the order of the strip; no other word is touched."""
    held = stored("kept", "offered")
    told = reviewing.numbered(held, "q-cars asks the same as q-wto, not q-bad")
    assert told == "question 2 asks the same as question 1, not q-bad"


def test_the_question_that_a_step_changed() -> None:
    """Only when it is one alone."""
    before = stored("kept", "offered")
    assert reviewing.changed(before, stored("kept", "kept")) == "q-cars"
    assert reviewing.changed(before, stored("offered", "kept")) == ""
    assert reviewing.changed(before, before) == ""


@pytest.mark.parametrize("asked", [WTO, CARS, CLOZE, question("true_false", options=("True",))])
def test_a_form_written_back_changes_nothing(asked: Any) -> None:
    """Whatever the type."""
    assert written(asked, form_of(asked)) == asked


def test_options_are_renamed_in_place() -> None:
    """The key, too; emptied ones go, a new one comes last."""
    wrong = ("WHO", "", "OECD", "NATO")
    form = Form(" Which   body? ", "WTO", (" World  Trade Org ", ""), wrong, " So. ")
    changed = written(WTO, form)
    assert changed.options == ("WHO", "WTO", "OECD", "NATO")
    assert (changed.stem, changed.answer, changed.accepted) == (
        "Which body?", "WTO", ("World Trade Org",),
    )  # fmt: skip
    assert changed.explanation == "So."


def test_types_follow_the_wrong_answers() -> None:
    """None left: to be typed; some given: to be chosen."""
    bare = written(WTO, replace(form_of(WTO), wrong=("", "", "")))
    assert (bare.type, bare.options) == ("short_answer", None)
    chosen = written(CARS, replace(form_of(CARS), wrong=("3 million",)))
    assert (chosen.type, chosen.options) == ("multiple_choice", ("12 million", "3 million"))


def test_reasons_are_told_in_words() -> None:
    """The weightiest first, each once, without the names of traits."""
    scored = replace(
        WTO,
        score=0.9,
        reasons=(
            ("base", 0.6), ("key: central", 0.2), ("prepositions: 2", 0.1),
            ("prepositions: 3", 0.1),
            ("copula", -0.1), ("asks: who", 0.001), ("clause: ROOT", 0.3),
        ),
    )  # fmt: skip
    assert reasons.for_it(scored) == (
        "Its answer matters to the whole story.",
        "It says enough of where, when or how.",
    )
    assert reasons.against_it(scored) == ("It asks what something is, not what happened.",)
    assert reasons.strength(scored) == "One of the strongest"
    assert reasons.strength(replace(WTO, score=0.1)) == "One of the weaker ones"


def test_every_reason_is_of_a_trait_that_counts() -> None:
    """No line of the table is dead."""
    from quizgen.data import rows
    from quizgen.ranking.scoring import weights

    named = {row["trait"] for row in rows("reason_words.tsv")}
    assert named - {"options", "statement", "topic", "difficulty"} <= weights().keys()


def test_every_text_is_escaped() -> None:
    """In HTML and in Markdown."""
    evil = replace(
        WTO, stem="<script>x</script>", context="<b>c</b>", answer='"><i>', accepted=("<a>",),
        options=('"><i>', "<u>"),
    )  # fmt: skip
    shown = showing.card(evil)
    for tag in ("<script>", "<b>", "<i>", "<u>"):
        assert tag not in shown
    assert "<a>" not in showing.card(replace(evil, type="short_answer", options=None))
    article = replace(ARTICLE, title="<b>t</b>", source="<i>", url="javascript:alert(1)")
    assert "<b>" not in showing.article(article, Marks(), None)
    assert "href" not in showing.article(article, Marks(), None)
    assert element("p", "x", 'a"b', "<t>") == '<p class="a&quot;b" title="&lt;t&gt;">x</p>'
    assert escape(":red[x] $x$ -> <b>") == "\\:red\\[x\\] \\$x\\$ \\-\\> \\<b\\>"
    assert escape("- item") == "\\- item"


def test_far_paragraphs_are_folded() -> None:
    """What stands around the sentence is one glance away."""
    text = "\n\n".join(f"Paragraph {n}." for n in range(7)) + "\n\n" + TEXT
    article = replace(ARTICLE, text=text)
    start = text.index(WTO.evidence.text)
    evidence = replace(WTO.evidence, start=start, end=start + len(WTO.evidence.text))
    shown = showing.article(article, Marks(), replace(WTO, evidence=evidence))
    assert "Above: 7 paragraphs" in shown
    assert "Further down" not in shown
    first = replace(evidence, start=0, end=5, text="Parag")
    assert "Further down: 7 paragraphs" in showing.article(
        article, Marks(), replace(WTO, evidence=first, answer="none", accepted=())
    )


def test_questions_of_every_kind_are_shown() -> None:
    """With a gap, pairs, an order."""
    assert "qg-gap" in showing.card(CLOZE)
    pairs = question("matching", answer="", pairs=(("Lima", "Peru"), ("Quito", "<b>")))
    assert "Lima – Peru" in showing.card(pairs)
    assert "&lt;b&gt;" in showing.card(pairs)
    assert "<li>one</li><li>two</li>" in showing.card(question("ordering", items=("one", "two")))
    assert "also: WTO" in showing.card(question("short_answer"))


def test_events_and_causes_are_listed() -> None:
    """Where there are any."""
    marks = Marks((), (Event("2019-07-11", "It <b> rained."),), (Because("flood", "rain"),))
    assert "<b>11 July 2019</b> It &lt;b&gt; rained." in showing.events(marks)
    assert "flood <b>because of</b> rain" in showing.events(marks)
    assert showing.events(Marks()) == ""
    assert "people" in showing.legend()


def test_names_dates_and_causes_are_found() -> None:
    """Of a recorded article, in order, none within another."""
    analysis = analysis_of("Toyota opened a battery factory", published=date(2026, 9, 1))
    found = marking.marks_of(analysis)
    text = analysis.article.text
    assert {mark.kind for mark in found.marks} == set(marking.WORDS)
    named = {text[mark.start : mark.end]: mark.told for mark in found.marks}
    assert named["Toyota"] == "Toyota: an organisation"
    assert named["March 4, 2021"] == "4 March 2021: a date"
    assert list(marking._apart(found.marks)) == list(found.marks)
    assert found.events[0].day == "2021-03-04"
    assert found.events[0].sentence.startswith("Toyota opened a battery factory in Poland")
    assert found.causes[0].cause == "faulty airbags"


def test_of_overlapping_marks_the_longer_stays() -> None:
    """Nothing is underlined twice."""
    long, short = Mark(0, 9, "person", ""), Mark(0, 4, "place", "")
    assert list(marking._apart([short, long, Mark(5, 12, "date", "")])) == [long]


def test_terms_follow_the_teachers_clock() -> None:
    """Days and times are read in the teacher's zone and kept in UTC."""
    day = date(2026, 9, 4)
    wish = Wish((day, time(8)), (day, time(9)), "2", "at_end", mix=False, versions=3)
    terms = handing_out.terms_of(wish, EAST)
    assert terms.opens_at == datetime(2026, 9, 4, 6, tzinfo=UTC)
    assert terms.closes_at == datetime(2026, 9, 4, 7, tzinfo=UTC)
    assert (terms.attempts_allowed, terms.show_answers, terms.versions) == (2, "at_end", 3)
    assert not terms.shuffle_options
    open_ = handing_out.terms_of(replace(wish, opens=None, closes=None), EAST)
    assert (open_.opens_at, open_.closes_at) == (None, None)
    assert handing_out.in_a_week(NOW, EAST) == date(2026, 9, 8)


def test_links_lead_to_the_code() -> None:
    """From the address of any page; one of this machine leads nowhere else."""
    here, there = "http://127.0.0.1:8501/publish?quiz=x", "https://quiz.school.example/publish"
    assert handing_out.link(here, "BCD") == "http://127.0.0.1:8501/?code=BCD"
    assert handing_out.link(there, "BCD") == "https://quiz.school.example/?code=BCD"
    assert handing_out.link("", "BCD") == "http://localhost:8501/?code=BCD"
    assert handing_out.only_here(here)
    assert handing_out.only_here("")
    assert not handing_out.only_here(there)
    assert handing_out.spaced("BCDFGH") == "BCD FGH"


def test_states_are_told_in_words(library: Library) -> None:
    """How a quiz is used, and when."""
    given = course(library).publication
    later = replace(given, terms=Terms(opens_at=NOW + timedelta(hours=1)))
    over = replace(given, terms=Terms(closes_at=NOW))
    soon = replace(given, terms=Terms(closes_at=NOW + timedelta(hours=1)))
    assert told.terms(given, NOW, EAST) == "open"
    assert told.terms(later, NOW, EAST) == "opens 1 September 2026, 11:00"
    assert told.terms(over, NOW, EAST) == "closed 1 September 2026, 10:00"
    assert told.terms(soon, NOW, EAST) == "open, closes 1 September 2026, 11:00"
    assert told.moment(None, EAST) == ""
    assert told.day(None) == ""
    assert told.questions({"kept": 1}) == "1 question"
    assert told.questions({"offered": 2}) == "2 questions to read"


@pytest.mark.parametrize(
    ("publications", "open_", "words"),
    [(0, 0, "not handed out"), (1, 0, "closed"), (2, 1, "open")],
)
def test_use_is_told_in_words(publications: int, open_: int, words: str) -> None:
    """Of a quiz in the list."""
    summary = QuizSummary("q", "t", NOW, NOW, {}, publications, open_, 0, invented=False)
    assert told.use(summary) == words


def test_files_are_named_by_title_and_use(monkeypatch: pytest.MonkeyPatch) -> None:
    """Known formats first; a new one is told by its own description."""
    other = Format("braille", ".brf", "quizgen.exports.document", "dots for fingers")
    monkeypatch.setattr(takehome, "FORMATS", (other, *FORMATS))
    found = {use.format: use for use in takehome.uses()}
    assert next(iter(found)) == "anki"
    assert found["braille"].use == "As braille"
    assert found["braille"].note == "Dots for fingers."
    titled = replace(QUIZ, title="Éxport: curbs")
    assert takehome.name_of(titled, found["json"]) == "export-curbs.json"
    assert takehome.name_of(titled, found["kahoot"]) == "export-curbs-kahoot.xlsx"
    assert b'"quizgen/quiz/1"' in takehome.data(titled, found["json"], now=NOW)
    assert takehome.file_name("日本") == "quiz"


def test_a_worksheet_is_taken_as_it_was_chosen() -> None:
    """With the settings of what is printed, which other files leave aside."""
    found = {use.format: use for use in takehome.uses()}
    only = PrintSettings(part="worksheet")
    for form, differs in (("docx", True), ("pdf", True), ("html", False), ("json", False)):
        files = {takehome.data(QUIZ, found[form], now=NOW, settings=s) for s in (USUAL, only)}
        assert len(files) == 1 + differs


def test_what_a_file_leaves_out_is_told_before_it_is_taken() -> None:
    """Question by question; a format that carries none of them says so."""
    found = {use.format: use for use in takehome.uses()}
    typed = replace(QUIZ, questions=(replace(QUIZ.questions[0], type="short_answer"),))
    lost = takehome.lost(typed, found["kahoot"])
    assert lost.everything
    assert lost.heading == "Leaves out 1 of 1 questions"
    assert lost.lines[-1].startswith("Question 1 (")
    assert lost.lines[-1].endswith("takes only questions to choose an answer from.")
    (line,) = takehome.lost(QUIZ, found["json"]).lines
    assert "only the quoted sentences of" in line
    free = PrintSettings(with_text=True)
    assert takehome.lost(QUIZ, found["json"], free) == takehome.Lost((), 0, len(QUIZ.questions))
    both = replace(typed, questions=(*typed.questions, replace(WTO, id="q-2")))
    assert takehome.lost(both, found["kahoot"]).heading == "Leaves out 1 of 2 questions"
    assert takehome.lost(both, found["quizlet"]).heading == "What it leaves out or changes"


@pytest.fixture
def outcome(library: Library) -> results.Results:
    """Three students: one through, one who retried, one who has just joined."""
    taught = course(library)
    taught.take("Ada", "OECD", "12 million", "WTO")
    ben = taught.take("Ben", "OECD", "no idea", "WTO")
    taught.answer(ben.token, "q-wto", "WTO", number=2)
    taught.take("Cleo")
    return results.of_publication(library, taught.publication.id, now=NOW)


def test_the_grid_tells_right_from_wrong_in_signs(outcome: results.Results) -> None:
    """And in words where one points."""
    shown = outcomes.grid(outcome)
    assert '<td class="qg-yes" title="right">✓</td>' in shown
    assert '<td class="qg-no" title="wrong: OECD">✗</td>' in shown
    assert 'title="not reached">–</td>' in shown


def test_bars_name_the_wrong_answers(outcome: results.Results) -> None:
    """The right ones first, then the most frequent wrong one."""
    first = [bar for bar in outcomes.bars(outcome) if bar.place == 1]
    assert [(bar.answer, bar.students, bar.right) for bar in first] == [
        ("World Trade Organization", 0, True), ("OECD", 2, False),
    ]  # fmt: skip
    assert outcomes.shortened("word " * 40).endswith("word …")


def test_statistics_are_told_in_words() -> None:
    """Each in a sentence, with what to look at."""
    idle = Distractor("OECD", 0, 0.0, 0, 0)
    luring = Distractor("NATO", 4, 0.4, 3, 1)
    item = Item("q", 10, 0.25, -0.2, -0.3, (idle, luring), 0.5)
    words = outcomes.in_words(item)
    assert "25 % right (hard)." in words
    assert "check the right answer (-0.30)" in words
    assert "Hardly anyone chose: OECD." in words
    assert "Drew more of the best students than of the others: NATO." in words
    assert outcomes.in_words(Item("q", 0, None, None, None, (), None)) == "Nobody is through yet."


def test_the_picture_is_a_png() -> None:
    """The same for the same link."""
    link = "https://quiz.school.example/?code=BCDFGH"
    assert handing_out.picture(link).startswith(b"\x89PNG")
    assert handing_out.picture(link) == handing_out.picture(link)


def test_answers_of_many_parts_are_told_in_short() -> None:
    """How many fit, in the chart; each in its place, in the table."""
    match = question("matching", answer="x", pairs=(("Lima", "Peru"), ("Quito", "Ecuador")))
    assert telling.in_short(match, "Peru\nPeru") == "1 of 2 in their place"
    assert telling.given_text(match, "Peru") == "Lima: Peru; Quito: –"
    assert telling.in_short(match, "") == "nothing"
    assert telling.in_short(CARS, "12") == telling.given_text(CARS, "12") == "12"


def test_every_sentence_of_a_match_is_shown() -> None:
    """On a ground in its paragraph; what lies between is folded; other articles are quoted."""
    text = "\n\n".join(f"Paragraph {n} <b> is here." for n in range(12))
    article = replace(ARTICLE, text=text)

    def at(number: int, id_: str = ARTICLE.id) -> Evidence:
        told_ = f"Paragraph {number} <b> is here."
        start = text.index(told_)
        return Evidence(id_, start, start + len(told_), told_)

    other = replace(ARTICLE, title="Floods <i>", given_id="a-other")
    match = question(
        "matching", pairs=(("a", "b"),), evidence=at(1), further=(at(9), at(5, "a-other"))
    )
    shown = showing.article(article, Marks(), match)
    assert shown.count('<mark class="qg-sentence">') == 2
    assert "Between: 5 paragraphs" in shown
    assert "Further down: 1 paragraph<" in shown
    quoted = showing.elsewhere(match, article, (article, other))
    assert "Paragraph 5 &lt;b&gt; is here." in quoted
    assert "Floods &lt;i&gt;" in quoted
    assert showing.elsewhere(WTO, article, (article,)) == ""


def test_equal_labels_are_told_apart() -> None:
    """By a number, which stays whatever else is listed; another title is another label."""
    first = told.apart({"a": "Curbs", "b": "Cars", "c": "Curbs"}, {})
    assert first == {"a": "Curbs", "b": "Cars", "c": "Curbs (2)"}
    assert told.apart({"c": "Curbs", "d": "Curbs"}, first) == first | {"d": "Curbs (3)"}
    assert told.apart({"a": "Cars", "c": "Curbs"}, first)["a"] == "Cars (2)"


def test_what_the_form_does_not_change_stays() -> None:
    """To the second, and for tries that it does not offer."""
    zone = timezone(timedelta(hours=9))
    opens = datetime(2026, 8, 31, 22, 5, 33, tzinfo=UTC)
    given = Terms(opens, None, 5, shuffle_questions=True, shuffle_options=False, versions=2)
    shown = handing_out.wish_of(given, zone)
    assert shown.opens == (date(2026, 9, 1), time(7, 5))
    assert handing_out.changed(given, shown, zone) == given
    wished = replace(shown, closes=(date(2026, 9, 2), time(12)), tries="2", mix=False)
    assert handing_out.changed(given, wished, zone) == replace(
        given, closes_at=datetime(2026, 9, 2, 3, tzinfo=UTC), attempts_allowed=2,
        shuffle_questions=False,
    )  # fmt: skip
