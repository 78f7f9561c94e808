import datetime

import pytest

from data_loaders.check import check
from tests.data_loaders.sheets import brief, checked, codes, issues, records, xlsx, xlsx_of_writer

Q2 = ("2023-03-15", "2023-06-14")


def told(report) -> list[tuple]:
    return [
        (r["unit"], r["kind"], r["start_date"], r["count"], r["attendances"], r["attendances_total"])
        for r in records(report)
    ]


def test_units_by_audiences() -> None:
    rows = [
        ["TỔNG HỢP LỚP TẬP HUẤN QUÝ II NĂM 2023"],
        ["STT", "Đơn vị", "Số lớp", "Cha mẹ", "Trẻ em ngoài trường", "Tổng"],
        [1, "Q. Hải Châu", 3, 100, 50, 150],
        [2, "Q.Thanh Khê", 2, 80, "-", 80],
        [3, "H. Hoà Vang", None, None, None, None],
        [4, "Quận Cẩm Lệ", "Không phát sinh"],
        [5, "Quận Liên Chiểu", "chưa báo cáo"],
        [None, "Tổng cộng", 5, 180, 50, 230],
    ]
    report = checked(rows)
    assert report["status"] == "ready"
    assert report["issues"] == []
    assert told(report) == [
        ("492", "training_class", Q2[0], 3, {"parents": 100, "children_out_of_school": 50}, 150),
        ("491", "training_class", Q2[0], 2, {"parents": 80}, 80),
        ("495", "training_class", Q2[0], 0, {}, 0),
    ]
    assert [r["basis"] for r in records(report)] == ["summary", "summary", "declared_zero"]


def test_audiences_by_periods_over_count_and_attendances() -> None:
    rows = [
        ["Đơn vị báo cáo: Hội LHPN thành phố"],
        ["KẾT QUẢ LỚP TẬP HUẤN NĂM 2023"],
        ["Đối tượng", "Quý I", None, "Quý II", None, "Cả năm", None],
        [None, "Số lớp", "Lượt người", "Số lớp", "Lượt người", "Số lớp", "Lượt người"],
        ["Cha mẹ", 2, 80, 1, 40, 3, 120],
        ["Giáo viên", None, None, 1, 30, 1, 30],
    ]
    report = checked(rows, merges=["A3:A4", "B3:C3", "D3:E3", "F3:G3"])
    assert told(report) == [
        ("HLHPN", "training_class", "2022-12-15", 2, {"parents": 80}, 80),
        ("HLHPN", "training_class", Q2[0], 1, {"parents": 40}, 40),
        ("HLHPN", "training_class", Q2[0], 1, {"teachers": 30}, 30),
    ]
    assert "F" not in report["tables"][0]["columns"]
    assert report["tables"][0]["unused_columns"] == ["F", "G"]


@pytest.mark.parametrize("whole", ["Năm", "Cả năm"])
def test_figures_from_the_beginning_of_the_year_on_are_no_parts_of_a_sum(whole: str) -> None:
    rows = [["KẾT QUẢ NĂM 2023 - QUẬN HẢI CHÂU"], ["STT", "Nội dung", "6 tháng", "9 tháng", whole]]
    rows += [[1, "Số lớp tập huấn cho cha mẹ", 5, 8, 12], [2, "Số lượt cha mẹ tham gia", 200, 320, 480]]
    report = checked(rows)
    assert (report["status"], codes(report)) == ("ready", [])
    assert [
        (r["start_date"], r["end_date"], r["count"], r["attendances_total"]) for r in records(report)
    ] == [
        ("2022-12-15", "2023-06-14", 5, 200),
        ("2022-12-15", "2023-09-14", 8, 320),
        ("2022-12-15", "2023-12-14", 12, 480),
    ]


@pytest.mark.parametrize("across", [True, False], ids=["two header rows", "rows"])
def test_neither_are_they_below_each_other_or_above_facts(across: bool) -> None:
    rows = [["KẾT QUẢ NĂM 2023 - QUẬN HẢI CHÂU"]]
    figures = [5, 200, 8, 320, 12, 480]
    if across:
        rows += [["Đơn vị", "6 tháng", None, "9 tháng", None, "Năm", None]]
        rows += [[None, *["Số lớp", "Lượt cha mẹ"] * 3], ["Quận Hải Châu", *figures]]
    else:
        rows += [["Kỳ báo cáo", "Số lớp tập huấn", "Lượt cha mẹ"]]
        rows += [["6 tháng đầu năm 2023", 5, 200], ["9 tháng đầu năm 2023", 8, 320], ["Năm 2023", 12, 480]]
    report = checked(rows)
    assert (report["status"], codes(report)) == ("ready", [])
    assert [(r["end_date"], r["count"], r["attendances_total"]) for r in records(report)] == [
        ("2023-06-14", 5, 200),
        ("2023-09-14", 8, 320),
        ("2023-12-14", 12, 480),
    ]


def test_a_year_beside_its_quarters_is_their_sum_and_names_no_period() -> None:
    rows = [["KẾT QUẢ NĂM 2023 - QUẬN HẢI CHÂU"], ["Nội dung", "Quý I", "Quý II", "Quý III", "Quý IV", "Năm"]]
    rows += [["Số lớp tập huấn cho cha mẹ", 1, 2, 3, 4, 10], ["Số lượt cha mẹ", 20, 30, 40, 50, 141]]
    report = checked(rows)
    assert (report["status"], codes(report)) == ("ready", ["total_mismatch"])
    assert [(r["count"], r["attendances_total"]) for r in records(report)] == [
        (1, 20),
        (2, 30),
        (3, 40),
        (4, 50),
    ]


def test_parts_of_a_year_below_the_year() -> None:
    rows = [["SỐ BUỔI TRUYỀN THÔNG CÁC NĂM"], ["Đơn vị", "Năm 2022", None, "Năm 2023", None]]
    rows += [[None, *["6 tháng đầu năm", "6 tháng cuối năm"] * 2], ["Quận Hải Châu", 1, 2, 3, 4]]
    report = checked(rows, merges=["A2:A3", "B2:C2", "D2:E2"])
    assert [(r["start_date"], r["count"]) for r in records(report)] == [
        ("2021-12-15", 1),
        ("2022-06-15", 2),
        ("2022-12-15", 3),
        ("2023-06-15", 4),
    ]


def test_three_header_rows_of_period_kind_and_measure() -> None:
    rows = [
        ["Thành đoàn Đà Nẵng – Năm 2024"],
        ["TT", "Đối tượng", "Quý I", None, None, None],
        [None, None, "Lớp tập huấn", None, "Buổi truyền thông", None],
        [None, None, "Số lớp", "Lượt", "Số buổi", "Lượt"],
        ["A", "B", 1, 2, 3, 4],
        [1, "Cha mẹ", 1, 50, 2, 400],
    ]
    report = checked(rows, merges=["A2:A4", "B2:B4", "C2:F2", "C3:D3", "E3:F3"])
    assert report["tables"][0]["header_rows"] == [2, 3, 4]
    assert told(report) == [
        ("TD", "training_class", "2023-12-15", 1, {"parents": 50}, 50),
        ("TD", "communication_session", "2023-12-15", 2, {"parents": 400}, 400),
    ]


def test_headers_without_merges_read_the_same() -> None:
    rows = [
        ["Thành đoàn Đà Nẵng – Năm 2024"],
        ["TT", "Đối tượng", "Quý I", None, "Quý II", None],
        [None, None, "Số lớp", "Lượt", "Số lớp", "Lượt"],
        [1, "Cha mẹ", 1, 50, 2, 90],
    ]
    assert [(r["start_date"], r["count"]) for r in records(checked(rows, sheet="Tập huấn"))] == [
        ("2023-12-15", 1),
        ("2024-03-15", 2),
    ]


def test_long_rows_with_year_quarter_and_kind() -> None:
    rows = [
        ["Đơn vị", "Năm", "Quý", "Loại hình", "Số lượng", "Số lượt tham gia", "Trong đó nữ"],
        ["Quận Ngũ Hành Sơn", 2023, "II", "Truyền thông", 3, 900, 400],
        ["Ngũ Hành Sơn", 2023, "III", "Tập huấn", 2, 90, 50],
    ]
    report = checked(rows)
    assert [brief(r) for r in records(report)] == [
        {
            "unit": "494",
            "kind": "communication_session",
            "start_date": Q2[0],
            "end_date": Q2[1],
            "count": 3,
            "attendances_total": 900,
            "female": 400,
            "basis": "summary",
        },
        {
            "unit": "494",
            "kind": "training_class",
            "start_date": "2023-06-15",
            "end_date": "2023-09-14",
            "count": 2,
            "attendances_total": 90,
            "female": 50,
            "basis": "summary",
        },
    ]


def test_units_across() -> None:
    rows = [
        ["Lượt tham gia lớp tập huấn năm 2023"],
        ["Đối tượng", "Hải Châu", "Thanh Khê", "Tổng"],
        ["Phụ huynh", 100, 200, 300],
        ["Tổng cộng", 100, 200, 300],
    ]
    report = checked(rows)
    assert [(r["unit"], r["attendances"]) for r in records(report)] == [
        ("492", {"parents": 100}),
        ("491", {"parents": 200}),
    ]
    assert report["issues"] == []


