"""Khóa số liệu: lock a window after its due day, open it with a reason, see what changed under an opening."""

from datetime import date

import streamlit as st

import storage.locks.windows
from data_loaders.persons.told_by_words import personal_words
from locales.messages import t
from pages.manage import list_table
from pages.manage.lock import rule as lock_rule
from pages.manage.lock import words as lock_words
from pages.parts.acts import asking, telling
from pages.parts.figures import results
from pages.parts.shell.choices import bar
from pages.parts.shell.frame import note
from pages.parts.words import period_name, plain, unit_inside
from program import clock, units
from program.filters import Filters
from program.locks.windows import GRAINS, Lock, Locks, last_on, windows
from program.periods import PROGRAMME_END, parse_period

RHYTHMS = {"quarter": "Quý", "half": "6 tháng", "year": "Năm"}
_LATEST = 8


def draw() -> None:
    """The whole section."""
    st.header(t("Khóa số liệu"), anchor=False)
    note(
        t(
            "Khóa một kỳ sau hạn nộp để số liệu đã báo cáo không đổi nữa, kể cả khi danh sách trường, số trẻ em hay số do cơ "
            "quan chức năng cung cấp được nộp lại; kỳ cũng tự khóa được. Mở khóa phải ghi lý do; "
            "lý do đứng ở chú thích của những số liệu thay đổi sau đó, trên các trang và trong báo cáo."
        )
    )
    telling.answer()
    locks, today = results.analysis().locks, clock.today()
    st.markdown(lock_words.all_locked(locks, today))
    lock_rule.draw(locks, today)
    code = _window(today)
    if code is None:
        st.markdown(t("Chưa có kỳ nào qua hạn nộp."))
        return
    st.markdown("\n".join(f"- {line}" for line in lock_words.states(locks, code, today)))
    found = lock_words.held(locks, code, today)
    if not lock_words.is_wholly_locked(found[lock_words.OTHERS]):
        _lock(locks, code)
    if any(map(lock_words.is_locked, found.values())):
        _open(locks, code, today)
    _relock(locks, code, today)
    _history(locks)


def _window(today: date) -> str | None:
    """The window that is chosen, of those whose due day has passed, the latest first; to begin with the latest
    that lies within the programme, since nobody owes the report of one that goes beyond it."""
    with st.container(horizontal=True):
        grain = st.selectbox(
            t("Nhịp báo cáo"), GRAINS, key="lock-grain", width=150, format_func=lambda g: t(RHYTHMS[g])
        )
        codes = windows(grain, results.analysis().arrivals.stated, today)
        whole = [place for place, code in enumerate(codes) if parse_period(code).end <= PROGRAMME_END]
        return st.selectbox(
            t("Kỳ"), codes, min(whole, default=0), key=f"lock-window-{grain}",
            width=260, format_func=lambda one: period_name(parse_period(one)),
        )  # fmt: skip


def _lock(locks: Locks, code: str) -> None:
    seen, name = _seen(locks, code), period_name(parse_period(code))
    key = f"lock-{code}-{seen}"
    words = t("Khóa số liệu {period}", period=plain(name))
    asking.button(words, key)

    def locked() -> str:
        storage.locks.windows.lock(results.engine(), results.actor(), code, seen=seen)
        return t("Đã khóa số liệu {period}.", period=plain(name))

    def will() -> str:
        return lock_words.will_lock(code, results.unsettled(Filters(period=parse_period(code))).files)

    asking.question(key, f"{words}?", will, words, t("Giữ nguyên"), locked)


