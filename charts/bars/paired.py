"""Now against a year before, one pair of bars a row on one scale: this year blue, last year grey."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.base import NARROW, Figure, Part, axis, bars, empty, figure, hatched, hover_rows, note, pixels
from charts.theme import SMALL, Palette
from charts.words import bold, safe, width, wrap
from locales.forms import number
from locales.messages import t

_LINE = 18
_BAR = 9
# From bar to bar of a pair, and from the lower one to the next row.
_STEP = 14
_AFTER = 15
_UNKNOWN = 0.3


@dataclass(frozen=True)
class PairedRow:
    """One row: `now` and `before` as counts, None where not known; `words` say the difference
    ("tăng 2 lớp")."""

    name: str
    now: int | None
    before: int | None
    words: str = ""


def paired(rows: Sequence[PairedRow], years: tuple[str, str], palette: Palette) -> Figure:
    """The figure of the rows in the order given; `years` name this and last year, once, at the first pair.
    What is not known is hatched and says so."""
    if not rows:
        return empty(palette)
    most = max([*(v for r in rows for v in (r.now, r.before) if v is not None), 1])
    side = max(width(f"{number(most)} {max(years, key=width)}", SMALL), width(t("chưa báo cáo"), SMALL)) + 8
    reach = most * NARROW / (NARROW - side)
    data: list[list[tuple[float, int]]] = [[], []]
    unknown: list[float] = []
    notes: list[Part] = []
    places: list[float] = []
    y = 2.0
    for i, row in enumerate(rows):
        lines = wrap(row.name, max(120, NARROW - 12 - width(row.words, SMALL)))
        name = bold("<br>".join(safe(line) for line in lines))
        notes.append(note(0, -(y + len(lines) * _LINE / 2), name, palette, xref="paper"))
        if row.words:
            at = -(y + (len(lines) - 0.5) * _LINE)
            notes.append(note(1, at, safe(row.words), palette, "right", SMALL, xref="paper"))
        y += len(lines) * _LINE + 7
        places.append(-y - _STEP / 2)
        for k, value in enumerate((row.now, row.before)):
            middle = -(y + k * _STEP)
            if value is None:
                unknown.append(middle)
                end, words = most * _UNKNOWN, t("chưa báo cáo")
            else:
                data[k].append((middle, value))
                end, words = float(value), number(value)
            if not i:
                words += f" · {years[k]}" if value is None else f" ({years[k]})"
            colour: Part = {"color": palette.text if k == 0 else palette.muted}
            notes.append(note(end, middle, safe(words), palette, size=SMALL, xshift=5, **colour))
        y += _STEP + _AFTER
    traces = [
        bars([m for m, _ in data[0]], [v for _, v in data[0]], palette.data, _BAR, meta="now"),
        bars([m for m, _ in data[1]], [v for _, v in data[1]], palette.context, _BAR, meta="before"),
        hatched(unknown, palette, _BAR, most * _UNKNOWN),
    ]
    height = y - 4
    return figure(
        [*(trace for trace in traces if trace["y"]),
         hover_rows(places, [_hover(r, years) for r in rows], 44, reach)],
        palette,
        height,
        barmode="overlay",
        annotations=notes,
        xaxis=axis(range=[0, reach]),
        yaxis=pixels(height),
    )  # fmt: skip


def _said(value: int | None) -> str:
    return t("chưa báo cáo") if value is None else number(value)


def _hover(row: PairedRow, years: tuple[str, str]) -> str:
    lines = [
        bold(safe(row.name)),
        *(f"{safe(y)}: {_said(v)}" for y, v in zip(years, (row.now, row.before), strict=True)),
    ]
    return "<br>".join([*lines, safe(row.words)] if row.words else lines)


def alt(rows: Sequence[PairedRow], years: tuple[str, str]) -> str:
    """The rows as one sentence each: this year, last year, the difference."""
    if not rows:
        return t("Chưa có số liệu")
    found = []
    for row in rows:
        parts = [f"{y}: {_said(v)}" for y, v in zip(years, (row.now, row.before), strict=True)]
        found.append(f"{row.name}: {', '.join([*parts, row.words] if row.words else parts)}")
    return "; ".join(found) + "."
