import datetime

import pytest

from data_loaders.values.indicators import find_indicator
from program.contract import Report
from program.vocabulary import COMPOSED, INDICATORS
from tests.data_loaders.sheets import brief, checked, codes, issues, records


def test_targets_by_code_or_name() -> None:
    rows = [
        ["CHỈ TIÊU GIAO NĂM 2023"],
        ["STT", "Chỉ tiêu", "Đơn vị", "Kế hoạch giao", "Văn bản"],
        [1, "Buổi truyền thông", "Quận Hải Châu", 20, "KH 12/KH-UBND"],
        [2, "T1", "TP Đà Nẵng", "100%", "QĐ 830/QĐ-TTg"],
        [3, "Lớp cho cha mẹ", None, 10, None],
        [4, "Chỉ tiêu lạ", "Quận Hải Châu", 10, None],
    ]
    report = checked(rows)
    assert [brief(r) for r in records(report)] == [
        {
            "indicator": "L-sessions",
            "unit": "492",
            "start_date": "2022-12-15",
            "end_date": "2023-12-14",
            "value": 20,
            "authority": "local",
            "document": "KH 12/KH-UBND",
        },
        {
            "indicator": "T1",
            "unit": "48",
            "start_date": "2022-12-15",
            "end_date": "2023-12-14",
            "value": 100,
            "authority": "official",
            "document": "QĐ 830/QĐ-TTg",
        },
    ]
    assert issues(report) == [("required_missing", "C5"), ("indicator_unknown", "B6")]


def test_targets_with_years_across() -> None:
    rows = [["UBND QUẬN HẢI CHÂU"], ["Mã chỉ tiêu", "Năm 2022", "Năm 2023"], ["L-sessions", 10, 12]]
    assert [(r["unit"], r["start_date"], r["value"]) for r in records(checked(rows))] == [
        ("492", "2021-12-15", 10),
        ("492", "2022-12-15", 12),
    ]


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


def test_population_long_and_across() -> None:
    across = [
        ["DÂN SỐ TRẺ EM NĂM 2024"],
        ["Đơn vị", "Dưới 6 tuổi", "6 - 10 tuổi", "11 - dưới 16 tuổi", "Nguồn"],
        ["Quận Thanh Khê", 15000, "16.000", 18000, "Chi cục"],
    ]
    assert [
        (r["group"], r["unit"], r["year"], r["value"], r["origin"]) for r in records(checked(across))
    ] == [
        ("under_6", "491", 2024, 15000, "Chi cục"),
        ("children_6_10", "491", 2024, 16000, "Chi cục"),
        ("children_11_15", "491", 2024, 18000, "Chi cục"),
    ]
    long = [
        ["Nhóm", "Đơn vị", "Năm", "Số lượng", "Nguồn"],
        ["Trẻ em dưới 16 tuổi", "Thành phố Đà Nẵng", 2024, 329700, "Báo"],
    ]
    assert [(r["group"], r["unit"]) for r in records(checked(long))] == [("under_16", "48")]


@pytest.mark.parametrize(
    ("head", "side"),
    [(["STT", "Quận, huyện", "Năm", "Dân số"], "Quận Sơn Trà"), (["STT", "Năm", "Số người"], None)],
)
def test_inhabitants_below_headings_of_their_ages(head: list[object], side: str | None) -> None:
    row = [1, *([side] if side else []), 2023, 4000]
    rows = [["I", "Trẻ em dưới 6 tuổi"], row, ["II", "Học sinh tiểu học"], [*row[:-1], 3000]]
    found = records(checked([["UBND QUẬN SƠN TRÀ"], ["Số liệu dân số"], ["Nguồn: Sở Y tế"], head, *rows]))
    assert [(r["group"], r["unit"], r["year"], r["value"]) for r in found] == [
        ("under_6", "493", 2023, 4000), ("pupils_primary", "493", 2023, 3000),
    ]  # fmt: skip


def test_names_of_schools_alone_have_the_level_of_the_title() -> None:
    rows = [
        ["Danh sách trường THPT"],
        ["Đơn vị: Huyện Hòa Vang"],
        ["Tên cơ sở giáo dục"],
        ["Trường Phạm Phú Thứ"],
    ]
    found = records(checked([*rows, ["Trường Ông Ích Khiêm"]]))
    assert [(r["level"], r["unit"]) for r in found] == [("upper_secondary", "497")] * 2


def test_a_row_of_population_without_its_number_is_told() -> None:
    head, age = ["Địa bàn", "Nhóm tuổi", "Năm", "Số người", "Nguồn"], "Trẻ em dưới 16 tuổi"
    rows = [["UBND quận Sơn Trà", age, 2023, 40, "A"], ["UBND quận Cẩm Lệ", age, 2023, None, "A"]]
    report = checked([head, *rows, ["UBND quận Hải Châu", age, 2023, "=1+1", "A"]])
    assert issues(report) == [("required_missing", "D3"), ("formula_without_value", "D4")]
    assert report["tables"][0]["columns"]["A"] == "unit"


def test_population_of_audiences_across() -> None:
    rows = [
        ["DÂN SỐ TRẺ EM THEO QUẬN, HUYỆN NĂM 2023"],
        ["STT", "Quận/huyện", "Trẻ em dưới 16 tuổi", "Trẻ em ngoài trường học"],
        [1, "Quận Hải Châu", 40000, 900],
    ]
    report = checked(rows)
    assert report["issues"] == []
    assert [(r["group"], r["value"]) for r in records(report)] == [
        ("under_16", 40000),
        ("children_out_of_school", 900),
    ]


def test_contacts_of_officials_in_their_own_table_alone() -> None:
    rows = [
        ["DANH SÁCH ĐẦU MỐI"],
        ["STT", "Đơn vị", "Họ và tên", "Chức vụ", "Số máy", "Thư công vụ"],
        [1, "Quận Hải Châu", "Trần B", "Chuyên viên", 905123456, "b@danang.gov.vn"],
    ]
    report = checked(rows)
    assert report["status"] == "ready"
    assert brief(records(report)[0]) == {
        "unit": "492",
        "name": "Trần B",
        "position": "Chuyên viên",
        "phone": "0905123456",
        "email": "b@danang.gov.vn",
    }


PHONES = ["0905111222", "0905333444"]
TWO = [("Trần Văn B", "Trưởng phòng", PHONES[0]), ("Lê Thị C", "Chuyên viên", PHONES[1])]


