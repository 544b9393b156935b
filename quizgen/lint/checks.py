"""The checks by scope, and running them: on one question as it is typed, or on a whole quiz."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from quizgen.data import settings
from quizgen.lint import clues, form, options, repetition, standing, stems, together
from quizgen.lint.finding import Finding, Severity
from quizgen.question import Question
from quizgen.quiz import Quiz

Check = Callable[[Question], str]
QuizCheck = Callable[[Quiz], Iterator[together.Found]]

ITEM_CHECKS: tuple[Check, ...] = (
    stems.no_stem,
    stems.no_answer,
    stems.key_in_stem,
    stems.key_in_context,
    stems.stem_end,
    stems.unfocused_stem,
    stems.several_questions,
    stems.negative_stem,
    stems.vague_stem,
    standing.unclear_reference,
    standing.relative_time,
    stems.opinion_stem,
    form.long_stem,
    form.long_answer,
    form.lower_case_start,
    form.untidy_spacing,
    form.unbalanced_marks,
    form.fill_in_blank,
    stems.true_false_item,
    stems.absolute_statement,
    options.true_false_key,
    options.too_few_pairs,
    options.ambiguous_pairs,
)
OPTION_CHECKS: tuple[Check, ...] = (
    options.too_few_options,
    options.too_many_options,
    options.empty_option,
    options.key_not_among_options,
    options.duplicate_options,
    options.accepted_option,
    options.overlapping_options,
    options.close_numbers,
    options.combined_options,
    options.reordered_options,
    options.catch_all_option,
    options.unsorted_numbers,
    options.option_full_stop,
    stems.vague_answer,
    clues.longest_is_key,
    clues.uneven_options,
    clues.absolute_option,
    clues.odd_kind_out,
    clues.mixed_options,
    clues.word_from_stem,
    clues.convergence,
    clues.grammar_clue,
)
QUIZ_CHECKS: tuple[QuizCheck, ...] = (
    together.evidence_misplaced,
    together.same_stem,
    together.same_fact,
    together.answers_another,
    together.same_answer,
    repetition.repeated_key,
    together.same_sentence,
    together.key_position,
    together.true_false_balance,
    together.one_difficulty,
    together.uneven_spread,
    together.one_kind_of_answer,
)


@cache
def severity(check: str) -> Severity:
    """How grave the findings of a check are."""
    found: Severity = settings("lint_checks.toml")[check]["severity"]
    return found


def check(question: Question, quiz: Quiz | None = None) -> tuple[Finding, ...]:
    """The findings on one question, quick enough for every key pressed.

    With the `quiz` it belongs to (in which a question of its id may stand in an older form), also
    what it does to the others.
    """
    alone = _found((*ITEM_CHECKS, *OPTION_CHECKS), question)
    if quiz is None:
        return tuple(alone)
    asked = tuple(question if each.id == question.id else each for each in quiz.questions)
    among = question.id in {each.id for each in asked}
    whole = replace(quiz, questions=asked if among else (*asked, question))
    return (*alone, *(f for f in _between(whole) if f.question == question.id))


def findings(quiz: Quiz) -> Iterator[Finding]:
    """The findings of all checks, question by question, then those on the quiz as a whole."""
    for question in quiz.questions:
        yield from _found((*ITEM_CHECKS, *OPTION_CHECKS), question)
    yield from _between(quiz)


def fault(question: Question, checks: tuple[Check, ...]) -> Finding | None:
    """The first error or warning that these checks find in a question of our own making.

    Others may have their reasons for what is a mere warning; the generator offers better ones.
    """
    grave = tuple(run for run in checks if severity(run.__name__) != "info")
    return next(_found(grave, question), None)


def _found(checks: tuple[Check, ...], question: Question) -> Iterator[Finding]:
    for run in checks:
        reason = run(question)
        if reason:
            yield Finding(question.id, run.__name__, severity(run.__name__), reason)


def _between(quiz: Quiz) -> Iterator[Finding]:
    for run in QUIZ_CHECKS:
        for place, reason in run(quiz):
            yield Finding(place, run.__name__, severity(run.__name__), reason)
