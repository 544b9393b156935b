"""A review of past weeks: what comes back and what was missed, and nothing that is overtaken."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import WTO, Command

import quizgen as library
from quizgen.archive import review as reviews
from quizgen.archive.dated import days_in, with_years
from quizgen.archive.overtaken import overtaken
from quizgen.archive.recurring import come_back, names, told
from quizgen.article import Article
from quizgen.contract import to_json
from quizgen.errors import InputError
from quizgen.exports import FORMATS, render
from quizgen.question import Evidence, Question
from quizgen.quiz import Quiz

MONDAY = date(2019, 9, 2)
FILLING = "Nothing else was told about it by anybody in the long hours that followed. " * 8


def news(name: str, week: int, title: str = "", lead: str = "") -> Article:
    """An article of the Monday of a week."""
    text = f"{title}\n\n{lead or FILLING}\n\n{FILLING}"
    return Article(text, title, MONDAY + timedelta(weeks=week), given_id=name)


def asked(stem: str, answer: str, of: Article, **changes: Any) -> Question:
    """A question with a sentence of its own, in the lead of its article unless said otherwise."""
    start = changes.pop("at", of.text.index("\n\n") + 2)
    sentence = changes.pop("sentence", f"{stem} {answer}")
    changes = {
        "type": "short_answer", "context": "", "options": None, "accepted": (), "spares": (),
        "rule": "subject", "answer_kind": "person", "id": f"q-{stem} {answer}", "score": 0.7,
    } | changes  # fmt: skip
    evidence = Evidence(of.id, start, start + 9, sentence)
    return replace(WTO, stem=stem, answer=answer, evidence=evidence, **changes)


def quiz(of: Article, *questions: Question) -> Quiz:
    """The quiz of a week with one article."""
    return Quiz(f"quiz-{of.id}", f"Week of {of.id}", (of,), questions)


FIRST, SECOND, THIRD = (news(name, week) for week, name in enumerate("abc"))
BRIDGE = asked("Who opened the new bridge at Recife in heavy rain?", "Maria Santos", FIRST)
MINES = asked("Which union called the miners of Zabrze out on strike?", "Solidarity", SECOND)
TAX = asked("Which parliament voted against a tax on sugar from Cuba?", "Sejm", THIRD)


def stems(made: Quiz) -> list[str]:
    """The first words of each stem."""
    return [" ".join(question.stem.split()[:2]) for question in made.questions]


def test_each_week_has_its_turn_the_oldest_first() -> None:
    """Whatever the order in which the quizzes come; ids stay; the title tells the days."""
    weeks = [quiz(THIRD, TAX), quiz(FIRST, BRIDGE), quiz(SECOND, MINES)]
    made = library.review(weeks)
    assert [question.id for question in made.questions] == [BRIDGE.id, MINES.id, TAX.id]
    assert made.title == "In review: the news from September 2, 2019 to September 16, 2019"
    assert [article.id for article in made.articles] == ["a", "b", "c"]
    assert library.from_json(to_json(made)) == made
    assert library.review(reversed(weeks)) == made


def test_of_one_week_as_much_as_of_others() -> None:
    """Two questions a quiz of two are not both of the week that has more."""
    more = asked(
        "Which river burst its banks near Lima on Sunday night?", "Rímac", FIRST, score=0.8
    )
    made = library.review([quiz(FIRST, more, BRIDGE), quiz(SECOND, MINES)], count=2)
    assert [question.evidence.article for question in made.questions] == ["a", "b"]


def test_what_comes_back_goes_first() -> None:
    """A person of whom later weeks tell; the last week's facts wait."""
    later = news("b", 1, "Santos resigns as mayor of Recife", "Maria Santos resigned.")
    other = asked("Who closed the old harbour at Gdynia in heavy snow?", "Anna Kowalska", FIRST)
    weeks = [quiz(FIRST, other, BRIDGE), quiz(later, replace(MINES, evidence=TAX.evidence))]
    weeks[1] = quiz(later, asked("Which union struck?", "Solidarity", later, score=0.0))
    assert stems(library.review(weeks, count=1)) == ["Who opened"]