@pytest.mark.parametrize(
    ("rows", "merges"),
    [
        (
            [
                ["Đơn vị", "Họ và tên", "Chức vụ", "Điện thoại"],
                ["Sở Y tế", *("\n".join(told) for told in zip(*TWO, strict=True))],
            ],
            [],
        ),
        (
            [
                ["Đơn vị", "Lãnh đạo phụ trách", None, None, "Cán bộ đầu mối", None, None],
                [None, *["Họ tên", "Chức vụ", "SĐT"] * 2],
                ["Sở Y tế", *TWO[0], *TWO[1]],
            ],
            ["A2:A3", "B2:D2", "E2:G2"],
        ),
        # The heading of a group of units is nobody.
        (
            [
                ["TT", "Họ và tên", "Chức vụ", "Điện thoại", "Đơn vị"],
                ["I", "KHỐI SỞ, BAN, NGÀNH"],
                *[[i, *told, "Sở Y tế"] for i, told in enumerate(TWO, 1)],
            ],
            [],
        ),
    ],
)
def test_two_contacts_of_a_unit(rows: list[list[object]], merges: list[str]) -> None:
    report = checked([["DANH SÁCH ĐẦU MỐI"], *rows], merges=merges)
    assert codes(report) == []
    assert [(r["name"], r["position"], r["phone"]) for r in records(report)] == TWO
    assert {r["unit"] for r in records(report)} == {"SO-YT"}


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


def test_contacts_of_communes_since_the_day_in_the_title() -> None:
    rows = [
        ["DANH SÁCH ĐẦU MỐI TẠI CÁC PHƯỜNG (từ 01/7/2025)"],
        ["Đơn vị", "Họ và tên", "Chức vụ", "Điện thoại"],
    ]
    rows += [["UBND phường Hải Châu", "Trần Văn B", "Chuyên viên", "0905111222"]]
    assert [r["unit"] for r in records(checked(rows))] == ["20242"]


def test_schools_below_the_name_of_units() -> None:
    rows = [["UBND QUẬN HẢI CHÂU"], ["Tên đơn vị", "Cấp", "Hoạt động từ"]]
    rows += [["Trường TH Lê Lai", "TH", "1/9/2010"], ["TTGDTX số 2", "GDTX", "1/9/2011"]]
    assert [(r["name"], r["level"], r["unit"], r["valid_from"]) for r in records(checked(rows))] == [
        ("Trường TH Lê Lai", "primary", "492", "2010-09-01"),
        ("TTGDTX số 2", "continuing", "492", "2011-09-01"),
    ]


def test_the_day_of_the_figures_tells_the_year() -> None:
    rows = [["SỐ TRẺ EM DƯỚI 16 TUỔI"], ["Thời điểm: 31/12/2023"], ["Đơn vị", "Tổng số"], ["Quận Sơn Trà", 9]]
    assert [r["year"] for r in records(checked(rows))] == [2023]


def test_targets_described_in_other_words() -> None:
    rows = [
        ["KẾ HOẠCH NĂM 2023"],
        ["Đơn vị", "Tên chỉ tiêu", "Kỳ", "Chỉ tiêu giao"],
        ["Quận Hải Châu", "Số buổi truyền thông", "Năm 2023", "24 buổi"],
        ["Quận Hải Châu", "Lượt cha mẹ tham gia lớp tập huấn", "Năm 2023", "1.200"],
        ["Quận Hải Châu", "Số lớp tập huấn", "Năm 2023", 10],
        ["Quận Hải Châu", "Lượt giáo viên", "Năm 2023", 90],
        ["Quận Hải Châu", "SỐ CÂU LẠC BỘ", "Năm 2023", 3],
        ["Quận Sơn Trà", "Số buổi truyền thông", "Năm 2023", 8],
        ["Quận Sơn Trà", "Số buổi truyền thông tại khu dân cư", "Năm 2023", 5],
    ]
    report = checked(rows)
    assert [(r["indicator"], r["value"]) for r in records(report)] == [
        ("L-sessions", 24),
        ("L-parents", 1200),
        ("L-activities-training_class", 10),
        ("L-attendances-teachers", 90),
        ("L:Số câu lạc bộ", 3),
        ("L-sessions", 8),
        ("L:Số buổi truyền thông tại khu dân cư", 5),
    ]
    # Two wordings of one count for one unit are two things; what nobody reports is kept in its words.
    assert issues(report) == [("indicator_unmeasured", "B7")]


@pytest.mark.parametrize(
    ("title", "headings", "figures", "expected"),
    [
        # A count below words that give targets is set, not reached.
        ("BẢNG GIAO CHỈ TIÊU BUỔI TRUYỀN THÔNG NĂM 2024", ["Chỉ tiêu"], [5], [("L-sessions", 5)]),
        ("PHÂN BỔ CHỈ TIÊU SỐ BUỔI TRUYỀN THÔNG NĂM 2024", ["Số buổi"], [5], [("L-sessions", 5)]),
        (
            "CHỈ TIÊU GIAO NĂM 2024",
            ["Số lớp tập huấn cho cha mẹ", "Số buổi truyền thông"],
            [4, 6],
            [("L-classes-parents", 4), ("L-sessions", 6)],
        ),
        (
            "CHỈ TIÊU LỚP TẬP HUẤN CHO CHA MẸ",
            ["2023", "2024", "Tổng"],
            [1, 2, 3],
            [("L-classes-parents", 1), ("L-classes-parents", 2)],
        ),
        ("CHỈ TIÊU SỐ LỚP TẬP HUẤN NĂM 2024", ["Cha mẹ", "Tổng số"], [4, 4], [("L-classes-parents", 4)]),
        # Given to units, or planned by years: set, not reached.
        (
            "SỐ BUỔI TRUYỀN THÔNG GIAO CÁC ĐƠN VỊ NĂM 2024",
            ["6 tháng đầu năm", "6 tháng cuối năm"],
            [5, 6],
            [("L-sessions", 5), ("L-sessions", 6)],
        ),
        (
            "TỶ LỆ TRƯỜNG TỔ CHỨC ĐỊNH KỲ - LỘ TRÌNH",
            ["2023", "2024"],
            [0.8, "100%"],
            [("T1", 80), ("T1", 100)],
        ),
        ("CHỈ TIÊU NĂM 2025", ["Tỷ lệ trường tổ chức tuyên truyền (%)"], [100], [("T1", 100)]),
        # A least is what is set; a sum of parts is none of them, one of its own is.
        ("CHỈ TIÊU NĂM 2025", ["Số buổi truyền thông"], ["Tối thiểu 6 buổi"], [("L-sessions", 6)]),
        ("CHỈ TIÊU NĂM 2025", ["Tổng số lớp tập huấn"], [6], [("L-activities-training_class", 6)]),
        (
            "CHỈ TIÊU NĂM 2025",
            ["Số lớp cho cha mẹ", "Lớp cho giáo viên", "Tổng số lớp"],
            [6, 4, 10],
            [("L-classes-parents", 6), ("L-activities-training_class-teachers", 4)],
        ),
        ("MỤC TIÊU SỐ LỚP TẬP HUẤN CHA MẸ NĂM 2025", ["Số lớp"], [8], [("L-classes-parents", 8)]),
        (
            "II. CHỈ TIÊU NĂM 2025",
            ["Số trường tổ chức tuyên truyền"],
            [8],
            [("L:Số trường tổ chức tuyên truyền", 8)],
        ),
        (
            "CHỈ TIÊU: SỐ BUỔI TRUYỀN THÔNG",
            ["Thực hiện năm 2023", "Kế hoạch năm 2024"],
            [5, 6],
            [("L-sessions", 6)],
        ),
        (
            "CHỈ TIÊU GIAO NĂM 2024",
            ["Nội dung", "Giao năm 2024"],
            ["Số buổi truyền thông", 6],
            [("L-sessions", 6)],
        ),
    ],
)
def test_targets_of_units_by_indicators(
    title: str, headings: list[object], figures: list[object], expected: list[tuple[str, int]]
) -> None:
    report = checked([[title], ["Đơn vị", *headings], ["Quận Hải Châu", *figures]])
    assert set(codes(report)) <= {"indicator_unmeasured", "unused_column"}
    assert [(r["indicator"], r["value"]) for r in records(report)] == expected


