"""What sentences of a report claim: the figures behind them as words, and which shapes of words claim what."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from program import units
from program.conflicts.desk import Desk
from program.filters import CITY, Filters, parse_filters
from program.measures.analysis import Analysis, span
from program.measures.completeness import Completeness, completeness
from program.measures.figure_list import figures
from program.measures.figures import Progress, progress
from program.report.parts import Report
from program.reporting.timeliness import Cell, Sent, cells
from program.schools.reach import schools_view
from program.views.doubts import Doubts, doubts
from program.vocabulary import INDICATORS, LEVEL_LABELS, Kind

Figure = dict[str, Any]
Expected = dict[str, str | None]

STATES = {
    "met": "đã đạt", "on_track": "đúng tiến độ", "needs_acceleration": "cần tăng tốc", "far_behind": "chậm",
    "not_met": "chưa đạt", "not_assessable": "chưa đánh giá được",
}  # fmt: skip
BEHIND = ("needs_acceleration", "far_behind", "not_met")
COUNTED = {
    "lớp tập huấn": Kind.TRAINING_CLASS,
    "buổi truyền thông": Kind.COMMUNICATION_SESSION,
    "cuộc thi": Kind.CONTEST,
    "hoạt động khác": Kind.OTHER,
}


def exact(value: float | None) -> str:
    """Whole numbers as they are, others with one decimal."""
    return whole(value) if value is None or float(value).is_integer() else decimal(value)


def amount(value: float) -> str:
    """Small figures that are not whole keep a decimal."""
    return whole(value) if value >= 100 or abs(value - round(value)) < 0.05 else decimal(value)


def share(value: float | None, target: float | None) -> str:
    """Per cent of a target: whole, but never 100 before it is met nor 0 where something was done."""
    if value is None or not target:
        return "…"
    percent = 100 * value / target
    if value < target and round(percent) >= 100:
        return exact(int(percent * 10) / 10)
    return exact(max(round(percent, 1), 0.1)) if value > 0 and round(percent) == 0 else str(round(percent))


def whole(value: float | None) -> str:
    return "…" if value is None else f"{value:,.0f}".replace(",", ".")


def decimal(value: float) -> str:
    return f"{value:,.1f}".translate(str.maketrans(",.", ".,"))


def part(value: float, total: float) -> str:
    """One decimal; none and all without; never nothing of something, nor all of what is not whole."""
    percent = 100 * value / total
    return decimal(min(max(percent, 0.1), 99.9)) if 0 < value < total else whole(percent)


def day(value: date) -> str:
    return f"{value.day}-{value.month}-{value.year}"


def keyed(found: list[Figure]) -> dict[tuple[Any, ...], Figure]:
    """As `python -m exports figures --json` prints them, by what they measure."""
    printed = json.loads(json.dumps(found))
    return {(f["measure"], f["kind"], f["audience"], f["unit"]): f for f in printed}


def of(indicator: str) -> tuple[str, str | None, str | None]:
    """What the contract of `figures` calls an indicator."""
    found = INDICATORS[indicator]
    return (indicator, None, None) if found.kind is None else (found.measure, found.kind, found.audience)


@dataclass
class Told:
    """What may be said of a view: its figures, those of the whole programme and of the year before, completeness,
    registers, what waits."""

    analysis: Analysis
    view: Filters
    report: Report
    desk: Desk
    today: date

    @cached_property
    def by(self) -> dict[tuple[Any, ...], Figure]:
        return keyed(figures(self.analysis, self.view))

    @cached_property
    def ahead(self) -> Filters:
        return parse_filters({"unit": self.view.unit, "as_of": self.report.as_of.isoformat()})

    @cached_property
    def before(self) -> Filters:
        code, on = self.view.period.code, self.report.as_of
        year = "" if code == "all" else str(int(code[:4]) - 1) + code[4:]
        return parse_filters(
            {"unit": self.view.unit, "period": year, "as_of": on.replace(year=on.year - 1).isoformat()}
        )

    @cached_property
    def year_before(self) -> dict[tuple[Any, ...], Figure]:
        return {} if self.view.period.code == "all" else keyed(figures(self.analysis, self.before))

    @cached_property
    def done(self) -> Completeness:
        return completeness(self.analysis, self.view)

    @cached_property
    def doubts(self) -> Doubts:
        return doubts(self.analysis, self.view)

    @cached_property
    def levels(self) -> dict[str, Any]:
        found = schools_view(self.analysis, self.view)
        return {"": found.total} | {LEVEL_LABELS[level]: reach for level, reach in found.levels}

    @cached_property
    def late(self) -> list[Cell]:
        start, end = span(self.view)
        every = cells(self.analysis.arrivals, "quarter", self.view.as_of or self.today).values()
        own = (c for c in every if self.view.unit in (CITY, c.unit) and start <= c.campaign.window.end <= end)
        return [c for c in own if c.sent == Sent.LATE]

    @cached_property
    def focus(self) -> str:
        """The indicator by which units are held against each other."""
        found = (s.chart.subtitle for s in self.report.slides if s.chart and s.chart.code.startswith("units"))
        subtitle = next(found, "")
        return next((c for c, i in INDICATORS.items() if subtitle.startswith(i.short_label)), "")

    @cache  # noqa: B019
    def progress(self, code: str, unit: str, *, ahead: bool = False) -> Progress:
        view = self.ahead if ahead else self.view
        return progress(self.analysis, INDICATORS[code], view.only(unit=unit))

    def __hash__(self) -> int:
        return id(self)

    def figure(self, measure: str, kind: str | None = None, audience: str | None = None) -> Figure:
        return self.by[measure, kind, audience, self.view.unit]

    @cached_property
    def local(self) -> list[Figure]:
        """The figures that have a local target here."""
        found = (self.by[(*of(c), self.view.unit)] for c in INDICATORS if c.startswith("L-"))
        return [f for f in found if f["target"] is not None]


@dataclass
class Place:
    """Where a sentence stands, and the indicator that it speaks of."""

    told: Told
    where: str
    indicator: str

    @property
    def ahead(self) -> bool:
        """The third slide and section IV speak of the whole programme."""
        return self.where in ("slide 3", "IV")


Check = Callable[..., Expected]
CODES = {units.label(u.code, with_type=True)[1:]: u.code for u in units.all_units() if units.reports(u)}
CLAIMS: list[tuple[re.Pattern[str], Check]] = []
PLACES = {
    "ind": "|".join(re.escape(i.short_label[1:]) for c, i in INDICATORS.items() if c.startswith("L-")),
    "unit": "|".join(map(re.escape, sorted(CODES, key=len, reverse=True))),
    "level": "|".join(LEVEL_LABELS.values()),
    "kind": "|".join(COUNTED),
    "state": "|".join(STATES.values()),
    "since": r"\d+/\d{4}",
    "quarter": r"quý [IV]+/\d{4}",
}


def _pattern(words: str) -> re.Pattern[str]:
    """`{name}` is a figure; {day}, {end}, {from} a day; {c} any counter; others as in `PLACES`."""

    def place(found: re.Match[str]) -> str:
        name = found[1]
        if name == "c":
            return "(?:lớp|buổi|lượt)"
        if name in ("day", "end", "start"):
            return rf"(?P<{name}>\d{{1,2}}-\d{{1,2}}-\d{{4}})"
        if name in ("ind", "unit"):
            return rf"\w(?P<{name}>{PLACES[name]})"
        if name in PLACES:
            return rf"(?P<{name}>{PLACES[name]})"
        return rf"(?P<{name}>\d+(?:\.\d{{3}})*(?:,\d+)?)"

    return re.compile(r"(?<![\d.,/-])" * words.startswith("{") + re.sub(r"\{(\w+)\}", place, words))


def claim(*shapes: str) -> Callable[[Check], Check]:
    """What sentences of these shapes have to say; an expected None means that these words may not be there."""

    def keep(check: Check) -> Check:
        CLAIMS.extend((_pattern(shape), check) for shape in shapes)
        return check

    return keep
