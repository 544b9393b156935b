"""Invented: what the demo made is marked so, and goes without trace of real work being lost."""

from sqlalchemy import delete, exists, or_, select

from quizgen.library.class_tables import ClassRow, PublicationRow, StudentRow
from quizgen.library.library import Library
from quizgen.library.tables import ArticleRow, QuizArticleRow, QuizRow


def is_there(library: Library) -> bool:
    """Whether the library holds anything invented."""
    with library.reading() as session:
        marks = (ArticleRow, QuizRow, ClassRow, StudentRow, PublicationRow)
        return bool(session.scalar(select(or_(*(exists().where(t.invented) for t in marks)))))


def remove(library: Library) -> None:
    """Delete all that is invented with its attempts, answers and cards.

    A class or a quiz stays while something real was handed out to it or from it, and so does an
    article while a real quiz asks about it.
    """
    with library.work() as session:
        for table in (PublicationRow, StudentRow):
            session.execute(delete(table).where(table.invented))
        given_to = exists().where(PublicationRow.class_ == ClassRow.id)
        joined = exists().where(StudentRow.class_ == ClassRow.id)
        session.execute(delete(ClassRow).where(ClassRow.invented, ~given_to, ~joined))
        given = exists().where(PublicationRow.quiz == QuizRow.id)
        session.execute(delete(QuizRow).where(QuizRow.invented, ~given))
        asked = exists().where(QuizArticleRow.article == ArticleRow.id)
        session.execute(delete(ArticleRow).where(ArticleRow.invented, ~asked))
