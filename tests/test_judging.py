"""Answers are judged as a kind teacher would, and never so kindly that a wrong fact passes."""

from dataclasses import replace

import pytest
from conftest import WTO, question
from hypothesis import given
from hypothesis import strategies as st

from quizgen.practice.folding import folded, same
from quizgen.practice.judging import MAX_TYPED, PARTED, Judgement, bounded, judge, placed
from quizgen.question import Question, QuestionType

WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=5, max_size=9)


def typed(key: str, kind: str = "phrase", **changes: object) -> Question:
    """A question whose answer is typed."""
    parts = {"answer": key, "answer_kind": kind, "accepted": (), "spares": ()} | changes
    return question("short_answer", **parts)


RIGHT = [
    ("Tokyo", "city", "  tokyo. "),
    ("São Tomé", "city", "sao tome"),
    ("Łódź", "city", "LODZ"),
    ("the World Bank", "body", "World Bank"),
    ("in Tokyo", "city", "Tokyo"),
    ("U.S. Navy", "military", "US navy"),
    ("Moon Jae-in", "person", "moon jaein"),
    ("Moon Jae-in", "person", "Moon"),
    ("Maria Santos", "person", "Santos"),
    ("Ursula von der Leyen", "person", "von der Leyen"),
    ("Ursula von der Leyen", "person", "Leyen"),
    ("Martin King Jr.", "person", "King"),
    ("United Nations", "body", "UN"),
    ("United Nations", "body", "u.n."),
    ("12", "count", "twelve"),
    ("twelve", "count", "12"),
    ("seven", "count", "7"),
    ("just five", "count", "5"),
    ("about 300", "count", "300"),
    ("over 300,000", "count", "300000"),
    ("half a million", "count", "500,000"),
    ("2000", "count", "two thousand"),
    ("$3.2bn", "money", "3.2 billion dollars"),
    ("$3.2bn", "money", "$3,200,000,000"),
    ("$3.2bn", "money", "3.2 billion"),
    ("US$4.2 billion", "money", "$4.2bn"),
    ("10 %", "percent", "ten percent"),
    ("10%", "percent", "10 per cent"),
    ("10%", "percent", "10"),
    ("12 million cars", "quantity", "12 million"),
    ("five weeks", "duration", "5 weeks"),
    ("July 1", "date", "1 July 2019"),
    ("July 1", "date", "1st of July"),
    ("1 July 2019", "date", "July 1"),
    ("1 July 2019", "date", "2019-07-01"),
    ("1 July 2019", "date", "1/7/2019"),
    ("1 July 2019", "date", "7/1/2019"),
    ("Thursday, July 11, 2019", "date", "11 July 2019"),
    ("February 2021", "date", "Feb 2021"),
    ("1973", "date", "in 1973"),
    ("Friday", "date", "on Friday"),
    ("Brazil and Peru", "list", "Peru, Brazil"),
]
NEARLY = [
    ("Nigeria", "country", "Nigeira"),
    ("Maria Santos", "person", "Maria Santso"),
    ("Maria Santos", "person", "Santoss"),
    ("export curbs", "phrase", "exprt curbs"),
]
WRONG = [
    ("Tokyo", "city", ""),
    ("Tokyo", "city", "Osaka"),
    ("Iran", "country", "Iraq"),  # one letter, but in a short word
    ("Nigeria", "country", "Niger"),
    ("Austria", "country", "Australia"),
    ("Moon Jae-in", "person", "Jae-in"),
    ("Maria Santos", "person", "Maria"),
    ("Maria Santos", "person", "Maria Santana"),
    ("12", "count", "13"),
    ("seven", "count", "seventy"),
    ("seventeen", "count", "seventeenn hundred"),
    ("300", "count", "more than 300"),
    ("over 300", "count", "under 300"),
    ("$3.2bn", "money", "3.2 billion euros"),
    ("$3.2bn", "money", "$3.2m"),
    ("10%", "percent", "10 percentage points"),
    ("12 million cars", "quantity", "12 million trucks"),
    ("July 1", "date", "July 2"),
    ("July 1", "date", "July"),
    ("July 1", "date", "1 June"),
    ("1 July 2019", "date", "1 July 2018"),
    ("1973", "date", "1974"),
    ("1973", "date", "July 1973"),
    ("Friday", "date", "Saturday"),
    ("Brazil and Peru", "list", "Brazil"),
    ("A330 jets", "product", "A320 jets"),
]


@pytest.mark.parametrize(("key", "kind", "given"), RIGHT)
def test_the_same_in_other_words_is_right(key: str, kind: str, given: str) -> None:
    """Case, accents, articles, figures, dates, aliases, surnames."""
    judged = judge(typed(key, kind), given)
    assert (judged.verdict, judged.score, judged.counts) == ("right", 1, True)


@pytest.mark.parametrize(("key", "kind", "given"), NEARLY)
def test_one_slip_in_a_longer_word_counts(key: str, kind: str, given: str) -> None:
    """It is told apart, so that the spelling can be shown."""
    judged = judge(typed(key, kind), given)
    assert (judged.verdict, judged.score, judged.counts) == ("nearly", 1, True)


@pytest.mark.parametrize(("key", "kind", "given"), WRONG)
def test_another_answer_is_wrong(key: str, kind: str, given: str) -> None:
    """However near it looks."""
    judged = judge(typed(key, kind), given)
    assert (judged.verdict, judged.score, judged.counts) == ("wrong", 0, False)
    assert judged.reason


