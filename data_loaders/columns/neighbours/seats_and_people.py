"""People counted twice side by side: as persons and as seats taken ("Số người | Số lượt"). Attendances are the seats."""

import re
from dataclasses import replace

from data_loaders.columns.words.heading import Heading
from program.text import fold

_TAKING_PART = r"(?: (?:tham (?:gia|du)|du|co mat))?"
_SEATS = re.compile(rf"(?:tong )?(?:so |sl )?luot(?: nguoi)?{_TAKING_PART}")
_PERSONS = re.compile(rf"(?:tong )?(?:so |sl )?(?:nguoi|hoc vien){_TAKING_PART}")


def seats_before_persons(
    headings: dict[int, Heading], paths: dict[int, tuple[str, ...]]
) -> dict[int, Heading]:
    """The headings, with no use for a column of persons that stands beside one of their seats below the same words."""
    beside = {
        (paths[n][:-1], h.fields[:1])
        for n, h in headings.items()
        if h.fields and _SEATS.fullmatch(fold(h.lowest))
    }
    found = dict(headings)
    for number, heading in headings.items():
        twice = (paths[number][:-1], heading.fields[:1]) in beside and not heading.answered
        if twice and _PERSONS.fullmatch(fold(heading.lowest)):
            found[number] = replace(heading, fields=("unused",))
    return found
