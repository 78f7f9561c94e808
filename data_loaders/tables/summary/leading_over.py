"""Labels of a summary that lead over to the rows below them ("Lớp tập huấn, trong đó:"), read without these words."""

import re
from dataclasses import replace

from data_loaders.columns.choice import Understood, understand
from data_loaders.layout.around.context import Context
from data_loaders.layout.below.row_labels import LEADING, MARK
from data_loaders.layout.blocks import Block
from data_loaders.reading.grid import Cell
from program.contract import TableKind
from program.text import clean

# Behind the name of what is divided; "cụ thể" may be a word of the name where no mark stands before it.
_LEADS_OVER = re.compile(
    r"(?:(?<!bao)[\s,;.:(–-]+(?:trong (?:số )?(?:đó|do)|trđ|tr\. ?đó|chia (?:ra|thành)|(?:bao )?g[ồo]m)|\s*[,;.:(–-]\s*c[ụu] th[ểe])"
    r"(?: có| như sau)*[\s:.,;)…-]*$",
    re.IGNORECASE,
)


def understand_labels(block: Block, context: Context) -> Understood:
    """What `understand` gives; a summary is understood by its labels without what leads over from them: a kind or an
    audience is known by its name alone, and the row that has it is the sum of those below."""
    table = understand(block, context)
    undated = table.kind == TableKind.ACTIVITIES and not table.column("start_date")
    if table.kind != TableKind.PARTICIPATION and not undated:
        return table
    view = block.view
    bare: dict[tuple[int, int], Cell] = {
        (row, view.first_column + i): label
        for row in range(block.first, block.last + 1)
        for i, cell in enumerate(view.cells(row))
        if isinstance(cell, str) and (label := _named(cell)) != cell
    }
    again = understand(replace(block, view=view.with_cells(bare)), context) if bare else table
    return again if again.kind == TableKind.PARTICIPATION else table


def _named(cell: str) -> str:
    """The words of a cell without those that lead over; all of them where nothing else is named ("1. Trong đó:")."""
    label = _LEADS_OVER.sub("", clean(cell))
    named = LEADING.sub("", label).strip(" -+–•*.,:")
    return cell if len(label) == len(clean(cell)) or not named or MARK.match(label) else label