def test_accepted_answers_are_right() -> None:
    """With the same tolerance as the key."""
    asked = typed("Ministry of Trade", accepted=("METI", "trade ministry"))
    assert judge(asked, "meti").verdict == "right"
    assert judge(asked, "the trade minstry").verdict == "nearly"


def test_a_slip_never_becomes_another_option() -> None:
    """Nor a spare, nor a word or name of the article."""
    key, near = "Marston", "Morston"
    assert judge(typed(key), near).verdict == "nearly"
    assert judge(typed(key, spares=(near,)), near).verdict == "wrong"
    assert judge(typed(key, options=(key, near)), near).verdict == "wrong"
    assert judge(typed(key), near, text="Then Morston Hall opened.").verdict == "wrong"
    assert judge(typed(key, stem=f"Who beat {near}?"), near).verdict == "wrong"


def test_a_slip_in_a_number_is_another_number() -> None:
    """Digits never slip, and number words are read."""
    assert judge(typed("Boeing 73700"), "Boeing 73800").verdict == "wrong"
    assert judge(typed("sixty people", "count"), "sixty peoples").verdict == "right"


def test_a_surname_of_two_people_is_not_enough() -> None:
    """The full name is."""
    asked = typed("George Bush", "person")
    text = "George Bush spoke. Laura Bush listened."
    assert judge(asked, "Bush", text="George Bush spoke. President Bush left.").counts
    assert judge(asked, "Bush", text=text).reason == "several people of that surname are named"
    assert judge(asked, "George Bush", text=text).counts


def test_a_unit_of_the_stem_may_be_added() -> None:
    """Of "5 million people" where people were asked for, not where anything else was."""
    asked = typed("5 million", "count", stem="How many people fled?")
    assert judge(asked, "5 million people").counts
    assert not judge(asked, "5 million dollars").counts


@pytest.mark.parametrize("kind", ["multiple_choice", "true_false"])
def test_a_choice_is_right_or_wrong(kind: QuestionType) -> None:
    """By its text, to the letter."""
    asked = replace(WTO, type=kind)
    assert judge(asked, WTO.answer).verdict == "right"
    assert judge(asked, "WTO").verdict == "wrong"


def test_matching_and_ordering_are_scored_by_place() -> None:
    """The share in its place, and right only if all are."""
    pairs = (("Seoul", "South Korea"), ("Tokyo", "Japan"), ("Lima", "Peru"), ("Rome", "Italy"))
    match = question("matching", answer="", pairs=pairs)
    assert judge(match, PARTED.join(right for _, right in pairs)).verdict == "right"
    half = judge(match, PARTED.join(("South Korea", "Japan", "Italy", "Peru")))
    assert half == Judgement("wrong", "2 of 4 are in their place", 0.5)
    order = question("ordering", answer="", items=("first", "second"))
    assert judge(order, "first\nsecond").verdict == "right"
    assert judge(order, "second\nfirst").score == 0
    assert judge(order, "first\nsecond\nsecond").score == pytest.approx(2 / 3)


def test_each_place_has_its_own_verdict() -> None:
    """With what was put there; too few and too many are no fault of the others."""
    pairs = (("Seoul", "South Korea"), ("Tokyo", "Japan"))
    match = question("matching", answer="", pairs=pairs)
    assert [(p.place, p.given, p.right) for p in placed(match, "South Korea")] == [
        ("Seoul", "South Korea", True),
        ("Tokyo", "", False),
    ]
    order = question("ordering", answer="", items=("first", "second"))
    assert [(p.place, p.right) for p in placed(order, "second\nfirst\nthird")] == [
        ("1", False),
        ("2", False),
    ]
    assert placed(WTO, "x") == ()


def test_a_long_answer_of_many_parts_is_kept_whole() -> None:
    """While a typed one is cut where none can be right any more."""
    items = tuple(f"{n}{'x' * 150}" for n in range(6))
    order = question("ordering", answer="", items=items)
    given = PARTED.join(items)
    assert bounded(order, given) == given
    assert judge(order, given).verdict == "right"
    assert len(bounded(WTO, given)) == MAX_TYPED


@given(st.text(max_size=30))
def test_an_answer_is_the_answer(key: str) -> None:
    """What is typed as it is printed is right; and judging never fails."""
    judged = judge(typed(key), key)
    assert judged.counts == bool(folded(key))


@given(st.text(max_size=30), st.text(max_size=30))
def test_case_and_spaces_make_no_difference(key: str, other: str) -> None:
    """The verdict is the same for the same words."""
    assert same(key, f"  {key.swapcase()} ") or not folded(key) or key != key.swapcase().swapcase()
    judged = judge(typed(key), other)
    assert judge(typed(key), f" {other}\t").verdict == judged.verdict
    assert 0 <= judged.score <= 1


@given(WORDS, st.integers(0, 8), st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
def test_one_letter_more_is_a_slip_unless_the_article_has_it(
    key: str, at: int, letter: str
) -> None:
    """Whatever the word: never "nearly" for a word of the article."""
    slipped = key[:at] + letter + key[at:]
    judged = judge(typed(f"Kell {key}"), f"Kell {slipped}", text=f"Then {slipped} came.")
    assert judged.verdict == "wrong"


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_numbers_are_right_only_if_equal(one: int, other: int) -> None:
    """With or without separators."""
    assert judge(typed(f"{one:,}", "count"), str(one)).counts
    assert judge(typed(str(one), "count"), f"{other:,}").counts == (one == other)
