"""Headings of groups that name a unit of another city."""

import pytest

from tests.data_loaders.sheets import Rows, checked, issues, records


@pytest.mark.parametrize(
    "named",
    [
        *["Quận Phú Nhuận", "II. Quận Đức Phổ", "Huyện Củ Chi"],
        *["QUẬN PHÚ NHUẬN", "II. QUẬN ĐỨC PHỔ", "HUYỆN CỦ CHI", "Q. Phú Nhuận", "UBND Quận Phú Nhuận"],
        *[
            "quận phú nhuận",
            "II. huyện củ chi",
            "II. Quan Phu Nhuan",
            "QUAN PHU NHUAN",
            "III. Huyen Cu Chi",
            "II. Xã Tân Phú",
            "XA TAN PHU",
        ],
    ],
)
def test_rows_below_a_unit_that_is_none_of_ours_are_of_nobody(named: str) -> None:
    rows: Rows = [
        ["THÀNH ĐOÀN ĐÀ NẴNG"],
        ["DANH SÁCH LỚP TẬP HUẤN CHO GIÁO VIÊN NĂM 2023"],
        ["STT", "Tên lớp", "Ngày", "Số giáo viên"],
        ["I. Quận Hải Châu"],
        [1, "Tổng phụ trách Đội", "12/08/2023", 40],
        [named],
        [2, "Tổng phụ trách Đội", "19/08/2023", 38],
    ]
    report = checked(rows)
    assert [(r["unit"], r["attendances_total"]) for r in records(report)] == [("492", 40)]
    assert issues(report) == [("place_or_unit", "A4"), ("unit_unknown", "A6")]


@pytest.mark.parametrize(
    "named",
    [
        *[
            "quận đoàn",
            "quận tổ chức",
            "xã hội hóa",
            "quan ly mang",
            "Quận đoàn",
            "QUẬN ĐOÀN",
            "HUYỆN ỦY",
            "Các huyện miền núi",
            "Quận trung tâm",
            "Xã, phường",
        ],
        *[
            "II. Quan Ly Mang Xa Hoi",
            "QUAN LY THOI GIAN",
            "II. Phuong Phap Day Con",
            "XA HOI HOA",
            "II. Quan he ban be",
            "Huyện Đội",
            "XÃ MIỀN NÚI",
            "I. Xã Nông Thôn Mới",
        ],
    ],
)
def test_words_of_a_kind_of_unit_name_none(named: str) -> None:
    rows: Rows = [
        ["UBND QUẬN HẢI CHÂU"],
        ["LỚP TẬP HUẤN NĂM 2023"],
        ["STT", "Tên lớp", "Ngày", "Số giáo viên"],
        [named],
        [1, "Tổng phụ trách Đội", "12/08/2023", 40],
    ]
    assert [r["unit"] for r in records(checked(rows))] == ["492"]


@pytest.mark.parametrize("caption", ["QUẬN\nHẢI CHÂU", "Quận Hải\nChâu", "UBND QUẬN\nHẢI CHÂU"])
def test_a_unit_broken_over_two_lines_above_a_table_is_read(caption: str) -> None:
    rows: Rows = [
        ["THÀNH ĐOÀN ĐÀ NẴNG - BUỔI TRUYỀN THÔNG NĂM 2024"],
        [],
        [caption],
        ["STT", "Nội dung", "Ngày", "Học sinh"],
        [1, "Mạng xanh", "9/3/2024", 300],
    ]
    assert [r["unit"] for r in records(checked(rows))] == ["492"]


@pytest.mark.parametrize(
    ("letterhead", "unit"),
    [
        ("HỘI NÔNG\nDÂN THÀNH PHỐ", "HND"),
        ("HỘI LIÊN HIỆP\nPHỤ NỮ THÀNH PHỐ", "HLHPN"),
        ("SỞ THÔNG TIN\nVÀ TRUYỀN THÔNG", "SO-TTTT"),
        ("SỞ\nY TẾ", "SO-YT"),
        ("UBND THÀNH PHỐ ĐÀ NẴNG\nSỞ Y TẾ", "SO-YT"),
    ],
)
def test_a_body_broken_over_two_lines_is_one_and_names_no_kind(letterhead: str, unit: str) -> None:
    rows: Rows = [
        [letterhead],
        ["DANH SÁCH HOẠT ĐỘNG NĂM 2024"],
        ["STT", "Nội dung", "Ngày", "Số lớp", "Số lượt"],
        [1, "An toàn trên mạng", "9/3/2024", 1, 60],
    ]
    (record,) = records(checked(rows, sheet="Lớp tập huấn"))
    assert (record["unit"], record["kind"]) == (unit, "training_class")


_BELOW: dict[str, Rows] = {
    "nothing": [],
    "a sum": [["Tổng cộng", None, None, 146]],
    "a note": [[], ["Ghi chú: số liệu tính đến ngày báo cáo."]],
    "who signs": [[], ["Người lập biểu", None, "TRƯỞNG PHÒNG"], [], ["Nguyễn Văn An", None, "Lê Thị Bình"]],
}


@pytest.mark.parametrize("below", _BELOW)
def test_a_unit_written_once_is_that_of_the_rows_below_whatever_stands_below_them(below: str) -> None:
    rows: Rows = [
        ["HỘI BẢO VỆ QUYỀN TRẺ EM THÀNH PHỐ"],
        ["CÁC LỚP TẬP HUẤN CHO CHA MẸ CỦA CÁC QUẬN NĂM 2024"],
        ["Đơn vị", "Tên lớp", "Ngày", "Cha mẹ"],
        ["Quận Hải Châu", "Lớp 1", "9/3/2024", 44],
        [None, "Lớp 2", "16/3/2024", 50],
        ["Quận Cẩm Lệ", "Lớp 3", "13/4/2024", 41],
        [None, "Lớp 4", "20/4/2024", 11],
        *_BELOW[below],
    ]
    assert [r["unit"] for r in records(checked(rows))] == ["492", "492", "495", "495"]
