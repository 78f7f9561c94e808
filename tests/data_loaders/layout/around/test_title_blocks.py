"""What stands above a table and below it."""

import pytest

from data_loaders.check import check
from data_loaders.layout.facts import _in_one_cell
from tests.data_loaders.layout.office_sheet import BODY, HEAD, LEFT, SUB, TITLE
from tests.data_loaders.sheets import checked, codes, records, xlsx

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


def test_an_agency_of_education_and_training_names_no_kind() -> None:
    rows = [["SỞ GIÁO DỤC VÀ ĐÀO TẠO - DANH SÁCH BUỔI TRUYỀN THÔNG"], LEFT, [1, "A", "1/3/2024", 60]]
    assert [r["kind"] for r in records(checked(rows))] == ["communication_session"]


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


def test_words_alone_below_a_blank_row_are_notes() -> None:
    note = [[], ["- Cột 5: ghi rõ hình thức."], ["Đề nghị gửi trước ngày 20/12"]]
    report = checked(
        [["Đơn vị: Quận Sơn Trà"], ["Tên lớp tập huấn", "Ngày", "Số người"], ["A", "12/5/2023", 45], *note]
    )
    assert (report["issues"], len(records(report))) == ([], 1)


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


@pytest.mark.parametrize("days", [["Tháng 5/2023", "06/2023"], ["12/5/2023", "20/6/2023"]])
def test_lines_with_their_days_are_a_list_and_no_form(days: list[str]) -> None:
    rows = [["LỚP TẬP HUẤN - QUẬN HẢI CHÂU"], ["STT", "Nội dung", "Thời gian", "Đối tượng, số lượng"]]
    rows += [[n, f"Kỹ năng {n}", day, "20 cha mẹ, 15 học sinh"] for n, day in enumerate(days, 1)]
    report = checked([*rows, [], ["STT", "Nội dung", "Thời gian", "Đối tượng, số lượng"]])
    assert [t["kind"] for t in report["tables"]] == ["activities"]
    assert [r["start_date"][:7] for r in records(report)] == ["2023-05", "2023-06"]


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
