"""A week's quiz: one story told by several articles is one, and no fact is asked twice."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import WTO, Command
from recorded import analysis_of

import quizgen as library
from quizgen.analysis.pipeline import Analysis
from quizgen.archive import week
from quizgen.archive.spreading import Pool, cost, spread
from quizgen.archive.stories import Story, stories
from quizgen.archive.worth import worth
from quizgen.article import Article
from quizgen.context_line import without_keys
from quizgen.contract import from_json
from quizgen.question import Evidence, Question
from quizgen.quiz import Candidates, Settings

DAY = date(2019, 9, 16)


def told(opening: str, id_: str, title: str = "", day: date | None = DAY) -> Analysis:
    """A recorded analysis as an article of its own."""
    found = analysis_of(opening, title=title, published=day)
    return replace(found, article=replace(found.article, given_id=id_))


SANTOS = "Maria Santos, a teacher from"
VOLVO = "Kenya banned plastic bags on May 3"


def titles(found: Sequence[Story]) -> list[tuple[int, ...]]:
    """The places of the articles of each story."""
    return [story.members for story in found]


def test_articles_on_the_same_people_are_one_story() -> None:
    """The one that several tell is the biggest."""
    week_ = [told(VOLVO, "a"), told(SANTOS, "b", "Santos"), told(SANTOS, "c", "Santos")]
    assert titles(stories(week_)) == [(1, 2), (0,)]


def test_a_story_ends_after_a_week() -> None:
    """What is told later is news again; without days names decide."""
    late = told(SANTOS, "b", "Santos", date(2019, 9, 30))
    assert len(stories([told(SANTOS, "a", "Santos"), late])) == 2
    assert len(stories([told(SANTOS, "a", "Santos", None), late])) == 1


def test_one_name_in_common_is_no_story() -> None:
    """The president is in many."""
    first, second = told("Samsung closed its last factory", "a"), told(VOLVO, "b")
    assert len(stories([first, second])) == 2


def article(id_: str) -> Article:
    """An article of the week."""
    return Article("x" * 1000, published=DAY, given_id=id_)


def asked(id_: str, article_: str, stem: str, answer: str, **changes: Any) -> Question:
    """A question with a sentence of its own."""
    told_by = changes.pop("sentence", f"{stem} {answer} {id_}")
    evidence = Evidence(article_, changes.pop("at", 0), 900, told_by)
    changes = {"context": "", "options": None, "type": "short_answer", "accepted": ()} | changes
    return replace(WTO, id=id_, stem=stem, answer=answer, evidence=evidence, **changes)


def ids(pools: Sequence[Sequence[Question]], sizes: Sequence[float], count: int | None) -> str:
    """The ids of the questions chosen of articles that each tell a story of a size."""
    told_of = [Story((place,), size) for place, size in enumerate(sizes)]
    given = [Pool(article(f"a{place}"), pool) for place, pool in enumerate(pools)]
    return " ".join(question.id for question in spread(told_of, given, count))


STEMS = (
    "Which river burst its banks near Lima?",
    "Who opened the new school at Recife?",
    "When did the strike of miners at Zabrze end?",
    "What has the Sejm voted against in Warsaw?",
)
ANSWERS = ("Rímac", "Maria Santos", "the fourth of May", "a tax on sugar")


def pool(id_: str, start: int = 0) -> list[Question]:
    """Two questions with nothing in common."""
    pairs = list(zip(STEMS, ANSWERS, strict=True))[start : start + 2]
    return [asked(f"{id_}{n}", id_, stem, answer) for n, (stem, answer) in enumerate(pairs)]


def test_every_story_is_asked_about_before_the_second_question() -> None:
    """A big one has more than a small one; stories stay together."""
    assert ids([pool("a"), pool("b", 2)], [0.2, 0.1], 2) == "a0 b0"
    assert ids([pool("a"), pool("b", 2)], [9, 0.1], 2) == "a0 a1"
    assert ids([pool("a"), pool("b", 2)], [0.2, 0.1], None) == "a0 a1 b0 b1"


def test_no_story_fills_more_than_half_of_a_quiz() -> None:
    """Unless it is the only one."""
    four = pool("a") + [replace(each, id=f"c{n}") for n, each in enumerate(pool("a", 2))]
    assert ids([four, pool("b", 1)[:1]], [9, 0.1], 4) == "a0 a1"
    assert ids([four], [9], 4) == "a0 a1 c0 c1"


def test_no_question_of_a_few_tells_the_key_of_another() -> None:
    """Rather there are fewer; a quiz of all has both."""
    telling = asked("a9", "a", "Who filmed the Rímac at its mouth?", "Jorge Diaz")
    assert ids([[*pool("a"), telling]], [1], 3) == "a0 a1"
    assert ids([[*pool("a"), telling]], [1], None) == "a0 a1 a9"


def test_how_a_paper_got_its_news_is_hardly_asked() -> None:
    """The other question goes before."""
    paper = replace(article("a"), source="Lima Times")
    about = asked("z", "a", "Which paper did the Rímac's fishers call?", "Lima Times")
    other = replace(
        asked("y", "a", STEMS[1], ANSWERS[1]), evidence=replace(about.evidence, start=900)
    )
    assert [q.id for q in spread([Story((0,), 1)], [Pool(paper, [about, other])], 1)] == ["y"]


SENTENCE = "The Rímac burst its banks again."


@pytest.mark.parametrize(
    "again",
    [
        asked("b0", "b", "At which place did water rise?", "the Rímac", accepted=("Rímac",)),
        asked("b0", "b", "Which river near Lima burst its banks and dams?", "Rio Rímac"),
        asked("b0", "b", "Where do fish swim?", "Peru", sentence=SENTENCE),
    ],
)  # fmt: skip
def test_no_fact_is_asked_twice(again: Question) -> None:
    """Neither one answer, nor one question in like words, nor one sentence of two articles."""
    first = replace(pool("a")[0], evidence=Evidence("a", 0, 9, SENTENCE))
    assert ids([[first], [again]], [1, 1], None) == "a0"


def test_a_news_desk_prefers_options_and_the_news_itself() -> None:
    """To gaps, background, what stands far down, small rules, and what tells another's answer."""
    plain, other = asked("z", "a", STEMS[0], ANSWERS[0]), asked("y", "a", STEMS[1], ANSWERS[1])
    for worse in (
        replace(plain, type="cloze"),
        replace(plain, stem="Which river burst its banks in 1985?"),
        replace(plain, evidence=replace(plain.evidence, start=900)),
        replace(plain, rule="acronym"),
    ):
        assert ids([[worse, other]], [1], 1) == "y"
    chosen = replace(other, type="multiple_choice", options=("Maria Santos", "Rímac"))
    third = asked("x", "a", STEMS[2], ANSWERS[2])
    assert ids([[chosen, plain, third]], [1], 2) == "y x"


