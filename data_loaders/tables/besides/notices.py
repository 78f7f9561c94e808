"""Sheets without a table that say in words that nothing happened ("Tháng 6 không phát sinh hoạt động")."""

from data_loaders.layout.around.context import Context
from data_loaders.names.units import era_of
from data_loaders.reading.grid import Sheet
from data_loaders.tables.besides.sentences import written_out
from data_loaders.tables.common import blank
from data_loaders.tables.whose.places import Places
from data_loaders.values.days.periods import find_period, span_of
from data_loaders.values.silence import says_none_in_row
from program.contract import Table, TableKind
from program.text import fold
from program.vocabulary import Basis

# A declaration stands alone, or beside what it is of and its number.
_WORDS = 3


def declared_sheet(sheet: Sheet, context: Context) -> Table | None:
    """A table of one declared zero, if the sheet holds such words and its unit and period are known. What
    stands on a hidden sheet or in instructions is nobody's declaration; beside results in sentences it is of one row."""
    if (
        sheet.hidden
        or fold(sheet.name).startswith(("huong dan", "danh muc", "ghi chu"))
        or written_out(sheet)
    ):
        return None
    for index, cells in enumerate(sheet.rows[:200]):
        # Among the words of several columns it is the heading of one ("Có thực hiện | Không thực hiện").
        told = {cell for cell in cells if isinstance(cell, str)}
        for cell in cells if len(told) <= _WORDS else ():
            if isinstance(cell, str) and says_none_in_row(cell):
                return _table(sheet, context, sheet.first_row + index, cell)
    return None


def _table(sheet: Sheet, context: Context, row: int, text: str) -> Table | None:
    own = find_period(text)
    span = (span_of(own, context.year, civil_month=True) if own else None) or context.span(civil_month=True)
    if span is None:
        return None
    answer = Places(context).unit("", "", "", "", era_of(span.start, span.end))
    if answer.issue or answer.code is None:
        return None
    record = blank(
        unit=answer.code,
        kind=context.any_kind.value if context.any_kind else None,
        start_date=span.start.isoformat(),
        end_date=span.end.isoformat(),
        count=0,
        attendances_total=0,
        basis=Basis.DECLARED_ZERO.value,
        source={"sheet": sheet.name, "row": row},
    )
    return {
        "kind": TableKind.ACTIVITIES.value,
        "sheet": sheet.name,
        "header_rows": [],
        "columns": {},
        "unused_columns": [],
        "records": [record],
    }
