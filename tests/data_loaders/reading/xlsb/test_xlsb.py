"""Binary workbooks: cells, facts, damage, comments."""

import io
import struct
import zipfile

import pytest

from data_loaders.check import check
from data_loaders.reading import CellError, Unreadable, read
from program.contract import IssueCode
from tests.data_loaders.reading import making
from tests.data_loaders.reading.xlsb.writing import ERROR, REAL, TEXT, cell, record, row, text, xlsb


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
