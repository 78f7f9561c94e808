"""A cell corrected in place is read as if it had been typed into the workbook."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_loaders.check import check
from data_loaders.mending.corrections import corrected, typed
from data_loaders.reading import read, references
from program.contract import Report
from program.submissions.mending import Correction, Mending
from tests.data_loaders.sheets import codes, issues, records, xlsx

SHEET = "Tháng 5"
ROWS: list[list[Any]] = [
    ["Đơn vị báo cáo: UBND quận Hải Châu", None, None, None, None],
    ["Tên hoạt động", "Ngày tổ chức", "Loại hoạt động", "Cha mẹ", "Tổng lượt"],
    ["Lớp A", date(2023, 5, 12), "Lớp tập huấn", 40, 40],
    ["Lớp B", "13/5/2023", "Lớp tập huấn", "nhiều", None],
    ["Buổi C", "31/02/2023", "Buổi truyền thông", 120, 125],
]


def mended(raw: bytes, *corrections: tuple[str, str], sheet: str = SHEET) -> Report:
    made = [Correction(sheet, cell, text) for cell, text in corrections]
    return check("a.xlsx", raw, Mending().with_corrections(made))


RAW = xlsx({SHEET: ROWS})


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("45", 45), (" 45 ", 45), ("-3", -3), ("0", 0), ("", None), ("  ", None), ("12/05/2023", "12/05/2023"),
        ("1.234", "1.234"), ("12,5", "12,5"), ("0905123456", "0905123456"), ("1234567890123456", "1234567890123456"),
        ("=1+1", "=1+1"), ("Quận Hải Châu", "Quận Hải Châu"),
    ],
)  # fmt: skip
def test_what_a_cell_holds_after_it_was_typed(text: str, cell: Any) -> None:
    assert typed(text) == cell
    assert type(typed(text)) is type(cell)


def test_corrected_cells_mend_their_rows() -> None:
    assert issues(mended(RAW)) == [
        ("number_unreadable", "D4"),
        ("date_unreadable", "B5"),
    ]
    after = mended(RAW, ("D4", "45"), ("B5", "28/02/2023"), ("E5", "120"))
    assert issues(after) == []
    assert [(r["start_date"], r["attendances_total"]) for r in records(after)] == [
        ("2023-05-12", 40),
        ("2023-05-13", 45),
        ("2023-02-28", 120),
    ]


def test_a_correction_of_what_does_not_exist_is_left_out() -> None:
    assert mended(RAW, ("D4", "45"), sheet="Tháng 6") == mended(RAW)
    for cell in ("XFD1048576", "D4:D5", "9D", "", "A5000"):
        assert mended(RAW, (cell, "45")) == mended(RAW)


def test_cells_beside_what_the_sheet_holds() -> None:
    raw = xlsx({SHEET: [row[:4] for row in ROWS[:3]]})
    more = {
        "A4": "Lớp B",
        "B4": "13/5/2023",
        "C4": "Lớp tập huấn",
        "D4": "45",
        "E2": "Trong đó nữ",
        "E4": "30",
    }
    assert [(r["title"], r["female"]) for r in records(mended(raw, *more.items()))] == [
        ("Lớp A", None),
        ("Lớp B", 30),
    ]
    shifted = xlsx({SHEET: [[None] * 3, *([None, None, *row[:4]] for row in ROWS[1:3])]})
    after = mended(shifted, ("A1", "Đơn vị báo cáo: Quận Sơn Trà"), ("F3", "50"))
    assert [(r["unit"], r["source"]["row"], r["attendances"]) for r in records(after)] == [
        ("493", 3, {"parents": 50})
    ]


def test_a_formula_without_a_result_no_longer_waits_when_its_cell_is_corrected() -> None:
    rows = [*ROWS[:2], ["Lớp A", date(2023, 5, 12), "Lớp tập huấn", "=20+20", None]]
    raw = xlsx({SHEET: rows})
    assert issues(mended(raw)) == [("formula_without_value", "D3")]
    assert records(mended(raw, ("D3", "40")))[0]["attendances"] == {"parents": 40}
    assert records(mended(raw, ("D3", "")))[0]["attendances"] == {}


def test_a_merged_area_is_one_cell() -> None:
    rows = [ROWS[0], ROWS[1], ["Lớp A", "31/02/2023", "Lớp tập huấn", 40, 40], ["Lớp B", None, *ROWS[2][2:]]]
    raw = xlsx({SHEET: rows}, {SHEET: ["B3:B4"]})
    after = mended(raw, ("B4", "28/02/2023"))
    assert [r["start_date"] for r in records(after)] == ["2023-02-28"] * 2
    (sheet,) = corrected(
        read("a.xlsx", raw).sheets, [Correction(SHEET, "B4", "1"), Correction(SHEET, "B3", "2")]
    )
    assert [row[1] for row in sheet.rows[2:]] == [2, None]


@pytest.mark.parametrize(
    ("cell", "text"),
    [("D4", "Nguyễn Văn An"), ("A4", "Lớp của em Bình, 0905 123 456"), ("A4", "an@gmail.com"), ("E2", "Họ tên trẻ")],
)  # fmt: skip
def test_personal_data_is_refused_as_in_the_file(cell: str, text: str) -> None:
    after = mended(RAW, (cell, text))
    assert codes(after) == ["personal_data"]
    assert text not in str(after) or cell == "E2"


def test_the_sheets_of_the_file_stay_as_they_are() -> None:
    sheets = read("a.xlsx", RAW).sheets
    before = [list(row) for row in sheets[0].rows]
    corrected(sheets, [Correction(SHEET, "D4", "45"), Correction(SHEET, "A9", "x")])
    assert sheets[0].rows == before


TEXTS = [
    "", "45", "1.234", "nhiều", "12/05/2023", "Tháng 5/2023", "Lớp tập huấn", "Quận Sơn Trà", "không phát sinh",
    "Ngày tổ chức", "Cha mẹ", "Tổng cộng", "=1+1", "-", "Ghi chú", "0905123456",
]  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(1, len(ROWS) + 2), st.integers(1, 7)), st.sampled_from(TEXTS), max_size=6
    )
)
def test_a_corrected_workbook_is_read_as_one_that_was_typed_so(texts: dict[tuple[int, int], str]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(RAW))
    for place, text in texts.items():
        cell = book[SHEET].cell(*place)
        cell.value = typed(text)
        if isinstance(cell.value, int):
            cell.number_format = "General"
        elif isinstance(cell.value, str):
            cell.data_type = "s"
    stream = io.BytesIO()
    book.save(stream)
    corrections = ((references.name(*place), text) for place, text in texts.items())
    assert mended(RAW, *corrections) == check("a.xlsx", stream.getvalue())
