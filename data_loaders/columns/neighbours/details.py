"""Columns that only tell more of what another column names ("Nội dung chi tiết" beside "Tên lớp")."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from data_loaders.cells import words
from data_loaders.columns.words.heading import Heading
from data_loaders.reading.grid import Cell
from data_loaders.values.kinds import names_only_kind
from program.text import fold

_DETAILS = re.compile(r"(noi dung|hoat dong) (chi tiet|cu the)|chi tiet (noi dung|hoat dong)")


def details_aside(headings: dict[int, Heading], samples: Mapping[int, Sequence[Cell]]) -> dict[int, Heading]:
    """The headings, with no use for details where another column holds the names of the activities, more than their kinds."""
    details = {n for n, h in headings.items() if _is_title(h) and _DETAILS.fullmatch(fold(h.text))}
    others = [n for n, h in headings.items() if n not in details and _is_title(h)]
    if not details or not any(_names(samples[n]) for n in others):
        return headings
    return {n: replace(h, fields=("unused",)) if n in details else h for n, h in headings.items()}


def _is_title(heading: Heading) -> bool:
    return heading.fields[:1] == ("title",) and not heading.answered


def _names(cells: Sequence[Cell]) -> bool:
    """Whether most cells are names of activities, all different."""
    named = [cell for cell in cells if isinstance(cell, str) and not names_only_kind(words(cell))]
    return len(named) * 2 > len(cells) and len(set(named)) == len(named)
