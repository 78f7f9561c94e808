"""The files that were handed in, and one of them: what it was, what is left of it, its papers."""

from collections.abc import Callable, Collection, Mapping, Sequence
from html import escape

import streamlit as st

import storage.intake.account
import storage.intake.submissions
from access import Actor
from data_loaders.annotating import annotated
from locales.forms import number
from locales.messages import t
from pages.parts import html_table
from pages.parts.acts import asking, telling, withdrawing
from pages.parts.figures import results
from pages.parts.listing import drill, paging, source_file
from pages.parts.sentences import counted
from pages.parts.shell import markup
from pages.parts.shell.choices import bar, in_address
from pages.parts.shell.frame import note
from pages.parts.submission_words import STATES, rows
from pages.parts.words import listed, plain
from pages.submit.handed_in import accepted_with, paper, received, rest, returned
from pages.submit.mend import findings
from program import units
from program.contract import Issue, Report
from program.text import sentence
from storage.database import Engine
from storage.intake.submissions import Submission

_SHOWN = 500
_LONG = 10
_EVERY = ""
# In the address: the number of the submission that is open.
ASKED = "submission"


def draw(resume: Callable[[int], None]) -> None:
    """The list, newest first, and the chosen submission. `resume` is called with the number of one that
    was checked but not accepted, or has rows left to mend."""
    own = results.actor().units
    found = storage.intake.submissions.history(results.engine(), limit=_SHOWN, within=own)
    with st.container(gap="xxsmall"):
        st.header(t("Các lần nộp"), anchor=False)
        note(t("Mới nhất trước. Rút một lần nộp thì số liệu trước đó được tính trở lại."))
    telling.answer()
    if not found:
        st.markdown(t("Chưa có tệp nào được nộp."))
        return
    _opened({s.id: s for s in found}, own, resume)
    if len(found) > _LONG:
        found = _filtered(found, own)
    if not found:
        st.markdown(t("Không có lần nộp nào như vậy."))
        return
    _table(paging.page_of(found, "submissions"))
    if len(found) == _SHOWN:
        note(t("Hiện {n} lần nộp mới nhất; chọn đơn vị để xem những lần cũ hơn.", n=number(_SHOWN)))


def _opened(
    by_number: Mapping[int, Submission], own: Collection[str] | None, resume: Callable[[int], None]
) -> None:
    """The submission that the address names, which its line of the list leads to; it can be sent to others."""
    named = st.query_params.get(ASKED, "")
    if not named:
        return
    with st.container(key=ASKED):
        s = _found(named, by_number, own)
        if s is None:
            note(t("Không có lần nộp số {n}.", n=plain(named)))
        else:
            st.subheader(t("Lần nộp số {n}", n=number(s.id)), anchor=False)
            _one(s, resume)
        st.button(t("Đóng lần nộp này"), key="close-submission", on_click=_close)


def _found(named: str, by_number: Mapping[int, Submission], own: Collection[str] | None) -> Submission | None:
    """The submission of this number; one older than the list goes back only for who reaches every unit."""
    found = in_address.read_number(named)
    if found is None:
        return None
    older = own is None and found not in by_number
    return storage.intake.submissions.get(results.engine(), found) if older else by_number.get(found)


def _close() -> None:
    st.query_params.pop(ASKED, None)


def _filtered(found: list[Submission], own: Collection[str] | None) -> list[Submission]:
    """Those of a unit and a state, which the person chooses, of what lies within the reach."""
    with st.container(horizontal=True):
        unit = st.selectbox(
            t("Đơn vị"), [_EVERY, *(u for u in bar.unit_options() if own is None or u in own)], key="history-unit", width=300,
            format_func=lambda code: bar.unit_name(code) if code else t("mọi đơn vị"),
        )  # fmt: skip
        states = {_EVERY: t("mọi trạng thái"), **{code: t(words) for code, words in STATES.items()}}
        states["rest"] = t("▲ còn dòng chưa nhận")
        states |= returned.choices()
        state = st.selectbox(
            t("Trạng thái"), list(states), key="history-state", width=300, format_func=lambda code: states[code]
        )  # fmt: skip
    if unit:
        found = storage.intake.submissions.history(results.engine(), limit=_SHOWN, unit=unit, within=own)
    return [
        s
        for s in found
        if state in (_EVERY, s.state, returned.state(s)) or (state == "rest" and s.rest == "open")
    ]


