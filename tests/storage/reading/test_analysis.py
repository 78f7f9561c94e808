from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Engine

from access import Actor
from program.filters import Filters
from program.measures.analysis import build
from storage.intake.submissions import accept, withdraw
from storage.reading import activities
from storage.reading.analysis import data_version, load
from tests.storage.build import bytes_of, record, report

SOURCE = {"sheet": "S", "row": 2}


def take(engine: Engine, actor: Actor, made: Any, name: str = "tep.xlsx") -> int:
    return accept(engine, actor, name, bytes_of(made), made).submission.id


def test_an_empty_database_gives_empty_frames_that_figures_can_be_built_from(engine: Engine) -> None:
    empty = load(engine)
    assert [len(f) for f in (empty.activities, empty.targets, empty.schools, empty.population)] == [0] * 4
    build(empty.version, empty.activities, empty.targets, empty.schools, empty.population, empty.sources)


def test_activities_have_lean_types_and_the_order_of_days(engine: Engine, actor: Actor) -> None:
    take(
        engine,
        actor,
        report(
            record(start_date="2024-01-01", end_date="2024-01-31", basis="summary", delivery=None, female=3),
            record(unit="502", school="Trường TH Núi Thành", attendances={}, attendances_total=None),
        ),
    )
    frame = load(engine).activities
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == {
        **dict.fromkeys(["unit", "kind", "delivery", "basis", "school", "ward"], "category"),
        **dict.fromkeys(["counted_on", "start_date", "end_date"], "datetime64[s]"),
        "count": "float32",
        "in_city": "bool",
        **{name: "float32" for name in frame if str(name).startswith("att")},
        "female": "float32",
    }
    assert list(frame["counted_on"]) == [pd.Timestamp("2023-05-12"), pd.Timestamp("2024-01-16")]
    assert list(frame["unit"]) == ["502", "492"]
    assert list(frame["in_city"]) == [False, True]
    assert list(frame["school"].isna()) == [False, True]
    assert list(frame["delivery"].isna()) == [False, True]
    assert list(frame["att_parents"].fillna(-1)) == [-1, 30]
    assert list(frame["attendances_total"].fillna(-1)) == [-1, 30]
    assert list(frame["female"].fillna(-1)) == [-1, 3]


def test_a_declaration_of_zero_need_not_name_a_kind(engine: Engine, actor: Actor) -> None:
    nothing = {"basis": "declared_zero", "count": 0, "attendances": {}, "attendances_total": 0}
    take(engine, actor, report(record(kind=None, title=None, **nothing), record()))
    active = load(engine)
    assert sorted(active.activities["kind"].isna()) == [False, True]
    build(
        active.version,
        active.activities,
        active.targets,
        active.schools,
        active.population,
        active.sources,
    )


def test_the_other_frames(engine: Engine, actor: Actor) -> None:
    target = {"indicator": "L-sessions", "unit": "48", "value": 12.5, "authority": "local", "document": None}
    target |= {"start_date": "2022-12-15", "end_date": "2023-12-14", "source": SOURCE}
    school = {"name": "THCS Lê Độ", "level": "lower_secondary", "unit": "493", "ward": "An Hải Bắc"}
    school |= {"valid_from": None, "valid_to": "2024-06-30", "source": SOURCE}
    people = {"group": "children", "unit": "48", "year": 2023, "value": 300000, "origin": "Cục Thống kê"}
    take(engine, actor, report(target, kind="targets"))
    take(engine, actor, report(school, kind="schools"))
    take(engine, actor, report(people | {"source": SOURCE}, kind="population"))
    active = load(engine)
    [found] = active.targets.to_dict("records")
    assert (found["value"], found["start_date"], pd.isna(found["document"])) == (
        12.5,
        pd.Timestamp("2022-12-15"),
        True,
    )
    [found] = active.schools.to_dict("records")
    assert (found["name"], pd.isna(found["valid_from"]), found["valid_to"]) == (
        "THCS Lê Độ",
        True,
        pd.Timestamp("2024-06-30"),
    )
    assert active.population.to_dict("records") == [people]


def test_contacts_of_officials_reach_no_frame(engine: Engine, actor: Actor) -> None:
    contact = {"unit": "492", "name": "Lê Thị An", "position": None, "phone": "0905123456", "email": None}
    contact |= {"valid_from": None, "document": None, "source": SOURCE}
    take(engine, actor, report(contact, kind="focal_points"))
    active = load(engine)
    frames = [active.activities, active.targets, active.schools, active.population, active.sources]
    frames += activities.stream(engine, Filters(text="le thi an"))
    assert "0905123456" not in "".join(frame.to_csv() for frame in frames)
    assert [len(frame) for frame in frames] == [0, 0, 0, 0, 0, 0]


def test_the_last_accepted_file_of_each_unit(engine: Engine, actor: Actor) -> None:
    first = take(engine, actor, report(record(), record(unit="493")), "ca-hai.xlsx")
    second = take(engine, actor, report(record(title="B")), "hai-chau.xlsx")

    def last() -> dict[str, tuple[str, int]]:
        rows = load(engine).sources.to_dict("records")
        return {row["unit"]: (row["file_name"], row["submission_id"]) for row in rows}

    assert last() == {"492": ("hai-chau.xlsx", second), "493": ("ca-hai.xlsx", first)}
    withdraw(engine, actor, second)
    assert last()["492"] == ("ca-hai.xlsx", first)


def test_every_change_moves_the_version_on(engine: Engine, actor: Actor) -> None:
    assert data_version(engine) == 0
    number = take(engine, actor, report(record()))
    assert (data_version(engine), load(engine).version) == (1, 1)
    withdraw(engine, actor, number)
    assert (data_version(engine), load(engine).version) == (2, 2)


def test_many_rows_cross_the_chunks_unharmed(engine: Engine, actor: Actor, monkeypatch: Any) -> None:
    monkeypatch.setattr("storage.conflicts.running.A_QUERY", 7)
    days = [f"2023-{1 + i % 12:02d}-{1 + i % 28:02d}" for i in range(100)]
    # Where numbers do not fit into lean types, what lies in those rows that are not read yet cannot be cast.
    made = np.empty

    def dirty(size: Any, *args: Any, **more: Any) -> Any:
        held = made(size, *args, **more)
        if held.dtype == np.float32:
            held.view(np.int32)[...] = 0x7F800001  # not a number, and telling so when it is cast
        return held

    monkeypatch.setattr("storage.reading.analysis.np.empty", dirty)
    # Lean types are for numbers that they hold to the last digit.
    said = [*range(40), 2**24 + 1, *range(41, 99), 999_999_999]
    take(
        engine,
        actor,
        report(
            *(
                record(title=str(i), start_date=day, end_date=day, attendances={"parents": said[i]})
                for i, day in enumerate(days)
            )
        ),
    )
    frame = load(engine).activities
    expected = sorted(zip(days, said, strict=True))
    assert [
        (str(d.date()), int(n)) for d, n in zip(frame["counted_on"], frame["att_parents"], strict=True)
    ] == (expected)
