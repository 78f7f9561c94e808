"""Lines of a title block that hold a label and its value ("Đơn vị báo cáo: | UBND quận Hải Châu"): no headers."""

import re
from collections.abc import Sequence

from data_loaders.cells import words
from data_loaders.columns.words.headings import read_part
from data_loaders.columns.words.part import Part
from data_loaders.reading.grid import Cell
from data_loaders.values.days.periods import find_period
from program.text import fold

_REPORTING = re.compile(
    r"^((ten )?(don vi|co quan|noi)( \w+){0,2} (bao cao|gui|nhan|lap|nop)|ky bao cao|ngay (nhan|gui|bao cao))\b"
)
# A label is no longer.
_SHORT = 40
# A line of a label and its value has no more cells.
_LABELLED = 3
# Two labels with nothing beside them may be left to be filled in; of so many cells most are headings by their words.
_HEADINGS = 3
_MANY = 5


def labels_and_values(parts: list[Part]) -> bool:
    """Whether two labels stand in a row, each with its value ("Đơn vị | Quận Hải Châu | Kỳ báo cáo | Quý I/2023")."""
    return len(parts) == 2 * 2 and all(
        part.strong if not i % 2 else (part.unit or part.period) and not part.strong
        for i, part in enumerate(parts)
    )


def in_pairs(texts: list[str]) -> bool:
    """Whether labels stand in a row, each with its value ("Đơn vị: | Quận Hải Châu | Hình thức: | Trực tiếp")."""
    return (
        len(texts) > 2
        and not len(texts) % 2
        and all(text.rstrip().endswith(":") is not bool(i % 2) for i, text in enumerate(texts))
    )


def labels(cell: Cell, first: bool) -> bool:
    """Whether a cell is the label of a value beside or below it ("Đơn vị báo cáo:"), as a title block has them."""
    text = words(cell).rstrip()
    return text.endswith(":") and (first or bool(_REPORTING.search(fold(text))))


def labels_one(filled: Sequence[Cell]) -> bool:
    """Whether one of the cells of a row is a label with its value beside it; of few cells the first may be one by its colon
    alone. Where every cell ends as a label does, none is the value of another: they are headings."""
    ending = sum(words(cell).rstrip().endswith(":") for cell in filled)
    if len(filled) >= _HEADINGS and ending == len(filled):
        return False
    if (
        len(filled) >= _MANY
        and ending > 1
        and sum(read_part(words(c)).known for c in filled) * 2 >= len(filled)
    ):
        return False
    return any(labels(cell, not i and len(filled) <= _LABELLED) for i, cell in enumerate(filled))


def alone(cells: list[Cell], below: list[Cell]) -> bool:
    """Whether a row is a label with its value, and the next one another or none at all, so that nothing is headed."""
    if len(cells) - cells.count(None) != 2 or len(below) - below.count(None) not in (0, 2):
        return False
    said, after = ([words(cell) for cell in row if cell is not None] for row in (cells, below))
    if not label_line([read_part(text) for text in said]):
        return False
    return not after or (read_part(after[0]).strong and not any(map(_has_figure, after)))


def _has_figure(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


_PERIOD = re.compile(r"\w+ (\w+ ){0,4}(nam|ky|quy|thang|giai doan)")


def names_period(cells: list[Cell]) -> bool:
    """Whether a row is a label of a period with its value ("Chỉ tiêu năm | 2024")."""
    filled = [words(cell) for cell in cells if cell is not None]
    return (
        len(filled) == 2
        and len(filled[0]) < _SHORT
        and bool(_PERIOD.fullmatch(fold(filled[0])))
        and find_period(filled[1]) is not None
    )


def label_line(parts: list[Part]) -> bool:
    """Whether a row is one label with its value."""
    return len(parts) == 2 and parts[0].strong and not parts[1].strong


def tells(part: Part) -> bool:
    """Whether words name a value: an audience, a kind, a period, a unit, a form, or the whole of them."""
    return bool(part.audience or part.kind or part.period or part.unit or part.delivery or part.whole)
