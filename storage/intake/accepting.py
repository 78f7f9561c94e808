"""Accepting a checked file: one transaction, one at a time; a reader sees all of it or nothing."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import TypedDict, Unpack

from sqlalchemy import Connection, Engine

from access import Actor, Right, require
from program.conflicts.crossings import CrossingDecision
from program.conflicts.overlaps import BasisDecision
from program.conflicts.repeats import RepeatDecision
from program.conflicts.twins import TwinDecision
from program.contract import MANAGED_KINDS, Report
from program.reporting.timeliness import NOT_SAID, Received
from program.submissions.mending import NO_MENDING, Mending
from storage import memory, schema
from storage.access import reach
from storage.access.guard import allow
from storage.conflicts import decisions, setting_aside
from storage.database import writing
from storage.intake import arrivals, ledger, overtaken
from storage.intake.history import Submission, find, same_bytes, same_file
from storage.intake.overtaken import Seen
from storage.journal import log
from storage.locks import targets as target_locks
from storage.locks import windows
from storage.receipt import Receipt
from storage.records import removal
from storage.records.comparison import Comparison
from storage.records.rows import batches, each_unit, kinds_of, units_of
from storage.records.winners import add, release, settle
from storage.refusals import refuse_uncounted, refuse_unfit
from storage.registers import target_log
from storage.work import settling as work_settling


class Options(TypedDict, total=False):
    """How a file is accepted: the `mending` it was read with; the `unit` of which alone it may speak; as
    `demo` data; with errors left out, if `sound_rows`; the accepted submissions that it `replaces` as a
    whole, and those to `remove_from` what they hold and it lacks; the records of targets to remove
    (`remove_targets`); those of documents and tasks that a screen `corrects` (None: it is a file); what was
    decided about `twins`, `bases`, `crossings` and `repeats`, where the file itself is NEW_FILE; when its reports were
    `received`; what its preview was made of (`seen`), if a person looked at one."""

    mending: Mending
    unit: str | None
    demo: bool
    sound_rows: bool
    replaces: Sequence[int]
    remove_from: Sequence[int]
    remove_targets: Sequence[int]
    corrects: Sequence[int] | None
    twins: Sequence[TwinDecision]
    bases: Sequence[BasisDecision]
    crossings: Sequence[CrossingDecision]
    repeats: Sequence[RepeatDecision]
    received: Received
    seen: Seen | None


def fingerprint_of(raw: bytes) -> str:
    """The sha256 of a file in hex."""
    return sha256(raw).hexdigest()


def accept(
    engine: Engine, actor: Actor, file_name: str, raw: bytes, report: Report, **options: Unpack[Options]
) -> Receipt:
    """Make the sound records of a checked file count. Accepted submissions of the same bytes that were
    read with another mending are replaced; read with the same, nothing changes (outcome `unchanged`).

    Raises Refused (Overtaken where the preview does not hold any more), Denied (for a file that speaks of units beyond the actor's reach, too: `program.submissions.own_rows`
    takes their rows out first).
    """
    may_accept(actor, report, options)
    with writing(engine) as connection:
        allow_accepting(connection, actor, raw, report, options)
        return take(connection, actor, file_name, raw, report, options)


def may_accept(actor: Actor, report: Report, options: Options) -> None:
    """Raises Refused or Denied where that is certain without the database."""
    require(actor, Right.SUBMIT, each_unit(report))
    if _manages(kinds_of(report), options):
        require(actor, Right.MANAGE_TARGETS)
    refuse_unfit(report, options.get("unit"), options.get("sound_rows", False))
    arrivals.refuse_future(options.get("received", NOT_SAID))


def allow_accepting(
    connection: Connection, actor: Actor, raw: bytes, report: Report, options: Options
) -> None:
    """Raises Denied unless the actor may accept the file, for every unit of which that changes something."""
    replaced = _replaced(connection, raw, report, options)
    allow(connection, actor, Right.SUBMIT, _touched(connection, report, replaced, options))
    kinds = kinds_of(report).union(*(one.counts for one in replaced))
    if _manages(kinds, options):
        allow(connection, actor, Right.MANAGE_TARGETS)


def _manages(kinds: frozenset[str], options: Options) -> bool:
    """Whether accepting changes what others are measured by, or is demo data, which goes as a whole."""
    return bool(kinds & MANAGED_KINDS or options.get("remove_targets") or options.get("demo"))


def _replaced(connection: Connection, raw: bytes, report: Report, options: Options) -> list[Submission]:
    """The submissions that accepting would replace: those named, and those of the same bytes read otherwise."""
    fingerprint = fingerprint_of(raw)
    if same_file(connection, fingerprint, options.get("mending", NO_MENDING), report) is not None:
        return []
    named = (find(connection, number) for number in options.get("replaces", ()))
    return [*(one for one in named if one), *same_bytes(connection, fingerprint, "accepted")]


def _touched(
    connection: Connection, report: Report, replaced: Sequence[Submission], options: Options
) -> Iterator[str]:
    """The units of the file, of what it replaces, and of the rows that it removes."""
    yield from each_unit(report)
    yield from reach.of_submissions(connection, [one.id for one in replaced])
    yield from removal.units_of_lacking(connection, report, options.get("remove_from", ()))


def take(
    connection: Connection,
    actor: Actor,
    file_name: str,
    raw: bytes,
    report: Report,
    options: Options,
    number: int | None = None,
) -> Receipt:
    """`accept` within the caller's transaction; `number` is only given where nothing will stay."""
    with windows.kept(connection, _concerned(connection, raw, report, options)):
        return _take(connection, actor, file_name, raw, report, options, number)


