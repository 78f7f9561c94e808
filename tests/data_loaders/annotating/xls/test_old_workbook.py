"""An .xls that comes back as an .xlsx: marked, with its layout, checks and remarks."""

import io
import struct
from collections.abc import Callable, Sequence
from typing import Any

import openpyxl
import pytest
import xlwt
from openpyxl.cell.rich_text import CellRichText

from data_loaders.annotating import annotated, marks
from data_loaders.annotating.recognising import NAME
from data_loaders.annotating.xls import old_workbook
from data_loaders.check import check
from data_loaders.reading import read
from tests.data_loaders.annotating.xls.old_books import (
    MAY_12,
    UNIT,
    back,
    content,
    issue,
    marked_file,
    record,
    said_in_front,
    saved,
    table,
    with_page,
    with_records,
)

COPIED = "chỉ chép lại giá trị"

STYLES: list[tuple[str, Callable[[Any], object], object]] = [
    ("font: bold on", lambda c: c.font.b, True),
    ("font: italic on", lambda c: c.font.i, True),
    ("font: name Times New Roman, height 260", lambda c: (c.font.name, c.font.sz), ("Times New Roman", 13)),
    ("font: color red", lambda c: c.font.color.rgb, "FFFF0000"),
    ("font: underline double", lambda c: c.font.u, "double"),
    ("font: struck_out on", lambda c: c.font.strike, True),
    ("font: escapement superscript", lambda c: c.font.vertAlign, "superscript"),
    (
        "pattern: pattern solid, fore_color yellow",
        lambda c: (c.fill.fill_type, c.fill.fgColor.rgb),
        ("solid", "FFFFFF00"),
    ),
    ("borders: left thin, bottom double", lambda c: (c.border.left.style, c.border.bottom.style), ("thin", "double")),
    ("borders: top thick, top_color blue", lambda c: (c.border.top.style, c.border.top.color.rgb), ("thick", "FF0000FF")),
    ("align: horiz center, vert top", lambda c: (c.alignment.horizontal, c.alignment.vertical), ("center", "top")),
    ("align: wrap on, indent 2", lambda c: (c.alignment.wrap_text, c.alignment.indent), (True, 2)),
    ("align: rotation 90", lambda c: c.alignment.textRotation, 90),
    ("protection: cell_locked off", lambda c: c.protection.locked, False),
]  # fmt: skip

FORMS = {
    "dd/mm/yyyy": "dd/mm/yyyy",
    "#,##0": "#,##0",
    '0" lượt"': '0" lượt"',
    "general": "General",
    "M/D/YY": "mm-dd-yy",
}
FORMULAS = [
    "SUM(D2:D4)", "SUM($D$2:D$4)", "D3*2+D4", "(D3+D4)*2", "-D3^2", "D3-(D4-1)", 'IF(D3>30,"đạt","chưa")',
    "ROUND(D3/3,2)", "COUNTIF(A2:A4,A2)", 'A2&" ""x"""', "D3%", "AND(D3>=1,D3<>2)", "SUMPRODUCT(D3:D4,D3:D4)",
    "VLOOKUP(B3,B2:D4,3,FALSE)", "DATE(2023,5,12)", "SUM(D2,D3,D4)", "'Dữ liệu'!D3+1",
]  # fmt: skip


@pytest.fixture(scope="module")
def rich() -> tuple[bytes, Any]:
    """One file with a cell of each form and formula, in the columns F, G and H; and what it comes back as."""

    def write(page: Any) -> None:
        for row, (style, _, _) in enumerate(STYLES):
            page.write(row, 5, "Người lập", xlwt.easyxf(style))
        for row, form in enumerate(FORMS):
            page.write(row, 6, 45058.5, xlwt.easyxf(num_format_str=form))
        for row, formula in enumerate(FORMULAS):
            page.write(row, 7, xlwt.Formula(formula))

    raw = saved(with_page(write))
    return raw, back(raw)["Dữ liệu"]


@pytest.mark.parametrize("row", range(len(STYLES)), ids=[style for style, _, _ in STYLES])
def test_cells_keep_their_form(rich: tuple[bytes, Any], row: int) -> None:
    _, seen, expected = STYLES[row]
    assert seen(rich[1].cell(row + 1, 6)) == expected


def test_numbers_keep_their_form_and_value(rich: tuple[bytes, Any]) -> None:
    cells = [rich[1].cell(row, 7) for row in range(1, len(FORMS) + 1)]
    assert [cell.number_format for cell in cells] == list(FORMS.values())