def test_shares_below_what_is_given_are_set_like_numbers() -> None:
    heads = [
        ["Đơn vị", "Chỉ tiêu giao", None],
        [None, "Tỷ lệ trường định kỳ tổ chức", "Số buổi truyền thông"],
    ]
    report = checked([["CHỈ TIÊU NĂM 2024"], *heads, ["Quận Sơn Trà", 80, 9]], merges=["A2:A3", "B2:C2"])
    assert [r["value"] for r in records(report)] == [80, 9]


def test_targets_of_the_city_set_down_by_a_department() -> None:
    rows = [
        ["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"],
        ["CHỈ TIÊU TRÊN ĐỊA BÀN THÀNH PHỐ"],
        ["TT", "Chỉ tiêu", "Năm 2024"],
    ]
    assert [r["unit"] for r in records(checked([*rows, [1, "L-sessions", 9]]))] == ["48"]


def test_targets_without_a_column_that_names_them_say_so() -> None:
    report = checked([["Tổng số", "Chỉ tiêu"], [None, 0]])
    assert report["status"] == "rejected"
    assert [i["code"] for i in report["issues"]] == ["required_missing"]


def test_population_with_years_across() -> None:
    rows = [
        ["Trẻ em dưới 16 tuổi các năm 2022-2023"],
        ["Đơn vị", "Năm 2022", "Năm 2023"],
        ["Quận Sơn Trà", "40.000", 41000],
    ]
    report = checked(rows)
    assert report["issues"] == []
    assert [(r["group"], r["unit"], r["year"], r["value"]) for r in records(report)] == [
        ("under_16", "493", 2022, 40000),
        ("under_16", "493", 2023, 41000),
    ]


@pytest.mark.parametrize("heading", ["Phường/xã", "Đơn vị"])
def test_the_people_of_an_old_ward_are_not_those_of_its_district(heading: str) -> None:
    def told(year: int, name: str) -> Report:
        return checked([[f"SỐ TRẺ EM NĂM {year}"], [heading, "Trẻ em dưới 16 tuổi"], [name, 2000]])

    for name in ("Phường Hải Châu I", "Thạch Thang"):
        assert issues(told(2023, name)) == [("unit_unknown", "A3")]
    assert [r["unit"] for r in records(told(2026, "Phường Hải Châu"))] == ["20242"]
    assert [r["unit"] for r in records(told(2023, "Hải Châu"))] == ["492"]
    above = [
        ["UBND QUẬN HẢI CHÂU"],
        ["SỐ TRẺ EM NĂM 2023"],
        ["Nhóm tuổi", "Số người"],
        ["Dưới 16 tuổi", 2000],
    ]
    assert [r["unit"] for r in records(checked(above))] == ["492"]


def test_units_of_schools_below_their_office() -> None:
    rows = [["DANH MỤC TRƯỜNG HỌC"], ["TT", "Tên đơn vị trường học", "Bậc", "Phòng GD&ĐT"]]
    rows += [[i, f"TH {i}", "TH", "Quận Sơn Trà"] for i in range(1, 4)]
    assert [r["unit"] for r in records(checked(rows))] == ["493"] * 3


def test_schools_with_a_column_of_their_sort() -> None:
    rows = [["DANH MỤC TRƯỜNG HỌC"], ["TT", "Tên trường", "Cấp học", "Quận, huyện", "Loại hình"]]
    rows += [[1, "Trường TH Hoa Lư", "Tiểu học", "Thanh Khê", "Công lập"]]
    assert [(r["name"], r["level"]) for r in records(checked(rows))] == [("Trường TH Hoa Lư", "primary")]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Tỷ lệ trường tổ chức định kỳ", "T1"),
        ("100% nạn nhân bị xâm hại được hỗ trợ", "T2"),
        ("Vi phạm trên môi trường mạng được xử lý", "T3"),
        ("Số trẻ em ngoài nhà trường được tập huấn", "L-attendances-training_class-children_out_of_school"),
        ("Số buổi truyền thông tổ chức tại trường", "L-sessions"),
    ],
)
def test_indicators_in_other_words(words: str, code: str) -> None:
    assert find_indicator(words) == code


def test_what_an_indicator_is_called_names_it() -> None:
    known = (*INDICATORS.values(), *COMPOSED.values())
    assert [find_indicator(i.label) for i in known] == [i.code for i in known]
    assert [find_indicator(i.code) for i in known] == [i.code for i in known]


