"""Whole workbooks as Excel's binary ones (.xlsb): shared texts, days by their format, merges, what is hidden; after
[MS-XLSB] 2.4."""

import datetime
import struct
from collections.abc import Sequence

from data_loaders.reading import Sheet
from data_loaders.reading.grid import CellError
from tests.data_loaders.reading import making
from tests.data_loaders.reading.xlsb.writing import record, text

_EPOCH = datetime.date(1899, 12, 30).toordinal()
_DAY, _DAY_FORMAT = 1, 14
_ERRORS = {"#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36, "#N/A": 42, "#NULL!": 0}
_RELATION = (
    b'<Relationship Id="rId%d" Target="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/%s"/>'
)


def binary_book(sheets: Sequence[Sheet]) -> bytes:
    """An .xlsb of these sheets."""
    texts: dict[str, int] = {}
    parts = {f"xl/worksheets/sheet{i}.bin": _sheet(sheet, texts) for i, sheet in enumerate(sheets, 1)}
    named = b"".join(
        record(156, struct.pack("<II", sheet.hidden, i) + text(f"rId{i}") + text(sheet.name))
        for i, sheet in enumerate(sheets, 1)
    )
    shared = record(159, struct.pack("<II", len(texts), len(texts)))
    shared += b"".join(record(19, b"\0" + text(words)) for words in texts) + record(160)
    formats = record(617, struct.pack("<I", 2))
    formats += b"".join(record(47, struct.pack("<HH12x", 0, number)) for number in (0, _DAY_FORMAT)) + record(
        618
    )
    relations = [
        _RELATION % (i, b"worksheets/sheet%d.bin" % i, b"worksheet") for i in range(1, len(sheets) + 1)
    ]
    for name in (b"sharedStrings", b"styles"):
        relations.append(_RELATION % (len(relations) + 1, name + b".bin", name))
    plain = making.parts(b"")
    return making.archive(
        {
            "[Content_Types].xml": plain["[Content_Types].xml"],
            "_rels/.rels": plain["_rels/.rels"].replace(b"workbook.xml", b"workbook.bin"),
            "xl/workbook.bin": record(131) + record(143) + named + record(144) + record(132),
            "xl/_rels/workbook.bin.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            b'relationships">' + b"".join(relations) + b"</Relationships>",
            "xl/sharedStrings.bin": shared,
            "xl/styles.bin": record(278) + formats + record(279),
            **parts,
        }
    )


def _sheet(sheet: Sheet, texts: dict[str, int]) -> bytes:
    last = sheet.first_row + max(len(sheet.rows), 1) - 1
    wide = sheet.first_column + max((len(row) for row in sheet.rows), default=1) - 1
    reach = record(148, struct.pack("<4I", sheet.first_row - 1, last - 1, sheet.first_column - 1, wide - 1))
    columns = b"".join(
        record(60, struct.pack("<IIIIH", n - 1, n - 1, 0, 0, 1)) for n in sorted(sheet.hidden_columns)
    )
    rows = b"".join(
        record(0, struct.pack("<IIHBBBI", number - 1, 0, 300, 0, 0x10 * (number in sheet.hidden_rows), 0, 0))
        + b"".join(_cell(column, value, texts) for column, value in enumerate(cells, sheet.first_column))
        for number, cells in enumerate(sheet.rows, sheet.first_row)
    )
    merges = b"".join(
        record(176, struct.pack("<4I", top - 1, bottom - 1, left - 1, right - 1))
        for top, left, bottom, right in sheet.merges
    )
    return record(129) + reach + columns + record(145) + rows + record(146) + merges + record(130)


def _cell(column: int, value: object, texts: dict[str, int]) -> bytes:
    head = struct.pack("<II", column - 1, _DAY if isinstance(value, datetime.date) else 0)
    if value is None:
        return b""
    if isinstance(value, CellError):
        return record(3, head + bytes([_ERRORS[str(value)]]))
    if isinstance(value, bool):
        return record(4, head + bytes([value]))
    if isinstance(value, int) and abs(value) < 1 << 28:
        return record(2, head + struct.pack("<i", value << 2 | 2))
    if isinstance(value, datetime.date):
        time = value.time() if isinstance(value, datetime.datetime) else datetime.time()
        value = (value.toordinal() - _EPOCH) + (time.hour * 60 + time.minute) / 1440
    if isinstance(value, int | float):
        return record(5, head + struct.pack("<d", value))
    return record(7, head + struct.pack("<I", texts.setdefault(str(value), len(texts))))
