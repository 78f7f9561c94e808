"""Several tables on a sheet, one after another or side by side, and several sheets."""

import io

import openpyxl
import pytest

from data_loaders.check import check
from tests.data_loaders.layout.office_sheet import BODY, HEAD, LEFT, SUB, TITLE
from tests.data_loaders.sheets import checked, codes, records, xlsx


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


def test_the_number_of_a_page_above_a_repeated_header_begins_no_table() -> None:
    head, day = ["STT", "Tên lớp tập huấn", "Ngày", "Cha mẹ"], "12/5/2023"
    pages = [head, [1, "A", day, 40], ["Trang 2"], head, [2, "B", day, 50], [None, "(Tiếp theo)"]]
    pages += [[3, "C", day, 60], [None, "Tổng cộng", None, 150]]
    assert checked([["UBND QUẬN HẢI CHÂU"], *pages])["issues"] == []


def test_sheets_numbered_as_classes_tell_no_kind() -> None:
    head = ["Nội dung", "Ngày", "Cha mẹ"]
    report = checked([["UBND QUẬN HẢI CHÂU"], head, ["Truyền thông A", "12/5/2023", 90]], sheet="Lớp 1")
    assert [r["kind"] for r in records(report)] == ["communication_session"]


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


@pytest.mark.parametrize("names", [("Quận Sơn Trà", "Quận Hải Châu"), ("Sơn Trà", "Hải Châu")])
def test_the_name_of_a_sheet_goes_before_the_agency_that_gathers_all(names: tuple[str, str]) -> None:
    head = [["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"], ["Tên lớp tập huấn", "Ngày", "Số người"]]
    sheets = {name: [*head, ["A", "12/5/2023", 45]] for name in names}
    assert [r["unit"] for r in records(check("a.xlsx", xlsx(sheets)))] == ["493", "492"]


def test_the_unit_of_another_sheet_does_not_own_the_offices_of_this_one() -> None:
    sheets = {
        "A": [["Đơn vị: Quận Liên Chiểu"], ["Tên lớp tập huấn", "Ngày", "Số người"], ["A", "12/5/2023", 45]],
        "B": [["Đơn vị", "Tên lớp tập huấn", "Ngày", "Số người"], ["Công an TP", "B", "12/5/2023", 45]],
    }
    assert [r["unit"] for r in records(check("a.xlsx", xlsx(sheets)))] == ["490", "CA-TP"]


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
