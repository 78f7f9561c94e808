"""What a column of an unknown heading may hold, by its values."""

import re
from collections.abc import Collection, Iterable
from datetime import date

from data_loaders.columns.cells.values import fits
from data_loaders.columns.neighbours.not_reported import is_aside
from data_loaders.columns.words.heading import apart
from data_loaders.layout.around.context import Context
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.fault import Fault
from data_loaders.values.kinds import find_delivery
from program.text import fold

# So many values must be readable as those of a field; so many fields are named at most.
_ENOUGH = 0.8
_MOST = 3
_SMALL = 10
_CHILDREN = re.compile(r"\b(em|tre|chau|be|thieu nhi|nhi dong|thieu nien)\b")
_WOMEN = re.compile(r"\b(n|nu|phu nu|gioi|gai|chi em)\b")
_OF_CHILDREN = ("attendances.children_in_school", "attendances.children_out_of_school")
_DAYS = ("start_date", "end_date")
_WORDED = ("kind", "delivery", "audience", "unit", "level", "period")
_PLACES = {
    "ward": ("phuong ", "xa ", "thi tran ", "p "),
    "school": ("truong ", "tieu hoc ", "th ", "thcs ", "thpt ", "mam non "),
}


# What is no figure of the period, or is a part of another, or furniture of the form.
_PART = re.compile(r"\b(trong (do|so)|tr do|trd|chia ra)\b")
_FURNITURE = re.compile(
    r"\b(ma( so| truong| don vi| lop)?|ghi chu|minh chung|ho so|bao cao vien|giang vien|phu trach|kinh phi|thoi luong|so (tiet|gio|phut|trang))\b"
)
# Where people live or learn, and no body that holds something, no name of it and no day.
_LIVED_IN = re.compile(
    r"(ten |cac |so )*(thon|to|to dan pho|tdp|khu|khu dan cu|kdc|khu pho|khoi pho|khoi|khoi lop|lop|ap|lang|ban|xom|cum|cum dan cu|nhom)(?! chuc| chu)\b.*"
)
_PLACED = ("unit", "ward", "school", "level", "audience")


def guesses(heading: str, values: list[Cell], lacking: Collection[str], context: Context) -> tuple[str, ...]:
    """The fields that the values below a heading fit, of those that the table lacks and the heading may mean; the
    likeliest first."""
    folded = fold(heading)
    if is_aside(apart(heading)) or _PART.search(folded) or _FURNITURE.search(folded):
        return ()
    fields = _of_values(heading, values, context) if values else ()
    if _LIVED_IN.fullmatch(folded):
        fields = tuple(field for field in fields if field in _PLACED)
    if "attendances_total" in fields and _CHILDREN.search(folded):
        fields = (*_OF_CHILDREN, *fields)
    return tuple(field for field in fields if field in lacking)[:_MOST]


def _of_values(heading: str, values: list[Cell], context: Context) -> tuple[str, ...]:
    numbers = [n for n in map(read_count, values) if isinstance(n, int)]
    if len(numbers) >= _ENOUGH * len(values):
        if find_delivery(heading):
            # A part of all, by its form.
            return ()
        if all(2000 <= n <= 2100 for n in numbers):
            return ("period", "year")
        people = ("attendances_total", "female") if _WOMEN.search(fold(heading)) else ("attendances_total",)
        return (
            ("count", "value", *people)
            if max(numbers) <= _SMALL
            else ("attendances_total", "value", "count", *people[1:])
        )
    if _share(isinstance(v, date) for v in values) or fits("start_date", values, context) >= _ENOUGH:
        return _DAYS
    fitting = [(-fits(field, values, context), field) for field in _WORDED]
    named = [field for share, field in sorted(fitting, key=lambda one: one[0]) if -share >= _ENOUGH]
    if named:
        return tuple(named)
    texts = [fold(v) for v in values if isinstance(v, str)]
    for field, starts in _PLACES.items():
        if texts and _share(text.startswith(starts) for text in texts):
            return (field,)
    return ("title", "organiser") if _share(isinstance(read_count(v), Fault) for v in values) else ()


def _share(told: Iterable[bool]) -> bool:
    marks = list(told)
    return sum(marks) >= _ENOUGH * len(marks)
