"""Giao, sửa, bỏ mục tiêu: a table of one indicator over some days; what a change does is seen before it is saved."""

import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from access import Right
from locales.forms import number
from locales.messages import t
from pages.manage import saving
from pages.manage.target import file as target_file
from pages.manage.target.words import beside
from pages.parts.figures import results
from pages.parts.shell.choices import bar
from pages.parts.shell.frame import note
from pages.parts.words import amount, plain, status_words
from program.measures.analysis import default_as_of
from program.measures.figures import Progress
from program.targets.history import document_words
from program.targets.progress import TargetRow
from program.targets.view import Change, TargetLine, TargetsView, changed, moves, sum_beside
from program.vocabulary import Indicator

_VALUE = "value"
_SAID = "targets-editing-{version}-{code}-{start}-{end}"


def draw(view: TargetsView, indicator: Indicator, start: date, end: date) -> None:
    """The table to write in, the document, what changes, and the button that saves."""
    saved()
    with st.expander(t("Giao hoặc sửa mục tiêu")):
        if Right.MANAGE_TARGETS not in results.actor().rights:
            note(t("Tài khoản này chưa được giao quyền cập nhật mục tiêu."))
            return
        note(
            t(
                "Ghi số mới vào cột Mục tiêu; xóa trống một ô thì bỏ mục tiêu đó. Chỉ khi bấm nút Lưu mục tiêu mới "
                "thay đổi; mỗi lần lưu là một lần nộp, rút lại được."
            )
        )
        key = _SAID.format(version=results.analysis().version, code=indicator.code, start=start, end=end)
        with st.container(width=460):
            _table(view, indicator, key)
        with st.container(horizontal=True):
            paper = st.text_input(
                t("Văn bản số"), key=f"{key}-paper", max_chars=200, width=360,
                placeholder=t("ví dụ: Kế hoạch 12/KH-UBND"),
            )  # fmt: skip
            dated = st.date_input(
                t("Ngày văn bản"), value=None, key=f"{key}-dated", format="DD-MM-YYYY", width=200,
                min_value=date(2015, 1, 1), max_value=date(2035, 12, 31),
            )  # fmt: skip
        found = edits(
            view.lines, st.session_state.get(key, {}), indicator, start, end, document_words(paper, dated)
        )
        if found:
            _seen(found, indicator, start, end)
            if st.button(t("Lưu {n} thay đổi", n=number(len(found))), type="primary", key=f"{key}-save"):
                _save(indicator, found)


def saved() -> None:
    """What the last saving did, with the way back."""
    saving.told(
        "targets",
        lambda n: t("Đã lưu mục tiêu, thành lần nộp số {n}; mọi trang đã tính theo mục tiêu mới.", n=n),
        t("Rút lại lần lưu này"),
    )


def edits(
    lines: Sequence[TargetLine],
    state: Mapping[str, Any],
    indicator: Indicator,
    start: date,
    end: date,
    paper: str | None,
) -> list[Change]:
    """The changes that stand in the table; what is the same as before is none."""
    found = []
    for place, cells in sorted(state.get("edited_rows", {}).items(), key=lambda item: int(item[0])):
        if _VALUE not in cells or int(place) >= len(lines):
            continue
        line, value = lines[int(place)], cells[_VALUE]
        if value is None:
            if line.row:
                found.append(Change(line.unit, line.row, None))
        elif math.isfinite(value) and value >= 0 and (line.row is None or value != line.row.value):
            authority = line.row.authority if line.row else str(indicator.authority)
            row = TargetRow(start, end, float(value), authority, paper)
            found.append(Change(line.unit, line.row, row))
    return found


def _table(view: TargetsView, indicator: Indicator, key: str) -> None:
    top = 100.0 if indicator.counter == "%" else 10_000_000.0
    st.data_editor(
        [
            {"unit": bar.unit_name(line.unit), _VALUE: line.row.value if line.row else None}
            for line in view.lines
        ],
        column_config={
            "unit": st.column_config.TextColumn(t("Đơn vị"), disabled=True),
            _VALUE: st.column_config.NumberColumn(
                t("Mục tiêu ({counter})", counter=t(indicator.counter)), min_value=0.0, max_value=top, width=110
            ),
        },
        hide_index=True, key=key, height="content", placeholder="",
        alt=t("Bảng mục tiêu của {n} đơn vị để sửa", n=number(len(view.lines))),
    )  # fmt: skip


def _seen(found: Sequence[Change], indicator: Indicator, start: date, end: date) -> None:
    """Old and new of every change, what becomes of the status, and of the sum beside the city's target."""
    analysis = results.analysis()
    pairs = moves(analysis, indicator.code, found, default_as_of())
    note(f"**{t('Sẽ thay đổi').upper()}**")
    st.table(
        [_line(change, pair, indicator) for change, pair in zip(found, pairs, strict=True)],
        border="horizontal", hide_index=True,
    )  # fmt: skip
    gap = sum_beside(changed(analysis, indicator.code, found), indicator.code, start, end)
    if gap:
        note(t("Sau khi lưu, {what}.", what=beside(gap, indicator.counter)))


def _line(change: Change, pair: tuple[Progress, Progress], indicator: Indicator) -> dict[str, str]:
    before, after = pair
    old, new = (amount(r.value, indicator.counter) if r else t("không có") for r in (change.old, change.new))
    return {
        t("Đơn vị"): plain(bar.unit_name(change.unit)),
        t("Mục tiêu"): f"{old} → **{new}**",
        t("Tình trạng cả Chương trình"): _status(before.status, after.status),
    }


def _status(before: Any, after: Any) -> str:
    if before == after:
        return t("vẫn {status}", status=status_words(after))
    return f"{status_words(before)} → {status_words(after)}"


def _save(indicator: Indicator, found: Sequence[Change]) -> None:
    if saving.save("targets", lambda: target_file.accept(target_file.made(indicator.code, found))):
        st.rerun()
