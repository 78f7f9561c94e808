import datetime

import pytest

from data_loaders.values.indicators import find_indicator
from program.contract import Report
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
    ]
    report = checked(rows)
    assert [(r["indicator"], r["value"]) for r in records(report)] == [
        ("L-sessions", 24),
        ("L-parents", 1200),
    ]
    assert issues(report) == [("indicator_unknown", "B5")]


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
    ],
)
def test_targets_of_units_by_indicators(
    title: str, headings: list[object], figures: list[object], expected: list[tuple[str, int]]
) -> None:
    report = checked([[title], ["Đơn vị", *headings], ["Quận Hải Châu", *figures]])
    assert codes(report) == []
    assert [(r["indicator"], r["value"]) for r in records(report)] == expected


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
        ("Số buổi truyền thông tổ chức tại trường", "L-sessions"),
    ],
)
def test_indicators_in_other_words(words: str, code: str) -> None:
    assert find_indicator(words) == code


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
