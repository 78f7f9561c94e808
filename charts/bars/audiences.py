"""Attendances by audience: classes apart from sessions, two panels on one scale of lượt."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.base import NARROW, Figure, Part, axis, bars, empty, figure, hover_rows, note, pixels
from charts.theme import Palette
from charts.words import bold, safe, width
from locales.forms import number
from locales.messages import t

_HEAD = 32
_PITCH = 46
_BAR = 14
_AFTER_PRIORITY = 14
# Shares of the width that one panel takes; the rest is the gutter.
_PANEL = 0.48


@dataclass(frozen=True)
class AudienceRow:
    """Attendances (seats taken, not people) of one audience, None where nobody said how many. `priority` marks
    the groups that the city's plan puts first; they stand first and are blue."""

    name: str
    in_classes: int | None
    in_sessions: int | None
    priority: bool = False


def in_order(rows: Sequence[AudienceRow], unspecified: tuple[int, int]) -> list[AudienceRow]:
    """The rows as drawn: priority groups first, what no audience was given for last."""
    ordered = sorted(rows, key=lambda r: not r.priority)
    if any(unspecified):
        ordered.append(AudienceRow(t("Chưa phân đối tượng"), *unspecified))
    return ordered


def audiences(rows: Sequence[AudienceRow], palette: Palette, unspecified: tuple[int, int] = (0, 0)) -> Figure:
    """The figure of the rows; `unspecified` are the attendances in classes and in sessions that no
    audience was given for, a row of its own when there are any. Classes and sessions are never summed."""
    ordered = in_order(rows, unspecified)
    if not ordered:
        return empty(palette)
    places, y = [], float(_HEAD)
    for i, row in enumerate(ordered):
        if i and ordered[i - 1].priority and not row.priority:
            y += _AFTER_PRIORITY
        places.append((y, row))
        y += _PITCH
    most = max(max(r.in_classes or 0, r.in_sessions or 0) for r in ordered)
    panel = NARROW * _PANEL
    words = width(number(most)) + 8
    span = axis(range=[0, max(most, 1) * panel / (panel - words)])
    notes = [
        note(0, -top - 9, bold(safe(row.name)) if row.priority else safe(row.name), palette, xref="paper")
        for top, row in places
    ]
    data: list[Part] = []
    shapes: list[Part] = []
    tones = [palette.data if r.priority else palette.context for r in ordered]
    titles = (t("Trong <b>lớp</b> tập huấn"), t("Trong <b>buổi</b> truyền thông"))
    middles = [-top - 27 for top, _ in places]
    for i, name in enumerate(("x", "x2")):
        values = [(r.in_classes, r.in_sessions)[i] for r in ordered]
        where = t("trong lớp tập huấn") if i == 0 else t("trong buổi truyền thông")
        texts = [f"{bold(safe(r.name))}<br>{_said(v)} {where}" for r, v in zip(ordered, values, strict=True)]
        data.append(
            bars(middles, [v or 0 for v in values], tones, _BAR, xaxis=name, meta=("classes", "sessions")[i])
        )
        data.append(hover_rows(middles, texts, 36, span["range"][1]) | {"xaxis": name})
        notes.append(note(0, -10, titles[i], palette, xref=name, color=palette.muted))
        notes += [
            note(v or 0, m, _unknown() if v is None else number(v), palette, xref=name, xshift=5)
            for v, m in zip(values, middles, strict=True)
        ]
        shapes.append(_zero(middles, name, palette))
    return figure(
        data,
        palette,
        y,
        barmode="overlay",
        annotations=notes,
        shapes=shapes,
        xaxis=span | {"domain": [0, _PANEL]},
        xaxis2=span | {"domain": [1 - _PANEL, 1], "anchor": "y"},
        yaxis=pixels(y),
    )


def _unknown() -> str:
    return t("chưa rõ")


def _said(value: int | None) -> str:
    return t("chưa rõ số lượt") if value is None else t("{value} lượt", value=number(value))


def _zero(middles: Sequence[float], panel: str, palette: Palette) -> Part:
    """The line bars start from, beside the bars alone: between them stand names, which may reach into the next panel."""
    beside = " ".join(f"M0,{m + _BAR / 2 + 1} L0,{m - _BAR}" for m in middles)
    line = {"color": palette.rule, "width": 1}
    return {"type": "path", "path": beside, "xref": panel, "yref": "y", "line": line}


def alt(rows: Sequence[AudienceRow], unspecified: tuple[int, int] = (0, 0)) -> str:
    """The rows as one sentence each, classes apart from sessions."""
    ordered = in_order(rows, unspecified)
    if not ordered:
        return t("Chưa có số liệu")
    found = [
        t(
            "{name}: {classes} trong lớp, {sessions} trong buổi",
            name=r.name,
            classes=_said(r.in_classes),
            sessions=_said(r.in_sessions),
        )
        for r in ordered
    ]
    return "; ".join(found) + "."
