"""The embedded database lets nobody put an entry of the log in the place of another, whichever program writes."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # A server asks its trigger of 0005 about every change. SQLite asks none about the row that REPLACE takes
    # away, unless the connection said so (PRAGMA recursive_triggers), which only ours did.
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE TRIGGER event_no_replace BEFORE INSERT ON event "
            "WHEN NEW.id > 0 AND EXISTS (SELECT 1 FROM event WHERE id = NEW.id) "
            "BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"
        )
