"""Mục tiêu: what is set and what is not, by which document, the plan as it changed, and how to change it."""

import re
from datetime import date
from functools import partial

import streamlit as st

from access import Right
from locales.forms import number
from locales.messages import t
from pages.manage import supplied_figures
from pages.manage.target import editing as target_editing
from pages.manage.target import file as target_file
from pages.manage.target import words as target_words
from pages.parts.figures import results
from pages.parts.files import download
from pages.parts.shell import demo, frame
from pages.parts.shell.choices import bar, own_choices
from pages.parts.shell.visit import permission
from program.filters import CITY
from program.measures.analysis import default_as_of
from program.periods import PROGRAMME_END, PROGRAMME_START
from program.targets import listed
from program.targets.national import NATIONAL
from program.targets.view import Span, TargetsView, spans, targets_view
from program.text import sentence
from program.vocabulary import INDICATORS, Authority, Indicator

permission.needed(Right.READ)

_OTHER = "other"
_WHOLE = (PROGRAMME_START, PROGRAMME_END)
_NATIONAL = [i.code for i in INDICATORS.values() if i.authority == Authority.OFFICIAL]


def choices() -> tuple[Indicator, Span]:
    """The indicator, in the address as on other screens, and the days of its targets."""
    own_choices.say(bar.address())
    codes = [i.code for i in listed.offered(results.analysis())]
    first = listed.first_stated(results.analysis())
    with st.container(horizontal=True, vertical_alignment="bottom"):
        code = bar.choose(
            st.selectbox, "indicator", t("Chỉ tiêu"), codes, bar.asked("indicator", codes, first),
            lambda c: t(INDICATORS[c].short_label), first, width=300,
        )  # fmt: skip
        offered = {f"{start}..{end}": (start, end) for start, end in spans(results.analysis(), code)}
        asked = st.query_params.get("span", "")
        # The days of another indicator are no mistake.
        whole = re.fullmatch(r"\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d|other", asked)
        own_choices.passed_over("span", "khoảng ngày", [asked] if whole else [])
        usual = now(list(offered.values()), INDICATORS[code])
        chosen = asked if asked in offered else usual
        names = [*offered, _OTHER]
        picked = st.selectbox(
            t("Thời gian của mục tiêu"), names, names.index(chosen), key=f"target-span-{code}", width=360,
            format_func=lambda s: t("Khoảng ngày khác") if s == _OTHER else target_words.days(*offered[s]),
        )  # fmt: skip
    if picked in offered:
        # An address that changes by itself would hold whoever goes back: what is usual is not written into it.
        if picked != asked and (asked or picked != usual):
            st.query_params["span"] = picked
        return INDICATORS[code], offered[picked]
    return INDICATORS[code], other_days()


def now(offered: list[Span], indicator: Indicator) -> str:
    """The days to begin with: those of a local target that hold the day of the data; the whole programme
    for a national one."""
    day = default_as_of()
    found = [s for s in offered if s != _WHOLE and s[0] <= day <= s[1]]
    start, end = found[0] if found and indicator.authority == Authority.LOCAL else _WHOLE
    return f"{start}..{end}"


def other_days() -> Span:
    """Any days within the programme."""
    with st.container(horizontal=True):
        ends = [
            st.date_input(
                words, value=value, key=key, format="DD-MM-YYYY", width=200,
                min_value=PROGRAMME_START, max_value=PROGRAMME_END,
            )
            for words, value, key in (
                (t("Từ ngày"), PROGRAMME_START, "target-from"), (t("Đến ngày"), PROGRAMME_END, "target-to"),
            )
        ]  # fmt: skip
    start, end = (e if isinstance(e, date) else PROGRAMME_END for e in ends)
    return (start, end) if start <= end else (end, start)


def one_indicator(view: TargetsView, indicator: Indicator, start: date, end: date) -> None:
    """Who was given what of the chosen indicator, what does not fit, its change, its history."""
    given = sum(line.row is not None for line in view.lines)
    finding = t("{n} mục tiêu: {what}", n=number(given), what=t(indicator.short_label))
    if not given:
        finding = t("Chưa giao mục tiêu: {what}", what=t(indicator.short_label))
    tier = t("CHỈ TIÊU ĐỊA PHƯƠNG")
    if indicator.authority == Authority.OFFICIAL:
        tier = t("MỤC TIÊU QUỐC GIA · Quyết định 830/QĐ-TTg")
    frame.head(finding, target_words.days(start, end), tier)
    target_words.table(view, indicator)
    target_words.doubts(view, indicator)
    target_editing.draw(view, indicator, start, end)
    made = target_words.changes(indicator)
    if made:
        with st.expander(t("Các lần thay đổi ({n})", n=number(len(made)))):
            shown = made[: target_words.HISTORY_SHOWN]
            st.markdown("\n".join(f"- {line}" for line in shown))
            if len(made) > len(shown):
                frame.note(t("Còn {n} dòng nữa.", n=number(len(made) - len(shown))))


def by_workbook() -> None:
    """The same by file: the targets that hold, to be corrected and handed in."""
    with st.container(key="by-workbook"):
        st.header(t("Sửa nhiều mục tiêu bằng bảng tính"), anchor=False)
        frame.note(
            t(
                "Tải bảng mục tiêu hiện nay, sửa hoặc ghi thêm dòng, rồi nộp như một báo cáo; trang đó có cả mẫu trống."
            )
        )
        stated = results.analysis().stated
        every = [(code, unit, row) for (code, unit), rows in sorted(stated.items()) for row in rows]
        with st.container(horizontal=True, vertical_alignment="center"):
            download.button(
                t("Tải bảng mục tiêu hiện nay"), partial(target_file.workbook, every), file_name="muc-tieu.xlsx",
                mime=download.XLSX, key="targets-workbook", what="targets",
            )  # fmt: skip
            permission.link(Right.SUBMIT, "pages/submit/upload.py", t("Đến trang Nộp báo cáo"))


def national() -> None:
    """What the decision asks of the whole city, apart from local targets; T2 and T3 as supplied."""
    frame.head(
        t("Ba mục tiêu quốc gia T1, T2, T3"),
        t("Quyết định 830/QĐ-TTg giao cho cả giai đoạn; không cộng với chỉ tiêu địa phương"),
        t("MỤC TIÊU QUỐC GIA"),
    )
    by = target_words.set_by()
    lines = []
    for code in _NATIONAL:
        view = targets_view(results.analysis(), by, code, *_WHOLE)
        line = view.lines[0]
        row = line.row or NATIONAL[code, CITY][0]
        lines.append(
            {
                t("Mục tiêu"): f"**{code}** {t(INDICATORS[code].label)}",
                t("Mức"): target_words.amount(row.value, "%"),
                t("Văn bản, người ghi"): target_words.source(row, line.set_by),
            }
        )
    st.table(lines, border="horizontal", hide_index=True)
    supplied_figures.draw()


demo.mark(t("Mục tiêu"))
place = st.container()
indicator, (start, end) = choices()
shown = targets_view(results.analysis(), target_words.set_by(), indicator.code, start, end)
place.title(sentence(target_words.said(shown, indicator)), anchor=False)
local, decided = st.columns(2, gap="large")
with local:
    one_indicator(shown, indicator, start, end)
with decided:
    national()
st.space("small")
by_workbook()
frame.state()
