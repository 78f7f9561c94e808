"""The objects of the `figures` contract: what the screens show, for commands and tests. Beside the keys of the
contract each has `provisional`, the part of its value that comes from files whose review is not done."""

from typing import Any

import numpy as np

from program import provisional, units
from program.analysis import Analysis, span
from program.completeness import Completeness, completeness
from program.cube import AUDIENCES, KINDS
from program.figures import Progress, progress, schools_reached
from program.filters import CITY, Filters
from program.sums import known, reported, sums
from program.vocabulary import INDICATORS, Audience, Indicator, Kind


def indicator_of(measure: str, kind: Kind | None, audience: Audience | None) -> Indicator | None:
    """The indicator that has a target for such a count."""
    for indicator in INDICATORS.values():
        if (indicator.measure, indicator.kind, indicator.audience) == (measure, kind, audience):
            return indicator
    return None


def figures(analysis: Analysis, filters: Filters) -> list[dict[str, Any]]:
    """The objects of the `figures` contract for one view: activities and attendances by kind and
    audience, women by kind, schools reached, units reported, and the official indicators. Without a
    unit in the view: the city, then every unit expected or heard from."""
    wanted = [filters.unit]
    if filters.unit == CITY:
        start, end = span(filters)
        known = {u.code for q in (start, end) for u in units.reporting_units(q)}
        wanted += sorted(known | set(analysis.cube.units))
    return [figure for unit in wanted for figure in _unit_figures(analysis, filters.only(unit=unit))]


def _unit_figures(analysis: Analysis, view: Filters) -> list[dict[str, Any]]:
    block, heard, done = sums(analysis, view), reported(analysis, view), completeness(analysis, view)
    unsettled = provisional.sums(analysis, view)
    found = []
    for kind in [view.kind] if view.kind else KINDS:
        for measure in ("activities", "attendances"):
            for audience in [view.audience] if view.audience else (None, *AUDIENCES):
                value = known(block, measure, kind, audience) if heard else None
                indicator = indicator_of(measure, kind, audience) if view.delivery is None else None
                against = progress(analysis, indicator, view) if indicator else None
                found.append(_figure(measure, kind, audience, view, value, done, against))
                found[-1]["provisional"] = _part(unsettled, value, measure, kind, audience)
        if view.audience is None:
            value = known(block, "female", kind, None) if heard else None
            found.append(_figure("female", kind, None, view, value, done))
            found[-1]["provisional"] = _part(unsettled, value, "female", kind, None)
    if view.kind is None and view.audience is None and view.delivery is None:
        reached, denominator = schools_reached(analysis, view)
        found.append(
            _figure(
                "schools_reached",
                None,
                None,
                view,
                reached if denominator else None,
                done,
                denominator=denominator,
            )
        )
        found.append(
            _figure("units_reported", None, None, view, done.reported, done, denominator=done.expected)
        )
        for indicator in INDICATORS.values():
            if indicator.measure == "schools_share" or (
                indicator.measure == "supplied" and view.unit == CITY
            ):
                against = progress(analysis, indicator, view)
                found.append(
                    _figure(
                        indicator.code,
                        None,
                        None,
                        view,
                        _rounded(against.value),
                        done,
                        against,
                        against.denominator,
                    )
                )
    return found


def _part(
    block: np.ndarray, value: float | None, measure: str, kind: Kind, audience: Audience | None
) -> int | None:
    """How much of a value comes from files that wait for a reviewer; unknown where the value is."""
    return None if value is None else provisional.part(block, measure, kind, audience)


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
