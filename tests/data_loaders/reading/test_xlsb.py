"""Binary workbooks, written record by record after [MS-XLSB]."""

import io
import struct
import zipfile

import pytest

from data_loaders.check import check
from data_loaders.reading import CellError, Unreadable, read
from program.contract import IssueCode
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


def test_cells_and_facts() -> None:
    (sheet,) = read(
        "a.xlsb",
        xlsb(
            row(2, cell(TEXT, 2, text("Hải Châu")), cell(REAL, 3, struct.pack("<d", 5.0))),
            row(4, cell(REAL, 3, struct.pack("<d", 2.5)), cell(ERROR, 4, b"\x17"), hidden=True),
            columns=record(60, struct.pack("<IIIIH", 2, 2, 0, 0, 1)),
            merges=record(176, struct.pack("<4I", 1, 2, 1, 1)),
            hidden=1,
        ),
    ).sheets
    assert (sheet.name, sheet.hidden, sheet.first_row, sheet.first_column) == ("Lớp", True, 2, 2)
    assert sheet.rows == [["Hải Châu", 5, None], [None, None, None], [None, 2.5, CellError("#REF!")]]
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.merges) == ({4}, {3}, ((2, 2, 3, 2),))


def test_stray_cell_in_the_last_corner_is_named() -> None:
    one = struct.pack("<d", 1.0)
    with pytest.raises(Unreadable) as caught:
        read("a.xlsb", xlsb(row(1, cell(REAL, 1, one)), row(1048576, cell(REAL, 16384, one))))
    assert (caught.value.code, caught.value.found) == (IssueCode.TOO_LARGE, "XFD1048576")


@pytest.mark.parametrize("rows", [b"\x00\xff\xff\xff\x7f", row(1048577), cell(REAL, 1, bytes(8))])
def test_damaged(rows: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        read("a.xlsb", xlsb(rows))
    assert caught.value.code == IssueCode.NOT_A_WORKBOOK


def test_sheet_without_a_cell() -> None:
    assert read("a.xlsb", xlsb()).sheets[0].rows == []


def test_comments_are_read_and_examined() -> None:
    words = "Mẹ cháu An, ĐT 0905 123 456"
    pinned = (
        record(628)
        + record(635, struct.pack("<5I", 0, 1, 1, 2, 2) + bytes(16))
        + record(637, b"\0" + text(words))
        + record(636)
        + record(629)
    )
    relations = making.parts(b"")["xl/_rels/workbook.xml.rels"]
    relations = relations.replace(b'/worksheet"', b'/comments"')
    raw = io.BytesIO(xlsb(row(1, cell(TEXT, 1, text("Lớp"))), row(2, cell(TEXT, 3, text("A")))))
    with zipfile.ZipFile(raw, "a") as package:
        package.writestr(
            "xl/worksheets/_rels/sheet1.bin.rels",
            relations.replace(b"worksheets/sheet1.xml", b"../comments1.bin"),
        )
        package.writestr("xl/comments1.bin", pinned)
    assert read("a.xlsb", raw.getvalue()).sheets[0].comments == {(2, 3): words}
    (found,) = check("a.xlsb", raw.getvalue())["issues"]
    assert (found["code"], found["cell"]) == ("personal_data", "C2")
