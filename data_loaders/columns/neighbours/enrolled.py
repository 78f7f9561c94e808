"""Columns that count the pupils a school has beside those who came: "Tổng số HS toàn trường | Số HS tham gia"."""

import re

from data_loaders.columns.column import Column
from data_loaders.layout.blocks import Block
from data_loaders.values.numbers import read_count
from program.text import fold

_ROWS = 60
_CAME = re.compile(
    r"\b(tham gia|tham du|du|luot|tiep can|co mat|duoc (tuyen truyen|truyen thong|tap huan|pho bien))\b"
)
_ALL = re.compile(
    r"^(tong|ts)\b|\b(toan truong|si so|hien co|theo danh sach|tren dia ban|dang hoc|(cua|trong) truong)\b"
)


def enrolled(columns: list[Column], block: Block) -> set[int]:
    """The numbers of columns of people that nobody says came, each at least as large in every row as another column of
    the same people says that came."""
    came = [c for c in columns if _of_people(c) and _CAME.search(fold(c.heading.text))]
    found = set()
    for column in columns:
        text = fold(column.heading.text)
        if not _of_people(column) or column.heading.answered or _CAME.search(text):
            continue
        if not (_ALL.search(text) or _ALL.search(fold(column.heading.lowest))):
            continue
        beside = [c for c in came if _same_people(column, c)]
        if beside and all(_holds(column, c, block) for c in beside):
            found.add(column.number)
    return found


def _of_people(column: Column) -> bool:
    return column.field == "attendances_total" or column.field.startswith("attendances.")


def _same_people(whole: Column, part: Column) -> bool:
    """Whether two columns count one audience; "Sĩ số" that of any."""
    place = (whole.heading.unit, whole.heading.period) == (part.heading.unit, part.heading.period)
    return place and (whole.field == part.field or "si so" in fold(whole.heading.text))


def _holds(whole: Column, part: Column, block: Block) -> bool:
    """Whether no row has fewer of the whole than of the part."""
    pairs = [
        (read_count(block.view.cell(row, whole.number)), read_count(block.view.cell(row, part.number)))
        for row in range(block.first, min(block.last, block.first + _ROWS) + 1)
    ]
    told = [(a, b) for a, b in pairs if isinstance(a, int) and isinstance(b, int)]
    return bool(told) and all(a >= b for a, b in told)
