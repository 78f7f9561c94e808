"""Near twins and overlaps: what is offered, what a decision does, and that figures, rows and CSV agree."""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO, StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from access import Actor, Denied, Right, local_person
from data_loaders.apart.packed import packed
from exports.as_csv.activities import write_csv
from program.conflicts.desk import Sort
from program.conflicts.overlaps import BasisDecision
from program.conflicts.settling import settled
from program.conflicts.twins import Reason, Twin, TwinDecision, not_counted
from program.filters import Filters
from program.measures import analysis as program_analysis
from program.measures.counting import counted_on
from program.measures.cube import ACTIVITIES
from program.measures.sums import sums
from program.periods import parse_period
from storage import schema
from storage.conflicts import decisions, near, running
from storage.conflicts.basis_records import beside_summaries
from storage.conflicts.setting_aside import crossing_verdicts, twin_decisions, verdicts
from storage.conflicts.subjects import about_entry
from storage.database import reading
from storage.intake.rehearsal import rehearse
from storage.intake.submissions import Preview, Receipt, Refused, accept, fingerprint_of, preview, withdraw
from storage.journal import log
from storage.reading.activities import page, stream
from storage.reading.analysis import data_version, load
from tests.storage.build import bytes_of, drawn, emptied, record, report
from tests.waiting import decide_one, open_overlaps, open_twins, waiting

SCHOOL = "Trường THCS Trưng Vương"
OURS = record(school=SCHOOL)
THEIRS = record(unit="SO-GDDT", title="Tập huấn cha mẹ", organiser=None, school="THCS Trưng Vương", attendances={"parents": 33}, attendances_total=33)  # fmt: skip
DAYS = {"start_date": "2023-03-15", "end_date": "2023-06-14"}
QUARTER = record(title=None, organiser=None, count=9, basis="summary", attendances={"parents": 300}, attendances_total=300, **DAYS)  # fmt: skip


def take(engine: Engine, actor: Actor, *records: dict[str, Any], **options: Any) -> Receipt:
    made = report(*records)
    return accept(engine, actor, "tep.xlsx", bytes_of(made), made, **options)


def look(engine: Engine, *records: dict[str, Any]) -> Preview:
    made = report(*records)
    return preview(engine, local_person(), made, fingerprint_of(bytes_of(made)))


@dataclass(frozen=True)
class Told:
    """The classes that count and their attendances, as each part of the product tells them."""

    activities: int
    seats: int


def told(engine: Engine) -> Told:
    """Fails unless cube, table, CSV and rows say the same."""
    built = program_analysis.build(**vars(load(engine)))
    figures = int(sums(built, Filters())[..., ACTIVITIES].sum())
    shown = page(engine, Filters())
    total = shown.totals.get("training_class", {"rows": 0, "count": 0, "attendances": 0})
    sink = BytesIO()
    write_csv(stream(engine, Filters()), sink)
    lines = list(csv.DictReader(StringIO(sink.getvalue().decode("utf-8-sig"))))
    assert figures == total["count"]
    assert len(lines) == total["rows"] == len(shown.rows)
    assert sum(int(line["Tổng lượt tham gia"]) for line in lines) == total["attendances"]
    return Told(total["count"], total["attendances"])


def verdict(twin: Twin, unit: str | None, reason: str = "hai nơi cùng báo một lớp") -> TwinDecision:
    """The two are one and the row of the unit counts; without a unit they are two."""
    if unit is None:
        return TwinDecision(twin.first_key, twin.second_key, "different", reason)
    side = "first" if twin.first["unit"] == unit else "second"
    return TwinDecision(twin.first_key, twin.second_key, side, reason)  # type: ignore[arg-type]


def choice(basis: str, reason: str = "danh sách còn thiếu") -> BasisDecision:
    first, last = map(date.fromisoformat, DAYS.values())
    return BasisDecision("492", "training_class", first, last, basis, reason)  # type: ignore[arg-type]


