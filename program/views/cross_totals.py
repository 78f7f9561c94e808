"""What the units of a view did, by kind and audience: the totals that a consolidated report sets side by side."""

from collections.abc import Iterable
from dataclasses import dataclass

from program.filters import CITY, Filters
from program.measures.analysis import Analysis, span
from program.measures.sums import known, reported, sums
from program.views.overview import Seats, seats, territory
from program.vocabulary import Kind


@dataclass(frozen=True)
class Line:
    """One kind of one unit. With an audience chosen `activities` are those that had it."""

    unit: str
    seats: Seats


@dataclass(frozen=True)
class CrossTotals:
    """The city first, then its units in the order asked for. `nothing`: units that reported that there was nothing;
    `silent`: those that owe reports in these days and sent none."""

    lines: tuple[Line, ...]
    nothing: tuple[str, ...]
    silent: tuple[str, ...]


def possible(view: Filters) -> bool:
    """Whether rows are chosen by nothing but unit, days, kind, audience and delivery, which is what sums know."""
    return view == view.only(text="", unusual=False, lacking=None, state=None, since=None)


def cross_totals(analysis: Analysis, view: Filters, codes: Iterable[str]) -> CrossTotals:
    """Of the city and the units `codes`, or of the one unit that a view has."""
    kinds = [view.kind] if view.kind else list(Kind)
    of_city = view.unit == CITY
    lines, nothing = [], []
    for unit in dict.fromkeys([CITY, *codes] if of_city else [view.unit]):
        own = view.only(unit=unit)
        if not reported(analysis, own):
            continue
        found = [line for kind in kinds if (line := _line(analysis, own, kind))]
        lines += found
        if not found and unit != CITY:
            nothing.append(unit)
    owing = territory(view) if of_city else (view.unit,)
    if span(view)[1] < view.period.start:
        owing = ()
    silent = tuple(unit for unit in owing if not reported(analysis, view.only(unit=unit)))
    return CrossTotals(tuple(lines), tuple(nothing), silent)


def _line(analysis: Analysis, view: Filters, kind: Kind) -> Line | None:
    """None where nothing of the kind was held."""
    found = seats(analysis, view, kind)
    if view.audience:
        block = sums(analysis, view)
        having, of_it = (known(block, name, kind, view.audience) for name in ("activities", "attendances"))
        found = Seats(kind, having, of_it, {view.audience: of_it})
    return None if found.activities == 0 and not found.total else Line(view.unit, found)
