"""One document: all that is known of it, corrected in every field, its history, the file it comes from."""

import streamlit as st

from access import Actor, Right
from locales.forms import day
from locales.messages import t
from pages.manage.task import fields as task_fields
from pages.manage.task import history as task_history
from pages.manage.task import saving as task_saving
from pages.manage.task.bar import Asked
from pages.parts.shell.choices.in_address import put
from pages.parts.shell.frame import note
from pages.parts.words import dated, plain
from program.work.directives import Directive


def draw(one: Directive, view: Asked, who: Actor) -> None:
    """The opened document."""
    said = one.details
    with st.container(border=True):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="top"):
            name = t("{number} ngày {day}", number=said.number, day=day(said.issued_on))
            st.markdown(f"**{plain(name)}**", width="stretch")
            st.button(t("Đóng"), key=f"directive-close-{one.id}", on_click=put, kwargs={"document": ""})
        lines = [plain(said.subject)]
        for words, value in (
            (t("Đơn vị ban hành"), dated(one.unit, view.day)),
            (t("Cơ quan ban hành"), said.issuer),
            (t("Loại văn bản"), said.form),
            (t("Phần của Chương trình"), said.part),
        ):
            if value:
                lines.append(f"{words}: **{plain(value)}**")
        st.markdown("  \n".join(lines))
        if Right.SUBMIT in who.rights and who.reaches(one.unit):
            _edit(one, who)
        task_history.draw(one.statements, one.source, who, f"directive-{one.id}")


def _edit(one: Directive, who: Actor) -> None:
    seen = task_saving.seen("directive", one.id, one.record)
    was = next((said for said in one.statements if said.record == seen), one.statements[-1])
    key, unit = f"directive-{seen}", was.unit
    with st.form(key, border=False):
        if len(task_fields.units_of(who)) > 1:
            unit = task_fields.unit(t("Đơn vị ban hành"), who, unit, f"{key}-unit")
        new = task_fields.directive(key, was.details)
        note(t("Sửa chỗ nào thì vẫn là văn bản này; lời cũ và lời mới đứng ở phần ai đã ghi gì."))
        pressed = st.form_submit_button(t("Lưu văn bản đã sửa"))
    if pressed and (unit, new) == (was.unit, was.details):
        st.info(t("Chưa có gì khác để lưu."))
    elif pressed:
        # Without its day it is no document, and the fault says so.
        said = was.details if new is None else new
        faults = [*task_fields.faults_of_directive(new), *task_fields.faults_of_day(unit, said.issued_on)]
        task_saving.save(unit, said, faults, {seen})
