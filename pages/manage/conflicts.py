"""Trùng lặp, bất thường: everything that waits for a decision about figures, the heaviest first, each with both
sources, a choice and a reason; and what was decided."""

from collections.abc import Sequence

import streamlit as st

import storage.conflicts.desk
from access import Right
from locales.forms import number
from locales.messages import t
from pages.manage.conflict import decided as conflict_decided
from pages.manage.conflict import entry as conflict_entry
from pages.manage.conflict import outcome as conflict_outcome
from pages.parts.conflicts import of_view as conflicts
from pages.parts.conflicts.words import COUNTED
from pages.parts.figures import results
from pages.parts.listing.paging import page_asked
from pages.parts.shell import frame
from pages.parts.shell.choices import bar, own_choices
from pages.parts.shell.choices.in_address import put
from pages.parts.shell.visit import permission
from pages.parts.words import listed
from program.conflicts.desk import SORT_LABELS, Conflict, Desk, Sort, at_stake
from program.filters import Filters
from program.measures.completeness import completeness

SHOWN = 5
_ALL = ""


def everything() -> None:
    bar.put(**dict.fromkeys(bar.NAMES, ""))
    put(conflict="")


def sort_asked() -> Sort | None:
    """The kind in the address; what is not understood there is all kinds, and is said."""
    own_choices.passed_over("conflict", "loại", set(Sort))
    asked = st.query_params.get("conflict", _ALL)
    return Sort(asked) if asked in set(Sort) else None


def finding(found: Sequence[Conflict], desk: Desk) -> None:
    """How many wait, and how many attendances hang on them."""
    if found:
        st.title(
            t(
                "{n} mục chờ quyết định, nhiều nhất {seats} lượt tham gia đổi theo",
                n=number(len(found)), seats=number(at_stake(found)),
            ),
            anchor=False,
        )  # fmt: skip
        many = {sort: sum(one.sort == sort for one in found) for sort in Sort}
        parts = [t(COUNTED[sort], n=number(n)) for sort, n in many.items() if n]
        st.markdown(t("Gồm {what}. Nhiều lượt nhất đứng trước.", what=listed(parts, len(parts))))
    elif desk.waiting:
        st.title(t("Không có mục nào chờ quyết định trong phạm vi đang xem."), anchor=False)
    else:
        st.title(t("Không có số liệu nào chờ quyết định."), anchor=False)
        st.markdown(
            t(
                "Khi hai đơn vị cùng báo một hoạt động, số tổng hợp khác danh sách chi tiết, một lớp hay một buổi có số "
                "lượt khác thường hoặc một tệp ghi lại số liệu năm trước, mục đó hiện ở đây để quyết định."
            )
        )
    elsewhere = len(desk.waiting) - len(found)
    if elsewhere:
        with st.container(horizontal=True, vertical_alignment="center"):
            frame.note(t("Còn {n} mục ngoài phạm vi đang xem.", n=number(elsewhere)))
            st.button(t("Xem tất cả {n} mục", n=number(len(desk.waiting))), on_click=everything)
    if desk.more:
        frame.note(
            t(
                "Còn {n} cặp dòng gần giống nữa; chúng hiện ra khi các cặp trên đã được quyết định.",
                n=number(desk.more),
            )
        )
    if not desk.complete:
        frame.note(t("Kho có rất nhiều dòng nên mới so các dòng gần đây nhất với nhau."))


def choose_sort(of_all: Sequence[Conflict], now: Sort | None) -> None:
    """The kinds there are, each with how many wait."""
    many = {sort: sum(one.sort == sort for one in of_all) for sort in Sort}
    names = {_ALL: t("Mọi loại ({n})", n=number(len(of_all)))}
    names |= {
        sort.value: f"{t(SORT_LABELS[sort])} ({number(n)})" for sort, n in many.items() if n or sort == now
    }
    st.session_state["_conflict"] = now.value if now else _ALL
    st.selectbox(
        t("Loại"), list(names), key="_conflict", format_func=names.__getitem__, width=360,
        on_change=lambda: put(conflict=st.session_state["_conflict"], page=""),
    )  # fmt: skip


def listing(found: Sequence[Conflict]) -> None:
    """One page of the entries."""
    pages = max(-(-len(found) // SHOWN), 1)
    page = page_asked(pages)
    shown = found[(page - 1) * SHOWN : page * SHOWN]
    sides = storage.conflicts.desk.sources(results.engine(), shown)
    for place, one in enumerate(shown):
        if place:
            st.divider()
        with st.container(key=f"entry-{one.code}"):
            conflict_entry.draw(one, sides[one.code], found)
    if pages > 1:
        frame.note(t("Mỗi trang {n} mục, tất cả {all} mục.", n=number(SHOWN), all=number(len(found))))
        # A key of its own for each page: the address, not the last click, says which page is shown.
        key = f"_conflicts-page-{page}"
        st.pagination(
            pages, default=page, key=key,
            on_change=lambda: put(page="" if st.session_state[key] == 1 else str(st.session_state[key])),
        )  # fmt: skip


def screen(view: Filters) -> None:
    with st.spinner(t("Đang tìm số liệu có thể trùng…")):
        desk = conflicts.waiting()
    sort = sort_asked()
    of_all, found = conflicts.of(view), conflicts.of(view, sort)
    finding(found, desk)
    with st.container():  # always there, so that what stands below keeps its place
        conflict_outcome.told([one.code for one in found])
    if of_all:
        choose_sort(of_all, sort)
    listing(found)
    conflict_decided.draw()
    frame.foot(view, completeness(results.analysis(), view))


permission.needed(Right.DECIDE)
screen(bar.filter_bar(("period", "calendar", "unit", "as_of")))
