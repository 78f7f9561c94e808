"""Reading the active records for the analysis set: once per data version, lean in time and memory."""

from collections.abc import Collection
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, Connection, Engine, Table, func, select

from program.conflicts.overlaps import Overlap
from program.conflicts.traits import Numbered
from program.contract import TableKind
from program.locks.windows import Locks
from program.reporting.reported import SetCampaigns
from program.reporting.timeliness import Receipts
from program.targets.history import Statement
from program.targets.supplied import Supplied
from program.work.both import Work
from storage import schema
from storage.conflicts import running
from storage.conflicts.basis_records import set_aside
from storage.conflicts.setting_aside import overlaps
from storage.conflicts.sizes import confirmed_days
from storage.database import reading
from storage.faults import told
from storage.frames import frame
from storage.intake.arrivals import receipts
from storage.locks.windows import locks
from storage.registers.campaigns import set_campaigns
from storage.registers.supplied_reading import supplied
from storage.registers.targets import statements
from storage.reviewing.states import waiting
from storage.schema import ATTENDANCE_COLUMNS, activity, submission, submission_unit
from storage.schema.base import as_day
from storage.work import directives, tasks

_FEW_UNITS = 4
_CODES = ("unit", "kind", "delivery", "basis", "school", "ward")
_DATES = ("counted_on", "start_date", "end_date")
_OPTIONAL_NUMBERS = (*ATTENDANCE_COLUMNS, "attendances_total", "female")
_REPORTS = frozenset({TableKind.ACTIVITIES, TableKind.PARTICIPATION})
_EPOCH = date(1970, 1, 1).toordinal()
# Whole numbers below this are themselves in float32.
_EXACT = 2**24


@dataclass(frozen=True, eq=False)
class Active:
    """The records that count, as frames.

    `activities`: `unit`, `kind`, `delivery`, `basis`, `school`, `ward` (categories; the last two and
    delivery NaN where not given), `counted_on`, `start_date`, `end_date` (datetime64), `in_city` (bool),
    `count`, `att_<audience>`, `attendances_total`, `female` (float32, float64 where one is too large for it; NaN
    where not given); in order of `counted_on`. `targets`: indicator, unit, start_date, end_date, value, authority, document.
    `schools`: name, level, unit, ward, valid_from, valid_to. `population`: group, unit, year, value,
    origin. `sources`: the last accepted report of each unit: unit, file_name, uploaded_at (UTC),
    submission_id, received_on (NaT where that is the day of the upload). `aside`: activities that were
    reported and do not count: unit, basis, start_date, end_date, counted_on. `overlaps`: summaries beside
    finer records. `receipts`: when reports first came. `statements`: what was said of targets through time.
    `supplied`: city totals that agencies gave. `campaigns`: those set, and who answered. `confirmed`: rows of
    unusual size that were said to be right: unit, kind, counted_on, in_city. `provisional`: those of `activities`
    whose file waits for a reviewer or was returned, with `submission_id`; None where no file does. `locks`: what
    was said of windows. `work`: the registers of documents and tasks.
    """

    version: int
    activities: pd.DataFrame
    targets: pd.DataFrame
    schools: pd.DataFrame
    population: pd.DataFrame
    sources: pd.DataFrame
    aside: pd.DataFrame
    overlaps: tuple[Overlap, ...]
    receipts: Receipts
    statements: tuple[Statement, ...]
    supplied: tuple[Supplied, ...]
    campaigns: SetCampaigns
    confirmed: pd.DataFrame
    provisional: pd.DataFrame | None
    locks: Locks
    work: Work


def data_version(engine: Engine) -> int:
    """The number that moves on with every accepted or withdrawn change. Raises StoreFault."""
    with told(), engine.connect() as connection:
        return int(connection.scalars(select(schema.data_version.c.version)).one())


def load(source: Engine | Connection, units: Collection[str] | None = None) -> Active:
    """All active records as of one moment, or those of some units only; within the transaction of a
    connection, if one is given."""
    with reading(source) if isinstance(source, Engine) else nullcontext(source) as connection:
        activities, provisional = _both(connection, units)
        return Active(
            version=int(connection.scalars(select(schema.data_version.c.version)).one()),
            activities=activities,
            targets=_small(
                connection,
                schema.target,
                {
                    "indicator": "str",
                    "unit": "str",
                    "start_date": "datetime64[s]",
                    "end_date": "datetime64[s]",
                }
                | {"value": "float64", "authority": "str", "document": "str"},
                units,
            ),
            schools=_small(
                connection,
                schema.school,
                {"name": "str", "level": "str", "unit": "str", "ward": "str"}
                | {"valid_from": "datetime64[s]", "valid_to": "datetime64[s]"},
                units,
            ),
            population=_small(
                connection,
                schema.population,
                {"group": "str", "unit": "str", "year": "int64", "value": "float64", "origin": "str"},
                units,
            ),
            sources=_sources(connection, units),
            aside=set_aside(connection, units),
            overlaps=overlaps(connection, units),
            receipts=receipts(connection, units),
            statements=statements(connection, units),
            supplied=supplied(connection),
            campaigns=set_campaigns(connection, units),
            confirmed=confirmed_days(connection, units),
            provisional=provisional,
            locks=locks(connection),
            work=Work(directives.held(connection), tasks.held(connection)),
        )


