"""Five slides for a meeting: are we reaching the targets, who lags since when, what is needed now, how sure is
it, what comes next. Every title is a finding made from the results."""

from dataclasses import replace

from locales.forms import day, number
from program.measures.figures import BEHIND, Progress
from program.report import charts as report_charts
from program.report import charts_of_targets
from program.report import notes as report_notes
from program.report.facts import Facts
from program.report.parts import PROMPT, Chart, Section, Slide
from program.report.results import indicator_words
from program.report.words import amount, full, held, inside, listed, name_of, needed, since
from program.schools.reach import met_without
from program.shares import share_in_words
from program.text import lower_first, sentence
from program.views.cases import Case
from program.views.headline import of_overview, share_of
from program.vocabulary import LEVEL_LABELS, STATUS_LABELS, Kind, Status

_MOST_POINTS = 5


def slides(f: Facts, asked: Section) -> tuple[Slide, ...]:
    """The five, in order; `asked` is section V of the report."""
    return (_reaching(f), _lagging(f), _needed(f), _sure(f), _next(f, asked))


def _reaching(f: Facts) -> Slide:
    h = of_overview(f.overview)
    if h.case == Case.SILENT:
        local = "chưa có báo cáo nào trong kỳ"
    elif not h.assessed and (unknown := [p for p in f.overview.local if p.target and p.value is None]):
        local = f"chưa rõ kết quả của {number(len(unknown))} chỉ tiêu địa phương"
    elif not h.assessed:
        local = f"chưa có chỉ tiêu địa phương {'chung ' if h.apart else ''}để so sánh"
    elif h.behind:
        late = "chưa đạt" if all(p.ended for p in f.behind) else "chậm hơn kế hoạch"
        local = f"{number(h.behind)}/{number(h.assessed)} chỉ tiêu địa phương {late}"
    else:
        local = f"{number(h.assessed)}/{number(h.assessed)} chỉ tiêu địa phương đạt hoặc theo kịp kế hoạch"
    t1 = f.overview.official[0]
    national = "" if t1.value is None else f"T1 {share_in_words(t1.numerator, t1.denominator, 1)}; "
    if t1.value is not None and t1.status != Status.NOT_ASSESSABLE:
        national = f"T1 {share_in_words(t1.numerator, t1.denominator, 1)}, {STATUS_LABELS[t1.status]}; "
    points = [_schools(f)] if f.of_territory else []
    points += [
        f"{p.indicator.code}: chưa có số liệu" for p in f.overview.official[1:] if f.city and p.source is None
    ]
    if f.whole.heard:
        points += [
            sentence(held(f.whole.seats[k])) for k in (Kind.TRAINING_CLASS, Kind.COMMUNICATION_SESSION)
        ]
    title = sentence(f"{national}{local}")
    return Slide("Đã đạt mục tiêu chưa?", title, tuple(points), _as_proof(charts_of_targets.shares(f), title))


def _as_proof(chart: Chart | None, title: str) -> Chart | None:
    """A chart that proves the title of its slide carries no other finding."""
    return chart and replace(chart, title=title)


def _schools(f: Facts) -> str:
    t1 = f.overview.official[0]
    if t1.value is None or not t1.denominator:
        return "T1: chưa đánh giá được, " + ("chưa có mẫu số" if not t1.denominator else "chưa có báo cáo")
    return (
        f"T1 (mục tiêu quốc gia): {number(t1.numerator or 0)}/{number(t1.denominator)} trường, "
        f"{share_in_words(t1.numerator, t1.denominator, 1)}, {STATUS_LABELS[t1.status]}{_without(f, t1)}"
    )


def _without(f: Facts, t1: Progress) -> str:
    lacking = met_without(t1, [(level, reach.total) for level, reach in f.schools.levels])
    return f" (chưa kể {listed([lower_first(LEVEL_LABELS[one]) for one in lacking])})" if lacking else ""


def _lagging(f: Facts) -> Slide:
    question = "Ai chậm, từ khi nào?"
    if not f.city:
        points = [sentence(indicator_words(p)) for p in f.overview.local][:_MOST_POINTS]
        given = [p for p in f.overview.local if p.target]
        title = (
            f"{sentence(lower_first(f.behind[0].indicator.short_label))}: kém kế hoạch {since(f.behind[0])}".rstrip()
            if f.behind
            else f"{sentence(inside(f.view.unit))} không có chỉ tiêu chậm"
            if any(p.value is not None for p in given)
            else f"{_unknown(given)} để biết nhanh hay chậm"
            if given
            else "Chưa có chỉ tiêu để biết nhanh hay chậm"
        )
        return Slide(question, title, tuple(points), charts_of_targets.curve(f))
    ranked = f.ranked.get(f.compared.indicator.code, {}) if f.compared else {}
    told = [p for tier in ranked.values() for p in tier if p.status != Status.NOT_ASSESSABLE]
    behind = [p for p in told if p.status in BEHIND]
    name = lower_first(f.compared.indicator.short_label) if f.compared else ""
    if not told:
        known = any(p.value is not None for tier in ranked.values() for p in tier)
        title = (
            f"Chưa giao chỉ tiêu về {name} cho từng đơn vị"
            if known
            else "Chưa đủ số liệu để so sánh các đơn vị"
        )
    elif behind:
        title = f"{number(len(behind))}/{number(len(told))} đơn vị chậm hoặc chưa đạt về {name}"
    else:
        title = f"Cả {number(len(told))} đơn vị có báo cáo theo kịp kế hoạch về {name}"
    points = []
    for p in behind[: _MOST_POINTS - 1]:
        late = f", kém kế hoạch {since(p)}" if since(p) else ""
        points.append(
            f"{full(p.unit)}: {amount(p.value or 0, p.indicator.counter)}, {share_of(p)} chỉ tiêu{late}"
        )
    unknown = [p for tier in ranked.values() for p in tier if p.value is None]
    for heard, words in ((True, "Có báo cáo nhưng chưa rõ số"), (False, "Chưa có số liệu trong kỳ")):
        if those := [inside(p.unit) for p in unknown if p.heard == heard]:
            points.append(f"{words}: {listed(those, 4)}")
    tier = next(iter(ranked), "districts")
    return Slide(question, title, tuple(points), charts_of_targets.focus_by_unit(f, tier, on_slide=True))


