"""What the submissions said of documents and tasks."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from sqlalchemy import Connection, Table

from program.work.history import Source, Statement
from storage.records.statements import Word, words

D = TypeVar("D")


def statements(
    connection: Connection, table: Table, names: tuple[str, ...], made: Callable[..., D]
) -> Iterator[Statement[D]]:
    """What is said of the rows of a table, and which are gone by a submission's word; `made` makes of the columns
    `names` what is said of one."""
    columns = ("unit", "natural_key", "sheet", "row", *names)
    for word in words(connection, table, [table.c[name] for name in columns]):
        yield _statement(word, made)


def _statement(word: Word, made: Callable[..., D]) -> Statement[D]:
    unit, key, sheet, number, *said = word.said
    source = Source(word.submission, word.by, word.at, word.file_name, sheet, number)
    return Statement(unit, made(*said), bytes(key), word.record, source, word.removes, word.holds)
