"""Whose a table is where offices of all sorts stand around and in it."""

import datetime

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records
from tests.data_loaders.tables.district_list import DISTRICT_LIST


def test_a_label_stands_above_its_value_and_the_receiver_reports_nothing() -> None:
    report = checked(
        [
            ["Biểu số 02", None, "TÌNH HÌNH TUYÊN TRUYỀN", None, "Đơn vị báo cáo:"],
            ["Ngày nhận báo cáo: 20/6/2023", None, "6 tháng đầu năm 2023", None, "UBND quận Cẩm Lệ"],
            [None, None, None, None, "Đơn vị nhận báo cáo:"],
            [None, None, None, None, "Sở Thông tin và Truyền thông"],
            ["Phường", "Số buổi", "Tổng số lượt", "Chia ra", None],
            [None, None, None, "Cha mẹ", "Khác"],
            ["Khuê Trung", 3, 110, 100, 10],
        ]
    )
    (record,) = records(report)
    assert (record["unit"], record["start_date"], record["count"]) == ("495", "2022-12-15", 3)
    assert record["attendances"] == {"parents": 100, "other": 10}
    assert record["kind"] == "communication_session"


def test_a_place_of_learning_is_no_department() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["LỚP TẬP HUẤN"], ["Tên lớp", "Ngày", "Cơ sở giáo dục", "Học sinh"]]
    report = checked([*rows, ["A", "12/2/2022", "TH Nguyễn Du", 40]])
    assert report["tables"][0]["kind"] == "activities"
    assert [(r["unit"], r["school"]) for r in records(report)] == [("493", "TH Nguyễn Du")]


def test_partners_in_an_activity_are_no_units_that_report() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["LỚP TẬP HUẤN"], ["Tên lớp", "Ngày", "Đơn vị đồng hành", "Cha mẹ"]]
    report = checked([*rows, ["A", "4/5/2023", "Sở Y tế", 40]])
    assert [r["unit"] for r in records(report)] == ["493"]


def test_two_units_in_one_cell_are_asked() -> None:
    rows = [["Đơn vị", "Tên lớp tập huấn", "Ngày", "Số người"]]
    report = checked([*rows, ["Quận Hải Châu và quận Sơn Trà", "A", "15/6/2023", 40]])
    assert codes(report, "error") == ["unit_ambiguous"]


def test_who_receives_a_report_is_not_who_reports() -> None:
    report = checked(
        [
            ["BUỔI TRUYỀN THÔNG QUÝ II/2023 CỦA QUẬN CẨM LỆ", None, "Đơn vị nhận báo cáo:"],
            [None, None, "Sở Thông tin và Truyền thông"],
            ["Phường", "Số buổi", "Cha mẹ"],
            ["Khuê Trung", 3, 100],
        ]
    )
    assert [r["unit"] for r in records(report)] == ["495"]


@pytest.mark.parametrize(
    ("sheet", "ward"), [("Phường Xuân Hà", "Phường Xuân Hà"), ("Thanh Khê", None), ("Tháng 5", None)]
)
def test_a_sheet_named_after_a_ward_tells_it(sheet: str, ward: str | None) -> None:
    rows = [["UBND QUẬN THANH KHÊ"], DISTRICT_LIST, [1, "A", "5/3/2023", 30]]
    assert [(r["unit"], r["ward"]) for r in records(checked(rows, sheet=sheet))] == [("491", ward)]


def test_a_group_named_after_a_ward_tells_it_also_in_a_long_list() -> None:
    days = [[n, f"Lớp {n}", datetime.date(2023, 5, 1), 20 + n] for n in range(1, 61)]
    rows = [
        ["UBND QUẬN THANH KHÊ"],
        DISTRICT_LIST,
        ["I", "Phường Xuân Hà"],
        *days,
        ["II", "Phường An Khê"],
        *days[:2],
    ]
    found = records(checked(rows))
    assert {(r["unit"], r["ward"]) for r in found[:60]} == {("491", "Phường Xuân Hà")}
    assert [r["ward"] for r in found[60:]] == ["Phường An Khê"] * 2


