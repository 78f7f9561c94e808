"""What a figure of a summary counts: activities, people, plans, or nothing that is reported."""

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records
from tests.data_loaders.tables.summary.told import counted

KINDS = ["Lớp tập huấn", "Buổi truyền thông"]


TWO_ROWS = ["A2:A3", "B2:B3", "C2:E2"]


def test_a_summary_without_kind_or_period_is_refused_once() -> None:
    rows = [["Đơn vị", "Cha mẹ", "Giáo viên"], ["Quận Hải Châu", 1, 2], ["Quận Sơn Trà", 1, 2]]
    report = checked(rows)
    assert report["status"] == "rejected"
    assert set(codes(report)) == {"required_missing"}
    assert len(report["issues"]) <= 2


def test_numbers_of_two_kinds_without_saying_which() -> None:
    rows = [["Năm 2023"], ["Đơn vị", "Số lớp", "Số buổi", "Cha mẹ"], ["Quận Hải Châu", 1, 2, 300]]
    assert ("kind_unknown", "D2") in issues(checked(rows))


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


def test_unknown_people_with_their_measure_are_asked_about() -> None:
    rows = [
        ["LỚP TẬP HUẤN QUÝ I/2024"],
        ["Đơn vị", "Số lượt người", None, None],
        [None, "Tín đồ (người)", "GV (người)", "Tổng (người)"],
    ]
    report = checked([*rows, ["Quận Sơn Trà", 60, 40, 100]], merges=["A2:A3", "B2:D2"])
    assert "audience_unknown" in codes(report)


def test_kinds_below_a_title_of_people_are_no_numbers_of_classes() -> None:
    rows = [["Lượt người tham gia hoạt động năm 2024"], ["STT", "Loại hoạt động", "Quý I", "Quý II"]]
    report = checked(
        [["UBND QUẬN SƠN TRÀ"], *rows, [1, "Lớp tập huấn", 214, 273], [2, "Buổi truyền thông", 23, 297]]
    )
    assert [(r["count"], r["attendances_total"]) for r in records(report)] == [
        (None, 214), (None, 273), (None, 23), (None, 297),
    ]  # fmt: skip


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
        # Beside a sum of people "Số lượng" counts activities, however large.
        (
            [
                ["Đơn vị", "Kỳ báo cáo", "Loại hoạt động", "Số lượng", "Cha mẹ", "Học sinh", "Tổng cộng"],
                ["Quận Hải Châu", "Quý II/2023", "Lớp tập huấn", 14, None, None, 500],
            ],
            [],
            [("492", "training_class", 14, 500, None)],
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
def test_what_the_figures_of_offices_count(
    rows: list[list[object]], merges: list[str], expected: list[tuple[object, ...]]
) -> None:
    assert counted(rows, merges) == expected


@pytest.mark.parametrize(
    ("title", "of_schools"),
    [
        ("THỐNG KÊ SỐ TRƯỜNG HỌC TRÊN ĐỊA BÀN NĂM HỌC 2023-2024", True),
        ("Số lượng các trường năm 2023", True),
        ("SỐ TRƯỜNG THAM GIA NĂM 2023", False),
        ("SỐ LIỆU NĂM 2023", False),
    ],
)
def test_a_table_that_counts_schools_is_told_which_form_it_needs(title: str, of_schools: bool) -> None:
    head = ["STT", "Đơn vị", "Mầm non", "Tiểu học", "Tổng"]
    report = checked([[title], head, [1, "Quận Hải Châu", 20, 21, 41], [2, "Quận Sơn Trà", 10, 11, 21]])
    (found,) = [i for i in report["issues"] if i["code"] == "required_missing"]
    assert report["status"] == "rejected"
    assert ("Danh sách trường, cơ sở" in found["fix"], "đếm trường" in found["message"]) == (of_schools,) * 2
