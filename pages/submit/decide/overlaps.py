"""A summary beside the detailed list of the same days: both numbers, what counts now, the choice."""

from collections.abc import Sequence

import streamlit as st

from locales.forms import day, number
from locales.messages import t
from pages.parts.conflicts import deciding
from pages.parts.conflicts.words import difference
from pages.parts.listing.paging import page_of
from pages.parts.words import amount, plain
from program import units
from program.conflicts.overlaps import BasisDecision, Overlap
from program.text import lower_first
from program.vocabulary import KIND_COUNTERS, KIND_LABELS, Kind

DETAIL, SUMMARY = "detail", "summary"


def draw(found: Sequence[Overlap], scope: str) -> None:
    """Every period with its choice, ten at a time."""
    for place, one in enumerate(page_of(found, f"overlaps-{scope}")):
        if place:
            st.divider()
        _numbers(one)
        deciding.draw(
            key_of(one, scope), t("Kỳ này tính theo"),
            {DETAIL: t("Danh sách chi tiết, như đang tính"), SUMMARY: t("Số tổng hợp, thay cho danh sách chi tiết")},
        )  # fmt: skip


def decision(one: Overlap, scope: str) -> BasisDecision | None:
    """What was decided about a period, whether it is shown now or not; None without a reason."""
    verdict = deciding.read(key_of(one, scope))
    if verdict.state != "made":
        return None
    return BasisDecision(one.unit, one.kind, one.start, one.end, verdict.value, verdict.reason)  # type: ignore[arg-type]


def key_of(one: Overlap, scope: str) -> str:
    """The name of a period's choice within a scope."""
    return f"basis-{scope}-{one.unit}-{one.kind}-{one.start}-{one.end}"


def named(one: Overlap) -> str:
    """Quận Hải Châu, lớp tập huấn, 15-12-2022 đến 14-3-2023 (Markdown)."""
    kind = lower_first(t(KIND_LABELS[Kind(one.kind)]))
    days = t("{start} đến {end}", start=day(one.start), end=day(one.end))
    return plain(f"{units.label(one.unit, with_type=True)}, {kind}, {days}")


def _numbers(one: Overlap) -> None:
    st.markdown(f"**{named(one)}**")
    counter = KIND_COUNTERS[Kind(one.kind)]
    lines = [
        (t("Danh sách chi tiết"), one.listed, one.listed_seats, t("đang được tính")),
        (t("Số tổng hợp"), one.summed, one.summed_seats, t("để riêng, chưa tính")),
    ]
    table = [
        {
            t("Nguồn số liệu"): name,
            t("Số lượng"): t("chưa rõ") if count is None else amount(count, counter),
            t("Lượt tham gia"): number(seats),
            t("Cách tính hiện nay"): state,
        }
        for name, count, seats, state in lines
    ]
    st.table(table, border="horizontal", hide_index=True, width="content")
    st.markdown(t("Số tổng hợp {difference}.", difference=difference(one)))
