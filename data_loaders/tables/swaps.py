"""Days whose day and month may have changed places: asked about, never turned round in silence."""

from collections.abc import Sequence
from datetime import date, datetime

from data_loaders.cells import shown
from data_loaders.columns.choice import Understood
from data_loaders.reading.grid import Cell
from data_loaders.tables.findings import Findings
from data_loaders.values.dates import Near, read_span, swapped
from data_loaders.values.fault import Fault
from data_loaders.values.periods import Span
from program.contract import IssueCode


def ask_about_swaps(table: Understood, findings: Findings) -> None:
    """Write down the days of a table that have a second reading with a reason for it.

    Reasons: the day lies outside the period that the sheet names and the other reading inside it; the
    column's true days could all be months while its days in text could not (a spreadsheet set to
    month-first turned those it could); the column has text that can only be month first.
    """
    for field in ("start_date", "end_date"):
        column = table.column(field)
        if column is None:
            continue
        block = table.block
        cells = block.view.column(column.number, block.first, block.last)
        turned, month_first = _turned(cells), _month_first(cells)
        doubtful: dict[Cell, date] = {}
        for cell in set(cells):
            second = _other(table, cell, month_first if isinstance(cell, str) else turned)
            if second is not None:
                doubtful[cell] = second
        for row, cell in enumerate(cells, block.first) if doubtful else ():
            if cell in doubtful and row not in block.skipped:
                findings.add(IssueCode.DATE_AMBIGUOUS, row, column.number, cell, other=shown(doubtful[cell]))


def _day(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    span = read_span(cell, Near()) if isinstance(cell, str) else None
    return span.start if isinstance(span, Span) and span.grain == "day" and span.start == span.end else None


def _other(table: Understood, cell: Cell, doubted: bool) -> date | None:
    """The other day that a cell may mean, if there is a reason to ask."""
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


def _month_first(cells: Sequence[Cell]) -> bool:
    texts = {c for c in set(cells) if isinstance(c, str) and c[:1].isdigit()}
    return any(isinstance(found := read_span(c, Near()), Fault) and found.month_first for c in texts)
