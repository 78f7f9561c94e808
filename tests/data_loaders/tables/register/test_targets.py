"""Targets: what counts as one, for whom, by which document, in whose authority."""

from typing import Any

import pytest

from data_loaders.values.indicators import find_indicator
from program.vocabulary import COMPOSED, INDICATORS
from tests.data_loaders.sheets import brief, checked, codes, issues, records


def test_targets_by_code_or_name() -> None:
    rows = [
        ["CHỈ TIÊU GIAO NĂM 2023"],
        ["STT", "Chỉ tiêu", "Đơn vị", "Kế hoạch giao", "Văn bản"],
        [1, "Buổi truyền thông", "Quận Hải Châu", 20, "KH 12/KH-UBND"],
        [2, "T1", "TP Đà Nẵng", "100%", "QĐ 830/QĐ-TTg"],
        [3, "Lớp cho cha mẹ", None, 10, None],
        [4, "Chỉ tiêu lạ", "Quận Hải Châu", 10, None],
    ]
    report = checked(rows)
    assert [brief(r) for r in records(report)] == [
        {
            "indicator": "L-sessions",
            "unit": "492",
            "start_date": "2022-12-15",
            "end_date": "2023-12-14",
            "value": 20,
            "authority": "local",
            "document": "KH 12/KH-UBND",
        },
        {
            "indicator": "T1",
            "unit": "48",
            "start_date": "2022-12-15",
            "end_date": "2023-12-14",
            "value": 100,
            "authority": "official",
            "document": "QĐ 830/QĐ-TTg",
        },
    ]
    assert issues(report) == [("required_missing", "C5"), ("indicator_unknown", "B6")]


def test_targets_described_in_other_words() -> None:
    rows = [
        ["KẾ HOẠCH NĂM 2023"],
        ["Đơn vị", "Tên chỉ tiêu", "Kỳ", "Chỉ tiêu giao"],
        ["Quận Hải Châu", "Số buổi truyền thông", "Năm 2023", "24 buổi"],
        ["Quận Hải Châu", "Lượt cha mẹ tham gia lớp tập huấn", "Năm 2023", "1.200"],
        ["Quận Hải Châu", "Số lớp tập huấn", "Năm 2023", 10],
        ["Quận Hải Châu", "Lượt giáo viên", "Năm 2023", 90],
        ["Quận Hải Châu", "SỐ CÂU LẠC BỘ", "Năm 2023", 3],
        ["Quận Sơn Trà", "Số buổi truyền thông", "Năm 2023", 8],
        ["Quận Sơn Trà", "Số buổi truyền thông tại khu dân cư", "Năm 2023", 5],
    ]
    report = checked(rows)
    assert [(r["indicator"], r["value"]) for r in records(report)] == [
        ("L-sessions", 24),
        ("L-parents", 1200),
        ("L-activities-training_class", 10),
        ("L-attendances-teachers", 90),
        ("L:Số câu lạc bộ", 3),
        ("L-sessions", 8),
        ("L:Số buổi truyền thông tại khu dân cư", 5),
    ]
    # Two wordings of one count for one unit are two things; what nobody reports is kept in its words.
    assert issues(report) == [("indicator_unmeasured", "B7")]


def test_targets_of_the_city_set_down_by_a_department() -> None:
    rows = [
        ["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"],
        ["CHỈ TIÊU TRÊN ĐỊA BÀN THÀNH PHỐ"],
        ["TT", "Chỉ tiêu", "Năm 2024"],
    ]
    assert [r["unit"] for r in records(checked([*rows, [1, "L-sessions", 9]]))] == ["48"]


