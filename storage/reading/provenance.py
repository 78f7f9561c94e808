"""Where one activity comes from: every submission that speaks of it, what each said, what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Engine, select

from program.contract import TableKind
from storage.conflicts.decisions import Decided, decided
from storage.conflicts.subjects import ABOUT, Subject
from storage.database import reading
from storage.intake.history import State
from storage.records.shapes import SHAPES
from storage.schema import activity, submission

# What may differ between two words on one activity; all else is its natural key.
_SAID = SHAPES[TableKind.ACTIVITIES].content


@dataclass(frozen=True)
class Version:
    """What one submission said of an activity, and where it stands in its file. `held`: it is the word that
    counts now. `changed` gives by column what the accepted submission before it said and what it says, none
    where it repeats that or is the first."""

    submission_id: int
    file_name: str
    state: State
    uploaded_by: str
    uploaded_at: datetime
    received_on: date | None
    sheet: str
    row: int
    held: bool
    first: bool
    changed: Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True)
class Provenance:
    """The versions of an activity, the newest first, and the decisions in force that concern it."""

    versions: tuple[Version, ...]
    decisions: tuple[Decided, ...]


def provenance(engine: Engine, record_id: int) -> Provenance:
    """Everything that was said of the activity of a record. Raises LookupError for an unknown one."""
    table = activity
    with reading(engine) as connection:
        own = connection.execute(select(table).where(table.c.id == record_id)).mappings().first()
        if own is None:
            raise LookupError(record_id)
        names = ("file_name", "state", "uploaded_by", "uploaded_at", "received_on")
        columns = [table.c[name] for name in ("submission_id", "sheet", "row", "held", *_SAID)]
        query = (
            select(*columns, *(submission.c[name] for name in names))
            .join(submission, submission.c.id == table.c.submission_id)
            .where(table.c.natural_key == own["natural_key"])
            .order_by(table.c.id)
        )
        rows = connection.execute(query).mappings().all()
    versions: list[Version] = []
    before: Mapping[Any, Any] | None = None
    for row in rows:
        changed = {} if before is None else {n: (before[n], row[n]) for n in _SAID if before[n] != row[n]}
        places = ("submission_id", *names, "sheet", "row", "held")
        versions.append(Version(**{n: row[n] for n in places}, first=before is None, changed=changed))
        # What was taken back is nothing that a later submission changed.
        if row["state"] != "withdrawn":
            before = row
    return Provenance(tuple(reversed(versions)), _about(engine, own))


def _about(engine: Engine, own: Mapping[Any, Any]) -> tuple[Decided, ...]:
    """Decisions about this activity, alone or with another, about the days of summaries that it shares, and about
    its file."""

    def concerns(subject: Subject, row: Mapping[Any, Any]) -> bool:
        if subject == "twin":
            return own["natural_key"] in (row["first_key"], row["second_key"])
        if subject == "size":
            return all(own[name] == row[name] for name in ABOUT["size"])
        if row["unit"] != own["unit"]:
            return False
        if subject == "repeat":
            return own["submission_id"] in (row["first_submission"], row["second_submission"])
        days = [("start_date", "end_date"), ("first_start", "first_end"), ("second_start", "second_end")]
        return row["kind"] == own["kind"] and any(
            row[first] <= own["end_date"] and own["start_date"] <= row[last]
            for first, last in (days[:1] if subject == "basis" else days[1:])
        )

    return tuple(decided(engine, concerns))
