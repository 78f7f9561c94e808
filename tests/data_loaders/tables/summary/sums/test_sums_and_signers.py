"""Rows whose words only look like those of a sum, and signatures beside the numbers of a form."""

import pytest

from data_loaders.layout.below.row_labels import is_total
from tests.data_loaders.sheets import Rows, checked, records

HEAD = [
    ["BÁO CÁO QUẬN LIÊN CHIỂU NĂM 2023"],
    ["STT", "Tên hoạt động", "Loại hoạt động", "Ngày", "Lượt cha mẹ"],
]
WORK = [["VĂN BẢN ĐÃ BAN HÀNH CỦA QUẬN LIÊN CHIỂU"], ["STT", "Số, ký hiệu", "Ngày ban hành", "Loại văn bản", "Trích yếu"]]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "sum_"),
    [
        ("cong van", False),
        ("Tổng vệ sinh môi trường mạng", False),
        ("Cộng viên", False),
        ("tong quan ve an toan mang", False),
        ("cong vien 29/3", False),
        ("Tổng I", True),
        ("Tổng II + III", True),
        ("Cộng V:", True),
        ("Tổng kỳ này", True),
        ("tong quan", True),
        ("Cộng 12 lớp", True),
        ("Cộng cụm", True),
        ("Tổng THCS", True),
        ("Toàn ngành", True),
        ("Tuyên truyền toàn ngành", False),
        ("Tổng tổ chức", False),
        ("cong trinh", False),
    ],
)
def test_a_word_that_begins_like_a_mark_or_a_span_is_none(label: str, sum_: bool) -> None:
    assert is_total(label) is sum_


@pytest.mark.parametrize("title", ["Tổng hợp số liệu", "Tổng kết", "Tổng vệ sinh môi trường mạng"])
def test_an_activity_with_a_number_and_a_day_sums_nothing(title: str) -> None:
    row = [2, title, "Buổi truyền thông", "13/05/2023", 70]
    found = records(checked([*HEAD, [1, "Lớp một", "Lớp tập huấn", "12/05/2023", 30], row]))
    assert [r["attendances_total"] for r in found] == [30, 70]


def test_documents_without_accents_are_all_read() -> None:
    rows = [[1, "12/KH-UBND", "12/05/2023", "ke hoach", "Triển khai Chương trình"], [2, "13/UBND", "13/05/2023", "cong van", "Tổng hợp số liệu"]]  # fmt: skip
    report = checked([*WORK, *rows])
    assert [r["number"] for r in records(report)] == ["12/KH-UBND", "13/UBND"]


@pytest.mark.parametrize(
    "below",
    [
        [[3, "Người lập biểu", None, None, "TRƯỞNG PHÒNG"], [4, "Nguyễn Thị Hoa"]],
        [[3, None, "Tổng cộng", None, 100], [4], [5, "Người lập biểu", None, "Trưởng phòng"]],
    ],
)
def test_signatures_on_the_numbered_rows_of_a_form_end_it(below: Rows) -> None:
    rows = [[n, f"Lớp {n}", "Lớp tập huấn", f"{11 + n}/05/2023", 50] for n in (1, 2)]
    report = checked([*HEAD, *rows, *below])
    assert (report["status"], len(records(report))) == ("ready", 2)


def test_signatures_below_a_unit_that_goes_on_end_a_form_too() -> None:
    head = ["STT", "Tên chỉ tiêu", "Đơn vị", "Giá trị mục tiêu", "Văn bản"]
    rows = [
        [1, "Lớp cho cha mẹ", "Sở Nội vụ", 28],
        [2, "Tổng cộng"],
        [3, "Người lập biểu", None, None, "TRƯỞNG PHÒNG"],
    ]
    report = checked([["CHỈ TIÊU NĂM 2023"], head, *rows])
    assert (report["status"], [r["value"] for r in records(report)]) == ("ready", [28])


def test_a_document_register_has_a_sum_where_only_its_label_is_written() -> None:
    rows = [[1, "12/KH-UBND", "12/05/2023", "Kế hoạch", "Triển khai Chương trình"], [2, "Tổng cộng"]]
    report = checked([*WORK, *rows])
    assert (report["status"], len(records(report))) == ("ready", 1)


_LIST = [["UBND QUẬN CẨM LỆ"], ["LỚP TẬP HUẤN NĂM 2023"]]
_CLASSES = [["Lớp tập huấn một", "1/3/2023", 41], ["Lớp tập huấn hai", "2/3/2023", 42]]


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize(
    ("last", "said"),
    [
        (["Tổng lượt: 83"], []),
        (["Tổng lượt: 90"], ["total_row_mismatch"]),
        (["Tổng số lượt người tham gia: 83 lượt"], []),
        (["Tổng cộng: 2 lớp, 90 lượt"], ["total_row_mismatch"]),
        (["Tổng số lớp: 2; tổng số lượt: 83"], []),
        (["Tổng số học sinh tham gia: 20 em"], []),
        (["Tổng học viên", None, 90], ["total_row_mismatch"]),
        (["Tổng số đại biểu", None, 83], []),
        (["Tổng số lớp", None, 2], []),
    ],
)
def test_a_sum_in_words_below_a_list_is_held_against_its_rows(
    last: list, said: list[str], numbered: bool
) -> None:
    head, rows = ["Tên lớp", "Ngày", "Số người"], [*_CLASSES, last]
    if numbered:
        head, rows = ["STT", *head], [[n, *row] for n, row in zip((1, 2, None), rows, strict=True)]
    report = checked([*_LIST, head, *rows])
    assert [r["attendances_total"] for r in records(report)] == [41, 42]
    assert [(i["code"], i["found"]) for i in report["issues"]] == [(code, "90") for code in said]


@pytest.mark.parametrize("title", ["Tổng phụ trách Đội: 83 người", "Cộng tác viên: 30 người"])
def test_other_words_that_begin_like_a_sum_are_none(title: str) -> None:
    report = checked([*_LIST, ["Tên lớp", "Ngày", "Số người"], *_CLASSES, [title, "3/3/2023", 30]])
    assert [r["attendances_total"] for r in records(report)] == [41, 42, 30]


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize(
    "remark",
    [
        *["(Lớp tổ chức tại trường)", "(Tổ chức tại hội trường UBND phường)", "(Lớp dành cho cha mẹ)"],
        *["(phối hợp với Hội LHPN quận)", "(Lớp tập huấn kỹ năng)", "(Tại Quận Thanh Khê)"],
    ],
)
def test_a_remark_in_brackets_below_an_activity_is_none_and_heads_none(remark: str, numbered: bool) -> None:
    head, rows = ["Tên lớp", "Ngày", "Số người"], [_CLASSES[0], [remark], _CLASSES[1]]
    if numbered:
        head, rows = ["STT", *head], [[n, *row] for n, row in zip((1, None, 2), rows, strict=True)]
    report = checked([*_LIST, head, *rows])
    assert (report["status"], report["issues"]) == ("ready", [])
    assert [(r["unit"], r["attendances"]) for r in records(report)] == [("495", {})] * 2


def test_a_unit_in_brackets_heads_the_rows_below_it() -> None:
    rows = [["Quận Hải Châu"], _CLASSES[0], ["(Quận Thanh Khê)"], _CLASSES[1]]
    report = checked([["SỞ Y TẾ"], ["TỔNG HỢP LỚP TẬP HUẤN CỦA CÁC QUẬN NĂM 2023"], ["Tên lớp", "Ngày", "Số người"], *rows])  # fmt: skip
    assert [r["unit"] for r in records(report)] == ["492", "491"]
