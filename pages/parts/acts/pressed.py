"""Which units to press: those furthest behind in the measure of the headline, and those that are silent."""

import streamlit as st

from locales.messages import t
from pages.parts import words
from pages.parts.figures import figures_table, plan_words
from program import units
from program.figures import Progress
from program.filters import Filters
from program.vocabulary import Status


def draw(focus: Progress, ranked: tuple[Progress, ...], view: Filters) -> None:
    """Units furthest behind in the measure of the headline, and those that are silent."""
    slow = [p for p in ranked if p.status in words.SLOW]
    silent = [p for p in ranked if p.status == Status.NOT_ASSESSABLE and p.value is None]
    name = words.lower_first(words.name_of(focus))
    title = (
        t("Đơn vị chưa đạt về {name}", name=name) if focus.ended else t("Cần đôn đốc về {name}", name=name)
    )
    st.subheader(title if slow or silent else t("Không đơn vị nào chậm về {name}", name=name), anchor=False)
    lines = [
        f"**{units.label(p.unit, with_type=True)}** {words.status_markdown(p.status)}: {plan_words.unit_needs(p)}"
        for p in slow[:3]
    ]
    if silent:
        names = words.listed([words.unit_inside(p.unit) for p in silent], 6)
        lines.append(f"{words.status_markdown(Status.NOT_ASSESSABLE)}, {t('chưa có báo cáo')}: {names}.")
    if lines:
        st.markdown("\n\n".join(lines))
    figures_table.offer(ranked, view, "pressed-figures")
