"""The first start of an installation: the schema is made, and demo data fills an empty database."""

from dataclasses import replace

import streamlit as st

import settings
import storage.demo
from access import Actor, Right, local_person, operator
from data_loaders.check import check
from locales.messages import t
from pages.parts import results
from sample_data import DEMO_FILES
from sample_data.receipts import received
from settings import Access


def ready() -> None:
    """Open the database; on the very first start load the demo data, once per process.

    `DASHBOARD_DEMO=off` leaves an empty database empty.
    """
    with st.spinner(
        t("Đang mở cơ sở dữ liệu; lần đầu sẽ nạp dữ liệu minh họa, khoảng nửa phút…"), show_time=True
    ):
        _first_start()


@st.cache_resource(show_spinner=False)
def _first_start() -> None:
    # No call to st. inside: a click must not stop this half way.
    engine = results.engine()
    if storage.demo.wanted(engine):
        storage.demo.load(engine, _loader(), DEMO_FILES, check, received=received)


def _loader() -> Actor:
    """Who put demo data in: on a server whoever switched it on, not the visitor who happens to be first."""
    if settings.current().access == Access.LOCAL:
        return local_person()
    return replace(operator(), rights=frozenset(Right))
