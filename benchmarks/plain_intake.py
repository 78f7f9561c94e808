"""The baselines of taking a file in: calamine alone reads it, plain `executemany` stores its rows."""

import sqlite3
from pathlib import Path

import python_calamine

Rows = list[tuple[object, ...]]


def read(path: Path) -> object:
    """All sheets of a workbook as Python values."""
    with python_calamine.load_workbook(path) as book:
        return [book.get_sheet_by_index(i).to_python() for i in range(len(book.sheet_names))]


def rows(database: Path) -> tuple[list[str], Rows]:
    """The columns and rows of the activities in a database."""
    with sqlite3.connect(database) as connection:
        found = connection.execute("SELECT * FROM activity")
        return [column[0] for column in found.description], found.fetchall()


def store(database: Path, columns: list[str], told: Rows) -> None:
    """Put rows into the table of activities, with the indexes that it has, in one transaction."""
    connection = sqlite3.connect(database)
    places = ", ".join("?" * len(columns))
    names = ", ".join(f'"{name}"' for name in columns)
    with connection:
        connection.executemany(f"INSERT INTO activity ({names}) VALUES ({places})", told)  # noqa: S608 (our own names)
    connection.close()
