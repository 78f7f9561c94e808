"""Tải mẫu của đơn vị: choose a unit and a period, take the workbook of activities to fill in."""

import streamlit as st

from data_loaders.templates import can_report, file_name, reporting_codes, setting, template
from locales.forms import day
from locales.messages import t
from pages.parts import bar, frame
from program.analysis import default_as_of
from program.contract import TableKind
from program.periods import Calendar, Period, periods

_GRAINS = ("quarter", "half", "year", "month")
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw() -> None:
    """The choices and the download, folded away for those who have a file already."""
    with st.expander(t("Tải mẫu của đơn vị")):
        frame.note(
            t(
                "Mẫu có sẵn tên đơn vị, kỳ báo cáo, danh sách để chọn và cách ghi. Điền xong, chọn tệp ở ô phía trên. "
                "Trong kỳ không có hoạt động thì chọn “Không phát sinh” ở dòng đầu."
            )
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            _choices()


def _choices() -> None:
    unit = st.selectbox(
        t("Đơn vị"), reporting_codes(), key="template-unit", format_func=bar.unit_name, width=300
    )
    grain = st.selectbox(
        t("Kỳ theo"), _GRAINS, key="template-grain", format_func=lambda g: t(bar.GRAINS[g]), width=130
    )
    offered = {p.code: p for p in _periods(unit, grain)}
    code = st.selectbox(
        t("Kỳ báo cáo"), list(offered), key=f"template-period-{unit}-{grain}", width=330,
        format_func=lambda c: _named(offered[c]),
    )  # fmt: skip
    made = setting(TableKind.ACTIVITIES, unit, offered[code])
    st.download_button(
        t("Tải mẫu báo cáo hoạt động"), lambda: template(made), file_name=file_name(made), mime=_TYPE,
        on_click="ignore", key="template",
    )  # fmt: skip


def _periods(unit: str, grain: str) -> list[Period]:
    """Periods that have begun and in which the unit reports, the latest first."""
    begun = [p for p in periods(grain, Calendar.REPORT) if p.start <= default_as_of()]
    return [p for p in reversed(begun) if can_report(unit, p)]


def _named(period: Period) -> str:
    return t(
        "{period} ({start} đến {end})",
        period=bar.period_label(period), start=day(period.start), end=day(period.end),
    )  # fmt: skip
