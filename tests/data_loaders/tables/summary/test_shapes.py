"""The shapes of a summary: long, across, down the side; headers of several rows, with merges or without."""

from data_loaders.check import check
from tests.data_loaders.sheets import brief, checked, codes, records, xlsx_of_writer
from tests.data_loaders.tables.summary.told import Q2, told


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


def test_items_that_are_periods_or_units_are_read_as_such() -> None:
    head = ["Nội dung", "Số lớp", "Lượt người"]
    quarters = [["UBND QUẬN HẢI CHÂU"], ["TẬP HUẤN NĂM 2023"], head, ["Quý I", 5, 200], ["Quý II", 3, 90]]
    found = records(checked(quarters))
    assert [(r["start_date"], r["count"]) for r in found] == [("2022-12-15", 5), (Q2[0], 3)]
    units = [["TẬP HUẤN QUÝ II NĂM 2023"], head, ["Quận Hải Châu", 5, 200], ["Quận Cẩm Lệ", 3, 90]]
    assert [(r["unit"], r["count"]) for r in records(checked(units))] == [("492", 5), ("495", 3)]


def test_a_thousand_columns_are_read_in_time() -> None:
    periods = [f"Quý {quarter}/{year}" for year in (2022, 2023) for quarter in (1, 2, 3, 4)] * 125
    rows = [["SỐ BUỔI TRUYỀN THÔNG"], ["STT", "Đơn vị", *periods], [1, "Quận Hải Châu", *[3] * 1000]]
    # Each quarter stands there 125 times: all but the first of each are asked about.
    assert codes(check("a.xlsx", xlsx_of_writer(rows))) == ["heading_repeated"] * 992
