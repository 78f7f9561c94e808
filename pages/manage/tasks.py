"""Văn bản, nhiệm vụ: what was passed on and to whom, what is overdue and whose, which documents were issued."""

import streamlit as st

from access import Right
from locales.messages import t
from pages.manage.task import bar as task_bar
from pages.manage.task import detail as task_detail
from pages.manage.task import directive_detail
from pages.manage.task import lists as task_lists
from pages.manage.task import new as task_new
from pages.manage.task import saving as task_saving
from pages.manage.task import words as task_words
from pages.parts.figures import results
from pages.parts.shell import frame
from pages.parts.shell.visit import permission
from pages.parts.words import plain
from program import units
from program.work.directives import issued
from program.work.task_register import register


def nothing(writes: bool) -> None:
    """What to do where nothing was handed in yet."""
    if writes:
        st.markdown(
            t(
                "Ghi từng nhiệm vụ ở ngay dưới đây, hoặc tải mẫu ở dưới biểu ghi, điền rồi nộp như một báo cáo. Công văn "
                "2523/UBND-KGVX yêu cầu mỗi đơn vị giao nhiệm vụ cho đơn vị trực thuộc và theo hướng dẫn của ngành dọc."
            )
        )
    else:
        st.markdown(
            t("Các đơn vị ghi ở trang này, hoặc nộp theo mẫu ở trang Nộp báo cáo, thì danh sách sẽ hiện ra.")
        )


def screen() -> None:
    who = results.actor()
    view = task_bar.asked(who)
    work = results.analysis().work
    everything, documents = work.tasks, work.directives
    whole = register(everything, view.day)
    if view.unit:
        found = register(everything, view.day, frozenset({view.unit}))
        shown = issued([one for one in documents if one.unit == view.unit], None, view.day)
    else:
        found = register([one for one in everything if units.in_city(one.unit)], view.day)
        shown = issued([one for one in documents if units.in_city(one.unit)], None, view.day)
    writes = Right.SUBMIT in who.rights
    task_bar.draw(view, [line.unit for line in whole.lines])
    st.title(plain(task_words.finding(found, len(shown), view.unit)), anchor=False)
    if found.tasks:
        st.markdown(task_words.counted(found.tally))
    elif not shown:
        nothing(writes)
    task_saving.told()
    opened = next((one for one in everything if one.id == view.task), None)
    document = next((one for one in documents if one.id == view.document), None)
    with st.container(key=task_bar.OPENED):
        if opened is not None:
            task_detail.draw(opened, view, who)
        elif view.task is not None:
            frame.note(t("Nhiệm vụ trong đường dẫn không còn trong danh sách."))
        if document is not None:
            directive_detail.draw(document, view, who)
        elif view.document is not None:
            frame.note(t("Văn bản trong đường dẫn không còn trong danh sách."))
    if opened is None and document is None:
        task_saving.closed()
    task_lists.tasks(found, view, writes)
    bare = not everything and not documents
    if writes:
        task_new.draw(who, view.unit, bare)
    if writes and bare:
        task_new.by_file(who)
    # Of one unit the units are no list of their own.
    left, right = (st.container(), st.container()) if view.unit else st.columns(2, gap="large")
    with left:
        task_lists.by_unit(found, view)
        task_lists.apart(whole, view)
    with right:
        task_lists.documents(shown, view, writes)
    if writes and not bare:
        task_new.by_file(who)


permission.needed(Right.READ)
screen()
frame.state()
