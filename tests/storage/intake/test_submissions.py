from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from access import Actor, Denied, Right
from program.submissions.mending import Answer, Mending, Question
from storage.intake import accepting, ledger, submissions
from storage.intake.history import unfinished
from storage.intake.submissions import (
    Refused,
    accept,
    fingerprint_of,
    get,
    history,
    hold,
    issues,
    preview,
    raw_file,
    withdraw,
)
from storage.journal import log
from storage.reading.analysis import data_version
from storage.records import removal
from tests.storage.build import active, bytes_of, error, everything, record, report

TWO = report(record(), record(title="Lớp thứ hai", source={"sheet": "Tháng 5", "row": 7}))


def take(engine: Engine, actor: Actor, made: Any, **options: Any) -> submissions.Receipt:
    return accept(engine, actor, "tep.xlsx", bytes_of(made), made, **options)


def test_accepting_gives_a_receipt_and_keeps_the_file(engine: Engine, actor: Actor) -> None:
    before = datetime.now(UTC)
    receipt = take(engine, actor, TWO)
    assert (receipt.outcome, receipt.new, receipt.changed, receipt.unchanged) == ("accepted", 2, 0, 0)
    assert receipt.data_version == data_version(engine) == 1
    kept = get(engine, receipt.submission.id)
    assert kept == receipt.submission
    assert (kept.state, kept.unit, kept.counts, kept.size) == (
        "accepted",
        "492",
        {"activities": 2},
        len(bytes_of(TWO)),
    )
    assert before <= kept.uploaded_at <= datetime.now(UTC)
    assert kept.decided_at is not None
    assert kept.uploaded_by == actor.name
    assert raw_file(engine, actor, kept.id) == ("tep.xlsx", bytes_of(TWO))


def test_the_same_file_twice_changes_nothing(engine: Engine, actor: Actor) -> None:
    first = take(engine, actor, TWO)
    before = everything(engine)
    second = take(engine, actor, TWO)
    assert (second.outcome, second.submission, second.unchanged) == ("unchanged", first.submission, 2)
    assert everything(engine) == before


def test_a_corrected_file_updates_its_rows(engine: Engine, actor: Actor) -> None:
    take(engine, actor, TWO)
    better = report(record(female=12), *TWO["tables"][0]["records"][1:], record(title="Lớp thứ ba"))
    seen = preview(engine, actor, better, fingerprint_of(bytes_of(better)))
    receipt = take(engine, actor, better)
    assert (seen.new, seen.changed, seen.unchanged, seen.same_file) == (1, 1, 1, None)
    assert (receipt.new, receipt.changed, receipt.unchanged) == (1, 1, 1)
    [(old, new)] = seen.changed_rows
    assert (old["female"], new["female"]) == (None, 12)
    assert {name for name in old if old[name] != new[name]} == {"female"}
    assert len(active(engine)) == 3


def test_a_preview_writes_nothing_and_knows_the_same_file(engine: Engine, actor: Actor) -> None:
    receipt = take(engine, actor, TWO)
    before = everything(engine)
    seen = preview(engine, actor, TWO, fingerprint_of(bytes_of(TWO)))
    assert (seen.same_file, seen.unchanged, seen.by_kind["activities"].unchanged) == (
        receipt.submission,
        2,
        2,
    )
    assert everything(engine) == before


def test_the_changed_rows_of_a_preview_are_bounded(engine: Engine, actor: Actor) -> None:
    def rows(female: int) -> Any:
        places = [{"sheet": "A", "row": i} for i in range(300)]
        return report(*(record(title=f"Lớp {p['row']}", female=female, source=p) for p in places))

    take(engine, actor, rows(1))
    seen = preview(engine, actor, rows(2), "khác")
    assert (seen.changed, len(seen.changed_rows)) == (300, 200)


