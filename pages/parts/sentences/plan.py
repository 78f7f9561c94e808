"""Progress against the plan as sentences, made from results by rule; never typed."""

from collections.abc import Sequence

from locales.forms import day, month, number, percent
from locales.messages import t
from pages.parts.shell.links import PLAIN, Links
from pages.parts.words import (
    MORE_UNITS,
    SLOW,
    amount,
    but_without,
    listed,
    name_of,
    status_markdown,
    unit_inside,
)
from program.measures.completeness import Completeness
from program.measures.figures import Progress
from program.periods import PROGRAMME_START
from program.shares import share_in_words, shown_share
from program.text import lower_first
from program.views.cases import Case
from program.views.headline import began, lack_digits, of_overview, young
from program.views.overview import LevelReach, Overview
from program.vocabulary import Status

# How many units a sentence names.
_NAMED = 3


def lede(o: Overview, links: Links = PLAIN) -> str:
    """The lines under the headline, an answer each: done and due by now and who is furthest behind; how the others
    stand; T1, and on how many reports it all rests. With `links` each number leads to what it is made of (Markdown)."""
    lines = []
    if o.focus:
        p, h = o.focus.progress, of_overview(o)
        state = status_markdown(p.status)
        if h.case == Case.NOT_DUE and p.status in SLOW:
            # Less than one is due: by the rule it is behind, of which the first sentence says nothing.
            state = t("{state} theo tỷ lệ", state=state)
        lines.append(f"{state} · {against_plan(p, links)}")
        lines.append(furthest(o.units, links))
        if h.case == Case.BEHIND and h.assessed > 1:
            kept = links.plans(f"{number(h.assessed - h.behind)}/{number(h.assessed)}")
            lines.append(t("{part} chỉ tiêu địa phương theo kịp kế hoạch.", part=f"**{kept}**"))
    elif o.compared and (behind := furthest(o.units, links)):
        lines.append(
            t("Theo chỉ tiêu riêng về {name}: {behind}", name=lower_first(name_of(o.compared)), behind=behind)
        )
    last = [schools_words(o.official[0], o.levels, links)] if o.official[0].value is not None else []
    if o.completeness.due:
        last.append(reports_received(o.completeness, links))
    lines.append(" ".join(last))
    return "  \n".join(filter(None, lines))


def furthest(ranked: Sequence[Progress], links: Links = PLAIN) -> str:
    """How many units are behind, and who most: "5/7 đơn vị chậm, nhất là huyện Hòa Vang (12 %) …"; of those who
    stand alike none is left out silently. `ranked` worst first; empty where nobody is behind."""
    slow = [p for p in ranked if p.status in SLOW]
    if not slow:
        return ""
    # Units that can still catch up stand first; those whose time is over are counted apart from them.
    ended = all(p.ended for p in slow)
    behind = [p for p in slow if p.ended == ended]
    if ended:
        behind.sort(key=lambda p: (p.value or 0) - (p.target or 0))
    first = behind[0]

    def lack(p: Progress) -> float | None:
        return (p.target or 0) - (p.value or 0) if p.ended else p.pace

    def told(p: Progress) -> str:
        if p.ended:
            return lacking(p)
        share = shown_share(p.value, p.expected) or 0.0
        shown = percent(share / 100, 0 if share.is_integer() else 1)
        return t("{share} kế hoạch đến nay", share=shown) if p is first else shown

    alike = [p for p in behind if lack(p) == lack(first)]
    named = alike if len(alike) > _NAMED else behind[:_NAMED]
    names = [f"{links.unit(unit_inside(p.unit), p.unit)} ({told(p)})" for p in named]
    words = "{part} đơn vị chậm ở chỉ tiêu này, nhất là {units}."
    if first.ended:
        words = "{part} đơn vị chưa đạt chỉ tiêu này, thiếu nhiều nhất: {units}."
    judged = sum(p.status != Status.NOT_ASSESSABLE and p.ended == ended for p in ranked)
    part = f"{number(len(behind))}/{number(judged)}"
    return t(words, part=f"**{links.units(part, first)}**", units=listed(names, _NAMED, MORE_UNITS))


