"""Targets through time: what held when and by whose decision, changed and taken away as a file is."""

import json
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from access import Actor, Denied, Right
from program.contract import Report
from program.filters import Filters
from program.measures import analysis as program_analysis
from program.measures.figures import progress
from program.targets.history import history, setters
from program.vocabulary import INDICATORS
from storage import schema
from storage.database import reading
from storage.intake.submissions import Receipt, Refused, accept, withdraw
from storage.reading.analysis import load
from storage.registers.targets import RowKey, save, statements
from tests.storage.build import bytes_of, record, report

SESSIONS = "L-sessions"
_NAMES = count(1)


def line(value: float, year: int = 2023, unit: str = "492", document: str | None = None) -> dict[str, Any]:
    return {
        "indicator": SESSIONS,
        "unit": unit,
        "start_date": f"{year}-01-01",
        "end_date": f"{year}-12-31",
        "value": value,
        "authority": "local",
        "document": document,
        "source": {"sheet": "S", "row": 2},
    }


def key(year: int = 2023, unit: str = "492") -> RowKey:
    return RowKey(SESSIONS, unit, date(year, 1, 1), date(year, 12, 31), "local")


def plan(*lines: dict[str, Any]) -> Report:
    return report(*lines, kind="targets", file=f"muc-tieu-{next(_NAMES)}.xlsx")


def take(engine: Engine, actor: Actor, *lines: dict[str, Any], **options: Any) -> Receipt:
    made = plan(*lines)
    return accept(engine, actor, made["file"], bytes_of(made), made, **options)


def versions(engine: Engine, unit: str = "492") -> list[tuple[list[float], str | None]]:
    with reading(engine) as connection:
        found = history(statements(connection)).get((SESSIONS, unit), ())
    return [([r.value for r in v.rows], v.document) for v in found]


def test_a_changed_target_keeps_the_former_one_with_the_decision_that_changed_it(
    engine: Engine, actor: Actor
) -> None:
    take(engine, actor, line(10, document="KH 1 ngày 2-1-2023"))
    take(engine, actor, line(30, 2024))  # another year's line is added, not a change
    second = take(engine, actor, line(20, document="KH 9 ngày 5-3-2023"))
    assert versions(engine) == [
        ([10, 30], "KH 1 ngày 2-1-2023"),
        ([20, 30], "KH 9 ngày 5-3-2023"),
    ]
    with reading(engine) as connection:
        last = history(statements(connection))[SESSIONS, "492"][-1]
    assert (last.decided_on, last.by, last.submission) == (
        date(2023, 3, 5),
        actor.name,
        second.submission.id,
    )
    assert abs((datetime.now(UTC) - last.at).total_seconds()) < 3600
    withdraw(engine, actor, second.submission.id)
    assert versions(engine) == [([10, 30], "KH 1 ngày 2-1-2023")]


def test_the_progress_knows_the_plan_that_was_replaced(engine: Engine, actor: Actor) -> None:
    take(engine, actor, line(10, unit="48"), line(10))
    take(engine, actor, line(24, unit="48", document="Quyết định 9 ngày 05/03/2023"))
    built = program_analysis.build(**vars(load(engine)))
    city = progress(built, INDICATORS[SESSIONS], Filters())
    assert [r.value for r in city.rows] == [24]
    assert ([r.value for r in city.former], city.changed_on) == ([10], date(2023, 3, 5))
    unit = progress(built, INDICATORS[SESSIONS], Filters(unit="492"))
    assert (unit.former, unit.changed_on) == ((), None)


def test_a_replaced_file_was_in_force_until_the_other_came(engine: Engine, actor: Actor) -> None:
    first = take(engine, actor, line(10), line(7, 2024))
    second = take(engine, actor, line(11), replaces=[first.submission.id])
    assert versions(engine) == [([10, 7], None), ([11], None)]
    withdraw(engine, actor, second.submission.id)
    assert versions(engine) == [([10, 7], None)]


def test_saving_changes_and_removes_in_one_submission_that_can_be_withdrawn(
    engine: Engine, actor: Actor
) -> None:
    take(engine, actor, line(10), line(7, 2024), line(5, unit="493"))
    made = plan(line(12))
    done = save(
        engine, actor, made["file"], bytes_of(made), made, seen={key(): 10, key(2024): 7}, removed=[key(2024)]
    )
    assert (done.changed, done.removed) == (1, 1)
    assert versions(engine) == [([10, 7], None), ([12], None)]
    assert versions(engine, "493") == [([5], None)]
    withdraw(engine, actor, done.submission.id)
    assert versions(engine) == [([10, 7], None)]