def test_inhabitants_of_communes_from_the_day_in_the_title() -> None:
    rows = [["TRẺ EM CÁC PHƯỜNG NĂM 2025 (từ 01/7/2025)"], ["Phường, xã", "Trẻ em dưới 16 tuổi"]]
    assert [r["unit"] for r in records(checked([*rows, ["Phường Hải Châu", 21000], ["Xã Bà Nà", 9000]]))] == [
        "20242",
        "20308",
    ]


def test_inhabitants_by_years_below_and_units_across() -> None:
    rows = [["SỐ TRẺ EM DƯỚI 16 TUỔI"], ["Đơn vị", "Quận Hải Châu", "Toàn thành phố"]]
    found = records(checked([*rows, ["Năm 2023", 41000, 325000], ["Năm 2024", 41200, 329700]]))
    assert [(r["unit"], r["year"], r["value"]) for r in found] == [
        ("492", 2023, 41000),
        ("48", 2023, 325000),
        ("492", 2024, 41200),
        ("48", 2024, 329700),
    ]


def test_targets_of_communes_and_of_the_whole_programme() -> None:
    rows = [
        ["CHỈ TIÊU 6 THÁNG CUỐI NĂM 2025 GIAO CÁC PHƯỜNG, XÃ"],
        ["STT", "Phường, xã", "Số buổi truyền thông"],
    ]
    assert [(r["unit"], r["start_date"]) for r in records(checked([*rows, [1, "Phường Hải Châu", 2]]))] == [
        ("20242", "2025-06-15")
    ]
    rows = [["MỤC TIÊU GIAI ĐOẠN 2021-2025"], ["Đơn vị", "Số buổi truyền thông"], ["Quận Sơn Trà", 90]]
    assert [(r["start_date"], r["end_date"]) for r in records(checked(rows))] == [
        ("2021-06-01", "2025-12-31")
    ]


def test_a_target_in_words_that_counts_in_no_indicator_is_asked_for_by_the_title() -> None:
    rows = [["SỐ TÀI LIỆU GIAO CÁC ĐƠN VỊ"], ["STT", "Đơn vị", "Năm 2024"], [1, "Quận Sơn Trà", 9]]
    report = checked(rows)
    assert (report["status"], codes(report)) == ("rejected", ["indicator_unknown"])
    assert report["issues"][0]["found"] == "SỐ TÀI LIỆU GIAO CÁC ĐƠN VỊ"


def test_two_values_of_one_thing_are_asked_and_an_old_wards_are_not_its_districts() -> None:
    rows = [["Đơn vị", "Chỉ tiêu", "Năm", "Giá trị"], ["Quận Hải Châu", "L-sessions", 2023, 4]]
    rows += [["Quận Hải Châu", "L-sessions", 2023, 5], ["Quận Sơn Trà", "L-sessions", 2023, 6]]
    report = checked([*rows, ["Phường Mỹ An", "L-sessions", 2023, 7]])
    assert issues(report) == [("unit_unknown", "A5"), ("repeated_entry", "D3")]
    assert [(r["unit"], r["value"]) for r in records(report)] == [("493", 6)]


def test_a_heading_of_unknown_words_above_units_is_told_by_them() -> None:
    rows = [
        ["CHỈ TIÊU GIAO NĂM 2025"],
        ["Nơi được giao", "Lớp tập huấn cho cha mẹ", "Buổi truyền thông"],
        ["I. KHỐI QUẬN"],
    ]
    rows += [["Quận Sơn Trà", 4, 6], ["Quận Hải Châu", 5, 7], ["Cộng I", 9, 13]]
    found = records(checked([*rows, ["II. KHỐI SỞ"], ["Sở Y tế", 1, 2]]))
    assert [(r["unit"], r["value"]) for r in found] == [
        ("493", 4), ("493", 6), ("492", 5), ("492", 7), ("SO-YT", 1), ("SO-YT", 2),
    ]  # fmt: skip


def test_targets_of_the_whole_city_are_no_sum_and_communes_after_a_day_are_communes() -> None:
    rows = [["Chỉ tiêu", "Đơn vị", "Năm", "Giá trị"], ["L-sessions", "Toàn thành phố", 2024, 9]]
    assert [(r["unit"], r["value"]) for r in records(checked(rows))] == [("48", 9)]
    rows = [["MẠNG LƯỚI TRƯỜNG HỌC (SAU 30/6/2025)"], ["Tên trường", "Cấp học", "Địa bàn"]]
    assert [r["unit"] for r in records(checked([*rows, ["TH Trà Leng", "Tiểu học", "xã Trà Leng"]]))] == [
        "20938"
    ]


def test_a_title_block_of_labels_is_no_table_and_tells_of_the_targets() -> None:
    rows = [["Chỉ tiêu năm", "2024"], ["Đơn vị", "Quận Sơn Trà"], ["Văn bản", "Kế hoạch số 15/KH-UBND"]]
    report = checked([*rows, [], ["STT", "Nội dung chỉ tiêu", "Giao"], [1, "Số lớp tập huấn phụ huynh", 9]])
    assert [(r["unit"], r["start_date"], r["document"]) for r in records(report)] == [
        ("493", "2023-12-15", "Kế hoạch số 15/KH-UBND")
    ]


def test_what_a_district_decided_is_local_and_rows_of_a_unit_are_no_header() -> None:
    rows = [["Đơn vị", "Chỉ tiêu", "Năm", "Giá trị", "Quyết định số"]]
    rows += [
        ["Quận Sơn Trà", "T1", 2023, "90%", "789/QĐ-UBND"],
        ["Quận Hải Châu", "T1", 2023, "ít nhất 80%", None],
    ]
    assert [(r["unit"], r["value"], r["authority"]) for r in records(checked(rows))] == [
        ("493", 90, "local"),
        ("492", 80, "official"),
    ]


def test_inhabitants_are_whole() -> None:
    rows = [["TRẺ EM DƯỚI 16 TUỔI NĂM 2023"], ["Đơn vị", "Số trẻ em"]]
    report = checked([*rows, ["Quận Hải Châu", 45000], ["Quận Cẩm Lệ", 100.5]])
    assert [r["value"] for r in records(report)] == [45000]
    assert issues(report) == [("number_unreadable", "B4")]


def test_a_row_of_words_like_the_one_above_is_no_header() -> None:
    rows = [["Đơn vị", "Chỉ tiêu", "Năm", "Giá trị"], ["Quận Hải Châu", "L-sessions", 2023, 4]]
    report = checked([*rows, ["Quận Sơn Trà", "L-sessions", 2023, "theo thực tế"]])
    assert issues(report) == [("number_unreadable", "D3")]


