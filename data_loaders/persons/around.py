"""Personal data that no column holds: in the words around the tables, on sheets without one, in remarks pinned to cells.

An office's landline and mailbox, its officers as signers, and streets or schools that bear a person's name are none.
"""

import re
from collections.abc import Iterable, Iterator

from data_loaders import time_limit
from data_loaders.annotating.recognising import LEAD
from data_loaders.columns.choice import Understood
from data_loaders.issues import issue
from data_loaders.persons.pupils import may_name_family, names_parent, names_pupil
from data_loaders.persons.told_by_words import KINDS, may_be_personal, of_office, personal_words
from data_loaders.reading import references
from data_loaders.reading.grid import Sheet
from program.contract import Issue, IssueCode, TableKind
from program.text import fold

_CONTACTS = (KINDS["phone"], KINDS["email"])
_FAMILY = re.compile(r"\b(phu huynh|phhs|cha|me|bo|chau|hoc sinh|em|tre)\b")


def findings(sheet: Sheet, tables: Iterable[Understood]) -> list[Issue]:
    """One finding for each cell outside the tables of a sheet, and for each remark pinned to a cell, that tells
    a person's data. Beside a list of focal points alone contacts of officials are allowed."""
    tables = list(tables)
    contacts = bool(tables) and all(table.kind == TableKind.FOCAL_POINTS for table in tables)
    found = []
    for (row, column), words in sheet.comments.items():
        if (kind := _kind(words.partition(LEAD)[0])) and not (contacts and kind in _CONTACTS):
            found.append(_issue(sheet, row, column, kind, "Ghi chú gắn vào ô {at}", "ghi chú gắn vào ô {at}"))
    if contacts:
        return found
    for row, column, words in _outside(sheet, tables):
        if kind := _kind(words):
            found.append(_issue(sheet, row, column, kind, "Ô {at}", "thông tin này khỏi ô {at}"))
    return found


def _kind(words: str) -> str | None:
    if names_pupil(words) or names_parent(words):
        return KINDS["personal.name"]
    kind = personal_words(of_office(words))
    # A ward's mailbox may lie with any provider.
    return None if kind == KINDS["email"] and not _FAMILY.search(fold(words)) else kind


def _outside(sheet: Sheet, tables: list[Understood]) -> Iterator[tuple[int, int, str]]:
    """The cells of words that lie in no table and its header rows, where any may hold such data."""
    number = sheet.first_row
    end = sheet.first_row + len(sheet.rows)
    for first, last in [*sorted((t.block.header_rows[0], t.block.last) for t in tables), (end, end)]:
        for row in sheet.rows[number - sheet.first_row : max(first - sheet.first_row, 0)]:
            time_limit.look()
            for column, cell in enumerate(row, sheet.first_column):
                if cell.__class__ is str and (may_be_personal(str(cell)) or may_name_family(str(cell))):
                    yield number, column, str(cell)
            number += 1
        number = max(number, last + 1)


def _issue(sheet: Sheet, row: int, column: int, kind: str, what: str, delete: str) -> Issue:
    at = references.name(row, column)
    found = issue(
        IssueCode.PERSONAL_DATA,
        sheet.name,
        at,
        what=what.format(at=at),
        kind=kind,
        delete=delete.format(at=at),
    )
    return {**found, "fix": f"Xóa {delete.format(at=at)} rồi nộp lại."}