def test_measures_down_the_side_and_years_across() -> None:
    rows = [
        ["UBND QUẬN LIÊN CHIỂU"],
        ["Nội dung", "2022", 2023],
        ["Số lớp tập huấn", 3, 4],
        ["Lượt cha mẹ", 160, 170],
        ["Số buổi truyền thông", 2, 3],
    ]
    report = checked(rows)
    assert [(r["kind"], r["start_date"], r["count"], r["attendances"]) for r in records(report)] == [
        ("training_class", "2021-12-15", 3, {"parents": 160}),
        ("training_class", "2022-12-15", 4, {"parents": 170}),
        ("communication_session", "2021-12-15", 2, {}),
        ("communication_session", "2022-12-15", 3, {}),
    ]


def test_counts_only_by_month() -> None:
    rows = [
        ["SỐ LỚP TẬP HUẤN NĂM 2023"],
        ["Đơn vị", "Tháng 1", "Tháng 2", "Cả năm"],
        ["Quận Hải Châu", 2, None, 2],
        ["Quận Sơn Trà", 1, 0, 1],
    ]
    report = checked(rows)
    assert report["tables"][0]["columns"] == {"A": "unit", "B": "count", "C": "count"}
    assert [(r["unit"], r["end_date"], r["count"], r["attendances_total"]) for r in records(report)] == [
        ("492", "2023-01-14", 2, None),
        ("493", "2023-01-14", 1, None),
        ("493", "2023-02-14", 0, None),
    ]


def test_a_summary_without_kind_or_period_is_refused_once() -> None:
    rows = [["Đơn vị", "Cha mẹ", "Giáo viên"], ["Quận Hải Châu", 1, 2], ["Quận Sơn Trà", 1, 2]]
    report = checked(rows)
    assert report["status"] == "rejected"
    assert set(codes(report)) == {"required_missing"}
    assert len(report["issues"]) <= 2


def test_numbers_of_two_kinds_without_saying_which() -> None:
    rows = [["Năm 2023"], ["Đơn vị", "Số lớp", "Số buổi", "Cha mẹ"], ["Quận Hải Châu", 1, 2, 300]]
    assert ("kind_unknown", "D2") in issues(checked(rows))


def test_communes_after_the_break() -> None:
    rows = [
        ["UBND THÀNH PHỐ ĐÀ NẴNG"],
        ["LỚP TẬP HUẤN QUÝ IV NĂM 2025"],
        ["STT", "Xã, phường, đặc khu", "Số lớp", "Số người"],
        [1, "Phường Hải Châu", 2, 90],
        [2, "Xã Bà Nà", 1, 30],
    ]
    assert [r["unit"] for r in records(checked(rows))] == ["20242", "20308"]


@pytest.mark.parametrize(
    ("columns", "unit"), [(["Xã, phường"], "20242"), (["Xã, phường", "Nội dung"], "HLHPN")]
)
def test_a_commune_beside_the_words_of_a_departments_activity_is_its_place(
    columns: list[str], unit: str
) -> None:
    rows = [
        ["HỘI LIÊN HIỆP PHỤ NỮ THÀNH PHỐ ĐÀ NẴNG"],
        ["LỚP TẬP HUẤN QUÝ IV NĂM 2025"],
        ["STT", *columns, "Số lớp", "Số người"],
        [1, *["Phường Hải Châu", "Kỹ năng số"][: len(columns)], 2, 90],
    ]
    assert [r["unit"] for r in records(checked(rows))] == [unit]


def test_communes_in_the_quarter_of_the_break() -> None:
    rows = [
        ["LỚP TẬP HUẤN QUÝ III NĂM 2025"],
        ["STT", "Phường/xã", "Số lớp", "Số người"],
        [1, "Hải Châu", 2, 90],
        [2, "Tam Kỳ", 1, 30],
    ]
    assert [r["unit"] for r in records(checked(rows))] == ["20242", "20341"]


@pytest.mark.parametrize("total", [230, 231])
def test_sum_rows_are_compared(total: int) -> None:
    rows = [
        ["LỚP TẬP HUẤN NĂM 2023"],
        ["Đơn vị", "Số lớp", "Số người"],
        ["Quận Hải Châu", 3, 150],
        ["Quận Thanh Khê", 2, 80],
        ["Cộng", 5, total],
    ]
    assert codes(checked(rows)) == ([] if total == 230 else ["total_row_mismatch"])


def test_rows_marked_with_roman_numerals_above_numbered_rows_are_sums() -> None:
    rows = [
        ["LỚP TẬP HUẤN NĂM 2023"],
        ["TT", "Đơn vị", "Số lớp", "Số người"],
        ["I", "Quận Hải Châu", 5, 200],
        [1, "Phường Thạch Thang", 2, 80],
        [2, "Phường Thuận Phước", 3, 125],
        ["II", "Quận Sơn Trà", 1, 40],
        [1, "Phường Mân Thái", 1, 40],
        [None, "Tổng", 6, 245],
    ]
    report = checked(rows)
    assert [(r["unit"], r["count"]) for r in records(report)] == [("492", 2), ("492", 3), ("493", 1)]
    assert issues(report) == [("total_row_mismatch", "D3")]
    alone = checked([*rows[:2], rows[2], rows[5]])
    assert [(r["unit"], r["count"]) for r in records(alone)] == [("492", 5), ("493", 1)]


def test_half_years_beside_their_quarters_are_sums() -> None:
    down = [
        ["UBND quận Hải Châu, lớp tập huấn năm 2023"],
        ["Kỳ", "Số lớp", "Số người"],
        ["Quý I", 1, 40],
        ["Quý II", 2, 80],
        ["6 tháng đầu năm", 3, 120],
        ["Cả năm", 3, 120],
    ]
    across = [
        down[0],
        ["Đối tượng", "Quý I", "Quý II", "6 tháng đầu năm"],
        ["Cha mẹ", 40, 80, 120],
    ]
    assert [r["start_date"] for r in records(checked(down))] == ["2022-12-15", "2023-03-15"]
    assert [r["attendances_total"] for r in records(checked(across))] == [40, 80]


def test_a_title_in_a_summary_stays_a_title() -> None:
    rows = [
        ["UBND quận Hải Châu – 6 THÁNG ĐẦU NĂM 2024"],
        ["Nội dung", "Số lớp", "Số người"],
        ["Tập huấn cho cha mẹ", 3, 120],
    ]
    (record,) = records(checked(rows))
    assert (record["title"], record["kind"], record["attendances"]) == (
        "Tập huấn cho cha mẹ",
        "training_class",
        {"parents": 120},
    )


def test_figures_in_text_are_figures_too() -> None:
    raw = "TT,Đơn vị,Số lớp,Số người\nI,Quận Hải Châu,5,200\nII,Quận Sơn Trà,1,40\n".encode()
    assert [r["count"] for r in records(check("tap-huan-2023.csv", raw))] == [5, 1]


def test_a_column_for_the_whole_city_is_a_sum() -> None:
    rows = [
        ["LƯỢT NGƯỜI DỰ LỚP TẬP HUẤN QUÝ II NĂM 2023"],
        ["Đối tượng", "Quận Hải Châu", "Quận Thanh Khê", "Toàn thành phố"],
        ["Cha mẹ", 100, 80, 180],
    ]
    report = checked(rows)
    assert codes(report, "error") == []
    assert [(r["unit"], r["attendances"]) for r in records(report)] == [
        ("492", {"parents": 100}),
        ("491", {"parents": 80}),
    ]


KINDS = ["Lớp tập huấn", "Buổi truyền thông"]


@pytest.mark.parametrize(
    ("above", "head", "row", "told"),
    [
        ("LƯỢT THAM GIA", ["Đơn vị", *KINDS], ["Quận Hải Châu", 72, 150], [(None, 72), (None, 150)]),
        ("SỐ HOẠT ĐỘNG", ["Đơn vị", *KINDS], ["Quận Hải Châu", 2, 3], [(2, None), (3, None)]),
        ("KẾT QUẢ", ["Đơn vị", *KINDS], ["Quận Hải Châu", 2, 3], [(2, None), (3, None)]),
        # The title counts people, and a column of its own gives them.
        ("SỐ NGƯỜI THAM GIA", ["Đơn vị", KINDS[0], "Số lượt"], ["Quận Hải Châu", 2, 90], [(2, 90)]),
        # So few are no people.
        ("LỚP TẬP HUẤN", ["Đơn vị", "Quý I", "Quý II"], ["Quận Hải Châu", 2, 3], [(2, None), (3, None)]),
        ("LỚP TẬP HUẤN", ["Đơn vị", "Quý I", "Quý II"], ["Quận Hải Châu", 60, 3], [(None, 60), (None, 3)]),
    ],
)
def test_what_figures_under_a_kind_or_period_count(
    above: str, head: list[str], row: list[object], told: list[tuple[int | None, int | None]]
) -> None:
    report = checked([[f"{above} NĂM 2023"], head, row])
    assert [(r["count"], r["attendances_total"]) for r in records(report)] == told


def test_audiences_by_kinds_count_people() -> None:
    rows = [["UBND QUẬN LIÊN CHIỂU"], ["KẾT QUẢ CHƯƠNG TRÌNH 830 QUÝ II NĂM 2023"]]
    rows += [["STT", "Đối tượng", *KINDS], [1, "Cha mẹ", 72, 150]]
    assert [(r["kind"], r["count"], r["attendances"]) for r in records(checked(rows))] == [
        ("training_class", None, {"parents": 72}),
        ("communication_session", None, {"parents": 150}),
    ]


