"""Forms that no table is: labels and values in one cell ("Số lớp tập huấn: 05"), several facts in a line ("Số lớp | 5 |
Số lượt | 320", "Số lượt: 320; nữ: 150"). The facts are set one below the other, and the view remembers where each stood.
"""

import re
from dataclasses import replace

from data_loaders import time_limit
from data_loaders.cells import words
from data_loaders.columns.column import is_figure_field
from data_loaders.columns.words.headings import read_heading
from data_loaders.layout.below.row_labels import MARK, is_example
from data_loaders.layout.forms.told import by_role
from data_loaders.layout.forms.words import COUNT, MEN, PEOPLE, WOMEN, read_line
from data_loaders.layout.grid_view import GridView, Place
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.kinds import names_only_kind
from data_loaders.values.people.audiences import read_numbered
from program.text import clean

_ROWS, _FIGURES, _HEADING = 120, 2, 8
_LABELLED = re.compile(r"\s*([^:;\n]*[^\W\d][^:;\n]*?)\s*:\s*([^\s:].*)", re.DOTALL)
_LAST_COLON = re.compile(r"(.*[^\W\d].*?)\s*:\s*(\d.*)", re.DOTALL)
# Where one fact of a cell ends and the next begins.
_NEXT = re.compile(r"\s*[;\n]\s*|\s*[,(]\s*(?=trong đó\b)|\)\s*(?:[,.;]\s*|$)", re.IGNORECASE)
_WOMEN = re.compile(
    r"((?:trong đó,?:?\s*)?(?:có\s+)?(?:số\s+)?(?:nữ|phụ nữ))\s*[:là ]*\s*(\d[\d.]*(?:\s*(?:lượt|người|em))*)",
    re.IGNORECASE,
)
# What only leads over to the lines below, and the full stop.
_LEADS_OVER = re.compile(r"[\s,;.(]*(trong đó|gồm|bao gồm|cụ thể|chia ra)?[\s:.]*$", re.IGNORECASE)
# More than a form says in one cell: to take pages of words apart would take seconds.
_LONGEST = 2_000
_OF_ONE = frozenset(["title", "start_date"])
_Fact = tuple[Cell, Cell, int, int]


def facts_below_each_other(view: GridView) -> GridView | None:
    """The sheet with a fact in each row, its label and its value; None where it holds no such form."""
    if view.last_row - view.first_row > _ROWS:
        return None
    rows: list[list[Cell]] = []
    places: dict[Place, Place] = {}
    figures, example = 0, False
    told: set[str] = set()
    first = view.first_column
    for row in range(view.first_row, view.last_row + 1):
        time_limit.look()
        # What shows how to fill in goes on to the next blank row.
        example = any(view.cells(row)) and (example or is_example(view.cells(row)))
        if example:
            places[view.first_row + len(rows), first] = row, first
            rows.append([None])
            continue
        filled: list[tuple[int, Cell]] = [
            (first + i, cell) for i, cell in enumerate(view.cells(row)) if cell is not None
        ]
        if len(filled) > 2 and MARK.match(words(filled[0][1])):
            filled = filled[1:]
        if _headed(filled):
            # A kind beside the first of its facts heads them.
            places[view.first_row + len(rows), first] = row, filled[0][0]
            rows.append([filled[0][1]])
            filled = filled[1:]
        facts = _facts(filled)
        for label, value, label_at, value_at in facts:
            at = view.first_row + len(rows)
            places |= {(at, first): (row, label_at), (at, first + 1): (row, value_at)}
            rows.append([label, value])
            figures += _counts(label, value)
            told.update(read_heading((words(label),)).fields[:1])
        if not facts:
            places[view.first_row + len(rows), first] = row, filled[0][0] if filled else first
            rows.append([filled[0][1] if filled else None, *(cell for _, cell in filled[1:])])
    # One figure is enough beside what was held or when.
    if figures < _FIGURES - bool(told & _OF_ONE):
        return None
    return GridView(replace(view.sheet, rows=rows, merges=()), places=places)


def fields_told(view: GridView) -> dict[str, Place]:
    """The fields that labels of a sheet's facts name first, each with its place; none of a sheet that is no form."""
    found: dict[str, Place] = {}
    for row in range(view.first_row, min(view.last_row, view.first_row + _ROWS) + 1):
        filled: list[tuple[int, Cell]] = [
            (view.first_column + i, cell) for i, cell in enumerate(view.cells(row)) if cell is not None
        ]
        for label, _, at, _ in _facts(filled):
            for field in read_heading((words(label),)).fields[:1]:
                found.setdefault(field, (row, at))
    return found


