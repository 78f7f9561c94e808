"""Headings that shorten "Tổng số", or say "Chung", beside audiences."""

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
