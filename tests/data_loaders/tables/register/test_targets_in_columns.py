"""Targets across columns: years, units and indicators as headings."""

import pytest

from tests.data_loaders.sheets import checked, codes, records


def test_targets_with_years_across() -> None:
    rows = [["UBND QUẬN HẢI CHÂU"], ["Mã chỉ tiêu", "Năm 2022", "Năm 2023"], ["L-sessions", 10, 12]]
    assert [(r["unit"], r["start_date"], r["value"]) for r in records(checked(rows))] == [
        ("492", "2021-12-15", 10),
        ("492", "2022-12-15", 12),
    ]


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
