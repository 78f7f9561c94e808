"""Changes that an office makes to a table without another meaning: what is read stays the same, or changes as it must."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from data_loaders.check import check
from tests.data_loaders.sheets import brief, checked, codes, records, xlsx

Table = list[list[Any]]
_TITLE: Table = [
    ["UBND QUẬN SƠN TRÀ"],
    ["DANH SÁCH LỚP TẬP HUẤN, BUỔI TRUYỀN THÔNG NĂM 2023"],
    [],
]
LIST: Table = [
    *_TITLE,
    ["STT", "Nội dung", "Loại hoạt động", "Ngày tổ chức", "Phường", "Cha mẹ", "Trẻ em ngoài trường học"],
    [1, "Kỹ năng số", "Lớp tập huấn", "13/5/2023", "Phường Mân Thái", 45, 20],
    [2, "An toàn trên mạng", "Buổi truyền thông", "20/5/2023", "Phường Thọ Quang", 120, 80],
    [3, "Đồng hành cùng con", "Lớp tập huấn", "17/6/2023", "Phường An Hải Bắc", 60, 30],
    [4, "Nhận diện lừa đảo", "Buổi truyền thông", "24/6/2023", "Phường Phước Mỹ", 1150, 0],
]
SUMMARY: Table = [
    ["UBND QUẬN LIÊN CHIỂU"],
    ["KẾT QUẢ TẬP HUẤN BẢO VỆ TRẺ EM TRÊN MÔI TRƯỜNG MẠNG QUÝ III NĂM 2022"],
    [],
    ["STT", "Phường, xã", "Số lớp tập huấn", "Phụ huynh", "Trẻ em ngoài nhà trường"],
    [1, "Phường Hòa Hiệp Bắc", 1, 18, 23],
    [2, "Phường Hòa Hiệp Nam", 3, 92, 106],
    [3, "Phường Hòa Khánh Bắc", 5, 90, 205],
    [4, "Phường Hòa Minh", 1, 14, 45],
]
_HEAD = 3
_FIRST = 4


def _copy(rows: Table) -> Table:
    return [list(row) for row in rows]


QUARTERS: Table = [
    ["HỘI LIÊN HIỆP PHỤ NỮ THÀNH PHỐ ĐÀ NẴNG"],
    ["TỔNG HỢP SỐ LIỆU LỚP TẬP HUẤN NĂM 2022"],
    [],
    ["TT", "Đối tượng", "Quý I", None, "Quý II", None],
    [None, None, "Số lớp", "Lượt người", "Số lớp", "Lượt người"],
    [1, "Cha mẹ, người chăm sóc trẻ", 2, 96, 5, 307],
    [2, "Trẻ em ngoài trường học", 1, 44, 1, 58],
    [3, "CBCCVC, đoàn thể", 1, 40, 1, 39],
]


def told(rows: Table, name: str = "bao-cao.xlsx") -> list[dict[str, Any]]:
    """The records of a sheet of these rows, without their places."""
    return [brief(record) for record in records(checked(rows, name=name))]


def with_column(heading: str, values: list[Any], at: int | None = None) -> Callable[[Table], Table]:
    """The table with one more column, by default the last one."""

    def change(rows: Table) -> Table:
        rows = _copy(rows)
        place = len(rows[_HEAD]) if at is None else at
        rows[_HEAD].insert(place, heading)
        for row, value in zip(rows[_FIRST:], values, strict=False):
            row.insert(place, value)
        return rows

    return change


def each_cell(change: Callable[[Any], Any], column: int | None = None) -> Callable[[Table], Table]:
    """The table with the cells of its rows, or of one column of them, written otherwise."""

    def changed(rows: Table) -> Table:
        return [
            *rows[:_FIRST],
            *([change(c) if column in (None, i) else c for i, c in enumerate(row)] for row in rows[_FIRST:]),
        ]

    return changed


def _words(change: Callable[[str], str]) -> Callable[[Table], Table]:
    return lambda rows: [[change(c) if isinstance(c, str) else c for c in row] for row in rows]


def _order(rows: Table) -> Table:
    order = [0, 6, 3, 1, 5, 4, 2]
    return [*rows[:_HEAD], *([row[i] for i in order] for row in rows[_HEAD:])]


def _sums(rows: Table, label: str) -> list[Any]:
    figures = [i for i, cell in enumerate(rows[0]) if isinstance(cell, int) and i]
    return [label, *(sum(row[i] for row in rows) if i in figures else None for i in range(1, len(rows[0])))]


def subtotals(first: str, second: str) -> Callable[[Table], Table]:
    """The table with the sums of its two halves."""

    def change(rows: Table) -> Table:
        upper, lower = rows[_FIRST : _FIRST + 2], rows[_FIRST + 2 :]
        return [*rows[:_FIRST], *upper, _sums(upper, first), *lower, _sums(lower, second)]

    return change


def _beside(title: str, table: Table, gap: int = 2) -> Callable[[Table], Table]:
    """The table with another one beside it, its title in the row above the headings."""

    def change(rows: Table) -> Table:
        width = len(rows[_HEAD]) + gap
        more = [[]] * (_HEAD - 1) + [[title], *table]
        return [
            [*row, *[None] * (width - len(row)), *more[i]] if i < len(more) and more[i] else row
            for i, row in enumerate(rows)
        ]

    return change


_SCHOOLS: Table = [
    ["STT", "Tên trường", "Cấp học", "Quận/huyện"],
    [1, "Trường Tiểu học Minh Họa A", "Tiểu học", "Quận Hải Châu"],
    [2, "Trường THCS Minh Họa B", "THCS", "Quận Thanh Khê"],
]
_TARGETS: Table = [
    ["STT", "Chỉ tiêu", "Đơn vị", "Năm", "Giá trị"],
    [1, "Số lớp tập huấn", "Quận Hải Châu", 2024, 12],
    [2, "Số lớp tập huấn", "Quận Thanh Khê", 2024, 15],
]


def _day(style: str) -> Callable[[Any], Any]:
    def change(cell: Any) -> Any:
        day, month, year = cell.split("/")
        return style.format(d=day, m=month, y=year, mm=month.zfill(2), dd=day.zfill(2))

    return change


def _people(style: str) -> Callable[[Any], Any]:
    return lambda cell: (
        style.format(f"{cell:,}".replace(",", ".")) if isinstance(cell, int) and cell > 9 else cell
    )


def headings_broken(*at: int) -> Callable[[Table], Table]:
    """The table with the last words of some headings in a row of their own, without a merge."""

    def change(rows: Table) -> Table:
        whole = [str(text).split(" ") for text in rows[_HEAD]]
        upper = [" ".join(w[:-2] or w[:1]) if i in at else " ".join(w) for i, w in enumerate(whole)]
        lower = [" ".join(w[-2:] if w[:-2] else w[1:]) if i in at else None for i, w in enumerate(whole)]
        return [*rows[:_HEAD], upper, lower, *rows[_FIRST:]]

    return change


def _in_capitals(rows: Table) -> Table:
    return [*rows[:_HEAD], [str(text).upper() for text in rows[_HEAD]], *rows[_FIRST:]]


def _broken_capitals(rows: Table) -> Table:
    return headings_broken(2, 3)(_in_capitals(rows))


OF_A_LIST: dict[str, Callable[[Table], Table]] = {
    "columns in another order": _order,
    "rows in another order": lambda rows: [*rows[:_FIRST], *reversed(rows[_FIRST:])],
    "a blank column inside": lambda rows: [[*row[:2], None, *row[2:]] for row in rows],
    "a blank row below each row": lambda rows: [
        *rows[:_FIRST],
        *(one for row in rows[_FIRST:] for one in (row, [])),
    ],
    "a heading that goes on in the next row": headings_broken(6),
    "headings that go on in the next row": headings_broken(2, 3, 6),
    "headings of capitals that go on in the next row": _broken_capitals,
    "one heading of capitals that goes on in the next row": lambda rows: headings_broken(3)(
        _in_capitals(rows)
    ),
    "colons behind most headings": lambda rows: [
        *rows[:_HEAD],
        ["STT:", "Đơn vị báo cáo:", *(f"{text}:" for text in rows[_HEAD][1:-1]), rows[_HEAD][-1]],
        *([row[0], "Quận Sơn Trà", *row[1:]] for row in rows[_FIRST:]),
    ],
    "remarks inside": with_column("Ghi chú", ["Có tin bài", None, "15 tờ rơi", None], 3),
    "partners": with_column("Đơn vị phối hợp", ["Hội LHPN", "Công an phường", "Đoàn thanh niên", None]),
    "weekdays": with_column("Thứ", ["Tư", "Ba", "Ba", "Tư"], 3),
    "months beside the days": with_column("Tháng", [5, 5, 6, 6], 3),
    "web addresses": with_column("Minh chứng", [f"https://example.com/{n}" for n in range(4)]),
    "sums of pages": subtotals("Cộng trang 1", "Cộng trang 2"),
    "sums of turns": subtotals("Cộng đợt 1", "Cộng đợt 2"),
    "sums of turns without accents": subtotals("Cong dot 1", "Cong dot 2"),
    "a school list beside": _beside("Danh sách trường học", _SCHOOLS),
    "targets beside": _beside("Chỉ tiêu năm 2024", _TARGETS),
    "targets beside a table with a blank column inside": lambda rows: _beside("Chỉ tiêu năm 2024", _TARGETS)(
        [[*row[:1], None, *row[1:]] for row in rows]
    ),
    "blanks of no width behind days": each_cell(lambda cell: f"{cell}\u200b", 3),
    "blanks of no width before and behind figures": each_cell(lambda cell: f"\ufeff{cell}\u200b", 5),
    "blanks of no width behind numbers of columns": lambda rows: [
        *rows[:_FIRST],
        [f"({n})\u200b" for n in range(1, 8)],
        *rows[_FIRST:],
    ],
    "blanks of no width between words": _words(lambda text: text.replace(" ", " \u200b")),
    "two blanks": _words(lambda text: text.replace(" ", "  ")),
    "days with long hyphens": each_cell(_day("{d}–{m}–{y}"), 3),
    "days with blanks and long hyphens": each_cell(_day("{d} – {m} – {y}"), 3),
    "days from the year on with long hyphens": each_cell(_day("{y}–{mm}–{dd}"), 3),
    "days with hyphens that break no line": each_cell(_day("{dd}‑{mm}‑{y}"), 3),
    "days in words": each_cell(_day("ngày {d} tháng {m} năm {y}"), 3),
    "true days": each_cell(lambda cell: datetime.datetime.strptime(cell, "%d/%m/%Y"), 3),  # noqa: DTZ007
    "people in words": each_cell(_people("{} người")),
    "numbers as words between blanks": each_cell(
        lambda cell: f" {cell} " if isinstance(cell, int) and cell > 9 else cell
    ),
    "whole numbers with decimals": each_cell(
        lambda cell: float(cell) if isinstance(cell, int) and cell > 9 else cell
    ),
}
OF_A_SUMMARY: dict[str, Callable[[Table], Table]] = {
    "rows in another order": lambda rows: [*rows[:_FIRST], *reversed(rows[_FIRST:])],
    "sums of turns": subtotals("Cộng đợt 1", "Cộng đợt 2"),
    "sums of weeks": subtotals("Cộng tuần 1", "Cộng tuần 2"),
    "sums": subtotals("Cộng", "Cộng"),
    "partners": with_column("Đơn vị phối hợp", ["Đoàn thanh niên", None, "Hội LHPN", None]),
    "weekdays": with_column("Thứ", ["Hai", "Tư", "Tư", "Ba"]),
    "a school list beside": _beside("Danh sách trường học", _SCHOOLS),
    "targets beside": _beside("Chỉ tiêu năm 2024", _TARGETS),
}


PLANNED: Table = [
    ["UBND QUẬN SƠN TRÀ"],
    ["KẾT QUẢ MỞ LỚP TẬP HUẤN NĂM 2022"],
    [],
    ["STT", "Tên lớp", "Ngày", "Đối tượng", "Số lượng"],
    [None, None, None, None, "Dự kiến", "Thực tế"],
    [1, "Nghiệp vụ bảo vệ trẻ em", "14/6/2022", "Cộng tác viên trẻ em", 50, 46],
    [2, "Kỹ năng đồng hành cùng con", "25/6/2022", "Cha mẹ", 60, 64],
]
FORM: Table = [
    ["UBND QUẬN CẨM LỆ"],
    ["SỐ LƯỢT HỌC SINH THAM GIA BUỔI TRUYỀN THÔNG 6 THÁNG CUỐI NĂM 2022"],
    [],
    ["Chỉ số", "Tháng 9", "Tháng 10", "Tháng 11"],
    ["Số buổi", 3, 4, 2],
    ["Số lượt học sinh", 1450, 2105, 930],
]


def _below(title: str, table: Table) -> Callable[[Table], Table]:
    return lambda rows: [*rows, [], [title], *table]


OF_A_FORM: dict[str, Callable[[Table], Table]] = {
    "a unit in two lines": lambda rows: [["UBND QUẬN CẨM\nLỆ"], *rows[1:]],
    "an office of a unit in two lines": lambda rows: [["PHÒNG LĐTBXH QUẬN CẨM\r\nLỆ"], *rows[1:]],
    "a half of the year in two lines": lambda rows: [
        *rows[:1],
        ["SỐ LƯỢT HỌC SINH THAM GIA BUỔI TRUYỀN THÔNG 6 THÁNG\nCUỐI NĂM 2022"],
        *rows[2:],
    ],
    "a school list below": _below("Danh sách trường học", _SCHOOLS),
    "targets below": _below("Chỉ tiêu năm 2024", _TARGETS),
    "signatures": lambda rows: [*rows, [], ["Người lập biểu", None, None, "TRƯỞNG PHÒNG"]],
}


OF_QUARTERS: dict[str, Callable[[Table], Table]] = {
    "partners": with_column("Đơn vị phối hợp", [None, "Đoàn thanh niên", None, "Hội LHPN"]),
    "a school list beside a header of two rows": _beside("Danh sách trường học", _SCHOOLS),
    "targets beside a header of two rows": _beside("Chỉ tiêu năm 2024", _TARGETS),
}


def _own(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The records of what was held, in an order of their own."""
    return sorted((record for record in found if "basis" in record), key=str)


