"""Two activities that look alike, side by side: are they one, and then whose row counts?"""

from collections.abc import Sequence

import streamlit as st

from locales.messages import t
from pages.parts.conflicts import deciding
from pages.parts.figures import results
from pages.parts.listing.paging import page_of
from pages.parts.listing.row_words import Said, lines, source
from pages.parts.words import plain
from program.conflicts.twins import REASON_LABELS, Twin, TwinDecision

DIFFERENT, FIRST, SECOND = "different", "first", "second"


def draw(found: Sequence[Twin], scope: str) -> None:
    """Every pair with its choice, ten at a time."""
    for place, twin in enumerate(page_of(found, f"twins-{scope}")):
        if place:
            st.divider()
        _pair(twin)
        deciding.draw(key_of(twin, scope), t("Hai dòng này là"), _choices(twin))


def decision(twin: Twin, scope: str) -> TwinDecision | None:
    """What was decided about a pair, whether it is shown now or not; None without a reason."""
    verdict = deciding.read(key_of(twin, scope))
    if verdict.state != "made":
        return None
    return TwinDecision(twin.first_key, twin.second_key, verdict.value, verdict.reason)  # type: ignore[arg-type]


def key_of(twin: Twin, scope: str) -> str:
    """The name of a pair's choice within a scope."""
    return f"twin-{scope}-{twin.first_key.hex()}-{twin.second_key.hex()}"


def alike(twin: Twin) -> str:
    """Why the two look alike: "cùng ngày, cùng trường"."""
    return ", ".join(t(REASON_LABELS[reason]) for reason in twin.reasons)


def _pair(twin: Twin) -> None:
    first, second = st.columns(2)
    for place, row in ((first, twin.first), (second, twin.second)):
        with place:
            st.markdown("  \n".join(_said(row, twin)))
    st.markdown(t("Giống nhau: {reasons}.", reasons=alike(twin)))


def _said(row: Said, twin: Twin) -> list[str]:
    """The lines of a row; what the other row says otherwise is bold."""
    other = twin.second if row is twin.first else twin.first
    same = set(lines(other))
    return [
        f"{name}: {words}" if (name, words) in same else f"{name}: **{words}**" for name, words in lines(row)
    ]


def _choices(twin: Twin) -> dict[str, str]:
    one = "Cùng một hoạt động, tính dòng của {source}"
    offered = {
        DIFFERENT: t("Hai hoạt động khác nhau, tính cả hai"),
        FIRST: t(one, source=plain(source(twin.first))),
        SECOND: t(one, source=plain(source(twin.second))),
    }
    # Whoever reaches some units only does not set another unit's row aside.
    who = results.actor()
    for verdict, lost in ((FIRST, twin.second), (SECOND, twin.first)):
        if not who.reaches(lost["unit"]):
            del offered[verdict]
    return offered
