"""The check at the head of every page: a page that its visitor may not see shows a sentence and nothing else."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import streamlit as st

from access import Actor, Denied, Right, anonymous
from locales.messages import t
from pages.parts.figures import results
from pages.parts.shell.visit import arrival
from pages.parts.words import plain
from settings import journal

# What the sentence calls each right that a page can ask for.
_NAMES = {
    Right.READ: "xem số liệu",
    Right.SUBMIT: "nộp báo cáo",
    Right.DECIDE: "duyệt và quyết định về số liệu",
    Right.MANAGE_USERS: "quản lý tài khoản",
    Right.READ_AUDIT: "xem nhật ký",
    Right.SEE_INSTALLATION: "xem tình trạng hệ thống",
}


_ANEW = "asked-anew"


class Withheld(Exception):
    """The visitor was told why this page shows nothing; the page must not go on."""


def needed(right: Right) -> None:
    """The first statement of a page: whoever lacks the right reads why, and Withheld is raised, which
    `app.py` knows."""
    who = results.actor()
    if right in who.rights:
        return
    journal.note("denied", logging.WARNING, right=right.value)
    st.title(t("Trang này cần thêm quyền."), anchor=False)
    if who.account:
        st.markdown(
            t(
                "Tài khoản **{name}** chưa được giao quyền {what}. Nếu công việc của anh, chị cần đến, hãy đề nghị "
                "người quản trị giao quyền.",
                name=plain(who.name),
                what=t(_NAMES[right]),
            )
        )
    else:
        st.markdown(t("Hãy đăng nhập bằng tài khoản có quyền {what}.", what=t(_NAMES[right])))
        if arrival.can_sign_in():
            st.button(t("Đăng nhập"), key="needed-sign-in", on_click=st.login)
    raise Withheld(right)


@contextmanager
def asked() -> Iterator[None]:
    """Around a page. Where a role ends after `needed` and before the store is asked, the page begins anew: by
    then it knows. What the store refuses a second time is told in its sentence."""
    try:
        with suppress(Withheld):
            yield
    except Denied as refusal:
        journal.note("denied", logging.WARNING)
        if st.session_state.pop(_ANEW, None) is None:
            st.session_state[_ANEW] = True
            st.rerun()
        st.title(t("Trang này cần thêm quyền."), anchor=False)
        st.markdown(plain(str(refusal)))
        return
    st.session_state.pop(_ANEW, None)


def link(right: Right, script: str, label: str, query: dict[str, str] | None = None) -> None:
    """A link to a page for those who may open it; for others nothing."""
    if right in results.actor().rights:
        st.page_link(script, label=label, query_params=query, width="content")


def sees_names(who: Actor) -> bool:
    """Whether names of those who handed in, decided or set something are shown: not to a reader who gave no
    name either."""
    return who.id != anonymous().id


def person(name: str) -> str:
    """The name of somebody who did something, as this visitor may read it; not yet Markdown."""
    return name if sees_names(results.actor()) else t("cán bộ phụ trách")
