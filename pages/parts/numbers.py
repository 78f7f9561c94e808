"""A chart's numbers one click away: the table of the rows it draws, and the same table as a file."""

from collections.abc import Callable
from datetime import date
from html import escape

import streamlit as st

from charts.numbers import Cell, Numbers
from exports.table_csv import table_csv
from locales.forms import day, number
from locales.messages import t
from pages.parts import bar, download, figures_table
from program.text import fold


def offer(make: Callable[[], Numbers], key: str) -> None:
    """A closed fold; `make` is asked for the numbers when the reader opens it."""
    box = st.expander(t("Bảng số liệu"), key=f"{key}-numbers", on_change="rerun", type="compact")
    if not box.open:
        return
    numbers = make()
    with box:
        lines = ((shown(first), *(escape(shown(cell)) for cell in rest)) for first, *rest in numbers.lines)
        st.html(figures_table.table(numbers.heads, lines))
        to_file(numbers, key)


def to_file(numbers: Numbers, key: str) -> None:
    """A button that takes exactly the table shown."""
    download.button(
        t("Tải CSV ({n} dòng)", n=number(len(numbers.lines))),
        lambda: table_csv(dict(zip(numbers.heads, line, strict=True)) for line in numbers.lines),
        file_name=f"{fold(t('bảng số liệu {what}', what=numbers.name)).replace(' ', '-')}.csv",
        mime="text/csv", key=f"{key}-csv", disabled=not numbers.lines,
        what="table", view={"table": numbers.name, **bar.kept()},
    )  # fmt: skip


def shown(cell: Cell) -> str:
    """A cell in words: 1.234 · 12,3 · 30-6-2024; nothing for what is not known."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return day(cell)
    if isinstance(cell, str):
        return cell
    return number(cell, 0 if isinstance(cell, int) else 1)