def _needed(f: Facts) -> Slide:
    wanted = [p for p in f.ahead if needed(p)]
    if wanted:
        slow = [p for p in wanted if p.recent is not None and p.needed is not None and p.recent < p.needed]
        end = day(max(p.end for p in wanted))
        title = (
            f"{number(len(slow))}/{number(len(wanted))} chỉ tiêu phải nhanh hơn 12 tháng qua mới đạt vào {end}"
            if slow
            else f"Giữ nhịp 12 tháng qua thì đạt {number(len(wanted))} chỉ tiêu còn lại vào {end}"
        )
        points = [f"{p.indicator.short_label}: {needed(p)}" for p in wanted]
    else:
        title = _final(f)
        points = [sentence(indicator_words(p)) for p in f.ahead if p.target]
    never = f.schools.total.never
    if never:
        points.append(f"{number(never)} trường chưa từng có hoạt động")
    proof = charts_of_targets.rates(f.ahead)
    chart = _as_proof(proof, title) if proof else charts_of_targets.curve(f)
    if chart and not proof and f.view.period.grain != "programme":
        # The sentences beside it speak of the whole programme.
        chart = replace(chart, title=f"{chart.title}, {name_of(f.view.period)}")
    return Slide("Cần gì bây giờ?", title, tuple(points[:_MOST_POINTS]), chart)


def _final(f: Facts) -> str:
    """What is left to do where no rate can be told: the end has come, all is met, or nothing is known."""
    given = [p for p in f.ahead if p.target]
    told = [p for p in given if p.value is not None]
    if not given:
        return "Chưa có chỉ tiêu của cả giai đoạn để tính nhịp cần"
    if not told:
        return f"{_unknown(given)} để tính nhịp cần"
    short = [p for p in told if (p.value or 0) < (p.target or 0)]
    if short:
        return (
            f"Kết thúc giai đoạn, {number(len(short))}/{number(len(told))} chỉ tiêu của cả giai đoạn chưa đạt"
        )
    return f"Đã đạt {number(len(told))}/{number(len(told))} chỉ tiêu của cả giai đoạn"


def _unknown(given: list[Progress]) -> str:
    """Why nothing is known of indicators that have a target: no report, or reports that do not say it."""
    return "Chưa rõ kết quả" if any(p.heard for p in given) else "Chưa có báo cáo"


def _sure(f: Facts) -> Slide:
    done = f.overview.completeness
    missing = done.due - done.reports
    if not done.due:
        title = "Chưa có báo cáo quý nào đến hạn trong kỳ"
    elif missing:
        title = f"Số liệu tính trên {number(done.reports)}/{number(done.due)} báo cáo quý, còn thiếu {number(missing)}"
    else:
        title = f"Đã nhận đủ {number(done.due)} báo cáo quý"
    said = [
        report_notes.conflicts_note(f), report_notes.provisional_note(f), *report_notes.opened_notes(f),
        report_notes.uncounted_note(f), report_notes.undivided_note(f), report_notes.break_note(f), report_notes.SEATS,
    ]  # fmt: skip
    if not said[0]:
        said[0] = "Không có số chi tiết và số tổng hợp nào khác nhau chờ quyết định."
    proof = _as_proof(report_charts.reports(f), title)
    return Slide("Số liệu chắc đến đâu?", title, tuple(text for text in said if text), proof)


def _next(f: Facts, asked: Section) -> Slide:
    """What to do about each lack, and what to ask other agencies for."""
    points = []
    for p in f.behind[:2]:
        worst = [
            one
            for tier in f.ranked.get(p.indicator.code, {}).values()
            for one in tier
            if one.status in BEHIND
        ]
        who = listed([inside(one.unit) for one in worst[:3]]) if worst else inside(f.view.unit)
        points.append(f"{sentence(who)}: bù phần còn thiếu về {lower_first(p.indicator.short_label)}")
    if f.schools.total.never:
        points.append(f"Tổ chức hoạt động tại {number(f.schools.total.never)} trường chưa từng có hoạt động")
    gaps = f.overview.completeness.gaps
    if gaps:
        late = listed([inside(code) for code in dict.fromkeys(code for code, _ in gaps)], 4)
        wanted = f"{number(len(gaps))} báo cáo quý còn thiếu"
        points.append(f"Đôn đốc {wanted}: {late}" if f.city else f"Gửi {wanted}")
    if f.doubts.overlaps:
        points.append(f"Quyết định {number(len(f.doubts.overlaps))} kỳ có hai số khác nhau")
    lines = [line for part in asked.parts for line in part.paragraphs]
    points += [line.removeprefix("- ").removesuffix(".") for line in lines if not PROMPT.search(line)]
    title = f"{number(len(points))} việc cần làm tiếp" if points else "Chưa có việc nào rút ra từ số liệu"
    return Slide("Làm gì tiếp?", title, (*points, "[Bổ sung quyết định cần xin ý kiến]"))