@pytest.mark.parametrize("change", OF_A_LIST.values(), ids=OF_A_LIST)
def test_a_list_written_otherwise_reads_the_same(change: Callable[[Table], Table]) -> None:
    report = checked(change(LIST))
    assert _own(list(map(brief, records(report)))) == _own(told(LIST))
    assert codes(report, "error") == []


@pytest.mark.parametrize("change", OF_A_SUMMARY.values(), ids=OF_A_SUMMARY)
def test_a_summary_written_otherwise_reads_the_same(change: Callable[[Table], Table]) -> None:
    report = checked(change(SUMMARY))
    assert _own(list(map(brief, records(report)))) == _own(told(SUMMARY))
    assert codes(report, "error") == []


@pytest.mark.parametrize("change", OF_A_FORM.values(), ids=OF_A_FORM)
def test_a_form_written_otherwise_reads_the_same(change: Callable[[Table], Table]) -> None:
    report = checked(change(FORM))
    assert _own(list(map(brief, records(report)))) == _own(told(FORM))
    assert codes(report, "error") == []


@pytest.mark.parametrize("done", ["Thực tế", "Thực tế (người)", "Thực hiện (lượt)"])
@pytest.mark.parametrize("wider", [[], [None, None, None, "Độc lập - Tự do - Hạnh phúc"]])
def test_what_was_planned_beside_what_came_below_one_heading_without_merges(
    done: str, wider: list[Any]
) -> None:
    rows = _copy(PLANNED)
    rows[0] += wider
    rows[_FIRST][-1] = done
    assert [r["attendances_total"] for r in told(rows)] == [46, 64]


