"""What stands one click below a chart: a line that shows it or hides it. Which are open stands in the address, so a
link is the view; the line is a plain link, since each fold of the framework costs a phone several milliseconds at every
change of filter."""

from html import escape
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from locales.messages import t
from pages.parts.shell import markup

_ASKED = "open"
_LINE = "margin:0;font-size:14px;line-height:24px"


def opened(label: str, key: str) -> DeltaGenerator | None:
    """The line, and what the caller fills when the reader has opened it; None while it is closed."""
    asked = [one for one in st.query_params.get(_ASKED, "").split(",") if one]
    if key not in asked:
        _line(f"{label}\u00a0›", key, [*asked, key])
        return None
    _line(t("Ẩn {what}", what=label[:1].lower() + label[1:]), key, [one for one in asked if one != key])
    return st.container(key=key)


def _line(words: str, key: str, then: list[str]) -> None:
    asked = {name: value for name, value in st.query_params.items() if name != _ASKED}
    asked[_ASKED] = ",".join(then)
    target = escape(f"?{urlencode(asked)}")
    markup.put(
        f"<p class='dashboard-fold' data-fold='{escape(key)}' style='{_LINE}'>"
        f"<a href='{target}' style='color:inherit'>{escape(words)}</a></p>"
    )
