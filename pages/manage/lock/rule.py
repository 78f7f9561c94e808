"""Tự khóa: the rule by which windows lock so many days after their due day; set, changed, ended, undone."""

from datetime import date, datetime

import streamlit as st

import storage.locks.rules
from data_loaders.persons.told_by_words import personal_words
from locales.forms import day, number
from locales.messages import t
from pages.parts import whole_number
from pages.parts.acts import asking, telling
from pages.parts.figures import results
from pages.parts.sentences.counted import moment
from pages.parts.shell.frame import note
from pages.parts.shell.visit import permission
from pages.parts.words import listed, period_name, plain
from program import clock
from program.filters import Filters
from program.locks.rules import (
    LONGEST,
    PROPOSED_DAYS,
    PROPOSED_GRAIN,
    coming,
    in_force,
    last_word,
    said_on,
    widest,
    would_lock,
)
from program.locks.windows import GRAINS, Locks, Rule
from program.periods import parse_period

RHYTHMS = {"quarter": "từng quý", "half": "từng 6 tháng", "year": "từng năm"}
_NAMED = 12


def draw(locks: Locks, today: date) -> None:
    """What is set, as a sentence, and the fold to set it."""
    held, last = in_force(locks.rules), last_word(locks.rules)
    told = _state(locks, held, today)
    if last is not None and held is None:
        told += f"  \n{_ended(last)}"
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(told, width="stretch")
        if last is not None and said_on(last, today):
            st.button(t("Hoàn tác"), key=f"lock-rule-undo-{last.id}", on_click=_undo, args=(last.id,))
    with st.expander(t("Đặt việc tự khóa") if held is None else t("Đổi hoặc tắt việc tự khóa")):
        if held is None:
            note(
                t(
                    "Mặc định không tự khóa: khi mới dùng còn nhập số liệu các năm trước, đều đã quá hạn nộp, nên sẽ bị từ "
                    "chối ngay. Nhập xong thì nên bật: theo 6 tháng (kỳ báo cáo gửi Bộ), 30 ngày sau hạn nộp để đơn vị "
                    "kịp nộp bổ sung."
                )
            )
        _set(locks, held, last, today)
        if held is not None:
            _end(held, last)


def _undo(number: int) -> None:
    telling.click(
        lambda: storage.locks.rules.undo(results.engine(), results.actor(), number),
        t("Đã hoàn tác lần đặt này."),
    )


def _state(locks: Locks, held: Rule | None, today: date) -> str:
    if held is None:
        return t("Tự khóa sau hạn nộp: **đang tắt**; kỳ chỉ khóa khi có người bấm khóa.")
    told = t(
        "Tự khóa: **{rhythm}, {n} ngày sau hạn nộp** (do {who} đặt, {at}).", rhythm=t(RHYTHMS[held.grain]),
        n=number(held.days or 0), who=plain(permission.person(held.by)), at=moment(held.at),
    )  # fmt: skip
    if ahead := coming(locks, today):
        code, when = ahead
        told += " " + t(
            "Kỳ tới: {period}, tự khóa ngày **{day}**.", period=plain(period_name(parse_period(code))), day=day(when)
        )  # fmt: skip
    return told


def _set(locks: Locks, held: Rule | None, last: Rule | None, today: date) -> None:
    """The rhythm, the days and, where one holds, the reason; what would be locked at once is told before."""
    key = f"lock-rule-{last.id if last else 0}"
    with st.container(horizontal=True):
        grain = st.selectbox(
            t("Khóa theo"), GRAINS, GRAINS.index(held.grain if held else PROPOSED_GRAIN), key=f"{key}-grain", width=170,
            format_func=lambda one: t(RHYTHMS[one]),
        )  # fmt: skip
        days = whole_number.field(
            t("Số ngày sau hạn nộp"), 0, LONGEST, (held.days if held else None) or PROPOSED_DAYS, key=f"{key}-days", width=170
        ) or 0  # fmt: skip
    if held is not None and (held.grain, held.days) == (grain, days):
        return
    reason = _reason(t("Lý do đổi"), f"{key}-reason") if held else ""
    if personal_words(reason):
        st.error(t("Lời này không ghi số điện thoại, ngày sinh hay số giấy tờ của người nào."))
        return
    rule = Rule(0, grain, int(days), reason, "", datetime.now(clock.LOCAL_TIME))
    words = t("Bật tự khóa {rhythm}", rhythm=t(RHYTHMS[grain])) if held is None else t("Đổi việc tự khóa")
    asking.button(words, key)

    def done() -> str:
        seen = last.id if last else None
        storage.locks.rules.put(results.engine(), results.actor(), grain, int(days), reason, seen=seen)
        return t("Đã đặt: tự khóa {rhythm}, {n} ngày sau hạn nộp.", rhythm=t(RHYTHMS[grain]), n=number(days))

    asking.question(key, f"{words}?", lambda: _will(locks, rule, today), words, t("Giữ nguyên"), done)


def _will(locks: Locks, rule: Rule, today: date) -> str:
    """What setting the rule does (Markdown)."""
    codes = would_lock(locks, rule, today)
    told = t("Từ nay mỗi kỳ tự khóa khi hết {n} ngày sau hạn nộp.", n=number(rule.days or 0))
    if codes:
        names = plain(listed([period_name(parse_period(code)) for code in widest(codes, today)], _NAMED))
        told += " " + t(
            "**Khóa ngay các kỳ đã quá ngày đó**: {which}. Tệp của các kỳ này, kể cả năm cũ, sẽ bị từ chối cho đến khi mở "
            "khóa từng kỳ.",
            which=names,
        )  # fmt: skip
        if files := results.unsettled(Filters()).files:
            told += " " + t("Còn **{n} tệp** đang chờ duyệt; nên duyệt trước.", n=number(files))
    else:
        told += " " + t("Chưa kỳ nào bị khóa ngay.")
    return told


def _end(held: Rule, last: Rule | None) -> None:
    key = f"lock-rule-end-{held.id}"
    with st.form(key, border=False):
        reason = _reason(t("Lý do tắt"), f"{key}-reason")
        note(t("Tắt thì các kỳ đã tự khóa từ những ngày trước vẫn khóa; cần sửa kỳ nào thì mở khóa kỳ đó."))
        pressed = st.form_submit_button(t("Tắt việc tự khóa"))
    if pressed and personal_words(reason):
        st.error(t("Lời này không ghi số điện thoại, ngày sinh hay số giấy tờ của người nào."))
    elif pressed:
        seen = last.id if last else None
        telling.tell(
            lambda: storage.locks.rules.put(
                results.engine(), results.actor(), held.grain, None, reason, seen=seen
            ),
            t("Đã tắt việc tự khóa."),
        )


def _ended(last: Rule) -> str:
    """Who ended it, and why (Markdown)."""
    who = plain(permission.person(last.by))
    return t("Đã tắt: {why} · {who}, {at}", why=plain(last.reason), who=who, at=moment(last.at))


def _reason(words: str, key: str) -> str:
    return str(
        st.text_input(
            words, max_chars=300, key=key, width=560, placeholder=t("ví dụ: còn nhập số liệu các năm trước")
        )
    )