def test_a_file_shows_its_near_twins_beside_rows_of_other_units(engine: Engine, actor: Actor) -> None:
    theirs = take(engine, actor, THEIRS).submission
    (twin,) = look(
        engine, OURS, record(title="Lớp khác", start_date="2023-05-20", end_date="2023-05-20")
    ).twins
    sides = {row["unit"]: row for row in (twin.first, twin.second)}
    assert sides["SO-GDDT"]["submission_id"] == theirs.id
    assert (sides["SO-GDDT"]["file_name"], sides["SO-GDDT"]["row"]) == ("tep.xlsx", 6)
    assert sides["492"]["title"] == OURS["title"]
    assert "submission_id" not in sides["492"]
    assert set(twin.reasons) == {Reason.SAME_DAY, Reason.SAME_SCHOOL}
    assert twin.first_key < twin.second_key


def test_the_twins_shown_are_rows_of_the_file_as_they_will_be_stored(engine: Engine, actor: Actor) -> None:
    """Whatever stands before them in the file: a summary, a repeat, other tables and portions."""
    first = [QUARTER, record(title="Truyền thông", kind="communication_session")]
    told = [
        {**one, "source": {"sheet": "A", "row": n + 2}} for n, one in enumerate([*first, OURS, OURS, THEIRS])
    ]
    for made in (report(*told), packed(report(*told))):
        seen = preview(engine, local_person(), made, "x")
        rows = {row["natural_key"]: row for twin in seen.twins for row in (twin.first, twin.second)}
        assert sorted(row["row"] for row in rows.values()) == [4, 5, 6]
    accept(engine, actor, "tep.xlsx", b"x", made)
    with reading(engine) as connection:
        held = connection.execute(select(schema.activity)).mappings().all()
    stored = {row["natural_key"]: row for row in held}
    for natural_key, row in rows.items():
        assert row == {name: stored[natural_key][name] for name in row}


def test_a_row_is_no_twin_of_its_own_past(engine: Engine, actor: Actor) -> None:
    take(engine, actor, OURS)
    assert look(engine, OURS | {"attendances_total": 31}).twins == ()
    assert len(look(engine, OURS | {"title": "Lớp tập huấn an toàn mạng xã hội"}).twins) == 1


def test_long_activities_meet_in_their_days(engine: Engine, actor: Actor) -> None:
    take(engine, actor, OURS | {"start_date": "2023-05-10", "end_date": "2023-05-12"})
    (twin,) = look(engine, OURS).twins
    assert Reason.OVERLAPPING_DAYS in twin.reasons
    assert look(engine, OURS | {"start_date": "2023-05-13", "end_date": "2023-05-13"}).twins == ()


def test_twins_beyond_those_shown_are_counted(engine: Engine, actor: Actor) -> None:
    days = [(date(2023, 1, 1) + timedelta(days=n)).isoformat() for n in range(203)]
    on = [{"start_date": day, "end_date": day} for day in days]
    take(engine, actor, *(THEIRS | day for day in on))
    seen = look(engine, *(OURS | day for day in on))
    assert (len(seen.twins), seen.more_twins) == (200, 3)


