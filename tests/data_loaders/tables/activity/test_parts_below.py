"""Whose the people of an activity are, in rows below it."""

import datetime

import pytest

from tests.data_loaders.sheets import checked, codes, records

DAY = datetime.date(2023, 5, 12)
TOP = [["UBND quận Sơn Trà"], ["STT", "Tên lớp tập huấn", "Ngày", "Số lượt"]]


def test_rows_that_only_tell_whose_the_people_are() -> None:
    rows = [
        [1, "A", DAY, 50],
        [None, "- Cha mẹ", None, 45],
        [None, "- Giáo viên", None, 5],
        [2, "B", DAY, 60],
    ]
    report = checked([*TOP, *rows, [None, "Trong đó: Học sinh", None, 40], [None, "- Nữ", None, 25]])
    told = [(r["attendances"], r["attendances_total"], r["female"]) for r in records(report)]
    assert told == [({"parents": 45, "teachers": 5}, 50, None), ({"children_in_school": 40}, 60, 25)]
    assert "total_row_mismatch" not in codes(report)


def test_parts_that_are_more_than_all() -> None:
    rows = [[1, "A", DAY, 50], [None, "- Cha mẹ", None, 45], [None, "- Giáo viên", None, 15]]
    assert codes(checked([*TOP, *rows]), "error") == ["parts_exceed_total"]


@pytest.mark.parametrize("mark", ["- ", "+ "])
def test_an_audience_above_its_activities_heads_them(mark: str) -> None:
    rows = [[None, f"{mark}Cha mẹ", None, 90], [1, "A", DAY, 50], [2, "B", DAY, 40]]
    rows += [[None, f"{mark}Giáo viên", None, 30], [3, "C", DAY, 30]]
    told = [r["attendances"] for r in records(checked([*TOP, *rows]))]
    assert told == [{"parents": 50}, {"parents": 40}, {"teachers": 30}]
