"""Lists of persons on a sheet that holds no table: refused as a whole, as in a table, and never repeated."""

from data_loaders import time_limit
from data_loaders.issues import issue
from data_loaders.layout.below.row_labels import ends_table
from data_loaders.persons.names import looks_like_name
from data_loaders.persons.told_by_words import KINDS
from data_loaders.reading import references
from data_loaders.reading.grid import Cell, Sheet
from program.contract import Issue, IssueCode


def name_lists(sheet: Sheet) -> list[Issue]:
    """One finding for each column in which two different names stand in rows that follow each other.

    A single name is a contact or a signature, and so is what stands below "Người lập biểu".
    """
    found: dict[int, Issue] = {}
    above: list[Cell] = []
    for number, row in enumerate(sheet.rows, sheet.first_row):
        time_limit.look()
        if any(isinstance(cell, str) and ends_table(cell) for cell in row):
            break
        for index, (upper, cell) in enumerate(zip(above, row, strict=False)):
            if index not in found and upper != cell and _is_name(upper) and _is_name(cell):
                found[index] = _issue(sheet, number - 1, sheet.first_column + index)
        above = row
    return list(found.values())


def _is_name(cell: Cell) -> bool:
    return isinstance(cell, str) and looks_like_name(cell)


def _issue(sheet: Sheet, row: int, column: int) -> Issue:
    name = references.letters(column)
    return issue(
        IssueCode.PERSONAL_DATA,
        sheet.name,
        references.name(row, column),
        None,
        what=f"Cột {name} (từ dòng {row})",
        kind=KINDS["personal.name"],
        delete=f"phần này trong cột {name}",
    )
