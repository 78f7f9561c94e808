"""Asking once more before something is taken back or removed: a window, what will happen, two buttons."""

from collections.abc import Callable

import streamlit as st

from pages.parts.acts import telling
from pages.parts.words import plain
from storage.intake.submissions import Refused

# The question that is open, and its words as they were worked out for it.
_OPEN, _TEXT = "asking", "asking-text"


def button(label: str, name: str) -> None:
    """The button that opens the question `name`."""
    st.button(label, key=f"ask-{name}", on_click=_set, args=(name,))


def question(
    name: str, title: str, text: str | Callable[[], str], yes: str, no: str, act: Callable[[], str]
) -> None:
    """The window of a question, where its button was pressed; only then, and once, is a `text` worked out that is a
    function. `act` does what `yes` says and gives the words that `telling.answer` shows afterwards; a refusal is
    said in the window, and where already the `text` is refused there is no `yes`."""
    if st.session_state.get(_OPEN) == name:
        st.dialog(title, on_dismiss=_forget)(_body)(text, yes, no, act)


def _set(name: str) -> None:
    _forget()
    st.session_state[_OPEN] = name


def _forget() -> None:
    st.session_state.pop(_OPEN, None)
    st.session_state.pop(_TEXT, None)


def _body(text: str | Callable[[], str], yes: str, no: str, act: Callable[[], str]) -> None:
    try:
        if _TEXT not in st.session_state:
            st.session_state[_TEXT] = text if isinstance(text, str) else text()
        st.markdown(st.session_state[_TEXT])
    except Refused as refusal:  # what would be done cannot be
        st.error(plain(str(refusal)))
        if st.button(no, key="ask-no"):
            _forget()
            st.rerun()
        return
    with st.container(horizontal=True):
        sure = st.button(yes, type="primary", key="ask-yes")
        kept = st.button(no, key="ask-no")
    if sure and not telling.done(lambda: telling.say(act())):
        return
    if sure or kept:
        _forget()
        st.rerun()
