"""What the last saving on a screen did, with the way back: each saving is a submission that can be withdrawn."""

from collections.abc import Callable

import streamlit as st

from locales.forms import number
from pages.parts.acts import asking, telling, withdrawing
from pages.parts.figures import results
from storage.intake.submissions import Receipt, Submission, get


def save(screen: str, accept: Callable[[], Receipt]) -> bool:
    """Save something on a screen as a submission, and whether it was saved; a refusal is said at once."""

    def saved() -> None:
        st.session_state[_key(screen)] = accept().submission.id

    return telling.done(saved)


def last(screen: str) -> Submission | None:
    """The last saving on a screen, as long as it counts."""
    submission = st.session_state.get(_key(screen))
    kept = get(results.engine(), submission) if submission is not None else None
    return kept if kept is not None and kept.state == "accepted" else None


def just(screen: str, submission: int) -> bool:
    """Whether this was the last saving on the screen, which `told` tells of."""
    return st.session_state.get(_key(screen)) == submission


def told(screen: str, sentence: Callable[[str], str], back: str) -> None:
    """What `sentence` says of the submission's number and a button `back`, as long as the last saving on
    the screen counts."""
    telling.answer()
    kept = last(screen)
    if kept is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.success(sentence(number(kept.id)))
        asking.button(back, withdrawing.name(kept))
    withdrawing.question(kept)


def _key(screen: str) -> str:
    return f"{screen}-saved"
