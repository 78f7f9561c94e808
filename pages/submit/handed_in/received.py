"""When the report was received, where it is handed in after the fact: one day, or one for each quarter; and the
same corrected later."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from access import Right
from locales.forms import day
from locales.messages import t
from pages.parts.acts import telling
from pages.parts.figures import results
from pages.parts.shell.frame import note
from pages.parts.words import listed, period_name, plain
from pages.submit.checked import Checked
from program import clock
from program.periods import PROGRAMME_START, Period
from program.reporting.quarters import QUARTERS
from program.reporting.timeliness import Received
from program.text import sentence
from storage.intake import corrected_days
from storage.intake.submissions import Submission

_CORRECTED = "receipt-corrected"
_LONGEST_REASON = 300


def draw(found: Checked, key: str) -> Received:
    """The days that the person gives; nothing where the report came today."""
    quarters = _quarters(found.quarters)
    if not quarters:
        return Received()
    with st.expander(t("Báo cáo đã nhận từ trước (nộp bù)")):
        note(
            t(
                "Để trống nếu hôm nay mới nhận. Ngày này cho biết báo cáo đúng hạn hay muộn; tệp cũ nộp bù mà không "
                "ghi ngày thì không tính là đúng hạn hay muộn."
            )
        )
        return _asked(quarters, f"received-{key}", Received())


def corrected(s: Submission) -> None:
    """What is stated of the receipt of a submission that was accepted, for who may correct it, and the form."""
    if Right.DECIDE not in results.actor().rights or s.state not in ("accepted", "superseded"):
        return
    kept = corrected_days.stated(results.engine(), s.id)
    quarters = _quarters(kept.quarters)
    if not quarters:
        return
    _just_corrected(s)
    # Another state, other fields: they begin with what is stated by then.
    key = f"receipt-{s.id}-{hash(_told(kept.received))}"
    with st.expander(t("Ngày nhận báo cáo: {days}", days=plain(_words(kept.received)))):
        note(t("Để trống thì tính theo ngày nộp lên trang này. Số liệu của báo cáo không thay đổi."))
        given = _asked(quarters, key, kept.received)
        reason = st.text_input(t("Lý do sửa ngày nhận"), max_chars=_LONGEST_REASON, key=f"{key}-reason")
        if st.button(t("Sửa ngày nhận"), key=f"{key}-save") and _saved(s, given, reason, kept.received):
            st.session_state[_CORRECTED] = (s.id, kept.received, given)
            st.rerun()


def _saved(s: Submission, given: Received, reason: str, seen: Received) -> bool:
    engine, actor = results.engine(), results.actor()
    return telling.done(lambda: corrected_days.correct(engine, actor, s.id, given, reason, seen=seen))


def _just_corrected(s: Submission) -> None:
    """What the last correction did, with the way back as long as it holds."""
    number, before, after = st.session_state.get(_CORRECTED, (None, Received(), Received()))
    if number != s.id:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.success(
            t(
                "Đã sửa ngày nhận: {before} thành {after}.",
                before=plain(_words(before)),
                after=plain(_words(after)),
            )
        )
        if st.button(t("Hoàn tác"), key=f"receipt-undo-{s.id}"):
            st.session_state.pop(_CORRECTED)
            if _saved(s, before, t("Hoàn tác lần sửa ngày nhận trước đó"), after):
                telling.say(t("Đã trả lại ngày nhận như trước khi sửa."))
                st.rerun()


def _quarters(codes: Sequence[str] | frozenset[str]) -> list[Period]:
    return [quarter for quarter in QUARTERS if quarter.code in codes]


def _asked(quarters: Sequence[Period], key: str, now: Received) -> Received:
    """The days given in the fields, which begin with those stated now."""
    whole = _day(t("Ngày nhận báo cáo"), key, now.day)
    if len(quarters) == 1 and not now.quarters:
        return Received(whole)
    note(t("Nếu tệp gộp báo cáo của nhiều quý, ghi ngày nhận riêng của từng quý:"))
    own = {}
    with st.container(horizontal=True):
        for quarter in quarters:
            name = sentence(period_name(quarter))
            if said := _day(name, f"{key}-{quarter.code}", now.quarters.get(quarter.code)):
                own[quarter.code] = said
    return Received(whole, own)


def _told(received: Received) -> tuple[object, ...]:
    return received.day, *sorted(received.quarters.items())


def _words(received: Received) -> str:
    """20-6-2023 và quý II/2023: 18-6-2023; else that it is the day of the upload."""
    own = [
        t("{quarter}: {day}", quarter=period_name(quarter), day=day(received.quarters[quarter.code]))
        for quarter in _quarters(frozenset(received.quarters))
    ]
    whole = t("theo ngày nộp lên trang") if received.day is None else day(received.day)
    return listed([whole, *own], 5)


def _day(label: str, key: str, now: date | None = None) -> date | None:
    today = clock.today()
    return st.date_input(
        label, value=now, min_value=PROGRAMME_START, max_value=today, format="DD-MM-YYYY", key=key, width=170
    )
