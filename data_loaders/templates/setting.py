"""For whom and for which days a template is made, and the names it offers."""

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from program import units
from program.contract import TableKind
from program.periods import PROGRAMME_END, PROGRAMME_START, Period
from program.text import collation_key, written_day
from program.units import BREAK, CITY, Unit

_TERRITORY = ("district", "commune")
ACTIVITY_KINDS = (TableKind.ACTIVITIES, TableKind.PARTICIPATION)
# Kinds that an organisation, and kinds that the city itself, can stand in as a unit.
_OF_OFFICES = (TableKind.TARGETS, TableKind.FOCAL_POINTS, TableKind.DIRECTIVES, TableKind.TASKS)
_OF_CITY = (TableKind.TARGETS, TableKind.POPULATION, TableKind.DIRECTIVES, TableKind.TASKS)
# Kinds that a department or mass organisation of the city compiles for many units.
_COMPILED = (TableKind.TARGETS, TableKind.SCHOOLS, TableKind.POPULATION)


class TemplateError(ValueError):
    """No such template can be made; the message is a Vietnamese sentence."""


@dataclass(frozen=True)
class Setting:
    """One template's unit, period and days.

    `start` and `end` are the days of the period on which both the programme and the unit exist.
    `offered` are the names of a unit column, empty where the title block names the one unit; `wards`
    those of a place column, empty where the unit is itself a ward.
    """

    kind: TableKind
    unit: str
    unit_name: str
    period: Period
    start: date
    end: date
    offered: tuple[str, ...] = ()
    wards: tuple[str, ...] = ()

    @property
    def of_territory(self) -> bool:
        """Whether its unit is a district or a commune, not a body of the city or the city."""
        return any(u.code == self.unit and u.level in _TERRITORY for u in units.all_units())


@lru_cache(maxsize=1024)
def setting(kind: TableKind, unit: str, period: Period) -> Setting:
    """The setting of a template. Raises TemplateError where the unit does not report or does not exist
    within the period, or the period lies outside the programme."""
    start, end = max(period.start, PROGRAMME_START), min(period.end, PROGRAMME_END)
    if start > end:
        raise TemplateError(
            f"Kỳ {period.label} nằm ngoài thời gian của Chương trình ({written_day(PROGRAMME_START)} đến {written_day(PROGRAMME_END)})."
        )
    if unit == CITY:
        if kind in ACTIVITY_KINDS:
            raise TemplateError(
                "Thành phố không có mẫu báo cáo hoạt động riêng; hãy chọn quận, huyện, phường, xã, sở, ngành hoặc đoàn thể."
            )
        wards = _wards(None, start, end) if kind == TableKind.SCHOOLS else ()
        return Setting(kind, unit, "Thành phố Đà Nẵng", period, start, end, _offered(kind, start, end), wards)
    known = [u for u in units.all_units() if u.code == unit and _reports(u)]
    if not known:
        raise TemplateError(f"Không có đơn vị báo cáo nào mang mã “{unit}”.")
    found = [u for u in known if u.valid_within(start, end)]
    if not found:
        raise TemplateError(
            f"{known[-1].name} không hoạt động trong {period.label}; hãy chọn kỳ khác hoặc đơn vị kế tiếp."
        )
    first = min(u.valid_from or start for u in found)
    last = max(u.valid_to or end for u in found)
    start, end = max(start, first), min(end, last)
    compiles = found[-1].level not in _TERRITORY and kind in _COMPILED
    offered = _offered(kind, start, end) if compiles else ()
    return Setting(kind, unit, found[-1].name, period, start, end, offered, _wards(found[-1], start, end))


def can_be_made(kind: TableKind, unit: str, period: Period) -> bool:
    """Whether there is such a template."""
    try:
        setting(kind, unit, period)
    except TemplateError:
        return False
    return True


@cache
def reporting_codes() -> tuple[str, ...]:
    """Codes of the units that a template can be made for: districts, then new wards and communes of the
    city's old territory, then organisations, then the other new communes."""
    found = [u for u in units.all_units() if _reports(u) and u.code not in units.HOANG_SA]
    order = {"district": 0, "commune": 1}
    found.sort(key=lambda u: (not u.in_old_city, order.get(u.level, 2), collation_key(u.short_name)))
    return tuple(dict.fromkeys(u.code for u in found))


def _new(unit: Unit) -> bool:
    return unit.valid_from is not None and unit.valid_from >= BREAK


def _reports(unit: Unit) -> bool:
    """Whether it reports to this city: a district of the former Quảng Nam did not."""
    return units.reports(unit) and (unit.in_old_city or _new(unit))


def _offered(kind: TableKind, start: date, end: date) -> tuple[str, ...]:
    """Names for a unit column: the city where it can stand as a unit, then territory, then organisations."""
    found = [u for u in units.all_units() if _reports(u) and u.valid_within(start, end)]
    territory = [u for u in found if u.level in _TERRITORY]
    territory.sort(key=lambda u: (not u.in_old_city, _new(u), collation_key(u.short_name)))
    city = ["Thành phố Đà Nẵng"] if kind in _OF_CITY else []
    others = [u for u in found if u not in territory and kind in _OF_OFFICES]
    return tuple(dict.fromkeys([*city, *(u.name for u in territory), *(u.name for u in others)]))


def _wards(unit: Unit | None, start: date, end: date) -> tuple[str, ...]:
    """Wards and communes of a unit on these days; those of the whole city for itself (None) and an organisation."""
    level = unit.level if unit else ""
    if level == "commune":
        return ()
    found = [
        u
        for u in units.all_units()
        if u.level == "commune"
        and u.valid_within(start, end)
        and (
            u.parent == unit.code and not _new(u)
            if unit and level == "district"
            else u.in_old_city or _new(u)
        )
    ]
    found.sort(key=lambda u: (not u.in_old_city, collation_key(u.short_name)))
    return tuple(dict.fromkeys(u.name for u in found))
