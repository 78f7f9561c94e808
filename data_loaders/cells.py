"""The words of cells, as the user sees them in the spreadsheet; their addresses are made in `reading.references`."""

import datetime
from collections.abc import Sequence
from unicodedata import is_normalized

from data_loaders.reading.grid import Cell, CellError
from program.text import clean


def cell_at(cells: Sequence[Cell], index: int) -> Cell:
    """A cell of a row by its place; None beyond the row's end."""
    return cells[index] if 0 <= index < len(cells) else None


def shown(cell: Cell) -> str:
    """A cell in words, for messages: dates as 12/05/2023, whole numbers without a decimal part."""
    if cell is None:
        return ""
    if isinstance(cell, datetime.datetime):
        return cell.strftime("%d/%m/%Y")
    if isinstance(cell, datetime.date):
        return cell.strftime("%d/%m/%Y")
    if isinstance(cell, datetime.time):
        return cell.strftime("%H:%M")
    if isinstance(cell, CellError):
        return cell.text
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return repr(int(cell)) if cell.is_integer() else repr(cell).replace(".", ",")
    return str(cell)


def tidy(cell: Cell) -> str | None:
    """The words of a cell, cleaned (`program.text.clean`); None for a blank, and for a dash or dots in its place."""
    text = cell if isinstance(cell, str) and _is_tidy(cell) else clean(words(cell))
    return text if text.strip(" -–—._…/") else None


def _is_tidy(text: str) -> bool:
    """Whether `clean` would change nothing; a quarter of its cost."""
    return text.isprintable() and "  " not in text and text.strip(" ") == text and is_normalized("NFC", text)


def words(cell: Cell) -> str:
    """A cell as raw text for matching: text as it stands, numbers and dates as shown, errors as none."""
    if isinstance(cell, str):
        return cell
    return "" if cell is None or isinstance(cell, CellError | bool) else shown(cell)


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing, or nothing but the dots of a printed form."""
    return cell is None or (isinstance(cell, str) and not cell.strip(" .…_/"))
