"""Personal data of children and parents: found by headings and by values, named, never repeated.

Sources of the rule: NĐ 56/2017 art. 33 and Luật Trẻ em art. 21 (domain.md 5). Officials' contacts are
allowed in a focal-point table alone; a trainer's name is not stored and is no finding.
"""

import re
from collections.abc import Iterator, Sequence

from data_loaders.columns.cells.own_classes import names_own_classes
from data_loaders.columns.cells.places_named import is_public_place
from data_loaders.columns.cells.samples import samples
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column, is_figure_field
from data_loaders.issues import issue
from data_loaders.persons.cut_numbers import is_identity, is_mobile
from data_loaders.persons.names import (
    lists_names,
    looks_like_name,
    mostly_names,
    name_of_person,
)
from data_loaders.persons.pupils import pupil_with_class
from data_loaders.persons.school_mail import is_mail_of_school
from data_loaders.persons.told_by_words import (
    KINDS,
    LONG_NUMBER,
    is_landline,
    may_be_personal,
    of_office,
    personal_words,
)
from data_loaders.reading.grid import Cell
from program.contract import Issue, IssueCode, TableKind
from program.text import fold

# Registers of offices: tasks go to officials and units, whatever heading a name stands below.
_WORK = (TableKind.DIRECTIVES, TableKind.TASKS)
_OFFICES = "Ghi tên đơn vị hoặc chức danh (ví dụ: UBND phường Hải Châu, Trường THCS Nguyễn Huệ, Trưởng phòng) thay cho tên người, rồi nộp lại."
_OF_TITLES = "Bỏ tên, lớp của người đó khỏi ô này, giữ lại tên hoạt động, rồi nộp lại."
_OF_CONTACTS = (
    " Nếu đây là danh sách cán bộ đầu mối: ghi họ tên, chức vụ, số điện thoại mỗi thứ một cột, rồi nộp lại."
)
_LISTS_CONTACTS = re.compile(r"\b(danh sach|ds)\b.{0,40}\bdau moi\b")
_REMARKS = re.compile(r"(ghi chu|luu y|chu thich|ghi chep)\b")


def findings(table: Understood) -> list[Issue]:
    """What a table holds about persons: by its headings first, then by the values of its text columns."""
    contacts = table.kind == TableKind.FOCAL_POINTS
    found: dict[int, Issue] = {}
    for number, heading in table.headings.items():
        kind = _by_heading(table, number, heading.fields, contacts)
        if kind:
            found[number] = _issue(table, number, kind, heading.text)
    if contacts:
        return list(found.values())
    if table.kind in _WORK:
        found |= {n: one for n, one in _names(table) if n not in found}
    for number in table.headings:
        if number not in found and (kind_row := _by_values(table, number)):
            kind, row = kind_row
            made = _issue(table, number, kind, table.headings[number].text, row)
            title = table.column("title") if row is not None and kind == KINDS["personal.name"] else None
            found[number] = {**made, "fix": _OF_TITLES} if title and title.number == number else made
    every = [*found.values(), *_without_heading(table)]
    if _LISTS_CONTACTS.search(fold(table.context.text)):
        return [{**one, "fix": one["fix"] + _OF_CONTACTS} for one in every]
    return every


def _names(table: Understood) -> Iterator[tuple[int, Issue]]:
    """The columns of a register of offices in which a person is named, at the first such cell."""
    for column in table.columns:
        alone = column.field in ("assignee", "issuer", "unit")
        cells = _column(table, column.number)
        for row, cell in enumerate(cells, table.block.first):
            if isinstance(cell, str) and name_of_person(cell, alone):
                made = _issue(table, column.number, KINDS["personal.name"], column.heading.text, row)
                yield column.number, {**made, "fix": _OFFICES}
                break


def _without_heading(table: Understood) -> list[Issue]:
    """Columns beside the others that no heading names, and that hold names, telephones or birth dates."""
    view = table.block.view
    unnamed = [n for n in range(view.first_column, view.last_column + 1) if n not in table.headings]
    told = samples(table.block, unnamed) if unnamed else {}
    found = []
    for number, cells in told.items():
        kind = KINDS["personal.name"] if mostly_names(cells, least=1) else None
        kind = kind or next(filter(None, (personal_words(str(c)) for c in cells if c is not None)), None)
        if kind:
            found.append(_issue(table, number, kind, "", table.block.first))
    return found


def _by_heading(table: Understood, number: int, fields: tuple[str, ...], contacts: bool) -> str | None:
    if not fields:
        return None
    first = fields[0]
    if first == "personal.address" and (table.kind == TableKind.SCHOOLS or _of_venues(table, number)):
        return None
    if first.startswith("personal."):
        return KINDS[first]
    if first == "phone" and table.kind == TableKind.SCHOOLS:
        # The school's own telephone is nobody's; any other is found by its cells.
        told = [cell for cell in _column(table, number) if LONG_NUMBER.search(str(cell))]
        return None if all(map(is_landline, told)) else KINDS[first]
    if first == "email" and table.kind == TableKind.SCHOOLS:
        return (
            None
            if all(is_mail_of_school(c) for c in _column(table, number) if "@" in str(c))
            else KINDS[first]
        )
    if first in ("phone", "email"):
        return None if contacts else KINDS[first]
    if first == "name" and "personal.name" in fields and not contacts:
        return KINDS["personal.name"]
    if first in ("lop", "title") and names_own_classes(_column(table, number)):
        return KINDS["personal.class"]
    return None


