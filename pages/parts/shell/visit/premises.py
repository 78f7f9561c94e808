"""The page of an installation that may not serve (`serving.premises`): a sentence, and what to mend in the log."""

import os
import signal
import sys
from functools import lru_cache
from threading import Timer

import streamlit as st
from streamlit import config, net_util

import settings
from locales.messages import t
from serving import mark, premises
from serving.premises import Hindrance

# Long enough for the page to reach the visitor.
_LAST_SECONDS = 2.0


def _not_asked() -> None:
    """Where a foreign page wants to connect, Streamlit would ask the internet for the address of this machine, and
    answer nobody meanwhile. (With sign-in `serving.own_page` refuses it before.)"""


net_util.get_external_ip = _not_asked


def hindrance() -> Hindrance | None:
    """What keeps this process from serving, if anything. The log of the server says once what to mend, and a
    server that is open to a network without sign-in stops itself."""
    try:
        access = settings.current().access
    except settings.InvalidSettings as wrong:
        _tell(Hindrance.WRONG_SETTINGS, tuple(wrong.problems))
        return Hindrance.WRONG_SETTINGS
    found = premises.hindrance(
        access, config.get_option("server.address"), st.context.headers.get("Host"), mark.served()
    )
    if found is not None:
        _tell(found, ())
    if found is Hindrance.OPEN:
        _end_soon()
    return found


def draw(found: Hindrance) -> None:
    """The whole page where something hinders."""
    words = {
        Hindrance.WRONG_SETTINGS: t(
            "Hệ thống chưa được cài đặt xong. Người quản trị xem nhật ký của máy chủ để biết cần sửa gì."
        ),
        Hindrance.BARE: t(
            "Hệ thống được khởi động chưa đúng cách. Người quản trị xem nhật ký của máy chủ để biết cần sửa gì."
        ),
        Hindrance.OPEN: t(
            "Trang này chỉ dùng trên chính máy đang chạy nó, vì chưa có đăng nhập. Máy chủ đang mở ra ngoài nên tự "
            "dừng; người quản trị xem nhật ký của máy chủ để biết cách chạy lại."
        ),
        Hindrance.OTHER_NAME: t("Trang này chỉ dùng trên chính máy đang chạy nó, vì chưa có đăng nhập."),
    }
    with st.container(width=620, key="premises"):
        st.title(t("Chương trình 830 · Đà Nẵng"), anchor=False)
        st.error(words[found])


@lru_cache(maxsize=8)
def _tell(found: Hindrance, problems: tuple[str, ...]) -> None:
    lines = [premises.FOR_THE_LOG[found], *problems]
    sys.stderr.write("\n  ".join(lines) + "\n")
    sys.stderr.flush()


@lru_cache(maxsize=1)
def _end_soon() -> None:
    last = Timer(_LAST_SECONDS, os.kill, (os.getpid(), signal.SIGTERM))
    last.daemon = True
    last.start()
