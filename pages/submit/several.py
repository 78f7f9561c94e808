"""Several files at once: the state of each, which one to look at, and accepting all that are sound."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

import storage.intake.answers
import storage.reading.analysis
from access import Denied
from locales.forms import number
from locales.messages import language, t
from pages.parts.figures import results
from pages.parts.submission_words import cause
from pages.parts.words import listed, plain
from pages.submit import in_hand
from pages.submit.checked import Upload, preview, reach
from pages.submit.mend.findings import by_cause
from program.text import lower_first, sentence
from storage.faults import StoreFault
from storage.intake.submissions import Refused

_SAID, _STOPPED, _TURN = "several-said", "several-stopped", "several-turn"
_NAMED = 20


@dataclass(frozen=True)
class State:
    """One file in short: what it says of itself, whether it is sound and waits to be accepted, and
    whether it is accepted."""

    upload: Upload
    words: str
    ready: bool = False
    accepted: bool = False


def choose(uploads: Sequence[Upload]) -> tuple[Upload, str]:
    """Draw the list and its button; gives the file to look at, and the finding on all of them."""
    with st.spinner(t("Đang đọc và kiểm tra {n} tệp…", n=number(len(uploads))), show_time=True):
        states = [_state(upload) for upload in uploads]
    ready = [state.upload for state in states if state.ready]
    by_fingerprint = {state.upload.fingerprint: state for state in states}
    said, stopped = st.session_state.pop(_SAID, None), st.session_state.pop(_STOPPED, None)
    if said:
        st.success(said)
    if stopped:
        st.error("  \n".join(stopped))
    waiting = [at for at, state in enumerate(states) if not state.accepted]
    focus = st.radio(
        t("Chọn tệp để xem"), list(by_fingerprint), index=waiting[0] if waiting else 0,
        key=f"focus-{st.session_state.get(_TURN, 0)}",
        format_func=lambda f: f"**{plain(by_fingerprint[f].upload.name)}** · {by_fingerprint[f].words}",
    )  # fmt: skip
    if ready and st.button(
        t("Nhận tất cả tệp không có lỗi ({n} tệp)", n=number(len(ready))), type="primary", key="accept-all"
    ):
        _accept(ready)
    return by_fingerprint[focus].upload, _finding(states)


def _finding(states: Sequence[State]) -> str:
    counts = (
        ("nhận được ngay {n} tệp", sum(state.ready for state in states)),
        ("cần sửa {n} tệp", sum(not state.ready and not state.accepted for state in states)),
        ("đã nhận {n} tệp", sum(state.accepted for state in states)),
    )
    parts = [t(words, n=number(count)) for words, count in counts if count]
    return f"{sentence(', '.join(parts))}."


def _state(upload: Upload) -> State:
    """Looked at anew only when something that it says may have changed."""
    work = in_hand.begin(upload)
    known = [k.id for k in storage.intake.answers.kept(results.engine())]
    version = storage.reading.analysis.data_version(results.engine())
    seen = (work.given.digest, work.aside, version, reach(), *known, language())
    if work.short is None or work.short[0] != seen:
        work.short = (seen, *_looked_at(upload))
    return State(upload, *work.short[1:])


def _looked_at(upload: Upload) -> tuple[str, bool, bool]:
    """The words of a file, whether it is ready, whether it is accepted."""
    found = in_hand.look(upload)
    if found.report["status"] == "rejected":
        groups = by_cause(found.report["issues"], "error")
        return t("✕ chưa nhận được: {cause}", cause=lower_first(cause(groups[0][0]))), False, False
    if preview(upload, found).same_file is not None:
        return t("● đã nhận"), False, True
    if found.errors:
        words = t("▲ {n} lỗi cần sửa; {rows} đúng", n=number(found.errors), rows=found.said)
        return words, False, False
    return t("◆ không có lỗi, {rows}", rows=found.said), True, False


def _names(uploads: Sequence[Upload]) -> str:
    return plain(listed([upload.name for upload in uploads], _NAMED))


def _accept(ready: Sequence[Upload]) -> None:
    """Accept one file after the other, each by itself; one that is refused does not stop the others. Where the
    store fails in between, what was taken stays, and those that were taken and those left are named."""
    taken, new, changed, refused = list[Upload](), 0, 0, list[str]()
    for at, upload in enumerate(ready, 1):
        with st.spinner(
            t("Đang nhận tệp {at} trên {n}…", at=number(at), n=number(len(ready))), show_time=True
        ):
            try:
                done = in_hand.accept(upload, in_hand.look(upload))
            except (Refused, Denied) as refusal:
                refused.append(f"{plain(upload.name)}: {plain(str(refusal))}")
                continue
            except StoreFault as fault:
                st.session_state[_STOPPED] = [
                    plain(str(fault)),
                    *([t("Đã nhận: {files}.", files=_names(taken))] if taken else []),
                    t("Chưa nhận: {files}.", files=_names(ready[at - 1 :])),
                ]
                break
        taken.append(upload)
        new, changed = new + done.new, changed + done.changed
    words = t(
        "Đã nhận {n} tệp: {new} dòng mới, {changed} dòng thay đổi.",
        n=number(len(taken)), new=number(new), changed=number(changed),
    )  # fmt: skip
    st.session_state[_SAID] = "  \n".join([words] * bool(taken) + refused)
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    st.rerun()
