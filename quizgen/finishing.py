"""Finishing: a sound, chosen draft becomes a question with context line, options and evidence."""

import random
from dataclasses import replace

from quizgen import context_line
from quizgen.analysis.amounts import number
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.times import spoken
from quizgen.difficulty import difficulty_of
from quizgen.distractors import WANTED, Seeker
from quizgen.distractors.numbers import AMOUNT_KINDS
from quizgen.lint import ITEM_CHECKS, OPTION_CHECKS, fault
from quizgen.lint.text import kind_of, value
from quizgen.question import Evidence, Question, QuestionType, question_id
from quizgen.quiz import Settings
from quizgen.ranking import Ranked
from quizgen.rules.asking import Draft
from quizgen.wording.figures import FIGURE
from quizgen.wording.surface import text_of

SORTED = AMOUNT_KINDS | {"date"}
OPTIONS_BONUS = 0.05
"""What having options adds to a score: it decides between near equals, no more."""


def plain(draft: Draft, analysis: Analysis) -> Question:
    """The draft as a question without options, as refused ones are shown."""
    evidence = evidence_of(draft, analysis)
    return Question(
        question_id(analysis.article.id, draft.rule.name, evidence.start, evidence.end, draft.key),
        draft.rule.type,
        context_line.context(draft, analysis),
        draft.stem,
        draft.key,
        draft.accepted,
        None,
        draft.kind,
        evidence,
        "",
        draft.rule.name,
    )


def of_types(ranked: list[Ranked], seeker: Seeker, settings: Settings) -> list[Ranked]:
    """Those of the ranked drafts that can be given in one of the types wanted.

    Where multiple choice is wanted and short answers are not, those that get options.
    """
    fit = [r for r in ranked if _types_of(r.draft) & set(settings.types)]
    if "short_answer" in settings.types or "multiple_choice" not in settings.types:
        return fit
    return [r for r in fit if finish(r, seeker, settings).type in settings.types]


def _types_of(draft: Draft) -> set[QuestionType]:
    if draft.rule.type == "short_answer":
        return {"short_answer", "multiple_choice"}
    return {draft.rule.type}


def preferring_options(ranked: list[Ranked], seeker: Seeker, settings: Settings) -> list[Ranked]:
    """The drafts in their order, those that get options a little further up.

    Where all of them are wanted, the order stays.
    """
    if settings.count is None or len(ranked) <= settings.count:
        return ranked
    raised = (_raised(r) if _wrong(r.draft, seeker, settings) else r for r in ranked)
    return sorted(raised, key=lambda r: -r.score)


def _raised(ranked: Ranked) -> Ranked:
    score = round(min(1.0, ranked.score + OPTIONS_BONUS), 4)
    return replace(ranked, score=score, reasons=(*ranked.reasons, ("options", OPTIONS_BONUS)))


def _wrong(draft: Draft, seeker: Seeker, settings: Settings) -> tuple[str, ...]:
    """The distractors of a draft that can have some, where such questions are wanted."""
    if draft.rule.type != "short_answer" or "multiple_choice" not in settings.types:
        return ()
    return seeker.wrong(draft)


def finish(ranked: Ranked, seeker: Seeker, settings: Settings) -> Question:
    """The question as a student meets it."""
    draft = ranked.draft
    base = plain(draft, seeker.analysis)
    wrong = _wrong(draft, seeker, settings)
    kind: QuestionType = base.type
    options: tuple[str, ...] | None = None
    if wrong:
        kind, options = (
            "multiple_choice",
            _ordered((draft.key, *wrong[:WANTED]), draft, settings.seed),
        )
    elif base.type == "true_false":
        options = ("True", "False")
    made = Question(
        base.id, kind, base.context, base.stem, base.answer, base.accepted, options,
        base.answer_kind, base.evidence, _explanation(draft, seeker.analysis), base.rule,
        difficulty_of(draft), ranked.score, ranked.reasons, (), wrong[WANTED:],
    )  # fmt: skip
    return opened(made, base.type)


def opened(question: Question, kind: QuestionType) -> Question:
    """The question, as one of the open `kind` without options where these are at fault."""
    if question.type != "multiple_choice" or fault(question, OPTION_CHECKS) is None:
        return question
    return without_options(question, kind)


def without_options(question: Question, kind: QuestionType = "short_answer") -> Question:
    """The question as one of an open `kind`."""
    return replace(question, type=kind, options=None, spares=())


def objection(draft: Draft, analysis: Analysis) -> tuple[str, str] | None:
    """The check of lint that a draft without options fails, and its reason."""
    found = fault(plain(draft, analysis), ITEM_CHECKS)
    return None if found is None else (found.check, found.reason)


def _ordered(options: tuple[str, ...], draft: Draft, seed: int) -> tuple[str, ...]:
    """Numbers and dates ascending, anything else shuffled by the seed."""
    if draft.kind in SORTED:
        return tuple(sorted(options, key=_magnitude))
    shuffled = list(options)
    random.Random(f"{seed}/{draft.stem}").shuffle(shuffled)  # noqa: S311 - order, no secret
    return tuple(shuffled)


def _magnitude(text: str) -> tuple[float, ...]:
    """What orders dates by the calendar, amounts by their number, ranges by their end."""
    figures = FIGURE.findall(text)
    if kind_of(text) != "date" and len(figures) > 1:
        return tuple(float(f.replace(",", "")) for f in reversed(figures))
    return value(text) or (number(text) or 0.0,)


def evidence_of(draft: Draft, analysis: Analysis) -> Evidence:
    """The sentence of the article that a draft is made of."""
    sentence = draft.fact.sentence
    article = analysis.article
    return Evidence(
        article.id, sentence.start, sentence.end, article.text[sentence.start : sentence.end]
    )


def _explanation(draft: Draft, analysis: Analysis) -> str:
    """What the evidence does not show by itself: what was exchanged, which day "Friday" was."""
    notes = []
    if draft.key == "False":
        notes.append(f'The article says "{text_of(draft.asked.tokens)}".')
    published = analysis.article.published
    for ent in draft.fact.sentence.span.ents:
        told = draft.wording.swaps.get(ent.start, "")
        if ent.label_ == "DATE" and published is not None and told and told in draft.stem:
            day = spoken(published.isoformat())
            notes.append(f'"{ent.text}" is counted from the article\'s date, {day}.')
    return " ".join(notes)
