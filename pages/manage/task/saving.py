"""Saving a task or a document from the screen, what the last saving did, and its way back in one click."""

from collections.abc import Collection, Iterable

import streamlit as st

import storage.intake.submissions
from locales.forms import number
from locales.messages import t
from pages.manage import saving
from pages.manage.task import file as task_file
from pages.parts.acts import telling, withdrawing
from pages.parts.figures import results

SCREEN = "tasks"
_OPEN = "tasks-open"


def seen(what: str, number: int, record: int) -> int:
    """The record that held the opened task or document when its form was drawn first: what is typed is about that
    one. Where another holds it by now, this is said, with the way to the new words."""
    held = st.session_state.get(_OPEN)
    if held is None or held[:2] != (what, number):
        held = st.session_state[_OPEN] = (what, number, record)
    if held[2] != record:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.warning(
                t("Mục này vừa được thay đổi trong lúc đang ghi. Những gì ghi dở ở đây chưa được lưu.")
            )
            st.button(t("Xem bản mới"), key=f"{what}-newer-{number}", on_click=closed)
    return int(held[2])


def closed() -> None:
    """Nothing is opened any more, or it is to be read anew."""
    st.session_state.pop(_OPEN, None)


def save(unit: str, said: task_file.Said, faults: Iterable[str], seen: Collection[int] = ()) -> None:
    """Save what was typed unless something is wrong with it; `seen`: the record that held it, if any."""
    wrong = list(faults)
    for fault in wrong:
        st.error(fault)
    if wrong:
        return
    if saving.save(SCREEN, lambda: task_file.accept(unit, said, seen)):
        closed()
        st.rerun()


def told() -> None:
    """What the last saving did, with the way back, as long as it counts; what taking it back did."""
    telling.answer()
    kept = saving.last(SCREEN)
    if kept is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.success(t("Đã ghi, thành lần nộp số {n}.", n=number(kept.id)))
        st.button(t("Hoàn tác"), key=f"task-undo-{kept.id}", on_click=_undo, args=(kept.id,))


def _undo(submission: int) -> None:
    """Take the last saving back; where somebody has changed the row since, it stays as they say, and this is told."""

    def undone() -> None:
        done = storage.intake.submissions.withdraw(results.engine(), results.actor(), submission)
        closed()
        words = t("Đã hoàn tác, rút lần nộp số {n}", n=number(submission))
        kept = f": {withdrawing.effect(done.removed, done.restored, done.kept)}" if done.kept else ""
        telling.say(f"{words}{kept}.")

    telling.click(undone)
