"""Documents issued: those that count, with where their words come from. `storage.tasks.save` writes them."""

from sqlalchemy import Connection, Engine, select

from program.directives import Details, Directive
from program.tasks import Source
from storage.database import reading
from storage.schema import directive, submission

_DETAILS = tuple(directive.c[name] for name in Details.__dataclass_fields__)


def read(engine: Engine) -> tuple[Directive, ...]:
    """The documents that count, in the order in which they were handed in."""
    with reading(engine) as connection:
        return held(connection)


def held(connection: Connection) -> tuple[Directive, ...]:
    """`read` within a transaction."""
    query = (
        select(
            directive.c.unit, directive.c.id, submission.c.id, submission.c.uploaded_by, submission.c.decided_at,
            submission.c.file_name, directive.c.sheet, directive.c["row"], *_DETAILS,
        )
        .join(submission, submission.c.id == directive.c.submission_id)
        .where(directive.c.active)
        .order_by(directive.c.id)
    )  # fmt: skip
    return tuple(
        Directive(unit, Details(*said), record, Source(number, by, at, file_name, sheet, row))
        for unit, record, number, by, at, file_name, sheet, row, *said in connection.execute(query)
    )
