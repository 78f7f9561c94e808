"""The report of a scope and a period, and its slides, as values: drafted from the same results as the screens."""
