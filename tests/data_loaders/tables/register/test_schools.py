"""Registers of schools: names, levels, units and wards, in lists as offices keep them."""

import datetime

import pytest

from tests.data_loaders.sheets import brief, checked, codes, issues, records


def test_schools() -> None:
    rows = [
        ["DANH SÁCH TRƯỜNG"],
        ["STT", "Tên trường", "Cấp học", "Quận/Huyện", "Phường/Xã", "Địa chỉ", "Đến ngày"],
        [1, "Trường A", "Tiểu học", "Hải Châu", "Phước Ninh", "34 Yên Bái", None],
        [2, "TH&THCS B", None, "Q. Sơn Trà", None, None, datetime.datetime(2024, 5, 31)],  # noqa: DTZ001
        [3, "Trường C", "cấp lạ", "Q. Sơn Trà", None, None, None],
        [4, "Ánh Dương", "Nhóm trẻ", "Q. Sơn Trà", None, None, None],
    ]
    report = checked(rows)
    assert [brief(r) for r in records(report)] == [
        {"name": "Trường A", "level": "primary", "unit": "492", "ward": "Phước Ninh"},
        {"name": "TH&THCS B", "level": "primary_lower_secondary", "unit": "493", "valid_to": "2024-05-31"},
        {"name": "Ánh Dương", "level": "preschool", "unit": "493"},
    ]
    assert codes(report, "error") == ["level_unknown"]


def test_names_of_schools_alone_have_the_level_of_the_title() -> None:
    rows = [
        ["Danh sách trường THPT"],
        ["Đơn vị: Huyện Hòa Vang"],
        ["Tên cơ sở giáo dục"],
        ["Trường Phạm Phú Thứ"],
    ]
    found = records(checked([*rows, ["Trường Ông Ích Khiêm"]]))
    assert [(r["level"], r["unit"]) for r in found] == [("upper_secondary", "497")] * 2


@pytest.mark.parametrize(
    ("sheet", "rows", "expected"),
    [
        (
            "Tiểu học",
            [["UBND QUẬN HẢI CHÂU"], ["DANH SÁCH TRƯỜNG"], ["STT", "Tên trường"], [1, "Lê Lai"]],
            "primary",
        ),
        (
            "Trang 1",
            [["UBND QUẬN HẢI CHÂU"], ["DANH SÁCH CÁC TRƯỜNG THCS"], ["STT", "Tên trường"], [1, "Lê Lai"]],
            "lower_secondary",
        ),
        (
            "Trang 1",
            [
                ["UBND QUẬN HẢI CHÂU"],
                ["DANH SÁCH TRƯỜNG"],
                ["TT", "Tên trường"],
                ["I", "Mầm non"],
                [1, "Lê Lai"],
            ],
            "preschool",
        ),
        # Classes of pupils are no classes held.
        (
            "Trang 1",
            [
                ["UBND QUẬN HẢI CHÂU"],
                ["THỐNG KÊ TRƯỜNG, LỚP, HỌC SINH"],
                ["TT", "Tên trường", "Cấp học", "Số lớp", "Số học sinh"],
                [1, "Lê Lai", "THCS", 20, 700],
            ],
            "lower_secondary",
        ),
        (
            "Trang 1",
            [
                ["UBND QUẬN HẢI CHÂU"],
                ["DANH SÁCH NHÓM TRẺ, LỚP MẦM NON ĐỘC LẬP"],
                ["STT", "Tên cơ sở", "Phường"],
                [1, "Nhóm trẻ Bé Ngoan", "Phường Thạch Thang"],
            ],
            "preschool",
        ),
        # Who owns a school is no level and no kind of activity.
        (
            "Trang 1",
            [
                ["DANH SÁCH TRƯỜNG"],
                ["STT", "Tên trường", "Quận", "Loại hình"],
                [1, "THPT Lê Lai", "Quận Hải Châu", "Công lập"],
            ],
            "upper_secondary",
        ),
    ],
)
def test_levels_told_around_the_schools(sheet: str, rows: list[list[object]], expected: str) -> None:
    assert [(r["level"], r["unit"]) for r in records(checked(rows, sheet=sheet))] == [(expected, "492")]


def test_schools_are_those_of_their_commune_not_of_the_department_that_lists_them() -> None:
    rows = [["SỞ GIÁO DỤC VÀ ĐÀO TẠO"], ["DANH SÁCH TRƯỜNG HỌC (từ ngày 01/7/2025)"]]
    rows += [["TT", "Trường", "Cấp học", "Phường, xã"], [1, "Lê Độ", "THCS", "Phường Sơn Trà"]]
    assert [r["unit"] for r in records(checked(rows))] == ["20263"]


