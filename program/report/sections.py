"""Sections I, III, IV and V of a report: what led the work, what is lacking, what is to be done and asked for.

What the data cannot know is a prompt in brackets for the officer; it is never made up.
"""

from locales.forms import day, number
from program import units
from program.measures.figures import BEHIND, Progress
from program.periods import PROGRAMME_END
from program.report import notes as report_notes
from program.report import work as report_work
from program.report.facts import Facts
from program.report.parts import Notes, Part, Section
from program.report.results import indicator_words
from program.report.words import amount, full, gaps_by_unit, inside, listed, needed
from program.schools.reach import Reach
from program.shares import share_in_words
from program.text import lower_first, sentence
from program.vocabulary import STATUS_LABELS, Level


def guidance(f: Facts, notes: Notes) -> Section:
    """I: the documents that the targets in force come from, those issued, the tasks passed on; the rest is the
    officer's."""
    documents = sorted({document for p in f.overview.local for document in p.documents})
    lines = []
    if documents:
        lines.append(f"Chỉ tiêu địa phương trong kỳ thực hiện theo: {listed(documents)}.")
    known = report_work.lines(f)
    if known:
        lines += [f"{' '.join(known)} Số liệu từng đơn vị ở {notes.annex('work')}."]
    if not report_work.documents(f):
        lines.append(
            "[Nêu văn bản chỉ đạo, kế hoạch đã ban hành trong kỳ: số, ngày, cơ quan ban hành, trích yếu]"
        )
    lines += [
        "[Nêu việc phân công nhiệm vụ, cử đầu mối, hướng dẫn và kiểm tra đơn vị trực thuộc]"
        if not report_work.passed_on(f).tasks
        else "[Nêu việc cử đầu mối, hướng dẫn và kiểm tra đơn vị trực thuộc]",
        "[Nêu kinh phí, tài liệu, sự phối hợp với ngành dọc và đoàn thể]",
    ]
    return Section("I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI", (Part("I", "", tuple(lines)),))


def shortcomings(f: Facts, notes: Notes) -> Section:
    """III: indicators and units behind, reports missing or late, schools never reached, data not decided."""
    lines = [*_national(f), *_behind(f), *_missing(f, notes), *_schools(f), *_undecided(f, notes)]
    if not any(p.target for p in f.overview.local):
        whose = " chung của thành phố" if f.compared else ""
        lines.append(f"- Chưa có chỉ tiêu địa phương{whose} nên chưa đánh giá được nhanh hay chậm.")
    if not lines:
        lines = ["Theo số liệu đã nhận, trong kỳ không có chỉ tiêu chậm, không thiếu báo cáo."]
    parts = (
        Part("III.1", "1. Tồn tại, hạn chế", tuple(lines)),
        Part("III.2", "2. Nguyên nhân", ("[Nêu nguyên nhân khách quan, chủ quan]",)),
    )
    return Section("III. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN", parts)


def _national(f: Facts) -> list[str]:
    """The targets of the decision that are behind or not met; of a unit that of its schools alone."""
    found = [p for p in f.overview.official if f.city or (f.of_territory and p.indicator.code == "T1")]
    lines = []
    for p in found:
        if p.status not in BEHIND or p.value is None or p.target is None:
            continue
        of = (
            f" ({number(p.numerator)}/{number(p.denominator)})"
            if p.numerator is not None and p.denominator
            else ""
        )
        lines.append(
            f"- Mục tiêu {p.indicator.code}: {share_in_words(p.value, 100, 1)}{of} trên mục tiêu {amount(p.target, '%')} vào "
            f"{day(p.end)}; {STATUS_LABELS[p.status]}."
        )
    return lines


def _behind(f: Facts) -> list[str]:
    return [f"- {indicator_words(p)}{_worst(f, p)}." for p in f.behind]


def _worst(f: Facts, p: Progress) -> str:
    """Up to three units of each tier that lack most of an indicator."""
    found = [
        one
        for tier in f.ranked.get(p.indicator.code, {}).values()
        for one in sorted(tier, key=_gap)[:3]
        if one.value is not None and one.target and _gap(one) < 0
    ]
    named = [f"{inside(one.unit)} (thiếu {amount(-_gap(one), one.indicator.counter)})" for one in found]
    if not named:
        return ""
    return f"; thiếu nhiều nhất so với {'chỉ tiêu' if p.ended else 'kế hoạch'}: {listed(named)}"


def _gap(p: Progress) -> float:
    """Done less planned: by the target after the end, by the path before it."""
    due = p.target if p.ended else p.expected
    return (p.value or 0) - (due or 0)