def test_formulas_are_kept(rich: tuple[bytes, Any]) -> None:
    cells = [rich[1].cell(row, 8) for row in range(1, len(FORMULAS) + 1)]
    assert [cell.value for cell in cells] == [f"={formula}" for formula in FORMULAS]
    assert {cell.data_type for cell in cells} == {"f"}


def laid_out(book: xlwt.Workbook) -> None:
    page = book.get_sheet("Dữ liệu")
    page.write_merge(6, 7, 0, 2, "Người lập biểu", xlwt.easyxf("borders: right thin"))
    page.col(1).width = 40 * 256
    page.col(2).hidden = True
    page.row(0).height_mismatch, page.row(0).height = True, 600
    page.row(3).hidden = True
    page.panes_frozen, page.horz_split_pos, page.vert_split_pos = True, 1, 2
    page.show_grid = False
    page.portrait, page.paper_size_code = False, 8
    page.fit_num_pages, page.fit_width_to_pages, page.fit_height_to_pages = True, 1, 0
    page.left_margin, page.top_margin = 0.25, 0.5
    page.header_str, page.footer_str = b"&LUBND quan&R&P", b"&CTrang &P"
    page.print_centered_horz = True
    hidden = book.add_sheet("Phụ")
    hidden.write(0, 0, "x")
    hidden.visibility = 1


def test_sheets_keep_their_layout_and_print_setup() -> None:
    book = with_page()
    laid_out(book)
    raw = saved(book)
    made = back(raw)
    page = made["Dữ liệu"]
    assert made.sheetnames == [NAME, "Dữ liệu", "Phụ"]
    assert made["Phụ"].sheet_state == "hidden"
    assert [str(area) for area in page.merged_cells.ranges] == ["A7:C8"]
    assert page["C8"].border.right.style == "thin"
    assert page.column_dimensions["B"].width == 40
    assert page.column_dimensions["C"].hidden
    assert page.row_dimensions[1].height == 30
    assert page.row_dimensions[4].hidden
    assert page.freeze_panes == "C2"
    assert not page.sheet_view.showGridLines
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 8)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert (page.page_margins.left, page.page_margins.top) == (0.25, 0.5)
    assert (page.oddHeader.left.text, page.oddHeader.right.text) == ("UBND quan", "&P")
    assert page.oddFooter.center.text == "Trang &P"
    assert page.print_options.horizontalCentered
    assert content(read("x.xlsx", marked_file(raw))) == content(read("x.xls", raw))


def test_raised_figures_stay_raised_and_no_digits() -> None:
    plain, raised = xlwt.easyfont(""), xlwt.easyfont("escapement superscript")
    raw = saved(
        with_page(lambda page: page.write_rich_text(9, 3, (("45", plain), (" ", raised), ("1", raised))))
    )
    value = back(raw)["Dữ liệu"]["D10"].value
    assert isinstance(value, CellRichText)
    assert [str(part) for part in value] == ["45", " ", "1"]
    assert value[-1].font.vertAlign == "superscript"
    told = [content(read(*file)) for file in (("x.xlsx", marked_file(raw)), ("x.xls", raw))]
    assert told[0] == told[1]
    assert told[0][0][1][9][3] == "45 ¹"


def test_findings_are_marked_and_a_corrected_file_is_ready() -> None:
    book = xlwt.Workbook()
    page = book.add_sheet("Dữ liệu")
    table(page, [[UNIT, "A", "31/02/2023", 40], [UNIT, "B", MAY_12, 25]], 2)
    page.write_merge(0, 0, 0, 3, "BÁO CÁO CÁC LỚP TẬP HUẤN", xlwt.easyxf("align: horiz center"))
    raw = saved(book)
    said = check("x.xls", raw)
    assert check("x.xls", marked_file(raw)) == said
    assert [found["cell"] for found in said["issues"] if found["severity"] == "error"] == ["C4"]
    made = openpyxl.load_workbook(io.BytesIO(annotated("x.xls", raw, said)))
    cell = made["Dữ liệu"]["C4"]
    assert cell.fill.fgColor.rgb == marks.COLOURS["error"]
    assert "Cách sửa" in cell.comment.text
    assert made.worksheets[0].cell(made.worksheets[0].max_row, 3).hyperlink is not None
    cell.value = "28/02/2023"
    out = io.BytesIO()
    made.save(out)
    assert check("x.xlsx", out.getvalue())["status"] == "ready"


