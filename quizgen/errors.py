"""The few errors that quizgen raises: one line each, saying what was got and what to do."""


def printable(text: str) -> str:
    """The text on one line, without what would steer a terminal or turn its direction around."""
    return "".join(char if char.isprintable() else " " for char in text)


class QuizgenError(Exception):
    """Base of every error that quizgen raises on purpose."""


class InputError(QuizgenError):
    """The article, file or setting given can't be used."""


class NewsError(InputError):
    """The bank of other news can't be used, or changed under way; no fault of any one article."""


class RuleError(QuizgenError):
    """A rule file is broken; the message names the file and the key."""


class ContractError(QuizgenError):
    """A quiz file does not follow the quiz JSON contract, or is of a newer schema."""


class ExportError(QuizgenError):
    """A quiz can't be written in the format asked for, or not to the place given."""
