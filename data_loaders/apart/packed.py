"""Records kept by column: a fiftieth of the memory of a dictionary for each, for long lists that are kept."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Any, Protocol, overload

from program.contract import Report, Table

Record = dict[str, Any]


class Lack(Enum):
    """What stands in a column where a record has no such value."""

    OF_VALUE = 0


class Column(Protocol):
    """The values of a field in the order of the records: a list, an array, or `_Coded`."""

    def __getitem__(self, places: slice) -> Iterable[Any]: ...
    def __iter__(self) -> Iterator[Any]: ...


# The same object after pickling, unlike any value of a record.
_MISSING = Lack.OF_VALUE
# Kinds of value of which equal ones are the same: 1, 1.0 and True are equal and yet three.
_TOLD_APART = {type(None), Lack, str, int}
# Numbers that fit into two bytes, so that a place of a column takes no more.
_FEW = 2**16
_INT32 = range(-(2**31), 2**31)


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
        self._columns: list[Column] = []
        # Fields that hold a dictionary, with the names of its values; one column for each.
        self._within: dict[str, tuple[str, ...]] = {}
        for name in names:
            values = [record[name] for record in records]
            if not all(value.__class__ is dict for value in values):
                self._columns.append(_kept(values))
                continue
            inner = dict.fromkeys(key for value in values for key in value)
            self._within[name] = tuple(inner)
            self._columns += [_kept([value.get(key, _MISSING) for value in values]) for key in inner]

    def __len__(self) -> int:
        return self._length

    @property
    def names(self) -> tuple[str, ...]:
        """The fields of each record."""
        return self._names

    def column(self, name: str, start: int = 0, stop: int | None = None) -> list[Any]:
        """The values of a field that every record has and that holds no dictionary, of all records or of those
        from `start` to `stop`, without making the records. Raises ValueError for another field."""
        if name in self._within:
            raise ValueError(name)
        return list(self._columns[self._place(name)][start:stop])

    def within(self, name: str, start: int = 0, stop: int | None = None) -> dict[str, list[Any]]:
        """The same for a field that holds a dictionary in every record: a column for each of its names, with
        None where a record lacks it. Raises ValueError for another field."""
        if name not in self._within:
            raise ValueError(name)
        place = self._place(name)
        found = {}
        for inner, column in zip(self._within[name], self._columns[place:], strict=False):
            found[inner] = [None if value is _MISSING else value for value in column[start:stop]]
        return found

    def _place(self, name: str) -> int:
        """Where the columns of a field begin. Raises ValueError where there is no such field."""
        before = self._names[: self._names.index(name)]
        return sum(len(self._within[other]) if other in self._within else 1 for other in before)

    def __iter__(self) -> Iterator[Record]:
        return self._made(self._columns, self._length)

    @overload
    def __getitem__(self, index: int) -> Record: ...
    @overload
    def __getitem__(self, index: slice) -> list[Record]: ...
    def __getitem__(self, index: int | slice) -> Record | list[Record]:
        if isinstance(index, slice):
            length = len(range(self._length)[index])
            return list(self._made([column[index] for column in self._columns], length))
        place = range(self._length)[index]
        return next(self._made([column[place : place + 1] for column in self._columns], 1))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Packed | list) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def _made(self, columns: Sequence[Iterable[Any]], length: int) -> Iterator[Record]:
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


class _Coded:
    """A column of which many values are equal: each distinct one once, and for each place its number."""

    __slots__ = ("_numbers", "_values")

    def __init__(self, numbers: "array[int]", values: list[Any]) -> None:
        self._numbers, self._values = numbers, values

    def __getitem__(self, places: slice) -> list[Any]:
        return list(map(self._values.__getitem__, self._numbers[places]))

    def __iter__(self) -> Iterator[Any]:
        return map(self._values.__getitem__, self._numbers)


def _kept(values: list[Any]) -> Column:
    """A column in a form that takes little memory and gives the very same values."""
    kinds = set(map(type, values))
    if not kinds <= _TOLD_APART:
        return values
    distinct = list(dict.fromkeys(values))
    if len(distinct) <= _FEW:
        place = {value: number for number, value in enumerate(distinct)}
        return _Coded(array("B" if len(distinct) <= 256 else "H", map(place.__getitem__, values)), distinct)
    if kinds == {int} and min(distinct) in _INT32 and max(distinct) in _INT32:
        return array("i", values)
    return values


def _dictionaries(names: tuple[str, ...], columns: list[Iterable[Any]], length: int) -> Iterator[Record]:
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