def test_periods_below_a_heading_of_their_own() -> None:
    rows = [["UBND QUẬN LIÊN CHIỂU"], ["LƯỢT THAM GIA LỚP TẬP HUẤN"], ["STT", "Đối tượng", "Thời gian"]]
    rows += [[None, None, "Năm 2022", "Năm 2023"], [1, "Cha mẹ", 138, 156]]
    report = checked(rows, merges=["C3:D3", "A3:A4", "B3:B4"])
    assert [(r["start_date"], r["attendances"]) for r in records(report)] == [
        ("2021-12-15", {"parents": 138}),
        ("2022-12-15", {"parents": 156}),
    ]


def test_months_down_the_side_are_report_months() -> None:
    rows = [["UBND QUẬN LIÊN CHIỂU"], ["LỚP TẬP HUẤN NĂM 2022"], ["STT", "Thời gian", "Số lớp", "Cha mẹ"]]
    rows += [[1, "Tháng 1/2022", 4, 93], [2, "Tháng 2/2022", 3, 90]]
    report = checked(rows)
    assert report["tables"][0]["kind"] == "participation"
    assert [r["start_date"] for r in records(report)] == ["2021-12-15", "2022-01-15"]


TWO_ROWS = ["A2:A3", "B2:B3", "C2:E2"]


