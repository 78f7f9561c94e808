"""What the registers of schools and of inhabitants hold, row by row, to be handed out and corrected."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Engine, Table, select

from storage.database import reading
from storage.schema import population, school

Known = dict[str, Any]


def schools(engine: Engine, units: Collection[str] | None = None) -> list[Known]:
    """The schools that count, of all units or of some, with the fields of the contract."""
    return _held(engine, school, ("name", "level", "unit", "ward", "valid_from", "valid_to"), units)


def inhabitants(engine: Engine, units: Collection[str] | None = None) -> list[Known]:
    """The numbers of people by group and year that count, of all units or of some."""
    return _held(engine, population, ("unit", "year", "group", "value", "origin"), units)


def _held(engine: Engine, table: Table, names: tuple[str, ...], units: Collection[str] | None) -> list[Known]:
    query = select(*(table.c[name] for name in names)).where(table.c.active).order_by(table.c.id)
    if units is not None:
        query = query.where(table.c.unit.in_(sorted(units)))
    with reading(engine) as connection:
        return [dict(row) for row in connection.execute(query).mappings()]
