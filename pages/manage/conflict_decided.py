"""What was decided: who, when, why; each taken back in one click."""

import streamlit as st

import storage.decisions
from access import Right
from locales.forms import number
from locales.messages import t
from pages.manage import conflict_outcome
from pages.parts import results
from pages.parts.frame import note
from pages.parts.words import plain
from pages.submit.decided import decided_words
from program.conflicts import SORT_LABELS, Sort

SHOWN = 10


def draw() -> None:
    """A fold; what it holds is read when it is opened."""
    many = storage.decisions.count(results.engine())
    if not many:
        return
    box = st.expander(t("Đã quyết định ({n})", n=number(many)), key="conflicts-decided", on_change="rerun")
    if not box.open:
        return
    with box:
        pages = -(-many // SHOWN)
        page = min(st.pagination(pages, key="conflicts-decided-page"), pages) if pages > 1 else 1
        if pages > 1:
            note(t("Mỗi trang {n} mục, tất cả {all} mục, mới nhất trước.", n=number(SHOWN), all=number(many)))
        shown = slice((page - 1) * SHOWN, page * SHOWN)
        for found in storage.decisions.decided(results.engine(), shown=shown):
            place = f"decided-{found.subject}-{found.id}"
            with st.container(
                horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
            ):
                words = f"**{t(SORT_LABELS[Sort(found.subject)])}** · {plain(decided_words(found))}"
                st.markdown(words, width="stretch")
                if Right.DECIDE in results.actor().rights:
                    st.button(
                        t("Hoàn tác"), key=f"undo-{found.subject}-{found.id}", on_click=conflict_outcome.undo,
                        args=(place, found.subject, found.id),
                    )  # fmt: skip
            conflict_outcome.refused(place)
