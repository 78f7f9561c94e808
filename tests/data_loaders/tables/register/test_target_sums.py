"""Rows that sum the targets above them give none; "Tổng cộng số lớp tập huấn" among indicators is one itself."""

from typing import Any

import pytest

from tests.data_loaders.sheets import checked, records

_CITY = ["UBND THÀNH PHỐ ĐÀ NẴNG"]
_CLASSES = "L-activities-training_class"


def _told(rows: list[list[Any]]) -> list[tuple[str, str, int]]:
    report = checked([_CITY, ["CHỈ TIÊU NĂM 2024"], *rows])
    assert report["status"] == "ready"
    return [(r["indicator"], r["unit"], r["value"]) for r in records(report)]


@pytest.mark.parametrize(
    "words", ["Tổng cộng số lớp tập huấn", "Số lớp tập huấn (tổng cộng)", "Tổng số lớp tập huấn"]
)
def test_an_indicator_called_a_sum(words: str) -> None:
    rows = [
        ["STT", "Chỉ tiêu", "Đơn vị tính", "Giá trị"],
        [1, words, "lớp", 60],
        [2, "Lượt cha mẹ", "lượt", 600],
    ]
    assert _told(rows) == [(_CLASSES, "48", 60), ("L-parents", "48", 600)]


def test_a_sum_called_by_its_indicator_below_units() -> None:
    rows = [["STT", "Đơn vị", "Chỉ tiêu"], [1, "Quận Sơn Trà", 50], [2, "Quận Hải Châu", 60]]
    report = checked(
        [_CITY, ["GIAO CHỈ TIÊU SỐ LỚP TẬP HUẤN NĂM 2024"], *rows, [3, "Tổng số lớp tập huấn", 110]]
    )
    assert (report["status"], [(r["unit"], r["value"]) for r in records(report)]) == (
        "ready",
        [("493", 50), ("492", 60)],
    )


@pytest.mark.parametrize("words", ["Tổng cộng", "Tổng số lớp tập huấn", "Tổng cộng số lớp tập huấn"])
@pytest.mark.parametrize("ordinal", [3, None])
def test_sums_of_units(words: str, ordinal: int | None) -> None:
    head = ["STT", "Chỉ tiêu", "Đơn vị", "Giá trị"]
    rows = [[1, "Số lớp tập huấn", "Quận Sơn Trà", 50], [2, "Số lớp tập huấn", "Quận Hải Châu", 60]]
    of_units = [(_CLASSES, "493", 50), (_CLASSES, "492", 60)]
    assert _told([head, *rows, [ordinal, words, None, 110]]) == of_units
    # With the city beside it, it is the city's target where it names its indicator.
    own = [] if words == "Tổng cộng" else [(_CLASSES, "48", 120)]
    assert _told([head, *rows, [ordinal, words, "Thành phố Đà Nẵng", 120]]) == [*of_units, *own]
