"""Documents issued and tasks passed on, as record tables."""

from sqlalchemy import CheckConstraint, Column, Date, String, Text

from storage.schema.records import optional, record_table

directive = record_table(
    "directive",
    Column("unit", String(32), nullable=False),
    Column("number", Text, nullable=False),
    Column("issued_on", Date, nullable=False),
    *optional(("issuer", "form"), Text),
    Column("subject", Text, nullable=False),
    Column("part", Text, nullable=True),
)

# Whether a task is overdue depends on the day that asks; it is stored nowhere.
task = record_table(
    "task",
    Column("unit", String(32), nullable=False),
    Column("assignee", Text, nullable=False),
    Column("duty", Text, nullable=False),
    Column("document", Text, nullable=True),
    *optional(("assigned_on", "due_date"), Date),
    Column(
        "state",
        String(16),
        CheckConstraint("state IN ('not_started', 'in_progress', 'done')", name="state"),
        nullable=True,
    ),
    Column("done_on", Date, nullable=True),
    *optional(("result", "proof"), Text),
)
