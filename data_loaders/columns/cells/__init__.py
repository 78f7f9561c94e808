"""Columns that the cells below their headings decide."""