def _state(s: Submission) -> str:
    words = [t(STATES[s.state])]
    words += [t("còn dòng chưa nhận")] if s.rest == "open" else []
    return ", ".join([*words, *returned.words(s)])


def _table(shown: Sequence[Submission]) -> None:
    heads = (
        t("Tệp"), t("Số"), t("Đơn vị"), t("Trạng thái"), t("Số dòng"), t("Người nộp"), t("Nộp lúc"),
    )  # fmt: skip
    lines = [
        (html_table.Told(s.file_name, way(s.id, s.file_name)), *map(html_table.told, _line(s))) for s in shown
    ]
    bare = (t("Đơn vị"), t("Trạng thái"), t("Nộp lúc"))
    markup.put(html_table.table(heads, lines, t("Các lần nộp"), look="wide", bare=bare))


def way(submission: int, words: str) -> str:
    """HTML of words that open a submission above the list."""
    address = escape(drill.href("submit", {ASKED: str(submission)}), quote=True)
    return f"<a href='{address}' data-to='{ASKED}' style='color:inherit'>{escape(words)}</a>"


def _line(s: Submission) -> tuple[str | int, ...]:
    unit = units.label(s.unit, with_type=True) if s.unit else t("nhiều đơn vị")
    return (
        s.id, unit, _state(s), sum(s.counts.values()), s.uploaded_by, counted.moment(s.uploaded_at),
    )  # fmt: skip


def _one(s: Submission, resume: Callable[[int], None]) -> None:
    engine, actor = results.engine(), results.actor()
    found = storage.intake.submissions.issues(engine, actor, s.id) if s.error_count or s.warning_count else []
    waiting, gone = rest.waiting(found), storage.intake.submissions.removed_on(engine, s.id)
    with st.container():
        st.markdown(_said(s, waiting))
        if found:
            with st.expander(_found_words(s)):
                findings.draw(
                    found,
                    s.file_name,
                    f"of-{s.id}",
                    None if gone else lambda: marked(engine, actor, s, found),
                    {"submission": s.id},
                )
        returned.draw(s)
        received.corrected(s)
        accepted_with.draw(s)
        with st.container(horizontal=True):
            source_file.button(t("Tải tệp gốc"), s.id, s.file_name, f"raw-{s.id}")
            if storage.intake.account.outcome(engine, s.id) is not None:
                paper.button(s, f"paper-of-{s.id}")
            if s.state == "checked":
                st.button(t("Làm tiếp với tệp này"), on_click=resume, args=(s.id,), key=f"resume-{s.id}")
            rest.buttons(s, resume)
            if withdrawing.offered(s):
                asking.button(withdrawing.label(s), withdrawing.name(s))
    withdrawing.question(s)
    rest.question(s, waiting)


def _found_words(s: Submission) -> str:
    """What the check found, without a word of what there is none of."""
    if s.error_count and s.warning_count:
        return t("{e} lỗi, {w} điều cần xem lại", e=number(s.error_count), w=number(s.warning_count))
    if s.error_count:
        return t("{n} lỗi", n=number(s.error_count))
    return t("{n} điều cần xem lại", n=number(s.warning_count))


def _said(s: Submission, waiting: int) -> str:
    found = listed([rows(kind, count) for kind, count in s.counts.items() if count], 6) or t(
        "không có dòng nào"
    )
    words = t(
        "Lần nộp số {n}: tệp **{file}**, {found}. {who} nộp lúc {when}; {state}.",
        n=number(s.id), file=plain(s.file_name), found=found, who=plain(s.uploaded_by),
        when=counted.moment(s.uploaded_at), state=t(STATES[s.state]),
    )  # fmt: skip
    left = rest.said(s, waiting)
    return f"{words} **{sentence(left)}.**" if left else words


def marked(engine: Engine, actor: Actor, s: Submission, found: Sequence[Issue]) -> bytes:
    """The file as it was handed in, with the findings of its check marked. Raises LookupError, Denied."""
    name, raw = storage.intake.submissions.raw_file(engine, actor, s.id)
    return annotated(name, raw, Report(file=name, status="needs_fixes", tables=[], issues=list(found)))
