"""Results as the rows that charts draw: names, figures with their units, shares, status."""

from collections.abc import Iterable
from typing import Literal

from charts.bars.audiences import AudienceRow
from charts.bars.bullets import BulletRow
from charts.curves.cumulative import Curve as DrawnCurve
from charts.curves.small_multiples import SmallRow
from charts.grids.heat import HeatColumn, HeatRow
from charts.maps.areas import AreaRow
from locales.forms import number
from locales.messages import t
from pages.parts.words import amount, name_of, period_name
from program import units
from program.filters import CITY
from program.measures.completeness import Completeness
from program.measures.figures import Progress
from program.periods import Period
from program.reporting.quarters import QUARTERS
from program.targets.progress import judge
from program.units import BREAK
from program.views.all_units import UnitsView
from program.views.by_quarter import NoNumber
from program.views.headline import lack_digits
from program.views.overview import Curve, LevelReach, Seats
from program.vocabulary import (
    AUDIENCE_LABELS,
    LEVEL_LABELS,
    PRIORITY_AUDIENCES,
    Authority,
    Kind,
    Level,
    Status,
)


def indicator_row(p: Progress) -> BulletRow:
    """An indicator of the city or of one unit."""
    return _row(p, name_of(p))


def unit_row(p: Progress, done: Completeness) -> BulletRow:
    """One indicator of one unit among others; a unit that owes reports says so beside its name."""
    name = units.label(p.unit, with_type=True)
    if p.value is not None and done.reports < done.due:
        name = t("{name} · {n}/{due} báo cáo", name=name, n=number(done.reports), due=number(done.due))
    return _row(p, name)


def _row(p: Progress, name: str) -> BulletRow:
    if p.value is None or not p.target:
        return BulletRow(name, _known_part(p), None, None, Status.NOT_ASSESSABLE, words=why_not(p))
    text = f"{number(p.value)}/{amount(p.target, p.indicator.counter, lack_digits(p))}"
    if p.source is not None:
        text = t("{n}/{all} trường hợp", n=number(p.numerator or 0), all=number(p.denominator or 0))
    elif p.denominator is not None:
        text = t("{n}/{all} trường", n=number(p.numerator or 0), all=number(p.denominator))
    expected = p.expected / p.target if p.expected is not None else None
    words = why_not(p) if p.status == Status.NOT_ASSESSABLE else ""
    return BulletRow(name, text, p.value / p.target, expected, p.status, words=words)


def _known_part(p: Progress) -> str:
    """The value where only the target is missing."""
    return amount(p.value, p.indicator.counter) if p.value is not None else ""


def why_not(p: Progress) -> str:
    """Why an indicator cannot be judged, in two or three words."""
    if p.indicator.measure == "supplied" and p.value is None:
        return t("chưa có số liệu") if p.source is None else t("không có trường hợp nào")
    if p.indicator.measure == "schools_share" and p.denominator is None:
        return t("chưa có mẫu số")
    if p.value is None:
        return t("chưa rõ số {counter}", counter=t(p.indicator.counter)) if p.heard else t("chưa báo cáo")
    if p.target:
        return t("chưa đến hạn")
    return t("chưa có mục tiêu") if p.indicator.authority == Authority.OFFICIAL else t("chưa có chỉ tiêu")


def level_rows(levels: tuple[LevelReach, ...], official: Progress) -> list[BulletRow]:
    """T1 by level of school, as parts of its row; a level without a register has no denominator."""
    rows = []
    expected = official.expected / 100 if official.expected is not None else None
    for reach in levels:
        name = t(LEVEL_LABELS[reach.level])
        if not reach.total:
            rows.append(BulletRow(name, "", None, None, Status.NOT_ASSESSABLE, t("chưa có mẫu số"), sub=True))
            continue
        share = reach.reached / reach.total
        text = t("{n}/{all} trường", n=number(reach.reached), all=number(reach.total))
        if reach.level == Level.FACILITY:
            text = t("{n}/{all} cơ sở", n=number(reach.reached), all=number(reach.total))
        rows.append(BulletRow(name, text, share, expected, level_status(share, official), sub=True))
    return rows


