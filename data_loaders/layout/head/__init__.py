"""The header of a table: which rows it is, and the headings of its columns."""
