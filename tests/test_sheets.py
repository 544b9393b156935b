"""Sheets: read back by another program; no formula, no markup, the same bytes again."""

import csv
import io
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from classroom import CARS, NOW, course
from conftest import WTO
from python_calamine import CalamineWorkbook

from quizgen.exports.sheets import Sheet, as_csv, as_xlsx, safe
from quizgen.library import Library, result_sheets, results

NAMES = (
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", " =1", "x;=1", "a\n=1", "1", "1e5",
    "http://x.example", "<r><t>x</t></r>", "<b>&'", "_x0041_",
)  # fmt: skip


def book(data: bytes) -> dict[str, list[list[Any]]]:
    """The cells of all sheets of a workbook, as another program reads them."""
    read = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: list(read.get_sheet_by_name(name).to_python()) for name in read.sheet_names}


def parts(data: bytes) -> str:
    """The XML of all parts of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return "".join(packed.read(name).decode() for name in packed.namelist())


@pytest.mark.parametrize("name", NAMES)
def test_texts_stay_texts(name: str) -> None:
    """Whatever they begin with: no formula, no link, no number, no markup."""
    data = as_xlsx([Sheet("Names", ("Name",), ((name,),))], created=NOW)
    assert str(book(data)["Names"][1][0]).strip() == name.strip()
    assert isinstance(book(data)["Names"][1][0], str)
    assert not [mark for mark in ("<f>", "<f ", "hyperlink") if mark in parts(data)]


def test_numbers_and_gaps_come_back() -> None:
    """What was left out is an empty cell."""
    table = Sheet("A [long]: name, longer than Excel takes it", ("A", "B", "C"), ((1, 0.5, None),))
    (name,) = found = book(as_xlsx([table], created=NOW))
    assert name == "A  long   name, longer than Exc"
    assert found[name] == [["A", "B", "C"], [1, 0.5, ""]]


def test_the_same_sheets_give_the_same_bytes() -> None:
    """And are said to be made when the argument says."""
    table = Sheet("Names", ("Name",), (("Ana",),))
    east = NOW.astimezone(tz=None)
    assert as_xlsx([table], created=NOW) == as_xlsx([table], created=east)
    assert as_xlsx([table], created=NOW) != as_xlsx([table], created=NOW + timedelta(days=1))
    assert "2026-09-01T08:00:00Z" in parts(as_xlsx([table], created=east))


def test_what_no_file_takes_is_mended() -> None:
    """Control characters and lone surrogates."""
    table = Sheet("Names", ("Name",), (("a\x00b\ud800c\uffff",),))
    assert book(as_xlsx([table], created=NOW))["Names"][1][0] == "a\ufffdb\ufffdc\ufffd"
    assert b"a\x00b?c" in as_csv(table)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("=1", "'=1"), ("-1", "'-1"), ("1-2", "1-2"), (" =1", "' =1"), ("\t@x", "'\t'@x"),
        ("＝1", "'＝1"), ("x;=1", "x;'=1"), ("x\n+1", "x\n'+1"), ("Ana-Li", "Ana-Li"), ("", ""),
    ],
)  # fmt: skip
def test_a_csv_holds_no_formula(text: str, told: str) -> None:
    """Nor behind what parts cells elsewhere; numbers below zero stay numbers."""
    assert safe(text) == told
    lines = as_csv(Sheet("N", ("Name", "Points"), ((text, -0.5),))).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(lines))) == [["Name", "Points"], [told, "-0.5"]]


@pytest.fixture
def outcome(library: Library) -> results.Results:
    """Three students: one through, one who retried, one who looks like a formula."""
    taught = course(library)
    taught.take("=Ada", "OECD", "12 million", "WTO")
    ben = taught.take("Ben", "OECD", "no idea", "WTO")
    taught.answer(ben.token, "q-wto", WTO.answer, number=2)
    taught.take("Cleo")
    return results.of_publication(library, taught.publication.id, now=NOW)


def test_results_as_a_workbook(outcome: results.Results) -> None:
    """First answers, scores and what the questions were worth, under plain headings."""
    read = book(as_xlsx(result_sheets.sheets(outcome), created=NOW))
    assert list(read) == ["First answers", "Scores", "Questions"]
    heads, ada, ben, cleo = read["First answers"]
    assert heads[:4] == ["Student", "Version", WTO.stem, "Points"]
    assert ada == ["=Ada", "A", "OECD", 0, "12 million", 1, "WTO", 1, 2]
    assert (ben[0], ben[-1], cleo) == ("Ben", 1, ["Cleo", "A", "", "", "", "", "", "", 0])
    assert read["Scores"][1:3] == [
        ["=Ada", 2, 3, 67, 3, "yes", 0], ["Ben", 1, 3, 33, 3, "yes", 1],
    ]  # fmt: skip
    cars = next(row for row in read["Questions"] if row[0] == CARS.stem)
    assert cars[1:5] == ["12 million", 2, 0.5, "about right"]
    assert "OECD (2)" in str(read["Questions"][1][-1])


def test_results_as_a_plain_table(outcome: results.Results) -> None:
    """A line a student."""
    lines = as_csv(result_sheets.answers(outcome)).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Student,Version,Which body")
    assert lines[1] == "'=Ada,A,OECD,0,12 million,1,WTO,1,2"
    assert lines[3] == "Cleo,A,,,,,,,0"
