"""The same days a year before, beside counts and for each unit; completeness of both where it differs."""

from collections.abc import Iterable

from charts import numbers
from charts.bars import paired
from charts.bars.paired import PairedRow
from locales.forms import day, number
from locales.messages import t
from pages.parts.figures import results
from pages.parts.shell import frame
from pages.parts.words import MORE_UNITS, amount, listed, period_name, unit_inside
from program import units
from program.filters import CITY, Filters
from program.measures.analysis import last_day
from program.measures.completeness import Completeness
from program.measures.last_year import Compared, Obstacle
from program.periods import PROGRAMME_START
from program.text import lower_first
from program.views.all_units import UnitsView
from program.vocabulary import INDICATORS, KIND_COUNTERS, Indicator, Kind


def change(found: Compared) -> str:
    """ "Tăng 12 so với cùng kỳ năm 2023 (81)"; empty where one side is unknown."""
    if found.difference is None:
        return ""
    earlier = found.view_before
    period = period_name(earlier.period)
    if last_day(earlier) < earlier.period.end:
        period = t("cùng kỳ {period}", period=period)
    words = {1: "tăng {n} so với {period} ({before})", -1: "giảm {n} so với {period} ({before})"}
    sign = (found.difference > 0) - (found.difference < 0)
    return t(
        words.get(sign, "bằng {period} ({before})"),
        n=number(abs(found.difference)), period=period, before=number(found.before or 0),
    )  # fmt: skip


def on_card(found: Compared | Obstacle, kind: Kind, view: Filters) -> str:
    """The line below a count; of the whole programme it tells the year that it compares. Empty where there
    is nothing to compare, none of a kind in either year included."""
    if isinstance(found, Obstacle) or found.value is None or found.difference is None:
        return ""
    if not found.value and not found.before:
        return ""
    if found.view.period == view.period:
        return change(found)
    value = amount(found.value, KIND_COUNTERS[kind])
    return t(
        "{period}: {value}, {change}",
        period=period_name(found.view.period),
        value=value,
        change=change(found),
    )


def once(found: Iterable[Compared | Obstacle]) -> str:
    """Said once for all counts: which days stand against which and on how many reports, or why none do."""
    first = next(iter(found))
    if isinstance(first, Obstacle):
        return obstacle_words(first)
    if first.difference is None:
        which = first.view if first.value is None else first.view_before
        return t(
            "Chưa so sánh được với năm trước: {period} chưa có báo cáo.", period=period_name(which.period)
        )
    words = t("So cùng kỳ: {now} với {before}", now=_days(first.view), before=_days(first.view_before))
    if _differ(first.done, first.done_before):
        words += ", " + t(
            "dựa trên {now} và {before} báo cáo quý",
            now=_reports(first.done),
            before=_reports(first.done_before),
        )
    words += "."
    if first.view.unit == CITY and first.view.period.start < units.BREAK <= last_day(first.view):
        words += " " + t("Từ {day} do phường, xã mới trên cùng địa bàn báo cáo.", day=day(units.BREAK))
    return words


def obstacle_words(why: Obstacle) -> str:
    """Why there is no year before."""
    if why == Obstacle.AHEAD:
        return t("Chưa so sánh được với năm trước: kỳ này chưa bắt đầu.")
    if why == Obstacle.NEW_UNIT:
        return t(
            "Chưa so sánh được với năm trước: phường, xã, đặc khu mới hoạt động từ {day}.",
            day=day(units.BREAK),
        )
    return t("Chưa so sánh được với năm trước: Chương trình bắt đầu ngày {day}.", day=day(PROGRAMME_START))


def possible(shown: UnitsView, code: str, view: Filters) -> bool:
    """Whether any unit has a year before to stand against."""
    return bool(results.units_last_year(code, tuple(p.unit for p in shown.ranked), view).rows)