def _both(connection: Connection, units: Collection[str] | None) -> tuple[pd.DataFrame, pd.DataFrame | None]:
    """The activities, and those of them whose file waits; the same frame where all do."""
    if not (files := list(waiting(connection))):
        return _activities(connection, units), None
    found = _activities(connection, units, with_files=True)
    waits = found["submission_id"].isin(files)
    return found.drop(columns="submission_id"), found if waits.all() else found[waits]


def _counting(table: Table, units: Collection[str] | None) -> list[ColumnElement[bool]]:
    if units is None:
        return [table.c.active]
    own = [table.c.active, table.c.unit.in_(units)]
    # `held` says no more than `active` does; the index of a unit's records stands on it. Of many units the rows
    # are read as they lie: by the index they would be read from all over the table, which takes twice as long.
    return [*own, table.c.held] if len(units) <= _FEW_UNITS else own


def _widened(numbers: np.ndarray[Any, Any], filled: int) -> np.ndarray[Any, Any]:
    """As float64. What is not filled yet is whatever lay there: some of it cannot be cast without a warning."""
    wide = np.empty(len(numbers), np.float64)
    wide[:filled] = numbers[:filled]
    return wide


class _Days(dict[Any, int]):
    """The day since 1970 of a date, or of its ISO text as SQLite keeps it."""

    def __missing__(self, value: Any) -> int:
        number = self[value] = as_day(value).toordinal() - _EPOCH
        return number


def _activities(
    connection: Connection, units: Collection[str] | None, *, with_files: bool = False
) -> pd.DataFrame:
    """With `submission_id` where asked for. The columns are filled chunk by chunk into arrays of their final size,
    so that the peak is little more than the frame."""
    conditions = _counting(activity, units)
    size = int(connection.scalars(select(func.count()).select_from(activity).where(*conditions)).one())
    types = (
        dict.fromkeys(_CODES, np.int32)
        | dict.fromkeys(_DATES, np.int32)
        | {"count": np.float32, "in_city": np.bool_}
        | dict.fromkeys(_OPTIONAL_NUMBERS, np.float32)
        | ({"submission_id": np.int64} if with_files else {})
    )
    arrays: dict[str, np.ndarray[Any, Any]] = {name: np.empty(size, kind) for name, kind in types.items()}
    places = {name: Numbered() for name in _CODES}
    look_up: dict[str, dict[Any, int]] = {**places, **dict.fromkeys(_DATES, _Days())}
    at = 0
    for chunk in running.counting(connection, list(types), conditions, units):
        until = at + len(chunk)
        for name, column in zip(types, zip(*chunk, strict=True), strict=True):
            if name in look_up:
                numbers = map(look_up[name].__getitem__, column)
                arrays[name][at:until] = np.fromiter(numbers, np.int32, len(column))
            else:
                part = np.array(column, dtype=types[name])
                if types[name] is np.float32 and (part >= _EXACT).any():
                    arrays[name] = _widened(arrays[name], at)
                    part = np.array(column, dtype=np.float64)
                arrays[name][at:until] = part
        at = until
    order = np.argsort(arrays["counted_on"], kind="stable")
    columns: dict[str, Any] = {}
    for name in types:
        values = arrays.pop(name)[order]
        if name in places:
            words = [word for word in places[name] if word is not None]
            columns[name] = pd.Categorical.from_codes(values, categories=pd.Index(words, dtype="str"))
        elif name in _DATES:
            columns[name] = values.astype("datetime64[D]").astype("datetime64[s]")
        else:
            columns[name] = values
    return pd.DataFrame(columns, copy=False)


def _small(
    connection: Connection, table: Table, types: dict[str, str], units: Collection[str] | None
) -> pd.DataFrame:
    columns = [table.c[name] for name in types]
    query = select(*columns).where(*_counting(table, units)).order_by(table.c.id)
    return frame(connection.execute(query).all(), types)


def _sources(connection: Connection, units: Collection[str] | None) -> pd.DataFrame:
    names = ("file_name", "uploaded_at", "id", "received_on", "counts")
    query = (
        select(submission_unit.c.unit, *(submission.c[name] for name in names))
        .join(submission, submission.c.id == submission_unit.c.submission_id)
        .where(submission.c.state == "accepted")
        .order_by(submission.c.decided_at, submission.c.id)
    )
    if units is not None:
        query = query.where(submission_unit.c.unit.in_(units))
    # A file of targets or schools names units too, but is no report of theirs.
    last = {row[0]: tuple(row)[:-1] for row in connection.execute(query) if _REPORTS & row.counts.keys()}
    types = {
        "unit": "str",
        "file_name": "str",
        "uploaded_at": "datetime64[us, UTC]",
        "submission_id": "int64",
        "received_on": "datetime64[s]",
    }
    return frame(list(last.values()), types)
