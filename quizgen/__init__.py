"""Questions on the news, each traceable to its sentence; no language model is called.

    import quizgen
    quiz = quizgen.generate([quizgen.read("article.txt")])
    print(quizgen.to_json(quiz))

Names load on first use (PEP 562), so that `import quizgen` brings in neither spaCy nor Streamlit.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgen.analysis.pipeline import Analysis, Pipeline, load
    from quizgen.archive.review import review
    from quizgen.archive.week import week
    from quizgen.article import Article
    from quizgen.contract import from_json, to_json
    from quizgen.errors import (
        ContractError,
        ExportError,
        InputError,
        QuizgenError,
        RuleError,
    )
    from quizgen.exports import export
    from quizgen.ingest import Failure, read, read_all
    from quizgen.question import Evidence, Question
    from quizgen.quiz import Quiz, Settings, generate
    from quizgen.rules.loading import Rule, load_rules

__version__ = "0.1.0"

_HOMES = {
    "Analysis": "quizgen.analysis.pipeline",
    "Article": "quizgen.article",
    "ContractError": "quizgen.errors",
    "Evidence": "quizgen.question",
    "Failure": "quizgen.ingest",
    "ExportError": "quizgen.errors",
    "InputError": "quizgen.errors",
    "Pipeline": "quizgen.analysis.pipeline",
    "Question": "quizgen.question",
    "Quiz": "quizgen.quiz",
    "QuizgenError": "quizgen.errors",
    "Rule": "quizgen.rules.loading",
    "RuleError": "quizgen.errors",
    "Settings": "quizgen.quiz",
    "export": "quizgen.exports",
    "from_json": "quizgen.contract",
    "generate": "quizgen.quiz",
    "load": "quizgen.analysis.pipeline",
    "load_rules": "quizgen.rules.loading",
    "read": "quizgen.ingest",
    "read_all": "quizgen.ingest",
    "review": "quizgen.archive.review",
    "to_json": "quizgen.contract",
    "week": "quizgen.archive.week",
}

__all__ = [
    "Analysis",
    "Article",
    "ContractError",
    "Evidence",
    "ExportError",
    "Failure",
    "InputError",
    "Pipeline",
    "Question",
    "Quiz",
    "QuizgenError",
    "Rule",
    "RuleError",
    "Settings",
    "__version__",
    "export",
    "from_json",
    "generate",
    "load",
    "load_rules",
    "read",
    "read_all",
    "review",
    "to_json",
    "week",
]


def __getattr__(name: str) -> object:
    """The public name, imported from its home on first use."""
    if name not in _HOMES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, loaded or not."""
    return sorted(__all__)
