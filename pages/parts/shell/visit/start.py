"""The first start of an installation: the schema is made, and demo data fills an empty database. Each
process notes that it serves, and that it stops."""

import atexit
import sys
from dataclasses import replace
from threading import Lock

import streamlit as st

import settings
import storage.demo
import storage.upkeep.runs
from access import Actor, Right, local_person, operator
from data_loaders.check import check
from locales.messages import t
from pages.parts.figures import results
from sample_data import DEMO_FILES
from sample_data.receipts import received
from settings import Access
from storage.database import Engine


def ready() -> None:
    """Open the database; on the very first start load the demo data, once per process.

    `DASHBOARD_DEMO=off` leaves an empty database empty.
    """
    engine = results.engine()
    if _Run.opened is not engine:
        with st.spinner(
            t("Đang mở cơ sở dữ liệu; lần đầu sẽ nạp dữ liệu minh họa, khoảng nửa phút…"), show_time=True
        ):
            _first_start()
        _Run.opened = engine
    _note_run(engine)


def stop() -> None:
    """This process ends in order; the store is told so."""
    with _LOCK:
        noted, _Run.noted = _Run.noted, None
    if noted is not None:
        storage.upkeep.runs.end(*noted)


class _Run:
    """What the store knows of this process: in which store, under which number; and the store that it opened."""

    opened: Engine | None = None
    noted: tuple[Engine, int] | None = None
    watched = False


_LOCK = Lock()
_SWITCH_SECONDS = 0.001


def _note_run(engine: Engine) -> None:
    """Once per process and store; at a later visit where the store was busy."""
    if (_Run.noted and _Run.noted[0] is engine) or not _LOCK.acquire(blocking=False):
        return
    try:
        started = storage.upkeep.runs.begin(engine)
        if started is not None:
            _Run.noted = engine, started.id
        if not _Run.watched:
            _Run.watched = True
            atexit.register(stop)
    finally:
        _LOCK.release()


@st.cache_resource(show_spinner=False)
def _first_start() -> None:
    # A screen's run gives the interpreter away with each of its hundred messages. While a long file is
    # taken in beside it, it would wait 5 ms, Python's measure, to get it back each time.
    sys.setswitchinterval(_SWITCH_SECONDS)
    # No call to st. inside: a click must not stop this half way.
    engine = results.engine()
    if storage.demo.wanted(engine):
        storage.demo.load(engine, _loader(), DEMO_FILES, check, received=received)


def _loader() -> Actor:
    """Who put demo data in: on a server whoever switched it on, not the visitor who happens to be first."""
    if settings.current().access == Access.LOCAL:
        return local_person()
    return replace(operator(), rights=frozenset(Right))
