"""Unit × campaign: on time, late, received on a day not known, declared zero, missing. One grammar with
`charts.grids.heat`: hatched is what is not reported, framed 0 a report of nothing, blank what is not due or not
expected. Districts and the wards and communes of 1-7-2025 owe different campaigns, so each tier is a figure of its own,
side by side where there is room: the new units right of the line of that day, their names left of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.base import CLEAR, Figure, Part, axis, empty, figure, hatch, note, pixels, shape
from charts.grids.heat import HeatColumn
from charts.grids.sent_words import SIGNS, ZERO, dates, said
from charts.theme import SIZE, SMALL, Palette
from charts.words import bold, safe, width
from locales.forms import NO_BREAK_SPACE, day, number
from locales.messages import t
from program.reporting.timeliness import RECEIVED, Cell, Sent
from program.units import BREAK
from program.vocabulary import Status

_NAME = 22
_BOX = 24
_DAYS = 15
_GAP = 6
_SIDE = 56
_HEAD = 56
# What keeps a name off the line.
_AWAY = 12
_DRAWN = (*RECEIVED, Sent.MISSING)
# What only a narrow screen needs; `pages.parts.shell.browser.style` hides it elsewhere.
NARROW_ONLY = "narrow-only"


@dataclass(frozen=True)
class CalendarRow:
    """One unit: what became of each campaign (None: no report was expected), received and expected."""

    name: str
    cells: Sequence[Cell | None]
    received: int
    expected: int


@dataclass(frozen=True)
class _At:
    column: int
    top: float
    cell: Cell
    hover: str


def calendar(columns: Sequence[HeatColumn], rows: Sequence[CalendarRow], palette: Palette) -> Figure:
    """The figure of one tier: of campaigns that all ended before 1-7-2025, or all on that day or later. Days that
    would not fit their cell on a narrow screen are left out by the browser, all of them; the sign and the hover text
    stay."""
    if not columns or not rows:
        return empty(palette)
    new = columns[0].end >= BREAK
    left = round(max(width(row.name, SIZE) for row in rows)) + _AWAY if new else 0
    at, notes, lines, top = [], _heads(columns, palette), [], float(_HEAD)
    for row in rows:
        if new:
            notes.append(note(-0.5, -(top + _BOX / 2), safe(row.name), palette, "right", xshift=-8))
        else:
            notes.append(note(0, -(top + _NAME / 2), safe(row.name), palette, xref="paper"))
            top += _NAME
        at += _row(columns, row, top)
        notes.append(_count(row, top, palette))
        top += _pitch(row)
    if new:
        words = t("từ {day}: phường, xã, đặc khu mới", day=day(BREAK))
        notes.append(note(0, -9, words, palette, size=SMALL, xref="paper", xshift=-left))
        lines.append(shape("line", (-0.5, -0.5), (-18, -top), palette.muted, width=1.5))
    return figure(
        _marks(at, palette),
        palette,
        top,
        barmode="overlay",
        annotations=notes,
        shapes=lines,
        margin={"l": left, "r": _SIDE, "t": 0, "b": 0, "pad": 0},
        xaxis=axis(range=[-0.5, len(columns) - 0.5]),
        yaxis=pixels(top),
        uniformtext={"minsize": SMALL, "mode": "hide"},
    )


def _pitch(row: CalendarRow) -> int:
    """Days take room below a row only where it has some: the calendar of all units fits one sheet of paper."""
    return (
        _BOX + _GAP + (_DAYS if any(c is not None and c.sent in _DRAWN and c.days for c in row.cells) else 0)
    )


def _row(columns: Sequence[HeatColumn], row: CalendarRow, top: float) -> list[_At]:
    return [
        _At(j, top, cell, f"{bold(safe(row.name))}<br>{safe(column.title)}: {said(cell)}<br>{dates(cell)}")
        for j, (column, cell) in enumerate(zip(columns, row.cells, strict=True))
        if cell is not None and cell.sent in _DRAWN
    ]


def _count(row: CalendarRow, top: float, palette: Palette) -> Part:
    words = f"{number(row.received)}/{number(row.expected)}"
    return note(len(row.cells) - 0.5, -(top + _BOX / 2), words, palette, xshift=8)


def _heads(columns: Sequence[HeatColumn], palette: Palette) -> list[Part]:
    found = [note(len(columns) - 0.5, -(_HEAD - 10), t("đã nhận"), palette, size=SMALL, xshift=8)]
    for j, column in enumerate(columns):
        found.append(note(j, -(_HEAD - 10), safe(column.label), palette, "center", SMALL))
        if column.group and (not j or columns[j - 1].group != column.group):
            found.append(note(j - 0.46, -(_HEAD - 27), bold(safe(column.group)), palette, size=SMALL))
    return found


def _marks(at: Sequence[_At], palette: Palette) -> list[Part]:
    """A trace for each look, whatever the number of cells, and one for the days below them."""
    plain = [a for a in at if not a.cell.declared_zero]
    amber = palette.tint[Status.NEEDS_ACCELERATION]
    frame = {"line": {"color": palette.muted, "width": 1}}
    zeros = [a for a in at if a.cell.declared_zero]
    late = [amber if a.cell.sent == Sent.LATE else CLEAR for a in zeros]
    hatched = {"color": palette.page, "pattern": hatch(palette, palette.muted)}
    traces = [
        _boxes(_of(plain, Sent.ON_TIME), "on-time", {"color": palette.tint[Status.ON_TRACK]}, palette),
        _boxes(_of(plain, Sent.LATE), "late", {"color": amber}, palette),
        _boxes(_of(plain, Sent.DAY_UNKNOWN), "unknown", {"color": palette.track}, palette),
        _boxes(zeros, "zero", {"color": late} | frame, palette),
        _boxes(_of(plain, Sent.MISSING), "missing", hatched, palette) | {"text": None},
        _under([a for a in at if a.cell.days], palette),
    ]
    return [trace for trace in traces if trace["x"]]


def _of(at: Sequence[_At], sent: Sent) -> list[_At]:
    return [a for a in at if a.cell.sent == sent]


def _boxes(at: Sequence[_At], meta: str, marker: Part, palette: Palette) -> Part:
    return {
        "type": "bar",
        "meta": meta,
        "x": [a.column for a in at],
        "y": [_BOX] * len(at),
        "base": [-(a.top + _BOX) for a in at],
        "width": 0.9,
        "marker": {"line": {"width": 0}} | marker,
        "hoverinfo": "text",
        "hovertext": [a.hover for a in at],
        "text": [ZERO if a.cell.declared_zero else SIGNS[a.cell.sent] for a in at],
        **_lettering(palette),
    }


def _under(at: Sequence[_At], palette: Palette) -> Part:
    """The days, blown up with blanks to one width: the browser shows all of them or none."""
    texts = [number(a.cell.days or 0) for a in at]
    blank = width(NO_BREAK_SPACE, SMALL)
    widest = max((width(text, SMALL) for text in texts), default=0)
    sides = [NO_BREAK_SPACE * round((widest - width(text, SMALL)) / 2 / blank) for text in texts]
    return {
        "type": "bar",
        "meta": "days",
        "x": [a.column for a in at],
        # Taller than the words, or the browser takes them for too large; the bar itself is not seen.
        "y": [2 * _DAYS] * len(at),
        "base": [-(a.top + _BOX + 1.5 * _DAYS) for a in at],
        "width": 1,
        "marker": {"color": CLEAR, "line": {"width": 0}},
        "hoverinfo": "skip",
        "text": [f"{side}{text}{side}" for side, text in zip(sides, texts, strict=True)],
        **_lettering(palette),
    }


def _lettering(palette: Palette) -> Part:
    return {
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "inside",
        "textfont": {"size": SMALL, "color": palette.text},
    }


def key(palette: Palette) -> str:
    """The signs in words, as HTML for above the figure."""
    lines = f"repeating-linear-gradient(135deg,{palette.muted} 0 1px,transparent 1px 5px)"
    frame = f"box-shadow:inset 0 0 0 1px {palette.muted}"
    signs = (
        (f"background:{palette.tint[Status.ON_TRACK]}", SIGNS[Sent.ON_TIME], t("đúng hạn")),
        (f"background:{palette.tint[Status.NEEDS_ACCELERATION]}", SIGNS[Sent.LATE], t("nộp muộn")),
        (f"background:{palette.track}", SIGNS[Sent.DAY_UNKNOWN], t("không rõ ngày nhận")),
        (frame, ZERO, t("báo cáo không phát sinh")),
        (f"background:{lines}", "", t("chưa nộp")),
        ("width:0;margin:0", "", t("để trống: chưa đến hạn hoặc không phải nộp")),
        ("width:0;margin:0", "", t("số dưới ô: số ngày muộn, quá hạn")),
    )  # fmt: skip
    swatch = (
        f"display:inline-block;width:26px;height:18px;margin-right:7px;text-align:center;line-height:18px;"
        f"font-size:{SMALL}px;vertical-align:-3px;color:{palette.text}"
    )
    items = "".join(
        f"<span><span style='{swatch};{css}'>{sign or NO_BREAK_SPACE}</span>{safe(words)}</span>"
        for css, sign, words in signs
    )
    items += f"<span class='{NARROW_ONLY}'>{safe(t('ô hẹp: chạm để xem số ngày'))}</span>"
    row = f"font-size:{SIZE}px;color:{palette.muted};display:flex;flex-wrap:wrap;gap:6px 20px"
    return f"<div style='{row}'>{items}</div>"


def alt(rows: Sequence[CalendarRow]) -> str:
    """What came of each unit's reports, in one sentence each."""
    if not rows:
        return t("Chưa có số liệu")
    found = []
    for row in rows:
        late = sum(c is not None and c.sent == Sent.LATE for c in row.cells)
        words = t(
            "{name}: {received}/{expected} báo cáo",
            name=row.name,
            received=row.received,
            expected=row.expected,
        )
        found.append(words + (", " + t("{n} nộp muộn", n=number(late)) if late else ""))
    return "; ".join(found) + "."
