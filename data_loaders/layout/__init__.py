"""Where tables stand on a sheet, what their rows are, and what the words around them say."""