def level_status(share: float, official: Progress) -> Status:
    """The status of a part of T1 against the same path."""
    return judge(100 * share, official.target, official.expected, ended=official.ended)[0]


def audience_rows(seats: dict[Kind, Seats], heard: bool) -> tuple[list[AudienceRow], tuple[int, int]]:
    """Attendances by audience in classes and in sessions (None: no record says who came), and those not divided by
    audience; none where nothing was `heard`, since silence is no zero."""
    if not heard:
        return [], (0, 0)
    classes, sessions = seats[Kind.TRAINING_CLASS], seats[Kind.COMMUNICATION_SESSION]
    rows = [
        AudienceRow(t(label), classes.by_audience[a], sessions.by_audience[a], a in PRIORITY_AUDIENCES)
        for a, label in AUDIENCE_LABELS.items()
        # Nothing known of any audience: the groups that are asked for stand for all.
        if a in PRIORITY_AUDIENCES or any(held.by_audience[a] is not None for held in (classes, sessions))
    ]
    return rows, (classes.undivided, sessions.undivided)


def drawn(curve: Curve) -> DrawnCurve:
    """A curve ready to draw: its axis is the period, and it knows on which side of 1-7-2025 it lies."""
    p = curve.progress
    end = max((d for d, _ in curve.path), default=p.end)
    return DrawnCurve(
        # Without a report the value is not known: a line along the axis would be a zero that nobody reported.
        points=[] if p.value is None else list(curve.points),
        path=list(curve.path) if p.target else [],
        start=p.start,
        end=max(end, p.end),
        counter=t(p.indicator.counter),
        status=p.status,
        target=p.target,
        expected=p.expected,
        tier=_tier(p.unit),
        former=list(curve.former) if p.target else [],
        changed=p.changed_on,
    )


def _tier(code: str) -> Literal["old", "new", "both"]:
    found = units.unit(code) if code != CITY else None
    if found is None:
        return "both"
    if found.valid_to is not None and found.valid_to < BREAK:
        return "old"
    return "new" if found.valid_from is not None and found.valid_from >= BREAK else "both"


def area_row(p: Progress) -> AreaRow:
    """A unit on the map or the grid: how much of the plan to now it reached (of the target after its end)."""
    words = "" if p.pace is not None and p.status != Status.NOT_ASSESSABLE else why_not(p)
    return AreaRow(
        p.unit, units.label(p.unit), None if words else p.pace, p.status, words,
        p.value, "" if p.value is None else amount(p.value, p.indicator.counter),
    )  # fmt: skip


def heat_columns(quarters: Iterable[Period]) -> list[HeatColumn]:
    """Report quarters as the columns of a table of them."""
    return [HeatColumn(q.label.split("/")[0][4:], q.code[:4], period_name(q), q.end) for q in quarters]


def heat_rows(shown: UnitsView) -> tuple[list[HeatColumn], list[HeatRow]]:
    """The units' quarters: columns in order of time, units in the order of the ranking."""
    known = {code for _, code in shown.cells}
    quarters = [q for q in QUARTERS if q.code in known]
    columns, lines = heat_columns(quarters), []
    for p in shown.ranked:
        found = [shown.cells.get((p.unit, q.code)) for q in quarters]
        cells: list[float | NoNumber] = [NoNumber.NOT_DUE if value is None else value for value in found]
        done = shown.completeness[p.unit]
        lines.append(HeatRow(units.label(p.unit, with_type=True), cells, done.reports, done.due))
    return columns, lines


def small_rows(shown: UnitsView) -> list[SmallRow]:
    """The units' curves on one scale; the path ends where the unit's own target ends. A unit without a report and
    without a path has nothing to draw."""
    found = []
    for curve in shown.curves:
        p = curve.progress
        silent = p.value is None
        if silent and not p.target:
            continue
        found.append(
            SmallRow(
                units.label(p.unit, with_type=True),
                [] if silent else list(curve.points),
                [(max(d, p.start), value) for d, value in curve.path if d <= p.end] if p.target else [],
                p.expected,
                p.status,
                why_not(p) if p.status == Status.NOT_ASSESSABLE else "",
            )
        )
    return found
