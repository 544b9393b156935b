"""Print settings: what a teacher can choose of a worksheet, whatever file it becomes."""

from dataclasses import dataclass
from typing import Literal, get_args

from quizgen.errors import InputError
from quizgen.practice.order import LETTERS

Part = Literal["all", "worksheet", "key"]
Paper = Literal["a4", "letter"]
MOST_VERSIONS = len(LETTERS)


@dataclass(frozen=True, slots=True)
class PrintSettings:
    """How a quiz is printed.

    With `article` its text stands before the questions, with `numbered` (which implies it) a number
    at each sentence, which the key refers to. Of several `versions` A keeps the quiz's order and
    each other has its own, of questions and options. `large` is print of 18 points. `part` says
    whether the file holds the worksheet, the key, or one behind the other. Raises InputError for
    values that are none of these. Of a text that no licence lets be handed out only the sentences
    that questions quote are printed, unless `with_text` says that the teacher has the right to it.
    """

    article: bool = False
    numbered: bool = False
    large: bool = False
    versions: int = 1
    part: Part = "all"
    paper: Paper = "a4"
    with_text: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.versions <= MOST_VERSIONS:
            msg = f"{self.versions} versions can't be made; give 1 to {MOST_VERSIONS}"
            raise InputError(msg)
        for given, known in ((self.part, get_args(Part)), (self.paper, get_args(Paper))):
            if given not in known:
                msg = f"{given!r} can't be printed; use one of: {', '.join(known)}"
                raise InputError(msg)

    @property
    def with_article(self) -> bool:
        """Whether the article is printed, numbered or not."""
        return self.article or self.numbered


USUAL = PrintSettings()
