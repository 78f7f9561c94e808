"""Units at their places: outlines of the old districts, tiles of the new units."""
