"""Checks that a question can be understood without the article and at any later time.

They go by words alone: what the parse would tell is the business of `quizgen.soundness`.
"""

import re

from quizgen.lint.text import listed, phrases, tokens, unquoted
from quizgen.question import GAP, Question

WEEKDAY = re.compile(
    r"\b(?:on|last|next|this|by|until|since) ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"(?! the \d|s\b|[ -][A-Z])(?!,? \d)(?!, [A-Z])(?! in [A-Z][a-z]+ \d)"
)
ENDING_IN_S = frozenset("does this thus across towards besides perhaps always sometimes".split())


def unclear_reference(question: Question) -> str:
    """Whether a pronoun or a pointing word has nothing in the question to stand for."""
    plain = tokens(unquoted(question.stem.replace(GAP, "who")))
    low = [word.lower() for word in plain]
    for place, word in enumerate(low):
        if word in listed("pronouns") and not _stands_for_something(plain, place):
            return f'one can\'t tell whom or what "{plain[place]}" means'
    return ""


def _stands_for_something(plain: list[str], place: int) -> bool:
    """Whether a noun, a name or "who" stands beside the pronoun, or it stands for nothing."""
    low = [word.lower() for word in plain]
    before, after = low[:place], low[place + 1 :]
    if {"who", "whose", "whom", "which", "a", "an", "the"} & set(before):
        return True
    if any(word[0].isupper() for word in plain[1:place]) or (before[:1] and _opens_by_name(plain)):
        return True
    if low[place] in {"it", "its"} and listed("empty_it") & set(after[:1]):
        return True
    if low[place] == "it" and "that" in after:
        return True
    plural = any(w.endswith("s") and len(w) > 3 and w not in ENDING_IN_S for w in before)  # noqa: PLR2004
    people = {"someone", "anyone", "everyone", "people", "nobody", "somebody"} & set(before)
    if low[place] in {"they", "their", "them"} and (plural or people):
        return True
    noun_asked = before[:1] == ["what"] and before[1:2] and before[1] not in listed("auxiliaries")
    counted = before[:2] in (["how", "many"], ["how", "much"])
    return bool(noun_asked or counted or _looks_ahead(plain, place))


def _looks_ahead(plain: list[str], place: int) -> bool:
    """Whether a pronoun of an opening phrase goes before its name ("In her speech, Ann")."""
    named = any(word[0].isupper() for word in plain[place + 1 :])
    return place <= 1 and plain[0].lower() not in listed("question_words") and named


def _opens_by_name(plain: list[str]) -> bool:
    first = plain[0].lower()
    known = listed("question_words") | listed("auxiliaries") | {"in", "on", "at", "to", "for"}
    return plain[0][0].isupper() and first not in known | listed("requests")


def relative_time(question: Question) -> str:
    """Whether the question leans on the day of reading."""
    text = unquoted(question.stem)
    match = phrases("time_pointers").search(text)
    if match and not _in_name(match) and _ends_free(text, match.end()):
        return f'"{match.group()}" will mean another day to whoever reads this later'
    weekday = WEEKDAY.search(text)
    return f'"{weekday[1]}" will mean another day to whoever reads this later' if weekday else ""


def _in_name(match: re.Match[str]) -> bool:
    """Whether the words are part of a name, as in "USA Today"."""
    inside = re.search(r"\s[A-Z]", match.group())
    return bool(inside) or (match.start() > 0 and match.group()[0].isupper())


def _ends_free(text: str, end: int) -> bool:
    return not re.match(r"['’]s |,? (?:of|in|before|after)\b", text[end:])
