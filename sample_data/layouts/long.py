"""One audience a row: the audience is a column, as an export of a department's software gives it."""

from program.vocabulary import AUDIENCE_LABELS
from sample_data.hand import Hand
from sample_data.layouts import columns as c
from sample_data.model import DEMO_NOTE, Activity, Cell, Sheet
from sample_data.offices import Sending


def _audience(activity: Activity, hand: Hand) -> Cell:
    (audience,) = activity.attendances
    return hand.text(AUDIENCE_LABELS[audience])


def write(sending: Sending, activities: list[Activity]) -> tuple[list[Sheet], list[Activity]]:
    """The sheets, and what they say."""
    shown = [
        c.UNIT,
        c.KIND,
        c.title("Nội dung"),
        c.start("Ngày bắt đầu"),
        c.end("Ngày kết thúc"),
        c.DELIVERY,
        c.school("Trường/cơ sở"),
        c.ward("Phường/xã"),
        c.Column("Đối tượng", _audience, 24),
        c.total("Lượt tham gia"),
        c.FEMALE,
    ]
    hand = sending.habit.hand
    sheet = Sheet("DanhSach", [[hand.text(DEMO_NOTE, "note")], [hand.heading(x.heading) for x in shown]])
    sheet.rows += [c.row(shown, a, hand, i) for i, a in enumerate(activities, 1)]
    sheet.widths = [column.width for column in shown]
    return [sheet], activities
