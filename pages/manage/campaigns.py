"""Hạn nộp và kỳ riêng: another due day for the campaign shown, a campaign of its own, what was changed, and the
way back."""

from dataclasses import replace
from datetime import date

import streamlit as st

import storage.registers.campaigns
from access import Right
from data_loaders.persons.told_by_words import personal_words
from locales.messages import t
from pages.manage.campaign import words as campaign_words
from pages.parts.acts import asking, telling
from pages.parts.figures import results
from pages.parts.sentences.reporting import Line, campaign_name
from pages.parts.shell.choices import bar
from pages.parts.shell.frame import note
from pages.parts.words import plain
from program import clock, units
from program.periods import PROGRAMME_END, PROGRAMME_START
from program.reporting.campaigns import OWN, Asked, Stated, action_month, is_own
from program.reporting.timeliness import RECEIVED, Campaign
from program.reporting.view import ReportingView

_LATEST = 8
_DUE = (PROGRAMME_START, date(PROGRAMME_END.year + 2, 12, 31))


def draw(view: ReportingView) -> None:
    """The folds, for who sets campaigns; what was done is said above them."""
    telling.answer()
    if Right.MANAGE_TARGETS not in results.actor().rights:
        return
    if view.shown is not None:
        name = plain(campaign_name(view.shown))
        own = is_own(view.shown.window.code)
        with st.expander(
            t("Sửa kỳ: {period}", period=name) if own else t("Đổi hạn nộp: {period}", period=name)
        ):
            _change(view.shown, view.deadline_days)
    with st.expander(t("Thêm kỳ báo cáo riêng")):
        _new(view.as_of)
    _changes(results.analysis().campaigns)


def _change(shown: Campaign, days: int) -> None:
    """Another due day for a window; days and units, too, of a campaign of its own."""
    held, code = shown.stated, shown.window.code
    own = is_own(code)
    asked = held.asked if held else Asked(
        code, shown.window.label, shown.window.start, shown.window.end, shown.deadline(days)
    )  # fmt: skip
    seen = held.id if held else None
    if held:
        st.markdown(campaign_words.set_line(held))
    wished = _form(asked, f"campaign-{code}-{seen}", t("Ghi thay đổi") if own else t("Ghi hạn nộp"), own)
    if wished is not None:
        done = t("Đã ghi: {name}.", name=plain(campaign_words.name_of(wished)))
        telling.tell(
            lambda: storage.registers.campaigns.save(results.engine(), results.actor(), wished, seen), done
        )
    if held:
        _end(held)


def _end(held: Stated) -> None:
    own, name = is_own(held.code), plain(campaign_words.name_of(held.asked))
    words = t("Bỏ kỳ {name}", name=name) if own else t("Bỏ hạn riêng của {name}", name=name)
    key = f"campaign-end-{held.id}"
    asking.button(words, key)

    def ended() -> str:
        storage.registers.campaigns.end(results.engine(), results.actor(), held.code, held.id)
        if own:
            bar.put(campaign="")
        return t("Đã bỏ: {name}. Có thể hoàn tác ở mục Thay đổi về kỳ và hạn nộp.", name=name)

    told = (
        t("Kỳ này thôi hiện trên trang. Báo cáo đã nộp vẫn được giữ.")
        if own
        else t("Hạn nộp lại tính theo quy tắc chung.")
    )
    asking.question(key, f"{words}?", told, words, t("Giữ nguyên"), ended)


def _new(as_of: date) -> None:
    """A campaign of its own, from the Action Month of a year or from nothing."""
    years = list(range(PROGRAMME_END.year, PROGRAMME_START.year - 1, -1))
    names = {f"{year}": t("Tháng hành động vì trẻ em {year}", year=year) for year in years}
    with st.container(horizontal=True):
        kind = st.selectbox(
            t("Loại kỳ"), [*names, ""], key="campaign-kind", width=300,
            format_func=lambda code: names[code] if code else t("Kỳ khác"),
        )  # fmt: skip
    if kind:
        asked = action_month(int(kind))
        note(
            t(
                "Thông tư 28/2019/TT-BLĐTBXH, Điều 5: huyện gửi tỉnh trước ngày 20-7. Từ 1-7-2025 chưa tìm thấy văn bản "
                "thay thế cho phường, xã; hãy ghi hạn theo văn bản của thành phố."
            )
        )
    else:
        last = min(as_of, PROGRAMME_END)
        asked = Asked("", "", date(last.year, 1, 1), last, last)
    wished = _form(asked, f"campaign-new-{kind}", t("Thêm kỳ"), True)
    if wished is None:
        return

    def added() -> None:
        said = storage.registers.campaigns.save(results.engine(), results.actor(), wished, None)
        bar.put(rhythm=OWN, campaign=said.code)

    done = t("Đã thêm kỳ {name}. Báo cáo đã nộp và sẽ nộp tự được tính cho kỳ này.", name=plain(wished.name))
    telling.tell(added, done)


