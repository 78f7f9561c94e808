"""Columns "Lớp" that hold the classes pupils go to, not the classes that were held."""

import re
from collections.abc import Sequence

from data_loaders.columns.headings import Heading
from data_loaders.reading.grid import Cell
from program.text import fold

_SAMPLE_OF_NAMES = 2000
_CLASS_NAME = re.compile(r"(?:lop )?\d{1,2}\s?(?:[/.-]\s?\d{1,2}|[a-e]\d{0,2})")


def names_own_classes(heading: Heading, values: Sequence[Cell]) -> bool:
    """Whether a column "Lớp" holds the classes that pupils go to (5A, 6/2)."""
    texts = [fold(v) for v in values[:_SAMPLE_OF_NAMES] if isinstance(v, str)]
    named = [
        t
        for t in texts
        if _CLASS_NAME.fullmatch(t.replace(" ", "/", 1) if re.fullmatch(r"\d+ \d+", t) else t)
    ]
    return (
        bool(heading.fields)
        and heading.fields[0] in ("lop", "title", "count")
        and len(named) * 2 > len(texts) > 0
    )
