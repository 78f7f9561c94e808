"""What is decided about rows of unusual size, summaries whose days cross, and reports of the year before."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "size_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("natural_key", sa.LargeBinary(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        *_decided("size_decision", "'plausible'"),
    )
    op.create_index("ix_size_decision_natural_key", "size_decision", ["natural_key"])
    op.create_table(
        "crossing_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("first_start", sa.Date(), nullable=False),
        sa.Column("first_end", sa.Date(), nullable=False),
        sa.Column("second_start", sa.Date(), nullable=False),
        sa.Column("second_end", sa.Date(), nullable=False),
        *_decided("crossing_decision", "'both', 'first', 'second'"),
    )
    op.create_index("ix_crossing_decision_unit", "crossing_decision", ["unit"])
    op.create_table(
        "repeat_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(32), nullable=False),
        sa.Column("first_submission", sa.Integer(), nullable=False),
        sa.Column("second_submission", sa.Integer(), nullable=False),
        *_decided("repeat_decision", "'plausible'"),
    )
    op.create_index("ix_repeat_decision_unit", "repeat_decision", ["unit"])


def _decided(table: str, verdicts: str) -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.CheckConstraint(f"verdict IN ({verdicts})", name=op.f(f"ck_{table}_verdict")),
    )
