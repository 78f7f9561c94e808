"""The same table gives the same records, whatever kind of file it came in."""

import csv
import datetime
import io
import struct
from collections.abc import Callable
from xml.sax.saxutils import escape

import pytest
import xlwt

from data_loaders.check import check
from tests.data_loaders.reading import making
from tests.data_loaders.reading.xlsb.writing import REAL, TEXT, cell, row, text, xlsb
from tests.data_loaders.sheets import records, xlsx

Rows = list[list[object]]
DAY = datetime.datetime(2023, 5, 12)  # noqa: DTZ001
ROWS: Rows = [
    ["ỦY BAN NHÂN DÂN QUẬN HẢI CHÂU"],
    ["STT", "Tên lớp tập huấn", "Ngày tổ chức", "Cha mẹ", "Trẻ em ngoài trường học", "Tổng số", "Phường/xã"],
    [1, 'Lớp "Kỹ năng số", đợt 1; tổ 2', DAY, 45, 20, 65, "Thạch Thang"],
    [2, "Lớp cho cha mẹ\n(buổi tối)", DAY.replace(day=30), 1234, None, 1234, None],
]


def _plain(rows: Rows) -> list[list[str]]:
    return [
        ["" if c is None else f"{c:%d/%m/%Y}" if isinstance(c, datetime.datetime) else str(c) for c in line]
        for line in rows
    ]


def _csv(separator: str, encoding: str) -> Callable[[Rows], bytes]:
    def write(rows: Rows) -> bytes:
        stream = io.StringIO()
        csv.writer(stream, delimiter=separator).writerows(_plain(rows))
        return stream.getvalue().encode(encoding)

    return write


def _xls(rows: Rows) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Dữ liệu")
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    for r, line in enumerate(rows):
        for c, value in enumerate(line):
            if value is not None:
                sheet.write(r, c, value, *([day] if isinstance(value, datetime.datetime) else []))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _xlsb(rows: Rows) -> bytes:
    def written(column: int, value: object, plain: str) -> bytes:
        if isinstance(value, int):
            return cell(REAL, column, struct.pack("<d", value))
        return cell(TEXT, column, text(plain)) if value is not None else b""

    pairs = zip(rows, _plain(rows), strict=True)
    lines = [
        [written(c, *both) for c, both in enumerate(zip(line, plain, strict=True), 1)]
        for line, plain in pairs
    ]
    return xlsb(*(row(r, *cells) for r, cells in enumerate(lines, 1)))


def _ods(rows: Rows) -> bytes:
    def written(value: object) -> str:
        if value is None:
            return "<table:table-cell/>"
        if isinstance(value, int):
            return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
        if isinstance(value, datetime.datetime):
            return f'<table:table-cell office:value-type="date" office:date-value="{value:%Y-%m-%d}"/>'
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
        return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'

    lines = "".join(f"<table:table-row>{''.join(map(written, line))}</table:table-row>" for line in rows)
    return making.ods(f'<table:table table:name="Dữ liệu">{lines}</table:table>')


SOURCES = {
    "a.xls": _xls,
    "a.xlsb": _xlsb,
    "a.ods": _ods,
    "a.csv": _csv(",", "utf-8-sig"),
    "semicolons.csv": _csv(";", "utf-8"),
    "tabs.csv": _csv("\t", "utf-16"),
}


@pytest.mark.parametrize("name", SOURCES)
def test_every_source_gives_the_same_records(name: str) -> None:
    def told(name: str, raw: bytes) -> list[dict[str, object]]:
        found = records(check(name, raw))
        return [{**record, "source": record["source"]["row"]} for record in found]

    expected = told("a.xlsx", xlsx({"Dữ liệu": ROWS}))
    assert [record["attendances_total"] for record in expected] == [65, 1234]
    assert told(name, SOURCES[name](ROWS)) == expected