@pytest.mark.parametrize(
    "spelling",
    [
        {"title": "LỚP TẬP HUẤN  an toàn mạng"},
        {"title": "Lớp tập huấn an toa\u0300n mạng"},
        {"organiser": "Ubnd quận Hải Châu"},
    ],
)
def test_spelling_makes_no_second_record(engine: Engine, actor: Actor, spelling: dict[str, str]) -> None:
    take(engine, actor, report(record()))
    assert take(engine, actor, report(record(**spelling))).changed == 1
    assert len(active(engine)) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"unit": "491"},
        {"kind": "contest"},
        {"start_date": "2023-05-11"},
        {"end_date": "2023-05-13"},
        {"title": "Lớp tập huấn an toàn mang"},
        {"organiser": None},
        {"ward": "Phường Hải Châu I"},
        {"school": "Trường THCS Trưng Vương"},
        # Of other people: a summary of the same would be set aside.
        {"basis": "summary", "attendances": {"teachers": 30}},
    ],
)
def test_each_part_of_the_natural_key_makes_another_record(
    engine: Engine, actor: Actor, other: dict[str, Any]
) -> None:
    take(engine, actor, report(record()))
    assert take(engine, actor, report(record(**other))).new == 1
    assert len(active(engine)) == 2


def test_equal_rows_within_one_file_are_two_records(engine: Engine, actor: Actor) -> None:
    assert take(engine, actor, report(record(), record())).new == 2
    again = report(record(), record(), record())
    receipt = take(engine, actor, again)
    assert (receipt.new, receipt.unchanged, len(active(engine))) == (1, 2, 3)


def test_withdrawing_brings_the_earlier_state_back(engine: Engine, actor: Actor) -> None:
    take(engine, actor, TWO)
    before = active(engine)
    second = take(engine, actor, report(record(female=12), record(title="Lớp thứ ba")))
    assert active(engine) != before
    receipt = withdraw(engine, actor, second.submission.id)
    assert (receipt.outcome, receipt.restored, receipt.submission.state) == ("withdrawn", 1, "withdrawn")
    assert active(engine) == before
    assert data_version(engine) == receipt.data_version == 3


def test_a_withdrawn_file_can_be_accepted_again(engine: Engine, actor: Actor) -> None:
    first = take(engine, actor, TWO)
    withdraw(engine, actor, first.submission.id)
    assert active(engine) == []
    again = take(engine, actor, TWO)
    assert (again.outcome, again.new) == ("accepted", 2)
    assert again.submission.id != first.submission.id


def test_withdrawing_an_older_file_leaves_what_the_newer_says(engine: Engine, actor: Actor) -> None:
    first = take(engine, actor, TWO)
    take(engine, actor, report(record(female=12)))
    withdraw(engine, actor, first.submission.id)
    [row] = active(engine)
    assert ("female", "12") in row


def test_a_replaced_submission_returns_when_its_replacement_goes(engine: Engine, actor: Actor) -> None:
    first = take(engine, actor, TWO)
    before = active(engine)
    second = take(engine, actor, report(record(title="Cả năm")), replaces=[first.submission.id])
    assert len(active(engine)) == 1
    assert get(engine, first.submission.id).state == "superseded"  # type: ignore[union-attr]
    with pytest.raises(Refused, match="đã được một lần nộp sau thay thế"):
        withdraw(engine, actor, first.submission.id)
    with pytest.raises(Refused, match="không thể thay thế"):
        take(engine, actor, report(record(title="Khác")), replaces=[first.submission.id])
    receipt = withdraw(engine, actor, second.submission.id)
    assert receipt.restored == 2
    assert active(engine) == before
    assert get(engine, first.submission.id).state == "accepted"  # type: ignore[union-attr]


def test_what_a_replaced_submission_had_updated_is_as_before_it(engine: Engine, actor: Actor) -> None:
    take(engine, actor, report(record(female=1)))
    middle = take(engine, actor, report(record(female=2)))
    receipt = take(engine, actor, report(record(title="Lớp khác")), replaces=[middle.submission.id])
    assert receipt.restored == 1
    assert [dict(row[1:])["female"] for row in active(engine)] == ["1", "None"]


def test_errors_refuse_the_file_unless_sound_rows_are_asked_for(engine: Engine, actor: Actor) -> None:
    unsound = report(record(), status="needs_fixes", issues=[error(), error("D10")])
    with pytest.raises(Refused, match="còn 2 lỗi"):
        take(engine, actor, unsound)
    assert history(engine) == []
    receipt = take(engine, actor, unsound, sound_rows=True)
    assert (receipt.new, receipt.submission.error_count, receipt.submission.warning_count) == (1, 2, 0)
    assert issues(engine, actor, receipt.submission.id) == unsound["issues"]