def test_kinds_of_answer_change() -> None:
    """After two of a kind a third has to be much better."""
    alike = [asked(f"k{n}", "a", STEMS[n], ANSWERS[n], score=0.8) for n in range(3)]
    other = asked("o", "a", STEMS[3], ANSWERS[3], answer_kind="law", rule="object", score=0.72)
    assert ids([[*alike, other]], [1], 3) == "k0 k1 o"


def made_week(*analyses: Analysis, count: int | None = 4) -> library.Quiz:
    """The quiz on recorded articles."""

    class Recorded:
        """A pipeline that has read them."""

        name = "recorded"

        def analyse_all(self, _: object) -> Sequence[Analysis]:
            """The analyses."""
            return analyses

    pipeline: Any = Recorded()
    return library.week([], pipeline=pipeline, settings=Settings(count=count))


def test_the_whole_way_of_a_week() -> None:
    """One question a story first; the title tells the days; the articles are those asked about."""
    later = told(VOLVO, "b", day=date(2019, 9, 18))
    quiz = made_week(told(SANTOS, "a", "Santos"), told(SANTOS, "c", "Santos"), later)
    assert quiz.title == "The news from September 16, 2019 to September 18, 2019"
    assert [each.id for each in quiz.articles] == ["a", "c", "b"]
    assert {each.evidence.article for each in quiz.questions} >= {"b"}
    assert len({each.answer for each in quiz.questions}) == len(quiz.questions) > 1
    assert made_week(told(SANTOS, "a")).title == "The news of September 16, 2019"
    assert made_week(told(SANTOS, "a", day=None), count=None).title == "The week's news"


def test_of_many_stories_the_biggest_are_looked_at() -> None:
    """Two for each question wanted."""
    week_ = [told(VOLVO, "a"), told(SANTOS, "b"), told("Samsung closed its last factory", "c")]
    assert len(made_week(*week_, count=1).articles) == 2


