"""Headers of two rows whose merged cells a program wrote out into each of their cells."""

import pytest

from tests.data_loaders.sheets import Rows, checked, codes, records

_PARTS = ["Cha mẹ", "Trẻ em ngoài trường học"]


@pytest.mark.parametrize("count", ["Số lượng", "Số lớp", "Số lớp tập huấn"])
@pytest.mark.parametrize("over", ["Số lượt người", "Số người tham gia"])
@pytest.mark.parametrize("group", [[], [["A", "LỚP TẬP HUẤN"]]])
def test_words_repeated_from_the_row_above_are_of_the_same_heading(
    count: str, over: str, group: Rows
) -> None:
    upper = ["STT", "Đơn vị", count, over, over]
    rows: Rows = [upper, [*upper[:3], *_PARTS], *group, [1, "Quận Hải Châu", 6, 144, 240]]
    report = checked([["TỔNG HỢP LỚP TẬP HUẤN CÁC QUẬN QUÝ I NĂM 2024"], *rows])
    assert (report["status"], codes(report), report["tables"][0]["header_rows"]) == ("ready", [], [2, 3])
    (record,) = records(report)
    assert (record["count"], record["attendances_total"]) == (6, 384)
    assert record["attendances"] == {"parents": 144, "children_out_of_school": 240}
