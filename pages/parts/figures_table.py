"""The numbers behind a chart as a table that can be read out and copied; each number leads to its rows."""

from collections.abc import Callable, Iterable, Sequence
from html import escape

import streamlit as st

from locales.forms import percent
from locales.messages import t
from pages.parts import drill
from pages.parts.words import amount, name_of, period_name, status_words
from program import units
from program.figures import Progress
from program.filters import Filters
from program.overview import Seats
from program.quarters import QUARTERS
from program.unit_view import UnitsView
from program.vocabulary import AUDIENCE_LABELS, INDICATORS, Kind

_KINDS = (Kind.TRAINING_CLASS, Kind.COMMUNICATION_SESSION)
_RULE = "border:0;border-bottom:1px solid color-mix(in srgb, currentColor 18%, transparent)"
_CELL = f"padding:5px 14px 5px 0;{_RULE}"
# A wide table slides within itself, and by keyboard too: the page never goes sideways.
_FRAME = "overflow-x:auto;font-size:14px;line-height:1.4"


def offer(ranked: Sequence[Progress], view: Filters, key: str) -> None:
    """Units side by side: done, due by now, target, pace, status. What is not known stays blank."""
    if ranked and (fold := _opened(key)):
        lines = [(units.label(p.unit, with_type=True), p) for p in ranked]
        fold.html(_progress(t("Đơn vị"), lines, view))


def indicators(
    found: Sequence[Progress], view: Filters, key: str, below: Callable[[], None] | None = None
) -> None:
    """Indicators of one unit or the city, in the same columns; `below` draws what stands under the table."""
    if found and (fold := _opened(key)):
        fold.html(_progress(t("Chỉ tiêu"), [(name_of(p), p) for p in found], view))
        _under(fold, below)


def audiences(
    seats: dict[Kind, Seats], view: Filters, key: str, below: Callable[[], None] | None = None
) -> None:
    """Attendances by audience, in classes and in sessions, never summed; the last row is all of a kind."""
    if not any(seats[kind].total for kind in _KINDS) or not (fold := _opened(key)):
        return
    lines = [
        (
            t(label),
            *(
                drill.anchor(
                    amount(seats[kind].by_audience[audience], "lượt"), drill.of_kind(view, kind, audience)
                )
                for kind in _KINDS
            ),
        )
        for audience, label in AUDIENCE_LABELS.items()
    ]
    if any(seats[kind].by_audience[None] for kind in _KINDS):
        undivided = (
            drill.anchor(amount(seats[kind].by_audience[None], "lượt"), drill.undivided(view, kind))
            for kind in _KINDS
        )
        lines.append((t("Chưa phân đối tượng"), *undivided))
    every = (drill.anchor(amount(seats[kind].total, "lượt"), drill.of_kind(view, kind)) for kind in _KINDS)
    lines.append((t("Mọi đối tượng"), *every))
    heads = (t("Đối tượng"), t("Trong lớp tập huấn"), t("Trong buổi truyền thông"))
    fold.html(table(heads, lines))
    _under(fold, below)


def quarters(shown: UnitsView, view: Filters, code: str, key: str) -> None:
    """Unit × quarter: a number where reported, words where not, blank where nothing was due."""
    known = {quarter for _, quarter in shown.cells}
    asked = [q for q in QUARTERS if q.code in known]
    if not asked or not (fold := _opened(key)):
        return
    indicator = INDICATORS[code]

    def cell(unit: str, quarter: str) -> str:
        value = shown.cells.get((unit, quarter))
        if value is None:
            return escape(t("chưa báo cáo")) if (unit, quarter) in shown.cells else ""
        period = next(q for q in asked if q.code == quarter)
        return drill.anchor(amount(value, indicator.counter), drill.of_quarter(view, unit, indicator, period))

    lines = [
        (units.label(p.unit, with_type=True), *(cell(p.unit, q.code) for q in asked)) for p in shown.ranked
    ]
    fold.html(table((t("Đơn vị"), *(period_name(q) for q in asked)), lines))


def _under(fold: "st.delta_generator.DeltaGenerator", below: Callable[[], None] | None) -> None:
    if below is not None:
        with fold:
            below()


def _opened(key: str) -> "st.delta_generator.DeltaGenerator | None":
    """The fold, if the reader opened it: what it holds is made then."""
    fold = st.expander(t("Bảng số liệu"), key=key, on_change="rerun", type="compact")
    return fold if fold.open else None


def _progress(of: str, lines: Iterable[tuple[str, Progress]], view: Filters) -> str:
    heads = (of, t("Thực hiện"), t("Đến nay phải có"), t("Chỉ tiêu"), t("So với kế hoạch"), t("Tình trạng"))
    rows = []
    for name, p in lines:
        counter = p.indicator.counter
        value = "" if p.value is None else drill.anchor(amount(p.value, counter), drill.of_progress(p, view))
        due, target = ("" if v is None else escape(amount(v, counter)) for v in (p.expected, p.target))
        pace = "" if p.pace is None else percent(p.pace)
        rows.append((name, value, due, target, pace, status_words(p.status)))
    return table(heads, rows)


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
