import io

import openpyxl
import pytest

from data_loaders.check import check
from data_loaders.layout import blocks
from data_loaders.layout.facts import _in_one_cell
from tests.data_loaders.sheets import checked, codes, issues, records, xlsx

HEAD = ["TT", "Tên lớp", "Ngày", "Địa bàn", "Số người tham gia", None, None]
SUB = [None, None, None, None, "Tổng số", "Cha mẹ", "Trẻ em ngoài trường học"]
TITLE = [
    ["UBND QUẬN HẢI CHÂU", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["PHÒNG VĂN HÓA VÀ THÔNG TIN", None, None, None, "Độc lập - Tự do - Hạnh phúc"],
    [],
    ["BÁO CÁO KẾT QUẢ TỔ CHỨC CÁC LỚP TẬP HUẤN NĂM 2023"],
    ["(Kèm theo Công văn số 12/UBND-VHTT ngày 15 tháng 6 năm 2023 của UBND quận Hải Châu)"],
    [],
]
BODY = [[1, "A", "12/2/2023", "Thạch Thang", 65, 45, 20], [2, "B", "12/3/2023", "Thuận Phước", 70, 50, 20]]
SIGNED = [
    [],
    ["Ghi chú: số liệu tính đến 14/12/2023"],
    [None, "Người lập biểu", None, None, "TM. ỦY BAN NHÂN DÂN"],
    [None, "Nguyễn Văn A", None, None, "Trần B"],
]


def test_title_block_two_header_rows_numbering_total_and_signatures() -> None:
    numbering = ["(1)", "(2)", "(3)", "(4)", "(5)=(6)+...+(7)", "(6)", "(7)"]
    rows = [*TITLE, HEAD, SUB, numbering, *BODY, [None, "Tổng cộng", None, None, 135, 95, 40], *SIGNED]
    report = checked(rows, merges=["A7:A8", "B7:B8", "C7:C8", "D7:D8", "E7:G7"])
    assert report["status"] == "ready"
    assert report["issues"] == []
    assert report["tables"][0]["header_rows"] == [7, 8]
    assert [(r["unit"], r["kind"], r["attendances_total"], r["source"]["row"]) for r in records(report)] == [
        ("492", "training_class", 65, 10),
        ("492", "training_class", 70, 11),
    ]


def test_numbering_of_many_sorts() -> None:
    for numbering in (
        ["A", "B", "C", "D", 1, 2, 3],
        [1, 2, 3, 4, 5, 6, 7],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        ["A", "B", 1, 2, "3=4+5", 4, 5],
        # Excel makes these of "(1)", "(2)"…
        [-1, -2, -3, -4, -5, -6, -7],
        ["I", "II", "III", "IV", "V", "VI", "VII"],
        ["Cột 1", "Cột 2", "Cột 3", "Cột 4", "Cột 5", "Cột 6", "Cột 7"],
    ):
        # Words alone without a number head rows, sum them or stand below them.
        lines = [
            [None, "Khối phường"],
            *BODY,
            [None, "Toàn quận Hải Châu", None, None, 135],
            [None, "Số liệu do các trường cung cấp"],
        ]
        report = checked([*TITLE, HEAD, SUB, numbering, *lines])
        assert codes(report) == []
        assert len(records(report)) == 2


def test_two_tables_on_a_sheet_with_their_captions() -> None:
    head = ["STT", "Nội dung", "Ngày", "Số người"]
    rows = [
        ["ĐƠN VỊ: QUẬN CẨM LỆ"],
        ["I. CÁC LỚP TẬP HUẤN"],
        head,
        [1, "A", "1/3/2023", 40],
        [],
        ["II. CÁC BUỔI TRUYỀN THÔNG"],
        head,
        [1, "B", "2/3/2023", 200],
    ]
    report = checked(rows)
    assert [(r["unit"], r["kind"]) for r in records(report)] == [
        ("495", "training_class"),
        ("495", "communication_session"),
    ]
    assert [t["header_rows"] for t in report["tables"]] == [[3], [7]]


def test_a_header_printed_again_on_the_next_page_is_no_new_table() -> None:
    rows = [*TITLE, HEAD, SUB, BODY[0], HEAD, SUB, BODY[1]]
    report = checked(rows)
    assert len(report["tables"]) == 1
    assert len(records(report)) == 2


def test_a_sheet_for_every_month() -> None:
    def month(*rows):
        return [
            ["Đơn vị: Quận Sơn Trà"],
            ["Năm 2023"],
            ["STT", "Nội dung tuyên truyền", "Ngày tổ chức", "Số lượt"],
            *rows,
        ]

    book = xlsx(
        {
            "Hướng dẫn": [["Hướng dẫn điền biểu"], ["Ghi đủ các cột"]],
            "Tháng 1": month([1, "A", 5, 300]),
            "Tháng 2": month(["Không phát sinh"]),
            "Tháng 3": [["Tháng 3/2023 không phát sinh hoạt động"]],
            "Tháng 4": month(),
            "Danh mục": [
                ["Loại hoạt động", "Đối tượng", "Hình thức"],
                ["Lớp tập huấn", "Cha mẹ", "Trực tiếp"],
                ["Buổi truyền thông", "Giáo viên", "Trực tuyến"],
            ],
        }
    )
    report = check("bao-cao.xlsx", book)
    assert report["status"] == "ready"
    assert [(r["unit"], r["start_date"], r["basis"]) for r in records(report)] == [
        ("493", "2023-01-05", "detail"),
        ("493", "2023-02-01", "declared_zero"),
        ("493", "2023-03-01", "declared_zero"),
    ]


def test_headings_without_accents_in_capitals_with_line_breaks_and_hard_blanks() -> None:
    plain = [
        ["UBND QUAN HAI CHAU"],
        ["TT", "TEN HOAT DONG", "NGAY TO CHUC", "LOAI HOAT DONG", "CHA ME", "TONG SO"],
        [1, "Tap huan", "01/03/2023", "Tap huan", 30, 30],
    ]
    broken = [
        ["Đơn\u00a0vị báo cáo:\u00a0UBND quận Hải Châu"],
        ["STT", "Tên\nhoạt động", "Thời gian\ntổ chức", "Loại\u00a0hoạt động", "Cha mẹ\n(người)", "TỔNG\nSỐ"],
        [1, "Tap huan", "ngày 1 tháng 3 năm 2023", "TẬP HUẤN", "30", "30"],
    ]
    one, other = records(checked(plain)), records(checked(broken))
    assert one == other
    assert one[0]["attendances"] == {"parents": 30}


def test_a_table_that_starts_in_another_corner() -> None:
    rows = [
        [],
        [],
        [None, None, "UBND quận Hải Châu"],
        [None, None, "STT", "Tên lớp tập huấn", "Ngày", "Số người"],
        [None, None, 1, "A", "12/5/2023", 40],
    ]
    report = checked(rows)
    assert report["tables"][0]["columns"] == {"D": "title", "E": "start_date", "F": "attendances_total"}
    assert records(report)[0]["source"]["row"] == 5


def test_the_number_of_a_page_above_a_repeated_header_begins_no_table() -> None:
    head, day = ["STT", "Tên lớp tập huấn", "Ngày", "Cha mẹ"], "12/5/2023"
    pages = [head, [1, "A", day, 40], ["Trang 2"], head, [2, "B", day, 50], [None, "(Tiếp theo)"]]
    pages += [[3, "C", day, 60], [None, "Tổng cộng", None, 150]]
    assert checked([["UBND QUẬN HẢI CHÂU"], *pages])["issues"] == []


def test_sheets_numbered_as_classes_tell_no_kind() -> None:
    head = ["Nội dung", "Ngày", "Cha mẹ"]
    report = checked([["UBND QUẬN HẢI CHÂU"], head, ["Truyền thông A", "12/5/2023", 90]], sheet="Lớp 1")
    assert [r["kind"] for r in records(report)] == ["communication_session"]


@pytest.mark.parametrize("at", [0, 5, 6])
def test_one_figure_among_the_headings_leaves_them_headings(at: int) -> None:
    head: list[object] = ["STT", "Nội dung", "Ngày", "Học sinh", "Cha mẹ", None, None]
    head[at] = 180
    rows = [["UBND QUẬN HẢI CHÂU"], head, [1, "Lớp tập huấn A", "12/5/2023", 40, 50]]
    assert [r["attendances_total"] for r in records(checked(rows))] == [90]


def test_a_label_with_its_value_is_no_header() -> None:
    rows = [
        ["Đơn vị báo cáo", "UBND quận Hải Châu"],
        ["Kỳ báo cáo", "Quý II/2023"],
        ["STT", "Tên lớp tập huấn", "Ngày", "Số người"],
        [1, "A", "12/5/2023", 40],
    ]
    report = checked(rows)
    assert [t["header_rows"] for t in report["tables"]] == [[3]]
    assert records(report)[0]["unit"] == "492"


LEFT = ["STT", "Nội dung", "Ngày", "Lượt người"]


def test_two_tables_side_by_side() -> None:
    rows = [
        ["THÀNH ĐOÀN ĐÀ NẴNG"],
        ["LỚP TẬP HUẤN", None, None, None, None, "BUỔI TRUYỀN THÔNG"],
        [*LEFT, None, *LEFT],
        [1, "A", "1/3/2024", 60, None, 1, "C", "3/3/2024", 90],
        [2, "B", "2/3/2024", 61],
    ]
    report = checked(rows, merges=["A2:D2", "F2:I2"])
    assert report["issues"] == []
    assert [(r["title"], r["kind"], r["unit"], r["source"]["row"]) for r in records(report)] == [
        ("A", "training_class", "TD", 4),
        ("B", "training_class", "TD", 5),
        ("C", "communication_session", "TD", 4),
    ]
    assert [sorted(table["columns"]) for table in report["tables"]] == [["B", "C", "D"], ["G", "H", "I"]]


def test_two_tables_side_by_side_without_a_column_between() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["CÁC LỚP TẬP HUẤN"], [*LEFT, *LEFT]]
    rows += [[1, "A", "1/3/2024", 60, 3, "C", "3/3/2024", 90], [2, "B", "2/3/2024", 61]]
    assert [r["title"] for r in records(checked(rows))] == ["A", "B", "C"]


