"""Workbooks as openpyxl writes them, in a twentieth of its time: what all have in common is taken from one that it wrote."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.utils.datetime import to_excel

Rows = Sequence[Sequence[Any]]
Merges = Mapping[str, Sequence[str]]

# Words that openpyxl writes otherwise than as they are: formulas, faults, signs that no file may hold.
_UNUSUAL = re.compile(r"[=#]|[\s\S]*[\x00-\x08\x0b-\x1f\x7f]")
_LONGEST = 32_767
_BETWEEN = re.compile(rb"(<dimension ref=)[^>]*(/>.*<sheetData>).*(</sheetData>)(.*)", re.DOTALL)


def plain_book(sheets: Mapping[str, Rows], merges: Merges) -> bytes | None:
    """An .xlsx of these sheets; None where a cell holds something else than plain words, numbers, days, truths."""
    made = []
    for name, rows in sheets.items():
        cells = list(_rows(rows, merges.get(name, ())))
        if None in cells:
            return None
        made.append(_sheet(rows, b"".join(row for row in cells if row), merges.get(name, ())))
    stream = io.BytesIO()
    with ZipFile(stream, "w") as book:
        for part, content in _common(tuple(sheets)):
            book.writestr(part, content)
        for number, content in enumerate(made, 1):
            book.writestr(f"xl/worksheets/sheet{number}.xml", content, ZIP_DEFLATED)
    return stream.getvalue()


@cache
def _common(names: tuple[str, ...]) -> tuple[tuple[str, bytes], ...]:
    # One with a day and a moment: it has their styles, 1 and 2.
    styled = [date(2023, 1, 1), datetime(2023, 1, 1)]  # noqa: DTZ001
    raw = written({name: [styled] for name in names}, {})
    return tuple(one for one in _parts(raw) if "worksheets/" not in one[0])


@cache
def _around() -> tuple[bytes, ...]:
    (sheet,) = (content for part, content in _parts(written({"A": [[]]}, {})) if "worksheets/" in part)
    found = _BETWEEN.search(sheet)
    assert found
    return (sheet[: found.start()] + found[1], found[2], found[3], found[4])


def _parts(raw: bytes) -> Iterator[tuple[str, bytes]]:
    with ZipFile(io.BytesIO(raw)) as book:
        for part in book.namelist():
            yield part, book.read(part)


def written(sheets: Mapping[str, Rows], merges: Merges) -> bytes:
    """The same by openpyxl itself."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for area in merges.get(name, ()):
            sheet.merge_cells(area)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _sheet(rows: Rows, cells: bytes, merged: Sequence[str]) -> bytes:
    head, views, after, foot = _around()
    corners = [(1, number, len(row), number) for number, row in enumerate(rows, 1) if len(row)]
    corners += map(range_boundaries, merged)
    left, top, right, bottom = zip(*(corners or [(1, 1, 1, 1)]), strict=True)
    whole = f'"{_letter(min(left))}{min(top)}:{_letter(max(right))}{max(bottom)}"'
    areas = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    joined = f'<mergeCells count="{len(merged)}">{areas}</mergeCells>' if merged else ""
    return b"".join((head, whole.encode(), views, cells, after, joined.encode(), foot))


def _rows(rows: Rows, merged: Sequence[str]) -> Iterator[bytes | None]:
    """Each row as it is written, an empty one as nothing; None where a cell is not plain."""
    hidden = {place for area in merged for place in _behind(area)}
    for number, row in enumerate(rows, 1):
        cells = []
        for column, value in enumerate(row, 1):
            if value is None or (number, column) in hidden:
                continue
            content = _cell(value)
            if content is None:
                yield None
                return
            cells.append(f'<c r="{_letter(column)}{number}"{content}</c>')
        yield (
            f'<row r="{number}">{"".join(cells)}</row>'.encode("ascii", "xmlcharrefreplace")
            if len(row)
            else b""
        )


_letter = cache(get_column_letter)


def _behind(area: str) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = range_boundaries(area)
    places = ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))
    next(places)
    return places


def _cell(value: Any) -> str | None:
    kind = type(value)
    if kind is str and len(value) <= _LONGEST and not _UNUSUAL.match(value):
        keep = ' xml:space="preserve"' if value != value.strip() else ""
        return f' t="inlineStr">{f"<is><t{keep}>{escape(value)}</t></is>" if value else ""}'
    if kind is int or (kind is float and abs(value) < float("inf")):
        return f' t="n"><v>{value:.16g}</v>'
    if kind is bool:
        return f' t="b"><v>{value:d}</v>'
    if kind in (date, datetime):
        return f' s="{1 if kind is date else 2}" t="n"><v>{to_excel(value):.16g}</v>'
    return None
