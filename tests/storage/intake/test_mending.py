"""What a file was mended with is kept, tells files apart, and what was left out waits to be mended."""

from typing import Any

import pytest
from sqlalchemy import Engine

from access import Actor, Denied
from program.contract import Report
from program.submissions.mending import Answer, Correction, Mending, Question
from storage.intake.submissions import (
    Receipt,
    Refused,
    accept,
    drop_rest,
    fingerprint_of,
    get,
    hold,
    mending_of,
    preview,
    withdraw,
)
from tests.storage.build import active, error, everything, record, report

RAW = b"the same bytes"
PLAIN = Mending()
MENDED = Mending(
    frozenset({Answer(Question.UNIT, "hải châu 1", "492")}),
    frozenset({Correction("Tháng 5", "D9", "12/5/2023")}),
)
PART = report(record(title="A"), status="needs_fixes", issues=[error()])
WHOLE = report(record(title="A"), record(title="B"))


def take(engine: Engine, actor: Actor, made: Report, mending: Mending, **options: Any) -> Receipt:
    return accept(engine, actor, "tep.xlsx", RAW, made, mending=mending, sound_rows=True, **options)


def rest(engine: Engine, number: int) -> str:
    found = get(engine, number)
    assert found is not None
    return found.rest


def test_mending_is_kept_with_its_submission(engine: Engine, actor: Actor) -> None:
    taken = take(engine, actor, WHOLE, MENDED).submission
    assert (mending_of(engine, actor, taken.id), taken.mending_digest) == (MENDED, MENDED.digest)
    with pytest.raises(LookupError):
        mending_of(engine, actor, 9)


def test_a_file_without_mending_has_none(engine: Engine, actor: Actor) -> None:
    taken = take(engine, actor, WHOLE, PLAIN).submission
    assert (mending_of(engine, actor, taken.id), taken.mending_digest) == (PLAIN, "")


def test_the_same_file_is_the_same_bytes_read_with_the_same_mending(engine: Engine, actor: Actor) -> None:
    first = take(engine, actor, WHOLE, MENDED)
    before = everything(engine)
    again = take(engine, actor, WHOLE, Mending.from_json(MENDED.as_json()))
    assert (again.outcome, again.submission) == ("unchanged", first.submission)
    assert everything(engine) == before
    same, other = (preview(engine, actor, WHOLE, fingerprint_of(RAW), m) for m in (MENDED, PLAIN))
    assert (same.same_file, same.rereads) == (first.submission, ())
    assert (other.same_file, other.rereads) == (None, (first.submission,))


def test_reading_the_same_bytes_otherwise_replaces_the_earlier_reading(engine: Engine, actor: Actor) -> None:
    wrong = report(record(title="A", unit="493"), record(title="B"))
    first = take(engine, actor, wrong, PLAIN).submission
    before = active(engine)
    second = take(engine, actor, WHOLE, MENDED)
    assert (second.outcome, second.new, second.unchanged, second.removed) == ("accepted", 1, 1, 1)
    assert get(engine, first.id).state == "superseded"  # type: ignore[union-attr]
    assert sorted(dict(row[1:])["unit"] for row in active(engine)) == ["492", "492"]
    assert withdraw(engine, actor, second.submission.id).restored == 2
    assert active(engine) == before


def test_a_held_upload_keeps_what_was_last_added(engine: Engine, actor: Actor) -> None:
    held = hold(engine, actor, "tep.xlsx", RAW, PART)
    again = hold(engine, actor, "tep.xlsx", RAW, WHOLE, mending=MENDED)
    assert (again.id, again.error_count, mending_of(engine, actor, held.id)) == (held.id, 0, MENDED)
    taken = take(engine, actor, WHOLE, MENDED).submission
    assert (taken.id, taken.mending_digest) == (held.id, MENDED.digest)
    other = hold(engine, actor, "tep.xlsx", RAW, PART)
    assert (other.id != taken.id, other.state) == (True, "checked")
    assert hold(engine, actor, "tep.xlsx", RAW, WHOLE, mending=MENDED) == taken


def test_rows_that_were_left_out_wait(engine: Engine, actor: Actor) -> None:
    assert take(engine, actor, PART, PLAIN).submission.rest == "open"
    assert take(engine, actor, WHOLE, MENDED).submission.rest == "none"


def test_reading_the_bytes_otherwise_ends_the_waiting_until_it_is_withdrawn(
    engine: Engine, actor: Actor
) -> None:
    first = take(engine, actor, PART, PLAIN).submission.id
    second = take(engine, actor, WHOLE, MENDED).submission.id
    assert rest(engine, first) == "none"
    withdraw(engine, actor, second)
    assert rest(engine, first) == "open"


def test_a_later_file_with_all_the_rows_ends_the_waiting(engine: Engine, actor: Actor) -> None:
    first = take(engine, actor, PART, PLAIN).submission.id
    accept(engine, actor, "khac.xlsx", b"1", report(record(title="C")))
    assert rest(engine, first) == "open"
    mended = accept(engine, actor, "sua.xlsx", b"2", WHOLE).submission.id
    assert rest(engine, first) == "none"
    withdraw(engine, actor, mended)
    assert rest(engine, first) == "open"


def test_a_row_that_a_corrected_file_lacks_and_that_was_kept_waits_for_nothing(
    engine: Engine, actor: Actor
) -> None:
    wide = report(*(record(title=t) for t in "ABC"), status="needs_fixes", issues=[error()])
    first = take(engine, actor, wide, PLAIN).submission.id
    accept(engine, actor, "khac.xlsx", b"1", report(record(title="A"), record(title="D")))
    assert rest(engine, first) == "open"
    mended = accept(engine, actor, "sua.xlsx", b"2", report(*(record(title=t) for t in "ABD"))).submission.id
    assert rest(engine, first) == "none"
    assert len(active(engine)) == 4
    withdraw(engine, actor, mended)
    assert rest(engine, first) == "open"


def test_the_rest_can_be_dropped_once(engine: Engine, actor: Actor) -> None:
    number = take(engine, actor, PART, PLAIN).submission.id
    with pytest.raises(Denied):
        drop_rest(engine, Actor("an", "Lê An", frozenset()), number)
    drop_rest(engine, actor, number)
    assert rest(engine, number) == "dropped"
    assert everything(engine)["event"][-1][2:5] == ("local", "rest_dropped", str(number))
    for unknown in (number, 9):
        with pytest.raises(Refused, match=f"Lần nộp số {unknown} không có dòng nào đang chờ sửa"):
            drop_rest(engine, actor, unknown)


def test_nothing_waits_in_a_withdrawn_file(engine: Engine, actor: Actor) -> None:
    number = take(engine, actor, PART, PLAIN).submission.id
    withdraw(engine, actor, number)
    assert rest(engine, number) == "none"
