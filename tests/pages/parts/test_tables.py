"""A table of a screen and its file are made of the same cells."""

import csv
import re
from collections.abc import Callable
from datetime import date
from html import unescape
from io import StringIO
from typing import Any

import pytest

from pages.parts import html_table
from pages.parts.files import download
from pages.parts.html_table import Told, told
from pages.parts.shell.choices import bar


def test_the_file_has_exactly_the_cells_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    made: dict[str, Callable[[], bytes]] = {}

    def button(_label: str, make: Callable[[], bytes], *, key: str, **_more: Any) -> None:
        made[key] = make

    monkeypatch.setattr(html_table.markup, "put", shown.append)
    monkeypatch.setattr(download, "button", button)
    monkeypatch.setattr(bar, "kept", dict)
    lines = [
        [told("Quận <Hải> Châu"), Told(1840, "<a href='activities'>1.840 lớp</a>"), told(12.3), told(None)],
        [told("Quận Sơn Trà"), told(0), told(None), told(date(2024, 6, 30))],
    ]
    html_table.draw("thử", ("Đơn vị", "Số lớp", "Tỷ lệ (%)", "Ngày"), iter(map(iter, lines)), "one")
    (table,) = shown
    body = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>(.*?)</tr>", table)]
    words = [[unescape(re.sub(r"<[^>]*>", "", cell)).replace("\u2011", "-") for cell in row] for row in body]
    assert words == [
        ["Đơn vị", "Số lớp", "Tỷ lệ (%)", "Ngày"],
        ["Quận <Hải> Châu", "1.840 lớp", "12,3", ""],
        ["Quận Sơn Trà", "0", "", "30-6-2024"],
    ]
    taken = list(csv.reader(StringIO(made["one-csv"]().decode("utf-8-sig"))))
    assert taken == [
        ["Đơn vị", "Số lớp", "Tỷ lệ (%)", "Ngày"],
        ["Quận <Hải> Châu", "1840", "12.3", ""],
        ["Quận Sơn Trà", "0", "", "2024-06-30"],
    ]


def test_a_phone_leaves_out_what_the_screen_says_elsewhere() -> None:
    lines = [[told("Quận Sơn Trà"), told(date(2024, 6, 30)), told(3)]]
    heads = ("Đơn vị", "Hạn nộp", "Số ngày", "Tình trạng")
    lines = [[*lines[0], told("nộp muộn")]]
    made = html_table.table(heads, lines, "thử", "wide", ("Hạn nộp",), ("Tình trạng",))
    assert re.findall(r"<t[hd][^>]* class='?([^'> ][^'>]*)", made) == ["spare", "n", "d spare", "n"]
    # What a value says by itself has its heading above the table alone.
    assert re.findall(r"data-of='([^']*)'", made) == ["Hạn nộp", "Số ngày"]
    assert ">Tình trạng</th>" in made


def test_a_column_that_no_line_has_anything_in_is_left_out() -> None:
    lines = [[told("Quận Sơn Trà"), told(None), told(3)], [told("Quận Hải Châu"), told(None), told(None)]]
    made = html_table.table(("Đơn vị", "Mục tiêu", "Thực hiện"), lines, "thử")
    assert re.findall(r"<th scope='col'[^>]*>([^<]*)", made) == ["Đơn vị", "Thực hiện"]
    assert made.count("<td") == 2
    # What nothing is listed in still says what it would list.
    assert html_table.table(("Đơn vị", "Mục tiêu"), [], "thử").count("<th") == 3
