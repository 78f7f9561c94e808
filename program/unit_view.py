"""What the page of units shows: every unit on one scale, and one in depth."""

from dataclasses import dataclass

from program import units
from program.analysis import Analysis, Completeness, completeness, quarter_table, span
from program.cube import AUDIENCES, HAVING, KINDS
from program.figures import Progress, progress
from program.filters import Filters
from program.overview import Curve, LevelReach, Seats, curve, level_reach, rank, seats
from program.vocabulary import INDICATORS, Kind


@dataclass(frozen=True)
class UnitsView:
    """One local indicator across the units of a tier (`districts` or `communes`), worst first.

    `cells` gives the indicator's activities by (unit, quarter code): a number where reported, None
    where expected and silent, absent where not due. `completeness` of each unit alone.
    """

    tier: str
    ranked: tuple[Progress, ...]
    cells: dict[tuple[str, str], int | None]
    completeness: dict[str, Completeness]


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
    indicator = INDICATORS[code]
    kind = KINDS.index(indicator.kind) if indicator.kind else 0
    having = None if indicator.audience is None else HAVING.start + AUDIENCES.index(indicator.audience)
    start, end = span(view)
    codes = [p.unit for p in ranked]
    cells = quarter_table(analysis, codes, kind, having, start, end)
    done = {code: completeness(analysis, view.only(unit=code)) for code in codes}
    return UnitsView(tier, ranked, cells, done)


def _level(code: str) -> str:
    found = units.unit(code)
    return found.level if found else ""


def unit_in_depth(analysis: Analysis, unit: str, code: str, filters: Filters) -> UnitInDepth:
    """One unit in a view."""
    view = filters.only(unit=unit, kind=None, audience=None, delivery=None, text="")
    local = {i.code: progress(analysis, i, view) for i in INDICATORS.values() if i.kind is not None}
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
