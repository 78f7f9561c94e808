"""The objects of the `figures` contract: what the screens show, for commands and tests. Beside the keys of the
contract each has `provisional`, the part of its value that comes from files whose review is not done."""

from typing import Any

from program import units
from program.filters import CITY, Filters
from program.measures import provisional
from program.measures.analysis import Analysis, span
from program.measures.completeness import Completeness, completeness
from program.measures.cube import AUDIENCES, KINDS
from program.measures.figures import Progress, progress, schools_reached
from program.measures.sums import known, reported, sums
from program.targets.listed import local_indicators
from program.vocabulary import INDICATORS, Audience, Indicator, Kind, composed_code


def indicator_of(measure: str, kind: Kind | None, audience: Audience | None) -> Indicator | None:
    """The indicator that counts what a figure of a kind counts; None for what has no kind."""
    return INDICATORS[composed_code(measure, kind, audience)] if kind else None


def figures(analysis: Analysis, filters: Filters) -> list[dict[str, Any]]:
    """The objects of the `figures` contract for one view: activities and attendances by kind and
    audience, women by kind, schools reached, units reported, and the official indicators. Without a
    unit in the view: the city, then every unit expected or heard from, of those that existed in the period."""
    wanted = [filters.unit]
    if filters.unit == CITY:
        start, end = span(filters)
        due = {u.code for q in (start, end) for u in units.reporting_units(q)}
        lives = {u.code for u in units.all_units() if units.reports(u) and u.valid_within(start, end)}
        heard = {code for code in analysis.cube.units if analysis.has_reported(code, start, end)}
        wanted += sorted(due | heard | lives.intersection(analysis.cube.units))
    return [figure for unit in wanted for figure in _unit_figures(analysis, filters.only(unit=unit))]


def _unit_figures(analysis: Analysis, view: Filters) -> list[dict[str, Any]]:
    done = completeness(analysis, view)
    found = _of_kinds(analysis, view, done)
    if view.kind is None and view.audience is None and view.delivery is None:
        found += _of_no_kind(analysis, view, done)
    return found


def _of_kinds(analysis: Analysis, view: Filters, done: Completeness) -> list[dict[str, Any]]:
    """Activities, attendances and women of each kind: what is summed over the cube, with its provisional part."""
    block, heard, unsettled = sums(analysis, view), reported(analysis, view), provisional.sums(analysis, view)
    audiences = [view.audience] if view.audience else (None, *AUDIENCES)
    asked: list[tuple[str, Audience | None]] = [
        (measure, audience) for measure in ("activities", "attendances") for audience in audiences
    ]
    if view.audience is None:
        asked.append(("female", None))
    listed = local_indicators(analysis, view.unit) if view.delivery is None else ()
    counted = {(i.measure, i.kind, i.audience): i for i in listed}
    found = []
    for kind in [view.kind] if view.kind else KINDS:
        for measure, audience in asked:
            value = known(block, measure, kind, audience) if heard else None
            indicator = counted.get((measure, kind, audience))
            against = progress(analysis, indicator, view) if indicator else None
            figure = _figure(measure, kind, audience, view, value, done, against)
            # Unknown where the value is.
            part = None if value is None else provisional.part(unsettled, measure, kind, audience)
            found.append(figure | {"provisional": part})
    return found


def _of_no_kind(analysis: Analysis, view: Filters, done: Completeness) -> list[dict[str, Any]]:
    """Schools reached, units that reported, and the shares that have a target."""
    reached, schools = schools_reached(analysis, view)
    found = [
        _figure("schools_reached", None, None, view, reached if schools else None, done, denominator=schools),
        _figure(
            "units_reported",
            None,
            None,
            view,
            done.reported if done.expected else None,
            done,
            denominator=done.expected or None,
        ),
    ]
    for indicator in INDICATORS.values():
        if indicator.measure == "schools_share" or (indicator.measure == "supplied" and view.unit == CITY):
            share = progress(analysis, indicator, view)
            value, parts = _rounded(share.value), share.denominator
            found.append(_figure(indicator.code, None, None, view, value, done, share, parts))
    return found


def _figure(
    measure: str, kind: Kind | None, audience: Audience | None, view: Filters, value: float | None,
    done: Completeness, against: Progress | None = None, denominator: int | None = None,
) -> dict[str, Any]:  # fmt: skip
    has_target = against is not None and against.target is not None
    return {
        "measure": measure,
        "kind": kind,
        "audience": audience,
        "unit": view.unit,
        "period": view.period.code,
        "start_date": view.period.start.isoformat(),
        "end_date": view.period.end.isoformat(),
        "value": value,
        "indicator": against.indicator.code if against and has_target else None,
        "authority": against.indicator.authority if against and has_target else None,
        "target": _rounded(against.target) if against else None,
        "expected": _rounded(against.expected) if against else None,
        "pace": _rounded(against.pace, 4) if against else None,
        "status": against.status if against and has_target else None,
        "denominator": denominator,
        "provisional": None,
        "completeness": {"reported": done.reported, "expected": done.expected},
    }


def _rounded(value: float | None, digits: int = 2) -> float | None:
    if value is None:
        return None
    return int(value) if float(value).is_integer() else round(value, digits)
