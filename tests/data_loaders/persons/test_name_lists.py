"""Lists of persons beside or instead of a table."""

import pytest

from data_loaders.check import check
from tests.data_loaders.sheets import codes, issues, xlsx

NAMES = [
    ["STT", "Học sinh", "Phụ huynh"],
    [1, "Lê Thị Ánh Sao", "Lê Văn Trời"],
    [2, "Hồ Bảo Mây", "Hồ Văn Gió"],
]
GOOD = [["UBND quận Hải Châu"], ["Tên lớp tập huấn", "Ngày", "Cha mẹ"], ["A", "12/05/2023", 40]]


def test_a_list_on_a_sheet_without_a_table_refuses_the_file() -> None:
    report = check("a.xlsx", xlsx({"Hoạt động": GOOD, "Sheet2": NAMES}))
    assert report["status"] == "rejected"
    assert issues(report) == [("personal_data", "B2"), ("personal_data", "C2")]
    assert not any(name in str(report) for name in ("Ánh Sao", "Văn Gió"))


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        ([["Nguyễn Văn An"], ["Trần Thị Bình"]], "A1"),
        ([["Danh sách"], [1, "Nguyễn Văn An"], [2, "Trần Thị Bình"]], "B2"),
    ],
)
def test_neither_does_it_need_a_heading(rows: list[list[object]], cell: str) -> None:
    report = check("a.xlsx", xlsx({"Hoạt động": GOOD, "Sheet2": rows}))
    assert (report["status"], issues(report)) == ("rejected", [("personal_data", cell)])


def test_contacts_and_signatures_on_such_a_sheet_are_no_list() -> None:
    guide = [
        ["Hướng dẫn"],
        ["Mọi vướng mắc liên hệ:"],
        ["Nguyễn Văn An"],
        ["Phòng Văn hóa"],
        ["Người lập biểu"],
        ["Trần Thị Mai"],
        ["Lê Văn Tám"],
    ]
    report = check("a.xlsx", xlsx({"Hướng dẫn": guide, "Hoạt động": GOOD}))
    assert (report["status"], codes(report)) == ("ready", [])


@pytest.mark.parametrize(
    ("names", "cells"),
    [
        (NAMES, ["B2", "C2"]),
        (
            [
                ["DANH SÁCH HỌC VIÊN"],
                ["STT", "Họ và tên học viên", "Ngày sinh", "Lớp", "Ký nhận"],
                [1, "Hồ Mây", "12/04/2012", "5A", None],
            ],
            ["B2", "C2", "D2"],
        ),
    ],
)
def test_a_sheet_of_names_alone_is_to_be_left_out_as_a_whole(
    names: list[list[object]], cells: list[str]
) -> None:
    report = check("a.xlsx", xlsx({"Hoạt động": GOOD, "DS học viên": names}))
    assert issues(report) == [("personal_data", cell) for cell in cells]
    assert all(i["fix"].startswith("Bỏ cả trang “DS học viên” khỏi tệp") for i in report["issues"])


_SCHOOLS = [
    ["DANH SÁCH TRƯỜNG"],
    ["STT", "Tên trường", "Cấp học", "Phường", "Hiệu trưởng", "Điện thoại"],
    [1, "Trường THCS Tây Sơn", "THCS", "Hòa Cường Nam", "Nguyễn Văn An", "0905123456"],
    [2, "Trường THCS Lý Thường Kiệt", "THCS", "Bình Hiên", "Trần Thị Bình", "0905123457"],
]


@pytest.mark.parametrize(
    "sheets",
    [
        {"DS": NAMES},
        {"Hoạt động": [GOOD[0], [*GOOD[1], "Họ tên học viên"], [*GOOD[2], "Hồ Bảo Mây"]], "Tháng 5": GOOD},
        {"Hoạt động": GOOD, "Trường": _SCHOOLS},
    ],
)
def test_elsewhere_the_columns_are(sheets: dict[str, list[list[object]]]) -> None:
    report = check("a.xlsx", xlsx(sheets))
    assert report["status"] == "rejected"
    assert all(i["fix"].startswith("Xóa ") for i in report["issues"])


def test_neither_is_a_list_of_contacts_to_be_left_out() -> None:
    people = [["STT", "Họ và tên", "Ghi chú"], [1, "Lê Thị Ánh Sao", "x"], [2, "Hồ Bảo Mây", "y"]]
    sheets = {"Hoạt động": GOOD, "Đầu mối": [["DANH SÁCH CÁN BỘ ĐẦU MỐI"], *people]}
    (found,) = check("a.xlsx", xlsx(sheets))["issues"]
    assert (found["cell"], found["fix"].startswith("Xóa cột B")) == ("B2", True)
