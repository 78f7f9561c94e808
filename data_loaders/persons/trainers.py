"""Who taught, named within the title of an activity: a trainer's name is not stored, nor is the file refused for it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from data_loaders.columns.choice import Understood
from data_loaders.layout.grid_view import Place
from data_loaders.persons.names import CAPITAL, begins_with_name, name_first
from data_loaders.reading.grid import Cell
from program.text import clean

# The office or the degree of one who teaches, "do", or "ông", "bà", and the name behind it.
_TAUGHT = re.compile(
    r"(?:(?i:\b(?:báo cáo|giảng|tuyên truyền|huấn luyện|tập huấn) viên|\b(?:bao cao|giang|tap huan) vien|\bbcv|\bgv|\bdiễn giả|\b(?:bác|thạc|tiến) sĩ|\bcử nhân|\bluật sư|\bnhà báo|\btrình bày|\bchủ trì|\bđồng chí|\bđ/c|\bdo"
    r"|\b(?:thiếu|trung|thượng|đại) (?:[úu][yý]|tá|sĩ))\s*:?\s*|\b[Cc]huyên gia(?: (?!"
    + CAPITAL
    + r")[^\W\d_]+){0,3}\s*:?\s+|\b(?=(?:T[hH]|PG|G|T)S\b|BS\b|(?:[Ôô]ng|ÔNG|[Bb]à|BÀ)\s))"
    r"(?:(?:(?:T[hH]|PG|G|T|B|L)?S|CN|(?i:(?:thiếu|trung|thượng|đại) (?:[úu][yý]|tá|sĩ)|(?:thạc|tiến|bác) sĩ|cán bộ)|[ÔôOo]ng|ÔNG|[Bb][àa]|BÀ|[Tt]hầy|[Cc]ô|[Aa]nh|[Cc]hị|[Đđ]/c|[Đđ]ồng chí)[.:]*\s*)*((?:[^\W\d_]+\s+){1,4}[^\W\d_]+)"
)
# Each of its beginnings has letters of its own, and each of these patterns begins with plain ones, which are sought much
# quicker than a choice of letters or the edge of a word: a long column is looked over soon.
_MAYBE = tuple(
    re.compile(beginning.replace("#", CAPITAL))
    for beginning in (
        "viên:? +#", "vien:? +(?:[Oo]ng +|[Bb]a +)?#", "BCV", "S\\. ?#", "iả:? #", "huyên gia", "bày:? ", "Bày:? ", "rì: ", "GV: ", "hS #", "TS #", "sĩ:? #", "sư:? #",
        *(f"{do}:? \\S{{1,8}} (?:\\S{{1,4}} )?#" for do in ("do", "Do", "DO")),
        "Ông #", " ông #", "\\(ông #", "Bà #", " bà #", "\\(bà #", " ÔNG #", " BÀ #",
        "úy #", "uý #", "Úy #", "Uý #", "ÚY #", "UÝ #", "tá #", "Tá #", "TÁ #", "áo:? #", "BS #", "hân:? #", "đ/c:? #", "chí:? #",
        "SĨ #", "HS #",
    )
)  # fmt: skip

# Sought one by one, which is quicker in a long column than one pattern for all.
_UNEVEN = ("  ", *(chr(code) for code in range(0x3001) if code != ord(" ") and chr(code).isspace()))


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


def _joined(cells: Iterable[Cell]) -> str:
    return "\0".join(filter(lambda c: c.__class__ is str, cells))  # type: ignore[arg-type]


def trainers_left_out(table: Understood) -> Understood:
    """The table without the trainers' names that its titles tell."""
    column, view = table.column("title"), table.block.view
    if column is None:
        return table
    cells = view.column(column.number, table.block.first, table.block.last)
    text = _joined(cells)
    if any(blank in text for blank in _UNEVEN):  # a name broken over two lines is a name
        cells = [clean(cell) if isinstance(cell, str) else cell for cell in cells]
        text = _joined(cells)
    if not any(pattern.search(text) for pattern in _MAYBE):
        return table
    changed: dict[Place, Cell] = {
        (row, column.number): kept
        for row, cell in enumerate(cells, table.block.first)
        if isinstance(cell, str) and (kept := without_trainers(cell)) != cell
    }
    return replace(table, block=replace(table.block, view=view.with_cells(changed)))
