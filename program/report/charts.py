"""The charts of a report as values: what is drawn, never how."""

from itertools import pairwise

from locales.forms import day, number
from program import units
from program.measures.figures import Progress
from program.report.facts import Facts
from program.report.parts import Chart, Draw, Look, Series
from program.report.words import amount, full, inside
from program.schools.reach import Reach
from program.shares import shown_share
from program.views.headline import share_of
from program.views.overview import Curve
from program.vocabulary import AUDIENCE_LABELS, LEVEL_LABELS, PRIORITY_AUDIENCES, Kind

_MOST_UNITS = 24
_MOST_ON_SLIDE = 12
# All former districts; two bars each, in letters that the last row of a room reads.
_MOST_PAIRS_ON_SLIDE = 7
# A line through fewer months shows no course.
_LEAST_MONTHS = 4


def levels(f: Facts) -> Chart | None:
    """T1 by level: institutions with an activity in the periodic time, before it only, and never. None where T1 is
    not known: what an earlier unit did at these schools is no result of a silent one."""
    if f.overview.official[0].value is None:
        return None
    total = f.schools.total
    if not (found := [(LEVEL_LABELS[level], reach) for level, reach in f.schools.levels if reach.total]):
        return None
    return Chart(
        "levels",
        f"{number(total.recent)}/{number(total.total)} trường có hoạt động trong 12 tháng"
        + (f", {number(total.never)} trường chưa từng có" if total.never else ""),
        f"Số trường trong sổ theo cấp học, đến {day(f.schools.as_of)}",
        Draw.STACKED,
        tuple(name for name, _ in found),
        (
            Series("Có hoạt động trong 12 tháng", _of(found, "recent"), Look.MEASURED),
            Series("Chỉ có trước đó", tuple(float(r.ever - r.recent) for _, r in found), Look.CONTEXT),
            *([Series("Chưa từng có", _of(found, "never"), Look.PLAN)] if total.never else []),
        ),
        "trường",
    )


def _of(found: list[tuple[str, Reach]], what: str) -> tuple[float, ...]:
    return tuple(float(getattr(reach, what)) for _, reach in found)


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


def audiences(f: Facts) -> Chart | None:
    """Attendances by audience of classes and of sessions, never summed; the two groups of Công văn 2523 first."""
    kinds = (Kind.TRAINING_CLASS, Kind.COMMUNICATION_SESSION)
    classes, sessions = (f.overview.seats[kind] for kind in kinds)
    if not classes.total and not sessions.total:
        return None
    rows: list[tuple[str, int | None, int | None]] = [
        (label, classes.by_audience[code], sessions.by_audience[code])
        for code, label in AUDIENCE_LABELS.items()
        if classes.by_audience[code] or sessions.by_audience[code] or code in PRIORITY_AUDIENCES
    ]
    if classes.undivided or sessions.undivided:
        rows.append(("Chưa phân đối tượng", classes.undivided, sessions.undivided))
    return Chart(
        "audiences",
        "Lượt tham gia theo đối tượng",
        "Lượt tham gia, không phải số người; lớp và buổi không cộng chung",
        Draw.BARS,
        tuple(name for name, _, _ in rows),
        # Of whom nobody says how many came there is no bar: it would be a nought.
        tuple(
            Series(name, values, look)
            for name, look, seats, values in (
                ("Lớp tập huấn", Look.MEASURED, classes, tuple(n for _, n, _ in rows)),
                ("Buổi truyền thông", Look.CONTEXT, sessions, tuple(n for _, _, n in rows)),
            )
            if seats.total is not None
        ),
        "lượt",
    )


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


def reports(f: Facts) -> Chart | None:
    """Quarterly reports received and missing, by unit."""
    if not f.receipts:
        return None
    done = f.overview.completeness
    lacking: dict[str, int] = {}
    due: dict[str, int] = {}
    for cell in f.receipts:
        due[cell.unit] = due.get(cell.unit, 0) + 1
    for code, _ in done.gaps:
        lacking[code] = lacking.get(code, 0) + 1
    order = sorted(due, key=lambda code: (-lacking.get(code, 0), full(code)))[:_MOST_ON_SLIDE]
    missing = done.due - done.reports
    return Chart(
        "reports",
        f"Đã nhận {number(done.reports)}/{number(done.due)} báo cáo quý"
        + (f", còn thiếu {number(missing)}" if missing else ""),
        "Số báo cáo quý theo đơn vị"
        + (f", {number(len(order))} đơn vị thiếu nhiều nhất" if len(due) > len(order) else ""),
        Draw.STACKED,
        tuple(full(code) for code in order),
        (
            Series("Đã nhận", tuple(float(due[c] - lacking.get(c, 0)) for c in order), Look.MEASURED),
            Series("Còn thiếu", tuple(float(lacking.get(c, 0)) for c in order), Look.PLAN),
        ),
        "báo cáo",
    )
