"""Bản phát hành: the reports as they were issued; one of them with its files, beside another one or beside today."""

import streamlit as st

import storage.editions.issued
from access import Right
from locales.messages import t
from pages.manage.edition import compare as edition_compare
from pages.manage.edition import list as edition_list
from pages.manage.edition import shown as edition_shown
from pages.parts.figures import results
from pages.parts.shell import demo, frame
from pages.parts.shell.choices import own_choices
from pages.parts.shell.choices.in_address import put
from pages.parts.shell.visit import permission
from pages.parts.words import plain
from program.editions.issued import Edition, latest
from program.text import fold

# From so many editions on there is a field to look for one.
LONG = 12

# What is to be done where no report was issued: by whoever may issue one, and by others.
_TO_ISSUE = (
    "Ở trang Báo cáo, hãy chọn phạm vi và kỳ, điền những chỗ còn trống rồi chọn *Phát hành bản này*. Bản phát hành được giữ "
    "nguyên từng chữ, từng số, kể cả khi số liệu thay đổi sau đó."
)
_TO_READ = (
    "Khi cơ quan đầu mối hoặc một đơn vị phát hành báo cáo, bản đó hiện ở đây và được giữ nguyên từng chữ, từng số, kể cả "
    "khi số liệu thay đổi sau đó. Bản đang soạn xem ở trang Báo cáo."
)


def picked(
    label: str, name: str, options: list[str], words: dict[str, str], standard: str | None
) -> str | None:
    """A choice that stands in the address."""
    own_choices.passed_over(name, "bản phát hành", options)
    key, asked = f"_edition-{name}", st.query_params.get(name, "")
    st.session_state[key] = asked if asked in options else standard

    def take() -> None:
        put(**({"with": ""} if name == "edition" else {}), **{name: st.session_state[key] or ""})

    found: str | None = st.selectbox(
        label, options, key=key, width=560, format_func=lambda code: words[code],
        placeholder=t("Chọn một bản"), on_change=take,
    )  # fmt: skip
    return found


def shown(every: tuple[Edition, ...]) -> None:
    """The edition that was chosen, and what it is held against."""
    words = {
        str(one.id): " · ".join((t("Số {n}: {name}", n=one.id, name=one.name), edition_list.scope(one)))
        for one in every
    }
    chosen = picked(t("Mở một bản"), "edition", list(words), words, None)
    kept = storage.editions.issued.kept(results.engine(), int(chosen)) if chosen else None
    if kept is None:
        return
    with st.container(border=True, key=edition_list.OPENED):
        newest = latest(every, kept.edition.filters)
        edition_shown.draw(kept, newest if newest and newest.id > kept.edition.id else None)
    st.header(t("So sánh"), anchor=False)
    words[edition_compare.TODAY] = t("số liệu hôm nay")
    options = edition_compare.choices(kept.edition, every)
    other = picked(t("So sánh bản này với"), "with", options, words, edition_compare.TODAY)
    edition_compare.draw(
        kept,
        None
        if other in (None, edition_compare.TODAY)
        else storage.editions.issued.kept(results.engine(), int(other or 0)),
    )


def listing(every: tuple[Edition, ...]) -> None:
    """All of them."""
    found = every
    if len(every) > LONG:
        asked = fold(st.text_input(t("Tìm theo tên, phạm vi, kỳ"), key="editions-q", width=360))
        found = tuple(one for one in every if asked in fold(f"{one.name} {edition_list.scope(one)}"))
    if not found:
        st.markdown(t("Không có bản nào như vậy."))
        return
    edition_list.draw(found)


def screen() -> None:
    every = storage.editions.issued.editions(results.engine())
    if not every:
        st.title(t("Chưa có báo cáo nào được phát hành."), anchor=False)
        st.markdown(t(_TO_ISSUE if Right.ISSUE in results.actor().rights else _TO_READ))
        permission.link(Right.READ, "pages/view/report.py", t("Đến trang Báo cáo"))
        return
    st.title(plain(edition_list.finding(every)), anchor=False)
    frame.note(
        t(
            "Mỗi bản giữ nguyên ba tệp như lúc phát hành. Mở một bản để tải lại, xem nay số nào đã khác và vì sao."
        )
    )
    with st.container():  # always there, so that what stands below keeps its place
        edition_shown.answer()
    shown(every)
    st.header(t("Mọi bản phát hành"), anchor=False)
    listing(every)


permission.needed(Right.READ)
demo.mark(t("Bản phát hành"))
screen()
frame.state()
