"""Where words stand on a cumulative curve, by rules that keep them off the lines at 340 px and above."""

from dataclasses import dataclass
from datetime import date, timedelta

from charts.base import Part, note
from charts.curves.timeline import Points, value_on
from charts.theme import SMALL, Palette
from charts.words import bold, hue, safe, width
from locales.forms import day, month, number
from locales.messages import t
from program.units import BREAK

# From this share of the axis on, words of the last point stand in the right margin, so that what
# has ended reads as a list: done, verdict, target.
_ENDED = 0.85
# From this share on, there is no room for words between the last point and the end of the plan.
_LATE = 0.6
# The height of a line of words with the air around it, and the width that those of the last point take at most.
_LINE, _LAST_WIDE = 22, 90


@dataclass(frozen=True)
class Scale:
    """The axes: days from `start` to `end` over `room` pixels at the narrowest, 0 to `top` over `tall`."""

    start: date
    end: date
    top: float
    room: float
    tall: float

    @property
    def days(self) -> int:
        return max((self.end - self.start).days, 1)

    def share(self, when: date) -> float:
        """How far along the axis a day stands, 0 to 1."""
        return (when - self.start).days / self.days

    def pixels(self, value: float) -> float:
        """Height of a value above the axis."""
        return value / self.top * self.tall


@dataclass(frozen=True)
class Last:
    """The last point: its day and value, the plan for it, the colour of its status, what is counted."""

    when: date
    value: float
    expected: float | None
    tone: str
    counter: str

    @property
    def gap(self) -> float:
        """What is missing to the plan; negative where the plan is exceeded."""
        return 0 if self.expected is None else self.expected - self.value

    @property
    def amount(self) -> str:
        return f"{number(self.value)} {self.counter}"

    @property
    def verdict(self) -> str:
        """The gap in words; empty without a plan, or before it has come to the
        first one."""
        if self.expected is None:
            return ""
        if self.gap > 0 and self.expected < 1:
            return ""
        if abs(self.gap) < 0.5:
            return t("đúng kế hoạch")
        if self.gap > 0:
            return t("thiếu {value}", value=number(self.gap))
        return t("vượt {value}", value=number(-self.gap))


def has_ended(last: Last, scale: Scale) -> bool:
    """Whether the last point stands at the end of the axis."""
    return scale.share(last.when) >= _ENDED


def target_text(path: Points, target: float, scale: Scale) -> str:
    """ "mục tiêu 300", with its month where it lies beyond the axis."""
    end = path[-1][0]
    if end > scale.end:
        return t("mục tiêu {value} vào {month}", value=number(target), month=month(end))
    return t("mục tiêu {value}", value=number(target))


def last_words(last: Last, target: str, scale: Scale, palette: Palette) -> tuple[Part, float]:
    """The words of the last point and the right margin they need: right of it in the margin at the end
    of the axis (with the target, if any), else below right of a line under its plan, above left of one
    over it."""
    lines = [hue(safe(last.amount), palette.data)]
    if last.verdict:
        lines.append(hue(safe(last.verdict), last.tone))
    wide = max(width(last.amount), width(last.verdict)) + 12
    ended = has_ended(last, scale)
    if ended and target:
        lines.append(f"<span style='font-size:{SMALL}px;color:{palette.muted}'>{safe(target)}</span>")
        wide = max(wide, width(target, SMALL) + 12)
    share = scale.share(last.when)
    before, high, tall = share * scale.room, scale.pixels(last.value), 20 * len(lines)
    place: Part = {"yanchor": "top", "xshift": 9, "yshift": 4}
    if ended:
        low = min(0, high - tall / 2 + 10)
        up = min(0, scale.tall - high - tall / 2)
        place = {"yanchor": "middle", "xshift": 9, "yshift": -low + up}
    elif last.gap < -0.5 and before > wide:
        place = {"xanchor": "right", "align": "right", "yanchor": "bottom", "xshift": -6, "yshift": 6}
    elif last.gap < -0.5 or high < tall + 10:
        place = {"yanchor": "bottom", "xshift": 9, "yshift": 0}
    anchored_right = place.get("xanchor") == "right"
    margin = 8 if anchored_right else max(8.0, wide - (scale.room - before))
    words = note(str(last.when), last.value, "<br>".join(lines), palette, bgcolor=palette.page, **place)
    return words, margin


