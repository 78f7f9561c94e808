"""Words at places of a chart as texts of one trace for each x axis. A browser draws forty of them in the time of five
annotations; what needs a margin, a ground or a hover text stays an annotation."""

from typing import Any

from charts.theme import LINE_HEIGHT

Part = dict[str, Any]
_PLAIN = frozenset(
    [
        "x",
        "y",
        "text",
        "showarrow",
        "xref",
        "yref",
        "xanchor",
        "yanchor",
        "align",
        "borderpad",
        "font",
        "xshift",
        "yshift",
    ]
)
_SIDE = {"left": "middle right", "center": "middle center", "right": "middle left"}
# A text of a trace knows no shift: words beside a mark keep off it by blanks, each a fifth of the size of its letters.
_BLANK, _FARTHEST = "\u00a0", 10
# The height of one line, for each pixel of the size of its letters.
_TALL = 1.257


def written(layout: dict[str, Any]) -> tuple[list[Part], list[Part]]:
    """Traces with the plain notes of a layout (`base.note`), and the annotations that stay. Notes at an edge of the
    paper stand at that end of the first axis, which has its range in the layout."""
    places: dict[str, list[Part]] = {}
    kept = []
    for one in layout.get("annotations", ()):
        place = _placed(one, layout)
        if place:
            places.setdefault(place["xref"], []).append(place)
        else:
            kept.append(one)
    return [texts(axis, some) for axis, some in places.items()], kept


def _placed(one: Part, layout: dict[str, Any]) -> Part | None:
    height = _height(one, layout) if one.keys() <= _PLAIN and one["yref"] == "y" else None
    shift = one.get("xshift", 0)
    away = shift == 0 or one["xanchor"] == ("left" if shift > 0 else "right")
    if height is None or not away or abs(shift) > _FARTHEST:
        return None
    one = one | {"y": height}
    if one["xref"] == "paper":
        if shift and one["x"]:
            return None
        one = one | {"xref": "x", "x": layout["xaxis"]["range"][1 if one["x"] else 0]}
    blanks = _BLANK * round(abs(shift) * 5 / one["font"]["size"])
    return one | {"text": blanks + one["text"] if shift > 0 else one["text"] + blanks}


def _height(one: Part, layout: dict[str, Any]) -> float | None:
    """Where on the y axis the middle of a note stands; None where a pixel of that axis is not known, or beyond it."""
    lines = one["text"].count("<br>")
    tall = one["font"]["size"] * (_TALL + LINE_HEIGHT * lines)
    up = one.get("yshift", 0) + {"top": -tall / 2, "middle": 0.0, "bottom": tall / 2}[one["yanchor"]]
    if not up:
        return float(one["y"])
    axis, margin = layout["yaxis"], layout["margin"]
    if "scaleanchor" in axis or "scaleanchor" in layout["xaxis"] or "range" not in axis or "domain" in axis:
        return None
    low, high = axis["range"]
    at = one["y"] + up * (high - low) / (layout["height"] - margin["t"] - margin["b"])
    return float(at) if low <= at <= high else None


def texts(axis: str, notes: list[Part]) -> Part:
    """The trace that writes notes which have x and y on this x axis, and no shift."""
    return {
        "type": "scatter",
        "mode": "text",
        "meta": "words",
        "xaxis": axis,
        "cliponaxis": False,
        "hoverinfo": "skip",
        "x": [one["x"] for one in notes],
        "y": [one["y"] for one in notes],
        "text": [one["text"] for one in notes],
        "textposition": [_SIDE[one["xanchor"]] for one in notes],
        "textfont": {name: [one["font"][name] for one in notes] for name in ("size", "color")},
    }
