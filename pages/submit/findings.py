"""What is to be mended, grouped by cause and then by cell; all of it as a file."""

from collections.abc import Callable, Sequence

import streamlit as st

from exports.issues_csv import issues_csv
from locales.forms import number
from locales.messages import t
from pages.parts.frame import note
from pages.parts.words import plain
from pages.submit.wording import cause
from program.contract import Issue

CELLS_SHOWN = 15
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def by_cause(issues: Sequence[Issue], severity: str) -> list[tuple[str, list[Issue]]]:
    """The findings of one severity by code, the most frequent first, each in the order of the file."""
    groups: dict[str, list[Issue]] = {}
    for issue in issues:
        if issue["severity"] == severity:
            groups.setdefault(issue["code"], []).append(issue)
    return sorted(groups.items(), key=lambda group: -len(group[1]))


def draw(
    issues: Sequence[Issue], file_name: str, key: str, marked: Callable[[], bytes] | None = None
) -> None:
    """Errors, then warnings, then the buttons that take all of them along: in the user's own workbook,
    which `marked` makes, and as a list."""
    if not issues:
        return
    for severity, lead in (
        ("error", "Phải sửa, vì dòng có lỗi không được tính"),
        ("warning", "Nên xem lại; các dòng này vẫn được tính"),
    ):
        groups = by_cause(issues, severity)
        if groups:
            note(f"**{t(lead).upper()}**")
        for code, found in groups:
            _group(code, found)
    stem = file_name.rpartition(".")[0] or file_name
    with st.container(horizontal=True):
        if marked:
            st.download_button(
                t("Tải tệp đã đánh dấu lỗi"), marked, file_name=f"{stem}-danh-dau.xlsx", mime=_XLSX,
                on_click="ignore", key=f"marked-{key}",
                help=t("Chính tệp này, với các ô cần sửa được tô màu và chú thích; sửa xong thì nộp lại."),
            )  # fmt: skip
        st.download_button(
            t("Tải danh sách này ({n} mục)", n=number(len(issues))), lambda: issues_csv(issues),
            file_name=f"can-sua-{stem}.csv", mime="text/csv", on_click="ignore", key=f"issues-{key}",
        )  # fmt: skip


def _group(code: str, found: list[Issue]) -> None:
    with st.container(gap="xxsmall"):
        title = cause(code)
        if len(found) > 1:
            title += " · " + t("{n} chỗ", n=number(len(found)))
        st.subheader(title, anchor=False)
        common = len(found) > 1 and len({issue["fix"] for issue in found}) == 1
        if common:
            st.markdown(_fix(found[0]))
        st.markdown("\n".join(f"- {_line(issue, common)}" for issue in found[:CELLS_SHOWN]))
        if len(found) > CELLS_SHOWN:
            note(t("Còn {n} chỗ nữa trong danh sách tải về.", n=number(len(found) - CELLS_SHOWN)))


def _line(issue: Issue, common: bool) -> str:
    where = place(issue)
    words = f"**{plain(where)}**: {plain(issue['message'])}" if where else plain(issue["message"])
    return words if common else f"{words}  \n  {_fix(issue)}"


def _fix(issue: Issue) -> str:
    return f"**{t('Cách sửa')}:** {plain(issue['fix'])}"


def place(issue: Issue) -> str:
    """Where to look: "Hoạt động, ô D9"; empty for the file as a whole."""
    if issue["sheet"] is None:
        return ""
    if issue["cell"] is None:
        return t("Trang {sheet}", sheet=issue["sheet"])
    return t("Trang {sheet}, ô {cell}", sheet=issue["sheet"], cell=issue["cell"])
