"""Names, amounts and states as words, made from results by rule; never typed."""

import re
from collections.abc import Iterable
from datetime import date

from charts import theme
from locales import forms
from locales.forms import NO_BREAK_SPACE, day, number
from locales.messages import language, t
from program import units
from program.conflicts.overlaps import Overlap
from program.measures.figures import Progress
from program.periods import Period
from program.schools.reach import met_without
from program.shares import per_cent_in_words
from program.text import lower_first
from program.views.overview import Seats
from program.vocabulary import KIND_COUNTERS, KIND_LABELS, LEVEL_LABELS, Kind, Level, Status

unit_inside = units.inside
listed = forms.listed
# What is over the limit of `listed`, where the names are those of units, or of quarters.
MORE_UNITS, MORE_QUARTERS = " và {n} đơn vị khác", " và {n} quý khác"
SLOW = (Status.NEEDS_ACCELERATION, Status.FAR_BEHIND, Status.NOT_MET)


def dated(code: str, on: date) -> str:
    """A unit's name with its type, and with its dates where it does not stand on a day: "Quận Hải Châu (đến
    30-6-2025)", "Phường Hải Châu (từ 1-7-2025)"."""
    found, name = units.unit(code), units.label(code, with_type=True)
    if found and found.valid_to and found.valid_to < on:
        return t("{unit} (đến {day})", unit=name, day=day(found.valid_to))
    began = units.first_day(code)
    return t("{unit} (từ {day})", unit=name, day=day(began)) if began and began > on else name


def count(seats: Seats) -> str:
    """How many activities, with their counter; said in words where nobody gave the number."""
    if seats.activities is None:
        return t("chưa rõ số {counter}", counter=t(KIND_COUNTERS[seats.kind]))
    return amount(seats.activities, KIND_COUNTERS[seats.kind])


def status_words(status: Status) -> str:
    """Shape and word: "▲ cần tăng tốc"."""
    return theme.said(status)


def status_markdown(status: Status) -> str:
    """Shape and word in the hue of the status, for Markdown."""
    return theme.markdown(status)


def name_of(p: Progress) -> str:
    """The short name of an indicator."""
    return t(p.indicator.short_label)


def amount(value: float, counter: str, digits: int = 0) -> str:
    """A figure with its unit, from which no line ends it: "143 lớp", "62,0 %"."""
    if counter == "%":
        return per_cent_in_words(value)
    return f"{number(value, digits)}{NO_BREAK_SPACE}{t(counter, n=number(value, digits))}"


def but_without(t1: Progress, levels: Iterable[tuple[Level, int]]) -> str:
    """What a met T1 says nothing of; `levels` as for `met_without`."""
    lacking = [lower_first(t(LEVEL_LABELS[level])) for level in met_without(t1, levels)]
    return t(" (chưa kể {levels})", levels=listed(lacking)) if lacking else ""


def period_name(period: Period) -> str:
    """A period for a heading."""
    return period.code if language() == "en" and period.grain != "programme" else period.label


def gap_words(gaps: tuple[tuple[str, Period], ...]) -> str:
    """Missing reports by unit: "huyện Hòa Vang (quý IV/2022)"; many of one unit are counted."""
    by_unit: dict[str, list[str]] = {}
    for code, quarter in gaps:
        by_unit.setdefault(code, []).append(period_name(quarter))
    named = []
    for code, quarters in by_unit.items():
        which = ", ".join(quarters) if len(quarters) <= 2 else t("{n} quý", n=number(len(quarters)))
        named.append(f"{unit_inside(code)} ({which})")
    return listed(named, 8, MORE_UNITS)


def overlap_words(found: tuple[Overlap, ...]) -> str:
    """Which summaries differ from the detailed list beside them: unit, kind, days, both counts."""
    return listed(
        [
            t(
                "{unit}, {kind}, {start} đến {end} (tổng hợp {summed}, chi tiết {listed})",
                unit=unit_inside(o.unit),
                kind=lower_first(t(KIND_LABELS[Kind(o.kind)])),
                start=day(o.start),
                end=day(o.end),
                summed=t("không ghi số") if o.summed is None else number(o.summed),
                listed=t("không ghi số") if o.listed is None else number(o.listed),
            )
            for o in found
        ]
    )


_MARKUP = str.maketrans({c: f"\\{c}" for c in "\\`*_{}[]()<>#+-.!|$~:&"})


# An address or the name of an icon is recognised after signs were taken as they are; a joiner of no
# width within it prevents that.
_RECOGNISED = re.compile(r":(?=//|material/)|www(?=\.)|@", re.IGNORECASE)
_WORD_JOINER = "\u2060"


def plain(text: str) -> str:
    """Words from a file as they are: no sign of them is taken for Markdown, no address becomes a link."""
    return _RECOGNISED.sub(rf"\g<0>{_WORD_JOINER}", " ".join(text.split())).translate(_MARKUP)
