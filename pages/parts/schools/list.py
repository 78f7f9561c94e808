"""The schools that target T1 still lacks, by name: whom to call."""

import streamlit as st

from locales.forms import number
from locales.messages import t
from pages.parts.words import plain
from program import units
from program.views.overview import Unreached, by_state_and_unit


def offer(schools: tuple[Unreached, ...]) -> None:
    """A folded list: those never reached first, then those without an activity in the last twelve months."""
    if not schools:
        return
    never = sum(not school.ever for school in schools)
    title = t("{n} trường chưa có hoạt động trong 12 tháng", n=number(len(schools)))
    if never:
        title += t(", {n} trường chưa từng có", n=number(never))
    with st.expander(title):
        for ever, units_lacking in by_state_and_unit(schools):
            st.markdown(f"**{t('Từng có, nhưng không trong 12 tháng qua') if ever else t('Chưa từng có')}**")
            lines = [
                f"- {units.label(unit, with_type=True)}: {'; '.join(map(plain, names))}"
                for unit, names in units_lacking
            ]
            st.markdown("\n".join(lines))