def test_the_offices_of_a_district_are_organisers_though_the_city_has_their_namesakes() -> None:
    rows = [
        ["Đơn vị báo cáo: Quận Thanh Khê"],
        ["STT", "Tên lớp tập huấn", "Ngày", "Đơn vị thực hiện", "Cha mẹ"],
    ]
    offices = ["Hội LHPN", "Hội Nông dân", "UBND quận Thanh Khê", "UBND Phường Xuân Hà", "Phòng GD&ĐT"]
    report = checked([*rows, *([n, f"Lớp {n}", "5/3/2023", office, 30] for n, office in enumerate(offices))])
    assert report["issues"] == []
    assert [(r["unit"], r["organiser"]) for r in records(report)] == [("491", office) for office in offices]


def test_a_district_that_names_itself_in_every_row_stays_the_unit() -> None:
    rows = [["UBND QUẬN THANH KHÊ"], ["STT", "Đơn vị", "Tên lớp tập huấn", "Ngày", "Cha mẹ"]]
    found = records(checked([*rows, *([n, "Quận Thanh Khê", f"Lớp {n}", "5/3/2023", 30] for n in range(3))]))
    assert [(r["unit"], r["organiser"]) for r in found] == [("491", None)] * 3


def test_branches_of_a_mass_organisation_are_its_organisers() -> None:
    rows = [["THÀNH ĐOÀN ĐÀ NẴNG"], ["STT", "Tên lớp tập huấn", "Ngày", "Đơn vị thực hiện", "ĐVTN"]]
    bodies = ["Quận đoàn Hải Châu", "Đoàn phường An Khê", "Nhà Thiếu nhi"]
    report = checked([*rows, *([n, f"Lớp {n}", "5/3/2023", body, 30] for n, body in enumerate(bodies))])
    assert report["issues"] == []
    assert [(r["unit"], r["organiser"]) for r in records(report)] == [("TD", body) for body in bodies]
    assert records(report)[0]["attendances"] == {"officials": 30}


def test_districts_under_such_a_heading_in_the_list_of_a_department_report() -> None:
    rows = [
        ["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"],
        ["STT", "Tên lớp tập huấn", "Ngày", "Đơn vị thực hiện", "Cha mẹ"],
    ]
    found = records(
        checked([*rows, [1, "A", "5/3/2023", "Quận Hải Châu", 30], [2, "B", "6/3/2023", "Hội ND TP", 30]])
    )
    assert [(r["unit"], r["organiser"]) for r in found] == [("492", None), ("HND", None)]
    found = records(
        checked(
            [
                *rows,
                *(
                    [n, "A", "5/3/2023", f"Phòng VHTT quận {d}", 30]
                    for n, d in enumerate(["Hải Châu", "Sơn Trà"])
                ),
            ]
        )
    )
    assert [r["unit"] for r in found] == ["492", "493"]


def test_an_organisation_lists_its_partners_not_units() -> None:
    rows = [["Đơn vị báo cáo: Sở Tư pháp"], ["STT", "Tên lớp tập huấn", "Ngày", "Đơn vị phụ trách", "Cha mẹ"]]
    partners = ["Hội Nông dân", "UBND Phường Bình Thuận", "Phòng VH&TT", "Đoàn Thanh niên"]
    report = checked(
        [*rows, *([n, f"Lớp {n}", "5/3/2023", partner, 30] for n, partner in enumerate(partners))]
    )
    assert [(r["unit"], r["organiser"]) for r in records(report)] == [
        ("SO-TP", partner) for partner in partners
    ]


def test_who_organised_stands_beside_the_units_of_the_groups() -> None:
    rows = [["TỔNG HỢP TOÀN THÀNH PHỐ"], ["STT", "Tên lớp tập huấn", "Ngày", "Đơn vị thực hiện", "Cha mẹ"]]
    rows += [["I", "Quận Hải Châu"], [1, "A", "5/3/2023", "Hội LHPN", 30], ["II", "Quận Sơn Trà"]]
    report = checked([*rows, [1, "B", "6/3/2023", "UBND phường Mân Thái", 40]])
    assert [(r["unit"], r["organiser"]) for r in records(report)] == [
        ("492", "Hội LHPN"),
        ("493", "UBND phường Mân Thái"),
    ]


