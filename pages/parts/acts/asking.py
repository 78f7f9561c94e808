"""Asking once more before something is taken back or removed: a window, what will happen, two buttons."""

from collections.abc import Callable

import streamlit as st

from pages.parts.acts import telling
from pages.parts.words import plain
from storage.intake.submissions import Refused

_OPEN = "asking"


def button(label: str, name: str) -> None:
    """The button that opens the question `name`."""
    st.button(label, key=f"ask-{name}", on_click=_set, args=(name,))


def question(
    name: str, title: str, text: str | Callable[[], str], yes: str, no: str, act: Callable[[], str]
) -> None:
    """The window of a question, where its button was pressed; only then is a `text` worked out that is a
    function. `act` does what `yes` says and gives the words that `telling.answer` shows afterwards; a refusal is
    said in the window, and where already the `text` is refused there is no `yes`."""
    if st.session_state.get(_OPEN) == name:
        st.dialog(title, on_dismiss=_forget)(_body)(text, yes, no, act)


def _set(name: str) -> None:
    st.session_state[_OPEN] = name


def _forget() -> None:
    st.session_state.pop(_OPEN, None)


def _body(text: str | Callable[[], str], yes: str, no: str, act: Callable[[], str]) -> None:
    try:
        st.markdown(text if isinstance(text, str) else text())
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
