"""Báo cáo: the draft of a scope and a period, to be edited and taken along as Word, Excel and slides."""

from collections.abc import Callable
from html import escape

import streamlit as st

from access import Right
from exports.report.letterhead import Letterhead, letterhead
from locales.forms import number
from locales.messages import language, t
from pages.manage.edition import issue as edition_issue
from pages.parts import report_texts
from pages.parts.conflicts import of_view as conflicts
from pages.parts.figures import results
from pages.parts.files import download
from pages.parts.listing import drill
from pages.parts.shell import frame, markup
from pages.parts.shell.choices import bar
from pages.parts.shell.visit import permission
from pages.parts.words import listed, plain, unit_inside
from program.filters import CITY, Filters, address
from program.report.draft import NothingToReport
from program.report.parts import ROMAN, Report

permission.needed(Right.READ)

view = bar.filter_bar(("period", "calendar", "unit", "as_of"))
head = letterhead(view.unit)


def own_reports() -> None:
    """For a reporter who looks at the whole city: one click to the report of its own unit."""
    own = results.actor().units
    if own and view.unit == CITY:
        asked = address(view)
        links = [drill.link(unit_inside(code), "report", asked | {"unit": code}) for code in sorted(own)]
        markup.put(f"<p>{escape(t('Báo cáo riêng của đơn vị:'))} {listed(links, len(links))}.</p>")


def files(draft: Report) -> None:
    """The three buttons; each file is made at the click."""
    name = f"{draft.filters.unit}-{draft.filters.period.code}-{draft.as_of.isoformat()}"
    asked = address(view)
    with st.container(horizontal=True):
        for label, make, ending, what in (
            (t("Tải báo cáo Word"), _word(draft, head), f"bao-cao-{name}.docx", "report"),
            (t("Tải bảng số liệu Excel"), _excel(draft), f"so-lieu-{name}.xlsx", "report_figures"),
            (t("Tải trang trình chiếu"), _slides(draft), f"trinh-chieu-{name}.pptx", "slides"),
        ):
            download.button(label, make, file_name=ending, key=f"report-{what}", what=what, view=asked)


def _word(draft: Report, head: Letterhead) -> Callable[[], bytes]:
    def make() -> bytes:
        # Word, Excel and PowerPoint are loaded by whoever asks for them, not by every server.
        from exports.report.document import docx

        return docx(draft, head)

    return make


def _excel(draft: Report) -> Callable[[], bytes]:
    def make() -> bytes:
        from exports.report.workbook import workbook

        return workbook(draft)

    return make


def _slides(draft: Report) -> Callable[[], bytes]:
    def make() -> bytes:
        from exports.slides.presentation import pptx

        return pptx(draft)

    return make


def sections(draft: Report, view: Filters) -> None:
    """Every part as a text to be changed, with the charts that go with it."""
    texts = report_texts.kept(view)
    for section in draft.sections:
        st.subheader(section.heading, anchor=False)
        for part in section.parts:
            report_texts.field(part, section.heading, texts)
            for chart in part.charts:
                frame.note(t("Kèm biểu đồ: {title}", title=plain(chart.title)))


def rest(draft: Report) -> None:
    """Notes and annexes, which follow the figures and are not edited here."""
    st.subheader(t("Chú thích và phụ lục"), anchor=False)
    st.markdown("\n".join(f"{place}. {plain(note)}" for place, note in enumerate(draft.notes, start=1)))
    lines = [
        t("Phụ lục {n}: {title}", n=ROMAN[place], title=plain(table.title))
        for place, table in enumerate(draft.annexes)
    ]
    st.markdown("\n".join(f"- {line}" for line in lines))


try:
    drafted = results.report(view, head.issuer, conflicts.waiting())
except NothingToReport as nothing:
    st.title(t("Chưa lập được báo cáo của kỳ này."), anchor=False)
    st.markdown(plain(str(nothing)))
else:
    edited = drafted.edited(dict(report_texts.kept(view)))
    left = edition_issue.prompts(edited)
    scope, period = (
        (edited.scope, edited.period) if language() == "vi" else (bar.unit_name(view.unit), view.period.code)
    )
    st.title(
        t(
            "Bản thảo báo cáo {period} · {scope}: còn {n} chỗ cần bổ sung",
            period=period,
            scope=scope,
            n=number(left),
        )
        if left
        else t("Báo cáo {period} · {scope} đã điền đủ", period=period, scope=scope),
        anchor=False,
    )
    st.markdown(
        t(
            "Số liệu, bảng và biểu đồ lấy đúng như các trang khác. Hãy điền những chỗ trong ngoặc vuông; dấu "
            "“[chú thích 1]” sẽ thành chú thích cuối trang trong Word. Số, ngày và người ký để trống cho văn thư."
        )
    )
    own_reports()
    files(edited)
    edition_issue.draw(view, drafted, report_texts.kept(view), head)
    sections(drafted, view)
    rest(edited)
    frame.foot(view, edited.done)
