"""What a unit did where no target judges it: its activities quarter by quarter, and where a body of the city was."""

from collections.abc import Mapping
from dataclasses import dataclass

from program.filters import Filters
from program.measures.analysis import Analysis, last_day, span
from program.periods import Period
from program.reporting.quarters import QUARTERS
from program.views.by_quarter import NoNumber, quarter_cells
from program.vocabulary import INDICATORS, Kind, composed_code
from program.wards import WardWords


@dataclass(frozen=True)
class OwnWork:
    """`quarters` that ended within the view, `heard` how many of them the unit reported on; `cells` the number of
    activities by kind and quarter as `quarter_cells` gives them, of kinds that it held; `places` the wards and
    communes that a department or an organisation named, with how many activities, most often first."""

    quarters: tuple[Period, ...]
    heard: int
    cells: Mapping[Kind, Mapping[str, int | NoNumber]]
    places: tuple[WardWords, ...]

    def total(self, kind: Kind) -> int:
        """The activities of a kind in all these quarters, of those that gave a number."""
        return sum(cell for cell in self.cells[kind].values() if not isinstance(cell, NoNumber))


def own_work(analysis: Analysis, unit: str, filters: Filters) -> OwnWork:
    """The work of a unit in a view."""
    view = filters.only(unit=unit, kind=None, audience=None, delivery=None, text="")
    start, end = span(view)
    quarters = tuple(q for q in QUARTERS if start <= q.end <= end)
    cells: dict[Kind, dict[str, int | NoNumber]] = {}
    for kind in Kind:
        indicator = INDICATORS[composed_code("activities", kind, None)]
        found = {q: cell for (_, q), cell in quarter_cells(analysis, indicator, [unit], view).items()}
        if any(isinstance(cell, int) and cell for cell in found.values()):
            cells[kind] = found
    heard = {q for found in cells.values() for q, cell in found.items() if cell != NoNumber.SILENT}
    places = analysis.wards.named_by(unit, start, last_day(view)) if start <= last_day(view) else ()
    return OwnWork(quarters, len(heard), cells, places)
