"""One task: all that is known of it, its state and result kept up to date, its history, the file it comes from."""

from dataclasses import replace
from datetime import date

import streamlit as st

import storage.submissions
from access import Actor, Denied, Right
from locales.forms import day, number
from locales.messages import t
from pages.manage import saving, task_bar, task_file, task_words
from pages.manage.task_bar import Asked
from pages.manage.task_file import cleaned
from pages.parts import asking, results, source_file
from pages.parts.frame import note
from pages.parts.words import dated, plain
from pages.submit import withdrawing
from program import tasks
from program.tasks import STATE_LABELS, State, Task
from storage.faults import StoreFault
from storage.roster import today
from storage.submissions import Refused

_EARLIEST, _LATEST = date(2015, 1, 1), date(2035, 12, 31)
_UNSAID = "none"
SCREEN = "tasks"


def draw(one: Task, view: Asked, who: Actor) -> None:
    """The opened task."""
    said = one.details
    with st.container(border=True):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="top"):
            st.markdown(f"**{plain(said.duty)}**", width="stretch")
            st.button(t("Đóng"), key=f"task-close-{one.id}", on_click=task_bar.put, kwargs={"task": ""})
        lines = [
            t("Giao cho: **{who}**", who=plain(said.assignee)),
            t("Nơi giao: **{unit}**", unit=plain(dated(one.unit, view.day))),
            " · ".join(map(plain, task_words.standing(one, view.day))),
        ]
        if said.assigned_on:
            lines.append(t("Ngày giao: **{day}**", day=day(said.assigned_on)))
        for words, value in (
            (t("Căn cứ"), said.document),
            (t("Kết quả"), said.result),
            (t("Minh chứng"), said.proof),
        ):
            if value:
                lines.append(f"{words}: **{plain(value)}**")
        st.markdown("  \n".join(lines))
        if Right.SUBMIT in who.rights and who.reaches(one.unit):
            _edit(one)
        with st.expander(t("Ai đã ghi gì, khi nào ({n})", n=number(len(one.statements)))):
            st.markdown("\n".join(task_words.history(one)))
            _source(one, who)


def _edit(one: Task) -> None:
    said, key = one.details, f"task-{one.said.record}"
    with st.form(key, border=False):
        with st.container(horizontal=True):
            state = st.selectbox(
                t("Tình trạng"), [*map(str, State), _UNSAID], index=[*State, None].index(said.state), width=190,
                key=f"{key}-state",
                format_func=lambda code: t("chưa ghi") if code == _UNSAID else t(STATE_LABELS[State(code)]),
            )  # fmt: skip
            done = _day(t("Ngày hoàn thành"), said.done_on, f"{key}-done", today())
            due = _day(t("Hạn hoàn thành"), said.due_date, f"{key}-due", _LATEST)
        result = st.text_area(t("Kết quả"), said.result or "", max_chars=1000, key=f"{key}-result", height=80)
        with st.container(horizontal=True):
            proof = st.text_input(
                t("Văn bản minh chứng (số, ngày)"),
                said.proof or "",
                max_chars=200,
                key=f"{key}-proof",
                width=360,
            )
            document = st.text_input(
                t("Căn cứ (số, ngày văn bản)"),
                said.document or "",
                max_chars=200,
                key=f"{key}-document",
                width=360,
            )
        note(t("Ghi đơn vị, chức danh; không ghi tên người. Lần ghi nào cũng rút lại được."))
        if st.form_submit_button(t("Lưu cập nhật")):
            stated = None if state == _UNSAID else State(state)
            if stated == State.DONE and done is None and said.state != State.DONE:
                # Whoever says that it is done today need not type the day.
                done = today()
            new = replace(
                said, state=stated, done_on=done if stated == State.DONE else None, due_date=due,
                result=cleaned(result), proof=cleaned(proof), document=cleaned(document),
            )  # fmt: skip
            _typed(one, new)


def _day(words: str, value: date | None, key: str, latest: date) -> date | None:
    found = st.date_input(
        words, value=value, key=key, format="DD-MM-YYYY", width=200,
        # A file may hold any day.
        min_value=min(_EARLIEST, value or _EARLIEST), max_value=max(latest, value or latest),
    )  # fmt: skip
    return found if isinstance(found, date) else None


def _typed(one: Task, new: tasks.Details) -> None:
    if new == one.details:
        st.info(t("Chưa có gì khác để lưu."))
        return
    try:
        done = task_file.accept(one.unit, new, {one.said.record})
    except (Refused, Denied, StoreFault) as refusal:
        st.error(plain(str(refusal)))
        return
    saving.note(SCREEN, done.submission.id)
    st.rerun()


def _source(one: Task, who: Actor) -> None:
    """How to find the row in its file; the file, for those who may read it; the last saving of a screen, for those
    who may take it back."""
    source = one.said.source
    st.markdown(
        t(
            "Nguồn: tệp **{file}**, trang **{sheet}**, dòng **{row}**, lần nộp số **{n}**.",
            file=plain(source.file_name), sheet=plain(source.sheet), row=number(source.row), n=number(source.submission),
        )
    )  # fmt: skip
    if not storage.submissions.readable(results.engine(), who, source.submission):
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        source_file.button(t("Tải tệp nguồn"), source.submission, source.file_name, f"task-source-{one.id}")
        kept = storage.submissions.get(results.engine(), source.submission)
        # What was saved a moment ago has its way back at the head of the page.
        if (
            kept
            and kept.counts == {"tasks": 1}
            and not saving.just(SCREEN, kept.id)
            and withdrawing.offered(kept)
        ):
            asking.button(t("Rút lần ghi gần nhất"), withdrawing.name(kept))
            withdrawing.question(kept)
