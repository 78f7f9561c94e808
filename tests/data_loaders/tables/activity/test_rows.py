"""Rows of a list: what each one says, what keeps it out, what is no row."""

import pytest

from tests.data_loaders.sheets import brief, checked, codes, issues, records
from tests.data_loaders.tables.activity.lists import DAY, HEAD, WHO


def test_a_plain_row_has_every_field_of_the_contract() -> None:
    report = checked(
        [
            [
                "Đơn vị",
                "Loại hoạt động",
                "Tên hoạt động",
                "Từ ngày",
                "Đến ngày",
                "Hình thức",
                "Đơn vị chủ trì",
                "Phường/xã",
                "Trường",
                "Cha mẹ",
                "HS",
                "Tổng",
                "Nữ",
            ],
            [
                "Quận Hải Châu",
                "Tập huấn",
                " Kỹ năng\u00a0số ",
                DAY,
                "13/5/2023",
                "Trực tiếp",
                "Phòng VH&TT",
                "Thạch Thang",
                "THCS A",
                45,
                20,
                65,
                40,
            ],
        ],
        sheet="Tháng 5",
    )
    assert report["status"] == "ready"
    assert report["issues"] == []
    assert records(report) == [
        {
            "unit": "492",
            "kind": "training_class",
            "title": "Kỹ năng số",
            "start_date": "2023-05-12",
            "end_date": "2023-05-13",
            "count": 1,
            "delivery": "in_person",
            "organiser": "Phòng VH&TT",
            "ward": "Thạch Thang",
            "school": "THCS A",
            "attendances": {"parents": 45, "children_in_school": 20},
            "attendances_total": 65,
            "female": 40,
            "basis": "detail",
            "source": {"sheet": "Tháng 5", "row": 2},
        }
    ]
    assert report["tables"][0]["columns"]["D"] == "start_date"
    assert report["tables"][0]["columns"]["J"] == "attendances.parents"


def test_what_is_missing_is_null_and_a_typed_zero_is_zero() -> None:
    report = checked(
        [WHO, HEAD, [1, "Lớp A", DAY, None, None, 0, None], [2, "Lớp B", DAY, None, None, None, None]]
    )
    first, second = records(report)
    assert first["attendances"] == {"children_out_of_school": 0}
    assert first["attendances_total"] == 0
    assert second["attendances"] == {}
    assert second["attendances_total"] is None
    assert second["female"] is None
    assert second["delivery"] is None


@pytest.mark.parametrize(
    ("row", "issue"),
    [
        ([1, "Lớp A", "31/02/2023", 50, 30, 20, 10], ("date_unreadable", "C3")),
        ([1, "Lớp A", None, 50, 30, 20, 10], ("required_missing", "C3")),
        ([1, "Lớp A", "12/5/2019", 50, 30, 20, 10], ("date_outside_program", "C3")),
        ([1, "Lớp A", "12/5/2026", 50, 30, 20, 10], ("date_outside_program", "C3")),
        ([1, "Lớp A", DAY, 50, "nhiều", 20, 10], ("number_unreadable", "E3")),
        ([1, "Lớp A", DAY, 50, -30, 20, 10], ("number_negative", "E3")),
        ([1, "Lớp A", DAY, 40, 30, 20, 10], ("parts_exceed_total", "D3")),
        ([1, "Lớp A", DAY, 50, 30, 20, 60], ("parts_exceed_total", "G3")),
    ],
)
def test_an_error_keeps_its_row_out_and_names_its_cell(row: list[object], issue: tuple[str, str]) -> None:
    report = checked([WHO, HEAD, row, [2, "Lớp B", DAY, 50, 30, 20, 10]])
    assert report["status"] == "needs_fixes"
    assert issues(report) == [issue]
    assert [r["title"] for r in records(report)] == ["Lớp B"]
    assert report["issues"][0]["severity"] == "error"


@pytest.mark.parametrize(
    ("row", "issue"),
    [
        ([1, "Lớp A", DAY, 60, 30, 20, 10], ("total_mismatch", "D3")),
        ([1, "Lớp A", DAY, 5, None, None, None], ("implausible_size", "D3")),
        ([1, "Lớp A", DAY, 500, None, None, None], ("implausible_size", "D3")),
        ([2, "Lớp B", DAY, 50, 30, 20, 10], ("duplicate_row", "B4")),
        ([2, "LỚP  B", DAY, 50, 30, 20, 10], ("duplicate_row", "B4")),
    ],
)
def test_a_warning_keeps_its_row(row: list[object], issue: tuple[str, str]) -> None:
    report = checked([WHO, HEAD, row, [3, "Lớp B", DAY, 50, 30, 20, 10]])
    assert report["status"] == "ready"
    assert issues(report) == [issue]
    assert len(records(report)) == 2


def test_all_findings_are_listed() -> None:
    report = checked([WHO, HEAD, *[[i, "Lớp A", "hôm nào đó", 50, 30, 20, 10] for i in range(30)]])
    assert codes(report) == ["date_unreadable"] * 30
    assert report["status"] == "rejected"


@pytest.mark.parametrize("rows", [1, 60])
@pytest.mark.parametrize(
    ("heading", "said", "counted"),
    [
        ("Tình trạng", "Hoãn", False),
        ("Tình hình thực hiện", "Chưa tổ chức", False),
        ("Tình trạng", "Hoàn thành", True),
        ("Ghi chú", "Hoãn từ tháng 4", True),
    ],
)
def test_rows_that_say_they_were_not_held(heading: str, said: str, counted: bool, rows: int) -> None:
    head = ["STT", "Tên lớp tập huấn", "Ngày", "Số lượt", heading]
    held = [[n, f"A{n}", DAY, 40, None] for n in range(1, rows + 1)]
    report = checked([WHO, head, *held, [rows + 1, "B", DAY, 40, said]])
    assert len(records(report)) == rows + counted
    assert ("not_held" in codes(report)) is not counted
    # A remark counts where nobody came.
    report = checked([WHO, head, *held, [rows + 1, "B", DAY, None, said]])
    assert ("not_held" in codes(report)) is (said != "Hoàn thành")