def test_targets_without_a_column_that_names_them_say_so() -> None:
    report = checked([["Tổng số", "Chỉ tiêu"], [None, 0]])
    assert report["status"] == "rejected"
    assert [i["code"] for i in report["issues"]] == ["required_missing"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Tỷ lệ trường tổ chức định kỳ", "T1"),
        ("100% nạn nhân bị xâm hại được hỗ trợ", "T2"),
        ("Vi phạm trên môi trường mạng được xử lý", "T3"),
        ("Số trẻ em ngoài nhà trường được tập huấn", "L-attendances-training_class-children_out_of_school"),
        ("Số buổi truyền thông tổ chức tại trường", "L-sessions"),
        ("Lop tap huan co cha me, nguoi cham soc tre", "L-classes-parents"),
        ("t1", "T1"),
        ("T3. Vi phạm", "T3"),
    ],
)
def test_indicators_in_other_words(words: str, code: str) -> None:
    assert find_indicator(words) == code


def test_what_an_indicator_is_called_names_it() -> None:
    known = (*INDICATORS.values(), *COMPOSED.values())
    assert [find_indicator(i.label) for i in known] == [i.code for i in known]
    assert [find_indicator(i.code) for i in known] == [i.code for i in known]


def test_targets_of_communes_and_of_the_whole_programme() -> None:
    rows = [
        ["CHỈ TIÊU 6 THÁNG CUỐI NĂM 2025 GIAO CÁC PHƯỜNG, XÃ"],
        ["STT", "Phường, xã", "Số buổi truyền thông"],
    ]
    assert [(r["unit"], r["start_date"]) for r in records(checked([*rows, [1, "Phường Hải Châu", 2]]))] == [
        ("20242", "2025-06-15")
    ]
    rows = [["MỤC TIÊU GIAI ĐOẠN 2021-2025"], ["Đơn vị", "Số buổi truyền thông"], ["Quận Sơn Trà", 90]]
    assert [(r["start_date"], r["end_date"]) for r in records(checked(rows))] == [
        ("2021-06-01", "2025-12-31")
    ]


def test_a_target_in_words_that_counts_in_no_indicator_is_asked_for_by_the_title() -> None:
    rows = [["SỐ TÀI LIỆU GIAO CÁC ĐƠN VỊ"], ["STT", "Đơn vị", "Năm 2024"], [1, "Quận Sơn Trà", 9]]
    report = checked(rows)
    assert (report["status"], codes(report)) == ("rejected", ["indicator_unknown"])
    assert report["issues"][0]["found"] == "SỐ TÀI LIỆU GIAO CÁC ĐƠN VỊ"


def test_two_values_of_one_thing_are_asked_and_an_old_wards_are_not_its_districts() -> None:
    rows = [["Đơn vị", "Chỉ tiêu", "Năm", "Giá trị"], ["Quận Hải Châu", "L-sessions", 2023, 4]]
    rows += [["Quận Hải Châu", "L-sessions", 2023, 5], ["Quận Sơn Trà", "L-sessions", 2023, 6]]
    report = checked([*rows, ["Phường Mỹ An", "L-sessions", 2023, 7]])
    assert issues(report) == [("unit_unknown", "A5"), ("repeated_entry", "D3")]
    assert [(r["unit"], r["value"]) for r in records(report)] == [("493", 6)]


def test_a_title_block_of_labels_is_no_table_and_tells_of_the_targets() -> None:
    rows = [["Chỉ tiêu năm", "2024"], ["Đơn vị", "Quận Sơn Trà"], ["Văn bản", "Kế hoạch số 15/KH-UBND"]]
    report = checked([*rows, [], ["STT", "Nội dung chỉ tiêu", "Giao"], [1, "Số lớp tập huấn phụ huynh", 9]])
    assert [(r["unit"], r["start_date"], r["document"]) for r in records(report)] == [
        ("493", "2023-12-15", "Kế hoạch số 15/KH-UBND")
    ]


def test_what_a_district_decided_is_local_and_rows_of_a_unit_are_no_header() -> None:
    rows = [["Đơn vị", "Chỉ tiêu", "Năm", "Giá trị", "Quyết định số"]]
    rows += [
        ["Quận Sơn Trà", "T1", 2023, "90%", "789/QĐ-UBND"],
        ["Quận Hải Châu", "T1", 2023, "ít nhất 80%", None],
    ]
    assert [(r["unit"], r["value"], r["authority"]) for r in records(checked(rows))] == [
        ("493", 90, "local"),
        ("492", 80, "official"),
    ]