def units_beside(shown: UnitsView, code: str, view: Filters) -> None:
    """Each unit's indicator this year and last year, on one scale; the largest fall first."""
    indicator = INDICATORS[code]
    found = results.units_last_year(code, tuple(p.unit for p in shown.ranked), view)
    if not found.rows:
        frame.head(
            t("So với cùng kỳ năm trước"),
            obstacle_words(next((why for _, why in found.without), Obstacle.AHEAD)),
        )
        return
    known = [(unit, row) for unit, row in found.rows if row.difference is not None]
    known.sort(key=lambda pair: pair[1].difference or 0)
    rest = [(unit, row) for unit, row in found.rows if row.difference is None]
    up = sum((row.difference or 0) > 0 for _, row in known)
    down = sum((row.difference or 0) < 0 for _, row in known)
    first = found.rows[0][1]
    finding = frame.head(
        t("{n} đơn vị tăng, {m} giảm so với cùng kỳ năm trước", n=up, m=down)
        if up and down
        else t("{n} đơn vị tăng, không đơn vị nào giảm so với cùng kỳ năm trước", n=up)
        if up
        else t("{n} đơn vị giảm, không đơn vị nào tăng so với cùng kỳ năm trước", n=down)
        if down
        else t("Không đơn vị nào tăng hay giảm so với cùng kỳ năm trước")
        if known
        else t("Chưa đơn vị nào so được với cùng kỳ năm trước"),
        t(
            "{name}: số {counter}, {now} so với {before}",
            name=t(indicator.short_label), counter=t(indicator.counter),
            now=_days(first.view), before=_days(first.view_before),
        ),
    )  # fmt: skip
    rows = [_row(units.label(unit, with_type=True), row, indicator.counter) for unit, row in (*known, *rest)]
    if all(row.value is None and row.before is None for _, row in found.rows):
        return
    years = (period_name(first.view.period), period_name(first.view_before.period))
    frame.chart(
        paired.paired(rows, years, frame.palette()),
        finding,
        paired.alt(rows, years),
        "last-year",
        lambda: numbers.of_paired(rows, years),
    )
    if found.without:
        names = listed([unit_inside(unit) for unit, _ in found.without], 20, MORE_UNITS)
        frame.note(f"{obstacle_words(found.without[0][1])} ({names})")


def one_unit(indicators: Iterable[Indicator], view: Filters) -> None:
    """What the one unit of a view held this year and last, by indicator that counts classes or sessions."""
    rows, found = [], None
    for indicator in indicators:
        for _, row in results.units_last_year(indicator.code, (view.unit,), view).rows:
            if indicator.measure == "activities" and (row.value or row.before):
                rows.append(_row(t(indicator.short_label), row, indicator.counter))
                found = row
    if found is None:
        return
    moved = [f"{row.name} {row.words}" for row in rows if row.now is not None and row.now != row.before]
    moved = [moved[0], *map(lower_first, moved[1:])] if moved else [t("Không tăng, không giảm")]
    finding = frame.head(
        t("{changes} so với cùng kỳ năm trước", changes=listed(moved)),
        t("Số lớp, số buổi, {now} so với {before}", now=_days(found.view), before=_days(found.view_before)),
        inner=True,
    )
    years = (period_name(found.view.period), period_name(found.view_before.period))
    frame.chart(
        paired.paired(rows, years, frame.palette()), finding, paired.alt(rows, years), "unit-last-year",
        lambda: numbers.of_paired(rows, years, t("Chỉ tiêu")),
    )  # fmt: skip


def _row(name: str, found: Compared, counter: str) -> PairedRow:
    words = []
    if found.difference is not None:
        sign = (found.difference > 0) - (found.difference < 0)
        text = {1: "tăng {change}", -1: "giảm {change}"}.get(sign, "bằng năm trước")
        words.append(t(text, change=amount(abs(found.difference), counter)))
    if _differ(found.done, found.done_before):
        words.append(
            t("báo cáo {now}, trước {before}", now=_reports(found.done), before=_reports(found.done_before))
        )
    return PairedRow(name, found.value, found.before, " · ".join(words))


def _days(view: Filters) -> str:
    return t("{start} đến {end}", start=day(view.period.start), end=day(last_day(view)))


def _differ(now: Completeness, before: Completeness) -> bool:
    """Whether the two years rest on different shares of the reports due."""
    return now.reports * before.due != before.reports * now.due


def _reports(done: Completeness) -> str:
    return f"{number(done.reports)}/{number(done.due)}"
