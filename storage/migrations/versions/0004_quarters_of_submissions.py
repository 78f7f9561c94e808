"""Which report quarters of which unit a submission speaks of."""

from collections.abc import Iterator
from datetime import date, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "submission_quarter",
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(32), nullable=False),
        sa.Column("quarter", sa.String(8), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("submission_id", "unit", "quarter", name="pk_submission_quarter"),
        sa.ForeignKeyConstraint(
            ["submission_id"], ["submission.id"], name="fk_submission_quarter_submission_id"
        ),
    )
    _from_the_rows()


def _from_the_rows() -> None:
    """The rule of the release that brought the table: a row speaks of the quarter that it counts in, one
    that is no detail also of those whose middle it covers."""
    days = [sa.column(name, sa.Date()) for name in ("counted_on", "start_date", "end_date")]
    row = sa.table(
        "activity",
        sa.column("submission_id", sa.Integer()),
        sa.column("unit", sa.String()),
        sa.column("basis", sa.String()),
        *days,
    )
    quarters, found = list(_quarters()), set()
    for number, unit, basis, counted, start, end in op.get_bind().execute(sa.select(*row.c).distinct()):
        for code, first, last in quarters:
            middle = first + (last - first) // 2
            if first <= counted <= last or (basis != "detail" and start <= middle <= end):
                found.add((number, unit, code))
    names = ("submission_id", "unit", "quarter")
    table = sa.table("submission_quarter", *(sa.column(name) for name in names))
    if found:
        op.bulk_insert(table, [dict(zip(names, one, strict=True)) for one in sorted(found)])


def _quarters() -> Iterator[tuple[str, date, date]]:
    for year in range(2021, 2026):
        for number in range(1, 5):
            month = 3 * number - 3
            first = date(year, month, 15) if month else date(year - 1, 12, 15)
            last = date(year, month + 3, 15) - timedelta(days=1)
            if first >= date(2021, 6, 1):
                yield f"{year}-Q{number}", first, last
