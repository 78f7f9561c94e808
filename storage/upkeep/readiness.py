"""Whether the database answers and has the newest schema."""

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from storage import revisions

# The words of what lacks; docs/run.md says what to do about each.
NO_DATABASE = "database"
OTHER_SCHEMA = "schema"


def lacking(engine: Engine) -> str | None:
    """What keeps pages from being served: NO_DATABASE, OTHER_SCHEMA, or None. Raises nothing."""
    try:
        with engine.connect() as connection:
            found = revisions.standing(connection)
    except SQLAlchemyError:
        return NO_DATABASE
    return None if found == revisions.Standing.CURRENT else OTHER_SCHEMA
