"""Formulas of an .xls that comes back as an .xlsx: shared, of areas, leading out, or of another Excel."""

import struct

import pytest
import xlwt

from data_loaders.annotating.xls import formulas
from data_loaders.reading import read
from tests.data_loaders.annotating.xls.old_books import (
    back,
    compound,
    content,
    issue,
    marked_file,
    record,
    said_in_front,
    saved,
    with_page,
    with_records,
)


def formula_record(row: int, column: int, value: float, tokens: bytes) -> bytes:
    head = struct.pack("<HHHdHIH", row, column, 15, value, 0, 0, len(tokens))
    return record(0x06, head + tokens)


ELSEWHERE = struct.pack("<BHH", 1, 9, 5)
MOVED = struct.pack("<BHH", 0x4C, 0xFFF8, 0xFE | 0xC000) + b"\x1e\x02\x00\x05"


def test_a_formula_that_cells_share_is_written_into_each() -> None:
    shared = struct.pack("<HHBBBBH", 9, 10, 5, 5, 0, 2, len(MOVED)) + MOVED
    more = (
        formula_record(9, 5, 80.0, ELSEWHERE) + record(0x4BC, shared) + formula_record(10, 5, 50.0, ELSEWHERE)
    )
    raw = with_records(more)
    page = back(raw)["Dữ liệu"]
    assert [page["F10"].value, page["F11"].value] == ["=D2*2", "=D3*2"]
    assert content(read("x.xlsx", marked_file(raw))) == content(read("x.xls", raw))


def test_an_array_formula_stays_one() -> None:
    tokens = struct.pack("<BHHHH", 0x25, 2, 3, 3 | 0xC000, 3 | 0xC000)
    array = struct.pack("<HHBBHIH", 9, 10, 5, 5, 0, 0, len(tokens)) + tokens
    raw = with_records(
        formula_record(9, 5, 40.0, ELSEWHERE) + record(0x221, array) + formula_record(10, 5, 25.0, ELSEWHERE)
    )
    made = back(raw)
    page = made["Dữ liệu"]
    assert (page["F10"].value.ref, page["F10"].value.text) == ("F10:F11", "=D3:D4")
    assert page["F11"].value == 25
    assert "chỉ còn giữ giá trị" not in said_in_front(made)
    assert content(read("x.xlsx", marked_file(raw))) == content(read("x.xls", raw))


def test_a_long_formula_that_many_cells_share_does_not_take_all_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formulas, "_ROOM", len(MOVED))
    shared = record(0x4BC, struct.pack("<HHBBBBH", 9, 10, 5, 5, 0, 2, len(MOVED)) + MOVED)
    made = back(
        with_records(formula_record(9, 5, 80.0, ELSEWHERE) + shared + formula_record(10, 5, 50.0, ELSEWHERE))
    )
    assert [made["Dữ liệu"][place].value for place in ("F10", "F11")] == ["=D2*2", 50]
    assert "1 công thức của tệp gốc" in said_in_front(made)


def test_formulas_that_lead_out_become_their_values_and_are_counted() -> None:
    outside = struct.pack("<BHHH", 0x5A, 7, 0, 0)
    raw = with_records(formula_record(9, 5, 12.0, outside) + formula_record(10, 5, 13.0, outside))
    link = with_page(lambda page: page.write(9, 5, xlwt.Formula('HYPERLINK("http://a.vn";"xem")')))
    made = back(raw)
    assert [made["Dữ liệu"][place].value for place in ("F10", "F11")] == [12, 13]
    assert "2 công thức của tệp gốc" in said_in_front(made)
    made = back(saved(link))
    assert made["Dữ liệu"]["F10"].data_type != "f"
    assert "1 công thức của tệp gốc" in said_in_front(made)


def test_words_like_formulas_stay_words() -> None:
    page = back(saved(with_page(lambda page: page.write(9, 5, "=1+1"))))["Dữ liệu"]
    assert (page["F10"].value, page["F10"].data_type, page["F10"].quotePrefix) == ("=1+1", "s", True)


def test_a_file_of_excel_95_keeps_its_layout_and_its_formulas_become_values() -> None:
    begin = struct.pack("<HHHH", 0x0500, 0x05, 0, 0)
    font = record(0x31, struct.pack("<HHHHHBBBx", 260, 0, 0x7FFF, 700, 0, 0, 0, 0) + b"\x0fTimes New Roman")
    forms = record(0xE0, struct.pack("<HHHHHHI", 0, 0, 0xFFF5, 0, 0, 0, 0)) * 15
    forms += record(0xE0, struct.pack("<HHHHHHI", 0, 0, 1, 0, 0, 0, 0))
    listed = record(0x85, struct.pack("<IHB", 0, 0, 4) + b"Lop1")
    before = record(0x809, begin) + record(0x42, struct.pack("<H", 1252)) + font + forms
    end = record(0x0A, b"")
    offset = len(before) + len(listed) + len(end)
    book = before + record(0x85, struct.pack("<I", offset) + listed[8:]) + end
    cells = record(0x203, struct.pack("<HHHd", 0, 0, 15, 7.0)) + formula_record(1, 0, 14.0, b"\x1e\x0e\x00")
    made = back(
        compound(book + record(0x809, struct.pack("<HHHH", 0x0500, 0x10, 0, 0)) + cells + end), issue()
    )
    page = made["Lop1"]
    assert [page["A1"].value, page["A2"].value] == [7, 14]
    assert (page["A1"].font.name, page["A1"].font.b) == ("Times New Roman", True)
    front = made.worksheets[0]
    fonts = {(cell.font.name, cell.font.b) for cell in front[front.max_row]}
    assert fonts == {("Calibri", False)}, "the list's own font, whatever the file's usual one is"
    assert "1 công thức của tệp gốc" in said_in_front(made)