@pytest.mark.parametrize(
    ("rows", "merges", "expected"),
    [
        # A plan and a share beside what was carried out, in letters; "TH" is no training class there.
        (
            [
                ["KẾT QUẢ NĂM 2023"],
                ["STT", "Đơn vị", "Số buổi truyền thông", None, None],
                [None, None, "KH", "TH", "%"],
                [1, "Quận Hải Châu", 10, 20, 200],
            ],
            TWO_ROWS,
            [("492", "communication_session", 20, None, None)],
        ),
        # A commune in the column of units is the place of the activity.
        (
            [
                ["TRUYỀN THÔNG QUÝ III NĂM 2023"],
                ["STT", "Quận/huyện, phường/xã", "Số buổi", "Lượt người"],
                ["I", "Quận Liên Chiểu", None, None],
                [1, "Phường Hòa Minh", 2, 90],
            ],
            [],
            [("490", "communication_session", 2, 90, "Phường Hòa Minh")],
        ),
        # Beside a plan "Kết quả" counts activities; a period over one column is that of the other too.
        (
            [
                ["KẾT QUẢ TỔ CHỨC BUỔI TRUYỀN THÔNG 6 THÁNG ĐẦU NĂM 2024"],
                ["Đơn vị", "Kế hoạch năm 2024", "Kết quả 6 tháng", "% so với KH", "Lượt người"],
                ["Quận Hải Châu", 30, 12, 40, 900],
            ],
            [],
            [("492", "communication_session", 12, 900, None)],
        ),
        # The plan beside a result is no target; so few are no people. "5 lớp" counts and names no kind.
        (
            [
                ["CHỈ TIÊU VÀ KẾT QUẢ THỰC HIỆN BUỔI TRUYỀN THÔNG NĂM 2023"],
                ["Đơn vị", "Chỉ tiêu", "Thực hiện", "Tỷ lệ (%)"],
                ["Quận Hải Châu", 18, 20, 111],
            ],
            [],
            [("492", "communication_session", 20, None, None)],
        ),
        (
            [
                ["TẬP HUẤN QUÝ I/2023"],
                ["Đơn vị", "Số lớp", "Cha mẹ"],
                [None, "(lớp)", "(lượt)"],
                ["Quận Hải Châu", "5 lớp", 90],
            ],
            [],
            [("492", "training_class", 5, 90, None)],
        ),
        # "Chỉ tiêu" above words, beside a result, is what the rows of a report count.
        (
            [
                ["UBND QUẬN HẢI CHÂU"],
                ["BÁO CÁO SỐ LIỆU NĂM 2023"],
                ["TT", "Chỉ tiêu", "ĐVT", "Thực hiện"],
                [1, "Số lớp tập huấn", "Lớp", 12],
            ],
            [],
            [("492", "training_class", 12, None, None)],
        ),
        # Figures of the period below people, and those of one sort of them, are no audience.
        (
            [
                ["BUỔI TRUYỀN THÔNG THÁNG 10 NĂM 2023"],
                ["STT", "Đơn vị", "Lượt người tham dự", None, None],
                [None, None, "Trong tháng", "Lũy kế", "Trong đó: DTTS"],
                [1, "Quận Hải Châu", 90, 900, 3],
            ],
            TWO_ROWS,
            [("492", "communication_session", None, 90, None)],
        ),
        # "Cộng" before a unit's name is a sum, a number of schools no school.
        (
            [
                ["TRUYỀN THÔNG NĂM 2023"],
                ["Đơn vị", "Số buổi", "Lượt người", "Số trường tham gia"],
                ["Quận Liên Chiểu", 2, 90, 3],
                ["Cộng Liên Chiểu", 2, 90, 3],
                ["Lũy kế từ đầu chương trình", 20, 900, 30],
            ],
            [],
            [("490", "communication_session", 2, 90, None)],
        ),
        # A sum of some audiences is no total.
        (
            [
                ["TRUYỀN THÔNG NĂM 2023"],
                [
                    "Đơn vị",
                    "Số buổi",
                    "TE trong trường",
                    "TE ngoài trường",
                    "Cộng trẻ em",
                    "Cha mẹ",
                    "Tổng số",
                ],
                ["Quận Liên Chiểu", 2, 50, 30, 80, 20, 100],
            ],
            [],
            [("490", "communication_session", 2, 100, None)],
        ),
        # The sum of audiences below it is their sum; where they do not make it up they are told with it.
        (
            [
                ["UBND QUẬN HẢI CHÂU"],
                ["BÁO CÁO NĂM 2023"],
                ["TT", "Nội dung", "ĐVT", "Số liệu trong kỳ"],
                ["I", "Lớp tập huấn", None, None],
                [1, "Số lớp", "Lớp", 3],
                [2, "Số lượt người tham gia", "Lượt", 150],
                ["-", "Cha mẹ", "Lượt", 90],
                ["-", "Giáo viên", "Lượt", 60],
                ["II", "Buổi truyền thông", None, None],
                [1, "Số lượt người tham gia", "Lượt", 400],
                ["-", "Cha mẹ", "Lượt", 90],
            ],
            [],
            [
                ("492", "training_class", 3, 150, None),
                ("492", "communication_session", None, 400, None),
            ],
        ),
        # What rows count of one thing is one record; classes for others are another.
        (
            [
                ["UBND QUẬN HẢI CHÂU"],
                ["BÁO CÁO SỐ LIỆU NĂM 2023"],
                ["Chỉ tiêu", "Kết quả"],
                ["Số lớp tập huấn cho cha mẹ", 3],
                ["Số lớp tập huấn cho giáo viên", 2],
                ["Số lượt cha mẹ tham gia tập huấn", 90],
                ["Số lượt giáo viên tham gia tập huấn", 40],
            ],
            [],
            [("492", "training_class", 3, 90, None), ("492", "training_class", 2, 40, None)],
        ),
        # Classes of all stand beside those of each audience: they count once.
        (
            [
                ["TẬP HUẤN NĂM 2024"],
                ["STT", "Đơn vị", "Cha mẹ", None, "Giáo viên", None, "Tổng cộng", None],
                [None, None, *["Số lớp", "Số lượt"] * 3],
                [1, "Quận Hải Châu", 3, 90, 2, 40, 4, 130],
            ],
            ["A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:H2"],
            [("492", "training_class", 4, 130, None)],
        ),
        # So do people of all forms beside those of each form, in either order.
        *(
            (
                [
                    ["TẬP HUẤN NĂM 2024"],
                    ["STT", "Đơn vị", *heads],
                    [None, None, *["Số lớp", "Số lượt"] * 3],
                    [1, "Quận Hải Châu", *figures],
                ],
                ["A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:H2"],
                [("492", "training_class", 5, 130, None)],
            )
            for heads, figures in (
                (["Trực tiếp", None, "Trực tuyến", None, "Tổng cộng"], [3, 90, 2, 40, 5, 130]),
                (["Tổng cộng", None, "Trực tiếp", None, "Trực tuyến"], [5, 130, 3, 90, 2, 40]),
            )
        ),
        # Tables side by side that have but their units in common.
        (
            [
                ["TỔNG HỢP NĂM 2023"],
                ["LỚP TẬP HUẤN", None, None, None, "BUỔI TRUYỀN THÔNG"],
                ["Đơn vị", "Số lớp", "Lượt người", None, "Đơn vị", "Số buổi", "Lượt người"],
                ["Quận Hải Châu", 3, 90, None, "Quận Sơn Trà", 4, 400],
            ],
            [],
            [("492", "training_class", 3, 90, None), ("493", "communication_session", 4, 400, None)],
        ),
        # Nobody signs for the last unit.
        (
            [
                [None, "Sở Thông tin và Truyền thông"],
                ["KẾT QUẢ LỚP TẬP HUẤN NĂM 2024"],
                ["TT", "Đơn vị", "Số lớp", "Cha mẹ"],
                [1, "Quận Hải Châu", 3, 90],
                [2, "Huyện Hòa Vang", 2, 80],
                [None, None, None, "Đà Nẵng, ngày 10 tháng 7 năm 2024"],
                [None, None, None, "THỦ TRƯỞNG ĐƠN VỊ"],
            ],
            [],
            [("492", "training_class", 3, 90, None), ("497", "training_class", 2, 80, None)],
        ),
        # "Giá trị" beside "Chỉ tiêu" in a report is what came of it.
        (
            [
                ["BÁO CÁO SỐ LIỆU"],
                ["Đơn vị báo cáo: Quận Cẩm Lệ"],
                ["Kỳ báo cáo: Quý I/2023"],
                ["Chỉ tiêu", "Giá trị"],
                ["Số lớp tập huấn", 3],
                ["Số lượt người tham gia", 120],
            ],
            [],
            [("495", "training_class", 3, 120, None)],
        ),
        # Two labels with their values in one line above a table.
        (
            [
                ["Đơn vị báo cáo", "Quận Sơn Trà", "Kỳ báo cáo", "Quý III/2023"],
                ["Nội dung", "Số liệu"],
                ["Số lớp tập huấn", 5],
            ],
            [],
            [("493", "training_class", 5, None, None)],
        ),
        # Units across make facts of "Chỉ tiêu".
        (
            [
                ["TỔNG HỢP SỐ LIỆU NĂM 2023"],
                ["Chỉ tiêu", "Quận Hải Châu", "Quận Sơn Trà", "Tổng"],
                ["Số lớp tập huấn", 3, 4, 7],
                ["Số lượt người tham gia tập huấn", 90, 80, 170],
            ],
            [],
            [("492", "training_class", 3, 90, None), ("493", "training_class", 4, 80, None)],
        ),
        # "Không phát sinh" beside figures says nothing of what they count.
        (
            [
                ["HỘI NÔNG DÂN THÀNH PHỐ"],
                ["SỐ LIỆU QUÝ I/2024"],
                ["Loại hoạt động", "Số lượng", "Lượt người"],
                ["Lớp tập huấn", "Không phát sinh", None],
                ["Buổi truyền thông", 3, 240],
            ],
            [],
            [("HND", "training_class", 0, 0, None), ("HND", "communication_session", 3, 240, None)],
        ),
        # For whom the classes are, in the title.
        (
            [
                ["LƯỢT THAM GIA LỚP TẬP HUẤN CHO CHA MẸ NĂM 2023"],
                ["Đơn vị", "6 tháng đầu năm", "6 tháng cuối năm"],
                ["Quận Hải Châu", 320, 129],
            ],
            [],
            [("492", "training_class", None, 320, None), ("492", "training_class", None, 129, None)],
        ),
        # A ward by its type is a place, whatever the heading.
        (
            [
                ["UBND HUYỆN HÒA VANG"],
                ["TẬP HUẤN NĂM 2022"],
                ["Đơn vị", "Số lớp", "Cha mẹ"],
                ["Xã Hòa Bắc", 3, 90],
                ["Xã Hòa Liên", 2, 80],
            ],
            [],
            [("497", "training_class", 3, 90, "Xã Hòa Bắc"), ("497", "training_class", 2, 80, "Xã Hòa Liên")],
        ),
        # Days of whole quarters are those of a summary.
        (
            [
                ["TẬP HUẤN"],
                ["Đơn vị", "Từ ngày", "Đến ngày", "Số lớp", "Cha mẹ"],
                ["Quận Hải Châu", "1/1/2023", "31/3/2023", 3, 90],
            ],
            [],
            [("492", "training_class", 3, 90, None)],
        ),
        # Beside a sum of people "Số lượng" counts activities, however large.
        (
            [
                ["Đơn vị", "Kỳ báo cáo", "Loại hoạt động", "Số lượng", "Cha mẹ", "Học sinh", "Tổng cộng"],
                ["Quận Hải Châu", "Quý II/2023", "Lớp tập huấn", 14, None, None, 500],
            ],
            [],
            [("492", "training_class", 14, 500, None)],
        ),
        # All people cannot be fewer than those of one audience.
        (
            [
                ["Đơn vị", "Kỳ báo cáo", "Loại hoạt động", "SL", "Cha mẹ", "Học sinh"],
                ["Quận Hải Châu", "Quý II/2023", "Lớp tập huấn", 14, 300, 200],
            ],
            [],
            [("492", "training_class", 14, 500, None)],
        ),
        # Beside nothing but kinds stand the numbers of their activities.
        (
            [
                ["Đơn vị: UBND quận Hải Châu"],
                ["KẾT QUẢ NĂM 2023"],
                ["Loại hoạt động", "Quý I", "Quý II"],
                ["Lớp tập huấn", 14, None],
                ["Buổi truyền thông", None, 12],
            ],
            [],
            [
                ("492", "training_class", 14, None, None),
                ("492", "communication_session", 12, None, None),
            ],
        ),
        # "Chỉ tiêu" above facts with their parts; a long name of a body across.
        (
            [
                ["LỚP TẬP HUẤN QUÝ II NĂM 2023"],
                ["Chỉ tiêu", "Hội Liên hiệp Phụ nữ thành phố", "Thành đoàn"],
                ["Số lớp", 5, 2],
                ["Số lượt người", 250, 90],
                ["Trong đó: nữ", 200, 40],
            ],
            [],
            [("HLHPN", "training_class", 5, 250, None), ("TD", "training_class", 2, 90, None)],
        ),
        # Signatures are none of the rows that say what they count.
        (
            [
                ["UBND QUẬN SƠN TRÀ - QUÝ II NĂM 2023"],
                ["STT", "Nội dung", "Số liệu"],
                [1, "Số lớp tập huấn", 5],
                [2, "Số lượt người", 250],
                [None, "- Nữ", 120],
                [],
                [None, "NGƯỜI LẬP BIỂU"],
                [None, "(Ký, ghi rõ họ tên)"],
                [None, "Trần Thị Minh Hạnh"],
            ],
            [],
            [("493", "training_class", 5, 250, None)],
        ),
        # The names of what stands at the side in a row of their own, as a program writes a pivot.
        (
            [
                ["Loại: lớp tập huấn"],
                [None, "Số lớp", None, "Lượt người", None],
                ["Kỳ báo cáo", "Quý I/2023", "Quý II/2023", "Quý I/2023", "Quý II/2023"],
                ["Đơn vị"],
                ["Quận Hải Châu", 3, 4, 90, 120],
            ],
            ["B2:C2", "D2:E2"],
            [("492", "training_class", 3, 90, None), ("492", "training_class", 4, 120, None)],
        ),
        # "TH tháng" beside a running sum, the plan standing in another group.
        (
            [
                ["TIẾN ĐỘ TỔ CHỨC TẬP HUẤN QUÝ II/2023"],
                ["Đơn vị", "Số lớp", None, None, "Lượt người", None],
                [None, "KH năm", "TH quý", "Lũy kế", "TH quý", "Lũy kế"],
                ["Quận Hải Châu", 30, 4, 9, 120, 300],
            ],
            ["A2:A3", "B2:D2", "E2:F2"],
            [("492", "training_class", 4, 120, None)],
        ),
        # One heading for what stands at the side and across.
        (
            [
                ["SỐ LỚP TẬP HUẤN NĂM 2023"],
                ["Đơn vị \\ Kỳ", "Quý I", "Quý II"],
                ["Quận Hải Châu", 3, 4],
            ],
            [],
            [("492", "training_class", 3, None, None), ("492", "training_class", 4, None, None)],
        ),
        # Beside audiences "Tổng cộng" sums people, under a title of classes too.
        (
            [
                ["LỚP TẬP HUẤN QUÝ II NĂM 2023"],
                ["Đơn vị", "Cha mẹ", "Học sinh", "Tổng cộng"],
                ["Quận Hải Châu", 30, 40, 70],
            ],
            [],
            [("492", "training_class", None, 70, None)],
        ),
        # Facts down the side of audiences; their sum is none of them.
        (
            [
                ["UBND QUẬN CẨM LỆ"],
                ["TẬP HUẤN QUÝ II NĂM 2023"],
                ["Nội dung", "Cha mẹ", "Giáo viên", "Tổng cộng"],
                ["Số lớp", 3, 1, 4],
                ["Số lượt người", 90, 25, 115],
                ["Trong đó nữ", 60, 20, 80],
            ],
            [],
            [("495", "training_class", 4, 115, None)],
        ),
        # Rows that say what they count, below a heading nobody knows; a unit of measure beside them is none.
        (
            [
                ["UBND QUẬN CẨM LỆ - TẬP HUẤN QUÝ II NĂM 2023"],
                ["STT", "Khoản", "ĐVT", "Số liệu"],
                [1, "Số lớp", "lớp", 3],
                [2, "Số lượt người tham gia", "lượt", 90],
                [None, "Trong đó: nữ", "lượt", 40],
            ],
            [],
            [("495", "training_class", 3, 90, None)],
        ),
        # The classes of one form are among all; so are those for an audience, before the people are counted.
        (
            [
                ["TẬP HUẤN QUÝ II NĂM 2023"],
                ["Đơn vị", "Số lớp", "Số lớp tập huấn trực tuyến", "Trong đó: cha mẹ", "Lượt người"],
                ["Quận Hải Châu", 5, 2, 1, "200 (nữ: 120)"],
            ],
            [],
            [("492", "training_class", 5, 200, None)],
        ),
        # Classes held in person and online, without their sum.
        (
            [
                ["TẬP HUẤN QUÝ II NĂM 2023"],
                ["Đơn vị", "Số lớp trực tiếp", "Số lớp trực tuyến", "Lượt người"],
                ["Quận Hải Châu", 5, 2, 200],
            ],
            [],
            [("492", "training_class", 7, 200, None)],
        ),
        # Where it was held does not change what is counted.
        (
            [
                ["KẾT QUẢ QUÝ II NĂM 2023"],
                ["Nội dung", "Quận Sơn Trà", "Quận Cẩm Lệ"],
                ["Số buổi truyền thông tại trường học", 3, 4],
                ["Số lượt học sinh dự truyền thông", 300, 400],
            ],
            [],
            [
                ("493", "communication_session", 3, 300, None),
                ("495", "communication_session", 4, 400, None),
            ],
        ),
        # Facts down the side of kinds.
        (
            [
                ["UBND QUẬN CẨM LỆ - QUÝ II NĂM 2023"],
                ["Nội dung", "Lớp tập huấn", "Buổi truyền thông"],
                ["Số lượng", 5, 3],
                ["Lượt người", 200, 500],
            ],
            [],
            [
                ("495", "training_class", 5, 200, None),
                ("495", "communication_session", 3, 500, None),
            ],
        ),
        # The unit of measure says what a row counts whose words do not.
        (
            [
                ["UBND QUẬN CẨM LỆ - QUÝ II NĂM 2023"],
                ["STT", "Nội dung", "ĐVT", "Số lượng"],
                [1, "Tập huấn cho cha mẹ", "lớp", 5],
                [2, "Số người tham gia", "người", 300],
            ],
            [],
            [("495", "training_class", 5, 300, None)],
        ),
        # The sum of a kind's people is of that kind's audiences, no sum of some of all, and counts no activities.
        (
            [
                ["NĂM 2023"],
                ["Đơn vị", "Lớp tập huấn", None, None, "Buổi truyền thông", None, None],
                [None, *["Cha mẹ", "Khác", "Cộng"] * 2],
                ["Quận Hải Châu", 20, 30, 60, 100, 50, 150],
            ],
            ["A2:A3", "B2:D2", "E2:G2"],
            [("492", "training_class", None, 60, None), ("492", "communication_session", None, 150, None)],
        ),
        # What is counted, once more below each heading, where a program knows no merged cells.
        (
            [
                ["NĂM 2023"],
                ["Đơn vị", "Lớp tập huấn", None, "Buổi truyền thông", None],
                [None, *["6 tháng đầu năm", "6 tháng cuối năm"] * 2],
                [None, "Số lớp", "Số lớp", "Số buổi", "Số buổi"],
                ["Quận Hải Châu", 2, 3, 4, 5],
            ],
            [],
            [
                ("492", kind, n, None, None)
                for n, kind in enumerate(["training_class"] * 2 + ["communication_session"] * 2, 2)
            ],
        ),
        (
            [
                ["LỚP TẬP HUẤN 2023"],
                ["Đơn vị", "Quý I", "Quý II"],
                [None, "Số lớp", "Số lớp"],
                ["Quận Hải Châu", 2, 3],
            ],
            [],
            [("492", "training_class", 2, None, None), ("492", "training_class", 3, None, None)],
        ),
        # For whom, by the title alone; of whom, below the kinds of activities or above them.
        (
            [
                ["SỐ LƯỢT NGƯỜI THAM GIA BUỔI TRUYỀN THÔNG CHO GIÁO VIÊN NĂM 2022"],
                ["Đơn vị", "Lượt"],
                ["Quận Hải Châu", 90],
            ],
            [],
            [("492", "communication_session", None, 90, None)],
        ),
        (
            [
                ["LƯỢT NGƯỜI THAM GIA NĂM 2022"],
                ["Đơn vị", "Học sinh", None, "Cha mẹ", None],
                [None, *["Lớp tập huấn", "Truyền thông"] * 2],
                ["Quận Hải Châu", 80, 300, 60, 200],
            ],
            ["A2:A3", "B2:C2", "D2:E2"],
            [("492", "training_class", None, 140, None), ("492", "communication_session", None, 500, None)],
        ),
        # Units below years, and people below both, where a program knows no merged cells.
        (
            [
                ["SỐ LƯỢT NGƯỜI THAM GIA"],
                ["Loại hoạt động", "Năm 2022", None, "Năm 2023"],
                [None, *["Quận Hải Châu", "Quận Sơn Trà"] * 2],
                [None, *["Lượt người"] * 4],
                ["Lớp tập huấn", 75, 90, 80, 60],
            ],
            [],
            [
                ("492", "training_class", None, 75, None),
                ("493", "training_class", None, 90, None),
                ("492", "training_class", None, 80, None),
                ("493", "training_class", None, 60, None),
            ],
        ),
        # Months that are only counted, where the title says what is told.
        (
            [
                ["SỐ BUỔI TRUYỀN THÔNG THEO THÁNG NĂM 2023"],
                ["STT", "Đơn vị", 1, 2, 3],
                [1, "Quận Cẩm Lệ", 4, 0, 7],
            ],
            [],
            [("495", "communication_session", n, None, None) for n in (4, 0, 7)],
        ),
        # The sum of people below their heading leaves the amount beside it to the classes.
        (
            [
                ["LỚP TẬP HUẤN NĂM 2024"],
                ["Đơn vị", "Số lượng", "Lượt người tham gia", None],
                [None, None, "Tổng số", "Trong đó: nữ"],
                ["Quận Hải Châu", 12, 400, 160],
            ],
            ["A2:A3", "B2:B3", "C2:D2"],
            [("492", "training_class", 12, 400, None)],
        ),
        (
            [
                ["LỚP TẬP HUẤN NĂM 2024"],
                ["Đơn vị", "Số lượng", "Cha mẹ", "Cộng"],
                ["Quận Sơn Trà", "Chưa báo cáo", None, None],
                ["Quận Hải Châu", 12, 400, 400],
            ],
            [],
            [("492", "training_class", 12, 400, None)],
        ),
        # Few classes for one audience are no people of it.
        (
            [
                ["KẾT QUẢ NĂM 2023"],
                ["Đơn vị", "Số lớp tập huấn", "Lớp cho cha mẹ", "Lượt người"],
                ["Quận Hải Châu", 6, 4, 300],
            ],
            [],
            [("492", "training_class", 6, 300, None)],
        ),
        # Two numbers in a cell: activities and people, people and the women among them.
        (
            [
                ["TẬP HUẤN NĂM 2023"],
                ["STT", "Đơn vị", "Kết quả (lớp/lượt)"],
                [1, "Quận Hải Châu", "02 lớp/90 lượt"],
            ],
            [],
            [("492", "training_class", 2, 90, None)],
        ),
        (
            [["TẬP HUẤN NĂM 2023"], ["Đơn vị", "Số lớp", "Số người (nữ)"], ["Quận Hải Châu", 2, "90 (40)"]],
            [],
            [("492", "training_class", 2, 90, None)],
        ),
        # What is more or less than before is no figure of the report.
        (
            [
                ["TẬP HUẤN"],
                ["Đơn vị", "Lượt người", None, None],
                [None, "Năm 2022", "Năm 2023", "Tăng/giảm"],
                ["Quận Hải Châu", 300, 400, 100],
            ],
            ["A2:A3", "B2:D2"],
            [("492", "training_class", None, 300, None), ("492", "training_class", None, 400, None)],
        ),
    ],
)
def test_summaries_as_offices_send_them(
    rows: list[list[object]], merges: list[str], expected: list[tuple[object, ...]]
) -> None:
    report = checked(rows, merges=merges)
    assert codes(report, "error") == []
    told = ("unit", "kind", "count", "attendances_total", "ward")
    assert [tuple(r[name] for name in told) for r in records(report)] == expected
    if "CHO GIÁO VIÊN" in str(rows):
        assert records(report)[0]["attendances"] == {"teachers": 90}