def _missing(f: Facts, notes: Notes) -> list[str]:
    done, lines = f.overview.completeness, []
    if done.gaps:
        lines.append(
            f"- Thiếu {number(done.due - done.reports)}/{number(done.due)} báo cáo quý: "
            f"{listed(gaps_by_unit(done.gaps))}."
        )
    if f.late:
        longest = max(f.late, key=lambda c: c.days or 0)
        lines.append(
            f"- {number(len(f.late))} báo cáo quý nộp muộn{', lâu nhất là' if len(f.late) > 1 else ':'} {inside(longest.unit)}, "
            f"{longest.campaign.window.label}, muộn {number(longest.days or 0)} ngày"
            f"{notes.mark(report_notes.deadline_note(f))}."
        )
    if f.city and f.doubts.silent:
        lines.append(f"- Chưa từng gửi báo cáo: {listed([inside(c) for c in f.doubts.silent])}.")
    return lines


def _schools(f: Facts) -> list[str]:
    total = f.schools.total
    if not total.never:
        return []
    text = f"- {number(total.never)}/{number(total.total)} trường trong sổ chưa từng có hoạt động"
    if f.city:
        most = [(code, reach) for code, reach in f.schools.units if reach.never][:3]
        text += f", nhiều nhất ở {listed([_lacking(code, reach) for code, reach in most])}"
    return [f"{text}."]


def _lacking(code: str, reach: Reach) -> str:
    return f"{inside(code)} ({number(reach.never)}/{number(reach.total)})"


def _undecided(f: Facts, notes: Notes) -> list[str]:
    lines = []
    if f.doubts.overlaps:
        furthest = max(f.doubts.overlaps, key=lambda o: abs((o.summed or 0) - (o.listed or 0)))
        which = ", lệch nhiều nhất là " if len(f.doubts.overlaps) > 1 else ": "
        lines.append(
            f"- {number(len(f.doubts.overlaps))} kỳ có số chi tiết và số tổng hợp khác nhau, chưa quyết định dùng số "
            f"nào, đang tính theo chi tiết{which}{report_notes.overlap_words(furthest)}"
            f"{notes.mark(report_notes.conflicts_note(f))}."
        )
    if f.doubts.uncounted:
        lines.append(f"- {report_notes.uncounted_note(f)}")
    return lines


def tasks(f: Facts, notes: Notes) -> Section:
    """IV: what is needed from the report's day to the end of the programme; after it the final state."""
    lines = []
    if f.day >= PROGRAMME_END:
        lines.append(
            f"Chương trình kết thúc ngày {day(PROGRAMME_END)}. [Nêu việc tiếp tục trong giai đoạn sau và văn bản giao]"
        )
    elif (found := units.unit(f.view.unit)) and found.valid_to and f.day >= found.valid_to:
        lines.append(
            f"{full(f.view.unit)} kết thúc hoạt động ngày {day(found.valid_to)}; địa bàn do phường, xã mới tiếp tục."
        )
    else:
        wanted = [(p, needed(p)) for p in f.ahead]
        lines += [f"- {sentence(_goal(p))}: {said}." for p, said in wanted if said]
        if lines:
            lines.insert(0, f"Để đạt chỉ tiêu cả giai đoạn, tính từ {day(f.day)}:")
    if f.schools.total.never:
        lines.append(
            f"- Tổ chức hoạt động tại {number(f.schools.total.never)} trường chưa từng có hoạt động (danh sách ở {notes.annex('schools')})."
        )
    if f.overview.completeness.gaps:
        gaps = f.overview.completeness.gaps
        silent = list(dict.fromkeys(code for code, _ in gaps))
        lines.append(
            f"- Đôn đốc {listed([inside(u) for u in silent])} gửi {number(len(gaps))} báo cáo quý còn thiếu."
            if f.city
            else f"- Gửi {number(len(gaps))} báo cáo quý còn thiếu."
        )
    lines.append("[Nêu nhiệm vụ trọng tâm kỳ tới: nội dung, đơn vị chủ trì, thời hạn]")
    return Section("IV. PHƯƠNG HƯỚNG, NHIỆM VỤ", (Part("IV", "", tuple(lines)),))


def _goal(p: Progress) -> str:
    target = (
        "" if p.target is None else f", chỉ tiêu {amount(p.target, p.indicator.counter)} đến {day(p.end)}"
    )
    return f"{lower_first(p.indicator.short_label)}{target}"


def proposals(f: Facts) -> Section:
    """V: data that another agency holds; the rest is the officer's."""
    lines = []
    if f.city:
        lacking = [p.indicator.code for p in f.overview.official[1:] if p.source is None]
        if lacking:
            lines.append(f"- Đề nghị cơ quan chức năng cung cấp số liệu mục tiêu {listed(lacking)}.")
        if not any(r.total for level, r in f.schools.levels if level == Level.FACILITY):
            lines.append(
                "- Đề nghị cơ quan quản lý cung cấp danh sách cơ sở bảo vệ, nuôi dưỡng trẻ em để tính đủ mẫu số T1."
            )
        if f.doubts.children is None:
            lines.append("- Đề nghị cung cấp số trẻ em của từng đơn vị theo năm, kèm nguồn.")
    lines.append("[Nêu kiến nghị với cấp trên và với các cơ quan liên quan]")
    return Section("V. KIẾN NGHỊ, ĐỀ XUẤT", (Part("V", "", tuple(lines)),))