def test_a_row_of_words_like_the_one_above_is_no_header() -> None:
    rows = [["Đơn vị", "Chỉ tiêu", "Năm", "Giá trị"], ["Quận Hải Châu", "L-sessions", 2023, 4]]
    report = checked([*rows, ["Quận Sơn Trà", "L-sessions", 2023, "theo thực tế"]])
    assert issues(report) == [("number_unreadable", "D3")]


@pytest.mark.parametrize(
    ("line", "document"),
    [
        (
            "(Kèm theo Kế hoạch số 45/KH-UBND ngày 18/02/2022 của UBND thành phố)",
            "Kế hoạch số 45/KH-UBND ngày 18/02/2022",
        ),
        (
            "(Theo Công văn số 512/STTTT-BCXB ngày 20 tháng 3 năm 2023)",
            "Công văn số 512/STTTT-BCXB ngày 20 tháng 3 năm 2023",
        ),
        ("Kế hoạch 210-KH/TĐTN-BTN", "Kế hoạch 210-KH/TĐTN-BTN"),
        ("Số: 31/KH-UBND", "31/KH-UBND"),
        ("Số: 31/BC-UBND", None),
        ("CÁC QUẬN, HUYỆN NĂM 2023 - CÁC CHỈ TIÊU", None),
        # A number left open; and the decision of the Programme, which set no local target.
        ("(Kèm theo Kế hoạch số    /KH-UBND ngày    /02/2022)", None),
        ("(Thực hiện Quyết định số 830/QĐ-TTg ngày 01/6/2021)", None),
    ],
)
def test_the_document_above_the_targets(line: str, document: str | None) -> None:
    rows = [["CHỈ TIÊU NĂM 2023"], [line], ["Đơn vị", "Số buổi truyền thông"], ["Quận Sơn Trà", 9]]
    assert [r["document"] for r in records(checked(rows))] == [document]


def test_the_number_of_a_form_is_no_document() -> None:
    rows = [["Biểu mẫu 02/BVTE"], ["GIAO CHỈ TIÊU"], ["Chỉ tiêu", "Đơn vị", "Năm", "Mục tiêu"]]
    report = checked(
        [*rows, ["Số lớp tập huấn", "Quận Sơn Trà", 2023, 12], ["Số buổi truyền thông", "Cẩm Lệ", 2023, 9]]
    )
    assert [(r["value"], r["document"]) for r in records(report)] == [(12, None), (9, None)]


@pytest.mark.parametrize(
    ("head", "rows", "at"),
    [
        (["Phường", "Số lớp tập huấn"], [["Phường Bình Hiên", 3], ["Thạch Thang", 3]], "A4 A5"),
        (["STT", "Phường", "Số lớp tập huấn"], [[1, "P. Bình Hiên", 3], [2, "P. Thạch Thang", 5]], "B4 B5"),
        (["Phường", "Chỉ tiêu", "Mục tiêu"], [["Phường Bình Hiên", "L-sessions", 3]] * 2, "A4 A5"),
    ],
)
def test_targets_of_the_wards_of_a_district_are_no_rows_that_repeat_each_other(
    head: list[str], rows: list[list[Any]], at: str
) -> None:
    report = checked([["UBND QUẬN HẢI CHÂU"], ["CHỈ TIÊU NĂM 2023 GIAO CÁC PHƯỜNG"], head, *rows])
    assert issues(report) == [("unit_unknown", cell) for cell in at.split()]
    assert all("mục tiêu tính theo quận, huyện" in found["fix"] for found in report["issues"])


def test_a_target_that_stands_twice_is_no_activity() -> None:
    rows = [["Đơn vị", "Chỉ tiêu", "Năm", "Giá trị"], *[["Quận Hải Châu", "L-sessions", 2023, 4]] * 2]
    (found,) = checked(rows)["issues"]
    assert (found["code"], "hai mục khác nhau" in found["fix"]) == ("duplicate_row", True)
