"""The receipt of an accepted file: its number, who, when, what was counted, how the city's counts moved."""

from dataclasses import dataclass

import streamlit as st

from locales.forms import number
from locales.messages import t
from pages.parts import counted, results
from pages.parts.words import plain
from program.figures import pick, sums
from program.filters import Filters
from program.vocabulary import KIND_LABELS, Kind
from storage.submissions import Receipt, Submission

_KEPT = "receipt"


@dataclass(frozen=True)
class Moved:
    """Counts of activities of the whole city, before and after."""

    before: dict[Kind, int]
    after: dict[Kind, int]


def city_counts() -> dict[Kind, int]:
    """Activities of each kind that count now in the whole city and programme."""
    block = sums(results.analysis(), Filters())
    return {kind: int(pick(block, "activities", kind, None)) for kind in Kind}


def keep(receipt: Receipt, moved: Moved) -> None:
    """Remember the receipt for this session: a few numbers."""
    st.session_state[_KEPT] = {
        "fingerprint": receipt.submission.fingerprint,
        "new": receipt.new,
        "changed": receipt.changed,
        "unchanged": receipt.unchanged,
        "before": {str(kind): count for kind, count in moved.before.items()},
        "after": {str(kind): count for kind, count in moved.after.items()},
    }


def forget() -> None:
    """The receipt has been seen; the same file again is then told to be there already."""
    st.session_state.pop(_KEPT, None)


def just_accepted(submission: Submission) -> bool:
    """Whether it was this session that had the file accepted."""
    kept: dict[str, object] = st.session_state.get(_KEPT, {})
    return kept.get("fingerprint") == submission.fingerprint


def draw(submission: Submission) -> None:
    """The receipt, and where to go from here."""
    kept = st.session_state[_KEPT]
    with st.container(border=True, key="receipt"):
        st.subheader(t("Biên nhận lần nộp số {n}", n=number(submission.id)), anchor=False)
        facts = [
            (t("Tệp"), plain(submission.file_name)),
            (t("Người nộp"), plain(submission.uploaded_by)),
            (t("Nhận lúc"), counted.moment(submission.decided_at or submission.uploaded_at)),
            (t("Mã nhận dạng tệp"), submission.fingerprint[:12]),
            (
                t("Kết quả"),
                t(
                    "{new} dòng mới, {changed} dòng thay đổi, {unchanged} dòng giữ nguyên",
                    new=number(kept["new"]), changed=number(kept["changed"]), unchanged=number(kept["unchanged"]),
                ),
            ),
        ]  # fmt: skip
        st.markdown("  \n".join(f"{name}: **{words}**" for name, words in facts))
        moves = [
            t("{kind} từ {before} thành {after}", kind=t(KIND_LABELS[kind]).lower(), before=number(before), after=number(after))
            for kind in Kind
            if (before := kept["before"][kind]) != (after := kept["after"][kind])
        ]  # fmt: skip
        if moves:
            st.markdown(t("Số liệu toàn thành phố đã đổi: {moves}.", moves="; ".join(moves)))
        with st.container(horizontal=True):
            st.page_link("pages/view/overview.py", label=t("Xem Tổng quan"))
            st.page_link("pages/view/activities.py", label=t("Xem các hoạt động"))
