"""A form with ticks where numbers should be: the column is named, with what to write there."""

from typing import Any

import pytest

from tests.data_loaders.sheets import checked, codes, issues

_WHO, _TITLE = ["UBND QUẬN SƠN TRÀ"], ["KẾT QUẢ THỰC HIỆN NĂM 2024"]


@pytest.mark.parametrize(
    ("head", "first", "second", "cell"),
    [
        (["Nội dung", "Kết quả"], ["Số lớp tập huấn cho cha mẹ", "x"], ["Số buổi truyền thông", "x"], "C4"),
        (
            ["Nội dung", "ĐVT", "Kết quả"],
            ["Lớp tập huấn", "lớp", "✓"],
            ["Buổi truyền thông", "buổi", "✓"],
            "D4",
        ),
        (
            ["Nội dung", "Có", "Không"],
            ["Tổ chức lớp tập huấn", "x", None],
            ["Tổ chức buổi truyền thông", "x", None],
            "C4",
        ),
    ],
)
def test_ticks_for_numbers(head: list[str], first: list[Any], second: list[Any], cell: str) -> None:
    report = checked([_WHO, _TITLE, ["STT", *head], [1, *first], [2, *second]])
    assert (report["status"], issues(report)) == ("rejected", [("number_unreadable", cell)])
    found = report["issues"][0]
    assert f"cột {cell[0]}" in found["message"]
    assert "ghi số lớp, số buổi hoặc số lượt" in found["fix"]


def test_other_ticks_are_no_results() -> None:
    report = checked(
        [_WHO, ["DANH MỤC HỒ SƠ"], ["STT", "Hồ sơ", "Đã có"], [1, "Quyết định", "x"], [2, "Kế hoạch", "x"]]
    )
    assert "number_unreadable" not in codes(report)