def gap_bracket(last: Last) -> list[Part]:
    """A bracket from the last point to its plan; none where they are one."""
    if last.expected is None or abs(last.gap) < 0.5:
        return []
    ends = f"M -6,{last.expected} L 0,{last.expected} L 0,{last.value} L -6,{last.value}"
    return [
        {
            "type": "path",
            "xsizemode": "pixel",
            "xanchor": str(last.when),
            "path": ends,
            "layer": "between",
            "line": {"color": last.tone, "width": 2.5},
        }
    ]


def path_words(path: Points, points: Points, scale: Scale, palette: Palette) -> list[Part]:
    """ "kế hoạch" at the path: in the future where there is room, else beside its middle, on the side
    away from the line."""
    if len(path) < 2:
        return []
    first, end = path[0][0], path[-1][0]
    last = points[-1][0] if points else first
    future = scale.share(last) <= _LATE
    when = last + (end - last) * 0.5 if future else first + (end - first) * 0.5
    plan, done = value_on(path, when), value_on(points, when)
    if plan is None:
        return []
    below = not future and done is not None and done > plan
    place = {"yanchor": "top", "xshift": 4} if below else {"yanchor": "bottom", "xshift": -4}
    anchor = "left" if below else "right"
    return [note(str(when), plan, t("kế hoạch"), palette, anchor, SMALL, **place)]


def former_words(
    former: Points, path: Points, points: Points, changed: date, scale: Scale, palette: Palette
) -> Part:
    """ "kế hoạch cũ, đến 5-3-2023": above the end of the former path where it ran over the plan in force, else below
    it, right of its line; where that would hide what was done, in the corner that a line from zero never reaches."""
    words = t("kế hoạch cũ, đến {day}", day=day(changed))
    (first, _), (end, high) = former[0], former[-1]
    now = value_on(path, end)
    if now is None or high >= now:
        place: Part = {"yanchor": "bottom", "yshift": 2}
        return note(str(end), high, words, palette, "right", SMALL, bgcolor=palette.page, **place)
    at = first + (end - first) * 0.55
    below = value_on(former, at) or 0.0
    if _hides(points, scale.share(at) * scale.room, width(words, SMALL) + 12, scale.pixels(below), scale):
        place = {"xref": "paper", "yref": "paper", "yanchor": "top", "xshift": 6, "yshift": -2}
        return note(0, 1, f"··· {words}", palette, "left", SMALL, bgcolor=palette.page, **place)
    place = {"yanchor": "top", "xshift": 6, "yshift": -2}
    return note(str(at), below, words, palette, "left", SMALL, bgcolor=palette.page, **place)


def _hides(points: Points, left: float, wide: float, high: float, scale: Scale) -> bool:
    """Whether words below a point of the plot, so far from its left and bottom, lie on the line of what was done or on
    the words of its end, which stand below right of it."""
    if not points:
        return False
    low = high - _LINE
    end, done = scale.share(points[-1][0]) * scale.room, scale.pixels(points[-1][1])
    if left < end + _LAST_WIDE and end < left + wide and low < done + 8 and done - 2 * _LINE < high:
        return True
    heights = [scale.pixels(v) for d, v in points if left - 6 <= scale.share(d) * scale.room <= left + wide]
    return any(low - 4 <= h <= high + 4 for h in heights)


def target_words(path: Points, target: str, scale: Scale, palette: Palette) -> Part:
    """The target above the end of its path, or left of the line of the break where it would cross it."""
    when, value = path[-1]
    room = (scale.share(when) - scale.share(BREAK)) * scale.room
    crosses = scale.start < BREAK < when and room < width(target) + 8
    beside = crosses or BREAK - when == timedelta(days=1)
    place: Part = {"yanchor": "bottom", "yshift": 3, "xshift": -6 if beside else 0}
    return note(str(BREAK if crosses else when), value, bold(safe(target)), palette, "right", SMALL, **place)
