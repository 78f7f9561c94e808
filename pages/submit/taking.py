"""The button that accepts the file in hand, and what became of its press."""

import streamlit as st

from access import Denied
from locales.forms import number
from locales.messages import t
from pages.parts.acts import telling
from pages.parts.words import plain
from pages.submit import in_hand
from pages.submit.checked import ACCEPT, Checked, Upload
from pages.submit.decide.choices import Choices
from pages.submit.handed_in import receipt
from pages.submit.mend import mending
from program.reporting.timeliness import Received
from storage.intake.submissions import Overtaken, Preview, Refused

_OVERTAKEN = "overtaken"


def draw(upload: Upload, found: Checked, seen: Preview, chosen: Choices, came: Received) -> None:
    """The buttons that accept the file or put it away, and why the last press did not accept it."""
    partly = found.report["status"] == "needs_fixes"
    with st.container(horizontal=True):
        if st.button(_label(found, seen), type="secondary" if partly else "primary", key=ACCEPT):
            _take(upload, found, seen, chosen, came)
        st.button(t("Chọn tệp khác"), on_click=in_hand.another, key="another")
    telling.answer(_OVERTAKEN)


def _label(found: Checked, seen: Preview) -> str:
    """The button says what will happen."""
    if found.report["status"] == "needs_fixes":
        return t("Chỉ nhận {n} dòng đúng", n=number(found.rows))
    if not seen.new and not seen.changed:
        return t("Nhận tệp, số liệu không đổi")
    return t("Nhận {rows}", rows=found.said)


def _take(upload: Upload, found: Checked, seen: Preview, chosen: Choices, came: Received) -> None:
    """Accept the file; a refusal is said in its own words. A choice without its reason is not lost silently. Where
    others changed these rows since they were looked at, the preview is made anew before it can be accepted."""
    if chosen.unfinished:
        st.error(t("Hãy ghi lý do cho từng lựa chọn ở trên, hoặc chọn “Để xem sau”, rồi bấm lại."))
        return
    with st.spinner(t("Đang nhận tệp…"), show_time=True):
        before = receipt.city_counts()
        try:
            done = in_hand.accept(upload, found, chosen, came, seen.seen)
        except Overtaken as refusal:
            telling.refuse(plain(str(refusal)), _OVERTAKEN)
            st.rerun()
        except (Refused, Denied) as refusal:
            st.error(plain(str(refusal)))
            return
        if done.outcome == "accepted":
            receipt.keep(done, receipt.Moved(before, receipt.city_counts()))
            mending.work(upload.fingerprint).accepted()
    st.rerun()
