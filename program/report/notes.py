"""The notes of a report: what a figure rests on, what is missing, not decided, not comparable."""

from datetime import date
from itertools import pairwise
from typing import Final

from locales.forms import day, number
from program import units
from program.conflicts.overlaps import Overlap
from program.locks.windows import changes_in
from program.locks.words import footnotes
from program.measures.analysis import span
from program.measures.completeness import completeness
from program.measures.figures import Progress
from program.measures.provisional import unsettled
from program.report.facts import Facts
from program.report.words import gaps_by_unit, inside, listed
from program.reporting.timeliness import DEADLINE_DAYS, Campaign
from program.schools.register import PERIODIC_SET_ON
from program.targets.in_force import in_force
from program.targets.progress import planned_within
from program.text import lower_first
from program.vocabulary import KIND_COUNTERS, KIND_LABELS, Kind, Level

SEATS: Final = "Lượt tham gia là số lượt, không phải số người; một người dự ba buổi là ba lượt."
LOCAL_ONLY: Final = (
    "Chỉ tiêu địa phương do thành phố, đơn vị đặt; không phải mục tiêu của Quyết định số 830/QĐ-TTg."
)


def of_activities(f: Facts) -> list[str]:
    """All that bears upon the numbers of activities, in the order of their marks."""
    told = (completeness_note, uncounted_note, conflicts_note, break_note, provisional_note)
    return [*(note(f) for note in told), *opened_notes(f)]


def completeness_note(f: Facts) -> str:
    """Reports received of those due, and who is silent; empty where none is due."""
    done = f.overview.completeness
    if not f.of_territory:
        return (
            "Không tìm thấy danh sách sở, ban, ngành, đoàn thể phải báo cáo nên không tính thiếu hay muộn; số liệu tính "
            "theo các tệp đã nhận."
        )
    if not done.due:
        return "Trong kỳ chưa có báo cáo quý nào đến hạn; số liệu tính theo các tệp đã nhận."
    text = f"Số liệu tính trên {number(done.reports)}/{number(done.due)} báo cáo quý đã đến hạn"
    if not done.gaps:
        return f"{text}; {'các đơn vị' if f.city else 'đơn vị'} đã báo cáo đủ."
    return f"{text}; chưa nhận: {listed(gaps_by_unit(done.gaps))}. Chưa báo cáo không tính là 0."


def conflicts_note(f: Facts) -> str:
    """What waits for a decision, summaries that differ from the list beside them by their numbers; empty where
    nothing does."""
    return " ".join(filter(None, (_overlaps(f), f.undecided)))


def _overlaps(f: Facts) -> str:
    found = f.doubts.overlaps
    if not found:
        return ""
    named = listed([overlap_words(o) for o in found], 3)
    return (
        f"{number(len(found))} kỳ có cả số chi tiết và số tổng hợp khác nhau, chờ quyết định, đang tính theo chi "
        f"tiết: {named}."
    )


def overlap_words(o: Overlap) -> str:
    """Whose summary differs from its list, when, and what both say."""
    summed, counted = ("không ghi số" if n is None else number(n) for n in (o.summed, o.listed))
    return (
        f"{inside(o.unit)}, {lower_first(KIND_LABELS[Kind(o.kind)])}, {day(o.start)} đến {day(o.end)} "
        f"(tổng hợp {summed}, chi tiết {counted})"
    )


def uncounted_note(f: Facts) -> str:
    """Rows that do not say how many activities they are; empty where there is none."""
    if not f.doubts.uncounted:
        return ""
    return f"{number(f.doubts.uncounted)} dòng tổng hợp không ghi số lớp, số buổi: số hoạt động thực tế có thể cao hơn."


def undivided_note(f: Facts) -> str:
    """Attendances that nobody gave an audience for; empty where there is none."""
    found = [
        f"{number(seats)} lượt của {lower_first(KIND_LABELS[kind])}"
        for kind, seats in f.doubts.undivided.items()
    ]
    return f"Chưa phân đối tượng: {listed(found)}." if found else ""


def schools_note(f: Facts) -> str:
    """What T1 counts, and of what: the denominators that are missing."""
    text = (
        "“Định kỳ” chưa có văn bản quy định; hệ thống tính trường có ít nhất một hoạt động trong 12 tháng (thiết "
        f"lập ngày {day(PERIODIC_SET_ON)})."
    )
    if f.schools.total.total == 0:
        return f"{text} Chưa có sổ trường nên chưa tính được tỷ lệ (chưa có mẫu số)."
    facilities = next((r.total for level, r in f.schools.levels if level == Level.FACILITY), 0)
    if not facilities:
        text += " Mẫu số chưa gồm cơ sở bảo vệ, nuôi dưỡng trẻ em vì chưa có danh sách (chưa có mẫu số)."
    if f.schools.misnamed:
        names = sum(one.activities for one in f.schools.misnamed)
        text += f" {number(names)} hoạt động ghi tên trường không có trong sổ, chưa tính vào trường nào."
    return text


