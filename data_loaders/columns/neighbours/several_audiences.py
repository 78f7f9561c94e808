"""Columns whose heading counts several audiences together ("Số PH, HS tham gia"): of none of them alone."""

import re
from dataclasses import replace

from data_loaders.columns.words.heading import Heading
from data_loaders.values.people.audiences import find_audience, read_audiences
from data_loaders.values.people.children import CHILDREN
from program.text import fold
from program.vocabulary import Audience

_ASKED = ("attendances.?",)
_TOTAL = ("attendances_total",)


def audiences_together(headings: dict[int, Heading], paths: dict[int, tuple[str, ...]]) -> dict[int, Heading]:
    """The headings, with no audience where theirs are several. The one column of people of a table is all of them; beside
    others the audience is asked for."""
    several = {n for n, h in headings.items() if h.audience and not h.answered and _names_several(paths[n])}
    people = [
        n
        for n, h in headings.items()
        if h.fields[:1] == _TOTAL or h.fields[:1] == (f"attendances.{h.audience}",)
    ]
    found = dict(headings)
    for number in several:
        heading = headings[number]
        fields = heading.fields
        if number in people:
            fields = _TOTAL if len(people) == 1 else _ASKED
        found[number] = replace(heading, audience=None, fields=fields)
    return found


def _names_several(path: tuple[str, ...]) -> bool:
    """Whether the lowest header cell that names an audience names more than one."""
    lowest = next((text for text in reversed(path) if find_audience(text)), "")
    return len(set(read_audiences(lowest) or ())) > 1 or _children_too(lowest)


_COUNTED = re.compile(r"^(?:(?:tong|so|luot|luong|nguoi) )+")
# What stands between two audiences.
_JOINED = re.compile(r"\s*(?:[,/+&]|\b(?:và|va|cùng)\b)\s*", re.IGNORECASE)


def _children_too(text: str) -> bool:
    """Whether words name parents or teachers and beside them children of whom they do not say which ("Cha mẹ và trẻ
    em"); workers for children are one audience."""
    parts = [part for part in _JOINED.split(text) if part]
    unsaid = any(CHILDREN.match(_COUNTED.sub("", fold(part))) and not find_audience(part) for part in parts)
    return unsaid and {find_audience(part) for part in parts} <= {None, Audience.PARENTS, Audience.TEACHERS}
