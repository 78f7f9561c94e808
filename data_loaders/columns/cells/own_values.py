"""Headings whose values say more than their words: parts of the day, periods, groups of inhabitants."""

import re
from dataclasses import replace

from data_loaders.cells import words
from data_loaders.columns.cells.sorts_of_cells import is_office
from data_loaders.columns.words.heading import Heading
from data_loaders.names.sorts_of_units import heads_bodies
from data_loaders.names.units import Era, resolve
from data_loaders.reading.grid import Cell
from data_loaders.values.days.periods import find_period
from data_loaders.values.indicators import find_authority
from data_loaders.values.people.audiences import find_audience
from program.text import fold

_COUNTING = ("count", "kind_measure")
_DOUBTED = ((), ("count",), ("kind_measure",), ("audience",), ("kind",), ("title",), ("indicator",))
_LOOKED_AT, _SHORT = 20, 4
_DAYTIME = re.compile(r"(buoi )?(sang|trua|chieu|toi|ca ngay|ca 2 buoi|sang va chieu|sang chieu)")
_AGES = re.compile(r"\b\d{1,2} tuoi\b|^(tong )?(so )?(dan so|nhan khau)\b")
# What may stand beside groups of inhabitants.
_BESIDE = ("value", "unit", "period", "origin")


def values_of_their_own(headings: dict[int, Heading], samples: dict[int, list[Cell]]) -> dict[int, Heading]:
    """Headings whose values say more than their words: "Buổi" above mornings and afternoons counts nothing;
    "Đối tượng" above ages tells groups of inhabitants, beside days the people of an activity; "Đoàn thể" above names
    of organisations tells who."""
    found = _organisations(_who_set(headings, samples), samples)
    headings = dict(found)
    firsts = [h.fields[0] for h in headings.values() if h.fields]
    dated = "start_date" in firsts
    listed = dated and "title" in firsts and firsts.count("kind_measure") == 1
    for number, heading in headings.items():
        if heading.fields == ("unused",) and fold(heading.text) == "thoi gian bao cao":
            if all(isinstance(v, str) and find_period(v) for v in samples[number]) and samples[number]:
                found[number] = replace(heading, fields=("period",))
            continue
        if heading.fields[:1] not in _DOUBTED or not samples[number]:
            continue
        texts = [fold(words(value)) for value in samples[number][:_LOOKED_AT]]
        counting = heading.fields[:1] and heading.fields[0] in _COUNTING
        if counting and all(map(_DAYTIME.fullmatch, texts)):
            found[number] = replace(heading, fields=("unused",))
        elif listed and heading.fields[:1] == ("kind_measure",) and all(map(str.isdecimal, texts)):
            # "Buổi" in a list of sessions with their days says how many a row is.
            found[number] = replace(heading, fields=("count",))
        elif not counting and not dated and _groups(heading, texts, headings):
            found[number] = replace(heading, fields=("group",))
    return found


def _who_set(headings: dict[int, Heading], samples: dict[int, list[Cell]]) -> dict[int, Heading]:
    """Beside indicators "Cấp" above "Quốc gia" and "Địa phương" tells who set them."""
    firsts = {h.fields[0] for h in headings.values() if h.fields}
    if "indicator" not in firsts or "authority" in firsts:
        return dict(headings)
    return {
        n: replace(h, fields=("authority",))
        if h.fields in ((), ("level",), ("unused",)) and samples[n] and all(map(_is_authority, samples[n]))
        else h
        for n, h in headings.items()
    }


def _organisations(headings: dict[int, Heading], samples: dict[int, list[Cell]]) -> dict[int, Heading]:
    return {
        n: replace(h, fields=("unit", "organiser"), audience=None)
        if heads_bodies(h.text) and samples[n] and all(map(is_office, samples[n]))
        else h
        for n, h in headings.items()
    }


def _is_authority(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell.split()) <= _SHORT and find_authority(cell) is not None


def _groups(heading: Heading, texts: list[str], headings: dict[int, Heading]) -> bool:
    """Whether cells are groups of inhabitants: ages in half of them, or, where nothing beside them speaks of activities, ages among
    audiences and the heads of units."""
    if sum(map(bool, map(_AGES.search, texts))) * 2 >= len(texts):
        return True
    beside = [h for h in headings.values() if h is not heading and h.fields]
    beside = [h for h in beside if h.fields[0] not in ("ordinal", "unused")]
    plain = all(
        (h.period or h.unit or h.fields[0] in _BESIDE or "value" in h.fields) and not h.kind for h in beside
    )
    told = [t for t in texts if not resolve(t, Era.UNKNOWN).code]
    return plain and any(map(_AGES.search, told)) and all(_AGES.search(t) or find_audience(t) for t in told)
