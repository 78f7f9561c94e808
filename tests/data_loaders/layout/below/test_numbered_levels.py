"""Rows marked 1 above rows marked 1.1, 1.2… in a list of activities."""

import pytest

from tests.data_loaders.sheets import checked, codes, records

_HEAD = [
    ["PHÒNG VHTT QUẬN LIÊN CHIỂU"],
    ["KẾT QUẢ HOẠT ĐỘNG NĂM 2022"],
    ["TT", "Hoạt động", "Ngày", "Học sinh", "Cha mẹ"],
]


@pytest.mark.parametrize("summed", [True, False])
@pytest.mark.parametrize("as_numbers", [True, False])
def test_the_whole_of_numbered_rows_heads_them(summed: bool, as_numbers: bool) -> None:
    def mark(text: str) -> object:
        return float(text) if as_numbers else text

    def sums(*figures: int | None) -> list[int | None]:
        return list(figures) if summed else [None, None]

    rows = [
        *_HEAD,
        [mark("1"), "Các buổi truyền thông", None, *sums(1210, 60)],
        [mark("1.1"), "Ngày hội mạng xanh", "09/04/2022", 560, 40],
        [mark("1.2"), "Chuyên đề đầu năm học", "12/09/2022", 650, 20],
        [mark("2"), "Các lớp tập huấn", None, *sums(None, 101)],
        [mark("2.1"), "Cha mẹ khu công nghiệp", "15/05/2022", None, 54],
        [mark("2.2"), "Cha mẹ ven biển", "22/05/2022", None, 47],
        [None, "Tổng cộng", None, 1210, 161],
    ]
    report = checked(rows)
    assert codes(report) == []
    assert [(r["kind"], r["title"], r["attendances_total"]) for r in records(report)] == [
        ("communication_session", "Ngày hội mạng xanh", 600),
        ("communication_session", "Chuyên đề đầu năm học", 670),
        ("training_class", "Cha mẹ khu công nghiệp", 54),
        ("training_class", "Cha mẹ ven biển", 47),
    ]


def test_a_whole_that_is_not_the_sum_of_its_parts_is_said() -> None:
    rows = [
        *_HEAD,
        ["1", "Các buổi truyền thông", None, 1310, 60],
        ["1.1", "Ngày hội mạng xanh", "09/04/2022", 560, 40],
        ["1.2", "Chuyên đề đầu năm học", "12/09/2022", 650, 20],
        [None, "Tổng cộng", None, 1210, 60],
    ]
    report = checked(rows)
    assert codes(report) == ["total_row_mismatch"]
    assert len(records(report)) == 2
