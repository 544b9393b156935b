"""Checks on a question and its answer, without a look at the options.

A check takes a question and returns the reason in a teacher's words, or "" when all is well. What
each is for, and examples of both, stand in `quizgen/data/lint_checks.toml`.
"""

import re

from quizgen.lint.text import (
    QUOTED,
    STATEMENTS,
    flat,
    holds,
    listed,
    phrases,
    tokens,
    unquoted,
)
from quizgen.question import GAP, Question

SHORT_ANSWER = 4  # words; in a longer one "often" is a detail, not the answer
MEASURED = re.compile(
    r"\b(?:how|more|less|most|as) (?:often|frequently|regularly)\b|\boften(?= than\b)",
    re.IGNORECASE,
)
"""What asks for a frequency, or compares two."""
TWO_QUESTIONS = re.compile(
    r"(?:, and (?:who|what|when|where|why|which|how)\b|\band (?:when|where|why|how|who|what)\?$)",
    re.IGNORECASE,
)


def no_stem(question: Question) -> str:
    """Whether nothing is asked."""
    return "" if question.stem.strip() else "the question is empty"


def no_answer(question: Question) -> str:
    """Whether there is no answer."""
    told = question.answer.strip() or question.pairs or question.items
    return "" if told else "there is no answer"


def key_in_stem(question: Question) -> str:
    """Whether the question gives its answer away."""
    if question.type == "true_false":
        return ""
    for answer in (question.answer, *question.accepted):
        if holds(question.stem, answer):
            return f'the question contains its own answer, "{answer}"'
    return ""


def key_in_context(question: Question) -> str:
    """Whether the line above the question gives its answer away."""
    if question.type == "true_false" or not holds(question.context, question.answer):
        return ""
    return f'the line above the question contains its answer, "{question.answer}"'


def stem_end(question: Question) -> str:
    """Whether a question does not end as one."""
    stem = question.stem.strip()
    if question.type in {"true_false", "matching", "ordering"} or not stem:
        return ""
    if question.type == "cloze":
        gaps = stem.count(GAP)
        return "" if gaps == 1 else f"the sentence has {gaps} gaps, not one"
    if _is_request(stem) or _is_opening(stem) or GAP in stem:
        return ""
    single = re.search(r"[^?]\?[\"”')]?$", stem)
    return "" if single else "the question does not end in one question mark"


def _is_request(stem: str) -> bool:
    """Whether the stem asks by an order, like "Name the capital"."""
    first = (tokens(stem) or [""])[0].lower()
    return first in listed("requests") and stem[-1] in ".:"


def _is_opening(stem: str) -> bool:
    """Whether the options complete the stem, like "The capital is:"."""
    return stem.endswith((":", "…", "..."))


def unfocused_stem(question: Question) -> str:
    """Whether a stem asks nothing by itself."""
    stem = question.stem.strip()
    if question.type in STATEMENTS or not stem or _is_request(stem) or GAP in stem:
        return ""
    low = [word.lower() for word in tokens(unquoted(stem))]
    asks = stem.endswith("?") or listed("question_words") & set(low)
    if asks and (listed("question_words") & set(low) or low[:1] == [] or _inverted(low)):
        return ""
    if _is_opening(stem) and len(low) > 2:  # noqa: PLR2004 - "Kenya is:" leaves all to the options
        return ""
    return "one can't tell what is asked without looking at the options"


def _inverted(low: list[str]) -> bool:
    return any(word in listed("auxiliaries") for word in low)


def several_questions(question: Question) -> str:
    """Whether two things are asked at once."""
    if question.type in STATEMENTS:
        return ""
    asked = unquoted(question.stem)
    if asked.count("?") > 1 and "??" not in asked:
        return "two questions are asked at once"
    found = TWO_QUESTIONS.search(asked)
    first = (tokens(asked) or [""])[0].lower()
    if found and first in listed("question_words"):
        return f'two things are asked at once ("{found.group().strip(", ")}")'
    return ""


def negative_stem(question: Question) -> str:
    """Whether the question itself, not a fact told in it, is in the negative."""
    if question.type in {"true_false", "cloze"}:
        return ""
    asked = re.split(r"(?<=[.!?])\s+(?=[A-Z“\"])", question.stem.strip())[-1]
    if asked.lower().startswith("why"):
        return ""  # why something did not happen is a fair question
    for place, word in enumerate(plain := tokens(unquoted(asked))):
        if word.isupper() and len(word) > 1:
            continue  # capitals make it seen
        low = word.lower().replace("’", "'")
        negates = low in listed("negative") or low.endswith("n't")
        if negates and not _told(plain, place):
            return f'the question is asked with "{word}", which is easily overlooked'
    return ""


def _told(plain: list[str], place: int) -> bool:
    """Whether a negation stands in a clause that the question tells, or negates "only" alone."""
    before = {word.lower() for word in plain[1:place]}
    after = plain[place + 1].lower() if place + 1 < len(plain) else ""
    told = (listed("clause_openers") | listed("quoting")) & before
    return bool(told) or after in {"only", "to", "just", "least"}


def vague_stem(question: Question) -> str:
    """Whether the question hangs on a word that nobody can measure."""
    return _vague(MEASURED.sub("", unquoted(question.stem)), "the question")


def vague_answer(question: Question) -> str:
    """Whether an option or the answer is a word that nobody can measure."""
    for text in question.options or (question.answer,):
        short = len(tokens(text)) <= SHORT_ANSWER
        found = short and _vague(MEASURED.sub("", unquoted(text)), "an answer")
        if found:
            return found
    return ""


def _vague(text: str, where: str) -> str:
    found = next((w for w in tokens(text)[0:] if w in listed("vague")), "")
    match = phrases("vague_phrases").search(text)
    opening = (tokens(text) or [""])[0].lower()
    shown = (
        found or (match.group() if match else "") or (opening if opening in listed("vague") else "")
    )
    return f'"{shown}" in {where} means something else to everybody' if shown else ""


def opinion_stem(question: Question) -> str:
    """Whether the student's opinion is asked, of which none is right."""
    found = phrases("opinion_phrases").search(unquoted(question.stem))
    return f'"{found.group()}" asks for an opinion, and no opinion is wrong' if found else ""


def true_false_item(question: Question) -> str:
    """Whether guessing is right half of the time."""
    shown = {flat(option).rstrip(".") for option in question.options or ()}
    half = question.type == "true_false" or (len(shown) > 1 and shown <= listed("yes_no"))
    return "guessing is right half of the time" if half else ""


def absolute_statement(question: Question) -> str:
    """Whether a false statement gives itself away by a word like "always"."""
    if question.type != "true_false" or flat(question.answer) != "false":
        return ""
    shared = set(map(str.lower, tokens(question.evidence.text)))
    for word in tokens(QUOTED.sub("", question.stem)):
        if word in listed("absolute") - {"all", "every"} and word not in shared:
            return f'"{word}" tells students that the statement is false'
    return ""