def test_what_a_summary_does_not_tell_stays_unknown() -> None:
    rows = [
        ["TẬP HUẤN QUÝ II/2023"],
        ["Đơn vị", "Số lớp", "Cha mẹ", "Học sinh"],
        ["Quận Hải Châu", 3, 90, "chưa báo cáo"],
        ["Quận Cẩm Lệ", 3, 90, None],
        ["Quận Sơn Trà", "Không có"],
        ["Quận Thanh Khê", "Không tổ chức"],
    ]
    found = records(checked(rows))
    assert [(r["unit"], r["count"], r["attendances_total"], r["basis"]) for r in found] == [
        ("492", 3, None, "summary"),
        ("495", 3, 90, "summary"),
        ("493", 0, 0, "declared_zero"),
        ("491", 0, 0, "declared_zero"),
    ]


def test_sums_of_audiences_above_their_numbered_parts() -> None:
    rows = [
        ["UBND QUẬN CẨM LỆ - TẬP HUẤN QUÝ II NĂM 2023"],
        ["STT", "Đối tượng", "Số lượt người", "Nữ"],
        ["1", "Trẻ em", 90, 50],
        ["1.1", "Trẻ em trong trường học", 60, 30],
        ["1.2", "Trẻ em ngoài trường học", 30, 20],
        ["2", "Cha mẹ", 40, 30],
        [None, "Tổng cộng", 130, 80],
    ]
    report = checked(rows)
    assert report["issues"] == []
    assert [r["attendances"] for r in records(report)] == [
        {"children_in_school": 60},
        {"children_out_of_school": 30},
        {"parents": 40},
    ]


