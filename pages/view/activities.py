"""Hoạt động: the rows behind every number, paged on the server; the CSV takes exactly the rows of the view."""

import streamlit as st

from access import Right
from exports.as_csv.activities import csv_bytes, file_name
from locales.forms import number
from locales.messages import t
from pages.parts.figures import cross_table, results, sizes
from pages.parts.files import download
from pages.parts.listing import detail as row_detail
from pages.parts.listing import drill
from pages.parts.listing import table as row_table
from pages.parts.sentences import counted, headline
from pages.parts.shell import frame
from pages.parts.shell.choices import bar, in_address
from pages.parts.shell.choices.in_address import put
from pages.parts.shell.visit import permission
from program.filters import Filters, Lacking, address
from program.measures.completeness import completeness
from program.text import sentence
from program.views import doubts
from program.vocabulary import Kind
from storage.reading.activities import RowPage, stream

permission.needed(Right.READ)

view = bar.filter_bar(
    (
        "period",
        "calendar",
        "unit",
        "kind",
        "audience",
        "delivery",
        "as_of",
        "q",
        "size",
        "lacking",
        "since",
        "state",
    )
)


def order_asked() -> str:
    """The order in the address, the newest first where there is none."""
    asked = st.query_params.get("order", "")
    return asked if asked in row_table.ORDERS else "-date"


def page_asked() -> int:
    """The number of the page in the address, at least 1."""
    return in_address.number("page") or 1


def finding(found: RowPage) -> None:
    """How many of each kind, with their attendances; kinds are never summed."""
    kinds = {Kind(kind): total for kind, total in found.totals.items() if kind}
    counts = {kind: total["count"] for kind, total in kinds.items() if total["count"]}
    # A sum of none is one that nobody gave: what was held had somebody in it.
    seats = {kind: total["attendances"] for kind, total in kinds.items() if total["attendances"]}
    with st.container(gap="xsmall"):
        if seats or counts:
            unknown = t("Chưa rõ số hoạt động, chỉ có số lượt tham gia.")
            told = headline.of_rows(view, counted.activities(counts)) if counts else unknown
            st.title(told, anchor=False)
            lacking = view.lacking == Lacking.AUDIENCE
            st.markdown(
                sentence(f"{counted.attendances(seats, view.audience, undivided=lacking)}.")
                if seats
                else t("Chưa rõ số lượt tham gia.")
            )
        elif found.total_rows:
            st.title(t("Không phát sinh hoạt động nào."), anchor=False)
            st.markdown(t("Các đơn vị đã báo cáo là không phát sinh trong kỳ này."))
        else:
            nothing()


def nothing() -> None:
    """What to do where no row is in the view."""
    st.title(t("Không có hoạt động nào khớp với lựa chọn."), anchor=False)
    if results.overview(Filters()).reported:
        st.markdown(t("Hãy đổi từ cần tìm hoặc phạm vi xem ở góc phải."))
        st.button(t("Xem tất cả hoạt động"), on_click=everything)
    else:
        st.markdown(t("Chưa có báo cáo nào được nhận. Hãy nộp tệp báo cáo trước."))
        permission.link(Right.SUBMIT, "pages/submit/upload.py", t("Nộp báo cáo"))


def everything() -> None:
    bar.put(**dict.fromkeys(bar.NAMES, ""))


def unsaid() -> None:
    """The attendances that a choice of one audience leaves out, since nobody said whose they were. Of a search
    or a choice of rows it is not known how many."""
    of_rows = view.text or view.unusual or view.lacking or view.state or view.since
    if view.audience is None or of_rows:
        return
    parts = [
        f"[{counted.attendances({kind: seats}, undivided=True)}]"
        f"({drill.href('activities', address(drill.undivided(view, kind)))})"
        for kind, seats in doubts.unsaid(results.analysis(), view).items()
    ]
    if parts:
        frame.note(t("Chưa kể {parts}.", parts="; ".join(parts)))


def search() -> None:
    bar.put(q=st.session_state["_q"].strip())


def open_row() -> None:
    """The row that the address asks for, in a window of its own."""
    if not st.query_params.get("row"):
        return
    number = in_address.number("row")
    row = None if number is None else row_table.one(number)
    if row is None:
        frame.note(t("Dòng mà đường dẫn chỉ tới không còn trong số liệu: tệp của nó đã rút hoặc đã nộp lại."))
    else:
        row_detail.show(row, lambda: put(row=""))


def turn(key: str) -> None:
    put(page="" if st.session_state[key] == 1 else str(st.session_state[key]))


def tools(order: str, total: int) -> None:
    """Words to look for, and the file."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.session_state["_q"] = view.text
        st.text_input(
            t("Tìm trong tên, nơi tổ chức, trường, đơn vị"), key="_q", on_change=search, width=360,
            placeholder=t("Ví dụ: Hòa Minh"),
        )  # fmt: skip
        engine, names = results.engine(), permission.sees_names(results.actor())
        if total:
            download.button(
                t("Tải CSV ({n} dòng)", n=number(total)),
                lambda: csv_bytes(stream(engine, view, order=order), names=names),
                file_name=file_name(view), mime="text/csv", key="csv", what="activities", view=address(view),
            )  # fmt: skip


order = order_asked()
found, page, pages = row_table.shown_page(view, order, page_asked())
finding(found)
if found.total_rows:
    cross_table.offer(view)
unsaid()
if view.unusual:
    frame.note(sentence(f"{sizes.usual()}."))
tools(order, found.total_rows)
if found.total_rows:
    first = (page - 1) * row_table.ROWS_A_PAGE + 1
    said = t(
        "Dòng {first}–{last} trên {all}. Tên hoạt động dẫn tới đủ nội dung và tệp nguồn.",
        first=number(first), last=number(first + len(found.rows) - 1), all=number(found.total_rows),
    )  # fmt: skip
    frame.note(said)
    row_table.draw(found.rows, order, page, address(view))
    if pages > 1:
        # A key of its own for each page: the address, not the last click, says which page is shown.
        key = f"_page-{page}"
        st.pagination(pages, default=page, key=key, on_change=turn, args=(key,))
open_row()
frame.foot(view, completeness(results.analysis(), view))
