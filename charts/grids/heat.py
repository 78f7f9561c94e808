"""Unit × period: a shade for a value, a framed 0 for a declared zero, hatching for silence, blank for
what is not due; the last column says how many of the reports due were received."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from charts.base import CLEAR, NARROW, Figure, Part, axis, empty, figure, hatch, note, pixels, shape
from charts.theme import SIZE, SMALL, Palette
from charts.words import bold, safe, width
from charts.written import texts
from locales.forms import day, number
from locales.messages import t
from program.units import BREAK
from program.views.by_quarter import NoNumber

_NAME = 18
_CELL = 24
_GAP = 6
_SIDE = 56
# What keeps a name off the first cell, and the least width of a cell beside names.
_AWAY = 10
_LEAST = 28
_DAYS = 36
# How wide the figure must be to show digits that do not fit the narrowest screen, one of these: their trace has a name
# of its own in the page (`FROM`), and `pages.parts.shell.browser.style` hides it below that width.
WIDTHS = range(350, 1251, 50)
FROM = "from{}"


@dataclass(frozen=True)
class HeatColumn:
    """One period: its short name ("II"), the group it belongs to ("2023"), its full name for people
    ("quý II/2023") and its last day, which says on which side of 1-7-2025 it counts."""

    label: str
    group: str
    title: str
    end: date


@dataclass(frozen=True)
class HeatRow:
    """One unit: a value (0 is a report of nothing) or why there is none for each column, reports received and due.
    Of one unit by itself a row is a kind of activity: it has its own `counter`, and its `total` stands where the
    reports would."""

    name: str
    cells: Sequence[float | NoNumber]
    received: int = 0
    due: int = 0
    total: int | None = None
    counter: str = ""

    @property
    def last(self) -> str:
        """What stands right of the cells."""
        return f"{self.received}/{self.due}" if self.total is None else number(self.total)


@dataclass(frozen=True)
class _At:
    column: int
    y: float
    cell: float | NoNumber
    hover: str


def heat(columns: Sequence[HeatColumn], rows: Sequence[HeatRow], palette: Palette, counter: str) -> Figure:
    """The figure of the rows; `counter` is the word after a value ("lớp"). Values that would not fit
    their cells on a narrow screen are not shown there, none of them: some shown and some not would read as
    missing values; the shades and the hover texts stay."""
    if not columns or not rows:
        return empty(palette)
    turn = next((i for i, c in enumerate(columns) if c.end >= BREAK), None)
    turn = turn or None
    # A few columns are no wider than many: the reports stand beside them.
    reach = 1.0 if turn else min(1.0, 0.5 + 0.08 * len(columns))
    left = _left(rows, len(columns) / reach)
    above = 0 if left else _NAME
    head = _DAYS + (20 if turn else 0)
    height = head + (above + _CELL + _GAP) * len(rows)
    cells, notes = [], _heads(columns, rows[0].total is not None, head, palette)
    for i, row in enumerate(rows):
        top = head + i * (above + _CELL + _GAP)
        middle = -(top + above + _CELL / 2)
        beside = middle if left else -(top + _NAME / 2 - 1)
        notes.append(note(0, beside, safe(row.name), palette, xref="paper", xshift=-left))
        notes.append(note(len(columns) - 0.5, middle, row.last, palette, xshift=8))
        for j, (column, cell) in enumerate(zip(columns, row.cells, strict=True)):
            cells.append(_At(j, middle, cell, _hover(row, column, cell, row.counter or counter)))
    shapes = []
    if turn:
        right = turn > len(columns) / 2
        words = t("từ {day}: phường, xã, đặc khu mới", day=day(BREAK))
        shapes.append(shape("line", (turn - 0.5, turn - 0.5), (0, -height), palette.muted, width=1.5))
        anchor = {"xref": "x", "xshift": -5 if right else 5}
        notes.append(note(turn - 0.5, -9, words, palette, "right" if right else "left", SMALL, **anchor))
    values = [c.cell for c in cells if not isinstance(c.cell, NoNumber)]
    written, apart = _written(cells, len(columns) / reach, left + _SIDE, palette)
    return figure(
        [*_marks(cells, max(values, default=0), palette), *apart],
        palette,
        height,
        barmode="overlay",
        annotations=[*notes, *written],
        shapes=shapes,
        margin={"l": left, "r": _SIDE, "t": 0, "b": 0, "pad": 0},
        xaxis=axis(range=[-0.5, len(columns) - 0.5], domain=[0, reach]),
        yaxis=pixels(height),
    )


def _left(rows: Sequence[HeatRow], columns: float) -> int:
    """Room for the names left of the cells, in pixels, where so few columns leave it on the narrowest screen; else 0:
    names stand above their cells, in nearly twice the height."""
    left = round(max(width(row.name, SIZE) for row in rows)) + _AWAY
    return left if NARROW - left - _SIDE >= columns * _LEAST else 0


def _heads(columns: Sequence[HeatColumn], totals: bool, head: int, palette: Palette) -> list[Part]:
    last = t("cộng") if totals else t("báo cáo")
    found = [note(len(columns) - 0.5, -(head - 10), last, palette, size=SMALL, xshift=8)]
    for j, column in enumerate(columns):
        found.append(note(j, -(head - 10), safe(column.label), palette, "center", SMALL))
        if not j or columns[j - 1].group != column.group:
            found.append(note(j - 0.46, -(head - 27), bold(safe(column.group)), palette, size=SMALL))
    return found


def _marks(cells: Sequence[_At], most: float, palette: Palette) -> list[Part]:
    """Four traces at most, whatever the number of cells: values, zeros, numbers that nobody told, silence."""
    valued = [c for c in cells if not isinstance(c.cell, NoNumber) and c.cell > 0]
    zeros = [c for c in cells if not isinstance(c.cell, NoNumber) and c.cell <= 0]
    silent = [c for c in cells if c.cell == NoNumber.SILENT]
    untold = [c for c in cells if c.cell == NoNumber.UNTOLD]
    frame = {"color": palette.muted, "width": 1}
    pattern = hatch(palette, palette.muted)
    traces = [
        _boxes(valued, "value", {"color": [palette.heat[_step(c.cell, most)] for c in valued]}, 0.94, 0),
        _boxes(zeros, "zero", {"color": CLEAR, "line": frame}, 0.86, 1),
        _boxes(untold, "untold", {"color": CLEAR}, 0.86, 1),
        _boxes(silent, "silent", {"color": palette.page, "pattern": pattern}, 0.94, 0),
    ]
    return [trace for trace in traces if trace["x"]]


def _step(cell: float | NoNumber, most: float) -> int:
    return min(3, int(4 * float(cell) / most)) if most > 0 and not isinstance(cell, NoNumber) else 0


def _boxes(cells: Sequence[_At], meta: str, marker: Part, wide: float, inset: float) -> Part:
    return {
        "type": "bar",
        "meta": meta,
        "x": [c.column for c in cells],
        "y": [_CELL - 2 * inset] * len(cells),
        "base": [c.y - _CELL / 2 + inset for c in cells],
        "width": wide,
        "marker": {"line": {"width": 0}} | marker,
        "hoverinfo": "text",
        "hovertext": [c.hover for c in cells],
    }


def _written(
    cells: Sequence[_At], columns: float, sides: int, palette: Palette
) -> tuple[list[Part], list[Part]]:
    """What is written in the cells of so many columns, with so much beside them: notes for any width, and a trace for
    those wide enough."""
    signs: list[Part] = []
    numbers: list[Part] = []
    for at in cells:
        valued = not isinstance(at.cell, NoNumber)
        if valued or at.cell == NoNumber.UNTOLD:
            said = number(at.cell) if not isinstance(at.cell, NoNumber) else "?"
            one = note(at.column, at.y, said, palette, "center", SMALL, color=palette.text)
            (numbers if valued and at.cell else signs).append(one)
    needed = (max((width(one["text"], SMALL) for one in numbers), default=0) + 2) * columns + sides
    if needed <= NARROW:
        return [*signs, *numbers], []
    enough = next((w for w in WIDTHS if w >= needed), WIDTHS[-1])
    return signs, [texts("x", numbers) | {"uid": FROM.format(enough)}]


def _hover(row: HeatRow, column: HeatColumn, cell: float | NoNumber, counter: str) -> str:
    if cell == NoNumber.SILENT:
        words = t("chưa báo cáo")
    elif cell == NoNumber.UNTOLD:
        words = t("có báo cáo, chưa rõ số {counter}", counter=safe(counter))
    elif isinstance(cell, NoNumber):
        words = t("chưa đến kỳ")
    elif cell <= 0:
        words = t("có báo cáo, không phát sinh")
    else:
        words = f"{number(cell)} {safe(counter)}"
    return f"{bold(safe(row.name))}<br>{safe(column.title)}: {words}"


def key(rows: Sequence[HeatRow], palette: Palette, counter: str) -> str:
    """The signs of the table in words, as HTML for above the figure: shade, framed 0, hatching, blank, and the
    question mark where there is one."""
    first, middle, last = palette.heat[0], palette.heat[1], palette.heat[3]
    steps = f"linear-gradient(90deg,{first} 33%,{middle} 33% 66%,{last} 66%)"
    lines = f"repeating-linear-gradient(135deg,{palette.muted} 0 1px,transparent 1px 5px)"
    signs = [
        (f"background:{steps}", t("ít → nhiều {counter}", counter=counter)),
        (f"box-shadow:inset 0 0 0 1px {palette.muted}", t("0: có báo cáo, không phát sinh")),
    ]
    own = any(row.total is not None for row in rows)
    if not own or any(NoNumber.SILENT in row.cells for row in rows):
        signs.append((f"background:{lines}", t("chưa báo cáo")))
    blank = t("để trống: không có báo cáo") if own else t("để trống: chưa đến kỳ")
    signs.append(("width:0;margin:0", blank))
    if any(NoNumber.UNTOLD in row.cells for row in rows):
        signs.append(("width:0;margin:0", t("?: có báo cáo, chưa rõ số {counter}", counter=counter)))
    swatch = "display:inline-block;width:26px;height:14px;margin-right:7px;vertical-align:-2px"
    items = "".join(f"<span><span style='{swatch};{css}'></span>{safe(words)}</span>" for css, words in signs)
    row = f"font-size:{SIZE}px;color:{palette.muted};display:flex;flex-wrap:wrap;gap:6px 20px"
    return f"<div style='{row}'>{items}</div>"


def alt(rows: Sequence[HeatRow]) -> str:
    """How complete each unit's reports are, in one sentence each."""
    if not rows:
        return t("Chưa có số liệu")
    found = [
        t("{name}: {received}/{due} báo cáo", name=r.name, received=r.received, due=r.due)
        if r.total is None
        else f"{r.name}: {r.last} {r.counter}"
        for r in rows
    ]
    return "; ".join(found) + "."
