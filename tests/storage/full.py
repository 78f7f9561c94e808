"""A store in which every table has rows, with what is hard to carry elsewhere: bytes, nothing, long numbers,
letters of every kind, numbers that are gone."""

from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Engine, delete, insert, update

from access import Actor, local_person
from storage import schema
from storage.database import writing
from storage.intake.submissions import accept, withdraw
from tests.storage.build import bytes_of, error, everything, record, report

_NOW = datetime(2024, 2, 29, 23, 59, 59, 999_999, tzinfo=UTC)
_ISSUED = bytes(range(256)) * 400
_PLACE = {"source": {"sheet": "Trang “1”\n\t\\", "row": 2}}
TARGET = {
    "indicator": "L-parents",
    "unit": "492",
    "start_date": "2022-12-15",
    "end_date": "2023-12-14",
    "value": 1234.5,
    "authority": "local",
    "document": None,
} | _PLACE
SCHOOL = {
    "name": "Trường TH Điện Biên Phủ",
    "level": "primary",
    "unit": "492",
    "ward": None,
    "valid_from": None,
    "valid_to": None,
} | _PLACE
POPULATION = {
    "group": "under_16",
    "unit": "492",
    "year": 2023,
    "value": 0.1 + 0.2,
    "origin": "Cục Thống kê",
} | _PLACE
FOCAL = {
    "unit": "492",
    "name": "Nguyễn Văn Ả",
    "position": None,
    "phone": "0900000000",
    "email": "a@example.vn",
    "valid_from": "2023-01-01",
    "document": None,
} | _PLACE
DIRECTIVE = {
    "unit": "492",
    "number": "125/KH-UBND",
    "issued_on": "2024-02-29",
    "issuer": None,
    "form": "Kế hoạch",
    "subject": "Triển khai “Chương trình 830”",
    "part": None,
} | _PLACE
TASK = {
    "unit": "492",
    "assignee": "UBND phường Ả",
    "duty": "Mở lớp",
    "document": None,
    "assigned_on": None,
    "due_date": "2024-02-29",
    "state": "done",
    "done_on": None,
    "result": "Đã mở\t2 lớp",
    "proof": None,
} | _PLACE


def fill(engine: Engine) -> None:
    """Put something into every table."""
    actor = local_person()
    first = report(record(), record(title="Lớp 😀 thứ hai, ‘é’ và é"), record(unit="493"))
    _accept(engine, actor, first)
    unsound = report(record(title="Lớp ba"), status="needs_fixes", issues=[error()])
    _accept(engine, actor, unsound, sound_rows=True, remove_from=[1])
    _accept(engine, actor, report(record(title="Lớp bốn", female=3)), replaces=[2])
    for kind, one in (
        ("targets", TARGET),
        ("schools", SCHOOL),
        ("population", POPULATION),
        ("focal_points", FOCAL),
        ("directives", DIRECTIVE),
        ("tasks", TASK),
    ):
        _accept(engine, actor, report(one, kind=kind))
    _accept(engine, actor, report(record(title="Lớp năm")))
    withdraw(engine, actor, 10)
    with writing(engine) as connection:
        for table, values in _beside(actor):
            connection.execute(insert(table).values(values))
        file = schema.raw_file
        large = {"fingerprint": "f" * 64, "data": bytes(range(256)) * 4000}
        connection.execute(insert(file).values(large))
        connection.execute(
            update(file)
            .where(file.c.fingerprint != large["fingerprint"], file.c.data == bytes_of(first))
            .values(data=b"", removed_on=date(2024, 5, 1))
        )
        # Its number must not come back.
        gone = {"login": "di@example.vn", "name": "Đi", "added_by": "operator", "added_at": _NOW}
        number = connection.execute(insert(schema.user_account).values(gone)).inserted_primary_key
        connection.execute(delete(schema.user_account).where(schema.user_account.c.id == number[0]))
    assert all(everything(engine).values())


def _accept(engine: Engine, actor: Actor, made: Any, **options: Any) -> None:
    accept(engine, actor, "tệp.xlsx", bytes_of(made), made, **options)


