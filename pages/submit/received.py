"""When the report was received, where it is handed in after the fact: one day, or one for each quarter."""

from datetime import date, datetime

import streamlit as st

from locales.messages import t
from pages.parts.frame import note
from pages.parts.words import period_name, sentence
from pages.submit.checked import Checked
from program.analysis import LOCAL_TIME
from program.periods import PROGRAMME_START
from program.quarters import QUARTERS
from program.timeliness import Received


def draw(found: Checked, key: str) -> Received:
    """The days that the person gives; nothing where the report came today."""
    quarters = [q for q in QUARTERS if q.code in found.quarters]
    if not quarters:
        return Received()
    with st.expander(t("Báo cáo đã nhận từ trước (nộp bù)")):
        note(
            t(
                "Để trống nếu hôm nay mới nhận. Ngày này cho biết báo cáo đúng hạn hay muộn; tệp cũ nộp bù mà không "
                "ghi ngày thì không tính là đúng hạn hay muộn."
            )
        )
        whole = _day(t("Ngày nhận báo cáo"), f"received-{key}")
        if len(quarters) == 1:
            return Received(whole)
        note(t("Nếu tệp gộp báo cáo của nhiều quý, ghi ngày nhận riêng của từng quý:"))
        own = {}
        with st.container(horizontal=True):
            for quarter in quarters:
                name = sentence(period_name(quarter))
                if said := _day(name, f"received-{key}-{quarter.code}"):
                    own[quarter.code] = said
    return Received(whole, own)


def _day(label: str, key: str) -> date | None:
    today = datetime.now(LOCAL_TIME).date()
    return st.date_input(
        label, value=None, min_value=PROGRAMME_START, max_value=today, format="DD-MM-YYYY", key=key, width=170
    )
