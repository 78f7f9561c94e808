"""The cells of a column of periods, read with its heading ("Tháng" over 5)."""

import re
from datetime import date

from data_loaders.cells import words
from data_loaders.columns.column import Column
from data_loaders.layout.below.group import Group
from data_loaders.reading.grid import Cell
from data_loaders.tables.findings import Findings
from data_loaders.values.days.periods import UNREAD, Words, find_period, is_whole_year, names_whole_year

# Below "Tháng" this is no May ("Tháng Năm 2023").
_YEAR = re.compile(r"\s*năm\s+20\d\d\s*", re.IGNORECASE)
_NO_YEAR = re.compile(r"\D*\d{1,2}\D+\d{1,2}\D*")
_SCHOOL_YEAR = re.compile(r"20\d\d\s*[-–/]\s*(20)?\d\d")


def phrase(column: Column, cell: Cell) -> str:
    """A period cell with its heading's word where it needs one: "Tháng" over 5 is "Tháng 5"."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"tháng {cell.month}/{cell.year}"
    text = words(cell)
    own = column.heading.lowest
    if _YEAR.fullmatch(text):
        return text
    if _SCHOOL_YEAR.fullmatch(text.strip()) and "năm học" in own.casefold():
        return f"năm học {text}"
    # "I/2024" below "Quý" names more than a year.
    part = own.casefold() in ("quý", "tháng") and own.casefold() not in text.casefold()
    joined = find_period(f"{own} {text}") if part else None
    return text if find_period(text) and not (joined and joined.grain != "year") else f"{own} {text}"


def as_words(column: Column, cell: Cell) -> Words | None:
    """The period a cell names."""
    if is_whole_year(cell):
        return Words("year", "", None)
    told = phrase(column, cell)
    found = find_period(told) if told else None
    less = ("year", UNREAD)
    if found and found.grain in less and isinstance(cell, str) and not names_whole_year(cell, found):
        return None
    return found


def heading_of(group: Group) -> tuple[int, int]:
    """Where the heading stands that names the days of a group."""
    return next((g for g in group.levels.values() if g.period is group.period), group).place


def year_told(cell: Cell, day: date, group: Group, findings: Findings) -> str:
    """Which year a day without its own ("14/9") is of, and the cell of the heading that says it; empty for others."""
    of_heading = group.period is not None and group.period.year == day.year
    if not of_heading or not isinstance(cell, str) or not _NO_YEAR.fullmatch(cell):
        return ""
    return f" {day.year} ở ô {findings.name(*heading_of(group))}"
