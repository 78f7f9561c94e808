"""Campaigns (kỳ báo cáo) that the focal agency sets: another due day for a window of the report calendar, or a
campaign of its own (Action Month, an ad hoc request) with its own days and units.

The windows of NĐ 09/2019/NĐ-CP are campaigns without anybody setting them (`program.reporting.timeliness`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from program import units
from program.periods import PROGRAMME_END, PROGRAMME_START, Calendar, Period, PeriodError, parse_period
from program.text import collation_key, written_day
from program.units import Unit
from program.vocabulary import Basis

OWN = "own"
_GRAINS = ("quarter", "half", "year")
# A due day further away than this is a slip of the year.
_LONGEST = timedelta(days=366)
_JUNE, _JULY = 6, 7


@dataclass(frozen=True)
class Asked:
    """What a campaign asks for. `code` is that of a window whose due day is set, or that of a campaign of
    its own ("own-3"; empty for a new one). `units` are codes; None for every unit of territory that is
    expected to report on the last day."""

    code: str
    name: str
    first: date
    last: date
    due: date
    units: tuple[str, ...] | None = None
    document: str | None = None


@dataclass(frozen=True)
class Stated:
    """What was set once, by whom and when. The latest word on a code that is not `undone` holds; `ended`
    says that the campaign is no more."""

    id: int
    asked: Asked
    by: str
    at: datetime
    ended: bool = False
    undone: bool = False

    @property
    def code(self) -> str:
        """The code of the window or of the campaign of its own."""
        return self.asked.code


def in_force(stated: Iterable[Stated]) -> dict[str, Stated]:
    """The word that holds on each code, in the order of the first day asked for; ended ones are left out."""
    latest = {one.code: one for one in sorted(stated, key=lambda s: s.id) if not one.undone}
    held = [one for one in latest.values() if not one.ended]
    return {one.code: one for one in sorted(held, key=lambda s: (s.asked.last, s.asked.first, s.id))}


def before(stated: Iterable[Stated], number: int) -> Stated | None:
    """The word on the same code that holds again once this one is undone, ended or not; None where there
    is none."""
    known = sorted((s for s in stated if not s.undone), key=lambda s: s.id)
    code = next((s.code for s in known if s.id == number), None)
    return next((s for s in reversed(known) if s.code == code and s.id < number), None)


def is_own(code: str) -> bool:
    """Whether a code is that of a campaign of its own, not of a window."""
    return code.startswith(f"{OWN}-")


def window_of(asked: Asked) -> Period:
    """The days that a campaign of its own asks for, as a period that is no part of a calendar."""
    return Period(asked.code, Calendar.CIVIL, OWN, asked.first, asked.last)


def owing(asked: Asked) -> tuple[Unit, ...]:
    """The units that owe the report, those of territory first, by name."""
    if asked.units is None:
        return units.reporting_units(asked.last)
    found = [one for code in asked.units if (one := units.unit(code, asked.last))]
    order = ("district", "commune", "department", "mass_organisation")
    return tuple(sorted(found, key=lambda u: (order.index(u.level), collation_key(u.short_name))))


def speaks_of(asked: Asked, basis: str, counted_on: date, start: date, end: date) -> bool:
    """Whether a record answers a campaign of its own, by the rule of quarters: it counts within the days, or
    as a summary or a declaration of zero it covers the day halfway through."""
    middle = asked.first + (asked.last - asked.first) // 2
    return asked.first <= counted_on <= asked.last or (basis != Basis.DETAIL and start <= middle <= end)


def action_month(year: int) -> Asked:
    """What is asked for on the Action Month for Children: June (Luật Trẻ em 2016, Điều 11), due before 20-7
    from a district to the city (Thông tư 28/2019/TT-BLĐTBXH, Điều 5). For wards and communes from 1-7-2025 on
    no text was found, so the day is only proposed."""
    june = date(year, _JUNE, 1), date(year, _JUNE, 30)
    return Asked("", f"Tháng hành động vì trẻ em {year}", *june, date(year, _JULY, 19))


def refusal(asked: Asked, held: Iterable[Stated] = ()) -> str | None:
    """Why a campaign cannot be set so beside those that hold: a sentence; None where it can."""
    if asked.code and not is_own(asked.code):
        return _refusal_of_window(asked)
    if not asked.name:
        return "Hãy ghi tên kỳ báo cáo."
    if not PROGRAMME_START <= asked.first <= asked.last <= PROGRAMME_END:
        return (
            f"Số liệu của kỳ {written_day(asked.first)} đến {written_day(asked.last)}: ngày đầu phải trước ngày cuối, cả hai từ "
            f"{written_day(PROGRAMME_START)} đến {written_day(PROGRAMME_END)}. Hãy sửa lại hai ngày."
        )
    wrong = [code for code in asked.units or () if not _may_owe(code, asked.last)]
    if wrong:
        names = ", ".join(units.label(code, with_type=True) for code in wrong[:3])
        return f"Vào ngày {written_day(asked.last)} không có đơn vị nộp báo cáo nào là {names}. Hãy bỏ khỏi danh sách."
    if asked.units == () or not owing(asked):
        return "Hãy chọn ít nhất một đơn vị phải nộp."
    if any(s.code != asked.code and is_own(s.code) and _same(s.asked, asked) for s in held):
        return f"Đã có kỳ “{asked.name}” với đúng những ngày này. Hãy sửa kỳ đó."
    return _refusal_of_due(asked)


def _refusal_of_window(asked: Asked) -> str | None:
    try:
        window = parse_period(asked.code)
    except PeriodError as error:
        return str(error)
    if window.grain not in _GRAINS or (window.start, window.end) != (asked.first, asked.last):
        return f"“{asked.code}” không phải là quý, 6 tháng hay năm báo cáo."
    return _refusal_of_due(asked)


def _refusal_of_due(asked: Asked) -> str | None:
    if asked.last <= asked.due <= asked.last + _LONGEST:
        return None
    return (
        f"Hạn nộp {written_day(asked.due)} phải từ ngày cuối của số liệu, {written_day(asked.last)}, và trong vòng một năm sau đó. "
        "Hãy sửa hạn nộp."
    )


def _may_owe(code: str, day: date) -> bool:
    found = units.unit(code, day)
    return found is not None and units.reports(found) and found.valid_on(day) and found.in_old_city


def _same(one: Asked, other: Asked) -> bool:
    return (one.name.casefold(), one.first, one.last) == (other.name.casefold(), other.first, other.last)
