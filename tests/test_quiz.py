"""The quiz: the same articles always give the same questions, with the same ids."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from recorded import analyses, analysis_of

from quizgen.analysis.pipeline import Analysis
from quizgen.quiz import ALL_TYPES, Quiz, Settings, candidates, digest, generate, make
from quizgen.ranking import SHORT_QUIZ
from quizgen.rules.loading import load_rules
from quizgen.soundness.checks import CHECKS
from quizgen.wording.surface import content_words

RULES = load_rules()
TOYOTA, KENYA = "Toyota opened a battery factory", "Kenya sent 200 soldiers"
TITLE = "Toyota opens factory for batteries in Poland"


def toyota() -> Analysis:
    """An article on Toyota with a title and a day."""
    return analysis_of(TOYOTA, title=TITLE, published=date(2021, 3, 5))


def made(*given: Analysis, **settings: Any) -> Quiz:
    """The quiz on analysed articles."""
    return make(given, rules=RULES, settings=Settings(**settings), model="fake 1")


def test_the_same_input_gives_the_same_quiz() -> None:
    """Equal in every part."""
    assert made(toyota(), analysis_of(KENYA)) == made(toyota(), analysis_of(KENYA))


def test_a_quiz_says_what_made_it() -> None:
    """Model, seed, rules and settings; the title of the first article that has one."""
    quiz = made(analysis_of(KENYA), toyota(), seed=5)
    assert (quiz.model, quiz.seed, quiz.rules) == ("fake 1", 5, digest(RULES))
    assert quiz.settings == Settings(seed=5)
    assert quiz.title == TITLE
    assert quiz.quizgen
    assert made(analysis_of(KENYA)).title == "Quiz"
    titled = make([toyota()], rules=RULES, settings=Settings(), model="", title="My own")
    assert titled.title == "My own"


def test_the_digest_changes_with_the_rules() -> None:
    """Another rule set, another digest."""
    assert digest(RULES) == digest(load_rules())
    assert digest(RULES) != digest(RULES[1:])


def test_ids_do_not_depend_on_seed_or_title() -> None:
    """A student's history stays with the question."""
    first = {q.stem: q.id for q in made(toyota(), count=None).questions}
    again = {q.stem: q.id for q in made(toyota(), count=None, seed=9).questions}
    untitled = {q.stem: q.id for q in made(analysis_of(TOYOTA), count=None).questions}
    assert first == again
    shared = first.keys() & untitled.keys()
    assert len(shared) > 10
    assert all(first[stem] == untitled[stem] for stem in shared)


def test_the_id_of_a_quiz_is_that_of_its_articles() -> None:
    """Whatever was asked about them."""
    assert made(toyota()).id == made(toyota(), seed=3, count=1).id
    assert made(toyota()).id != made(analysis_of(KENYA)).id


@pytest.mark.parametrize(("count", "least"), [(0, 0), (1, 1), (4, 4), (10, SHORT_QUIZ)])
def test_no_more_questions_than_wanted(count: int, least: int) -> None:
    """The best of them, each once; a long quiz stops where questions would tell on each other."""
    questions = made(toyota(), count=count).questions
    assert least <= len(questions) <= count
    assert len({q.id for q in questions}) == len(questions)


@pytest.mark.parametrize("kind", ALL_TYPES)
def test_only_the_types_wanted_are_made(kind: Any) -> None:
    """There are some of each."""
    questions = made(toyota(), count=None, types=(kind,)).questions
    assert questions
    short = {"multiple_choice": {kind, "short_answer"}}  # too few wrong answers: asked without
    assert {q.type for q in questions} <= short.get(kind, {kind})
    assert kind in {q.type for q in questions}


def test_questions_hold_together() -> None:
    """Evidence from the text, options with the key, a gap where there must be one."""
    for analysis in analyses().values():
        for question in made(analysis, count=None).questions:
            evidence = question.evidence
            assert analysis.article.text[evidence.start : evidence.end] == evidence.text
            assert evidence.article == analysis.article.id
            assert (question.options is None) == (question.type in {"short_answer", "cloze"})
            assert question.options is None or question.answer in question.options
            assert question.stem.count("____") == (question.type == "cloze")
            assert not set(question.spares) & set(question.options or ())
            assert question.answer not in question.accepted


