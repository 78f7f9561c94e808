"""Đầu mối: which unit has a contact, who lacks one or has an old one, whom to call; each kept up to date here."""

from functools import partial

import streamlit as st

import settings
import storage.registers.contacts
from access import Actor, Denied, Right
from locales.messages import t
from pages.manage import list_table
from pages.manage.contact import editing as contact_editing
from pages.manage.contact import file as contact_file
from pages.manage.contact import words as contact_words
from pages.parts.figures import results
from pages.parts.files import download
from pages.parts.shell import demo, frame
from pages.parts.shell.choices import bar, own_choices
from pages.parts.shell.choices.in_address import put
from pages.parts.shell.visit import permission
from pages.parts.words import plain, unit_inside
from program import clock, units
from program.contacts.contact import tenures
from program.contacts.register import Line, register


def chosen(lines: tuple[Line, ...], whole: bool) -> Line | None:
    """The unit whose contact is looked at and changed; a reporter with one unit has it before the eyes."""
    if not whole and len(lines) == 1:
        return lines[0]
    by_code = {one.unit: one for one in lines}
    offered = [
        *by_code,
        *(code for code in units.ever_reporting(clock.today()) if whole and code not in by_code),
    ]
    own_choices.passed_over("unit", "đơn vị", offered)
    asked = st.query_params.get("unit", "")
    st.session_state["_contact_unit"] = asked if asked in offered else None
    picked = st.selectbox(
        t("Xem và ghi đầu mối của một đơn vị"), offered, key="_contact_unit", width=480,
        placeholder=t("Chọn một đơn vị"), format_func=bar.dated_name,
        on_change=lambda: put(unit=st.session_state["_contact_unit"] or ""),
    )  # fmt: skip
    if not picked:
        return None
    return by_code.get(picked) or register({}, clock.today(), 1, frozenset({picked}))[0]


def by_file(lines: tuple[Line, ...], who: Actor, months: int) -> None:
    """The list to take along, and the same by workbook. What is taken is read again at the click."""
    st.header(t("Ghi nhiều đầu mối bằng bảng tính"), anchor=False)
    frame.note(
        t(
            "Tải danh sách hiện nay, sửa hoặc ghi thêm dòng, rồi nộp như một báo cáo; trang đó có cả mẫu trống."
        )
    )
    engine = results.engine()
    with st.container(horizontal=True, vertical_alignment="center"):
        for holder in [units.CITY] if who.units is None else [one.unit for one in lines]:
            label = t("Tải danh sách để sửa")
            if len(lines) > 1 and who.units is not None:
                label = t("Tải danh sách của {unit}", unit=unit_inside(holder))
            download.button(
                label, partial(contact_file.workbook_of, engine, who, holder), file_name=f"dau-moi-{clock.today()}.xlsx",
                mime=download.XLSX, key=f"contacts-workbook-{holder}", what="contacts",
            )  # fmt: skip
        if Right.READ_CONTACTS in who.rights:
            download.button(
                t("Tải CSV danh sách liên hệ"), partial(contact_file.csv_of, engine, who, months),
                file_name=f"lien-he-dau-moi-{clock.today()}.csv", mime="text/csv", key="contacts-csv", what="contacts",
            )  # fmt: skip
        permission.link(Right.SUBMIT, "pages/submit/upload.py", t("Đến trang Nộp báo cáo"))


def screen() -> None:
    who, months = results.actor(), settings.current().contact_months
    whole = who.units is None
    try:
        said = storage.registers.contacts.read(results.engine(), who)
    except Denied as refusal:
        st.title(t("Trang này cần thêm quyền."), anchor=False)
        st.markdown(plain(str(refusal)))
        return
    lines = register(tenures(said), clock.today(), months, who.units)
    st.title(plain(contact_words.finding(lines, whole)), anchor=False)
    for sentence in contact_words.more(lines, months):
        st.markdown(sentence)
    frame.note(
        t(
            "Tên, điện thoại, thư điện tử của cán bộ đầu mối chỉ cơ quan đầu mối và chính đơn vị xem được; mỗi lần tải "
            "danh sách đều được ghi nhật ký."
        )
    )
    contact_editing.saved()
    line = chosen(lines, whole)
    if line is not None:
        with st.container(key=contact_words.OPENED):
            contact_editing.draw(line, said)
    if whole or len(lines) > 1:
        st.header(t("Đầu mối theo đơn vị"), anchor=False)
        # A unit that has ended and has no contact any more lacks none; it stays in the choice above.
        listed = (one for one in lines if one.stands or one.current)
        heads = (t("Đơn vị"), t("Cán bộ đầu mối"), t("Liên hệ"), t("Thời gian, văn bản"))
        list_table.draw(heads, contact_words.rows(listed), 22, 27, 23)
    with st.container(key="by-workbook"):
        by_file(lines, who, months)
    frame.state()


permission.needed(Right.SUBMIT)
demo.mark(t("Đầu mối"))
screen()
