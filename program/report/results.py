"""Section II of a report: official and local targets apart, by kind, audience and unit."""

from collections.abc import Sequence

from locales.forms import day, number
from program.filters import CITY
from program.measures.figures import BEHIND, Progress
from program.report import charts as report_charts
from program.report import charts_of_targets
from program.report import notes as report_notes
from program.report.by_unit import by_unit
from program.report.facts import Facts
from program.report.parts import Chart, Notes, Part, Section
from program.report.words import amount, held, inside, listed, since, status
from program.shares import share_in_words
from program.text import lower_first, sentence
from program.views.headline import share_of
from program.vocabulary import (
    AUDIENCE_LABELS,
    KIND_COUNTERS,
    LEVEL_LABELS,
    PRIORITY_AUDIENCES,
    STATUS_LABELS,
    Kind,
    Status,
)


def results(f: Facts, notes: Notes) -> Section:
    """Section II with its charts; `notes` collects the footnotes."""
    parts = [
        Part("II.1", "1. Mục tiêu quốc gia theo Quyết định số 830/QĐ-TTg", _official(f, notes), _drawn(report_charts.levels(f))),
        Part("II.2", "2. Chỉ tiêu địa phương", _local(f, notes), _drawn(charts_of_targets.shares(f), charts_of_targets.curve(f))),
        Part("II.3", "3. Hoạt động theo loại", _kinds(f, notes)),
        Part("II.4", "4. Đối tượng tham gia", _audiences(f, notes), _drawn(report_charts.audiences(f))),
    ]  # fmt: skip
    if f.city:
        charts = [charts_of_targets.focus_by_unit(f, tier) for tier in ("districts", "communes")]
        parts.append(Part("II.5", "5. Kết quả theo đơn vị", by_unit(f, notes), _drawn(*charts)))
    return Section("II. KẾT QUẢ THỰC HIỆN", tuple(parts))


def _drawn(*charts: Chart | None) -> tuple[Chart, ...]:
    return tuple(chart for chart in charts if chart is not None)


def _official(f: Facts, notes: Notes) -> tuple[str, ...]:
    if not f.of_territory:
        return (
            "Mục tiêu T1 tính theo trường, cơ sở trên địa bàn; T2 và T3 chỉ có số của toàn thành phố.",
            "Các mục tiêu này không tính riêng cho từng sở, ban, ngành, đoàn thể.",
        )
    t1, *others = f.overview.official
    lines = [_schools(f, t1, notes)]
    for level, reach in f.schools.levels:
        if t1.value is not None and reach.total:
            never = f", {number(reach.never)} trường chưa từng có hoạt động" if reach.never else ""
            lines.append(
                f"- {LEVEL_LABELS[level]}: {number(reach.recent)}/{number(reach.total)} trường "
                f"({share_in_words(reach.recent, reach.total, 1)}){never};"
            )
    if len(lines) > 1:
        lines[-1] = lines[-1].removesuffix(";") + "."
    if not f.city:
        lines.append("Mục tiêu T2 và T3 chỉ có số của toàn thành phố, do cơ quan chức năng cung cấp.")
        return tuple(lines)
    return (*lines, *(_supplied(p) for p in others))


def _schools(f: Facts, t1: Progress, notes: Notes) -> str:
    mark = notes.mark(report_notes.schools_note(f))
    name = lower_first(t1.indicator.label)
    if t1.value is None or not t1.denominator:
        why = "chưa có mẫu số" if not t1.denominator else "chưa có báo cáo"
        return f"Mục tiêu T1, {name}: chưa đánh giá được, {why}{mark}."
    text = (
        f"Mục tiêu T1, {name}: trong 12 tháng đến {day(t1.as_of)} có {number(t1.numerator or 0)}/"
        f"{number(t1.denominator)} trường trong sổ có hoạt động, đạt {share_in_words(t1.numerator, t1.denominator, 1)}{mark}"
    )
    if t1.target is not None:
        text += f"; mục tiêu {amount(t1.target, '%')} vào {day(t1.end)}: {status(t1.status)}"
    return f"{text}."


def _supplied(p: Progress) -> str:
    name = f"Mục tiêu {p.indicator.code}, {lower_first(p.indicator.label)}"
    if p.source is None:
        return f"{name}: chưa có số liệu. [Bổ sung số liệu của cơ quan chức năng, kèm văn bản cung cấp]"
    said = f"{name}: {number(p.source.numerator)}/{number(p.source.denominator)} trường hợp"
    if p.value is not None:
        said += f", đạt {share_in_words(p.source.numerator, p.source.denominator, 1)}"
    elif p.source.denominator == 0:
        said = f"{name}: không có trường hợp phát sinh"
    origin = f"{p.source.agency} cung cấp, tính đến {day(p.source.as_of)}"
    if p.source.document:
        origin += f", {p.source.document}"
    verdict = f": {status(p.status)}" if p.target is not None and p.value is not None else ""
    return f"{said} ({origin}){verdict}."


def _local(f: Facts, notes: Notes) -> tuple[str, ...]:
    found = [p for p in f.overview.local if p.target is not None]
    if not found:
        none = "Kỳ này chưa có chỉ tiêu địa phương nào được đặt"
        if f.compared:
            none = "Kỳ này chưa có chỉ tiêu địa phương chung; một số đơn vị có chỉ tiêu riêng"
        return (f"{none}{notes.mark(report_notes.LOCAL_ONLY)}.",)
    assessed = [p for p in found if p.status != Status.NOT_ASSESSABLE]
    lead = f"Có {number(len(found))} chỉ tiêu địa phương{notes.mark(report_notes.LOCAL_ONLY)}"
    lead += notes.mark(report_notes.changed_note(f))
    if assessed:
        lead += "; " + listed(_verdicts(assessed))
    lines = [f"{lead}:", *(f"- {indicator_words(p)};" for p in found)]
    lines[-1] = lines[-1].removesuffix(";") + "."
    return tuple(lines)


