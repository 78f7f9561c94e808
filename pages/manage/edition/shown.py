"""One edition: its files as they were issued, its texts and settings, the way back to a draft, and taking it back."""

from collections.abc import Callable
from functools import partial

import streamlit as st

import storage.editions.issued
from data_loaders.persons.told_by_words import personal_words
from exports.edition.settings import said, setting
from locales.forms import day, number
from locales.messages import t
from pages.manage import list_table
from pages.manage.edition import list as edition_list
from pages.parts import report_texts
from pages.parts.acts import asking, telling
from pages.parts.figures import results
from pages.parts.files import download
from pages.parts.sentences.counted import moment
from pages.parts.shell.visit import permission
from pages.parts.words import plain
from program.editions.issued import Edition, Kept
from program.filters import address

_TAKING_BACK, _TO_DRAFT = "edition-taking-back", "edition-to-draft"
_FILES = {
    "docx": ("Tải báo cáo Word", "bao-cao"),
    "xlsx": ("Tải bảng số liệu Excel", "so-lieu"),
    "pptx": ("Tải trang trình chiếu", "trinh-chieu"),
}


def answer() -> None:
    """Say once what was done."""
    if (asked := st.session_state.pop(_TO_DRAFT, None)) is not None:
        # A whole view has no parameters; then the report would go on with the filters of the last screen.
        st.session_state["filters"] = asked
        st.switch_page("pages/view/report.py", query_params=asked)
    telling.answer()


def draw(kept: Kept, newer: Edition | None) -> None:
    """The edition itself, and that there is a `newer` one of its scope and period; comparisons stand below it."""
    one = kept.edition
    st.subheader(plain(t("Số {n}: {name}", n=number(one.id), name=one.name)), anchor=False)
    if one.taken_back is not None:
        st.warning(
            t(
                "Bản này đã thu hồi lúc {when} ({who}). Lý do: {why}", when=moment(one.taken_back.at),
                who=plain(permission.person(one.taken_back.by)), why=plain(one.taken_back.why),
            )
        )  # fmt: skip
    if newer is not None:
        st.info(t("Cùng phạm vi và kỳ đã có {edition}.", edition=plain(edition_list.named(newer))))
    st.markdown(_about(one))
    _files(one)
    _actions(kept)
    _number(one)
    _contents(kept)


