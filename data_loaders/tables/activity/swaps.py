"""Days whose day and month may have changed places: asked about, or turned by the others of their column and told."""

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

# So many days that only the month first makes days say it of their whole column.
_PROOF = 2
_TRUE_DAYS = 3
_MONTHS = 12
# A day whose second figures are no month.
_NO_MONTH_SECOND = re.compile(r"\d{1,2} ?([/.-]) ?(?:1[3-9]|2\d|3[01]) ?\1 ?20\d\d(?: \d.*)?")


class _MonthFirst(date):
    """A day in text whose column says that the month stands first."""

    words: str

    @classmethod
    def of(cls, day: date, words: str) -> "_MonthFirst":
        made = cls(day.year, day.month, day.day)
        made.words = words
        return made


def ask_about_swaps(table: Understood, findings: Findings) -> None:
    """Write down the days of a table that have a second reading with a reason for it, unless a person said
    which of them stands first.

    Reasons: the day lies outside the period that the sheet names and the other reading inside it; the
    column's true days could all be months while its days in text could not, or only if the month is read first
    (a spreadsheet turned those it could); the column has text that can only be month first. Where that settles
    how the column is read (`turned_as_answered`), its days of two readings are told.
    """
    if meaning(Question.DATE_ORDER, ""):
        return
    for column in _columns(table):
        doubtful = _doubtful(table, column)
        for row, cell in _cells(table, column) if doubtful else ():
            if cell in doubtful:
                _tell(findings, row, column.number, cell, shown(doubtful[cell]))


def _tell(findings: Findings, row: int, column: int, cell: Cell, other: str) -> None:
    found, taken = shown(cell), ""
    fix = f"nếu đúng ngày {found} thì giữ nguyên, nếu không thì sửa thành {other}"
    if isinstance(cell, _MonthFirst):
        taken = f"được đọc là {found}, vì cột này có ngày chỉ đọc được khi tháng đứng trước, và "
        fix = f"nếu đúng ngày {found} thì giữ nguyên, nếu là ngày {other} thì ghi tháng bằng chữ (“ngày … tháng … năm …”)"
        cell = cell.words
    findings.add(IssueCode.DATE_AMBIGUOUS, row, column, cell, other=other, taken=taken, fix=fix)


def turned_as_answered(table: Understood) -> Understood:
    """The table with the days that would be asked about turned, where a person said that months stand first, and
    those in text that are days only so: also without an answer, where nothing else in their column is doubtful, or
    where several of them and no day of the other order settle it for the column."""
    answer = meaning(Question.DATE_ORDER, "")
    changed: dict[Place, Cell] = {}
    for column in _columns(table):
        turned = _only_month_first(table, column)
        if answer == MONTH_FIRST:
            turned = turned | _doubtful(table, column)
        elif answer:
            turned = {}
        elif _settled(table, column, turned):
            texts = {c: d for c, d in _doubtful(table, column).items() if isinstance(c, str)}
            turned = {c: _MonthFirst.of(d, str(c)) for c, d in (turned | texts).items()}
        elif turned and _doubtful(table, column):
            turned = {}
        for number, cell in _cells(table, column) if turned else ():
            if cell in turned:
                changed[number, column.number] = turned[cell]
    return replace(table, block=replace(table.block, view=table.block.view.with_cells(changed)))


def _settled(table: Understood, column: Column, month_first: dict[Cell, date]) -> bool:
    """Whether the days in text of a column say together that the month stands first."""
    cells = [cell for _, cell in _cells(table, column) if isinstance(cell, str)]
    if sum(cell in month_first for cell in cells) < _PROOF:
        return False
    days = (_day(cell) for cell in cells if cell not in month_first)
    return all(day.day <= _MONTHS for day in days if day)


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
    settled = any(isinstance(cell, _MonthFirst) for cell in cells)
    turned = _turned(cells, settled)
    month_first = settled or bool(_only_month_first(table, column))
    found: dict[Cell, date] = {}
    for cell in set(cells):
        as_text = isinstance(cell, str | _MonthFirst)
        second = _other(table, cell, month_first if as_text else turned)
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


def _turned(cells: Sequence[Cell], settled: bool) -> bool:
    """Whether a spreadsheet may have turned the true days of a column; `settled`: its texts have the month first."""
    kinds = set(map(type, cells))
    if str not in kinds and not settled:
        return False
    true_days = [c for c in cells if isinstance(c, date) and not isinstance(c, _MonthFirst)]
    if len(true_days) < _TRUE_DAYS or any(d.day > _MONTHS for d in true_days):
        return False
    texts = [day for c in cells if isinstance(c, str) and (day := _day(c))]
    return settled or (len(texts) >= _PROOF and all(day.day > _MONTHS for day in texts))


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
