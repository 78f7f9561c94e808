"""Cells corrected in place: what a person typed, as the spreadsheet would have kept it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from data_loaders.reading import references
from data_loaders.reading.grid import Cell, Sheet
from program.submissions.mending import Correction

# Longer figures are numbers of papers or telephones; a spreadsheet keeps no more digits than these.
_NUMBER = re.compile(r"[+-]?(?:0|[1-9]\d{0,14})")
# A cell may be typed so far beside what a sheet holds; what lies farther off is no cell of its tables.
_BESIDE = 100

Place = tuple[int, int]


def typed(text: str) -> Cell:
    """What a cell holds after this was typed: a whole number, else the text as it is (days too, which are
    read as the office writes them); nothing for blanks."""
    bare = text.strip()
    return int(bare) if _NUMBER.fullmatch(bare) else text if bare else None


def corrected(sheets: tuple[Sheet, ...], corrections: Iterable[Correction]) -> tuple[Sheet, ...]:
    """The sheets with the corrected cells; a correction of a sheet or cell that does not exist is left out."""
    by_sheet: dict[str, list[Correction]] = {}
    for correction in sorted(corrections):
        by_sheet.setdefault(correction.sheet, []).append(correction)
    return tuple(
        _corrected(sheet, placed(sheet, by_sheet[sheet.name])) if sheet.name in by_sheet else sheet
        for sheet in sheets
    )


def placed(sheet: Sheet, corrections: Iterable[Correction]) -> dict[Place, str]:
    """What was typed by row and column. A merged area is one cell, its upper left one, as in the spreadsheet."""
    direct: dict[Place, str] = {}
    within: dict[Place, str] = {}
    last_row = sheet.first_row + len(sheet.rows) - 1 + _BESIDE
    last_column = sheet.first_column + max(map(len, sheet.rows), default=0) - 1 + _BESIDE
    for correction in corrections:
        place = references.cell(correction.cell)
        if place is None or place[0] > last_row or place[1] > last_column:
            continue
        area = next((m for m in sheet.merges if m[0] <= place[0] <= m[2] and m[1] <= place[1] <= m[3]), None)
        if area and place != area[:2]:
            within[area[:2]] = correction.text
        else:
            direct[place] = correction.text
    return within | direct


def _corrected(sheet: Sheet, texts: dict[Place, str]) -> Sheet:
    if not texts:
        return sheet
    first_row = min([sheet.first_row, *(row for row, _ in texts)])
    first_column = min([sheet.first_column, *(column for _, column in texts)])
    last_row = max([sheet.first_row + len(sheet.rows) - 1, *(row for row, _ in texts)])
    lead: list[Cell] = [None] * (sheet.first_column - first_column)
    rows: list[list[Cell]] = [[] for _ in range(first_row, sheet.first_row)]
    rows += [[*lead, *row] for row in sheet.rows] if lead else sheet.rows
    rows += [[] for _ in range(first_row + len(rows), last_row + 1)]
    for (row, column), text in texts.items():
        cells = rows[row - first_row] = list(rows[row - first_row])
        cells.extend([None] * (column - first_column + 1 - len(cells)))
        cells[column - first_column] = typed(text)
    return replace(
        sheet,
        rows=rows,
        first_row=first_row,
        first_column=first_column,
        formulas_without_value=sheet.formulas_without_value - texts.keys(),
        legacy_fonts={place: font for place, font in sheet.legacy_fonts.items() if place not in texts},
    )
