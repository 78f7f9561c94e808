"""Files built to do harm, or by mishap as bad: each ends in a refusal with a sentence or in a workbook, soon."""

import struct
import time
import zipfile

import pytest

from data_loaders.reading import Limits, Unreadable, Workbook, read, references
from program.contract import IssueCode
from tests.data_loaders.reading import making

SECONDS = 20
# Equal rows shrink more than real ones do; here it is the next line of defence that is looked at.
LOOSE = Limits(part_ratio=2_000)
ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'


def soon(raw: bytes, limits: Limits | None = None) -> Workbook:
    """The workbook, read with little work and within the memory that a test may take."""
    start = time.process_time()
    try:
        return read("a.xlsx", raw, limits or LOOSE)
    finally:
        assert time.process_time() - start < SECONDS


def refusal(raw: bytes, limits: Limits | None = None) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        soon(raw, limits)
    refused = caught.value
    assert refused.message.endswith(".")
    assert refused.fix.endswith(".")
    return refused


def sheet(rows: str, **parts: str) -> bytes:
    return making.xlsx(making.worksheet(rows, **parts))


def test_stray_cell_in_the_last_corner_is_kept() -> None:
    (found,) = soon(sheet(f'{ONE}<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>')).sheets
    assert found.rows[0] == [1]
    assert found.rows[1] == []
    assert len(found.rows) == references.LAST_ROW
    assert (len(found.rows[-1]), found.rows[-1][-1]) == (references.LAST_COLUMN, 2)


# Far enough that the rectangle up to it would be far too large, near enough that the list of rows is short.
@pytest.mark.parametrize(
    "stray",
    [
        "<c r='XFD20000'><v>2</v></c>",
        '<c\n\tr="XFD20000"><v>2</v></c>',
        '<c s="0" r="XFD20000"><v>2</v></c>',
        '<c r="xfd20000"><v>2</v></c>',
        '<x:c xmlns:x="a" r="XFD20000"><v>2</v></x:c>',
        '<c r="&#88;FD20000"><v>2</v></c>',
        '<c t="n" r="XFD20000"><v>2</v></c>',
    ],
)
def test_stray_cell_far_away_is_kept_however_it_is_written(stray: str) -> None:
    (found,) = soon(sheet(f'{ONE}<row r="20000">{stray}</row>')).sheets
    assert (found.rows[0], found.rows[1], len(found.rows)) == ([1], [], 20_000)
    assert (len(found.rows[-1]), found.rows[-1][-1]) == (references.LAST_COLUMN, 2)


def test_stray_cell_between_two_near_ones() -> None:
    stray = '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    (found,) = soon(sheet(f'{ONE}{stray}<row r="2"><c r="A2"><v>3</v></c></row>')).sheets
    assert (found.rows[:2], found.rows[-1][-1]) == ([[1], [3]], 2)


def test_stray_cell_without_content_changes_nothing() -> None:
    (found,) = soon(sheet(f'{ONE}<row r="1048576"><c r="XFD1048576" s="0"/></row>')).sheets
    assert found.rows == [[1]]


def test_million_empty_rows_with_formats() -> None:
    rows = "".join(
        f'<row r="{r}" spans="1:9"><c r="A{r}" s="0"/></row>' for r in range(2, references.LAST_ROW + 1)
    )
    (found,) = soon(sheet(ONE + rows)).sheets
    assert found.rows == [[1]]


def test_cells_all_over_the_sheet() -> None:
    rows = "".join(
        f'<row r="{200 * i}"><c r="{references.name(200 * i, 3 * i)}"><v>1</v></c></row>'
        for i in range(1, 5000)
    )
    refused = refusal(sheet(rows))
    assert (refused.code, refused.found) == (IssueCode.TOO_LARGE, "VDU999800")
    assert "VDU999800" in refused.message


def test_more_cells_than_may_be() -> None:
    rows = "".join(f'<row r="{r}"><c r="A{r}"><v>1</v></c></row>' for r in range(1, 200))
    assert refusal(sheet(rows), Limits(cells=100)).code == IssueCode.TOO_LARGE
    assert refusal(sheet(rows + "<!-- -->"), Limits(parsed_cells=100)).code == IssueCode.TOO_LARGE


