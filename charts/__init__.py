"""Prepared rows → a Plotly figure as a plain dict. Pure: no database, no screen, no clock."""
