"""Which units to press: those furthest behind in the measure of the headline, and those that are silent; and what
waits for a decision."""

from html import escape

from charts.theme import Palette
from locales.messages import t
from pages.parts import words
from pages.parts.figures import awaited, figures_table
from pages.parts.sentences import plan as plan_words
from pages.parts.shell import markup
from program import units
from program.filters import Filters
from program.measures.figures import Progress
from program.text import lower_first
from program.vocabulary import Status

# As a heading of the page and a paragraph of it; one element, for each costs every change of filter its time.
_TITLE = "font-size:1rem;font-weight:600;line-height:1.35;margin:0;padding:12px 0 8px"
_LINE = "margin:0 0 8px"


def draw(focus: Progress, ranked: tuple[Progress, ...], view: Filters, palette: Palette) -> None:
    """Units furthest behind in the measure of the headline, and those that are silent."""
    slow = [p for p in ranked if p.status in words.SLOW]
    silent = [p for p in ranked if p.value is None and not p.heard]
    unclear = [p for p in ranked if p.value is None and p.heard]
    name = lower_first(words.name_of(focus))
    title = (
        t("Đơn vị chưa đạt về {name}", name=name) if focus.ended else t("Cần đôn đốc về {name}", name=name)
    )
    if not any(p.target for p in ranked):
        title = t("Chưa giao chỉ tiêu {name} cho đơn vị nào", name=name)
    elif not slow and not silent and not unclear:
        title = t("Không đơn vị nào chậm về {name}", name=name)
    elif not slow and focus.ended:
        title = t("Chưa đánh giá được mọi đơn vị về {name}", name=name)
    lines = [
        f"<strong>{escape(units.label(p.unit, with_type=True))}</strong> {_status(p.status, palette)}: "
        f"{escape(plan_words.unit_needs(p))}"
        for p in slow[:3]
    ]
    state = _status(Status.NOT_ASSESSABLE, palette)
    for found, why in ((unclear, t("có báo cáo nhưng chưa rõ số liệu")), (silent, t("chưa có báo cáo"))):
        if found:
            names = words.listed([words.unit_inside(p.unit) for p in found], 6, words.MORE_UNITS)
            lines.append(f"{state}, {escape(why)}: {escape(names)}.")
    if waits := awaited.line(view):
        lines.append(waits)
    paragraphs = "".join(f"<p style='{_LINE}'>{line}</p>" for line in lines)
    markup.put(f"<h3 style='{_TITLE}'>{escape(title)}</h3>{paragraphs}")
    figures_table.offer(ranked, view, "pressed-figures", t("Bảng mọi đơn vị"))


def _status(status: Status, palette: Palette) -> str:
    return f"<strong style='color:{palette.status[status]}'>{escape(words.status_words(status))}</strong>"
