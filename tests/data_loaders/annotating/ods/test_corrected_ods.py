"""The user's own .ods with the corrections typed into it: everything else byte for byte as it was."""

import zipfile
from io import BytesIO

import pytest

from data_loaders.annotating import building, corrected
from data_loaders.check import check
from data_loaders.reading import Limits, read
from program.submissions.mending import Correction, Mending
from sample_data import DEMO_FILES
from tests.data_loaders.annotating.ods.writing import built, issue, own, row, rows_of, table, text
from tests.data_loaders.reading import making

ODS_FILE = next(path for path in DEMO_FILES if path.suffix == ".ods")
DAY = '<table:table-cell office:value-type="date" office:date-value="2023-05-12" calcext:value-type="date"%s><text:p>12/5</text:p></table:table-cell>'


def told(*cells: tuple[str, str]) -> list[Correction]:
    return [Correction("T", cell, words) for cell, words in cells]


def written(raw: bytes, *cells: tuple[str, str]) -> bytes:
    return building.corrected("a.ods", raw, told(*cells), Limits())


@pytest.mark.parametrize(
    ("rows", "typed", "found"),
    [
        (row(text("a"), text("b")), "c", '<table-cell office:value-type="string"><text:p>c</text:p></table-cell>'),
        (row(DAY % ' table:formula="of:=B1"'), "x", '<table-cell office:value-type="string"><text:p>x</text:p></table-cell>'),
        (
            row(text("a", ' table:style-name="ce1"', "<office:annotation><text:p>n</text:p></office:annotation>")),
            "45",
            '<table-cell office:value-type="float" style-name="ce1" office:value="45">!<text:p>45</text:p></table-cell>',
        ),
        (row(text("a")), "", "<table-cell></table-cell>"),
        (row("<table:table-cell/>"), "=1+1", '<table-cell office:value-type="string"><text:p>=1+1</text:p></table-cell>'),
        (row(text("a")), "<b>&", '<table-cell office:value-type="string"><text:p>&lt;b&gt;&amp;</text:p></table-cell>'),
    ],
    ids=["words", "no formula stays", "a number with form and remark", "nothing", "is no formula", "markup"],
)  # fmt: skip
def test_what_a_cell_holds_is_what_was_typed(rows: str, typed: str, found: str) -> None:
    assert rows_of(written(making.ods(table(rows)), ("A1", typed))).startswith(f"<table-row>{found}")


@pytest.mark.parametrize("cell", ["A1", "B2", "C5", "F1", "D9"])
@pytest.mark.parametrize("typed", ["45", "Phường Hải Châu", "28/02/2023", "  hai  lần  ", ""])
def test_it_is_read_as_the_file_with_its_corrections(cell: str, typed: str) -> None:
    run = ' table:number-columns-repeated="3"'
    raw = making.ods(
        table(
            row(text("a", run), DAY % ""), row(text("b"), text("c"), said=' table:number-rows-repeated="5"')
        )
    )
    cells = told((cell, typed))
    before = {
        (c, r): v
        for r, line in enumerate(read("a.ods", raw).sheets[0].rows, 1)
        for c, v in enumerate(line, 1)
    }
    after = {
        (c, r): v
        for r, line in enumerate(read("a.ods", written(raw, (cell, typed))).sheets[0].rows, 1)
        for c, v in enumerate(line, 1)
    }
    place = ord(cell[0]) - 64, int(cell[1:])
    different = {at for at in before.keys() | after.keys() if before.get(at) != after.get(at)}
    assert different <= {place}
    assert check("a.ods", written(raw, (cell, typed))) == check(
        "a.ods", raw, Mending().with_corrections(cells)
    )


def test_a_workbook_of_an_office_with_a_number_where_a_day_stood() -> None:
    raw = ODS_FILE.read_bytes()
    sheet = read(ODS_FILE.name, raw).sheets[0]
    (tab, rows) = (sheet.name, sheet.rows)
    at = next((r, c) for r, line in enumerate(rows) for c, v in enumerate(line) if hasattr(v, "year"))
    name = f"{chr(64 + sheet.first_column + at[1])}{sheet.first_row + at[0]}"
    cells = [Correction(tab, name, "40")]
    done = corrected(ODS_FILE.name, raw, cells)
    assert check("a.ods", done) == check("a.ods", raw, Mending().with_corrections(cells))
    with zipfile.ZipFile(BytesIO(raw)) as before, zipfile.ZipFile(BytesIO(done)) as after:
        assert before.namelist() == after.namelist()
        assert [n for n in before.namelist() if before.read(n) != after.read(n)] == ["content.xml"]


def test_the_list_and_marks_of_an_earlier_round_are_taken_off() -> None:
    raw = making.ods(table(row(text("a"), text("b"))))
    back = written(built(raw, issue("A1")), ("A1", "c"))
    assert [s.name for s in read("a.ods", back).sheets] == ["T"]
    assert own(back) == own(written(raw, ("A1", "c")))