@pytest.mark.parametrize(
    ("line", "document"),
    [
        (
            "(Kèm theo Kế hoạch số 45/KH-UBND ngày 18/02/2022 của UBND thành phố)",
            "Kế hoạch số 45/KH-UBND ngày 18/02/2022",
        ),
        (
            "(Theo Công văn số 512/STTTT-BCXB ngày 20 tháng 3 năm 2023)",
            "Công văn số 512/STTTT-BCXB ngày 20 tháng 3 năm 2023",
        ),
        ("Kế hoạch 210-KH/TĐTN-BTN", "Kế hoạch 210-KH/TĐTN-BTN"),
        ("Số: 31/KH-UBND", "31/KH-UBND"),
        ("Số: 31/BC-UBND", None),
        ("CÁC QUẬN, HUYỆN NĂM 2023 - CÁC CHỈ TIÊU", None),
        # A number left open; and the decision of the Programme, which set no local target.
        ("(Kèm theo Kế hoạch số    /KH-UBND ngày    /02/2022)", None),
        ("(Thực hiện Quyết định số 830/QĐ-TTg ngày 01/6/2021)", None),
    ],
)
def test_the_document_above_the_targets(line: str, document: str | None) -> None:
    rows = [["CHỈ TIÊU NĂM 2023"], [line], ["Đơn vị", "Số buổi truyền thông"], ["Quận Sơn Trà", 9]]
    assert [r["document"] for r in records(checked(rows))] == [document]


@pytest.mark.parametrize(
    ("above", "below", "origin"),
    [
        ("SỐ TRẺ EM DƯỚI 16 TUỔI NĂM 2023", "Nguồn: Niên giám thống kê 2023", "Niên giám thống kê 2023"),
        ("SỐ TRẺ EM DƯỚI 16 TUỔI NĂM 2023 (theo Niên giám thống kê)", None, "Niên giám thống kê"),
        ("SỐ TRẺ EM DƯỚI 16 TUỔI NĂM 2023", None, None),
    ],
)
def test_the_origin_around_the_inhabitants(above: str, below: str | None, origin: str | None) -> None:
    rows = [[above], ["Đơn vị", "Số trẻ em"], ["Quận Sơn Trà", 40000], ["Quận Hải Châu", 41000]]
    report = checked([*rows, ["Tổng cộng", 80999], *([[below]] if below else [])])
    assert [r["origin"] for r in records(report)] == [origin, origin]
    assert issues(report) == [("total_row_mismatch", "B5")]


@pytest.mark.parametrize(
    ("title", "headings", "row", "expected"),
    [
        (
            "SỐ TRẺ EM TRONG VÀ NGOÀI TRƯỜNG HỌC NĂM 2024",
            ["Đơn vị", "Trẻ em trong trường học", "Trẻ em ngoài trường học"],
            ["Quận Sơn Trà", 9, 1],
            ["children_in_school", "children_out_of_school"],
        ),
        (
            None,
            ["Đơn vị", "Năm", "Nhóm đối tượng", "Số người", "Nguồn số liệu"],
            ["Quận Sơn Trà", 2024, "Giáo viên", 9, "Báo cáo 1"],
            ["teachers"],
        ),
        (
            "DÂN SỐ TRẺ EM",
            ["Đơn vị", "Nhóm", "Năm", "Tổng số"],
            ["Quận Sơn Trà", "Cha mẹ có con dưới 16 tuổi", 2024, 9],
            ["parents"],
        ),
        ("DÂN SỐ TRẺ EM NĂM 2024", ["Quận, huyện", "Tổng số"], ["Quận Sơn Trà", 9], ["under_16"]),
        (
            "SỐ CHA MẸ CÁC QUẬN NĂM 2024",
            ["Đơn vị", "Số lượng", "Nguồn"],
            ["Quận Sơn Trà", 9, "Hội"],
            ["parents"],
        ),
        (
            "TRẺ EM DƯỚI 16 TUỔI - 31/12/2024",
            ["STT", "Đơn vị", "Tổng số"],
            [1, "Quận Sơn Trà", 9],
            ["under_16"],
        ),
        (
            "SỐ TRẺ EM PHÂN THEO QUẬN, HUYỆN",
            ["STT", "Địa bàn", "Năm 2024"],
            [1, "Quận Sơn Trà", 9],
            ["under_16"],
        ),
        # Groups among audiences, units across; what targets rest on is not set; thousands with a comma.
        (
            "SỐ LIỆU NỀN NĂM 2024",
            ["STT", "Nhóm đối tượng", "Quận Sơn Trà"],
            [1, "Trẻ em dưới 16 tuổi", 9],
            ["under_16"],
        ),
        (
            "SỐ TRẺ EM LÀM CƠ SỞ GIAO CHỈ TIÊU (năm 2024)",
            ["TT", "Quận, huyện", "Trẻ em dưới 16 tuổi"],
            [1, "Quận Sơn Trà", 9],
            ["under_16"],
        ),
        ("TRẺ EM DƯỚI 16 TUỔI", ["Đơn vị", "Năm 2024 (nghìn người)"], ["Quận Sơn Trà", "45,1"], ["under_16"]),
    ],
)
def test_groups_of_inhabitants(
    title: str | None, headings: list[object], row: list[object], expected: list[str]
) -> None:
    found = checked([*([[title]] if title else []), headings, row])["tables"]
    assert [(t["kind"], [(r["group"], r["unit"], r["year"]) for r in t["records"]]) for t in found] == [
        ("population", [(group, "493", 2024) for group in expected])
    ]


def test_inhabitants_below_the_headings_of_units() -> None:
    rows = [["SỐ TRẺ EM NĂM 2024"], ["STT", "Nhóm đối tượng", "Số lượng (người)"]]
    rows += [
        ["I", "Quận Sơn Trà", None],
        [1, "Trẻ em dưới 6 tuổi", 7],
        ["II", "Quận Hải Châu", None],
        [1, "Trẻ em dưới 6 tuổi", 8],
    ]
    assert [(r["unit"], r["group"], r["value"]) for r in records(checked(rows))] == [
        ("493", "under_6", 7),
        ("492", "under_6", 8),
    ]


