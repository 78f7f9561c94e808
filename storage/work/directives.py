"""Documents issued: those that count, with all that was ever said of each. `storage.work.tasks.save` writes them."""

from sqlalchemy import Connection, Engine

from program.work.directives import Details, Directive, directives
from storage.database import reading
from storage.schema import directive
from storage.work.statements import statements

_NAMES = tuple(Details.__dataclass_fields__)


def read(engine: Engine) -> tuple[Directive, ...]:
    """The documents that count, in the order in which they were handed in."""
    with reading(engine) as connection:
        return held(connection)


def held(connection: Connection) -> tuple[Directive, ...]:
    """`read` within a transaction."""
    return directives(statements(connection, directive, _NAMES, Details))
