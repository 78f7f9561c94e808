"""Findings as sentences, made from results by rule; never typed."""

import re
from datetime import date

from locales.forms import day, month, number, percent
from locales.messages import language, t
from program import units
from program.analysis import Completeness
from program.figures import Progress
from program.filters import CITY
from program.overlaps import Overlap
from program.overview import Overview, Seats
from program.periods import PROGRAMME_START, Period
from program.vocabulary import KIND_COUNTERS, KIND_LABELS, STATUS_LABELS, STATUS_SHAPES, Kind, Status

SLOW = (Status.NEEDS_ACCELERATION, Status.FAR_BEHIND, Status.NOT_MET)
# Hues of st.markdown that config.toml sets to those of the status.
_HUES = {
    Status.MET: "green",
    Status.ON_TRACK: "blue",
    Status.NEEDS_ACCELERATION: "orange",
    Status.FAR_BEHIND: "red",
    Status.NOT_MET: "red",
    Status.NOT_ASSESSABLE: "gray",
}


def lower_first(text: str) -> str:
    """A name as it stands inside a sentence; T1 stays T1."""
    return text if text[1:2].isupper() or text[1:2].isdigit() else text[:1].lower() + text[1:]


def unit_inside(code: str) -> str:
    """A unit's name as it stands inside a sentence: "quận Hải Châu", but "Sở Y tế"."""
    found = units.unit(code)
    name = units.label(code, with_type=True)
    return name[:1].lower() + name[1:] if found and found.level in ("district", "commune") else name


def sentence(text: str) -> str:
    """Words as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def listed(names: list[str], limit: int = 3) -> str:
    """a, b và c; what is over the limit is counted."""
    if len(names) > limit:
        return ", ".join(names[:limit]) + t(" và {n} nữa", n=number(len(names) - limit))
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + t(" và ") + names[-1]


def count(seats: Seats) -> str:
    """How many activities, with their counter; said in words where nobody gave the number."""
    if seats.activities is None:
        return t("chưa rõ số {counter}", counter=t(KIND_COUNTERS[seats.kind]))
    return amount(seats.activities, KIND_COUNTERS[seats.kind])


def status_words(status: Status) -> str:
    """Shape and word: "▲ cần tăng tốc"."""
    return f"{STATUS_SHAPES[status]} {t(STATUS_LABELS[status])}"


def status_markdown(status: Status) -> str:
    """Shape and word in the hue of the status, for Markdown."""
    return f":{_HUES[status]}[**{status_words(status)}**]"


def name_of(p: Progress) -> str:
    """The short name of an indicator."""
    return t(p.indicator.short_label)


def amount(value: float, counter: str, digits: int = 0) -> str:
    """A figure with its unit: "143 lớp", "62,0 %"."""
    if counter == "%":
        return percent(value / 100, 0 if float(value).is_integer() else 1)
    return f"{number(value, digits)} {t(counter, n=number(value, digits))}"


def period_name(period: Period) -> str:
    """A period for a heading."""
    return period.code if language() == "en" and period.grain != "programme" else period.label


def gap_words(gaps: tuple[tuple[str, Period], ...]) -> str:
    """Missing reports by unit: "huyện Hòa Vang (quý IV/2022)"; many of one unit are counted."""
    by_unit: dict[str, list[str]] = {}
    for code, quarter in gaps:
        by_unit.setdefault(code, []).append(period_name(quarter))
    named = []
    for code, quarters in by_unit.items():
        which = ", ".join(quarters) if len(quarters) <= 2 else t("{n} quý", n=number(len(quarters)))
        named.append(f"{unit_inside(code)} ({which})")
    return listed(named, 8) or t("không có")


def overlap_words(found: tuple[Overlap, ...]) -> str:
    """Which summaries differ from the detailed list beside them: unit, kind, days, both counts."""
    return listed(
        [
            t(
                "{unit}, {kind}, {start} đến {end} (tổng hợp {summed}, chi tiết {listed})",
                unit=unit_inside(o.unit),
                kind=lower_first(t(KIND_LABELS[Kind(o.kind)])),
                start=day(o.start),
                end=day(o.end),
                summed=t("không ghi số") if o.summed is None else number(o.summed),
                listed=t("không ghi số") if o.listed is None else number(o.listed),
            )
            for o in found
        ]
    )


def headline(o: Overview, start: date, end: date) -> str:
    """The overview's state as one sentence."""
    if end < start:
        return t(
            "Kỳ {period} chưa bắt đầu vào ngày {day}.", period=period_name(o.filters.period), day=day(end)
        )
    until = t("Đến {day}, ", day=day(end))
    if o.filters.unit != CITY:
        until = t("{unit}, đến {day}: ", unit=units.label(o.filters.unit, with_type=True), day=day(end))
    return f"{until}{_state(o)}."


