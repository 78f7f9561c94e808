"""Words at places of a chart as texts of one trace for each x axis. A browser draws forty of them in the time of five
annotations; what needs the margin, a ground or a hover text stays an annotation."""

from typing import Any

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
    ]
)
_SIDE = {"left": "middle right", "center": "middle center", "right": "middle left"}
# A text of a trace knows no shift: words beside a mark keep off it by blanks, each a fifth of the size of its letters.
_BLANK, _FARTHEST = "\u00a0", 10


def written(layout: dict[str, Any]) -> tuple[list[Part], list[Part]]:
    """Traces with the plain notes of a layout (`base.note`), and the annotations that stay. Notes at the left edge of
    the paper stand at the begin of the first axis, which has its range in the layout."""
    places: dict[str, list[Part]] = {}
    kept = []
    for one in layout.get("annotations", ()):
        place = _placed(one, layout)
        if place:
            places.setdefault(place["xref"], []).append(place)
        else:
            kept.append(one)
    return [_trace(axis, some) for axis, some in places.items()], kept


def _placed(one: Part, layout: dict[str, Any]) -> Part | None:
    plain = one.keys() <= _PLAIN and (one["yref"], one["yanchor"]) == ("y", "middle")
    shift = one.get("xshift", 0)
    away = shift == 0 or one["xanchor"] == ("left" if shift > 0 else "right")
    if not plain or not away or abs(shift) > _FARTHEST:
        return None
    if one["xref"] == "paper":
        if one["x"]:
            return None
        one = one | {"xref": "x", "x": layout["xaxis"]["range"][0]}
    blanks = _BLANK * round(abs(shift) * 5 / one["font"]["size"])
    return one | {"text": blanks + one["text"] if shift > 0 else one["text"] + blanks}


def _trace(axis: str, notes: list[Part]) -> Part:
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
