"""One person: the roles with their end at one click and the way back, another role, another name, the history."""

from collections.abc import Callable, Sequence

import streamlit as st

import storage.access.people
import storage.journal.audit
from access import Right
from locales.forms import number
from locales.messages import t
from pages.manage.account import role_choice
from pages.manage.account import words as people_words
from pages.manage.audit_words import entries as audit_words
from pages.parts.acts import telling
from pages.parts.figures import results
from pages.parts.sentences.counted import moment
from pages.parts.shell.frame import head, note
from pages.parts.words import plain
from program import clock
from storage.access.people import Asked
from storage.access.roster import Account, Grant
from storage.journal.audit import Chosen

_PLACE, _ENDED, _TURN = "people", "people-ended", "people-turn"
_HISTORY = 50


def act(change: Callable[[], object], said: str) -> bool:
    """Make a change; `answer` tells of it, or why it was refused."""
    st.session_state.pop(_ENDED, None)
    done = telling.click(change, said, _PLACE)
    if done:
        st.session_state[_TURN] = turn() + 1
    return done


def turn() -> int:
    """Counts the changes, so that the widgets of a change that was made start afresh."""
    return int(st.session_state.get(_TURN, 0))


def answer() -> None:
    """Say once what was done or why not, and offer the way back of an end."""
    telling.answer(_PLACE)
    if _ENDED in st.session_state:
        account, ended = st.session_state[_ENDED]
        st.button(
            t("Hoàn tác: giao lại cho {who}", who=plain(account.name)), on_click=give_back,
            args=(account, ended), key="people-undo",
        )  # fmt: skip


def end(account: Account, meant: Sequence[Grant]) -> None:
    """End grants; the way back is offered until the next change."""
    numbers = [given.id for given in meant]
    names = "; ".join(people_words.role(given) for given in meant)
    said = t("Đã kết thúc vai trò của {who}: {what}.", who=plain(account.name), what=plain(names))
    if act(lambda: storage.access.people.end(results.engine(), results.actor(), numbers), said):
        st.session_state[_ENDED] = (account, tuple(meant))


def give_back(account: Account, ended: Sequence[Grant]) -> None:
    """The way back of an end: the same roles anew, from today or from their first day."""
    asked = [
        Asked(
            given.role,
            (given.unit,) if given.unit else (),
            max(given.valid_from, clock.today()),
            given.valid_to,
        )
        for given in ended
    ]
    said = t("Đã giao lại vai trò cho {who}.", who=plain(account.name))
    act(lambda: storage.access.people.grant(results.engine(), results.actor(), account.login, *asked), said)


def draw(account: Account) -> None:
    """All about one person."""
    on = clock.today()
    added = t("Tên đăng nhập: {login} · thêm lúc {when}", login=account.login, when=moment(account.added_at))
    head(account.name, added)
    current = [given for given in account.grants if not given.past(on)]
    if not account.in_force(on):
        st.markdown(t("Hiện không có vai trò nào nên **chưa vào được**."))
    for given in current:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(plain(people_words.in_full(given, on)), width="content")
            st.button(
                t("Kết thúc"), on_click=end, args=(account, [given]), key=f"end-{given.id}",
                help=t("Có hiệu lực ngay; sau đó vẫn giao lại được."),
            )  # fmt: skip
    if len(current) > 1:
        st.button(
            t("Kết thúc cả {n} vai trò", n=number(len(current))), on_click=end, args=(account, current),
            key="end-all",
        )  # fmt: skip
    _another_role(account)
    _another_name(account)
    _history(account)


def _another_role(account: Account) -> None:
    with st.expander(t("Giao thêm vai trò"), key=f"another-role-{account.login}"):
        key = f"{account.login}-{turn()}"
        role_choice.draw(key)

        def give() -> None:
            engine, who = results.engine(), results.actor()
            said = t("Đã giao vai trò cho {who}.", who=plain(account.name))
            act(
                lambda: storage.access.people.grant(engine, who, account.login, role_choice.chosen(key)), said
            )

        st.button(t("Giao vai trò này"), on_click=give, key="give-role")


def _another_name(account: Account) -> None:
    with st.expander(t("Đổi họ tên"), key=f"another-name-{account.login}"), st.form("rename", border=False):
        name = st.text_input(
            t("Họ và tên"),
            value=account.name,
            max_chars=200,
            key=f"rename-{account.login}-{turn()}",
            width=360,
        )
        if st.form_submit_button(t("Đổi họ tên")):
            said = t("Đã đổi họ tên thành {name}.", name=plain(name))
            who = results.actor()
            act(
                lambda: storage.access.people.rename(
                    results.engine(), who, account.login, name, seen=account.name
                ),
                said,
            )
            st.rerun()


def _history(account: Account) -> None:
    if Right.READ_AUDIT not in results.actor().rights:
        return
    box = st.expander(t("Lịch sử của tài khoản"), key=f"history-{account.login}", on_change="rerun")
    if not box.open:
        return
    found = storage.journal.audit.entries(
        results.engine(), results.actor(), Chosen(about=account.login), limit=_HISTORY
    )
    with box:
        st.markdown("\n".join(f"- {audit_words.in_a_line(entry)}" for entry in found))
        if len(found) == _HISTORY:
            note(t("Hiện {n} việc mới nhất; tất cả ở trang Nhật ký.", n=number(_HISTORY)))
