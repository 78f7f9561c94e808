"""Đơn vị: every unit side by side on one scale, silent units apart."""

from contextlib import nullcontext

import streamlit as st

from access import Right
from charts import numbers
from charts.bars import bullets
from charts.curves import small_multiples
from charts.grids import heat
from locales.forms import day, number
from locales.messages import t
from pages.parts import words
from pages.parts.figures import compared, figures_table, per_children, results
from pages.parts.listing import drill, rows
from pages.parts.sentences import findings, headline
from pages.parts.sentences import plan as plan_words
from pages.parts.shell import frame, markup
from pages.parts.shell.choices import bar
from pages.parts.shell.links import Links
from pages.parts.shell.visit import permission
from pages.parts.units import on_map
from program import units
from program.measures.analysis import span
from program.measures.completeness import completeness
from program.targets.listed import first_for_units, local_indicators
from program.text import lower_first, sentence
from program.views import all_units
from program.views.all_units import UnitsView
from program.views.headline import across
from program.vocabulary import INDICATORS, Status

permission.needed(Right.READ)

# More units than their curves leave room for other things on a sheet.
_SHEET = 8
TIER_NAMES = {"districts": "Quận, huyện (đến 30-6-2025)", "communes": "Phường, xã (từ 1-7-2025)"}

view = bar.filter_bar(("period", "calendar", "as_of"))
start, end = span(view)
palette = frame.palette()


def choices() -> tuple[str, str]:
    """The measure and the tier of units, both in the address."""
    codes = [i.code for i in local_indicators(results.analysis())]
    first = first_for_units(results.analysis())
    with st.container(horizontal=True, vertical_alignment="center"):
        code = bar.choose(
            st.selectbox, "indicator", t("Chỉ tiêu"), codes, bar.asked("indicator", codes, first),
            lambda c: t(INDICATORS[c].short_label), first, width=300,
        )  # fmt: skip
        offered = list(all_units.tiers(view)) or ["districts"]
        tier = first_tier(offered)
        if len(offered) > 1:
            tier = bar.choose(
                st.selectbox, "tier", t("Cấp đơn vị"), offered, bar.asked("tier", offered, tier),
                lambda c: t(TIER_NAMES[c]), tier, width=300,
            )  # fmt: skip
    return code, tier


def first_tier(offered: list[str]) -> str:
    """The tier shown until one is chosen: the first that was heard from, where only one was."""
    heard = {found.level for code in results.analysis().cube.units if (found := units.unit(code))}
    return offered[-1] if "district" not in heard and "commune" in heard else offered[0]


def side_by_side(shown: UnitsView, name: str) -> None:
    """Bullet rows, worst first, silent units last; the map beside them."""
    slow = [p for p in shown.ranked if p.status in words.SLOW]
    kept = [p for p in shown.ranked if p.status in (Status.MET, Status.ON_TRACK)]
    left, right = st.columns(2, gap="medium")
    with left:
        ended = bool(slow) and all(p.ended for p in slow)
        finding = frame.head(
            findings.of_units(shown.ranked),
            " · ".join(
                [
                    t("{name} · phần trăm chỉ tiêu riêng, thấp nhất đứng đầu", name=name)
                    if ended
                    else t("{name} · phần trăm chỉ tiêu riêng, chậm nhất đứng đầu", name=name),
                    *held_until(shown),
                    *received(shown),
                ]
            ),
        )
        drawn = [rows.unit_row(p, shown.completeness[p.unit]) for p in shown.ranked]
        frame.chart(bullets.bullets(drawn, palette), finding, bullets.alt(drawn), "units")
        figures_table.offer(shown.ranked, view, "unit-figures")
    with right:
        on_map.draw(shown, slow, bool(slow or kept))


def what_next(shown: UnitsView, code: str) -> None:
    """What has to be done before units can be set side by side, where none can be judged; on the screen alone."""
    if any(p.status != Status.NOT_ASSESSABLE for p in shown.ranked):
        return
    if all(p.value is None and not p.heard for p in shown.ranked):
        said = "Gửi tệp báo cáo ở trang [Nộp báo cáo]({address}), hoặc đổi phạm vi xem ở góc phải."
        address = drill.href("submit", {})
    elif not any(p.target for p in shown.ranked):
        said = "Chỉ tiêu của từng đơn vị do cơ quan đầu mối giao ở trang [Mục tiêu]({address}); có chỉ tiêu thì trang này cho biết đơn vị nào chậm."
        address = drill.href("targets", bar.kept(indicator=code))
    else:
        return
    with st.container(key="next"):
        st.markdown(t(said, address=address))


def held_until(shown: UnitsView) -> list[str]:
    """That districts are judged by a part of their plan, where a target was set for days after their last."""
    cut = next((p for p in shown.ranked if p.set_beyond), None)
    return [t("chỉ tính kế hoạch đến {day}, ngày đơn vị kết thúc", day=day(cut.end))] if cut else []


def received(shown: UnitsView) -> list[str]:
    """On how many reports the units of the tier rest: 107/112 báo cáo quý; nothing where none is due."""
    every = [shown.completeness[p.unit] for p in shown.ranked]
    due = sum(one.due for one in every)
    have = sum(one.reports for one in every)
    return [t("{have}/{due} báo cáo quý", have=number(have), due=number(due))] if due else []


