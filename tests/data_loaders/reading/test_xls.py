"""Workbooks of Excel 97–2003, as xlwt writes them, read in a process of their own."""

import datetime
import io
import struct

import pytest
import xlwt
from xlwt.CompoundDoc import XlsDoc

from data_loaders.reading import CellError, Limits, Unreadable, read, separate
from data_loaders.reading.xls.raised import RaisedTexts
from program.contract import IssueCode


def saved(book: xlwt.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def compound(stream: bytes) -> bytes:
    """A compound file with this workbook stream."""
    target = io.BytesIO()
    XlsDoc().save(target, stream)
    return target.getvalue()


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def stream_of(book: xlwt.Workbook) -> bytes:
    return bytes(book.get_biff_data())


def test_cells_merges_and_what_is_hidden() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Tháng 5")
    sheet.write_merge(1, 1, 1, 4, "Tiêu đề")
    sheet.write(2, 1, 5)
    sheet.write(2, 2, 2.5)
    sheet.write(2, 3, True)
    sheet.write(2, 4, datetime.date(2023, 5, 6), xlwt.easyxf(num_format_str="DD/MM/YYYY"))
    sheet.write(3, 1, "   ")
    sheet.write(4, 2, "Hải Châu")
    sheet.row(4).hidden = True
    sheet.col(3).hidden = True
    book.add_sheet("Ẩn").visibility = 2
    shown, hidden = read("a.xls", saved(book)).sheets
    assert (shown.name, shown.first_row, shown.first_column) == ("Tháng 5", 2, 2)
    assert shown.rows == [
        ["Tiêu đề", None, None, None],
        [5, 2.5, True, datetime.date(2023, 5, 6)],
        [None, None, None, None],
        [None, "Hải Châu", None, None],
    ]
    assert shown.merges == ((2, 2, 2, 5),)
    assert (shown.hidden_rows, shown.hidden_columns) == ({5}, {4})
    assert (hidden.name, hidden.hidden, shown.hidden, hidden.rows) == ("Ẩn", True, False, [])


@pytest.mark.parametrize(
    ("shown", "first"),
    [
        ("mmm-yy", "Tháng 5/2023"),
        ('"Tháng "m/yyyy', "Tháng 5/2023"),
        ("dd/mm/yyyy", datetime.date(2023, 5, 1)),
    ],
)
def test_a_day_shown_by_its_month_alone_is_the_month(shown: str, first: object) -> None:
    book = xlwt.Workbook()
    sheet, style = book.add_sheet("A"), xlwt.easyxf(num_format_str=shown)
    for row, columns in enumerate(((1,), (1, 2))):
        # Numbers side by side stand in one record.
        for column in columns:
            sheet.write(row, column, datetime.date(2023, 5, column), style)
    assert read("a.xls", saved(book)).sheets[0].rows == [[first, None], [first, datetime.date(2023, 5, 2)]]


def test_error_values() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Lớp")
    sheet.write(0, 0, 1)
    sheet.row(0).set_cell_error(1, "#REF!")
    sheet.row(2).set_cell_error(4, "#DIV/0!")
    (found,) = read("a.xls", saved(book)).sheets
    assert found.rows[0][:2] == [1, CellError("#REF!")]
    assert found.rows[2][4] == CellError("#DIV/0!")


def test_cells_far_apart_are_kept() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Lớp")
    sheet.write(0, 0, 1)
    sheet.write(65535, 99, 2)
    (found,) = read("a.xls", saved(book)).sheets
    assert (found.rows[0], len(found.rows), found.rows[-1][-1]) == ([1], 65536, 2)


def test_cells_too_far_apart_are_refused() -> None:
    book = xlwt.Workbook()
    for name in ("Lớp", "Buổi"):
        book.add_sheet(name).write(0, 0, 1)
    book.get_sheet(1).write(65535, 255, 2)
    refused = refusal(saved(book))
    assert (refused.code, refused.found) == (IssueCode.TOO_LARGE, "IV65536")


def refusal(raw: bytes, limits: Limits | None = None) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read("a.xls", raw, limits or Limits())
    return caught.value


def test_password() -> None:
    book = xlwt.Workbook()
    book.add_sheet("Lớp")
    stream = stream_of(book)
    first = 4 + struct.unpack_from("<H", stream, 2)[0]
    locked = stream[:first] + record(0x2F, b"\1\0\1\0\1\0" + bytes(48)) + stream[first:]
    assert refusal(compound(locked)).code == IssueCode.ENCRYPTED


def test_cut_short_or_damaged() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Lớp")
    for row in range(200):
        sheet.write(row, 0, f"chữ {row}")
    raw = saved(book)
    for length in (9, 512, 3000, len(raw) // 2):
        assert refusal(raw[:length]).code == IssueCode.NOT_A_WORKBOOK
    assert refusal(raw[:600] + bytes(len(raw) - 600)).code == IssueCode.NOT_A_WORKBOOK


def test_other_compound_files() -> None:
    book = xlwt.Workbook()
    book.add_sheet("Lớp")
    raw = saved(book).replace("Workbook".encode("utf-16-le"), "Contents".encode("utf-16-le"))
    assert refusal(raw).found == "tệp loại khác"


def test_more_cells_than_may_be() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Lớp")
    for row in range(300):
        sheet.write(row, 0, row)
    assert refusal(saved(book), Limits(cells=100)).code == IssueCode.TOO_LARGE


def test_process_that_needs_too_long_or_too_much() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Lớp")
    for row in range(2_000):
        for column in range(50):
            sheet.write(row, column, row)
    raw = saved(book)
    assert refusal(raw, Limits(seconds=0)).code == IssueCode.TOO_LARGE
    # Where the memory gives out first, no two machines agree.
    assert refusal(raw, Limits(memory_bytes=20_000_000)).code in (
        IssueCode.TOO_LARGE,
        IssueCode.NOT_A_WORKBOOK,
    )
    assert len(separate.read(raw, Limits()).sheets[0].rows) == 2_000


def test_name_of_a_sheet_in_the_code_page_of_excel_95() -> None:
    begin = struct.pack("<HHHH", 0x0500, 5, 0, 0)
    page = record(0x42, struct.pack("<H", 1258))
    name = "Đà Nẵng".encode("cp1258", "ignore")
    listed = struct.pack("<IHB", 0, 0, len(name)) + name
    head = len(record(0x809, begin) + page + record(0x85, listed) + record(0x0A, b""))
    listed = struct.pack("<I", head) + listed[4:]
    book = record(0x809, begin) + page + record(0x85, listed) + record(0x0A, b"")
    cells = record(0x203, struct.pack("<HHHd", 0, 0, 0, 7.0))
    sheet = record(0x809, struct.pack("<HHHH", 0x0500, 0x10, 0, 0)) + cells + record(0x0A, b"")
    (found,) = read("a.xls", compound(book + sheet)).sheets
    assert (found.name, found.rows) == (name.decode("cp1258"), [[7]])


@pytest.mark.parametrize(
    "cell",
    [record(0x203, struct.pack("<HHHd", 2, 256, 15, 7.0)), record(0xBD, struct.pack("<HHHiH", 2, 9, 15, 2, 40_000))],
    ids=["a number", "several"],
)  # fmt: skip
def test_a_cell_beyond_the_last_column_is_damage(cell: bytes) -> None:
    book = xlwt.Workbook()
    book.add_sheet("T").write(4, 2, "Hải Châu")
    stream = stream_of(book)
    with pytest.raises(Unreadable) as refusal:
        read("a.xls", compound(stream[:-4] + cell + stream[-4:]))
    assert refusal.value.code == IssueCode.NOT_A_WORKBOOK


def test_comments_are_read_with_their_cells() -> None:
    book = xlwt.Workbook()
    book.add_sheet("T").write(4, 2, "Hải Châu")
    stream = stream_of(book)
    words = "Mẹ cháu: 0906".encode("utf-16-le")
    note = record(0x5D, struct.pack("<HHHH", 0x15, 0x12, 0x19, 7) + bytes(14))
    note += record(0x1B6, struct.pack("<10xHH4x", len(words) // 2, 0))
    note += record(0x3C, b"\x01" + words[:10]) + record(0x3C, b"\x01" + words[10:])
    note += record(0x1C, struct.pack("<HHHHH", 4, 2, 0, 7, 0))
    (sheet,) = read("a.xls", compound(stream[:-4] + note + stream[-4:])).sheets
    assert sheet.comments == {(5, 3): "Mẹ cháu: 0906"}


def test_raised_figures_are_marks_of_footnotes_and_no_digits() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("A")
    plain, raised = xlwt.easyfont(""), xlwt.easyfont("escapement superscript")
    other = xlwt.easyfont("bold true, escapement subscript")
    # Texts enough to go on in further records, in letters of one byte and of two.
    for row in range(3_000):
        sheet.write(row, 0, f"{'chữ' if row % 2 else 'chu'} {row} " * 8)
    sheet.write_rich_text(0, 1, (("45", plain), ("1", raised)))
    sheet.write_rich_text(1, 1, (("45", plain), ("12", raised), (" người", plain)))
    sheet.write_rich_text(2, 1, (("4", plain), ("5", other)))
    sheet.write_rich_text(2_999, 1, (("Lượt", other), ("2", raised)))
    (read_sheet,) = read("a.xls", saved(book)).sheets
    told = [read_sheet.rows[row][1] for row in (0, 1, 2, 2_999)]
    assert told == ["45¹", "45¹² người", "45", "Lượt²"]


def test_a_damaged_table_of_texts_does_not_raise() -> None:
    fonts = record(0x31, struct.pack("<8xH", 1))
    for broken in (b"", struct.pack("<IIHB", 1, 9, 4, 8), struct.pack("<IIHBH", 1, 1, 900, 9, 4) + b"ab"):
        texts = RaisedTexts()
        for kind, body in ((0x31, fonts[4:]), (0xFC, broken), (0x3C, b"")):
            texts.add(kind, body)
        assert texts.find() == {}