def test_years_of_inhabitants() -> None:
    title, units = ["SỐ TRẺ EM DƯỚI 16 TUỔI"], [["Quận Sơn Trà", 8, 9], ["Quận Hải Châu", 7, 8]]
    told = [("493", 2022, 8), ("493", 2023, 9), ("492", 2022, 7), ("492", 2023, 8)]
    for heads in (["Địa bàn", "31/12/2022", "31/12/2023"], [None, 2022, "Sơ bộ 2023"]):
        report = checked([title, heads, ["TỔNG SỐ", 15, 17], *units])
        assert [(r["unit"], r["year"], r["value"]) for r in records(report)] == told
    rows = [title, ["STT", "Quận, huyện", "Số trẻ em"]]
    for year in (2022, 2023):
        rows += [[None, f"Năm {year}"], *([n, *unit[:2]] for n, unit in enumerate(units, 1))]
    assert [r["year"] for r in records(checked(rows))] == [2022, 2022, 2023, 2023]
    rows = [title, ["STT", "Chỉ tiêu", "Năm 2022", "Năm 2023"], ["I", "Quận Sơn Trà"]]
    rows += [[1, "Trẻ em dưới 6 tuổi", 3, 4], [2, "Trẻ em từ 6 đến dưới 16 tuổi", 5, 6]]
    assert [r["value"] for r in records(checked(rows))] == [3, 4, 5, 6]
    rows = [["SỞ Y TẾ"], ["TRẺ EM TRÊN ĐỊA BÀN THÀNH PHỐ"], ["TT", "Chỉ tiêu", "2022"]]
    report = checked([*rows, [1, "Trẻ em dưới 16 tuổi", 9]])
    assert [(r["unit"], r["group"]) for r in records(report)] == [("48", "under_16")]
    rows = [["SỐ TRẺ EM ĐẾN NGÀY 31/12/2025"], ["Nhóm tuổi", "Đơn vị", "Năm", "Số người"]]
    report = checked(
        [*rows, ["Dưới 16 tuổi", "Quận Sơn Trà", 2022, 5], ["Dưới 16 tuổi", "Xã Bà Nà", 2025, 6]]
    )
    assert [r["unit"] for r in records(report)] == ["493", "20308"]


def test_communes_of_the_day_that_the_title_tells() -> None:
    rows = [["SỐ TRẺ EM TẠI THỜI ĐIỂM 01/7/2025"], ["Phường, xã", "Trẻ em dưới 16 tuổi"], ["Xã Hòa Tiến", 9]]
    assert [r["unit"] for r in records(checked(rows))] == ["20332"]


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


@pytest.mark.parametrize(
    ("headings", "row", "expected"),
    [
        (
            ["Tên cán bộ", "Di động", "CV cử đầu mối"],
            ["Trần B", "0905111222", "55/UBND"],
            ("Trần B", None, "55/UBND"),
        ),
        (
            ["Họ tên", "Email", "Văn bản số", "Ngày văn bản"],
            ["Trần B", "b@danang.gov.vn", "5/CV", "20/5/2022"],
            ("Trần B", "2022-05-20", "5/CV"),
        ),
        # The decision of the Programme names nobody.
        (["Họ tên", "Email"], ["Trần B", "b@danang.gov.vn"], ("Trần B", None, None)),
    ],
)
def test_the_document_that_named_a_contact(
    headings: list[object], row: list[object], expected: tuple[object, ...]
) -> None:
    title = ["DANH BẠ ĐẦU MỐI TRIỂN KHAI QĐ 830/QĐ-TTg"]
    rows = [title, ["Đơn vị", "Chức vụ", *headings], ["Sở Y tế", "Chuyên viên", *row]]
    report = checked(rows)
    assert codes(report) == []
    assert [(r["name"], r["valid_from"], r["document"]) for r in records(report)] == [expected]


@pytest.mark.parametrize(
    "lines",
    [
        ["(Kèm theo Công văn số 81/STTTT ngày 05/6/2022)"],
        ["Số: 81/STTTT", "Đà Nẵng, ngày 05 tháng 6 năm 2022"],
        ["(Kèm theo Công văn số 81/STTTT ngày 01/6/2022)", "(Áp dụng từ ngày 05/6/2022)"],
    ],
)
def test_the_document_above_contacts_tells_since_when(lines: list[str]) -> None:
    rows = [
        ["DANH SÁCH ĐẦU MỐI"],
        *([line] for line in lines),
        ["Đơn vị", "Ông/Bà", "Đầu mối phụ trách", "Chức vụ", "ĐT"],
    ]
    found = records(checked([*rows, ["Sở Y tế", "Bà", "Trần Thị B", "Chuyên viên", "0905111222"]]))
    assert [(r["valid_from"], "81/STTTT" in r["document"]) for r in found] == [("2022-06-05", True)]


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


def test_registers_side_by_side() -> None:
    rows = [
        ["UBND QUẬN CẨM LỆ"],
        ["Chỉ tiêu năm 2023 và số trẻ em"],
        ["Chỉ tiêu", "Năm", "Giá trị", None, "Nhóm trẻ em", "Năm", "Số lượng"],
    ]
    found = records(checked([*rows, ["L-sessions", 2023, 4, None, "Trẻ em dưới 6 tuổi", 2023, 5000]]))
    assert [(r.get("indicator"), r.get("group"), r["value"]) for r in found] == [
        ("L-sessions", None, 4),
        (None, "under_6", 5000),
    ]