def test_a_unit_that_is_missing_is_not_the_one_above() -> None:
    """Nothing tells two rows of one unit apart here; beside kinds a unit is written once for its rows."""
    rows = [
        ["TẬP HUẤN QUÝ II/2023"],
        ["Đơn vị", "Số lớp"],
        ["Quận Hải Châu", 3],
        [None, 4],
        ["Quận Cẩm Lệ", 5],
    ]
    report = checked(rows)
    assert issues(report) == [("required_missing", "A4")]
    assert [r["unit"] for r in records(report)] == ["492", "495"]


def test_items_that_are_periods_or_units_are_read_as_such() -> None:
    head = ["Nội dung", "Số lớp", "Lượt người"]
    quarters = [["UBND QUẬN HẢI CHÂU"], ["TẬP HUẤN NĂM 2023"], head, ["Quý I", 5, 200], ["Quý II", 3, 90]]
    found = records(checked(quarters))
    assert [(r["start_date"], r["count"]) for r in found] == [("2022-12-15", 5), (Q2[0], 3)]
    units = [["TẬP HUẤN QUÝ II NĂM 2023"], head, ["Quận Hải Châu", 5, 200], ["Quận Cẩm Lệ", 3, 90]]
    assert [(r["unit"], r["count"]) for r in records(checked(units))] == [("492", 5), ("495", 3)]


def test_a_cell_of_two_audiences_tells_no_numbers_of_either() -> None:
    rows = [["UBND QUẬN CẨM LỆ - TẬP HUẤN QUÝ II/2023"], ["Đối tượng", "Số lớp", "Số lượt"]]
    found = records(checked([*rows, ["Cha mẹ, giáo viên", 5, 200], ["Cha mẹ, người chăm sóc trẻ", 3, 90]]))
    assert [(r["attendances"], r["attendances_total"]) for r in found] == [({}, 200), ({"parents": 90}, 90)]


def test_ticked_audiences_of_a_summary() -> None:
    """One of them has all the people; of two, nobody knows the parts."""
    rows = [
        ["TẬP HUẤN QUÝ II/2023"],
        ["Đơn vị", "Số lớp", "Cha mẹ", "Học sinh", "Lượt người"],
        ["Quận Hải Châu", 3, "x", None, 90],
        ["Quận Cẩm Lệ", 3, "x", "x", 80],
    ]
    found = records(checked(rows))
    assert [(r["attendances"], r["attendances_total"]) for r in found] == [({"parents": 90}, 90), ({}, 80)]


def test_a_thousand_columns_are_read_in_time() -> None:
    periods = [f"Quý {quarter}/{year}" for year in (2022, 2023) for quarter in (1, 2, 3, 4)] * 125
    rows = [["SỐ BUỔI TRUYỀN THÔNG"], ["STT", "Đơn vị", *periods], [1, "Quận Hải Châu", *[3] * 1000]]
    assert check("a.xlsx", xlsx_of_writer(rows))["status"] == "ready"


@pytest.mark.parametrize(
    ("heading", "cell", "found"),
    [
        ("Cả năm", 95, []),
        ("Cả năm", None, []),
        ("Cả năm", 100, [("total_mismatch", "D4")]),
        ("Lũy kế", 300, [("unused_column", "D3")]),
        ("Kế hoạch năm", 120, [("unused_column", "D3")]),
    ],
)
def test_a_column_that_sums_the_periods_beside_it_is_held_against_them(
    heading: str, cell: object, found: list[tuple[str, str]]
) -> None:
    rows = [
        ["UBND HUYỆN HÒA VANG"],
        ["LƯỢT NGƯỜI DỰ LỚP TẬP HUẤN NĂM 2023"],
        ["Đối tượng", "Quý I", "Quý II", heading],
    ]
    report = checked([*rows, ["Cha mẹ", 40, 55, cell]])
    assert issues(report) == found
    assert [r["attendances"] for r in records(report)] == [{"parents": 40}, {"parents": 55}]