def test_titles_that_name_an_audience_beside_columns_of_audiences_are_titles() -> None:
    rows = [
        ["SỞ GIÁO DỤC VÀ ĐÀO TẠO TP. ĐÀ NẴNG"],
        ["BIỂU THỐNG KÊ LỚP TẬP HUẤN NĂM 2023"],
        [],
        ["STT", "Nội dung hoạt động", "Thời gian", "Giáo viên", "Cha mẹ"],
        [1, "Kỹ năng an toàn số cho giáo viên tiểu học", "10/3/2023", 68, 10],
        [2, "Tư vấn tâm lý học đường cho giáo viên", "22/4/2023", 110, 20],
        [3, "Kỹ năng an toàn số cho giáo viên THCS", "12/5/2023", 90, 15],
    ]
    assert [r["title"] for r in told(rows)] == [row[1] for row in rows[_FIRST:]]


@pytest.mark.parametrize("wrong", [0, 1])
def test_all_children_beside_both_sorts_of_them_need_not_agree_in_every_row(wrong: int) -> None:
    rows = [
        ["THÀNH ĐOÀN ĐÀ NẴNG"],
        ["BUỔI TRUYỀN THÔNG CHO TRẺ EM NĂM 2022"],
        [],
        ["TT", "Đơn vị", "Số buổi", "Tổng số trẻ em", "Trẻ em trong trường học", "Trẻ em ngoài trường học"],
        [1, "Quận Hải Châu", 5, 2250 + wrong, 2100, 150],
        [2, "Quận Thanh Khê", 4, 1890, 1800, 90],
        [3, "Quận Sơn Trà", 6, 2710, 2500, 210],
    ]
    report = checked(rows)
    assert [r["attendances_total"] for r in records(report)] == [2250 + wrong, 1890, 2710]
    assert codes(report) == ["total_mismatch"] * wrong


