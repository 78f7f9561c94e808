"""One heading of a header that goes on in the row below it, in one cell alone."""

import pytest

from tests.data_loaders.sheets import checked, codes, records


@pytest.mark.parametrize(
    ("heading", "below", "audience"),
    [
        ("Cha mẹ là", "công nhân", "parents"),
        ("CBQL, giáo viên,", "nhân viên", "teachers"),
        ("Trẻ em ngoài", "trường học", "children_out_of_school"),
        ("Số học sinh", "tham gia", "children_in_school"),
        ("Giáo viên và", "cán bộ quản lý", "teachers"),
        ("Học sinh trong", "các trường", "children_in_school"),
    ],
)
def test_a_heading_that_waits_for_more_goes_on_below(heading: str, below: str, audience: str) -> None:
    rows = [
        ["UBND QUẬN HẢI CHÂU"],
        ["DANH SÁCH LỚP TẬP HUẤN NĂM 2024"],
        ["STT", "Tên lớp", "Ngày", heading],
        [None, None, None, below],
        [1, "An toàn mạng", "13/4/2024", 120],
        [2, "Kỹ năng số", "20/4/2024", 150],
    ]
    report = checked(rows)
    assert [r["attendances"] for r in records(report)] == [{audience: 120}, {audience: 150}]
    assert report["tables"][0]["header_rows"] == [3, 4]


def test_children_of_whom_the_title_tells_go_on_below_their_heading() -> None:
    rows = [
        ["UBND QUẬN SƠN TRÀ"],
        ["DANH SÁCH LỚP KỸ NĂNG SỐ CHO TRẺ EM NGOÀI TRƯỜNG HỌC NĂM 2024"],
        ["STT", "Tên lớp", "Ngày", "Số trẻ em"],
        [None, None, None, "tham gia"],
        [1, "Lớp tập huấn Thọ Quang", "6/7/2024", 40],
        [2, "Lớp tập huấn Mân Thái", "13/7/2024", 38],
    ]
    found = [r["attendances"] for r in records(checked(rows))]
    assert found == [{"children_out_of_school": 40}, {"children_out_of_school": 38}]


@pytest.mark.parametrize("sign", ["", ".", " :", ":"])
def test_units_of_measure_below_headings_may_end_in_a_sign(sign: str) -> None:
    rows = [
        ["UBND HUYỆN HÒA VANG"],
        ["SỐ LIỆU TẬP HUẤN, TRUYỀN THÔNG 6 THÁNG ĐẦU NĂM 2023"],
        ["STT", "Xã", "Tập huấn", None, "Truyền thông", None],
        [None, None, "Số lớp", "Cha mẹ", "Số buổi", "Học sinh"],
        [None, None, *(f"({word}){sign}" for word in ("lớp", "lượt", "buổi", "lượt"))],
        [1, "Hòa Tiến", 2, 98, 2, 180],
        [2, "Hòa Khương", 1, 50, 1, 135],
    ]
    report = checked(rows, merges=["C3:D3", "E3:F3"])
    assert codes(report) == []
    assert [r["attendances"] for r in records(report)] == [
        {"parents": 98}, {"children_in_school": 180}, {"parents": 50}, {"children_in_school": 135},
    ]  # fmt: skip
