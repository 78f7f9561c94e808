"""The fields of a task and of a document, to be written anew or corrected; and what is wrong with what was typed."""

from collections.abc import Iterator
from datetime import date

import streamlit as st

from access import Actor
from locales.forms import day as day_words
from locales.messages import t
from pages.parts.shell.choices import bar
from program import clock, units
from program.text import clean
from program.work import directives, tasks
from program.work.tasks import STATE_LABELS, State

_EARLIEST, _LATEST = date(2015, 1, 1), date(2035, 12, 31)
_UNSAID = "none"
_WIDE = 360


def units_of(who: Actor) -> list[str]:
    """The units for which somebody may write: the own ones, or the city and all that report."""
    return [units.CITY, *units.ever_reporting(clock.today())] if who.units is None else sorted(who.units)


def unit(words: str, who: Actor, chosen: str, key: str) -> str:
    """Whose it is; asked only of who may write for several."""
    offered = units_of(who)
    if chosen and chosen not in offered and who.reaches(chosen):
        offered.append(chosen)
    found: str = st.selectbox(
        words, offered, offered.index(chosen) if chosen in offered else 0, key=key, width=_WIDE,
        format_func=lambda code: t("Thành phố Đà Nẵng") if code == units.CITY else bar.dated_name(code),
    )  # fmt: skip
    return found


def new_task(key: str, giver: str) -> tasks.Details:
    """A task that is passed on now, or on the last day of a giver that has ended. `giver`: the unit looked at."""
    known = units.unit(giver)
    last = known.valid_to if known else None
    duty, assignee = _duty(key, None), _assignee(key, None)
    with st.container(horizontal=True):
        document = _document(key, None)
        assigned = _day(t("Ngày giao"), min(clock.today(), last or date.max), f"{key}-assigned")
        due = _day(t("Hạn hoàn thành"), None, f"{key}-due")
    return tasks.Details(assignee, duty, document, assigned, due, State.NOT_STARTED)


def progress(said: tasks.Details, key: str) -> tasks.Details:
    """How far a task is: its state, days, result and proof."""
    with st.container(horizontal=True):
        state = st.selectbox(
            t("Tình trạng"), [*map(str, State), _UNSAID], index=[*State, None].index(said.state), width=190,
            key=f"{key}-state",
            format_func=lambda code: t("chưa ghi") if code == _UNSAID else t(STATE_LABELS[State(code)]),
        )  # fmt: skip
        done = _day(t("Ngày hoàn thành"), said.done_on, f"{key}-done", clock.today())
        due = _day(t("Hạn hoàn thành"), said.due_date, f"{key}-due")
    result = _area(t("Kết quả"), said.result, 1000, f"{key}-result")
    proof = _line(t("Văn bản minh chứng (số, ngày)"), said.proof, 200, f"{key}-proof", 480)
    stated = None if state == _UNSAID else State(state)
    if stated == State.DONE and done is None and said.state != State.DONE:
        # Whoever says that it is done today need not type the day.
        done = clock.today()
    return tasks.Details(
        said.assignee, said.duty, said.document, said.assigned_on, due, stated,
        done if stated == State.DONE else None, result, proof,
    )  # fmt: skip


def content(said: tasks.Details, key: str) -> tuple[str, str, str | None, date | None]:
    """What was passed on: to whom, what is to be done, what it rests on, when."""
    duty, assignee = _duty(key, said.duty), _assignee(key, said.assignee)
    with st.container(horizontal=True):
        document = _document(key, said.document)
        assigned = _day(t("Ngày giao"), said.assigned_on, f"{key}-assigned")
    return assignee, duty, document, assigned


