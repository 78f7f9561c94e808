"""Nhật ký: who did what and when, before and after; chosen by person, kind of action and days, and taken
along as a file."""

from collections.abc import Callable
from contextvars import copy_context
from datetime import date

import streamlit as st

import storage.journal.audit
from access import Right
from exports.as_csv.audit import audit_csv
from locales import messages
from locales.forms import number
from locales.messages import t
from pages.manage import list_table
from pages.manage.audit_words import entries as audit_words
from pages.manage.audit_words.actions import KINDS
from pages.parts.figures import results
from pages.parts.files import download
from pages.parts.listing.paging import page_asked
from pages.parts.sentences import counted
from pages.parts.shell import demo, frame
from pages.parts.shell.choices import own_choices
from pages.parts.shell.choices.in_address import put
from pages.parts.shell.visit import permission
from pages.parts.words import plain
from program.text import collation_key, lower_first
from storage.journal.audit import Chosen, Entry

SHOWN = 50
_ALL = ""
_NAMES = ("by", "action", "since", "until")


def asked(names: dict[str, str]) -> Chosen:
    """The choice in the address; what is not understood there is left out, and is said."""
    own_choices.passed_over("by", "người làm", names)
    own_choices.passed_over("action", "loại việc", KINDS)
    for name in ("since", "until"):
        own_choices.passed_over(name, "ngày", [st.query_params.get(name, "")] if _day(name) else [])
    by, kind = (st.query_params.get(name, _ALL) for name in ("by", "action"))
    return Chosen(
        by if by in names else None, KINDS[kind][1] if kind in KINDS else (), _day("since"), _day("until")
    )


def _day(name: str) -> date | None:
    try:
        found = date.fromisoformat(st.query_params.get(name, ""))
    except ValueError:
        return None
    # Of the first and the last day that there are, no midnight can be told in another time zone.
    return found if date.min.year < found.year < date.max.year else None


def everything() -> None:
    put(page="", **dict.fromkeys(_NAMES, ""))


def choices(names: dict[str, str]) -> None:
    """Person, kind of action, days."""

    def select(name: str, label: str, options: list[str], words: Callable[[str], str], width: int) -> None:
        key, now = f"_audit-{name}", st.query_params.get(name, _ALL)
        st.session_state[key] = now if now in options else _ALL
        st.selectbox(
            label, options, key=key, format_func=words, width=width,
            on_change=lambda: put(page="", **{name: st.session_state[key]}),
        )  # fmt: skip

    def pick(name: str, label: str) -> None:
        key = f"_audit-{name}"
        st.session_state[key] = _day(name)

        def take() -> None:
            picked = st.session_state[key]
            put(page="", **{name: picked.isoformat() if picked else ""})

        st.date_input(label, key=key, format="DD-MM-YYYY", width=170, on_change=take)

    kinds = {_ALL: t("mọi việc"), **{code: t(words) for code, (words, _) in KINDS.items()}}
    people = {_ALL: t("mọi người"), **names}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        select("by", t("Người làm"), list(people), people.__getitem__, 300)
        select("action", t("Loại việc"), list(kinds), kinds.__getitem__, 260)
        pick("since", t("Từ ngày"))
        pick("until", t("Đến ngày"))


def finding(total: int, newest: Entry | None, chosen: Chosen) -> None:
    """How much stands there, and the newest of it."""
    if newest is None:
        if chosen == Chosen():
            st.title(t("Chưa có việc nào được ghi."), anchor=False)
            return
        st.title(t("Không có việc nào khớp với lựa chọn."), anchor=False)
        st.button(t("Xem tất cả"), on_click=everything)
        return
    st.title(t("{n} việc được ghi lại", n=number(total)), anchor=False)
    said = audit_words.line(newest)
    st.markdown(
        t(
            "Mới nhất, lúc {when}: {who}, {what}.", when=counted.moment(newest.at), who=plain(said.who),
            what=plain(lower_first(said.what)),
        )
    )  # fmt: skip


def table(found: list[Entry]) -> None:
    """The entries of a page."""

    def line(entry: Entry) -> tuple[tuple[str, ...], ...]:
        said = audit_words.line(entry)
        told = [" · ".join(filter(None, (said.about, said.after)))]
        if said.before:
            after = t("Sau: {state}", state=said.after) if said.after else ""
            told = [said.about, t("Trước: {state}", state=said.before), after]
        return ("", counted.moment(said.at)), ("", said.who), (said.what,), ("", *told)

    list_table.draw((t("Lúc"), t("Người làm"), t("Việc"), t("Nội dung")), map(line, found), 18, 20, 22)


def to_file(total: int, chosen: Chosen) -> None:
    """A button that takes all that is chosen, in Vietnamese as every file."""
    engine, actor = results.engine(), results.actor()

    def made() -> bytes:
        messages.use("vi")
        return audit_csv(map(audit_words.line, storage.journal.audit.stream(engine, actor, chosen)))

    download.button(
        t("Tải CSV ({n} dòng)", n=number(total)) if total else t("Tải CSV"),
        lambda: copy_context().run(made), file_name="nhat-ky.csv", mime="text/csv", disabled=not total,
        key="audit-csv", what="log", view={n: st.query_params[n] for n in _NAMES if n in st.query_params},
    )  # fmt: skip


def _by_name(one: tuple[str, str]) -> tuple[int, ...]:
    return collation_key(one[1])


def screen() -> None:
    engine, actor = results.engine(), results.actor()
    names = storage.journal.audit.actors(engine, actor)
    names = {login: audit_words.who(login, name) for login, name in sorted(names.items(), key=_by_name)}
    chosen = asked(names)
    total = storage.journal.audit.count(engine, actor, chosen)
    pages = max(-(-total // SHOWN), 1)
    page = page_asked(pages)
    found = storage.journal.audit.entries(engine, actor, chosen, (page - 1) * SHOWN, SHOWN)
    newest = found[0] if page == 1 and found else None
    if page > 1:
        newest = next(iter(storage.journal.audit.entries(engine, actor, chosen, 0, 1)), None)
    finding(total, newest, chosen)
    frame.note(t("Nhật ký chỉ ghi thêm: không ai sửa hay xóa được dòng nào, kể cả người quản trị."))
    choices(names)
    to_file(total, chosen)
    if found:
        table(found)
    if pages > 1:
        key = f"_audit-page-{page}"
        st.pagination(
            pages, default=page, key=key,
            on_change=lambda: put(page="" if st.session_state[key] == 1 else str(st.session_state[key])),
        )  # fmt: skip


permission.needed(Right.READ_AUDIT)
demo.mark(t("Nhật ký"))
screen()
frame.state()
