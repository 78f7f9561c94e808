"""Cells that stand for the one above them: ditto marks ("nt", "như trên", 〃), and units written once over their rows."""

import re
from collections.abc import Sequence
from itertools import pairwise

from data_loaders.columns.cells.values import are_years
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import is_figure_field
from data_loaders.layout.below.row_labels import is_total
from data_loaders.layout.blocks import Block
from data_loaders.names.organisations import GATHERING
from data_loaders.names.units import Era, Found, resolve
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import read_count
from program import units
from program.contract import TableKind
from program.text import fold
from program.units import CITY

# "- Như trên;" heads the receivers of a letter.
_DITTO = re.compile(r"(?i)[-–\s]*(?:n/?t|như trên|nhu tren|idem)[-–.\s]*|[-–/\s]*(?:[\"″”“〃]|''|//)[-–/\s]*")
_LONGEST = 12
_TELLING_APART = (
    "kind", "period", "start_date", "audience", "title", "ward", "school", "organiser", "delivery",
)  # fmt: skip


def as_above(table: Understood) -> list[tuple[int, int, Cell]]:
    """Row, index and value of the cells that say no more than "as above": a ditto mark; a blank below a unit
    in a table that the city or a department compiles, where every unit is written once; one below a year beside months."""
    block, offset = table.block, table.block.view.first_column
    # Where nothing else names a unit the wards are the units.
    alone = table.column("unit") is None and table.context.unit(Era.UNKNOWN)[0] == Found()
    periods = [column for column in table.columns if column.field == "period"]
    found: list[tuple[int, int, Cell]] = []
    for column in table.columns:
        if is_figure_field(column.field):
            continue
        cells = block.view.column(column.number, block.first, block.last)
        heads = column.field == "unit" or (column.field == "ward" and alone)
        # To look at every row of a long list takes a tenth of its reading, and a full column has no blank to fill.
        years = column.field == "period" and len(periods) > 1
        kinds = column.field == "kind" and table.kind == TableKind.PARTICIPATION
        once = (heads or years or kinds) and None in cells and _once(table, column.field, _own(block, cells))
        short = {c for c in set(cells) if isinstance(c, str) and len(c) <= _LONGEST}
        marks = {c for c in short if _DITTO.fullmatch(c)}
        if not marks and not once:
            continue
        above: Cell = None
        for row, cell in enumerate(cells, block.first):
            if row in block.skipped:
                continue
            if above is not None and (
                cell in marks or (once and cell is None and _holds_figures(block.view.cells(row)))
            ):
                found.append((row, column.number - offset, above))
            elif cell is not None:
                above = cell
    return found


def _own(block: Block, cells: Sequence[Cell]) -> list[Cell]:
    """The cells of a column that stand for their own rows: of rows below the header that tell something, but for sums
    and what stands below the last figure."""
    rows = [
        (cell, block.view.cells(row))
        for row, cell in enumerate(cells, block.first)
        if row not in block.skipped
    ]
    figures = [_holds_figures(row) for _, row in rows]
    last = max((i for i, held in enumerate(figures) if held), default=-1)
    told = zip((cell for cell, _ in rows[: last + 1]), figures, strict=False)
    return [c for c, held in told if held or c is not None if not (isinstance(c, str) and is_total(c))]


def _holds_figures(cells: Sequence[Cell]) -> bool:
    """Whether a row tells a figure or a day: signatures below the table do not."""
    return any(c is not None and (c.__class__ is not str or isinstance(read_count(c), int)) for c in cells)


def _written_once(table: Understood, cells: Sequence[Cell]) -> bool:
    """Whether the units of a column head the rows below them, and no row repeats the unit above it; in the table of a
    body of the city they are districts. One row without a unit among many that have theirs lacks it."""
    if table.kind == TableKind.PARTICIPATION and not any(map(table.column, _TELLING_APART)):
        # Two rows of one unit would say the same thing twice: the second lacks its unit.
        return False
    told = [cell for cell in cells if cell is not None]
    blank = len(cells) - len(told)
    if len(told) < 2 or blank * 2 < len(told) or cells[0] is None or len(set(told)) < len(told):
        return False
    around = table.context.unit(Era.UNKNOWN)[0].code
    named = {resolve(str(cell), Era.UNKNOWN).code or fold(str(cell)) for cell in told}
    gathers = around in (None, CITY, *GATHERING) or (_is_body(around) and all(map(_is_land, named)))
    return gathers and len(named) == len(told)


def _once(table: Understood, field: str, cells: Sequence[Cell]) -> bool:
    """Whether the units of a column, its years beside a column of months, or kinds with as many rows each are written
    once over their rows."""
    if field not in ("period", "kind"):
        return _written_once(table, cells)
    told = [at for at, cell in enumerate(cells) if cell is not None]
    if field == "period":
        return told[:1] == [0] and are_years([cells[at] for at in told])
    rows = {after - at for at, after in pairwise([*told, len(cells)])}
    return told[:1] == [0] and len(rows) == 1 and len({cells[at] for at in told}) == len(told) > 1


def _is_body(code: str | None) -> bool:
    unit = units.unit(code or "")
    return unit is not None and unit.level in ("department", "mass_organisation")


def _is_land(code: str) -> bool:
    unit = units.unit(code)
    return unit is not None and unit.level in ("district", "commune")
