"""Cells that tell all people and the women among them, or the activities too."""

import pytest

from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.amounts.two_numbers import read_activities_and_people, read_with_women
from data_loaders.values.fault import Fault


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


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("02 lớp/90 lượt người", (2, 90)),
        ("90 lượt người/02 lớp", (2, 90)),
        ("1.060 học sinh (3 buổi)", (3, 1060)),
        ("60 người trong 2 lớp", (2, 60)),
        ("3 buổi x 100 em", (3, 300)),
        ("100 em × 3 buổi", (3, 300)),
        # Of each class; of nobody; two numbers without words.
        ("60 người/lớp", None),
        ("3 buổi x 100", None),
        ("3 buổi x 2 giờ", None),
        ("300/320", None),
    ],
)
def test_activities_and_people_told_in_one_cell(cell: str, told: tuple[int, int] | None) -> None:
    assert read_activities_and_people(cell) == told


def test_two_numbers_without_words_are_asked_about_as_such() -> None:
    found = read_count("300/320")
    assert isinstance(found, Fault)
    assert "hai số" in found.hint
