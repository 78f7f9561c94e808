"""The widgets that say which role is to be given, for which units, from when to when."""

from datetime import date

import streamlit as st

from access import ROLE_LABELS, Role
from locales.messages import t
from pages.manage.account.words import ROLE_MEANS
from pages.parts.shell.choices import bar
from pages.parts.shell.frame import note
from program import clock, units
from storage.access.people import Asked
from storage.refusals import Refused


def draw(key: str, usual: Role = Role.REPORTER) -> None:
    """Draw them, with the role that is `usual` here; a new `key` starts afresh."""
    kind = st.selectbox(
        t("Vai trò"), list(ROLE_LABELS), index=list(ROLE_LABELS).index(usual), key=f"role-{key}", width=300,
        format_func=lambda role: t(ROLE_LABELS[role]),
    )  # fmt: skip
    note(t(ROLE_MEANS[kind]))
    if kind == Role.REPORTER:
        st.multiselect(
            t("Nộp cho đơn vị"), units.ever_reporting(clock.today()), key=f"role-units-{key}", format_func=bar.dated_name,
            placeholder=t("Chọn một hoặc nhiều đơn vị"),
        )  # fmt: skip
    with st.container(horizontal=True):
        for label, name in (
            (t("Từ ngày (bỏ trống: hôm nay)"), "from"),
            (t("Đến ngày (bỏ trống: đến khi kết thúc)"), "to"),
        ):
            st.date_input(label, value=None, format="DD-MM-YYYY", key=f"role-{name}-{key}", width=290)


def chosen(key: str) -> Asked:
    """What stands in the widgets of a key at this moment. A button's function asks here, not what the page saw
    when it was drawn: a click may come before the page has seen the last change. Raises Refused for a role that is none."""
    state = st.session_state
    try:
        kind = Role(state[f"role-{key}"])
    except ValueError:
        raise Refused(t("Không có vai trò này. Hãy tải lại trang rồi chọn lại.")) from None
    whose = state.get(f"role-units-{key}", ()) if kind == Role.REPORTER else ()
    return Asked(kind, tuple(whose), _day(state[f"role-from-{key}"]), _day(state[f"role-to-{key}"]))


def _day(given: object) -> date | None:
    return given if isinstance(given, date) else None