def _unread(heading: str) -> Table:
    return [
        ["BẢNG THEO DÕI"],
        [heading, "Mã hiệu", "Khối lượng"],
        ["A", "Mười", 25],
        ["B", "Hai mươi", 30],
    ]


def test_a_sheet_of_which_nothing_is_read_beside_others_is_told() -> None:
    report = check("bao-cao.xlsx", xlsx({"Tháng 5": LIST, "Khác": _unread("Vật tư")}))
    assert [(i["code"], i["sheet"], i["cell"]) for i in report["issues"]] == [("sheet_unread", "Khác", "A2")]
    assert report["status"] == "ready"


@pytest.mark.parametrize("name", ["Hướng dẫn", "DanhMuc", "DM_donvi"])
def test_sheets_of_explanations_and_of_words_for_choice_are_not_told(name: str) -> None:
    lists: Table = [["Loại hoạt động", "Hình thức", "Đối tượng"], *[["Lớp", "Trực tiếp", "Cha mẹ"]] * 3]
    report = check("bao-cao.xlsx", xlsx({"Tháng 5": LIST, name: lists}))
    assert codes(report) == []


def test_sums_as_words_between_blanks_that_could_be_years_head_no_table() -> None:
    sums = [["Cong", *[None] * 4, " 2001 ", " 1016 "], ["TONG CONG", *[None] * 4, " 2186 ", " 1114 "]]
    spaced = OF_A_LIST["numbers as words between blanks"](LIST)
    report = checked([*spaced, *sums])
    assert len(report["tables"]) == 1
    assert len(records(report)) == len(LIST) - _FIRST