def _state(o: Overview) -> str:
    """What is so, without the day."""
    if not o.reported:
        return t("chưa có báo cáo nào")
    assessed = [p for p in o.local if p.status != Status.NOT_ASSESSABLE]
    if not assessed:
        return t(
            "đã tổ chức {classes} tập huấn và {sessions} truyền thông; chưa có chỉ tiêu để so sánh",
            classes=count(o.seats[Kind.TRAINING_CLASS]),
            sessions=count(o.seats[Kind.COMMUNICATION_SESSION]),
        )
    slow = [lower_first(name_of(p)) for p in sorted(assessed, key=lambda p: p.pace or 0) if p.status in SLOW]
    ended = all(p.ended for p in assessed)
    worst = worst_unit(o)
    if not slow:
        if ended:
            return t("đạt cả {n} chỉ tiêu địa phương", n=len(assessed))
        return t("mọi chỉ tiêu địa phương theo kịp kế hoạch")
    if not ended:
        tail = t("; {unit} chậm nhất", unit=worst) if worst else ""
        return t("{names} chậm hơn kế hoạch", names=listed(slow)) + tail
    tail = t("; {unit} thiếu nhiều nhất", unit=worst) if worst else ""
    return (
        t(
            "chưa đạt {n}/{all} chỉ tiêu địa phương: {names}",
            n=len(slow),
            all=len(assessed),
            names=listed(slow),
        )
        + tail
    )


def worst_unit(o: Overview) -> str | None:
    """The unit furthest behind in the measure of the headline."""
    behind = [p for p in o.units if p.status in SLOW]
    return unit_inside(behind[0].unit) if behind else None


def lede(o: Overview) -> str:
    """The line under the headline: done, due by now, needed a month, last twelve months, reports received."""
    parts = [schools_words(o.official[0])] if o.official[0].value is not None else []
    if o.focus:
        parts.append(against_plan(o.focus.progress))
    if o.completeness.due:
        parts.append(reports_received(o.completeness))
    return " ".join(parts)


def schools_words(t1: Progress) -> str:
    """T1 in words, with its numerator and denominator (Markdown)."""
    return t(
        "Mục tiêu quốc gia T1 {status}: **{n}/{all} trường** ({share}).",
        status=t(STATUS_LABELS[t1.status]), n=number(t1.numerator or 0), all=number(t1.denominator or 0),
        share=percent((t1.value or 0) / 100, 1),
    )  # fmt: skip


def against_plan(p: Progress) -> str:
    """One indicator against its plan, in words (Markdown)."""
    if p.value is None or p.target is None or p.expected is None:
        return t("{name}: chưa đánh giá được.", name=name_of(p))
    counter = p.indicator.counter
    if p.ended:
        gap = p.target - p.value
        verdict = (
            t("thiếu {gap}", gap=amount(gap, counter))
            if gap > 0
            else t("vượt {gap}", gap=amount(-gap, counter))
        )
        if round(gap) == 0:
            verdict = t("vừa đủ")
        return t(
            "{name}: {value} trên {target} theo chỉ tiêu, {verdict}.",
            name=name_of(p), value=number(p.value), target=amount(p.target, counter), verdict=f"**{verdict}**",
        )  # fmt: skip
    text = t(
        "{name}: {value}, kế hoạch đến nay {expected}.",
        name=name_of(p), value=amount(p.value, counter), expected=number(p.expected),
    )  # fmt: skip
    if p.needed is not None and p.recent is not None and p.value < p.target:
        text += " " + t(
            "Muốn đủ {target} vào {day} cần **{needed} mỗi tháng**; 12 tháng qua {recent}.",
            target=amount(p.target, counter), day=day(p.end),
            needed=amount(p.needed, counter, 1), recent=number(p.recent, 1),
        )  # fmt: skip
    return text


def reports_received(done: Completeness) -> str:
    """Tính trên 82/84 báo cáo quý."""
    return t("Tính trên **{have}/{due} báo cáo quý**.", have=number(done.reports), due=number(done.due))


def since_words(p: Progress) -> str:
    """From when on it is behind."""
    if p.since is None:
        return ""
    if (p.since - PROGRAMME_START).days < 120:
        return t("ngay từ đầu")
    return t("từ {month}", month=month(p.since))


def unit_needs(p: Progress) -> str:
    """What one unit needs for an indicator (Markdown)."""
    counter = p.indicator.counter
    if p.value is None:
        return t("chưa có báo cáo trong kỳ.")
    if p.target is None:
        return t("{value}; chưa có chỉ tiêu.", value=amount(p.value, counter))
    if p.status == Status.NOT_MET:
        return t(
            "thiếu {gap} trên {target}.",
            gap=amount(p.target - p.value, counter),
            target=amount(p.target, counter),
        )
    if p.status in SLOW and p.needed is not None and p.recent is not None:
        return t(
            "kém kế hoạch {since}. Cần **{needed} mỗi tháng**; 12 tháng qua {recent}.",
            since=since_words(p), needed=amount(p.needed, counter, 1), recent=number(p.recent, 1),
        )  # fmt: skip
    return t("{value} trên {target}.", value=number(p.value), target=amount(p.target, counter))


_MARKUP = str.maketrans({c: f"\\{c}" for c in "\\`*_{}[]()<>#+-.!|$~:&"})


# An address or the name of an icon is recognised after signs were taken as they are; a joiner of no
# width within it prevents that.
_RECOGNISED = re.compile(r":(?=//|material/)|www(?=\.)|@", re.IGNORECASE)
_WORD_JOINER = "\u2060"


def plain(text: str) -> str:
    """Words from a file as they are: no sign of them is taken for Markdown, no address becomes a link."""
    return _RECOGNISED.sub(rf"\g<0>{_WORD_JOINER}", " ".join(text.split())).translate(_MARKUP)