def test_an_answer_may_come_again_in_another_week() -> None:
    """But not for one fact told twice; and news of the same day is no later news."""
    again = asked("Who flew to Gdynia to sell ships of the navy?", "Maria Santos", SECOND)
    twice = asked("Who opened the bridge at Recife in new and heavy rain?", "Maria Santos", THIRD)
    made = library.review([quiz(FIRST, BRIDGE), quiz(SECOND, again), quiz(THIRD, twice)])
    assert [question.evidence.article for question in made.questions] in (["a", "b"], ["b", "c"])
    other = news("z", 0, "Maria Santos resigns")
    alone, both = ([quiz(FIRST, BRIDGE)], [quiz(FIRST, BRIDGE), quiz(other, TAX)])
    both[1] = quiz(other, asked("Who resigned at Recife in heavy snow?", "Maria Santos", other))
    worth_of = {each.question.id: each.worth for each in reviews.sifted(both)[0]}
    lone = reviews.sifted(alone)[0][0].worth
    assert round(worth_of[BRIDGE.id], 4) == round(lone - reviews.FRESH, 4)


def test_main_events_go_before_small_facts() -> None:
    """And what was missed before both, once enough have answered."""
    small = asked("How old was Maria Santos in September 2019?", "33", FIRST, rule="age",
                  answer_kind="count", score=0.95)  # fmt: skip
    far = asked("Which paper in Recife wrote of a bridge too far?", "Folha", FIRST, at=900)
    week = quiz(FIRST, small, far, BRIDGE)
    assert stems(library.review([week], count=1)) == ["Who opened"]
    assert stems(library.review([week], count=1, missed={far.id: 0.9})) == ["Which paper"]


def test_a_share_of_few_answers_tells_nothing() -> None:
    """Of five it does."""
    answers = [("few", False)] * 4 + [("q", False), ("q", True), *[("q", False)] * 3]
    assert reviews.shares(answers) == {"q": 0.8}


def test_a_question_of_two_quizzes_is_asked_once() -> None:
    """As it stands last; a review does not count as its own story coming back."""
    reworded = replace(BRIDGE, stem="Who has opened the new bridge at Recife in heavy rain?")
    both = [quiz(FIRST, BRIDGE), Quiz("quiz-r", "Review", (FIRST,), (reworded,))]
    made = library.review(both)
    assert [question.stem for question in made.questions] == [reworded.stem]
    worthy, _ = reviews.sifted(reviews.in_order(both))
    assert [round(each.worth, 4) for each in worthy] == [
        round(each.worth - reviews.FRESH, 4) for each in reviews.sifted([quiz(FIRST, reworded)])[0]
    ]


def test_what_names_nothing_is_not_asked_again() -> None:
    """Neither in its stem nor in the line above it; a title is enough."""
    bare = asked("How many buses did the council buy in September 2019?", "40", FIRST,
                 answer_kind="count", context="September 2, 2019")  # fmt: skip
    titled = replace(bare, context="Recife renews its buses, September 2, 2019")
    for question, number in ((bare, 0), (titled, 1)):
        worthy, left = reviews.sifted([quiz(FIRST, question)])
        assert (len(worthy), len(left)) == (number, 1 - number)


def reason(question: Question, *later: Question, weeks: int = 4) -> str:
    """Why a question of the first week is not asked again some weeks later."""
    return overtaken(question, FIRST, later, MONDAY + timedelta(weeks=weeks))


@pytest.mark.parametrize(
    ("stem", "answer", "changes"),
    [
        ("How many people were killed by the storm in Lima?", "40", {"answer_kind": "count"}),
        ("According to a poll, how many Poles want Anna Kowalska?", "30 percent", {}),
        ("The storm in Lima has injured 40 people.", "True", {"type": "true_false"}),
        ("Which island was the storm expected to hit?", "Bermuda", {}),
        ("By which party will the vote be called before September 20?", "PiS", {}),
        ("Which minister from Lima resigned yesterday?", "Ana Rojas", {}),
    ],
)
def test_what_later_news_overtakes_is_not_asked(stem: str, answer: str, changes: Any) -> None:
    """Counts that go on, polls, what was expected and its day is past, and yesterday."""
    assert reason(asked(stem, answer, FIRST, **changes))