def test_of_very_many_stored_rows_the_newest_are_looked_at(
    engine: Engine, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = [{"start_date": f"2023-05-{n}", "end_date": f"2023-05-{n}"} for n in (10, 11, 12)]
    take(engine, actor, *(THEIRS | day for day in on))
    assert look(engine, *(OURS | day for day in on)).twins_complete
    monkeypatch.setattr(near, "COMPARED", 2)
    seen = look(engine, *(OURS | day for day in on))
    assert {twin.first["start_date"].day for twin in seen.twins} == {11, 12}
    assert not seen.twins_complete


def test_twins_decided_while_accepting_count_once(engine: Engine, actor: Actor) -> None:
    take(engine, actor, THEIRS)
    (twin,) = look(engine, OURS).twins
    submitter = Actor("an", "An", frozenset({Right.SUBMIT}))
    take(engine, submitter, OURS, twins=[verdict(twin, "SO-GDDT")])
    assert told(engine) == Told(1, 33)
    assert open_twins(engine) == []
    (kept,) = decisions.decided(engine)
    assert (kept.decided_by, kept.decision.reason) == ("An", "hai nơi cùng báo một lớp")
    assert {row["unit"] for row in kept.rows or () if row} == {"492", "SO-GDDT"}
    assert look(engine, OURS | {"attendances_total": 31}).twins == ()


def test_a_decision_can_be_undone_and_changed(engine: Engine, actor: Actor) -> None:
    take(engine, actor, THEIRS)
    take(engine, actor, OURS)
    both = Told(2, 63)
    assert told(engine) == both
    (twin,) = open_twins(engine)
    one = decide_one(engine, actor, verdict(twin, "492"))
    assert told(engine) == Told(1, 30)
    other = decide_one(engine, actor, verdict(twin, "SO-GDDT"))
    assert told(engine) == Told(1, 33)
    assert [d.id for d in decisions.decided(engine)] == [other]
    version = data_version(engine)
    decisions.undo(engine, actor, "twin", other)
    assert told(engine) == Told(1, 30)
    decisions.undo(engine, actor, "twin", one)
    assert told(engine) == both
    assert data_version(engine) == version + 2
    assert open_twins(engine) == [twin]
    with pytest.raises(Refused):
        decisions.undo(engine, actor, "twin", one)
    decide_one(engine, actor, verdict(twin, None))
    assert told(engine) == both
    assert open_twins(engine) == []


def test_decisions_are_logged(engine: Engine, actor: Actor) -> None:
    take(engine, actor, THEIRS)
    (twin,) = look(engine, OURS).twins
    own = take(engine, actor, OURS, twins=[verdict(twin, "492")]).submission.id
    (kept,) = decisions.decided(engine)
    decisions.undo(engine, actor, "twin", kept.id)
    names = ("action", "submission_id", "detail")
    with engine.connect() as connection:
        found = connection.execute(select(*(schema.event.c[name] for name in names)).order_by("id")).all()
    assert (log.DECIDED, own, {"twin_decision": kept.id}) in found
    assert found[-1] == (log.DECISION_UNDONE, None, {"twin_decision": kept.id})


def test_who_may_decide(engine: Engine, actor: Actor) -> None:
    take(engine, actor, THEIRS)
    take(engine, actor, OURS, QUARTER)
    (twin,) = open_twins(engine)
    submitter = Actor("an", "An", frozenset({Right.SUBMIT}))
    with pytest.raises(Denied):
        decide_one(engine, submitter, verdict(twin, "492"))
    with pytest.raises(Denied):
        decide_one(engine, submitter, choice("summary"))
    number = decide_one(engine, actor, choice("summary"))
    with pytest.raises(Denied):
        decisions.undo(engine, submitter, "basis", number)
    # Somebody else's rows are not decided by the way.
    before = told(engine)
    with pytest.raises(Denied):
        take(engine, submitter, record(title="Lớp mới"), twins=[verdict(twin, "492")])
    with pytest.raises(Denied):
        take(engine, submitter, THEIRS | {"title": "Lớp mới"}, bases=[choice("detail")])
    assert told(engine) == before


@pytest.mark.parametrize("reason", ["", "  "])
def test_nothing_is_decided_without_a_reason(engine: Engine, actor: Actor, reason: str) -> None:
    take(engine, actor, OURS, QUARTER)
    with pytest.raises(Refused):
        decide_one(engine, actor, choice("summary", reason))
    assert decisions.decided(engine) == []


def test_what_is_gone_is_not_decided(engine: Engine, actor: Actor) -> None:
    take(engine, actor, THEIRS)
    ours = take(engine, actor, OURS, QUARTER).submission.id
    (twin,) = open_twins(engine)
    withdraw(engine, actor, ours)
    with pytest.raises(Refused):
        decide_one(engine, actor, verdict(twin, "492"))
    with pytest.raises(Refused):
        decide_one(engine, actor, choice("summary"))


def test_a_decision_sleeps_while_its_row_is_withdrawn(engine: Engine, actor: Actor) -> None:
    take(engine, actor, THEIRS)
    ours = take(engine, actor, OURS).submission.id
    (twin,) = open_twins(engine)
    decide_one(engine, actor, verdict(twin, "492"))
    withdraw(engine, actor, ours)
    assert told(engine) == Told(1, 33)
    (asleep,) = decisions.decided(engine)
    assert [row and row["unit"] for row in asleep.rows or ()].count(None) == 1
    take(engine, actor, OURS | {"attendances": {"parents": 40}, "attendances_total": 40})
    assert told(engine) == Told(1, 40)


def test_a_removed_row_puts_its_decision_to_sleep(engine: Engine, actor: Actor) -> None:
    take(engine, actor, THEIRS)
    more = [
        record(title=f"Lớp thứ {n}", start_date=f"2023-06-0{n}", end_date=f"2023-06-0{n}") for n in (1, 2)
    ]
    first = take(engine, actor, OURS, *more).submission.id
    (twin,) = open_twins(engine)
    decide_one(engine, actor, verdict(twin, "492"))
    assert told(engine) == Told(3, 90)
    corrected = take(engine, actor, *more, remove_from=[first]).submission.id
    assert told(engine) == Told(3, 93)
    withdraw(engine, actor, corrected)
    assert told(engine) == Told(3, 90)


def test_a_summary_waits_until_it_is_chosen(engine: Engine, actor: Actor) -> None:
    take(engine, actor, OURS)
    (seen,) = look(engine, QUARTER).overlaps
    assert (seen.summed, seen.listed, seen.summed_seats, seen.listed_seats) == (9, 1, 300, 30)
    take(engine, actor, QUARTER)
    assert told(engine) == Told(1, 30)
    assert open_overlaps(engine) == load(engine).overlaps == (seen,)
    number = decide_one(engine, actor, choice("summary"))
    assert told(engine) == Told(9, 300)
    assert open_overlaps(engine) == load(engine).overlaps == ()
    (kept,) = decisions.decided(engine)
    assert (kept.subject, kept.decision) == ("basis", choice("summary"))
    decisions.undo(engine, actor, "basis", number)
    assert told(engine) == Told(1, 30)


def test_a_basis_chosen_while_accepting_holds_for_later_rows(engine: Engine, actor: Actor) -> None:
    take(engine, actor, OURS)
    take(engine, actor, QUARTER, bases=[choice("summary")])
    assert told(engine) == Told(9, 300)
    take(engine, actor, record(title="Lớp thứ hai"))
    assert told(engine) == Told(9, 300)
    assert look(engine, record(title="Lớp thứ ba")).overlaps == ()


def test_without_the_summary_the_list_counts_again(engine: Engine, actor: Actor) -> None:
    take(engine, actor, OURS)
    summed = take(engine, actor, QUARTER, bases=[choice("summary")]).submission.id
    withdraw(engine, actor, summed)
    assert told(engine) == Told(1, 30)
    assert load(engine).overlaps == ()


def test_without_the_list_the_summary_counts(engine: Engine, actor: Actor) -> None:
    take(engine, actor, QUARTER)
    listed = take(engine, actor, OURS).submission.id
    assert told(engine) == Told(1, 30)
    withdraw(engine, actor, listed)
    assert told(engine) == Told(9, 300)


def test_a_row_that_is_no_twin_any_more_is_subject_to_the_basis(engine: Engine, actor: Actor) -> None:
    take(engine, actor, THEIRS)
    take(engine, actor, OURS, QUARTER)
    (twin,) = open_twins(engine)
    number = decide_one(engine, actor, verdict(twin, "SO-GDDT"))
    decide_one(engine, actor, choice("summary"))
    assert told(engine) == Told(10, 333)
    decisions.undo(engine, actor, "twin", number)
    assert told(engine) == Told(10, 333)


def test_a_unit_whose_report_is_set_aside_has_reported(engine: Engine, actor: Actor) -> None:
    take(engine, actor, OURS)
    take(engine, actor, THEIRS | {"unit": "491"})
    (twin,) = open_twins(engine)
    decide_one(engine, actor, verdict(twin, "492"))
    built = program_analysis.build(**vars(load(engine)))
    quarter = parse_period("2023-Q2")
    assert built.has_reported("491", quarter.start, quarter.end)
    assert not built.has_reported("493", quarter.start, quarter.end)


def test_a_trial_shows_what_a_decision_does(engine: Engine, actor: Actor) -> None:
    take(engine, actor, OURS)
    made = report(QUARTER)
    trial = rehearse(engine, actor, "tep.xlsx", bytes_of(made), made, bases=[choice("summary")])
    assert list(trial.activities["count"]) == [9]
    assert told(engine) == Told(1, 30)
    assert decisions.decided(engine) == []


POOL = [
    OURS,
    OURS | {"title": "Lớp tập huấn an toàn mạng xã hội"},
    THEIRS,
    QUARTER,
    QUARTER | {"start_date": "2022-12-15", "end_date": "2023-12-14", "count": 30},
    record(title="Lớp tháng 6", start_date="2023-06-20", end_date="2023-06-20"),
    QUARTER | {"start_date": "2023-05-01", "end_date": "2023-07-31", "count": 5},
    QUARTER
    | {"start_date": "2022-12-15", "count": 12, "attendances": {"parents": 120}, "attendances_total": 120},
]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("accept"), st.lists(st.sampled_from(range(len(POOL))), min_size=1, unique=True)),
        st.tuples(st.just("withdraw"), st.integers(0, 5)),
        st.tuples(st.just("twin"), st.tuples(st.integers(0, 5), st.sampled_from([0, 1, None]))),
        st.tuples(st.just("basis"), st.tuples(st.booleans(), st.sampled_from(["detail", "summary"]))),
        st.tuples(st.just("crossing"), st.sampled_from(["both", "first", "second"])),
        st.tuples(st.just("undo"), st.integers(0, 5)),
    ),
    min_size=3,
    max_size=12,
)


