"""Earlier: what the library has of a new article's story, and what an update would change.

Knows nothing of Streamlit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from quizgen import quiz as quizzes_made
from quizgen.analysis.pipeline import Analysis
from quizgen.app.making import Reader
from quizgen.article import Article
from quizgen.carrying import keeping_ids
from quizgen.library import Library, quizzes, updating
from quizgen.library.news_bank import NewsBank
from quizgen.library.quizzes import StoredQuiz
from quizgen.library.updating import Change, Kin
from quizgen.question import Question
from quizgen.rules.loading import load_rules


@dataclass(frozen=True, slots=True)
class Earlier:
    """An article of the library that tells the story of a new one, with the quizzes on it."""

    kin: Kin
    quizzes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Renewal:
    """What an update would make of a quiz: its questions on the article, and fresh ones."""

    quiz: str
    title: str
    changes: tuple[Change, ...]
    fresh: tuple[Question, ...]

    @property
    def kept(self) -> tuple[Change, ...]:
        """Those that stay, their sentences too."""
        return tuple(each for each in self.changes if each.now and not each.reworded)

    @property
    def reworded(self) -> tuple[Change, ...]:
        """Those that stay, in sentences that were changed."""
        return tuple(each for each in self.changes if each.reworded)

    @property
    def gone(self) -> tuple[Change, ...]:
        """Those whose facts the update no longer tells."""
        return tuple(each for each in self.changes if each.now is None)


def find(library: Library, article: Article) -> Earlier | None:
    """What the library has of the story: an article that this updates, else one that has a quiz."""
    found = [
        Earlier(kin, tuple(updating.asking(library, kin.id)))
        for kin in updating.kin(library, article)
    ]
    with_quiz = [each for each in found if each.quizzes]
    return next((each for each in with_quiz if each.kin.updated), next(iter(with_quiz), None))


def renewals(
    library: Library, found: Earlier, newer: Article, reader: Reader
) -> tuple[Renewal, ...]:
    """What the update would make of each quiz; nothing is changed."""
    analysis = reader.analyse(newer)
    return tuple(_renewal(library, id_, found.kin.id, analysis, reader) for id_ in found.quizzes)


def _renewal(
    library: Library, quiz: str, older: str, analysis: Analysis, reader: Reader
) -> Renewal:
    held = quizzes.get(library, quiz)
    changes = tuple(updating.changes(library, quiz, older, analysis.article))
    fresh = _fresh(library, held, analysis, reader)[: len(changes)]
    return Renewal(quiz, held.title, changes, fresh)


def _fresh(
    library: Library, held: StoredQuiz, analysis: Analysis, reader: Reader
) -> tuple[Question, ...]:
    """The questions that a quiz on the update would have and this one, in any state, has not."""
    made = quizzes_made.make(
        [analysis], rules=load_rules(), settings=held.quiz().settings, model=reader.model,
        news=NewsBank(library),
    )  # fmt: skip
    had = [stored.question for stored in held.questions]
    known, asked = {each.id for each in had}, {each.stem for each in had}
    kept = keeping_ids(made.questions, had)
    return tuple(each for each in kept if each.id not in known and each.stem not in asked)


def replace(
    library: Library,
    found: Earlier,
    newer: Article,
    renewals: Sequence[Renewal],
    *,
    now: datetime,
) -> None:
    """Put the update in the place of the earlier article, in all quizzes on it."""
    fresh: Mapping[str, Sequence[Question]] = {each.quiz: each.fresh for each in renewals}
    updating.replace(library, found.kin.id, newer, now=now, fresh=fresh)
