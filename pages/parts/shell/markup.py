"""Markup of our own as one element of the page. Words in it are escaped by whoever makes it."""

from dataclasses import dataclass
from typing import Literal

import streamlit as st


@dataclass(frozen=True)
class _Markup:
    """Says that it is markup: Streamlit looks for a file by the name of a plain text, and takes its margins apart,
    a twentieth of the work of a run."""

    body: str

    def _repr_html_(self) -> str:
        return self.body


def put(body: str, *, scripts: bool = False, width: Literal["stretch", "content"] = "stretch") -> None:
    """Draw it; with `scripts` those in it run."""
    st.html(_Markup(body), width=width, unsafe_allow_javascript=scripts)
