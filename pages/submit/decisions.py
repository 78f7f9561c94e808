"""Số liệu cần quyết định: what may be counted twice among all that is stored, and what was decided."""

from collections.abc import Callable

import streamlit as st

import storage.decisions
from access import Denied, Right
from locales.forms import number
from locales.messages import t
from pages.parts import conflicts, results
from pages.parts.frame import note
from pages.parts.words import listed, plain
from pages.submit import overlaps, twins
from pages.submit.decided import decided_words
from pages.submit.paging import page_of
from program.overlaps import BasisDecision, Overlap
from program.twins import Twin, TwinDecision
from storage.decisions import Decided, OpenTwins
from storage.submissions import Refused

SCOPE = "stored"
_SAID = "decision-said"


def draw() -> None:
    """How much waits, in a line; all of it when opened. For those who may decide."""
    if Right.DECIDE not in results.actor().rights:
        return
    with st.spinner(t("Đang tìm số liệu có thể trùng…")):
        pairs, periods = conflicts.waiting()
    taken = storage.decisions.decided(results.engine())
    said = st.session_state.pop(_SAID, None)
    if not (pairs.shown or periods or taken or said):
        return
    with st.container(gap="xxsmall"):
        st.header(t("Số liệu cần quyết định"), anchor=False)
        note(waiting(pairs, periods))
    if said:
        st.success(said)
    if pairs.shown:
        with st.expander(t("Các cặp dòng có thể trùng ({n})", n=_many(pairs)), key="open-twins"):
            note(t("Chưa quyết định thì cả hai dòng đều được tính."))
            twins.draw(pairs.shown, SCOPE, _save_twin)
            if pairs.more:
                note(
                    t(
                        "Còn {n} cặp nữa; chúng hiện ra khi các cặp trên đã được quyết định.",
                        n=number(pairs.more),
                    )
                )
    if periods:
        with st.expander(
            t("Các kỳ có cả chi tiết và tổng hợp ({n})", n=number(len(periods))), key="open-overlaps"
        ):
            note(t("Không bao giờ tính cả hai. Chưa quyết định thì tính danh sách chi tiết."))
            overlaps.draw(periods, SCOPE, _save_basis)
    if taken:
        with st.expander(t("Đã quyết định ({n})", n=number(len(taken))), key="decided"):
            for found in page_of(taken, "decided"):
                _taken(found)


def waiting(pairs: OpenTwins, periods: tuple[Overlap, ...]) -> str:
    """2 cặp dòng có thể trùng và 1 kỳ có cả chi tiết và tổng hợp."""
    parts = []
    if pairs.shown:
        parts.append(t("{n} cặp dòng có thể trùng", n=_many(pairs)))
    if periods:
        parts.append(t("{n} kỳ có cả chi tiết và tổng hợp", n=number(len(periods))))
    return t("Đang chờ: {what}.", what=listed(parts)) if parts else t("Không còn gì chờ quyết định.")


def _many(pairs: OpenTwins) -> str:
    return number(len(pairs.shown) + pairs.more)


def _save_twin(twin: Twin, decision: TwinDecision | None) -> None:
    _button(f"save-{twins.key_of(twin, SCOPE)}", decision)


def _save_basis(one: Overlap, decision: BasisDecision | None) -> None:
    _button(f"save-{overlaps.key_of(one, SCOPE)}", decision)


def _button(key: str, decision: TwinDecision | BasisDecision | None) -> None:
    if st.button(t("Lưu quyết định"), key=key, disabled=decision is None) and decision is not None:
        _do(lambda: _decide(decision), t("Đã lưu quyết định; số liệu đã tính lại."))


def _decide(decision: TwinDecision | BasisDecision) -> None:
    engine, actor = results.engine(), results.actor()
    if isinstance(decision, TwinDecision):
        storage.decisions.decide_twins(engine, actor, decision)
    else:
        storage.decisions.decide_basis(engine, actor, decision)


def _taken(found: Decided) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(plain(decided_words(found)))
        if st.button(t("Hoàn tác"), key=f"undo-{found.subject}-{found.id}"):
            _do(
                lambda: storage.decisions.undo(results.engine(), results.actor(), found.subject, found.id),
                t("Đã hoàn tác quyết định; số liệu đã tính lại."),
            )


def _do(act: Callable[[], object], said: str) -> None:
    """Do it and say so on the next run; a refusal is said here."""
    try:
        act()
    except (Refused, Denied) as refusal:
        st.error(plain(str(refusal)))
        return
    st.session_state[_SAID] = said
    st.rerun()
