"""Who taught, named within the title of an activity: a trainer's name is not stored, nor is the file refused for it."""

import re
from dataclasses import replace

from data_loaders.columns.choice import Understood
from data_loaders.layout.grid_view import Place
from data_loaders.persons.names import CAPITAL, begins_with_name, name_first
from data_loaders.reading.grid import Cell

# The office or the degree of one who teaches, "do", or "ông", "bà", and the name behind it.
_TAUGHT = re.compile(
    r"(?:(?i:\b(?:báo cáo|giảng|tuyên truyền|huấn luyện|tập huấn) viên|\bbcv|\bgv|\bdiễn giả|\bbác sĩ|\bluật sư|\btrình bày|\bchủ trì|\bdo)\s*:?\s*|\b[Cc]huyên gia(?: (?!"
    + CAPITAL
    + r")[^\W\d_]+){0,3}\s*:?\s+|\b(?=(?:Th|PG|G|T)S\b|BS\.|(?:[Ôô]ng|ÔNG|[Bb]à|BÀ)\s))"
    r"(?:(?:(?:Th|PG|G|T|B|L)?S|CN|[Ôô]ng|ÔNG|[Bb]à|BÀ|[Tt]hầy|[Cc]ô|[Aa]nh|[Cc]hị|[Đđ]/c|[Đđ]ồng chí)[.:]*\s*)*((?:[^\W\d_]+\s+){1,4}[^\W\d_]+)"
)
# Each of its beginnings has letters of its own: a long column is looked over quickly.
_MAYBE = tuple(
    re.compile(beginning.replace("#", CAPITAL))
    for beginning in (
        "viên:? +#", "BCV", "S\\. ?#", "\\bdo:? \\S{1,8} (?:chí )?#", "iả:? #", "huyên gia", "[bB]ày:? ", "rì: ",
        "GV: ", "[hT]S #", "sĩ:? #", "sư:? #", "Ông #", " ông #", "\\(ông #", "Bà #", " bà #", "\\(bà #", " ÔNG #", " BÀ #",
    )
)  # fmt: skip


def without_trainers(text: str) -> str:
    """Words of a title, with three dots for the names of those who taught ("Báo cáo viên: ThS. …")."""
    return _TAUGHT.sub(_without_name, text)


def _without_name(found: re.Match[str]) -> str:
    before = found[0].removesuffix(found[1])
    # Behind the word of one who teaches "Ông" is a surname as well ("Báo cáo viên: Ông Thị Lan").
    for start in (before, before.removesuffix("Ông ") or before):
        words = found[0].removeprefix(start)
        if begins_with_name(words):
            return start + words.replace(name_first(words), "…", 1)
    return found[0]


def trainers_left_out(table: Understood) -> Understood:
    """The table without the trainers' names that its titles tell."""
    column, view = table.column("title"), table.block.view
    if column is None:
        return table
    cells = view.column(column.number, table.block.first, table.block.last)
    text = "\0".join(filter(lambda c: c.__class__ is str, cells))  # type: ignore[arg-type]
    if not any(pattern.search(text) for pattern in _MAYBE):
        return table
    changed: dict[Place, Cell] = {
        (row, column.number): kept
        for row, cell in enumerate(cells, table.block.first)
        if isinstance(cell, str) and (kept := without_trainers(cell)) != cell
    }
    return replace(table, block=replace(table.block, view=view.with_cells(changed)))
