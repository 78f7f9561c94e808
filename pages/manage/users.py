"""Tài khoản: who may enter and do what, who has no role, which units nobody reports for; all of it changed
here."""

import streamlit as st

import settings
import storage.access.people
import storage.access.roster
from access import Right, Role
from locales.forms import number
from locales.messages import t
from pages.manage import list_table
from pages.manage.account import person, role_choice
from pages.manage.account import words as people_words
from pages.parts.figures import results
from pages.parts.listing import drill
from pages.parts.shell import demo, frame
from pages.parts.shell.choices import own_choices
from pages.parts.shell.choices.in_address import put
from pages.parts.shell.visit import permission
from pages.parts.words import plain
from program import clock
from program.text import fold
from settings import Access
from storage.access.accounts import normal
from storage.access.roster import Account

# From so many accounts on there is a field to look for one, and the list comes in pages.
LONG = 12
SHOWN = 50
# The place of the person who is open, which a name in the list leads to.
_OPENED = "person"


def adding(first: bool) -> None:
    """A person with a role, in one form."""
    with st.expander(t("Thêm người"), expanded=first, key="people-add"):
        turn = person.turn()
        with st.container(horizontal=True):
            st.text_input(t("Họ và tên"), max_chars=200, key=f"new-name-{turn}", width=300)
            st.text_input(
                t("Tên đăng nhập"), max_chars=200, key=f"new-login-{turn}", width=300,
                help=t("Như nơi cấp tài khoản gọi người này, thường là địa chỉ thư điện tử công vụ."),
            )  # fmt: skip
        role_choice.draw(f"new-{turn}", Role.ADMINISTRATOR if first else Role.REPORTER)

        def add() -> None:
            name, login = (st.session_state[f"new-{part}-{turn}"] for part in ("name", "login"))
            who = results.actor()
            said = t("Đã thêm {name}.", name=plain(name))

            def write() -> None:
                storage.access.people.add(
                    results.engine(), who, login, name, role_choice.chosen(f"new-{turn}")
                )

            if person.act(write, said):
                put(user=normal(login))

        st.button(t("Thêm người này"), on_click=add, key="add-person")


def listing(people: list[Account]) -> None:
    """Everybody, with what they may do."""
    on, shown = clock.today(), people
    if len(people) > LONG:
        words = fold(st.text_input(t("Tìm theo tên, tên đăng nhập, đơn vị"), key="people-q", width=360))
        shown = [
            one for one in people if words in fold(f"{one.name} {one.login} {people_words.roles(one, on)}")
        ]
    if not shown:
        st.markdown(t("Không có ai như vậy."))
        return
    pages = -(-len(shown) // SHOWN)
    page = min(st.pagination(pages, key="people-page"), pages) if pages > 1 else 1
    lines = (
        (
            (list_table.Link(one.name, drill.href("users", {"user": one.login}), _OPENED), one.login),
            ("", people_words.roles(one, on)),
        )
        for one in shown[(page - 1) * SHOWN : page * SHOWN]
    )
    list_table.draw((t("Họ và tên, tên đăng nhập"), t("Vai trò")), lines, 45)
    if pages > 1:
        frame.note(t("Mỗi trang {n} người, tất cả {all} người.", n=number(SHOWN), all=number(len(shown))))


def chosen(people: list[Account]) -> Account | None:
    """The person whose roles are looked at."""
    by_login = {one.login: one for one in people}
    own_choices.passed_over("user", "tài khoản", by_login)
    asked = st.query_params.get("user", "")
    st.session_state["_user"] = asked if asked in by_login else None
    picked = st.selectbox(
        t("Xem và sửa một người"), list(by_login), key="_user", width=480, placeholder=t("Chọn một người"),
        format_func=lambda login: f"{by_login[login].name} · {login}",
        on_change=lambda: put(user=st.session_state["_user"] or ""),
    )  # fmt: skip
    return by_login.get(picked or "")


def screen() -> None:
    people = storage.access.roster.accounts(results.engine(), results.actor())
    on = clock.today()
    st.title(people_words.finding(people, on), anchor=False)
    if settings.current().access == Access.LOCAL:
        frame.note(
            t(
                "Trang này đang chạy trên máy của một người, ai mở cũng dùng được hết và không cần đăng nhập. Các "
                "tài khoản ở đây chỉ có hiệu lực khi trang được đặt trên máy chủ có đăng nhập."
            )
        )
    for sentence in people_words.lacking(people, on):
        st.markdown(sentence)
    if not people:
        st.markdown(t("Hãy thêm người đầu tiên, với vai trò Quản trị."))
    with st.container():  # always there, so that what stands below keeps its place
        person.answer()
    adding(first=not people)
    if not people:
        return
    one = chosen(people)
    if one is not None:
        with st.container(border=True, key=_OPENED):
            person.draw(one)
    st.header(t("Mọi tài khoản"), anchor=False)
    listing(people)


permission.needed(Right.MANAGE_USERS)
demo.mark(t("Tài khoản"))
screen()
frame.state()
