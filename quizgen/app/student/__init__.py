"""The student's pages: join a quiz, practise it, keep it with flashcards.

None of them keeps anything of its own: the address holds the token, the library the rest.
"""

from quizgen.app.student.joining import show as join
from quizgen.app.student.practising import show as practise
from quizgen.app.student.studying import show as cards

__all__ = ["cards", "join", "practise"]
