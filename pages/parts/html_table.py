"""A table of a screen: cells with the value for a file, the words for the reader, and where they lead. Its
CSV is made of the very cells that are shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

import streamlit as st

from charts.numbers import Cell, Numbers
from exports.table_csv import table_csv
from locales.forms import day, number
from locales.messages import t
from pages.parts import bar, download
from program.text import fold

_RULE = "border:0;border-bottom:1px solid color-mix(in srgb, currentColor 18%, transparent)"
_CELL = f"padding:5px 14px 5px 0;{_RULE}"
# A wide table slides within itself, and by keyboard too: the page never goes sideways.
_FRAME = "overflow-x:auto;font-size:14px;line-height:1.4"


@dataclass(frozen=True)
class Told:
    """A cell: its value for a file, and the HTML that is shown for it."""

    value: Cell
    html: str


def told(cell: Cell) -> Told:
    """A cell that leads nowhere."""
    return Told(cell, escape(shown(cell)))


def shown(cell: Cell) -> str:
    """A cell in words: 1.234 · 12,3 · 30-6-2024; nothing for what is not known."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return day(cell)
    if isinstance(cell, str):
        return cell
    return number(cell, 0 if isinstance(cell, int) else 1)


def draw(name: str, heads: Sequence[str], lines: Iterable[Iterable[Told]], key: str) -> None:
    """The table and the button that takes it; `name` says in the file's name what it is of. The first cell
    of a line is its name."""
    kept = [tuple(line) for line in lines]
    st.html(table(heads, ((shown(first.value), *(c.html for c in rest)) for first, *rest in kept)))
    to_file(Numbers(name, tuple(heads), tuple(tuple(c.value for c in line) for line in kept)), key)


def to_file(numbers: Numbers, key: str) -> None:
    """A button that takes exactly the table shown."""
    download.button(
        t("Tải CSV ({n} dòng)", n=number(len(numbers.lines))),
        lambda: table_csv(dict(zip(numbers.heads, line, strict=True)) for line in numbers.lines),
        file_name=f"{fold(t('bảng số liệu {what}', what=numbers.name)).replace(' ', '-')}.csv",
        mime="text/csv", key=f"{key}-csv", disabled=not numbers.lines,
        what="table", view={"table": numbers.name, **bar.kept()},
    )  # fmt: skip


def table(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A table as HTML. The first cell of a line is plain words; the others are HTML."""
    top = "".join(
        f"<th scope='col' style='{_CELL};text-align:{'right' if i else 'left'};font-weight:600'>{escape(h)}</th>"
        for i, h in enumerate(heads)
    )
    body = "".join(
        f"<tr><th scope='row' style='{_CELL};text-align:left;font-weight:400;min-width:7.5em'>{escape(first)}</th>"
        + "".join(f"<td style='{_CELL};text-align:right;white-space:nowrap'>{cell}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in lines
    )
    return (
        f"<div style='{_FRAME}' tabindex='0'><table style='border-collapse:collapse;border:0'>"
        f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"
    )
