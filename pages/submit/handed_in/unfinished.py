"""Files that a person began to hand in and did not finish: the browser was closed, the page was loaded anew."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import streamlit as st

from locales.messages import t
from pages.parts.figures import results
from pages.parts.sentences.counted import moment
from pages.parts.shell.frame import note
from pages.parts.words import plain
from storage.intake import history

_DAYS, _SHOWN = 14, 3


def notice(resume: Callable[[int], None]) -> None:
    """The newest of them of the last days, each with the way on; nothing where there is none."""
    who = results.actor()
    since = datetime.now(UTC) - timedelta(days=_DAYS)
    found = history.unfinished(results.engine(), who, since, _SHOWN, who.units)
    if not found:
        return
    note(t("Tệp đã kiểm tra nhưng chưa nhận, nên chưa được tính; câu trả lời và ô đã sửa vẫn còn."))
    with st.container(horizontal=True):
        for one in found:
            words = t("Làm tiếp với {file} ({when})", file=plain(one.file_name), when=moment(one.uploaded_at))
            st.button(words, on_click=resume, args=(one.id,), key=f"go-on-{one.id}")
