"""Files built to do harm or as bad by mishap, of every format, each with the codes it may end in.

They are small as sent and large as read; each is made when it is asked for.
"""

import io
import random
from collections.abc import Callable
from dataclasses import dataclass

import xlwt

from data_loaders.reading import references
from tests.data_loaders.reading import making

READY, NO_TABLE, NOT_A_WORKBOOK = "ready", "no_table", "not_a_workbook"
TOO_LARGE, UNSAFE = "too_large", "unsafe_archive"
HEAD = ("STT", "Đơn vị", "Loại hoạt động", "Tên hoạt động", "Ngày tổ chức", "Cha mẹ")
SIGNS = (
    b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"",
    b"%PDF-1.7", b"{\\rtf1", b"<html>", b"<?xml version='1.0'?>", b"\x1f\x8b", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c",
    b"\x89PNG\r\n", b"\x09\x08\x08\x00\x00\x05\x10\x00",
)  # fmt: skip
LAUGHS = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(12)
)


@dataclass(frozen=True)
class Bomb:
    """A file's name and how it is made; `ends` is "ready" or the code of its one error. `seconds` is less
    than a check usually has, for those that take all of it."""

    name: str
    make: Callable[[], bytes]
    ends: str
    seconds: float | None = None


def _text(row: int, column: int, text: str) -> str:
    return f'<c r="{references.name(row, column)}" t="inlineStr"><is><t>{text}</t></is></c>'


def _number(row: int, column: int, value: object = 1) -> str:
    return f'<c r="{references.name(row, column)}"><v>{value}</v></c>'


def _row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def good(rows: int = 5) -> str:
    """The markup of a sound list of classes in rows 1 to `rows` + 1."""
    lines = [_row(1, *[_text(1, i, words) for i, words in enumerate(HEAD, 1)])]
    for row in range(2, rows + 2):
        words = ("Quận Hải Châu", "Lớp tập huấn", f"Lớp {row}", f"{1 + row % 28}/5/2023")
        told = [_text(row, i, text) for i, text in enumerate(words, 2)]
        lines.append(_row(row, _number(row, 1, row), *told, _number(row, 6, 40)))
    return "".join(lines)


def _sheet(rows: str, **parts: str) -> bytes:
    return making.xlsx(making.worksheet(rows, **parts))


def _with_part(part: str, content: bytes | str) -> bytes:
    return making.archive(making.parts(making.worksheet(good())) | {part: content})


def _in_workbook(before: bytes, after: bytes) -> bytes:
    parts = making.parts(making.worksheet(good()))
    return making.archive(parts | {"xl/workbook.xml": parts["xl/workbook.xml"].replace(before, after)})


def _nested() -> bytes:
    inner = making.archive({"a": bytes(900_000)})
    for _ in range(4):
        inner = making.archive({f"{i}.zip": inner for i in range(10)})
    return inner


def _merges(*areas: str) -> str:
    return "<mergeCells>" + "".join(f'<mergeCell ref="{area}"/>' for area in areas) + "</mergeCells>"


def _styles() -> bytes:
    fonts = "".join(f'<font><name val="Chữ {i * 7919 % 65_537}"/></font>' for i in range(50_000))
    uses = "".join(f'<xf fontId="{i * 7919 % 50_000}"/>' for i in range(50_000))
    return f'<styleSheet xmlns="{making.MAIN}"><fonts>{fonts}</fonts><cellXfs>{uses}</cellXfs></styleSheet>'.encode()


def _links() -> bytes:
    parts = making.parts(making.worksheet(good()))
    link = '<Relationship Id="rId9" Type="a/externalLink" Target="http://example.com/a.xlsx" TargetMode="External"/>'
    name = "xl/_rels/workbook.xml.rels"
    return making.archive(
        parts | {name: parts[name].replace(b"</Relationships>", f"{link}</Relationships>".encode())}
    )


def _xls(*cells: tuple[int, int, int]) -> bytes:
    """An .xls with cells (sheet, row, column, from 0), filled sheet by sheet."""
    book, target = xlwt.Workbook(), io.BytesIO()
    for name in range(max(cell[0] for cell in cells) + 1):
        book.add_sheet(f"Trang {name}")
    for sheet, row, column in cells:
        book.get_sheet(sheet).write(row, column, 1)
    book.save(target)
    return target.getvalue()


def _ods(rows: str) -> bytes:
    return making.ods(f'<table:table table:name="Lớp">{rows}</table:table>')


