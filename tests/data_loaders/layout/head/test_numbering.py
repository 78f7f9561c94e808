"""Rows that number the columns of a table."""

from typing import Any

import pytest

from data_loaders.layout.head.numbering import is_numbering
from tests.data_loaders.sheets import checked, issues, records


@pytest.mark.parametrize(
    ("cells", "is_one"),
    [
        (["(1)", "(2)", "(3)"], True),
        (["(1)", "(3)", "(2)", "(4)"], True),
        (["(1)", "(2)", "(4)", "(5)"], True),
        ([-1, -3, -2], True),
        (["A", "B", 1, 2], True),
        ([1, 3, 2], False),
        (["(1)", "(1)"], False),
        ([1, -3, 2], False),
    ],
)
def test_numbers_in_brackets_may_stand_in_any_order(cells: list[Any], is_one: bool) -> None:
    assert is_numbering(cells) is is_one


def test_columns_that_were_moved_keep_their_numbers() -> None:
    rows = [
        ["UBND QUẬN CẨM LỆ"],
        ["LỚP TẬP HUẤN NĂM 2023"],
        ["STT", "Tên lớp", "Ngày", "Số người"],
        ["(1)", "(3)", "(2)", "(5)"],
        [1, "Lớp một", "1/3/2023", 41],
    ]
    report = checked(rows)
    assert ([r["attendances_total"] for r in records(report)], issues(report)) == ([41], [])