@pytest.mark.parametrize(
    ("stem", "answer", "changes"),
    [
        ("How many people did the flood of 1998 kill in Lima?", "40", {"answer_kind": "count"}),
        ("How many bridges did Maria Santos open in Recife?", "three", {"answer_kind": "count"}),
        ("To cases with how many doctors did Lima limit it?", "two", {"answer_kind": "count"}),
        ("Which league stopped playing due to the storm in Lima?", "NBA", {}),
        ("Who may have sent a strong warning to Lima?", "Bo", {}),
        ("Who said that the storm would hit Bermuda?", "Ana Rojas", {"rule": "statement_speaker"}),
        ("By which year will Chile close its coal plants?", "2040", {"answer_kind": "date"}),
        ("Who resigned in Lima on September 1, 2019?", "Ana Rojas", {}),
    ],
)
def test_what_still_stands_is_asked(stem: str, answer: str, changes: Any) -> None:
    """Old counts, counts of what is done, what was said, and what is still to come."""
    assert reason(asked(stem, answer, FIRST, **changes)) == ""


def test_what_was_expected_stays_open_for_some_days() -> None:
    """A week; without the day of its article nobody can tell."""
    plan = asked("Which island was the storm expected to hit?", "Bermuda", FIRST)
    late = asked("Which union will meet Anna Kowalska on September 20?", "Solidarity", FIRST)
    assert overtaken(plan, FIRST, (), MONDAY + timedelta(days=3)) == ""
    assert overtaken(late, FIRST, (), MONDAY + timedelta(days=10)) == ""
    assert overtaken(plan, replace(FIRST, published=None), (), MONDAY) == ""
    assert overtaken(plan, FIRST, (), None) == ""


def test_a_post_with_another_holder_since_is_not_asked() -> None:
    """Whichever way the later question tells it; another post, or the same holder, is none."""
    post = "Who was the Prime Minister of the United Kingdom in {} 2019?"
    may = asked(post.format("May"), "Theresa May", FIRST, rule="holder")
    johnson = asked(post.format("September"), "Boris Johnson", THIRD, rule="holder")
    told_of = asked(
        "Who is Boris Johnson?", "the prime minister of the United Kingdom", THIRD, rule="role",
    )  # fmt: skip
    assert "Boris Johnson" in reason(may, johnson)
    assert "Boris Johnson" in reason(may, told_of)
    assert reason(may, replace(johnson, answer="Theresa")) == ""
    other = asked("Who was the mayor of Lima in May 2019?", "Ana Rojas", THIRD, rule="holder")
    assert reason(may, other, BRIDGE) == ""


def test_what_later_news_answers_otherwise_is_not_asked() -> None:
    """One stem but for its day, with another answer."""
    stem = "Which team led the league of Poland on September {}, 2019?"
    first, second = asked(stem.format(1), "Legia", FIRST), asked(stem.format(15), "Lech", THIRD)
    assert "Lech" in reason(first, second)
    assert reason(first, replace(second, answer="Legia")) == ""
    assert reason(first, BRIDGE) == ""
    turned = asked("Which league of Poland did Legia lead on September 15, 2019?", "Lech", THIRD)
    assert (
        reason(replace(turned, answer="Legia", stem=turned.stem.replace("Legia", "Lech")), turned)
        == ""
    )


def test_days_have_their_year() -> None:
    """In stem, key and options, outside quotation marks; a typed key without it stays right."""
    day = asked(
        'On which day did Poland vote on "the May 3 law", after May 5 and May 7, 2018?',
        "August 10", FIRST, options=("August 10", "August 12"), type="multiple_choice",
        spares=("January 3",),
    )  # fmt: skip
    made = with_years(day, FIRST)
    assert made.stem == (
        'On which day did Poland vote on "the May 3 law", after May 5, 2019 and May 7, 2018?'
    )
    assert (made.id, made.answer) == (day.id, "August 10, 2019")
    assert made.accepted == ("August 10",)
    assert made.options == ("August 10, 2019", "August 12, 2019")
    assert made.spares == ("January 3, 2020",)
    assert with_years(day, replace(FIRST, published=None)) == day
    assert days_in("by 2040, in May 2021 or on June 3", MONDAY) == [
        date(2019, 6, 3), date(2021, 5, 31), date(2040, 12, 31),
    ]  # fmt: skip


