"""A figure that is wrong goes back to its unit: the message that quotes its cells, and what was returned before."""

import streamlit as st

import storage.conflicts.sizes
import storage.reviewing.reading
import storage.reviewing.review
from data_loaders.persons.told_by_words import personal_words
from locales.forms import number
from locales.messages import t
from pages.manage.conflict import outcome as conflict_outcome
from pages.parts.figures import results
from pages.parts.sentences import counted
from pages.parts.shell.frame import note
from pages.parts.words import amount, plain
from program.conflicts.desk import Conflict, Repeated, Sort, UnusualSize
from program.reviewing.review import QuotedCell, Word
from program.vocabulary import KIND_COUNTERS, Kind
from storage.conflicts.desk import Source

_LONGEST = 1000


def standing(one: Conflict) -> None:
    """That the file is with its unit already, and with which words."""
    if one.sort not in (Sort.SIZE, Sort.REPEAT):
        return
    word = _returned(results.data_version(), results.actor().units).get(_submission(one))
    if word is not None:
        note(
            t(
                "Tệp đã trả lại đơn vị ngày {when}: “{message}”. Chờ đơn vị nộp tệp đã sửa.",
                when=counted.moment(word.at), message=plain(word.message),
            )
        )  # fmt: skip


def draw(one: Conflict, sides: tuple[Source, Source]) -> None:
    """The message, ready to be changed, and the button."""
    key = f"return-{one.code}"
    if key not in st.session_state:
        st.session_state[key] = _message(one, sides)
    st.text_area(t("Lời nhắn cho đơn vị"), key=key, max_chars=_LONGEST, persist_state="page", width=640)
    note(t("Số liệu của tệp vẫn được tính, ghi là tạm tính, đến khi đơn vị nộp tệp đã sửa."))
    if personal := personal_words(st.session_state[key]) is not None:
        words = t("Lời nhắn không ghi số điện thoại, ngày sinh hay số giấy tờ của người nào.")
        st.markdown(f":red[{words}]")
    st.button(
        t("Trả lại tệp cho đơn vị"), key=f"send-{one.code}", on_click=_send, args=(one, sides, key),
        disabled=personal or not st.session_state[key].strip(),
    )  # fmt: skip
    conflict_outcome.refused(one.code)


def _send(one: Conflict, sides: tuple[Source, Source], key: str) -> None:
    engine, actor, message = results.engine(), results.actor(), st.session_state[key]

    def send() -> list[int]:
        return [
            storage.reviewing.review.send_back(engine, actor, _submission(one), message, _cells(one, sides))
        ]

    if conflict_outcome.act(one.code, conflict_outcome.RETURNED, send):
        st.session_state.pop(key)
        st.session_state.pop(f"verdict-{one.code}", None)


@st.cache_resource(max_entries=2, show_spinner=False)
def _returned(version: int, reach: frozenset[str] | None) -> dict[int, Word]:  # noqa: ARG001 (the key of the cache)
    """The last word on each file that is with its unit; every word moves the data version on."""
    found = storage.reviewing.reading.returned(results.engine(), results.actor())
    return {one.submission.id: one.word for one in found}


def _submission(one: Conflict) -> int:
    """The file that is in doubt."""
    return (one.second.files or one.first.files)[0]


def _message(one: Conflict, sides: tuple[Source, Source]) -> str:
    told = one.told
    if isinstance(told, UnusualSize) and sides[0].rows:
        (row,) = sides[0].rows
        return t(
            "Trang {sheet}, dòng {row}: ghi {seats} lượt cho {activities}. Xin kiểm tra lại và nộp tệp đã sửa.",
            sheet=row["sheet"], row=str(row["row"]), seats=number(told.seats),
            activities=amount(told.count, KIND_COUNTERS[Kind(told.kind)]),
        )  # fmt: skip
    if isinstance(told, Repeated) and sides[0].files:
        return t(
            "{n} trong {all} dòng ghi y như tệp {file} của năm trước. Xin kiểm tra lại và nộp tệp đã sửa.",
            n=number(told.again), all=number(told.rows), file=sides[0].files[0]["file_name"],
        )  # fmt: skip
    return ""


def _cells(one: Conflict, sides: tuple[Source, Source]) -> list[QuotedCell]:
    """The cells that the message is about."""
    engine, actor, side = results.engine(), results.actor(), sides[1] if sides[1].rows else sides[0]
    found = []
    for row in side.rows:
        cell, words = storage.conflicts.sizes.quoted(
            engine, actor, _submission(one), row["sheet"], row["row"]
        )
        found.append(QuotedCell(row["sheet"], cell, words, _said(one)))
    return found


def _said(one: Conflict) -> str:
    return t("quy mô khác thường") if one.sort == Sort.SIZE else t("ghi y như năm trước")
