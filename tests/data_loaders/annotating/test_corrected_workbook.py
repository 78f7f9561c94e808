"""The user's own workbook with the corrections typed into it: everything else as it was."""

import datetime
import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.table import Table

from data_loaders.annotating import building, corrected
from data_loaders.check import check
from data_loaders.reading import Limits, Unreadable
from program.contract import IssueCode
from program.submissions.mending import Correction, Mending
from sample_data import ERROR_FILE
from tests.data_loaders.sheets import codes, issues, records, xlsx

MAY_12 = datetime.datetime(2023, 5, 12)  # noqa: DTZ001 - a spreadsheet's times know no zone
ROWS = [
    ["Đơn vị", "Tên lớp tập huấn", "Ngày", "Cha mẹ", "Tổng lượt"],
    ["Quận Hải Châu", "A", "31/02/2023", "nhiều", 40],
    ["Quận Hải Châu", "B", MAY_12, 40, "=D3"],
]


def made(change: Callable[[Any], None] | None = None) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(xlsx({"S": ROWS})))
    if change:
        change(book["S"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def told(*cells: tuple[str, str], sheet: str = "S") -> list[Correction]:
    return [Correction(sheet, cell, text) for cell, text in cells]


def written(raw: bytes, *cells: tuple[str, str]) -> tuple[bytes, Any]:
    """The corrected file, made within this process, and its sheet."""
    done = building.corrected("a.xlsx", raw, told(*cells), Limits())
    return done, openpyxl.load_workbook(io.BytesIO(done))["S"]


def test_the_corrected_file_is_read_as_the_file_with_its_corrections() -> None:
    raw = made()
    cells = told(("C2", "28/02/2023"), ("D2", "40"), ("E3", "40"))
    done = corrected("bao-cao.xlsx", raw, cells)
    report = check("a.xlsx", done)
    assert issues(report) == []
    assert [r["start_date"] for r in records(report)] == ["2023-02-28", "2023-05-12"]
    assert report == check("a.xlsx", raw, Mending().with_corrections(cells))


def test_layout_formulas_and_other_cells_are_kept() -> None:
    def change(sheet: Any) -> None:
        sheet["D2"].font = Font(bold=True)
        sheet["D2"].fill = PatternFill("solid", fgColor="FF00FF00")
        sheet.column_dimensions["B"].width = 33
        sheet["F2"] = "=1+1"

    _, sheet = written(made(change), ("D2", "45"))
    assert (sheet["D2"].value, sheet["D2"].font.bold, sheet["D2"].fill.fgColor.rgb) == (45, True, "FF00FF00")
    assert sheet.column_dimensions["B"].width == 33
    assert (sheet["F2"].value, sheet["E3"].value) == ("=1+1", "=D3")
    assert sheet["C3"].value == MAY_12
    assert sheet["A2"].value == "Quận Hải Châu"


@pytest.mark.parametrize(
    "text", ["=1+1", '=HYPERLINK("http://a")', "+1+1", "@SUM(A1)", "-x", "#REF!", "TRUE"]
)
def test_what_was_typed_is_never_a_formula(text: str) -> None:
    done, sheet = written(made(), ("B2", text))
    assert (sheet["B2"].value, sheet["B2"].data_type) == (text, "s")
    assert check("a.xlsx", done) == check("a.xlsx", made(), Mending().with_corrections(told(("B2", text))))


def test_a_number_in_a_cell_that_showed_a_date_is_a_number() -> None:
    def change(sheet: Any) -> None:
        sheet["D2"] = MAY_12
        sheet["D2"].quotePrefix = True

    done, sheet = written(made(change), ("D2", "40"), ("C2", "28/02/2023"))
    assert (sheet["D2"].value, sheet["D2"].number_format) == (40, "General")
    assert not sheet["D2"].quotePrefix
    assert records(check("a.xlsx", done))[0]["attendances"] == {"parents": 40}


def test_blanked_merged_and_unknown_cells() -> None:
    def change(sheet: Any) -> None:
        sheet.merge_cells("A2:A3")

    raw = made(change)
    _, sheet = written(raw, ("A3", "Quận Sơn Trà"), ("D2", ""), ("A9000", "x"))
    assert sheet["A2"].value == "Quận Sơn Trà"
    assert sheet["D2"].value is None
    assert sheet.max_row == 3
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A2:A3"]


def test_text_in_an_old_font_is_written_in_one_of_unicode() -> None:
    def change(sheet: Any) -> None:
        sheet["B2"].font = Font(name=".VnTime", size=13)
        sheet["B2"] = "TËp huÊn"

    done, sheet = written(made(change), ("B2", "Tập huấn ở phường"), ("C2", "28/02/2023"), ("D2", "40"))
    assert (sheet["B2"].font.name, sheet["B2"].font.size) == ("Times New Roman", 13)
    assert records(check("a.xlsx", done))[0]["title"] == "Tập huấn ở phường"


def test_a_heading_of_an_excel_table_names_its_column() -> None:
    def change(sheet: Any) -> None:
        sheet.add_table(Table(displayName="Bang1", ref="A1:E3"))

    _, sheet = written(made(change), ("D1", "Phụ huynh"))
    assert [c.name for c in sheet.tables["Bang1"].tableColumns][3] == "Phụ huynh"
    assert sheet["D1"].value == "Phụ huynh"


def test_the_marks_of_an_earlier_round_are_taken_off() -> None:
    raw = made()
    marked = building.build("a.xlsx", raw, check("a.xlsx", raw)["issues"], Limits())
    done = building.corrected("a.xlsx", marked, told(("D2", "40")), Limits())
    book = openpyxl.load_workbook(io.BytesIO(done))
    assert book.sheetnames == ["S"]
    assert book["S"]["D2"].fill.fill_type is None
    assert book["S"]["D2"].comment is None


@pytest.mark.parametrize("raw", ["Đơn vị;Ngày\na;b\n".encode(), b"%PDF-1.7", b"", b"PK\x03\x04rest"])
def test_other_files_are_refused_in_words(raw: bytes) -> None:
    with pytest.raises(Unreadable) as refusal:
        corrected("a.csv", raw, told(("A1", "x")))
    assert refusal.value.code == IssueCode.NOT_A_WORKBOOK
    assert refusal.value.message.endswith(".")


def test_a_workbook_too_large_to_be_written_anew_is_refused_in_words() -> None:
    with pytest.raises(Unreadable) as refusal:
        corrected("a.xlsx", made(), told(("A1", "x")), Limits(seconds=0))
    assert refusal.value.code == IssueCode.TOO_LARGE


def test_the_example_of_mistakes_can_be_corrected_cell_by_cell() -> None:
    raw = ERROR_FILE.read_bytes()
    report = check(ERROR_FILE.name, raw)
    unreadable = [i for i in report["issues"] if i["code"] == "number_unreadable"]
    cells = [Correction(i["sheet"] or "", i["cell"] or "", "60") for i in unreadable]
    after = check(ERROR_FILE.name, building.corrected(ERROR_FILE.name, raw, cells, Limits()))
    assert unreadable
    assert "number_unreadable" not in codes(after)
    assert after == check(ERROR_FILE.name, raw, Mending().with_corrections(cells))
