"""Who has reported and when, as sentences and as rows of tables; made from results by rule."""

import re

from charts.grids.calendar import CalendarRow
from charts.grids.heat import HeatColumn
from charts.grids.sent_words import said
from exports.as_csv.table import Cell as TableCell
from locales.forms import day, number
from locales.messages import language, t
from pages.parts.words import MORE_QUARTERS, MORE_UNITS, listed, period_name, unit_inside
from program import units
from program.periods import Period
from program.reporting.campaigns import OWN
from program.reporting.tally import tally
from program.reporting.timeliness import RECEIVED, SENT_LABELS, Campaign, Cell, Sent
from program.reporting.view import ReportingView
from program.shares import per_cent_in_words
from program.text import fold, sentence

_PARTS = ("I", "II", "III", "IV")
Line = dict[str, TableCell]


def headline(view: ReportingView) -> str:
    """Quý II/2024: 6 trong 7 đơn vị đã nộp, 1 nộp muộn 12 ngày; huyện Hòa Vang chưa nộp, quá hạn 45 ngày."""
    if view.shown is None:
        return t("Chưa có kỳ báo cáo nào kết thúc tính đến {day}.", day=day(view.as_of))
    counts = view.counts
    if not counts.expected:
        text = t("kỳ chưa kết thúc, hạn nộp {day}", day=day(view.shown.deadline(view.deadline_days)))
    elif counts.received == counts.expected:
        text = t("cả {n} đơn vị đã nộp", n=number(counts.expected))
    elif counts.received:
        text = t("{have} trong {n} đơn vị đã nộp", have=number(counts.received), n=number(counts.expected))
    else:
        text = t("chưa đơn vị nào trong {n} đơn vị nộp", n=number(counts.expected))
    late = [c.days or 0 for c in view.rows if c.sent == Sent.LATE]
    if len(late) == 1:
        text += ", " + t("1 nộp muộn {n} ngày", n=number(late[0]))
    elif late:
        text += ", " + t("{m} nộp muộn, lâu nhất {n} ngày", m=number(len(late)), n=number(max(late)))
    if unknown := counts.parts[Sent.DAY_UNKNOWN]:
        text += ", " + t("{n} không rõ ngày nhận", n=number(unknown))
    missing = [c for c in view.rows if c.sent == Sent.MISSING]
    # Who begins to use an empty store lacks every report; nobody is told by that to be years late.
    if missing and view.freshness:
        text += "; " + t(
            "{units} chưa nộp, quá hạn {n} ngày", units=_names(missing), n=number(missing[0].days or 0)
        )
    waited = [c for c in view.rows if c.sent == Sent.NOT_DUE]
    if waited:
        text += "; " + t("{units} chưa nộp, hạn {day}", units=_names(waited), day=day(waited[0].deadline))
    return f"{sentence(campaign_name(view.shown))}: {text}."


def campaign_name(campaign: Campaign) -> str:
    """A campaign for a heading: its window, or the name of one of its own; not yet Markdown."""
    if campaign.window.grain == OWN and campaign.stated:
        return campaign.stated.asked.name
    return period_name(campaign.window)


def file_code(campaign: Campaign) -> str:
    """A campaign within the name of a file."""
    if campaign.window.grain == OWN:
        return "-".join(part for part in re.split(r"[^a-z0-9]+", fold(campaign_name(campaign))) if part)
    return campaign.window.code


def noted(campaign: Campaign) -> str:
    """A campaign as the log has it: the code of its window, or the name of one of its own."""
    return campaign_name(campaign) if campaign.window.grain == OWN else campaign.window.code


def due(view: ReportingView) -> str:
    """Until when, and by what, where a day was set for this campaign."""
    if view.shown is None:
        return ""
    last, said = view.shown.deadline(view.deadline_days), view.shown.stated
    if said is None:
        return t("Hạn nộp {day}; đơn vị chưa nộp đứng đầu", day=day(last))
    by = said.asked.document or t("do cơ quan đầu mối đặt")
    return t("Hạn nộp {day} ({by}); đơn vị chưa nộp đứng đầu", day=day(last), by=by)


def _names(found: list[Cell]) -> str:
    return listed([unit_inside(c.unit) for c in found], more=MORE_UNITS)


def whole(view: ReportingView) -> str:
    """All campaigns that ended, by what became of them; the percentages make up 100."""
    counts, shares = view.whole, view.whole.percentages()
    parts = [
        t(
            "{n} {state} ({share})",
            n=number(counts.parts[s]),
            state=t(SENT_LABELS[s]),
            share=per_cent_in_words(shares[s]),
        )
        for s in (*RECEIVED, Sent.MISSING, Sent.NOT_DUE)
        if counts.parts[s]
    ]
    if not parts:
        return ""
    text = t(
        "Mọi kỳ đến {day}: nhận **{have}/{all} báo cáo**; {parts}.",
        day=day(view.as_of), have=number(counts.received), all=number(counts.expected), parts=", ".join(parts),
    )  # fmt: skip
    if counts.declared_zero:
        text += " " + t("Trong số đã nhận, {n} báo cáo không phát sinh.", n=number(counts.declared_zero))
    if counts.came_later:
        text += " " + t("{n} báo cáo nữa đến sau ngày này.", n=number(counts.came_later))
    return text


