"""What agencies supplied, as it lies in the store."""

from sqlalchemy import Connection, select

from program.targets.supplied import Supplied
from storage.schema import supplied_figure


def supplied(connection: Connection) -> tuple[Supplied, ...]:
    """All that was supplied, also what was taken back, in the order of entry."""
    rows = connection.execute(select(supplied_figure).order_by(supplied_figure.c.id)).mappings()
    return tuple(
        Supplied(
            row["id"], row["indicator"], row["as_of"], row["numerator"], row["denominator"], row["agency"],
            row["document"], row["entered_by"], row["entered_at"], row["withdrawn_at"] is not None,
        )
        for row in rows
    )  # fmt: skip
