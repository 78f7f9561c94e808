"""The districts of the days to 30-6-2025, filled by status or with circles for counts, words beside them."""

from collections.abc import Sequence

from charts.base import NARROW, Figure, Part, axis, figure, note, shape
from charts.maps.areas import AreaRow, area, coloured, ground, hoang_sa_box, sentences, short, unknown
from charts.maps.outlines import districts
from charts.theme import Palette, said
from charts.words import bold, safe, wrap
from locales.messages import t
from program.vocabulary import Status

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
# Where the circle of a district stands: the middle of the land that people live on.
_MIDDLES = {
    "490": (108.115, 16.145),
    "497": (107.99, 16.055),
    "495": (108.192, 16.018),
    "491": (108.183, 16.065),
    "492": (108.217, 16.05),
    "493": (108.262, 16.105),
    "494": (108.252, 16.01),
}
# Pixels across of the largest circle: two neighbours in the middle of the city still show apart.
_LARGEST = 26
_HEIGHT = 390
# At the right edge: pixels for words on the narrowest screen, and whether a further line goes up or down.
_EDGE = {"493": (72, 1), "494": (96, -1)}


def district_map(rows: Sequence[AreaRow], palette: Palette) -> Figure:
    """The figure of the rows, keyed by district code; a district without a row is hatched. Hoàng Sa
    stands in its framed box in every case. Fill means status, a rate."""
    found = {row.code: row for row in rows}
    whole = [found.get(outline.code) or unknown(outline.code) for outline in districts()]
    areas = [area(*_ring(o.ring), row, palette) for o, row in zip(districts(), whole, strict=True)]
    texts = {row.code: short(row) for row in whole}
    hatched = {row.code for row in whole if not row.is_judged}
    return _drawn(whole, areas, texts, hatched, palette)


def district_counts(rows: Sequence[AreaRow], palette: Palette) -> Figure:
    """The same map for counts: a circle whose area is the count, since a filled area would make a large
    district look like much. Where nothing was reported the district is hatched, without a circle."""
    found = {row.code: row for row in rows}
    whole = [found.get(outline.code) or unknown(outline.code) for outline in districts()]
    most = max((row.count or 0 for row in whole), default=0) or 1
    grounds = [ground(*_ring(o.ring), row, palette) for o, row in zip(districts(), whole, strict=True)]
    seen = [row for row in whole if row.count]
    circles: Part = {
        "type": "scatter",
        "mode": "markers",
        "meta": "counts",
        "x": [_MIDDLES[row.code][0] for row in seen],
        "y": [_MIDDLES[row.code][1] for row in seen],
        "hoverinfo": "text",
        "hovertext": [f"{bold(safe(row.name))}<br>{safe(row.counted)}" for row in seen],
        "marker": {
            "size": [_LARGEST * ((row.count or 0) / most) ** 0.5 for row in seen],
            "color": palette.data,
            "opacity": 1,
            "line": {"color": palette.page, "width": 1.5},
        },
    }
    texts = {row.code: row.counted or said(Status.NOT_ASSESSABLE, row.words) for row in whole}
    hatched = {row.code for row in whole if row.count is None}
    return _drawn(whole, [*grounds, circles], texts, hatched, palette, plain=True)


def _ring(ring: Sequence[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [p[0] for p in ring], [p[1] for p in ring]


def _drawn(
    rows: Sequence[AreaRow], data: list[Part], texts: dict[str, str], hatched: set[str], palette: Palette,
    plain: bool = False,
) -> Figure:  # fmt: skip
    """Areas with words at their places; `plain` words have no hue of a status."""
    notes: list[Part] = []
    leaders: list[Part] = []
    first, *others = dict.fromkeys(texts.values())
    if not others and len(hatched) == len(rows):
        # What holds for every district is said once, below the land.
        corner: Part = {"xref": "paper", "yref": "paper", "yanchor": "bottom"}
        notes.append(note(0, 0, coloured(first, rows[0], palette), palette, **corner))
        texts = {}
    for row in rows:
        x, y, anchor, to = _PLACES[row.code]
        above = to is not None and to[1] < y - 0.1
        place: Part = {"yanchor": "bottom", "yshift": -14} if above else {}
        if to is None and row.code in hatched:
            place["bgcolor"] = palette.page
        if to is None and plain and row.code not in hatched:
            place["yshift"] = -30
        room, further = _EDGE.get(row.code, (NARROW, 0))
        lines = wrap(texts[row.code], room) if texts else []
        shown = [safe(line) if plain else coloured(line, row, palette) for line in lines]
        words = "<br>".join([bold(safe(row.name)), *shown])
        place.setdefault("yshift", further * 9 * max(len(lines) - 1, 0))
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
        # Where the chart is narrow there is room left: below the land, where the box stands, not under the head.
        yaxis=axis(range=[15.815, 16.285], scaleanchor="x", scaleratio=1.04, constraintoward="top"),
        **(layout | {"shapes": [*layout["shapes"], *leaders]}),
    )


def alt(rows: Sequence[AreaRow]) -> str:
    """Each unit with its percentage of the plan and status, and Hoàng Sa."""
    return sentences(rows)


def counts_alt(rows: Sequence[AreaRow]) -> str:
    """Each district with its count, or why there is none, and Hoàng Sa."""
    found = [f"{row.name}: {row.counted or said(Status.NOT_ASSESSABLE, row.words)[2:]}" for row in rows]
    return "; ".join([*found, t("Quần đảo Hoàng Sa: không có số liệu")]) + "."