def _assert_as_the_rules_say(engine: Engine) -> None:
    """What is set aside step by step is what the rules say of the records as they are."""
    table = schema.activity
    with reading(engine) as connection:
        rows = connection.execute(select(table).where(table.c.held)).mappings().all()
        lost = not_counted(twin_decisions(connection), {row["natural_key"] for row in rows})
        records = beside_summaries(connection)
        found = settled(records, verdicts(connection), crossing_verdicts(connection))
        totals = running.added(connection)
    assert {records["id"][a] for a in found.below} == set(totals)
    basis = set(records["id"][found.set_aside])
    for row in rows:
        reason = "twin" if row["natural_key"] in lost else "basis" if row["id"] in basis else None
        assert row["set_aside"] == reason
        assert row["active"] == (reason is None)
        alone = counted_on(row["start_date"], row["end_date"], row["basis"])
        assert row["counted_on"] == (totals[row["id"]].counted_on if row["id"] in totals else alone)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@drawn(12)
@given(steps=STEPS)
def test_any_sequence_of_steps(engine: Engine, actor: Actor, steps: list[tuple[str, Any]]) -> None:
    _as_the_rules_say_step_by_step(engine, actor, steps)


@pytest.mark.postgres
@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
@drawn(4)
@given(steps=STEPS)
def test_the_other_database_takes_the_same_steps(
    engine: Engine, actor: Actor, steps: list[tuple[str, Any]]
) -> None:
    _as_the_rules_say_step_by_step(engine, actor, steps)


