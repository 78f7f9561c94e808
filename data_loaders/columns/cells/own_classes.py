"""Columns "Lớp" that hold the classes pupils go to, not the classes that were held."""

import re
from collections.abc import Sequence

from data_loaders.reading.grid import Cell
from program.text import fold

_SAMPLE_OF_NAMES = 2000
_CLASS_NAME = re.compile(r"(?:lop )?\d{1,2}\s?(?:[/.-]\s?\d{1,2}|[a-e]\d{0,2})")
_LONGEST = 16
_BEGINNING = re.compile(r"\s*(?:l[^\W\d_]+p\s*)?\d", re.IGNORECASE)


def names_own_classes(values: Sequence[Cell]) -> bool:
    """Whether the cells of a column "Lớp" are the classes that pupils go to (5A, 6/2)."""
    texts = [v for v in values[:_SAMPLE_OF_NAMES] if isinstance(v, str)]
    # Few words of a long column of titles are as short as the name of a class and begin as one; "6, 7" are years.
    short = [t for t in texts if len(t) <= _LONGEST and _BEGINNING.match(t)]
    return sum(all(map(_is_class, re.split("[,;]", t))) for t in short) * 2 > len(texts) > 0


def _is_class(text: str) -> bool:
    folded = fold(text)
    return bool(
        _CLASS_NAME.fullmatch(folded.replace(" ", "/", 1) if re.fullmatch(r"\d+ \d+", folded) else folded)
    )