def test_own_comments_are_kept_and_ours_of_an_earlier_round_taken_off() -> None:
    def note(row: int, number: int, words: str) -> bytes:
        raw = words.encode("utf-16-le")
        made = record(0x5D, struct.pack("<HHHH", 0x15, 0x12, 0x19, number) + bytes(14))
        made += record(0x1B6, struct.pack("<10xHH4x", len(words), 0)) + record(0x3C, b"\x01" + raw)
        return made + record(0x1C, struct.pack("<HHHHH", row, 0, 0, number, 0))

    raw = with_records(note(1, 7, "Đã đối chiếu") + note(2, 8, "Của tôi"))
    page = back(raw, issue(cell="A2"))["Dữ liệu"]
    assert page["A2"].comment.text.startswith("Đã đối chiếu\n\nChương trình 830:")
    assert page["A3"].comment.text == "Của tôi"


def validation(
    flags: int, first: bytes, second: bytes = b"", ranges: Sequence[tuple[int, ...]] = ((1, 9, 3, 3),)
) -> bytes:
    nothing = b"\x01\x00\x00\x00"
    body = struct.pack("<I", flags) + nothing * 3 + struct.pack("<HB", 4, 1) + "Chọn".encode("utf-16-le")
    for tokens in (first, second):
        body += struct.pack("<HH", len(tokens), 0) + tokens
    body += struct.pack("<H", len(ranges)) + b"".join(struct.pack("<4H", *one) for one in ranges)
    return record(0x1BE, body)


def test_lists_to_choose_from_and_checks_are_kept() -> None:
    items = "lớp\0buổi"
    words = struct.pack("<BBB", 0x17, len(items), 1) + items.encode("utf-16-le")
    above = struct.pack("<BHHHH", 0x2D, 0, 0, 0, 0)
    places = struct.pack("<BHHHH", 0x25, 1, 3, 0, 0)
    raw = with_records(
        validation(3 | 1 << 7 | 1 << 8 | 1 << 19, words, ranges=((1, 9, 3, 3), (1, 9, 5, 5)))
        + validation(3, places)
        + validation(1 | 1 << 19, b"\x1e\x00\x00", b"\x1e\x0a\x00")
        + validation(1 | 4 << 20, b"\x1e\x05\x00", b"\x1e\x00\x00")
        + validation(7, above + b"\x1e\x01\x00\x0d")
    )
    made = back(raw)
    told = made["Dữ liệu"].data_validations.dataValidation
    assert [(one.type, one.operator, one.formula1, one.formula2) for one in told] == [
        ("list", "between", '"lớp,buổi"', None),
        ("list", "between", "$A$2:$A$4", None),
        ("whole", "between", "0", "10"),
        ("whole", "greaterThan", "5", None),
        ("custom", "between", "$A$1:$A$1>1", None),
    ]
    assert str(told[0].sqref) == "D2:D10 F2:F10"
    assert (told[0].allow_blank, told[0].showErrorMessage, told[0].error) == (True, True, "Chọn")
    assert "không giữ" not in said_in_front(made)


def test_a_tab_keeps_its_colour() -> None:
    page = back(with_records(record(0x862, bytes(12) + struct.pack("<II", 20, 10))))["Dữ liệu"]
    assert page.sheet_properties.tabColor.rgb == "FFFF0000"


def test_what_is_not_kept_is_told() -> None:
    chart = record(0x5D, struct.pack("<HHHH", 0x15, 0x12, 0x05, 1) + bytes(14))
    words = said_in_front(back(with_records(chart + record(0x1BE, b""))))
    assert "dạng .xls" in words
    assert "không giữ hình vẽ, biểu đồ, một số danh sách chọn, điều kiện nhập của ô" in words
    assert "không giữ" not in said_in_front(back(saved(with_page())))


@pytest.mark.parametrize(
    "more",
    [
        record(0x00E5, struct.pack("<H4H", 1, 0, 65_535, 0, 255)),
        record(0x00BE, struct.pack("<HHHH", 30, 0, 1, 9)),
        record(0x00E0, b"\x00") * 20 + record(0x0201, b"\x01"),
    ],
    ids=["a merge over the whole sheet", "a damaged row of blanks", "a damaged blank"],
)
def test_a_damaged_or_hostile_file_comes_back_as_a_copy_of_its_values(more: bytes) -> None:
    raw = with_records(more)
    said = check("x.xls", raw)
    made = openpyxl.load_workbook(io.BytesIO(annotated("x.xls", raw, said)))
    assert COPIED in said_in_front(made)
    assert made["Dữ liệu"]["A1"].value == "Đơn vị"


def test_more_cells_than_openpyxl_takes_come_back_as_a_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_workbook, "MOST_CELLS", 30)
    assert COPIED in said_in_front(back(saved(with_page())))
