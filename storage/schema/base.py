"""What every table of the schema shares: the names of constraints, moments, columns of audiences."""

from datetime import UTC, date, datetime
from functools import lru_cache

from sqlalchemy import DateTime, Dialect, MetaData, TypeDecorator

from program.vocabulary import Audience

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment with its zone, always UTC; SQLite itself keeps no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


@lru_cache(maxsize=8192)
def as_day(given: date | str) -> date:
    """A day as a driver gives it where no type of ours stands between: SQLite keeps its ISO text."""
    return date.fromisoformat(given) if isinstance(given, str) else given


def attendance_column(audience: str) -> str:
    """The column that holds the attendances of an audience: `att_parents`."""
    return f"att_{audience}"


ATTENDANCE_COLUMNS = tuple(attendance_column(audience) for audience in Audience)
