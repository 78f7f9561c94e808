"""Days whose day and month may have changed places: asked about, never turned round in silence."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from data_loaders.cells import shown
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column
from data_loaders.layout.grid_view import Place
from data_loaders.mending.answers import meaning
from data_loaders.reading.grid import Cell
from data_loaders.tables.findings import Findings
from data_loaders.values.days.dates import Near, read_span, swapped
from data_loaders.values.days.periods import Span
from data_loaders.values.fault import Fault
from program.contract import IssueCode
from program.submissions.mending import MONTH_FIRST, Question
from program.text import key

# A day whose second figures are no month.
_NO_MONTH_SECOND = re.compile(r"\d{1,2} ?([/.-]) ?(?:1[3-9]|2\d|3[01]) ?\1 ?20\d\d(?: \d.*)?")


def ask_about_swaps(table: Understood, findings: Findings) -> None:
    """Write down the days of a table that have a second reading with a reason for it, unless a person said
    which of them stands first.

    Reasons: the day lies outside the period that the sheet names and the other reading inside it; the
    column's true days could all be months while its days in text could not (a spreadsheet set to
    month-first turned those it could); the column has text that can only be month first.
    """
    if meaning(Question.DATE_ORDER, ""):
        return
    for column in _columns(table):
        doubtful = _doubtful(table, column)
        for row, cell in _cells(table, column) if doubtful else ():
            if cell in doubtful:
                findings.add(IssueCode.DATE_AMBIGUOUS, row, column.number, cell, other=shown(doubtful[cell]))


def turned_as_answered(table: Understood) -> Understood:
    """The table with the days that would be asked about turned, where a person said that months stand first, and
    those in text that are days only so: also without an answer, where nothing else in their column is doubtful."""
    answer = meaning(Question.DATE_ORDER, "")
    changed: dict[Place, Cell] = {}
    for column in _columns(table):
        turned = _only_month_first(table, column)
        if answer == MONTH_FIRST:
            turned = turned | _doubtful(table, column)
        elif answer or (turned and _doubtful(table, column)):
            turned = {}
        for number, cell in _cells(table, column) if turned else ():
            if cell in turned:
                changed[number, column.number] = turned[cell]
    return replace(table, block=replace(table.block, view=table.block.view.with_cells(changed)))


def _columns(table: Understood) -> list[Column]:
    return [column for field in ("start_date", "end_date") if (column := table.column(field))]


def _cells(table: Understood, column: Column) -> list[tuple[int, Cell]]:
    """The rows and cells of a column, without those of repeated headers."""
    block = table.block
    cells = block.view.column(column.number, block.first, block.last)
    return [(row, cell) for row, cell in enumerate(cells, block.first) if row not in block.skipped]


def _doubtful(table: Understood, column: Column) -> dict[Cell, date]:
    """The cells of a column that have a second reading with a reason for it, and that reading."""
    cells = table.block.view.column(column.number, table.block.first, table.block.last)
    turned, month_first = _turned(cells), bool(_only_month_first(table, column))
    found: dict[Cell, date] = {}
    for cell in set(cells):
        second = _other(table, cell, month_first if isinstance(cell, str) else turned)
        if second is not None:
            found[cell] = second
    return found


def _day(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    span = read_span(cell, Near()) if isinstance(cell, str) else None
    return span.start if isinstance(span, Span) and span.grain == "day" and span.start == span.end else None


def _other(table: Understood, cell: Cell, doubted: bool) -> date | None:
    """The other day that a cell may mean, if there is a reason to ask."""
    if isinstance(cell, str) and "tháng" in key(cell):
        return None
    day = _day(cell)
    second = swapped(day) if day else None
    if day is None or second is None or doubted:
        return second
    context = table.context
    return second if context.spans(True) and not context.covers(day) and context.covers(second) else None


def _turned(cells: Sequence[Cell]) -> bool:
    if str not in set(map(type, cells)):
        return False
    true_days = [c for c in cells if isinstance(c, date)]
    if len(true_days) < 3 or any(d.day > 12 for d in true_days):
        return False
    texts = [day for c in cells if isinstance(c, str) and (day := _day(c))]
    return len(texts) >= 2 and all(day.day > 12 for day in texts)


def _only_month_first(table: Understood, column: Column) -> dict[Cell, date]:
    """The texts of a column that are days only if the month is read first, and those days."""
    cells = table.block.view.column(column.number, table.block.first, table.block.last)
    found: dict[Cell, date] = {}
    for text in {c for c in set(cells) if isinstance(c, str) and c[:1].isdigit()}:
        if not _NO_MONTH_SECOND.fullmatch(text.strip()):
            continue
        fault = read_span(text, Near())
        if isinstance(fault, Fault) and fault.month_first:
            found[text] = fault.month_first
    return found
