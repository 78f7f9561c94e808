"""An office's workbook kept as Excel's binary one (.xlsb) is read as the same .xlsx is."""

import datetime
import io
import struct
import zipfile
from dataclasses import replace
from typing import Any

import pytest

from data_loaders.check import check
from data_loaders.reading import read
from sample_data import FOLDER
from tests.data_loaders.reading.xlsb.binary_books import binary_book
from tests.data_loaders.reading.xlsb.writing import record, text

BOOKS = (
    "huyen-hoa-vang-2022.xlsx", "quan-hai-chau-2023.xlsx", "quan-son-tra-2024.xlsx", "phuong-hai-chau-2025.xlsx",
    "thanh-doan-tong-hop-2025.xlsx", "so-truong.xlsx", "dau-moi.xlsx", "chi-tieu.xlsx", "vi-du-co-loi.xlsx",
)  # fmt: skip


@pytest.mark.parametrize("name", BOOKS)
def test_a_binary_workbook_is_read_as_the_same_in_xml_is(name: str) -> None:
    raw = (FOLDER / name).read_bytes()
    binary = binary_book(read(name, raw).sheets)
    told, again = check(name, raw), check(name.replace(".xlsx", ".xlsb"), binary)
    assert {**again, "file": name} == told
    assert told["tables"]


def test_a_binary_workbook_under_the_name_of_another_kind_is_read_all_the_same() -> None:
    raw = (FOLDER / BOOKS[0]).read_bytes()
    report: Any = check(BOOKS[0], binary_book(read(BOOKS[0], raw).sheets))
    assert report == check(BOOKS[0], raw)


@pytest.mark.parametrize(
    ("shown", "first"),
    [
        (17, "Tháng 5/2023"),
        ('"Tháng "m/yyyy', "Tháng 5/2023"),
        ("mm/yyyy;@", "Tháng 5/2023"),
        ("dd/mm/yyyy", datetime.date(2023, 5, 1)),
        (14, datetime.date(2023, 5, 1)),
    ],
)
def test_a_day_shown_by_its_month_alone_is_the_month(shown: int | str, first: object) -> None:
    number = shown if isinstance(shown, int) else 164
    own = record(44, struct.pack("<H", number) + text(shown)) if isinstance(shown, str) else b""
    styles = record(278) + record(615, struct.pack("<I", bool(own))) + own + record(616)
    # A style of styles before those of cells is not counted.
    styles += record(626, struct.pack("<I", 1)) + record(47, struct.pack("<HH12x", 0, 17)) + record(627)
    styles += (
        record(617, struct.pack("<I", 2))
        + b"".join(record(47, struct.pack("<HH12x", 0, n)) for n in (0, number))
        + record(618)
    )
    days: Any = [["Tháng", 3, datetime.date(2023, 5, 1)], ["Ngày", 45047, datetime.date(2023, 5, 2)]]
    (any_sheet,) = read("a.csv", b"x").sheets
    sheet = replace(any_sheet, rows=days)
    raw = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(binary_book([sheet]))) as book, zipfile.ZipFile(raw, "w") as changed:
        for name in book.namelist():
            changed.writestr(name, styles + record(279) if name == "xl/styles.bin" else book.read(name))
    (found,) = read("a.xlsb", raw.getvalue()).sheets
    assert found.rows == [["Tháng", 3, first], ["Ngày", 45047, datetime.date(2023, 5, 2)]]
