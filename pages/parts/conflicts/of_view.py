"""What waits for a decision: looked for once per state of the data, then kept."""

import streamlit as st

import storage.conflicts.desk
from pages.parts.figures import results
from program.conflicts.desk import Conflict, Desk, Sort, chosen
from program.filters import Filters
from program.measures.analysis import span

_HALF_AN_HOUR = 1800


def waiting() -> Desk:
    """Everything that waits. The first call after a change may take seconds."""
    return _waiting(results.data_version())


def of(view: Filters, sort: Sort | None = None) -> tuple[Conflict, ...]:
    """What waits about the unit and days of a view, of one kind or all."""
    return chosen(waiting(), view.unit, *span(view), sort)


@st.cache_resource(max_entries=2, ttl=_HALF_AN_HOUR, show_spinner=False)
def _waiting(version: int) -> Desk:  # noqa: ARG001 (the key of the cache)
    return storage.conflicts.desk.waiting(results.engine())
