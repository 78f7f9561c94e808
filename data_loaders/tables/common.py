"""What the readers of activity and summary tables share."""

import re
from collections import Counter
from dataclasses import replace
from typing import Any, Protocol

from data_loaders.cells import cell_at, tidy
from data_loaders.columns.cells.marks import marks
from data_loaders.columns.cells.places_named import is_venue, school_in
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column
from data_loaders.persons.names import without_persons
from data_loaders.reading.grid import Cell
from data_loaders.tables.besides.near_twins import near_twins
from data_loaders.tables.figures import duplicate_key, rough_key
from data_loaders.tables.findings import Findings
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.fault import Fault
from data_loaders.values.kinds import find_delivery
from program.contract import IssueCode
from program.text import fold
from program.vocabulary import Basis

_CHILDREN = {"attendances.children_in_school", "attendances.children_out_of_school"}
_WOMEN = re.compile(r"(so |sl |so luong |luot )*phu nu\b")
# Columns that are not read and yet tell sessions of one day apart; remarks and costs do not.
_APART = re.compile(r"(ten |so )?(buoi|ca|gio|khoi|lop|nhom|dot|to|tdp|thon|khu|kdc|ap|chi hoi|chi doan)\b")


class TableReader(Protocol):
    """What reads one kind of table: `shown` maps column numbers to fields, `hidden` counts hidden rows read."""

    shown: dict[int, str]
    hidden: int

    def records(self) -> list[dict[str, Any]]:
        """The sound rows as records."""


def shown_fields(table: Understood) -> dict[int, str]:
    """Column numbers and fields, as the contract names them."""
    return {c.number: shown_field(c.field) for c in table.columns if c.field != "attendances.?"}


def shown_field(field: str) -> str:
    """The name of a field in the contract: ticked columns tell a kind or a form, men are part of the total, the
    day of a document of its words."""
    name = field.split(".", maxsplit=1)[0]
    return name if name in ("delivery", "kind", "level") else _SHOWN.get(field, field)


_SHOWN = {"male": "attendances_total", "document_day": "document"}


def blank(**values: Any) -> dict[str, Any]:
    """A record of an activity with every field of the contract, null where not given."""
    record: dict[str, Any] = {
        "unit": None, "kind": None, "title": None, "start_date": None, "end_date": None, "count": None,
        "delivery": None, "organiser": None, "ward": None, "school": None, "attendances": {},
        "attendances_total": None, "female": None, "basis": Basis.DETAIL.value,
    }  # fmt: skip
    record.update(values)
    return record


def text_of(cells: list[Cell], index: int | None) -> str | None:
    """The words of a cell, cleaned; None for a blank."""
    if index is None or index >= len(cells):
        return None
    return tidy(cells[index])


def field_text(table: Understood, cells: list[Cell], field: str) -> str | None:
    """The words of a row's cell by field; None for a blank or where the table lacks the field."""
    column = table.column(field)
    text = text_of(cells, column.number - table.block.view.first_column) if column else None
    if column and field == "school" and of_any_place(column):
        return school_in(text)
    return without_persons(text) if field == "organiser" else text


def of_any_place(column: Column) -> bool:
    """Whether a column of schools holds other places as well, by its heading ("Địa điểm")."""
    return is_venue(column.heading) and not column.heading.answered


def delivery_of(table: Understood, cells: list[Cell]) -> str | None:
    """How the activities of a summary row were held; None where the row does not say it."""
    text = field_text(table, cells, "delivery")
    found = find_delivery(text) if text else None
    return found.value if found else None


def ticked(table: Understood, cells: list[Cell]) -> list[str]:
    """The audiences that a row marks in their columns."""
    return [column.field.split(".", 1)[1] for column in _ticking(table, cells)]


def _ticking(table: Understood, cells: list[Cell]) -> list[Column]:
    offset = table.block.view.first_column
    found = (c for c in table.columns if c.field.startswith("audience."))
    return [c for c in found if marks(cell_at(cells, c.number - offset))]


def warn_of_ticks(table: Understood, row: int, cells: list[Cell], findings: Findings) -> None:
    """Say that a summary row only marks its audiences, and not how many of each came."""
    if found := _ticking(table, cells):
        cell = cell_at(cells, found[0].number - table.block.view.first_column)
        names = ", ".join(table.block.paths[c.number][-1] for c in found)
        each = "từng đối tượng" if len(found) > 1 else "đối tượng này"
        findings.add(
            IssueCode.TICKS_NOT_COUNTED, row, found[0].number, cell, audiences=f"“{names}”", each=each
        )


def count_fault(findings: Findings, row: int, column: int, cell: Cell, fault: Fault) -> None:
    """Write down a figure that could not be read."""
    findings.add(fault.code, row, column, cell, hint=fault.hint)


def unfinished_formulas(table: Understood, row: int, cells: list[Cell], findings: Findings) -> bool:
    """Whether a row has formulas without a result in columns that are used; each is written down."""
    pending = table.block.view.sheet.formulas_without_value
    if not pending:
        return False
    offset, found = table.block.view.first_column, False
    for column in table.columns:
        index = column.number - offset
        if (row, column.number) in pending and (index >= len(cells) or cells[index] is None):
            findings.add(IssueCode.FORMULA_WITHOUT_VALUE, row, column.number)
            found = True
    return found


