"""The rows behind the numbers as a table with Vietnamese headings, and the page of them that is shown."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pandas as pd
import streamlit as st

import storage.activities
import storage.analysis
from locales.messages import t
from pages.parts import results
from program.filters import Filters
from program.vocabulary import AUDIENCE_LABELS, BASIS_LABELS, DELIVERY_LABELS, KIND_LABELS
from storage.activities import RowPage
from storage.database import Engine

ROWS_A_PAGE = 50
ORDERS = {
    "-date": "Mới nhất trước",
    "date": "Cũ nhất trước",
    "-attendances": "Nhiều lượt trước",
    "attendances": "Ít lượt trước",
}
_TEXTS = {
    "unit_name": "Đơn vị",
    "kind": "Loại hoạt động",
    "title": "Tên hoạt động",
    "delivery": "Hình thức",
    "organiser": "Đơn vị chủ trì",
    "ward": "Phường, xã",
    "school": "Trường, cơ sở",
    "basis": "Cách ghi",
    "source": "Nguồn",
}
_DATES = {"counted_on": "Tính vào ngày", "start_date": "Ngày bắt đầu", "end_date": "Ngày kết thúc"}
_NUMBERS = {
    "count": "Số lớp, buổi",
    "attendances_total": "Tổng lượt tham gia",
    "female": "Trong đó lượt nữ",
}
_SEATS = {f"att_{code}": label for code, label in AUDIENCE_LABELS.items()}
_ORDER = (
    "counted_on", "unit_name", "kind", "title", "count", "attendances_total", "source", *_SEATS, "female",
    "start_date", "end_date", "delivery", "organiser", "ward", "school", "basis",
)  # fmt: skip
_WIDTHS = {"title": 320, "unit_name": 175, "source": 300, "organiser": 220, "school": 220}
_LABELS: dict[str, Mapping[str, str]] = {
    "kind": {str(code): text for code, text in KIND_LABELS.items()},
    "delivery": {str(code): text for code, text in DELIVERY_LABELS.items()},
    "basis": {str(code): text for code, text in BASIS_LABELS.items()},
}


def shown_page(view: Filters, order: str, number: int) -> tuple[RowPage, int, int]:
    """The rows of a page of the view, the number of that page (the last one where the wish lies beyond)
    and of how many."""
    engine = results.engine()
    version = results.data_version()
    found = _page(engine, version, view, order, max(number, 1))
    pages = max(-(-found.total_rows // ROWS_A_PAGE), 1)
    if number > pages:
        number = pages
        found = _page(engine, version, view, order, number)
    return found, max(number, 1), pages


@lru_cache(maxsize=64)
def _page(engine: Engine, version: int, view: Filters, order: str, number: int) -> RowPage:  # noqa: ARG001
    # The version is part of the key: rows of an older one are never met again.
    offset = (number - 1) * ROWS_A_PAGE
    return storage.activities.page(engine, view, limit=ROWS_A_PAGE, offset=offset, order=order)


def headings() -> dict[str, str]:
    """Heading of each column in the language of the page, in the order of the table."""
    named = {name: t(text) for name, text in (_TEXTS | _DATES | _NUMBERS).items()}
    named |= {name: t("Lượt: {audience}", audience=t(label)) for name, label in _SEATS.items()}
    return {name: named[name] for name in _ORDER}


def label(column: str, value: str) -> str:
    """The words of a code in a column of the rows; other words stay as they are."""
    words = _LABELS.get(column, {}).get(value)
    return t(words) if words else value


def cells(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with labels for codes, only the columns that are shown; the source of each in one cell."""
    changed: dict[str, Any] = {
        name: rows[name].map(lambda value, name=name: label(name, value), na_action="ignore")
        for name in _LABELS
    }
    sources = zip(rows["file_name"], rows["sheet"], rows["row"], strict=True)
    changed["source"] = [
        t("{file} · trang {sheet} · dòng {row}", file=file, sheet=sheet, row=row)
        for file, sheet, row in sources
    ]
    return rows.assign(**changed)[list(_ORDER)]


def draw(rows: pd.DataFrame, key: str, alt: str, opened: str, sizes: bool = False) -> int | None:
    """Draw the table; gives the place of the row that the reader picked, once for each picking. With `sizes` a
    column says why the unusual size of a row is right, where somebody said so."""

    def open_row() -> None:
        st.session_state[opened] = True

    shown = cells(rows)
    if sizes:
        told = rows["size_reason"].map(_confirmed, na_action="ignore")
        shown.insert(_ORDER.index("source"), "size_reason", told)
    state = st.dataframe(
        shown, hide_index=True, height="content", column_config=_columns(), placeholder="",
        key=key, on_select=open_row, selection_mode="single-row", alt=alt,
    )  # fmt: skip
    picked = state["selection"]["rows"]
    fresh = st.session_state.pop(opened, False)
    return int(picked[0]) if fresh and picked and picked[0] < len(rows) else None


def _confirmed(reason: str) -> str:
    return t("đã xác nhận: {reason}", reason=reason)


def _columns() -> dict[str, Any]:
    configs: dict[str, Any] = {"size_reason": st.column_config.TextColumn(t("Xác nhận quy mô"), width=220)}
    for name, heading in headings().items():
        width = _WIDTHS.get(name)
        if name in _DATES:
            configs[name] = st.column_config.DateColumn(heading, format="D-M-YYYY")
        elif name in _TEXTS:
            configs[name] = st.column_config.TextColumn(heading, width=width)
        else:
            configs[name] = st.column_config.NumberColumn(heading, format="localized")
    return configs
