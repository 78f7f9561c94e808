"""Rows of sorts of units ("I. Quận, huyện") in a summary of units: headings, with or without the sums of what is below."""

import pytest

from tests.data_loaders.sheets import checked, codes, records

_ABOVE = [["TỔNG HỢP LỚP TẬP HUẤN NĂM 2023"], ["Đơn vị", "Số lớp", "Lượt người"]]
_SORTS = [
    ("I. Quận, huyện", "II. Sở, ban, ngành"),
    ("Các quận, huyện", "Các sở, ban, ngành"),
    ("Khối quận, huyện", "Khối sở, ngành thành phố"),
    ("UBND các quận, huyện", "Sở, ban, ngành"),
    ("* Quận, huyện", "* Hội, đoàn thể"),
]


@pytest.mark.parametrize("summed", [True, False])
@pytest.mark.parametrize(("districts", "offices"), _SORTS)
def test_sorts_of_units_head_the_rows_below(districts: str, offices: str, summed: bool) -> None:
    report = checked(
        [
            *_ABOVE,
            [districts, *([5, 250] if summed else [])],
            ["Quận Hải Châu", 3, 150],
            ["Quận Sơn Trà", 2, 100],
            [offices, *([4, 210] if summed else [])],
            ["Sở Y tế", 4, 210],
            ["Tổng cộng", 9, 460],
        ]
    )
    assert (report["status"], codes(report)) == ("ready", [])
    assert [(r["unit"], r["count"]) for r in records(report)] == [("492", 3), ("493", 2), ("SO-YT", 4)]


def test_a_wrong_sum_beside_a_sort_is_told() -> None:
    report = checked(
        [*_ABOVE, ["Các quận, huyện", 6, 250], ["Quận Hải Châu", 3, 150], ["Quận Sơn Trà", 2, 100]]
    )
    assert [(i["code"], i["cell"]) for i in report["issues"]] == [("total_row_mismatch", "B3")]


def test_figures_of_a_sort_that_heads_nothing_are_asked_for() -> None:
    report = checked([*_ABOVE, ["Quận Hải Châu", 3, 150], ["Các sở, ban, ngành", 4, 210]])
    assert codes(report, "error") == ["unit_unknown"]
