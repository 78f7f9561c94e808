"""What is owed before a file is chosen: the first sentence of the page, of the units that the person reports for, or
of all for who sees every unit."""

from collections.abc import Collection, Iterable

from locales.forms import day, number
from locales.messages import t
from pages.parts.figures import results
from pages.parts.sentences.reporting import campaign_name
from pages.parts.words import listed, plain, unit_inside
from program import clock
from program.reporting.campaigns import OWN
from program.reporting.timeliness import DEADLINE_DAYS, Cell, Sent
from program.reporting.view import ReportingView
from program.text import sentence

# So many units are named; more are counted.
_NAMED = 3


def asked() -> str:
    """The sentence as Markdown for the person of this session, today, by the calendar of quarters and by campaigns
    of their own; empty where nothing was ever handed in."""
    if not results.analysis().freshness:
        return ""
    views = [results.reporting(grain, "", clock.today(), DEADLINE_DAYS) for grain in ("quarter", OWN)]
    return plain(finding(views, results.actor().units))


def finding(views: Iterable[ReportingView], own: Collection[str] | None) -> str:
    """Quận Hải Châu còn thiếu báo cáo quý II/2024, quá hạn 12 ngày. `views` are those of the rhythms that
    reports are asked for in; empty where nothing was ever asked of these units."""
    views = tuple(views)
    if own is None:
        return _of_all(views[0])
    cells = [c for view in views for c in view.cells.values() if c.unit in own]
    missing = sorted((c for c in cells if c.sent == Sent.MISSING), key=lambda c: c.deadline)
    if missing:
        return _missing(missing)
    waited = sorted((c for c in cells if c.sent in (Sent.NOT_DUE, Sent.OPEN)), key=lambda c: c.deadline)
    if waited:
        first = waited[0]
        return t(
            "{unit} đã nộp đủ; báo cáo tới: {period}, hạn {day}",
            unit=_who(cells), period=campaign_name(first.campaign), day=day(first.deadline),
        )  # fmt: skip
    return t("{unit} đã nộp đủ báo cáo", unit=_who(cells)) if cells else ""


def _who(cells: Collection[Cell]) -> str:
    names = list(dict.fromkeys(unit_inside(c.unit) for c in cells))
    return sentence(names[0]) if len(names) == 1 else t("{n} đơn vị", n=number(len(names)))


def _missing(missing: list[Cell]) -> str:
    """The oldest first; of one report how long it is overdue, of several which."""
    if len(missing) == 1:
        return t(
            "{unit} còn thiếu báo cáo {period}, quá hạn {n} ngày",
            unit=_who(missing), period=campaign_name(missing[0].campaign), n=number(missing[0].days or 0),
        )  # fmt: skip
    several = len({c.unit for c in missing}) > 1
    which = [
        f"{campaign_name(c.campaign)} ({unit_inside(c.unit)})" if several else campaign_name(c.campaign)
        for c in missing
    ]
    return t(
        "{unit} còn thiếu {n} báo cáo: {which}",
        unit=_who(missing),
        n=number(len(missing)),
        which=listed(which, 4),
    )


def _of_all(view: ReportingView) -> str:
    """The campaign that is due now, as on the page of reporting."""
    missing = [c for c in view.rows if c.sent == Sent.MISSING]
    if view.shown is None or not view.counts.expected:
        return ""
    name = campaign_name(view.shown)
    if not missing:
        return t("Không còn đơn vị nào thiếu báo cáo {period}", period=name)
    few = [unit_inside(c.unit) for c in missing]
    return t(
        "{units} còn thiếu báo cáo {period}, quá hạn {n} ngày",
        units=sentence(listed(few)) if len(few) <= _NAMED else t("{n} đơn vị", n=number(len(few))),
        period=name, n=number(missing[0].days or 0),
    )  # fmt: skip
