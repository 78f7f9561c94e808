"""Workbooks as openpyxl and xlsxwriter write them: every kind of cell, and what stands beside the cells."""

import datetime
import io

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import Font

from data_loaders.reading import CellError, Sheet, read
from tests.data_loaders.reading import making

MOMENT = datetime.datetime.fromisoformat("2023-05-06T10:30")


def saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def only_sheet(raw: bytes, name: str = "a.xlsx") -> Sheet:
    (sheet,) = read(name, raw).sheets
    return sheet


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        (5, 5),
        (5.0, 5),
        (-0.25, -0.25),
        (1e20, 10**20),
        (True, True),
        (False, False),
        ("Hải Châu", "Hải Châu"),
        ("  hai  blanks ", "  hai  blanks "),
        ("dòng 1\ndòng 2", "dòng 1\ndòng 2"),
        (" \n\u00a0", None),
        ("012", "012"),
        (MOMENT.replace(hour=0, minute=0), datetime.date(2023, 5, 6)),
        (datetime.date(2023, 5, 6), datetime.date(2023, 5, 6)),
        (MOMENT, MOMENT),
        (datetime.time(8, 30), datetime.time(8, 30)),
        (datetime.timedelta(hours=36), 1.5),
    ],
)
def test_cell(written: object, cell: object) -> None:
    book = openpyxl.Workbook()
    book.active.append(["x", written, "y"])
    found = only_sheet(saved(book)).rows[0][1]
    assert (type(found), found) == (type(cell), cell)


def test_position_is_that_of_the_spreadsheet() -> None:
    book = openpyxl.Workbook()
    book.active["C5"], book.active["D7"] = "đầu", "cuối"
    book.active["F9"] = "   "
    sheet = only_sheet(saved(book))
    assert (sheet.first_row, sheet.first_column) == (5, 3)
    assert sheet.rows == [["đầu", None], [None, None], [None, "cuối"]]


def test_table_far_below_and_to_the_right() -> None:
    book = openpyxl.Workbook()
    book.active["ZZ5000"], book.active["AAB5001"] = 1, 2
    sheet = only_sheet(saved(book))
    assert (sheet.first_row, sheet.first_column) == (5000, 702)
    assert sheet.rows == [[1, None, None], [None, None, 2]]


def test_sheets_in_order_with_their_names_and_hiding() -> None:
    book = openpyxl.Workbook()
    book.active.title = "Tháng 5"
    for title, state in (("Ẩn", "hidden"), ("Ẩn kỹ", "veryHidden"), ("Trống", "visible")):
        book.create_sheet(title).sheet_state = state
    sheets = read("a.xlsx", saved(book)).sheets
    assert [(s.name, s.hidden) for s in sheets] == [
        ("Tháng 5", False),
        ("Ẩn", True),
        ("Ẩn kỹ", True),
        ("Trống", False),
    ]
    assert all((s.rows, s.first_row, s.first_column) == ([], 1, 1) for s in sheets)


def test_chart_sheets_are_left_out() -> None:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.add_worksheet("Bảng").write(0, 0, 1)
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Bảng!$A$1"})
    book.add_chartsheet("Biểu đồ").set_chart(chart)
    book.add_worksheet("Sau").write(0, 0, 2)
    book.close()
    assert [(s.name, s.rows) for s in read("a.xlsx", target.getvalue()).sheets] == [
        ("Bảng", [[1]]),
        ("Sau", [[2]]),
    ]


def test_merges_reach_no_further_than_the_cells() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["D4"] = "Tiêu đề", 1
    for area in ("A1:XFD1", "B3:C4", "F8:G9"):
        sheet.merge_cells(area)
    assert sorted(only_sheet(saved(book)).merges) == [(1, 1, 1, 4), (3, 2, 4, 3)]


def test_hidden_rows_and_columns() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in range(1, 8):
        sheet.append([row, row, row, row])
    sheet.row_dimensions[3].hidden = sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet.column_dimensions.group("C", "D", hidden=True)
    found = only_sheet(saved(book))
    assert found.hidden_rows == {3, 6}
    assert found.hidden_columns == {2, 3, 4}


def test_formulas_with_and_without_stored_value() -> None:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_formula("A1", "=1+1", value=2)
    sheet.write_formula("A2", '="a"&"b"', value="ab")
    sheet.write_formula("A3", "=1/0", value="#DIV/0!")
    sheet.write_formula("A4", "=B1", value="")
    sheet.write_formula("C4", "=TRUE", value=True)
    book.close()
    found = only_sheet(target.getvalue())
    assert found.rows == [
        [2, None, None],
        ["ab", None, None],
        [CellError("#DIV/0!"), None, None],
        [None, None, True],
    ]
    assert found.formulas_without_value == {(4, 1)}


