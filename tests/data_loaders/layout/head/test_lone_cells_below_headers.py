"""One cell in the row right below a header, where a heading beside it is blank: it heads rows, and is no heading."""

import pytest

from tests.data_loaders.sheets import Rows, checked, codes, records

_TITLE: Rows = [["LỚP TẬP HUẤN NĂM 2024 - QUẬN CẨM LỆ"]]
_HEADERS = [
    ["STT", None, "Tên lớp", "Ngày", "Số người"],
    [None, "Tên lớp", None, "Ngày", "Số người"],
    ["Tên lớp", None, "Đơn vị chủ trì", "Ngày", "Số người"],
    ["Ngày", "Tên lớp", None, "Ghi chú", "Số người"],
]


def _class(header: list[object], number: int) -> list[object]:
    told = {"Tên lớp": f"Lớp {number}", "Ngày": f"{number}/2/2024", "Số người": 40 + number, "STT": number}
    return [told.get(str(heading)) for heading in header]


@pytest.mark.parametrize("header", _HEADERS)
@pytest.mark.parametrize("label", ["Tháng 2/2024", "Quý I", "Quận Cẩm Lệ", "I. Lớp tập huấn"])
@pytest.mark.parametrize("merged", [False, True])
def test_a_time_or_place_below_a_header_with_a_blank_heads_its_rows(
    header: list[object], label: str, merged: bool
) -> None:
    rows = [*_TITLE, header, [label], _class(header, 1), _class(header, 2)]
    report = checked(rows, merges=["A3:E3"] if merged else [])
    assert report["status"] == "ready"
    assert report["tables"][0]["header_rows"] == [2]
    assert {"date_ambiguous", "implausible_size"}.isdisjoint(codes(report))
    assert [(r["attendances_total"], r["start_date"]) for r in records(report)] == [
        (41, "2024-02-01"),
        (42, "2024-02-02"),
    ]


def test_a_period_below_a_heading_of_people_goes_on_with_the_header() -> None:
    rows: Rows = [["TT", "Đơn vị", "Số lớp tập huấn", None], [None, None, "Quý I", "Quý II"]]
    report = checked([["NĂM 2024"], *rows, [1, "Quận Cẩm Lệ", 3, 4]], merges=["C2:D2"])
    assert [(r["count"], r["end_date"]) for r in records(report)] == [(3, "2024-03-14"), (4, "2024-06-14")]


@pytest.mark.parametrize("numbers", [["(1)", "(2)", "(3)", "(4)"], ["A", "B", 1, 2], [1, 2, 3, 4]])
@pytest.mark.parametrize("gap", [[], [[]]])
def test_numbers_of_columns_below_a_blank_row_are_no_row(numbers: list[object], gap: Rows) -> None:
    header: Rows = [["STT", "Tên lớp", "Ngày", "Số người"], *gap, numbers]
    report = checked([*_TITLE, *header, [1, "Lớp 1", "1/2/2024", 41], [2, "Lớp 2", "2/2/2024", 42]])
    assert (report["status"], codes(report)) == ("ready", [])
    assert [r["attendances_total"] for r in records(report)] == [41, 42]
