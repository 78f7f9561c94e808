"""Charts of a report as values, what is drawn and never how: what was done, for whom, and which reports came."""

from locales.forms import day, number
from program.report.facts import Facts
from program.report.parts import Chart, Draw, Look, Series
from program.report.words import full
from program.schools.reach import Reach
from program.vocabulary import AUDIENCE_LABELS, LEVEL_LABELS, PRIORITY_AUDIENCES, Kind

_MOST_ON_SLIDE = 12


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