def settle_audience_columns(table: Understood, findings: Findings) -> tuple[Understood, set[int]]:
    """Columns under "Đối tượng" whose audience is not known: one without a figure and one that in every row is the sum of
    both sorts of children are left out, any other is written down at its heading. Gives the numbers of the latter."""
    unknown: set[int] = set()
    kept: list[Column] = []
    children = [c.number for c in table.columns if c.field in _CHILDREN]
    for column in (_as_audience(table, c) if c.field == "female" else c for c in table.columns):
        if column.field != "attendances.?":
            kept.append(column)
        elif _any_figure(table, column.number) and not _sums(table, column.number, children):
            unknown.add(column.number)
            leaf = table.block.paths[column.number][-1]
            findings.add(
                IssueCode.AUDIENCE_UNKNOWN, table.block.heading_row(column.number), column.number, leaf
            )
    return Understood(
        table.block, table.kind, tuple(kept), table.unused, table.headings, table.context
    ), unknown


def of_unknown(cells: list[Cell], unknown: set[int], offset: int) -> bool:
    """Whether a row has people in one of the columns of audiences that are still to be asked; none of them is no doubt."""
    told = (read_count(cells[number - offset]) for number in unknown)
    return any(isinstance(value, Fault) or (isinstance(value, int) and value > 0) for value in told)


def _as_audience(table: Understood, column: Column) -> Column:
    """A column "Phụ nữ" before those of others, alone, or summed with them counts women as such, not the women among them."""
    parts = [c.number for c in table.columns if c.field.startswith("attendances.")]
    if not _WOMEN.match(fold(column.heading.text)) or any(map(table.column, ("audience", "male"))):
        return column
    total = table.column("attendances_total")
    beside = parts and total and _sums(table, total.number, [column.number, *parts])
    if not (beside or (total is None and all(n > column.number for n in parts))):
        return column
    return replace(column, field=f"attendances.{column.heading.audience or '?'}")


def _any_figure(table: Understood, column: int) -> bool:
    cells = table.block.view.column(column, table.block.first, table.block.last)
    return any(cell is not None and isinstance(read_count(cell), int) for cell in cells)


def _sums(table: Understood, column: int, parts: list[int]) -> bool:
    """Whether the figures of a column are those of two others together, in every row that has one."""
    block = table.block

    def figure(row: int, number: int) -> int:
        value = read_count(block.view.cell(row, number))
        return value if isinstance(value, int) else 0

    rows = range(block.first, block.last + 1)
    told = [row for row in rows if block.view.cell(row, column) is not None]
    return len(parts) > 1 and all(figure(row, column) == sum(figure(row, p) for p in parts) for row in told)


def _unread(table: Understood, row: int) -> list[Cell]:
    """What a row says in columns that are not read of which session it was ("Sáng" and "Chiều" are two)."""
    apart = (n for n in table.unused if n in table.headings and _APART.match(fold(table.headings[n].text)))
    return [table.block.view.cell(row, n) for n in apart]


def warn_duplicates(records: list[dict[str, Any]], table: Understood, findings: Findings) -> None:
    """Rows of one table that are equal in everything, or in all but one number of people."""
    column = table.columns[0].number
    rough = [rough_key(record) for record in records]
    often = {alike for alike, times in Counter(rough).items() if times > 1}
    seen: dict[tuple[Any, ...], int] = {}
    for record in (r for r, alike in zip(records, rough, strict=True) if alike in often) if often else ():
        row = record["source"]["row"]
        first = seen.setdefault((*duplicate_key(record), *_unread(table, row)), row)
        if first != row and record["basis"] != Basis.DECLARED_ZERO:
            cell = table.block.view.cell(row, column)
            findings.add(IssueCode.DUPLICATE_ROW, row, column, cell, first=first)
    for row, first, people, others in near_twins(records, table):
        told = {"alike": "gần giống", "apart": f", chỉ khác số lượt ({people} và {others})"}
        findings.add(
            IssueCode.DUPLICATE_ROW, row, column, table.block.view.cell(row, column), first=first, **told
        )


def warn_duplicates_across(records: list[dict[str, Any]], table: Understood, findings: Findings) -> None:
    """Summary rows of one table that are equal in everything, all their records together."""
    column = table.columns[0].number
    rows: dict[int, list[dict[str, Any]]] = {}
    for record in records:
        rows.setdefault(record["source"]["row"], []).append(record)
    seen: dict[tuple[Any, ...], int] = {}
    for row, own in rows.items():
        key = tuple(duplicate_key(record) for record in own)
        first = seen.setdefault((*key, *_unread(table, row)), row)
        if first != row and any(record["basis"] != Basis.DECLARED_ZERO for record in own):
            cell = table.block.view.cell(row, column)
            findings.add(IssueCode.DUPLICATE_ROW, row, column, cell, first=first)