def _beside(actor: Actor) -> list[tuple[Any, dict[str, Any]]]:
    decided = {
        "reason": "Vì “trùng”",
        "actor_id": actor.id,
        "decided_by": actor.name,
        "decided_at": _NOW,
        "undone_at": None,
    }
    stated = {"indicator": "T2", "as_of": date(2023, 12, 31), "numerator": 1, "denominator": 2**31 - 1}
    return [
        (schema.user_account, {"login": "an@example.vn", "name": "An", "added_by": "x", "added_at": _NOW}),
        (
            schema.role_grant,
            {
                "user_id": 1,
                "role": "reporter",
                "unit": "492",
                "valid_from": date(2024, 1, 1),
                "granted_by": "x",
                "granted_at": _NOW,
            },
        ),
        (
            schema.remembered_answer,
            {
                "question": "kind",
                "words": "Hội thảo",
                "value": "other",
                "given_by": "x",
                "given_at": _NOW,
                "forgotten_at": _NOW,
            },
        ),
        (
            schema.twin_decision,
            {"first_key": b"\x00\x01", "second_key": b"\xff" * 32, "verdict": "first"} | decided,
        ),
        (
            schema.basis_decision,
            {
                "unit": "492",
                "kind": "other",
                "start_date": date(2023, 1, 1),
                "end_date": date(2023, 6, 30),
                "verdict": "detail",
            }
            | decided,
        ),
        (
            schema.size_decision,
            {"natural_key": b"\x00\xfe", "count": 1, "seats": 5000, "verdict": "plausible"} | decided,
        ),
        (
            schema.crossing_decision,
            {
                "unit": "492",
                "kind": "other",
                "first_start": date(2023, 1, 1),
                "first_end": date(2023, 6, 30),
                "second_start": date(2023, 3, 15),
                "second_end": date(2023, 9, 14),
                "verdict": "both",
            }
            | decided,
        ),
        (
            schema.repeat_decision,
            {"unit": "492", "first_submission": 1, "second_submission": 8, "verdict": "plausible"} | decided,
        ),
        (
            schema.supplied_figure,
            stated | {"agency": "Sở", "actor_id": "x", "entered_by": "x", "entered_at": _NOW},
        ),
        (
            schema.last_look,
            {
                "actor_id": "x",
                "seen_at": _NOW,
                "data_version": 3,
                "figures": {"a": [1, 2.5, None, "đ"]},
                "before": {"b": 1},
            },
        ),
        (
            schema.campaign,
            {
                "code": "own-1",
                "name": "Rà soát quý I",
                "first_day": date(2024, 1, 1),
                "last_day": date(2024, 3, 31),
                "due_day": date(2024, 4, 10),
                "units": None,
                "ended": False,
                "actor_id": "x",
                "set_by": "x",
                "set_at": _NOW,
            },
        ),
        (
            schema.edition,
            {
                "name": "Báo cáo năm 2023, lần 1",
                "document": None,
                "unit": "city",
                "period": "2023",
                "calendar": "report",
                "as_of": date(2023, 12, 14),
                "view": {"period": "2023"},
                "data_version": 3,
                "last_event": 7,
                "demo": False,
                "content": "c" * 64,
                "texts": [{"section": "I", "code": "I.1", "heading": "", "text": "Đã “nộp”", "edited": True}],
                "settings": {"place": "Đà Nẵng", "recipients": ["Như trên"]},
                "figures": b"\x78\xda\x00\xff",
                "actor_id": "x",
                "issued_by": "x",
                "issued_at": _NOW,
                "withdrawn_by": "x",
                "withdrawn_at": _NOW,
                "withdrawn_why": "Nhầm kỳ",
            },
        ),
        (
            schema.edition_file,
            {"edition_id": 1, "kind": "docx", "fingerprint": sha256(_ISSUED).hexdigest(), "data": _ISSUED},
        ),
        (
            schema.review,
            {
                "submission_id": 1,
                "verdict": "returned",
                "message": "Ô D9: “500”",
                "cells": [{"sheet": "Trang “1”", "cell": "D9", "found": None, "said": "Xem lại"}],
                "actor_id": "x",
                "said_by": "x",
                "said_at": _NOW,
                "undone_at": _NOW,
            },
        ),
        (
            schema.period_lock,
            {
                "code": "2022-Q1",
                "unit": None,
                "verdict": "opened",
                "reason": "Nộp bổ sung",
                "until": date(2024, 2, 29),
                "actor_id": "x",
                "said_by": "x",
                "said_at": _NOW,
                "undone_at": None,
            },
        ),
        (
            schema.lock_rule,
            {
                "grain": "half",
                "days": None,
                "reason": "Còn “nhập” năm cũ",
                "actor_id": "x",
                "said_by": "x",
                "said_at": _NOW,
                "undone_at": None,
            },
        ),
        (schema.late_change, {"lock_id": 1, "unit": "492", "quarter": "2022-Q1", "changed_at": _NOW}),
        (schema.server_run, {"host": "h", "pid": 1, "process": "", "started_at": _NOW}),
        (
            schema.event,
            {
                "at": _NOW,
                "actor": "x",
                "action": "role_ended",
                "detail": {},
                "before": {"từ": None},
                "after": None,
            },
        ),
    ]