def test_schools_of_a_new_commune_whose_report_of_the_year_begins_with_it() -> None:
    rows = [["UBND phường An Khê"], ["BÁO CÁO NĂM 2025 (từ 01/7/2025)"], ["Tên trường", "Cấp học"]]
    assert records(checked([*rows, ["Trường A", "Tiểu học"]]))[0]["unit"] == "20305"


def test_schools_below_the_name_of_units() -> None:
    rows = [["UBND QUẬN HẢI CHÂU"], ["Tên đơn vị", "Cấp", "Hoạt động từ"]]
    rows += [["Trường TH Lê Lai", "TH", "1/9/2010"], ["TTGDTX số 2", "GDTX", "1/9/2011"]]
    assert [(r["name"], r["level"], r["unit"], r["valid_from"]) for r in records(checked(rows))] == [
        ("Trường TH Lê Lai", "primary", "492", "2010-09-01"),
        ("TTGDTX số 2", "continuing", "492", "2011-09-01"),
    ]


def test_units_of_schools_below_their_office() -> None:
    rows = [["DANH MỤC TRƯỜNG HỌC"], ["TT", "Tên đơn vị trường học", "Bậc", "Phòng GD&ĐT"]]
    rows += [[i, f"TH {i}", "TH", "Quận Sơn Trà"] for i in range(1, 4)]
    assert [r["unit"] for r in records(checked(rows))] == ["493"] * 3


def test_schools_with_a_column_of_their_sort() -> None:
    rows = [["DANH MỤC TRƯỜNG HỌC"], ["TT", "Tên trường", "Cấp học", "Quận, huyện", "Loại hình"]]
    rows += [[1, "Trường TH Hoa Lư", "Tiểu học", "Thanh Khê", "Công lập"]]
    assert [(r["name"], r["level"]) for r in records(checked(rows))] == [("Trường TH Hoa Lư", "primary")]


@pytest.mark.parametrize(
    ("headings", "row", "expected"),
    [
        (["Tên trường", "Ngày ngừng hoạt động"], ["TH Lê Lai", "31.8.2023"], ("primary", None, "2023-08-31")),
        (
            ["Tên trường", "Năm thành lập", "Ngày giải thể/sáp nhập"],
            ["TH Lê Lai", 1995, "31/7/2022"],
            ("primary", "1995-01-01", "2022-07-31"),
        ),
        (
            ["Tên trường", "Thành lập ngày", "Thời điểm sáp nhập"],
            ["TH Lê Lai", "tháng 9/1995", "tháng 8/2023"],
            ("primary", "1995-09-01", "2023-08-31"),
        ),
        (
            ["Tên trường", "Thành lập tháng/năm", "Giải thể tháng/năm"],
            ["TH Lê Lai", "9/1995", "6/2024"],
            ("primary", "1995-09-01", "2024-06-30"),
        ),
        (
            ["Tên trường", "Trạng thái hoạt động", "Hoạt động từ", "Hoạt động đến"],
            ["TH Lê Lai", "Đã giải thể", "5/9/1995", "31/5/2022"],
            ("primary", "1995-09-05", "2022-05-31"),
        ),
        (
            ["Tên trường", "Thành lập", "Ngừng hoạt động"],
            ["TH Lê Lai", "5/9/1995", "1/8/2022"],
            ("primary", "1995-09-05", "2022-08-01"),
        ),
        (["Tên trường", "Cấp"], ["Lê Lai", "Cấp 2, 3"], ("lower_upper_secondary", None, None)),
        (["Tên trường", "Cấp đào tạo"], ["Lê Lai", "THCS"], ("lower_secondary", None, None)),
        (
            ["Tên trường", "TH", "THCS", "THPT"],
            ["Sky-Line", "x", "x", None],
            ("primary_lower_secondary", None, None),
        ),
    ],
)
def test_schools_in_other_columns(
    headings: list[object], row: list[object], expected: tuple[object, ...]
) -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["DANH SÁCH TRƯỜNG"], ["STT", *headings], [1, *row]]
    rows += (
        [[2, "THPT Lê Lợi", *["x" if h == "THPT" else None for h in headings[1:]]]]
        if "THPT" in headings
        else []
    )
    first = records(checked(rows))[0]
    assert (first["level"], first["valid_from"], first["valid_to"]) == expected


def test_schools_below_units_and_their_levels() -> None:
    rows = [
        ["DANH SÁCH TRƯỜNG"],
        ["TT", "Tên trường", "Phường"],
        ["I", "Quận Sơn Trà", None],
        ["1", "Cấp tiểu học", None],
    ]
    rows += [
        ["-", "Trường Lê Lai", "Thọ Quang"],
        ["2", "Khối THCS", None],
        ["-", "Trường Lê Lợi", "Thọ Quang"],
    ]
    assert [(r["name"], r["level"], r["unit"]) for r in records(checked(rows))] == [
        ("Trường Lê Lai", "primary", "493"),
        ("Trường Lê Lợi", "lower_secondary", "493"),
    ]


