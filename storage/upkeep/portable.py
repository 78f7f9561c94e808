"""The rows of a table as lines of text and back, the same whichever database they come from or go to."""

import base64
import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import JSON, Boolean, Connection, Date, DateTime, Float, Integer, LargeBinary, MetaData, Table
from sqlalchemy import types as kinds

# What a table of Alembic is called; it belongs to the schema, not to the data.
REVISION_TABLE = "alembic_version"


def tables_of(connection: Connection) -> MetaData:
    """The tables as they stand in the database, whatever its revision; without that of the revision."""
    found = MetaData()
    found.reflect(connection)
    if REVISION_TABLE in found.tables:
        found.remove(found.tables[REVISION_TABLE])
    for table in found.tables.values():
        for column in table.c:
            if isinstance(column.type, JSON):
                # An absent value is no value, not the word null.
                column.type.none_as_null = True
    return found


def columns_of(table: Table) -> dict[str, str]:
    """Its columns with the kind of what each holds, in their order."""
    return {column.name: _kind(column.type) for column in table.c}


def line(values: Sequence[Any]) -> bytes:
    """One row as a line."""
    return json.dumps([_plain(value) for value in values], separators=(",", ":")).encode() + b"\n"


def reader(columns: dict[str, str]) -> Callable[[bytes], dict[str, Any]]:
    """A function that gives back the values of a line of these columns. It raises ValueError for what is
    no such line."""
    readers = [(name, _READERS[kind]) for name, kind in columns.items()]

    def read(text: bytes) -> dict[str, Any]:
        values = json.loads(text)
        if not isinstance(values, list) or len(values) != len(readers):
            raise ValueError(text[:0])
        try:
            return {
                name: None if value is None else understand(value)
                for (name, understand), value in zip(readers, values, strict=True)
            }
        except TypeError as error:
            raise ValueError(text[:0]) from error

    return read


def _plain(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, datetime):
        moment = value if value.tzinfo else value.replace(tzinfo=UTC)
        return moment.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


_KINDS = (
    (JSON, "json"), (Boolean, "truth"), (DateTime, "moment"), (Date, "day"), (LargeBinary, "bytes"),
    (Integer, "whole"), (Float, "number"), (kinds.String, "text"),
)  # fmt: skip


def _kind(column: Any) -> str:
    found = next((name for kind, name in _KINDS if isinstance(column, kind)), None)
    if found is None:
        raise TypeError(f"no portable form for {column!r}")
    return found


def _same(value: Any) -> Any:
    return value


_READERS: dict[str, Callable[[Any], Any]] = {
    "json": _same,
    "truth": bool,
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
    "bytes": lambda value: base64.b64decode(value, validate=True),
    "whole": int,
    "number": float,
    "text": str,
}
