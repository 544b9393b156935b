"""Checks on the form of a question: length, spaces, capitals, marks, the place of a gap."""

import re

from quizgen.data import words
from quizgen.lint.text import STATEMENTS, tokens
from quizgen.question import GAP, Question

LONG_STEM = 30  # words; professional news quizzes have 11 to 25 (10th to 90th percentile)
LONG_ANSWER = 12  # words; nobody recalls more than that as it stood
MOST_SENTENCES = 2
SPACING = re.compile(
    r"\s{2,}|\s+(?:[,;:?!]|\.(?!\w|\.))|(?<=\w)[,;?!](?=[A-Za-z])|\(\s|\s\)|[\n\t]"
)


def long_stem(question: Question) -> str:
    """Whether there is more to read than is needed."""
    count = len(tokens(question.stem))
    ends = re.findall(r"\S+[.!?](?=\s+[A-Z“\"])", question.stem)
    sentences = 1 + sum(not _abbreviated(end) for end in ends)
    if question.type not in STATEMENTS and count > LONG_STEM:
        return f"the question has {count} words; {LONG_STEM} are plenty"
    if question.type not in STATEMENTS and sentences > MOST_SENTENCES:
        return f"the question has {sentences} sentences; say only what is needed to answer"
    return ""


def _abbreviated(word: str) -> bool:
    initial = re.fullmatch(r"(?:\w\.)+", word)
    return bool(initial) or word.lower() in words("abbreviations.txt")


def long_answer(question: Question) -> str:
    """Whether a typed answer is too long to be marked fairly."""
    count = len(tokens(question.answer))
    if question.options or question.type not in {"short_answer", "cloze"} or count <= LONG_ANSWER:
        return ""
    return f"the answer has {count} words; hardly anybody will write just these"


def lower_case_start(question: Question) -> str:
    """Whether the question starts with a small letter."""
    first = (tokens(question.stem) or [""])[0]
    starts_small = question.stem.lstrip(" \"'“‘(")[:1].islower()
    small = starts_small and first.islower()
    return f'the question starts with a small letter ("{first}")' if small else ""


def untidy_spacing(question: Question) -> str:
    """Whether spaces are missing, doubled or in a wrong place."""
    for name, text in (("question", question.stem), *(("answer", t) for t in _answers(question))):
        found = SPACING.search(text.strip())
        if found or text != text.strip():
            shown = text.strip()[max(0, found.start() - 8) : found.end() + 8] if found else text
            return f'a space is missing or too many in the {name}: "{" ".join(shown.split())}"'
    return ""


def unbalanced_marks(question: Question) -> str:
    """Whether a quotation or a bracket is opened and not closed."""
    for text in (question.stem, *_answers(question)):
        for opening, closing in (("(", ")"), ("[", "]"), ("“", "”")):
            if text.count(opening) != text.count(closing):
                return f"a {opening} and a {closing} don't match in: {text}"
        inches = len(re.findall(r"(?<=\d)\"", text))
        if text.count('"') % 2 and (text.count('"') - inches) % 2:
            return f"a quotation mark stands alone in: {text}"
    return ""


def _answers(question: Question) -> tuple[str, ...]:
    return (question.answer, *question.accepted, *(question.options or ()))


def fill_in_blank(question: Question) -> str:
    """Whether the gap stands before the end, so that one must read on and come back."""
    stem = question.stem.rstrip(' .!?"”')
    gap = GAP in stem and not stem.endswith("_")
    return "the gap comes before the end, so one has to read on and come back" if gap else ""
