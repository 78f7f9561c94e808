"""What was decided: who, when, why; each taken back in one click, and what was decided in one step together."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import storage.conflicts.decisions
from locales.forms import number
from locales.messages import t
from pages.manage.conflict import outcome as conflict_outcome
from pages.parts.conflicts.decided import what, why
from pages.parts.figures import results
from pages.parts.shell.frame import note
from pages.parts.words import plain
from program.conflicts.desk import SORT_LABELS, Sort
from storage.conflicts.decisions import Decided

SHOWN = 10


def draw() -> None:
    """A fold; what it holds is read when it is opened."""
    many = storage.conflicts.decisions.count(results.engine())
    if not many:
        return
    box = st.expander(t("Đã quyết định ({n})", n=number(many)), key="conflicts-decided", on_change="rerun")
    if not box.open:
        return
    with box:
        pages = -(-many // SHOWN)
        if pages > 1:
            note(t("Mỗi trang {n} mục, tất cả {all} mục, mới nhất trước.", n=number(SHOWN), all=number(many)))
        page = min(st.pagination(pages, key="conflicts-decided-page"), pages) if pages > 1 else 1
        shown = slice((page - 1) * SHOWN, page * SHOWN)
        found = storage.conflicts.decisions.decided(results.engine(), shown=shown)
        for step in storage.conflicts.decisions.by_step(found):
            _step(step)


def _step(found: tuple[Decided, ...]) -> None:
    """What was decided in one step for one reason, as far as it stands on this page."""
    first = found[0]
    place = f"decided-{first.subject}-{first.id}"

    def undo(column: DeltaGenerator, label: str, key: str, numbers: tuple[int, ...]) -> None:
        column.button(
            label, key=f"undo-{first.subject}-{key}", on_click=conflict_outcome.undo,
            args=(place, first.subject, *numbers),
        )  # fmt: skip

    with st.container(gap="xsmall"):
        words, back = st.columns([5, 1], vertical_alignment="center")
        words.markdown(f"**{t(SORT_LABELS[Sort(first.subject)])}** · {plain(why(first))}")
        if len(first.together) > 1:
            undo(back, t("Hoàn tác cả {n}", n=number(len(first.together))), f"all-{first.id}", first.together)
        for one in found:
            words, back = st.columns([5, 1], vertical_alignment="center")
            words.markdown(f":small[{plain(what(one))}]")
            undo(back, t("Hoàn tác"), str(one.id), (one.id,))
        conflict_outcome.refused(place)