@pytest.mark.parametrize("options", [{}, {"sound_rows": True}])
def test_a_rejected_file_is_neither_accepted_nor_held(
    engine: Engine, actor: Actor, options: dict[str, bool]
) -> None:
    personal = report(status="rejected", tables=[], issues=[error()])
    with pytest.raises(Refused, match="Chưa nhận được tệp"):
        take(engine, actor, personal, **options)
    with pytest.raises(ValueError, match="never stored"):
        hold(engine, actor, "tep.xlsx", bytes_of(personal), personal)
    assert everything(engine)["raw_file"] == []


def test_a_file_without_records_is_refused(engine: Engine, actor: Actor) -> None:
    with pytest.raises(Refused, match="không có dòng nào"):
        take(engine, actor, report())


def test_records_of_another_unit_are_refused(engine: Engine, actor: Actor) -> None:
    with pytest.raises(
        Refused, match="Tệp có số liệu của Quận Hải Châu, trong khi đơn vị nộp là Quận Sơn Trà"
    ):
        take(engine, actor, TWO, unit="493")
    assert take(engine, actor, TWO, unit="492").submission.unit == "492"


def test_a_held_upload_becomes_the_accepted_one(engine: Engine, actor: Actor) -> None:
    held = hold(engine, actor, "tep.xlsx", bytes_of(TWO), TWO)
    assert hold(engine, actor, "tep.xlsx", bytes_of(TWO), TWO) == held
    assert (held.state, held.decided_at, active(engine), data_version(engine)) == ("checked", None, [], 0)
    receipt = take(engine, actor, TWO)
    assert (receipt.submission.id, receipt.submission.uploaded_at) == (held.id, held.uploaded_at)
    assert [entry.id for entry in history(engine)] == [held.id]
    assert hold(engine, actor, "tep.xlsx", bytes_of(TWO), TWO) == receipt.submission


def test_of_unfinished_files_the_one_last_worked_on_comes_first(engine: Engine, actor: Actor) -> None:
    made = [report(record(title=f"Lớp {n}")) for n in range(4)]
    held = [hold(engine, actor, f"{n}.xlsx", bytes_of(one), one).id for n, one in enumerate(made)]
    since = datetime.now(UTC) - timedelta(days=1)
    assert [one.id for one in unfinished(engine, actor, since, 3)] == held[:0:-1]
    answered = Mending().with_answers([Answer(Question.UNIT, "Hải Châu", "492")])
    hold(engine, actor, "0.xlsx", bytes_of(made[0]), made[0], mending=answered)
    assert [one.id for one in unfinished(engine, actor, since, 3)] == [held[0], held[3], held[2]]


def test_a_held_upload_can_be_set_aside(engine: Engine, actor: Actor) -> None:
    held = hold(engine, actor, "tep.xlsx", bytes_of(TWO), TWO)
    assert withdraw(engine, actor, held.id).submission.state == "withdrawn"
    assert data_version(engine) == 0


@pytest.mark.parametrize("kind", ["targets", "schools", "population", "focal_points"])
def test_other_kinds_of_record_follow_the_same_rule(engine: Engine, actor: Actor, kind: str) -> None:
    source = {"sheet": "S", "row": 2}
    first, second = {
        "targets": [
            {
                "indicator": "L-sessions",
                "unit": "492",
                "value": value,
                "authority": "local",
                "document": "KH 12",
            }
            | {"start_date": "2022-12-15", "end_date": "2023-12-14", "source": source}
            for value in (10, 12)
        ],
        "schools": [
            {"name": "THCS Trưng Vương", "level": "lower_secondary", "unit": "492", "ward": None}
            | {"valid_from": None, "valid_to": end, "source": source}
            for end in (None, "2024-06-30")
        ],
        "population": [
            {
                "group": "children",
                "unit": "492",
                "year": 2023,
                "value": value,
                "origin": "Cục TK",
                "source": source,
            }
            for value in (1000, 1200)
        ],
        "focal_points": [
            {"unit": "492", "name": "Lê Thị An", "position": "Chuyên viên", "phone": phone, "email": None}
            | {"valid_from": "2023-01-01", "document": None, "source": source}
            for phone in ("0900000001", "0900000002")
        ],
    }[kind]
    take(engine, actor, report(first, kind=kind))
    before = active(engine)
    receipt = take(engine, actor, report(second, kind=kind))
    assert (receipt.changed, len(active(engine))) == (1, 1)
    withdraw(engine, actor, receipt.submission.id)
    assert active(engine) == before


