"""One unit's contact: confirmed, corrected, ended or named on the screen; each saving is a submission that can
be withdrawn."""

from collections.abc import Iterable
from datetime import date, timedelta

import streamlit as st

from locales.forms import day, number
from locales.messages import t
from pages.manage import list_table, saving
from pages.manage.contact import file as contact_file
from pages.manage.contact import words as contact_words
from pages.parts.shell.frame import head, note
from program import clock, units
from program.contacts.contact import Details, Statement, Tenure, stopped
from program.contacts.faults import faults
from program.contacts.register import Line
from program.targets.history import document_words
from program.text import clean

_EARLIEST = date(2015, 1, 1)
_AHEAD = timedelta(days=366)


def saved() -> None:
    """What the last saving did, with the way back."""
    saving.told("contacts", lambda n: t("Đã ghi, thành lần nộp số {n}.", n=n), t("Rút lại lần ghi này"))


def draw(line: Line, said: Iterable[Statement]) -> None:
    """All that can be done with one unit's contact. `said` is what every submission says of it."""
    seen = frozenset(s.record for s in said if s.unit == line.unit and s.held)
    head(units.label(line.unit, with_type=True), contact_words.state(line) or _state(line))
    for one in (*line.current, *line.coming):
        with st.container(border=True):
            _person(one, seen)
    with st.expander(t("Ghi đầu mối mới"), expanded=line.stands and not line.current):
        _new(line, seen)
    everybody = (*reversed(line.coming), *reversed(line.current), *line.past)
    if everybody:
        with st.expander(t("Ai làm đầu mối, từ khi nào ({n})", n=number(len(everybody)))):
            st.markdown("\n".join(contact_words.history(everybody)))


def _state(line: Line) -> str:
    return t("đang có đầu mối") if line.current else t("○ chưa có đầu mối")


def _person(one: Tenure, seen: frozenset[int]) -> None:
    key = f"contact-{one.said.record}"
    list_table.draw(
        (t("Cán bộ đầu mối, liên hệ"), t("Thời gian, văn bản")), [(contact_words.reached(one.details), contact_words.since(one))], 50
    )  # fmt: skip
    if st.button(t("Thông tin vẫn đúng"), key=f"{key}-confirm", help=t("Ghi là đã hỏi lại hôm nay.")):
        _save(one.unit, one.details, seen)
    with st.expander(t("Sửa thông tin")):
        _correct(one, key, seen)
    with st.expander(t("Thôi làm đầu mối")):
        _end(one, key, seen)


def _correct(one: Tenure, key: str, seen: frozenset[int]) -> None:
    old = one.details
    with st.form(f"{key}-correct", border=False):
        position, phone, email = _fields(key, old)
        since = _day(t("Làm đầu mối từ ngày"), one.since, f"{key}-since")
        document = st.text_input(
            t("Văn bản (số, ngày)"), value=old.document or "", max_chars=200, key=f"{key}-document", width=500
        )  # fmt: skip
        note(t("Họ và tên ghi nhầm thì rút lần nộp đã ghi, rồi ghi lại."))
        if st.form_submit_button(t("Lưu thông tin đã sửa")):
            _typed(one.unit, _details(old.name, position, phone, email, since, document), seen, old)


def _end(one: Tenure, key: str, seen: frozenset[int]) -> None:
    note(
        t(
            "Chỉ cần khi chưa có người thay. Có người thay thì ghi đầu mối mới; người trước tự thôi vào ngày người "
            "mới bắt đầu."
        )
    )
    with st.form(f"{key}-end", border=False):
        on = _day(t("Thôi từ ngày"), max(clock.today(), one.since + timedelta(days=1)), f"{key}-on")
        paper = st.text_input(t("Theo văn bản"), max_chars=120, key=f"{key}-paper", width=360)
        if st.form_submit_button(t("Ghi thôi làm đầu mối")):
            if on is None or on <= one.since:
                st.error(t("Ngày thôi phải sau ngày bắt đầu ({day}).", day=day(one.since)))
                return
            _save(one.unit, stopped(one.details, on, clean(paper) or None), seen)


def _new(line: Line, seen: frozenset[int]) -> None:
    key = f"contact-new-{line.unit}-{max(seen, default=0)}"
    with st.form(key, border=False):
        name = st.text_input(t("Họ và tên"), max_chars=100, key=f"{key}-name", width=360)
        position, phone, email = _fields(key, Details(""))
        since = _day(t("Làm đầu mối từ ngày"), clock.today(), f"{key}-since")
        with st.container(horizontal=True):
            paper = st.text_input(
                t("Văn bản số"), key=f"{key}-paper", max_chars=120, width=300,
                placeholder=t("ví dụ: Công văn 12/UBND-VX"),
            )  # fmt: skip
            dated = _day(t("Ngày văn bản"), None, f"{key}-dated")
        note(
            t(
                "Người bắt đầu sau thay người trước. Hai người cùng làm đầu mối thì ghi cùng một ngày bắt đầu. Chỉ "
                "ghi liên hệ công vụ."
            )
        )
        if st.form_submit_button(t("Ghi đầu mối mới"), type="primary"):
            document = document_words(paper, dated)
            _typed(line.unit, _details(name, position, phone, email, since, document), seen)


def _fields(key: str, old: Details) -> tuple[str, str, str]:
    with st.container(horizontal=True):
        position, phone, email = (
            st.text_input(words, value=value or "", max_chars=longest, key=f"{key}-{name}", width=width)
            for words, value, name, longest, width in (
                (t("Chức vụ"), old.position, "position", 100, 250),
                (t("Điện thoại"), old.phone, "phone", 30, 200),
                (t("Thư điện tử"), old.email, "email", 100, 300),
            )
        )
    return position, phone, email


def _day(words: str, value: date | None, key: str) -> date | None:
    found = st.date_input(
        words, value=value, key=key, format="DD-MM-YYYY", width=200, min_value=_EARLIEST, max_value=clock.today() + _AHEAD
    )  # fmt: skip
    return found if isinstance(found, date) else None


def _details(
    name: str, position: str, phone: str, email: str, since: date | None, document: str | None
) -> Details:
    return Details(
        clean(name), clean(position) or None, _phone(phone), clean(email) or None, since, clean(document or "") or None
    )  # fmt: skip


def _phone(text: str) -> str | None:
    """Nine digits have lost their leading zero, as in a workbook."""
    found = clean(text)
    digits = found.replace(" ", "")
    return f"0{digits}" if digits.isdecimal() and len(digits) == 9 else found or None


def _typed(unit: str, said: Details, seen: frozenset[int], old: Details | None = None) -> None:
    """Save what was typed, unless it is wrong (as it was not before) or says the same as `old`."""
    before = faults(unit, old) if old else []
    wrong = [fault for fault in faults(unit, said) if fault not in before]
    for fault in wrong:
        st.error(t(contact_words.FAULTS[fault]))
    if said == old:
        st.info(t("Chưa có gì khác để lưu."))
    elif not wrong:
        _save(unit, said, seen)


def _save(unit: str, said: Details, seen: frozenset[int]) -> None:
    if saving.save("contacts", lambda: contact_file.accept(unit, said, seen)):
        st.rerun()
