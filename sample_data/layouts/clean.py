"""The clean template: a note, one header row, one row an activity."""

from sample_data.hand import Hand
from sample_data.layouts import columns as c
from sample_data.model import DEMO_NOTE, Activity, Cell, Sheet
from sample_data.offices import Sending


def write(sending: Sending, activities: list[Activity]) -> tuple[list[Sheet], list[Activity]]:
    """The sheets, and what they say."""
    shown = [
        c.UNIT,
        c.KIND,
        c.title("Tên hoạt động"),
        c.start("Ngày bắt đầu"),
        c.end("Ngày kết thúc"),
        c.DELIVERY,
        c.organiser("Đơn vị chủ trì"),
        c.ward("Phường/xã"),
        c.school("Trường/cơ sở"),
        c.COUNT,
        *(c.attendances(audience, words) for audience, words in c.FULL_WORDS.items()),
        c.total("Tổng lượt"),
        c.FEMALE,
        c.NOTE,
    ]
    hand = sending.habit.hand
    sheet = Sheet("Hoạt động", [_note(hand), [hand.heading(column.heading) for column in shown]])
    sheet.rows += [c.row(shown, a, hand, i) for i, a in enumerate(activities, 1)]
    sheet.widths = [column.width for column in shown]
    return [sheet], activities


def _note(hand: Hand) -> list[Cell]:
    return [hand.text(DEMO_NOTE, "note")]
