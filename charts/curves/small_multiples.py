"""The cumulative lines of many units side by side, all on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from charts.base import NARROW, Figure, Part, axis, empty, figure, note, pixels, shape
from charts.curves.timeline import Points, before_break, done_within, from_break, path_within
from charts.theme import SMALL, Palette, said
from charts.words import bold, hue, safe, width, wrap
from locales.forms import day, month, number
from locales.messages import t
from program.units import BREAK
from program.vocabulary import STATUS_SHAPES, Status

_COLUMNS = 2
_PLOT = 76
_LINE = 17
_PANEL = 0.47


@dataclass(frozen=True)
class SmallRow:
    """One unit: its cumulative `points` and planned `path` as (day, value), the plan at the last point
    and the status. `points` is empty where nothing was reported."""

    name: str
    points: Points
    path: Points
    expected: float | None
    status: Status
    words: str = ""

    @property
    def gap(self) -> float:
        """What is missing to the plan, as a share of it; units that cannot be judged come last."""
        if self.expected is None or not self.points:
            return float("-inf")
        return (self.expected - self.points[-1][1]) / max(self.expected, 1)


def small_multiples(
    rows: Sequence[SmallRow], start: date, end: date, palette: Palette, counter: str
) -> Figure:
    """The figure of the rows in two columns, largest gap first. One scale of values and days for all,
    so that the small stay small; the line breaks on 1-7-2025."""
    if not rows:
        return empty(palette)
    ordered = sorted(rows, key=lambda r: -r.gap)
    done_of = [done_within(r.points, start, end) for r in ordered]
    paths = [path_within(r.path, start, end) for r in ordered]
    most = max([v for line in (*done_of, *paths) for _, v in line] + [1])
    room = NARROW * _PANEL
    names = [wrap(r.name, room) for r in ordered]
    bands = [max(len(n) for n in names[i : i + _COLUMNS]) for i in range(0, len(names), _COLUMNS)]
    heads = [_LINE * (lines + 1) + 4 for lines in bands]
    tops = [sum(heads[:i]) + i * (_PLOT + 18) for i in range(len(heads))]
    height = tops[-1] + heads[-1] + _PLOT + 24
    days = {"type": "date", "range": [str(start), str(end)]}
    axes = ("x", "x2")
    done: dict[str, Part] = {a: _trace(a, palette.data, 2.5, "actual") for a in axes}
    plans: dict[str, Part] = {a: _trace(a, palette.plan, 1.25, "plan", dash="4px,4px") for a in axes}
    notes: list[Part] = []
    shapes: list[Part] = []
    for i, (row, lines) in enumerate(zip(ordered, names, strict=True)):
        band, name = i // _COLUMNS, axes[i % _COLUMNS]
        floor = -(tops[band] + heads[band] + _PLOT)

        def place(value: float, floor: float = floor) -> float:
            return floor + value / most * _PLOT

        for piece in (before_break(done_of[i]), from_break(done_of[i])):
            head = bold(safe(row.name))
            hovers = [
                f"{head}<br>{t('đến {day}: {value}', day=day(d), value=f'{number(v)} {safe(counter)}')}"
                for d, v in piece
            ]
            _add(done[name], [(str(d), place(v)) for d, v in piece], hovers)
        _add(plans[name], [(str(d), place(v)) for d, v in paths[i]], [])
        shapes.append(shape("line", (str(start), str(end)), (floor, floor), palette.rule, xref=name))
        if start < BREAK < end:
            turn = (str(BREAK), str(BREAK))
            shapes.append(shape("line", turn, (floor, floor + _PLOT), palette.muted, xref=name))
        notes += _head(row, lines, str(start), -tops[band], name, palette, counter, room)
    last_floor = {
        a: max(i for i in range(len(ordered)) if axes[i % 2] == a) // 2 for a in axes[: len(ordered)]
    }
    for name, band in last_floor.items():
        floor = -(tops[band] + heads[band] + _PLOT)
        for when, anchor in ((start, "left"), (end, "right")):
            notes.append(note(str(when), floor - 9, month(when), palette, anchor, SMALL, xref=name))
    return figure(
        [trace for trace in (*plans.values(), *done.values()) if trace["x"]],
        palette,
        height,
        annotations=notes,
        shapes=shapes,
        xaxis=axis(domain=[0, _PANEL]) | days,
        xaxis2=axis(domain=[1 - _PANEL, 1], anchor="y") | days,
        yaxis=pixels(height),
    )


def _trace(name: str, colour: str, thick: float, meta: str, dash: str = "solid") -> Part:
    return {
        "type": "scatter",
        "mode": "lines",
        "meta": meta,
        "xaxis": name,
        "x": [],
        "y": [],
        "hovertext": [],
        "hoverinfo": "text" if meta == "actual" else "skip",
        "connectgaps": False,
        "line": {"color": colour, "width": thick, "dash": dash},
    }


def _add(trace: Part, points: Sequence[tuple[str, float]], hovers: Sequence[str]) -> None:
    """Append a piece of line, parted from the one before it by a gap."""
    if not points:
        return
    if trace["x"]:
        trace["x"].append(None)
        trace["y"].append(None)
        trace["hovertext"].append("")
    trace["x"] += [x for x, _ in points]
    trace["y"] += [y for _, y in points]
    trace["hovertext"] += list(hovers) or [""] * len(points)


def _head(
    row: SmallRow,
    lines: Sequence[str],
    x: str,
    top: float,
    name: str,
    palette: Palette,
    counter: str,
    room: float,
) -> list[Part]:
    """The unit's name, below it shape and word with what was done; only the shape where both do not fit."""
    title = bold("<br>".join(safe(line) for line in lines))
    value = f"{number(row.points[-1][1])} {counter}" if row.points else ""
    status = said(row.status, row.words)
    if value and width(f"{status}  {value}", SMALL) > room:
        status = STATUS_SHAPES[row.status]
    words = f"{hue(safe(status), palette.status[row.status])} {safe(value)}"
    first = note(x, top - 2 - _LINE * len(lines) / 2, title, palette, xref=name)
    below = top - 11 - _LINE * len(lines)
    return [first, note(x, below, words, palette, size=SMALL, xref=name, color=palette.text)]


def alt(rows: Sequence[SmallRow], counter: str) -> str:
    """Each unit with what was done and its status, largest gap first."""
    if not rows:
        return t("Chưa có số liệu")
    found = []
    for row in sorted(rows, key=lambda r: -r.gap):
        value = f"{number(row.points[-1][1])} {counter}, " if row.points else ""
        found.append(f"{row.name}: {value}{said(row.status, row.words)[2:]}")
    return "; ".join(found) + "."
