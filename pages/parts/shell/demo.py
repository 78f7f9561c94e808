"""Demo data: the mark on screens without filters, and its removal at one click with confirmation."""

import streamlit as st

import storage.demo
from access import Right
from locales.forms import number
from locales.messages import t
from pages.parts.acts import asking, telling
from pages.parts.figures import results


def mark(screen: str) -> None:
    """The line on top of a screen that has no filters: whether demo data is shown, and which screen it is."""
    badge = f":orange-badge[**{t('Dữ liệu minh họa')}**] " if results.demo_present() else ""
    st.markdown(f"{badge}{t('Chương trình 830')} · **{screen}**")


def removal() -> None:
    """What demo data is, and the button that removes it; after that what was removed."""
    telling.answer()
    if not results.demo_present():
        return
    st.markdown(
        t(
            "Hệ thống đang có **dữ liệu minh họa**: các hoạt động, chỉ tiêu địa phương và tên trường là bịa, để "
            "xem thử cách trình bày. Khi bắt đầu dùng thật, hãy xóa toàn bộ; tệp thật đã nộp không bị ảnh hưởng."
        )
    )
    if Right.REMOVE_DEMO not in results.actor().rights:
        return
    asking.button(t("Xóa dữ liệu minh họa"), "demo")
    asking.question(
        "demo", t("Xóa dữ liệu minh họa?"),
        t("Mọi tệp và số liệu minh họa sẽ bị xóa hẳn, không lấy lại được. Số liệu thật đã nộp giữ nguyên."),
        t("Xóa dữ liệu minh họa"), t("Giữ lại"), _remove,
    )  # fmt: skip


def _remove() -> str:
    removed = storage.demo.remove(results.engine(), results.actor())
    return t("Đã xóa dữ liệu minh họa: {n} tệp.", n=number(removed))
