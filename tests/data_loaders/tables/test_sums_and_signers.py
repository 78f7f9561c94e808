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
