"""Documents issued and tasks passed on."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _record_table(
        "directive",
        sa.Column("unit", sa.String(32), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("issuer", sa.Text(), nullable=True),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=True),
    )
    _record_table(
        "task",
        sa.Column("unit", sa.String(32), nullable=False),
        sa.Column("assignee", sa.Text(), nullable=False),
        sa.Column("duty", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=True),
        sa.Column("assigned_on", sa.Date(), nullable=True),
        sa.Column("due_date", sa.Date(), nullable=True),
        sa.Column(
            "state",
            sa.String(16),
            sa.CheckConstraint("state IN ('not_started', 'in_progress', 'done')", name=op.f("ck_task_state")),
            nullable=True,
        ),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("proof", sa.Text(), nullable=True),
    )


def _record_table(name: str, *columns: sa.Column) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.Text(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("natural_key", sa.LargeBinary(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        *columns,
        sa.Column("held", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column(
            "set_aside",
            sa.String(8),
            sa.CheckConstraint("set_aside IN ('twin', 'basis')", name=op.f(f"ck_{name}_set_aside")),
            nullable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["submission_id"], ["submission.id"], name=f"fk_{name}_submission_id"),
    )
    op.create_index(f"ix_{name}_submission_id", name, ["submission_id"])
    op.create_index(
        f"ix_{name}_natural_key_submission_id", name, ["natural_key", "submission_id"], unique=True
    )