def _form(asked: Asked, key: str, button: str, own: bool) -> Asked | None:
    """The fields; what is wished once the button was pressed and the words may be kept."""
    with st.form(key, border=False):
        wished = _own_fields(asked, key) if own else asked
        with st.container(horizontal=True):
            due = st.date_input(
                t("Hạn nộp (ngày cuối)"), asked.due, *_DUE, key=f"{key}-due", format="DD-MM-YYYY", width=200
            )
            paper = st.text_input(
                t("Văn bản (nếu có)"), asked.document or "", max_chars=200, key=f"{key}-paper", width=360
            )
        if not st.form_submit_button(button):
            return None
    if personal_words(wished.name) or personal_words(paper):
        st.error(t("Tên kỳ và văn bản không ghi số điện thoại, ngày sinh hay số giấy tờ của người nào."))
        return None
    return replace(wished, due=due, document=paper or None)


def _own_fields(asked: Asked, key: str) -> Asked:
    name = st.text_input(t("Tên kỳ"), asked.name, max_chars=120, key=f"{key}-name", width=460)
    bounds = (PROGRAMME_START, PROGRAMME_END)
    with st.container(horizontal=True):
        first = st.date_input(
            t("Số liệu từ ngày"), asked.first, *bounds, key=f"{key}-first", format="DD-MM-YYYY", width=200
        )
        last = st.date_input(
            t("Số liệu đến ngày"), asked.last, *bounds, key=f"{key}-last", format="DD-MM-YYYY", width=200
        )
    chosen = st.multiselect(
        t("Đơn vị phải nộp"), _units(), list(asked.units or ()),
        key=f"{key}-units", format_func=bar.dated_name,
        placeholder=t("Mọi quận, huyện hoặc phường, xã có đến ngày cuối"),
    )  # fmt: skip
    note(
        t(
            "Chỉ chọn được đơn vị trên địa bàn Đà Nẵng trước 1-7-2025, sở, ban, ngành, đoàn thể. Phường, xã thuộc Quảng Nam "
            "cũ chưa có danh sách phải báo cáo về Chương trình 2021–2025 nên không hỏi, không nhắc và không tính thiếu."
        )
    )
    return replace(asked, name=name, first=first, last=last, units=tuple(chosen) or None)


def _units() -> list[str]:
    return [
        code for code in units.ever_reporting(clock.today()) if (one := units.unit(code)) and one.in_old_city
    ]


def _changes(stated: tuple[Stated, ...]) -> None:
    """What was said lately, newest first; the last word on each campaign can be undone."""
    known = [one for one in reversed(stated) if not one.undone]
    if not known:
        return
    with st.expander(t("Thay đổi về kỳ và hạn nộp")):
        last = {one.code: one.id for one in reversed(known)}
        for one in known[:_LATEST]:
            with st.container(
                horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
            ):
                st.markdown(campaign_words.set_line(one), width="stretch")
                if last[one.code] == one.id:
                    _undo(one)


def _undo(one: Stated) -> None:
    key = f"campaign-undo-{one.id}"
    asking.button(t("Hoàn tác"), key)

    def undone() -> str:
        storage.registers.campaigns.undo(results.engine(), results.actor(), one.id)
        return t("Đã hoàn tác thay đổi về {name}.", name=plain(campaign_words.name_of(one.asked)))

    asking.question(
        key, t("Hoàn tác thay đổi này?"), campaign_words.set_line(one), t("Hoàn tác"), t("Giữ nguyên"), undone
    )  # fmt: skip


def overview(view: ReportingView) -> list[Line]:
    """The campaigns of their own as a table: days, due day, who owes."""
    return [
        {
            t("Kỳ"): campaign_name(c),
            t("Số liệu từ"): c.window.start,
            t("Số liệu đến"): c.window.end,
            t("Hạn nộp"): c.deadline(view.deadline_days),
            t("Đơn vị phải nộp"): len(c.units),
            t("Đã nhận"): sum(view.cells[u.code, c.window.code].sent in RECEIVED for u in c.units),
        }
        for c in reversed(view.campaigns)
    ]