def _number(one: Edition) -> None:
    """The number and day that the report gets on paper, once it has them; the files stay as they are."""
    if not storage.editions.issued.may_issue(results.actor(), one.unit):
        return
    with (
        st.expander(t("Số, ngày văn bản")),
        st.form(f"edition-document-{one.id}-{one.document}", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        document = st.text_input(
            t("Số, ngày văn bản sau khi ký"), one.document or "", max_chars=200, key="edition-document",
            placeholder="123/BC-…", width=360,
        )  # fmt: skip
        asked = st.form_submit_button(t("Ghi số văn bản"))
    if asked and _done(
        lambda: storage.editions.issued.note_document(
            results.engine(), results.actor(), one.id, document, one.document
        ),
        document,
    ):
        telling.say(t("Đã ghi số văn bản của bản số {n}.", n=number(one.id)))
        st.rerun()


def _about(one: Edition) -> str:
    told = [
        plain(edition_list.scope(one)),
        t("số liệu đến {day}", day=day(one.as_of)),
        t("phiên bản số liệu {n}", n=number(one.data_version)),
        t(
            "phát hành lúc {when}, {who}", when=moment(one.issued_at),
            who=plain(permission.person(one.issued_by)),
        ),
    ]  # fmt: skip
    if one.document:
        told.append(t("văn bản {document}", document=plain(one.document)))
    if one.demo:
        told.append(f"**{t('dữ liệu minh họa')}**")
    return " · ".join(told)


def _files(one: Edition) -> None:
    engine = results.engine()
    with st.container(horizontal=True):
        for kind in one.files:
            label, name = _FILES[kind]
            download.button(
                t(label), partial(storage.editions.issued.file_of, engine, one.id, kind),
                file_name=f"{name}-{one.unit}-{one.period}-ban-{one.id}.{kind}", key=f"edition-{kind}",
                what="edition", view={"edition": one.id, "file": kind},
            )  # fmt: skip


def _actions(kept: Kept) -> None:
    one = kept.edition
    with st.container(horizontal=True):
        if storage.editions.issued.may_issue(results.actor(), one.unit):
            if one.taken_back is None:
                st.button(t("Thu hồi bản này…"), key="edition-take-back", on_click=_set, args=(one.id,))
            else:
                asking.button(t("Bỏ thu hồi"), f"edition-back-{one.id}")
        _reopen(kept)
    if st.session_state.get(_TAKING_BACK) == one.id:
        st.dialog(t("Thu hồi bản phát hành"), on_dismiss=lambda: _set(None))(_taking_back)(one)
    asking.question(
        f"edition-back-{one.id}", t("Bỏ thu hồi bản này?"),
        t("Bản số {n} lại có hiệu lực như trước khi thu hồi.", n=number(one.id)),
        t("Bỏ thu hồi"), t("Giữ nguyên"), lambda: _brought_back(one),
    )  # fmt: skip


def _set(number_shown: int | None) -> None:
    st.session_state[_TAKING_BACK] = number_shown


def _taking_back(one: Edition) -> None:
    st.markdown(
        t(
            "Bản số {n} vẫn mở và tải được, nhưng ghi rõ là đã thu hồi kèm lý do. Có thể bỏ thu hồi sau.",
            n=number(one.id),
        )
    )
    why = st.text_input(t("Lý do thu hồi"), max_chars=500, key="edition-why")
    with st.container(horizontal=True):
        sure = st.button(t("Thu hồi"), type="primary", key="edition-yes")
        left = st.button(t("Giữ nguyên"), key="edition-no")
    if sure and not _done(
        lambda: storage.editions.issued.take_back(results.engine(), results.actor(), one.id, why), why
    ):
        return
    if sure:
        telling.say(t("Đã thu hồi bản số {n}. Có thể bỏ thu hồi ở ngay bản này.", n=number(one.id)))
    if sure or left:
        _set(None)
        st.rerun()


def _done(act: Callable[[], None], words: str) -> bool:
    """Do it; a refusal is said in the window."""
    if personal_words(words):
        st.error(t("Lời này không ghi số điện thoại, ngày sinh hay số giấy tờ của người nào."))
        return False
    return telling.done(act)


def _brought_back(one: Edition) -> str:
    storage.editions.issued.bring_back(results.engine(), results.actor(), one.id)
    return t("Bản số {n} lại có hiệu lực.", n=number(one.id))


def _reopen(kept: Kept) -> None:
    """The draft of the same view with the texts that its officer wrote, on the figures of today."""
    view, written = kept.edition.filters, kept.written
    open_texts = report_texts.kept(view)
    name = f"edition-reopen-{kept.edition.id}"

    def reopened() -> str:
        open_texts.clear()
        open_texts.update(written)
        st.session_state[_TO_DRAFT] = address(view)
        return ""

    if open_texts and dict(open_texts) != written:
        asking.button(t("Lập lại thành bản thảo"), name)
        asking.question(
            name, t("Lập lại thành bản thảo?"),
            t("Lời văn đang sửa dở của kỳ này sẽ được thay bằng lời văn của bản số {n}.", n=number(kept.edition.id)),
            t("Thay bằng lời văn của bản này"), t("Giữ lời văn đang sửa"), reopened,
        )  # fmt: skip
    elif st.button(
        t("Lập lại thành bản thảo"), key=name, help=t("Lời văn của bản này, số liệu và thiết lập hôm nay")
    ):
        reopened()
        st.rerun()


def _contents(kept: Kept) -> None:
    with st.expander(t("Lời văn của bản này")):
        section = ""
        for part in kept.texts:
            if part.section != section:
                section = part.section
                st.markdown(f"**{plain(section)}**")
            head = f"{plain(part.heading)}" if part.heading else ""
            mark = f" :gray[({t('đã sửa tay')})]" if part.edited else ""
            if head or mark:
                st.markdown(f"*{head}*{mark}" if head else mark.strip())
            st.markdown("\n\n".join(plain(line) for line in part.text.splitlines()))
    with st.expander(t("Thiết lập lúc phát hành")):
        lines = (((setting(name),), ("", said(value))) for name, value in kept.settings.items())
        list_table.draw((t("Thiết lập"), t("Giá trị")), lines, 40)