@pytest.mark.usefixtures("faked")
def test_the_command_reads_dates_and_weeks(
    quizgen: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each article by its own date; what can't be read is told, and the rest is asked about."""
    monkeypatch.setattr(week, "stories", lambda found: [Story(tuple(range(len(found))), 1.0)])
    monkeypatch.setattr("quizgen.quiz.with_each_other", lambda *_: None)
    monkeypatch.setattr("quizgen.quiz.candidates", lambda *_: Candidates((), (WTO,), ()))
    text = "The council has agreed to the plan for a new bridge in the town."
    rows = [
        {"id": "a", "text": text, "published": "2019-09-16"},
        {"id": "b", "text": text, "published": "2019-09-23"},
        {"id": "c", "text": text},
        {"id": "d", "text": ""},
    ]
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    result = quizgen("week", source, "--week", "2019-09-22", "--date", "2019-09-20")
    assert (result.status, "d: the text is empty" in result.complaint) == (1, True)
    quiz = from_json(result.out)
    assert [each.id for each in quiz.articles] == ["a", "c"]
    none = quizgen("week", source, "--week", "2020-01-01")
    assert (none.status, "the text is empty" in none.complaint) == (2, True)
    monkeypatch.setattr("quizgen.quiz.assembled", lambda *_, **__: replace(quiz, questions=()))
    assert "no sound question" in quizgen("week", source).err


def test_a_figure_never_leads_a_story() -> None:
    """A day and a saying stand behind what happened, however good they are."""
    day = asked("d", "a", "On which date did the Rímac burst its banks?", "May 4",
                rule="date", answer_kind="date", score=1.0)  # fmt: skip
    saying = asked(
        "s", "a", 'Who said, "Lima is under water"?', "Ana", rule="quote_speaker", score=1.0
    )
    event = asked("e", "a", STEMS[1], ANSWERS[1], answer_kind="law", score=0.5, at=900)
    assert ids([[day, saying, event]], [1], None) == "e s d"


def test_the_main_event_goes_first() -> None:
    """What lead sentence and title tell, before details that are asked as well."""
    title = "Maria Santos opens the school at Recife"
    of = Article(f"{title}\n\nMaria Santos opened it. It rained.\n\n{'x' * 900}", title, DAY)
    main = asked("m", of.id, STEMS[1], ANSWERS[1], at=len(title) + 2)
    detail = asked("d", of.id, STEMS[0], ANSWERS[0], at=len(title) + 90, score=main.score + 0.1)
    assert worth(main, of) > worth(detail, of)
    beside = replace(detail, evidence=replace(detail.evidence, start=len(title) + 26))
    assert worth(main, of) > worth(beside, of) > worth(detail, of)


@pytest.mark.parametrize(
    ("stem", "answer", "changes"),
    [
        ("Who opened the new school beside the river?", "Maria Santos", {}),
        ("Who left Recife?", "Maria Santos", {}),
        ("Who opened the new school at Recife?", "Santos", {"answer_kind": "person"}),
        ("Who founded the new school at Recife?", "Maria Santos", {}),
        ("Who opened the new school at Recife?", "Maria Santos", {"rule": "age"}),
        ("Who opened the new school at Recife?", "Maria Santos", {"sentence": "Born in 1950, she"}),
        (
            "What ended at Recife on Monday, May 6?",
            "his presidential campaign",
            {"context": "Santos leaves the campaign"},
        ),
    ],
)
def test_what_a_news_desk_would_not_print(stem: str, answer: str, changes: Any) -> None:
    """Stems that name nothing or tell little, parts of names, lives, ages, what was long before."""
    of = Article("Maria Santos opened the new school at Recife. " * 20, published=DAY)
    good = asked("g", of.id, "Who opened the new school at Recife?", "Maria Santos", sentence="")
    plain = {"sentence": ""} | changes
    assert worth(asked("p", of.id, stem, answer, **plain), of) < worth(good, of)


def test_better_few_than_poor_questions() -> None:
    """Of a story with good ones; all of them where all are wanted."""
    poor = asked("p", "a", "Who left?", "Bo", at=900, score=0.1)
    assert ids([[*pool("a"), poor]], [1], 3) == "a0 a1"
    assert ids([[*pool("a"), poor]], [1], None) == "a0 a1 p"
    assert ids([[poor]], [1], 3) == "p"


def test_an_acronym_is_no_word_of_a_question() -> None:
    """The question word does not tell the key WHO, but its name in a stem does."""
    body = {"answer_kind": "body", "rule": "to"}
    who = asked("w", "b", STEMS[2], "World Health Organization", accepted=("WHO",), **body)
    plain = asked("p", "a", STEMS[1], ANSWERS[1], answer_kind="person", rule="subject")
    telling = replace(plain, stem="Who opened the new office of the WHO at Recife?")
    assert cost(telling, [who]) > cost(plain, [who])


def test_titles_do_not_tell_the_keys_of_a_story() -> None:
    """A person's names and other names leave a gap; too little left leaves the day."""
    line = "US President Trump meets Maria Santos at Recife, May 4, 2019"
    assert without_keys(line, ["Donald Trump"], ["Recife"]) == (
        "US President […] meets Maria Santos at […], May 4, 2019"
    )
    assert (
        without_keys("Trump in Recife, May 4, 2019", ["Donald Trump"], ["Recife"]) == "May 4, 2019"
    )
    assert (
        without_keys("[…] Trump wins in Lima again", ["Donald Trump"], [])
        == "[…] wins in Lima again"
    )
    assert without_keys(line, ["Bo"], ["", "Lima"]) == line


def test_what_an_acronym_stands_for_is_not_asked() -> None:
    """By a news desk; the other rules stay."""
    rules = library.load_rules()
    left = {rule.name for rule in rules} - {rule.name for rule in week.asked_by(rules)}
    assert left == {"acronym"}
