"""One figure a row on one scale, the largest first; a row for comparison stands above them in grey."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.base import NARROW, Figure, Part, axis, bars, empty, figure, hover_rows, note, pixels, shape
from charts.theme import SMALL, Palette
from charts.words import bold, safe, width, wrap
from locales.messages import t

_LINE = 18
_BAR = 12
_AFTER = 18


@dataclass(frozen=True)
class RankedRow:
    """One row: the value, the figure as printed ("12,3 lượt"), and what it rests on ("49.000 trẻ em,
    2024"). `context` marks the row for comparison: grey."""

    name: str
    value: float
    text: str
    basis: str = ""
    context: bool = False


def ranked(rows: Sequence[RankedRow], palette: Palette) -> Figure:
    """The figure of the rows in the order given, bars from zero; a row for comparison has a line down
    through those below it."""
    if not rows:
        return empty(palette)
    most = max(*(r.value for r in rows), 0.0) or 1.0
    reach = most * NARROW / (NARROW - max(width(r.text) for r in rows) - 8)
    notes: list[Part] = []
    middles: list[float] = []
    y = 2.0
    for row in rows:
        lines = wrap(row.name, max(120, NARROW - 12 - width(row.basis, SMALL)))
        name = "<br>".join(safe(line) for line in lines)
        shown = name if row.context else bold(name)
        notes.append(note(0, -(y + len(lines) * _LINE / 2), shown, palette, xref="paper"))
        if row.basis:
            at = -(y + (len(lines) - 0.5) * _LINE)
            notes.append(
                note(1, at, safe(row.basis), palette, "right", SMALL, xref="paper", bgcolor=palette.page)
            )
        y += len(lines) * _LINE + 9
        middles.append(-y)
        notes.append(note(row.value, -y, safe(row.text), palette, xshift=5, bgcolor=palette.page))
        y += _AFTER
    height = y - 6
    lines_down = [
        shape(
            "line",
            (r.value, r.value),
            (m - _BAR / 2, -height),
            palette.context,
            dash="3px,3px",
            layer="below",
        )
        for r, m in zip(rows, middles, strict=True)
        if r.context and len(rows) > 1
    ]
    tones = [palette.context if r.context else palette.data for r in rows]
    hovers = [
        "<br>".join(part for part in (bold(safe(r.name)), safe(r.text), safe(r.basis)) if part) for r in rows
    ]
    return figure(
        [bars(middles, [r.value for r in rows], tones, _BAR, meta="value"),
         hover_rows([m + 8 for m in middles], hovers, 42, reach)],
        palette,
        height,
        barmode="overlay",
        annotations=notes,
        shapes=lines_down,
        xaxis=axis(range=[0, reach]),
        yaxis=pixels(height),
    )  # fmt: skip


def alt(rows: Sequence[RankedRow]) -> str:
    """The rows as one sentence each."""
    if not rows:
        return t("Chưa có số liệu")
    found = [f"{r.name}: {r.text}" + (f" ({r.basis})" if r.basis else "") for r in rows]
    return "; ".join(found) + "."
