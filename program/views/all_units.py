"""What the page of units shows: every unit on one scale, and one in depth."""

from dataclasses import dataclass

from program import units
from program.filters import Filters
from program.measures.analysis import Analysis, span
from program.measures.completeness import Completeness, completeness
from program.measures.figures import Progress, progress
from program.targets.listed import local_indicators
from program.views.by_quarter import NoNumber, quarter_cells
from program.views.overview import Curve, LevelReach, Seats, curve, level_reach, rank, seats
from program.vocabulary import INDICATORS, Kind


@dataclass(frozen=True)
class UnitsView:
    """One local indicator across the units of a tier (`districts` or `communes`), worst first.

    `cells` gives the indicator by (unit, quarter code): a number where it was told, else why not; absent where
    not due. `completeness` of each unit alone, `curves`
    in the order of `ranked`.
    """

    tier: str
    ranked: tuple[Progress, ...]
    cells: dict[tuple[str, str], int | NoNumber]
    completeness: dict[str, Completeness]
    curves: tuple[Curve, ...]


@dataclass(frozen=True)
class UnitInDepth:
    """One unit: every local indicator, the chosen one's curve, T1 by level, seats, completeness."""

    unit: str
    local: tuple[Progress, ...]
    curve: Curve
    official: Progress
    levels: tuple[LevelReach, ...]
    seats: dict[Kind, Seats]
    completeness: Completeness


def tiers(filters: Filters) -> tuple[str, ...]:
    """Which tiers of units the view touches: districts to 30-6-2025, communes from 1-7-2025."""
    start, end = span(filters)
    found = []
    if start < units.BREAK:
        found.append("districts")
    if end >= units.BREAK:
        found.append("communes")
    return tuple(found)


def units_view(analysis: Analysis, code: str, tier: str, filters: Filters) -> UnitsView:
    """The view of one indicator and one tier."""
    view = filters.only(kind=None, audience=None, delivery=None, text="")
    level = "district" if tier == "districts" else "commune"
    ranked = tuple(p for p in rank(analysis, code, view) if _level(p.unit) == level)
    codes = [p.unit for p in ranked]
    cells = quarter_cells(analysis, INDICATORS[code], codes, view)
    done = {code: completeness(analysis, view.only(unit=code)) for code in codes}
    curves = tuple(curve(analysis, p, view.only(unit=p.unit)) for p in ranked)
    return UnitsView(tier, ranked, cells, done, curves)


def _level(code: str) -> str:
    found = units.unit(code)
    return found.level if found else ""


def unit_in_depth(analysis: Analysis, unit: str, code: str, filters: Filters) -> UnitInDepth:
    """One unit in a view."""
    view = filters.only(unit=unit, kind=None, audience=None, delivery=None, text="")
    listed = dict.fromkeys((*local_indicators(analysis, unit), INDICATORS[code]))
    local = {i.code: progress(analysis, i, view) for i in listed}
    official = progress(analysis, INDICATORS["T1"], view)
    return UnitInDepth(
        unit=unit,
        local=tuple(local.values()),
        curve=curve(analysis, local[code], view),
        official=official,
        levels=level_reach(analysis, unit, official.as_of),
        seats={kind: seats(analysis, view, kind) for kind in Kind},
        completeness=completeness(analysis, view),
    )
