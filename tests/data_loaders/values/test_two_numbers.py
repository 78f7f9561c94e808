"""Cells that tell all people and the women among them."""

import pytest

from data_loaders.values.amounts.two_numbers import read_with_women


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("60 (nữ 40)", (60, 40)),
        ("60 (nam: 20, nữ: 40)", (60, 40)),
        ("60 (20 nam, 40 nữ)", (60, 40)),
        ("60 người (nữ: 40; nam: 20)", (60, 40)),
        ("60 người, trong đó nam 20, nữ 40", (60, 40)),
        ("1.060 (nam: 20 và nữ: 1.040)", (1060, 1040)),
        # Men and women are not all; the women are not told; a year is no man.
        ("60 (nam: 20, nữ: 30)", None),
        ("60 (nam: 20)", None),
        ("60 (năm 2023, nữ 40)", None),
    ],
)
def test_women_told_in_the_cell_of_all_people(cell: str, told: tuple[int, int] | None) -> None:
    assert read_with_women(cell) == told
