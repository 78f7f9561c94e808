"""Records kept by column: a tenth of the memory of a dictionary for each, for long lists that are kept."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Any, overload

from program.contract import Report, Table

Record = dict[str, Any]


class Lack(Enum):
    """What stands in a column where a record has no such value."""

    OF_VALUE = 0


# The same object after pickling, unlike any value of a record.
_MISSING = Lack.OF_VALUE


class Packed(Sequence[Record]):
    """Records that all have the same fields, in order. Each is made anew whenever it is asked for, so a
    change to one is a change to nothing else."""

    __slots__ = ("_columns", "_length", "_names", "_within")

    def __init__(self, records: Sequence[Record]) -> None:
        """Raises ValueError for records with different fields."""
        names = tuple(records[0]) if records else ()
        if any(record.keys() != records[0].keys() for record in records):
            raise ValueError("records with different fields")
        self._length = len(records)
        self._names = names
        self._columns: list[list[Any]] = []
        # Fields that hold a dictionary, with the names of its values; one column for each.
        self._within: dict[str, tuple[str, ...]] = {}
        for name in names:
            values = [record[name] for record in records]
            if not all(value.__class__ is dict for value in values):
                self._columns.append(values)
                continue
            inner = dict.fromkeys(key for value in values for key in value)
            self._within[name] = tuple(inner)
            self._columns += [[value.get(key, _MISSING) for value in values] for key in inner]

    def __len__(self) -> int:
        return self._length

    def column(self, name: str) -> Sequence[Any]:
        """The values of a field that every record has and that holds no dictionary, without making the
        records. Raises ValueError for another."""
        before = self._names[: self._names.index(name)]
        if name in self._within:
            raise ValueError(name)
        place = sum(len(self._within[other]) if other in self._within else 1 for other in before)
        return self._columns[place]

    def __iter__(self) -> Iterator[Record]:
        return self._made(self._columns, self._length)

    @overload
    def __getitem__(self, index: int) -> Record: ...
    @overload
    def __getitem__(self, index: slice) -> list[Record]: ...
    def __getitem__(self, index: int | slice) -> Record | list[Record]:
        places = range(self._length)[index]
        if isinstance(places, int):
            return next(self._made([[column[places]] for column in self._columns], 1))
        return list(self._made([column[index] for column in self._columns], len(places)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Packed | list) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def _made(self, columns: list[list[Any]], length: int) -> Iterator[Record]:
        """One record after the other from columns of this length."""
        given = iter(columns)
        parts: list[Iterable[Any]] = []
        for name in self._names:
            inner = self._within.get(name)
            if inner is None:
                parts.append(next(given))
            else:
                parts.append(_dictionaries(inner, [next(given) for _ in inner], length))
        for values in zip(*parts, strict=True):
            yield dict(zip(self._names, values, strict=True))


def _dictionaries(names: tuple[str, ...], columns: list[list[Any]], length: int) -> Iterator[Record]:
    """Dictionaries of these columns, without what is missing."""
    if not columns:
        return ({} for _ in range(length))
    return (
        {name: value for name, value in zip(names, values, strict=True) if value is not _MISSING}
        for values in zip(*columns, strict=True)
    )


def packed(report: Report) -> Report:
    """The same report with the records of its tables kept by column where their fields are the same."""
    return {**report, "tables": [_packed_table(table) for table in report["tables"]]}


def _packed_table(table: Table) -> Table:
    try:
        return {**table, "records": Packed(table["records"])}
    except ValueError:
        return table
