"""One task: all that is known of it, kept up to date and corrected, its history, the file it comes from."""

from dataclasses import replace

import streamlit as st

from access import Actor, Right
from locales.forms import day
from locales.messages import t
from pages.manage.task import fields as task_fields
from pages.manage.task import history as task_history
from pages.manage.task import saving as task_saving
from pages.manage.task import words as task_words
from pages.manage.task.bar import Asked
from pages.parts.shell.choices.in_address import put
from pages.parts.shell.frame import note
from pages.parts.words import dated, plain
from program.work.tasks import Task


def draw(one: Task, view: Asked, who: Actor) -> None:
    """The opened task."""
    said = one.details
    with st.container(border=True):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="top"):
            st.markdown(f"**{plain(said.duty)}**", width="stretch")
            st.button(t("Đóng"), key=f"task-close-{one.id}", on_click=put, kwargs={"task": ""})
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
            _edit(one, who)
        task_history.draw(one.statements, one.said.source, who, f"task-{one.id}")


def _edit(one: Task, who: Actor) -> None:
    seen = task_saving.seen("task", one.id, one.said.record)
    was = next((said for said in one.statements if said.record == seen), one.said)
    said, unit, key = was.details, was.unit, f"task-{seen}"
    with st.form(key, border=False):
        new = task_fields.progress(said, key)
        with st.expander(t("Sửa nội dung, nơi nhận, căn cứ, ngày giao")):
            if len(task_fields.units_of(who)) > 1:
                unit = task_fields.unit(t("Đơn vị giao"), who, unit, f"{key}-unit")
            assignee, duty, document, assigned = task_fields.content(said, key)
            note(t("Sửa chỗ nào thì vẫn là nhiệm vụ này; lời cũ và lời mới đứng ở phần ai đã ghi gì."))
        new = replace(new, assignee=assignee, duty=duty, document=document, assigned_on=assigned)
        note(t("Ghi đơn vị, chức danh; không ghi tên người. Lần ghi nào cũng rút lại được."))
        pressed = st.form_submit_button(t("Lưu cập nhật"))
    if pressed and (unit, new) == (was.unit, said):
        st.info(t("Chưa có gì khác để lưu."))
    elif pressed:
        faults = [*task_fields.faults_of_task(new, said), *task_fields.faults_of_day(unit, assigned)]
        task_saving.save(unit, new, faults, {seen})
