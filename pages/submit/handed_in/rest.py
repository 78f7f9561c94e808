"""Rows that were left out when only the sound ones were accepted: mend them, or drop them for good."""

from collections.abc import Callable, Sequence

import streamlit as st

import storage.intake.submissions
from locales.forms import number
from locales.messages import t
from pages.parts.acts import asking
from pages.parts.figures import results
from pages.parts.words import plain
from program.contract import Issue
from storage.intake.submissions import Submission


def waiting(found: Sequence[Issue]) -> int:
    """Rows that errors keep out: cells of one row are one, a finding without a cell is one."""
    rows = {
        (issue["sheet"], issue["cell"].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") if issue["cell"] else place)
        for place, issue in enumerate(found)
        if issue["severity"] == "error"
    }
    return len(rows)


def said(s: Submission, rows: int) -> str:
    """còn 3 dòng chưa nhận; empty where nothing was left out."""
    words = {"open": "còn {n} dòng chưa nhận", "dropped": "{n} dòng lỗi đã bỏ"}.get(s.rest)
    return t(words, n=number(rows)) if words else ""


def buttons(s: Submission, resume: Callable[[int], None]) -> None:
    """The two things to do with rows that wait, in a row of buttons."""
    if s.rest == "open":
        st.button(t("Sửa tiếp"), on_click=resume, args=(s.id,), key=f"mend-{s.id}")
        asking.button(t("Bỏ các dòng này"), f"drop-{s.id}")


def question(s: Submission, rows: int) -> None:
    """The window that asks before the waiting rows are dropped."""
    if s.rest != "open":
        return

    def drop() -> str:
        storage.intake.submissions.drop_rest(results.engine(), results.actor(), s.id)
        return t("Đã bỏ {n} dòng chưa nhận của lần nộp số {m}.", n=number(rows), m=number(s.id))

    asking.question(
        f"drop-{s.id}", t("Bỏ các dòng chưa nhận?"),
        t(
            "{n} dòng có lỗi của tệp **{file}** sẽ không được nhắc lại nữa. Các dòng đã nhận vẫn được tính, "
            "tệp gốc vẫn được giữ.",
            n=number(rows), file=plain(s.file_name),
        ),
        t("Bỏ {n} dòng", n=number(rows)), t("Giữ lại để sửa"), drop,
    )  # fmt: skip
