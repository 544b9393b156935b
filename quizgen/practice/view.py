"""What a student sees: before answering a value that holds no key, after it what explains it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from quizgen.article import Article
from quizgen.exports.evidence import safe_url
from quizgen.practice.judging import Judgement, Placed, Verdict, placed
from quizgen.practice.order import shuffled
from quizgen.question import Evidence, Question, QuestionType

Contest = Literal["", "open", "granted", "refused"]
"""What became of a student's "I was right": not said, not decided yet, or decided."""


@dataclass(frozen=True, slots=True)
class StudentView:
    """A question before it is answered.

    It holds no key, accepted answer, evidence, explanation, flag, reason or score, so that none
    can reach a page by mistake. `options` is empty where the answer is typed; `left` and `right`
    are what to match, `right` shuffled; `items` what to put in order, shuffled.
    """

    id: str
    number: int
    total: int
    type: QuestionType
    context: str
    stem: str
    options: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feedback:
    """What is shown after an answer: the verdict, the key, and the sentence in its paragraph.

    `options` stand as the student had them; they are empty where the answer was typed. `start` and
    `end` (exclusive) are the evidence's place in `paragraph`. `url` is "" unless a browser may
    follow it. `parts` are the places of matching and ordering, `further` the other sentences that
    tell them.
    """

    question: str
    given: str
    verdict: Verdict
    reason: str
    score: float
    answer: str
    accepted: tuple[str, ...]
    explanation: str
    paragraph: str
    start: int
    end: int
    title: str
    published: date | None
    url: str
    source: str
    type: QuestionType
    context: str
    stem: str
    options: tuple[str, ...] = ()
    parts: tuple[Placed, ...] = ()
    further: tuple[str, ...] = ()
    contest: Contest = ""
    byline: str = ""
    licence: str = ""


def student_view(question: Question, *, number: int, total: int, seed: str) -> StudentView:
    """The question as `number` of `total` (from 1), with nothing that gives the answer away."""
    rights = [right for _, right in question.pairs]
    return StudentView(
        id=question.id,
        number=number,
        total=total,
        type=question.type,
        context=question.context,
        stem=question.stem,
        options=question.options or (),
        left=tuple(left for left, _ in question.pairs),
        right=shuffled(sorted(rights), f"{seed}/{question.id}/right"),
        items=shuffled(sorted(question.items), f"{seed}/{question.id}/items"),
    )


def feedback(
    question: Question,
    article: Article,
    given: str,
    judged: Judgement,
    unasked: Iterable[Evidence] = (),
) -> Feedback:
    """What explains a judgement, for after the answer only.

    The paragraph ends before sentences that are `unasked`: they hold the keys of open questions.
    """
    paragraph, start, end = in_paragraph(article, question.evidence, unasked)
    return Feedback(
        question=question.id,
        given=given,
        verdict=judged.verdict,
        reason=judged.reason,
        score=judged.score,
        answer=answer_shown(question),
        accepted=question.accepted,
        explanation=question.explanation,
        paragraph=paragraph,
        start=start,
        end=end,
        title=article.title,
        published=article.published,
        url=safe_url(article),
        source=article.source,
        type=question.type,
        context=question.context,
        stem=question.stem,
        options=question.options or (),
        parts=placed(question, given),
        further=tuple(evidence.text for evidence in question.further),
        byline=article.byline,
        licence=article.licence,
    )


def answer_shown(question: Question) -> str:
    """The answer in words, also of matching ("Seoul: South Korea; ...") and ordering."""
    if question.type == "matching":
        return "; ".join(f"{left}: {right}" for left, right in question.pairs)
    return "; ".join(question.items) if question.type == "ordering" else question.answer


def in_paragraph(
    article: Article, shown: Evidence, unasked: Iterable[Evidence] = ()
) -> tuple[str, int, int]:
    """The paragraph around a sentence of an article, without unasked ones, and its place in it."""
    text, start, end = article.text, shown.start, shown.end
    hidden = [each for each in unasked if each.article == article.id]
    line = text.find("\n", end)
    before = [each.end for each in hidden if each.end <= start]
    behind = [each.start for each in hidden if each.start >= end]
    opening = max([text.rfind("\n", 0, start) + 1, *before])
    closing = min([line if line >= 0 else len(text), *behind])
    return text[opening:closing].rstrip(), start - opening, end - opening
