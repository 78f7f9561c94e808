"""What was ever said of a task or a document: by whom, when, before and after; the file the last word comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date
from itertools import pairwise
from typing import Any

import streamlit as st

import storage.intake.submissions
from access import Actor
from locales.forms import day, number
from locales.messages import t
from pages.manage import saving
from pages.manage.task import file as task_file
from pages.manage.task.saving import SCREEN
from pages.manage.task.words import state
from pages.parts.acts import asking, withdrawing
from pages.parts.figures import results
from pages.parts.listing import source_file
from pages.parts.sentences.counted import moment
from pages.parts.shell.visit import permission
from pages.parts.words import plain, unit_inside
from program.field_labels import FIELD_LABELS
from program.work import tasks
from program.work.history import Source, Statement
from program.work.tasks import State

Said = Statement[Any]


def draw(statements: Sequence[Said], source: Source, who: Actor, key: str) -> None:
    """The fold with the history and the source."""
    with st.expander(t("Ai đã ghi gì, khi nào ({n})", n=number(len(statements)))):
        st.markdown("\n".join(lines(statements)))
        _source(statements, source, who, key)


def lines(statements: Sequence[Said]) -> list[str]:
    """What was said, the latest first (Markdown)."""
    found = [
        t("Ghi lần đầu: {state}. {entered}", state=_first(statements[0]), entered=_entered(statements[0]))
    ]
    for earlier, later in pairwise(statements):
        if later.removes:
            told = t("Bỏ khỏi danh sách")
        elif earlier.removes:
            told = t("Ghi lại: {state}", state=_first(later))
        else:
            told = "; ".join(changed(earlier, later)) or t("Ghi lại, không đổi")
        found.append(f"{told}. {_entered(later)}")
    return [f"- {line}" for line in reversed(found)]


def changed(old: Said, new: Said) -> Iterator[str]:
    """What is different, each with its words before and after (Markdown)."""
    if old.unit != new.unit:
        names = [plain(unit_inside(one.unit)) for one in (old, new)]
        yield f"{t(FIELD_LABELS['unit'])}: {names[0]} → **{names[1]}**"
    for one in fields(new.details):
        before, after = getattr(old.details, one.name), getattr(new.details, one.name)
        if before != after:
            yield f"{_label(one.name, new)}: {_value(before)} → **{_value(after)}**"


def _label(name: str, said: Said) -> str:
    of_task = name == "document" and isinstance(said.details, tasks.Details)
    return t("Căn cứ") if of_task else t(FIELD_LABELS[name])


def _first(said: Said) -> str:
    details = said.details
    if isinstance(details, tasks.Details):
        return plain(state(details.state))
    return plain(t("{number} ngày {day}", number=details.number, day=day(details.issued_on)))


def _value(value: object) -> str:
    if value is None:
        return t("để trống")
    if isinstance(value, State):
        return plain(state(value))
    return day(value) if isinstance(value, date) else plain(str(value))


def _entered(said: Said) -> str:
    """Who said it, when, by which submission (Markdown)."""
    return t(
        "{who}, {when}, lần nộp số {n}",
        who=plain(permission.person(said.source.by)), when=moment(said.source.at), n=number(said.source.submission),
    )  # fmt: skip


def _source(statements: Sequence[Said], source: Source, who: Actor, key: str) -> None:
    """How to find the row in its file; the file, for those who may read it; the last saving of a screen, for those
    who may take it back."""
    st.markdown(
        t(
            "Nguồn: tệp **{file}**, trang **{sheet}**, dòng **{row}**, lần nộp số **{n}**.",
            file=plain(source.file_name), sheet=plain(source.sheet), row=number(source.row), n=number(source.submission),
        )
    )  # fmt: skip
    if not storage.intake.submissions.readable(results.engine(), who, source.submission):
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        source_file.button(t("Tải tệp nguồn"), source.submission, source.file_name, f"{key}-source")
        kept = storage.intake.submissions.get(results.engine(), source.submission)
        alone = {str(task_file.kind_of(statements[-1].details)): 1}
        # What was saved a moment ago has its way back at the head of the page.
        if kept and kept.counts == alone and not saving.just(SCREEN, kept.id) and withdrawing.offered(kept):
            asking.button(t("Rút lần ghi gần nhất"), withdrawing.name(kept))
            withdrawing.question(kept)
