"""A chart's numbers one click away: the table of the rows it draws, and the same table as a file."""

from collections.abc import Callable

from charts.numbers import Numbers
from locales.messages import t
from pages.parts import html_table
from pages.parts.shell import folds


def offer(make: Callable[[], Numbers], key: str) -> None:
    """A closed fold; `make` is asked for the numbers when the reader opens it."""
    box = folds.opened(t("Bảng số liệu"), f"{key}-numbers")
    if box is None:
        return
    numbers = make()
    with box:
        lines = (map(html_table.told, line) for line in numbers.lines)
        html_table.draw(numbers.name, numbers.heads, lines, key)
