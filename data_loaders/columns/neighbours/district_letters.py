"""Headings that are the districts by their letters, side by side ("HC | TK | ST | NHS"): alone they may be anything."""

from collections.abc import Iterable

from data_loaders.reading.grid import Cell

_LETTERS = {
    "HC": "Quận Hải Châu", "TK": "Quận Thanh Khê", "ST": "Quận Sơn Trà", "NHS": "Quận Ngũ Hành Sơn",
    "LC": "Quận Liên Chiểu", "CL": "Quận Cẩm Lệ", "HV": "Huyện Hòa Vang",
}  # fmt: skip
_FEWEST = 4


def districts_spelled_out(paths: dict[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """The headings, letters of districts written out where enough of them stand in one row."""
    found = _districts(path[-1] for path in paths.values())
    return {n: (*path[:-1], found.get(path[-1], path[-1])) for n, path in paths.items()} if found else paths


def names_districts(cells: Iterable[Cell]) -> bool:
    """Whether enough cells of a row are letters of districts, each another."""
    return bool(_districts(cell for cell in cells if isinstance(cell, str) and len(cell) <= _FEWEST))


def _districts(texts: Iterable[str]) -> dict[str, str]:
    found = {text: name for text in texts if (name := _LETTERS.get(text.strip().rstrip(".").upper()))}
    return found if len(set(found.values())) >= _FEWEST else {}
