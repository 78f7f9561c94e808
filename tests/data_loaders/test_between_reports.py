"""What an office changes between two reports: rows that compare, other columns, lines of others, tables that begin again."""

import pytest

from data_loaders.check import check
from tests.data_loaders.sheets import brief, checked, codes, records, xlsx
from tests.data_loaders.test_office_changes import (
    _FIRST,
    _HEAD,
    LIST,
    SUMMARY,
    Table,
    _copy,
    _sums,
    told,
    with_column,
)


@pytest.mark.parametrize("row", range(3))
@pytest.mark.parametrize(
    "line",
    [
        "Số liệu đã đối chiếu với Sở Giáo dục và Đào tạo",
        "So lieu da doi chieu voi So Giao duc va Dao tao",
        "Gửi Hội LHPN thành phố tổng hợp",
        "Số buổi phối hợp cùng Sở Giáo dục và Đào tạo",
        "Số lớp tập huấn theo Công văn số 100/SLĐTBXH-TE ngày 12/3/2021 của Sở Lao động - Thương binh và Xã hội",
    ],
)
def test_a_line_of_others_names_no_unit_beside_a_letterhead(line: str, row: int) -> None:
    found = told([*SUMMARY[:row], [line], *SUMMARY[row:]])
    assert {r["unit"] for r in found} == {"490"}


@pytest.mark.parametrize("at", [4, 5, 6])
def test_cells_without_a_heading_are_told(at: int) -> None:
    rows = _copy(LIST)
    rows[_HEAD][at] = None
    found = [i for i in checked(rows)["issues"] if i["code"] == "unused_column"]
    assert [(i["cell"], i["found"]) for i in found] == [(f"{'ABCDEFG'[at]}5", "ABCDEFG"[at])]


def test_sessions_below_their_name_are_counted_where_a_title_counts_classes() -> None:
    rows = [
        ["SỞ GIÁO DỤC VÀ ĐÀO TẠO ĐÀ NẴNG"],
        ["TỔNG HỢP HOẠT ĐỘNG QUÝ IV NĂM 2023"],
        ["Tổng số: 5 lớp tập huấn, 213 lượt người"],
        ["TT", "Cấp học", "Lớp tập huấn", None, "Buổi truyền thông", None],
        [None, None, "Số lớp", "Lượt giáo viên", "Số buổi", "Lượt học sinh"],
        [1, "Tiểu học", 2, 85, 21, 9800],
        [2, "THCS", 2, 76, 18, 8700],
    ]
    assert [r["count"] for r in told(rows)] == [2, 21, 2, 18]


def test_people_with_their_audience_in_a_summary_are_figures() -> None:
    rows = _copy(SUMMARY)
    rows[_HEAD] = ["STT", "Phường, xã", "Số lớp tập huấn", "Lượt người"]
    rows[_FIRST:] = [[1, "Phường Hòa Hiệp Bắc", 1, "18 PH"], [2, "Phường Hòa Minh", 3, "92 phụ huynh"]]
    assert [(r["count"], r["attendances_total"]) for r in told(rows)] == [(1, 18), (3, 92)]


def test_the_amount_of_an_audience_is_of_the_audience() -> None:
    rows = _copy(LIST)
    rows[_HEAD][5] = "SL Cán bộ y tế"
    assert [r["attendances"].get("officials") for r in told(rows)] == [45, 120, 60, 1150]


@pytest.mark.parametrize("heading", ["Đơn vị nhập liệu", "Người nhập số liệu"])
def test_who_typed_a_list_does_not_report(heading: str) -> None:
    rows = with_column(heading, ["Quận Hải Châu", "Phòng VHTT quận Thanh Khê"] * 2, 3)(LIST)
    rows[0] = [None]
    assert {r["unit"] for r in told(rows)} == {"493"}


COMPARED = [
    "Kỳ trước",
    "Cùng kỳ năm 2022",
    "Kế hoạch năm",
    "Chỉ tiêu thành phố giao",
    "Tỷ lệ đạt (%)",
    "% so với kế hoạch",
]
COMPARED += ["Tăng/giảm", "Bình quân", "Còn lại", "Trong đó: nữ", "Đã báo cáo tháng trước"]


