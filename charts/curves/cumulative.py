"""One cumulative line against its planned path; the future stays blank, 1-7-2025 stays visible."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from charts.base import NARROW, Figure, Part, axis, empty, figure, note, shape, steps
from charts.curves.curve_words import (
    Last,
    Scale,
    former_words,
    gap_bracket,
    has_ended,
    last_words,
    path_words,
    target_text,
    target_words,
)
from charts.curves.timeline import Points, before_break, date_ticks, from_break, value_on
from charts.theme import SMALL, Palette
from charts.words import safe, width
from locales.forms import day, number
from locales.messages import t
from program.units import BREAK, DISTRICTS_END
from program.vocabulary import Status

_HEIGHT = 384
_BOTTOM = 24


@dataclass(frozen=True)
class Curve:
    """What is drawn. `points` are (day, value since `start`) in order, the last one on the as-of day;
    `path` the planned milestones as (day, value), joined by straight lines; `expected` the plan at the
    last point and `target` the end of the path, None without a plan. `start` and `end` bound the axis.

    `former` is the path of the plan that a decision of the day `changed` replaced, drawn grey; none where
    the plan never changed. `tier` says whose series it is: `old` ends on 30-6-2025 with its plan and its axis (a
    district), `new` begins on 1-7-2025 (a ward or commune), `both` runs on in a second, separate line (the city; an
    organisation).
    A break outside the span is not drawn and never widens the axis.
    """

    points: Points
    path: Points
    start: date
    end: date
    counter: str
    status: Status
    target: float | None = None
    expected: float | None = None
    tier: Literal["old", "new", "both"] = "both"
    former: Points = ()
    changed: date | None = None

    @property
    def first(self) -> date:
        """The first day of the axis: a new unit has no days before the break."""
        return max(self.start, BREAK) if self.tier == "new" else self.start

    @property
    def last(self) -> date:
        """The last day of the axis: a district has no days after the break, only the line of it."""
        return min(self.end, BREAK) if self.tier == "old" else self.end

    @property
    def planned(self) -> tuple[date, date]:
        """The days for which a plan is drawn: of a district to 30-6-2025, whatever its target was set for."""
        return self.first, min(self.end, DISTRICTS_END) if self.tier == "old" else self.end

    @property
    def shows_break(self) -> bool:
        return self.first <= BREAK < self.end


def cumulative(curve: Curve, palette: Palette) -> Figure:
    """The figure of a curve: path and former path, line (in two pieces around the break), bracket of the gap, words."""
    points, path = shown(curve), _within(curve.path, *curve.planned)
    if not points and not path:
        return empty(palette)
    former = _within(curve.former, *curve.planned)
    highest = max([v for _, v in (*points, *path, *former)] + [curve.expected or 0, 1])
    top = highest * 1.2
    values = steps(top)
    left = round(max(width(number(v), SMALL) for v in values)) + 10
    above = 24 if curve.shows_break else 6
    scale = Scale(curve.first, curve.last, top, NARROW - left, _HEIGHT - above - _BOTTOM)
    target = target_text(path, curve.target, scale) if path and curve.target is not None else ""
    right, notes, shapes = 8.0, path_words(path, points, scale, palette), []
    if points:
        tone = palette.status[curve.status]
        last = Last(*points[-1], curve.expected, tone, curve.counter)
        words, right = last_words(last, target, scale, palette)
        notes, shapes = [*notes, words], gap_bracket(last)
        target = "" if has_ended(last, scale) else target
    else:
        # The corner that a rising plan leaves empty.
        corner: Part = {"xref": "paper", "yref": "paper", "yanchor": "bottom", "xshift": -6, "yshift": 6}
        notes.append(note(1, 0, t("Chưa có số liệu"), palette, "right", **corner))
    if target:
        notes.append(target_words(path, target, scale, palette))
    if len(former) > 1 and curve.changed:
        notes.append(former_words(former, path, points, curve.changed, scale, palette))
    if curve.shows_break:
        # The day of the break stands below the last day of a district's axis.
        right = max(right, width(day(BREAK), SMALL) / 2 + 2) if curve.last == BREAK else right
        marks, words = _break(curve, round(right), palette)
        notes, shapes = [*notes, words], [*marks, *shapes]
    lines = [
        _line(former, palette.context, 1.5, "former", dash="2px,3px"),
        _line(path, palette.plan, 1.5, "plan", dash="4px,4px"),
        *_lines(points, curve, palette),
    ]
    return figure(
        [line for line in lines if line["x"]],
        palette,
        _HEIGHT,
        annotations=notes,
        shapes=shapes,
        margin={"l": left, "r": round(right), "t": above, "b": _BOTTOM, "pad": 0},
        **_axes(scale, values, NARROW - left - right, palette),
    )


def _axes(scale: Scale, values: list[float], room: float, palette: Palette) -> Part:
    """Days and values with their words written out, so that no format of the browser's language shows."""
    frame = axis(visible=True, tickfont={"size": SMALL, "color": palette.muted}, linecolor=palette.rule)
    ticks = date_ticks(scale.start, scale.end, room)
    days = {
        "type": "date",
        "range": [str(scale.start), str(scale.end + timedelta(days=scale.days // 80))],
        "showline": True,
        "hoverformat": "%m/%Y",
        "tickvals": [str(d) for d in ticks],
        "ticktext": list(ticks.values()),
        "tickangle": 0,
    }
    heights = {
        "range": [0, scale.top],
        "showgrid": True,
        "gridcolor": palette.rule,
        "tickvals": values,
        "ticktext": [number(v) for v in values],
    }
    return {"xaxis": frame | days, "yaxis": frame | heights}


def shown(curve: Curve) -> list[tuple[date, float]]:
    """The points of the tier, with the zero from which they grow."""
    points = [p for p in curve.points if curve.first <= p[0] <= curve.end]
    if curve.tier == "old":
        points = list(before_break(points))
    elif curve.tier == "new":
        points = list(from_break(points))
    return [(curve.first, 0.0), *points] if points and points[0][0] > curve.first else points


def _within(path: Points, start: date, end: date) -> list[tuple[date, float]]:
    """The path cut to the axis, with its values at both cuts."""
    ends = [(d, value_on(path, d)) for d in (start, end)]
    cuts = [(d, v) for d, v in ends if v is not None]
    return sorted({*[p for p in path if start <= p[0] <= end], *cuts})


def _line(points: Points, colour: str, thick: float, meta: str, dash: str = "solid") -> Part:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [str(d) for d, _ in points],
        "y": [v for _, v in points],
        "hoverinfo": "skip",
        "meta": meta,
        "line": {"color": colour, "width": thick, "dash": dash},
    }


def _lines(points: Points, curve: Curve, palette: Palette) -> list[Part]:
    """What was done: to 30-6-2025 and from 1-7-2025, never joined; a ring opens the second piece."""
    old, new = before_break(points), from_break(points)
    pieces = []
    for piece in (old, new):
        line = _line(piece, palette.data, 3, "actual") | {
            "hoverinfo": "text",
            "hovertext": [_hover(when, value, curve) for when, value in piece],
        }
        pieces.append(line)
    ends = [(points[-1], palette.data)] if points else []
    if old and new and curve.first < BREAK:
        ends = [(old[-1], palette.page), (new[0], palette.page), *ends]
    dots: Part = {
        "type": "scatter",
        "mode": "markers",
        "x": [str(p[0]) for p, _ in ends],
        "y": [p[1] for p, _ in ends],
        "hoverinfo": "skip",
        "meta": "ends",
        "cliponaxis": False,
        "marker": {
            "color": [c for _, c in ends],
            "size": [9 if c == palette.data else 5 for _, c in ends],
            "opacity": 1,
            "line": {"color": palette.data, "width": 1.75},
        },
    }
    return [*pieces, dots]


def _hover(when: date, value: float, curve: Curve) -> str:
    text = t("đến {day}: {value}", day=day(when), value=f"{number(value)} {safe(curve.counter)}")
    plan = value_on(curve.path, when)
    return text if plan is None else f"{text}<br>{t('kế hoạch {value}', value=number(plan))}"


def _break(curve: Curve, right: int, palette: Palette) -> tuple[list[Part], Part]:
    """The line of 1-7-2025 from top to bottom, the days of the new units in grey, and words above the plot."""
    field: Part = {"fillcolor": palette.track, "opacity": 0.4, "layer": "below", "yref": "paper"}
    turn = (str(BREAK), str(BREAK))
    marks = [shape("line", turn, (0, 1), palette.muted, yref="paper", width=1.25, layer="between")]
    if curve.last > BREAK:
        marks = [shape("rect", (str(BREAK), str(curve.last)), (0, 1), **field), *marks]
    words = t("từ {day}: phường, xã, đặc khu mới", day=day(BREAK))
    place = {"xref": "paper", "yref": "paper", "yanchor": "bottom", "yshift": 3, "xshift": right}
    return marks, note(1, 1, words, palette, "right", SMALL, **place)


def alt(curve: Curve) -> str:
    """The message of the curve in one sentence."""
    points = shown(curve)
    if not points:
        return t("Chưa có số liệu")
    when, value = points[-1]
    words = [
        t("Cộng dồn đến {day}: {value} {counter}", day=day(when), value=number(value), counter=curve.counter)
    ]
    if curve.expected is not None:
        words.append(t("kế hoạch đến nay {value}", value=number(curve.expected)))
    if curve.target is not None:
        words.append(t("mục tiêu {value}", value=number(curve.target)))
    if curve.former and curve.changed:
        words.append(
            t(
                "kế hoạch cũ, đến {day}: {value}",
                day=day(curve.changed),
                value=number(curve.former[-1][1]),
            )
        )
    return ", ".join(words) + "."
