"""Parts every screen is made of: a chart with its head, a note, the foot with the state of the data."""

from collections.abc import Callable
from html import escape
from typing import Any

import streamlit as st
from plotly.basedatatypes import BaseFigure

from charts.base import CONFIG
from charts.numbers import Numbers
from charts.theme import DARK, LIGHT, Palette
from locales.forms import day, number
from locales.messages import t
from pages.parts.figures import numbers as numbers_fold
from pages.parts.figures import results
from pages.parts.sentences import provisional as provisional_words
from pages.parts.shell import markup, sure
from pages.parts.words import gap_words, overlap_words
from program import clock, units
from program.filters import Filters
from program.measures.analysis import last_day, span
from program.measures.completeness import Completeness, completeness


def palette() -> Palette:
    """The colours of the reader's theme."""
    return DARK if st.context.theme.type == "dark" else LIGHT


class _Ready(BaseFigure):
    """A figure that is drawn as it is. Given a plain dict, Streamlit builds plotly's own figure from it
    first, and adds plotly's own template: half the server's time of a rerun. The tests of `charts`
    check the figures instead."""

    def __init__(self, figure: dict[str, Any]) -> None:
        self._figure = figure

    def to_dict(self) -> dict[str, Any]:
        return self._figure


def chart(
    figure: dict[str, Any], finding: str, alt: str, key: str, numbers: Callable[[], Numbers] | None = None
) -> None:
    """A figure with a text alternative, its finding (as `head` gives it) before its rows, and its numbers
    (`charts.numbers`, of the rows that it draws) in a fold below; None where the page offers them otherwise."""
    st.plotly_chart(_Ready(figure), theme=None, config=CONFIG, alt=f"{finding}. {alt}", key=key)
    if numbers is not None:
        numbers_fold.offer(numbers, key)


def note(text: str) -> None:
    """Secondary words (Markdown)."""
    st.markdown(_secondary(text))


def _secondary(text: str) -> str:
    return f":gray[:small[{text}]]"


# Muted words take the colour of the text at three quarters, so they follow the reader's theme.
MUTED = "font-size:14px;line-height:1.5;color:color-mix(in srgb, currentColor 76%, transparent)"
_FINDING = {True: ("h3", "1rem"), False: ("h2", "1.125rem")}


def head(finding: str, measure: str, above: str = "", inner: bool = False) -> str:
    """A chart's head: whose target it is, the finding, what is measured; plain words, no Markdown. One
    element of the page: each costs the reader's browser some milliseconds at every change of filter.
    Gives the finding, for the text alternative of the chart."""
    tag, size = _FINDING[inner]
    parts = [f"<p style='{MUTED};font-weight:600;margin:0 0 12px'>{escape(above)}</p>"] if above else []
    parts.append(
        f"<{tag} style='font-size:{size};font-weight:700;line-height:1.35;padding:0;margin:0 0 4px'>{escape(finding)}</{tag}>"
    )
    parts.append(f"<p style='{MUTED};margin:0'>{escape(measure)}</p>")
    markup.put("".join(parts))
    return finding


def state() -> None:
    """How fresh and complete the data of the whole programme are, in a line: for a screen that shows no view of it."""
    analysis, view = results.analysis(), Filters()
    done = completeness(analysis, view)
    newest = max((f.uploaded_at for f in analysis.freshness.values()), default=None)
    if newest is None:
        note(t("Chưa có tệp nào được nhận."))
        return
    until, received = (
        t("**Số liệu đến {day}**", day=day(last_day(view))),
        t("nhận {have}/{due} báo cáo quý", have=number(done.reports), due=number(done.due)),
    )
    note(f"{until} · {received}. " + t("Tệp mới nhất nhận ngày {day}.", day=day(clock.day_of(newest))))


def foot(view: Filters, done: Completeness) -> None:
    """The state of the data: its day, reports received of those due and which are missing, the newest
    file, and what may not be added."""
    start, end = span(view)
    freshness = results.analysis().freshness
    newest = max((f.uploaded_at for f in freshness.values()), default=None)
    found = results.doubts(view)
    lines = []
    if end >= start:
        state = t("**Số liệu đến {day}**", day=day(last_day(view)))
        if done.due:
            state += " · " + t(
                "nhận {have}/{due} báo cáo quý", have=number(done.reports), due=number(done.due)
            )
            state += "; " + t("chưa báo cáo: {gaps}.", gaps=gap_words(done.gaps)) if done.gaps else "."
        lines.append(state)
    if found.uncounted:
        lines.append(
            t(
                "{n} dòng tổng hợp không ghi số lớp, số buổi: số hoạt động có thể cao hơn con số trên trang.",
                n=number(found.uncounted),
            )
        )
    if found.overlaps:
        lines.append(
            t(
                "{n} kỳ có danh sách chi tiết và số tổng hợp khác nhau, đang tính theo danh sách chi tiết và chờ "
                "quyết định: {which}.",
                n=number(len(found.overlaps)),
                which=overlap_words(found.overlaps),
            )
        )
    lines += provisional_words.foot_lines(view)
    if newest is not None:
        lines.append(t("Tệp mới nhất nhận ngày {day}.", day=day(clock.day_of(newest))))
    lines.append(
        t(
            "Lớp và buổi không cộng với nhau; lượt tham gia không phải số người. "
            "Từ {day} đơn vị báo cáo là phường, xã, đặc khu; không nối với chuỗi số liệu quận, huyện.",
            day=day(units.BREAK),
        )
    )
    if results.demo_present():
        lines.append(
            t(
                "Mọi số liệu hoạt động, chỉ tiêu và trường trên trang này là dữ liệu minh họa, không phải kết quả thật."
            )
        )
    # The line above is a part of the note: an element of its own would cost every change of filter its time.
    st.markdown("---\n" + _secondary("  \n".join(lines)))
    sure.fold(view)
