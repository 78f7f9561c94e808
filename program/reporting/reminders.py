"""A text for each unit that still owes a report of a campaign, or whose file has rows that wait: ready to paste
into a message or a letter. Vietnamese whatever the language of the screen, since units read it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from locales.forms import NO_BREAK_HYPHEN, day, number
from program import units
from program.contacts.contact import Details
from program.periods import Period
from program.report.words import inside, vietnamese
from program.reporting.timeliness import RECEIVED, Campaign, Cell, Sent
from program.text import enumerated


@dataclass(frozen=True)
class Waiting:
    """A file of a unit with rows that were not taken: how many findings keep them out, and when it came; or one
    that a reviewer returned, and on which day."""

    submission: int
    file_name: str
    errors: int
    day: date
    returned_on: date | None = None


@dataclass(frozen=True)
class Reminder:
    """What to send to one unit. `cell` says what it owes; `ended` is the unit's last day, where it stands no
    more: whoever took over its papers is asked."""

    unit: str
    cell: Cell
    subject: str
    text: str
    waiting: Waiting | None = None
    ended: date | None = None

    def asking(self, sentence: str) -> "Reminder":
        """The same with a sentence before its last paragraph."""
        head, close = self.text.rsplit("\n\n", 1)
        return replace(self, text=f"{head}\n\n{sentence}\n\n{close}") if sentence else self

    @property
    def owes(self) -> bool:
        """Whether the report itself is missing, not only rows of it."""
        return self.cell.sent not in RECEIVED


@vietnamese
def whom_to_ask(contacts: Mapping[str, Sequence[Details]], agency: str) -> str:
    """The sentence that names the contact of the focal agency (by its name) and the telephone; empty where that is
    not known."""
    codes = {unit.code for unit in units.all_units() if agency and unit.name == agency}
    known = [one for code in sorted(codes) for one in contacts.get(code, ()) if one.phone]
    named = [f"{one.name}, điện thoại {one.phone}" for one in known]
    return f"Cần hỏi, xin gọi {agency}: {enumerated(named)}." if named else ""


@vietnamese
def reminders(
    cells: Iterable[Cell], waiting: Mapping[str, Waiting], as_of: date, address: str | None
) -> tuple[Reminder, ...]:
    """A reminder for each unit that owes something on the as-of day, in the order of the cells. None for a
    report that came after that day, nor before its window has ended. `address` is that of the product; None
    where units cannot open it, so files are sent."""
    found = []
    for cell in cells:
        left = waiting.get(cell.unit)
        owes = cell.sent in (Sent.MISSING, Sent.NOT_DUE) and not cell.came_later
        if owes or (left is not None and cell.sent in RECEIVED):
            found.append(_reminder(cell, left, as_of, address))
    return tuple(found)


def _reminder(cell: Cell, left: Waiting | None, as_of: date, address: str | None) -> Reminder:
    owes = cell.sent not in RECEIVED
    unit = units.unit(cell.unit)
    ended = unit.valid_to if unit and unit.valid_to and unit.valid_to < as_of else None
    what = wanted(cell.campaign)
    parts = [_to(cell.unit, ended), _owed(cell, what, as_of) if owes else _thanks(cell, what)]
    if left is not None:
        parts.append(_rows(left, first=not owes))
    parts += [_how(address, zero=owes), _close(owes)]
    subject = f"{'Nhắc nộp' if owes else 'Đề nghị sửa'} {what}"
    return Reminder(cell.unit, cell, subject, _plain("\n\n".join(parts)), left, ended)


def wanted(campaign: Campaign) -> str:
    """What is asked for: "báo cáo kết quả Chương trình 830 quý II/2024"."""
    asked = campaign.stated.asked if campaign.stated else None
    if asked is not None and asked.code == campaign.window.code and campaign.window.grain == "own":
        return f"báo cáo {asked.name}"
    return f"báo cáo kết quả Chương trình 830 {campaign.window.label}"


def _to(unit: str, ended: date | None) -> str:
    if ended:
        return f"Kính gửi: Nơi tiếp nhận hồ sơ của {inside(unit)} (kết thúc hoạt động ngày {day(ended)})"
    return f"Kính gửi: Cán bộ đầu mối Chương trình 830 của {inside(unit)}"


def _owed(cell: Cell, what: str, as_of: date) -> str:
    window, document = cell.campaign.window, cell.campaign.stated and cell.campaign.stated.asked.document
    first, last = _days(cell.unit, window)
    span = f"số liệu từ ngày {day(first)} đến ngày {day(last)}"
    by = f" theo {document}" if document else ""
    lacking = ""
    if 0 < len(cell.gaps) < len(cell.campaign.quarters):
        lacking = f" Đơn vị đã gửi một phần, còn thiếu {enumerated([q.label for q in cell.gaps])}."
    if cell.sent == Sent.MISSING:
        return (
            f"Đến ngày {day(as_of)}, cơ quan đầu mối chưa nhận đủ {what} của {inside(cell.unit)} ({span}). "
            f"Hạn nộp{by} là ngày {day(cell.deadline)}, đã quá {number(cell.days or 0)} ngày.{lacking} "
            "Đề nghị đơn vị nộp trong thời gian sớm nhất."
        )
    rest = (cell.deadline - as_of).days
    left = f"còn {number(rest)} ngày" if rest else "hôm nay"
    return f"Đề nghị {inside(cell.unit)} nộp {what} ({span}) chậm nhất ngày {day(cell.deadline)}{by} ({left}).{lacking}"


def _days(code: str, window: Period) -> tuple[date, date]:
    """The days of a window on which a unit stood: a ward from 1-7-2025, a district until the day before."""
    first, unit = units.first_day(code), units.unit(code)
    last = unit.valid_to if unit else None
    return max(window.start, first or window.start), min(window.end, last or window.end)


def _thanks(cell: Cell, what: str) -> str:
    return f"Cơ quan đầu mối đã nhận {what} của {inside(cell.unit)}."


def _rows(left: Waiting, *, first: bool) -> str:
    also = "Tuy nhiên" if first else "Ngoài ra"
    if left.returned_on is not None:
        return (
            f"{also}, tệp “{left.file_name}” gửi ngày {day(left.day)} đã được trả lại để sửa ngày "
            f"{day(left.returned_on)}. Đề nghị đơn vị xem lời trả lại ở trang “Nộp báo cáo”, sửa các ô được nêu rồi nộp "
            "lại tệp."
        )
    return (
        f"{also}, tệp “{left.file_name}” gửi ngày {day(left.day)} còn {number(left.errors)} lỗi, các dòng có lỗi chưa "
        "được tính. Đề nghị đơn vị sửa những ô đã được chỉ ra rồi nộp lại tệp."
    )


def _how(address: str | None, *, zero: bool) -> str:
    text = "Cách nộp: gửi tệp Excel báo cáo của đơn vị cho cơ quan đầu mối."
    if address:
        text = f"Cách nộp: mở {address}, chọn “Nộp báo cáo”, rồi chọn tệp Excel của đơn vị; trang chỉ rõ ô nào cần sửa."
    if zero:
        text += " Nếu trong kỳ không có hoạt động nào, đề nghị vẫn nộp và ghi “Không phát sinh”."
    return text


def _close(owes: bool) -> str:
    sent = "Nếu đơn vị đã nộp, xin báo lại để đối chiếu. " if owes else ""
    return f"{sent}Trân trọng cảm ơn."


def _plain(text: str) -> str:
    """Signs that messages and letters keep: an ordinary hyphen and blank."""
    return text.replace(NO_BREAK_HYPHEN, "-").replace("\u00a0", " ")
