import datetime

import pytest

from tests.data_loaders.sheets import brief, checked, codes, issues, records

DAY = datetime.datetime(2023, 5, 12)  # noqa: DTZ001
HEAD = ["STT", "Tên lớp tập huấn", "Ngày", "Tổng số", "Cha mẹ", "Trẻ em ngoài trường học", "Trong đó nữ"]
WHO = ["Đơn vị báo cáo: UBND quận Hải Châu"]


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


@pytest.mark.parametrize(
    ("above", "unit"),
    [
        (["Đơn vị báo cáo: UBND quận Hải Châu"], "492"),
        (["Đơn vị báo cáo", "Quận Sơn Trà"], "493"),
        (["UBND HUYỆN HOÀ VANG", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], "497"),
        (["UBND THÀNH PHỐ ĐÀ NẴNG\nSỞ THÔNG TIN VÀ TRUYỀN THÔNG"], "SO-TTTT"),
        (["DANH SÁCH LỚP TẬP HUẤN TRÊN ĐỊA BÀN QUẬN CẨM LỆ"], "495"),
        (["(Kèm theo Công văn số 5/CV ngày 1/6/2023 của UBND quận Liên Chiểu)"], "490"),
    ],
)
def test_the_unit_from_the_words_above(above: list[object], unit: str) -> None:
    report = checked([["Kính gửi: Sở Khoa học và Công nghệ"], above, HEAD, [1, "Lớp A", DAY, 50, 30, 20, 10]])
    assert [r["unit"] for r in records(report)] == [unit]


def test_a_blank_below_units_is_nobody_whatever_the_ward() -> None:
    head = ["Đơn vị", "Tên lớp tập huấn", "Ngày", "Phường/xã", "Số lượt"]
    rows = [["Quận Hải Châu", "A", DAY, "Phường Thạch Thang", 40], [None, "B", DAY, "Phường An Khê", 50]]
    assert issues(checked([head, *rows, [*rows[0][:1], "C", DAY, "Phường Thạch Thang", 60]])) == [
        ("required_missing", "A3")
    ]


@pytest.mark.parametrize(
    ("name", "sheet"),
    [("quan-hai-chau-2023.xlsx", "Sheet1"), ("x.xlsx", "Q. Hải Châu"), ("PhuLuc_HaiChau_2023.xlsx", "BC")],
)
def test_the_unit_from_the_sheet_or_the_file(name: str, sheet: str) -> None:
    report = checked([HEAD, [1, "Lớp A", DAY, 50, 30, 20, 10]], name=name, sheet=sheet)
    assert [r["unit"] for r in records(report)] == ["492"]


