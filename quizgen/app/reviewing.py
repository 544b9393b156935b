"""Reviewing: what the review page asks of a stored quiz; knows nothing of Streamlit."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizgen.app.making import RESERVE
from quizgen.article import Article
from quizgen.library.quizzes import StoredQuestion, StoredQuiz
from quizgen.library.tables import State
from quizgen.practice.judging import PLACED
from quizgen.question import Question

SIGNS: dict[State, str] = {"kept": "✓", "rejected": "✗", "offered": "·", "refused": "–"}
TOLD: dict[State, str] = {
    "kept": "Kept",
    "rejected": "Rejected",
    "offered": "Not looked at yet",
    "refused": "Not offered",
}


def asked(held: StoredQuiz) -> tuple[StoredQuestion, ...]:
    """The questions to look through, in order: all but the refused."""
    return tuple(stored for stored in held.questions if stored.state != "refused")


def refused(held: StoredQuiz) -> tuple[StoredQuestion, ...]:
    """The questions that were not offered, those in reserve first."""
    found = (stored for stored in held.questions if stored.state == "refused")
    return tuple(sorted(found, key=lambda stored: stored.reason != RESERVE))


def counts(held: StoredQuiz) -> str:
    """How far the review is, like "8 kept, 2 left to read"."""
    found = Counter(stored.state for stored in held.questions)
    parts = [f"{found['kept']} kept", f"{found['offered']} left to read"]
    parts += [f"{found['rejected']} rejected"] if found["rejected"] else []
    return ", ".join(parts)


def question_at(held: StoredQuiz, wanted: str) -> StoredQuestion | None:
    """The question of that id, else the first left to read, else the first."""
    shown = asked(held)
    named = (stored for stored in shown if stored.question.id == wanted)
    unread = (stored for stored in shown if stored.state == "offered")
    return next(named, None) or next(unread, None) or next(iter(shown), None)


def following(held: StoredQuiz, at: str, *, unread: bool = False) -> str:
    """The id of the question behind one, going round; with `unread`, of one left to read.

    When none is left to read, the one just behind.
    """
    shown = asked(held)
    ids = [stored.question.id for stored in shown]
    place = ids.index(at) + 1 if at in ids else 0
    round_ = [*shown[place:], *shown[:place]]
    left = (stored.question.id for stored in round_ if stored.state == "offered")
    behind = round_[0].question.id if round_ else ""
    return next((id_ for id_ in left if id_ != at), behind) if unread else behind


def changed(before: StoredQuiz, after: StoredQuiz) -> str:
    """The id of the only question to look through that is another after a step; "" for several."""
    old = {stored.question.id: stored for stored in before.questions}
    found = [s.question.id for s in asked(after) if old.get(s.question.id) != s]
    return found[0] if len(found) == 1 else ""


def numbered(held: StoredQuiz, told: str) -> str:
    """The text with questions called by their numbers instead of their ids."""
    for number, stored in enumerate(asked(held), 1):
        told = re.sub(rf"\b{re.escape(stored.question.id)}\b", f"question {number}", told)
    return told


def another(held: StoredQuiz, question: Question) -> Question | None:
    """A question in reserve on the sentence of this one; None when there is none."""
    same = (
        stored.question
        for stored in refused(held)
        if stored.reason == RESERVE and stored.question.evidence == question.evidence
    )
    return next(same, None)


def moved(held: StoredQuiz, question: str, by: int) -> list[str]:
    """The ids of the questions to look through, with one moved up (-1) or down (1)."""
    ids = [stored.question.id for stored in asked(held)]
    place = ids.index(question)
    ids.insert(max(0, min(len(ids) - 1, place + by)), ids.pop(place))
    return ids


def article_of(held: StoredQuiz, question: Question) -> Article:
    """The article that the question is on."""
    return next(a for a in held.articles if a.id == question.evidence.article)


@dataclass(frozen=True, slots=True)
class Form:
    """What a teacher can write in a question; `wrong` are the wrong answers, "" for none.

    `pairs` (matching) and `items` (ordering, in the right order) are the rows, empty ones too.
    """

    stem: str
    answer: str
    accepted: tuple[str, ...]
    wrong: tuple[str, ...]
    explanation: str
    pairs: tuple[tuple[str, str], ...] = ()
    items: tuple[str, ...] = ()


def form_of(question: Question) -> Form:
    """The question as a form shows it."""
    options = question.options if question.type == "multiple_choice" else ()
    wrong = tuple(option for option in options or () if option != question.answer)
    return Form(
        question.stem, question.answer, question.accepted, wrong, question.explanation,
        question.pairs, question.items,
    )  # fmt: skip


def written(question: Question, form: Form) -> Question:
    """The question as the form says, its options in their old places.

    An emptied wrong answer goes, a new one comes last; a question of which no wrong answer is left
    is one to type.
    """
    accepted = tuple(text for each in form.accepted if (text := " ".join(each.split())))
    changed = replace(
        question, stem=" ".join(form.stem.split()), answer=form.answer.strip(), accepted=accepted,
        explanation=form.explanation.strip(),
    )  # fmt: skip
    if question.type in PLACED:
        return _with_parts(changed, form)
    wrong = tuple(text.strip() for text in form.wrong)
    if question.type == "multiple_choice":
        return _with_options(changed, question, wrong)
    given = tuple(filter(None, wrong))
    if question.type == "short_answer" and given:
        return replace(changed, type="multiple_choice", options=(changed.answer, *given))
    return changed


def _with_parts(changed: Question, form: Form) -> Question:
    """The question with the rows of the form, the empty ones gone, and the answer they make."""
    rows = ((_one_line(left), _one_line(right)) for left, right in form.pairs)
    pairs = tuple(row for row in rows if any(row))
    items = tuple(filter(None, map(_one_line, form.items)))
    answer = "; ".join([" – ".join(pair) for pair in pairs] or items)
    return replace(changed, pairs=pairs, items=items, answer=answer)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def earlier(question: Question, place: int) -> Question:
    """The question of an order with the item of that place (from 0) one place earlier."""
    items = list(question.items)
    items.insert(max(0, place - 1), items.pop(place))
    return written(question, replace(form_of(question), items=tuple(items)))


def _with_options(changed: Question, before: Question, wrong: Sequence[str]) -> Question:
    """The question with its options renamed in place, the emptied ones gone, new ones last."""
    old = form_of(before).wrong
    named = dict(zip(old, wrong, strict=False)) | {before.answer: changed.answer}
    kept = [named.get(option, option) for option in before.options or ()]
    options = tuple(filter(None, (*kept, *wrong[len(old) :])))
    if len(options) > 1:
        return replace(changed, options=options)
    return replace(changed, type="short_answer", options=None)
