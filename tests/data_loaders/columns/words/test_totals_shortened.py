"""Headings that shorten "Tổng số", or say "Chung", beside audiences."""

from collections.abc import Sequence
from typing import Any

import pytest

from tests.data_loaders.sheets import Rows, checked, codes, records


@pytest.mark.parametrize("total", ["T. số", "T. SỐ", "T.số", "T. cộng", "Chung", "Tổng số"])
@pytest.mark.parametrize("said", [90, 60])
def test_the_total_is_known_and_compared_with_its_parts(total: str, said: int) -> None:
    header: Rows = [
        ["STT", "Tên lớp", "Ngày", "Số lượt dự"],
        [None, None, None, total, "Cha mẹ", "Trẻ em ngoài trường học", "Học sinh"],
    ]
    rows: Rows = [["LỚP TẬP HUẤN - QUẬN CẨM LỆ"], *header, [1, "Lớp 1", "1/2/2024", said, 40, 30, 20]]
    report = checked(rows, merges=["D2:G2"])
    assert codes(report) == ([] if said == 90 else ["parts_exceed_total"])
    assert [r["attendances_total"] for r in records(report)] == ([90] if said == 90 else [])


@pytest.mark.parametrize(
    ("cells", "told", "found"),
    [
        ((55, 300), [55, 300], []),
        (("55 người", 2010), [55, 2010], []),
        ((2010, "2012"), [], ["personal_data"]),
    ],
)
def test_sn_is_how_many_came_unless_it_is_when_they_were_born(
    cells: Sequence[Any], told: list[int], found: list[str]
) -> None:
    rows = [[n, f"Lớp {n}", "1/2/2024", people] for n, people in enumerate(cells, 1)]
    report = checked([["LỚP TẬP HUẤN - QUẬN CẨM LỆ"], ["STT", "Tên lớp", "Ngày", "SN"], *rows])
    assert codes(report, "error") == found
    assert [r["attendances_total"] for r in records(report)] == told


@pytest.mark.parametrize("people", ["Số người", "Phụ huynh"])
def test_sn_beside_people_is_not_how_many_came(people: str) -> None:
    report = checked(
        [
            ["LỚP TẬP HUẤN - QUẬN CẨM LỆ"],
            ["STT", "Tên lớp", "Ngày", "SN", people],
            [1, "Lớp 1", "1/2/2024", 2, 60],
        ]
    )
    assert codes(report) == ["unused_column"]
    assert [r["attendances_total"] for r in records(report)] == [60]


@pytest.mark.parametrize("words", ["TE dưới 16t", "TE <16 tuổi", "Trẻ em < 16T"])
def test_children_of_an_age_in_short(words: str) -> None:
    report = checked([["SỐ TRẺ EM NĂM 2024"], ["STT", "Quận", words], [1, "Quận Cẩm Lệ", 33000]])
    assert [(r["group"], r["value"]) for r in records(report)] == [("under_16", 33000)]
