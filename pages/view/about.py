"""A screen."""

import streamlit as st

st.title("…")
