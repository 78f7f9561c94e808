"""Tổng quan: are we reaching the targets, who lags since when, what is needed, how sure is it."""

import streamlit as st

from access import Right
from charts import numbers
from charts.bars import audiences, bullets
from charts.curves import cumulative
from locales.forms import day, number
from locales.messages import t
from pages.parts import words
from pages.parts.figures import beside_cards, cards, figures_table, pressed, priority, results
from pages.parts.figures.cards import Card, Way
from pages.parts.listing import drill, rows
from pages.parts.schools import list as school_list
from pages.parts.sentences import findings, headline
from pages.parts.sentences import plan as plan_words
from pages.parts.sentences import supplied as supplied_words
from pages.parts.shell import frame, since
from pages.parts.shell.choices import bar
from pages.parts.shell.links import Links
from pages.parts.shell.visit import permission
from pages.parts.units import own_work
from program import units
from program.filters import CITY, address
from program.measures.analysis import span
from program.shares import share_in_words
from program.views.headline import of_overview
from program.views.overview import Overview
from program.views.own_work import OwnWork
from program.vocabulary import Kind

permission.needed(Right.READ)

view = bar.filter_bar(("period", "calendar", "unit", "as_of"))
o = results.overview(view)
start, end = span(view)
palette = frame.palette()


def figures(o: Overview) -> list[Card]:
    """Four figures of the view, each with the way to what it is made of."""
    done = o.completeness
    beside = beside_cards.lines(view) if o.reported else {}
    found = [
        _of_kind(o, kind, label, beside.get(kind, ()))
        for kind, label in (
            (Kind.TRAINING_CLASS, t("Lớp tập huấn")),
            (Kind.COMMUNICATION_SESSION, t("Buổi truyền thông")),
        )
    ]
    found.append(_of_places(o.work) if o.work else _of_schools(o))
    value = f"{number(done.reports)}/{number(done.due)}" if done.due else t("chưa đến hạn")
    short = done.due - done.reports
    lacking = (t("thiếu {n} báo cáo", n=number(short)) if short else t("đã nhận đủ"),) if done.due else ()
    if o.work:  # of departments and organisations no list was found whose reports are expected
        value, lacking = t("không tính"), (t("chưa có danh sách sở, ngành, đoàn thể phải báo cáo"),)
    way = Way(t("Xem tình hình nộp"), "reporting", bar.kept())
    return [*found, Card(t("Báo cáo quý đã nhận"), value, lacking, (way,))]


def _of_schools(o: Overview) -> Card:
    t1 = o.official[0]
    of: tuple[str, ...] = ()
    value = t("chưa có báo cáo") if t1.denominator else t("chưa có mẫu số")
    if t1.value is not None:
        share = share_in_words(t1.numerator or 0, t1.denominator or 1, 1)
        value = t("{n} trường", n=number(t1.numerator or 0))
        of = (t("trong 12 tháng, trên {all}: {share}", all=number(t1.denominator or 0), share=share),)
    return Card(t("Trường có hoạt động"), value, of, (Way(t("Xem từng trường"), "schools", bar.kept()),))


def _of_places(work: OwnWork) -> Card:
    """A body has no schools of its own; what is known is where it went."""
    label, ways = t("Phường, xã đã đến"), (Way(t("Xem trang đơn vị"), "unit", bar.kept()),)
    if not work.places:
        return Card(label, t("chưa ghi"), (t("tệp báo cáo chưa ghi phường, xã nào"),), ways)
    return Card(label, number(len(work.places)), (t("theo tên ghi trong tệp báo cáo"),), ways)


def _of_kind(o: Overview, kind: Kind, label: str, beside: tuple[str, ...]) -> Card:
    if not o.reported:
        return Card(label, t("chưa có báo cáo"))
    done = o.completeness
    if o.seats[kind].activities == 0 and done.reports < done.due:
        # Who has not reported may have held some: a large 0 would look like a result.
        have = t("{have}/{due} báo cáo quý", have=number(done.reports), due=number(done.due))
        return Card(label, t("chưa có"), (t("trong {reports} đã nhận", reports=have),))
    ways = [Way(t("Xem từng dòng"), "activities", address(drill.of_kind(view, kind)))]
    if told := beside_cards.unusual(view, kind):
        ways.append(Way(told[0], "activities", address(told[1])))
    total = o.seats[kind].total
    taken = t("chưa rõ số lượt tham gia") if total is None else t("{n} lượt tham gia", n=number(total))
    return Card(label, words.count(o.seats[kind]), (taken, *beside), tuple(ways))