def _ods_cell(
    repeat: int = 1, rows: int = 1, said: str = 'office:value-type="float" office:value="1"'
) -> str:
    cell = f'<table:table-cell {said} table:number-columns-repeated="{repeat}"/>'
    return f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'


def _csv(*rows: str, head: str = ",".join(HEAD)) -> bytes:
    return "\n".join((head, *rows)).encode()


def _wrong(rows: int) -> bytes:
    return _csv(*(f"{i},Quận X{i},Lớp? {i},Lớp {i},{41 + i % 28}/5/2023,abc{i}" for i in range(rows)))


def bombs() -> list[Bomb]:
    """All of them."""
    long = "a b " * 200_000
    rows = range(10, 200_000)
    formula = 'table:formula="of:=1"'
    return [
        Bomb("nested.xlsx", _nested, NOT_A_WORKBOOK),
        Bomb("empty.xlsx", lambda: making.archive({}), NOT_A_WORKBOOK),
        Bomb("spaces.xlsx", lambda: _sheet(good() + " " * 150_000_000), UNSAFE),
        Bomb("noise.xlsx", lambda: making.archive({f"xl/{i}": bytes(900_000) for i in range(230)}), UNSAFE),
        Bomb("parts.xlsx", lambda: making.archive({f"xl/{i}": b"" for i in range(12_000)}), UNSAFE),
        Bomb("laughs.xlsx", lambda: _with_part("xl/worksheets/sheet1.xml", f"{LAUGHS}]><a>&m;</a>"), UNSAFE),
        Bomb("outside.xlsx", lambda: _with_part("xl/worksheets/sheet1.xml", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'), UNSAFE),
        Bomb("deep.xlsx", lambda: _sheet(good() + "".join(f'<a b="{i * 7919}">' for i in range(100_000)) + "</a>" * 100_000), READY),
        Bomb("tag.xlsx", lambda: _sheet(good() + f"<c{''.join(map(str, range(500_000)))}/>"), READY),
        Bomb("attributes.xlsx", lambda: _sheet('<row r="1"><c r="A1"' + "".join(f" a{i}='1'" for i in range(100_000)) + "/></row>"), NO_TABLE),
        Bomb("empty-rows.xlsx", lambda: _sheet(good() + "".join(f'<row r="{r}"/>' for r in rows)), READY),
        Bomb("formats.xlsx", lambda: _sheet(good() + "".join(f'<row r="{r}"><c r="A{r}" s="0"/></row>' for r in rows)), READY),
        Bomb("corner.xlsx", lambda: _sheet(good() + _row(1_048_576, _number(1_048_576, 16_384))), READY),
        Bomb("diagonal.xlsx", lambda: _sheet("".join(_row(r, _number(r, r)) for r in range(1, 16_000, 2))), TOO_LARGE),
        Bomb("wide.xlsx", lambda: _sheet("".join(_row(r, *[_number(r, c) for c in range(1, 16_385)]) for r in range(1, 9))), NO_TABLE),
        Bomb("merges.xlsx", lambda: _sheet(good(), after=_merges(*[f"A{r}:B{r}" for r in range(3, 100_003)])), READY),
        Bomb("merged-all.xlsx", lambda: _sheet(good(), after=_merges("A9:XFD1048576")), READY),
        Bomb("overlaps.xlsx", lambda: _sheet(good(), after=_merges(*[f"A{1 + i * 7919 % 5}:{references.letters(2 + i * 7907 % 99)}6" for i in range(50_000)])), NOT_A_WORKBOOK),
        Bomb("styles.xlsx", lambda: making.xlsx(making.worksheet(good()), styles=_styles()), READY),
        Bomb("sheets.xlsx", lambda: making.xlsx(*[making.worksheet("")] * 1_500), NO_TABLE),
        Bomb("all-sheets.xlsx", lambda: making.xlsx(*[making.worksheet("")] * 10_000), UNSAFE),
        Bomb("texts.xlsx", lambda: making.xlsx(making.worksheet(good()), shared="".join(f"<si><t>{i}</t></si>" for i in range(1_000_000))), READY),
        Bomb("long-cell.xlsx", lambda: _sheet(good() + _row(9, _text(9, 4, long))), TOO_LARGE),
        Bomb("digits.xlsx", lambda: _sheet(good() + _row(9, _text(9, 6, "9" * 5_000))), "required_missing"),
        Bomb("names.xlsx", lambda: _in_workbook(b"</workbook>", b"<definedNames>" + b"".join(b'<definedName name="n%d">n%d+n%d</definedName>' % (i, i + 1, i - 1) for i in range(50_000)) + b"</definedNames></workbook>"), READY),
        Bomb("markup.xlsx", lambda: _in_workbook(b'name="1"', b'name="&lt;img src=x onerror=alert(1)&gt;**a**=1+1"'), READY),
        Bomb("links.xlsx", _links, READY),
        Bomb("dimension.xlsx", lambda: _sheet(good(), before='<dimension ref="A1:XFD1048576"/>'), READY),
        Bomb("dimension-of-rows.xlsx", lambda: _sheet(good(), before='<dimension ref="1:1048576"/>'), READY),
        Bomb("dimension-below-zero.xlsx", lambda: _sheet(good(), before='<dimension ref="A-1:ZZZZ999999999999"/>'), READY),
        Bomb("below-zero.xlsx", lambda: _sheet('<row r="-1"><c r="A-1"><v>1</v></c></row>'), NOT_A_WORKBOOK),
        Bomb("array.xlsx", lambda: _sheet(good() + _row(9, '<c r="K9"><f t="array" ref="A1:XFD1048576">A1:XFD9</f><v>1</v></c>')), READY),
        Bomb("corner.xls", lambda: _xls((0, 0, 0), (0, 65_535, 255)), TOO_LARGE),
        Bomb("corners.xls", lambda: _xls(*[(i, r, c) for i in range(6) for r, c in ((0, 0), (65_535, 99))]), TOO_LARGE),
        Bomb("far.xls", lambda: _xls((0, 0, 0), (0, 65_535, 99)), NO_TABLE),
        Bomb("million.ods", lambda: _ods(_ods_cell(1_000, 1_000_000)), TOO_LARGE),
        Bomb("million-empty.ods", lambda: _ods(_ods_cell() + _ods_cell(16_000, 1_000_000, said="")), NO_TABLE),
        Bomb("formulas.ods", lambda: _ods(_ods_cell(16_384, 1, formula) * 500), TOO_LARGE),
        Bomb("merges.ods", lambda: _ods(_ods_cell(said='office:value-type="float" office:value="1" table:number-rows-spanned="1000000"') * 20_000), NOT_A_WORKBOOK),
        Bomb("nested.ods", lambda: making.ods("".join(f'<table:table table:name="{i * 7919}">' for i in range(20_000)) + "</table:table>" * 20_000), NO_TABLE),
        Bomb("line.csv", lambda: b"a" * 15_000_000, TOO_LARGE),
        Bomb("commas.csv", lambda: b"," * 15_000_000, TOO_LARGE),
        Bomb("lines.csv", lambda: b"\n" * 2_000_000, NOT_A_WORKBOOK),
        Bomb("quotes.csv", lambda: b'"' * 3_000_001, NOT_A_WORKBOOK),
        Bomb("open.csv", lambda: b'"' + b"a,b\n" * 300_000, NOT_A_WORKBOOK),
        Bomb("zeros.csv", lambda: b"a,b\n1,\x002\n" * 100, NOT_A_WORKBOOK),
        Bomb("wide.txt", lambda: "a;b\n1;2\n".encode("utf-32"), NOT_A_WORKBOOK),
        Bomb("utf16.csv", lambda: _csv("1,Quận Hải Châu,Lớp tập huấn,Lớp,1/2/2023,30").decode().encode("utf-16"), READY),
        Bomb("sheets-in-words.xlsx", lambda: making.xlsx(*[making.worksheet(good(1))] * 1_500), TOO_LARGE, 0.5),
        Bomb("wrong.csv", lambda: _wrong(30_000), TOO_LARGE, 0.5),
        Bomb("headings.csv", lambda: _csv(*["Quận Hải Châu" + ",1" * 3_000] * 50, head="Đơn vị" + ",".join(f"Quý {'I' * (1 + i % 3)}/2023 lớp cha mẹ {i}" for i in range(3_000))), TOO_LARGE, 0.5),
    ]  # fmt: skip


def noise() -> list[tuple[str, bytes]]:
    """Random bytes behind the signature of each format, under every ending."""
    chance = random.Random(830)
    return [
        (f"{i}-{size}.{ending}", sign + chance.randbytes(size))
        for i, sign in enumerate(SIGNS)
        for size, ending in ((0, "xlsx"), (10, "xls"), (3_000, "xlsb"), (40_000, "ods"))
    ]
