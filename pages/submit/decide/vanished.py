"""Rows of an earlier file that the file in hand no longer has: kept, unless the person says they are gone."""

from collections.abc import Sequence

import streamlit as st

from locales.forms import number
from locales.messages import t
from pages.parts.listing.row_words import brief
from pages.parts.shell.frame import note
from pages.parts.words import plain
from storage.intake.submissions import Vanished

KEEP, REMOVE = "keep", "remove"


def draw(found: Sequence[Vanished], scope: str) -> tuple[int, ...]:
    """What to do with each earlier file's rows; gives the numbers of those whose rows are to be removed."""
    return tuple(one.submission.id for one in found if _one(one, scope) == REMOVE)


def _one(one: Vanished, scope: str) -> str:
    st.markdown(
        t(
            "Lần nộp số {n} (**{file}**) có **{rows} dòng** không còn trong tệp này.",
            n=number(one.submission.id), file=plain(one.submission.file_name), rows=number(one.count),
        )
    )  # fmt: skip
    with st.expander(t("Xem {n} dòng không còn", n=number(one.count))):
        st.markdown("\n".join(f"- {plain(brief(row))}" for row in one.rows))
        if one.count > len(one.rows):
            note(t("Còn {n} dòng nữa.", n=number(one.count - len(one.rows))))
    labels = {KEEP: t("Giữ lại, vẫn tính"), REMOVE: t("Bỏ {n} dòng này", n=number(one.count))}
    chosen = st.radio(
        t("Các dòng đó"), list(labels), key=f"vanished-{scope}-{one.submission.id}",
        format_func=lambda code: labels.get(code, code), persist_state="page", horizontal=True,
    )  # fmt: skip
    if chosen == REMOVE:
        note(t("Khi nhận tệp, các dòng này thôi được tính. Rút lần nộp này thì chúng được tính trở lại."))
    return chosen or KEEP
