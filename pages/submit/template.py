"""Tải mẫu của đơn vị: choose what to report, a unit and a period; take the workbook to fill in."""

import streamlit as st

from access import Right
from data_loaders.templates import Setting, can_be_made, file_name, reporting_codes, setting
from locales.forms import day
from locales.messages import t
from pages.parts.figures import results
from pages.parts.files import download
from pages.parts.shell import frame
from pages.parts.shell.choices import bar
from pages.parts.words import period_name
from pages.submit import known
from program.contract import MANAGED_KINDS, TableKind
from program.measures.analysis import default_as_of
from program.periods import Calendar, Period, periods, programme
from program.units import CITY

# What each template is called, and when it is the right one.
_KINDS = {
    TableKind.ACTIVITIES: (
        "Từng hoạt động: mỗi dòng một lớp, một buổi",
        "Có ngày và số lượt của từng lớp, từng buổi. Phần lớn đơn vị dùng mẫu này.",
    ),
    TableKind.PARTICIPATION: (
        "Số tổng hợp: chỉ có tổng số của kỳ",
        "Khi không còn danh sách từng hoạt động, chỉ có tổng số lớp, buổi và lượt của cả kỳ.",
    ),
    TableKind.TARGETS: ("Chỉ tiêu được giao", "Con số phải đạt, từ ngày nào đến ngày nào, theo văn bản nào."),
    TableKind.SCHOOLS: (
        "Danh sách trường, cơ sở",
        "Trường học và cơ sở nuôi dưỡng trẻ em, để tính tỷ lệ trường đã có hoạt động.",
    ),
    TableKind.POPULATION: ("Dân số và trẻ em", "Con số đã công bố của từng năm, kèm nguồn."),
    TableKind.FOCAL_POINTS: ("Cán bộ đầu mối", "Người phụ trách của đơn vị và liên hệ công vụ."),
    TableKind.DIRECTIVES: (
        "Văn bản đã ban hành",
        "Kế hoạch, công văn, quyết định của đơn vị về Chương trình: số, ngày, trích yếu.",
    ),
    TableKind.TASKS: (
        "Nhiệm vụ đã giao cho đơn vị trực thuộc",
        "Việc giao cho phường, xã, trường, phòng, ban: hạn, tình trạng, kết quả, văn bản minh chứng.",
    ),
}
_COUNTED = (TableKind.ACTIVITIES, TableKind.PARTICIPATION)
# Beside those of the report calendar: the year that schools count by.
_SCHOOL_YEAR = "school_year"
_GRAINS = ("quarter", "half", "year", "month", _SCHOOL_YEAR)


def draw() -> None:
    """The choices and the download, folded away for those who have a file already."""
    with st.expander(t("Tải mẫu của đơn vị")):
        frame.note(
            t(
                "Mẫu có sẵn tên đơn vị, kỳ báo cáo, danh sách để chọn và cách ghi; mẫu danh sách trường và mẫu dân số có sẵn "
                "số liệu đang lưu, chỉ cần sửa chỗ thay đổi. Điền xong, chọn tệp ở ô phía trên. "
                "Trong kỳ không có hoạt động thì chọn “Không phát sinh” ở dòng đầu."
            )
        )
        kind = TableKind(
            st.radio(
                t("Cần báo cáo gì"), list(_KINDS), key="template-kind",
                format_func=lambda kind: t(_KINDS[kind][0]),
            )
        )  # fmt: skip
        frame.note(t(_KINDS[kind][1]))
        if kind in MANAGED_KINDS and Right.MANAGE_TARGETS not in results.actor().rights:
            frame.note(t("Tài khoản này chưa được giao quyền nộp mẫu đó; hãy gửi tệp cho cơ quan đầu mối."))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            _choices(kind)


def _choices(kind: TableKind) -> None:
    own = [code for code in units_of(kind) if results.actor().reaches(code)]
    if not own:
        frame.note(t("Tài khoản này chưa được giao đơn vị nào dùng mẫu này."))
        return
    unit = st.selectbox(
        t("Đơn vị"), own, key=f"template-unit-{kind in _COUNTED}", format_func=bar.unit_name, width=300
    )  # fmt: skip
    grains = _GRAINS if kind in _COUNTED else ("programme", "year")
    grain = st.selectbox(
        t("Kỳ theo"), grains, key=f"template-grain-{kind in _COUNTED}",
        format_func=lambda g: t("Năm học") if g == _SCHOOL_YEAR else t(bar.GRAINS[g]), width=170,
    )  # fmt: skip
    offered = {p.code: p for p in periods_of(kind, unit, grain)}
    code = st.selectbox(
        t("Kỳ báo cáo"), list(offered), key=f"template-period-{unit}-{grain}", width=330,
        format_func=lambda c: _named(setting(kind, unit, offered[c])),
    )  # fmt: skip
    made = setting(kind, unit, offered[code])
    download.button(
        t("Tải mẫu này"), lambda: known.workbook(made), file_name=file_name(made), mime=download.XLSX,
        key="template", what=None,
    )  # fmt: skip


def units_of(kind: TableKind) -> tuple[str, ...]:
    """Units that a template of the kind can be made for; the city as a whole where it has one."""
    return reporting_codes() if kind in _COUNTED else (CITY, *reporting_codes())


def periods_of(kind: TableKind, unit: str, grain: str) -> list[Period]:
    """Periods that have begun and in which the unit reports, the latest first."""
    if grain == _SCHOOL_YEAR:
        offered = periods("year", Calendar.SCHOOL)
    else:
        offered = (programme(),) if grain == "programme" else periods(grain, Calendar.REPORT)
    begun = [p for p in offered if p.start <= default_as_of()]
    return [p for p in reversed(begun) if can_be_made(kind, unit, p)]


def _named(at: Setting) -> str:
    """The period, with the days of it on which the unit reports."""
    return t(
        "{period} ({start} đến {end})",
        period=period_name(at.period), start=day(at.start), end=day(at.end),
    )  # fmt: skip
