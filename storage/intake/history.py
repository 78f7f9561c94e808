"""Reading submissions: the list, one of them, its raw file, its findings."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, cast

from sqlalchemy import ColumnElement, Connection, Engine, Row, Table, and_, case, func, literal, or_, select

from access import Actor, Denied, Right
from program.contract import Issue, Report, TableKind
from program.submissions.mending import Mending
from program.text import written_day
from storage import schema
from storage.access import reach
from storage.access.guard import allow
from storage.database import reading
from storage.journal import log
from storage.records.rows import kinds_of, units_of

State = Literal["checked", "accepted", "withdrawn", "superseded"]
Rest = Literal["none", "open", "dropped"]


@dataclass(frozen=True)
class Submission:
    """One uploaded file. `counts` holds records by kind of table; `unit` is set when the file speaks of
    one unit only; `decided_at` is when it was accepted or withdrawn; times are UTC. `mending_digest` is
    that of the answers and corrections it was read with. `rest` says whether rows with errors that were
    left out still wait to be mended: not once the submission stopped counting, or later files hold half
    of its rows or more, so that they correct it."""

    id: int
    file_name: str
    fingerprint: str
    size: int
    unit: str | None
    state: State
    uploaded_by: str
    uploaded_at: datetime
    decided_at: datetime | None
    demo: bool
    counts: dict[str, int]
    error_count: int
    warning_count: int
    mending_digest: str = ""
    rest: Rest = "none"


class NotKept(LookupError):
    """The bytes of a file are no longer kept (`storage.upkeep.retention`); `str()` is a Vietnamese sentence."""

    def __init__(self, removed_on: date) -> None:
        self.removed_on = removed_on
        day = written_day(removed_on)
        super().__init__(
            f"Tệp gốc đã hết hạn lưu ngày {day}; số liệu của lần nộp vẫn còn. "
            "Cần làm tiếp thì nộp lại tệp từ máy của đơn vị."
        )


def _rest() -> ColumnElement[str]:
    """What became of the rows that a submission left out: where later files hold no fewer of its rows than it still does
    itself, they corrected it, and a row of it that was kept waits for nothing."""
    table = schema.submission
    more = sum((_held_less_gone(records) for records in schema.RECORD_TABLES), literal(0))
    return case(
        (table.c.state != "accepted", "none"),
        (and_(table.c.rest == "open", more <= 0), "none"),
        else_=table.c.rest,
    ).label("rest")


def _held_less_gone(records: Table) -> ColumnElement[int]:
    """How many rows of a submission in a table it holds, less those that later ones do."""
    rows = select(func.coalesce(func.sum(case((records.c.held, 1), else_=-1)), 0))
    return rows.where(records.c.submission_id == schema.submission.c.id).scalar_subquery()


_NAMES = tuple(Submission.__dataclass_fields__)
_COLUMNS = [_rest() if name == "rest" else schema.submission.c[name] for name in _NAMES]
_ISSUE_COLUMNS = [schema.issue.c[name] for name in Issue.__annotations__]


def _submission(row: Row[Any]) -> Submission:
    return Submission(**dict(zip(_NAMES, row, strict=True)))


def history(
    engine: Engine, limit: int = 200, unit: str | None = None, within: Collection[str] | None = None
) -> list[Submission]:
    """The newest submissions first; of one unit those that are its own or hold records of it; `within` a
    reach (`Actor.units`) those that speak of no unit beyond it."""
    table, named = schema.submission, schema.submission_unit
    query = select(*_COLUMNS).order_by(table.c.id.desc()).limit(limit)
    if unit is not None:
        holding = select(named.c.submission_id).where(named.c.unit == unit)
        query = query.where(or_(table.c.unit == unit, table.c.id.in_(holding)))
    if within is not None:
        beyond = select(named.c.submission_id).where(named.c.unit.not_in(within))
        query = query.where(
            table.c.id.in_(select(named.c.submission_id).where(named.c.unit.in_(within))),
            table.c.id.not_in(beyond),
        )
    with reading(engine) as connection:
        return [_submission(row) for row in connection.execute(query)]


def unfinished(
    engine: Engine, actor: Actor, since: datetime, limit: int, within: Collection[str] | None = None
) -> list[Submission]:
    """Files that a person handed over since a moment and neither accepted nor withdrew, the one first that was
    last worked on: an answer or a correction keeps the file anew under its number."""
    table, named, event = schema.submission, schema.submission_unit, schema.event
    kept = select(func.max(event.c.id)).where(event.c.submission_id == table.c.id, event.c.action == log.HELD)
    query = (
        select(*_COLUMNS)
        .where(table.c.state == "checked", table.c.actor_id == actor.id, table.c.uploaded_at >= since)
        .order_by(func.coalesce(kept.scalar_subquery(), 0).desc(), table.c.id.desc())
        .limit(limit)
    )
    if within is not None:
        query = query.where(
            table.c.id.not_in(select(named.c.submission_id).where(named.c.unit.not_in(within)))
        )
    with reading(engine) as connection:
        return [_submission(row) for row in connection.execute(query)]


def get(engine: Engine, submission_id: int) -> Submission | None:
    """One submission, or None when there is none of this number."""
    with reading(engine) as connection:
        return find(connection, submission_id)


def find(connection: Connection, submission_id: int) -> Submission | None:
    """`get` within a transaction."""
    row = connection.execute(select(*_COLUMNS).where(schema.submission.c.id == submission_id)).first()
    return None if row is None else _submission(row)


def same_bytes(connection: Connection, fingerprint: str, state: State) -> list[Submission]:
    """The submissions of these very bytes in a state, however they were read, the latest first."""
    table = schema.submission
    query = select(*_COLUMNS).where(table.c.fingerprint == fingerprint, table.c.state == state)
    return [_submission(row) for row in connection.execute(query.order_by(table.c.id.desc()))]


def same_file(
    connection: Connection, fingerprint: str, mending: Mending, report: Report, state: State = "accepted"
) -> Submission | None:
    """The latest submission in a state of these very bytes read with this very mending that holds all kinds
    and units that the report does: of a file of which a part was taken (`program.submissions.own_rows`), the rest is new."""
    for one in same_bytes(connection, fingerprint, state):
        held = {kind for kind, count in one.counts.items() if count}
        if (
            one.mending_digest == mending.digest
            and held >= kinds_of(report)
            and reach.of_submissions(connection, [one.id]).issuperset(units_of(report))
        ):
            return one
    return None


def readable(engine: Engine, actor: Actor, submission_id: int) -> bool:
    """Whether the actor may read the file of a submission, and what was found in it."""
    with reading(engine) as connection:
        try:
            allow_reading(connection, actor, submission_id)
        except Denied:
            return False
    return True


def allow_reading(connection: Connection, actor: Actor, submission_id: int) -> None:
    """Raises Denied unless the actor may read the file of a submission: for all its units, and officials'
    contacts where it holds any. A unit's own reporter may read the contacts of the unit."""
    allow(connection, actor, Right.READ_FILES, reach.of_submissions(connection, [submission_id]))
    found = find(connection, submission_id)
    if found is not None and found.counts.get(TableKind.FOCAL_POINTS) and actor.units is None:
        allow(connection, actor, Right.READ_CONTACTS)