def _concerned(connection: Connection, raw: bytes, report: Report, options: Options) -> Iterator[str]:
    """The units of which something may change; worked out where somebody asks for the first."""
    yield from _touched(connection, report, _replaced(connection, raw, report, options), options)


def _take(
    connection: Connection,
    actor: Actor,
    file_name: str,
    raw: bytes,
    report: Report,
    options: Options,
    number: int | None,
) -> Receipt:
    fingerprint, mending = fingerprint_of(raw), options.get("mending", NO_MENDING)
    same = same_file(connection, fingerprint, mending, report)
    if same is not None:
        unchanged = sum(same.counts.values())
        return Receipt(same, "unchanged", unchanged=unchanged, data_version=ledger.version(connection))
    replaces, remove_from = options.get("replaces", ()), options.get("remove_from", ())
    refuse_uncounted(connection, replaces, "thay thế")
    refuse_uncounted(connection, remove_from, "bỏ dòng")
    targets_before = target_log.held(connection)
    reread = [one.id for one in same_bytes(connection, fingerprint, "accepted")]
    replaced = list(dict.fromkeys([*replaces, *reread]))
    taken = ledger.enter(
        connection,
        actor,
        file_name,
        raw,
        fingerprint,
        report,
        mending,
        unit=options.get("unit"),
        demo=options.get("demo", False),
        state="accepted",
        number=number,
    )
    ledger.note_replaced(connection, taken.id, replaced)
    comparison, spoken = _store(connection, taken.id, report)
    overtaken.refuse(connection, report, comparison, options.get("seen"))
    memory.trim(sum(taken.counts.values()))
    arrivals.note(connection, taken.id, spoken, options.get("received", NOT_SAID))
    removed, restored = _clear(connection, taken.id, report, options, replaced, comparison)
    overtaken.refuse_decided(connection, _decided(options), options.get("seen"))
    decisions.note(connection, actor, taken.id, _decided(options), units_of(report))
    setting_aside.refresh_for(connection, [taken.id, *replaced, *remove_from])
    total, version = comparison.total, ledger.next_version(connection)
    detail = {"new": total.new, "changed": total.changed, "unchanged": total.unchanged, "restored": restored}
    detail |= {"removed": removed, "data_version": version}
    log.record(connection, actor, log.ACCEPTED, taken.id, detail)
    target_locks.refuse_unreasoned(connection, targets_before)
    target_log.note_changes(connection, actor, taken.id, targets_before)
    taken = ledger.required(connection, taken.id)
    return Receipt(
        taken, "accepted", total.new, total.changed, total.unchanged, restored, version, removed=removed
    )


def _clear(
    connection: Connection,
    taken: int,
    report: Report,
    options: Options,
    replaced: Sequence[int],
    comparison: Comparison,
) -> tuple[int, int]:
    """Take away what a file removes, corrects or no longer has of those it replaces; how many rows went, and
    how many of earlier files count again."""
    named = [number for number in options.get("remove_from", ()) if number not in replaced]
    removed = removal.remove(connection, taken, report, named)
    removed += removal.remove_records(connection, taken, schema.target, options.get("remove_targets", ()))
    corrects = options.get("corrects")
    if corrects is None:
        work_settling.settle(connection, taken, comparison.again)
    else:
        work_settling.take_away(connection, taken, report, corrects)
    if not replaced:
        return removed, 0
    # Whatever the file speaks of is settled: it is the latest word.
    gone, back = settle(connection, replaced)
    lacking = removal.remove(connection, taken, report, named)
    return removed + gone - back + lacking, back - lacking


def _decided(options: Options) -> list[decisions.Decision]:
    return [
        *options.get("twins", ()),
        *options.get("bases", ()),
        *options.get("crossings", ()),
        *options.get("repeats", ()),
    ]


def _store(connection: Connection, submission_id: int, report: Report) -> tuple[Comparison, arrivals.Spoken]:
    """Write the records of a file; gives how they compare to what was held, and what they speak of."""
    comparison, spoken = Comparison(), arrivals.Spoken()
    for batch in batches(report):
        met = comparison.add(connection, batch)
        add(connection, submission_id, batch)
        spoken.add(batch)
        release(connection, batch.shape.table, met)
    return comparison, spoken
