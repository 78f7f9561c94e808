"""What the desk would list once a file is accepted, told before: summaries whose days cross, last year's report
again; both sources side by side, and the decision that goes along."""

from collections.abc import Sequence

import streamlit as st

from locales.messages import t
from pages.parts.conflicts import deciding
from pages.parts.conflicts import sides as conflict_sides
from pages.parts.conflicts import table as conflict_table
from pages.parts.conflicts.choices import choices
from pages.parts.listing.paging import page_of
from pages.parts.words import plain
from storage.conflicts.subjects import Decision, about_entry
from storage.intake.foreseen import Foreseen


def draw(found: Sequence[Foreseen], scope: str, key: str) -> None:
    """Every entry with its choice, ten at a time."""
    for place, one in enumerate(page_of(found, f"{key}-{scope}")):
        if place:
            st.divider()
        entry, sides = one.entry, one.sides
        said = plain(conflict_sides.subject(entry)), plain(conflict_sides.why(entry))
        st.markdown(f"**{said[0]}**  \n{said[1]}")
        conflict_table.draw(conflict_sides.heads(entry, sides), conflict_sides.lines(entry, sides))
        deciding.draw(key_of(one, scope), t("Quyết định"), choices(entry, sides))


def decision(one: Foreseen, scope: str) -> Decision | None:
    """What was decided about an entry, whether it is shown now or not; None without a reason."""
    verdict = deciding.read(key_of(one, scope))
    return about_entry(one.entry, verdict.value, verdict.reason) if verdict.state == "made" else None


def key_of(one: Foreseen, scope: str) -> str:
    """The name of an entry's choice within a scope."""
    return f"{scope}-{one.entry.code}"
