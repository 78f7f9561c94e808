"""What was read: the tables that were found, what each column is taken as, and what is left aside."""

from collections.abc import Sequence

import streamlit as st

from locales.forms import number
from locales.messages import t
from pages.parts.submission_words import TABLES, field, rows
from pages.parts.words import listed, plain
from program.contract import Table, TableKind
from program.text import sentence

_SHEETS_SHOWN = 4


def draw(tables: Sequence[Table]) -> None:
    """One line for each form of table, and the columns of each in a fold."""
    groups = alike(tables)
    st.markdown("\n".join(f"- {_sentence(group)}" for group in groups))
    with st.expander(t("Xem cột nào được hiểu là gì")):
        for group in groups:
            if len(groups) > 1:
                st.markdown(f"**{plain(_sheets(group))}**")
            st.table(
                [{t("Cột"): letter, t("Được hiểu là"): field(code)} for letter, code in group[0]["columns"].items()],
                border="horizontal", hide_index=True, width="content",
            )  # fmt: skip


def alike(tables: Sequence[Table]) -> list[list[Table]]:
    """Tables of one kind whose columns are read in the same way, together: the months of a year."""
    groups: dict[tuple[object, ...], list[Table]] = {}
    for table in tables:
        form = (table["kind"], *table["columns"].items(), *table["unused_columns"])
        groups.setdefault(form, []).append(table)
    return list(groups.values())


def _sheets(group: list[Table]) -> str:
    names = list(dict.fromkeys(table["sheet"] for table in group))
    return t("trang {sheets}", sheets=listed(names, _SHEETS_SHOWN))


def _sentence(group: list[Table]) -> str:
    kind = group[0]["kind"]
    found = rows(kind, sum(len(table["records"]) for table in group))
    words = f"{sentence(plain(_sheets(group)))}: {t(TABLES[TableKind(kind)])}, **{found}**"
    unused = group[0]["unused_columns"]
    if unused:
        words += "; " + t("không dùng cột {columns}", columns=listed(unused, 8))
    heads = group[0]["header_rows"]
    if heads and len(group) == 1:
        words += "; " + t("tiêu đề ở dòng {rows}", rows=listed([number(row) for row in heads]))
    return f"{words}."
