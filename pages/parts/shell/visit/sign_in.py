"""The page of whoever may not read: what this is, how to sign in, what to do without an account."""

from functools import lru_cache

import streamlit as st

import settings
import storage.journal.audit
import storage.journal.kept_out
from access import Actor, Right
from access.identity import Absence, Identity
from locales.messages import t
from pages.parts.figures import results
from pages.parts.shell.visit import arrival
from pages.parts.words import plain
from serving.coming_back import FAILED
from settings import Access
from storage.journal.kept_out import Refusal, Why

_WAS_IN, _TOLD = "was-in", "told-why"
_KEPT_APART = 4096


def reads(who: Actor) -> bool:
    """Whether somebody is there who may read; a sign-in that is new is noted in the log."""
    if Right.READ not in who.rights:
        return False
    came = results.visitor()
    if isinstance(came, Identity) and who.account:
        if st.session_state.get(_WAS_IN, who.id) != who.id:
            st.session_state.clear()  # somebody else's tab, connected again by who signed in at the proxy since
        st.session_state[_WAS_IN] = who.id
        _note(who, came.way, arrival.signed_in_at())
    elif isinstance(came, Identity) and came.way != Access.LOCAL:
        _tell(Why.NO_ROLE, came.login)  # a guest among those who read without signing in
    return True


@lru_cache(maxsize=_KEPT_APART)
def _note(who: Actor, way: Access, moment: str) -> None:  # noqa: ARG001 (tells one sign-in from the next)
    storage.journal.audit.signed_in(results.engine(), who, way)


def leave() -> None:
    """Sign out, in every tab, and with a copy of the cookie too."""
    who = results.actor()
    if who.account:
        storage.journal.audit.signed_out(results.engine(), who, arrival.signed_in_at())
    arrival.leave()


def draw() -> None:
    """The whole page."""
    with st.container(width=620, gap="medium", key="sign-in"):
        st.title(t("Chương trình 830 · Đà Nẵng"), anchor=False)
        st.markdown(
            t(
                "Kết quả và tiến độ bảo vệ, hỗ trợ trẻ em tương tác lành mạnh, sáng tạo trên môi trường mạng tại "
                "thành phố Đà Nẵng, theo báo cáo của các đơn vị."
            )
        )
        came = results.visitor()
        if isinstance(came, Identity):
            _tell(Why.NO_ROLE, came.login)
            _without_role(came)
        elif came is Absence.NO_LOGIN:
            _tell(Why.NO_LOGIN, arrival.claimed())
            _without_login()
        elif arrival.can_sign_in():
            _signed_out(came)
        else:
            st.markdown(
                t(
                    "Trang này mở qua địa chỉ của cơ quan. Hãy đóng trang, đăng nhập vào hệ thống của cơ quan rồi mở lại "
                    "từ đó. Nếu vẫn không vào được, hãy liên hệ người quản trị."
                )
            )


def _tell(why: Why, login: str) -> None:
    """The log has once a visit who did not get in, and why."""
    if st.session_state.get(_TOLD) != why:
        st.session_state[_TOLD] = why
        way = settings.current().access
        storage.journal.kept_out.note(results.engine(), Refusal(login, why, way, arrival.origin()))


def _signed_out(came: Absence) -> None:
    if came is Absence.OVER:
        _tell(Why.OVER, arrival.claimed())
        st.warning(t("Phiên đăng nhập đã hết hạn. Hãy đăng nhập lại; trang đang xem sẽ mở ra như cũ."))
    elif FAILED in st.context.cookies:
        _tell(Why.PROVIDER, "")
        st.warning(
            t(
                "Chưa đăng nhập được: nơi cấp tài khoản không trả lời hoặc việc đăng nhập đã bị hủy. Hãy thử lại; nếu "
                "vẫn vậy, hãy liên hệ người quản trị."
            )
        )
    st.button(t("Đăng nhập bằng tài khoản cơ quan"), key="log-in", on_click=st.login)
    _how()


def _without_role(came: Identity) -> None:
    """Somebody who is known to the sign-in, but not (or no more) to this installation."""
    login = plain(came.login)
    if st.session_state.get(_WAS_IN):
        said = t("Quyền của tài khoản **{login}** trên trang này vừa kết thúc.", login=login)
    else:
        said = t("Tài khoản **{login}** chưa có quyền vào trang này, hoặc quyền đã kết thúc.", login=login)
    st.warning(said)
    _how()
    _other_account()


def _without_login() -> None:
    st.warning(
        t(
            "Tài khoản vừa đăng nhập không cho biết địa chỉ thư công vụ, hoặc địa chỉ chưa được xác minh, nên chưa "
            "vào được. Hãy liên hệ nơi cấp tài khoản."
        )
    )
    _other_account()


def _other_account() -> None:
    if arrival.can_sign_in():
        st.button(t("Đăng xuất"), key="log-out", on_click=leave)


def _how() -> None:
    st.markdown(
        t(
            "Chưa có tài khoản hoặc chưa có quyền? Hãy đề nghị cơ quan đầu mối Chương trình 830 của thành phố giao quyền, "
            "kèm họ tên, đơn vị và địa chỉ thư công vụ."
        )
    )