def test_a_blank_column_inside_one_table_does_not_part_it() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["STT", "Tên lớp tập huấn", "Ngày", None, "Cha mẹ", "Học sinh"]]
    rows += [[1, "A", "1/3/2024", None, 30, 20]]
    (record,) = records(checked(rows))
    assert record["attendances"] == {"parents": 30, "children_in_school": 20}


def test_the_unit_of_a_group_and_the_titles_in_one_column() -> None:
    rows = [
        ["TỔNG HỢP LỚP TẬP HUẤN CÁC QUẬN"],
        ["STT", "Đơn vị/Tên lớp", "Ngày", "Cha mẹ"],
        ["I", "Quận Thanh Khê", None, 61],
        [1, "A", "1/3/2024", 30],
        [2, "B", "2/3/2024", 31],
        ["II", "Quận Hải Châu", None, 32],
        [1, "C", "3/3/2024", 32],
    ]
    report = checked(rows)
    assert report["issues"] == []
    assert [(r["unit"], r["title"]) for r in records(report)] == [("491", "A"), ("491", "B"), ("492", "C")]


def test_sums_of_pages_are_no_rows() -> None:
    head = ["STT", "Tên buổi truyền thông", "Ngày", "Số lượt"]
    rows = [["UBND QUẬN HẢI CHÂU"], head, [1, "A", "1/3/2024", 60], [None, "Cộng trang", None, 60]]
    rows += [head, [None, "Mang sang", None, 60], [2, "B", "2/3/2024", 61], [None, "Tổng cộng", None, 121]]
    report = checked(rows)
    assert report["issues"] == []
    assert [r["title"] for r in records(report)] == ["A", "B"]


