"""What a run of a screen ends in that is nobody's mistake: the store does not answer; the run was slow."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

import streamlit as st

import settings
from locales.messages import t
from pages.parts.words import plain
from serving import log
from settings import LogForm, journal
from storage.database import NewerSchema
from storage.faults import StoreFault

# Longer than any screen takes that computes nothing anew; the operator sees when runs get slow.
_SLOW_SECONDS = 5.0


@contextmanager
def told() -> Iterator[None]:
    """Say what the store cannot do instead of the rest of the page, and note a run that took long."""
    _log_lines(_form())
    begun = time.monotonic()
    try:
        yield
    except (StoreFault, NewerSchema) as found:
        st.error(plain(str(found)))
        st.button(t("Mở lại trang"), key="after-trouble")
    finally:
        seconds = time.monotonic() - begun
        if seconds > _SLOW_SECONDS:
            journal.note("slow_run", logging.WARNING, seconds=round(seconds, 1))


def _form() -> LogForm:
    try:
        return settings.current().log
    except settings.InvalidSettings:
        return LogForm.PLAIN


@lru_cache(maxsize=1)
def _log_lines(form: LogForm) -> None:
    log.set_up(form)
