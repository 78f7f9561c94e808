"""What is chosen on a screen stands in its address, so that a link is the view."""

import streamlit as st


def put(**changes: str) -> None:
    """Change the address; an empty value leaves it."""
    for name, value in changes.items():
        if value:
            st.query_params[name] = value
        elif name in st.query_params:
            del st.query_params[name]