def test_an_agency_of_education_and_training_names_no_kind() -> None:
    rows = [["SỞ GIÁO DỤC VÀ ĐÀO TẠO - DANH SÁCH BUỔI TRUYỀN THÔNG"], LEFT, [1, "A", "1/3/2024", 60]]
    assert [r["kind"] for r in records(checked(rows))] == ["communication_session"]


def test_rows_of_another_sheet_again_are_said() -> None:
    rows = [["UBND QUẬN HẢI CHÂU"], ["STT", "Tên lớp tập huấn", "Ngày", "Cha mẹ"], [1, "A", "1/3/2024", 30]]
    report = check("bao-cao.xlsx", xlsx({"Tháng 3": rows, "Tháng 3 (2)": rows}))
    assert [(i["code"], i["sheet"], i["cell"]) for i in report["issues"]] == [
        ("duplicate_row", "Tháng 3 (2)", "B3")
    ]
    assert "dòng 3 của trang “Tháng 3”" in report["issues"][0]["message"]
    louder = [*rows[:2], [1, "a", "1/3/2024", 30]]
    assert [i["code"] for i in check("a.xlsx", xlsx({"1": rows, "2": louder}))["issues"]] == ["duplicate_row"]
    other = [*rows[:2], [1, "A", "1/3/2024", 31]]
    assert check("bao-cao.xlsx", xlsx({"Tháng 3": rows, "Tháng 4": other}))["issues"] == []


def test_a_group_heading_may_stand_over_each_of_its_columns() -> None:
    upper = ["STT", "Tên lớp tập huấn", "Ngày", *["Số lượt tham gia"] * 3]
    lower = [None, None, None, "Cha mẹ", "Giáo viên", "Tổng số"]
    report = checked([["UBND QUẬN HẢI CHÂU"], upper, lower, [1, "A", "1/3/2024", 30, 5, 35]])
    assert (report["status"], codes(report)) == ("ready", [])
    assert records(report)[0]["attendances"] == {"parents": 30, "teachers": 5}


def test_a_group_that_has_not_reported_gives_no_row() -> None:
    rows = [
        ["NĂM 2024"],
        ["STT", "Tên lớp tập huấn", "Ngày", "Cha mẹ"],
        ["I", "Quận Hải Châu"],
        [1, "A", "1/3/2024", 30],
    ]
    report = checked([*rows, ["II", "Quận Sơn Trà"], [None, "Chưa báo cáo"]])
    assert (report["status"], codes(report), len(records(report))) == ("ready", [], 1)


def test_a_hidden_list_names_no_unit_of_the_others() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx({"T": [LEFT, [1, "Lớp tập huấn A", "1/3/2024", 30]]})))
    book.create_sheet("Danh mục").append(["Sở Y tế"])
    target = io.BytesIO()
    book["Danh mục"].sheet_state = "hidden"
    book.save(target)
    assert [i["code"] for i in check("a.xlsx", target.getvalue())["issues"]] == ["required_missing"]


