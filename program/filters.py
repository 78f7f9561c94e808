"""What the reader asks to see: one set of filters for screens, addresses, CSV and commands."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from program import units
from program.periods import Calendar, Period, PeriodError, parse_period, programme
from program.vocabulary import Audience, Delivery, Kind

CITY = "city"
UNUSUAL = "unusual"
_YEARS = range(1900, 2101)
Word = TypeVar("Word", bound=StrEnum)


class Lacking(StrEnum):
    """What a row does not say: how many activities a group is, or the audience of some attendances."""

    COUNT = "count"
    AUDIENCE = "audience"


class RowState(StrEnum):
    """Whether a row is official, or provisional: its file waits for a reviewer or was returned
    (`program.reviewing.review`)."""

    OFFICIAL = "official"
    PROVISIONAL = "provisional"


class FilterError(ValueError):
    """A filter that cannot be understood; the message is a Vietnamese sentence for the reader."""


@dataclass(frozen=True)
class Filters:
    """One view. None means "all"; `unit` is `city` or a code; `as_of` None means the default day.

    `audience` keeps the activities that had this audience; `text` is searched in the words of a
    row without regard to accents. `unusual` keeps the rows of classes and sessions whose attendances for
    each of them lie outside `program.measures.sizes.PLAUSIBLE`; `lacking` those that do not
    say something; `since` those that count on that day or later; `state` those that are official, or
    provisional. All four are filters of rows, no figure knows them.
    """

    period: Period = programme()
    unit: str = CITY
    kind: Kind | None = None
    audience: Audience | None = None
    delivery: Delivery | None = None
    as_of: date | None = None
    text: str = ""
    unusual: bool = False
    lacking: Lacking | None = None
    since: date | None = None
    state: RowState | None = None

    @property
    def calendar(self) -> Calendar:
        return self.period.calendar

    def only(self, **changes: Any) -> "Filters":
        return replace(self, **changes)


def parse_filters(asked: Mapping[str, str]) -> Filters:
    """Filters from the names of the address and the commands: `period`, `calendar`, `unit`, `kind`,
    `audience`, `delivery`, `as_of`, `q`, `size` (`unusual`), `lacking`, `since`, `state`. Empty
    values mean "all".

    Raises FilterError with a sentence that names the wrong part.
    """
    value = {name: text.strip() for name, text in asked.items() if text and text.strip()}
    try:
        calendar = Calendar(value.get("calendar", "report"))
    except ValueError:
        raise FilterError(f"Không hiểu lịch “{value['calendar']}”; dùng report, civil hoặc school.") from None
    try:
        period = _period(value["period"], calendar) if "period" in value else programme(calendar)
    except PeriodError as error:
        raise FilterError(str(error)) from None
    unit = value.get("unit", CITY)
    if unit == units.CITY:
        unit = CITY
    if unit != CITY and units.unit(unit) is None:
        raise FilterError(f"Không có đơn vị nào mang mã “{unit}”.")
    as_of, since = _day(value.get("as_of")), _day(value.get("since"))
    size = value.get("size", "")
    if size not in ("", UNUSUAL):
        raise FilterError(f"Không hiểu quy mô “{size}”; dùng {UNUSUAL}.")
    return Filters(
        period=period,
        unit=unit,
        kind=_one_of(Kind, value.get("kind"), "loại hoạt động"),
        audience=_one_of(Audience, value.get("audience"), "đối tượng"),
        delivery=_one_of(Delivery, value.get("delivery"), "hình thức"),
        as_of=as_of,
        text=value.get("q", ""),
        unusual=size == UNUSUAL,
        lacking=_one_of(Lacking, value.get("lacking"), "phần còn thiếu"),
        since=since,
        state=_one_of(RowState, value.get("state"), "tình trạng duyệt"),
    )


def _period(code: str, calendar: Calendar) -> Period:
    # A code begins with its year; beyond those that Python has, there is no day to begin or end on.
    if code[:4].isdecimal() and int(code[:4]) not in _YEARS:
        raise PeriodError(f"Không có kỳ “{code}”; năm từ {_YEARS[0]} đến {_YEARS[-1]}.")
    return parse_period(code, calendar)


def _day(text: str | None) -> date | None:
    try:
        found = date.fromisoformat(text) if text else None
    except ValueError:
        raise FilterError(f"Không hiểu ngày “{text}”; viết năm-tháng-ngày, ví dụ 2024-06-30.") from None
    if found is not None and found.year not in _YEARS:
        raise FilterError(f"Không có ngày “{text}”; năm từ {_YEARS[0]} đến {_YEARS[-1]}.")
    return found


def _one_of(words: type[Word], value: str | None, what: str) -> Word | None:
    if value is None:
        return None
    try:
        return words(value)
    except ValueError:
        raise FilterError(f"Không hiểu {what} “{value}”; dùng một trong: {', '.join(words)}.") from None


def address(filters: Filters) -> dict[str, str]:
    """The filters as parameters of the address; what is at its default is left out."""
    default = Filters()
    asked = {
        "period": "" if filters.period.code == default.period.code else filters.period.code,
        "calendar": "" if filters.calendar == Calendar.REPORT else filters.calendar.value,
        "unit": "" if filters.unit == CITY else filters.unit,
        "kind": filters.kind or "",
        "audience": filters.audience or "",
        "delivery": filters.delivery or "",
        "as_of": filters.as_of.isoformat() if filters.as_of else "",
        "q": filters.text,
        "size": UNUSUAL if filters.unusual else "",
        "lacking": filters.lacking or "",
        "since": filters.since.isoformat() if filters.since else "",
        "state": filters.state or "",
    }
    return {name: str(value) for name, value in asked.items() if value}
