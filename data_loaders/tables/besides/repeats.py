"""Rows that stand in two tables of one file, such as a sheet copied and kept: they would count twice."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from data_loaders.issues import issue
from data_loaders.tables.besides.longer_periods import longer_periods
from data_loaders.tables.figures import duplicate_key, rough_key
from program.contract import Issue, IssueCode, Table, TableKind
from program.vocabulary import Basis

_REGISTERS = tuple(
    kind.value
    for kind in (TableKind.TARGETS, TableKind.SCHOOLS, TableKind.POPULATION, TableKind.FOCAL_POINTS)
)
# What one value is of.
_VALUED = {
    TableKind.TARGETS.value: ("indicator", "unit", "start_date", "end_date", "authority"),
    TableKind.POPULATION.value: ("group", "unit", "year"),
}
_ONE_VALUE = "Giữ một dòng đúng, xóa hoặc sửa dòng còn lại."
_COUNTED = (TableKind.ACTIVITIES.value, TableKind.PARTICIPATION.value)
_Likeness = tuple[Any, ...]


def repeats(tables: list[Table]) -> list[Issue]:
    """One warning for each row that is equal in everything to a row of an earlier table, and for each longer period that
    others are parts of."""
    counted = [table for table in tables if table["kind"] in _COUNTED and table["records"]]
    registered = _registered([table for table in tables if table["kind"] in _REGISTERS])
    registered += _contradicting([table for table in tables if table["kind"] in _VALUED])
    registered += longer_periods(counted)
    if len(counted) < 2:
        return registered
    roughly = [list(map(rough_key, table["records"])) for table in counted]
    often = {likeness for likeness, times in Counter(chain(*roughly)).items() if times > 1}
    found: list[Issue] = registered
    earlier: dict[_Likeness, tuple[str, int]] = {}
    for table, likenesses in zip(counted, roughly, strict=True):
        if often.isdisjoint(likenesses):
            continue
        own: dict[_Likeness, tuple[str, int]] = {}
        for row, records in _rows(table, map(often.__contains__, likenesses)):
            likeness = tuple(duplicate_key(record) for record in records)
            if likeness in earlier:
                found.append(_warning(table, row, *earlier[likeness]))
            own[likeness] = (table["sheet"], row)
        for likeness, place in own.items():
            earlier.setdefault(likeness, place)
    return found


def _registered(tables: list[Table]) -> list[Issue]:
    """One warning for each entry of a register that an earlier row holds in the same words."""
    found: list[Issue] = []
    earlier: dict[_Likeness, tuple[str, int]] = {}
    for table in tables:
        for record in table["records"]:
            said = tuple(
                v.casefold() if isinstance(v, str) else v for k, v in record.items() if k != "source"
            )
            place = (table["sheet"], record["source"]["row"])
            first = earlier.setdefault((table["kind"], *said), place)
            if first != place:
                found.append(_warning(table, place[1], *first))
    return found


def _contradicting(tables: list[Table]) -> list[Issue]:
    """One error for each value that differs from what an earlier row says of the same thing; which of them holds
    nobody but the office knows, so that neither is a record."""
    found: list[Issue] = []
    earlier: dict[_Likeness, tuple[Table, dict[str, Any]]] = {}
    doubted: set[_Likeness] = set()
    for table in tables:
        for record in table["records"]:
            of = (table["kind"], *(record[name] for name in _VALUED[table["kind"]]))
            before, first = earlier.setdefault(of, (table, record))
            if first["value"] != record["value"]:
                doubted.add(of)
                at = next((c for c, field in table["columns"].items() if field == "value"), "A")
                row, sheet = first["source"]["row"], before["sheet"]
                where = f"{row} của trang “{sheet}”" if sheet != table["sheet"] else row
                here = record["source"]["row"]
                told = {"row": here, "first": where, "fix": _ONE_VALUE}
                found.append(issue(IssueCode.REPEATED_ENTRY, table["sheet"], f"{at}{here}", **told))
    for table in tables if doubted else ():
        names = _VALUED[table["kind"]]
        sound = [r for r in table["records"] if (table["kind"], *(r[n] for n in names)) not in doubted]
        table["records"] = sound
    return found


def _rows(table: Table, met: Iterable[bool]) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """The rows of a table of which every record is met elsewhere, with their records; declarations of nothing are
    no repeats."""
    rows: dict[int, list[dict[str, Any]]] = {}
    alone = set()
    for record, elsewhere in zip(table["records"], met, strict=True):
        if record["basis"] == Basis.DECLARED_ZERO:
            continue
        if elsewhere:
            rows.setdefault(record["source"]["row"], []).append(record)
        else:
            alone.add(record["source"]["row"])
    yield from ((row, records) for row, records in rows.items() if row not in alone)


def _warning(table: Table, row: int, sheet: str, first: int) -> Issue:
    where = f"{first} của trang “{sheet}”" if sheet != table["sheet"] else first
    cell = f"{next(iter(table['columns']), 'A')}{row}"
    things = "mục" if table["kind"] in _REGISTERS else "hoạt động"
    return issue(IssueCode.DUPLICATE_ROW, table["sheet"], cell, row=row, first=where, things=things)
