"""Amounts written in words: asked about with how to write them, and nowhere passed over."""

import pytest

from data_loaders.values.amounts.spelled_out import holds_many, is_amount
from tests.data_loaders.sheets import checked, issues, records

_LIST = ["DANH SÁCH LỚP TẬP HUẤN NĂM 2023 - QUẬN HẢI CHÂU"]
_SUMMARY = ["TỔNG HỢP LỚP TẬP HUẤN QUÝ II NĂM 2023"]
_FORM = ["BÁO CÁO NĂM 2023 - QUẬN HẢI CHÂU"]
_HEAD, _UNITS = ["TT", "Tên lớp", "Ngày"], ["TT", "Đơn vị", "Số lớp", "Lượt"]


@pytest.mark.parametrize(
    ("text", "is_one", "many"),
    [
        ("bốn mươi lăm người", True, True),
        ("Bốn mươi lăm (45)", True, True),
        ("hai lớp", True, False),
        ("năm", True, False),
        ("khoảng một trăm lượt người", True, True),
        ("một trăm linh năm em", True, True),
        ("phụ huynh: bốn mươi; học sinh: ba mươi", False, True),
        ("ba mẹ", False, False),
        ("Năm học 2022-2023", False, False),
        ("học sinh lớp mười", False, False),
        ("trẻ em dưới mười sáu tuổi", False, False),
        ("trẻ em từ mười đến mười lăm tuổi", False, False),
        ("Tư vấn tâm lý", False, False),
        ("Tập huấn", False, False),
    ],
)
def test_what_is_an_amount_in_words(text: str, is_one: bool, many: bool) -> None:
    assert (is_amount(text), holds_many(text)) == (is_one, many)


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        ([_LIST, [*_HEAD, "Số người"], [1, "A", "3/3/2023", "bốn mươi lăm người"]], ["D3"]),
        ([_LIST, [*_HEAD, "Cha mẹ", "Giáo viên"], [1, "A", "3/3/2023", "bốn mươi", "mười"]], ["D3", "E3"]),
        ([_LIST, [*_HEAD, "Số lượng, đối tượng"], [1, "A", "3/3/2023", "bốn mươi lăm phụ huynh"]], ["D3"]),
        (
            [_SUMMARY, _UNITS, [1, "Quận Hải Châu", "hai lớp", 100], [2, "Quận Cẩm Lệ", "ba lớp", 90]],
            ["C3", "C4"],
        ),
        ([_SUMMARY, _UNITS, [1, "Quận Hải Châu", 2, "một trăm người"]], ["D3"]),
        (
            [
                *[_FORM, ["TT", "Nội dung", "Kết quả"], [1, "Số lớp tập huấn", "hai lớp"]],
                [2, "Số lượt cha mẹ", "bốn mươi lăm người"],
            ],
            ["C3", "C4"],
        ),
    ],
)
def test_an_amount_in_words_is_asked_for_in_digits(rows: list[list[object]], cells: list[str]) -> None:
    report = checked(rows)
    assert (report["status"], records(report)) == ("rejected", [])
    assert issues(report) == [("number_unreadable", cell) for cell in cells]
    assert all("ghi bằng chữ số, không ghi bằng chữ" in found["message"] for found in report["issues"])