def _open(locks: Locks, code: str, today: date) -> None:
    """For some units or all, with a reason, until a day or for good."""
    seen, name = _seen(locks, code), period_name(parse_period(code))
    key = f"unlock-{code}-{seen}"
    with st.expander(t("Mở khóa {period}", period=name)), st.form(key, border=False):
        chosen = st.multiselect(
            t("Đơn vị được sửa số liệu"), _units(code), key=f"{key}-units", format_func=_name,
            placeholder=t("Bỏ trống: mọi đơn vị"),
        )  # fmt: skip
        reason = st.text_input(
            t("Lý do mở khóa"), max_chars=300, key=f"{key}-reason", width=560,
            placeholder=t("ví dụ: đơn vị nộp bổ sung lớp tháng 5 theo Công văn số 12"),
        )  # fmt: skip
        until = st.date_input(
            t("Mở đến hết ngày (bỏ trống: đến khi khóa lại)"), None, today, format="DD-MM-YYYY",
            key=f"{key}-until", width=340,
        )  # fmt: skip
        pressed = st.form_submit_button(t("Mở khóa"))
    if pressed and personal_words(reason):
        st.error(t("Lời này không ghi số điện thoại, ngày sinh hay số giấy tờ của người nào."))
    elif pressed:
        telling.tell(
            lambda: storage.locks.windows.unlock(
                results.engine(), results.actor(), code, chosen, reason, until, seen=seen
            ),
            t("Đã mở khóa {period}.", period=plain(name)),
        )


def _relock(locks: Locks, code: str, today: date) -> None:
    """The units for which the window is open while it is locked for the others: each can be locked again."""
    found = lock_words.held(locks, code, today)
    if not lock_words.is_locked(found[lock_words.OTHERS]):
        return
    seen = _seen(locks, code)
    with st.container(horizontal=True):
        for unit, words in found.items():
            opened = any(said is not None and said.lock == Lock.OPENED for _, said in words)
            if unit == lock_words.OTHERS or not opened:
                continue
            name = plain(unit_inside(unit))
            st.button(
                t("Khóa lại cho {unit}", unit=name), key=f"relock-{code}-{unit}-{seen}", on_click=_locked_again,
                args=(code, unit, seen, t("Đã khóa lại cho {unit}.", unit=name)),
            )  # fmt: skip


def _locked_again(code: str, unit: str, seen: int | None, done: str) -> None:
    telling.click(
        lambda: storage.locks.windows.lock(results.engine(), results.actor(), code, unit, seen=seen), done
    )


def _history(locks: Locks) -> None:
    """What was said lately and what changed since; the last word on each window can be undone."""
    if lines := lock_words.changes(locks):
        with st.expander(t("Số liệu đã thay đổi sau khi mở khóa")):
            list_table.draw((t("Đơn vị, kỳ"), t("Lý do mở khóa")), lines, 40)
    known = [one for one in reversed(locks.said) if not one.undone]
    if not known:
        return
    with st.expander(t("Các lần khóa, mở khóa")):
        for one in known[:_LATEST]:
            with st.container(
                horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
            ):
                st.markdown(lock_words.spoken(one), width="stretch")
                last = last_on(locks.said, one.code)
                if last is not None and last.id == one.id:
                    st.button(
                        t("Hoàn tác"), key=f"lock-undo-{one.id}", on_click=_undo, args=(one.id,)
                    )  # fmt: skip


def _undo(number: int) -> None:
    telling.click(
        lambda: storage.locks.windows.undo(results.engine(), results.actor(), number),
        t("Đã hoàn tác lần khóa, mở khóa này."),
    )


def _seen(locks: Locks, code: str) -> int | None:
    last = last_on(locks.said, code)
    return last.id if last else None


def _units(code: str) -> list[str]:
    """The units that may be opened: those that stood in the window, and what is the city's own."""
    window = parse_period(code)
    offered = (units.unit(one) for one in units.ever_reporting(clock.today()))
    stood = [u.code for u in offered if u and (u.valid_on(window.start) or u.valid_on(window.end))]
    return [*(one for one in stood if one != units.CITY), units.CITY]


def _name(unit: str) -> str:
    """A unit; of the city what is nobody else's."""
    return t("Thành phố Đà Nẵng: T2, T3, số trẻ em chung") if unit == units.CITY else bar.dated_name(unit)
