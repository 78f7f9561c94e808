"""What was added to a file, rows that a file removes, remembered answers, decisions about doubles."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_RECORD_TABLES = ("activity", "target", "school", "population", "focal_point")


def upgrade() -> None:
    _mending()
    _removal()
    _held()
    _remembered_answers()
    _decisions()


def _mending() -> None:
    for column in (
        sa.Column("mending", sa.JSON(), nullable=False, server_default=sa.text("'{}'")),
        sa.Column("mending_digest", sa.String(64), nullable=False, server_default=sa.text("''")),
        sa.Column(
            "rest",
            sa.String(8),
            sa.CheckConstraint("rest IN ('none', 'open', 'dropped')", name=op.f("ck_submission_rest")),
            nullable=False,
            server_default=sa.text("'none'"),
        ),
    ):
        op.add_column("submission", column)


def _removal() -> None:
    op.create_table(
        "removal",
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(32), nullable=False),
        sa.Column("natural_key", sa.LargeBinary(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("submission_id", "table_name", "natural_key", name="pk_removal"),
        sa.ForeignKeyConstraint(["submission_id"], ["submission.id"], name="fk_removal_submission_id"),
    )
    op.create_index("ix_removal_natural_key", "removal", ["natural_key"])


def _held() -> None:
    """Until now whatever was held counted."""
    for name in _RECORD_TABLES:
        op.add_column(name, sa.Column("held", sa.Boolean(), nullable=False, server_default=sa.false()))
        op.add_column(
            name,
            sa.Column(
                "set_aside",
                sa.String(8),
                sa.CheckConstraint("set_aside IN ('twin', 'basis')", name=op.f(f"ck_{name}_set_aside")),
                nullable=True,
            ),
        )
        table = sa.table(name, sa.column("held", sa.Boolean()), sa.column("active", sa.Boolean()))
        op.execute(sa.update(table).where(table.c.active).values(held=True))
    op.create_index(
        "ix_activity_held_unit",
        "activity",
        ["unit", "counted_on"],
        sqlite_where=sa.text("held = 1"),
        postgresql_where=sa.text("held"),
    )
    op.create_index(
        "ix_activity_held_summary",
        "activity",
        ["unit", "kind", "start_date", "end_date"],
        sqlite_where=sa.text("held = 1 AND basis = 'summary'"),
        postgresql_where=sa.text("held AND basis = 'summary'"),
    )
    op.create_index(
        "ix_activity_set_aside",
        "activity",
        ["unit", "kind"],
        sqlite_where=sa.text("set_aside IS NOT NULL"),
        postgresql_where=sa.text("set_aside IS NOT NULL"),
    )


def _remembered_answers() -> None:
    op.create_table(
        "remembered_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(32), nullable=True),
        sa.Column("question", sa.String(16), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("given_by", sa.Text(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("forgotten_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_remembered_answer"),
    )


def _decisions() -> None:
    op.create_table(
        "twin_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first_key", sa.LargeBinary(), nullable=False),
        sa.Column("second_key", sa.LargeBinary(), nullable=False),
        *_decided("twin_decision", "'different', 'first', 'second'"),
    )
    op.create_index("ix_twin_decision_first_key", "twin_decision", ["first_key"])
    op.create_index("ix_twin_decision_second_key", "twin_decision", ["second_key"])
    op.create_table(
        "basis_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("start_date", sa.Date(), nullable=False),
        sa.Column("end_date", sa.Date(), nullable=False),
        *_decided("basis_decision", "'detail', 'summary'"),
    )
    op.create_index("ix_basis_decision_unit", "basis_decision", ["unit"])


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
