"""A table of the annex as a Word table: heading rows that repeat, numbers at the right, groups across."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from exports.report.elements import fixed_grid, keep_whole, named, repeat
from exports.report.styles import (
    CELL,
    GROUP_CELL,
    HEADING_CELL,
    SMALL_CELL,
    SMALL_HEADING_CELL,
    TABLE_FOOT,
)
from exports.report.writing import run
from program.report.parts import Column, Form, Row, Stress, Table
from program.report.words import written

_WIDE_FROM = 8


@dataclass(frozen=True)
class Look:
    """The ids of the styles of cells. By its id a style is set at once; by its name python-docx looks through all
    styles, for every cell."""

    cell: str
    heading: str
    group: str

    def of(self, cell: Any, style: str, side: Any = None) -> Any:
        """The paragraph of a cell, in a style and at a side."""
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.element.style = style
        if side is not None:
            paragraph.alignment = side
        return paragraph


def write(document: Any, table: Table, width: float) -> None:
    """Add a table of `width` mm and what stands below it."""
    grouped = any(column.group for column in table.columns)
    heads = 2 if grouped else 1
    made = document.add_table(rows=heads + len(table.rows), cols=len(table.columns), style="Table Grid")
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    whole = sum(column.share for column in table.columns)
    fixed_grid(made, [Mm(width * column.share / whole) for column in table.columns])
    named(made, table.title)
    small = len(table.columns) >= _WIDE_FROM
    names = (SMALL_CELL, SMALL_HEADING_CELL) if small else (CELL, HEADING_CELL)
    look = Look(*(document.styles[name].style_id for name in (*names, GROUP_CELL)))
    rows = list(made.rows)
    _headings(rows[:heads], table.columns, look)
    for place, row in enumerate(table.rows):
        keep_whole(rows[heads + place])
        _row(rows[heads + place].cells, row, table.columns, look)
    for line in table.foot:
        run(document.add_paragraph(style=TABLE_FOOT), line)


def _headings(rows: Sequence[Any], columns: Sequence[Column], look: Look) -> None:
    for row in rows:
        repeat(row)
        keep_whole(row)
    lower = rows[-1].cells
    if len(rows) == 1:
        for cell, column in zip(lower, columns, strict=True):
            _head(cell, column.heading, look)
        return
    upper, place = rows[0].cells, 0
    for group, own in groupby(columns, key=lambda column: column.group or column.heading):
        found = list(own)
        last = place + len(found) - 1
        if found[0].group:
            _head(upper[place].merge(upper[last]), group, look)
            for at, column in enumerate(found, start=place):
                _head(lower[at], column.heading, look)
        else:
            _head(upper[place].merge(lower[place]), group, look)
        place = last + 1


def _head(cell: Any, words: str, look: Look) -> None:
    cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    run(look.of(cell, look.heading), words)


def _row(cells: Sequence[Any], row: Row, columns: Sequence[Column], look: Look) -> None:
    if row.stress == Stress.GROUP:
        run(look.of(cells[0].merge(cells[-1]), look.group), str(row.values[0]))
        return
    for place, (cell, value, column) in enumerate(zip(cells, row.values, columns, strict=True)):
        words = written(value, column)
        made = run(look.of(cell, look.cell, _side(column, place)), words)
        if row.stress == Stress.WHOLE:
            made.bold = True


def _side(column: Column, place: int) -> Any:
    """Words at the left (short signs in the middle), numbers at the right."""
    if column.form != Form.TEXT:
        return WD_ALIGN_PARAGRAPH.RIGHT
    return WD_ALIGN_PARAGRAPH.LEFT if place == 0 or column.share > 1 else WD_ALIGN_PARAGRAPH.CENTER
