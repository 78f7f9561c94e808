"""Issuing the draft that is on the screen: what it is called, what stays open, and where it is found afterwards."""

from collections.abc import Mapping

import streamlit as st

import storage.editions.issued
from access import Right
from data_loaders.persons.told_by_words import personal_words
from exports.edition.settings import digest
from exports.report.letterhead import Letterhead
from locales.forms import number
from locales.messages import t
from pages.manage.edition import list as edition_list
from pages.parts.acts import telling
from pages.parts.figures import results
from pages.parts.sentences import provisional as provisional_words
from pages.parts.shell.visit import permission
from pages.parts.words import plain
from program import clock
from program.editions.issued import Edition, latest, same_before, suggested_name
from program.filters import Filters
from program.report.parts import PROMPT, Report

_OPEN, _DONE = "issue-open", "issue-done"


def prompts(draft: Report) -> int:
    """How many places the officer still has to fill in."""
    return sum(len(PROMPT.findall(line)) for part in draft.parts for line in part.paragraphs)


def draw(view: Filters, draft: Report, texts: Mapping[str, str], head: Letterhead) -> None:
    """The newest edition of what the draft reports on, and the button to issue it, for who may. `texts` are those
    that the officer wrote, by the parts' codes."""
    issued = storage.editions.issued.editions(results.engine())
    _answer(issued)
    newest = latest(issued, view)
    with st.container(horizontal=True, vertical_alignment="center"):
        if storage.editions.issued.may_issue(results.actor(), view.unit):
            st.button(t("Phát hành bản này…"), key="issue", on_click=_set, args=(True,))
        if newest is not None:
            permission.link(
                Right.READ, "pages/manage/editions.py",
                t("Bản đã phát hành: {name}", name=plain(newest.name)), {"edition": str(newest.id)},
            )  # fmt: skip
            same = newest.content == digest(draft, texts, head)
            st.markdown(
                f":gray[:small[{t('bản thảo này giống bản đó') if same else t('bản thảo này đã khác bản đó')}]]",
                width="content",
            )
    if st.session_state.get(_OPEN):
        st.dialog(t("Phát hành bản này"), on_dismiss=lambda: _set(False))(_body)(
            view, draft, dict(texts), head, issued
        )


def _set(shown: bool) -> None:
    st.session_state[_OPEN] = shown


def _answer(issued: tuple[Edition, ...]) -> None:
    """Say once what was issued, with the way to it."""
    number_issued = st.session_state.pop(_DONE, None)
    one = next((one for one in issued if one.id == number_issued), None)
    if one is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.success(
            t(
                "Đã phát hành bản số {n}: {name}. Ba tệp được giữ nguyên như lúc này.", n=number(one.id),
                name=plain(one.name),
            )
        )  # fmt: skip
        permission.link(
            Right.READ, "pages/manage/editions.py", t("Mở bản phát hành"), {"edition": str(one.id)}
        )


def _body(
    view: Filters, draft: Report, texts: Mapping[str, str], head: Letterhead, issued: tuple[Edition, ...]
) -> None:
    whole = draft.edited(dict(texts))
    st.markdown(
        t(
            "Tệp Word, bảng số liệu và trang trình chiếu được giữ đúng như lúc phát hành, kèm lời văn, thiết lập và "
            "phiên bản số liệu. Sau này số liệu thay đổi thì bản này vẫn như cũ."
        )
    )
    open_yet = still_open(whole)
    if open_yet:
        st.markdown(t("Bản này còn để ngỏ:") + "\n" + "\n".join(f"- {plain(line)}" for line in open_yet))
    same = same_before(issued, view, digest(draft, texts, head))
    if same is not None:
        st.info(t("Không có gì thay đổi so với {edition}.", edition=plain(edition_list.named(same))))
    name = st.text_input(
        t("Tên bản phát hành"), suggested_name(issued, view), max_chars=200, key="issue-name"
    )
    document = st.text_input(
        t("Số, ngày văn bản (nếu đã có)"), max_chars=200, key="issue-document", placeholder="123/BC-…"
    )
    with st.container(horizontal=True):
        sure = st.button(t("Phát hành"), type="primary", key="issue-yes")
        kept = st.button(t("Để sau"), key="issue-no")
    if sure and not _issued(view, draft, texts, head, (name, document)):
        return
    if sure or kept:
        _set(False)
        st.rerun()


def still_open(draft: Report) -> list[str]:
    """What whoever issues a draft should know: none of it keeps the report back. Not yet Markdown."""
    told = []
    left, done = prompts(draft), draft.done
    if left:
        told.append(t("{n} chỗ trong ngoặc vuông chưa điền", n=number(left)))
    if done.due > done.reports:
        told.append(
            t(
                "mới nhận {have}/{due} báo cáo quý, số liệu có thể còn tăng", have=number(done.reports),
                due=number(done.due),
            )
        )  # fmt: skip
    unsettled = results.unsettled(draft.filters)
    if unsettled:
        told.append(
            t(
                "{what} là số tạm tính, từ {n} tệp chờ duyệt hoặc đã trả lại", n=number(unsettled.files),
                what=provisional_words.part(unsettled),
            )
        )  # fmt: skip
    waiting = len(results.doubts(draft.filters).overlaps)
    if waiting:
        told.append(
            t("{n} kỳ có danh sách chi tiết và số tổng hợp khác nhau, chờ quyết định", n=number(waiting))
        )
    if draft.demo:
        told.append(t("số liệu là dữ liệu minh họa, không phải kết quả thật"))
    return told


def _issued(
    view: Filters, draft: Report, texts: Mapping[str, str], head: Letterhead, said: tuple[str, str]
) -> bool:
    """Issue; a refusal is said in the window, and nothing was written."""
    from exports.edition.made import prepared

    name, document = said
    if personal_words(name) or personal_words(document):
        st.error(t("Tên và số văn bản không ghi số điện thoại, ngày sinh hay số giấy tờ của người nào."))
        return False
    if not name.strip():
        st.error(t("Hãy ghi tên của bản phát hành, ví dụ “Báo cáo năm 2023, lần 1”."))
        return False

    def issued() -> None:
        with st.spinner(t("Đang lập ba tệp…")):
            asked = prepared(
                results.analysis(), view, draft, texts, head, name=name, document=document,
                today=clock.today(),
            )  # fmt: skip
        st.session_state[_DONE] = storage.editions.issued.issue(results.engine(), results.actor(), asked).id

    return telling.done(issued)
