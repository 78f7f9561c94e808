"""The districts of the days to 30-6-2025, filled by status, with words beside them."""

from collections.abc import Sequence

from charts.areas import AreaRow, area, coloured, hoang_sa_box, sentences, short, unknown
from charts.base import NARROW, Figure, Part, axis, figure, note, shape
from charts.outlines import districts
from charts.theme import Palette
from charts.words import bold, safe, wrap
from locales.messages import t

# Where the words of a district stand (longitude, latitude), how they are anchored, and where a leader
# line runs to: only over water, or short. Plotly cannot solve places; these hold at 340 px and above.
_PLACES: dict[str, tuple[float, float, str, tuple[float, float] | None]] = {
    "490": (108.115, 16.125, "center", None),
    "497": (107.99, 16.055, "center", None),
    "495": (108.192, 16.008, "center", None),
    "491": (108.2, 16.235, "right", (108.19, 16.07)),
    "492": (108.215, 16.235, "left", (108.217, 16.075)),
    "493": (108.352, 16.125, "left", (108.3, 16.12)),
    "494": (108.3, 16.04, "left", (108.262, 16.02)),
}
_HEIGHT = 390
# At the right edge: pixels for words on the narrowest screen, and whether a further line goes up or down.
_EDGE = {"493": (72, 1), "494": (96, -1)}


def district_map(rows: Sequence[AreaRow], palette: Palette) -> Figure:
    """The figure of the rows, keyed by district code; a district without a row is hatched. Hoàng Sa
    stands in its framed box in every case. Fill means status, a rate; counts would be circles."""
    by_code = {row.code: row for row in rows}
    data: list[Part] = []
    notes: list[Part] = []
    leaders: list[Part] = []
    for outline in districts():
        row = by_code.get(outline.code) or unknown(outline.code)
        data.append(area([p[0] for p in outline.ring], [p[1] for p in outline.ring], row, palette))
        x, y, anchor, to = _PLACES[outline.code]
        above = to is not None and to[1] < y - 0.1
        place: Part = {"yanchor": "bottom", "yshift": -14} if above else {}
        if to is None and not row.is_judged:
            place["bgcolor"] = palette.page
        room, further = _EDGE.get(outline.code, (NARROW, 0))
        lines = wrap(short(row), room)
        words = f"{bold(safe(row.name))}<br>{'<br>'.join(coloured(line, row, palette) for line in lines)}"
        place.setdefault("yshift", further * 9 * (len(lines) - 1))
        notes.append(note(x, y, words, palette, anchor, xshift=-3 if anchor == "right" else 0, **place))
        if to is not None:
            leaders.append(shape("line", (x - (0 if above else 0.004), to[0]), (y, to[1]), palette.muted))
    box = t("(huyện Hoàng Sa, TP Đà Nẵng)")
    islands, words_of_box, layout = hoang_sa_box(palette, box, top=0.33, left=0.63)
    return figure(
        [*data, *islands],
        palette,
        _HEIGHT,
        annotations=[*notes, *words_of_box],
        margin={"l": 0, "r": 2, "t": 2, "b": 2, "pad": 0},
        xaxis=axis(range=[107.81, 108.5]),
        # One degree of longitude at 16° N is 1/1.04 of one of latitude.
        yaxis=axis(range=[15.815, 16.265], scaleanchor="x", scaleratio=1.04),
        **(layout | {"shapes": [*layout["shapes"], *leaders]}),
    )


def alt(rows: Sequence[AreaRow]) -> str:
    """Each unit with its percentage of the plan and status, and Hoàng Sa."""
    return sentences(rows)
