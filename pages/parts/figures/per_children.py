"""Attendances for each 100 children: units of unlike size on one scale. An intensity, never coverage."""

from html import escape

import streamlit as st

from charts import numbers
from charts.bars import ranking
from charts.bars.ranking import RankedRow
from locales.forms import day, number
from locales.messages import t
from pages.parts.figures import results, what_if
from pages.parts.shell import frame, markup
from pages.parts.shell.choices import bar
from pages.parts.words import MORE_UNITS, listed, period_name, unit_inside
from program import units
from program.filters import CITY, Filters
from program.per_children.children import Denominator
from program.per_children.intensity import Intensity, Ranking
from program.text import lower_first, sentence
from program.views.all_units import UnitsView
from program.vocabulary import AUDIENCE_LABELS, INDICATORS, KIND_LABELS, Audience, Kind

_KINDS = [str(kind) for kind in KIND_LABELS]
_LINE = "margin:0;line-height:1.5"
_AUDIENCES = [bar.ALL, *(str(audience) for audience in AUDIENCE_LABELS)]


def section(shown: UnitsView, code: str, view: Filters) -> None:
    """The ranking with its choices, at first those of the indicator that the page speaks of. Where no unit has a
    number of children there is nothing to draw: the head has the city's figure."""
    indicator = INDICATORS[code]
    kind, chosen = _asked(code)
    found = results.per_children(kind, chosen, tuple(p.unit for p in shown.ranked), view)
    finding = frame.head(_finding(found), _measure(found, kind, chosen, shown.tier, view))
    if found.ranked:
        _choices(str(kind), str(chosen or bar.ALL), indicator.kind, indicator.audience)
        city = (found.city,) if found.city.per_hundred is not None else ()
        rows = [_row(i) for i in (*city, *found.ranked)]
        frame.chart(
            ranking.ranked(rows, frame.palette()),
            finding,
            ranking.alt(rows),
            "per-children",
            lambda: numbers.of_ranked(rows),
        )
    lines = []
    if found.without:
        names = [
            t("{unit} ({n} lượt)", unit=unit_inside(i.unit), n=number(i.attendances or 0))
            for i in found.without
        ]
        lines.append(t("Chưa có mẫu số nên không xếp: {units}.", units=listed(names, 20, MORE_UNITS)))
    if found.silent:
        names = [unit_inside(i.unit) for i in found.silent]
        lines.append(
            t(
                "Chưa có báo cáo hoặc chưa ghi số lượt, không phải bằng 0: {units}.",
                units=listed(names, 20, MORE_UNITS),
            )
        )
    if lines:
        frame.note("  \n".join(lines))
    what_if.children(kind, chosen, [p.unit for p in shown.ranked], view)


def line(shown: UnitsView, code: str, view: Filters) -> None:
    """The same in a line below the first sentence, with the way to the numbers of children and what moves with them:
    on a phone the ranking stands far below. Paper has the ranking."""
    kind, chosen = _asked(code)
    found = results.per_children(kind, chosen, tuple(p.unit for p in shown.ranked), view)
    rates = [(unit_inside(i.unit), i) for i in found.ranked]
    if found.city.per_hundred is not None:
        rates.append((t("toàn thành phố"), found.city))
    what = lower_first(t(KIND_LABELS[kind])) + (
        f", {lower_first(t(AUDIENCE_LABELS[chosen]))}" if chosen else ""
    )
    if not rates:
        if found.without:
            words = t(
                "Chưa có số trẻ em nên chưa tính được lượt trên 100 trẻ em; nộp số trẻ em ở trang Nộp báo cáo."
            )
            markup.put(f"<p class='dashboard-lead' style='{_LINE}'>{escape(words)}</p>")
        return
    told = "; ".join(f"{escape(name)} <strong>{number(i.per_hundred or 0, 1)}</strong>" for name, i in rates)
    years = sorted({str(i.children.year) for _, i in rates if i.children})
    way = what_if.link(t("Số trẻ em năm {years}", years=listed(years)))
    lacking = t("{n} đơn vị chưa có", n=number(len(found.without)))
    markup.put(
        f"<p class='dashboard-lead' style='{_LINE}'>{escape(t('Lượt trên 100 trẻ em ({what}):', what=what))} {told}. {way}"
        + (f"; {escape(lacking)}.</p>" if found.without else ".</p>")
    )


