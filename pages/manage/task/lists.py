"""The lists of the tasks' screen: tasks by where they stand, units with their share done, documents."""

from collections.abc import Sequence

import streamlit as st

from exports.as_csv.tasks import directives_csv, tasks_csv, units_csv
from locales.forms import number
from locales.messages import t
from pages.manage import list_table
from pages.manage.task import bar as task_bar
from pages.manage.task import words as task_words
from pages.manage.task.bar import Asked
from pages.parts import html_table
from pages.parts.files import download
from pages.parts.shell import frame, markup
from program import units
from program.work.directives import Directive
from program.work.task_register import Line, Register
from program.work.tasks import Standing, Task

_SHOWN, _NEWEST = 100, 10
# What needs nobody now is folded away.
_FOLDED = (Standing.OPEN, Standing.DONE)


def tasks(found: Register, view: Asked, writes: bool) -> None:
    """The tasks of the view, a list for each standing that has any, and all of them as a file. `writes`: the reader
    may also bring some up to date."""
    shown = found.tasks if view.standing is None else found.of(view.standing)
    if not shown:
        if found.tasks:
            st.markdown(t("Không có nhiệm vụ nào ở tình trạng này; hãy chọn tình trạng khác ở trên."))
        return
    for standing in Standing:
        own = found.of(standing) if view.standing in (None, standing) else ()
        if not own:
            continue
        title = t("{what}: {n} nhiệm vụ", what=t(task_words.STANDINGS[standing]), n=number(len(own)))
        if standing in _FOLDED and view.standing is None:
            with st.expander(title):
                _listed(own, view, writes)
        else:
            st.header(title, anchor=False)
            _listed(own, view, writes)
    download.button(
        t("Tải CSV ({n} nhiệm vụ)", n=number(len(shown))), lambda: tasks_csv(found, shown),
        file_name=f"nhiem-vu-{view.day}.csv", mime="text/csv", key="tasks-csv", what="tasks", view=view.address,
    )  # fmt: skip


def _listed(own: Sequence[Task], view: Asked, writes: bool) -> None:
    what = t("Nhiệm vụ (bấm để xem, cập nhật)") if writes else t("Nhiệm vụ (bấm để xem)")
    list_table.draw(
        (what, t("Nơi giao, nơi nhận"), t("Hạn, tình trạng, kết quả")),
        (
            task_words.row(one, view.day, task_bar.link(view, task=one.id), task_bar.OPENED)
            for one in own[:_SHOWN]
        ),
        42, 32,
    )  # fmt: skip
    if len(own) > _SHOWN:
        frame.note(
            t("Còn {n} nhiệm vụ nữa; hãy chọn một đơn vị ở trên, hoặc tải CSV.", n=number(len(own) - _SHOWN))
        )


def by_unit(found: Register, view: Asked) -> None:
    """Every unit with what it passed on and how much of it is done; the silent ones say so. Of one unit what the
    figures above rest on is enough."""
    if not view.unit:
        st.header(t("Theo đơn vị"), anchor=False)
    frame.note("  \n".join(task_words.rests_on(found)))
    if view.unit:
        return
    _units(found.lines, view, t("Nhiệm vụ theo đơn vị"))
    download.button(
        t("Tải CSV ({n} đơn vị)", n=number(len(found.lines))), lambda: units_csv(found),
        file_name=f"nhiem-vu-theo-don-vi-{view.day}.csv", mime="text/csv", key="tasks-units-csv", what="tasks",
        view=view.address,
    )  # fmt: skip


def _units(lines: Sequence[Line], view: Asked, name: str) -> None:
    heads = (t("Đơn vị giao"), t("Đã giao"), t("Hoàn thành"), t("Tỷ lệ (%)"), t("Tình trạng"))
    cells = [task_words.unit_row(one, view.day, f"?unit={one.unit}&as_of={view.day}") for one in lines]
    markup.put(html_table.table(heads, cells, name, look="cards", bare=(t("Tình trạng"),)))


def apart(whole: Register, view: Asked) -> None:
    """Units of the former Quảng Nam: named, with the way to their tasks, and in no sum of the city's."""
    found = [line for line in whole.lines if line.tally and not units.in_city(line.unit)]
    if view.unit or not found:
        return
    frame.note(t("Không tính vào các con số trên: đơn vị thuộc địa bàn Quảng Nam trước 1-7-2025."))
    _units(found, view, t("Nhiệm vụ của đơn vị thuộc địa bàn Quảng Nam cũ"))


def documents(found: Sequence[Directive], view: Asked, writes: bool) -> None:
    """The documents issued up to the day, the newest first; what is older is folded away."""
    if found:
        st.header(t("Văn bản đã ban hành: {n}", n=number(len(found))), anchor=False)
    else:
        st.header(t("Văn bản đã ban hành"), anchor=False)
        st.markdown(t("Chưa có văn bản nào được ghi đến ngày này."))
        return
    _issued(found[:_NEWEST], view, writes)
    if older := found[_NEWEST:]:
        with st.expander(t("Các văn bản trước đó: {n}", n=number(len(older)))):
            _issued(older[:_SHOWN], view, writes)
            if len(older) > _SHOWN:
                frame.note(
                    t(
                        "Còn {n} văn bản nữa; hãy chọn một đơn vị ở trên, hoặc tải CSV.",
                        n=number(len(older) - _SHOWN),
                    )
                )
    download.button(
        t("Tải CSV ({n} văn bản)", n=number(len(found))), lambda: directives_csv(found),
        file_name=f"van-ban-{view.day}.csv", mime="text/csv", key="directives-csv", what="directives",
        view=view.address,
    )  # fmt: skip


def _issued(found: Sequence[Directive], view: Asked, writes: bool) -> None:
    what = t("Văn bản (bấm để xem, sửa)") if writes else t("Văn bản (bấm để xem)")
    list_table.draw(
        (what, t("Nơi ban hành, nguồn")),
        (
            task_words.document_row(one, view.day, task_bar.link(view, document=one.id), task_bar.OPENED)
            for one in found
        ),
        52,
    )
