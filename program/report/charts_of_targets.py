"""Charts of a report as values, what is drawn and never how: what was done against its targets."""

from itertools import pairwise

from locales.forms import day, number
from program import units
from program.measures.figures import Progress
from program.report.facts import Facts
from program.report.parts import Chart, Draw, Look, Series
from program.report.words import amount, full, inside
from program.shares import shown_share
from program.views.headline import share_of
from program.views.overview import Curve

_MOST_UNITS = 24
# All former districts; two bars each, in letters that the last row of a room reads.
_MOST_PAIRS_ON_SLIDE = 7
# A line through fewer months shows no course.
_LEAST_MONTHS = 4


def shares(f: Facts) -> Chart | None:
    """Per cent of each local target: done, and planned by the day. Bars of nothing alone are no chart: the sentence
    says it."""
    found = [p for p in f.overview.local if p.target and p.value is not None]
    ended = all(p.ended for p in found)
    if not found or (ended and not any(p.value for p in found)):
        return None
    behind = len(f.behind)
    title = (
        f"Cả {number(len(found))} chỉ tiêu {'đã đạt' if ended else 'theo kịp kế hoạch'}"
        if not behind
        else f"{number(behind)}/{number(len(found))} chỉ tiêu {'chưa đạt' if ended else 'chậm hơn kế hoạch'}"
    )
    series = [Series("Đã thực hiện", tuple(shown_share(p.value, p.target) for p in found), Look.MEASURED)]
    if not ended:
        planned = tuple(shown_share(p.expected, p.target) for p in found)
        series.append(Series(f"Kế hoạch đến {day(f.overview.local[0].as_of)}", planned, Look.PLAN))
    return Chart(
        "shares",
        title,
        "Phần trăm chỉ tiêu địa phương của kỳ",
        Draw.BARS,
        tuple(p.indicator.short_label for p in found),
        tuple(series),
        "%",
    )


def focus_by_unit(f: Facts, tier: str, *, on_slide: bool = False) -> Chart | None:
    """The indicator furthest behind, by unit of a tier: done and target; a silent unit has no bar."""
    if f.compared is None:
        return None
    p = f.compared
    found = [one for one in f.ranked.get(p.indicator.code, {}).get(tier, ()) if one.target]
    if not found:
        return None
    told = [one for one in found if one.value is not None]
    if not told:  # targets alone show nothing that was done
        return None
    unknown = " hoặc chưa rõ số" if any(one.value is None and one.heard for one in found) else ""
    behind = [one for one in told if (one.value or 0) < (one.target or 0)]
    worst = min(behind, key=lambda one: (one.value or 0) / (one.target or 1), default=None)
    title = (
        f"{full(worst.unit)} đạt thấp nhất, {share_of(worst)} chỉ tiêu"
        if worst
        else f"Các {'quận, huyện' if tier == 'districts' else 'phường, xã'} có báo cáo đều đạt chỉ tiêu"
    )
    shown = found[: _MOST_PAIRS_ON_SLIDE if on_slide else _MOST_UNITS]
    left = (
        f" (trong {number(len(found))} đơn vị, {number(len(shown))} đơn vị chậm nhất)"
        if found[len(shown) :]
        else ""
    )
    return Chart(
        f"units-{tier}",
        title,
        f"{p.indicator.short_label} theo đơn vị{left}, {p.indicator.counter}; để trống là chưa có báo cáo{unknown}",
        Draw.BARS,
        tuple(units.label(one.unit, with_type=True) for one in shown),
        (
            Series("Đã thực hiện", tuple(one.value for one in shown), Look.MEASURED),
            Series("Chỉ tiêu", tuple(_whole(one.target) for one in shown), Look.PLAN),
        ),
        p.indicator.counter,
    )


def _whole(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def curve(f: Facts) -> Chart | None:
    """The indicator furthest behind, month by month, beside its path. The series of the districts and that
    of the new units are two lines with a gap between them."""
    if f.overview.focus is None:
        return None
    found = f.overview.focus
    p = found.progress
    began = units.first_day(f.view.unit) or f.start
    points = [(day, value) for day, value in found.points if day >= began]
    if len(points) < _LEAST_MONTHS:
        return None
    days = [day for day, _ in points]
    before = tuple(value if day < units.BREAK else None for day, value in points)
    after = tuple(value if day >= units.BREAK else None for day, value in points)
    joined = any(v is not None for v in before) and any(v is not None for v in after)
    series = (
        [
            Series("Đã thực hiện đến 30-6-2025", before, Look.MEASURED),
            Series("Đã thực hiện từ 1-7-2025", after, Look.CONTEXT),
        ]
        if joined
        else [Series("Đã thực hiện", tuple(value for _, value in points), Look.MEASURED)]
    )
    series.append(Series("Kế hoạch", tuple(round(_path(found, d.toordinal()), 1) for d in days), Look.PLAN))
    gap = (p.expected or 0) - (p.value or 0)
    title = (
        f"{p.indicator.short_label}: {'thiếu' if p.ended else 'kém kế hoạch'} {amount(gap, p.indicator.counter)}"
        if gap > 0.5
        else f"{p.indicator.short_label}: {'đạt chỉ tiêu' if p.ended else 'theo kịp kế hoạch'}"
    )
    return Chart(
        "curve",
        title,
        f"Số {p.indicator.counter} cộng dồn theo tháng, {inside(f.view.unit)}",
        Draw.LINES,
        tuple(f"{d.month}/{d.year}" for d in days),
        tuple(series),
        p.indicator.counter,
    )


def _path(found: Curve, day: int) -> float:
    """The planned path between its corners."""
    corners = [(corner.toordinal(), value) for corner, value in found.path]
    if day <= corners[0][0]:
        return corners[0][1]
    for (left, low), (right, high) in pairwise(corners):
        if day <= right:
            return low + (high - low) * (day - left) / max(right - left, 1)
    return corners[-1][1]


def rates(found: tuple[Progress, ...]) -> Chart | None:
    """Of the indicators still to be reached: the rate of the last twelve months as per cent of the rate that
    is needed from now on, so that classes, sessions and attendances stand on one scale."""
    rows = [p for p in found if p.needed and p.recent is not None and not p.ended]
    if not rows:
        return None
    return Chart(
        "rates",
        "Nhịp 12 tháng qua so với nhịp cần từ nay",
        "Phần trăm của nhịp cần mỗi tháng; dưới 100 % là phải nhanh hơn",
        Draw.BARS,
        tuple(p.indicator.short_label for p in rows),
        (Series("Nhịp 12 tháng qua", tuple(shown_share(p.recent, p.needed) for p in rows), Look.MEASURED),),
        "%",
    )
