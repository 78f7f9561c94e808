"""Whose figures a table holds, by the lines above it."""

import pytest

from tests.data_loaders.sheets import checked, codes, records

_HEAD = ["STT", "Tên lớp", "Ngày", "Cha mẹ"]


@pytest.mark.parametrize(
    ("above", "unit"),
    [
        (["ĐOÀN TNCS HỒ CHÍ MINH", "BCH QUẬN ĐOÀN CẨM LỆ"], "495"),
        (["ĐOÀN TNCS HỒ CHÍ MINH THÀNH PHỐ ĐÀ NẴNG", "BAN CHẤP HÀNH QUẬN SƠN TRÀ"], "493"),
        (["HỘI LHPN THÀNH PHỐ ĐÀ NẴNG", "BAN CHẤP HÀNH HỘI LHPN QUẬN HẢI CHÂU"], "492"),
        (["HỘI LIÊN HIỆP PHỤ NỮ TP ĐÀ NẴNG", "BAN THƯỜNG VỤ HỘI LHPN Q. CẨM LỆ"], "495"),
        (["ĐOÀN TNCS HỒ CHÍ MINH", "ĐOÀN PHƯỜNG MÂN THÁI"], "493"),
        (["ĐOÀN TNCS HỒ CHÍ MINH", "BAN CHẤP HÀNH THÀNH ĐOÀN ĐÀ NẴNG"], "TD"),
        (["SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Lớp của sở"], "SO-LDTBXH"),
        (["SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "1. Quận Cẩm Lệ"], "495"),
        (["SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "a) Huyện Hòa Vang:"], "497"),
        (["THÀNH ĐOÀN ĐÀ NẴNG", "- Quận đoàn Sơn Trà"], "493"),
        (["SỞ Y TẾ", "1. Phòng ngừa rủi ro trên mạng tại quận Sơn Trà"], "SO-YT"),
    ],
)
def test_the_lower_body_of_a_letterhead_reports_and_a_marked_unit_heads_its_table(
    above: list[str], unit: str
) -> None:
    rows = [
        *([line] for line in above),
        ["LỚP TẬP HUẤN NĂM 2022"],
        _HEAD,
        [1, "Con và mạng", "07/05/2022", 48],
    ]
    assert [record["unit"] for record in records(checked(rows))] == [unit]


def test_each_of_several_tables_is_of_the_unit_that_heads_it() -> None:
    rows = [["SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"], ["TỔNG HỢP LỚP TẬP HUẤN NĂM 2022"], []]
    for unit in ("1. Quận Cẩm Lệ", "2. Huyện Hòa Vang"):
        rows += [[unit], _HEAD, [1, "Con và mạng", "07/05/2022", 48], ["Cộng", None, None, 48], []]
    assert [record["unit"] for record in records(checked(rows))] == ["495", "497"]


def test_each_of_several_tables_is_of_the_ward_that_heads_it_and_for_whom_the_sheet_says() -> None:
    rows = [["UBND QUẬN CẨM LỆ"], ["CÁC BUỔI TRUYỀN THÔNG CHO TRẺ EM NGOÀI TRƯỜNG HỌC THÁNG 7/2024"], []]
    for ward in ("a) Phường Hòa Xuân", "b) Phường Khuê Trung"):
        rows += [[ward], ["STT", "Nội dung", "Ngày", "Số trẻ em"], [1, "Hè an toàn", "06/07/2024", 70], []]
    report = checked(rows)
    assert codes(report) == []
    assert [(r["unit"], r["ward"], r["attendances"]) for r in records(report)] == [
        ("495", "Phường Hòa Xuân", {"children_out_of_school": 70}),
        ("495", "Phường Khuê Trung", {"children_out_of_school": 70}),
    ]
