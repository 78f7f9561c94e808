"""Trường học: target T1 by level and by unit, and the schools to call."""

from html import escape

import streamlit as st

from access import Right
from charts.bars import bullets
from exports.as_csv.schools import schools_csv
from locales.forms import day, number
from locales.messages import t
from pages.parts import html_table, words
from pages.parts.figures import results, what_if
from pages.parts.files import download
from pages.parts.html_table import Told, told
from pages.parts.listing import drill, rows
from pages.parts.schools import rows as school_rows
from pages.parts.schools import words as school_words
from pages.parts.shell import folds, frame, markup
from pages.parts.shell.choices import bar
from pages.parts.shell.links import Links
from pages.parts.shell.visit import permission
from program import units
from program.filters import CITY, address
from program.measures.completeness import completeness
from program.schools.reach import Reach, School, SchoolsView, State, by_unit_and_ward
from program.shares import shown_share
from program.text import fold, sentence
from program.vocabulary import LEVEL_LABELS

permission.needed(Right.READ)

view = bar.filter_bar(("unit", "as_of"))
v = results.schools(view)
palette = frame.palette()
EVERY = "all"


def by_level() -> None:
    """T1 and its parts by level of school."""
    levels = [r for r in school_rows.school_levels(v) if v.t1.value is not None or r.share is None]
    drawn = [rows.indicator_row(v.t1), *levels]
    counted = [(t(LEVEL_LABELS[level]), reach) for level, reach in v.levels if reach.total]
    finding = frame.head(
        school_words.lowest(counted) if v.t1.value is not None and len(counted) > 1 else t("Theo cấp học"),
        t(
            "Mục tiêu quốc gia T1 (Quyết định 830/QĐ-TTg) · phần trăm trường có ít nhất một hoạt động từ {start} đến {end}",
            start=day(v.since), end=day(v.as_of),
        ),
    )  # fmt: skip
    frame.chart(bullets.bullets(drawn, palette), finding, bullets.alt(drawn), "levels")


def by_unit() -> None:
    """T1 by the unit that the register names, those with most schools never reached first."""
    worst, reach = v.units[0]
    if reach.never:
        finding = t(
            "{unit} còn nhiều trường chưa từng có hoạt động nhất: {n}",
            unit=sentence(words.unit_inside(worst)), n=number(reach.never),
        )  # fmt: skip
    else:
        finding = school_words.lowest(
            [(words.unit_inside(code), one) for code, one in v.standing() if one.total]
        )
    frame.head(
        finding,
        t("Phần trăm trường trong sổ có hoạt động trong 12 tháng"),
    )
    drawn = school_rows.school_units(v)
    frame.chart(bullets.bullets(drawn, palette), finding, bullets.alt(drawn), "school-units")


def table() -> None:
    """Every number of the two charts, and those reached ever and never; those of a unit lead to its schools."""
    box = folds.opened(t("Bảng số liệu"), "schools-figures")
    if box is None:
        return
    heads = (
        t("Cấp học, đơn vị"), t("Số trường"), t("Trong 12 tháng"), t("Tỷ lệ (%)"), t("Từng có"), t("Chưa từng"),
    )  # fmt: skip
    lines = [_line(t("Tất cả"), v.total, view.unit)]
    lines += [_line(t(LEVEL_LABELS[level]), reach) for level, reach in v.levels]
    lines += [_line(words.dated(code, v.as_of), reach, code) for code, reach in v.units]
    with box:
        html_table.draw(t("trường học"), heads, lines, "schools-figures")


def _line(name: str, r: Reach, unit: str = "") -> tuple[Told, ...]:
    """A level or a unit; without schools in the register it has no numbers, which is no zero."""
    if not r.total:
        return told(name), told(t("chưa có mẫu số")), *(told(None) for _ in range(4))

    def cell(n: int, state: str) -> Told:
        asked = address(view.only(unit=unit)) | {"schools": state}
        return Told(n, drill.link(number(n), "schools", asked)) if unit else told(n)

    return (
        told(name), cell(r.total, EVERY), cell(r.recent, State.RECENT), told(shown_share(r.recent, r.total, 1)),
        told(r.ever), cell(r.never, State.NEVER),
    )  # fmt: skip


