"""How many people live in a unit: groups, years, where the number comes from."""

from datetime import date

import pytest

from program.contract import Report
from tests.data_loaders.sheets import checked, codes, issues, records


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


def test_an_age_within_another() -> None:
    head = [["Quận", "Trẻ em dưới 16 tuổi", None], [None, "Tổng số", "Trong đó dưới 6 tuổi"]]
    report = checked(
        [["SỐ TRẺ EM NĂM 2024"], *head, ["Quận Thanh Khê", 49000, 15000]], merges=["B2:C2", "A2:A3"]
    )
    assert [(r["group"], r["value"]) for r in records(report)] == [("under_16", 49000), ("under_6", 15000)]


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


def test_the_day_of_the_figures_tells_the_year() -> None:
    rows = [["SỐ TRẺ EM DƯỚI 16 TUỔI"], ["Thời điểm: 31/12/2023"], ["Đơn vị", "Tổng số"], ["Quận Sơn Trà", 9]]
    assert [r["year"] for r in records(checked(rows))] == [2023]


@pytest.mark.parametrize("day", ["31/12/2023", date(2023, 12, 31), "12/2023", 2023])
def test_the_day_of_the_figures_in_a_column(day: object) -> None:
    head = ["STT", "Đơn vị", "Trẻ em dưới 16 tuổi", "Thời điểm"]
    report = checked([["SỐ TRẺ EM DƯỚI 16 TUỔI"], head, [1, "Quận Sơn Trà", 39000, day]])
    assert [(r["group"], r["year"], r["value"]) for r in records(report)] == [("under_16", 2023, 39000)]


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


def test_inhabitants_are_whole() -> None:
    rows = [["TRẺ EM DƯỚI 16 TUỔI NĂM 2023"], ["Đơn vị", "Số trẻ em"]]
    report = checked([*rows, ["Quận Hải Châu", 45000], ["Quận Cẩm Lệ", 100.5]])
    assert [r["value"] for r in records(report)] == [45000]
    assert issues(report) == [("number_unreadable", "B4")]


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
    until = ["Địa bàn", "Đến 31/12/2022", "Số liệu đến ngày 31/12/2023"]
    for heads in (["Địa bàn", "31/12/2022", "31/12/2023"], until, [None, 2022, "Sơ bộ 2023"]):
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


@pytest.mark.parametrize(
    ("title", "group"),
    [
        ("SỐ HỌC SINH CÁC CẤP CHIA THEO QUẬN, HUYỆN NĂM HỌC 2023-2024", "pupils_primary"),
        # Who came to something is no pupil of a register.
        ("SỐ HỌC SINH THAM GIA TRUYỀN THÔNG NĂM HỌC 2023-2024", None),
    ],
)
def test_levels_alone_count_pupils_under_a_title_that_says_so(title: str, group: str | None) -> None:
    head = ["STT", "Quận, huyện", "Tiểu học", "THCS"]
    rows = [["SỞ GD&ĐT"], [title], head, [1, "Quận Sơn Trà", 9000, 7000]]
    found = [r.get("group") for r in records(checked(rows))]
    assert found[:1] == ([group] if group else [])


def test_children_of_each_year_of_age() -> None:
    rows = [["TRẺ EM THEO ĐỘ TUỔI NĂM 2023"], ["TT", "Quận, huyện", "0 tuổi", "1 tuổi"]]
    found = records(checked([*rows, [1, "Quận Sơn Trà", 2500, 2400]]))
    assert [(r["group"], r["value"]) for r in found] == [("under_1", 2500), ("children_1_1", 2400)]


_DISTRICTS = ["Hải Châu", "Thanh Khê", "Sơn Trà", "Ngũ Hành Sơn", "Liên Chiểu", "Cẩm Lệ"]
_OF_DISTRICTS = [*([f"Quận {name}", 1000] for name in _DISTRICTS), ["Huyện Hòa Vang", 2000]]


@pytest.mark.parametrize("label", ["Toàn thành phố", "Thành phố Đà Nẵng", "Tổng số toàn thành phố"])
@pytest.mark.parametrize("first", [True, False], ids=["above", "below"])
@pytest.mark.parametrize(
    ("units", "year", "of_city", "told"),
    [
        (_OF_DISTRICTS, 2023, 8000, False),
        (_OF_DISTRICTS, 2023, 8900, True),
        (_OF_DISTRICTS, 2025, 7900, True),
        ([*_OF_DISTRICTS, ["Huyện Hoàng Sa", 0]], 2023, 8900, True),
        # A few, or of another time: no sum.
        (_OF_DISTRICTS[:3], 2023, 8900, False),
        (_OF_DISTRICTS[1:], 2023, 8000, False),
        ([["Phường Hải Châu", 1000], ["Phường Sơn Trà", 500]], 2026, 8900, False),
    ],
)
def test_the_city_beside_all_its_units_is_their_sum(
    units: list[list[object]], year: int, of_city: int, told: bool, first: bool, label: str
) -> None:
    city = [[label, of_city]]
    rows = [*city, *units] if first else [*units, *city]
    report = checked([[f"SỐ TRẺ EM DƯỚI 16 TUỔI NĂM {year}"], ["Đơn vị", "Số trẻ em"], *rows])
    at = f"B{3 if first else len(rows) + 2}"
    assert [i for i in issues(report) if i[0] != "unused_column"] == (
        [("total_row_mismatch", at)] if told else []
    )
    assert (report["status"], len(records(report))) == ("ready", len(rows))
    assert not told or "cộng các đơn vị trong bảng được 8.000" in report["issues"][0]["message"]


@pytest.mark.parametrize(("of_city", "told"), [(8.1, False), (18, True)])
def test_rounded_figures_may_differ_by_what_was_rounded(of_city: float, told: bool) -> None:
    rows = [*([name, number / 1000] for name, number in _OF_DISTRICTS), ["Toàn thành phố", of_city]]
    report = checked([["TRẺ EM DƯỚI 16 TUỔI NĂM 2023"], ["Đơn vị", "Số trẻ em (nghìn người)"], *rows])
    assert codes(report) == (["total_row_mismatch"] if told else [])
