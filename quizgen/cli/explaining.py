"""The explanation that a rule author reads: parse, facts, questions by rule, refusals."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from quizgen.analysis.pipeline import load
from quizgen.analysis.report import parse_table
from quizgen.article import Article
from quizgen.question import Question
from quizgen.quiz import Refusal, Settings, candidates
from quizgen.rules.loading import load_rules


def explained(article: Article, *, model: str, rules: Path | None) -> str:
    """What quizgen made of the article, as text in four parts."""
    analysis = load(model).analyse(article)
    found = candidates(analysis, load_rules(rules), Settings(count=None))
    parts = {
        "Parse": parse_table(analysis).splitlines(),
        "Facts": [f"{fact.kind:<12} {fact.describe()}" for fact in found.facts],
        "Questions": list(_asked(found.questions)),
        "Refused": list(_refused(found.refusals)),
    }
    return "\n".join(_part(name, rows) for name, rows in parts.items())


def _part(name: str, rows: list[str]) -> str:
    body = "\n".join(f"  {row}" for row in rows) or "  (none)"
    return f"{name}\n{body}\n"


def _asked(questions: Iterable[Question]) -> Iterator[str]:
    for question in questions:
        yield f"{question.rule}: {question.stem}"
        yield f"    = {question.answer}   score {question.score:.2f} {_reasons(question)}".rstrip()


def _reasons(question: Question) -> str:
    return ", ".join(f"{name} {value:+.2f}" for name, value in question.reasons)


def _refused(refusals: Iterable[Refusal]) -> Iterator[str]:
    for refusal in refusals:
        asked = refusal.question
        yield f"{asked.rule}: {asked.stem} = {asked.answer}"
        yield f"    {refusal.check}: {refusal.reason}"