def directive(key: str, said: directives.Details | None = None) -> directives.Details | None:
    """A document, as it was or to be written anew; None while its day is empty."""
    with st.container(horizontal=True):
        number = _line(
            t("Số, ký hiệu"), getattr(said, "number", None), 60, f"{key}-number", 220, t("ví dụ: 125/KH-UBND")
        )
        issued = _day(t("Ngày ban hành"), getattr(said, "issued_on", None), f"{key}-issued")
        form = _line(
            t("Loại văn bản"), getattr(said, "form", None), 60, f"{key}-form", 200, t("kế hoạch, công văn…")
        )
    subject = _area(t("Trích yếu"), getattr(said, "subject", None), 500, f"{key}-subject")
    with st.container(horizontal=True):
        issuer = _line(
            t("Cơ quan ban hành (nếu khác đơn vị)"),
            getattr(said, "issuer", None),
            200,
            f"{key}-issuer",
            _WIDE,
        )
        part = _line(
            t("Phần của Chương trình (nếu có)"), getattr(said, "part", None), 200, f"{key}-part", 300
        )
    if issued is None:
        return None
    return directives.Details(number or "", issued, subject or "", issuer, form, part)


def faults_of_task(said: tasks.Details, old: tasks.Details | None = None) -> Iterator[str]:
    """What is wrong with what was typed of a task, and was not so before: sentences."""
    if not said.duty or not said.assignee:
        yield t("Hãy ghi nội dung nhiệm vụ và đơn vị được giao.")
    if _reversed(said.assigned_on, said.due_date) and not (old and _reversed(old.assigned_on, old.due_date)):
        yield t("Hạn hoàn thành không thể trước ngày giao.")
    if _reversed(said.assigned_on, said.done_on) and not (old and _reversed(old.assigned_on, old.done_on)):
        yield t("Ngày hoàn thành không thể trước ngày giao.")


def faults_of_directive(said: directives.Details | None) -> Iterator[str]:
    """What a document lacks: a sentence."""
    if said is None or not said.number or not said.subject:
        yield t("Hãy ghi số, ngày ban hành và trích yếu của văn bản.")


def faults_of_day(unit: str, day: date | None) -> Iterator[str]:
    """Whether a unit stood on the day of what it passed on or issued: a sentence that says who did."""
    known, first = units.unit(unit), units.first_day(unit)
    if day is None or known is None:
        return
    if first and day < first:
        yield t(
            "{unit} hoạt động từ {day}; việc trước ngày đó hãy ghi cho đơn vị cũ.",
            unit=units.label(unit, with_type=True), day=day_words(first),
        )  # fmt: skip
    if known.valid_to and day > known.valid_to:
        yield t(
            "{unit} đã kết thúc hoạt động ngày {day}; việc sau ngày đó hãy ghi cho phường, xã tiếp nhận.",
            unit=units.label(unit, with_type=True), day=day_words(known.valid_to),
        )  # fmt: skip


def _reversed(first: date | None, last: date | None) -> bool:
    return first is not None and last is not None and last < first


def _duty(key: str, value: str | None) -> str:
    return _area(t("Nội dung nhiệm vụ"), value, 500, f"{key}-duty") or ""


def _assignee(key: str, value: str | None) -> str:
    example = t("ví dụ: UBND các phường; Trường THCS Nguyễn Huệ")
    return _line(t("Giao cho"), value, 200, f"{key}-assignee", 480, example) or ""


def _document(key: str, value: str | None) -> str | None:
    example = t("văn bản của ngành dọc, của thành phố")
    return _line(t("Căn cứ (số, ngày văn bản)"), value, 200, f"{key}-document", _WIDE, example)


def _line(
    words: str, value: str | None, longest: int, key: str, width: int, example: str | None = None
) -> str | None:
    # What a file brought may be longer than what is typed.
    most = max(longest, len(value or ""))
    typed = st.text_input(words, value or "", max_chars=most, key=key, width=width, placeholder=example)
    return clean(typed) or None


def _area(words: str, value: str | None, longest: int, key: str) -> str | None:
    most = max(longest, len(value or ""))
    return clean(st.text_area(words, value or "", max_chars=most, key=key, height=80)) or None


def _day(words: str, value: date | None, key: str, latest: date = _LATEST) -> date | None:
    found = st.date_input(
        words, value=value, key=key, format="DD-MM-YYYY", width=200,
        # A file may hold any day.
        min_value=min(_EARLIEST, value or _EARLIEST), max_value=max(latest, value or latest),
    )  # fmt: skip
    return found if isinstance(found, date) else None
