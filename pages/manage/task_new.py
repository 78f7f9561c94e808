"""A new task or a document issued, written on the screen; and many of them by workbook."""

from datetime import date
from functools import partial

import streamlit as st

import storage.directives
import storage.tasks
from access import Actor, Denied, Right
from locales.messages import t
from pages.manage import role_choice, saving, task_file
from pages.manage.task_file import cleaned
from pages.parts import bar, download, frame, permission, results
from pages.parts.frame import note
from pages.parts.words import plain, unit_inside
from program import directives, tasks, units
from program.contract import TableKind
from program.tasks import State
from storage.database import Engine
from storage.faults import StoreFault
from storage.roster import today
from storage.submissions import Refused

_EARLIEST, _LATEST = date(2015, 1, 1), date(2035, 12, 31)
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw(who: Actor, unit: str, opened: bool) -> None:
    """The two forms, folded away unless there is nothing yet. `unit`: the one that is looked at."""
    with st.expander(t("Ghi nhiệm vụ mới"), expanded=opened):
        _task(who, unit)
    with st.expander(t("Ghi văn bản đã ban hành")):
        _directive(who, unit)


def _unit(who: Actor, unit: str, key: str) -> str:
    offered = [units.CITY, *role_choice.offered()] if who.units is None else sorted(who.units)
    chosen: str = st.selectbox(
        t("Đơn vị giao") if key == "task-new" else t("Đơn vị ban hành"), offered, key=f"{key}-unit-{unit}", width=360,
        index=offered.index(unit) if unit in offered else 0,
        format_func=lambda code: t("Thành phố Đà Nẵng") if code == units.CITY else bar.dated_name(code),
    )  # fmt: skip
    return chosen


def _task(who: Actor, unit: str) -> None:
    key = f"task-new-{st.session_state.get('tasks-saved', 0)}"
    with st.form(key, border=False):
        giver = _unit(who, unit, "task-new")
        duty = st.text_area(t("Nội dung nhiệm vụ"), max_chars=500, key=f"{key}-duty", height=80)
        assignee = st.text_input(
            t("Giao cho"), max_chars=200, key=f"{key}-assignee", width=480,
            placeholder=t("ví dụ: UBND các phường; Trường THCS Nguyễn Huệ"),
        )  # fmt: skip
        with st.container(horizontal=True):
            document = st.text_input(
                t("Căn cứ (số, ngày văn bản)"), max_chars=200, key=f"{key}-document", width=360,
                placeholder=t("văn bản của ngành dọc, của thành phố"),
            )  # fmt: skip
            assigned = _day(t("Ngày giao"), today(), f"{key}-assigned")
            due = _day(t("Hạn hoàn thành"), None, f"{key}-due")
        note(
            t(
                "Giao cho đơn vị hoặc chức danh; không ghi tên người. Không ghi hạn thì nhiệm vụ không bao giờ quá hạn."
            )
        )
        if st.form_submit_button(t("Ghi nhiệm vụ")):
            if not cleaned(duty) or not cleaned(assignee):
                st.error(t("Hãy ghi nội dung nhiệm vụ và đơn vị được giao."))
            elif assigned and due and due < assigned:
                st.error(t("Hạn hoàn thành không thể trước ngày giao."))
            else:
                _save(giver, tasks.Details(
                    cleaned(assignee) or "", cleaned(duty) or "", cleaned(document), assigned, due, State.NOT_STARTED
                ))  # fmt: skip


def _directive(who: Actor, unit: str) -> None:
    key = f"directive-new-{st.session_state.get('tasks-saved', 0)}"
    with st.form(key, border=False):
        issuer = _unit(who, unit, "directive-new")
        with st.container(horizontal=True):
            number = st.text_input(
                t("Số, ký hiệu"), max_chars=60, key=f"{key}-number", width=220, placeholder=t("ví dụ: 125/KH-UBND")
            )  # fmt: skip
            issued = _day(t("Ngày ban hành"), None, f"{key}-issued")
            form = st.text_input(
                t("Loại văn bản"),
                max_chars=60,
                key=f"{key}-form",
                width=200,
                placeholder=t("kế hoạch, công văn…"),
            )
        subject = st.text_area(t("Trích yếu"), max_chars=500, key=f"{key}-subject", height=80)
        with st.container(horizontal=True):
            agency = st.text_input(
                t("Cơ quan ban hành (nếu khác đơn vị)"), max_chars=200, key=f"{key}-issuer", width=360
            )
            part = st.text_input(
                t("Phần của Chương trình (nếu có)"), max_chars=200, key=f"{key}-part", width=300
            )
        if st.form_submit_button(t("Ghi văn bản")):
            if not cleaned(number) or issued is None or not cleaned(subject):
                st.error(t("Hãy ghi số, ngày ban hành và trích yếu của văn bản."))
            else:
                _save(issuer, directives.Details(
                    cleaned(number) or "", issued, cleaned(subject) or "", cleaned(agency), cleaned(form), cleaned(part)
                ))  # fmt: skip


def _day(words: str, value: date | None, key: str) -> date | None:
    found = st.date_input(
        words, value=value, key=key, format="DD-MM-YYYY", width=200, min_value=_EARLIEST, max_value=_LATEST
    )
    return found if isinstance(found, date) else None


def _save(unit: str, said: task_file.Said) -> None:
    try:
        done = task_file.accept(unit, said, set())
    except (Refused, Denied, StoreFault) as refusal:
        st.error(plain(str(refusal)))
        return
    saving.note("tasks", done.submission.id)
    st.rerun()


def by_file(who: Actor) -> None:
    """What is written now as a workbook to correct and hand in, also the blank template where there is nothing."""
    st.header(t("Ghi nhiều dòng bằng bảng tính"), anchor=False)
    frame.note(
        t(
            "Tải danh sách hiện nay (còn trống thì là mẫu), sửa tình trạng, kết quả hoặc ghi thêm dòng, rồi nộp ở trang "
            "Nộp báo cáo. Dòng giữ nguyên nơi giao, nơi nhận, nội dung và ngày giao thì được cập nhật."
        )
    )
    engine = results.engine()
    with st.container(horizontal=True, vertical_alignment="center"):
        for holder in [units.CITY] if who.units is None else sorted(who.units):
            several = who.units is not None and len(who.units) > 1
            for kind, label, named in (
                (TableKind.TASKS, t("Tải danh sách nhiệm vụ để sửa"), "Tải nhiệm vụ của {unit}"),
                (TableKind.DIRECTIVES, t("Tải danh sách văn bản để sửa"), "Tải văn bản của {unit}"),
            ):
                download.button(
                    t(named, unit=unit_inside(holder)) if several else label,
                    partial(workbook_of, engine, kind, holder), mime=_XLSX,
                    file_name=task_file.file_name(kind, holder), key=f"{kind}-workbook-{holder}", what=str(kind),
                )  # fmt: skip
        permission.link(Right.SUBMIT, "pages/submit/upload.py", t("Đến trang Nộp báo cáo"))


def workbook_of(engine: Engine, kind: TableKind, holder: str) -> bytes:
    """What is written of a unit (of all: the city's) as the workbook that is handed in."""
    rows: list[task_file.Row]
    if kind == TableKind.TASKS:
        rows = [(one.unit, one.details) for one in storage.tasks.read(engine)]
    else:
        rows = [(one.unit, one.details) for one in storage.directives.read(engine)]
    return task_file.workbook(kind, holder, [row for row in rows if holder in (units.CITY, row[0])])
