"""Binary workbooks, written record by record after [MS-XLSB]."""

import struct

from tests.data_loaders.reading import making

REAL, ERROR, TEXT = 5, 3, 6


def record(kind: int, body: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(body)
    length = bytes([size]) if size < 128 else bytes([size & 0x7F | 0x80, size >> 7])
    return head + length + body


def text(value: str) -> bytes:
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def row(number: int, *cells: bytes, hidden: bool = False) -> bytes:
    head = struct.pack("<IIHBBBI", number - 1, 0, 300, 0, 0x10 if hidden else 0, 0, 0)
    return record(0, head) + b"".join(cells)


def cell(kind: int, column: int, value: bytes) -> bytes:
    return record(kind, struct.pack("<II", column - 1, 0) + value)


def xlsb(*rows: bytes, columns: bytes = b"", merges: bytes = b"", hidden: int = 0) -> bytes:
    reach = record(148, struct.pack("<4I", 0, 9, 0, 9))
    sheet = record(129) + reach + columns + record(145) + b"".join(rows) + record(146) + merges + record(130)
    book = (
        record(131)
        + record(143)
        + record(156, struct.pack("<II", hidden, 1) + text("rId1") + text("Lớp"))
        + record(144)
        + record(157, bytes(26))
        + record(132)
    )
    parts = making.parts(b"")
    package = parts["_rels/.rels"].replace(b"workbook.xml", b"workbook.bin")
    relations = parts["xl/_rels/workbook.xml.rels"].replace(b"sheet1.xml", b"sheet1.bin")
    return making.archive(
        {
            "[Content_Types].xml": parts["[Content_Types].xml"],
            "_rels/.rels": package,
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": relations,
            "xl/worksheets/sheet1.bin": sheet,
        }
    )
