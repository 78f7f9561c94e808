"""A new task or a document issued, written on the screen; and many of them by workbook."""

from datetime import date
from functools import partial

import streamlit as st

import storage.work.directives
import storage.work.tasks
from access import Actor, Right
from locales.messages import t
from pages.manage.task import fields as task_fields
from pages.manage.task import file as task_file
from pages.manage.task import saving as task_saving
from pages.parts.figures import results
from pages.parts.files import download
from pages.parts.shell import frame
from pages.parts.shell.frame import note
from pages.parts.shell.visit import permission
from pages.parts.words import unit_inside
from program import units
from program.contract import TableKind
from program.work import directives
from storage.database import Engine


def draw(who: Actor, unit: str, opened: bool) -> None:
    """The two forms, folded away unless there is nothing yet. `unit`: the one that is looked at."""
    with st.expander(t("Ghi nhiệm vụ mới"), expanded=opened):
        _task(who, unit)
    with st.expander(t("Ghi văn bản đã ban hành")):
        _directive(who, unit)


def _task(who: Actor, unit: str) -> None:
    key = f"task-new-{st.session_state.get('tasks-saved', 0)}"
    with st.form(key, border=False):
        giver = task_fields.unit(t("Đơn vị giao"), who, unit, f"task-new-unit-{unit}")
        said = task_fields.new_task(key, unit)
        note(
            t(
                "Giao cho đơn vị hoặc chức danh; không ghi tên người. Không ghi hạn thì nhiệm vụ không bao giờ quá hạn."
            )
        )
        pressed = st.form_submit_button(t("Ghi nhiệm vụ"))
    if pressed:
        faults = [*task_fields.faults_of_task(said), *task_fields.faults_of_day(giver, said.assigned_on)]
        task_saving.save(giver, said, faults)


def _directive(who: Actor, unit: str) -> None:
    key = f"directive-new-{st.session_state.get('tasks-saved', 0)}"
    with st.form(key, border=False):
        issuer = task_fields.unit(t("Đơn vị ban hành"), who, unit, f"directive-new-unit-{unit}")
        said = task_fields.directive(key)
        pressed = st.form_submit_button(t("Ghi văn bản"))
    if pressed:
        day = said.issued_on if said else None
        faults = [*task_fields.faults_of_directive(said), *task_fields.faults_of_day(issuer, day)]
        task_saving.save(issuer, said or directives.Details("", date.min, ""), faults)


def by_file(who: Actor) -> None:
    """What is written now as a workbook to correct and hand in, also the blank template where there is nothing."""
    with st.container(key="by-workbook"):
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
                        partial(workbook_of, engine, kind, holder), mime=download.XLSX,
                        file_name=task_file.file_name(kind, holder), key=f"{kind}-workbook-{holder}", what=str(kind),
                    )  # fmt: skip
            permission.link(Right.SUBMIT, "pages/submit/upload.py", t("Đến trang Nộp báo cáo"))


def workbook_of(engine: Engine, kind: TableKind, holder: str) -> bytes:
    """What is written of a unit (of all: the city's) as the workbook that is handed in."""
    rows: list[task_file.Row]
    if kind == TableKind.TASKS:
        rows = [(one.unit, one.details) for one in storage.work.tasks.read(engine)]
    else:
        rows = [(one.unit, one.details) for one in storage.work.directives.read(engine)]
    return task_file.workbook(kind, holder, [row for row in rows if holder in (units.CITY, row[0])])
