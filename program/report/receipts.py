"""The annex of received reports: every unit against the quarters it owed."""

from program.measures.analysis import Analysis
from program.report.facts import Facts
from program.report.parts import Column, Form, Row, Table, Value
from program.report.words import by_name, full
from program.reporting.timeliness import Cell, Sent


def tables(f: Facts) -> list[Table]:
    """Unit × quarter, a table for each tier of units."""
    made = []
    for tier in ("district", "commune"):
        own = [c for c in f.receipts if c.campaign.tier == tier]
        if own:
            made.append(_calendar(f, own, tier))
    return made


def _calendar(f: Facts, own: list[Cell], tier: str) -> Table:
    analysis, whose = f.analysis, " của các quận, huyện" if tier == "district" else " của các phường, xã"
    windows = list(dict.fromkeys(c.campaign.window for c in own))
    cells = {(c.unit, c.campaign.window.code): c for c in own}
    rows = []
    for unit in sorted(dict.fromkeys(c.unit for c in own), key=by_name):
        found = [cells.get((unit, w.code)) for w in windows]
        have = sum((unit, w.code) in analysis.arrivals.by for w in windows)
        rows.append(Row((full(unit), *(_said(analysis, c) for c in found), f"{have}/{len(windows)}")))
    return Table(
        f"reports-{tier}",
        f"Báo cáo quý đã nhận{whose if f.city else ''}",
        (
            Column("Đơn vị", Form.TEXT, share=2.4),
            *(
                Column(w.label.removeprefix("quý ").split("/")[0], Form.TEXT, w.code[:4], 0.8)
                for w in windows
            ),
            Column("Đã nhận", Form.TEXT, share=1.0),
        ),
        tuple(rows),
        (
            "x: đã nhận; 0: báo không phát sinh; M: nhận muộn; –: chưa nhận.",
            "Quý tính theo kỳ báo cáo (từ ngày 15 tháng trước đến ngày 14).",
        ),
        wide=len(windows) > 6,
    )


def _said(analysis: Analysis, cell: Cell | None) -> Value:
    if cell is None or (cell.unit, cell.campaign.window.code) not in analysis.arrivals.by:
        return "–"
    if analysis.arrivals.by[cell.unit, cell.campaign.window.code].declared_zero:
        return "0"
    return "M" if cell.sent == Sent.LATE else "x"
