"""A share year by year, classes apart from sessions: two panels of columns on one scale from 0 to 100 %."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.base import Figure, Part, axis, empty, figure, note, pixels, shape
from charts.theme import SMALL, Palette
from charts.words import bold, safe
from locales.messages import t
from program.shares import share_in_words

_HEAD = 42
_PLOT = 84
_FOOT = 20
_PANEL = 0.48


@dataclass(frozen=True)
class YearShare:
    """One year: its short name ("2023"), its name in a sentence ("năm 2023"), the share (0 to 1, None
    where there is nothing to share), the numbers as printed ("7.900 trên 9.539 lượt"), where in the
    year the units changed (0 to 1; None: not in it), and for the table how many activities there were (None: not
    known)."""

    label: str
    title: str
    share: float | None
    text: str
    turn: float | None = None
    count: int | None = None


def shares(classes: Sequence[YearShare], sessions: Sequence[YearShare], palette: Palette) -> Figure:
    """The figure of both kinds. A line through a column says that its units changed within the year."""
    if not any(y.share is not None for y in (*classes, *sessions)):
        return empty(palette)
    floor = -(_HEAD + _PLOT)
    titles = (t("Trong <b>lớp</b> tập huấn"), t("Trong <b>buổi</b> truyền thông"))
    data: list[Part] = []
    notes: list[Part] = []
    shapes: list[Part] = []
    for name, years, title in zip(("x", "x2"), (classes, sessions), titles, strict=True):
        last = len(years) - 0.5
        notes.append(note(-0.5, -10, title, palette, xref=name, color=palette.muted))
        shapes.append(shape("line", (-0.5, last), (floor, floor), palette.rule, xref=name))
        known = [(i, y.share) for i, y in enumerate(years) if y.share is not None]
        data.append(
            {
                "type": "bar",
                "meta": "classes" if name == "x" else "sessions",
                "x": [i for i, _ in known],
                "y": [share * _PLOT for _, share in known],
                "base": [floor] * len(known),
                "width": 0.62,
                "marker": {"color": palette.data, "line": {"width": 0}},
                "hoverinfo": "text",
                "hovertext": [_hover(years[i]) for i, _ in known],
                "xaxis": name,
            }
        )
        for i, year in enumerate(years):
            notes.append(note(i, floor - 10, safe(year.label), palette, "center", SMALL, xref=name))
            top = floor + (year.share or 0) * _PLOT + 9
            words = "–" if year.share is None else share_in_words(year.share, 1)
            colour = palette.muted if year.share is None else palette.text
            notes.append(note(i, top, words, palette, "center", SMALL, xref=name, color=colour))
            if year.turn is not None:
                at = i - 0.31 + 0.62 * year.turn
                shapes += _parting(at, floor, floor + (year.share or 0) * _PLOT, name, palette)
    height = _HEAD + _PLOT + _FOOT
    return figure(
        data,
        palette,
        height,
        barmode="overlay",
        annotations=notes,
        shapes=shapes,
        xaxis=axis(range=[-0.5, max(len(classes), 1) - 0.5], domain=[0, _PANEL]),
        xaxis2=axis(range=[-0.5, max(len(sessions), 1) - 0.5], domain=[1 - _PANEL, 1], anchor="y"),
        yaxis=pixels(height),
    )


def _parting(at: float, floor: float, top: float, name: str, palette: Palette) -> list[Part]:
    """The line that parts a column in two, with its foot below the axis, where it can be seen however low
    the column is."""
    through = shape("line", (at, at), (floor, top), palette.page, xref=name, width=2.5)
    foot = shape("line", (at, at), (floor - 5, floor + 1), palette.muted, xref=name, width=1.5)
    return [through, foot]


def _hover(year: YearShare) -> str:
    return f"{bold(safe(year.title))}<br>{share_in_words(year.share, 1, 1)}: {safe(year.text)}"


def alt(classes: Sequence[YearShare], sessions: Sequence[YearShare]) -> str:
    """Both kinds year by year."""
    if not any(y.share is not None for y in (*classes, *sessions)):
        return t("Chưa có số liệu")
    found = []
    for name, years in ((t("Lớp tập huấn"), classes), (t("Buổi truyền thông"), sessions)):
        told = [f"{y.title} {share_in_words(y.share, 1, 1)}" for y in years if y.share is not None]
        found.append(f"{name}: {', '.join(told) or t('chưa có số liệu')}")
    return "; ".join(found) + "."