def schools_words(t1: Progress, levels: Sequence[LevelReach], links: Links = PLAIN) -> str:
    """T1 in words, with its numerator and denominator and, where it is met, what of it is not counted (Markdown)."""
    schools = t("{n}/{all} trường", n=number(t1.numerator or 0), all=number(t1.denominator or 0))
    return t(
        "{status} · Mục tiêu quốc gia T1: **{schools}** ({share}){but}.",
        status=status_markdown(t1.status), schools=links.rows(schools, t1),
        share=share_in_words(t1.numerator or 0, t1.denominator or 1, 1),
        but=but_without(t1, [(r.level, r.total) for r in levels]),
    )  # fmt: skip


def against_plan(p: Progress, links: Links = PLAIN) -> str:
    """One indicator against its plan, in words (Markdown)."""
    counter = p.indicator.counter
    if p.value is None:
        if p.heard:
            return t("{name}: chưa rõ số {counter}.", name=name_of(p), counter=t(counter))
        return t("{name}: chưa có số liệu.", name=name_of(p))
    if p.target is None or p.expected is None:
        return t(
            "{name}: {value}, chưa có chỉ tiêu.",
            name=name_of(p), value=links.rows(amount(p.value, counter), p),
        )  # fmt: skip
    if p.ended:
        gap = p.target - p.value
        verdict = t("thiếu {gap}", gap=lacking(p)) if gap > 0 else t("vượt {gap}", gap=amount(-gap, counter))
        if gap <= 0 and round(gap) == 0:
            verdict = t("vừa đủ")
        return t(
            "{name}: {value} trên {target} theo chỉ tiêu, {verdict}.",
            name=name_of(p), value=links.rows(number(p.value), p),
            target=links.plan(amount(p.target, counter, lack_digits(p)), p), verdict=f"**{verdict}**",
        )  # fmt: skip
    return t(
        "{name}: {value}, kế hoạch đến nay {expected}, đến {day} là {target}.",
        name=name_of(p), value=links.rows(amount(p.value, counter), p),
        expected=links.plan(due_words(p), p), day=day(p.end), target=links.plan(number(p.target, lack_digits(p)), p),
    )  # fmt: skip


def lacking(p: Progress) -> str:
    """What is lacking to the target."""
    return amount((p.target or 0) - (p.value or 0), p.indicator.counter, lack_digits(p))


def due_words(p: Progress) -> str:
    """What is planned by now: with decimals below one, and as exactly as it takes to be more than what is done
    where the indicator is behind."""
    due = p.expected or 0
    if 0 < due < 1:
        return number(due, 1 if due >= 0.05 else 2)
    return number(due, 1 if p.status in SLOW and round(due) <= round(p.value or 0) else 0)


def pace_words(p: Progress, links: Links = PLAIN) -> str:
    """What is needed from here on against what the last twelve months brought; empty where the time is
    over or the rates are not known. With less than a month left a monthly rate says nothing. With `links` each
    number leads to what it is made of."""
    counter, left = p.indicator.counter, (p.end - p.as_of).days
    if p.ended or p.value is None or p.target is None or p.needed is None:
        return ""
    if left < 31:
        gap = links.plan(lacking(p), p)
        return t("còn thiếu {gap} trong {n} ngày", gap=gap, n=number(left))
    text = t("cần {needed} mỗi tháng", needed=links.plan(amount(p.needed, counter, 1), p))
    if p.recent is None:
        return text
    if not p.recent and counter != "%":
        none = t("không có {counter} nào", counter=t(counter))
        if young(p):
            return text + t(", từ {day} {none}", day=day(began(p)), none=none)
        return text + t(", 12 tháng qua {none}", none=none)
    recent = links.recent(amount(p.recent, counter, 1), p)
    if young(p):
        return text + t(", từ {day} bình quân {recent}", day=day(began(p)), recent=recent)
    return text + t(", 12 tháng qua bình quân {recent}", recent=recent)


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
    """What one unit needs for an indicator, plain words."""
    counter = p.indicator.counter
    if p.value is None:
        return t("chưa rõ số {counter}.", counter=t(counter)) if p.heard else t("chưa có báo cáo trong kỳ.")
    if p.target is None:
        return t("{value}; chưa có chỉ tiêu.", value=amount(p.value, counter))
    if p.status == Status.NOT_MET:
        return t(
            "thiếu {gap} trên {target}.",
            gap=lacking(p),
            target=amount(p.target, counter, lack_digits(p)),
        )
    needed = pace_words(p)
    if p.status in SLOW and needed:
        return t("kém kế hoạch {since}; {needed}.", since=since_words(p), needed=needed)
    return t(
        "{value} trên {target}.", value=number(p.value), target=amount(p.target, counter, lack_digits(p))
    )
