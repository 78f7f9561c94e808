"""From headings in an office's words to the fields of a table."""