def official(o: Overview) -> None:
    """T1 by level; T2 and T3, which this data cannot speak about."""
    t1, *others = o.official
    known = [p for p in others if p.value is not None]
    finding = findings.of_t1(t1, o.levels)
    finding += "; " + (
        t("T2, T3 chưa có số liệu") if not known else t("T2, T3 do cơ quan chức năng cung cấp")
    )
    measure = t("Phần trăm trường có ít nhất một hoạt động trong 12 tháng đến {day}", day=day(t1.as_of))
    if t1.denominator:
        measure += " · " + t("mẫu số {n} trường trong sổ", n=number(t1.denominator))
    if t1.target:
        measure += " · " + t(
            "mục tiêu {target} vào {day}", target=words.amount(t1.target, "%"), day=day(t1.end)
        )
    frame.head(finding, measure, t("MỤC TIÊU QUỐC GIA · Quyết định 830/QĐ-TTg"))
    levels = [r for r in rows.level_rows(o.levels, t1) if t1.value is not None or r.share is None]
    drawn = [rows.indicator_row(t1), *levels]
    if o.filters.unit == CITY:
        drawn += [rows.indicator_row(p) for p in others]
    # T1 stands above its levels, known or not.
    drawn[1:] = sorted(drawn[1:], key=lambda r: r.share is None)
    frame.chart(
        bullets.bullets(drawn, palette),
        finding,
        bullets.alt(drawn),
        "official",
        lambda: numbers.of_bullets(drawn),
    )
    origins = [supplied_words.origin(p) for p in others if p.source]
    if origins:
        frame.note(f"{'; '.join(origins)}.")
    # Of schools nobody has reported on it is not known that they were never reached.
    school_list.offer(o.unreached if o.reported else ())


def places(work: OwnWork | None) -> None:
    """Where a body was, beside what it did."""
    if work and work.places:
        st.space("xsmall")
        own_work.places(work, inner=False)


def local(o: Overview) -> None:
    """The city's own targets, and which units to press."""
    finding = findings.of_targets(o.local)
    if finding is None:
        finding = findings.no_target_judged(o.local)
        if o.units and not any(p.target for p in o.local):
            finding = t("Thành phố chưa có chỉ tiêu chung; đơn vị có chỉ tiêu riêng")
    measure = t("Phần trăm chỉ tiêu của kỳ {period}", period=words.period_name(view.period))
    documents = sorted({document for p in o.local for document in p.documents})
    if documents:
        measure += " · " + words.listed(documents)
    frame.head(finding, measure, t("CHỈ TIÊU ĐỊA PHƯƠNG"))
    drawn = sorted((rows.indicator_row(p) for p in o.local), key=lambda r: r.share is None)
    frame.chart(bullets.bullets(drawn, palette), finding, bullets.alt(drawn), "local")
    figures_table.indicators(o.local, view, "local-figures")
    if o.compared and o.units:
        pressed.draw(o.compared, o.units, view, palette)


def proof(o: Overview) -> None:
    """The curve of the measure of the headline."""
    if o.focus is None:
        return
    p = o.focus.progress
    name, counter = words.name_of(p), p.indicator.counter
    gap = (p.expected or 0) - (p.value or 0)
    if p.status in words.SLOW:
        finding = t("{name} kém kế hoạch {gap}", name=name, gap=words.amount(gap, counter))
        if p.since:
            finding += ", " + plan_words.since_words(p)
    else:
        finding = t("{name} theo kịp kế hoạch", name=name)
    whose = (
        t("toàn thành phố (địa bàn Đà Nẵng cũ)")
        if o.filters.unit == CITY
        else units.label(o.filters.unit, with_type=True)
    )
    frame.head(
        finding,
        t("Số {counter} cộng dồn, {whose}", counter=t(counter), whose=whose)
        + (
            f" · {number(o.completeness.reports)}/{number(o.completeness.due)} {t('báo cáo quý')}"
            if o.completeness.due
            else ""
        ),
    )
    curve = rows.drawn(o.focus)
    frame.chart(
        cumulative.cumulative(curve, palette),
        finding,
        cumulative.alt(curve),
        "curve",
        lambda: numbers.of_curve(curve),
    )


def audience(o: Overview) -> None:
    """Who was reached: parents and children outside school against the rest."""
    finding = frame.head(
        findings.of_priority(o.seats),
        t("Lượt tham gia, không phải số người · ưu tiên theo Công văn 2523: cha mẹ, trẻ em ngoài trường học"),
    )
    drawn, rest = rows.audience_rows(o.seats, o.reported)
    frame.chart(audiences.audiences(drawn, palette, rest), finding, audiences.alt(drawn, rest), "audiences")
    figures_table.audiences(o.seats, view, "audience-figures")


with st.container(gap="xsmall"):
    links = Links(view)
    st.title(headline.said(of_overview(o), o.seats, o.completeness.due, links), anchor=False)
    if end >= start and o.reported:
        st.markdown(plan_words.lede(o, links))
if end < start:
    st.markdown(t("Chọn ngày hoặc kỳ khác ở góc phải."))
elif not o.reported:
    st.markdown(
        t(
            "Gửi tệp báo cáo ở trang [Nộp báo cáo]({address}), hoặc đổi phạm vi xem ở góc phải.",
            address=drill.href("submit", {}),
        )
    )
cards.draw(figures(o), beside_cards.once(view) if o.reported else "")
# What moved is for whoever comes often; the answers stand first.
since.draw()
left, right = st.columns(2, gap="medium")
with left:
    if not o.work:
        official(o)
    elif o.work.cells:  # T1 counts the schools of a territory; a body has its quarters
        own_work.by_quarter(o.work, view, inner=False)
with right:
    local(o)
    places(o.work)
if o.reported:
    left, right = st.columns(2, gap="medium")
    with left:
        proof(o)
    with right if o.focus else left:
        audience(o)
    # Without a target there is no curve: the years stand in its place instead of below.
    if not o.focus:
        with right:
            priority.over_years(view)
if o.focus or not o.reported:
    priority.over_years(view)
frame.foot(view, o.completeness)
