"""A header that a page break prints once more below the heading of a group: the table goes on."""

import pytest

from tests.data_loaders.sheets import Rows, checked, codes, records

_LIST = ["TT", "Tên lớp", "Ngày", "Số người"]
_FIRST = [[1, "Lớp tập huấn A", "1/3/2023", 41], [2, "Lớp tập huấn B", "2/3/2023", 42]]
_THEN = [[3, "Lớp tập huấn C", "5/5/2023", 45], [4, "Lớp tập huấn D", "6/5/2023", 45]]
_ALL = [None, "Tổng cộng", None, 173]
_UNITS = ["TT", "Đơn vị", "Số lớp tập huấn", "Lượt"]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (
            [_LIST, ["I. Quận Hải Châu"], *_FIRST, ["II. Quận Thanh Khê"], _LIST, *_THEN, _ALL],
            [("492", 41), ("492", 42), ("491", 45), ("491", 45)],
        ),
        (
            [
                *[_LIST, ["Quận Hải Châu"], *_FIRST, ["Cộng", None, None, 83]],
                *[["Quận Thanh Khê"], _LIST, *_THEN, ["Cộng", None, None, 90], _ALL],
            ],
            [("492", 41), ("492", 42), ("491", 45), ("491", 45)],
        ),
        (
            [
                *[_LIST, ["(1)", "(2)", "(3)", "(4)"], ["I. Quận Hải Châu"], *_FIRST],
                *[["II. Quận Thanh Khê"], _LIST, ["(1)", "(2)", "(3)", "(4)"], *_THEN, _ALL],
            ],
            [("492", 41), ("492", 42), ("491", 45), ("491", 45)],
        ),
        (
            [
                *[_UNITS, ["I. Khối quận, huyện"], [1, "Quận Hải Châu", 3, 100], [2, "Quận Cẩm Lệ", 3, 90]],
                *[["II. Khối sở, ngành"], _UNITS, [3, "Sở Y tế", 2, 80], [None, "Tổng cộng", 8, 270]],
            ],
            [("492", 100), ("495", 90), ("SO-YT", 80)],
        ),
    ],
    ids=["marked groups", "sums of groups", "numbered columns", "units"],
)
def test_rows_below_a_header_printed_again_are_of_the_same_table(rows: Rows, found: list[tuple]) -> None:
    report = checked([["TỔNG HỢP LỚP TẬP HUẤN NĂM 2023"], *rows])
    assert (report["status"], codes(report), len(report["tables"])) == ("ready", [], 1)
    assert [(r["unit"], r["attendances_total"]) for r in records(report)] == found


def test_groups_of_periods_stay_those_of_their_rows() -> None:
    rows = [
        *[_UNITS, ["I. Quý I"], [1, "Quận Hải Châu", 3, 100], [2, "Quận Cẩm Lệ", 3, 90]],
        *[["II. Quý II"], _UNITS, [1, "Quận Hải Châu", 2, 80], [None, "Tổng cộng", 8, 270]],
    ]
    report = checked([["TỔNG HỢP LỚP TẬP HUẤN NĂM 2023"], *rows])
    assert (report["status"], codes(report)) == ("ready", [])
    assert [r["start_date"] for r in records(report)] == ["2022-12-15", "2022-12-15", "2023-03-15"]


def test_a_line_above_each_header_begins_a_table_of_its_own() -> None:
    rows = [["I. LỚP TẬP HUẤN"], _UNITS, [1, "Quận Hải Châu", 3, 100], ["Tổng cộng", None, 3, 100]]
    rows += [["II. BUỔI TRUYỀN THÔNG"], ["TT", "Đơn vị", "Số buổi", "Lượt"], [1, "Quận Hải Châu", 2, 300]]
    report = checked([["TỔNG HỢP NĂM 2023"], *rows])
    assert (report["status"], codes(report), len(report["tables"])) == ("ready", [], 2)
    assert [r["kind"] for r in records(report)] == ["training_class", "communication_session"]


@pytest.mark.parametrize(
    ("out", "back"),
    [
        ("Cộng chuyển sang trang sau", "Trang trước chuyển sang"),
        ("Cộng mang sang", "Số trang trước mang sang"),
        ("Cộng trang 1", "Mang sang từ trang trước"),
        ("Chuyển trang sau", "Từ trang trước chuyển sang"),
        ("Cong chuyen sang trang sau", "Trang truoc chuyen sang"),
    ],
)
def test_what_a_page_carries_over_to_the_next_is_no_row(out: str, back: str) -> None:
    carried = [[None, out, None, 83], _LIST, [None, back, None, 83]]
    report = checked([["LỚP TẬP HUẤN NĂM 2023 - QUẬN HẢI CHÂU"], _LIST, *_FIRST, *carried, *_THEN, _ALL])
    assert (report["status"], codes(report)) == ("ready", [])
    assert [r["attendances_total"] for r in records(report)] == [41, 42, 45, 45]


_UPPER, _LOWER = (
    ["TT", "Đơn vị", "Số lớp tập huấn", "Lượt tham gia", None],
    [None, None, None, "Cha mẹ", "Giáo viên"],
)
_MORE = [[1, "Quận Hải Châu", 2, 40, 50], [2, "Quận Cẩm Lệ", 3, 62, 71]]
_NEXT = [[3, "Quận Sơn Trà", 2, 40, 50], [4, "Quận Thanh Khê", 3, 62, 71], [None, "Tổng cộng", 10, 204, 242]]


@pytest.mark.parametrize(
    ("again", "merges"),
    [
        ([_UPPER], ["D2:E2"]),
        ([_UPPER], ["D2:E2", "D6:E6"]),
        ([_UPPER], ["D2:E2", "A2:A3", "B2:B3", "C2:C3"]),
        ([_LOWER], ["D2:E2"]),
        ([["Trang 2"], _LOWER], ["D2:E2"]),
        ([_UPPER, _LOWER], ["D2:E2", "D6:E6"]),
        ([["TT", "Đơn vị", "Số lớp tập huấn", "Cha mẹ", "Giáo viên"]], ["D2:E2"]),
    ],
    ids=["upper", "upper, merged", "upper of a merged one", "lower", "lower, page", "both", "lowest words"],
)
def test_one_line_of_a_header_printed_again(again: Rows, merges: list[str]) -> None:
    rows = [["TỔNG HỢP NĂM 2023"], _UPPER, _LOWER, *_MORE, *again, *_NEXT]
    report = checked(rows, merges=merges)
    assert (report["status"], codes(report), len(report["tables"])) == ("ready", [], 1)
    assert [r["attendances"] for r in records(report)] == [
        {"parents": 40, "teachers": 50}, {"parents": 62, "teachers": 71},
    ] * 2  # fmt: skip


def test_a_header_that_stands_for_itself_is_of_another_table() -> None:
    first = [["TỔNG HỢP NĂM 2023"], _UPPER, _LOWER, *_MORE]
    rows = [*first, ["BUỔI TRUYỀN THÔNG"], _UPPER[:4], [1, "Quận Sơn Trà", 2, 40]]
    report = checked(rows, merges=["D2:E2"])
    assert [r["attendances"] for r in records(report)][-1] == {}
    assert len(report["tables"]) == 2
