"""What map and tiles share: the row of a unit, its fill and words, and the box of Hoàng Sa."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.base import Part, axis, hatch, note, shape
from charts.maps.outlines import hoang_sa
from charts.theme import SMALL, Palette, said
from charts.words import bold, done, hue, safe
from locales.forms import percent
from locales.messages import t
from program.units import label
from program.vocabulary import STATUS_SHAPES, Status


@dataclass(frozen=True)
class AreaRow:
    """One unit of territory: `share` of its plan reached by now (1 is the plan), None where not known;
    `words` says why where there is nothing to judge ("chưa báo cáo"). `count` is what was done, None where
    not reported, and `counted` the same as printed ("19 lớp")."""

    code: str
    name: str
    share: float | None
    status: Status
    words: str = ""
    count: float | None = None
    counted: str = ""

    @property
    def is_judged(self) -> bool:
        return self.share is not None and self.status != Status.NOT_ASSESSABLE


def unknown(code: str) -> AreaRow:
    """The row of a unit that nothing is known of: drawn, hatched, never left out."""
    return AreaRow(code, label(code), None, Status.NOT_ASSESSABLE, t("chưa có số liệu"))


def short(row: AreaRow) -> str:
    """Shape and percentage, or shape and reason: "▲ 73 %", "○ chưa báo cáo"."""
    if row.share is None or not row.is_judged:
        return said(Status.NOT_ASSESSABLE, row.words)
    return f"{STATUS_SHAPES[row.status]} {share_text(row.share)}"


def share_text(share: float) -> str:
    """The percentage of a plan; beyond 999 % it says no more than that."""
    return done(share) if share < 9.995 else f"> {percent(9.99)}"


def coloured(text: str, row: AreaRow, palette: Palette) -> str:
    """Words in the hue of the row's status."""
    status = row.status if row.is_judged else Status.NOT_ASSESSABLE
    return hue(safe(text), palette.status[status])


def area(x: Sequence[float], y: Sequence[float], row: AreaRow, palette: Palette) -> Part:
    """A closed area in the tint of the row's status, hatched where nothing is known."""
    fill: Part = {"fillcolor": palette.tint[row.status]}
    if not row.is_judged:
        fill = {"fillpattern": hatch(palette, palette.muted)}
    return {
        "type": "scatter",
        "mode": "lines",
        "meta": row.code,
        "x": list(x),
        "y": list(y),
        "fill": "toself",
        "hoveron": "fills",
        "hoverinfo": "text",
        "text": hover(row),
        "line": {"color": palette.page, "width": 1.5},
    } | fill


def ground(x: Sequence[float], y: Sequence[float], row: AreaRow, palette: Palette) -> Part:
    """A closed area that carries no value itself, only the sign for "no data" where nothing was reported."""
    fill: Part = {"fillcolor": palette.track}
    if row.count is None:
        fill = {"fillpattern": hatch(palette, palette.muted)}
    words = row.counted or said(Status.NOT_ASSESSABLE, row.words)
    drawn = area(x, y, row, palette) | {"text": f"{bold(safe(row.name))}<br>{safe(words)}"}
    drawn.pop("fillcolor", None)
    drawn.pop("fillpattern", None)
    return drawn | fill


def hover(row: AreaRow) -> str:
    """Name, percentage of the plan, status or reason."""
    if row.share is None or not row.is_judged:
        return f"{bold(safe(row.name))}<br>{safe(short(row))}"
    plan = t("đạt {share} kế hoạch đến nay", share=share_text(row.share))
    return f"{bold(safe(row.name))}<br>{safe(plan)}<br>{said(row.status)}"


def hoang_sa_box(
    palette: Palette, office: str, top: float, left: float
) -> tuple[list[Part], list[Part], Part]:
    """The framed box of Hoàng Sa at the lower right, which every map of the city has, with its own
    scale: (traces, words, axes and shapes of the layout). `office` is who governs it ("(huyện Hoàng Sa, TP Đà Nẵng)");
    `top` and `left` are its upper left corner as shares of the frame."""
    islands = hoang_sa()
    trace: Part = {
        "type": "scatter",
        "mode": "markers",
        "meta": "hoang_sa",
        "x": [p[0] for p in islands],
        "y": [p[1] for p in islands],
        "xaxis": "x2",
        "yaxis": "y2",
        "hoverinfo": "text",
        "hovertext": [t("Quần đảo Hoàng Sa") + "<br>" + t("không có số liệu")] * len(islands),
        "marker": {"color": palette.muted, "size": 4},
    }
    names = (t("Quần đảo Hoàng Sa"), *office.replace(", ", ",\n").split("\n"), t("không có số liệu"))
    lines = "<br>".join(safe(line) for line in names)
    corner: Part = {"xref": "paper", "yref": "paper", "yanchor": "top", "xshift": 6, "yshift": -4}
    words = note(left, top, lines, palette, size=SMALL, color=palette.text, **corner)
    frame = shape("rect", (left, 1), (0, top), palette.muted, xref="paper", yref="paper")
    layout = {
        "shapes": [frame],
        "xaxis2": axis(domain=[left + 0.02, 0.98], range=[110.9, 113.0], anchor="y2"),
        "yaxis2": axis(domain=[0.015, top * 0.42], range=[15.6, 17.2], anchor="x2"),
    }
    return [trace], [words], layout


def sentences(rows: Sequence[AreaRow]) -> str:
    """Each unit with its percentage of the plan and status, and Hoàng Sa."""
    found = []
    for row in rows:
        if row.share is None or not row.is_judged:
            found.append(f"{row.name}: {short(row)[2:]}")
        else:
            found.append(f"{row.name}: {share_text(row.share)}, {said(row.status)[2:]}")
    found.append(t("Quần đảo Hoàng Sa: không có số liệu"))
    return "; ".join(found) + "."
