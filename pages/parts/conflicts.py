"""What may be counted twice and waits for a decision: looked for once per state of the data, then kept."""

import streamlit as st

import storage.analysis
import storage.decisions
from pages.parts import results
from program.overlaps import Overlap
from storage.decisions import OpenTwins

_HALF_AN_HOUR = 1800


def waiting() -> tuple[OpenTwins, tuple[Overlap, ...]]:
    """Near twins, and summaries beside finer records. The first call after a change may take seconds."""
    return _waiting(results.data_version())


@st.cache_resource(max_entries=2, ttl=_HALF_AN_HOUR, show_spinner=False)
def _waiting(version: int) -> tuple[OpenTwins, tuple[Overlap, ...]]:  # noqa: ARG001 (the key of the cache)
    engine = results.engine()
    return storage.decisions.open_twins(engine), storage.decisions.open_overlaps(engine)
