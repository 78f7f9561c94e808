"""The new units of the old territory from 1-7-2025 as a schematic grid: no free outlines of them exist."""

from collections.abc import Sequence

from charts.areas import AreaRow, area, coloured, hoang_sa_box, sentences, share_text, unknown
from charts.base import NARROW, Figure, Part, axis, figure, note, pixels
from charts.outlines import tiles
from charts.theme import SMALL, Palette, said
from charts.words import bold, safe, wrap
from locales.messages import t
from program.vocabulary import STATUS_SHAPES, Status

_TILE = 96


def tile_map(rows: Sequence[AreaRow], palette: Palette) -> Figure:
    """The figure of the rows, keyed by unit code: one tile a unit, with the fills and words of the map;
    a unit without a row is hatched. Hoàng Sa stands in its framed box in every case."""
    by_code = {row.code: row for row in rows}
    grid = [(tile, by_code.get(tile.code) or unknown(tile.code)) for tile in tiles()]
    columns = max(tile.column for tile, _ in grid) + 1
    height = _TILE * (max(tile.row for tile, _ in grid) + 1) + 40
    data: list[Part] = []
    notes: list[Part] = []
    for tile, row in grid:
        x, y = tile.column, -_TILE * tile.row
        data.append(area([x, x + 1, x + 1, x, x], [y, y, y - _TILE, y - _TILE, y], row, palette))
        notes += _words(row, x + 0.5, y, NARROW / columns - 4, palette)
    islands, words_of_box, layout = hoang_sa_box(
        palette, t("(đặc khu Hoàng Sa, TP Đà Nẵng)"), top=0.4, left=0.6
    )
    foot = (_silence([row for _, row in grid]), t("Sơ đồ vị trí, không theo ranh giới"))
    for i, words in enumerate(foot):
        notes.append(note(0, 27 - 18 * i - height, words, palette, size=SMALL, xref="paper"))
    return figure(
        [*data, *islands],
        palette,
        height,
        annotations=[*notes, *words_of_box],
        margin={"l": 0, "r": 2, "t": 0, "b": 0, "pad": 0},
        xaxis=axis(range=[0, columns]),
        yaxis=pixels(height),
        **layout,
    )


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
