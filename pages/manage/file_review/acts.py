"""What a reviewer did on the screen: done once, said on the next run, with the way back."""

from collections.abc import Callable, Sequence

import streamlit as st

import storage.reviewing.review
from locales.messages import t
from pages.manage.file_review.words import ASKED
from pages.parts.acts import telling
from pages.parts.figures import results

_SAID, _UNDONE = "review-said", "review-undone"


def act(write: Callable[[], Sequence[int]], done: str) -> None:
    """Do it and say so on the next run, with a button that takes it back; a refusal is said at once."""

    def written() -> None:
        st.session_state[_SAID] = (done, tuple(write()))

    if telling.done(written):
        # The next file that waits stands before the reviewer.
        st.query_params.pop(ASKED, None)
        st.rerun()


def said() -> None:
    """What was done last, as long as nothing else is done."""
    telling.answer(_UNDONE)
    if found := st.session_state.get(_SAID):
        done, numbers = found
        with st.container(horizontal=True, vertical_alignment="center"):
            st.success(done)
            st.button(t("Hoàn tác"), key="review-undo-last", on_click=undo, args=(numbers,))


def undo(numbers: Sequence[int]) -> None:
    """Take words back; for a button's click."""
    st.session_state.pop(_SAID, None)
    engine, actor = results.engine(), results.actor()
    telling.click(lambda: storage.reviewing.review.undo(engine, actor, numbers), t("Đã hoàn tác."), _UNDONE)
