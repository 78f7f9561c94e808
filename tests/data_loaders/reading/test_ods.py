"""OpenDocument spreadsheets: as odfpy writes them, and with what LibreOffice and mishap put into them."""

import datetime
import io

import pandas as pd
import pytest

from data_loaders.reading import CellError, Sheet, Unreadable, read, references
from program.contract import IssueCode
from tests.data_loaders.reading import making

SPANNED = 'table:number-columns-spanned="3" table:number-rows-spanned="2"'
FORMULA = 'table:formula="of:=1"'
NOTED = 'office:noted="1"'
NOTE = "<office:annotation><text:p>VP</text:p><text:p>Hai dòng</text:p><text:p>ghi chú</text:p></office:annotation>"


def only_sheet(table: str, **parts: str) -> Sheet:
    (sheet,) = read("a.ods", making.ods(table, **parts)).sheets
    return sheet


def text(value: str, attributes: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {attributes}><text:p>{value}</text:p></table:table-cell>'


def number(value: object, attributes: str = "") -> str:
    return f'<table:table-cell office:value-type="float" office:value="{value}" {attributes}/>'


def rows(*lines: str) -> str:
    return (
        '<table:table table:name="T">'
        + "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
        + "</table:table>"
    )


def test_as_pandas_writes_it() -> None:
    target = io.BytesIO()
    frame = pd.DataFrame(
        {"Đơn vị": ["Hải Châu", None], "Lượt": [5.0, 2.5], "Ngày": [datetime.date(2023, 5, 6)] * 2}
    )
    frame.to_excel(target, engine="odf", index=False, sheet_name="Tháng 5")
    (sheet,) = read("a.ods", target.getvalue()).sheets
    assert sheet.name == "Tháng 5"
    assert sheet.rows == [
        ["Đơn vị", "Lượt", "Ngày"],
        ["Hải Châu", 5, datetime.date(2023, 5, 6)],
        [None, 2.5, datetime.date(2023, 5, 6)],
    ]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (number("5.0"), 5),
        (number("-0.5"), -0.5),
        ('<table:table-cell office:value-type="percentage" office:value="0.25"/>', 0.25),
        ('<table:table-cell office:value-type="boolean" office:boolean-value="true"/>', True),
        (
            '<table:table-cell office:value-type="date" office:date-value="2023-05-06"/>',
            datetime.date(2023, 5, 6),
        ),
        (
            '<table:table-cell office:value-type="date" office:date-value="2023-05-06T08:30:00"/>',
            datetime.datetime.fromisoformat("2023-05-06T08:30"),
        ),
        (
            '<table:table-cell office:value-type="time" office:time-value="PT08H30M00S"/>',
            datetime.time(8, 30),
        ),
        ('<table:table-cell office:value-type="time" office:time-value="PT36H00M00S"/>', 1.5),
        (text("a<text:s text:c='2'/>b</text:p><text:p>c<text:tab/>d<text:line-break/>e"), "a  b\nc\td\ne"),
        (text("<text:span>Trẻ</text:span> em"), "Trẻ em"),
        (text("x<office:annotation><text:p>lời bàn</text:p></office:annotation>"), "x"),
        (text("#REF!", 'table:formula="of:=#REF!"'), CellError("#REF!")),
        (text("#REF!"), "#REF!"),
        (
            '<table:table-cell office:value-type="date" office:date-value="31/02/2023"><text:p>31/02/2023</text:p></table:table-cell>',
            "31/02/2023",
        ),
        (
            '<table:table-cell office:value-type="date" office:date-value="2023-05-01"><text:p>05/2023</text:p></table:table-cell>',
            "Tháng 5/2023",
        ),
        (
            '<table:table-cell office:value-type="date" office:date-value="2023-05-01"><text:p>Thg5 23</text:p></table:table-cell>',
            "Tháng 5/2023",
        ),
        (
            '<table:table-cell office:value-type="date" office:date-value="2023-05-01"><text:p>01/05/2023</text:p></table:table-cell>',
            datetime.date(2023, 5, 1),
        ),
        (
            '<table:table-cell office:value-type="date" office:date-value="2023-05-02"><text:p>05/2023</text:p></table:table-cell>',
            datetime.date(2023, 5, 2),
        ),
    ],
)
def test_cell(cell: str, value: object) -> None:
    found = only_sheet(rows(cell)).rows[0][0]
    assert (type(found), found) == (type(value), value)


