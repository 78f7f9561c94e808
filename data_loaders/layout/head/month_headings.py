"""Headings that are days: "T4/2023" typed above a column is kept as the first of April, or stays "4/2023";
"31/12/2022 | 31/12/2023" above figures of a register are the years that they tell of."""

import re
from dataclasses import replace
from datetime import date

from data_loaders.cells import cell_at, words
from data_loaders.columns.words.headings import read_part
from data_loaders.layout.grid_view import GridView
from data_loaders.reading.grid import Cell, Sheet
from data_loaders.values.amounts.numbers import bare
from program.text import fold

# Headings stand near the head of a sheet, two of them at least.
_SEARCHED, _FEWEST, _PARTS_OF_YEAR = 40, 2, 3
# What stands at the side of figures by month.
_SIDE = frozenset(
    [("unit",), ("ward",), ("audience",), ("kind",), ("title",), ("indicator",), ("organiser",), ("school",)]
)
_PARTS: tuple[tuple[re.Pattern[str], tuple[Cell, ...], str], ...] = (
    (re.compile(r"\b(theo|tung|cac|\d+) thang\b|\bthang (trong|cua) nam\b"), tuple(range(1, 13)), "Tháng"),
    (re.compile(r"\b(theo|tung|cac|\d) quy\b"), ("I", "II", "III", "IV"), "Quý"),
)
_MONTH = re.compile(r"\s*(0?[1-9]|1[0-2])\s?[/.-]\s?(20\d\d)\s*")
_NUMBER = re.compile(r"0?[1-9]|1[0-2]")
_DAY = re.compile(r"(?:so lieu |tinh |den |het |ngay |thoi diem |tai )*(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)")


def months_in_words(sheet: Sheet) -> Sheet:
    """The sheet with "Tháng 4/2023" in place of such a day, where one row of words holds several months in their order
    and figures stand below each of them; with "Năm 2023" where they are one day of several years."""
    found = {
        i: days
        for i in range(min(len(sheet.rows), _SEARCHED))
        if (days := _heading(sheet, i) or _counted(sheet, i))
    }
    if not found:
        return sheet
    rows = [
        [found[i].get(n, c) for n, c in enumerate(row)] if i in found else row
        for i, row in enumerate(sheet.rows)
    ]
    return replace(sheet, rows=rows)


def _heading(sheet: Sheet, index: int) -> dict[int, Cell]:
    """The words for the days of a row, by place; none where it heads no figures."""
    row = sheet.rows[index]
    days = {i: day for i, cell in enumerate(row) if (day := _day(cell))}
    if len(days) < _FEWEST or any(isinstance(cell, int | float) for cell in row):
        return {}
    below = next((r for r in sheet.rows[index + 1 : index + 4] if any(isinstance(c, int) for c in r)), [])
    if not all(i < len(below) and (below[i] is None or isinstance(below[i], int | str)) for i in days):
        return {}
    told = list(days.values())
    years, months = [d.year for d in told], [(d.year, d.month) for d in told]
    worded = any(isinstance(cell, str) and i not in days for i, cell in enumerate(row))
    written = all(isinstance(cell := row[i], str) and _MONTH.fullmatch(cell) for i in days)
    if not written and len({(d.day, d.month) for d in told}) == 1 and years == sorted(set(years)):
        return {i: f"Năm {day.year}" for i, day in days.items()}
    typed = written or all(isinstance(row[i], date) and day.day == 1 for i, day in days.items())
    if typed and worded and months == sorted(set(months)):
        return {i: f"Tháng {day.month}/{day.year}" for i, day in days.items()}
    return {}


def _counted(sheet: Sheet, index: int) -> dict[int, Cell]:
    """The words for months that are only counted (1, 2 … 12) and quarters (I … IV) beside other headings, where the
    lines above say what is told by month or by quarter, or the cell above the first is "Tháng" or "Quý"."""
    row = [int(c) if isinstance(c, str) and _NUMBER.fullmatch(c.strip()) else c for c in sheet.rows[index]]
    at = [i for i, cell in enumerate(row) if cell is not None]
    for part, numbers, name in _PARTS:
        places = [i for i in at if row[i] in numbers and not isinstance(row[i], bool)]
        told = [numbers.index(row[i]) + 1 for i in places]
        if len(told) < _FEWEST or told != [*range(told[0], told[0] + len(told))]:
            continue
        heads = [read_part(words(row[i])).fields[:1] for i in at if i not in places]
        if not heads or not all(heads) or not _SIDE.intersection(heads):
            continue
        above = (bare(words(cell)) for line in sheet.rows[:index] for cell in line if isinstance(cell, str))
        over = words(cell_at(sheet.rows[index - 1], places[0])) if index else ""
        if fold(over) == fold(name) or (len(told) >= _PARTS_OF_YEAR and any(map(part.search, above))):
            return {i: f"{name} {number}" for i, number in zip(places, told, strict=True)}
    return {}


def _day(cell: Cell) -> date | None:
    if isinstance(cell, date):
        return cell
    if isinstance(cell, str) and (month := _MONTH.fullmatch(cell)):
        return date(int(month[2]), int(month[1]), 1)
    if not isinstance(cell, str) or not (found := _DAY.fullmatch(bare(cell).strip())):
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def numbers_below(view: GridView, row: int) -> bool:
    """Whether a row holds nothing but 1, 2, 3… below "Tháng" or "Quý" and the blanks to the right of it."""
    at = [i for i, cell in enumerate(view.cells(row)) if cell is not None]
    above = view.cells(row - 1)
    if (
        len(at) < _FEWEST
        or [view.cells(row)[i] for i in at] != [*range(1, len(at) + 1)]
        or at[0] >= len(above)
    ):
        return False
    return fold(words(above[at[0]])) in ("thang", "quy") and all(
        i >= len(above) or above[i] in (None, above[at[0]]) for i in at[1:]
    )
