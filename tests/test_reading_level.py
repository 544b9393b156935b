"""Reading level: syllables as dictionaries count them, formulas as published, grades as told."""

from dataclasses import replace

import pytest
from conftest import WTO
from recorded import analysis_of, drafts_of

from quizgen import ranking
from quizgen.quiz import Quiz
from quizgen.ranking import Ranked
from quizgen.reading_level import (
    level_of_articles,
    level_of_questions,
    reading_level,
    sentences,
    syllables,
)

KNOWN = {
    1: (
        "the strength through asked called looked named made rates cakes stopped played cried "
        "fears votes loved war school house trees bridge fixed laughed moved priced aged "
        "guests shoes"
    ),
    2: (
        "city table apple happy water paper river bridges houses wanted needed boxes wishes "
        "talking payment ruling winner handled cycle people's hopeful careless races reaching "
        "mountain machine nation vision famous precious marriage playing saying thousand teacher "
        "question cables player mayors science quiet ocean lonely spokesman accused pictures"
    ),
    3: (
        "national president animal hospital radio video family December officer banana industry "
        "decided agreement beautiful previous obvious media Syria period museum editor employer "
        "example completely telephone important continued area violence scientists offices united"
    ),
    4: (
        "ability television information political community economy population America experience "
        "material society variety situation January"
    ),
    5: "university organization opportunity possibility individual",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, listed in KNOWN.items() for word in listed.split()]
)
def test_syllables_are_those_of_the_dictionary(word: str, count: int) -> None:
    """By rules on the spelling, and a list of what these miss."""
    assert syllables(word) == count


@pytest.mark.parametrize(("word", "count"), [("2019", 4), ("WTO", 3), ("well-known", 2), ("b", 1)])
def test_other_tokens_have_syllables_too(word: str, count: int) -> None:
    """Letters of an acronym are spelt; a compound has those of its parts."""
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One.", 1),
        ("No stop", 1),
        ("One. Two! Three?", 3),
        ("Mr. J. Smith of the U.S. Senate paid $1.5 million. He left.", 2),
        ("A headline\n\nOne sentence.", 2),
        ('She said, "Go." He went.', 2),
        ("", 1),
    ],
)
def test_sentences_are_counted(text: str, count: int) -> None:
    """Abbreviations, initials and decimal points end none; a paragraph ends one."""
    assert sentences(text) == count


def test_the_formulas_are_the_published_ones() -> None:
    """Worked by hand: 9 words, 2 sentences, 10 syllables, 30 letters."""
    level = reading_level("The dog ran into it. The cats sat there.")
    assert level is not None
    assert level.flesch_kincaid == round(0.39 * 4.5 + 11.8 * 10 / 9 - 15.59, 2)
    assert level.coleman_liau == round(5.88 * 30 / 9 - 29.6 * 2 / 9 - 15.8, 2)
    assert level.ari == round(4.71 * 30 / 9 + 0.5 * 4.5 - 21.43, 2)


def test_harder_texts_have_higher_grades() -> None:
    """Within the grades that are told, as a range."""
    easy = reading_level("The cat sat on the mat. It was a big cat.")
    hard = reading_level(
        "Notwithstanding considerable international opposition, the administration reiterated "
        "its determination to implement comprehensive environmental legislation immediately."
    )
    assert easy is not None
    assert hard is not None
    assert (easy.low, str(easy)) == (1, "grade 1")
    assert (hard.low, hard.high) == (16, 16)
    assert str(replace(easy, ari=5.2)) == "grades 1 to 5"
    assert reading_level(" ____ ") is None


def test_a_quiz_has_a_level_for_its_articles_and_its_questions(quiz: Quiz) -> None:
    """Each read as one text."""
    assert level_of_articles(quiz) == reading_level(quiz.articles[0].text)
    asked = replace(quiz, questions=(WTO, replace(WTO, id="q-2")))
    assert level_of_questions(asked) == reading_level(WTO.stem)
    assert level_of_questions(replace(quiz, questions=())) is None


def test_questions_outside_the_wanted_grades_come_later() -> None:
    """By how far they are outside; the score says so, and the rest stays as it was."""
    drafts = drafts_of(analysis_of("Seoul has called the curbs"))
    ranked = [Ranked(draft, 0.5, ()) for draft in drafts]
    assert ranking.to_level(ranked, None) == ranked
    wanted = ranking.to_level(ranked, (1, 3))
    grades = [reading_level(each.draft.stem) for each in wanted]
    found = [max(0.0, level.middle - 3) for level in grades if level]
    assert found == sorted(found)
    assert found[-1] > 0
    assert wanted[-1].reasons[-1][0] == "reading level"
    assert wanted[-1].score == pytest.approx(0.5 + wanted[-1].reasons[-1][1])
    assert ranking.to_level(ranked, (1, 16)) == ranked