def test_the_mark_of_a_footnote_is_no_digit() -> None:
    cell = text('45<text:span text:style-name="T1">2</text:span> <text:span>7</text:span>')
    styles = (
        '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style>'
    )
    assert only_sheet(styles + rows(cell)).rows[0][0] == "45² 7"


def test_repeated_rows_and_cells() -> None:
    sheet = only_sheet(
        '<table:table table:name="T"><table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>'
        + number(7, 'table:number-columns-repeated="3"')
        + '<table:table-cell table:number-columns-repeated="16379"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048572"><table:table-cell/></table:table-row></table:table>'
    )
    assert (sheet.first_row, sheet.first_column) == (3, 3)
    assert sheet.rows == [[7, 7, 7], [7, 7, 7]]


def test_merges_hidden_and_formulas() -> None:
    styles = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    hidden = '<table:table table:name="Ẩn" table:style-name="ta2"></table:table>'
    table = (
        '<table:table table:name="T"><table:table-column/>'
        '<table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>'
        f"<table:table-row>{text('Tiêu đề', SPANNED)}"
        '<table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>'
        '<table:table-row table:visibility="filter"><table:covered-table-cell table:number-columns-repeated="3"/></table:table-row>'
        f'<table:table-row>{number(1, NOTED)[:-2]}>{NOTE}</table:table-cell><table:table-cell table:formula="of:=[.A1]"/>{number(2, FORMULA)}</table:table-row>'
        "</table:table>"
    )
    shown, other = read("a.ods", making.ods(table + hidden, styles)).sheets
    assert (other.name, other.hidden, shown.hidden) == ("Ẩn", True, False)
    assert shown.merges == ((1, 1, 2, 3),)
    assert shown.hidden_rows == {2}
    assert shown.hidden_columns == {2, 3}
    assert shown.formulas_without_value == {(3, 2)}
    assert shown.comments == {(3, 1): "VP\nHai dòng\nghi chú"}


def test_who_wrote_a_comment_and_when_is_none_of_its_words() -> None:
    signed = "<dc:creator xmlns:dc='d'>Lê An</dc:creator><dc:date xmlns:dc='d'>2026-11-27T19:40:22</dc:date>"
    note = f"<office:annotation>{signed}<text:p>Đã hỏi</text:p></office:annotation>"
    cell = f'<table:table-cell office:value-type="string">{note}<text:p>x</text:p></table:table-cell>'
    assert only_sheet(rows(cell)).comments == {(1, 1): "Đã hỏi"}


def test_stray_cell_in_the_last_corner_is_kept() -> None:
    sheet = only_sheet(
        '<table:table table:name="T"><table:table-row>' + number(1) + "</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>'
        '<table:table-row><table:table-cell table:number-columns-repeated="16383"/>'
        + number(2)
        + "</table:table-row></table:table>"
    )
    assert (sheet.rows[0], len(sheet.rows)) == ([1], references.LAST_ROW)
    assert (len(sheet.rows[-1]), sheet.rows[-1][-1]) == (references.LAST_COLUMN, 2)


@pytest.mark.parametrize(
    "row",
    [
        '<table:table-row table:number-rows-repeated="1048576">'
        + number(1, 'table:number-columns-repeated="16384"')
        + "</table:table-row>",
        "<table:table-row>" + number(1, 'table:number-columns-repeated="99999999999"') + "</table:table-row>",
    ],
)
def test_repeated_beyond_measure(row: str) -> None:
    with pytest.raises(Unreadable) as caught:
        only_sheet(f'<table:table table:name="T">{row}</table:table>')
    assert caught.value.code == IssueCode.TOO_LARGE


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (making.ods("", manifest="<encryption-data/>"), IssueCode.ENCRYPTED),
        (making.ods("<table:table>"), IssueCode.NOT_A_WORKBOOK),
        (
            making.archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
            IssueCode.NOT_A_WORKBOOK,
        ),
        (
            making.archive(
                {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}
            ),
            IssueCode.NOT_A_WORKBOOK,
        ),
    ],
)
def test_refused(raw: bytes, code: IssueCode) -> None:
    with pytest.raises(Unreadable) as caught:
        read("a.ods", raw)
    assert caught.value.code == code


def test_formulas_without_a_value_are_counted_too() -> None:
    cell = '<table:table-cell table:formula="of:=1" table:number-columns-repeated="16384"/>'
    rows = f"<table:table-row>{cell}</table:table-row>" * 150
    with pytest.raises(Unreadable) as caught:
        read("a.ods", making.ods(f'<table:table table:name="Lớp">{rows}</table:table>'))
    assert caught.value.code == IssueCode.TOO_LARGE
