"""The schools that target T1 still lacks, by name: whom to call."""

from itertools import groupby

import streamlit as st

from locales.forms import number
from locales.messages import t
from pages.parts.words import plain
from program import units
from program.overview import Unreached


def offer(schools: tuple[Unreached, ...]) -> None:
    """A folded list: those never reached first, then those without an activity in the last twelve months."""
    if not schools:
        return
    never = sum(not school.ever for school in schools)
    title = t("{n} trường chưa có hoạt động trong 12 tháng", n=number(len(schools)))
    if never:
        title += t(", {n} trường chưa từng có", n=number(never))
    with st.expander(title):
        for ever, part in groupby(schools, key=lambda school: school.ever):
            st.markdown(f"**{t('Từng có, nhưng không trong 12 tháng qua') if ever else t('Chưa từng có')}**")
            lines = []
            for unit, own in groupby(part, key=lambda school: school.unit):
                names = "; ".join(plain(school.name) for school in own)
                lines.append(f"- {units.label(unit, with_type=True)}: {names}")
            st.markdown("\n".join(lines))
