"""Who sends which files: the layout, the library and the hand of each office, and its periods."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from program import units
from program.text import fold
from sample_data import story
from sample_data.hand import Hand


@dataclass(frozen=True)
class Habit:
    """A layout (`clean`, `titled`, `monthly`, `long`), the library that writes it, and the hand."""

    layout: str
    writer: str
    hand: Hand


@dataclass(frozen=True)
class Sending:
    """One file of one unit: its name, its unit, its days, the period in words, and how it is written."""

    name: str
    unit: str
    start: date
    end: date
    period: str
    habit: Habit


@dataclass(frozen=True)
class _Office:
    unit: str
    habit: Habit
    years: dict[str, Habit] = field(default_factory=dict)


_TITLED = Habit("titled", "openpyxl", Hand())
_LIEN_CHIEU = Hand(text_dates=True, text_thousands=True, kind_words=1, abbreviates=True)
_HOA_VANG = Hand(text_dates=True, kind_words=2, old_tone=True, blank_rows=True)
_CAM_LE = Hand(upper_headings=True, kind_words=1)

_DISTRICTS = (
    _Office("492", Habit("titled", "openpyxl", Hand(blank_rows=True))),
    _Office("491", Habit("monthly", "xlsxwriter", Hand(text_dates=True, kind_words=2))),
    _Office("493", Habit("clean", "openpyxl", Hand())),
    _Office(
        "494",
        Habit("clean", "xlsxwriter", Hand(abbreviates=True)),
        {"2022": Habit("clean", "ods", Hand(abbreviates=True))},
    ),
    _Office("490", Habit("titled", "xlsxwriter", _LIEN_CHIEU), {"2021": Habit("titled", "xls", _LIEN_CHIEU)}),
    _Office("495", Habit("monthly", "openpyxl", _CAM_LE)),
    _Office(
        "497",
        Habit("titled", "openpyxl", _HOA_VANG),
        {"2023": Habit("titled", "openpyxl", replace(_HOA_VANG, decomposed=True))},
    ),
)

_COMMUNES = {
    "20242": _TITLED,
    "20257": Habit("titled", "xlsxwriter", Hand(text_dates=True)),
    "20263": Habit("monthly", "openpyxl", Hand()),
    "20320": Habit("titled", "openpyxl", Hand(old_tone=True, kind_words=2)),
    "20305": Habit("monthly", "xlsxwriter", Hand(text_dates=True, upper_headings=True)),
}
_BY_TEMPLATE = Habit("clean", "xlsxwriter", Hand())
# These send a file each quarter.
_QUARTERLY = frozenset({"20263", "20194", "20332"})

_ORGANISATIONS = (
    _Office("SO-TTTT", Habit("titled", "openpyxl", Hand(kind_words=2))),
    _Office("SO-KHCN", Habit("clean", "openpyxl", Hand(text_dates=True))),
    _Office(
        "SO-GDDT",
        Habit("long", "openpyxl", Hand()),
        {"2023": Habit("long", "csv", Hand(text_dates=True, text_thousands=True))},
    ),
    _Office("CA-TP", Habit("clean", "xlsxwriter", Hand(kind_words=1, text_thousands=True, text_dates=True))),
    _Office("TD", Habit("titled", "xlsxwriter", Hand(kind_words=1))),
)
_FIRST_YEAR = {"SO-TTTT": 2021, "SO-KHCN": 2025, "SO-GDDT": 2022, "CA-TP": 2023, "TD": 2022}

_SUFFIX = {"openpyxl": "xlsx", "xlsxwriter": "xlsx", "xls": "xls", "ods": "ods", "csv": "csv"}


def _slug(unit: str) -> str:
    name = {"CA-TP": "Công an thành phố", "TD": "Thành đoàn"}.get(unit) or units.label(unit, with_type=True)
    if unit.startswith("SO-"):
        name = unit
    return fold(name).replace(" ", "-")


def _dates(start: date, end: date) -> str:
    return f"(từ ngày {start:%d/%m/%Y} đến ngày {end:%d/%m/%Y})"


def _districts() -> Iterator[Sending]:
    for office in _DISTRICTS:
        for span in story.SPANS:
            if span.tier != "district":
                continue
            words = {"2021": "7 tháng cuối năm 2021", "2025": "6 tháng đầu năm 2025"}
            period = words.get(span.year, f"Năm {span.year}")
            habit = office.years.get(span.year, office.habit)
            yield Sending(
                f"{_slug(office.unit)}-{span.year}.{_SUFFIX[habit.writer]}",
                office.unit,
                span.start,
                span.end,
                f"{period} {_dates(span.start, span.end)}",
                habit,
            )


def _communes() -> Iterator[Sending]:
    quarters = (
        ("quy-3-2025", "Quý III/2025", date(2025, 7, 1), date(2025, 9, 14)),
        ("quy-4-2025", "Quý IV/2025", date(2025, 9, 15), date(2025, 12, 31)),
    )
    whole = (("2025", "6 tháng cuối năm 2025", date(2025, 7, 1), date(2025, 12, 31)),)
    for unit in story.COMMUNES:
        if unit in story.SILENT_COMMUNES:
            continue
        habit = _COMMUNES.get(unit, _BY_TEMPLATE)
        for label, words, start, end in quarters if unit in _QUARTERLY else whole:
            name = f"{_slug(unit)}-{label}.{_SUFFIX[habit.writer]}"
            yield Sending(name, unit, start, end, f"{words} {_dates(start, end)}", habit)


def _organisations() -> Iterator[Sending]:
    for office in _ORGANISATIONS:
        last = 2025
        for year in range(_FIRST_YEAR[office.unit], last + 1):
            start, end = date(year - 1, 12, 15), date(year, 12, 14)
            if office.unit == "SO-TTTT" and year == 2025:
                end = date(2025, 2, 28)
            habit = office.years.get(str(year), office.habit)
            start = max(start, date(2021, 6, 1))
            yield Sending(
                f"{_slug(office.unit)}-{year}.{_SUFFIX[habit.writer]}",
                office.unit,
                start,
                end,
                f"Năm {year} {_dates(start, end)}",
                habit,
            )


def sendings() -> tuple[Sending, ...]:
    """All files that list activities one by one."""
    return (*_districts(), *_communes(), *_organisations())
