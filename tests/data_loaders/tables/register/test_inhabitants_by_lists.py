"""Numbers of inhabitants below a list of activities or beside it: the list's title tells nothing of them."""

import pytest

from tests.data_loaders.sheets import Rows, checked, codes, records

_TITLES = [
    "CÁC BUỔI TRUYỀN THÔNG CHO HỌC SINH NĂM 2023",
    "LỚP KỸ NĂNG SỐ CHO TRẺ EM NGOÀI TRƯỜNG HỌC NĂM 2023",
]
_LIST: Rows = [
    ["STT", "Tên lớp", "Ngày", "Số học sinh"],
    [1, "Lớp tập huấn An toàn mạng", "6/3/2023", 61],
    [2, "Lớp tập huấn Em dùng mạng", "10/4/2023", 72],
]
_POPULATION: Rows = [
    ["STT", "Đơn vị", "Năm", "Số trẻ em dưới 16 tuổi"],
    [1, "Quận Hải Châu", 2024, 41000],
    [2, "Quận Thanh Khê", 2024, 49000],
]
_FOUND = [("under_16", "492", 2024, 41000), ("under_16", "491", 2024, 49000)]


@pytest.mark.parametrize("title", _TITLES)
@pytest.mark.parametrize(
    "line",
    [
        "Số trẻ em",
        "2. Số trẻ em dưới 16 tuổi",
        "Dân số trẻ em năm 2024",
        "II. Thống kê số trẻ em theo quận, huyện",
    ],
)
@pytest.mark.parametrize("beside", [False, True])
def test_inhabitants_by_a_list_are_no_attendances(title: str, line: str, beside: bool) -> None:
    gap: list[object] = [None, None]
    head: Rows = [["QUẬN ĐOÀN LIÊN CHIỂU"], [title]]
    rows: Rows = (
        [*head, [*[None] * 4, *gap, line], *([*a, *gap, *b] for a, b in zip(_LIST, _POPULATION, strict=True))]
        if beside
        else [*head, *_LIST, [], [line], *_POPULATION]
    )
    report = checked(rows)
    found = [(r["group"], r["unit"], r["year"], r["value"]) for r in records(report) if "group" in r]
    assert (found, codes(report)) == (_FOUND, [])
    assert [r["attendances_total"] for r in records(report) if "group" not in r] == [61, 72]


@pytest.mark.parametrize("line", ["2. Lượt trẻ em tham gia", "Lượt trẻ em dự các buổi truyền thông"])
def test_children_who_came_are_no_inhabitants(line: str) -> None:
    rows = [["QUẬN ĐOÀN LIÊN CHIỂU"], [_TITLES[0]], *_LIST, [], [line], *_POPULATION]
    assert {t["kind"] for t in checked(rows)["tables"]}.isdisjoint({"population"})
