"""Screens. Nothing else lies directly in this folder: Streamlit would serve it before `app.py` ran."""
