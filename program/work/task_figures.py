"""Tasks done of tasks passed on as objects of the `figures` contract, from the same register as the screen."""

from collections.abc import Iterable
from typing import Any

from program import units
from program.filters import CITY, Filters
from program.measures.analysis import span
from program.work.task_register import Line, Tally, register, tally
from program.work.tasks import Task

MEASURE = "tasks_done"


def figures(found: Iterable[Task], filters: Filters) -> list[dict[str, Any]]:
    """`tasks_done` of a view: tasks done (`value`) of tasks passed on (`denominator`), a local indicator without a
    target; for the city, which is the city itself and all units of its old territory, and each unit that should hand tasks in or has. None
    where a unit has handed in none. Nothing at all where no unit has, or where the view is of activities of some kind.

    A task is of the period in which it was passed on, else in which it is due; one with neither day is of the whole
    programme alone.
    """
    if filters.kind or filters.audience or filters.delivery or filters.unusual or filters.lacking:
        return []
    whole, (start, end) = filters.period.grain == "programme", span(filters)
    everything = tuple(found)
    if not everything or end < start:
        return []
    within = [one for one in everything if whole or (one.day is not None and start <= one.day <= end)]
    lines = register(within, end).lines
    silent = {line.unit for line in lines} - {one.unit for one in everything}
    if filters.unit != CITY:
        own = next((line for line in lines if line.unit == filters.unit), None)
        return [_unit(own, filters, silent)] if own else []
    owing = [line for line in lines if line.owes]
    heard = sum(line.unit not in silent for line in owing)
    total = tally((one for one in within if one.begun_by(end) and units.in_city(one.unit)), end)
    city = _figure(total if total.passed_on else None, filters, CITY, heard, len(owing))
    return [city, *(_unit(line, filters, silent) for line in sorted(lines, key=lambda line: line.unit))]


def _unit(line: Line, filters: Filters, silent: set[str]) -> dict[str, Any]:
    return _figure(line.tally, filters, line.unit, int(line.unit not in silent), 1)


def _figure(counted: Tally | None, filters: Filters, unit: str, heard: int, owing: int) -> dict[str, Any]:
    return {
        "measure": MEASURE,
        "kind": None,
        "audience": None,
        "unit": unit,
        "period": filters.period.code,
        "start_date": filters.period.start.isoformat(),
        "end_date": filters.period.end.isoformat(),
        "value": counted.done if counted else None,
        "indicator": None,
        "authority": None,
        "target": None,
        "expected": None,
        "pace": None,
        "status": None,
        "denominator": counted.passed_on if counted else None,
        "completeness": {"reported": heard, "expected": owing},
    }