def test_names_are_read_from_capitals() -> None:
    """Without what opens a sentence, months and pronouns; the last word stands for the whole."""
    text = "According to Donald Trump's aide, I met the Bank of England in May. It is Lima."
    found = names(text)
    assert {"Donald Trump", "Trump", "Bank of England", "England", "Lima"} <= found
    assert not {"According", "I", "It", "May"} & found


def test_a_place_comes_back_less_than_a_person() -> None:
    """Countries are in many stories; the title's names count for half."""
    later = [told(quiz(news("b", 1, "Trump meets Santos in Brazil"), TAX))] * 2
    person = asked("Who met Donald Trump?", "Bo", FIRST)
    place = asked("Who flew to Brazil?", "Bo", FIRST)
    assert come_back(person, "", later) == 1
    assert 0 < come_back(place, "", later) < 1
    assert come_back(asked("Who left?", "Bo", FIRST), "Trump falls ill", later) == 0.5
    assert come_back(person, "", []) == 0


@pytest.mark.parametrize(
    "weeks", [[], [quiz(FIRST)], [quiz(FIRST, replace(BRIDGE, stem="Who?", score=0.0))]]
)
def test_nothing_to_ask_again_is_told(weeks: list[Quiz]) -> None:
    """No quiz, one without questions, or only poor ones."""
    with pytest.raises(InputError, match="weeks"):
        library.review(weeks)


def test_undated_news_is_reviewed_too() -> None:
    """Under a title without days."""
    undated = replace(FIRST, published=None)
    assert library.review([quiz(undated, BRIDGE)]).title == "The weeks in review"


def test_a_title_does_not_tell_the_keys_of_others() -> None:
    """Two questions on one article, whose title names the key of the first."""
    of = news("a", 0, "Santos opens the bridge at Recife in the rain")
    line = f"{of.title}, September 2, 2019"
    first = replace(BRIDGE, context="September 2, 2019")
    second = asked(
        "Which company from Gdynia built the bridge at Recife?", "Budimex", of, context=line
    )
    made = library.review([quiz(of, replace(first, evidence=second.evidence), second)])
    lone = library.review([quiz(of, second)])
    assert lone.questions[0].context == line
    by_id = {question.id: question.context for question in made.questions}
    assert by_id.get(second.id, "[…]").startswith("[…]")


def written(folder: Path, *weeks: Quiz) -> list[Path]:
    """The files of quizzes."""
    for week in weeks:
        (folder / f"{week.id}.json").write_text(to_json(week), "utf-8")
    return [folder / f"{week.id}.json" for week in weeks]


def test_the_command(quizgen: Command, tmp_path: Path) -> None:
    """Files in, a quiz out; what was overtaken is counted; no file at all is told."""
    toll = asked("How many people did the storm in Lima kill?", "40", FIRST, answer_kind="count")
    files = written(tmp_path, quiz(FIRST, BRIDGE, toll), quiz(SECOND, MINES))
    result = quizgen("review", *files, "--title", "Autumn")
    made = json.loads(result.out)
    assert (made["title"], len(made["questions"])) == ("Autumn", 2)
    assert "2 of 3 questions; 1 left out as overtaken" in result.err
    assert quizgen("review", *files, "--count", "0").status == 2
    assert quizgen("review", tmp_path / "none.json").status == 2
    assert quizgen("review", files[0], "-q", "--date", "2019-09-03").err == ""


def test_every_format_takes_a_review(quiz_of_weeks: Callable[[], Quiz]) -> None:
    """As any other quiz."""
    made = quiz_of_weeks()
    for kind in FORMATS:
        assert render(made, kind.name)


@pytest.fixture
def quiz_of_weeks() -> Callable[[], Quiz]:
    """A review with options, as formats for games need them."""
    options = ("Maria Santos", "Ana Rojas", "Anna Kowalska", "Bo Lim")
    choice = replace(BRIDGE, type="multiple_choice", options=options)
    return lambda: library.review([quiz(FIRST, choice), quiz(SECOND, MINES)])
