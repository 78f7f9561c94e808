"""Columns of labels of several sorts, of which one heads groups of the other: "Quận Hải Châu", below it "Tháng 9".

Whatever their heading says ("Nội dung", "Đơn vị", "Đơn vị/Tháng"), the labels of the rows in the groups tell what the
column holds; those of the groups are read as every row that heads a group is.
"""

import re
from dataclasses import replace
from itertools import pairwise

from data_loaders.cells import words
from data_loaders.columns.cells.contradicted import Headings, Values
from data_loaders.columns.cells.sorts_of_cells import is_audience, is_office, is_period
from data_loaders.layout.below.row_labels import LEADING
from data_loaders.names.units import Era, resolve
from data_loaders.reading.grid import Cell
from data_loaders.values.indicators import find_indicator
from data_loaders.values.kinds import find_kind, kind_of_title, names_only_kind
from program.text import fold

_OF_LABELS = ("", "unit", "organiser", "title", "indicator", "period", "kind", "kind_measure", "audience")
_OTHERS = {"title": ("period", "unit"), "organiser": ("unit",), "indicator": ("kind", "audience")}
# "Số lớp tập huấn" is what a row counts, not only of which kind it is.
_COUNTS = re.compile(r"(tong |tong so )?(so|sl)\b")
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d")
# "Quận Ngũ Hành Sơn, TP. Đà Nẵng" has as many words.
_FEWEST, _LONGEST = 3, 8


def under_groups(headings: Headings, values_of: Values) -> Headings:
    """The headings, with what the rows below those of groups are."""
    held = {heading.fields[0] for heading in headings.values() if heading.fields}
    found = dict(headings)
    for number, heading in headings.items():
        first = next(iter(heading.fields), "")
        # Names of indicators name kinds and audiences, and are of no other sort for that.
        named = first == "indicator" and all(
            isinstance(c, str) and find_indicator(c) for c in values_of[number]
        )
        sorts = _sorts(values_of[number], first) if first in _OF_LABELS and not named else []
        # Labels of one sort alone may be what the heading says, or what `contradicted` looks at; units organise too.
        known = {*heading.fields, *_OTHERS.get(first, ())}
        # "Gia đình số" below "Tên lớp" is its name; beside columns for each audience "Kỹ năng số cho giáo viên" is one too.
        by_audience = any(field.startswith("attendances.") for field in held)
        known |= {"audience"} if fold(heading.text).startswith("ten ") or by_audience else set()
        if sorts and sorts[-1] not in {*held, *(known if len(set(sorts)) == 1 else ())}:
            found[number] = replace(
                heading, fields=(sorts[-1],), audience=None, kind=None, period=None, unit=None, delivery=None
            )
    return found


def _sorts(cells: list[Cell], said: str) -> list[str]:
    """What each label is; nothing where one is of no sort, or where a sort is more frequent than the last, which is that
    of the rows in the groups. The headings of groups may be left out of `cells` already. "Khác" is of the sort that the
    heading says."""
    sorts: list[str] = []
    for cell in cells:
        if (sort := _sort(cell)) is None:
            return []
        other = sort == "audience" and said in ("kind", "title") and find_kind(words(cell))
        sorts.append("kind" if other else sort)
    told = len(sorts) >= _FEWEST and all(sorts.count(sort) <= sorts.count(sorts[-1]) for sort in set(sorts))
    # A group without sums may be left out before one that has them: its rows then come first.
    heads = all(sorts[-1] in pair for pair in pairwise(sorts))
    return sorts if told and (sorts[0] != sorts[-1] or heads) else []


def _sort(cell: Cell) -> str | None:
    if not isinstance(cell, str) or _DAY.match(words(cell)):
        return None
    text = LEADING.sub("", words(cell)).strip()
    if is_period(text):
        return "period"
    if fold(text) and names_only_kind(text) and not _COUNTS.match(fold(text)):
        return "kind"
    # "Q." and "H." may be the type of a unit.
    if _names_unit(text) or _names_unit(cell):
        return "unit"
    return "audience" if is_audience(text) and not is_office(text) else None


def _names_unit(text: str) -> bool:
    """Whether a label is the name of a unit, be it one that needs a type or a day to tell which."""
    if len(text.split()) > _LONGEST or any(sign.isdigit() for sign in text) or kind_of_title(text):
        return False
    found = resolve(text, Era.UNKNOWN)
    return bool(found.code or found.ambiguous)
