"""What reviewers say of submissions, and periods that are locked."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

# What counted before there was a review stays official: nobody has to look through years of files.
_EARLIER = """
    INSERT INTO review (submission_id, verdict, message, cells, actor_id, said_by, said_at)
    SELECT id, 'earlier', '', '[]', 'server', '', CURRENT_TIMESTAMP FROM submission
    WHERE state IN ('accepted', 'superseded') ORDER BY id
"""


def upgrade() -> None:
    op.create_table(
        "review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("cells", sa.JSON(), nullable=False),
        *_said(),
        sa.PrimaryKeyConstraint("id", name="pk_review"),
        sa.ForeignKeyConstraint(["submission_id"], ["submission.id"], name="fk_review_submission_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_review_submission_id", "review", ["submission_id"])
    op.create_table(
        "period_lock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("unit", sa.String(32), nullable=True),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        *_said(),
        sa.PrimaryKeyConstraint("id", name="pk_period_lock"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_period_lock_code", "period_lock", ["code"])
    op.create_table(
        "late_change",
        sa.Column("lock_id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(32), nullable=False),
        sa.Column("quarter", sa.String(8), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("lock_id", "unit", "quarter", name="pk_late_change"),
        sa.ForeignKeyConstraint(["lock_id"], ["period_lock.id"], name="fk_late_change_lock_id"),
    )
    op.execute(_EARLIER)


def _said() -> list[sa.Column]:
    return [
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("said_by", sa.Text(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
    ]