@pytest.mark.parametrize("seen", [{key(): 9}, {key(): None}, {key(2024): 7}])
def test_what_somebody_else_changed_meanwhile_is_not_overwritten(
    engine: Engine, actor: Actor, seen: dict[RowKey, float | None]
) -> None:
    take(engine, actor, line(10))
    made = plan(line(12))
    with pytest.raises(Refused, match="xem lại"):
        save(engine, actor, made["file"], bytes_of(made), made, seen=seen)
    assert versions(engine) == [([10], None)]


def test_only_who_may_manage_targets_saves_them(engine: Engine) -> None:
    clerk = Actor("an", "Lê An", frozenset({Right.SUBMIT, Right.WITHDRAW}))
    made = plan(line(12))
    with pytest.raises(Denied):
        save(engine, clerk, made["file"], bytes_of(made), made, seen={})
    assert versions(engine) == []


def test_a_file_of_activities_takes_no_target_away_for_who_may_not(engine: Engine, actor: Actor) -> None:
    take(engine, actor, line(10))
    clerk = Actor("an", "Lê An", frozenset({Right.SUBMIT, Right.WITHDRAW}))
    made = report(record())
    with pytest.raises(Denied):
        save(engine, clerk, made["file"], bytes_of(made), made, seen={}, removed=[key()])
    assert versions(engine) == [([10], None)]


def test_who_set_a_row_is_who_gave_it_its_value(engine: Engine, actor: Actor) -> None:
    first = take(engine, actor, line(10)).submission
    again = Actor("binh", "Trần Bình", actor.rights)
    take(engine, again, line(10), line(4, 2024))
    with reading(engine) as connection:
        found = setters(statements(connection))
    assert {k[2].year: (s.submission == first.id, s.by) for k, s in found.items()} == {
        2023: (True, actor.name),
        2024: (False, "Trần Bình"),
    }


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["take", "take", "replace", "remove", "save", "withdraw"]),
        st.lists(st.tuples(st.sampled_from([2022, 2023, 2024]), st.integers(1, 3)), min_size=1, max_size=3),
        st.integers(0, 9),
    ),
    min_size=1,
    max_size=9,
)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@given(steps=STEPS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_last_version_is_what_is_held(engine: Engine, actor: Actor, steps: list[Any]) -> None:
    """Whatever is accepted, replaced, removed and withdrawn, the history ends at what counts."""
    with engine.begin() as connection:
        for table in reversed(schema.metadata.sorted_tables):
            if table.name not in ("data_version", "event"):  # the log keeps all
                connection.execute(table.delete())
    live: list[int] = []
    for what, lines, pick in steps:
        said = [line(value, year) for year, value in dict(lines).items()]
        chosen = [live[pick % len(live)]] if live else []
        if what == "withdraw" and chosen:
            done = withdraw(engine, actor, chosen[0])
        elif what == "save":
            made, held = plan(said[0]), _held(engine)
            removed = [k for k in held if k.start.year != int(said[0]["start_date"][:4])][:1]
            done = save(engine, actor, made["file"], bytes_of(made), made, seen=held, removed=removed)
        else:
            option = {"replace": "replaces", "remove": "remove_from"}.get(what)
            done = take(engine, actor, *said, **({option: chosen} if option and chosen else {}))
        with engine.connect() as connection:
            live = list(
                connection.scalars(
                    select(schema.submission.c.id).where(schema.submission.c.state == "accepted")
                )
            )
        with reading(engine) as connection:
            said_now = statements(connection)
        last = history(said_now).get((SESSIONS, "492"))
        rows = {(r.start.year, r.value) for r in last[-1].rows} if last else set()
        held_now = {(k.start.year, value) for k, value in _held(engine).items()}
        assert rows == held_now, (what, json.dumps(said), done)
        assert {(k[2].year, s.row.value) for k, s in setters(said_now).items()} == held_now


def _held(engine: Engine) -> dict[RowKey, float]:
    frame = load(engine).targets
    return {
        RowKey(
            r["indicator"], r["unit"], r["start_date"].date(), r["end_date"].date(), r["authority"]
        ): float(r["value"])
        for r in frame.to_dict("records")
    }
