"""Headings of registers and summaries that the values below them decide: what is a unit, what is a figure."""

import re
from dataclasses import replace

from data_loaders.cells import words
from data_loaders.columns.cells.sorts_of_cells import all_values
from data_loaders.columns.column import is_figure_field
from data_loaders.columns.neighbours.children_counted import children_counted
from data_loaders.columns.words.heading import Heading
from data_loaders.layout.below.row_labels import LEADING
from data_loaders.names.units import Era, names_city, resolve
from data_loaders.reading.grid import Cell
from program import units
from program.text import fold
from program.vocabulary import Audience

Headings = dict[int, Heading]
Values = dict[int, list[Cell]]
# Of an activity the units beside it may as well be partners in it.
_OF_ACTIVITIES = frozenset(["title", "start_date", "kind", "name", "school"])
# Who helped is not who reports.
_PARTNERS = re.compile(r"\b(phoi hop|ho tro|tai tro|dong hanh|tham gia cung|giam sat|kiem tra|duoc moi)\b")


def by_figures(headings: Headings, samples: Values, children: Audience | None = None) -> Headings:
    """The headings, as their values say where their words do not; `children`: those of whom the words around the table
    speak."""
    counted = children_counted(_city_counted(headings, samples), samples, children)
    return _units_named(_set_beside_indicators(counted, samples), samples)


def _city_counted(headings: Headings, samples: Values) -> Headings:
    """ "Thành phố" above figures, beside units across, counts the whole city."""
    return {
        n: Heading(h.text, ("attendances_total", "count", "value"), unit=h.text)
        if h.fields[:1] == ("unit",) and names_city(h.text) and all_values(samples[n])
        else h
        for n, h in headings.items()
    }


def _set_beside_indicators(headings: Headings, samples: Values) -> Headings:
    """The one column of figures beside indicators is what is set for them, whatever it is called ("Mức đặt ra")."""
    told = {h.fields[0] for h in headings.values() if h.fields}
    if "indicator" not in told or any(map(is_figure_field, told)) or _across(headings):
        return headings
    found = [n for n, h in headings.items() if not h.fields and all_values(samples[n])]
    items = [n for n, h in headings.items() if h.fields[:1] == ("indicator",) and not all_values(samples[n])]
    return (
        {**headings, found[0]: replace(headings[found[0]], fields=("value",))}
        if len(found) == 1 and items
        else headings
    )


def _units_named(headings: Headings, samples: Values) -> Headings:
    """A column of unknown heading with nothing but units below it, beside figures of them, tells the units; so does one
    of who is to carry out what is set."""
    # "Buổi truyền thông" above figures names no activity.
    told = {
        h.fields[0]
        for n, h in headings.items()
        if h.fields and not (h.fields[0] == "title" and all_values(samples[n]))
    }
    counted = any(h.fields and all_values(samples[n]) for n, h in headings.items())
    set_ = "indicator" in told
    # What is set has a time as well.
    others = _OF_ACTIVITIES - {"start_date"} if set_ else _OF_ACTIVITIES
    if told & (others | {"unit"}) or not (counted or _across(headings)):
        return headings
    found = [
        n
        for n, h in headings.items()
        if (h.fields in ((), ("unused",)) or (set_ and h.fields == ("organiser",)))
        and not _PARTNERS.search(fold(h.text))
        and _all_units(samples[n])
    ]
    return (
        {**headings, found[0]: replace(headings[found[0]], fields=("unit",))} if len(found) == 1 else headings
    )


def _across(headings: Headings) -> bool:
    return any((h.period or h.unit) and h.fields for h in headings.values())


def _all_units(cells: list[Cell]) -> bool:
    """Whether all cells but the heads of groups ("I. Khối quận, huyện") are units."""
    told = [cell for cell in cells if not LEADING.match(words(cell))]
    return len(told) > 1 and all(map(_is_unit, told))


def _is_unit(cell: Cell) -> bool:
    """Whether a cell names a unit itself, not an old ward of one."""
    if not isinstance(cell, str):
        return False
    found = resolve(words(cell), Era.UNKNOWN)
    unit = units.unit(found.code) if found.code else None
    of_ward = unit and unit.level == "district" and fold(unit.short_name) not in fold(cell)
    return bool(found.code or found.ambiguous) and not of_ward