def _as_the_rules_say_step_by_step(engine: Engine, actor: Actor, steps: list[tuple[str, Any]]) -> None:
    emptied(engine)
    standing: list[int] = []
    for step, said in steps:
        if step == "accept":
            number = take(engine, actor, *(POOL[place] for place in said)).submission.id
            standing = [*(n for n in standing if n != number), number]
        elif step == "withdraw" and standing:
            withdraw(engine, actor, standing.pop(said % len(standing)))
        elif step == "twin" and (found := open_twins(engine)):
            place, side = said
            twin = found[place % len(found)]
            chosen = ("first", "second")[side] if side is not None else "different"
            decide_one(
                engine,
                actor,
                TwinDecision(twin.first_key, twin.second_key, chosen, "vì"),  # type: ignore[arg-type]
            )
        elif step == "basis" and (beside := open_overlaps(engine)):
            one = beside[0 if said[0] else -1]
            decide_one(engine, actor, BasisDecision(one.unit, one.kind, one.start, one.end, said[1], "vì"))
        elif step == "crossing" and (crossed := waiting(engine, Sort.CROSSING)):
            decide_one(engine, actor, about_entry(crossed[0], said, "vì"))
        elif step == "undo" and (taken := decisions.decided(engine)):
            old = taken[said % len(taken)]
            decisions.undo(engine, actor, old.subject, old.id)
        _assert_as_the_rules_say(engine)
    told(engine)
    while left := decisions.decided(engine):
        decisions.undo(engine, actor, left[0].subject, left[0].id)
    with reading(engine) as connection:
        assert (verdicts(connection), crossing_verdicts(connection)) == ({}, {})
        aside = connection.scalars(select(schema.activity.c.set_aside)).all()
    assert "twin" not in aside
    _assert_as_the_rules_say(engine)
