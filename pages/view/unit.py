"""Từng đơn vị: how one unit stands against its plan, what it has reached and not, what is asked of it."""

import streamlit as st

from access import Right
from charts import numbers
from charts.bars import audiences, bullets
from charts.curves import cumulative
from locales.forms import day
from locales.messages import t
from pages.parts import words
from pages.parts.figures import beside_cards, compared, figures_table, results
from pages.parts.listing import rows
from pages.parts.sentences import findings, headline
from pages.parts.sentences import plan as plan_words
from pages.parts.shell import frame
from pages.parts.shell.choices import bar
from pages.parts.shell.links import Links
from pages.parts.shell.visit import permission
from pages.parts.units import asked as unit_asked
from pages.parts.units import files as unit_files
from pages.parts.units import ground as unit_ground
from pages.parts.units import own_work
from pages.parts.units import similar as unit_similar
from program import units
from program.filters import CITY
from program.measures.figures import Progress
from program.targets.listed import local_indicators
from program.views.all_units import UnitInDepth
from program.views.one_unit import UnitPage
from program.vocabulary import INDICATORS

permission.needed(Right.READ)

OFFERED = bar.unit_options()
NAMED = bar.address().get("unit", "")
# Also a unit that never reported: a link to it must not show another one.
if (known := units.unit(NAMED)) and units.reports(known) and NAMED not in (units.CITY, *OFFERED):
    OFFERED.append(NAMED)
# Until one is chosen, one that was heard from.
UNIT = bar.asked(
    "unit", OFFERED, next(filter(results.analysis().cube.units.__contains__, OFFERED), OFFERED[0])
)
view = bar.filter_bar(("period", "calendar", "as_of"), lambda: UNIT)
palette = frame.palette()


def choices() -> tuple[str, str]:
    """The unit and the measure, both in the address."""
    codes = [i.code for i in local_indicators(results.analysis())]
    # The first that it has a target for, where it has any; else the first that it did something for.
    first = next((code for code in codes if (code, UNIT) in results.analysis().targets), "")
    if not first:
        done = {p.indicator.code for p in results.unit_in_depth(UNIT, codes[0], view).local if p.value}
        first = next(filter(done.__contains__, codes), codes[0])
    with st.container(horizontal=True, vertical_alignment="center"):
        unit = bar.choose(
            st.selectbox, "unit", t("Đơn vị"), OFFERED, UNIT,
            bar.dated_name, "", width=300,
        )  # fmt: skip
        code = bar.choose(
            st.selectbox, "indicator", t("Chỉ tiêu"), codes, bar.asked("indicator", codes, first),
            lambda c: t(INDICATORS[c].short_label), first, width=300,
        )  # fmt: skip
    return unit, code


def finding(one: UnitInDepth, page: UnitPage) -> None:
    """How the unit stands, against what, and on how many reports that rests."""
    p, links = one.curve.progress, Links(view.only(unit=one.unit))
    st.title(headline.said(page.headline, one.seats, one.completeness.due, links), anchor=False)
    state = f"{words.status_markdown(p.status)} · {plan_words.against_plan(p, links)}"
    if one.completeness.due:
        state += " " + plan_words.reports_received(one.completeness, links)
    if p.set_beyond:
        state += "  \n" + t(
            "Chỉ tiêu được đặt đến {last}; đơn vị kết thúc ngày {day}, nên chỉ tính phần kế hoạch đến ngày đó.",
            last=day(p.set_beyond), day=day(p.end),
        )  # fmt: skip
    st.markdown(state)


def in_depth(one: UnitInDepth, page: UnitPage) -> None:
    """One unit: what stands beside its totals, what is asked of it, its curve and its audiences."""
    with st.container(gap="xxsmall"):
        beside_cards.of_unit(view.only(unit=one.unit))
        unit_ground.across_break(one.unit)
    unit_asked.draw(page)
    body = not (known := units.unit(one.unit)) or known.level not in ("district", "commune")
    # Departments and mass organisations have neither schools nor wards, nor people to be compared by.
    own = page.work if body else None
    left, right = st.columns(2, gap="medium")
    with left:
        so_far(one)
        if own and own.cells:
            own_work.by_quarter(own, view.only(unit=one.unit))
            st.space("xsmall")
            own_work.places(own)
    with right:
        reached(one)
        if own and own.cells:
            compared.one_unit((p.indicator for p in one.local), view.only(unit=one.unit))
    if not own or not own.cells:
        left, right = st.columns(2, gap="medium")
        with left:
            if page.work and page.work.cells:
                own_work.by_quarter(page.work, view.only(unit=one.unit))
            else:
                own_targets(one)
        if not body:
            with right:
                official(one)
            of_territory(one, page)
    unit_asked.names_to_mend(page)


