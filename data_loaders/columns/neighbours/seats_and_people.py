"""People counted twice side by side: as persons and as seats taken ("Số người | Số lượt"). Attendances are the seats."""

import re
from dataclasses import replace

from data_loaders.columns.words.heading import Heading
from program.text import fold

_SEATS = re.compile(r"\bluot\b")
_PERSONS = re.compile(r"\b(nguoi|hoc vien)\b")
# What the headings of both may say beside whom they count.
_MEASURES = re.compile(r"\b(tong|so|sl|luot|nguoi|hoc vien|tham gia|tham du|du|co mat|cua|duoc)\b|[^\w\s]")


def seats_before_persons(
    headings: dict[int, Heading], paths: dict[int, tuple[str, ...]]
) -> dict[int, Heading]:
    """The headings, with no use for a column of persons that stands beside one of their seats below the same words."""
    beside = {
        (paths[n][:-1], h.fields[:1], _whom(h))
        for n, h in headings.items()
        if h.fields and _SEATS.search(fold(h.lowest))
    }
    found = dict(headings)
    for number, heading in headings.items():
        whom, said = _whom(heading), fold(heading.lowest)
        twice = (paths[number][:-1], heading.fields[:1], whom) in beside and not heading.answered
        if twice and not _SEATS.search(said) and (whom or _PERSONS.search(said)):
            found[number] = replace(heading, fields=("unused",))
    return found


def _whom(heading: Heading) -> str:
    return " ".join(_MEASURES.sub(" ", fold(heading.lowest)).split())