def test_a_list_with_units_of_measure_and_days_is_no_report_form() -> None:
    head = ["STT", "Nội dung", "ĐVT", "Số lượng", "Thời gian", "Học sinh"]
    report = checked([WHO, head, [1, "A", "Lớp", 1, DAY, 40], [2, "B", "Buổi", 2, "13/5/2023", 200]])
    told = [(r["kind"], r["count"], r["start_date"]) for r in records(report)]
    assert told == [("training_class", 1, "2023-05-12"), ("communication_session", 2, "2023-05-13")]


@pytest.mark.parametrize("mark", ["nt", "-nt-", "như trên", "〃", '"', "N/T"])
def test_a_ditto_mark_is_the_cell_above_it(mark: str) -> None:
    head = ["STT", "Tên lớp tập huấn", "Ngày", "Phường", "Đơn vị tổ chức", "Số lượt"]
    first = [1, "A", "5/3/2024", "Phường Hòa Hải", "Hội LHPN", 20]
    report = checked([WHO, head, first, [2, "B", mark, mark, mark, 30], [3, "C", "6/3/2024", "-", None, 30]])
    assert report["issues"] == []
    assert [(r["start_date"][-1], r["ward"], r["organiser"]) for r in records(report)][1:] == [
        ("5", "Phường Hòa Hải", "Hội LHPN"),
        ("6", None, None),
    ]


def test_nothing_happened_is_a_declaration() -> None:
    alone = ("Không phát sinh", "Ko phát sinh", "KPS", "Không có", "Không tổ chức")
    for nothing in (*([words] for words in alone), [None, "Không phát sinh"]):
        (record,) = records(checked([WHO, ["THÁNG 6 NĂM 2023"], HEAD, nothing]))
        assert record["title"] is None
    rows = [WHO, ["THÁNG 6 NĂM 2023"], HEAD, ["Không phát sinh"]]
    report = checked(rows)
    assert report["status"] == "ready"
    assert brief(records(report)[0]) == {
        "unit": "492",
        "start_date": "2023-06-01",
        "end_date": "2023-06-30",
        "count": 0,
        "attendances_total": 0,
        "basis": "declared_zero",
    }


def test_a_form_that_nobody_filled_in_says_nothing() -> None:
    report = checked([WHO, HEAD, [1], [2], [3, None, None, 0]])
    assert records(report) == []
    assert codes(report) == ["no_table"]


def test_cells_merged_downwards_hold_for_all_their_rows() -> None:
    rows = [
        ["Phường/xã", "Tên lớp tập huấn", "Ngày", "Đơn vị", "Số lượt"],
        ["Hòa Minh", "A", DAY, "Quận Liên Chiểu", 30],
        [None, "B", DAY, None, 40],
    ]
    report = checked(rows, merges=["A2:A3", "D2:D3"])
    assert [(r["unit"], r["ward"]) for r in records(report)] == [("490", "Hòa Minh")] * 2


def test_a_title_pasted_over_several_rows_is_one_activity() -> None:
    head = ["Tháng", "STT", "Tên lớp tập huấn", "Ngày", "Cha mẹ"]
    first, then, more = ["5/2023", 1, "A", DAY, 30], [None, None, "cho cha mẹ", None, None], [None] * 2
    rows = [WHO, head, first, then, [*more, "- Phần 2"], [*more[:1], 2, "B", DAY, 40]]
    merges = ["A3:A6", "B3:B5", "D3:D5", "E3:E5"]
    told = [(r["title"], r["attendances_total"]) for r in records(checked(rows, merges=merges))]
    assert told == [("A cho cha mẹ - Phần 2", 30), ("B", 40)]
    # A number of its own makes a row an activity.
    rows[4] = [None, 2, "C", None, None]
    assert len(records(checked(rows, merges=["A3:A6", "E3:E5"]))) == 3


def test_a_trainer_is_not_kept_and_no_finding_against_the_file() -> None:
    report = checked([WHO, [*HEAD[:4], "Giảng viên"], [1, "A", DAY, 30, "Nguyễn Văn A"]])
    assert report["status"] == "ready"
    assert report["tables"][0]["unused_columns"] == ["E"]
    assert "Nguyễn Văn A" not in str(report)


def test_an_unused_column_is_named() -> None:
    report = checked([WHO, [*HEAD[:4], "Ghi chú"], [1, "A", DAY, 30, "xong"]])
    assert issues(report) == [("unused_column", "E2")]


def test_rows_of_months_with_titles_and_kinds_are_activities() -> None:
    rows = [
        WHO,
        ["Tháng", "Hoạt động", "Loại", "Số lượt cha mẹ"],
        ["5/2023", "Cha mẹ trẻ nhỏ", "Tập huấn", 42],
    ]
    (found,) = records(checked(rows))
    assert (found["count"], found["start_date"], found["basis"]) == (1, "2023-05-01", "detail")


def test_the_example_and_the_dots_of_a_form_are_no_rows() -> None:
    head = ["STT", "Tên lớp tập huấn", "Ngày", "Số người"]
    rows = [["VD", "Lớp mẫu", "12/5/2023", 45], [1, "A", DAY, 40], ["…", "……", "…/…/…", "…"]]
    report = checked([WHO, head, *rows])
    assert ([r["title"] for r in records(report)], report["issues"]) == (["A"], [])
