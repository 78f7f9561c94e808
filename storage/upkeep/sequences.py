"""The numbers that a database gives out: the last one of each table, so that none comes back."""

from collections.abc import Mapping

from sqlalchemy import Connection, MetaData, Table, func, select, text


def last_numbers(connection: Connection, tables: MetaData) -> dict[str, int]:
    """The last number given out in each table that numbers its rows, also where the row is gone."""
    if connection.dialect.name == "postgresql":
        found = {table.name: _last(connection, table) for table in tables.sorted_tables}
        return {name: number for name, number in found.items() if number is not None}
    if not _numbering(connection):
        return {}
    rows = connection.execute(text("SELECT name, seq FROM sqlite_sequence"))
    return {name: int(number) for name, number in rows if name in tables.tables}


def go_on_from(connection: Connection, tables: MetaData, numbers: Mapping[str, int]) -> None:
    """The next row of each table is numbered after these, and after those that it holds."""
    for table in tables.sorted_tables:
        last = numbers.get(table.name, 0)
        if connection.dialect.name == "postgresql":
            sequence = _sequence(connection, table)
            if sequence is not None:
                held = connection.scalar(select(func.max(table.c.id))) or 0
                last = max(last, held)
                connection.execute(
                    select(func.setval(text(":sequence").bindparams(sequence=sequence), last or 1, last > 0))
                )
        elif last and table.name in _numbering(connection):
            given = {"name": table.name, "last": last}
            done = connection.execute(
                text("UPDATE sqlite_sequence SET seq = :last WHERE name = :name"), given
            )
            if not done.rowcount:
                connection.execute(
                    text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :last)"), given
                )


def _numbering(connection: Connection) -> set[str]:
    """The tables of an embedded database that never give a number twice."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'"
    return set(connection.scalars(text(query)))


def _sequence(connection: Connection, table: Table) -> str | None:
    if "id" not in table.c:
        return None
    quoted = connection.dialect.identifier_preparer.format_table(table)
    found: str | None = connection.scalar(select(func.pg_get_serial_sequence(quoted, "id")))
    return found


def _last(connection: Connection, table: Table) -> int | None:
    sequence = _sequence(connection, table)
    if sequence is None:
        return None
    # The name comes from the database itself, quoted where it has to be.
    last, used = connection.exec_driver_sql(f"SELECT last_value, is_called FROM {sequence}").one()  # noqa: S608
    return int(last) if used else 0