_SIDE = ["UBND QUẬN SƠN TRÀ"], ["KẾT QUẢ NĂM 2023"]
_Q1, _Q2, _YEAR = ("2022-12-15", "2023-03-14"), ("2023-03-15", "2023-06-14"), ("2022-12-15", "2023-12-14")


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (  # "Quý" begins the name of a fund too
            [*_SIDE, ["Thời gian", "Số lớp tập huấn"], ["Quý I", 2], ["Quý II", 3]],
            [(*_Q1, 2, {}, None), (*_Q2, 3, {}, None)],
        ),
        (  # what is counted at the side is not what "Lượt" counts
            [
                *_SIDE,
                ["Loại hoạt động", "Quý I", None, "Quý II", None],
                [None, "Số lượng", "Lượt", "Số lượng", "Lượt"],
                ["Số lớp tập huấn", 2, 80, 3, 120],
            ],
            [(*_Q1, 2, {}, 80), (*_Q2, 3, {}, 120)],
        ),
        (  # a plan, and what was carried out in the half-year
            [_SIDE[0], ["LỚP TẬP HUẤN NĂM 2023"], ["Phường", "KH 2023 (lớp)", "Thực hiện quý I (lớp)", "Số lượt"], ["Mân Thái", 9, 4, 160]],
            [(*_Q1, 4, {}, 160)],
        ),
        (  # the classes of one audience, and its people right behind them
            [
                *_SIDE,
                ["Phường", "Số lớp cho cha mẹ", "Số lượt", "Số lớp cho trẻ em ngoài trường học", "Số lượt trẻ em"],
                ["Mân Thái", 2, 80, 3, 90],
            ],
            [(*_YEAR, 5, {"parents": 80, "children_out_of_school": 90}, 170)],
        ),
        ([*_SIDE, ["Nội dung", "Số lượng"], ["Tổ chức lớp tập huấn", 5]], [(*_YEAR, 5, {}, None)]),
        ([*_SIDE, ["Loại hoạt động", "Quý I/2023"], ["Số lớp tập huấn", 5]], [(*_Q1, 5, {}, None)]),
        (
            [*_SIDE, ["Nội dung", "Quý I", "Quý II"], ["Tập huấn (lớp)", 2, 3], ["Tập huấn (lượt)", 80, 90]],
            [(*_Q1, 2, {}, 80), (*_Q2, 3, {}, 90)],
        ),
        (
            [*_SIDE, ["Hoạt động", "Kế hoạch", "Thực hiện", "Lượt người"], ["Lớp tập huấn", 15, 14, 700]],
            [(*_YEAR, 14, {}, 700)],
        ),
        (  # rows of the plan and of shares below the report's own
            [
                *_SIDE,
                ["Quý", "Số lớp tập huấn"],
                ["Quý I", 2],
                ["Tổng giai đoạn", 2],
                ["Kế hoạch năm", 3],
                ["Đạt tỷ lệ (%)", 67],
            ],
            [(*_Q1, 2, {}, None)],
        ),
        (  # a pivot table
            [*_SIDE, ["Nhãn Hàng", "Quý I", "Quý II", "Tổng Cuối"], ["Số lớp tập huấn", 2, 3, 5], ["Tổng Cuối", 2, 3, 5]],
            [(*_Q1, 2, {}, None), (*_Q2, 3, {}, None)],
        ),
        ([*_SIDE, ["Kỳ BC", "Số lớp tập huấn"], ["Q1/2023", 2]], [(*_Q1, 2, {}, None)]),
        (  # units head groups of kinds
            [
                ["NĂM 2023"],
                ["STT", "Nội dung", "Số lượng", "Số lượt"],
                [1, "Q. Sơn Trà"],
                ["-", "Lớp tập huấn", 2, 80],
                ["-", "Buổi truyền thông", 3, 900],
            ],
            [(*_YEAR, 2, {}, 80), (*_YEAR, 3, {}, 900)],
        ),
        ([*_SIDE, ["Quý", "Số lớp tập huấn"], ["I/2023", 2], ["II/2023", 3]], [(*_Q1, 2, {}, None), (*_Q2, 3, {}, None)]),
        (
            [*_SIDE, ["Đợt gửi", "Số lớp tập huấn", "Bình quân người/lớp"], ["Quý I", 2, 40.5], ["Quý II", 3, 30.1]],
            [(*_Q1, 2, {}, None), (*_Q2, 3, {}, None)],
        ),
        (
            [
                *_SIDE,
                ["Phường", "Tổng số hoạt động", "Lớp tập huấn", "Buổi truyền thông"],
                ["Mân Thái", 5, 2, 3],
                ["Thọ Quang", 3, 1, 2],
            ],
            [(*_YEAR, n, {}, None) for n in (2, 3, 1, 2)],
        ),
        (  # nothing but kinds below "Nội dung"
            [
                *_SIDE,
                ["Nội dung", "Kế hoạch", "Thực hiện", "Số người"],
                ["I. Quý I"],
                ["Các lớp tập huấn", 11, 10, 460],
                ["Hội thi, cuộc thi", 1, 1, 300],
            ],
            [(*_Q1, 10, {}, 460), (*_Q1, 1, {}, 300)],
        ),
        (  # the heading of a group right below the headings
            [*_SIDE, ["Phường", "Số lớp", "Số lượt"], ["I. Lớp tập huấn"], ["Mân Thái", 2, 80], ["Cộng", 2, 80]],
            [(*_YEAR, 2, {}, 80)],
        ),
        (  # a line of activities with the people of audiences beside it is no line of a report form
            [*_SIDE, ["Hoạt động", "Số lượng", "Cha mẹ", "Học sinh"], ["Lớp tập huấn", 3, 80, 30]],
            [(*_YEAR, 3, {"parents": 80, "children_in_school": 30}, 110)],
        ),
        (  # facts below audiences
            [*_SIDE, ["Chỉ tiêu", "Cha mẹ", "Giáo viên"], ["Số lớp tập huấn", 2, 1], ["Số lượt dự tập huấn", 80, 30]],
            [(*_YEAR, 3, {"parents": 80, "teachers": 30}, 110)],
        ),
        (  # months as numbers
            [
                *_SIDE,
                ["Loại hoạt động", "Tháng", None, "Cộng"],
                [None, 1, 2, None],
                ["Số lớp tập huấn", 2, 3, 5],
            ],
            [("2022-12-15", "2023-01-14", 2, {}, None), ("2023-01-15", "2023-02-14", 3, {}, None)],
        ),
        (  # months as days, which "T1/2023" becomes
            [
                *_SIDE,
                ["Loại hoạt động", datetime.date(2023, 1, 1), datetime.date(2023, 2, 1)],
                ["Số lớp tập huấn", 2, 3],
            ],
            [("2022-12-15", "2023-01-14", 2, {}, None), ("2023-01-15", "2023-02-14", 3, {}, None)],
        ),
        (  # neither activities nor people
            [
                *_SIDE,
                ["Nội dung", "ĐVT", "Quý I", "Quý II"],
                ["Số lớp tập huấn", "lớp", 2, 3],
                ["Bài trên trang thông tin", "bài", 30, 40],
                ["Số tờ rơi đã phát", None, 500, 900],
            ],
            [(*_Q1, 2, {}, None), (*_Q2, 3, {}, None)],
        ),
        (
            [
                ["UBND QUẬN SƠN TRÀ"],
                ["KẾ HOẠCH, THỰC HIỆN LỚP TẬP HUẤN NĂM 2023"],
                ["Phường", "KH năm (lớp)", "TH quý I (lớp)", "Ước TH năm (lớp)"],
                ["Mân Thái", 9, 2, 10],
            ],
            [(*_Q1, 2, {}, None)],
        ),
        (
            [*_SIDE, ["Nội dung", "15/12/2022 - 14/3/2023", "15/3/2023 - 14/6/2023"], ["Số lớp tập huấn", 2, 3]],
            [(*_Q1, 2, {}, None), (*_Q2, 3, {}, None)],
        ),
        (
            [*_SIDE, ["Hoạt động", "Đối tượng", "Quý I", "Quý II"], ["Số lượt dự lớp tập huấn", "Cha mẹ", 80, 90]],
            [(*_Q1, None, {"parents": 80}, 80), (*_Q2, None, {"parents": 90}, 90)],
        ),
        # The sum of the people of two kinds is of neither.
        (
            [*_SIDE, ["Đối tượng", "Tập huấn", "Truyền thông", "Tổng cộng"], ["Cha mẹ", 60, 240, 300]],
            [(*_YEAR, None, {"parents": n}, n) for n in (60, 240)],
        ),
        # Classes and people, no classes of pupils; pupils of schools in each month, no list of schools.
        (
            [["TẬP HUẤN 2023"], ["Đơn vị", "Quý I (số lớp/lượt người)"], ["Quận Sơn Trà", "1/45"]],
            [(*_Q1, 1, {}, 45)],
        ),
        (
            [
                ["UBND QUẬN SƠN TRÀ"],
                ["SỐ HỌC SINH DỰ BUỔI TRUYỀN THÔNG NĂM 2023"],
                ["Trường", "Quý I", "Quý II"],
                ["TH Âu Cơ", 300, 310],
            ],
            [(*q, None, {"children_in_school": n}, n) for q, n in ((_Q1, 300), (_Q2, 310))],
        ),
        (
            [*_SIDE, ["Đối tượng tham gia tập huấn", "Số lượt"], ["Cha mẹ", 250], ["Giáo viên", 30]],
            [(*_YEAR, None, {"parents": 250}, 250), (*_YEAR, None, {"teachers": 30}, 30)],
        ),
        (
            [
                ["TỔNG HỢP LỚP TẬP HUẤN NĂM 2023"],
                ["STT", "Đơn vị", "Số lớp", "Lượt người"],
                ["A", "KHỐI SỞ, BAN, NGÀNH", 5, 280],
                [1, "Sở GD&ĐT", 3, 180],
                [2, "Công an thành phố", 2, 100],
                ["B", "KHỐI QUẬN, HUYỆN", 4, 200],
                [1, "Quận Hải Châu", 4, 200],
            ],
            [(*_YEAR, n, {}, people) for n, people in ((3, 180), (2, 100), (4, 200))],
        ),
        (
            [
                ["(Kèm theo Báo cáo số 12/BC-UBND ngày 10 tháng 12 năm 2023 của UBND quận Sơn Trà)"],
                ["Nội dung", "Quý I/2023", "Quý II/2023"],
                ["Số lớp tập huấn", 2, 3],
            ],
            [(*_Q1, 2, {}, None), (*_Q2, 3, {}, None)],
        ),
    ],
)  # fmt: skip
def test_what_stands_at_the_side_beside_and_above(rows: list[list[object]], found: list[tuple]) -> None:
    report = checked(rows, sheet="TH")
    assert report["status"] == "ready"
    assert [
        (r["start_date"], r["end_date"], r["count"], r["attendances"], r["attendances_total"])
        for r in records(report)
    ] == found


def test_people_of_two_kinds_together_are_of_neither() -> None:
    rows = [*_SIDE, ["Phường", "Số lớp tập huấn", "Số buổi truyền thông", "Tổng số lượt"]]
    report = check("lop-tap-huan.xlsx", xlsx_of_writer([*rows, ["Mân Thái", 2, 3, 900]]))
    assert codes(report) == ["kind_unknown"]
    assert [(r["count"], r["attendances_total"]) for r in records(report)] == [(2, None), (3, None)]


@pytest.mark.parametrize("named", ["Ủy ban MTTQ Việt Nam thành phố", "Sở Giáo dục và Đào tạo"])
def test_names_of_bodies_above_figures_name_no_kind(named: str) -> None:
    rows = [["LƯỢT NGƯỜI DỰ BUỔI TRUYỀN THÔNG NĂM 2023"], ["Đối tượng", named, "Sở Y tế", "Cộng"]]
    report = checked([*rows, ["Cán bộ, giáo viên", 80, 90, 170], ["Cha mẹ", 10, 20, 30]])
    assert report["issues"] == []
    assert {r["kind"] for r in records(report)} == {"communication_session"}
    assert [r["attendances"] for r in records(report)][:2] == [{"teachers": 80}, {"teachers": 90}]


def test_words_of_no_unit_among_the_headings_of_units_are_asked_about() -> None:
    rows = [["BUỔI TRUYỀN THÔNG NĂM 2023"], ["Kỳ", "Sở Y tế", None, "Tổ công nghệ", None, "Thành đoàn", None]]
    rows += [[None, *["Số buổi", "Số lượt"] * 3], ["Quý I", 2, 300, 3, 400, 4, 500]]
    report = checked(rows, merges=["A2:A3", "B2:C2", "D2:E2", "F2:G2"])
    assert issues(report) == [("unit_unknown", "D2")]
    assert [r["unit"] for r in records(report)] == ["SO-YT", "TD"]


def test_sheets_of_units_beside_each_other_say_nothing_of_one_another() -> None:
    head, row = ["Loại hoạt động", "Số lượng", "Số lượt"], ["Lớp tập huấn", 2, 80]
    sheets = {
        "Sở Y tế": [["SỞ Y TẾ"], ["NĂM 2023"], head, row],
        "Thành đoàn": [["(Kèm theo Báo cáo số 9/BC-STTTT)"], ["NĂM 2023"], head, row],
        "Tổ công nghệ": [["NĂM 2023"], head, row],
    }
    report = check("a.xlsx", xlsx(sheets))
    assert [r["unit"] for r in records(report)] == ["SO-YT", "TD"]
    assert [i["code"] for i in report["issues"]] == ["required_missing"]


@pytest.mark.parametrize("year", [["Năm", 2023], ["Đợt", None]])
def test_a_year_told_as_a_whole_in_every_row_is_no_sum(year: list[object]) -> None:
    rows = [["TỔNG HỢP CÁC LỚP TẬP HUẤN NĂM 2023"], ["Đơn vị", year[0], "Kỳ báo cáo", "Số lớp", "Lượt người"]]
    rows += [["Quận Sơn Trà", year[1], "Cả năm", 3, 150], ["Quận Hải Châu", year[1], "Cả năm", 2, 90]]
    found = records(checked(rows))
    assert [(r["count"], r["start_date"], r["end_date"]) for r in found] == [
        (3, "2022-12-15", "2023-12-14"),
        (2, "2022-12-15", "2023-12-14"),
    ]


