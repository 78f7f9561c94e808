"""From the values that a reader gives to cells."""

import datetime
import math
from collections.abc import Iterable
from itertools import islice, repeat
from typing import Any

from data_loaders.reading.grid import Cell, CellError

# Rows read together: enough to be quick, few enough to stay small.
_CHUNK = 2_000
_MIDNIGHT = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - a spreadsheet's times know no zone


def cells(row: Iterable[Any]) -> list[Cell]:
    """A row as calamine gives it, as cells: whole floats as ints, "" and blanks as None."""
    return [
        (int(value) if value.is_integer() else _fraction(value))
        if type(value) is float
        else ((None if value.isspace() else value) if value else None)
        if type(value) is str
        else _duration(value)
        if type(value) is datetime.timedelta
        else value
        for value in row
    ]


def grid(rows: Iterable[list[Any]]) -> list[list[Cell]]:
    """Equally long rows as calamine gives them, as rows of cells (the lists are changed): columns of one
    type are read at once."""
    found: list[list[Cell]] = []
    ahead = iter(rows)
    while chunk := list(islice(ahead, _CHUNK)):
        for i, values in enumerate(zip(*chunk, strict=True)):
            if (column := _column(values)) is not values:
                for row, value in zip(chunk, column, strict=True):
                    row[i] = value
        found += chunk
    return found


def _column(values: tuple[Any, ...]) -> Iterable[Cell]:
    types = set(map(type, values))
    if types == {float} and all(map(float.is_integer, values)):
        return map(int, values)
    if types == {str}:
        if not any(values):
            return repeat(None, len(values))
        if all(values) and not any(map(str.isspace, values)):
            return values
    return values if types == {datetime.datetime} else cells(values)


def cell(value: str | float | datetime.timedelta) -> Cell:
    """One value as a cell, by the same rules."""
    return cells((value,))[0]


def _fraction(value: float) -> Cell:
    return value if math.isfinite(value) else CellError("#NUM!")


def _duration(value: datetime.timedelta) -> Cell:
    """A time of day where it is one, else the number of days, as the spreadsheet itself keeps it."""
    if datetime.timedelta() <= value < datetime.timedelta(days=1):
        return (_MIDNIGHT + value).time()
    days = value / datetime.timedelta(days=1)
    return int(days) if days.is_integer() else days


def month_alone(value: Cell) -> Cell:
    """What a cell holds that shows a month alone: the month for its first day ("5/2023" typed, which a spreadsheet keeps
    as 1-5-2023), else the day that it is."""
    if isinstance(value, datetime.date) and value.day == 1:
        return f"Tháng {value.month}/{value.year}"
    return value
