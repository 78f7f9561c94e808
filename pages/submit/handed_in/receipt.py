"""The receipt of an accepted file: its number, who, when, what came of it, how the city's counts moved."""

from dataclasses import dataclass

import streamlit as st

import storage.intake.account
import storage.intake.submissions
import storage.reading.activities
from locales.forms import number
from locales.messages import t
from pages.parts.acts import asking, withdrawing
from pages.parts.figures import results
from pages.parts.sentences import counted
from pages.parts.shell import markup
from pages.parts.words import plain
from pages.submit.handed_in import accepted_with, history, paper, rest, returned
from program.contract import TableKind
from program.filters import Filters
from program.vocabulary import KIND_LABELS, Kind
from storage.intake.submissions import Receipt, Submission

_KEPT = "receipt"
_HERE = "-on-receipt"


@dataclass(frozen=True)
class Moved:
    """Counts of activities of the whole city, before and after."""

    before: dict[Kind, int]
    after: dict[Kind, int]


def city_counts() -> dict[Kind, int]:
    """Activities of each kind that count now in the whole city and programme: summed from the rows, so that whoever
    accepts a file does not wait for the figures of all screens, once before and once after."""
    found = storage.reading.activities.totals(results.engine(), Filters())
    return {kind: found[kind]["count"] if kind in found else 0 for kind in Kind}


def keep(receipt: Receipt, moved: Moved) -> None:
    """Remember the receipt for this session: a few numbers."""
    st.session_state[_KEPT] = {
        "id": receipt.submission.id,
        "new": receipt.new,
        "changed": receipt.changed,
        "unchanged": receipt.unchanged,
        "removed": receipt.removed,
        "before": {str(kind): count for kind, count in moved.before.items()},
        "after": {str(kind): count for kind, count in moved.after.items()},
    }


def forget() -> None:
    """The receipt has been seen; the same file again is then told to be there already."""
    st.session_state.pop(_KEPT, None)


def just_accepted(submission: Submission) -> bool:
    """Whether it was this session that had the file accepted."""
    kept: dict[str, object] = st.session_state.get(_KEPT, {})
    return kept.get("id") == submission.id


def draw(submission: Submission) -> None:
    """The receipt, and where to go from here."""
    kept = st.session_state[_KEPT]
    outcome = storage.intake.account.outcome(results.engine(), submission.id)
    with st.container(border=True, key="receipt"):
        st.subheader(t("Biên nhận lần nộp số {n}", n=number(submission.id)), anchor=False)
        size = t("{n} KB", n=number(submission.size / 1000, 1))
        facts = [
            (t("Tệp"), f"**{plain(submission.file_name)}** ({plain(size)})"),
            (t("Người nộp"), f"**{plain(submission.uploaded_by)}**"),
            *(
                [(t("Người nhận"), f"**{plain(outcome.by)}**")]
                if outcome and outcome.by != submission.uploaded_by
                else []
            ),
            (t("Nhận lúc"), f"**{counted.moment(submission.decided_at or submission.uploaded_at)}**"),
            (t("Mã nhận dạng tệp (SHA-256)"), plain(submission.fingerprint)),
            (t("Kết quả"), f"**{result(kept)}**"),
        ]
        st.markdown("  \n".join(f"{name}: {words}" for name, words in facts))
        _left(submission)
        moves = [
            t("{kind} từ {before} thành {after}", kind=t(KIND_LABELS[kind]).lower(), before=number(before), after=number(after))
            for kind in Kind
            if (before := kept["before"][kind]) != (after := kept["after"][kind])
        ]  # fmt: skip
        if moves:
            st.markdown(t("Số liệu toàn thành phố đã đổi: {moves}.", moves="; ".join(moves)))
        returned.draw(submission)
        accepted_with.draw(submission)
        with st.container(horizontal=True, vertical_alignment="center"):
            paper.button(submission, "paper-now")
            markup.put(
                f"<span style='font-size:14px'>{history.way(submission.id, t('Xem lần nộp này'))}</span>",
                width="content",
            )
            if withdrawing.offered(submission):
                asking.button(withdrawing.label(submission), withdrawing.name(submission, _HERE))
            st.page_link("pages/view/overview.py", label=t("Xem Tổng quan"))
            st.page_link("pages/view/activities.py", label=t("Xem các hoạt động"))
            if any(submission.counts.get(kind) for kind in (TableKind.DIRECTIVES, TableKind.TASKS)):
                st.page_link("pages/manage/tasks.py", label=t("Xem văn bản, nhiệm vụ"))
        withdrawing.question(submission, _HERE)


def result(kept: dict[str, int]) -> str:
    """38 dòng mới, 5 dòng thay đổi, 6 dòng giữ nguyên; rows taken out only where there are any."""
    words = t(
        "{new} dòng mới, {changed} dòng thay đổi, {unchanged} dòng giữ nguyên",
        new=number(kept["new"]), changed=number(kept["changed"]), unchanged=number(kept["unchanged"]),
    )  # fmt: skip
    return f"{words}, {t('{n} dòng bỏ', n=number(kept['removed']))}" if kept["removed"] else words


def _left(submission: Submission) -> None:
    if submission.rest == "open":
        rows = rest.waiting(
            storage.intake.submissions.issues(results.engine(), results.actor(), submission.id)
        )
        st.markdown(
            t(
                "**Còn {n} dòng chưa nhận** vì có lỗi. Bấm Xem lần nộp này để sửa tiếp hoặc bỏ.",
                n=number(rows),
            )
        )
