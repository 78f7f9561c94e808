"""The numbers behind a ranking, as a table that can be read out and copied."""

from collections.abc import Sequence

import streamlit as st

from locales.forms import number, percent
from locales.messages import t
from pages.parts.words import status_words
from program import units
from program.figures import Progress


def offer(ranked: Sequence[Progress]) -> None:
    """A folded table: unit, done, due by now, target, pace, status. What is not known stays blank."""
    if not ranked:
        return
    heads = ("Đơn vị", "Thực hiện", "Đến nay phải có", "Chỉ tiêu", "So với kế hoạch", "Tình trạng")
    lines = [tuple(t(head) for head in heads), ("---", "--:", "--:", "--:", "--:", "---")]
    for p in ranked:
        figures = ("" if value is None else number(value) for value in (p.value, p.expected, p.target))
        pace = "" if p.pace is None else percent(p.pace)
        lines.append((units.label(p.unit, with_type=True), *figures, pace, status_words(p.status)))
    with st.expander(t("Bảng số liệu")):
        st.markdown("\n".join(f"| {' | '.join(line)} |" for line in lines))