def test_the_context_line_tells_the_story() -> None:
    """Title and day above the stem."""
    shown = {q.context for q in made(toyota(), count=None).questions}
    assert f"{TITLE}, March 5, 2021" in shown


def test_the_context_line_leaves_the_key_out() -> None:
    """The title has a gap where it names the answer."""
    questions = made(toyota(), count=None).questions
    asked = [q for q in questions if q.answer == "Toyota"]
    assert asked
    assert {q.context for q in asked} == {f"{TITLE.replace('Toyota', '[…]')}, March 5, 2021"}
    for question in questions:
        said = f" {' '.join(content_words(question.context))} "
        assert f" {' '.join(content_words(question.answer))} " not in said


def test_a_title_that_is_little_more_than_the_key_is_dropped() -> None:
    """A gap with two words beside it tells no story."""
    analysis = toyota()
    analysis = replace(analysis, article=replace(analysis.article, title="Toyota in Brazil"))
    asked = [q for q in made(analysis, count=None).questions if q.answer == "Toyota"]
    assert {q.context for q in asked} == {"March 5, 2021"}


def test_the_day_is_dropped_where_it_is_the_key() -> None:
    """Nothing is left without a title."""
    analysis = analysis_of("Samsung opened a new factory", published=date(2018, 7, 9))
    dates = [q for q in made(analysis, count=None).questions if q.rule == "date"]
    assert [q.answer for q in dates] == ["July 9, 2018"]
    assert [q.context for q in dates] == [""]


def test_an_article_without_title_and_day_has_no_context() -> None:
    """An empty line."""
    found = candidates(analysis_of(TOYOTA), RULES, Settings())
    assert {question.context for question in found.questions} == {""}


def test_refusals_name_the_check_and_its_reason() -> None:
    """And hold the question as it would have been."""
    found = candidates(analysis_of("Critics doubt that Samsung"), RULES, Settings())
    assert found.refusals
    for refusal in found.refusals:
        assert refusal.check in CHECKS
        assert refusal.reason
        assert refusal.question.options is None
    refused = {refusal.question.stem for refusal in found.refusals}
    assert not refused & {question.stem for question in found.questions}
    assert found.facts


def test_several_articles_share_the_questions() -> None:
    """The best of all together, each with evidence in its own article."""
    quiz = made(toyota(), analysis_of(KENYA), count=6)
    assert [article.title for article in quiz.articles] == [TITLE, ""]
    texts = {article.id: article.text for article in quiz.articles}
    assert {q.evidence.article for q in quiz.questions} == set(texts)
    for question in quiz.questions:
        evidence = question.evidence
        assert texts[evidence.article][evidence.start : evidence.end] == evidence.text
    assert len(quiz.questions) == 6
    scores = [question.score for question in quiz.questions]
    assert scores == sorted(scores, reverse=True)


def test_without_a_count_every_sound_question_is_made() -> None:
    """Of all articles."""
    alone = len(made(toyota(), count=None).questions)
    other = len(made(analysis_of(KENYA), count=None).questions)
    assert len(made(toyota(), analysis_of(KENYA), count=None).questions) == alone + other


def test_no_articles_make_an_empty_quiz() -> None:
    """A quiz without questions is a fine result."""
    quiz = made()
    assert (quiz.articles, quiz.questions, quiz.title) == ((), (), "Quiz")


@pytest.mark.parametrize("several", [False, True])
def test_generate_analyses_what_it_is_given(*, several: bool) -> None:
    """One article or many, by the pipeline given."""
    article = toyota().article
    pipeline: Any = SimpleNamespace(
        name="fake 1", analyse_all=lambda articles: [toyota() for _ in articles]
    )
    given = [article] if several else article
    assert generate(given, pipeline=pipeline, rules=RULES) == made(toyota())
    assert generate(given, pipeline=pipeline) == made(toyota())
