"""The row of the whole city below its units, where the column of groups is blank in it."""

import pytest

from tests.data_loaders.sheets import checked, issues, records

_ALL, _SMALL = "Trẻ em dưới 16 tuổi", "Trẻ em dưới 6 tuổi"
_A = [["Quận Hải Châu", _ALL, 500], ["Quận Sơn Trà", _ALL, 400]]
_B = [["Quận Hải Châu", _SMALL, 50], ["Quận Sơn Trà", _SMALL, 40]]
_CITY = "Toàn thành phố"
_MISSING = "required_missing"


@pytest.mark.parametrize(
    ("rows", "of_city", "told"),
    [
        ([*_A, [_CITY, None, 900]], [("under_16", 900)], []),
        ([*_A, ["Cộng toàn thành phố", None, 900]], [("under_16", 900)], []),
        ([*_A, ["Thành phố Đà Nẵng", None, 900]], [("under_16", 900)], []),
        # A sum of groups is a figure of none of them, and is checked.
        ([*_A, *_B, [_CITY, None, 990]], [], []),
        ([*_A, *_B, [_CITY, None, 980]], [], [("total_row_mismatch", "C6")]),
        # Each group with its own row, the last one the sum of both.
        ([*_A, [_CITY, None, 900], *_B, [_CITY, None, 90]], [("under_16", 900), ("under_6", 90)], []),
        ([*_A, [_CITY, _ALL, 900], *_B, [_CITY, None, 990]], [("under_16", 900)], []),
        ([*_A, [_CITY, _ALL, 900], *_B, [_CITY, None, 91]], [("under_16", 900)], [("total_row_mismatch", "C7")]),
        # Nothing above it says which.
        ([[_CITY, None, 900], *_A], [], [(_MISSING, "B2")]),
        ([*_A, [_CITY, _ALL, 900], ["Thành phố Đà Nẵng", None, 90]], [("under_16", 900)], [(_MISSING, "B5")]),
        # Nor is a unit's own row helped.
        ([*_A, ["Quận Cẩm Lệ", None, 300]], [], [(_MISSING, "B4")]),
        ([*_A, *_B, ["Thành phố Hội An", None, 990]], [], [(_MISSING, "B6")]),
    ],
)  # fmt: skip
def test_the_city_takes_the_group_above(
    rows: list[list[object]], of_city: list[object], told: list[object]
) -> None:
    report = checked([["Quận, huyện", "Nhóm", "Số trẻ em năm 2023"], *rows])
    assert [(r["group"], r["value"]) for r in records(report) if r["unit"] == "48"] == of_city
    assert issues(report) == told


@pytest.mark.parametrize(
    ("years", "of_city"),
    [((2023, 2023, None), [2023]), ((2022, 2023, None), []), ((2022, 2023, 2023), [2023])],
)
def test_the_city_takes_the_year_above(years: tuple[int | None, ...], of_city: list[int]) -> None:
    rows = [[*row, year] for row, year in zip([*_A, [_CITY, None, 900]], years, strict=True)]
    report = checked([["Quận, huyện", "Nhóm", "Số trẻ em", "Năm"], *rows])
    assert [r["year"] for r in records(report) if r["unit"] == "48"] == of_city
    assert issues(report) == []