@pytest.mark.parametrize(
    ("title", "headings", "row", "expected"),
    [
        # What rows are counted in is no kind of activity; what was done in years before is not set.
        (
            "Đăng ký chỉ tiêu năm 2024",
            ["Chỉ tiêu", "ĐVT", "Mục tiêu năm 2024"],
            ["L-sessions", "buổi", 9],
            [("2023-12-15", 9)],
        ),
        (
            "CHỈ TIÊU 2023 - 2024",
            ["Chỉ tiêu", "Thực hiện 2022", "Kế hoạch 2023", "Kế hoạch 2024"],
            ["L-sessions", 5, 6, 7],
            [("2022-12-15", 6), ("2023-12-15", 7)],
        ),
        # Who carries a target out is the unit it was given to, also where a department sent the list.
        (
            "GIAO CHỈ TIÊU NĂM 2023 (Thông báo 64/TB-STTTT của Sở TT&TT)",
            ["Chỉ tiêu", "Đơn vị thực hiện", "Số lượng"],
            ["L-sessions", "Quận Sơn Trà", 8],
            [("2022-12-15", 8)],
        ),
        (
            "Mục tiêu số buổi truyền thông theo năm",
            ["Năm", "Sơn Trà", "Liên Chiểu"],
            [2023, 4, 5],
            [("2022-12-15", 4), ("2022-12-15", 5)],
        ),
        (
            "Mục tiêu số buổi truyền thông",
            ["Năm", "ST", "LC", "CL", "HV"],
            [2023, 4, 5, 6, 7],
            [("2022-12-15", n) for n in (4, 5, 6, 7)],
        ),
        # The one column of figures is what is set; the city beside its units is one of them.
        (
            "x",
            ["Chỉ tiêu", "Đơn vị", "Thời gian hoàn thành", "Mức đặt ra"],
            ["L-sessions", "Quận Sơn Trà", "Năm 2024", 4],
            [("2023-12-15", 4)],
        ),
        (
            "PHÂN BỔ CHỈ TIÊU NĂM 2024",
            ["Chỉ tiêu", "Sơn Trà", "Liên Chiểu", "Thành phố"],
            ["L-sessions", 4, 5, 9],
            [("2023-12-15", 4), ("2023-12-15", 5), ("2023-12-15", 9)],
        ),
        (
            "CHỈ TIÊU, KẾ HOẠCH NĂM 2024",
            ["Nội dung", "Chỉ tiêu", "Quý I", "Quý II", "Đơn vị chủ trì"],
            ["Số buổi truyền thông", 9, 4, 5, "Phòng VHTT"],
            [("2023-12-15", 9), ("2023-12-15", 4), ("2024-03-15", 5)],
        ),
        # Units of a period alone; a heading of the records themselves; a bare name in the years of the districts.
        ("Mục tiêu số buổi truyền thông", ["Đơn vị", "Năm 2024"], ["Quận Sơn Trà", 4], [("2023-12-15", 4)]),
        (
            "x",
            ["indicator", "unit", "start_date", "end_date", "value"],
            ["L-sessions", "493", "2024-01-01", "2024-06-30", 4],
            [("2024-01-01", 4)],
        ),
        (
            "CHỈ TIÊU",
            ["Chỉ tiêu", "Đơn vị", "Giai đoạn", "Giao"],
            ["L-sessions", "Sơn Trà", "2021-2025", 4],
            [("2021-06-01", 4)],
        ),
        (
            "x",
            ["Mục tiêu", "Đơn vị", "Thời hạn", "Giao"],
            ["L-sessions", "Quận Sơn Trà", "2021-2025", 4],
            [("2021-06-01", 4)],
        ),
        # The number of an annex; who is to do it; numbers of a plan; years below each other and in columns of their own.
        ("Biểu 1. CHỈ TIÊU 2024", ["Đơn vị thực hiện", "Buổi"], ["Quận Sơn Trà", 8], [("2023-12-15", 8)]),
        ("KẾ HOẠCH SỐ BUỔI TRUYỀN THÔNG 2024", ["Đơn vị", "Quý I"], ["Sơn Trà*", 4], [("2023-12-15", 4)]),
        ("CHỈ TIÊU TỪNG NĂM", ["Năm", "Số buổi truyền thông"], [2023, 9], [("2022-12-15", 9)]),
        (
            "TÌNH HÌNH THỰC HIỆN VÀ CHỈ TIÊU SỐ BUỔI TRUYỀN THÔNG",
            ["Đơn vị", "Thực hiện năm 2022", "Chỉ tiêu năm 2023"],
            ["Quận Sơn Trà", 5, 6],
            [("2022-12-15", 6)],
        ),
        (
            "x",
            ["Chỉ tiêu", "Từ năm", "Đến năm", "Giá trị", "Số, ngày văn bản"],
            ["L-sessions", 2022, 2023, 9, "5/KH-UBND"],
            [("2021-12-15", 9)],
        ),
        (
            "KẾ HOẠCH GIAO SỐ BUỔI TRUYỀN THÔNG",
            ["Đơn vị", "Kế hoạch năm 2024"],
            ["Quận Sơn Trà", 9],
            [("2023-12-15", 9)],
        ),
        # The day of a document in a column of its own; who set a target, by the values alone.
        (
            "CHỈ TIÊU GIAO NĂM 2024",
            ["Chỉ tiêu", "Số lượng", "Cấp", "Số văn bản", "Ngày văn bản"],
            ["L-sessions", 9, "Địa phương", "15/KH-UBND", "20/01/2024"],
            [("2023-12-15", 9)],
        ),
        # In what rows are counted; what is given, however the lines above tell the rest.
        ("CHỈ TIÊU NĂM 2024", ["Chỉ tiêu", "Đơn vị", "Giao"], ["L-sessions", "Buổi", 4], [("2023-12-15", 4)]),
        ("Năm: 2024", ["TT", "Chỉ tiêu", "Giao"], [1, "Số buổi truyền thông", 4], [("2023-12-15", 4)]),
        (
            "NHIỆM VỤ VÀ CHỈ TIÊU NĂM 2024",
            ["Chỉ tiêu", "Đơn vị chủ trì", "Mức giao"],
            ["L-sessions", "Quận Sơn Trà", 4],
            [("2023-12-15", 4)],
        ),
    ],
)
def test_targets_in_other_columns(
    title: str, headings: list[object], row: list[object], expected: list[tuple[str, int]]
) -> None:
    report = checked([[title], headings, row], sheet="UBND quận Sơn Trà")
    assert [t["kind"] for t in report["tables"]] == ["targets"]
    assert [(r["start_date"], r["value"]) for r in records(report)] == expected
    assert records(report)[0]["unit"] == "493"
    if "Ngày văn bản" in headings:
        assert records(report)[0]["document"] == "15/KH-UBND ngày 20/01/2024"
        assert list(report["tables"][0]["columns"].values())[2:] == ["authority", "document", "document"]