def test_long_text_shared_by_many_cells_is_not_copied() -> None:
    rows = "".join(f'<row r="{r}"><c r="A{r}" t="s"><v>0</v></c></row>' for r in range(1, 50_001))
    long = " ".join(f"{i:x}" for i in range(6_000))
    raw = making.xlsx(making.worksheet(rows), shared=f"<si><r><t>{long}</t></r><rPh><t>x</t></rPh></si>")
    (found,) = soon(raw).sheets
    assert len(found.rows) == 50_000
    assert found.rows[0][0] == long
    assert found.rows[-1][0] is found.rows[0][0]


def test_merges_over_everything() -> None:
    merge = '<mergeCell ref="A1:XFD1048576"/>'
    (found,) = soon(sheet(ONE, after=f"<mergeCells>{merge}</mergeCells>")).sheets
    assert found.merges == ()
    refused = refusal(
        sheet('<row r="1"><c r="A1"><v>1</v></c><c r="C2"><v>1</v></c></row>', after=merge * 50_000)
    )
    assert refused.code == IssueCode.NOT_A_WORKBOOK


@pytest.mark.parametrize(
    "column", ['<col min="1" max="16384" hidden="1"/>', "<col min='1' max='16384' hidden='1'/>"]
)
def test_columns_hidden_over_and_over(column: str) -> None:
    (found,) = soon(sheet(ONE, before=column * 100_000)).sheets
    assert found.hidden_columns == set(range(1, references.LAST_COLUMN + 1))


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1">' + "</f>" * 300_000,
        '<row r="1" ' * 300_000,
        '<row r="1"><c r="A1" ' + ' t="e"' * 300_000,
        '<row r="1"><c r="A1"><f>' * 100_000,
        '<row r="1"><c r="A1" t="e"><f>' + "a" * 3_000_000,
        '<row r="1"><c r="AAAA1"><v>1</v></c></row>',
        '<row r="1"><c r="A1" r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A1" r=\'XFD1048576\'><v>1</v></c></row>',
        '<row r="1"><c r="A1" s="0"r ="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A1" s="0"r= "XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A1" r=\n"XFD1048576"><v>1</v></c></row>',
        '<row r="1" r="1048576"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A0"><v>1</v></c></row>',
        '<row r="1"><c r="A99999999"><v>1</v></c></row>',
        '<row r="99999999999999999999"><c><v>1</v></c></row>',
        '<row r="1048576"/><row><c><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>5</v></c></row>',
        '<row r="1"><c r="A1" t="surprise"><v>5</v></c></row>',
    ],
)
def test_markup_that_no_spreadsheet_writes(rows: str) -> None:
    assert refusal(sheet(rows)).code == IssueCode.NOT_A_WORKBOOK


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "_rels/.rels"]
)
def test_entities_in_any_part(part: str) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(12)
    )
    parts = making.parts(making.worksheet(ONE), styles=b"<styleSheet/>")
    raw = making.archive(parts | {part: f"{bomb}]><worksheet>&m;</worksheet>"})
    assert refusal(raw).code == IssueCode.UNSAFE_ARCHIVE


def test_tags_in_tags_without_end() -> None:
    assert soon(sheet("<a>" * 1_000_000)).sheets[0].rows == []
    assert refusal(sheet("<!-- -->" + "<a>" * 1_000_000)).code == IssueCode.NOT_A_WORKBOOK


def test_document_type_without_entities() -> None:
    parts = making.parts(making.worksheet(ONE))
    parts["xl/workbook.xml"] = b'<!DOCTYPE workbook SYSTEM "http://example.com/x">' + parts["xl/workbook.xml"]
    assert refusal(making.archive(parts)).code == IssueCode.UNSAFE_ARCHIVE


def test_bomb_in_a_part_that_is_not_even_needed() -> None:
    raw = making.archive(making.parts(making.worksheet(ONE)) | {"xl/media/image1.png": bytes(30_000_000)})
    assert refusal(raw, Limits()).code == IssueCode.UNSAFE_ARCHIVE


def test_bomb_of_many_parts() -> None:
    raw = making.archive({f"xl/{i}": bytes(990_000) for i in range(400)})
    assert refusal(raw, Limits()).code == IssueCode.UNSAFE_ARCHIVE


def test_more_parts_than_may_be() -> None:
    raw = making.archive({str(i): b"" for i in range(5_001)})
    assert refusal(raw).code == IssueCode.UNSAFE_ARCHIVE
    assert refusal(b"PK\x03\x04" + b"PK\x01\x02" * 100_000).code == IssueCode.UNSAFE_ARCHIVE


