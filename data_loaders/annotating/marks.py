"""The colour and the comment of one cell."""

from collections.abc import Sequence
from copy import copy
from functools import lru_cache
from math import ceil

from openpyxl.cell import Cell
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.styles.cell_style import StyleArray

from data_loaders.annotating.recognising import AUTHOR, LEAD
from program.contract import Issue
from program.fonts import Font
from program.text import writable

# Near Excel's own colours for bad and neutral cells, yet not the same: ours can be told and taken off.
COLOURS = {"error": "FFFFC8CE", "warning": "FFFFECA0"}
_FILLS = {severity: PatternFill("solid", fgColor=colour) for severity, colour in COLOURS.items()}
_DARK = "FF000000"
# So much of ours, and of what the user wrote: Excel takes 32,767 letters of both.
LONGEST_COMMENT = 16_000
_LONGEST = 4_000
LONGEST_TEXT = 32_767
FORMULA_SIGNS = ("=", "+", "-", "@")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Text without the signs that no spreadsheet may hold; most lines of a list share most of their texts."""
    return writable(text)


def text_cell(cell: Cell, text: str) -> Cell:
    """The cell with this text, never a formula or an error, whatever signs it begins with."""
    cell.value = plain(text)[:LONGEST_TEXT]
    cell.data_type = "s"
    if text.startswith(FORMULA_SIGNS):
        cell.quotePrefix = True
    return cell


class Painter:
    """Colours the cells of one workbook. What a form becomes is worked out once: thousands of cells share a few."""

    def __init__(self) -> None:
        self._known: dict[tuple[tuple[int, ...], str], StyleArray] = {}

    def colour(self, cell: Cell | MergedCell, severity: str) -> None:
        """A pale ground for the cell; see `colour`."""
        # The places of its font, ground, …, none where it has the usual ones; no other way is as quick.
        form = tuple(cell._style or ()), severity  # noqa: SLF001
        known = self._known.get(form)
        if known is not None:
            cell._style = copy(known)  # noqa: SLF001
            return
        colour(cell, severity)
        self._known[form] = copy(cell._style)  # noqa: SLF001


def colour(cell: Cell | MergedCell, severity: str) -> None:
    """A pale ground; letters meant for a ground of the user's own become dark, so that they stay readable."""
    if cell.fill.fill_type and cell.fill not in _FILLS.values():
        font: Font = copy(cell.font)
        font.color = _DARK
        cell.font = font
    cell.fill = _FILLS[severity]


def severity(issues: Sequence[Issue]) -> str:
    """How bad it is with a cell: as the worst of its findings."""
    return "error" if any(found["severity"] == "error" for found in issues) else "warning"


def words(issues: Sequence[Issue]) -> str:
    """All findings of a cell as one remark."""
    said = "\n\n".join(f"{found['message']}\nCách sửa: {found['fix']}" for found in issues)
    return plain(LEAD + said)[:_LONGEST]


def height(text: str) -> int:
    """How many pixels high a remark is that shows all its lines."""
    lines = sum(max(1, ceil(len(line) / 46)) for line in text.splitlines())
    return min(60 + 17 * lines, 420)


def mark(cell: Cell, issues: Sequence[Issue], painter: Painter) -> None:
    """Colours a cell, and puts all its findings into one comment, below what the user wrote there."""
    painter.colour(cell, severity(issues))
    text = words(issues)
    own = cell.comment
    if own is not None:
        text = f"{own.text.rstrip()[:LONGEST_COMMENT]}\n\n{text}"
    author = own.author if own is not None else AUTHOR
    cell.comment = Comment(text, author, height=height(text), width=340)


def take_off(cell: Cell | MergedCell) -> None:
    """Removes colour and comment of an earlier round; what the user wrote in the comment stays."""
    if cell.fill.fill_type == "solid" and cell.fill.fgColor.rgb in COLOURS.values():
        cell.fill = PatternFill()
    own = cell.comment
    if own is None or LEAD not in own.text:
        return
    text = own.text.partition(LEAD)[0].rstrip()
    cell.comment = Comment(text, own.author) if text else None
