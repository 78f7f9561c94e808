"""A stated total beside its parts by form: where they differ it is said, in a summary as in a list."""

from typing import Any

import pytest

from tests.data_loaders.sheets import checked, issues, records

_WHO, _TITLE = ["UBND QUẬN SƠN TRÀ"], ["TỔNG HỢP TẬP HUẤN NĂM 2024"]
_TWO = ["Trực tiếp", "Trực tuyến"]


@pytest.mark.parametrize(
    ("head", "first", "cell"),
    [
        (["Số lớp", "Tổng lượt", *_TWO], [3, 120, 60, 50], "D4"),
        (["Số lớp", "Tổng lượt", "Lượt trực tiếp", "Lượt trực tuyến"], [3, 120, 60, 70], "D4"),
        (["Số lớp", "Tổng lượt", "Trong đó trực tiếp", "Trong đó trực tuyến"], [3, 120, 60, 50], "D4"),
        (["Số lớp", *_TWO, "Lượt người"], [3, 60, 50, 120], "F4"),
        (["Số lớp", "Tổng lượt", *_TWO, "Kết hợp"], [3, 120, 60, 50, 5], "D4"),
        (["Số lớp", "Tổng lượt", *_TWO], [3, 110, 60, 50], None),
        # People by form behind the classes alone are no part of these.
        (["Số lớp", "Lượt trực tiếp", "Lượt trực tuyến"], [3, 60, 50], None),
        (["Số lớp", *_TWO], [3, 60, 50], None),
    ],
)
def test_in_a_summary(head: list[str], first: list[int], cell: str | None) -> None:
    rows: list[list[Any]] = [_WHO, _TITLE, ["STT", "Quý", *head], [1, "Quý I", *first], [2, "Quý II"]]
    rows[4] += [
        2 if name == "Số lớp" else 100 if "ượt" in name and " tr" not in name else 50 for name in head
    ]
    rows[4] = [0 if name == "Kết hợp" else v for name, v in zip(["", "", *head], rows[4], strict=True)]
    report = checked(rows)
    found = [(code, at) for code, at in issues(report) if code != "unused_column"]
    assert found == ([("total_mismatch", cell)] if cell else [])
    assert report["status"] == "ready"


def test_classes_by_form() -> None:
    head = ["STT", "Quý", "Tổng số lớp", *_TWO, "Lượt cha mẹ"]
    report = checked([_WHO, _TITLE, head, [1, "Quý I", 3, 1, 1, 120], [2, "Quý II", 2, 1, 1, 100]])
    assert [(r["count"], r["attendances_total"]) for r in records(report)] == [(3, 120), (2, 100)]
    assert issues(report) == [("total_mismatch", "C4")]


@pytest.mark.parametrize("forms", [_TWO, ["Lượt trực tiếp", "Lượt trực tuyến"]])
def test_in_a_list(forms: list[str]) -> None:
    head = ["STT", "Tên lớp tập huấn", "Ngày", "Tổng số lượt", *forms]
    report = checked([_WHO, head, [1, "A", "1/4/2024", 120, 60, 50], [2, "B", "1/5/2024", 100, 50, 50]])
    assert issues(report) == [("total_mismatch", "D3")]
