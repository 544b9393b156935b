"""Page lines: what a saved page leaves between the paragraphs of its article, told by its words."""

import re
from functools import cache
from typing import Any

from quizgen.analysis.paragraphs import SENTENCE_END
from quizgen.data import settings
from quizgen.ingest.removals import Removal

SHORT = 160  # characters of a headline in a list of other stories
MOST_LISTED = 12  # headlines in such a list
MOST_LINES = 1_000  # looked at; an article has some sixty, and each may take milliseconds
OTHERS = "link to other stories"
BULLET = re.compile(r"^\s*(?:[-–•*▪►>»·]{1,3}|\d{1,2}[.)])\s+")
ZONE = r"(?:GMT|UTC|BST|[CEMPA][DES]?S?T|[IJK]ST)"
STAMP = re.compile(
    rf"^(?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?[ap]\.?m\.?)?(?: ?\(?{ZONE}\)?)?"
    r"(?:\s*[–—|:-]\s+|\s{2,})(?=\S)",
    re.IGNORECASE,
)
FEWEST_WORDS = 60  # of an article above the comments on it
COMMENTS = re.compile(
    r"(?:\d+ |readers?['’]? |user |your )?(?:comments|responses|replies)(?: \(\d+\)|: \d+)?:?|"
    r"(?:join|view) the (?:conversation|discussion|comments)",
    re.IGNORECASE,
)
SAID = re.compile(
    r"(?:[,?!][\"”’']?|[”\"]) (?:[\w’'.-]+ ){0,8}(?:said|says|told|asked|shouted|warned|added|"
    r"argued|promised|demanded|explained|advised|begged|recalled|insisted)\b"
)
"""What makes a sentence of a line, whatever it begins with: somebody says it."""
OF_THE_ARTICLE = re.compile(
    r"\W*(?:this|the) (?:article|story|headline|caption)|an? \w+ version|correction|clarification|"
    r"editor|update|(?:in this )?file",
    re.IGNORECASE,
)
FEWEST_STAMPS = 2  # paragraphs that begin with a time of day make a live blog

Lines = list[str]


def without_page_lines(lines: Lines, title: str = "") -> tuple[Lines, list[Removal]]:
    """The lines with those "" that are no prose, and what these were; the title's line stays.

    Headlines that follow a "Related stories" go with it.
    """
    lines, removals = _without_comments(lines)
    stamped = sum(bool(STAMP.match(line)) for line in lines) >= FEWEST_STAMPS
    kept, listing = [], 0
    for number, line in enumerate(lines):
        named = bool(title) and line.strip() == title
        what = "" if named or number >= MOST_LINES else page_line(line)
        if not what and line.strip() and 0 < listing <= MOST_LISTED:
            what = OTHERS if _listed(line) else ""
        if line.strip():
            listing = listing + 1 if what == OTHERS else 0
        if what:
            removals.append(Removal(what, line))
        kept.append("" if what else _unstamped(line, removals) if stamped else line)
    return kept, removals


def _without_comments(lines: Lines) -> tuple[Lines, list[Removal]]:
    """The lines with what readers wrote below the article "", from the heading of that on."""
    words = 0
    for number, line in enumerate(lines):
        if words >= FEWEST_WORDS and COMMENTS.fullmatch(line.strip()):
            below = [Removal("readers' comments", each) for each in lines[number:] if each.strip()]
            return [*lines[:number], *[""] * (len(lines) - number)], below
        words += len(line.split())
    return lines, []


def page_line(line: str) -> str:
    """What a line is that is no prose of the article ("caption"), "" for prose."""
    bare = BULLET.sub("", line).strip()
    if SAID.search(bare) and not OF_THE_ARTICLE.match(bare):
        return ""
    for what, longest, pattern in _kinds():
        if bare and len(bare) <= longest and pattern.fullmatch(bare):
            return what
    return ""


def _listed(line: str) -> bool:
    """Whether a line may be a headline of another story: short, and no sentence."""
    bare = line.strip()
    return len(bare) <= SHORT and (bool(BULLET.match(line)) or not SENTENCE_END.search(bare))


def _unstamped(line: str, removals: list[Removal]) -> str:
    stamp = STAMP.match(line)
    if stamp:
        removals.append(Removal("live-blog stamp", stamp[0]))
    return line[stamp.end() :] if stamp else line


@cache
def _kinds() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    """What each kind of line is called, its longest, and the pattern of all that fit."""
    told = settings("page_lines.toml")
    return tuple(
        (kind["what"], kind["longest"], re.compile(_filled(kind, told["parts"]), re.IGNORECASE))
        for kind in told["kinds"]
    )


def _filled(kind: dict[str, Any], parts: dict[str, str]) -> str:
    pattern = "|".join(f"(?:{each})" for each in kind["patterns"])
    for name, part in parts.items():
        pattern = pattern.replace("{" + name + "}", part)
    return pattern