def test_history_is_newest_first_and_of_a_unit(engine: Engine, actor: Actor) -> None:
    own = take(engine, actor, TWO).submission
    both = take(engine, actor, report(record(title="A"), record(unit="493"))).submission
    assert both.unit is None
    assert history(engine) == [both, own]
    assert history(engine, limit=1) == [both]
    assert history(engine, unit="492") == [both, own]
    assert history(engine, unit="493") == [both]


def test_unknown_numbers_are_told(engine: Engine, actor: Actor) -> None:
    assert get(engine, 9) is None
    with pytest.raises(LookupError):
        raw_file(engine, actor, 9)
    with pytest.raises(Refused, match="Không có lần nộp số 9"):
        withdraw(engine, actor, 9)


def test_withdrawing_twice_is_told(engine: Engine, actor: Actor) -> None:
    number = take(engine, actor, TWO).submission.id
    withdraw(engine, actor, number)
    with pytest.raises(Refused, match="đã được rút trước đó"):
        withdraw(engine, actor, number)


def test_every_write_asks_for_its_right(engine: Engine, actor: Actor) -> None:
    reader = Actor("an", "Lê An", frozenset())
    submitter = Actor("an", "Lê An", frozenset({Right.SUBMIT, Right.WITHDRAW}))
    population = {"group": "children", "unit": "492", "year": 2023, "value": 1, "origin": None}
    managed = report(population | {"source": {"sheet": "S", "row": 1}}, kind="population")
    kept = take(engine, actor, managed).submission.id
    before = everything(engine)
    for attempt in (
        lambda: take(engine, reader, TWO),
        lambda: hold(engine, reader, "tep.xlsx", bytes_of(TWO), TWO),
        lambda: withdraw(engine, reader, kept),
        lambda: take(engine, submitter, managed),
        lambda: withdraw(engine, submitter, kept),
    ):
        with pytest.raises(Denied):
            attempt()
    assert everything(engine) == before


@pytest.mark.parametrize(
    "broken", ["enter", "note_replaced", "add", "release", "remove", "settle", "next_version", "record"]
)
def test_a_failure_in_the_middle_leaves_nothing(
    engine: Engine, actor: Actor, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    take(engine, actor, TWO)
    before = everything(engine)
    owners: dict[str, Any] = dict.fromkeys(("add", "release", "settle"), accepting)
    owners |= {"record": log, "remove": removal}
    real = getattr(owners.get(broken, ledger), broken)

    def fail(*arguments: Any, **options: Any) -> None:
        real(*arguments, **options)
        raise RuntimeError("power cut")

    monkeypatch.setattr(owners.get(broken, ledger), broken, fail)
    with pytest.raises(RuntimeError, match="power cut"):
        take(engine, actor, report(record(female=12)), replaces=[1])
    monkeypatch.undo()
    assert everything(engine) == before


def test_a_failed_withdrawal_leaves_all_as_it_was(
    engine: Engine, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = take(engine, actor, TWO).submission.id
    before = everything(engine)
    monkeypatch.setattr(log, "record", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        withdraw(engine, actor, number)
    assert everything(engine) == before


def test_the_log_names_who_did_what_and_no_cell(engine: Engine, actor: Actor) -> None:
    number = take(engine, actor, TWO).submission.id
    withdraw(engine, actor, number)
    entries = [row[2:] for row in everything(engine)["event"]]
    assert [entry[:3] for entry in entries] == [
        ("local", "accepted", str(number)),
        ("local", "withdrawn", str(number)),
    ]
    assert "Lớp" not in str(entries)