@pytest.mark.parametrize("rows", [2, 30])
@pytest.mark.parametrize(
    ("above", "kinds"),
    [
        # The rows' own words outdo the name of the file, and a caption of several kinds leaves it aside.
        ("Quận Hải Châu năm 2023", ("communication_session", "training_class")),
        ("Quận Hải Châu: lớp tập huấn, buổi truyền thông", ("communication_session",)),
        ("Quận Hải Châu: các lớp tập huấn", ("training_class", "training_class")),
    ],
)
def test_the_kind_from_the_name_of_the_file(rows: int, above: str, kinds: tuple[str, ...]) -> None:
    titles = ["Tuyên truyền an toàn", "Em và mạng xã hội"]
    table = [[above], ["Nội dung", "Ngày", "Cha mẹ"], *([title, DAY, 60] for title in titles * (rows // 2))]
    found = records(checked(table, name="so-lop-2023.xlsx"))
    assert tuple(r["kind"] for r in found) == kinds * (rows // 2)


def test_letters_in_the_name_of_a_sheet_tell_no_kind() -> None:
    rows = [WHO, ["Nội dung", "Ngày", "Cha mẹ"], ["Tuyên truyền A", DAY, 60], ["B", DAY, 61]]
    for sheet in ("TH", "TT"):
        report = checked(rows, sheet=sheet)
        assert [r["kind"] for r in records(report)] == ["communication_session"]
        assert codes(report, "error") == ["required_missing"]


def test_days_without_a_year_lie_in_the_period_above() -> None:
    days = ["18/12", "20/3"]
    for above, years in (
        ("Năm học 2022-2023", "2022 2023"),
        ("học kỳ II năm học 2022-2023", "2022 2023"),
        ("6 tháng đầu năm 2023", "2022 2023"),
        ("Năm 2023", "2023 2023"),
    ):
        found = records(
            checked(
                [
                    [f"Quận Hải Châu: lớp tập huấn, {above}"],
                    ["Tên lớp", "Ngày", "Cha mẹ"],
                    *(["A", d, 60] for d in days),
                ]
            )
        )
        assert [r["start_date"][:4] for r in found] == years.split(), above


def test_the_unit_from_who_signed_where_nothing_else_names_it() -> None:
    rows = [HEAD, [1, "Lớp A", DAY, 50, 30, 20, 10], [None, None, "TM. UBND QUẬN SƠN TRÀ\nPHÓ CHỦ TỊCH"]]
    assert [r["unit"] for r in records(checked(rows))] == ["493"]
    assert [r["unit"] for r in records(checked([["UBND quận Cẩm Lệ"], *rows]))] == ["495"]


def test_no_unit_anywhere_is_an_error() -> None:
    report = checked([HEAD, [1, "Lớp A", DAY, 50, 30, 20, 10]])
    assert codes(report) == ["required_missing"]
    assert report["status"] == "rejected"


def test_units_in_a_column_by_type_and_day() -> None:
    rows = [
        ["Đơn vị", "Tên lớp tập huấn", "Ngày", "Số người"],
        ["Hải Châu", "A", "5/8/2025", 30],
        ["Hải Châu", "B", "5/8/2024", 30],
        ["Phường Hòa Hải", "C", "5/8/2024", 30],
        ["Quận Hải Châu", "D", "5/8/2025", 30],
        ["Quận Sơn Tra", "E", "5/8/2024", 30],
    ]
    report = checked(rows)
    assert [r["unit"] for r in records(report)] == ["20242", "492", "494"]
    assert issues(report) == [("unit_ambiguous", "A5"), ("unit_unknown", "A6")]
    assert "Quận Sơn Trà" in report["issues"][1]["fix"]


def test_group_rows_carry_unit_month_and_kind() -> None:
    rows = [
        ["NĂM 2023"],
        ["STT", "Nội dung", "Ngày", "Số người"],
        ["I", "Quận Hải Châu", None, None],
        ["1", "Tập huấn", None, None],
        [1, "A", "5/3/2023", 30],
        ["2", "Truyền thông", None, None],
        [1, "B", "6/3/2023", 300],
        ["II", "Quận Sơn Trà", None, None],
        ["1", "Tập huấn", None, None],
        [1, "C", "7/3/2023", 40],
        [None, "Tổng cộng", None, 370],
    ]
    report = checked(rows)
    assert report["issues"] == []
    assert [(r["unit"], r["kind"], r["title"]) for r in records(report)] == [
        ("492", "training_class", "A"),
        ("492", "communication_session", "B"),
        ("493", "training_class", "C"),
    ]


@pytest.mark.parametrize("rows", [1, 60])
@pytest.mark.parametrize(
    ("who", "group", "unit", "organiser"),
    [
        ("UBND QUẬN HẢI CHÂU", "Phòng Giáo dục và Đào tạo", "492", "Phòng Giáo dục và Đào tạo"),
        ("UBND QUẬN HẢI CHÂU", "Hội Liên hiệp Phụ nữ quận", "492", "Hội Liên hiệp Phụ nữ quận"),
        ("UBND QUẬN HẢI CHÂU", "Hội LHPN", "492", "Hội LHPN"),
        ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "Hội LHPN thành phố", "HLHPN", None),
    ],
)
def test_group_rows_that_name_an_office(
    who: str, group: str, unit: str, organiser: str | None, rows: int
) -> None:
    head = ["STT", "Nội dung", "Ngày", "Số người"]
    below = [[n, f"Tuyên truyền {n}", DAY, 90] for n in range(1, rows + 1)]
    report = checked([[who], ["NĂM 2023"], head, ["I", group, None, None], *below])
    assert report["issues"] == []
    told = {(r["unit"], r["organiser"], r["kind"]) for r in records(report)}
    assert told == {(unit, organiser, "communication_session")}


def test_sums_of_a_group_beside_its_kind_where_rows_are_numbered_and_headings_said_again() -> None:
    head = ["STT", "Đơn vị", "Hình thức", "Nội dung", "Ngày", "Lượt người", None]
    again = ["STT", "Đơn vị", "Hình thức", "Nội dung", "Ngày", "Cha mẹ", "Khác"]
    rows = [[None, None, None, None, None, "Cha mẹ", "Khác"], ["I. Cuộc thi", None, None, None, None, 70, 5]]
    rows += [[1, "Quận Hải Châu", "Tập trung trực tiếp", "A", DAY, 30, 5], again]
    rows += [[2, "Quận Sơn Trà", None, "B", DAY, 40, 0], ["II. Tập huấn", None, None, None, None, 20, 0]]
    rows += [[3, "Quận Sơn Trà", None, "C", DAY, 20, 0], [None, "Tổng", None, None, None, 90, 5]]
    report = checked([head, *rows])
    assert report["issues"] == []
    assert [r["kind"] for r in records(report)] == ["contest", "contest", "training_class"]


def test_other_kinds_are_kinds_below_their_heading() -> None:
    head = ["Ngày", "Nội dung", "Loại hoạt động", "Cha mẹ", "Khác"]
    rows = [[DAY, name, kind, 30, 20] for name, kind in zip("ABC", ("Hội thi", "Khác", "Khác"), strict=True)]
    report = checked([WHO, head, *rows])
    assert report["issues"] == []
    assert [r["kind"] for r in records(report)] == ["contest", "other", "other"]


def test_units_have_their_own_column_beside_offices_and_a_list_tells_its_sessions() -> None:
    head = ["Đơn vị thực hiện", "Ngày", "Chủ đề", "Đơn vị báo cáo", "Buổi", "Khách mời", "Tất cả"]
    rows = [
        ["Hội Nông dân", DAY, "A", "Quận Sơn Trà", 2, 300, 300],
        ["Thành đoàn", DAY, "B", "Cẩm Lệ", 1, 60, 60],
    ]
    report = checked([["KẾT QUẢ CÁC BUỔI TRUYỀN THÔNG"], head, *rows])
    assert report["issues"] == []
    told = [(r["unit"], r["organiser"], r["count"], r["attendances"]) for r in records(report)]
    assert told == [("493", "Hội Nông dân", 2, {"other": 300}), ("495", "Thành đoàn", 1, {"other": 60})]


def test_a_form_is_no_kind_beside_titles_and_groups_keep_their_sums_beside_money() -> None:
    head = ["STT", None, "Ngày", "Nội dung", "Hình thức", "Đơn vị thực hiện", "Phụ huynh", "Kinh phí"]
    rows = [["I. Cuộc thi", None, None, None, None, None, 90, 500]]
    rows += [[1, None, DAY, "Tìm hiểu mạng xã hội", "Gặp mặt trực tiếp", "Hội LHPN phường", 90, 500]]
    report = checked([WHO, head, *rows])
    told = [(r["kind"], r["delivery"], r["organiser"]) for r in records(report)]
    assert (told, codes(report)) == ([("contest", "in_person", "Hội LHPN phường")], ["unused_column"])


def test_of_two_columns_of_activities_one_tells_the_kinds() -> None:
    head = ["Hoạt động", "Nội dung chính", "Ngày", "Số lượt"]
    report = checked([WHO, head, ["Sinh hoạt ngoại khóa", "A", DAY, 90], ["Hội thi", "B", DAY, 80]])
    told = [(r["kind"], r["title"]) for r in records(report)]
    assert told == [("communication_session", "A"), ("contest", "B")]


def test_of_two_days_the_one_outside_the_programme_is_named() -> None:
    head = ["Tên lớp tập huấn", "Từ ngày", "Đến ngày", "Số người"]
    rows = [["A", "17/05/2027", "2/7/2023", 30], ["B", DAY, DAY, 30]]
    assert issues(checked([WHO, head, *rows])) == [("date_outside_program", "B3")]


def test_days_of_a_month_given_by_the_group() -> None:
    rows = [
        WHO,
        ["Năm 2023"],
        ["STT", "Tên lớp tập huấn", "Ngày", "Số người"],
        ["Tháng 5", None, None, None],
        [1, "A", 12, 30],
        ["Tháng 6", None, None, None],
        [2, "B", "3", 30],
    ]
    assert [r["start_date"] for r in records(checked(rows))] == ["2023-05-12", "2023-06-03"]


@pytest.mark.parametrize("day", ["Ngày {}/5", "{}/5", "Sáng {}/5", "Ngày {} tháng 5"])
def test_a_day_of_a_group_takes_its_year_from_the_sheet(day: str) -> None:
    rows = [
        ["STT", "Tên lớp tập huấn", "Số người"],
        [None, day.format(12)],
        [1, "A", 30],
        [None, day.format(20)],
        [2, "B", 30],
    ]
    found = checked([WHO, ["Năm 2023"], *rows])
    assert [r["start_date"] for r in records(found)] == ["2023-05-12", "2023-05-20"]
    assert [r["end_date"] for r in records(found)] == ["2023-05-12", "2023-05-20"]
    assert records(checked([WHO, *rows])) == []


def test_totals_are_left_out_and_checked() -> None:
    rows = [
        WHO,
        ["STT", "Tên lớp tập huấn", "Ngày", "Số người"],
        ["Tháng 4/2023", None, None, None],
        [1, "A", "3/4/2023", 30],
        [2, "B", "4/4/2023", 30],
        [None, "Cộng tháng 4", None, 60],
        ["Tháng 5/2023", None, None, None],
        [1, "C", "3/5/2023", 40],
        [None, "Cộng tháng 5", None, 45],
        [None, "TỔNG CỘNG", None, 100],
    ]
    report = checked(rows)
    assert len(records(report)) == 3
    assert issues(report) == [("total_row_mismatch", "D9")]
    assert "40" in report["issues"][0]["message"]


@pytest.mark.parametrize(
    "label",
    [
        "Tổng: 02 hoạt động",
        "Cộng trong tháng",
        "Cong trong quy",
        "Cong chung",
        "TONG: 2 LOP",
        "Cộng phát sinh trong kỳ",
        "Tổng số lượt người tham gia",
        "Cộng A",
        "Cộng (A + B):",
        "Cộng các lớp tập huấn",
    ],
)
def test_sums_by_other_labels_and_sums_since_an_earlier_day(label: str) -> None:
    head = ["STT", "Tên lớp tập huấn", "Ngày", "Số lượt"]
    rows = [WHO, head, [1, "A", DAY, 20], [2, "B", DAY, 30], [None, label, None, 50]]
    report = checked([*rows, [None, "Lũy kế từ đầu năm", None, 900], [None, "Tổng cộng dồn", None, 900]])
    assert (len(records(report)), report["issues"]) == (2, [])


@pytest.mark.parametrize(
    "below",
    [
        [None, "Cùng kỳ năm 2022", None, 300],
        [None, "So với cùng kỳ (%)", None, 110.5],
        [None, "Bình quân/lớp", None, 25],
        ["Trong đó: 2 lớp trực tuyến", None, None, None],
    ],
)
def test_lines_about_sums_are_no_activities(below: list[object]) -> None:
    head = ["STT", "Tên lớp tập huấn", "Ngày", "Số lượt"]
    rows = [WHO, head, [1, "A", DAY, 20], [2, "B", DAY, 30], [None, "Tổng cộng", None, 50], below]
    report = checked(rows)
    assert (len(records(report)), report["issues"]) == (2, [])


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


def test_a_day_in_words_before_people_in_words_signs_nothing() -> None:
    head = ["STT", "Ngày", "Tên lớp tập huấn", "Số lượng, đối tượng"]
    days = ("ngày 9 tháng 7 năm 2023", "ngày 4 tháng 8 năm 2023")
    report = checked([WHO, ["6 tháng cuối năm 2023"], head, *([1, day, "A", "45 HS, 20 PH"] for day in days)])
    assert (len(records(report)), codes(report)) == (2, [])


@pytest.mark.parametrize("over", ["Lượt người tham dự", "Số người tham gia chia theo đối tượng"])
@pytest.mark.parametrize("numbered", [[], [["A", "B", 1, 2]]])
def test_one_audience_below_a_heading_of_people(numbered: list[list[object]], over: str) -> None:
    rows = [["STT", "Tên lớp tập huấn", "Ngày", over], [None, None, None, "Phụ huynh (lượt)"]]
    (record,) = records(checked([WHO, *rows, *numbered, [1, "A", DAY, 40]]))
    assert record["attendances"] == {"parents": 40}


def test_a_column_of_forms_that_tells_the_kinds_too() -> None:
    head = ["STT", "Nội dung", "Hình thức tổ chức", "Ngày", "Số lượt"]
    rows = [[1, "A", "Tập huấn trực tiếp", DAY, 40], [2, "B", "Truyền thông trực tuyến", DAY, 90]]
    report = checked([WHO, head, *rows])
    told = [(r["kind"], r["delivery"]) for r in records(report)]
    assert told == [("training_class", "in_person"), ("communication_session", "online")]


def test_figures_below_money_and_of_who_was_asked_count_nobody() -> None:
    head = ["Tên lớp tập huấn", "Ngày", "Số người đăng ký", "Số người tham dự", "Kinh phí", None]
    report = checked(
        [WHO, head, [None, None, None, None, "NSNN", "Tổng"], ["A", DAY, 60, 40, 5, 7]], merges=["E2:F2"]
    )
    assert [r["attendances_total"] for r in records(report)] == [40]


@pytest.mark.parametrize("rows", [1, 60])
@pytest.mark.parametrize(
    ("kind", "title", "count"),
    [
        ("02 buổi tuyên truyền", "A", 2),
        ("Tuyên truyền", "Tổ chức 03 buổi tuyên truyền", 3),
        ("Buổi tuyên truyền", "Buổi 2: Mạng xã hội", 1),
        ("3. Buổi tuyên truyền", "A", 1),
    ],
)
def test_numbers_of_activities_in_words(kind: str, title: str, count: int, rows: int) -> None:
    head = ["Loại hình", "Nội dung", "Ngày", "Số lượt"]
    others = [["Tuyên truyền", f"B{n}", DAY, 90] for n in range(rows)]
    found = records(checked([WHO, head, *others, [kind, title, DAY, 300]]))
    assert [(r["count"], r["basis"]) for r in found[-2:]] == [
        (1, "detail"),
        (count, "summary" if count > 1 else "detail"),
    ]


def test_activities_and_people_told_in_one_cell() -> None:
    head = ["STT", "Tên lớp tập huấn", "Ngày", "Kết quả"]
    rows = [
        [1, "A", DAY, "02 lớp/90 lượt người"],
        [2, "B", DAY, "1 lớp với 45 học viên"],
        [3, "C", DAY, "1 lớp, 40"],
    ]
    told = [(r["count"], r["attendances_total"]) for r in records(checked([WHO, head, *rows]))]
    assert told == [(2, 90), (1, 45), (1, 40)]
    report = checked([WHO, [*head[:3], "Số lượt"], *rows, [4, "D", DAY, "2 lớp 45"]])
    assert issues(report) == [("number_unreadable", "D6")]


def test_a_list_with_units_of_measure_and_days_is_no_report_form() -> None:
    head = ["STT", "Nội dung", "ĐVT", "Số lượng", "Thời gian", "Học sinh"]
    report = checked([WHO, head, [1, "A", "Lớp", 1, DAY, 40], [2, "B", "Buổi", 2, "13/5/2023", 200]])
    told = [(r["kind"], r["count"], r["start_date"]) for r in records(report)]
    assert told == [("training_class", 1, "2023-05-12"), ("communication_session", 2, "2023-05-13")]


def test_a_code_and_the_name_of_the_same_unit() -> None:
    head = ["Mã đơn vị", "Tên đơn vị", "Tên lớp tập huấn", "Ngày", "Số lượt"]
    (record,) = records(checked([head, [492, "Quận Hải Châu", "A", DAY, 40]]))
    assert (record["unit"], record["organiser"]) == ("492", None)


def test_audiences_told_with_their_ages() -> None:
    head = ["Tên lớp tập huấn", "Ngày", "Số lượt", "Đối tượng"]
    (record,) = records(checked([WHO, head, ["A", DAY, 40, "Cha mẹ có con từ 6-15 tuổi"]]))
    assert record["attendances"] == {"parents": 40}


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


@pytest.mark.parametrize("rows", [1, 30])
def test_a_group_tells_how_its_activities_were_held(rows: int) -> None:
    group = [[n, f"Lớp {n}", DAY, 30] for n in range(1, rows + 1)]
    head = [WHO, ["STT", "Tên lớp tập huấn", "Ngày", "Số lượt"]]
    told = records(checked([*head, ["I", "Hình thức trực tiếp"], *group, ["II", "Lớp trực tuyến"], *group]))
    assert [r["delivery"] for r in told] == ["in_person"] * rows + ["online"] * rows


def test_a_line_of_nothing_but_a_ward_tells_the_ward() -> None:
    rows = [["UBND quận Ngũ Hành Sơn"], ["UBND phường Mỹ An"], ["Tên lớp tập huấn", "Ngày", "Số lượt"]]
    assert [(r["unit"], r["ward"]) for r in records(checked([*rows, ["A", DAY, 30]]))] == [
        ("494", "phường Mỹ An")
    ]


def test_a_unit_written_once_stands_for_the_rows_below_it() -> None:
    head = ["Quận, huyện", "Tên lớp tập huấn", "Ngày", "Số lượt"]
    rows = [
        ["Quận Hải Châu", "A", DAY, 30],
        [None, "B", DAY, 31],
        ["Huyện Hòa Vang", "C", DAY, 32],
        [None, "D", DAY, 33],
    ]
    signed = [None, "NGƯỜI LẬP BIỂU", None, None]
    report = checked([["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"], head, *rows, signed])
    assert ([r["unit"] for r in records(report)], report["issues"]) == (["492", "492", "497", "497"], [])
    # Where every row repeats its unit, a blank is the office's own, but for one that gathers the reports of all.
    rows = [["Quận Hải Châu", "A", DAY, 30], ["UBND quận Hải Châu", "B", DAY, 31], [None, "C", DAY, 32]]
    found = records(checked([["SỞ TƯ PHÁP"], head, *rows]))
    assert [r["unit"] for r in found] == ["492", "492", "SO-TP"]
    assert issues(checked([["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"], head, *rows])) == [("required_missing", "A5")]


def test_a_title_that_begins_like_a_total_is_a_row() -> None:
    rows = [
        WHO,
        HEAD,
        [1, "Tổng kết lớp tập huấn kỹ năng số", DAY, 50, 30, 20, 10],
        [2, "Cộng tác viên học kỹ năng", DAY, 50, 30, 20, 10],
    ]
    assert len(records(checked(rows))) == 2


def test_one_column_of_audiences() -> None:
    rows = [
        ["Đơn vị", "Tên lớp tập huấn", "Ngày", "Đối tượng", "Số lượt"],
        ["Sở Y tế", "A", DAY, "Phụ huynh", 40],
        ["Sở Y tế", "B", DAY, "45 phụ huynh, 20 học sinh", 65],
        ["Sở Y tế", "C", DAY, "Cha mẹ và giáo viên", 30],
        ["Sở Y tế", "D", DAY, "Người ngoài hành tinh", 30],
    ]
    report = checked(rows)
    assert [r["attendances"] for r in records(report)] == [
        {"parents": 40},
        {"parents": 45, "children_in_school": 20},
        {},
    ]
    assert [r["attendances_total"] for r in records(report)] == [40, 65, 30]
    assert issues(report) == [("audience_unknown", "D5")]


def test_women_below_each_audience_are_summed_unless_there_is_one_sum() -> None:
    head = [
        ["STT", "Tên lớp tập huấn", "Ngày", "Cha mẹ", None, "Giáo viên", None, "Tổng cộng", None],
        [None, None, None, "Tổng số", "Trong đó nữ", "Tổng số", "Trong đó nữ", "Tổng số", "Nữ"],
    ]
    merges = ["A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2", "H2:I2"]
    report = checked([WHO, *head, [1, "A", DAY, 30, 20, 20, 10, 50, 30]], merges=merges)
    assert brief(records(report)[0])["female"] == 30
    without = checked([WHO, *[row[:7] for row in head], [1, "A", DAY, 30, 20, 20, 10]], merges=merges[:-1])
    assert brief(records(without)[0])["female"] == 30


@pytest.mark.parametrize(("last", "female"), [("Tổng", [19, 20]), ("Tổng cộng", [19, 20])])
def test_women_beside_each_audience_without_a_row_of_groups(last: str, female: list[int]) -> None:
    head = ["Tên lớp tập huấn", "Ngày", "Cha mẹ", "Nữ", "Giáo viên", "Nữ", last]
    rows = [["A", DAY, 30, 15, 5, 4, 35], ["B", DAY, 30, 20, 5, None, 35]]
    found = records(checked([WHO, head, *rows]))
    assert [r["female"] for r in found] == female
    found = records(checked([WHO, [*head, "Nữ"], [*rows[0], 19], [*rows[1], 21]]))
    assert [r["female"] for r in found] == [19, 21]


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


def test_days_that_may_be_turned_round_are_asked_about() -> None:
    rows = [
        ["UBND quận Hải Châu, năm 2023"],
        HEAD[:4],
        [1, "A", datetime.date(2023, 4, 5), 30],
        [2, "B", "15/5/2023", 30],
    ]
    report = checked(rows, sheet="Tháng 5")
    assert issues(report) == [("date_ambiguous", "C3")]
    assert records(report)[0]["start_date"] == "2023-04-05"


def test_true_days_among_text_days_above_twelve_are_asked_about() -> None:
    days = [
        datetime.date(2023, 4, 5),
        "15/05/2023",
        datetime.date(2023, 1, 6),
        "25/06/2023",
        datetime.date(2023, 3, 6),
    ]
    report = checked([WHO, HEAD[:4], *[[i, f"L{i}", d, 30] for i, d in enumerate(days, 1)]])
    assert issues(report) == [("date_ambiguous", "C3"), ("date_ambiguous", "C5"), ("date_ambiguous", "C7")]


def test_a_reported_group_of_classes_is_a_summary() -> None:
    rows = [WHO, ["Tên lớp tập huấn", "Ngày", "Số lớp", "Số người"], ["A", DAY, 2, 80], ["B", DAY, 1, 40]]
    assert [(r["count"], r["basis"]) for r in records(checked(rows))] == [(2, "summary"), (1, "detail")]


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


@pytest.mark.parametrize("label", ["Chung", "3 xã", "Tổng kết quả", "Kết quả toàn huyện"])
@pytest.mark.parametrize("day", [None, DAY])
def test_a_row_that_sums_the_others_by_its_figures_is_no_activity(label: str, day: object) -> None:
    head = ["STT", "Tên lớp tập huấn", "Ngày", "Cha mẹ", "Giáo viên"]
    rows = [[n, f"Lớp {n}", DAY, 40 + n, n] for n in (1, 2, 3)]
    whole = [None, label, None, 126, 6]
    table = (
        [head, *rows, whole]
        if day
        else [[c for i, c in enumerate(r) if i != 2] for r in (head, *rows, whole)]
    )
    report = checked([["UBND huyện Hòa Vang, tháng 5 năm 2023"], *table])
    assert (len(records(report)), codes(report, "error")) == (3, [])
    table[-1][-1] = 7
    assert len(records(checked([["UBND huyện Hòa Vang, tháng 5 năm 2023"], *table]))) == (3 if day else 4)


def test_activities_and_people_by_audience_in_one_cell() -> None:
    rows = [WHO, ["STT", "Nội dung", "Thời gian", "Kết quả"], [1, "Tập huấn A", DAY, "01 lớp/62 phụ huynh"]]
    found = records(checked([*rows, [2, "Tập huấn B", DAY, "02 lớp, 90 phụ huynh và 6 giáo viên"]]))
    told = [(r["count"], r["basis"], r["attendances"]) for r in found]
    assert told == [(1, "detail", {"parents": 62}), (2, "summary", {"parents": 90, "teachers": 6})]


@pytest.mark.parametrize(
    ("said", "people", "total"),
    [
        ("Ngày 12/5/2023, tại UBND phường, 60 phụ huynh", {"parents": 60}, 60),
        ("12/5/2023; Trường A; 45 phụ huynh, 5 giáo viên", {"parents": 45, "teachers": 5}, 50),
        ("12/5/2023, Hội trường, 1.200 người", {}, 1200),
        ("12/5/2023, Hội trường số 2", {}, None),
    ],
)
def test_who_came_in_the_cell_of_the_day(said: str, people: dict[str, int], total: int | None) -> None:
    rows = [WHO, ["TT", "Tên lớp tập huấn", "Thời gian, địa điểm, thành phần tham dự"], [1, "A", said]]
    (found,) = records(checked([*rows]))
    assert (found["attendances"], found["attendances_total"]) == (people, total)


def test_a_remark_beside_the_heading_of_a_group_leaves_it_one() -> None:
    head = ["STT", "Tên lớp tập huấn", "Ngày", "Cha mẹ", "Ghi chú"]
    rows = [
        ["Tháng 3", *[None] * 4],
        [1, "A", 11, 50, None],
        ["Tháng 5", None, None, None, "Có ảnh kèm theo"],
    ]
    found = records(checked([["UBND huyện Hòa Vang, năm 2023"], head, *rows, [1, "B", 13, 44, None]]))
    assert [r["start_date"] for r in found] == ["2023-03-11", "2023-05-13"]


def test_days_in_three_columns() -> None:
    rows = [WHO, ["STT", "Tên lớp tập huấn", "Ngày", "Tháng", "Năm", "Số người"], [1, "A", 5, 3, 2023, 40]]
    assert records(checked(rows))[0]["start_date"] == "2023-03-05"


def test_a_year_of_its_own_column_completes_the_days() -> None:
    rows = [WHO, ["STT", "Tên lớp tập huấn", "Ngày, tháng", "Năm", "Số người"], [1, "A", "15/03", 2023, 40]]
    assert records(checked([*rows, [2, "B", "16-17/3", 2024, 40]]))[1]["end_date"] == "2024-03-17"


def test_the_example_and_the_dots_of_a_form_are_no_rows() -> None:
    head = ["STT", "Tên lớp tập huấn", "Ngày", "Số người"]
    rows = [["VD", "Lớp mẫu", "12/5/2023", 45], [1, "A", DAY, 40], ["…", "……", "…/…/…", "…"]]
    report = checked([WHO, head, *rows])
    assert ([r["title"] for r in records(report)], report["issues"]) == (["A"], [])


def test_one_year_above_the_figures_of_a_list_is_no_crosstab() -> None:
    head = [["STT", "Tên lớp tập huấn", "Ngày", "Năm 2024", None], [None, None, None, "Cha mẹ", "Tổng"]]
    merges = ["A2:A3", "B2:B3", "C2:C3", "D2:E2"]
    report = checked([WHO, *head, [1, "A", DAY, 40, 50]], merges=merges)
    assert [(r["count"], r["basis"], r["attendances_total"]) for r in records(report)] == [(1, "detail", 50)]


def test_forms_marked_with_a_cross() -> None:
    head = [
        ["STT", "Tên lớp tập huấn", "Ngày", "Hình thức", None, "Số người"],
        [None, None, None, "Trực tiếp", "Trực tuyến", None],
    ]
    merges = ["A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3"]
    rows = [
        WHO,
        *head,
        [1, "A", DAY, "x", "-", 40],
        [2, "B", DAY, "x", "x", 40],
        [3, "C", DAY, None, "–", 40],
    ]
    assert [r["delivery"] for r in records(checked(rows, merges=merges))] == ["in_person", "hybrid", None]


@pytest.mark.parametrize(("mark", "blank"), [("x", None), ("x", "-"), ("(x)", "0"), ("✓", "không"), (1, 0)])
def test_audiences_marked_with_a_cross_have_the_number_of_all(mark: object, blank: object) -> None:
    head = [
        ["STT", "Tên lớp tập huấn", "Ngày", "Đối tượng", None, "Số lượng"],
        [None, None, None, "Cha mẹ", "Giáo viên", None],
    ]
    merges = ["A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3"]
    rows = [[1, "A", DAY, mark, blank, 40], [2, "B", DAY, mark, mark, 41], [3, "C", DAY, blank, mark, None]]
    report = checked([WHO, *head, *rows], merges=merges)
    assert codes(report, "error") == []
    found = [(r["attendances"], r["attendances_total"]) for r in records(report)]
    assert found == [({"parents": 40}, 40), ({}, 41), ({}, None)]


def test_numbers_of_kinds_side_by_side_in_a_list_tell_the_kind_of_each_row() -> None:
    head = ["STT", "Nội dung", "Ngày", "Số lớp tập huấn", "Số buổi truyền thông", "Số lượt"]
    rows = [[1, "A", DAY, 1, None, 40], [2, "B", DAY, 0, 2, 120], [3, "C", DAY, 3, None, 90]]
    found = records(checked([WHO, head, *rows, [None, "Tổng cộng", None, 4, 2, 250]]))
    assert [(r["kind"], r["count"]) for r in found] == [
        ("training_class", 1),
        ("communication_session", 2),
        ("training_class", 3),
    ]


def test_classes_and_their_teachers_beside_an_activity_are_no_figures_and_not_kept() -> None:
    head = ["Nội dung tuyên truyền", "Ngày", "Giáo viên phụ trách", "Lớp tham gia", "Học sinh"]
    rows = [["A", DAY, "Nguyễn Thị Lan", "6/1, 6/2", 90], ["B", DAY, "Trần Văn Hùng", "Khối 7", 91]]
    report = checked([WHO, head, *rows])
    assert [r["attendances"] for r in records(report)] == [{"children_in_school": n} for n in (90, 91)]
    assert "Lan" not in str(report)


def test_years_at_school_are_no_titles_and_no_counts() -> None:
    head = ["STT", "Khối lớp", "Nội dung tuyên truyền", "Ngày", "Học sinh"]
    for classes in (("Khối 6", "Khối 7"), (6, 7)):
        found = records(checked([WHO, head, *([n, c, "A", DAY, 90] for n, c in enumerate(classes, 1))]))
        assert [(r["title"], r["count"]) for r in found] == [("A", 1), ("A", 1)]


@pytest.mark.parametrize(
    "label",
    [
        "1. Tập huấn: 2 lớp",
        "1. Các lớp tập huấn",
        "* Tập huấn",
        "I. LỚP TẬP HUẤN (02 lớp)",
        "+ Các lớp tập huấn",
    ],
)
def test_headings_of_groups_with_how_many_rows_they_have_and_notes_between_rows(label: str) -> None:
    head = ["STT", "Nội dung", "Ngày", "Số lượt"]
    rows = [[label], [1, "A", DAY, 40], [None, "(*) Lớp lồng ghép", None, None], [2, "B", DAY, 41]]
    report = checked([WHO, head, *rows])
    assert report["issues"] == []
    assert [(r["title"], r["kind"]) for r in records(report)] == [
        ("A", "training_class"),
        ("B", "training_class"),
    ]


@pytest.mark.parametrize("rows", [1, 60])
@pytest.mark.parametrize(
    ("above", "group"),
    [
        ("LỚP TẬP HUẤN CHO CHA MẸ NĂM 2023", None),
        ("Lớp tập huấn cho cha, mẹ, người chăm sóc trẻ em năm 2023", None),
        ("Lớp tập huấn cho cha mẹ từ ngày 01/3/2023 đến 31/3/2023", None),
        ("Năm 2023\nĐối tượng: Cha mẹ, người chăm sóc trẻ", None),
        ("NĂM 2023", "1. Cha mẹ, người chăm sóc trẻ"),
        ("NĂM 2023", "II. Tập huấn dành cho phụ huynh"),
    ],
)
def test_of_whom_all_people_are_may_stand_above_them(above: str, group: str | None, rows: int) -> None:
    head = ["STT", "Tên lớp tập huấn", "Ngày", "Số lượt"]
    of = [[group]] if group else []
    report = checked([WHO, [above], head, *of, *([n, f"Lớp {n}", DAY, 40] for n in range(1, rows + 1))])
    assert [r["attendances"] for r in records(report)] == [{"parents": 40}] * rows


def test_men_beside_women_are_no_year() -> None:
    rows = [WHO, ["STT", "Tên lớp tập huấn", "Ngày", "Nam", "Nữ", "Tổng"], [1, "A", DAY, 10, 30, 40]]
    report = checked(rows)
    assert report["tables"][0]["unused_columns"] == []
    assert report["issues"] == []
    assert (records(report)[0]["female"], records(report)[0]["attendances_total"]) == (30, 40)


def test_men_and_women_are_compared_with_all() -> None:
    rows = [
        ["UBND QUẬN LIÊN CHIỂU"],
        ["STT", "Tên lớp tập huấn", "Ngày", "Nam", "Nữ", "Tổng số"],
        [1, "A", "1/3/2024", 20, 25, 45],
        [2, "B", "2/3/2024", 20, 25, 40],
        [3, "C", "3/3/2024", 20, 25, 54],
        [4, "D", "4/3/2024", None, 25, 54],
    ]
    report = checked(rows)
    assert issues(report) == [("parts_exceed_total", "F4"), ("total_mismatch", "F5")]
    assert [(r["female"], r["attendances_total"]) for r in records(report)] == [(25, 45), (25, 54), (25, 54)]


@pytest.mark.parametrize("whole", [True, False])
def test_men_and_women_are_of_the_audience_that_the_row_names(whole: bool) -> None:
    total = ["Tổng số"] if whole else []
    head = ["STT", "Tên lớp tập huấn", "Ngày", "Nam", "Nữ", *total, "Đối tượng"]
    rows = [WHO, head, [1, "A", DAY, 30, 40, *([70] if whole else []), "Cha mẹ"]]
    (record,) = records(checked(rows))
    assert (record["attendances"], record["attendances_total"], record["female"]) == ({"parents": 70}, 70, 40)


def test_one_class_in_a_column_of_counts_for_a_period_is_a_sum() -> None:
    head = ["Thời gian", "Loại hoạt động", "Số lớp/buổi", "Đối tượng", "Số lượt"]
    rows = [
        WHO,
        head,
        ["Quý I/2023", "Tập huấn", 1, "Cha mẹ", 40],
        ["12/5/2023", "Tập huấn", 1, "Cha mẹ", 40],
    ]
    assert [(r["count"], r["basis"]) for r in records(checked(rows))] == [(1, "summary"), (1, "detail")]


def test_a_blank_kind_is_not_guessed_from_the_heading_of_titles() -> None:
    head = ["Chuyên đề", "Loại hoạt động", "Ngày", "Cha mẹ"]
    rows = [WHO, head, ["A", "Tập huấn", DAY, 40], ["B", None, DAY, 60], ["Lớp tập huấn C", None, DAY, 50]]
    report = checked(rows)
    assert issues(report) == [("required_missing", "B4")]
    assert [r["kind"] for r in records(report)] == ["training_class", "training_class"]


@pytest.mark.parametrize("rows", [1, 30])
def test_a_title_that_names_another_thing_goes_before_the_heading_of_titles(rows: int) -> None:
    titles = ["Lớp tập huấn A", "Hội thi B", "C", "Tuyên truyền D"]
    found = records(
        checked([WHO, ["Chuyên đề tuyên truyền", "Ngày", "Cha mẹ"], *([t, DAY, 60] for t in titles * rows)])
    )
    assert [r["kind"] for r in found][:4] == ["training_class", "contest", *["communication_session"] * 2]
    found = records(
        checked(
            [WHO, ["Tên lớp tập huấn", "Ngày", "Cha mẹ"], ["Tuyên truyền D", DAY, 60], ["Buổi E", DAY, 60]]
        )
    )
    assert [r["kind"] for r in found] == ["training_class", "communication_session"]
    above = [WHO, ["KẾT QUẢ TRUYỀN THÔNG"], ["Nội dung", "Ngày", "Cha mẹ"]]
    found = records(checked([*above, *([t, DAY, 60] for t in titles * rows)]))
    assert [r["kind"] for r in found][:4] == ["training_class", "contest", *["communication_session"] * 2]


def test_what_the_rows_are_counted_in_tells_their_kind() -> None:
    head = ["Nội dung", "ĐVT", "Số lượng", "Ngày", "Số người tham gia"]
    found = records(checked([WHO, head, ["A", "Lớp", 1, DAY, 40], ["B", "Buổi", 2, DAY, 300]]))
    assert [(r["kind"], r["count"]) for r in found] == [("training_class", 1), ("communication_session", 2)]


@pytest.mark.parametrize(
    "cell",
    [
        "45 (nữ 20)",
        "45 (20 nữ)",
        "45 người, trong đó 20 nữ",
        "45 (trong đó nữ: 20)",
        "45/20 nữ",
        "45 (nam: 25, nữ: 20)",
    ],
)
def test_one_cell_may_tell_all_and_the_women_among_them(cell: str) -> None:
    (found,) = records(checked([WHO, ["Tên lớp", "Ngày", "Số người dự (nữ)"], ["A", DAY, cell]]))
    assert (found["attendances_total"], found["female"]) == (45, 20)


def test_more_women_than_people_is_said_of_one_cell_too() -> None:
    assert codes(checked([WHO, ["Tên lớp", "Ngày", "Số người"], ["A", DAY, "20 (nữ 45)"]])) == [
        "parts_exceed_total"
    ]


def test_th_and_tt_side_by_side_are_kinds() -> None:
    head = ["Tên hoạt động", "TH", "TT", "Ngày", "Cha mẹ"]
    found = records(checked([WHO, head, ["A", "x", None, DAY, 40], ["B", None, "x", DAY, 60]]))
    assert [(r["kind"], r["delivery"]) for r in found] == [
        ("training_class", None),
        ("communication_session", None),
    ]


TWO_ROWS = [
    [*WHO, None, None, None, None],
    ["STT", "Tên lớp tập huấn", "Ngày", "Đối tượng", "Số lượng"],
    [1, "A", DAY, "Phụ huynh", 45],
    [None, None, None, "Học sinh", 20],
    [2, "B", DAY, "Phụ huynh", 30],
]


def test_audiences_on_rows_of_their_own_below_one_activity_are_that_one() -> None:
    both = records(checked(TWO_ROWS, merges=["A3:A4", "B3:B4", "C3:C4"]))
    assert [
        (r["title"], r["count"], r["attendances"], r["attendances_total"], r["source"]["row"]) for r in both
    ] == [
        ("A", 1, {"parents": 45, "children_in_school": 20}, 65, 3),
        ("B", 1, {"parents": 30}, 30, 5),
    ]
    # The first row waits for its day: so does what goes on with it.
    undated = [row if n != 2 else [1, "A", "hôm nọ", "Phụ huynh", 45] for n, row in enumerate(TWO_ROWS)]
    assert [r["title"] for r in records(checked(undated, merges=["A3:A4", "B3:B4", "C3:C4"]))] == ["B"]


def test_audiences_on_rows_of_their_own_have_the_size_of_one_activity() -> None:
    small = [*TWO_ROWS[:2], [1, "A", DAY, "Phụ huynh", 15], [None, None, None, "Học sinh", 10]]
    assert checked(small, merges=["A3:A4", "B3:B4", "C3:C4"])["issues"] == []
    few = [*small[:3], [None, None, None, "Học sinh", 1]]
    assert codes(checked(few, merges=["A3:A4", "B3:B4", "C3:C4"])) == ["implausible_size"]


def test_rows_below_one_name_with_days_of_their_own_are_activities_of_their_own() -> None:
    rows = [row if n != 3 else [None, None, "14/5/2023", "Học sinh", 20] for n, row in enumerate(TWO_ROWS)]
    assert [r["title"] for r in records(checked(rows, merges=["A3:A4", "B3:B4"]))] == ["A", "A", "B"]


def test_communes_report_in_what_the_focal_agency_compiles() -> None:
    head = ["Phường/xã", "Tên lớp tập huấn", "Ngày", "Cha mẹ"]
    rows = [head, ["Phường Hải Châu", "A", "5/8/2025", 40], ["Xã Bà Nà", "B", "6/8/2025", 40]]
    compiled = [["SỞ KHOA HỌC VÀ CÔNG NGHỆ"], ["TỔNG HỢP HOẠT ĐỘNG CỦA CÁC PHƯỜNG, XÃ NĂM 2025"], *rows]
    assert [r["unit"] for r in records(checked(compiled))] == ["20242", "20308"]
    own = [["SỞ KHOA HỌC VÀ CÔNG NGHỆ"], ["CÁC HOẠT ĐỘNG DO SỞ TỔ CHỨC NĂM 2025"], *rows]
    assert [r["unit"] for r in records(checked(own))] == ["SO-KHCN", "SO-KHCN"]


def test_a_column_of_kinds_that_nobody_filled_in_is_none() -> None:
    head = ["Tên lớp tập huấn", "Loại hoạt động", "Ngày", "Cha mẹ"]
    assert [r["kind"] for r in records(checked([WHO, head, ["A", None, DAY, 40]]))] == ["training_class"]


def test_a_column_of_impossible_days_is_not_read_as_the_years_in_them() -> None:
    report = checked([["BÁO CÁO NĂM 2023"], WHO, HEAD, [1, "Lớp A", "31/02/2023", 50, 30, 20, 10]])
    assert report["status"] == "rejected"
    assert codes(report) == ["date_unreadable"]


def test_the_cut_name_of_a_body_is_no_audience() -> None:
    rows = [
        ["Đơn vị: Ủy ban MTTQ Việt Nam thành phố"],
        ["Tên lớp tập huấn", "Ngày", "Số lượt"],
        ["A", DAY, 40],
    ]
    found = records(checked(rows, sheet="Ủy ban Mặt trận Tổ quốc Việt Na"))
    assert [r["attendances"] for r in found] == [{}]


def test_a_day_in_february_of_the_second_term_is_not_doubted() -> None:
    title = ["BUỔI TUYÊN TRUYỀN HỌC KỲ II NĂM HỌC 2022-2023"]
    head = ["STT", "Nội dung", "Ngày", "Số lượt học sinh"]
    days = [datetime.date(2023, 2, 6), datetime.date(2023, 3, 13)]
    rows = [[n, f"Buổi {n}", day, 300] for n, day in enumerate(days, 1)]
    report = checked([["PHÒNG GD&ĐT SƠN TRÀ"], title, head, *rows])
    assert "date_ambiguous" not in codes(report)
    assert [r["start_date"] for r in records(report)] == ["2023-02-06", "2023-03-13"]