def test_targets_below_indicators_and_years() -> None:
    office, units = ["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"], [["Quận Sơn Trà", 3], ["Quận Hải Châu", 4]]
    rows = [office, ["BIỂU TỔNG HỢP CHỈ TIÊU CÁC ĐƠN VỊ"], ["Chỉ tiêu/Đơn vị", "Năm 2024"]]
    for name in ("Số lớp tập huấn cho cha mẹ", "Số buổi truyền thông"):
        rows += [[name], *units]
    assert [(r["indicator"], r["unit"], r["value"]) for r in records(checked(rows))] == [
        (code, unit, value)
        for code in ("L-classes-parents", "L-sessions")
        for unit, value in (("493", 3), ("492", 4))
    ]
    rows = [office, ["PHÂN BỔ CHỈ TIÊU NĂM 2023"], ["TT", "Đơn vị/Chỉ tiêu", "Đơn vị tính", "Chỉ tiêu"]]
    rows += [[1, "Quận Sơn Trà"], [None, "- Số buổi truyền thông", "Buổi", 7]]
    assert [(r["unit"], r["value"]) for r in records(checked(rows))] == [("493", 7)]
    rows = [office, ["CHỈ TIÊU GIAO"], ["TT", "Đơn vị", "Số buổi truyền thông"]]
    for mark, year in (("I", 2023), ("II", 2024)):
        rows += [[mark, f"NĂM {year}"], *([n, *unit] for n, unit in enumerate(units, 1))]
    assert [r["start_date"][:4] for r in records(checked(rows))] == ["2022", "2022", "2023", "2023"]


def test_several_tables_of_targets_each_of_one_indicator() -> None:
    rows: list[list[object]] = [["CHỈ TIÊU NĂM 2024 (Quyết định 15/QĐ-UBND)"]]
    for line in ("1. Số lớp tập huấn cho cha mẹ", "2. Số buổi truyền thông"):
        rows += [
            [line],
            ["STT", "Đơn vị", "6 tháng đầu năm 2024"],
            [1, "Quận Sơn Trà", 3],
            [2, "Quận Hải Châu", 4],
            [],
        ]
    found = [(r["indicator"], r["unit"], r["document"]) for r in records(checked(rows))]
    assert found == [
        (indicator, unit, "Quyết định 15/QĐ-UBND")
        for indicator in ("L-classes-parents", "L-sessions")
        for unit in ("493", "492")
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
            "TRẺ EM THEO NHÓM TUỔI NĂM 2023",
            ["Dưới 6 tuổi", "Từ đủ 6 đến dưới 11 tuổi", "Cộng"],
            [3, 4, 7],
            [("under_6", 3), ("children_6_10", 4)],
        ),
        ("SỐ TRẺ EM NGOÀI TRƯỜNG HỌC NĂM 2023", ["Số trẻ em"], [3], [("children_out_of_school", 3)]),
        ("MẪU SỐ NĂM 2023", ["Nhóm đối tượng", "Số lượng"], ["Trẻ em dưới 16 tuổi", 5], [("under_16", 5)]),
    ],
)
def test_sums_and_titles_of_inhabitants(
    title: str, headings: list[object], row: list[object], expected: list[tuple[str, int]]
) -> None:
    report = checked([[title], ["STT", "Đơn vị", *headings], [1, "Quận Sơn Trà", *row]])
    assert codes(report) == []
    assert [(r["group"], r["value"]) for r in records(report)] == expected


@pytest.mark.parametrize(
    ("title", "headings", "row", "expected"),
    [
        (
            "DANH SÁCH CÁC TRƯỜNG TRỰC THUỘC",
            ["Đơn vị", "Địa chỉ"],
            ["Trường TH Lê Lai", "5 Lê Văn Hiến"],
            ("primary", "494", None),
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


def test_contacts_may_begin_with_their_positions() -> None:
    rows = [
        ["DANH SÁCH ĐẦU MỐI"],
        ["STT", "Chức vụ", "Điện thoại", "Cơ quan", "Họ và tên"],
        [1, "Trưởng phòng VH&TT", "0905123456", "Sở Tư pháp", "Nguyễn Văn An"],
        [2, "Phó Chánh Văn phòng", "0905123457", "Quận Sơn Trà", "Trần Thị Bích"],
    ]
    assert [r["unit"] for r in records(checked(rows))] == ["SO-TP", "493"]


@pytest.mark.parametrize(
    ("heading", "below", "unit"),
    [("Đơn vị, địa phương", "Quận Hải Châu", "491"), ("Địa phương", "Phường Thạch Thang", None)],
)
def test_a_bare_name_beside_districts_is_a_district(heading: str, below: str, unit: str | None) -> None:
    names = ["Thanh Khê", "Quận Sơn Trà", below, "H. Hòa Vang"]
    rows = [[name, "Nguyễn Văn A", "Chuyên viên", "0236 3822 111"] for name in names]
    report = checked([["DANH SÁCH ĐẦU MỐI"], [heading, "Họ và tên", "Chức vụ", "Điện thoại"], *rows])
    assert [r["unit"] for r in records(report)][: len(names) - 3] == ([unit] if unit else ["493"])
    assert [i["code"] for i in report["issues"]] == ([] if unit else ["unit_ambiguous"])


def test_schools_below_their_wards_with_days_of_foundation_and_pupils() -> None:
    rows = [["Phường Hòa An"], ["Trường THPT Hoa Lư", "05/09/2000", 1385]]
    head = ["Tên trường", "Ngày thành lập", "Tổng số HS"]
    report = checked([["DANH MỤC CƠ SỞ GIÁO DỤC"], ["Đơn vị: Quận Cẩm Lệ"], head, *rows])
    assert [(r["ward"], r["valid_from"]) for r in records(report)] == [("Phường Hòa An", "2000-09-05")]


def test_the_number_of_a_form_is_no_document() -> None:
    rows = [["Biểu mẫu 02/BVTE"], ["GIAO CHỈ TIÊU"], ["Chỉ tiêu", "Đơn vị", "Năm", "Mục tiêu"]]
    report = checked(
        [*rows, ["Số lớp tập huấn", "Quận Sơn Trà", 2023, 12], ["Số buổi truyền thông", "Cẩm Lệ", 2023, 9]]
    )
    assert [(r["value"], r["document"]) for r in records(report)] == [(12, None), (9, None)]


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


def test_a_new_ward_that_bears_the_name_of_an_old_one_is_known_by_the_heading() -> None:
    rows = [
        ["SỞ Y TẾ"],
        ["SỐ TRẺ EM DƯỚI 16 TUỔI CÁC XÃ, PHƯỜNG NĂM 2025"],
        ["STT", "Xã, phường", "Số trẻ em dưới 16 tuổi"],
        [1, "Phường Hải Châu", 29140],
        [2, "Xã Duy Xuyên", 8120],
    ]
    report = checked(rows)
    assert report["status"] == "ready"
    assert [(r["unit"], r["value"]) for r in records(report)] == [("20242", 29140), ("20623", 8120)]
