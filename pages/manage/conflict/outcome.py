"""What the last click on the desk did, with its way back, or why it was refused."""

from collections.abc import Callable, Sequence

import streamlit as st

import storage.conflicts.decisions
import storage.reviewing.review
from access import Denied
from locales.forms import number
from locales.messages import t
from pages.parts.figures import results
from pages.parts.words import plain
from storage.conflicts.subjects import TABLES, Subject
from storage.faults import StoreFault
from storage.intake.submissions import Refused

RETURNED = "returned"
_DONE, _REFUSED = "conflicts-done", "conflicts-refused"


def act(place: str, what: str, do: Callable[[], Sequence[int]]) -> bool:
    """For a callback: do it, and remember the numbers that it gives under `what` (the subject of decisions, or
    RETURNED); a refusal is remembered for the `place` of the click."""
    st.session_state.pop(_DONE, None)
    st.session_state.pop(_REFUSED, None)
    try:
        numbers = do()
    except (Refused, Denied, StoreFault) as refusal:
        st.session_state[_REFUSED] = (place, plain(str(refusal)))
        return False
    st.session_state[_DONE] = (what, tuple(numbers))
    return True


def refused(place: str) -> None:
    """Why the click at a place was refused, once."""
    found = st.session_state.get(_REFUSED)
    if found and found[0] == place:
        st.error(found[1])


def told(places: Sequence[str]) -> None:
    """What was done, with a button that takes it back; a refusal of a place that is not on the screen any more."""
    found = st.session_state.get(_REFUSED)
    if found and found[0] not in places:
        st.error(found[1])
    done = st.session_state.get(_DONE)
    if not done:
        return
    what, numbers = done
    with st.container(horizontal=True, vertical_alignment="center"):
        st.success(_words(what, len(numbers)))
        if numbers:
            st.button(t("Hoàn tác"), key="conflicts-undo", on_click=undo, args=("", what, *numbers))


def undo(place: str, what: str, *numbers: int) -> None:
    """For a callback: take decisions or a return back."""
    engine, actor = results.engine(), results.actor()

    def back() -> list[int]:
        if what == RETURNED:
            storage.reviewing.review.undo(engine, actor, numbers)
        else:
            storage.conflicts.decisions.undo(engine, actor, _subject(what), *numbers)
        return []

    act(place, what, back)


def _subject(what: str) -> Subject:
    return next(subject for subject in TABLES if subject == what)


def _words(what: str, many: int) -> str:
    if what == RETURNED:
        return t("Đã trả lại tệp cho đơn vị.") if many else t("Đã lấy lại lời trả tệp.")
    if not many:
        return t("Đã hoàn tác; số liệu đã tính lại.")
    return t("Đã lưu {n} quyết định; số liệu đã tính lại.", n=number(many))