def _of_venues(table: Understood, number: int) -> bool:
    """Whether "Địa chỉ" in a list of activities is where each was held: a hall, a school or another place of many beside
    every day, and nothing with a number elsewhere; no column names persons."""
    days = table.column("start_date")
    if days is None or table.kind != TableKind.ACTIVITIES or fold(table.headings[number].text) != "dia chi":
        return False
    if any("personal.name" in heading.fields for heading in table.headings.values()):
        return False
    told = [
        (day is not None, cell)
        for day, cell in zip(_column(table, days.number), _column(table, number), strict=True)
        if cell is not None
    ]
    held = [is_public_place(cell) for dated, cell in told if dated]
    others = any(char.isdigit() for dated, cell in told if not dated for char in str(cell))
    return bool(held) and all(held) and not others


def _column(table: Understood, number: int) -> Sequence[Cell]:
    return table.block.view.column(number, table.block.first, table.block.last)


def _by_values(table: Understood, number: int) -> tuple[str, int | None] | None:
    # Naming a column makes nothing acceptable: its values are examined as those of an unknown one.
    column = next((c for c in table.columns if c.number == number and not c.heading.answered), None)
    cells = _column(table, number)
    if column is not None and str not in set(map(type, cells)):
        return None
    distinct = set(cells)
    if table.kind == TableKind.SCHOOLS:
        distinct = {cell for cell in distinct if not (is_landline(cell) or is_mail_of_school(cell))}
    if may_be_personal("\0".join(map(str, distinct))):
        # From top to bottom: a set has no order, and the first place is the one to name.
        for cell in dict.fromkeys(cell for cell in cells if cell in distinct):
            if isinstance(cell, str | int | float) and (kind := personal_words(str(cell))):
                row = table.block.first + cells.index(cell)
                if not _is_note_of_office(table, row, str(cell)):
                    return kind, row
    if (pupil := pupil_with_class(column, distinct)) is not None:
        return KINDS["personal.name"], table.block.first + cells.index(pupil)
    if _counts_people(table, number, column):
        return _name_among_figures(table, number, cells)
    heading = table.headings[number]
    if column is None and len(filled := distinct - {None}) > 1 and (kind := _kind_of_numbers(filled)):
        return kind, None
    told = (column is not None and column.field != "audience") or bool(
        column is None and heading.fields and not _REMARKS.match(fold(heading.text))
    )
    if not told and (mostly_names(distinct) or any(isinstance(c, str) and lists_names(c) for c in distinct)):
        return KINDS["personal.name"], None
    return None


def _is_note_of_office(table: Understood, row: int, text: str) -> bool:
    """Whether a line by itself below a table tells no more than the telephone and the mailbox of an office ("Mọi thắc
    mắc liên hệ Phòng VHTT, ĐT 0236.3822.111")."""
    alone = sum(cell is not None for cell in table.block.view.cells(row)) == 1
    return alone and personal_words(of_office(text)) is None


def _kind_of_numbers(cells: set[Cell]) -> str | None:
    """What the numbers of a column of no known meaning are, where all are of one sort."""
    if all(map(is_mobile, cells)):
        return KINDS["phone"]
    return KINDS["personal.id"] if all(map(is_identity, cells)) else None


def _counts_people(table: Understood, number: int, column: Column | None) -> bool:
    """Whether figures stand in a column, or should by its heading ("Phụ huynh")."""
    fields = table.headings[number].fields
    return (column is not None and is_figure_field(column.field)) or (
        bool(fields) and is_figure_field(fields[0])
    )


def _name_among_figures(
    table: Understood, number: int, cells: Sequence[Cell]
) -> tuple[str, int | None] | None:
    """A person's name where a number should be: to quote it as unreadable would repeat it."""
    told = samples(table.block, [number])[number]
    names = [cell for cell in told if isinstance(cell, str) and looks_like_name(cell)]
    return (KINDS["personal.name"], table.block.first + cells.index(names[0])) if names else None


def _issue(table: Understood, number: int, kind: str, heading: str, row: int | None = None) -> Issue:
    at = row if row is not None else table.block.heading_row(number)
    view = table.block.view
    line = view.line(number)
    named = f"{line} “{heading}”" if heading else f"{line} không có tiêu đề"
    inside = line[:1].lower() + line[1:]
    what = named if row is None or view.turned else f"{named} (từ dòng {row})"
    delete = inside if row is None else f"phần này trong {inside}"
    return issue(
        IssueCode.PERSONAL_DATA,
        view.sheet.name,
        view.address(at, number),
        None,
        what=what,
        kind=kind,
        delete=delete,
    )