def test_people_of_audiences_behind_a_count_are_more_than_it() -> None:
    rows = [
        ["TỔNG HỢP TẬP HUẤN QUÝ I/2023"],
        ["Đơn vị", "Số lớp", "Trong đó chia theo đối tượng", None, "Số người tham gia"],
        [None, None, "HS", "GV", None],
        ["Quận Sơn Trà", 11, 771, 789, 1560],
    ]
    (record,) = records(checked(rows, merges=["A2:A3", "B2:B3", "C2:D2", "E2:E3"]))
    assert record["attendances"] == {"children_in_school": 771, "teachers": 789}


def test_audiences_below_an_unknown_heading_are_told_by_most_of_them() -> None:
    rows = [
        ["Đơn vị: Quận Sơn Trà"],
        ["SỐ LƯỢT NGƯỜI THAM GIA CUỘC THI NĂM 2024"],
        ["Học viên là", "Quý I", "Quý II"],
    ]
    rows += [["Trẻ em không đến lớp", 57, 656], ["GV, CBQL", 408, 520], ["Cha mẹ", 10, 20]]
    found = records(checked(rows))
    assert [(r["kind"], *r["attendances"]) for r in found[:3:2]] == [
        ("contest", "children_out_of_school"),
        ("contest", "teachers"),
    ]


def test_unknown_people_with_their_measure_are_asked_about() -> None:
    rows = [
        ["LỚP TẬP HUẤN QUÝ I/2024"],
        ["Đơn vị", "Số lượt người", None, None],
        [None, "Tín đồ (người)", "GV (người)", "Tổng (người)"],
    ]
    report = checked([*rows, ["Quận Sơn Trà", 60, 40, 100]], merges=["A2:A3", "B2:D2"])
    assert "audience_unknown" in codes(report)


def test_the_agency_that_gathers_is_not_the_unit_of_rows_that_name_theirs() -> None:
    rows = [
        ["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"],
        ["LỚP TẬP HUẤN QUÝ I/2024"],
        ["Thuộc cấp quận, huyện", "Số lớp", "Lượt người"],
    ]
    rows += [["Q.LIÊN CHIỂU", 2, 90], ["Sở GD-ĐT", 3, 120]]
    assert [r["unit"] for r in records(checked(rows))] == ["490", "SO-GDDT"]


def test_kinds_below_a_title_of_people_are_no_numbers_of_classes() -> None:
    rows = [["Lượt người tham gia hoạt động năm 2024"], ["STT", "Loại hoạt động", "Quý I", "Quý II"]]
    report = checked(
        [["UBND QUẬN SƠN TRÀ"], *rows, [1, "Lớp tập huấn", 214, 273], [2, "Buổi truyền thông", 23, 297]]
    )
    assert [(r["count"], r["attendances_total"]) for r in records(report)] == [
        (None, 214), (None, 273), (None, 23), (None, 297),
    ]  # fmt: skip


def test_people_of_audiences_by_months_in_words_are_sums() -> None:
    head = ["Đơn vị", "Thời gian", "Loại hình", "Học sinh", "Cha mẹ"]
    rows = [["Quận Sơn Trà", f"Tháng {m}", "Lớp tập huấn", 235, 76] for m in (1, 2)]
    report = checked([["LƯỢT NGƯỜI THAM GIA HOẠT ĐỘNG NĂM 2023"], head, *rows])
    assert [(r["basis"], r["count"], r["start_date"]) for r in records(report)] == [
        ("summary", None, "2022-12-15"), ("summary", None, "2023-01-15"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sheet", "audience"),
    [
        ("Cha mẹ, người chăm sóc trẻ", "parents"),
        ("Cán bộ làm công tác trẻ em, cộn", "child_workers"),
        ("GV", "teachers"),
    ],
)
def test_a_sheet_named_after_an_audience_in_full(sheet: str, audience: str) -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["Quý", "Số lớp tập huấn", "Số lượt"], ["Quý I/2023", 2, 90]]
    assert [r["attendances"] for r in records(checked(rows, sheet=sheet))] == [{audience: 90}]


def test_plans_and_results_below_a_heading_without_merges() -> None:
    head = [
        ["Quận, huyện báo cáo", "Số buổi", None, None, "Cha mẹ"],
        [None, "Kế hoạch", "TH", "Tỷ lệ (%)", None],
    ]
    rows = [
        ["SỐ LIỆU TRUYỀN THÔNG QUÝ I/2023"],
        *head,
        ["Q. Sơn Trà", 6, 3, 50, 107],
        ["Cẩm Lệ", 4, 4, 100, 200],
    ]
    told = [(r["unit"], r["kind"], r["count"], r["attendances"]) for r in records(checked(rows))]
    assert told == [
        ("493", "communication_session", 3, {"parents": 107}),
        ("495", "communication_session", 4, {"parents": 200}),
    ]


def test_people_by_kinds_for_whom_they_were() -> None:
    head = [["Dành cho đối tượng", "SL người", None], [None, "Tập huấn", "Buổi truyền thông"]]
    rows = [
        ["Đơn vị: Quận Sơn Trà"],
        ["Kỳ báo cáo: Năm 2023"],
        *head,
        ["Cha mẹ", 30, 400],
        ["Giáo viên", 20, 90],
    ]
    told = [(r["kind"], r["attendances"]) for r in records(checked(rows, merges=["B3:C3"]))]
    kinds = ("training_class", "communication_session")
    people = ({"parents": 30}, {"parents": 400}, {"teachers": 20}, {"teachers": 90})
    assert told == list(zip(kinds * 2, people, strict=True))


def test_months_with_and_without_their_word() -> None:
    head = ["Tháng", "Số lớp tập huấn", "Số lượt"]
    rows = [["Đơn vị: Quận Sơn Trà"], head, ["Tháng 4/2024", 1, 30], ["T5/2024", 2, 60]]
    assert [r["start_date"] for r in records(checked(rows))] == ["2024-03-15", "2024-04-15"]


def test_a_quarter_below_its_only_month_is_its_sum() -> None:
    rows = [
        ["Đơn vị: Quận Sơn Trà"],
        ["NĂM 2023"],
        ["Kỳ", "Số lớp tập huấn", "Số lượt"],
        ["Tháng 5/2023", 6, 264],
    ]
    rows += [["Quý II", 6, 264], ["Tháng 8/2023", 4, 120], ["Tháng 9/2023", 1, 30], ["Quý III", 5, 150]]
    assert [r["count"] for r in records(checked(rows))] == [6, 4, 1]


def test_the_report_of_july_2025_is_that_of_the_new_ward() -> None:
    rows = [
        ["UBND PHƯỜNG HÒA XUÂN"],
        ["SỐ LIỆU THÁNG 7 NĂM 2025"],
        ["STT", "Nội dung", "Số lượng", "Lượt cha mẹ"],
        [1, "Buổi truyền thông", 2, 190],
    ]
    report = checked(rows)
    assert report["issues"] == []
    assert [(r["unit"], r["count"]) for r in records(report)] == [("20314", 2)]


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["TT", "Trường", "Học kỳ I", None, "Học kỳ II", None],
            [None, None, *["Số buổi", "Lượt HS"] * 2],
            [1, "THCS A", 2, 800, 3, 1200],
        ],
        [
            ["TT", "Trường", "Học kỳ", "Số buổi", "Lượt HS"],
            [1, "THCS A", "HK I", 2, 800],
            [2, "THCS A", "HK II", 3, 1200],
        ],
    ],
)
def test_terms_are_those_of_the_school_year_above(rows: list[list[object]]) -> None:
    around = [["PHÒNG GD&ĐT QUẬN CẨM LỆ"], ["SỐ LIỆU BUỔI TUYÊN TRUYỀN NĂM HỌC 2022-2023"]]
    report = checked([*around, *rows], merges=["C3:D3", "E3:F3"] if rows[0][3] is None else [])
    assert [(r["start_date"], r["end_date"], r["count"]) for r in records(report)] == [
        ("2022-09-01", "2023-02-28", 2),
        ("2023-03-01", "2023-08-31", 3),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["TT", "Trường", "Tháng 10", "Tháng 1", "Tháng 3"], [1, "THCS A", 1, 2, 3]],
        [["Tháng", "Số buổi", "Lượt HS"], ["Tháng 10", 1, 800], ["Tháng 1", 2, 900], ["Tháng 3", 3, 700]],
        [["TT", "Trường", "Số buổi"], ["Tháng 10"], [1, "A", 1], ["Tháng 1"], [1, "A", 2], ["Tháng 3"], [1, "A", 3]],
    ],
)  # fmt: skip
def test_months_of_a_school_year_from_january_on_are_in_its_second_civil_year(
    rows: list[list[object]],
) -> None:
    around = [["PHÒNG GD&ĐT QUẬN CẨM LỆ"], ["SỐ BUỔI TUYÊN TRUYỀN NĂM HỌC 2022-2023"]]
    assert [(r["end_date"], r["count"]) for r in records(checked([*around, *rows]))] == [
        ("2022-10-14", 1),
        ("2023-01-14", 2),
        ("2023-03-14", 3),
    ]
