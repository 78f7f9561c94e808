"""What the words around a table say of all its rows."""

import pytest

from data_loaders.check import check
from tests.data_loaders.sheets import checked, codes, records, xlsx

_H1, _H2 = ("2022-12-15", "2023-06-14"), ("2023-06-15", "2023-12-14")


@pytest.mark.parametrize(
    ("sheet", "title", "days"),
    [
        ("6T", "6 tháng cuối năm 2023", _H2),
        ("6T 2023", "6 tháng cuối năm 2023", _H2),
        ("6 tháng", "6 tháng cuối năm 2023", _H2),
        ("6T", "6 tháng đầu năm 2023", _H1),
        ("6T", "Năm 2023", _H1),
        ("6T CN", "Năm 2023", _H2),
        ("6T ĐN", "Năm 2023", _H1),
        ("6 tháng cuối năm", "Năm 2023", _H2),
        # Months of the programme, or no month: the title says when.
        ("T5-23", "Quý II năm 2023", ("2023-04-15", "2023-05-14")),
        ("T8-11", "6 tháng cuối năm 2023", _H2),
    ],
)
def test_a_sheet_called_by_its_months_is_of_those_or_of_what_the_title_says(
    sheet: str, title: str, days: tuple[str, str]
) -> None:
    rows = [
        ["SỞ VĂN HÓA VÀ THỂ THAO"],
        [f"LỚP TẬP HUẤN – {title}"],
        ["STT", "Đơn vị", "Số lớp", "Lượt cha mẹ"],
    ]
    (record,) = records(checked([*rows, [1, "Quận Hải Châu", 2, 90]], sheet=sheet))
    assert (record["start_date"], record["end_date"]) == days


@pytest.mark.parametrize(
    ("sheet", "title", "days"),
    [
        ("Quý II", "từ 1-7 đến 14-12-2025", ("2025-07-01", "2025-12-14")),
        ("Tháng 5", "từ ngày 1/7/2025 đến ngày 14/12/2025", ("2025-07-01", "2025-12-14")),
        ("Quý II", "từ 15/12/2022 đến 14/3/2023", ("2022-12-15", "2023-03-14")),
        # A sheet's name within the days is more exact; over the new year too.
        ("Tháng 5", "từ 1/1/2023 đến 30/6/2023", ("2023-04-15", "2023-05-14")),
        ("Quý I", "từ 15/12/2022 đến 14/12/2023", ("2022-12-15", "2023-03-14")),
        # A quarter may stand there since the sheet was copied.
        ("Tháng 5", "Quý III năm 2023", ("2023-04-15", "2023-05-14")),
    ],
)
def test_days_in_a_title_go_before_the_name_of_a_sheet_that_has_none_of_them(
    sheet: str, title: str, days: tuple[str, str]
) -> None:
    rows = [[f"KẾT QUẢ TẬP HUẤN {title}"], ["STT", "Đơn vị", "Số lớp", "Lượt cha mẹ"]]
    (record,) = records(checked([*rows, [1, "Hội LHPN thành phố", 2, 90]], sheet=sheet))
    assert (record["start_date"], record["end_date"]) == days


def test_units_written_once_over_their_rows_in_the_table_of_a_body_of_the_city() -> None:
    rows = [
        ["HỘI BẢO VỆ QUYỀN TRẺ EM THÀNH PHỐ ĐÀ NẴNG"],
        ["CÁC LỚP TẬP HUẤN CHO CHA MẸ NĂM 2024"],
        ["Đơn vị", "STT", "Tên lớp", "Ngày", "Cha mẹ"],
        ["Quận Hải Châu", 1, "Lớp A", "09/03/2024", 44],
        [None, 2, "Lớp B", "16/03/2024", 50],
        ["Quận Cẩm Lệ", 1, "Lớp C", "13/04/2024", 41],
        [None, 2, "Lớp D", "20/04/2024", 39],
    ]
    assert [r["unit"] for r in records(checked(rows))] == ["492", "492", "495", "495"]


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("BÁO CÁO CỦA HỘI LHPN QUẬN HẢI CHÂU QUÝ I NĂM 2024", "492"),
        ("BÁO CÁO KẾT QUẢ CỦA QUẬN SƠN TRÀ QUÝ I NĂM 2024", "493"),
        ("BÁO CÁO CỦA HỘI LHPN THÀNH PHỐ QUÝ I NĂM 2024", "HLHPN"),
        ("BÁO CÁO CỦA CÁC QUẬN, HUYỆN QUÝ I NĂM 2024", "HLHPN"),
    ],
)
def test_a_report_below_the_letterhead_of_the_city_is_of_whom_its_title_says(title: str, unit: str) -> None:
    rows = [["HỘI LHPN THÀNH PHỐ ĐÀ NẴNG"], [title], ["STT", "Loại hoạt động", "Số lượng", "Lượt cha mẹ"]]
    report = checked([*rows, [1, "Lớp tập huấn", 2, 95]])
    assert ([r["unit"] for r in records(report)], codes(report)) == ([unit], [])


def test_sheets_called_by_districts_are_theirs_below_the_letterhead_of_a_body_of_the_city() -> None:
    rows = [
        ["THÀNH ĐOÀN ĐÀ NẴNG"],
        ["DANH SÁCH BUỔI TRUYỀN THÔNG CHO HỌC SINH NĂM 2022"],
        ["STT", "Tên buổi truyền thông", "Ngày", "Số học sinh"],
        [1, "Ngày hội an toàn mạng", "28/05/2022", 260],
    ]
    report = check("tong-hop.xlsx", xlsx({"Quận Hải Châu": rows, "Sơn Trà": rows, "H. Hòa Vang": rows}))
    assert [r["unit"] for r in records(report)] == ["492", "493", "497"]
    # One sheet alone may be about a place.
    report = check("tong-hop.xlsx", xlsx({"Quận Hải Châu": rows}))
    assert [r["unit"] for r in records(report)] == ["TD"]
