"""How well the values of a column fit a field."""

import re
from collections.abc import Callable

from data_loaders.cells import words
from data_loaders.layout.around.context import Context
from data_loaders.names.units import Era, resolve
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import read_count, read_value
from data_loaders.values.days.dates import Near, read_span
from data_loaders.values.days.periods import Span, find_period
from data_loaders.values.fault import Fault
from data_loaders.values.kinds import find_delivery, find_kind, find_level
from data_loaders.values.people.audiences import read_audiences, read_numbered
from program.text import fold


def fits(field: str, values: list[Cell], context: Context) -> float:
    """The share of values that a field can read; a half for fields that take any words."""
    name = field.split(".", maxsplit=1)[0]
    if name in ("start_date", "end_date"):
        near = Near(context.year, context.month)
        return sum(1 for value in values if _is_day(value, near)) / len(values)
    test = _TESTS.get(name)
    if test is None:
        return 0.5
    good = sum(1 for value in values if test(value))
    return good / len(values)


def _is_day(value: Cell, near: Near) -> bool:
    span = read_span(value, Near(near.year or 2023, near.month or 1))
    return span is None or (isinstance(span, Span) and (span.end - span.start).days < 32)


def _is_period(value: Cell) -> bool:
    if isinstance(value, int):
        return 2000 <= value <= 2100
    return isinstance(value, str) and find_period(value) is not None and not _is_day(value, Near())


def _is_number(value: Cell) -> bool:
    return not isinstance(read_count(value), Fault) and isinstance(value, int | float | str)


def is_unit(value: Cell) -> bool:
    """Whether a cell names a unit, one of several, or nearly one."""
    found = resolve(words(value), Era.UNKNOWN)
    return bool(found.code or found.ambiguous or found.suggestion)


def are_years(values: list[Cell]) -> bool:
    """Whether cells are nothing but years: "Nam" above them is no word for men."""
    return bool(values) and all(_YEAR.fullmatch(str(value)) for value in values)


_YEAR = re.compile(r"20\d\d")


# A district by its type, be it mistyped or of another city; "Quận đoàn" is a body.
_TYPED = re.compile(r"(ubnd )?(quan|huyen|thi xa) (?!doan\b|uy\b|hoi\b)\w+( \w+){0,3}")


def _is_text(value: Cell) -> bool:
    return isinstance(value, str) and isinstance(read_count(value), Fault)


_TESTS: dict[str, Callable[[Cell], bool]] = {
    "period": _is_period,
    "kind": lambda v: find_kind(words(v)) is not None,
    "delivery": lambda v: find_delivery(words(v)) is not None,
    "level": lambda v: find_level(words(v)) is not None,
    "audience": lambda v: isinstance(v, str) and bool(read_audiences(v) or read_numbered(v)),
    "unit": lambda v: is_unit(v) or bool(_TYPED.fullmatch(fold(words(v)))),
    "title": _is_text,
    "indicator": lambda v: _is_text(v) and isinstance(read_value(v), Fault),
    "count": _is_number,
    "value": lambda v: not isinstance(read_value(v), Fault),
    "attendances": _is_number,
    "attendances_total": _is_number,
}
