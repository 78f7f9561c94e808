"""Where the heading of the numbers stands once more, another table begins, whatever its headings are."""

import pytest

from tests.data_loaders.sheets import checked, codes, records

_LIST = [
    ["UBND QUẬN THANH KHÊ"],
    ["DANH SÁCH LỚP TẬP HUẤN NĂM 2022"],
    ["STT", "Tên lớp tập huấn", "Ngày", "Cha mẹ", "Giáo viên"],
    [1, "Kỹ năng số", "21/5/2022", 50, 4],
    [2, "Kỹ năng số", "24/9/2022", 47, 6],
]


@pytest.mark.parametrize("between", [[], [[]], [[], ["KHÓ KHĂN, KIẾN NGHỊ"]], [["II. Khó khăn, kiến nghị"]]])
def test_difficulties_below_a_list_are_no_activities(between: list[list[str]]) -> None:
    below = [["STT", "Khó khăn, vướng mắc", "Kiến nghị, đề xuất"], [1, "Thiếu kinh phí", "Hỗ trợ tài liệu"]]
    report = checked([*_LIST, *between, *below])
    assert (report["status"], codes(report)) == ("ready", [])
    assert [r["attendances_total"] for r in records(report)] == [54, 53]