@pytest.mark.parametrize("name", ["Quận Sơn Trà", "Sơn Trà", "Tháng 6", "Lớp tập huấn"])
def test_a_sheet_copied_by_excel_is_told_to_be_one(name: str) -> None:
    rows = [["THÀNH ĐOÀN ĐÀ NẴNG"], ["DANH SÁCH BUỔI TRUYỀN THÔNG NĂM 2022"], [], *LIST[_HEAD:]]
    rows = [[cell.replace("2023", "2022") if isinstance(cell, str) else cell for cell in row] for row in rows]
    other = [*rows[:_HEAD], rows[_HEAD], *_words(lambda text: f"{text} khác")(rows[_FIRST:])]
    other = [
        [cell.replace("2022 khác", "2022") if isinstance(cell, str) else cell for cell in row]
        for row in other
    ]
    report = check(
        "thanh-doan.xlsx",
        xlsx({name: rows, f"{name} (2)": rows, "Quận Hải Châu": other, "Quận Cẩm Lệ": other}),
    )
    copied = [table["records"] for table in report["tables"]][:2]
    assert [[brief(r) for r in copied[0]]] == [[brief(r) for r in copied[1]]]
    assert [i["code"] for i in report["issues"] if i["sheet"] == f"{name} (2)"] == ["duplicate_row"] * 4


def test_the_half_of_a_year_in_two_lines_of_a_title() -> None:
    title = "TỔNG HỢP KẾT QUẢ TẬP HUẤN\n6 THÁNG\nCUỐI NĂM 2022"
    assert {r["start_date"] for r in told([SUMMARY[0], [title], *SUMMARY[2:]])} == {"2022-06-15"}


def test_the_ward_of_a_table_in_two_lines_above_its_header() -> None:
    second = [[], ["b) Phường Hòa\nXuân"], *LIST[_HEAD:]]
    found = told([["UBND QUẬN CẨM LỆ"], [], ["a) Phường Khuê\nTrung"], *LIST[_HEAD:], *second])
    assert [r["unit"] for r in found] == ["495"] * 8


@pytest.mark.parametrize("change", OF_QUARTERS.values(), ids=OF_QUARTERS)
def test_a_crosstab_written_otherwise_reads_the_same(change: Callable[[Table], Table]) -> None:
    report = checked(change(QUARTERS))
    assert _own(list(map(brief, records(report)))) == _own(told(QUARTERS))
    assert codes(report, "error") == []


@pytest.mark.parametrize(
    ("title", "table", "kind"),
    [("Danh sách trường học", _SCHOOLS, "schools"), ("Chỉ tiêu năm 2024", _TARGETS, "targets")],
)
@pytest.mark.parametrize("rows", [LIST, SUMMARY, QUARTERS])
def test_a_table_of_another_kind_beside_is_read_too(title: str, table: Table, kind: str, rows: Table) -> None:
    tables = checked(_beside(title, table)(rows))["tables"]
    assert [(t["kind"], len(t["records"])) for t in tables][1:] == [(kind, 2)]