def names() -> None:
    """The schools of one state by unit and ward, and the same as a file."""
    labels = {str(state): t(label) for state, label in school_words.STATES.items()} | {
        school_words.UNREACHED: t("Không có hoạt động trong 12 tháng"),
        EVERY: t("Tất cả trường"),
    }
    listed = {str(state): v.of(state) for state in school_words.STATES} | {
        school_words.UNREACHED: v.unreached(),
        EVERY: v.schools,
    }
    usual = next((str(state) for state in school_words.STATES if v.of(state)), EVERY)
    if v.t1.value is None:
        usual = EVERY
    st.header(t("Danh sách trường"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        code = bar.choose(
            st.selectbox, "schools", t("Tình trạng"), list(labels),
            bar.asked("schools", list(labels), usual),
            lambda c: f"{labels[c]} ({number(len(listed[c]))})", usual, width=360,
        )  # fmt: skip
        shown = listed[code]
        whose = fold(units.label(view.unit, with_type=True) if view.unit != CITY else "thành phố").replace(
            " ", "-"
        )
        download.button(
            t("Tải CSV ({n} dòng)", n=number(len(shown))), lambda: schools_csv(shown, v.as_of),
            file_name=f"truong-hoc-{whose}-{v.as_of}.csv", mime="text/csv",
            disabled=not shown, key="schools-csv", what="schools", view={**address(view), "schools": code},
        )  # fmt: skip
    if not shown:
        st.markdown(t("Không có trường nào."))
        return
    lines = [
        (told(words.dated(unit, v.as_of)), told(sum(len(own) for _, own in wards)), _named(wards))
        for unit, wards in by_unit_and_ward(shown)
    ]
    heads = (t("Đơn vị"), t("Số trường"), t("Trường, theo phường, xã"))
    markup.put(html_table.table(heads, lines, t("Danh sách trường"), look="wide", bare=heads[2:]))


def _named(wards: tuple[tuple[str, tuple[School, ...]], ...]) -> Told:
    """The schools of a unit, a line a ward."""
    lines = []
    for ward, part in wards:
        named = [
            s.name
            + (f" ({t('gần nhất {day}', day=day(s.last))})" if s.last and s.state == State.LAPSED else "")
            for s in part
        ]
        lines.append(f"<b>{escape(ward or t('chưa ghi phường, xã'))}</b>: {escape('; '.join(named))}")
    return Told(None, "<br>".join(lines))


def misnamed() -> None:
    """Names in activities that the register lacks, with what to do."""
    if not v.misnamed:
        return
    st.header(t("{n} tên trường không có trong sổ", n=number(len(v.misnamed))), anchor=False)
    st.markdown(
        t(
            "Hoạt động ở những trường này không được tính cho T1. Nếu viết sai tên: sửa trong tệp rồi nộp lại. "
            "Nếu trường có thật: bổ sung vào sổ trường."
        )
    )
    st.markdown("\n".join(f"- {school_words.misnamed_line(one)}" for one in v.misnamed[:100]))
    if len(v.misnamed) > 100:
        frame.note(t("và {n} tên nữa", n=number(len(v.misnamed) - 100)))


def joint() -> None:
    """Activities held for several schools together."""
    if v.joint:
        with st.expander(t("Buổi chung của nhiều trường: {n} cách ghi", n=number(len(v.joint)))):
            st.markdown("\n".join(f"- {school_words.joint_line(one)}" for one in v.joint[:100]))


def screen(v: SchoolsView) -> None:
    with st.container(gap="xsmall"):
        st.title(school_words.said(v, Links(view)), anchor=False)
        if not v.total.total:
            st.markdown(t("Nộp sổ trường theo mẫu ở trang **Nộp báo cáo**."))
            permission.link(Right.SUBMIT, "pages/submit/upload.py", t("Nộp báo cáo"))
        frame.note(school_words.periodic(v))
    if v.total.total:
        left, right = st.columns(2, gap="medium")
        with left:
            by_level()
            # Below the shorter chart, where there is room.
            frame.note("  \n".join(school_words.rests_on(v)))
        # Of schools nobody has reported on it is not known that they were never reached.
        if len(v.units) > 1 and v.t1.value is not None:
            with right:
                by_unit()
        table()
        what_if.schools(view)
        names()
    misnamed()
    joint()


screen(v)
frame.foot(view, completeness(results.analysis(), view))
