"""Progress against the plan as sentences, made from results by rule; never typed."""

from collections.abc import Sequence

from locales.forms import day, month, number, percent
from locales.messages import t
from pages.parts.shell.links import PLAIN, Links
from pages.parts.words import SLOW, amount, listed, name_of, sentence, unit_inside
from program.completeness import Completeness
from program.figures import Progress
from program.periods import PROGRAMME_START
from program.views.headline import began, young
from program.views.overview import Overview
from program.vocabulary import STATUS_LABELS, Status


def lede(o: Overview, links: Links = PLAIN) -> str:
    """The lines under the headline: T1, done and due by now, who is furthest behind, reports received. With
    `links` each number leads to what it is made of."""
    parts = [schools_words(o.official[0], links)] if o.official[0].value is not None else []
    if o.focus:
        parts.append(against_plan(o.focus.progress, links))
    behind = [p for p in o.units if p.status in SLOW]
    if behind:
        parts.append(_furthest(behind, links))
    if o.completeness.due:
        parts.append(reports_received(o.completeness, links))
    return " ".join(parts)


def _furthest(behind: Sequence[Progress], links: Links) -> str:
    """Who lacks most after the end, or is slowest before it; all of those who stand alike."""
    first = behind[0]

    def lack(p: Progress) -> float | None:
        return (p.target or 0) - (p.value or 0) if p.ended else p.pace

    alike = [p.unit for p in behind if p.ended == first.ended and lack(p) == lack(first)]
    names = [links.unit(unit_inside(code), code) for code in alike[1:]]
    names.insert(0, links.unit(sentence(unit_inside(first.unit)), first.unit))
    words = "{unit} thiếu nhiều nhất." if first.ended else "{unit} chậm nhất."
    return t(words, unit=listed(names, 3))


def schools_words(t1: Progress, links: Links = PLAIN) -> str:
    """T1 in words, with its numerator and denominator (Markdown)."""
    schools = t("{n}/{all} trường", n=number(t1.numerator or 0), all=number(t1.denominator or 0))
    return t(
        "Mục tiêu quốc gia T1 {status}: **{schools}** ({share}).",
        status=t(STATUS_LABELS[t1.status]), schools=links.rows(schools, t1),
        share=percent((t1.value or 0) / 100, 1),
    )  # fmt: skip


def against_plan(p: Progress, links: Links = PLAIN) -> str:
    """One indicator against its plan, in words (Markdown)."""
    counter = p.indicator.counter
    if p.value is None:
        return t("{name}: chưa có số liệu.", name=name_of(p))
    if p.target is None or p.expected is None:
        return t(
            "{name}: {value}, chưa có chỉ tiêu.",
            name=name_of(p), value=links.rows(amount(p.value, counter), p),
        )  # fmt: skip
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
            name=name_of(p), value=links.rows(number(p.value), p),
            target=links.plan(amount(p.target, counter), p), verdict=f"**{verdict}**",
        )  # fmt: skip
    return t(
        "{name}: {value}, kế hoạch đến nay {expected}, đến {day} là {target}.",
        name=name_of(p), value=links.rows(amount(p.value, counter), p),
        expected=links.plan(due_words(p), p), day=day(p.end), target=links.plan(number(p.target), p),
    )  # fmt: skip


def due_words(p: Progress) -> str:
    """What is planned by now: "chưa đến 1" below one, and as exactly as it takes to be more than what is done
    where the indicator is behind."""
    due = p.expected or 0
    if 0 < due < 1:
        return t("chưa đến 1")
    return number(due, 1 if p.status in SLOW and round(due) <= round(p.value or 0) else 0)


def pace_words(p: Progress, links: Links = PLAIN) -> str:
    """What is needed from here on against what the last twelve months brought; empty where the time is
    over or the rates are not known. With less than a month left a monthly rate says nothing. With `links` each
    number leads to what it is made of."""
    counter, left = p.indicator.counter, (p.end - p.as_of).days
    if p.ended or p.value is None or p.target is None or p.needed is None:
        return ""
    if left < 31:
        gap = links.plan(amount(p.target - p.value, counter), p)
        return t("còn thiếu {gap} trong {n} ngày", gap=gap, n=number(left))
    text = t("cần {needed} mỗi tháng", needed=links.plan(amount(p.needed, counter, 1), p))
    if p.recent is None:
        return text
    recent = links.recent(number(p.recent, 1), p)
    if young(p):
        return text + t(", từ {day} bình quân {recent}", day=day(began(p)), recent=recent)
    return text + t(", 12 tháng qua đạt {recent}", recent=recent)


def reports_received(done: Completeness, links: Links = PLAIN) -> str:
    """Tính trên 82/84 báo cáo quý."""
    have = t("{have}/{due} báo cáo quý", have=number(done.reports), due=number(done.due))
    return t("Tính trên **{reports}**.", reports=links.reports(have))


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
    needed = pace_words(p)
    if p.status in SLOW and needed:
        return t("kém kế hoạch {since}; **{needed}**.", since=since_words(p), needed=needed)
    return t("{value} trên {target}.", value=number(p.value), target=amount(p.target, counter))
