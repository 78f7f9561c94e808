"""Runs of the server, and since when the bytes of a file are no longer kept."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # The bytes become empty rather than null: to let them be null, an embedded database would copy every
    # file that was ever handed in.
    op.add_column("raw_file", sa.Column("removed_on", sa.Date(), nullable=True))
    op.create_table(
        "server_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("pid", sa.Integer(), nullable=False),
        sa.Column("process", sa.Text(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stopped_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_server_run"),
        sqlite_autoincrement=True,
    )
