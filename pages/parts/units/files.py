"""What a unit handed in: its latest files, and the way to its rows."""

import streamlit as st

import storage.intake.submissions
from access import Right
from locales.forms import number
from locales.messages import t
from pages.parts.figures import results
from pages.parts.listing import drill
from pages.parts.sentences import counted
from pages.parts.submission_words import STATES
from pages.parts.words import plain
from program.filters import Filters

_SHOWN = 8


def draw(view: Filters) -> None:
    """The way to the rows of the view's unit, and its newest submissions for those who may read its files."""
    drill.to_rows(t("Xem từng hoạt động của đơn vị"), view)
    who = results.actor()
    if Right.READ_FILES not in who.rights or not who.reaches(view.unit):
        return
    found = storage.intake.submissions.history(results.engine(), _SHOWN, view.unit, who.units)
    if not found:
        st.markdown(t("Chưa có lần nộp nào của đơn vị."))
        return
    with st.expander(t("Các lần nộp gần đây")):
        lines = [
            t(
                "- Số {id}, {moment}: {file} · {state}",
                id=number(s.id), moment=counted.moment(s.uploaded_at), file=plain(s.file_name), state=t(STATES[s.state]),
            )
            for s in found
        ]  # fmt: skip
        st.markdown("\n".join(lines))
        st.page_link("pages/submit/upload.py", label=t("Mở Nộp báo cáo để xem hoặc rút một lần nộp"))
