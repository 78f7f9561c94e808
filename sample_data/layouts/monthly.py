"""One sheet a month, each with its title; a month without activity says so, a silent one is missing."""

from dataclasses import replace
from datetime import date

from program.periods import Calendar, Period, periods
from program.vocabulary import Basis
from sample_data import story
from sample_data.hand import Hand
from sample_data.layouts import columns as c
from sample_data.layouts import parts
from sample_data.model import DEMO_NOTE, Activity, Cell, Sheet
from sample_data.offices import Sending

_WORDS = (
    "Trẻ em trong trường",
    "Trẻ em ngoài trường",
    "Cha mẹ",
    "Giáo viên",
    "Cộng tác viên trẻ em",
    "Cán bộ, đoàn thể",
    "Đối tượng khác",
)


def _end(activity: Activity, hand: Hand) -> Cell:
    return hand.day(activity.end if activity.end != activity.start else None)


def _columns() -> list[c.Column]:
    return [
        c.NUMBER,
        c.title("Tên hoạt động"),
        c.KIND,
        c.Column("Từ ngày", lambda a, h: h.day(a.start)),
        c.Column("Đến ngày", _end),
        c.DELIVERY,
        c.organiser("Đơn vị tổ chức"),
        c.ward("Địa bàn (phường/xã)"),
        c.school("Trường học"),
        *(c.attendances(audience, words) for audience, words in zip(c.AUDIENCES, _WORDS, strict=True)),
        c.total("Tổng lượt"),
    ]


def write(sending: Sending, activities: list[Activity]) -> tuple[list[Sheet], list[Activity]]:
    """The sheets, and what they say: months instead of quarters for a declaration of zero, no women."""
    sheets, said = [], []
    silent = [quarter for unit, quarter in story.SILENT if unit == sending.unit]
    held = [replace(a, female=None) for a in activities if a.basis == Basis.DETAIL]
    for month in periods("month", Calendar.REPORT, sending.start, sending.end):
        start, end = max(month.start, sending.start), min(month.end, sending.end)
        if any(quarter.contains(start) for quarter in silent):
            continue
        rows = [a for a in held if start <= a.start <= end] or [_nothing(sending.unit, start, end)]
        sheets.append(_sheet(sending, month, start, end, rows))
        said += rows
    return sheets, said


def _nothing(unit: str, start: date, end: date) -> Activity:
    return Activity(unit, None, "Không phát sinh", start, end, count=0, basis=Basis.DECLARED_ZERO)


def _sheet(sending: Sending, month: Period, start: date, end: date, activities: list[Activity]) -> Sheet:
    hand, shown = sending.habit.hand, _columns()
    number = int(month.code[5:])
    dates = f"(từ ngày {start:%d/%m/%Y} đến ngày {end:%d/%m/%Y})"
    rows = [
        [hand.text(parts.office_name(sending.unit).upper(), "title")],
        [hand.text(f"KẾT QUẢ THÁNG {number} NĂM {month.code[:4]} {dates}", "title")],
        [hand.text(parts.PROGRAMME, "body")],
        [hand.text(DEMO_NOTE, "note")],
        [],
        [hand.heading(column.heading) for column in shown],
    ]
    rows += [c.row(shown, a, hand, i) for i, a in enumerate(activities, 1)]
    if activities[0].basis == Basis.DETAIL:
        rows.append(parts.total_row(shown, activities, hand, 7, len(rows)))
    merges = [(row, 1, row, len(shown)) for row in (1, 2, 3, 4)]
    return Sheet(f"Tháng {number}", rows, merges, [column.width for column in shown])
