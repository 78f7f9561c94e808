"""The official report: a title block, a head of two merged rows, numbering, total row, signatures."""

from datetime import timedelta

from sample_data import doubtful
from sample_data.hand import Hand
from sample_data.layouts import columns as c
from sample_data.layouts import parts
from sample_data.model import Activity, Cell, Sheet
from sample_data.offices import Sending

# Groups of the upper header row: heading, and how many columns it spans.
_TIME, _ATTENDANCES = "Thời gian", "Lượt tham gia"


def _columns() -> tuple[list[c.Column], list[tuple[str | None, int]]]:
    shown = [
        c.NUMBER,
        c.title("Nội dung hoạt động"),
        c.KIND,
        c.start("Từ ngày"),
        c.end("Đến ngày"),
        c.DELIVERY,
        c.organiser("Đơn vị chủ trì"),
        c.ward("Phường, xã"),
        c.school("Trường/cơ sở"),
        c.COUNT,
        *(c.attendances(audience, words) for audience, words in c.SHORT_WORDS.items()),
        c.total("Tổng số"),
        c.FEMALE,
        c.NOTE,
    ]
    alone: list[tuple[str | None, int]] = [(None, 1)]
    groups = [*alone * 3, (_TIME, 2), *alone * 5, (_ATTENDANCES, len(c.SHORT_WORDS) + 1), *alone * 2]
    return shown, groups


def write(sending: Sending, activities: list[Activity]) -> tuple[list[Sheet], list[Activity]]:
    """The sheets, and what they say."""
    hand = sending.habit.hand
    shown, groups = _columns()
    sent = sending.end + timedelta(days=6)
    number = 40 + sum(map(ord, sending.name)) % 160
    letter = f"(Kèm theo Công văn số {number}/BC ngày {sent:%d/%m/%Y} của {parts.office_name(sending.unit)})"
    rows, merges = parts.report_head(
        hand, sending.unit, "Biểu tổng hợp kết quả thực hiện", letter, sending.period, len(shown)
    )
    upper, lower = _head(hand, shown, groups, len(rows) + 1, merges)
    rows += [upper, lower, [Cell(f"({i})", "note") for i in range(1, len(shown) + 1)]]
    first = len(rows) + 1
    said = doubtful.listed(sending.name, activities)
    for i, activity in enumerate(said, 1):
        if hand.blank_rows and i % 17 == 0:
            rows.append([])
        rows.append(c.row(shown, activity, hand, i))
    rows.append(parts.total_row(shown, activities, hand, first, len(rows)))
    rows += parts.signatures(hand, len(shown), parts.signatory(sending.unit))
    return [Sheet("Biểu 01", rows, merges, [column.width for column in shown])], said


def _head(
    hand: Hand,
    shown: list[c.Column],
    groups: list[tuple[str | None, int]],
    top: int,
    merges: list[parts.Merge],
) -> tuple[list[Cell], list[Cell]]:
    """The two header rows; single headings are merged downwards, group headings across."""
    upper: list[Cell] = []
    lower: list[Cell] = []
    for group, span in groups:
        at = len(upper)
        if group is None:
            upper.append(hand.heading(shown[at].heading))
            lower.append(Cell(None, "head"))
            merges.append((top, at + 1, top + 1, at + 1))
        else:
            upper += [hand.heading(group)] + [Cell(None, "head")] * (span - 1)
            lower += [hand.heading(column.heading) for column in shown[at : at + span]]
            merges.append((top, at + 1, top, at + span))
    return upper, lower