@pytest.mark.parametrize("total", [True, False])
@pytest.mark.parametrize("label", COMPARED)
def test_a_row_that_compares_below_a_list_is_left_aside(label: str, total: bool) -> None:
    sums = [_sums(LIST[_FIRST:], "Tổng cộng")] if total else []
    report = checked([*LIST, *sums, [label, None, None, None, None, 95.5, 200]])
    assert list(map(brief, records(report))) == told(LIST)
    assert codes(report, "error") == []


SIGNED: dict[str, Table] = {
    "one": [[], [None, "Người lập biểu"], []],
    "two": [[], [None, "Người lập biểu", None, "TRƯỞNG PHÒNG"], [], [None, "Lê Văn A", None, "Trần B"], []],
}


@pytest.mark.parametrize("signed", SIGNED.values(), ids=SIGNED)
@pytest.mark.parametrize("day", ["{}/7", "{}/7/2023"])
def test_a_table_that_begins_again_below_signatures_is_read_too(signed: Table, day: str) -> None:
    more = [[n, f"Chủ đề {n}", "Buổi truyền thông", day.format(n), "Phường Mân Thái", 50, 60] for n in (1, 2)]
    report = checked([*LIST, *signed, LIST[_HEAD], *more])
    assert [r["title"] for r in records(report)] == [row[1] for row in LIST[_FIRST:] + more]
    assert codes(report, "error") == []


def test_a_summary_that_begins_again_below_signatures_is_read_too() -> None:
    report = checked([*SUMMARY, *SIGNED["two"], SUMMARY[_HEAD], [1, "Phường Hòa Khánh Nam", 2, 30, 40]])
    assert [r["count"] for r in records(report)] == [1, 3, 5, 1, 2]


@pytest.mark.parametrize("label", ["Trong đó: nữ", "Trong đó nữ", "- Trong đó: Nữ", "Đã báo cáo tháng trước"])
def test_a_row_below_the_sums_of_a_summary_that_tells_of_them_counts_nobody(label: str) -> None:
    rows = [*SUMMARY, _sums(SUMMARY[_FIRST:], "Tổng cộng"), [label, None, 6, 101, 190]]
    assert told(rows) == told(SUMMARY)
    audiences = [
        ["SỞ GIÁO DỤC VÀ ĐÀO TẠO"],
        ["SỐ LƯỢT THAM GIA TRUYỀN THÔNG NĂM 2024"],
        ["TT", "Đối tượng", "Số buổi", "Số lượt tham gia", "Nữ"],
        [1, "Học sinh các cấp", 60, 31200, 15400],
        [2, "Cha mẹ học sinh", 22, 1840, 1260],
    ]
    sums = ["Tổng cộng", None, 82, 33040, 16660]
    assert told([*audiences, sums, [label, None, 51, 16660, 16660]]) == told(audiences)


@pytest.mark.parametrize("cells", [("khoảng 165", "khoảng 940"), ("(165)", "(940)"), ("x", "y")])
def test_people_of_a_form_that_no_cell_tells_readably_are_asked_for(cells: tuple[str, str]) -> None:
    rows = [
        ["HỘI NÔNG DÂN THÀNH PHỐ"],
        ["KẾT QUẢ THỰC HIỆN 6 THÁNG CUỐI NĂM 2022"],
        ["STT", "Nội dung", "Đơn vị tính", "Số lượng", "Số cha mẹ tham gia"],
        [1, "Tập huấn kỹ năng", "lớp", 3, cells[0]],
        [2, "Truyền thông", "buổi", 18, cells[1]],
    ]
    found = checked(rows)["issues"]
    assert [(i["code"], i["cell"]) for i in found] == [
        ("number_unreadable", "E4"),
        ("number_unreadable", "E5"),
    ]


@pytest.mark.parametrize("name", ["BC gửi Sở TTTT", "Gửi Hội LHPN thành phố", "Báo cáo gửi Sở LĐTBXH"])
def test_a_sheet_called_by_whom_it_is_sent_to_is_of_its_sender(name: str) -> None:
    below = [[], ["II. BUỔI TRUYỀN THÔNG"], *LIST[_HEAD:]]
    report = check("bao-cao.xlsx", xlsx({name: [*LIST, *below]}))
    assert {r["unit"] for r in records(report)} == {"493"}
