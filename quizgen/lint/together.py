"""Checks on the questions of a quiz together: what only shows when one sees all of them."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from quizgen.lint.text import content, flat, holds, is_choice, kind_of, listed, value
from quizgen.question import Question
from quizgen.quiz import Quiz

Found = tuple[str, str]
"""The id of the question, "" for the whole quiz, and the reason."""

MANY = 5  # questions from which on a pattern is a pattern (grokcheck takes five, too)
BIASED = 0.6  # of the keys at one place
RUN = 4  # keys at one place in a row
ALIKE = 0.6  # of all the words of two questions
A_SENTENCE = 2  # questions on it
A_KEY = 2  # questions with it
LONG_ARTICLE = 1500  # characters; a shorter one has no parts worth spreading over
SPARSE = 0.5  # of an article, in one piece, without a question


def evidence_misplaced(quiz: Quiz) -> Iterator[Found]:
    """Sentences that do not stand in the article where the quiz says they do."""
    texts = {article.id: article.text for article in quiz.articles}
    for question in quiz.questions:
        found = question.evidence
        if texts.get(found.article, "")[found.start : found.end] != found.text:
            yield question.id, "its sentence does not stand in the article at the place given"


def same_stem(quiz: Quiz) -> Iterator[Found]:
    """Questions in the same words as one before."""
    first: dict[str, str] = {}
    for question in quiz.questions:
        same = first.setdefault(flat(question.stem), question.id)
        if same != question.id:
            yield question.id, f"{same} asks the same"


def same_fact(quiz: Quiz) -> Iterator[Found]:
    """Questions that ask for the same as one before, in other words."""
    for place, question in enumerate(quiz.questions):
        for before in quiz.questions[:place]:
            if _asks_the_same(before, question):
                yield question.id, f"{before.id} asks for the same fact in other words"
                break


def _asks_the_same(one: Question, other: Question) -> bool:
    if _key(one) != _key(other) or _key(one) == "" or flat(one.stem) == flat(other.stem):
        return False
    first, second = (content(q.stem) - listed("question_words") for q in (one, other))
    shared = len(first & second) / max(1, len(first | second))
    return one.evidence == other.evidence or shared >= ALIKE


def _key(question: Question) -> str:
    return "" if question.type == "true_false" else flat(question.answer)


def answers_another(quiz: Quiz) -> Iterator[Found]:
    """Questions that tell the answer of another."""
    for question in quiz.questions:
        for other in quiz.questions:
            if other.id != question.id and _gives_away(question, other):
                reason = f'the question gives away the answer of {other.id}, "{other.answer}"'
                yield question.id, reason


def _gives_away(question: Question, other: Question) -> bool:
    """Whether a stem tells the answer of a question on the same sentence.

    Names come up all over a story; only within the sentence do they answer what was asked.
    """
    if other.type == "true_false" or question.evidence != other.evidence:
        return False
    return holds(question.stem, other.answer)


def same_answer(quiz: Quiz) -> Iterator[Found]:
    """Answers that come up more than twice."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for question in quiz.questions:
        if _key(question):
            by_key[_key(question)].append(question.id)
    for ids in by_key.values():
        if len(ids) > A_KEY:
            yield ids[A_KEY], f"it has the same answer as {' and '.join(ids[:A_KEY])}"


def same_sentence(quiz: Quiz) -> Iterator[Found]:
    """Sentences that are asked more than twice."""
    seen: dict[tuple[str, int], list[str]] = defaultdict(list)
    for question in quiz.questions:
        ids = seen[question.evidence.article, question.evidence.start]
        ids.append(question.id)
        if len(ids) == A_SENTENCE + 1:
            before = " and ".join(ids[:A_SENTENCE])
            yield question.id, f"it is on the same sentence as {before}"


def key_position(quiz: Quiz) -> Iterator[Found]:
    """Right answers that stand at one place too often."""
    places = [place for question in quiz.questions if (place := free_place(question)) is not None]
    if len(places) < MANY:
        return
    letter, count = Counter(places).most_common(1)[0]
    shown = "ABCDEFGHIJ"[letter : letter + 1]
    if count > BIASED * len(places):
        yield "", f"the right answer is {shown} in {count} of {len(places)} questions"
    elif _longest_run(places) >= RUN:
        yield "", f"the right answer is at one place {_longest_run(places)} times in a row"


def free_place(question: Question) -> int | None:
    """Where the key stands among options whose order is free; None for numbers and the like."""
    options = question.options or ()
    sorted_by_nature = all(value(option) is not None for option in options)
    if not is_choice(question) or question.answer not in options or sorted_by_nature:
        return None
    return options.index(question.answer)


def _longest_run(places: list[int]) -> int:
    longest = run = 1
    for one, other in pairwise(places):
        run = run + 1 if one == other else 1
        longest = max(longest, run)
    return longest


def true_false_balance(quiz: Quiz) -> Iterator[Found]:
    """Statements that are nearly all true, or all false."""
    keys = [flat(q.answer) for q in quiz.questions if q.type == "true_false"]
    if len(keys) >= MANY and max(Counter(keys).values()) > BIASED * len(keys) + 1:
        most, count = Counter(keys).most_common(1)[0]
        yield "", f"{count} of {len(keys)} statements are {most}"


def one_difficulty(quiz: Quiz) -> Iterator[Found]:
    """Questions that are all as easy or as hard."""
    levels = {question.difficulty for question in quiz.questions}
    if len(quiz.questions) >= MANY and len(levels) == 1:
        yield "", f"all questions are {levels.pop()}"


def uneven_spread(quiz: Quiz) -> Iterator[Found]:
    """Articles of which a large piece is not asked about."""
    for article in quiz.articles:
        starts = [q.evidence.start for q in quiz.questions if q.evidence.article == article.id]
        length = len(article.text)
        if len(starts) < MANY or length < LONG_ARTICLE:
            continue
        edges = [0, *sorted(starts), length]
        gap, start = max((after - before, before) for before, after in pairwise(edges))
        if gap > SPARSE * length:
            part = "first" if start == 0 else "last" if start + gap == length else "middle"
            share = round(100 * gap / length)
            yield "", f"nothing is asked about the {part} {share} % of the article"


def one_kind_of_answer(quiz: Quiz) -> Iterator[Found]:
    """Quizzes that ask for names alone, or for numbers alone."""
    kinds = Counter(kind_of(q.answer) for q in quiz.questions if q.type != "true_false")
    if sum(kinds.values()) >= 2 * MANY and len(kinds) == 1:
        yield "", f"all answers are of one kind ({next(iter(kinds))})"
