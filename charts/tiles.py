"""The new units of the old territory from 1-7-2025 as a schematic grid: no free outlines of them exist."""

from collections.abc import Sequence

from charts.areas import AreaRow, area, coloured, hoang_sa_box, sentences, share_text, unknown
from charts.base import NARROW, Figure, Part, axis, figure, note, pixels
from charts.outlines import tiles
from charts.theme import SIZE, SMALL, Palette
from charts.words import bold, safe, wrap
from locales.messages import t
from program.vocabulary import STATUS_SHAPES, Status

_TILE = 96
_LINE = 16


def tile_map(rows: Sequence[AreaRow], palette: Palette) -> Figure:
    """The figure of the rows, keyed by unit code: one tile a unit, with the fills and words of the map;
    a unit without a row is hatched. Hoàng Sa stands in its framed box in every case."""
    by_code = {row.code: row for row in rows}
    grid = tiles()
    columns, lines = max(tile.column for tile in grid) + 1, max(tile.row for tile in grid) + 1
    height = _TILE * lines + 40
    data: list[Part] = []
    notes: list[Part] = []
    for tile in grid:
        row = by_code.get(tile.code) or unknown(tile.code)
        x, y = tile.column, -_TILE * tile.row
        data.append(area([x, x + 1, x + 1, x, x], [y, y, y - _TILE, y - _TILE, y], row, palette))
        notes += _words(row, x + 0.5, y, NARROW / columns - 4, palette)
    box = t("(đặc khu Hoàng Sa, TP Đà Nẵng)")
    islands, words_of_box, layout = hoang_sa_box(palette, box, top=0.4, left=0.6)
    schematic = t("Sơ đồ vị trí, không theo ranh giới")
    notes.append(note(0, -height + 9, schematic, palette, size=SMALL, xref="paper"))
    return figure(
        [*data, *islands],
        palette,
        height,
        annotations=[*notes, *words_of_box],
        margin={"l": 0, "r": 2, "t": 2, "b": 2, "pad": 0},
        xaxis=axis(range=[0, columns]),
        yaxis=pixels(height),
        **layout,
    )


def _words(row: AreaRow, x: float, y: float, room: float, palette: Palette) -> list[Part]:
    """The name in up to three lines from the top, shape and percentage below; on a page-coloured
    ground where the tile is hatched."""
    ground: Part = {} if row.is_judged else {"bgcolor": palette.page}
    name = "<br>".join(safe(line) for line in wrap(row.name, room, SMALL))
    figures = STATUS_SHAPES[Status.NOT_ASSESSABLE]
    if row.share is not None and row.is_judged:
        shape, share = STATUS_SHAPES[row.status], share_text(row.share)
        figures = (
            f"{shape} ><br>{share.removeprefix('> ')}" if share.startswith(">") else f"{shape}<br>{share}"
        )
    return [
        note(x, y - 5, bold(name), palette, "center", SMALL, color=palette.text, yanchor="top", **ground),
        note(
            x,
            y - _TILE + 5,
            coloured_lines(figures, row, palette),
            palette,
            "center",
            SIZE,
            yanchor="bottom",
            **ground,
        ),
    ]


def coloured_lines(text: str, row: AreaRow, palette: Palette) -> str:
    """Each line of a text in the hue of the row's status."""
    return "<br>".join(coloured(line, row, palette) for line in text.split("<br>"))


def alt(rows: Sequence[AreaRow]) -> str:
    """Each unit with its percentage of the plan and status, and Hoàng Sa."""
    return sentences(rows)
