"""Taking a file in and taking it back: hold, preview, accept, withdraw. Every write asks `access`.

Accepting and withdrawing are one transaction each, one at a time; a reader sees all of it or nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from sqlalchemy import Connection, Engine

from access import Actor, Right, require
from program import units
from program.contract import Report
from storage import ledger, log
from storage.comparison import CHANGED_ROWS_SHOWN, Change, compare
from storage.database import reading, writing
from storage.history import Submission, find, get, history, issues, raw_file, same_file
from storage.records import MANAGED_KINDS, Row, batches
from storage.winners import add, settle

__all__ = [
    "Preview",
    "Receipt",
    "Refused",
    "Submission",
    "accept",
    "fingerprint_of",
    "get",
    "history",
    "hold",
    "issues",
    "preview",
    "raw_file",
    "refuse_unfit",
    "withdraw",
]


class Refused(Exception):
    """The file or the request cannot be taken; the message is a Vietnamese sentence for the person."""


@dataclass(frozen=True)
class Preview:
    """What accepting would do. `by_kind` holds the same counts for each kind of table; `changed_rows`
    at most 200 pairs of old and new row; `same_file` the accepted submission of these very bytes."""

    new: int
    changed: int
    unchanged: int
    same_file: Submission | None
    changed_rows: list[tuple[Row, Row]]
    by_kind: dict[str, Change]


@dataclass(frozen=True)
class Receipt:
    """What was done. `restored` counts earlier records that count again; `data_version` is the version
    that shows the result."""

    submission: Submission
    outcome: Literal["accepted", "unchanged", "withdrawn"]
    new: int
    changed: int
    unchanged: int
    restored: int
    data_version: int


def fingerprint_of(raw: bytes) -> str:
    """The sha256 of a file in hex."""
    return sha256(raw).hexdigest()


def preview(engine: Engine, report: Report, fingerprint: str) -> Preview:
    """What accepting the checked file would change now; writes nothing."""
    made = batches(report)
    with reading(engine) as connection:
        by_kind = compare(connection, made, CHANGED_ROWS_SHOWN)
        same = same_file(connection, fingerprint, "accepted")
    total = Change.total(by_kind.values())
    return Preview(total.new, total.changed, total.unchanged, same, total.changed_rows, by_kind)


def hold(
    engine: Engine, actor: Actor, file_name: str, raw: bytes, report: Report, *, demo: bool = False
) -> Submission:
    """Keep a checked upload so that it can be resumed later; the same bytes are kept once.

    Raises ValueError for a rejected file: it may hold what must not be stored. Raises Denied.
    """
    require(actor, Right.SUBMIT)
    if report["status"] == "rejected":
        raise ValueError("a rejected file is never stored")
    fingerprint = fingerprint_of(raw)
    made = batches(report)
    with writing(engine) as connection:
        kept = same_file(connection, fingerprint, "accepted") or same_file(connection, fingerprint, "checked")
        if kept is not None:
            return kept
        held = ledger.enter(
            connection,
            actor,
            file_name,
            raw,
            fingerprint,
            report,
            made,
            unit=None,
            demo=demo,
            state="checked",
        )
        log.record(connection, actor, log.HELD, held.id)
        return held


def accept(
    engine: Engine,
    actor: Actor,
    file_name: str,
    raw: bytes,
    report: Report,
    *,
    unit: str | None = None,
    demo: bool = False,
    sound_rows: bool = False,
    replaces: Sequence[int] = (),
) -> Receipt:
    """Make the sound records of a checked file count. With errors in it only if `sound_rows`; with `unit`
    only if it speaks of no other unit; `replaces` are accepted submissions that it takes the place of.

    The same bytes already accepted change nothing (outcome `unchanged`). Raises Refused, Denied.
    """
    require(actor, Right.SUBMIT)
    made = batches(report)
    if any(batch.kind in MANAGED_KINDS for batch in made):
        require(actor, Right.MANAGE_TARGETS)
    refuse_unfit(report, unit, sound_rows)
    fingerprint = fingerprint_of(raw)
    with writing(engine) as connection:
        same = same_file(connection, fingerprint, "accepted")
        if same is not None:
            unchanged = sum(same.counts.values())
            return Receipt(same, "unchanged", 0, 0, unchanged, 0, ledger.version(connection))
        _refuse_replacing(connection, replaces)
        found = Change.total(compare(connection, made).values())
        taken = ledger.enter(
            connection,
            actor,
            file_name,
            raw,
            fingerprint,
            report,
            made,
            unit=unit,
            demo=demo,
            state="accepted",
        )
        ledger.note_replaced(connection, taken.id, replaces)
        add(connection, taken.id, made)
        restored = settle(connection, [taken.id, *replaces])
        version = ledger.next_version(connection)
        detail = {
            "new": found.new,
            "changed": found.changed,
            "unchanged": found.unchanged,
            "restored": restored,
        }
        log.record(connection, actor, log.ACCEPTED, taken.id, detail)
        return Receipt(taken, "accepted", found.new, found.changed, found.unchanged, restored, version)


def withdraw(engine: Engine, actor: Actor, submission_id: int) -> Receipt:
    """Take a submission back: what counted before it counts again, and what it replaced. A held upload
    that was never accepted is set aside. Raises Refused, Denied."""
    require(actor, Right.WITHDRAW)
    with writing(engine) as connection:
        found = find(connection, submission_id)
        _refuse_withdrawing(found, submission_id)
        if found is not None and found.counts.keys() & MANAGED_KINDS:
            require(actor, Right.MANAGE_TARGETS)
        ledger.set_state(connection, submission_id, "withdrawn")
        restored, version = 0, ledger.version(connection)
        if found is not None and found.state == "accepted":
            back = ledger.give_back_replaced(connection, submission_id)
            restored = settle(connection, [submission_id, *back])
            version = ledger.next_version(connection)
        log.record(connection, actor, log.WITHDRAWN, submission_id, {"restored": restored})
        gone = ledger.required(connection, submission_id)
    return Receipt(gone, "withdrawn", 0, 0, 0, restored, version)


def refuse_unfit(report: Report, unit: str | None = None, sound_rows: bool = False) -> None:
    """Raises Refused where `accept` would, whatever is in the database."""
    if report["status"] == "rejected":
        raise Refused("Chưa nhận được tệp này. Hãy sửa theo các lỗi đã nêu rồi nộp lại.")
    if report["status"] == "needs_fixes" and not sound_rows:
        errors = sum(issue["severity"] == "error" for issue in report["issues"])
        raise Refused(
            f"Tệp còn {errors} lỗi. Hãy sửa các ô đã nêu rồi nộp lại, hoặc chọn chỉ nhận những dòng đúng."
        )
    spoken_of = {record["unit"] for table in report["tables"] for record in table["records"]}
    if not spoken_of:
        raise Refused("Tệp không có dòng nào để nhận.")
    others = sorted(spoken_of - {unit})
    if unit is not None and others:
        names = ", ".join(units.label(code, with_type=True) for code in others[:3])
        more = f" và {len(others) - 3} đơn vị khác" if len(others) > 3 else ""
        raise Refused(
            f"Tệp có số liệu của {names}{more}, trong khi đơn vị nộp là "
            f"{units.label(unit, with_type=True)}. Hãy bỏ các dòng đó hoặc chọn đúng đơn vị."
        )


def _refuse_replacing(connection: Connection, replaces: Sequence[int]) -> None:
    for number in replaces:
        found = find(connection, number)
        if found is None or found.state != "accepted":
            raise Refused(f"Lần nộp số {number} hiện không được tính nên không thể thay thế.")


def _refuse_withdrawing(found: Submission | None, number: int) -> None:
    if found is None:
        raise Refused(f"Không có lần nộp số {number}.")
    if found.state == "withdrawn":
        raise Refused(f"Lần nộp số {number} đã được rút trước đó.")
    if found.state == "superseded":
        raise Refused(f"Lần nộp số {number} đã được một lần nộp sau thay thế; hãy rút lần nộp sau trước.")
