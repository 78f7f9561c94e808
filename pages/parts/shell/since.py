"""Since you last looked: what was handed in and taken back, and by how much the figures moved."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import streamlit as st

import storage.reading.looks
from access import Denied, Right
from locales.forms import day, number
from locales.messages import t
from pages.parts.figures import results
from pages.parts.shell.choices import bar
from pages.parts.shell.visit import permission
from pages.parts.words import listed, unit_inside
from program import clock
from program.text import lower_first
from program.views import since
from program.vocabulary import KIND_COUNTERS, KIND_LABELS, Kind
from storage.reading.looks import Look, Moved, Since

_STATE = "last-look"
_MINUS = "−"


@dataclass(frozen=True)
class _Visit:
    """What a session compares with (None: nothing to tell, or the reader has read it), and since when."""

    before: Look | None
    begun: datetime


def draw() -> None:
    """One line with a way to the files and one to take it away; nothing where nothing moved."""
    look = _before()
    if look is None:
        return
    version = results.analysis().version
    said = words(look, since.changes(look.figures, _standing(version)), _files(version, look.seen_at))
    if not said:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="since"):
        st.markdown(said, width="content")
        permission.link(Right.SUBMIT, "pages/submit/upload.py", t("Xem các lần nộp"), bar.kept())
        st.button(t("Đã xem"), type="tertiary", key="since-read", on_click=_read)


def words(look: Look, moved: since.Changes, files: Since) -> str:
    """Markdown: "Từ lần xem 12-11-2026: thêm 3 lần nộp (quận Hải Châu), +14 lớp"; empty where nothing happened."""
    parts = []
    if files.accepted:
        parts.append(t("thêm {n} lần nộp ({who})", n=number(len(files.accepted)), who=_whose(files.accepted)))
    if files.withdrawn:
        numbers = listed([number(m.submission_id) for m in files.withdrawn])
        parts.append(t("rút lần nộp số {numbers}", numbers=numbers))
    if files.decisions:
        parts.append(t("{n} quyết định về số liệu trùng", n=number(files.decisions)))
    if not parts and not moved:
        return ""
    figures = [_more(kind, n) for kind, n in moved.activities.items()]
    figures += [
        t("{n} lượt ({kind})", n=_signed(n), kind=lower_first(t(KIND_LABELS[kind])))
        for kind, n in moved.attendances.items()
    ]
    if moved.reports:
        figures.append(t("{n} báo cáo quý", n=_signed(moved.reports)))
    told = ", ".join([*parts, *(f"**{figure}**" for figure in figures)])
    if not figures:
        told += "; " + t("số liệu toàn thành phố không đổi")
    return t("Từ lần xem {day}: {told}.", day=day(clock.day_of(look.seen_at)), told=told)


def _more(kind: Kind, n: int) -> str:
    if kind == Kind.OTHER:
        return t("{n} hoạt động khác", n=_signed(n))
    return f"{_signed(n)} {t(KIND_COUNTERS[kind], n=number(abs(n)))}"


def _whose(files: tuple[Moved, ...]) -> str:
    """The units of some files, each once; of a file without any its name says nothing to a reader."""
    names = dict.fromkeys(unit_inside(code) for one in files for code in one.units)
    return listed(list(names)) or t("số liệu nền")


def _signed(n: int) -> str:
    return f"+{number(n)}" if n > 0 else f"{_MINUS}{number(-n)}"


def _before() -> Look | None:
    """The look that this session compares with; asked for once a visit, so no rerun pays for it."""
    kept: _Visit | None = st.session_state.get(_STATE)
    now = datetime.now(UTC)
    if kept is not None and now - kept.begun < storage.reading.looks.VISIT:
        return kept.before
    found = _of_visit(now)
    # What the reader has not yet put away stays.
    before = kept.before if kept is not None and kept.before is not None else found
    st.session_state[_STATE] = _Visit(before, now)
    return before


def _of_visit(now: datetime) -> Look | None:
    """The look before the visit that is under way: a page loaded again belongs to it, one on another device too."""
    version, actor = results.analysis().version, results.actor()
    try:
        return storage.reading.looks.visit(results.engine(), actor, version, _standing(version), now)
    except Denied:
        return None


def _read() -> None:
    st.session_state[_STATE] = _Visit(None, datetime.now(UTC))
    with suppress(Denied):
        storage.reading.looks.put_away(results.engine(), results.actor())


@st.cache_resource(max_entries=2, show_spinner=False)
def _standing(version: int) -> dict[str, Any]:  # noqa: ARG001 (the key of the cache)
    return since.standing(results.analysis())


@st.cache_resource(max_entries=64, show_spinner=False)
def _files(version: int, moment: datetime) -> Since:  # noqa: ARG001 (the key of the cache)
    return storage.reading.looks.since(results.engine(), moment)
