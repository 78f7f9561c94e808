"""The first receipt of a unit's report on a quarter, through everything that can happen to a file."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select, update

from access import Actor
from program import clock
from program.measures.analysis import build
from program.reporting.timeliness import NOT_SAID, Arrival, Receipt, Received
from storage import schema
from storage.demo import remove
from storage.intake import corrected_days
from storage.intake.arrivals import receipts
from storage.intake.corrected_days import Stated
from storage.intake.rehearsal import rehearse
from storage.intake.submissions import Refused, accept, hold, withdraw
from storage.journal import log
from storage.reading.analysis import data_version, load
from tests.storage.build import bytes_of, everything, record, report

PLACE = ("492", "2023-Q2")
TODAY = clock.today()


def take(engine: Engine, actor: Actor, made: Any, **options: Any) -> int:
    return accept(engine, actor, "tep.xlsx", bytes_of(made), made, **options).submission.id


def uploaded(engine: Engine, number: int, moment: datetime) -> None:
    table = schema.submission
    with engine.begin() as connection:
        connection.execute(update(table).where(table.c.id == number).values(uploaded_at=moment))


def first(engine: Engine, place: tuple[str, str] = PLACE) -> Receipt | None:
    with engine.connect() as connection:
        return receipts(connection).first.get(place)


def since(engine: Engine) -> date | None:
    with engine.connect() as connection:
        return receipts(connection).since


def arrival(engine: Engine, place: tuple[str, str] = PLACE) -> Arrival | None:
    return build(**vars(load(engine))).arrivals.by.get(place)


def test_the_day_is_that_of_the_upload_in_viet_nam(engine: Engine, actor: Actor) -> None:
    number = take(engine, actor, report(record()))
    uploaded(engine, number, datetime(2026, 3, 1, 18, 30, tzinfo=UTC))
    assert first(engine) == Receipt(date(2026, 3, 2), False, number, "tep.xlsx")
    assert since(engine) == date(2026, 3, 2)


def test_a_stated_day_goes_before_the_upload_and_that_of_a_quarter_before_that_of_the_file(
    engine: Engine, actor: Actor
) -> None:
    both = report(record(), record(start_date="2023-08-01", end_date="2023-08-01"))
    said = Received(date(2023, 9, 20), {"2023-Q2": date(2023, 6, 20)})
    number = take(engine, actor, both, received=said)
    assert first(engine) == Receipt(date(2023, 6, 20), True, number, "tep.xlsx")
    assert first(engine, ("492", "2023-Q3")) == Receipt(date(2023, 9, 20), True, number, "tep.xlsx")
    assert build(**vars(load(engine))).freshness["492"].day == date(2023, 9, 20)


def test_a_corrected_file_does_not_move_the_first_receipt_and_withdrawing_gives_it_back(
    engine: Engine, actor: Actor
) -> None:
    early = take(engine, actor, report(record()), received=Received(date(2023, 6, 20)))
    before = arrival(engine)
    late = take(
        engine, actor, report(record(female=3)), replaces=[early], received=Received(date(2023, 8, 1))
    )
    assert arrival(engine) == before
    earlier = take(engine, actor, report(record(female=4)), received=Received(date(2023, 6, 1)))
    assert first(engine) == Receipt(date(2023, 6, 1), True, earlier, "tep.xlsx")
    withdraw(engine, actor, earlier)
    assert arrival(engine) == before
    withdraw(engine, actor, late)
    assert arrival(engine) == before
    withdraw(engine, actor, early)
    assert (first(engine), arrival(engine)) == (None, None)


def test_what_is_no_longer_said_has_not_been_received(engine: Engine, actor: Actor) -> None:
    wrong = take(engine, actor, report(record()))
    take(engine, actor, report(record(unit="493")), replaces=[wrong])
    assert arrival(engine) is None
    assert arrival(engine, ("493", "2023-Q2")) is not None


def test_of_one_day_the_stated_and_then_the_earlier_submission_counts(engine: Engine, actor: Actor) -> None:
    day = date(2026, 3, 1)
    plain = take(engine, actor, report(record()))
    uploaded(engine, plain, datetime(2026, 3, 1, 5, tzinfo=UTC))
    stated = take(engine, actor, report(record(female=1)), received=Received(day))
    take(engine, actor, report(record(female=2)), received=Received(day))
    assert first(engine) == Receipt(day, True, stated, "tep.xlsx")


def test_a_held_file_has_not_come_until_it_is_accepted_and_then_on_its_upload(
    engine: Engine, actor: Actor
) -> None:
    made = report(record())
    held = hold(engine, actor, "tep.xlsx", bytes_of(made), made)
    uploaded(engine, held.id, datetime(2026, 3, 1, 5, tzinfo=UTC))
    assert (first(engine), since(engine)) == (None, None)
    take(engine, actor, made)
    assert first(engine) == Receipt(date(2026, 3, 1), False, held.id, "tep.xlsx")


def test_demo_files_do_not_say_since_when_the_system_is_in_use_and_leave_nothing(
    engine: Engine, actor: Actor
) -> None:
    take(engine, actor, report(record()), demo=True, received=Received(None, {"2023-Q2": date(2023, 6, 20)}))
    assert since(engine) is None
    assert first(engine) is not None
    remove(engine, actor)
    assert everything(engine)["submission_quarter"] == []


def test_registers_speak_of_no_quarter(engine: Engine, actor: Actor) -> None:
    school = {"name": "THCS Lê Độ", "level": "lower_secondary", "unit": "493", "ward": "An Hải Bắc"}
    school |= {"valid_from": None, "valid_to": None, "source": {"sheet": "S", "row": 2}}
    take(engine, actor, report(school, kind="schools"))
    assert everything(engine)["submission_quarter"] == []


def test_a_declaration_of_zero_is_received(engine: Engine, actor: Actor) -> None:
    zero = record(kind=None, title=None, basis="declared_zero", count=0, attendances={}, attendances_total=0)
    take(engine, actor, report(zero | {"start_date": "2023-03-15", "end_date": "2023-06-14"}))
    found = arrival(engine)
    assert found is not None
    assert found.declared_zero


@pytest.mark.parametrize("said", [Received(TODAY + timedelta(days=1)), Received(None, {"2023-Q2": date.max})])
def test_nothing_was_received_in_the_future(engine: Engine, actor: Actor, said: Received) -> None:
    before = everything(engine)
    with pytest.raises(Refused, match="sau hôm nay"):
        take(engine, actor, report(record()), received=said)
    assert everything(engine) == before


def test_a_rehearsal_leaves_no_receipt(engine: Engine, actor: Actor) -> None:
    made = report(record())
    seen = rehearse(engine, actor, "tep.xlsx", bytes_of(made), made)
    assert set(seen.receipts.first) == {PLACE}
    assert everything(engine)["submission_quarter"] == []


def test_receipts_of_some_units_alone(engine: Engine, actor: Actor) -> None:
    take(engine, actor, report(record(), record(unit="493")))
    with engine.connect() as connection:
        assert set(receipts(connection, ["493"]).first) == {("493", "2023-Q2")}


def test_a_day_is_corrected_with_its_reason_and_back(engine: Engine, actor: Actor) -> None:
    both = report(record(), record(start_date="2023-08-01", end_date="2023-08-01"))
    said = Received(date(2023, 9, 20), {"2023-Q2": date(2023, 6, 20)})
    number = take(engine, actor, both, received=said)
    version, before = data_version(engine), receipts_of(engine)
    better = Received(None, {"2023-Q3": date(2023, 9, 1)})
    corrected_days.correct(engine, actor, number, better, " theo  sổ công văn ", seen=said)
    assert corrected_days.stated(engine, number) == Stated(better, ("2023-Q2", "2023-Q3"))
    assert data_version(engine) == version + 1
    assert (first(engine).stated, first(engine, ("492", "2023-Q3")).day) == (False, date(2023, 9, 1))  # type: ignore[union-attr]
    with engine.connect() as connection:
        entry = connection.execute(select(schema.event).order_by(schema.event.c.id.desc())).first()
    assert entry is not None
    assert (entry.action, entry.submission_id) == (log.RECEIPT_CORRECTED, number)
    assert entry.before == {"received_on": "2023-09-20", "received_quarters": ["2023-Q2: 2023-06-20"]}
    assert entry.after == {
        "received_on": None, "received_quarters": ["2023-Q3: 2023-09-01"], "reason": "theo sổ công văn",
    }  # fmt: skip
    corrected_days.correct(engine, actor, number, said, "hoàn tác", seen=better)
    assert receipts_of(engine) == before


@pytest.mark.parametrize(
    ("received", "reason", "seen", "words"),
    [
        (Received(date(2023, 6, 1)), " ", NOT_SAID, "lý do"),
        (Received(TODAY + timedelta(days=1)), "vì", NOT_SAID, "không thể sau hôm nay"),
        (Received(date(2023, 6, 1)), "vì", Received(date(2023, 5, 1)), "người khác"),
        (NOT_SAID, "vì", NOT_SAID, "không thay đổi"),
    ],
)
def test_a_correction_that_cannot_be(
    engine: Engine, actor: Actor, received: Received, reason: str, seen: Received, words: str
) -> None:
    number = take(engine, actor, report(record()))
    before = everything(engine)
    with pytest.raises(Refused, match=words):
        corrected_days.correct(engine, actor, number, received, reason, seen=seen)
    assert everything(engine) == before


def test_only_what_was_received_has_a_day(engine: Engine, actor: Actor) -> None:
    made = report(record())
    held = hold(engine, actor, "tep.xlsx", bytes_of(made), made).id
    gone = take(engine, actor, report(record(title="Lớp hai")))
    withdraw(engine, actor, gone)
    for number in (held, gone, 99):
        with pytest.raises(Refused, match="không có ngày nhận"):
            corrected_days.correct(engine, actor, number, Received(date(2023, 6, 1)), "vì", seen=NOT_SAID)


def receipts_of(engine: Engine) -> Any:
    with engine.connect() as connection:
        return receipts(connection)
