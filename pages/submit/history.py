"""The files that were handed in, and one of them: its findings, its raw file, taking it back."""

from collections.abc import Callable

import streamlit as st

import storage.submissions
from locales.forms import number
from locales.messages import t
from pages.parts import asking, counted, results
from pages.parts.frame import note
from pages.parts.words import listed, plain
from pages.submit import findings
from pages.submit.wording import STATES, rows
from program import units
from storage.submissions import Submission

_SHOWN = 500


def draw(resume: Callable[[int], None]) -> None:
    """The list, newest first, and the chosen submission. `resume` is called with the number of one that
    was checked but not accepted."""
    listed_ones = storage.submissions.history(results.engine(), limit=_SHOWN)
    with st.container(gap="xxsmall"):
        st.header(t("Các lần nộp"), anchor=False)
        note(t("Mới nhất trước. Rút một lần nộp thì số liệu trước đó được tính trở lại."))
    asking.answer()
    if not listed_ones:
        st.markdown(t("Chưa có tệp nào được nộp."))
        return
    st.dataframe(
        [_line(s) for s in listed_ones], hide_index=True, placeholder="", key="submissions",
        alt=t("Danh sách {n} lần nộp, mới nhất trước", n=number(len(listed_ones))),
        column_config={t("Tệp"): st.column_config.TextColumn(width=280)},
    )  # fmt: skip
    by_number = {s.id: s for s in listed_ones}
    chosen = st.selectbox(
        t("Xem một lần nộp"), list(by_number), index=None, key="submission", width=480,
        format_func=lambda n: _name(by_number[n]), placeholder=t("Chọn một lần nộp"),
    )  # fmt: skip
    if chosen is not None and chosen in by_number:
        _one(by_number[chosen], resume)


def _name(s: Submission) -> str:
    return t("Số {n}: {file}, {state}", n=number(s.id), file=s.file_name, state=t(STATES[s.state]))


def _line(s: Submission) -> dict[str, object]:
    return {
        t("Số"): s.id,
        t("Tệp"): s.file_name,
        t("Đơn vị"): units.label(s.unit, with_type=True) if s.unit else t("nhiều đơn vị"),
        t("Trạng thái"): t(STATES[s.state]),
        t("Số dòng"): sum(s.counts.values()),
        t("Người nộp"): s.uploaded_by,
        t("Nộp lúc"): counted.moment(s.uploaded_at),
    }


def _one(s: Submission, resume: Callable[[int], None]) -> None:
    engine, number_of = results.engine(), s.id
    found = listed([rows(kind, count) for kind, count in s.counts.items() if count], 6) or t(
        "không có dòng nào"
    )
    words = t(
        "Lần nộp số {n}: tệp **{file}**, {found}. {who} nộp lúc {when}; {state}.",
        n=number(s.id), file=plain(s.file_name), found=found, who=plain(s.uploaded_by),
        when=counted.moment(s.uploaded_at), state=t(STATES[s.state]),
    )  # fmt: skip
    with st.container(border=True):
        st.markdown(words)
        if s.error_count or s.warning_count:
            with st.expander(
                t("{e} lỗi, {w} điều cần xem lại", e=number(s.error_count), w=number(s.warning_count))
            ):
                findings.draw(storage.submissions.issues(engine, s.id), s.file_name, f"of-{s.id}")
        with st.container(horizontal=True):
            st.download_button(
                t("Tải tệp gốc"), lambda: storage.submissions.raw_file(engine, number_of)[1],
                file_name=s.file_name, on_click="ignore", key=f"raw-{s.id}",
            )  # fmt: skip
            if s.state == "checked":
                st.button(t("Làm tiếp với tệp này"), on_click=resume, args=(s.id,), key=f"resume-{s.id}")
            if s.state in ("accepted", "checked"):
                asking.button(t("Rút lần nộp số {n}", n=number(s.id)), f"withdraw-{s.id}")
    _withdrawal(s)


def _withdrawal(s: Submission) -> None:
    if s.state == "accepted":
        words = t(
            "{rows} dòng của tệp **{file}** sẽ không được tính nữa; số liệu trước lần nộp này được tính "
            "trở lại. Tệp gốc vẫn được giữ.",
            rows=number(sum(s.counts.values())), file=plain(s.file_name),
        )  # fmt: skip
    else:
        words = t("Tệp **{file}** chưa được tính; rút thì bỏ tệp này qua một bên.", file=plain(s.file_name))

    def take_back() -> str:
        receipt = storage.submissions.withdraw(results.engine(), results.actor(), s.id)
        return t(
            "Đã rút lần nộp số {n}; {restored} dòng trước đó được tính trở lại.",
            n=number(s.id), restored=number(receipt.restored),
        )  # fmt: skip

    asking.question(
        f"withdraw-{s.id}", t("Rút lần nộp số {n}?", n=number(s.id)), words,
        t("Rút lần nộp số {n}", n=number(s.id)), t("Giữ nguyên"), take_back,
    )  # fmt: skip
