"""What a reviewer did on the screen: done once, said on the next run, with the way back."""

from collections.abc import Callable, Sequence

import streamlit as st

import storage.reviewing.review
from access import Denied
from locales.messages import t
from pages.manage.file_review.words import ASKED
from pages.parts.figures import results
from pages.parts.words import plain
from storage.faults import StoreFault
from storage.intake.submissions import Refused

_SAID, _UNDONE, _FAILED = "review-said", "review-undone", "review-failed"


def act(write: Callable[[], Sequence[int]], done: str) -> None:
    """Do it and say so on the next run, with a button that takes it back; a refusal is said at once."""
    try:
        numbers = write()
    except (Refused, Denied, StoreFault) as refusal:
        st.error(plain(str(refusal)))
        return
    st.session_state[_SAID] = (done, tuple(numbers))
    # The next file that waits stands before the reviewer.
    st.query_params.pop(ASKED, None)
    st.rerun()


def said() -> None:
    """What was done last, as long as nothing else is done."""
    if failed := st.session_state.pop(_FAILED, None):
        st.error(plain(failed))
    if undone := st.session_state.pop(_UNDONE, None):
        st.success(undone)
    if found := st.session_state.get(_SAID):
        done, numbers = found
        with st.container(horizontal=True, vertical_alignment="center"):
            st.success(done)
            st.button(t("Hoàn tác"), key="review-undo-last", on_click=undo, args=(numbers,))


def undo(numbers: Sequence[int]) -> None:
    """Take words back; for a button's click."""
    st.session_state.pop(_SAID, None)
    try:
        storage.reviewing.review.undo(results.engine(), results.actor(), numbers)
    except (Refused, Denied, StoreFault) as refusal:
        st.session_state[_FAILED] = str(refusal)
        return
    st.session_state[_UNDONE] = t("Đã hoàn tác.")