def test_a_hidden_sheet_is_read_and_said() -> None:
    rows = [["UBND QUẬN HẢI CHÂU"], LEFT, [1, "Lớp tập huấn A", "1/3/2024", 30]]
    book = openpyxl.load_workbook(
        io.BytesIO(xlsx({"Ẩn": rows, "T": [*rows[:2], [1, "Lớp tập huấn B", "2/3/2024", 31]]}))
    )
    book["Ẩn"].sheet_state, book.active = "hidden", 1
    target = io.BytesIO()
    book.save(target)
    report = check("a.xlsx", target.getvalue())
    assert [(i["code"], i["sheet"]) for i in report["issues"]] == [("hidden_rows", "Ẩn")]
    assert [len(table["records"]) for table in report["tables"]] == [1, 1]


def test_the_period_may_stand_in_cells_beside_each_other() -> None:
    rows = [["UBND quận Hải Châu"], ["Tháng", 5, "năm", 2023], ["Tên lớp tập huấn", "Lượt cha mẹ"], ["A", 40]]
    (record,) = records(checked(rows))
    assert (record["start_date"], record["end_date"]) == ("2023-05-01", "2023-05-31")


def test_a_caption_merged_over_the_whole_table_is_no_heading_of_its_columns() -> None:
    rows = [
        ["UBND QUẬN SƠN TRÀ", *[None] * 6, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        [None, "DANH SÁCH CÁC LỚP TẬP HUẤN NĂM 2024"],
        [None, "TT", "Chủ đề", "Ngày mở", "Ngày đóng", "Quy mô"],
        [None, 1, "A", "20.10.2024", "22.10.2024", 64],
    ]
    report = checked(rows, merges=["B2:F2"])
    assert report["issues"] == []
    (record,) = records(report)
    assert (record["count"], record["start_date"], record["end_date"]) == (1, "2024-10-20", "2024-10-22")
    assert report["tables"][0]["header_rows"] == [3]


def test_units_of_measure_below_the_headings() -> None:
    rows = [["UBND QUẬN CẨM LỆ"], ["STT", "Tên lớp tập huấn", "Ngày", "Cha mẹ", "Học sinh"]]
    rows += [[None, None, "(ngày/tháng/năm)", "(người)", "(em)"], [1, "A", "4/5/2023", 30, 20]]
    report = checked(rows)
    assert report["issues"] == []
    assert [r["attendances"] for r in records(report)] == [{"parents": 30, "children_in_school": 20}]


def test_a_mistyped_unit_of_a_group_is_not_the_unit_above_the_table() -> None:
    rows = [
        ["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"],
        ["TỔNG HỢP LỚP TẬP HUẤN"],
        ["STT", "Tên lớp", "Ngày", "Số người"],
    ]
    rows += [
        ["I", "Quận Thanh Khê"],
        [1, "A", "4/6/2023", 44],
        ["II", "Quận Hải Chậu"],
        [1, "B", "4/6/2023", 44],
    ]
    report = checked(rows)
    assert [r["unit"] for r in records(report)] == ["491"]
    assert issues(report) == [("unit_unknown", "B6")]


def test_letters_above_roman_numerals_where_they_come_first() -> None:
    rows = [["TỔNG HỢP BUỔI TRUYỀN THÔNG NĂM 2023"], ["STT", "Nội dung", "Ngày", "Số lượt"]]
    for mark, unit in (("A", "Quận Sơn Trà"), ("B", "Quận Cẩm Lệ")):
        rows += [[mark, unit], ["I", "Tháng 3"], [1, "X", "5/3", 70], ["II", "Tháng 4"], [1, "Y", "5/4", 70]]
    report = checked(rows)
    assert codes(report) == []
    assert [r["unit"] for r in records(report)] == ["493", "493", "495", "495"]


def test_a_header_of_mostly_unknown_words_is_told_by_the_figures_below_it() -> None:
    head = ["Đã làm gì", "Hôm đó", "Nhóm A/B", "Phản hồi", "Cơ quan chủ trì", "Phụ huynh", "Số lượt"]
    rows = [
        [f"Kỹ năng số {n}", f"{n}/5/2023", "Tập huấn", "Tốt", "Hội Phụ nữ", 40 + n, 40 + n] for n in (1, 2, 3)
    ]
    found = records(checked([["UBND QUẬN HẢI CHÂU"], head, *rows]))
    assert [(r["title"], r["start_date"], r["kind"]) for r in found] == [
        (f"Kỹ năng số {n}", f"2023-05-0{n}", "training_class") for n in (1, 2, 3)
    ]
    # Words alone below it are no table.
    assert codes(checked([["UBND QUẬN HẢI CHÂU"], head, *[["Kỹ năng số"] * 7] * 3])) == ["no_table"]


@pytest.mark.parametrize(("rows", "kinds"), [(40, ["activities"]), (60, [])])
def test_headings_are_not_looked_for_below_endless_words(
    rows: int, kinds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """To match the words of each row of a long list of something else would take minutes."""
    monkeypatch.setattr(blocks, "_WORDY", 50)
    words = [[f"thư {n}", f"Mario {n}", f"Rossi {n}"] for n in range(rows)]
    report = checked([*words, HEAD, SUB, *BODY])
    assert [table["kind"] for table in report["tables"]] == kinds


def test_pages_of_words_in_one_cell_are_no_form() -> None:
    told = "Số lớp: 5; Số người tham gia: 40 người; trong đó nữ: 20"
    assert dict(_in_one_cell(told)) == {"Số lớp": "5", "Số người tham gia": "40 người", "trong đó nữ": "20"}
    assert _in_one_cell("x" * 2_001 + told) == []


def test_each_letterhead_begins_a_letter_of_its_own() -> None:
    second = [
        ["UBND QUẬN SƠN TRÀ", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["DANH SÁCH TRƯỜNG HỌC"],
        ["Tên trường"],
        ["Trường THCS Lê Độ"],
        ["Trường Tiểu học Tiên Sa"],
    ]
    report = checked([*TITLE, HEAD, SUB, *BODY, *SIGNED, [], *second], merges=["E7:G7"])
    assert [(t["kind"], len(t["records"])) for t in report["tables"]] == [("activities", 2), ("schools", 2)]
    assert {r["unit"] for r in report["tables"][1]["records"]} == {"493"}
    assert report["status"] == "ready"


@pytest.mark.parametrize("label", [["Tháng 5/2023"], ["II", "UBND Quận Sơn Trà"], ["Quận Sơn Trà"]])
def test_the_heading_of_a_group_may_stand_where_the_rows_have_figures(label: list[str]) -> None:
    rows = [["Đơn vị: Quận Sơn Trà"], ["STT", "Nữ", "Ngày", "Số người", "Tên lớp tập huấn"], label]
    report = checked([*rows, [1, 20, "12/5/2023", 45, "A"]])
    assert (report["issues"], [r["unit"] for r in records(report)]) == ([], ["493"])


def test_words_alone_below_a_blank_row_are_notes() -> None:
    note = [[], ["- Cột 5: ghi rõ hình thức."], ["Đề nghị gửi trước ngày 20/12"]]
    report = checked(
        [["Đơn vị: Quận Sơn Trà"], ["Tên lớp tập huấn", "Ngày", "Số người"], ["A", "12/5/2023", 45], *note]
    )
    assert (report["issues"], len(records(report))) == ([], 1)


@pytest.mark.parametrize("names", [("Quận Sơn Trà", "Quận Hải Châu"), ("Sơn Trà", "Hải Châu")])
def test_the_name_of_a_sheet_goes_before_the_agency_that_gathers_all(names: tuple[str, str]) -> None:
    head = [["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"], ["Tên lớp tập huấn", "Ngày", "Số người"]]
    sheets = {name: [*head, ["A", "12/5/2023", 45]] for name in names}
    assert [r["unit"] for r in records(check("a.xlsx", xlsx(sheets)))] == ["493", "492"]


def test_a_group_whose_name_sounds_like_a_heading_is_no_header_row() -> None:
    head = [["Tên chuyên đề", "Ngày tổ chức", "Kết quả"], [None, None, "Phụ huynh", "Giáo viên"]]
    rows = [*head, ["Phường Điện Bàn Đông"], ["Lớp tập huấn A", "30/10/2025", 60, 36]]
    report = checked(rows, merges=["A1:A2", "B1:B2", "C1:D1"])
    assert (report["status"], report["tables"][0]["header_rows"]) == ("ready", [1, 2])
    (record,) = records(report)
    assert (record["unit"], record["title"]) == ("20579", "Lớp tập huấn A")


def test_the_unit_of_another_sheet_does_not_own_the_offices_of_this_one() -> None:
    sheets = {
        "A": [["Đơn vị: Quận Liên Chiểu"], ["Tên lớp tập huấn", "Ngày", "Số người"], ["A", "12/5/2023", 45]],
        "B": [["Đơn vị", "Tên lớp tập huấn", "Ngày", "Số người"], ["Công an TP", "B", "12/5/2023", 45]],
    }
    assert [r["unit"] for r in records(check("a.xlsx", xlsx(sheets)))] == ["490", "CA-TP"]


def test_a_row_of_the_header_may_only_lead_over_to_the_next() -> None:
    rows = [
        ["UBND quận Hải Châu"],
        ["STT", "Tên lớp tập huấn", "Ngày", "Số người tham gia"],
        [None, None, None, "Trong đó"],
        [None, None, None, "Cha mẹ", "Giáo viên"],
        [1, "Kỹ năng số", "12/5/2023", 25, 20],
    ]
    report = checked(rows)
    assert report["tables"][0]["header_rows"] == [2, 3, 4]
    assert records(report)[0]["attendances"] == {"parents": 25, "teachers": 20}


def test_lists_of_words_for_choice_beside_each_other_are_no_form() -> None:
    lists = [["Loại hoạt động", "Hình thức"], ["Lớp tập huấn", "Trực tiếp"], ["Hội thi", "Trực tuyến"]]
    report = checked(lists, sheet="DM")
    assert (report["tables"], codes(report)[:1]) == ([], ["no_table"])


@pytest.mark.parametrize(
    "above",
    [
        ["ỦY BAN NHÂN DÂN QUẬN SƠN\nTRÀ", "Mẫu số 03/BC", "LỚP TẬP\nHUẤN"],
        ["Đơn vị báo cáo: Quận Sơn\nTrà", "Bảng 1. LỚP TẬP\nHUẤN"],
        ["UBND QUẬN", "SƠN TRÀ", "Lớp tập huấn"],
    ],
)
def test_a_line_above_a_table_that_goes_on_in_the_next(above: list[str]) -> None:
    head = ["Nội dung", "Ngày", "Số người"]
    report = checked([*([line] for line in above), head, ["Sinh hoạt chuyên đề", "12/5/2023", 45]])
    # A line that is the name of a kind and nothing more says it of each row, as the heading of a group does.
    assert [(r["unit"], r["kind"]) for r in records(report)] == [("493", "training_class")]


def test_a_letterhead_repeated_in_the_column_of_places_is_no_ward() -> None:
    head = ["Địa phương", "Kỳ báo cáo", "Số lớp tập huấn", "Số lượt"]
    rows = [["UBND HUYỆN HÒA VANG"], head, ["UBND huyện Hòa Vang", "Quý I/2023", 2, 70]]
    assert [(r["unit"], r["ward"]) for r in records(checked(rows))] == [("497", None)]


def test_a_numbered_form_has_no_denominators() -> None:
    rows = [["Mẫu số 03/BC"], ["SỐ LỚP TẬP HUẤN THEO QUÝ NĂM 2023"], ["Đơn vị", "Quý I", "Quý II"]]
    report = checked([*rows, ["Quận Sơn Trà", 2, 3], ["Quận Hải Châu", 4, None]])
    assert [(t["kind"], len(t["records"])) for t in report["tables"]] == [("participation", 3)]


def test_the_sum_of_one_group_ends_where_another_begins_without_one() -> None:
    rows = [["LỚP TẬP HUẤN NĂM 2023 - QUẬN HẢI CHÂU"], ["STT", "Tên lớp", "Ngày", "Cha mẹ"]]
    rows += [["I", "Tháng 3", None, 55], [1, "A", "2/3/2023", 25], [2, "B", "3/3/2023", 30]]
    rows += [["II", "Tháng 4"], [1, "C", "2/4/2023", 40]]
    report = checked(rows)
    assert (codes(report), len(records(report))) == ([], 3)


@pytest.mark.parametrize("numbering", [[], [["A", "B", 1, 2, 3]]])
def test_levels_to_be_ticked_below_one_heading_without_merges(numbering: list[list[object]]) -> None:
    head = [["STT", "Tên trường", "Cấp học"], [None, None, "MN", "TH", "THCS"]]
    rows = [*head, *numbering, [1, "Trường Tiểu học A", None, "x"], [2, "Trường THCS B", None, None, "x"]]
    report = checked([["UBND QUẬN SƠN TRÀ"], ["DANH SÁCH TRƯỜNG HỌC"], *rows])
    assert report["issues"] == []
    assert [r["level"] for r in records(report)] == ["primary", "lower_secondary"]


@pytest.mark.parametrize("sums", [["Cộng mục 2", 3, 90], ["Cong muc 2", 3, 90], ["Cộng", 5, 150]])
def test_sums_of_a_group_behind_others_that_have_none(sums: list[object]) -> None:
    """A sum row may sum the group that it stands in, at any level."""
    rows: list[list[object]] = [["TẬP HUẤN NĂM 2023"], ["Nội dung", "Số lớp", "Cha mẹ"]]
    rows += [["A. Quận Sơn Trà"], ["1. Quý I"], ["", 9, 270], ["B. Quận Hải Châu"], ["1. Quý I"], ["", 2, 60]]
    report = checked([*rows, ["2. Quý II"], ["", 3, 90], sums, ["Tổng cộng", 14, 420]])
    assert report["issues"] == []
    assert [r["count"] for r in records(report)] == [9, 2, 3]


def test_days_as_headings_of_groups_date_the_rows_below_them() -> None:
    rows: list[list[object]] = [["UBND QUẬN SƠN TRÀ"], ["TẬP HUẤN NĂM 2023"], ["TT", "Nội dung", "Cha mẹ"]]
    rows += [["Ngày 12/05/2023"], [1, "A", 30], [None, "02/6/2023"], [2, "B", 40]]
    rows += [["Ngày 3 tháng 6 năm 2023"], [3, "C", 50], ["Cộng mang sang", None, 120], [], ["Người lập"]]
    report = checked(rows)
    assert [r["end_date"] for r in records(report)] == ["2023-05-12", "2023-06-02", "2023-06-03"]
    assert report["issues"] == []
    # A day that there is not says nothing about its rows, nor does the year of the title; a title is no day.
    for wrong, code, told in (
        ("Ngày 31/02/2023", "date_unreadable", "Ngày 31/02/2023"),
        ("Ngày 31 tháng 2 năm 2023", "date_unreadable", "Ngày 31 tháng 2 năm 2023"),
        ("Ngày 12/5/2019", "date_outside_program", "12/05/2019"),
    ):
        report = checked([*rows[:3], ["Ngày 12/5/2023"], [1, "A", 30], [wrong], [2, "B", 40], [3, "C", 50]])
        assert [r["start_date"] for r in records(report)] == ["2023-05-12"]
        found = [(i["code"], i["cell"], i["found"]) for i in report["issues"]]
        assert found == [(code, "A6", told)]


@pytest.mark.parametrize("merges", [[], ["A3:A4", "B3:B4", "C3:C4", "D3:E3"]])
def test_tables_side_by_side_whose_headers_are_not_equally_deep(merges: list[str]) -> None:
    rows = [
        ["UBND QUẬN SƠN TRÀ - NĂM 2024"],
        ["LỚP TẬP HUẤN", None, None, None, None, None, "BUỔI TRUYỀN THÔNG"],
        ["STT", "Nội dung", "Ngày", "Số người tham gia", None, None, "STT", "Chủ đề", "Ngày", "Học sinh"],
        [None, None, None, "Cha mẹ", "Giáo viên", None, 1, "B", "3/3/2024", 90],
        [1, "A", "1/3/2024", 30, 20],
    ]
    report = checked(rows, merges=merges)
    assert (report["status"], codes(report)) == ("ready", [])
    assert [(t["header_rows"], sorted(t["columns"])) for t in report["tables"]] == [
        ([3, 4], ["B", "C", "D", "E"]),
        ([3], ["H", "I", "J"]),
    ]
    assert [(r["kind"], r["attendances"]) for r in records(report)] == [
        ("training_class", {"parents": 30, "teachers": 20}),
        ("communication_session", {"children_in_school": 90}),
    ]


@pytest.mark.parametrize("days", [["Tháng 5/2023", "06/2023"], ["12/5/2023", "20/6/2023"]])
def test_lines_with_their_days_are_a_list_and_no_form(days: list[str]) -> None:
    rows = [["LỚP TẬP HUẤN - QUẬN HẢI CHÂU"], ["STT", "Nội dung", "Thời gian", "Đối tượng, số lượng"]]
    rows += [[n, f"Kỹ năng {n}", day, "20 cha mẹ, 15 học sinh"] for n, day in enumerate(days, 1)]
    report = checked([*rows, [], ["STT", "Nội dung", "Thời gian", "Đối tượng, số lượng"]])
    assert [t["kind"] for t in report["tables"]] == ["activities"]
    assert [r["start_date"][:7] for r in records(report)] == ["2023-05", "2023-06"]


def test_a_column_left_blank_parts_no_table_and_units_are_written_once_below_its_numbers() -> None:
    rows: list[list[object]] = [
        ["UBND THÀNH PHỐ ĐÀ NẴNG"],
        ["TT", "Đơn vị", "Loại hình", None, None, "Ngày tổ chức", "Tên hoạt động", "Số người"],
        [None, None, "Tập huấn", "Buổi truyền thông"],
        [1, 2, 3, 4, None, 5, 6, 7],
    ]
    rows += [[1, "Quận Sơn Trà", "x", None, None, "26/9/2022", "A", 44]]
    rows += [[2, None, None, "x", None, "27/9/2022", "B", 60]]
    rows += [[3, "Quận Hải Châu", "x", None, None, "28/9/2022", "C", 50]]
    report = checked(rows)
    assert report["issues"] == []
    assert [(r["unit"], r["kind"][:8]) for r in records(report)] == [
        ("493", "training"),
        ("493", "communic"),
        ("492", "training"),
    ]


def test_one_row_without_a_unit_among_many_that_have_theirs_lacks_it() -> None:
    rows: list[list[object]] = [
        ["UBND THÀNH PHỐ ĐÀ NẴNG"],
        ["Đơn vị", "Tên lớp tập huấn", "Ngày", "Số người"],
    ]
    units = ["Quận Sơn Trà", "Quận Hải Châu", "Sở Tư pháp", None]
    report = checked([*rows, *([unit, f"Lớp {i}", "26/9/2022", 44] for i, unit in enumerate(units))])
    assert (codes(report), len(records(report))) == (["required_missing"], 3)


def test_one_audience_below_all_people_may_stand_above_the_heading_of_a_group() -> None:
    rows = [
        ["TẬP HUẤN NĂM 2023"],
        ["Tên lớp", "Ngày", "Số người tham gia", "Giảng viên"],
        [None, None, "Giáo viên"],
    ]
    report = checked([*rows, ["I. Quận Sơn Trà"], ["Kỹ năng số", "12/5/2023", 30, None]])
    assert [(r["unit"], r["attendances"]) for r in records(report)] == [("493", {"teachers": 30})]


def test_lines_of_which_nothing_happened_are_a_form_all_the_same() -> None:
    rows = [["UBND QUẬN SƠN TRÀ - QUÝ III/2022"], ["STT", "Nội dung", "ĐVT", "Kết quả"]]
    rows += [
        [1, "Số lớp tập huấn", "lớp", "Không phát sinh"],
        [2, "Số buổi truyền thông", "buổi", "Không phát sinh"],
    ]
    found = [(r["kind"], r["basis"]) for r in records(checked(rows))]
    assert found == [("training_class", "declared_zero"), ("communication_session", "declared_zero")]


def test_plans_beside_results_are_not_counted_and_a_sheet_names_whom_it_is_about() -> None:
    head = ["STT", "Nội dung", "Ngày tổ chức", "Số lớp theo kế hoạch", "Lũy kế số lớp", "Số lượt"]
    rows = [["UBND QUẬN HẢI CHÂU"], ["LỚP TẬP HUẤN NĂM 2023"], head, [1, "Kỹ năng số", "12/5/2023", 3, 9, 45]]
    report = check("a.xlsx", xlsx({"2. Cha mẹ": rows}))
    assert report["tables"][0]["kind"] == "activities"
    assert [(r["count"], r["attendances"]) for r in records(report)] == [(1, {"parents": 45})]


def test_a_title_broken_within_its_cell_is_one_line() -> None:
    title = ["Kết quả tổ chức lớp tập huấn 6\ntháng đầu năm 2024", None, "Đà Nẵng, ngày 20\ntháng 6 năm 2024"]
    report = checked([title, ["Đơn vị", "Số lớp", "Số lượt"], ["Quận Sơn Trà", 2, 90]])
    assert [(r["start_date"], r["end_date"]) for r in records(report)] == [("2023-12-15", "2024-06-14")]


def test_a_header_of_two_rows_beside_many_unknown_columns() -> None:
    own = ["Đơn vị", "Tên lớp tập huấn", "Ngày bắt đầu", "Ngày kết thúc", "Hình thức", "Phường/xã"]
    more = [f"Nội dung chi {n}" for n in range(20)]
    rows = ["Quận Sơn Trà", "A", "5/3/2024", "6/3/2024", "Trực tiếp", "Phường Mân Thái", 30, 5, *["x"] * 20]
    report = checked(
        [[*own, "Số lượt", None, *more], [None] * 6 + ["Cha mẹ", "Giáo viên"], rows], merges=["G1:H1"]
    )
    assert report["tables"][0]["header_rows"] == [1, 2]


@pytest.mark.parametrize(
    "labels",
    [
        [["Đơn vị: Quận Cẩm Lệ"], ["Đối tượng: Cha mẹ"], ["Hình thức: Trực tuyến"], ["Đơn vị chủ trì: Hội LHPN quận"]],
        [["Đơn vị:", "Quận Cẩm Lệ"], ["Đối tượng:", "Cha mẹ"], ["Hình thức:", None, "Trực tuyến"], ["Đơn vị chủ trì:", "Hội LHPN quận"]],
        [["Đơn vị", "Quận Cẩm Lệ"], ["Đối tượng", "Cha mẹ"], ["Hình thức", "Trực tuyến"], ["Đơn vị chủ trì", "Hội LHPN quận"]],
        [["Đơn vị:", "Quận Cẩm Lệ", None, "Đối tượng:", "Cha mẹ", "Hình thức:", "Trực tuyến", "Đơn vị chủ trì:", "Hội LHPN quận"]],
    ],
)  # fmt: skip
def test_labels_above_a_table_tell_what_it_has_no_column_for(labels: list[list[object]]) -> None:
    rows = [[], ["STT", "Tên lớp tập huấn", "Ngày", "Số lượt"], [1, "A", "3/5/2023", 40]]
    report = checked([*labels, *rows])
    (found,) = records(report)
    assert (found["unit"], found["attendances"], found["delivery"]) == ("495", {"parents": 40}, "online")
    assert (found["organiser"], len(report["tables"]), report["issues"]) == ("Hội LHPN quận", 1, [])


def test_the_names_that_records_have_are_headings() -> None:
    head = ["unit", "kind", "title", "start_date", "delivery", "organiser", "attendances.parents", "female"]
    (found,) = records(checked([head, ["492", "training_class", "A", "2023-05-03", "online", "B", 40, 20]]))
    assert [found[f] for f in ("unit", "kind", "title", "start_date", "delivery", "organiser", "female")] == [
        "492", "training_class", "A", "2023-05-03", "online", "B", 20,
    ]  # fmt: skip
    assert found["attendances"] == {"parents": 40}


def test_the_wards_of_schools_below_their_districts() -> None:
    rows = [
        ["TT", "Trường", "Cấp", "Địa chỉ phường/xã"],
        ["I", "QUẬN HẢI CHÂU"],
        [1, "THCS A", "THCS", "Phường Thạch Thang"],
    ]
    (found,) = records(checked([*rows, ["II", "QUẬN SƠN TRÀ"]]))
    assert (found["unit"], found["ward"]) == ("492", "Phường Thạch Thang")
