"""The column whose cells say what the figures beside them count, whatever its heading ("Tiêu chí", "Khoản mục")."""

from dataclasses import replace

from data_loaders.cells import words
from data_loaders.columns.column import is_figure_field
from data_loaders.columns.headings import Heading, read_heading
from data_loaders.reading.grid import Cell

_FEWEST, _HALF = 3, 2


def items_by_their_words(headings: dict[int, Heading], samples: dict[int, list[Cell]]) -> dict[int, Heading]:
    """The headings, an unknown one as that of items where most of its cells count activities, people or women by their
    words, and no other column says what is counted or of whom."""
    told = {h.fields[0].partition(".")[0] for h in headings.values() if h.fields}
    if told & {"title", "indicator", "audience", "kind", "attendances", "start_date", "group", "name"}:
        return headings
    found = [n for n, h in headings.items() if not h.fields and _count_by_words(samples[n])]
    return (
        {**headings, found[0]: replace(headings[found[0]], fields=("title",))}
        if len(found) == 1
        else headings
    )


def _count_by_words(cells: list[Cell]) -> bool:
    texts = [words(cell).lstrip("-+*• ") for cell in cells if isinstance(cell, str)]
    if len(texts) < _FEWEST or len(texts) < len(cells):
        return False
    counting = [t for t in texts if any(is_figure_field(f) for f in read_heading((t,)).fields[:1])]
    return len(counting) * _HALF > len(texts)
