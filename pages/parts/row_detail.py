"""One row in full: everything that was given, and the file, sheet and row it comes from."""

from typing import Any

import pandas as pd
import streamlit as st

import storage.submissions
from locales.forms import day, number
from locales.messages import t
from pages.parts import results, row_table
from pages.parts.counted import moment
from pages.parts.words import plain
from program.vocabulary import Basis

_WORDS = ("kind", "delivery", "organiser", "ward", "school", "basis")


def show(row: dict[str, Any]) -> None:
    """Open a window with one row of `storage.activities`."""
    st.dialog(t("Một dòng số liệu"), width="medium")(_body)(row)


def lines(row: dict[str, Any]) -> list[tuple[str, str]]:
    """Heading and words of all that the row says, without what was not given."""
    headings = row_table.headings()
    found = [(headings["unit_name"], row["unit_name"]), (t("Thời gian"), dates(row))]
    if row["basis"] != Basis.DETAIL:
        found.append((t("Tính vào ngày"), day(row["counted_on"].date())))
    found += [(headings[name], row_table.label(name, row[name])) for name in _WORDS if given(row[name])]
    numbers = [
        name for name in headings if name.startswith("att_") or name in ("attendances_total", "female")
    ]
    found += [(headings[name], number(row[name])) for name in ("count", *numbers) if given(row[name])]
    return found


def dates(row: dict[str, Any]) -> str:
    """One day, or from the first to the last."""
    start, end = row["start_date"].date(), row["end_date"].date()
    return day(start) if start == end else t("{start} đến {end}", start=day(start), end=day(end))


def given(value: Any) -> bool:
    """Whether the row says something here; 0 is something."""
    return not pd.isna(value)


def _body(row: dict[str, Any]) -> None:
    if given(row["title"]):
        st.markdown(f"**{plain(row['title'])}**")
    st.markdown("  \n".join(f"{plain(heading)}: **{plain(words)}**" for heading, words in lines(row)))
    st.divider()
    st.markdown(
        t(
            "Nguồn: tệp **{file}**, trang **{sheet}**, dòng **{row}**; nộp lúc {when} ({who}).",
            file=plain(row["file_name"]), sheet=plain(row["sheet"]), row=number(row["row"]),
            when=moment(row["uploaded_at"]), who=plain(row["uploaded_by"]),
        )
    )  # fmt: skip
    engine, submission = results.engine(), int(row["submission_id"])
    st.download_button(
        t("Tải tệp nguồn"), lambda: storage.submissions.raw_file(engine, submission)[1],
        file_name=row["file_name"], on_click="ignore", key="row-source",
    )  # fmt: skip
