"""Value against target, one row each, on one scale of 0-100 % of each row's own target."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.base import (
    NARROW,
    Figure,
    Part,
    axis,
    bars,
    empty,
    figure,
    hatched,
    hover_rows,
    note,
    pixels,
    shape,
)
from charts.theme import LINE_HEIGHT, SIZE, SMALL, Palette, said
from charts.words import bold, done, hue, safe, width, wrap
from locales.forms import percent
from locales.messages import t
from program.vocabulary import Status

# All words right of the bars are one note, whose lines are this high: five to a row, two to a line of words.
_STEP = 9.2
_LINE = 2 * _STEP
_BAR = 10
_PITCH = 5 * _STEP
# Height of the letters of a line over its middle.
_OVER = 11
# A bar beyond this share of its target is cut; its figure is printed beside it.
_REACH = 1.12


@dataclass(frozen=True)
class BulletRow:
    """One row. `text` is the figure as printed ("124/200 trường"); `share` of the target reached and
    `expected` by now are 0-1, None where not known; `words` replaces the word of the status; `sub`
    marks a part of the row above. Rows stand in the order given: what cannot be judged belongs last."""

    name: str
    text: str
    share: float | None
    expected: float | None
    status: Status
    words: str = ""
    sub: bool = False


@dataclass(frozen=True)
class _Place:
    row: BulletRow
    lines: list[str]
    middle: float


def bullets(rows: Sequence[BulletRow], palette: Palette) -> Figure:
    """The figure of the rows. Name and status stand above the bar and the figure beside it, so that
    one figure fits 340 px and 600 px; the tick of the plan may differ by row and is explained once."""
    if not rows:
        return empty(palette)
    planned = [i for i, r in enumerate(rows) if r.expected is not None]
    places: list[_Place] = []
    y = 2.0
    for i, row in enumerate(rows):
        lines = wrap(row.name, max(120, NARROW - 14 - width(said(row.status, row.words))))
        middle = y + len(lines) * _LINE + 8
        places.append(_Place(row, lines, middle))
        y += _PITCH + (len(lines) - 1) * _LINE
        if planned and i == planned[-1]:
            y += _STEP
    height = y - (4 if planned and planned[-1] == len(rows) - 1 else 12)
    side = round(max(72, *(width(r.text) + 12 for r in rows)))
    notes = [*(_name(place, palette) for place in places), _beside(places, side, palette)]
    if planned:
        notes += _key(rows, places[planned[-1]], palette)
    return figure(
        _marks(places, palette),
        palette,
        height,
        barmode="overlay",
        annotations=notes,
        shapes=[mark for place in places for mark in _ticks(place, palette)],
        margin={"l": 0, "r": side, "t": 0, "b": 0, "pad": 0},
        xaxis=axis(range=[0, _REACH]),
        yaxis=pixels(height),
    )


def _marks(places: list[_Place], palette: Palette) -> list[Part]:
    known = [p for p in places if p.row.share is not None]
    unknown = [p for p in places if p.row.share is None]
    tones = [
        palette.context if p.row.sub or p.row.status == Status.NOT_ASSESSABLE else palette.data for p in known
    ]
    shares = [min(p.row.share or 0, _REACH) for p in known]
    data = [
        bars([-p.middle for p in known], [1] * len(known), palette.track, _BAR, meta="track"),
        bars([-p.middle for p in known], shares, tones, _BAR, meta="share"),
        hatched([-p.middle for p in unknown], palette, _BAR),
    ]
    rows = [-p.middle + 6 for p in places]
    return [d for d in data if d["y"]] + [hover_rows(rows, [_hover(p.row) for p in places], 40, _REACH)]


def _ticks(place: _Place, palette: Palette) -> list[Part]:
    marks, y, row = [], -place.middle, place.row
    if row.share is not None and row.share > _REACH:
        marks.append(shape("line", (1.083, 1.1), (y - 8, y + 8), palette.page, width=4))
    if row.expected is not None:
        marks.append(shape("line", (row.expected,) * 2, (y - 9, y + 9), palette.plan, width=2.5))
    return marks


def _name(place: _Place, palette: Palette) -> Part:
    row, lines = place.row, place.lines
    name = "<br>".join(safe(part) for part in lines)
    middle = -place.middle + 17 + (len(lines) - 1) * _LINE / 2
    return note(0, middle, name if row.sub else bold(name), palette, xref="paper")


def _beside(places: list[_Place], side: int, palette: Palette) -> Part:
    """Status over the end of each bar and its figure beside it, in one note for all rows: the margin takes
    annotations alone, and each costs a browser as much as eight texts."""
    first = places[0].middle
    lines: list[str] = []
    for place in places:
        row = place.row
        lines += [""] * (round((place.middle - first) / _STEP) - len(lines))
        lines.append(_line(hue(safe(said(row.status, row.words)), palette.status[row.status])))
        if row.text:
            lines += ["", _line(safe(row.text))]
    return note(
        1, -first + 17 + _OVER, "<br>".join(lines), palette, "right", _STEP / LINE_HEIGHT,
        xref="paper", xshift=side, yanchor="top", color=palette.text,
    )  # fmt: skip


def _line(words: str) -> str:
    return f"<span style='font-size:{SIZE}px'>{words}</span>"


def _key(rows: Sequence[BulletRow], place: _Place, palette: Palette) -> list[Part]:
    """What tick and end of the bar mean, in words under the last row that has a tick."""
    due = place.row.expected or 0
    under: Part = {"yanchor": "top", "yshift": -9}
    found = [note(1, -place.middle, t("mục tiêu"), palette, size=SMALL, xshift=3, **under)]
    if due < 1:
        same = len({percent(r.expected) for r in rows if r.expected is not None}) == 1
        words = t("kế hoạch đến nay {share}", share=percent(due)) if same else t("kế hoạch đến nay")
        anchor = "left" if due < 1 / 3 else "center" if due < 2 / 3 else "right"
        found.append(note(due, -place.middle, words, palette, anchor, SMALL, **under))
    return found


def _hover(row: BulletRow) -> str:
    lines = [bold(safe(row.name)), safe(row.text)]
    if row.share is not None:
        lines.append(t("đạt {share} mục tiêu", share=done(row.share)))
    # At the end the plan is the target itself.
    if row.expected is not None and row.expected < 1:
        lines.append(t("kế hoạch đến nay {share}", share=percent(row.expected)))
    lines.append(safe(said(row.status, row.words)))
    return "<br>".join(line for line in lines if line)


def alt(rows: Sequence[BulletRow]) -> str:
    """The rows as one sentence each, for those who do not see the chart."""
    if not rows:
        return t("Chưa có số liệu")
    sentences = []
    for row in rows:
        parts = [row.text] if row.text else []
        parts.append(said(row.status, row.words)[2:])
        if row.expected is not None and row.share is not None:
            parts.append(t("đạt {share}, kế hoạch {due}", share=done(row.share), due=percent(row.expected)))
        sentences.append(f"{row.name}: {', '.join(parts)}")
    return "; ".join(sentences) + "."