def test_a_list_of_nothing_but_schools_is_a_register_and_a_repeated_row_is_told() -> None:
    rows = [
        ["STT", "Trường", "Quận"],
        [1, "TH Lê Lai", "Sơn Trà"],
        [2, "THCS Lê Lợi", "Hải Châu"],
        [3, "TH Lê Lai", "Sơn Trà"],
    ]
    report = checked(rows)
    assert [(r["level"], r["unit"]) for r in records(report)] == [
        ("primary", "493"),
        ("lower_secondary", "492"),
        ("primary", "493"),
    ]
    assert issues(report) == [("duplicate_row", "B4")]


def test_schools_of_two_levels_beside_each_other() -> None:
    rows = [["DANH BẠ TRƯỜNG QUẬN SƠN TRÀ"], ["STT", "Phường", "Tiểu học", "THCS", "THPT"]]
    found = records(checked([*rows, [1, "Phường Thọ Quang", "TH A", "THCS B", "THPT C"]]))
    assert [r["name"] for r in found] == ["TH A", "THCS B", "THPT C"]
    rows = [["DANH SÁCH TRƯỜNG QUẬN SƠN TRÀ"], ["STT", "Phường", "Trường tiểu học", "Trường THCS"]]
    report = checked(
        [*rows, [1, "Phường Thọ Quang", "TH Lê Lai", "Kim Đồng"], [2, "Phường Mân Thái", "TH Chi Lăng", None]]
    )
    assert [(r["name"], r["level"], r["ward"]) for r in records(report)] == [
        ("TH Lê Lai", "primary", "Phường Thọ Quang"),
        ("Kim Đồng", "lower_secondary", "Phường Thọ Quang"),
        ("TH Chi Lăng", "primary", "Phường Mân Thái"),
    ]


def test_telephones_and_mailboxes_of_schools_are_nobodys() -> None:
    rows = [["DANH SÁCH TRƯỜNG"], ["Tên trường", "Loại trường", "Cấp học", "Quận", "Điện thoại", "Email"]]
    school = ["TH Lê Lai", "Công lập", "Tiểu học (cấp 1)", "Sơn Trà", "0236.3822100"]
    report = checked([*rows, [*school, "lelai@danang.edu.vn"]])
    assert [(r["level"], r["unit"]) for r in records(report)] == [("primary", "493")]
    assert "personal_data" in codes(checked([*rows, [*school, "lelai@gmail.com"]]))


def test_schools_of_a_sheet_named_after_their_level_and_facilities_of_a_title() -> None:
    rows = [["UBND QUẬN CẨM LỆ"], ["STT", "Tên trường", "Phường"], [1, "Ông Ích Đường", "Hòa An"]]
    assert [r["level"] for r in records(checked(rows, sheet="THCS"))] == ["lower_secondary"]
    rows = [
        ["Danh sách cơ sở trợ giúp trẻ em"],
        ["STT", "Tên cơ sở trợ giúp xã hội", "Quận", "Ngày thành lập"],
    ]
    found = records(
        checked([*rows, [1, "Mái ấm", "Sơn Trà", "05/3/2001"], [2, "Hướng Dương", "Sơn Trà", "6/3/2001"]])
    )
    assert [(r["level"], r["valid_from"]) for r in found] == [
        ("facility", "2001-03-05"),
        ("facility", "2001-03-06"),
    ]