def _verdicts(assessed: Sequence[Progress]) -> list[str]:
    """đã đạt 2, cần tăng tốc 1: each state with the number of indicators in it."""
    counts = {state: sum(p.status == state for p in assessed) for state in Status}
    return [f"{STATUS_LABELS[state]} {number(n)}" for state, n in counts.items() if n]


def indicator_words(p: Progress) -> str:
    """One local indicator: done, of which target, per cent, planned by now, state, behind since when."""
    name, counter = p.indicator.short_label, p.indicator.counter
    if p.value is None:
        none = f"chưa rõ số {counter}" if p.heard else "chưa có báo cáo"
        return f"{name}: {none}" + (f"; chỉ tiêu {amount(p.target, counter)}" if p.target else "")
    text = f"{name}: {amount(p.value, counter)}"
    if p.target is None:
        return f"{text}; chưa có chỉ tiêu"
    text += f" trên chỉ tiêu {amount(p.target, counter)}"
    if share := share_of(p):
        text += f", đạt {share}"
    if not p.ended and p.expected is not None:
        text += f"; kế hoạch đến {day(p.as_of)} là {amount(p.expected, counter)}"
    text += f"; {STATUS_LABELS[p.status]}"
    if p.status in BEHIND and since(p):
        text += f", kém kế hoạch {since(p)}"
    return text


def _kinds(f: Facts, notes: Notes) -> tuple[str, ...]:
    if not f.whole.heard:
        return (f"{sentence(inside(f.view.unit))} chưa có báo cáo nào trong kỳ.",)
    marks = "".join(map(notes.mark, report_notes.of_activities(f)))
    if not any(found.activities != 0 or found.total for found in f.whole.seats.values()):
        who = "Các đơn vị đã báo cáo đều" if f.city else f"{sentence(inside(f.view.unit))} báo cáo"
        return (f"{who} không phát sinh hoạt động trong kỳ{marks}.",)
    lines = [f"Trong kỳ, {inside(f.view.unit)} tổ chức{marks}:"]
    for kind in Kind:
        found = f.whole.seats[kind]
        if found.activities == 0 and not found.total and kind in (Kind.CONTEST, Kind.OTHER):
            continue
        mark = notes.mark(report_notes.SEATS) if len(lines) == 1 else ""
        text = f"- {held(found)}{mark}"
        if f.whole.female[kind]:
            text += f", trong đó {number(f.whole.female[kind] or 0)} lượt nữ"
        lines.append(f"{text}{_change(f, kind, notes)};")
    lines[-1] = lines[-1].removesuffix(";") + "."
    lines.append(f"Số liệu chi tiết ở {notes.annex('units')}; các loại hoạt động không cộng với nhau.")
    return tuple(lines)


def _change(f: Facts, kind: Kind, notes: Notes) -> str:
    """Against the same days a year before, where both are known."""
    found = f.before.get(kind)
    if found is None or found.difference is None or f.view.period.grain == "programme":
        return ""
    counter, diff = KIND_COUNTERS[kind], found.difference
    mark = notes.mark(report_notes.year_before_note(f))
    said = "bằng" if diff == 0 else f"{'tăng' if diff > 0 else 'giảm'} {amount(abs(diff), counter)} so với"
    return f"; {said} cùng kỳ năm trước ({amount(found.before or 0, counter)}){mark}"


def _audiences(f: Facts, notes: Notes) -> tuple[str, ...]:
    lines = []
    for kind in (Kind.TRAINING_CLASS, Kind.COMMUNICATION_SESSION):
        found = f.whole.seats[kind]
        if not f.whole.heard or not (total := found.total):
            continue
        counter = KIND_COUNTERS[kind]
        if found.priority is None:
            lines.append(
                f"- {number(total)} lượt tham gia {counter} không ghi đối tượng, chưa rõ có bao nhiêu lượt của "
                f"{listed([lower_first(AUDIENCE_LABELS[a]) for a in PRIORITY_AUDIENCES])};"
            )
            continue
        parts = [
            f"{lower_first(AUDIENCE_LABELS[a])} {number(found.by_audience[a] or 0)} lượt "
            f"({share_in_words(found.by_audience[a] or 0, total, 1)})"
            for a in PRIORITY_AUDIENCES
        ]
        lines.append(
            f"- Trong {number(total)} lượt tham gia {counter}: {listed(parts)}"
            f"{notes.mark(report_notes.undivided_note(f))};"
        )
    if not lines:
        return ("Trong kỳ chưa có lượt tham gia lớp tập huấn, buổi truyền thông nào được báo cáo.",)
    lines[-1] = lines[-1].removesuffix(";") + "."
    lead = (
        "Hai nhóm được ưu tiên theo Công văn số 2523/UBND-KGVX là cha mẹ, người chăm sóc trẻ và trẻ em ngoài "
        "trường học:"
    )
    return (lead, *lines)


def scope_words(f: Facts) -> str:
    """Whose report it is, for a heading."""
    return "thành phố Đà Nẵng" if f.view.unit == CITY else inside(f.view.unit)
