"""Wikitext: the text of a wiki's article without its marks, and what its templates tell."""

import re
from datetime import date
from html import unescape

from quizgen.ingest.days import day_of
from quizgen.ingest.limits import MAX_NESTING

BOX = re.compile(r"\{\{[^{}]*\}\}|\{\|(?:(?!\{\|).)*?\|\}", re.DOTALL)
INNER_LINK = re.compile(r"\[\[([^\[\]]*)\]\]")
OUTER_LINK = re.compile(r"\[(?:https?:)?//[^\s\[\]]{1,2000} ?([^\[\]\n]{0,500})\]")
TAGS = re.compile(
    r"<!--(?:(?!<!--|-->).){0,5000}-->|<(ref|gallery|math|table)\b[^>/]{0,300}>.{0,2000}?</\1\s*>|<[^<>]{1,300}>",
    re.DOTALL | re.IGNORECASE,
)
MEDIA = re.compile(r"(?:file|image|category|[a-z]{2,3}(?:-[a-z]+)?|media):", re.IGNORECASE)
KEPT = re.compile(
    r"\{\{(?:w|wikipedia|lang\|[a-z-]+|nowrap)\|([^{}|]*)(?:\|([^{}|]*))?[^{}]*\}\}", re.IGNORECASE
)
DATED = re.compile(r"\{\{\s*(?:date|byline\s*\|[^{}]*?date=)\s*\|?\s*([^{}|]+)", re.IGNORECASE)
ENDING = re.compile(
    r"^={1,6} *(?:(?:external |related |sister )?(?:links|news|sources|articles)|references"
    r"|see also|notes) *={1,6}",
    re.IGNORECASE | re.MULTILINE,
)


def day_told(wikitext: str) -> date | None:
    """The day that a {{date|...}} template names."""
    match = DATED.search(wikitext)
    return day_of(match[1].strip()) if match else None


def plain(wikitext: str) -> str:
    """The prose of an article, with a blank line between paragraphs; sources and lists go."""
    ending = ENDING.search(wikitext)
    text = TAGS.sub("", wikitext[: ending.start()] if ending else wikitext)
    text = KEPT.sub(lambda match: match[2] or match[1], text)
    text = _peeled(text, BOX, "")
    text = _peeled(text, INNER_LINK, None)
    text = OUTER_LINK.sub(r"\1", text)
    text = re.sub(r"'{2,5}", "", text)
    return "\n\n".join(_lines(unescape(text)))


def _peeled(text: str, pattern: re.Pattern[str], by: str | None) -> str:
    """The text without what matches, from the innermost out; links keep what they show."""
    for _ in range(MAX_NESTING):
        text, number = pattern.subn(_shown if by is None else by, text)
        if not number:
            break
    return text


def _shown(link: re.Match[str]) -> str:
    inner = link[1]
    return "" if MEDIA.match(inner.lstrip()) else inner.rpartition("|")[2].lstrip(":")


def _lines(text: str) -> list[str]:
    """Paragraphs: one a line, as wikis have them; headings without their marks."""
    found = []
    for line in text.splitlines():
        bare = re.sub(r"^={1,6} *(.*?) *={1,6}\s*$|^[:;]+\s*", r"\1", line.strip())
        if bare and not re.match(r"[*#|!]|-{4}|__[A-Z]+__|\{\{|\}\}", bare):
            found.append(re.sub(r"[ \t]+", " ", bare))
    return found
