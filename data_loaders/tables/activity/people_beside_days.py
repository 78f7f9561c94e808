"""Who came, told in the cell of the day ("Ngày 12/5/2023, tại UBND phường, 60 phụ huynh" below "Thời gian, địa điểm,
thành phần")."""

import re

from data_loaders.columns.choice import Understood
from data_loaders.columns.column import is_figure_field
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import read_people
from data_loaders.values.people.audiences import read_numbered
from program.text import fold

_PEOPLE = re.compile(r"\b(thanh phan|doi tuong|so luong|so nguoi|tham du|tham gia)\b")
_PARTS = re.compile(r"\s*[,;\n]\s*(?!\d{3}\b)")


def day_with_people(table: Understood) -> int | None:
    """The column of days whose heading names who came, too, where no column tells it."""
    day = table.column("start_date")
    told = any(is_figure_field(c.field) or c.field == "audience" for c in table.columns)
    return day.number if day and not told and _PEOPLE.search(fold(day.heading.text)) else None


def people_in(cell: Cell) -> tuple[dict[str, int], int | None]:
    """The people by audience, or all of them, that the last parts of a cell tell."""
    parts = [part for part in _PARTS.split(cell) if part] if isinstance(cell, str) else []
    for start in range(1, len(parts)):
        if numbered := read_numbered("; ".join(parts[start:])):
            return {audience.value: n for audience, n in numbered.items()}, None
    total = read_people(parts[-1]) if len(parts) > 1 and not parts[-1].isdecimal() else None
    return {}, total if isinstance(total, int) else None