def rule(view: ReportingView) -> str:
    """Where windows and deadlines come from."""
    told = t(
        "Kỳ báo cáo theo NĐ 09/2019/NĐ-CP. Không tìm thấy văn bản định hạn nộp báo cáo Chương trình 830: hạn "
        "{n} ngày sau khi kỳ kết thúc là thiết lập của thành phố, ít nhất là ngày làm việc đầu tiên sau ngày chốt số "
        "liệu (NĐ 09/2019/NĐ-CP, Điều 8 khoản 5 điểm b). Tính theo lần nhận đầu tiên, nộp lại không đổi ngày. Báo cáo "
        "đến trước khi có hệ thống mà không ghi ngày nhận thì không tính là đúng hạn hay muộn.",
        n=number(view.deadline_days),
    )
    return f"{told} {t('Kỳ mà cơ quan đầu mối đã đặt hạn riêng thì theo hạn đó.')}"


def columns(view: ReportingView, tier: str) -> list[HeatColumn]:
    """The campaigns that a tier of units owes as columns: quarters and halves under their year."""
    return [
        HeatColumn(*_heading(c.window), period_name(c.window), c.window.end)
        for c in view.campaigns
        if c.tier == tier
    ]


def _heading(window: Period) -> tuple[str, str]:
    year, part = window.code[:4], window.code[5:]
    if window.grain == "quarter":
        return _PARTS[int(part[1]) - 1], year
    if window.grain == "half":
        return (t("đầu"), year) if part == "H1" else (t("cuối"), year)
    return "", year


def rows(view: ReportingView, tier: str) -> list[CalendarRow]:
    """The units of a tier that owe a report of any campaign that has ended, by name; a cell for each of `columns`."""
    owing = dict.fromkeys(u.code for c in reversed(view.ended) if c.tier == tier for u in c.units)
    found = []
    for code in owing:
        cells = [view.cells.get((code, c.window.code)) for c in view.campaigns if c.tier == tier]
        counts = tally(c for c in cells if c is not None)
        found.append(CalendarRow(units.label(code, with_type=True), cells, counts.received, counts.expected))
    return found


def lines(view: ReportingView) -> list[Line]:
    """The table of the campaign shown: each unit's report, and how fresh what it sent is."""
    found: list[Line] = []
    for cell in view.rows:
        last, receipt = view.freshness.get(cell.unit), cell.receipt
        dated = receipt is not None and cell.sent != Sent.DAY_UNKNOWN
        found.append(
            {
                t("Đơn vị"): units.label(cell.unit, with_type=True),
                t("Tình trạng"): said(cell) + _lacking(cell),
                t("Hạn nộp"): cell.deadline,
                t("Nhận đủ lần đầu"): receipt.day if receipt and dated else None,
                t("Số ngày"): cell.days,
                t("Tệp nhận lần đầu"): receipt.file_name if receipt else None,
                t("Tệp gần nhất"): last.file_name if last else None,
                t("Nhận tệp gần nhất"): last.day if last else None,
            }
        )
    return found


def spare() -> tuple[str, ...]:
    """The headings of `lines` that a phone can do without: the line above the table gives the day, the state the days,
    and of two files the one that answered this campaign is enough: the newest may be of any."""
    return t("Hạn nộp"), t("Số ngày"), t("Tệp gần nhất"), t("Nhận tệp gần nhất")


def prompt(view: ReportingView) -> int:
    """How many of `lines`, which stand at their end, came on time."""
    return sum(one.sent == Sent.ON_TIME for one in view.rows)


def _lacking(cell: Cell) -> str:
    """Which quarters a report of several still lacks."""
    if not cell.gaps or len(cell.campaign.quarters) == 1:
        return ""
    return "; " + t(
        "còn thiếu {quarters}", quarters=listed([period_name(q) for q in cell.gaps], 4, MORE_QUARTERS)
    )


def organisations(view: ReportingView) -> list[Line]:
    """Departments and mass organisations that were heard from."""
    return [
        {
            t("Đơn vị"): units.label(o.unit, with_type=True),
            t("Số quý có báo cáo"): o.quarters,
            t("Tệp gần nhất"): o.last.file_name if o.last else None,
            t("Nhận tệp gần nhất"): o.last.day if o.last else None,
        }
        for o in view.organisations
    ]


def file_name(view: ReportingView) -> str:
    """A name that says what is inside."""
    code = file_code(view.shown) if view.shown else "chua-co-ky"
    return f"{'reporting' if language() == 'en' else 'tinh-hinh-nop'}-{code}-{view.as_of.isoformat()}.csv"
