"""What all charts share: the frame of a figure, words, marks, hatching, axes without anything to grab.

Vertical places are pixels from the top, as negative numbers: with a fixed height and fixed margins
one unit of the y axis is one pixel, whatever the width of the screen.
"""

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import Any

from charts.theme import FONT, SIZE, Palette
from charts.words import safe
from charts.written import written
from locales.messages import language, t

Figure = dict[str, Any]
Part = dict[str, Any]

# For st.plotly_chart(figure, theme=None, config=CONFIG): nothing to grab, a finger scrolls the page.
CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
}
# The narrowest column a chart must hold in: a phone of 390 px less the page's padding.
NARROW = 340
CLEAR = "rgba(0,0,0,0)"
# The most steps of a scale.
_STEPS = 6


def axis(**more: Any) -> Part:
    """An axis that is not seen and cannot be moved, with changes."""
    return {"visible": False, "fixedrange": True, "zeroline": False, "showgrid": False} | more


def pixels(height: float) -> Part:
    """The y axis of a chart laid out in pixels from the top."""
    return axis(range=[-height, 0])


def figure(data: list[Part], palette: Palette, height: float, **layout: Any) -> Figure:
    """The plain dict of a figure: transparent ground, no legend, fixed margins, numbers of the language. `layout`
    gives the notes as `annotations`; most become texts of a trace (`charts.written`)."""
    base = {
        "height": round(height),
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        # A figure is never changed in place; unless told so, Plotly draws it again when the page settles.
        "datarevision": 1,
        "separators": ".," if language() == "en" else ",.",
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"family": FONT, "size": SIZE, "color": palette.text},
        "hoverlabel": {
            "bgcolor": palette.page,
            "bordercolor": palette.muted,
            "align": "left",
            "font": {"family": FONT, "size": SIZE, "color": palette.text},
        },
        "xaxis": axis(),
        "yaxis": axis(),
    } | layout
    texts, annotations = written(base)
    return {"data": [*data, *texts], "layout": base | {"annotations": annotations}}


def note(
    x: Any, y: Any, text: str, palette: Palette, anchor: str = "left", size: float = SIZE, **more: Any
) -> Part:
    """Words at a place, anchored `left`, `center` or `right`; small words are muted unless told otherwise."""
    colour = more.pop("color", palette.muted if size < SIZE else palette.text)
    return {
        "x": x,
        "y": y,
        "text": text,
        "showarrow": False,
        "xref": "x",
        "yref": "y",
        "xanchor": anchor,
        "yanchor": "middle",
        "align": anchor,
        "borderpad": 0,
        "font": {"size": size, "color": colour},
    } | more


def shape(kind: str, x: tuple[Any, Any], y: tuple[Any, Any], colour: str = CLEAR, **more: Any) -> Part:
    """A line or a rectangle between two corners; `width` is that of its line."""
    line = {"color": colour, "width": more.pop("width", 1)}
    if "dash" in more:
        line["dash"] = more.pop("dash")
    return {"type": kind, "x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1], "line": line} | more


def bars(y: Sequence[float], x: Sequence[float], colour: Any, thick: float, **more: Any) -> Part:
    """Horizontal bars from zero, `thick` pixels high."""
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(y),
        "x": list(x),
        "width": thick,
        "hoverinfo": "skip",
        "marker": {"color": colour, "line": {"width": 0}},
    } | more


def hatch(palette: Palette, colour: str) -> Part:
    """The one sign for "no data", in bars, cells and areas."""
    return {"shape": "/", "fgcolor": colour, "bgcolor": palette.page, "size": 6, "solidity": 0.3}


def hatched(y: Sequence[float], palette: Palette, thick: float, reach: float = 1) -> Part:
    """Hatched bars where a value is not known; they have the length of the scale, not of a value."""
    marker = {"color": palette.page, "pattern": hatch(palette, palette.context), "line": {"width": 0}}
    return bars(y, [reach] * len(y), palette.page, thick, marker=marker, meta="unknown")


def hover_rows(y: Sequence[float], texts: Sequence[str], thick: float, reach: float) -> Part:
    """Invisible bars that answer a pointer or a finger anywhere on a row."""
    return bars(y, [reach] * len(y), CLEAR, thick, hoverinfo="text", hovertext=list(texts), meta="hover")


def empty(palette: Palette) -> Figure:
    """The figure of no rows: hatched, with words."""
    text = safe(t("Chưa có số liệu"))
    return figure(
        [hatched([-32], palette, 10)],
        palette,
        46,
        annotations=[note(0, -12, text, palette, color=palette.muted)],
        xaxis=axis(range=[0, 1]),
        yaxis=pixels(46),
    )


def steps(top: float) -> list[float]:
    """Round values from 0 up to `top`, at most `_STEPS` of them, whole numbers only."""
    if top <= 0:
        return [0]
    rough = top / _STEPS
    unit = 10 ** floor(log10(rough))
    round_ones = (1, 2, 2.5, 5, 10) if unit >= 10 else (1, 2, 5, 10)
    step = max(1, next(unit * s for s in round_ones if unit * s >= rough))
    return [i * step for i in range(ceil(top / step) + 1) if i * step <= top]