def break_note(f: Facts) -> str:
    """Where the days hold 1-7-2025: two series that are not joined; empty elsewhere."""
    if not (f.start < units.BREAK <= f.end) or not f.city:
        return ""
    return (
        f"Từ {day(units.BREAK)} không còn quận, huyện (Nghị quyết số 1659/NQ-UBTVQH15). Số của thành phố tính trên "
        "địa bàn Đà Nẵng trước sắp xếp; chuỗi của quận, huyện và của phường, xã không nối, không so sánh với nhau."
    )


def deadline_note(f: Facts) -> str:
    """By which rule a report is late, and the due days that were set instead, each with its document."""
    text = (
        f"Hạn nộp tính là {number(DEADLINE_DAYS)} ngày sau khi kết thúc kỳ (thiết lập của hệ thống, chưa có văn bản "
        f"quy định), theo lần nhận đầu tiên, đến {day(f.view.as_of or f.today)}."
    )
    chosen = {c.campaign.window.code: c.campaign for c in f.receipts if c.campaign.stated}
    named = [_due_day(c) for c in sorted(chosen.values(), key=lambda c: c.window.start)]
    return f"{text} Hạn do cơ quan đầu mối đặt: {listed(named)}." if named else text


def _due_day(campaign: Campaign) -> str:
    by = campaign.stated.asked.document if campaign.stated else None
    return f"{lower_first(campaign.window.label)} ngày {day(campaign.deadline())}{f' ({by})' if by else ''}"


def provisional_note(f: Facts) -> str:
    """What of the figures comes from files that nobody has reviewed yet; empty where there is none."""
    found = unsettled(f.analysis, f.view)
    if not found:
        return ""
    parts = []
    for kind in Kind:
        counted, seats = found.activities.get(kind), found.attendances.get(kind)
        told = [f"{number(counted)} {KIND_COUNTERS[kind]}"] if counted else []
        told += [f"{number(seats)} lượt"] if seats else []
        if told:
            parts.append(f"{lower_first(KIND_LABELS[kind])} {' với '.join(told)}")
    what = f": {'; '.join(parts)}" if parts else ""
    return (
        f"Số liệu gồm cả phần tạm tính của {number(found.files)} tệp đang chờ duyệt hoặc đã trả lại đơn vị{what}. Phần "
        "còn lại là số liệu chính thức."
    )


def opened_notes(f: Facts) -> tuple[str, ...]:
    """Figures that changed after their window was locked, each with who opened it and why."""
    return footnotes(changes_in(f.analysis.locks, f.view.unit, *span(f.view)))


def changed_note(f: Facts) -> str:
    """Targets that decisions of the period replaced, with the day of each; empty where none was."""
    found = [
        f"{lower_first(p.indicator.short_label)} (từ {listed([day(one) for one in days])})"
        for p in f.overview.local
        if (days := _changed_on(f, p))
    ]
    return f"Chỉ tiêu được điều chỉnh trong kỳ: {listed(found)}; báo cáo dùng chỉ tiêu mới." if found else ""


def _changed_on(f: Facts, p: Progress) -> list[date]:
    """The days within the period on which a decision changed what is planned for it; a first target is no change."""
    versions = f.analysis.target_history.get((p.indicator.code, p.unit), ())
    plans = [(one.day, in_force(one.rows)) for one in versions]
    return [
        on
        for (_, old), (on, new) in pairwise(plans)
        if old
        and new
        and f.start <= on <= f.end
        and planned_within(old, p.start, f.end) != planned_within(new, p.start, f.end)
    ]


def year_before_note(f: Facts) -> str:
    """On how many reports each of two years rests, where that differs; empty elsewhere."""
    for found in f.before.values():
        now, then = found.done, found.done_before
        if found.difference is not None and now.reports * then.due != then.reports * now.due:
            return (
                f"Hai kỳ so sánh dựa trên số báo cáo quý khác nhau: {number(now.reports)}/{number(now.due)} và "
                f"{number(then.reports)}/{number(then.due)}."
            )
    return ""


def foot(f: Facts) -> str:
    """Completeness and the day of the data, as they stand below every slide."""
    done = completeness(f.analysis, f.view)
    text = f"Số liệu đến {day(f.day)}"
    if done.due:
        text += f" · {number(done.reports)}/{number(done.due)} báo cáo quý"
    if f.doubts.files:
        text += f" · tệp mới nhất nhận {day(f.doubts.files[-1][1].day)}"
    return text
