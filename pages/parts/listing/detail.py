"""One row in full: everything that was given, the file, sheet and row it comes from, what was said of it
before, and what was decided about it."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import streamlit as st

import storage.intake.submissions
import storage.reading.provenance
from locales.forms import day, number
from locales.messages import t
from pages.parts.conflicts.decided import decided_words
from pages.parts.figures import results
from pages.parts.listing import source_file
from pages.parts.listing import table as row_table
from pages.parts.listing.row_words import difference
from pages.parts.listing.table import dates, given
from pages.parts.sentences.counted import moment
from pages.parts.shell.visit import permission
from pages.parts.submission_words import STATES
from pages.parts.words import amount, plain
from program.conflicts.running import RUNNING
from program.text import lower_first
from program.vocabulary import KIND_COUNTERS, Basis, Kind
from storage.reading.provenance import Version

_WORDS = ("kind", "delivery", "organiser", "ward", "school", "basis")


def show(row: dict[str, Any], closed: Callable[[], None]) -> None:
    """Open a window with one row of `storage.reading.activities`; `closed` is called when the reader closes it."""
    st.dialog(t("Một dòng số liệu"), width="medium", on_dismiss=closed)(_body)(row)


def lines(row: dict[str, Any]) -> list[tuple[str, str]]:
    """Heading and words of all that the row says, without what was not given."""
    headings = row_table.headings()
    found = [(headings["unit_name"], row["unit_name"]), (t("Thời gian"), dates(row))]
    if row["basis"] != Basis.DETAIL:
        found.append((t("Tính vào ngày"), day(row["counted_on"])))
    found += [(headings[name], row_table.label(name, row[name])) for name in _WORDS if given(row[name])]
    numbers = [
        name for name in headings if name.startswith("att_") or name in ("attendances_total", "female")
    ]
    found += [(headings[name], number(row[name])) for name in ("count", *numbers) if given(row[name])]
    return found


def _body(row: dict[str, Any]) -> None:
    if given(row["title"]):
        st.markdown(f"**{plain(row['title'])}**")
    st.markdown("  \n".join(f"{plain(heading)}: **{plain(words)}**" for heading, words in lines(row)))
    if row["basis"] == RUNNING:
        st.markdown(running(row))
    found = storage.reading.provenance.provenance(results.engine(), int(row["id"]))
    st.divider()
    st.markdown("  \n".join(source(found.versions)))
    if row.get("review") == "provisional":
        st.markdown(t("**Tạm tính**: tệp này đang chờ duyệt hoặc đã trả lại đơn vị để sửa."))
    _source_file(int(row["submission_id"]), row["file_name"])
    if len(found.versions) > 1:
        st.markdown(f"**{t('Các lần nộp có dòng này')}**")
        st.markdown("\n".join(f"- {version_words(one)}" for one in found.versions))
    if found.decisions:
        st.markdown(f"**{t('Quyết định có liên quan')}**")
        st.markdown("\n".join(f"- {plain(decided_words(one))}" for one in found.decisions))


def running(row: dict[str, Any]) -> str:
    """What a running total says in its file, and why less of it counts here (Markdown)."""
    since, start, end = (row[name] for name in ("said_from", "start_date", "end_date"))
    counters = (("said_count", KIND_COUNTERS[Kind(row["kind"])]), ("said_attendances", "lượt"))
    said = ", ".join(amount(row[name], counter) for name, counter in counters if given(row[name]))
    return t(
        "Tệp ghi lũy kế từ {since} đến {end}: **{said}**. Phần đến {before} tính ở số của thời gian đó, dòng này chỉ "
        "tính phần tăng thêm.",
        since=day(since), end=day(end), before=day(start - timedelta(days=1)), said=said,
    )  # fmt: skip


def _source_file(submission: int, file_name: str) -> None:
    """The button that takes the file along, for those who may read it."""
    if storage.intake.submissions.readable(results.engine(), results.actor(), submission):
        source_file.button(t("Tải tệp nguồn"), submission, file_name, "row-source")


def source(versions: Sequence[Version]) -> list[str]:
    """The submission whose word counts now, and how to find the row in its file (Markdown)."""
    one = next(v for v in versions if v.held)
    said = t(
        "Nguồn: tệp **{file}**, trang **{sheet}**, dòng **{row}**; lần nộp số **{n}**, nộp lúc {when} ({who}).",
        file=plain(one.file_name), sheet=plain(one.sheet), row=number(one.row), n=number(one.submission_id),
        when=moment(one.uploaded_at), who=plain(permission.person(one.uploaded_by)),
    )  # fmt: skip
    if one.received_on is not None:
        said += " " + t("Cơ quan đầu mối nhận báo cáo ngày {day}.", day=day(one.received_on))
    how = t(
        "Xem trong tệp: mở tệp, chọn trang {sheet}, gõ A{row} vào ô tên ở góc trên bên trái rồi nhấn Enter.",
        sheet=plain(one.sheet), row=str(one.row),
    )  # fmt: skip
    return [said, how]


def version_words(one: Version) -> str:
    """What one submission said of the row (Markdown)."""
    said = t(
        "Lần nộp số {n} ({when}, {who})", n=number(one.submission_id), when=moment(one.uploaded_at),
        who=plain(permission.person(one.uploaded_by)),
    )  # fmt: skip
    if one.state != "accepted":
        said += ", " + t(STATES[one.state])
    place = {"sheet": one.sheet, "row": one.row}
    if one.changed:
        old, new = ({name: pair[i] for name, pair in one.changed.items()} for i in (0, 1))
        return f"{said}: {lower_first(difference(old | place, new | place))}"
    where = t("trang {sheet}, dòng {row}", sheet=plain(one.sheet), row=number(one.row))
    what = t("ghi lần đầu") if one.first else t("giữ nguyên")
    return f"{said}: {where}, {what}"
