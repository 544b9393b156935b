"""PDF: the worksheet and its key, set by typst, which gets all texts as data and none as markup."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

from quizgen.data import settings as words
from quizgen.exports.answer_key import answer_key
from quizgen.exports.loss import Loss
from quizgen.exports.print_settings import USUAL, PrintSettings
from quizgen.exports.printed_texts import printed, unprintable
from quizgen.exports.rights import not_printed
from quizgen.exports.worksheet import worksheet
from quizgen.quiz import Quiz

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

SERIF = ("Libertinus Serif",)
"""Set where the text is of ordinary size: typst brings it along."""
PLAIN = ("Arial", "Helvetica", "Liberation Sans", "Noto Sans", "DejaVu Sans", *SERIF)
"""Set in large print, the first that the machine has: letters without serifs are told apart."""
PAPERS = {"a4": "a4", "letter": "us-letter"}
ACCESSIBLE: Literal["ua-1"] = (
    "ua-1"  # PDF/UA-1: tagged for screen readers; needs a glyph for every character
)
LANGUAGE = re.compile(r"[a-z]{2,3}")
MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
EVERY_TEXT = "#set document(title: [x])\n#for told in json(bytes(sys.inputs.texts)) { par(told) }"


def render(quiz: Quiz, *, revision: int = 0, settings: PrintSettings = USUAL) -> bytes:
    """The quiz as a PDF; the same bytes each time on a machine with the same fonts.

    It is PDF/UA where a font has each of its characters.
    """
    from typst import TypstError

    source = files("quizgen.data").joinpath("worksheet.typ").read_bytes()
    given = {"worksheet": json.dumps(_given(quiz, settings))}
    try:
        return _set(source, given, [ACCESSIBLE])
    except TypstError:
        return _set(source, given, [])


def losses(quiz: Quiz, *, settings: PrintSettings = USUAL) -> tuple[Loss, ...]:
    """Texts that may not be handed out, and the characters that no font of this machine has."""
    told = printed(quiz, settings)
    missing = _missing("".join(each.text for each in told))
    found = ((each, [mark for mark in missing if mark in each.text]) for each in told)
    absent = (Loss(each.question, _told(marks)) for each, marks in found if marks)
    return (*not_printed(quiz, settings), *unprintable(quiz, settings), *absent)


def _told(marks: Iterable[str]) -> str:
    shown = " ".join(marks)
    return f"no font on this machine has {shown}: boxes stand for it; install a font that has it"


def _given(quiz: Quiz, settings: PrintSettings) -> dict[str, Any]:
    sheet = worksheet(quiz, settings)
    language = quiz.articles[0].language if quiz.articles else ""
    return {
        "title": sheet.title,
        "sheet": asdict(sheet),
        "key": asdict(answer_key(quiz, sheet, settings)),
        "labels": words("worksheet_labels.toml"),
        "fonts": PLAIN if settings.large else SERIF,
        "language": language if LANGUAGE.fullmatch(language) else "en",
        "large": settings.large,
        "numbered": settings.numbered,
        "part": settings.part,
        "paper": PAPERS[settings.paper],
    }


def _set(source: bytes, given: dict[str, str], standards: "list[PDFStandard]") -> bytes:
    import typst

    return typst.compile(
        source, font_paths=_fonts(), sys_inputs=given, pdf_standards=standards, timestamp=0
    )


@cache
def _fonts() -> "Fonts":
    """The fonts of the machine: looking for them takes longer than setting a page."""
    from typst import Fonts

    return Fonts()


def _missing(text: str) -> list[str]:
    """The characters of a text that no font has, in order."""
    from typst import TypstError

    marks = sorted(set(text))
    try:
        _set(EVERY_TEXT.encode(), {"texts": json.dumps(marks)}, [ACCESSIBLE])
    except TypstError as error:
        told = "".join(MISSING.findall(error.diagnostic))
        shown = ESCAPED.sub(lambda code: chr(int(code[1], 16)), told)
        return [mark for mark in marks if mark in shown]
    return []
