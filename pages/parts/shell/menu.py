"""The screens there are, for whom, and the line that says who is signed in."""

from copy import copy
from dataclasses import dataclass
from functools import lru_cache

import streamlit as st
from streamlit.navigation.page import Page

from access import Actor, Right
from access.identity import Identity
from locales.messages import t, title
from pages.parts.figures import results
from pages.parts.shell.visit import arrival, sign_in
from pages.parts.words import plain
from settings import Access


@dataclass(frozen=True)
class Screen:
    """One page: its file, its name in the menu, the last part of its address, the right it asks for, and the
    group of the menu that it opens from (none: it stands in the menu itself)."""

    script: str
    title: str
    address: str
    right: Right = Right.READ
    group: str = ""


DESK, SYSTEM = "Điều hành", "Hệ thống"

SCREENS = (
    Screen("pages/view/overview.py", "Tổng quan", ""),
    Screen("pages/view/units.py", "Đơn vị", "units"),
    Screen("pages/view/unit.py", "Từng đơn vị", "unit"),
    Screen("pages/view/schools.py", "Trường học", "schools"),
    Screen("pages/view/activities.py", "Hoạt động", "activities"),
    Screen("pages/view/reporting.py", "Tình hình nộp", "reporting"),
    Screen("pages/view/report.py", "Báo cáo", "report"),
    Screen("pages/submit/upload.py", "Nộp báo cáo", "submit", Right.SUBMIT),
    Screen("pages/manage/review.py", "Duyệt số liệu", "review", Right.DECIDE, DESK),
    Screen("pages/manage/conflicts.py", "Trùng lặp, bất thường", "conflicts", Right.DECIDE, DESK),
    Screen("pages/manage/targets.py", "Mục tiêu", "targets", group=DESK),
    Screen("pages/manage/tasks.py", "Văn bản, nhiệm vụ", "tasks", group=DESK),
    Screen("pages/manage/contacts.py", "Đầu mối", "contacts", Right.SUBMIT, DESK),
    Screen("pages/manage/editions.py", "Bản phát hành", "editions", group=DESK),
    Screen("pages/manage/users.py", "Tài khoản", "users", Right.MANAGE_USERS, SYSTEM),
    Screen("pages/manage/audit.py", "Nhật ký", "audit", Right.READ_AUDIT, SYSTEM),
    Screen(
        "pages/manage/installation.py", "Tình trạng hệ thống", "installation", Right.SEE_INSTALLATION, SYSTEM
    ),
    Screen("pages/view/about.py", "Về dữ liệu", "about", group=SYSTEM),
)
ADDRESSES = tuple(one.address for one in SCREENS)


def pages(who: Actor) -> list[Page]:
    """Every page, so that each address stays what it is whoever may open it. To whoever may not read they have no
    names."""
    reads = Right.READ in who.rights
    return [copy(_page(one, title(one.title) if reads else t("Đăng nhập"))) for one in SCREENS]


@lru_cache(maxsize=8 * len(SCREENS))
def _page(one: Screen, title: str) -> Page:
    """Made once, since the framework looks for its file, and copied for each run, since it keeps there whether it
    is the one shown."""
    return st.Page(one.script, title=title, url_path=one.address or None, default=not one.address)


def signed_in(who: Actor) -> None:
    """Who is signed in, and the way out; for a reader without a name the way in. Nothing on one's own machine."""
    came = results.visitor()
    if isinstance(came, Identity) and came.way == Access.LOCAL:
        return
    if isinstance(came, Identity):
        name = who.name if who.account else came.login
        st.markdown(f":gray[:small[{t('Đang đăng nhập: {name}', name=plain(name))}]]", width="content")
    if not arrival.can_sign_in():
        return
    if isinstance(came, Identity):
        st.button(t("Đăng xuất"), type="tertiary", key="log-out", on_click=sign_in.leave)
    else:
        st.button(t("Đăng nhập"), type="tertiary", key="log-in", on_click=st.login)
