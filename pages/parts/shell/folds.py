"""What stands one click below a chart: a line that shows it or hides it. Which are open stands in the address, so a
link is the view; the line is a plain link, since each fold of the framework costs a phone several milliseconds at every
change of filter. The rest of the address is put into it when it is about to be followed (`in_place`): a line that says
the same as before need not be drawn anew."""

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from locales.messages import t
from pages.parts.shell import markup

_ASKED = "open"
LINE = "margin:0;font-size:14px;line-height:24px"


def opened(label: str, key: str) -> DeltaGenerator | None:
    """The line, and what the caller fills when the reader has opened it; None while it is closed."""
    asked = [one for one in st.query_params.get(_ASKED, "").split(",") if one]
    if key not in asked:
        _line(f"{label}\u00a0›", key, key)
        return None
    _line(t("Ẩn {what}", what=label[:1].lower() + label[1:]), key, "")
    return st.container(key=key)


def _line(words: str, key: str, then: str) -> None:
    markup.put(
        f"<p class='dashboard-fold' data-fold='{escape(key)}' style='{LINE}'>"
        f"<a href='?{_ASKED}={escape(then)}' style='color:inherit'>{escape(words)}</a></p>"
    )
