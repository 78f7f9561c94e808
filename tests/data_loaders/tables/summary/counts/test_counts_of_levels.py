"""Classes counted by the level of the school in columns of their own: together they are the activities of the row."""

from typing import Any

import pytest

from tests.data_loaders.sheets import checked, issues, records

_WHO = ["UBND QUẬN SƠN TRÀ"]


@pytest.mark.parametrize(
    ("headings", "figures", "counts", "found"),
    [
        (["Số lớp TH", "Số lớp THCS"], [[2, 3], [1, None]], [5, 1], []),
        (["Số lớp TH", "Số lớp THCS", "Tổng số lớp"], [[2, 3, 5], [1, 2, 3]], [5, 3], []),
        (
            ["Số lớp TH", "Số lớp THCS", "Tổng số lớp"],
            [[2, 3, 5], [1, 2, 4]],
            [5, 3],
            [("total_mismatch", "F4")],
        ),
        (["Số lớp cho cha mẹ", "Số lớp cho giáo viên"], [[2, 3], [1, 1]], [5, 2], []),
        # One counts all, the other some of them.
        (["Số lớp", "Số lớp THCS"], [[5, 3], [3, 2]], [5, 3], [("unused_column", "E2")]),
    ],
)
def test_in_a_list(
    headings: list[str], figures: list[list[Any]], counts: list[int], found: list[tuple[str, str]]
) -> None:
    rows = [[n, f"Tập huấn {n}", f"{n}/4/2024", *row, 100] for n, row in enumerate(figures, 1)]
    report = checked([_WHO, ["STT", "Nội dung", "Ngày", *headings, "Lượt học viên"], *rows])
    assert [r["count"] for r in records(report)] == counts
    assert [(code, at) for code, at in issues(report) if code != "implausible_size"] == found


def test_levels_below_one_heading() -> None:
    head = [["STT", "Nội dung", "Ngày", "Số lớp", None, None, "Lượt cha mẹ"]]
    head += [[None, None, None, "TH", "THCS", "THPT", None]]
    rows = [[1, "Tập huấn A", "1/4/2024", 2, 3, 1, 300], [2, "Tập huấn B", "1/5/2024", None, 2, None, 90]]
    report = checked([_WHO, *head, *rows], merges=["A2:A3", "B2:B3", "C2:C3", "D2:F2", "G2:G3"])
    assert [(r["count"], r["basis"]) for r in records(report)] == [(6, "summary"), (2, "summary")]
    assert not issues(report)