def of_activities(view: GridView) -> bool:
    """Whether facts set below each other tell of single activities: of each what was held, and on which day."""
    labels = (
        words(cells[0]) for row in range(view.first_row, view.last_row + 1) if (cells := view.told(row))
    )
    fields = [field for label in labels for field in read_heading((label,)).fields[:1]]
    named, dated = fields.count("title"), fields.count("start_date")
    return named == dated > 0


def _headed(filled: list[tuple[int, Cell]]) -> bool:
    """Whether a row begins with the name of a kind, before labels and their values."""
    line = read_line("", words(filled[0][1]), "") if len(filled) > 1 else None
    if line is None or line.kind is None or len(line.text.split()) > _HEADING:
        return False
    if line.measure and not names_only_kind(line.text):
        return False
    odd = len(filled) % 2 == 1
    return (odd and _known(filled[1][1])) or all(_alone(cell) for _, cell in filled[1:])


def _facts(filled: list[tuple[int, Cell]]) -> list[_Fact]:
    found: list[_Fact] = [(label, value, at, at) for at, cell in filled for label, value in _alone(cell)]
    if found:
        return found if all(_alone(cell) for _, cell in filled) else []
    labels, values = filled[::2], filled[1::2]
    if len(filled) % 2 or not filled or not all(isinstance(cell, str) for _, cell in labels):
        return []
    known = [_known(cell) for _, cell in labels]
    marked = all(words(cell).endswith(":") for _, cell in labels)
    if (
        not known[0]
        or 2 * sum(known) < len(known)
        or (not marked and any(_known(cell) for _, cell in values))
    ):
        return []
    return [(words(a).rstrip(": "), b, i, j) for (i, a), (j, b) in zip(labels, values, strict=True)]


def _alone(cell: Cell) -> list[tuple[str, str]]:
    """The facts that a cell tells without another."""
    return (_in_sentence(cell) or _in_one_cell(cell)) if isinstance(cell, str) else []


def _in_sentence(text: str) -> list[tuple[str, str]]:
    """The activities and people of a sentence ("Đã tổ chức 05 lớp tập huấn cho 200 lượt cha mẹ"); none where it tells
    other numbers too."""
    facts = by_role(text)
    if COUNT not in facts or facts[COUNT].line.kind is None:
        return []
    return [(fact.label, fact.at) for fact in facts.values()]


def _in_one_cell(text: str) -> list[tuple[str, str]]:
    """The facts of a cell; what cannot be told apart stays with the value before it, for its finding."""
    found: list[tuple[str, str]] = []
    if ":" not in text or len(text) > _LONGEST:
        return found
    for piece in filter(None, map(str.strip, _NEXT.split(text.strip()))):
        women = _WOMEN.fullmatch(piece.rstrip(". )"))
        told = _LABELLED.fullmatch(piece) if ":" in piece else None
        if told and not _known(told[1]):
            # "Trong đó: số nữ: 176" leads in what it counts.
            told = _LAST_COLON.fullmatch(piece)
        value = _LEADS_OVER.sub("", clean(told[2])) if told else ""
        if women:
            found.append((clean(women[1]), clean(women[2])))
        elif told and value and _known(told[1]):
            found.append((clean(told[1]), value))
        elif not found:
            return []
        elif _LEADS_OVER.sub("", piece):
            found[-1] = (found[-1][0], f"{found[-1][1]}; {piece}")
    return found


def _known(cell: Cell) -> bool:
    if not isinstance(cell, str):
        return False
    fields = read_heading((words(cell).rstrip(": "),)).fields
    return (bool(fields) and fields[0] != "unused") or _is_number(cell)


def _is_number(label: Cell) -> bool:
    return read_line("", words(label), "").measure in (COUNT, PEOPLE, WOMEN, MEN)


def _counts(label: Cell, value: Cell) -> bool:
    fields = read_heading((words(label),)).fields
    if fields[:1] == ("audience",):
        return bool(read_numbered(words(value)))
    figure = (bool(fields) and (is_figure_field(fields[0]) or "count" in fields)) or _is_number(label)
    return figure and (isinstance(read_count(value), int) or bool(by_role(f"{words(label)}: {words(value)}")))