def _asked(code: str) -> tuple[Kind, Audience | None]:
    """The kind and audience in the address, those of the indicator where there are none."""
    indicator = INDICATORS[code]
    kind = bar.asked("per_kind", _KINDS, str(indicator.kind or Kind.TRAINING_CLASS))
    audience = bar.asked("per_audience", _AUDIENCES, str(indicator.audience or bar.ALL))
    return Kind(kind), None if audience == bar.ALL else Audience(audience)


def _choices(kind: str, audience: str, own_kind: Kind | None, own_audience: Audience | None) -> None:
    kinds = {str(code): text for code, text in KIND_LABELS.items()}
    audiences = {bar.ALL: "mọi đối tượng"} | {str(code): text for code, text in AUDIENCE_LABELS.items()}
    with st.container(horizontal=True):
        bar.choose(
            st.selectbox, "per_kind", t("Loại hoạt động"), _KINDS, kind, lambda c: t(kinds[c]),
            str(own_kind or Kind.TRAINING_CLASS), width=200,
        )  # fmt: skip
        bar.choose(
            st.selectbox, "per_audience", t("Đối tượng"), _AUDIENCES, audience, lambda c: t(audiences[c]),
            str(own_audience or bar.ALL), width=280,
        )  # fmt: skip


def _finding(found: Ranking) -> str:
    if not found.ranked:
        if found.city.per_hundred is None:
            return t("Chưa tính được lượt trên 100 trẻ em")
        return t("Toàn thành phố {n} lượt trên 100 trẻ em", n=number(found.city.per_hundred, 1))
    first, last = found.ranked[0], found.ranked[-1]
    told = t(
        "{unit} {n} lượt trên 100 trẻ em",
        unit=sentence(unit_inside(first.unit)), n=number(first.per_hundred or 0, 1),
    )  # fmt: skip
    if last is first:
        return told
    return told + t(", {unit} {n}", unit=unit_inside(last.unit), n=number(last.per_hundred or 0, 1))


def _measure(found: Ranking, kind: Kind, audience: Audience | None, tier: str, view: Filters) -> str:
    """What is measured against whom: period, denominators with year, source and boundary."""
    who = t(AUDIENCE_LABELS[audience]) if audience else t("mọi đối tượng")
    parts = [
        t(
            "Lượt tham gia {kind}, {who}, {period}; là cường độ, không phải độ bao phủ, có thể quá 100",
            kind=lower_first(t(KIND_LABELS[kind])), who=lower_first(who), period=period_name(view.period),
        )
    ]  # fmt: skip
    given = [i.children for i in (*found.ranked, found.city) if i.children]
    if given:
        boundary = t("địa giới quận, huyện đến 30-6-2025")
        if not found.ranked:
            boundary = t("địa bàn Đà Nẵng cũ")
        elif tier == "communes":
            boundary = t("địa giới phường, xã từ {day}", day=day(units.BREAK))
        parts.append(
            t(
                "mẫu số: trẻ em dưới 16 tuổi, {sources}; {boundary}",
                sources=_sources(given),
                boundary=boundary,
            )
        )
    return " · ".join(parts)


def _sources(given: list[Denominator]) -> str:
    known = dict.fromkeys(
        t("năm {year} ({origin})", year=d.year, origin=d.origin or t("nhiều nguồn")) for d in given
    )
    return listed(list(known), 4)


def _row(found: Intensity) -> RankedRow:
    children, city = found.children, found.unit == CITY
    basis = t("{n} trẻ em, {year}", n=number(children.value), year=children.year) if children else ""
    return RankedRow(
        t("Toàn thành phố (địa bàn cũ)") if city else units.label(found.unit, with_type=True),
        found.per_hundred or 0.0,
        t("{n} lượt", n=number(found.per_hundred or 0, 1)),
        basis,
        context=city,
    )
