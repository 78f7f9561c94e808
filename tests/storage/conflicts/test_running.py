"""Running totals in the store: figures, rows, CSV, locks and undo, whatever came first."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, update

from access import Actor
from program.filters import Filters, Lacking
from program.measures import analysis as program_analysis
from program.measures.sums import known, of_rows, sums
from program.periods import parse_period
from program.submissions.counted import counted_in
from program.vocabulary import Audience, Kind
from storage.database import writing
from storage.intake import account
from storage.intake.submissions import Refused, withdraw
from storage.locks import windows
from storage.reading.activities import page
from storage.reading.analysis import data_version, load
from storage.schema import activity
from storage.upkeep.settling import Settled, settle
from tests.storage.build import record, report
from tests.storage.conflicts.test_decisions import Told, look, take, told
from tests.waiting import open_overlaps

ENDS = {"6": "2023-06-14", "9": "2023-09-14", "12": "2023-12-14"}


@pytest.fixture(autouse=True)
def _group_by_group(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.conflicts.running._KEYS", 1)


def total(months: str, count: int, *, teachers: int | None = None, **said: Any) -> dict[str, Any]:
    parts = {"parents": 30 * count} | ({"teachers": teachers} if teachers is not None else {})
    return record(title=None, organiser=None, basis="summary", start_date="2022-12-15", end_date=ENDS[months],
                  count=count, attendances=parts, attendances_total=sum(parts.values()) + 3 * count,
                  female=count, **said)  # fmt: skip


FORM = (total("6", 5), total("9", 8, teachers=4), total("12", 12, teachers=4))


def classes(engine: Engine, *periods: str, **asked: Any) -> list[int | None]:
    """The classes of each period, by the figures, which must be those of the rows; unknown where there are none."""
    built = program_analysis.build(**vars(load(engine)))
    found = []
    for period in periods:
        view = Filters(period=parse_period(period), **asked)
        rows = page(engine, view)
        own = rows.totals.get("training_class", {"count": 0, "attendances": 0})
        block = sums(built, view)
        for measure, name in (("activities", "count"), ("attendances", "attendances")):
            assert known(block, measure, Kind.TRAINING_CLASS, view.audience) == own[name]
        assert sum(row["count"] for row in rows.rows) == own["count"]
        added = of_rows(built, view)
        assert added is None or {kind: told for kind, told in added.items() if kind} == rows.totals
        found.append(own["count"])
    return found


PERIODS = ("2023", "2023-H1", "2023-H2", "2023-Q3", "2023-Q4")


def test_one_form_with_figures_from_the_beginning_of_the_year_on(engine: Engine, actor: Actor) -> None:
    assert look(engine, *FORM).overlaps == ()
    # What the file adds up to, before and on its receipt, with a unit that says less than before.
    other = [total(m, n, unit="493") for m, n in (("6", 5), ("12", 4))]
    (own, less) = counted_in(report(*FORM, *other))
    assert (own.rows, own.count, own.attendances) == (3, 12, 400)
    assert (less.rows, less.count, less.attendances) == (2, 9, 9 * 33)
    done = take(engine, actor, *FORM)
    assert account.counted(engine, done.submission.id) == (own,)
    assert told(engine) == Told(12, 360 + 4 + 36)
    assert classes(engine, *PERIODS) == [12, 5, 7, 3, 4]
    assert classes(engine, *PERIODS, audience=Audience.TEACHERS) == [3, 0, 3, 3, 0]
    assert classes(engine, *PERIODS[:3], audience=Audience.PARENTS) == [12, 5, 7]
    assert open_overlaps(engine) == ()
    rest = page(engine, Filters(lacking=Lacking.AUDIENCE))
    assert rest.totals["training_class"] == {"rows": 3, "count": 12, "attendances": 36}
    (year,) = page(engine, Filters(period=parse_period("2023-Q4"))).rows
    assert (year["basis"], str(year["start_date"]), year["count"], year["female"]) == (
        "running",
        "2023-09-15",
        4,
        4,
    )
    assert (str(year["said_from"]), year["said_count"], year["said_attendances"]) == (
        "2022-12-15",
        12,
        400,
    )
    withdraw(engine, actor, done.submission.id)
    assert told(engine) == Told(0, 0)


def test_whatever_comes_first_and_what_is_taken_back(engine: Engine, actor: Actor) -> None:
    for order in (FORM[::-1], (FORM[1], FORM[2], FORM[0])):
        numbers = {row["count"]: take(engine, actor, row).submission.id for row in order}
        assert classes(engine, *PERIODS[:3]) == [12, 5, 7]
        # Without the half-year it is told of the nine months as a whole, and without both of the year.
        withdraw(engine, actor, numbers[5])
        assert classes(engine, *PERIODS) == [12, 8, 4, 0, 4]
        withdraw(engine, actor, numbers[8])
        assert classes(engine, *PERIODS) == [12, 0, 12, 12, 0]
        withdraw(engine, actor, numbers[12])
    # A correction of the half-year moves what the rest is.
    take(engine, actor, *FORM)
    take(engine, actor, total("6", 7))
    assert classes(engine, *PERIODS[:3]) == [12, 7, 5]
    # One that says less than before is for a person to decide.
    take(engine, actor, total("12", 6))
    assert [(one.summed, one.listed) for one in open_overlaps(engine)] == [(6, 8)]
    assert classes(engine, *PERIODS[:3]) == [8, 7, 1]


def test_a_locked_quarter_keeps_what_is_left_for_it(engine: Engine, actor: Actor) -> None:
    take(engine, actor, total("6", 5), total("12", 12))
    windows.lock(engine, actor, "2023-Q3", seen=None)
    with pytest.raises(Refused):
        take(engine, actor, total("6", 6))
    assert classes(engine, *PERIODS[:3]) == [12, 5, 7]


@pytest.mark.parametrize("locked", [False, True])
def test_what_an_earlier_release_settled_is_settled_anew(engine: Engine, actor: Actor, locked: bool) -> None:
    """It knew of no running totals: the longer one was set aside for the shorter, on the middle of all its days."""
    take(engine, actor, total("6", 5), total("12", 12))
    assert settle(engine) == Settled()
    with writing(engine) as connection:
        longer = update(activity).where(activity.c.end_date == date.fromisoformat(ENDS["12"]))
        connection.execute(longer.values(set_aside="basis", active=False, counted_on=date(2023, 6, 15)))
    assert classes(engine, *PERIODS[:3])[:2] == [5, 5]
    if locked:
        windows.lock(engine, actor, "2023-Q3", seen=None)
        assert settle(engine) == Settled(locked=("492",))
        assert classes(engine, *PERIODS[:2]) == [5, 5]
        return
    before = data_version(engine)
    assert settle(engine) == Settled(("492",))
    assert classes(engine, *PERIODS[:3]) == [12, 5, 7]
    assert data_version(engine) == before + 1
    assert settle(engine) == Settled()