def test_openpyxl_formula_has_no_value() -> None:
    book = openpyxl.Workbook()
    book.active.append([1, 2, "=A1+B1"])
    found = only_sheet(saved(book))
    assert (found.rows, found.formulas_without_value) == ([[1, 2]], {(1, 3)})


def test_empty_text_is_a_value_of_a_formula() -> None:
    rows = (
        '<row r="1"><c r="A1" t="str"><f>""</f><v></v></c><c r="B1" t="str"><f>C1</f></c>'
        '<c r="C1"><f t="shared" si="0"/></c><c r="D1"><f>1</f><v>1</v></c></row>'
    )
    assert only_sheet(making.xlsx(making.worksheet(rows))).formulas_without_value == {(1, 2), (1, 3)}


@pytest.mark.parametrize(
    "text", ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!"]
)
def test_error_values_even_at_the_edges(text: str) -> None:
    rows = f'<row r="2"><c r="B2" t="e"><v>{text}</v></c><c r="C2"><v>1</v></c><c r="D2" t="e"><v>{text}</v></c></row>'
    found = only_sheet(making.xlsx(making.worksheet(rows)))
    assert (found.first_row, found.first_column) == (2, 2)
    assert found.rows == [[CellError(text), 1, CellError(text)]]


def test_text_that_looks_like_an_error_stays_text() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "x"
    book.active["A1"].value, book.active["A1"].data_type = "#REF!", "s"
    assert only_sheet(saved(book)).rows == [["#REF!"]]


@pytest.mark.parametrize(
    ("date1904", "day"), [(False, datetime.date(2023, 5, 6)), (True, datetime.date(2027, 5, 7))]
)
def test_both_date_systems(date1904: bool, day: datetime.date) -> None:
    styles = f'<styleSheet xmlns="{making.MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    sheet = making.worksheet('<row r="1"><c r="A1" s="1"><v>45052</v></c></row>')
    raw = making.xlsx(sheet, styles=styles.encode(), date1904=date1904)
    assert only_sheet(raw).rows == [[day]]


@pytest.mark.parametrize(
    ("shown", "first"),
    [
        ("mmm-yy", "Tháng 5/2023"),
        ("mm/yyyy;@", "Tháng 5/2023"),
        ('[$-42A]"Tháng "m/yyyy', "Tháng 5/2023"),
        ("dd/mm/yyyy", datetime.date(2023, 5, 1)),
        ("d-mmm", datetime.date(2023, 5, 1)),
    ],
)
def test_a_day_shown_by_its_month_alone_is_the_month(shown: str, first: object) -> None:
    book = openpyxl.Workbook()
    book.active.append([datetime.date(2023, 5, 1), datetime.date(2023, 5, 2)])
    for cell in book.active[1]:
        cell.number_format = shown
    assert only_sheet(saved(book)).rows == [[first, datetime.date(2023, 5, 2)]]


def test_cells_in_old_fonts_are_named() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["TrÎ em", "Trẻ em", "Treû em", None])
    for place, font in (("A1", ".VnTime"), ("B1", "Times New Roman"), ("C1", "VNI-Times"), ("D1", ".VnTime")):
        sheet[place].font = Font(name=font)
    found = only_sheet(saved(book))
    assert found.legacy_fonts == {(1, 1): ".VnTime", (1, 3): "VNI-Times"}
    assert found.rows == [["TrÎ em", "Trẻ em", "Treû em"]]


def test_old_font_within_a_text() -> None:
    shared = '<si><t>a</t></si><si><r><rPr><rFont val=".VnArial"/></rPr><t>TrÎ</t></r><r><t xml:space="preserve"> em</t></r></si>'
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    found = only_sheet(making.xlsx(making.worksheet(rows), shared=shared))
    assert (found.rows, found.legacy_fonts) == ([["a", "TrÎ em"]], {(1, 2): ".VnArial"})


def test_signs_that_excel_writes_as_numbers() -> None:
    shared = "<si><t>a_x000D_\nb_x0041_</t></si><si><t>_xD800_</t></si>"
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    assert only_sheet(making.xlsx(making.worksheet(rows), shared=shared)).rows == [["a\r\nbA"]]


def test_macros_and_links_to_other_files_are_left_alone() -> None:
    parts = making.parts(making.worksheet('<row r="1"><c r="A1"><v>7</v></c></row>'))
    relations = parts["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="x" Type="a/vbaProject" Target="vbaProject.bin"/>'
        b'<Relationship Id="y" Type="a/externalLink" TargetMode="External" Target="http://example.com/a.xlsx"/>'
        b'<Relationship Id="z" Type="a/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>',
    )
    raw = making.archive(
        parts
        | {
            "xl/_rels/workbook.xml.rels": relations,
            "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 macro",
            "xl/externalLinks/externalLink1.xml": "<!DOCTYPE x><not well formed",
        }
    )
    assert only_sheet(raw, "a.xlsm").rows == [[7]]
