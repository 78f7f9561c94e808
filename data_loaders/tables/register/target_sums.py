"""Rows of a table of targets that give targets, and those that only sum the rows above them."""

import re
from collections.abc import Sequence

from data_loaders.cells import cell_at
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column
from data_loaders.layout.below.row import DATA, TOTAL, Row
from data_loaders.layout.below.row_labels import is_total
from data_loaders.names.units import names_city
from data_loaders.reading.grid import Cell
from data_loaders.tables import common
from data_loaders.values.amounts.numbers import bare, read_value
from data_loaders.values.fault import Fault
from data_loaders.values.indicators import find_indicator
from program.text import fold

_SUMS = re.compile(r"(tong|cong)( so| cong)?\b")
_SHARES = re.compile(r"%|\bt[yi] le\b")


def gives_targets(
    table: Understood, row: Row, indicators: Sequence[Column], values: Sequence[Column]
) -> bool:
    """Whether a row gives targets and does not sum those above: one of "Toàn thành phố" does where it names its indicator,
    and so does "Tổng cộng số lớp tập huấn" where no column tells units; beside units it sums theirs."""
    offset, unit = table.block.view.first_column, table.column("unit")
    told = [common.text_of(row.cells, c.number - offset) or "" for c in indicators]
    if unit is None:
        named = row.role == TOTAL and any(map(find_indicator, told))
        return row.role == DATA or (named and not _sums(table, row, values))
    own = common.text_of(table.block.view.cells(row.number), unit.number - offset) or ""
    if row.role == TOTAL:
        unnamed = any(is_total(text) and not find_indicator(text) for text in told)
        return bool(indicators) and names_city(own) and not unnamed
    summing = any(_SUMS.match(fold(text)) for text in ([own] if own else told))
    return row.role == DATA and not (summing and _sums(table, row, values))


def of_units(table: Understood, indicators: Sequence[Column], values: Sequence[Column]) -> list[int]:
    """The columns whose figures a sum row adds up: those of units down the side, each column of one indicator. Shares
    have no sum."""
    shares = bool(_SHARES.search(bare(table.context.set_as_targets)))
    if table.column("unit") is None or indicators or shares:
        return []
    return [c.number for c in values if not _SHARES.search(bare(c.heading.text))]


def tells_city(table: Understood, row: Row) -> bool:
    """Whether a row gives the targets of the whole city beside those of its units, which need not add up to them."""
    unit = table.column("unit")
    own = common.text_of(row.cells, unit.number - table.block.view.first_column) if unit else None
    return names_city(own or "")


def _sums(table: Understood, row: Row, values: Sequence[Column]) -> bool:
    """Whether the values of a row are the sums of those of two rows or more above it."""
    offset, view = table.block.view.first_column, table.block.view
    above = [view.cells(number) for number in range(table.block.first, row.number)]
    for column in values:
        at = column.number - offset
        told = [value for cells in above if (value := _number(cells, at)) is not None]
        if len(told) < 2 or sum(told) != _number(row.cells, at):
            return False
    return True


def _number(cells: list[Cell], index: int) -> float | None:
    value = read_value(cell_at(cells, index))
    return None if isinstance(value, Fault) else value
