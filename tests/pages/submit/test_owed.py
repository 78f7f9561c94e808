"""The first sentence of *Nộp báo cáo*: what is owed, by the same cells as *Tình hình nộp*."""

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from pages.submit.owed import finding
from program.reporting.tally import tally
from program.reporting.timeliness import Arrival, Arrivals, Campaign, Receipt, cells
from program.reporting.view import ReportingView

OLD = "492"


def view(as_of: date, missing: set[tuple[str, str]]) -> ReportingView:
    """All quarters, every one reported in time but for those `missing`."""
    every = cells(Arrivals({}), "quarter", as_of)
    came = {place: Arrival(Receipt(c.campaign.window.end, True, 1, "a.xlsx")) for place, c in every.items()}
    by = {place: arrival for place, arrival in came.items() if place not in missing}
    found = cells(Arrivals(by), "quarter", as_of)
    ended = [c for c in found.values() if c.deadline < as_of]
    shown: Campaign | None = max((c.campaign for c in ended), key=lambda c: c.window.end, default=None)
    rows = [c for c in ended if c.campaign == shown]
    return cast(ReportingView, SimpleNamespace(cells=found, shown=shown, rows=rows, counts=tally(rows)))


@pytest.mark.parametrize(
    ("as_of", "missing", "own", "said"),
    [
        ((2024, 7, 6), {(OLD, "2024-Q2")}, {OLD}, "Quận Hải Châu còn thiếu báo cáo quý II/2024, quá hạn 12 ngày"),
        ((2024, 7, 6), {(OLD, "2024-Q2"), (OLD, "2022-Q1")}, {OLD}, "Quận Hải Châu còn thiếu 2 báo cáo: quý I/2022 và quý II/2024"),
        ((2024, 7, 6), {(OLD, "2024-Q2"), ("493", "2024-Q2")}, {OLD, "493"}, "2 đơn vị còn thiếu 2 báo cáo: quý II/2024 (quận Hải Châu) và quý II/2024 (quận Sơn Trà)"),
        ((2024, 7, 6), {("493", "2024-Q2")}, {OLD}, "Quận Hải Châu đã nộp đủ; báo cáo tới: quý III/2024, hạn 24-9-2024"),
        ((2024, 6, 20), {(OLD, "2024-Q2")}, {OLD}, "Quận Hải Châu đã nộp đủ; báo cáo tới: quý II/2024, hạn 24-6-2024"),
        ((2026, 7, 6), set(), {OLD}, "Quận Hải Châu đã nộp đủ báo cáo"),
        ((2024, 7, 6), set(), {"SO-YT"}, ""),
        ((2024, 7, 6), {(OLD, "2024-Q2")}, None, "Quận Hải Châu còn thiếu báo cáo quý II/2024, quá hạn 12 ngày"),
        ((2024, 7, 6), set(), None, "Không còn đơn vị nào thiếu báo cáo quý II/2024"),
        ((2024, 7, 6), {(u, "2024-Q2") for u in ("490", "491", OLD, "493")}, None, "4 đơn vị còn thiếu báo cáo quý II/2024, quá hạn 12 ngày"),
        ((2021, 6, 6), set(), None, ""),
    ],
)  # fmt: skip
def test_it_says_who_owes_what_since_when(
    as_of: tuple[int, int, int], missing: Any, own: set[str] | None, said: str
) -> None:
    found = finding([view(date(*as_of), missing)], own)
    assert found.replace("\u2011", "-").replace("\u00a0", " ") == said
