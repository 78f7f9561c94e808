"""Submissions with their raw files and issues, the records of each kind, the log, the data version."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


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
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["submission_id"], ["submission.id"], name=f"fk_{name}_submission_id"),
    )
    op.create_index(f"ix_{name}_submission_id", name, ["submission_id"])
    op.create_index(
        f"ix_{name}_natural_key_submission_id", name, ["natural_key", "submission_id"], unique=True
    )


def upgrade() -> None:
    versions = op.create_table(
        "data_version",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_data_version"),
    )
    op.bulk_insert(versions, [{"id": 1, "version": 0}])
    op.create_table(
        "raw_file",
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_raw_file"),
    )
    op.create_table(
        "submission",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(32), nullable=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("uploaded_by", sa.Text(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("error_count", sa.Integer(), nullable=False),
        sa.Column("warning_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_submission"),
        sa.CheckConstraint(
            "state IN ('checked', 'accepted', 'withdrawn', 'superseded')", name=op.f("ck_submission_state")
        ),
        sa.ForeignKeyConstraint(["fingerprint"], ["raw_file.fingerprint"], name="fk_submission_fingerprint"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_submission_fingerprint", "submission", ["fingerprint"])
    op.create_table(
        "submission_unit",
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("submission_id", "unit", name="pk_submission_unit"),
        sa.ForeignKeyConstraint(
            ["submission_id"], ["submission.id"], name="fk_submission_unit_submission_id"
        ),
    )
    op.create_index("ix_submission_unit_unit", "submission_unit", ["unit"])
    op.create_table(
        "replacement",
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("replaced_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("submission_id", "replaced_id", name="pk_replacement"),
        sa.ForeignKeyConstraint(["submission_id"], ["submission.id"], name="fk_replacement_submission_id"),
        sa.ForeignKeyConstraint(["replaced_id"], ["submission.id"], name="fk_replacement_replaced_id"),
    )
    op.create_index("ix_replacement_replaced_id", "replacement", ["replaced_id"])
    op.create_table(
        "issue",
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("severity", sa.String(16), nullable=False),
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("sheet", sa.Text(), nullable=True),
        sa.Column("cell", sa.Text(), nullable=True),
        sa.Column("found", sa.Text(), nullable=True),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("fix", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("submission_id", "position", name="pk_issue"),
        sa.ForeignKeyConstraint(["submission_id"], ["submission.id"], name="fk_issue_submission_id"),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_event_action", "event", ["action"])
    _record_table(
        "activity",
        sa.Column("unit", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(32), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("start_date", sa.Date(), nullable=False),
        sa.Column("end_date", sa.Date(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("delivery", sa.String(16), nullable=True),
        sa.Column("organiser", sa.Text(), nullable=True),
        sa.Column("ward", sa.Text(), nullable=True),
        sa.Column("school", sa.Text(), nullable=True),
        sa.Column("att_parents", sa.Integer(), nullable=True),
        sa.Column("att_children_out_of_school", sa.Integer(), nullable=True),
        sa.Column("att_children_in_school", sa.Integer(), nullable=True),
        sa.Column("att_teachers", sa.Integer(), nullable=True),
        sa.Column("att_child_workers", sa.Integer(), nullable=True),
        sa.Column("att_officials", sa.Integer(), nullable=True),
        sa.Column("att_other", sa.Integer(), nullable=True),
        sa.Column("attendances_total", sa.Integer(), nullable=True),
        sa.Column("female", sa.Integer(), nullable=True),
        sa.Column("basis", sa.String(16), nullable=False),
        sa.Column("counted_on", sa.Date(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("in_city", sa.Boolean(), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
    )
    op.create_index(
        "ix_activity_active_day",
        "activity",
        ["counted_on", "id", "in_city", "unit", "kind", "delivery", "count", "seats"],
        sqlite_where=sa.text("active = 1"),
        postgresql_where=sa.text("active"),
    )
    _record_table(
        "target",
        sa.Column("indicator", sa.String(64), nullable=False),
        sa.Column("unit", sa.String(32), nullable=False),
        sa.Column("start_date", sa.Date(), nullable=False),
        sa.Column("end_date", sa.Date(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("authority", sa.String(16), nullable=False),
        sa.Column("document", sa.Text(), nullable=True),
    )
    _record_table(
        "school",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("level", sa.String(32), nullable=False),
        sa.Column("unit", sa.String(32), nullable=False),
        sa.Column("ward", sa.Text(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
    )
    _record_table(
        "population",
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("unit", sa.String(32), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=True),
    )
    _record_table(
        "focal_point",
        sa.Column("unit", sa.String(32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("document", sa.Text(), nullable=True),
    )
