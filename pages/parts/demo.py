"""Demo data: the mark on screens without filters, and its removal at one click with confirmation."""

import streamlit as st

import storage.demo
from access import Denied
from locales.forms import number
from locales.messages import t
from pages.parts import results
from pages.parts.words import plain

_SAID = "demo-said"


def mark(screen: str) -> None:
    """The line on top of a screen that has no filters: whether demo data is shown, and which screen it is."""
    badge = f":orange-badge[**{t('Dữ liệu minh họa')}**] " if results.demo_present() else ""
    st.markdown(f"{badge}{t('Chương trình 830')} · **{screen}**")


def removal() -> None:
    """What demo data is, and the button that removes it; after that what was removed."""
    said = st.session_state.pop(_SAID, None)
    if said:
        st.success(said)
    if not results.demo_present():
        return
    st.markdown(
        t(
            "Hệ thống đang có **dữ liệu minh họa**: các hoạt động, chỉ tiêu địa phương và tên trường là bịa, để "
            "xem thử cách trình bày. Khi bắt đầu dùng thật, hãy xóa toàn bộ; tệp thật đã nộp không bị ảnh hưởng."
        )
    )
    if st.button(t("Xóa dữ liệu minh họa"), key="demo-remove"):
        st.dialog(t("Xóa dữ liệu minh họa?"))(_confirm)()


def _confirm() -> None:
    st.markdown(
        t("Mọi tệp và số liệu minh họa sẽ bị xóa hẳn, không lấy lại được. Số liệu thật đã nộp giữ nguyên.")
    )
    with st.container(horizontal=True):
        sure = st.button(t("Xóa dữ liệu minh họa"), type="primary", key="demo-sure")
        kept = st.button(t("Giữ lại"), key="demo-not")
    if kept:
        st.rerun()
    if sure:
        try:
            removed = storage.demo.remove(results.engine(), results.actor())
        except Denied as refusal:
            st.error(plain(str(refusal)))
            return
        st.session_state[_SAID] = t("Đã xóa dữ liệu minh họa: {n} tệp.", n=number(removed))
        st.rerun()
