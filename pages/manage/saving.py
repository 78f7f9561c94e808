"""What the last saving on a screen did, with the way back: each saving is a submission that can be withdrawn."""

from collections.abc import Callable

import streamlit as st

from locales.forms import number
from pages.parts.acts import asking
from pages.parts.figures import results
from pages.submit import withdrawing
from storage.intake.submissions import get


def note(screen: str, submission: int) -> None:
    """Something was saved on a screen, as a submission of this number."""
    st.session_state[_key(screen)] = submission


def just(screen: str, submission: int) -> bool:
    """Whether this was the last saving on the screen, which `told` tells of."""
    return st.session_state.get(_key(screen)) == submission


def told(screen: str, sentence: Callable[[str], str], back: str) -> None:
    """What `sentence` says of the submission's number and a button `back`, as long as the last saving on
    the screen counts."""
    asking.answer()
    submission = st.session_state.get(_key(screen))
    kept = get(results.engine(), submission) if submission is not None else None
    if kept is None or kept.state != "accepted":
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.success(sentence(number(kept.id)))
        asking.button(back, withdrawing.name(kept))
    withdrawing.question(kept)


def _key(screen: str) -> str:
    return f"{screen}-saved"
