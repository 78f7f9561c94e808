"""Days of a list outside the period that its title or its sheet states: a slip in the year more often than not."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from data_loaders.columns.choice import Understood
from data_loaders.layout.around.context import Context
from data_loaders.tables.findings import Findings
from data_loaders.values.days.periods import Words, span_of
from program.contract import IssueCode
from program.periods import Calendar

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_PARTS = {"quarter": "quý {} năm {}", "half": "6 tháng {} năm {}", "month": "tháng {} năm {}"}
_ORDINALS = {"quarter": ("", "I", "II", "III", "IV"), "half": ("", "đầu", "cuối"), "month": range(13)}


def warn_of_days_outside(table: Understood, records: Sequence[Mapping[str, Any]], findings: Findings) -> None:
    """Write down the days of rows outside the stated period, where most of the others lie in it; all are counted as
    they stand. Where most lie outside, the title is the older one: it is said once of a year, else not at all."""
    column, stated = table.column("start_date"), _stated(table.context)
    if column is None or not stated:
        return
    view = table.block.view
    dated = [r for r in records if view.cell(r["source"]["row"], column.number) is not None]
    windows = [(first.isoformat(), last.isoformat()) for first, last in _windows(table.context, stated)]
    # What begins in the period or reaches into it is held in it.
    outside = [
        r
        for r in dated
        if not any(first <= r["end_date"] and r["start_date"] <= last for first, last in windows)
    ]
    if len(outside) * 2 > len(dated):
        outside = outside[:1] if all(words.grain == "year" for words in stated) else []
    for record in outside:
        row = record["source"]["row"]
        cell = view.cell(row, column.number)
        findings.add(IssueCode.DATE_OUTSIDE_PERIOD, row, column.number, cell, period=_named(stated))


def _stated(context: Context) -> tuple[Words, ...]:
    """The periods that the words around a table state; none where they name the programme or only the file's name
    tells a year."""
    if any(words.grain == "programme" for words in context.periods) or not _years(context):
        return ()
    return context.periods if context.year or all(words.year for words in context.periods) else ()


def _years(context: Context) -> set[int]:
    return {int(year) for year in _YEAR.findall(f"{context.text} {context.sheet}")}


def _windows(context: Context, stated: Sequence[Words]) -> list[tuple[date, date]]:
    """The days that the stated periods may mean, by the calendar of reports, the civil one and their own; other years
    that the words around name (of a document, a term) are allowed with all between."""
    years = _years(context) | {words.year for words in stated if words.year}
    meant = list(stated)
    if len(years) > 1:
        meant += [Words("year", "", year) for year in range(min(years), max(years) + 1)]
    found = []
    for words in meant:
        calendars = {words.calendar, *((Calendar.CIVIL, Calendar.REPORT) if words.days is None else ())}
        spans = [
            span
            for calendar in (calendars if words.calendar is not Calendar.SCHOOL else {words.calendar})
            if (span := span_of(replace(words, calendar=calendar), context.year, calendar is Calendar.CIVIL))
        ]
        if spans:
            found.append((min(s.start for s in spans), max(s.end for s in spans)))
    return found


def _named(stated: Sequence[Words]) -> str:
    words = stated[0]
    if words.calendar is Calendar.SCHOOL and words.year:
        return f"năm học {words.year}–{words.year + 1}"
    if words.grain == "year":
        return f"năm {words.year}"
    if words.grain in _PARTS:
        part = int(re.sub(r"\D", "", words.part))
        year = words.year or next((w.year for w in stated if w.year), "")
        return _PARTS[words.grain].format(_ORDINALS[words.grain][part], year).strip()
    return "kỳ"
