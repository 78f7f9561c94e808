"""Duyệt số liệu: which files wait for a person and why; accept them or send them back; lock what is settled."""

import streamlit as st

import storage.reviewing.reading
import storage.reviewing.review
from access import Right
from data_loaders.persons.told_by_words import personal_words
from locales.forms import number
from locales.messages import t
from pages.manage import list_table
from pages.manage.file_review import acts as review_acts
from pages.manage.file_review import file as review_file
from pages.manage.file_review import words as review_words
from pages.manage.lock import editing as lock_editing
from pages.parts.figures import results
from pages.parts.shell import demo, frame
from pages.parts.shell.choices import bar
from pages.parts.shell.visit import permission
from pages.parts.words import plain
from program.reviewing.review import State
from storage.reviewing.review import Waiting

permission.needed(Right.DECIDE)

_MANY, _SHOWN, _LATEST = 10, 50, 8
_EVERY = ""
_SEEN, _SEVERAL = "review-seen", "review-several"


@st.cache_resource(max_entries=2, show_spinner=False)
def _queue(version: int) -> tuple[Waiting, ...]:  # noqa: ARG001 (the key of the cache)
    return storage.reviewing.review.queue(results.engine())


def chosen_unit(found: tuple[Waiting, ...]) -> tuple[Waiting, ...]:
    """The files of the unit that is chosen, where there are many."""
    if len(found) <= _MANY:
        return found
    codes = sorted({code for one in found for code in one.units}, key=bar.unit_name)
    unit = st.selectbox(
        t("Đơn vị"), [_EVERY, *codes], key="review-unit", width=340,
        format_func=lambda code: bar.unit_name(code) if code else t("mọi đơn vị"),
    )  # fmt: skip
    return tuple(one for one in found if unit in (_EVERY, *one.units))


def the_list(found: tuple[Waiting, ...], shown: int) -> None:
    """Every file by unit, with why it waits; its name leads to it below. `shown` is the one that is there."""
    by_unit = sorted(found, key=lambda one: (one.units, one.submission.id))
    list_table.draw(
        (t("Đơn vị, tệp"), t("Vì sao chờ, phần tạm tính")),
        (review_words.line(one, one.submission.id == shown) for one in by_unit[:_SHOWN]),
        46,
    )
    if len(found) > _SHOWN:
        frame.note(t("Hiện {n} tệp; chọn đơn vị để xem những tệp khác.", n=number(_SHOWN)))


def looked_at(found: tuple[Waiting, ...], of_unit: tuple[Waiting, ...]) -> Waiting:
    """The file that the address names; without one, the one waiting longest of those listed."""
    named = st.query_params.get(review_words.ASKED, "")
    if one := next((one for one in found if str(one.submission.id) == named), None):
        return one
    if named:
        st.info(
            t(
                "Lần nộp số {n} không còn chờ duyệt. Tệp chờ lâu nhất đang mở ở dưới.",
                n=plain(named[:12]),
            )
        )
    return min(of_unit, key=lambda one: (one.state != State.IN_REVIEW, one.submission.id))


def one_file(one: Waiting) -> None:
    """The file that is looked at."""
    with st.container(key=review_words.ASKED):
        st.header(t("Xem và duyệt một tệp"), anchor=False)
        st.session_state.setdefault(_SEEN, set()).add(one.submission.id)
        review_file.draw(one)


def several(found: tuple[Waiting, ...]) -> None:
    """Files that were looked at, accepted at once for one reason."""
    waits = {one.submission.id: one for one in found if one.state == State.IN_REVIEW}
    if len(waits) < 2:
        return
    seen = [number_ for number_ in waits if number_ in st.session_state.get(_SEEN, ())]

    def choose() -> None:
        st.session_state[_SEVERAL] = seen

    with st.expander(t("Chấp nhận nhiều tệp cùng lúc")):
        st.session_state[_SEVERAL] = [n for n in st.session_state.get(_SEVERAL, []) if n in waits]
        st.button(t("Chọn {n} tệp đã xem", n=number(len(seen))), key="review-choose-seen", on_click=choose)
        picked = st.multiselect(
            t("Tệp"), list(waits), key=_SEVERAL, format_func=lambda n: review_words.option(waits[n]),
            placeholder=t("Chọn những tệp đã xem"),
        )  # fmt: skip
        with st.form("review-several-form", border=False):
            reason = st.text_input(
                t("Lý do chấp nhận"), max_chars=300, width=460, key="review-several-reason",
                placeholder=t("ví dụ: đã đối chiếu với bản ký của các đơn vị"),
            )  # fmt: skip
            if sizes := review_words.with_sizes([waits[n] for n in picked]):
                frame.note(sizes)
            pressed = st.form_submit_button(t("Chấp nhận số liệu của {n} tệp", n=number(len(picked))))
        if pressed and not picked:
            st.error(t("Hãy chọn ít nhất một tệp."))
        elif pressed and personal_words(reason):
            st.error(t("Lời này không ghi số điện thoại, ngày sinh hay số giấy tờ của người nào."))
        elif pressed:
            words = {n: waits[n].word for n in picked}
            given = {n: word.id if word else None for n, word in words.items()}
            review_acts.act(
                lambda: storage.reviewing.review.accept_all(results.engine(), results.actor(), given, reason),
                t("Đã chấp nhận số liệu của {n} tệp; nay là số liệu chính thức.", n=number(len(picked))),
            )


def lately() -> None:
    """The last words, each with its way back while it is the last on its file."""
    said = storage.reviewing.reading.recent(results.engine(), _LATEST)
    if not said:
        return
    with st.expander(t("Đã duyệt gần đây")):
        told: set[int] = set()
        for one in said:
            with st.container(
                horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
            ):
                st.markdown(review_words.spoken(one), width="stretch")
                if one.submission.id not in told:
                    st.button(
                        t("Hoàn tác"), key=f"review-undo-{one.word.id}", on_click=review_acts.undo,
                        args=((one.word.id,),),
                    )  # fmt: skip
            told.add(one.submission.id)


def screen() -> None:
    found = _queue(results.data_version())
    st.title(plain(review_words.finding(found)), anchor=False)
    for words in review_words.more(found):
        st.markdown(words)
    review_acts.said()
    if found:
        of_unit = chosen_unit(found)
        one = looked_at(found, of_unit)
        the_list(of_unit, one.submission.id)
        one_file(one)
        several(of_unit)
    with st.expander(t("Những điều nào cần người duyệt")):
        st.markdown(review_words.published())
        frame.note(
            t(
                "Tệp nhận trước khi có bước duyệt này được coi là chính thức; vẫn có thể trả lại từ trang Trùng lặp, bất "
                "thường. Hai dòng giống nhau ở hai tệp, chi tiết và tổng hợp khác nhau được quyết định ở trang ấy."
            )
        )
    lately()
    lock_editing.draw()


demo.mark(t("Duyệt số liệu"))
screen()
frame.state()
