"""Submissions from first look to the end: preview, hold, accept, withdraw. Every write asks `access`."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, update

from access import Actor, Right, require
from program.conflicts.overlaps import Overlap
from program.conflicts.twins import Twin
from program.contract import Report
from program.submissions.mending import NO_MENDING, Mending
from storage import memory, schema
from storage.access import reach
from storage.access.guard import allow
from storage.database import reading, writing
from storage.intake import ledger, overtaken
from storage.intake.accepting import accept, fingerprint_of
from storage.intake.foreseen import Foreseen
from storage.intake.gathered import Gathered
from storage.intake.history import (
    NotKept,
    Submission,
    get,
    history,
    issues,
    mending_of,
    raw_file,
    readable,
    removed_on,
    same_bytes,
    same_file,
)
from storage.intake.overtaken import Overtaken, Seen
from storage.intake.rehearsal import rehearse
from storage.intake.withdrawing import Withdrawal, withdraw, withdrawal
from storage.journal import log
from storage.receipt import Kept, Receipt
from storage.records import removal
from storage.records.comparison import CHANGED_ROWS_SHOWN, Change, Comparison
from storage.records.keys import KeySet
from storage.records.removal import Spoken, Vanished
from storage.records.rows import Row, batches, counts, each_unit, units_of
from storage.refusals import Refused, refuse_unfit, refuse_without_rest

__all__ = [
    "Foreseen",
    "Kept",
    "NotKept",
    "Overtaken",
    "Preview",
    "Receipt",
    "Refused",
    "Seen",
    "Submission",
    "Vanished",
    "Withdrawal",
    "accept",
    "drop_rest",
    "fingerprint_of",
    "get",
    "history",
    "hold",
    "issues",
    "mending_of",
    "preview",
    "raw_file",
    "readable",
    "refuse_unfit",
    "rehearse",
    "removed_on",
    "withdraw",
    "withdrawal",
]


@dataclass(frozen=True)
class Preview:
    """What accepting would do. `by_kind` holds the same counts for each kind of table; `changed_rows`
    at most 200 pairs of old and new row; `same_file` the accepted submission of these very bytes read
    with the same mending; `rereads` those of these bytes read otherwise, which it would replace;
    `corrects` the earlier submissions that it seems to correct and whose rows it lacks; `twins` and
    `overlaps` what may be counted twice, and `more_twins` how many pairs there are beyond the 200
    given; not `twins_complete` where only the newest stored rows were looked at; `foreseen` what else the
    desk would list: summaries whose days cross one of the file's, reports of the year before that it repeats; `seen`
    what accepting the file is to find again."""

    new: int
    changed: int
    unchanged: int
    same_file: Submission | None
    changed_rows: list[tuple[Row, Row]]
    by_kind: dict[str, Change]
    corrects: tuple[Vanished, ...] = ()
    twins: tuple[Twin, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    rereads: tuple[Submission, ...] = ()
    more_twins: int = 0
    twins_complete: bool = True
    foreseen: tuple[Foreseen, ...] = ()
    seen: Seen | None = None


def preview(
    engine: Engine, actor: Actor, report: Report, fingerprint: str, mending: Mending = NO_MENDING
) -> Preview:
    """What accepting the checked file would change now; writes nothing. It shows what is stored of the
    file's units, officials' contacts too, so it is for who may hand the file in. Raises Denied."""
    comparison, spoken, doubles = Comparison(CHANGED_ROWS_SHOWN), Spoken(), Gathered(report)
    with reading(engine) as connection:
        allow(connection, actor, Right.SUBMIT, each_unit(report))
        same = same_file(connection, fingerprint, mending, report)
        if same is not None:
            return _nothing_new(same)
        _look_through(connection, report, comparison, spoken, doubles)
        others = same_bytes(connection, fingerprint, "accepted")
        corrects = removal.vanished(connection, report, fingerprint, spoken, comparison)
        if actor.units is not None:
            own = actor.units
            corrects = tuple(
                one
                for one in corrects
                if removal.units_of_lacking(connection, report, [one.submission.id]) <= own
            )
        keys = spoken.keys.get(schema.activity.name, KeySet())
        found, (overlaps, crossed) = doubles.twins(connection, keys), doubles.beside(connection)
        memory.trim(spoken.size)
        repeated = doubles.repeats(connection, keys)
        seen = overtaken.seen(connection, comparison)
    total = comparison.total
    return Preview(
        total.new,
        total.changed,
        total.unchanged,
        None,
        total.changed_rows,
        comparison.by_kind,
        corrects=corrects,
        twins=found.shown,
        overlaps=overlaps,
        more_twins=found.more,
        twins_complete=found.complete,
        rereads=tuple(others),
        foreseen=(*crossed, *repeated),
        seen=seen,
    )


def _look_through(
    connection: Connection, report: Report, comparison: Comparison, spoken: Spoken, doubles: Gathered
) -> None:
    for batch in batches(report):
        comparison.add(connection, batch)
        spoken.add(batch)
        doubles.add(batch)
    memory.trim(spoken.size)


def _nothing_new(same: Submission) -> Preview:
    """Of a file that counts already, as the receipt of accepting it would say; its rows need no look."""
    by_kind = {kind: Change(unchanged=count) for kind, count in same.counts.items() if count}
    return Preview(0, 0, sum(same.counts.values()), same, [], by_kind)


def hold(
    engine: Engine,
    actor: Actor,
    file_name: str,
    raw: bytes,
    report: Report,
    *,
    mending: Mending = NO_MENDING,
    demo: bool = False,
) -> Submission:
    """Keep a checked upload so that it can be resumed later; the same bytes are kept once, with what was
    last added to them.

    Raises ValueError for a rejected file: it may hold what must not be stored. Raises Denied.
    """
    require(actor, Right.SUBMIT)
    if report["status"] == "rejected":
        raise ValueError("a rejected file is never stored")
    fingerprint = fingerprint_of(raw)
    with writing(engine) as connection:
        allow(connection, actor, Right.SUBMIT, each_unit(report))
        kept = same_file(connection, fingerprint, mending, report) or _waiting(
            connection, fingerprint, mending, report
        )
        if kept is not None:
            return kept
        held = ledger.enter(
            connection,
            actor,
            file_name,
            raw,
            fingerprint,
            report,
            mending,
            unit=None,
            demo=demo,
            state="checked",
        )
        log.record(connection, actor, log.HELD, held.id)
        return held


def _waiting(connection: Connection, fingerprint: str, mending: Mending, report: Report) -> Submission | None:
    """The held upload of these bytes for just these units and kinds: one for more belongs to somebody else."""
    kept = same_file(connection, fingerprint, mending, report, "checked")
    if kept is None or reach.of_submissions(connection, [kept.id]) != set(units_of(report)):
        return None
    return kept if kept.counts == counts(report) else None


def drop_rest(engine: Engine, actor: Actor, submission_id: int) -> None:
    """The rows that were left out for their errors are not waited for any longer. Raises Refused, Denied."""
    require(actor, Right.SUBMIT)
    table = schema.submission
    with writing(engine) as connection:
        allow(connection, actor, Right.SUBMIT, reach.of_submissions(connection, [submission_id]))
        refuse_without_rest(connection, submission_id)
        connection.execute(update(table).where(table.c.id == submission_id).values(rest="dropped"))
        log.record(connection, actor, log.REST_DROPPED, submission_id)