def test_wards_below_the_heading_of_places_may_bear_the_name_of_a_new_commune() -> None:
    rows = [["UBND HUYỆN HÒA VANG"], ["STT", "Nội dung tuyên truyền", "Ngày", "Địa điểm", "Cha mẹ"]]
    report = checked(
        [*rows, [1, "A", "5/3/2023", "Xã Hòa Tiến", 90], [2, "B", "6/3/2023", "Xã Hòa Liên", 91]]
    )
    assert [r["ward"] for r in records(report)] == ["Xã Hòa Tiến", "Xã Hòa Liên"]


@pytest.mark.parametrize(
    ("title", "day", "unit"),
    [
        ("KẾT QUẢ TẬP HUẤN CỦA HỘI NÔNG DÂN TP NĂM 2024", "5/3/2024", "HND"),
        ("Danh sách lớp tập huấn năm 2024 - UBND Phường Hòa Quý", "5/3/2024", "494"),
        ("Danh sách lớp tập huấn của UBND phường Hòa Quý quý I năm 2024", "5/3/2024", "494"),
        ("Danh sách lớp tập huấn của UBND phường Tam Kỳ kỳ báo cáo quý III/2025", "5/8/2025", "20341"),
    ],
)
def test_a_unit_named_in_a_title_ends_before_its_period(title: str, day: str, unit: str) -> None:
    assert [r["unit"] for r in records(checked([[title], DISTRICT_LIST, [1, "A", day, 30]]))] == [unit]


@pytest.mark.parametrize("unit", ["UBND phường Hải Châu", "Hải Châu", "Phường Mỹ An"])
@pytest.mark.parametrize(("day", "code"), [("Oct-45", "date_unreadable"), (None, "required_missing")])
def test_a_name_of_two_units_is_not_asked_for_where_the_day_is_wrong(
    unit: str, day: str | None, code: str
) -> None:
    head = ["Đơn vị", "Loại hoạt động", "Tên", "Ngày tổ chức", "Cha mẹ"]
    report = checked([head, [unit, "Lớp tập huấn", "Kỹ năng số", day, 45]])
    assert issues(report) == [(code, "D2")]


def test_so_is_a_wrong_day_below_the_name_of_a_phuong() -> None:
    rows = [["UBND PHƯỜNG HẢI CHÂU"], ["DANH SÁCH HOẠT ĐỘNG QUÝ IV NĂM 2025"]]
    rows += [["Loại hoạt động", "Tên", "Ngày tổ chức", "Cha mẹ"]]
    rows += [["Lớp tập huấn", "A", "31/9/2025", 45], ["Buổi truyền thông", "B", "22/11/2025", 80]]
    report = checked(rows)
    assert (issues(report), [r["unit"] for r in records(report)]) == ([("date_unreadable", "C4")], ["20242"])


_OF_UNITS = ["STT", "Đơn vị", "Tên lớp tập huấn", "Ngày", "Cha mẹ"]


@pytest.mark.parametrize(
    ("head", "rows", "fixes"),
    [
        (_OF_UNITS, [[1, "Quận Hải Châu", "A", "5/3/2023", 30], [2, None, "B", "6/3/2023", 31]], ["Ghi tên đơn vị vào ô B3."]),
        (_OF_UNITS[:1] + _OF_UNITS[2:], [[1, "A", "5/3/2023", 30]], ["Thêm cột Đơn vị, hoặc ghi “Đơn vị báo cáo: …” phía trên bảng."]),
        (["Đơn vị", "Kỳ", "Số lớp tập huấn"], [["Quận Hải Châu", "Quý I/2023", 3], [None, "Quý I/2023", 2]], ["Ghi tên đơn vị vào ô A3."]),
        (_OF_UNITS, [[1, "Nhà X", "A", "5/3/2023", 30]], ["Ghi đúng tên đơn vị, ví dụ Quận Hải Châu, Sở Y tế."]),
        (_OF_UNITS, [[1, "Nhà X", "A", "5/8/2025", 30]], ["Ghi đúng tên đơn vị, ví dụ Phường Hải Châu, Sở Y tế."]),
    ],
)  # fmt: skip
def test_how_to_name_the_unit_that_is_missing_or_not_known(
    head: list[str], rows: list[list[object]], fixes: list[str]
) -> None:
    assert [i["fix"] for i in checked([head, *rows])["issues"]] == fixes
