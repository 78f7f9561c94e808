"""What is chosen on a screen stands in its address, so that a link is the view."""

import streamlit as st

# No number of a row, a file or a page has more digits; Python itself refuses to read thousands of them, and a database
# to look for one that its column could not hold.
_DIGITS = 9


def put(**changes: str) -> None:
    """Change the address; an empty value leaves it."""
    for name, value in changes.items():
        if value:
            st.query_params[name] = value
        elif name in st.query_params:
            del st.query_params[name]


def number(name: str) -> int | None:
    """The number that the address gives under a name; None where it is no number that anything here could have."""
    return read_number(st.query_params.get(name, ""))


def read_number(text: str) -> int | None:
    """`number` of a text from an address."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _DIGITS else None