def test_part_longer_than_the_archive_says() -> None:
    content = making.worksheet(ONE + "<!--" + "x" * 5_000 + "-->")
    raw = making.archive(making.parts(content))
    lying = raw.replace(struct.pack("<I", len(content)), struct.pack("<I", 200))
    assert lying != raw
    assert refusal(lying).code == IssueCode.NOT_A_WORKBOOK


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "xl/../../x", "/etc/passwd", "C:/x.xml", "xl\\..\\..\\x", "..\\x"]
)
def test_names_that_lead_out(name: str) -> None:
    raw = making.archive(making.parts(making.worksheet(ONE)) | {name: b"x"})
    assert refusal(raw).code == IssueCode.UNSAFE_ARCHIVE


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name() -> None:
    raw = making.archive(making.parts(making.worksheet(ONE)) | {"XL/Workbook.xml": b"<workbook/>"})
    assert refusal(raw).code == IssueCode.UNSAFE_ARCHIVE


def test_many_sheets_of_one_part() -> None:
    parts = making.parts(making.worksheet(ONE))
    sheets = "".join(f'<sheet name="{i}" sheetId="{i}" r:id="rId1"/>' for i in range(1, 3000))
    parts["xl/workbook.xml"] = f'<workbook xmlns:r="r"><sheets>{sheets}</sheets></workbook>'.encode()
    assert refusal(making.archive(parts)).code == IssueCode.UNSAFE_ARCHIVE


def test_sheet_part_that_lies_elsewhere() -> None:
    parts = making.parts(making.worksheet(ONE))
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
        b"worksheets/sheet1.xml", b"../../../../etc/passwd"
    )
    assert refusal(making.archive(parts)).code == IssueCode.NOT_A_WORKBOOK


def test_archive_within_an_archive_is_not_opened() -> None:
    inner = making.archive({"0": bytes(900_000)})
    raw = making.archive(making.parts(making.worksheet(ONE)) | {"xl/embeddings/a.zip": inner})
    assert soon(raw).sheets[0].rows == [[1]]


def test_damaged_part() -> None:
    raw = sheet(ONE * 50)
    at = raw.index(b"sheet1.xml") + 30
    assert refusal(raw[:at] + b"\xff" * 20 + raw[at + 20 :]).code == IssueCode.NOT_A_WORKBOOK


def test_cut_short_anywhere() -> None:
    raw = sheet("".join(f'<row r="{r}"><c r="A{r}"><v>{r}</v></c></row>' for r in range(1, 50)))
    for length in range(4, len(raw) - 1, 97):
        assert refusal(raw[:length]).code == IssueCode.NOT_A_WORKBOOK


def test_password_of_the_archive() -> None:
    raw = bytearray(sheet(ONE))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + at] |= 1
    assert refusal(bytes(raw)).code == IssueCode.ENCRYPTED


def test_way_of_packing_that_no_spreadsheet_uses(tmp_path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as made:
        for name, content in making.parts(making.worksheet(ONE)).items():
            made.writestr(name, content)
    assert refusal(path.read_bytes()).code == IssueCode.UNSAFE_ARCHIVE


def test_file_beyond_the_limit() -> None:
    refused = refusal(b"a,b\n" * 100, Limits(file_bytes=300))
    assert refused.code == IssueCode.TOO_LARGE
    assert refusal(bytes(21 * 1024 * 1024)).found == "21,0 MB"


@pytest.mark.parametrize("inline", [True, False])
def test_text_longer_than_a_cell_takes(inline: bool) -> None:
    most = Limits().text_length
    for length in (most, most + 1):
        cell = (
            f'<c r="C2" t="inlineStr"><is><t>{"a" * length}</t></is></c>'
            if inline
            else '<c r="C2" t="s"><v>0</v></c>'
        )
        raw = making.xlsx(
            making.worksheet(f'{ONE}<row r="2">{cell}</row>'), shared=f"<si><t>{'a' * length}</t></si>"
        )
        if length == most:
            assert len(soon(raw).sheets[0].rows[1][2]) == most
        else:
            refused = refusal(raw)
            assert (refused.code, refused.found) == (IssueCode.TOO_LARGE, "C2")