def so_far(one: UnitInDepth) -> None:
    """What was done of one indicator, day after day, against its plan."""
    p, curve = one.curve.progress, rows.drawn(one.curve)
    finding = frame.head(against(p), t("{name}, cộng dồn", name=words.name_of(p)), inner=True)
    frame.chart(
        cumulative.cumulative(curve, palette), finding, cumulative.alt(curve), "unit-curve",
        lambda: numbers.of_curve(curve),
    )  # fmt: skip


def reached(one: UnitInDepth) -> None:
    """Who was reached, in classes and in sessions."""
    finding = frame.head(findings.of_priority(one.seats), t("Lượt tham gia, không phải số người"), inner=True)
    heard = one.curve.progress.value is not None or any(s.total for s in one.seats.values())
    people, rest = rows.audience_rows(one.seats, heard)
    frame.chart(
        audiences.audiences(people, palette, rest), finding, audiences.alt(people, rest), "unit-audiences"
    )
    figures_table.audiences(one.seats, view.only(unit=one.unit), "unit-audience-figures")


def own_targets(one: UnitInDepth) -> None:
    """The unit's own targets on one scale."""
    local = sorted((rows.indicator_row(q) for q in one.local), key=lambda r: r.share is None)
    finding = frame.head(
        findings.of_targets(one.local) or findings.no_target_judged(one.local),
        t("Phần trăm chỉ tiêu riêng của đơn vị"),
        inner=True,
    )
    frame.chart(bullets.bullets(local, palette), finding, bullets.alt(local), "unit-local")
    figures_table.indicators(one.local, view.only(unit=one.unit), "unit-local-figures")


def official(one: UnitInDepth) -> None:
    """T1 of the unit's schools, by level."""
    levels = [r for r in rows.level_rows(one.levels, one.official) if r.share is not None]
    # Of a unit that is silent T1 is not known, so its levels are not judged either.
    levels = [] if one.official.value is None else levels
    drawn = [rows.indicator_row(one.official), *levels]
    measure = t(
        "Mục tiêu quốc gia: trường có hoạt động trong 12 tháng đến {day}", day=day(one.official.as_of)
    )
    finding = frame.head(findings.of_schools(one.official, one.levels), measure, inner=True)
    frame.chart(
        bullets.bullets(drawn, palette),
        finding,
        bullets.alt(drawn),
        "unit-schools",
        lambda: numbers.of_bullets(drawn),
    )


def of_territory(one: UnitInDepth, page: UnitPage) -> None:
    """The unit's wards and schools, and units like it."""
    left, right = st.columns(2, gap="medium")
    with left:
        if page.wards:
            unit_ground.wards(page)
            st.space("xsmall")
            unit_similar.draw(page, view.only(unit=one.unit))
        else:
            unit_ground.schools(page)
    with right:
        if page.wards:
            unit_ground.schools(page)
        else:
            unit_similar.draw(page, view.only(unit=one.unit))


def against(p: Progress) -> str:
    """What was done of what is due by the unit's day."""
    if p.value is None:
        if p.heard:
            return t("Có báo cáo, chưa rõ số {counter}", counter=t(p.indicator.counter))
        return t("Chưa có báo cáo trong kỳ")
    value = words.amount(p.value, p.indicator.counter)
    if p.expected is None:
        return t("{value} đến {day}", value=value, day=day(p.as_of))
    return t(
        "{value}, kế hoạch đến {day} là {due}", value=value, due=plan_words.due_words(p), day=day(p.as_of)
    )


# The finding stands first, above the choices that it follows from: on a phone it would else be below them.
if NAMED and NAMED not in (CITY, units.CITY, UNIT):
    st.warning(
        t(
            "Không có đơn vị nào mang mã “{code}”. Trang này hiện {unit}.",
            code=words.plain(NAMED[:40]), unit=words.unit_inside(UNIT),
        )
    )  # fmt: skip
first = st.container(gap="xxsmall")
unit, code = choices()
one, page = results.unit_in_depth(unit, code, view), results.unit_page(unit, code, view)
with first:
    finding(one, page)
in_depth(one, page)
unit_files.draw(view.only(unit=unit))
frame.foot(view.only(unit=unit), one.completeness)
