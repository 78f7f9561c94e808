"""Bars and bullets: a value a row or a column."""
