"""A field of whole numbers, of which what is no number at all is as nothing typed.

Streamlit turns down infinity and NaN, as a changed page sends them, in fields of decimals alone. In one of whole numbers
they end the run in an error, before any line of a page could look at them.
"""

import math
from typing import Any

import streamlit as st
from streamlit.elements.widgets.number_input import Number, NumberInputSerde

_understood = NumberInputSerde.deserialize


def _finite(of: NumberInputSerde, sent: Number | None) -> Number | None:
    if sent is not None and not math.isfinite(sent):
        return of.value
    return _understood(of, sent)


NumberInputSerde.deserialize = _finite  # type: ignore[method-assign,assignment]


def field(label: str, low: int, high: int | None, value: int | None, **shown: Any) -> int | None:
    """What stands in it; None where it is empty. `shown` are the words of `st.number_input` of its look."""
    found: int | None = st.number_input(label, low, high, value, step=1, **shown)
    return found
