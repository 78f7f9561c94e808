"""What a press did, said once on the run that follows; or why it was refused."""

from collections.abc import Callable

import streamlit as st

from access import Denied
from pages.parts.words import plain
from storage.faults import StoreFault
from storage.intake.submissions import Refused

# What a write may answer instead of writing; each in words for the person.
REFUSALS = (Refused, Denied, StoreFault)


def say(words: str, place: str = "") -> None:
    """`answer` says these at the next run; `place` where a screen answers in several."""
    st.session_state[_key(place)] = (True, words)


def refuse(words: str, place: str = "") -> None:
    """`answer` says at the next run that something was not done, in these words."""
    st.session_state[_key(place)] = (False, words)


def answer(place: str = "") -> None:
    """Say once what was done, or why not."""
    done, words = st.session_state.pop(_key(place), (True, ""))
    if words:
        (st.success if done else st.error)(words)


def done(act: Callable[[], object]) -> bool:
    """Do it, and whether it was done; a refusal is said where this is called."""
    try:
        act()
    except REFUSALS as refusal:
        st.error(plain(str(refusal)))
        return False
    return True


def tell(act: Callable[[], object], words: str, place: str = "") -> None:
    """Do it and say so on the next run, which begins at once; a refusal is said where this is called."""
    if done(act):
        say(words, place)
        st.rerun()


def click(act: Callable[[], object], words: str = "", place: str = "") -> bool:
    """For a button's callback: do it, and whether it was done; `answer` says so (unless `act` has said more), or why
    not."""
    try:
        act()
    except REFUSALS as refusal:
        refuse(plain(str(refusal)), place)
        return False
    if words:
        say(words, place)
    return True


def _key(place: str) -> str:
    return f"told-{place}"