@pytest.mark.parametrize(
    ("title", "headings", "row", "expected"),
    [
        (
            "DANH SÁCH CÁC TRƯỜNG TRỰC THUỘC",
            ["Đơn vị", "Địa chỉ"],
            ["Trường TH Lê Lai", "5 Lê Văn Hiến"],
            ("primary", "494", None),
        ),
        # Beside the pupils as well, where schools are listed.
        *(
            (
                title,
                [heading, "Địa chỉ", "Số học sinh"],
                ["Trường TH Lê Lai", "5 Lê Lợi", 8],
                ("primary", "494", None),
            )
            for title in (
                "MẠNG LƯỚI TRƯỜNG, LỚP NĂM HỌC 2024-2025",
                "DANH SÁCH TRƯỜNG HỌC",
                "SỐ LIỆU TRƯỜNG HỌC",
            )
            for heading in ("Tên đơn vị", "Đơn vị")
        ),
        (
            "DANH SÁCH TRƯỜNG MẦM NON, NHÓM TRẺ ĐỘC LẬP",
            ["Tên trường/nhóm trẻ", "Địa chỉ", "Số nhóm, lớp", "Số trẻ"],
            ["Nhóm trẻ Hoa Mai", "15 Lê Lợi", 2, 38],
            ("preschool", "494", None),
        ),
        (
            "QUY MÔ TRƯỜNG, LỚP",
            ["Trường", "Cấp học", "Số lớp", "Số học sinh"],
            ["Lê Lai", "THCS", 20, 800],
            ("lower_secondary", "494", None),
        ),
        (
            "DANH SÁCH CƠ SỞ BẢO VỆ TRẺ EM",
            ["Tên cơ sở", "Địa bàn (quận, huyện)"],
            ["Mái ấm", "Quận Sơn Trà"],
            ("facility", "493", None),
        ),
        (
            "DANH SÁCH TRƯỜNG NĂM HỌC 2025-2026",
            ["Tên trường", "Cấp học", "Phường/xã/đặc khu"],
            ["Lê Lai", "TH", "Phường Hải Châu"],
            ("primary", "20242", "Phường Hải Châu"),
        ),
        (
            "DANH SÁCH TRƯỜNG TỪ NGÀY 01/7/2025",
            ["Tên trường", "Cấp học", "Phường/xã trước sắp xếp", "Phường/xã sau sắp xếp"],
            ["Lê Lai", "TH", "Phường Thanh Bình", "Phường Hải Châu"],
            ("primary", "20242", "Phường Thanh Bình"),
        ),
        (
            "DANH SÁCH TRƯỜNG",
            ["Tên đơn vị", "Địa bàn phường", "Điện thoại trường"],
            ["Trường TH Lê Lai", "Phường Mỹ An", "0236.3822111"],
            ("primary", "494", "Phường Mỹ An"),
        ),
    ],
)
def test_where_schools_are(
    title: str, headings: list[object], row: list[object], expected: tuple[object, ...]
) -> None:
    office = "SỞ GIÁO DỤC VÀ ĐÀO TẠO" if "20242" in expected else "QUẬN NGŨ HÀNH SƠN"
    found = records(checked([[office], [title], ["STT", *headings], [1, *row]], sheet="2025"))
    assert [(r["level"], r["unit"], r["ward"]) for r in found] == [expected]


def test_schools_below_their_wards_with_days_of_foundation_and_pupils() -> None:
    rows = [["Phường Hòa An"], ["Trường THPT Hoa Lư", "05/09/2000", 1385]]
    head = ["Tên trường", "Ngày thành lập", "Tổng số HS"]
    report = checked([["DANH MỤC CƠ SỞ GIÁO DỤC"], ["Đơn vị: Quận Cẩm Lệ"], head, *rows])
    assert [(r["ward"], r["valid_from"]) for r in records(report)] == [("Phường Hòa An", "2000-09-05")]


@pytest.mark.parametrize("number", ["(1)", 1, "A", -1])
def test_the_one_column_of_schools_may_be_numbered(number: object) -> None:
    title = ["DANH SÁCH TRƯỜNG TIỂU HỌC - QUẬN HẢI CHÂU"]
    rows = [title, ["Tên trường"], [number], ["Trường TH Phù Đổng"], ["Trường TH Trần Văn Ơn"]]
    report = checked(rows)
    assert (report["status"], codes(report)) == ("ready", [])
    assert [(r["name"], r["source"]["row"]) for r in records(report)] == [
        ("Trường TH Phù Đổng", 4),
        ("Trường TH Trần Văn Ơn", 5),
    ]


def test_a_place_where_a_school_teaches_too_is_no_school() -> None:
    rows = [["UBND XÃ TRÀ LENG"], ["DANH SÁCH TRƯỜNG NĂM HỌC 2025-2026"], ["TT", "Tên trường", "Cấp học"]]
    rows += [[1, "Trường TH Trà Leng", "Tiểu học"], [None, "- Điểm trường thôn 1", None]]
    report = checked([*rows, [None, "Phân hiệu thôn 2", "Tiểu học"]])
    assert ([r["name"] for r in records(report)], codes(report)) == (["Trường TH Trà Leng"], [])


@pytest.mark.parametrize(
    "title", ["Danh sách trường năm học 2023-2024", "Tổng hợp các trường, học kỳ I năm học 2023-2024"]
)
def test_sessions_counted_by_school_are_no_register(title: str) -> None:
    head = ["TT", "Trường", "Cấp học", "Số buổi truyền thông", "Học sinh"]
    report = checked([["Quận Sơn Trà"], [title], head, [1, "TH Núi Thành", "TH", 2, 400]])
    assert [(t["kind"], r["count"], r["school"]) for t in report["tables"] for r in t["records"]] == [
        ("participation", 2, "TH Núi Thành")
    ]
