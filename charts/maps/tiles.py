"""The new units of the old territory from 1-7-2025 as a schematic grid, by former district: no free outlines
of them exist."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from charts.base import NARROW, Figure, Part, axis, figure, note, pixels, shape
from charts.maps.areas import AreaRow, area, coloured, hoang_sa_box, sentences, share_text, unknown
from charts.maps.outlines import Tile, tiles
from charts.theme import SMALL, Palette, said
from charts.words import bold, safe, wrap
from locales.messages import t
from program.grouping import grouped
from program.text import lower_first
from program.units import label
from program.vocabulary import STATUS_SHAPES, Status
from program.wards import home, origins

_TILE = 96
_LINE = 15
_GAP = 0.3
_COLUMNS = 8.0
_BELOW = 76
# Where the box of Hoàng Sa begins, as a share of the width.
_BOX = 0.56


@dataclass(frozen=True)
class Group:
    """The tiles of one former district in a row of the grid, and its first column (a gap before it makes
    columns no whole numbers)."""

    district: str
    codes: tuple[str, ...]
    column: float
    row: int


@cache
def groups() -> tuple[Group, ...]:
    """The new units by the former district that most of them was, from west to east, as many groups in a
    row as its columns hold."""
    own: dict[str, list[Tile]] = {}
    for tile in sorted(tiles(), key=lambda one: (one.row, one.column)):
        own.setdefault(home(tile.code) or "", []).append(tile)
    west_first = sorted(own.items(), key=lambda one: sum(t.column for t in one[1]) / len(one[1]))
    found: list[Group] = []
    column, row = 0.0, 0
    for district, part in west_first:
        if column + len(part) > _COLUMNS:
            column, row = 0.0, row + 1
        found.append(Group(district, tuple(t.code for t in part), column, row))
        column += len(part) + _GAP
    return tuple(found)


def _named(band: Sequence[Group]) -> list[list[str]]:
    """The lines of each group's name: as wide as its tiles, that of the last in a row as what is left of it."""
    ends = [group.column for group in band[1:]] + [_COLUMNS]
    return [
        wrap(label(group.district), NARROW / _COLUMNS * (end - group.column) - 2, SMALL)
        for group, end in zip(band, ends, strict=True)
    ]


def tile_map(rows: Sequence[AreaRow], palette: Palette) -> Figure:
    """The figure of the rows, keyed by unit code: one tile a unit under the name of its former district,
    with the fills and words of the map; a unit without a row is hatched. Hoàng Sa stands in its framed box
    in every case."""
    by_code = {row.code: row for row in rows}
    data: list[Part] = []
    notes: list[Part] = []
    lines: list[Part] = []
    shown: list[AreaRow] = []
    top = 0.0
    for _, band in grouped(groups(), lambda group: group.row):
        names = _named(band)
        head = _LINE * max(map(len, names)) + 7
        for group, name_lines in zip(band, names, strict=True):
            right = group.column + len(group.codes)
            name = "<br>".join(safe(line) for line in name_lines)
            notes.append(
                note(group.column, 4 - top - head, name, palette, size=SMALL, yanchor="bottom", xshift=1)
            )
            ruled = (2 - top - head, 2 - top - head)
            lines.append(shape("line", (group.column + 0.02, right - 0.02), ruled, palette.muted))
            for place, code in enumerate(group.codes):
                row, x, y = by_code.get(code) or unknown(code), group.column + place, -top - head
                shown.append(row)
                drawn = area([x, x + 1, x + 1, x, x], [y, y, y - _TILE, y - _TILE, y], row, palette)
                data.append(drawn | {"text": "<br>".join([drawn["text"], *_also(code, group.district)])})
                notes += _words(row, x + 0.5, y, NARROW / _COLUMNS - 4, palette)
        top += head + _TILE + 10
    height = top + _BELOW
    # The last row has room for the box beside it (a test holds it).
    islands, words_of_box, layout = hoang_sa_box(
        palette, t("(đặc khu Hoàng Sa, TP Đà Nẵng)"), top=(_TILE + _BELOW + 6) / height, left=_BOX
    )
    said_below = t("Xếp theo quận, huyện cũ có nhiều phường, xã cũ nhất; không theo ranh giới.")
    foot = [_silence(shown), *wrap(said_below, NARROW * _BOX - 12, SMALL)]
    for i, words in enumerate(line for line in foot if line):
        notes.append(note(0, -top - 8 - 16 * i, words, palette, size=SMALL, xref="paper"))
    return figure(
        [*data, *islands],
        palette,
        # The frame of the box stands on the lower edge: it shall not be cut there.
        height + 2,
        annotations=[*notes, *words_of_box],
        margin={"l": 0, "r": 2, "t": 0, "b": 2, "pad": 0},
        xaxis=axis(range=[0, _COLUMNS]),
        yaxis=pixels(height),
        **layout | {"shapes": [*layout["shapes"], *lines]},
    )


def _also(code: str, district: str) -> list[str]:
    """The former districts that a unit has a part of beside the one it stands under."""
    others = [lower_first(label(one, with_type=True)) for one, _ in origins(code) if one != district]
    return [safe(t("có cả phần của {units} cũ", units=", ".join(others)))] if others else []


def _silence(rows: Sequence[AreaRow]) -> str:
    """What the ring in a hatched tile means here: the one reason of all of them, else the general word."""
    reasons = {said(Status.NOT_ASSESSABLE, row.words) for row in rows if not row.is_judged}
    return reasons.pop() if len(reasons) == 1 else said(Status.NOT_ASSESSABLE) if reasons else ""


def _words(row: AreaRow, x: float, y: float, room: float, palette: Palette) -> list[Part]:
    """The name in up to three lines from the top, shape and percentage below; on a page-coloured
    ground where the tile is hatched."""
    ground: Part = {} if row.is_judged else {"bgcolor": palette.page}
    name = "<br>".join(safe(line) for line in wrap(row.name, room, SMALL))
    top = note(x, y - 5, bold(name), palette, "center", SMALL, color=palette.text, yanchor="top", **ground)
    lines = [STATUS_SHAPES[Status.NOT_ASSESSABLE]]
    if row.share is not None and row.is_judged:
        more, share = share_text(row.share).rpartition("> ")[1:]
        lines = [f"{STATUS_SHAPES[row.status]} {more}".strip(), share]
    figures = "<br>".join(coloured(line, row, palette) for line in lines)
    below = note(x, y - _TILE + 5, figures, palette, "center", yanchor="bottom", **ground)
    return [top, below]


def alt(rows: Sequence[AreaRow]) -> str:
    """Each unit with its percentage of the plan and status, and Hoàng Sa."""
    return sentences(rows)
