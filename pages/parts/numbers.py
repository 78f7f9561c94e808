"""A chart's numbers one click away: the table of the rows it draws, and the same table as a file."""

from collections.abc import Callable

import streamlit as st

from charts.numbers import Numbers
from locales.messages import t
from pages.parts import html_table


def offer(make: Callable[[], Numbers], key: str) -> None:
    """A closed fold; `make` is asked for the numbers when the reader opens it."""
    box = st.expander(t("Bảng số liệu"), key=f"{key}-numbers", on_change="rerun", type="compact")
    if not box.open:
        return
    numbers = make()
    with box:
        lines = (map(html_table.told, line) for line in numbers.lines)
        html_table.draw(numbers.name, numbers.heads, lines, key)
