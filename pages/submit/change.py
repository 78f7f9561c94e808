"""What accepting the file would do to the numbers: new, changed and unchanged rows, and their sums."""

from collections.abc import Sequence

import streamlit as st

from locales.forms import number
from locales.messages import t
from pages.parts.listing.row_words import difference
from pages.parts.shell.frame import note
from pages.parts.submission_words import rows
from pages.parts.words import amount, listed, plain
from program import units
from program.contract import TableKind
from program.submissions.counted import Counted
from program.text import sentence
from program.vocabulary import KIND_COUNTERS, KIND_LABELS, Kind
from storage.intake.submissions import Preview

CHANGES_SHOWN = 20
LINES_SHOWN = 30


def said(preview: Preview) -> str:
    """38 dòng mới, 2 dòng thay đổi, 1 dòng giữ nguyên; what there is none of is left out."""
    parts = [
        (preview.new, "{n} dòng mới"),
        (preview.changed, "{n} dòng thay đổi"),
        (preview.unchanged, "{n} dòng đã có, giữ nguyên"),
    ]
    return ", ".join(t(words, n=number(count)) for count, words in parts if count)


def draw(preview: Preview, lines: Sequence[Counted]) -> None:
    """Rows of each kind of table, the sums of what is counted, and old and new of what changes."""
    if preview.rereads:
        earlier = listed([number(one.id) for one in preview.rereads])
        st.markdown(
            t(
                "Chính tệp này đã được nhận (lần nộp số {earlier}) với câu trả lời hoặc ô sửa khác; nhận lần này thì "
                "thay cho lần đó.",
                earlier=earlier,
            )
        )
    if len(preview.by_kind) > 1 or TableKind.ACTIVITIES not in preview.by_kind:
        found = [
            rows(kind, change.new + change.changed + change.unchanged)
            for kind, change in preview.by_kind.items()
        ]
        st.markdown(sentence("; ".join(found)) + ".")
    if lines:
        st.table([_cells(line) for line in lines[:LINES_SHOWN]], border="horizontal", hide_index=True)
        if len(lines) > LINES_SHOWN:
            note(t("Còn {n} dòng nữa trong bảng này.", n=number(len(lines) - LINES_SHOWN)))
        if preview.overlaps:
            note(
                t(
                    "Bảng này là những gì tệp ghi. {n} kỳ có cả danh sách chi tiết và số tổng hợp, chỉ một trong hai "
                    "được tính: xem bên dưới.",
                    n=number(len(preview.overlaps)),
                )
            )
    if preview.changed_rows:
        with st.expander(t("Xem {n} dòng thay đổi: số cũ và số mới", n=number(preview.changed))):
            told = [difference(old, new) for old, new in preview.changed_rows[:CHANGES_SHOWN]]
            st.markdown("\n".join(f"- {line}" for line in told))
            if preview.changed > len(told):
                note(t("Còn {n} dòng nữa.", n=number(preview.changed - len(told))))


def _cells(line: Counted) -> dict[str, str]:
    kind = Kind(line.kind) if line.kind else None
    return {
        t("Đơn vị"): plain(units.label(line.unit, with_type=True)),
        t("Năm báo cáo"): str(line.year),
        t("Loại hoạt động"): t(KIND_LABELS[kind]) if kind else t("Không phát sinh"),
        t("Số lượng"): _count(line.count, kind),
        t("Lượt tham gia"): "" if line.attendances is None else number(line.attendances),
    }


def _count(count: int | None, kind: Kind | None) -> str:
    if count is None:
        return t("chưa rõ")
    return amount(count, KIND_COUNTERS[kind]) if kind else number(count)
