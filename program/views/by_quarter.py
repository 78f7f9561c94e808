"""An indicator of units quarter by quarter: a number, or why there is none."""

from enum import StrEnum

from program import units
from program.filters import Filters
from program.measures.analysis import Analysis, span
from program.measures.cube import KINDS
from program.measures.sums import measured, told
from program.reporting.quarters import QUARTERS
from program.vocabulary import Indicator


class NoNumber(StrEnum):
    """Why a unit's quarter has no number: due and not reported, reported without it, or not due."""

    SILENT = "silent"
    UNTOLD = "untold"
    NOT_DUE = "not_due"


def quarter_cells(
    analysis: Analysis, indicator: Indicator, codes: list[str], view: Filters
) -> dict[tuple[str, str], int | NoNumber]:
    """An indicator by (unit, quarter code) for the report quarters that ended within the view: a number
    where the unit said it (0 too), why not where it was expected or reported, absent where not
    expected."""
    if indicator.kind is None:
        return {}
    start, end = span(view)
    place = {code: i for i, code in enumerate(analysis.cube.units)}
    cells: dict[tuple[str, str], int | NoNumber] = {}
    for j, q in enumerate(QUARTERS):
        if not start <= q.end <= end:
            continue
        expected = {u.code for u in units.reporting_units(q.end)}
        block = analysis.cube.sums(q.start, q.end).sum(axis=2)
        of_kind = block[:, KINDS.index(indicator.kind)]
        values = measured(of_kind, indicator.measure, indicator.audience)
        said = told(of_kind, indicator.measure, indicator.audience)
        for code in codes:
            if code in place and analysis.reported[place[code], j]:
                cells[code, q.code] = int(values[place[code]]) if said[place[code]] else NoNumber.UNTOLD
            elif code in expected:
                cells[code, q.code] = NoNumber.SILENT
    return cells
