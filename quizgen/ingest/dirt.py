"""Dirt: what survives the reading of a file, taken out of its text and told.

`clean` is the way; each step is a module of its own. A text without dirt comes back as it is,
letter by letter, and a cleaned text is clean. All offsets of the project count in what comes out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import dropwhile

from quizgen.ingest.characters import mended
from quizgen.ingest.headlines import spoken_headline
from quizgen.ingest.heads import Head, is_about, without_heads
from quizgen.ingest.page_lines import page_line, without_page_lines
from quizgen.ingest.removals import Removal
from quizgen.ingest.repeats import without_repeats
from quizgen.ingest.wrapping import unwrapped

Step = Callable[[list[str]], tuple[list[str], list[Removal]]]
TITLE_TAIL = re.compile(r"\s+(?:[|•·»]|[–—-]|::)\s+([^|•·»]{2,40})$")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text without its dirt, its title likewise, what the dirt told, and what was taken away."""

    text: str
    title: str
    head: Head
    removals: tuple[Removal, ...]


def clean(text: str, *, title: str = "", byline: str = "", source: str = "") -> Cleaned:
    """The cleaned text of an article; of its `title`, `byline` and `source` what is known, or "".

    A title in the first line is changed there, too. A text that is nothing but dirt stays.
    """
    text, removals = mended(text)
    name = _own_title(mended(title)[0], source)
    text, count = unwrapped(text)
    removals += [Removal("rows put together to paragraphs")] if count else []
    lines, head = text.split("\n"), Head()
    lines, taken = without_page_lines(lines, name.strip())
    removals += taken
    lines, head, taken = without_heads(lines, title=name, byline=byline)
    removals += taken
    lines, taken = without_repeats(lines)
    whole = _whole(text.split("\n"), lines)
    if not whole.strip():
        return Cleaned(text, name, Head(), ())
    named, whole = _titled(name or title, whole)
    return Cleaned(whole, named, head, (*removals, *taken))


def below(text: str) -> str:
    """The text below all that stands above its headline: lines of the page, bylines, dates."""
    return "\n".join(dropwhile(_is_above, text.split("\n")))


def _is_above(line: str) -> bool:
    return not line.strip() or bool(page_line(line)) or is_about(line)


def _own_title(title: str, source: str) -> str:
    """The title without the name of its paper behind it."""
    tail = TITLE_TAIL.search(title)
    known = tail is not None and tail[1].casefold() == source.casefold()
    return title[: tail.start()] if tail is not None and known else title


def _whole(before: list[str], after: list[str]) -> str:
    """The lines as a text, without the blank lines that were around those taken away."""
    kept: list[str] = []
    gap = False
    for old, new in zip(before, after, strict=True):
        gone = bool(old.strip()) and not new.strip()
        gap = gap or gone
        blank = not new.strip()
        if gone or (gap and blank and (not kept or not kept[-1].strip())):
            continue
        gap = gap and blank
        kept.append(new)
    return "\n".join(kept) if before == after else _ending_as(before, kept)


def _ending_as(before: list[str], kept: list[str]) -> str:
    """The lines as a text that ends with as many blank lines as it did before."""
    blank = next((n for n, line in enumerate(reversed(before)) if line), len(before))
    return "\n".join(kept).rstrip("\n") + "\n" * blank


def _titled(title: str, text: str) -> tuple[str, str]:
    """The title, and the text, in words that are not all capitals."""
    first, _, rest = text.lstrip("\n").partition("\n")
    same = bool(title) and first.strip() == title.strip()
    spoken = spoken_headline(title, rest if same else text)
    if not same or spoken == title:
        return spoken, text
    return spoken, text.replace(first, spoken, 1)
