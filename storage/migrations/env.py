"""Runs the migrations on the connection that `storage.database.migrate` hands over, within its transaction."""

from alembic import context

from storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite changes a table only by copying it.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