def mending_of(engine: Engine, actor: Actor, submission_id: int) -> Mending:
    """The answers and corrections that a submission was read with. Raises LookupError for an unknown number,
    Denied."""
    table = schema.submission
    with reading(engine) as connection:
        allow_reading(connection, actor, submission_id)
        kept = connection.execute(select(table.c.mending).where(table.c.id == submission_id)).first()
    if kept is None:
        raise LookupError(submission_id)
    return Mending.from_json(kept[0])


def raw_file(engine: Engine, actor: Actor, submission_id: int) -> tuple[str, bytes]:
    """The name and the bytes of the file as it was uploaded. Raises LookupError for an unknown number,
    NotKept, Denied."""
    query = (
        select(schema.submission.c.file_name, schema.raw_file.c.data, schema.raw_file.c.removed_on)
        .join(schema.raw_file, schema.raw_file.c.fingerprint == schema.submission.c.fingerprint)
        .where(schema.submission.c.id == submission_id)
    )
    with reading(engine) as connection:
        allow_reading(connection, actor, submission_id)
        row = connection.execute(query).first()
    if row is None:
        raise LookupError(submission_id)
    if row.removed_on is not None:
        raise NotKept(row.removed_on)
    return row[0], bytes(row[1])


def removed_on(engine: Engine, submission_id: int) -> date | None:
    """The day from which the file of a submission is no longer kept; None while it is."""
    table, file = schema.submission, schema.raw_file
    query = (
        select(file.c.removed_on)
        .join(table, table.c.fingerprint == file.c.fingerprint)
        .where(table.c.id == submission_id)
    )
    with reading(engine) as connection:
        return connection.scalar(query)


def issues(engine: Engine, actor: Actor, submission_id: int) -> list[Issue]:
    """The findings of the check of a submission, in their order; they repeat words of its cells. Raises
    Denied."""
    table = schema.issue
    query = select(*_ISSUE_COLUMNS).where(table.c.submission_id == submission_id).order_by(table.c.position)
    with reading(engine) as connection:
        allow_reading(connection, actor, submission_id)
        return [cast(Issue, dict(row)) for row in connection.execute(query).mappings()]


def accepted_about(connection: Connection, spoken_of: Iterable[str]) -> list[tuple[Submission, set[str]]]:
    """The accepted submissions that speak of one of the units, each with all its units, the newest first."""
    table, named = schema.submission, schema.submission_unit
    about = select(named.c.submission_id).where(named.c.unit.in_(spoken_of))
    query = select(*_COLUMNS).where(table.c.state == "accepted", table.c.id.in_(about))
    found = [_submission(row) for row in connection.execute(query.order_by(table.c.id.desc()))]
    its_units: dict[int, set[str]] = {one.id: set() for one in found}
    pairs = select(named.c.submission_id, named.c.unit).where(named.c.submission_id.in_(its_units))
    for submission_id, unit in connection.execute(pairs):
        its_units[submission_id].add(unit)
    return [(one, its_units[one.id]) for one in found]