def calendar(shown: UnitsView, counter: str, name: str) -> None:
    """Unit × quarter: what was reported, what was declared zero, what is missing."""
    columns, lines = rows.heat_rows(shown)
    if not columns:
        return
    unheard = sum(line.due - line.received for line in lines)
    finding = frame.head(
        t("Còn thiếu {n} báo cáo quý", n=number(unheard)) if unheard else t("Đã nhận đủ báo cáo quý"),
        t(
            "{name}: số {counter} mỗi quý · cột cuối: báo cáo đã nhận trên số phải nộp",
            name=name,
            counter=counter,
        ),
    )
    markup.put(heat.key(lines, palette, counter))
    frame.chart(heat.heat(columns, lines, palette, counter), finding, heat.alt(lines), "heat")
    figures_table.quarters(shown, view, code, "quarter-figures")


def since_when(shown: UnitsView, counter: str, name: str) -> None:
    """Every unit's curve on one scale: who fell behind, and when."""
    if not any(curve.points and curve.progress.value is not None for curve in shown.curves):
        return
    drawn = rows.small_rows(shown)
    slow = [p for p in shown.ranked if p.status in words.SLOW and p.since]
    first = min(slow, key=lambda p: p.since or end, default=None)
    finding = t("Không đơn vị nào kém kế hoạch")
    if all(p.status == Status.NOT_ASSESSABLE for p in shown.ranked):
        most = max(shown.ranked, key=lambda p: p.value or 0)
        finding = t(
            "{unit} làm nhiều nhất: {n}",
            unit=units.label(most.unit, with_type=True),
            n=words.amount(most.value or 0, most.indicator.counter),
        )
    if first:
        finding = t(
            "{unit} kém kế hoạch sớm nhất, {since}",
            unit=sentence(words.unit_inside(first.unit)), since=plan_words.since_words(first),
        )  # fmt: skip
    frame.head(
        finding,
        t("{name}: số {counter} cộng dồn, cùng một thang; nét đứt là kế hoạch", name=name, counter=counter),
    )
    span_end = max(curve.progress.end for curve in shown.curves)
    begin = start
    if shown.tier == "communes":
        begin = max(start, units.BREAK)
    else:  # a plan that nobody set has no end of its own
        span_end = min(span_end, units.DISTRICTS_END)
    frame.chart(
        small_multiples.small_multiples(drawn, begin, span_end, palette, counter), finding,
        small_multiples.alt(drawn, counter), "small-multiples",
        lambda: numbers.of_small(drawn, counter),
    )  # fmt: skip


def compared_fairly(shown: UnitsView, code: str, counter: str, name: str) -> None:
    """Quarter by quarter, each unit against its own year before, and against its number of children. Units without a
    year before have few quarters: these stand where the year before would."""
    beside = compared.possible(shown, code, view)
    # On paper the table of quarters and the pairs fill a sheet, the ranking and the curves the next.
    if beside:
        calendar(shown, counter, name)
    left, right = st.columns(2, gap="medium")
    if not beside and not rows.heat_rows(shown)[0]:
        # No quarter has ended: nothing for the calendar's place.
        with left:
            compared.units_beside(shown, code, view)
        with right:
            per_children.section(shown, code, view)
        return
    with left:
        if beside:
            compared.units_beside(shown, code, view)
        else:
            calendar(shown, counter, name)
    with right:
        if not beside:
            compared.units_beside(shown, code, view)
            st.space("xsmall")
        per_children.section(shown, code, view)


def one_by_one(codes: list[str]) -> None:
    """The way to a unit's own page."""
    with st.container(key="elsewhere"):
        chosen = bar.choose(
            st.selectbox, "unit", t("Xem riêng một đơn vị"), codes, bar.asked("unit", codes, codes[0]),
            bar.dated_name, codes[0], width=360,
        )  # fmt: skip
        st.page_link(
            "pages/view/unit.py",
            label=t("Mở trang của {unit}", unit=words.unit_inside(chosen)),
            query_params=bar.kept(unit=chosen),
        )


# The finding stands first, above the choices that it follows from: on a phone it would else be below them.
finding = st.container(gap="xsmall")
code, tier = choices()
shown = results.units_view(code, tier, view)
name = lower_first(t(INDICATORS[code].short_label))
side = across(shown.ranked, end)
with finding:
    st.title(headline.side_by_side(side, tier, name, end >= start, Links(view)), anchor=False)
    if end >= start:
        per_children.line(shown, code, view)
        what_next(shown, code)
if end >= start:
    side_by_side(shown, t(INDICATORS[code].short_label))
    compared_fairly(shown, code, t(INDICATORS[code].counter), t(INDICATORS[code].short_label))
    # The curves of many units are as tall as a sheet of paper (`pages.parts.shell.browser.printing`).
    with st.container(key="tall") if len(shown.curves) > _SHEET else nullcontext():
        since_when(shown, t(INDICATORS[code].counter), t(INDICATORS[code].short_label))
else:
    st.markdown(t("Hãy chọn ngày muộn hơn ở *Đổi phạm vi xem*, mục *Tính đến ngày*."))
ranked = [p.unit for p in shown.ranked]
one_by_one(ranked + [u for u in bar.unit_options() if u not in ranked])
frame.foot(view, completeness(results.analysis(), view))
