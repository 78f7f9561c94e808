"""An office's workbook kept as Excel's binary one (.xlsb) is read as the same .xlsx is."""

from typing import Any

import pytest

from data_loaders.check import check
from data_loaders.reading import read
from sample_data import FOLDER
from tests.data_loaders.reading.binary_books import binary_book

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
