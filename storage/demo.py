"""Demo data: loaded once on a new installation, marked on every screen, removed as a whole."""

from collections.abc import Callable, Iterable
from pathlib import Path

from sqlalchemy import Engine, select

import settings
from access import Actor, Right, require
from program.contract import Report
from program.reporting.timeliness import NOT_SAID, Received
from storage import schema
from storage.access.guard import allow
from storage.conflicts import setting_aside
from storage.database import reading, writing
from storage.intake import ledger
from storage.intake.submissions import accept, hold
from storage.journal import log
from storage.records.winners import settle
from storage.refusals import Refused


def present(engine: Engine) -> bool:
    """Whether demo submissions are among those in the house, so that every screen can say so."""
    table = schema.submission
    query = select(table.c.id).where(table.c.demo, table.c.state != "withdrawn").limit(1)
    with reading(engine) as connection:
        return connection.scalar(query) is not None


def wanted(engine: Engine) -> bool:
    """Whether this is a new installation: demo data was neither loaded to its end nor removed before,
    and nobody has submitted a file; and whether its settings want demo data."""
    if not settings.current().wants_demo:
        return False
    done = select(schema.event.c.id).where(schema.event.c.action.in_([log.DEMO_LOADED, log.DEMO_REMOVED]))
    real = select(schema.submission.c.id).where(~schema.submission.c.demo)
    with reading(engine) as connection:
        return all(connection.scalar(query.limit(1)) is None for query in (done, real))


def load(
    engine: Engine,
    actor: Actor,
    files: Iterable[Path],
    check: Callable[[str, bytes], Report],
    progress: Callable[[int, int, str], None] | None = None,
    received: Callable[[str], Received] | None = None,
) -> None:
    """Check and accept every file as demo data, in the order given; one that needs fixes is held, one
    that is rejected is left out. `received` tells by the name of a file when its reports came; `progress` hears how many are done, of how many, and which is next.
    Loading again changes nothing; where somebody removes the demo data meanwhile it ends. Raises Denied."""
    require(actor, Right.MANAGE_TARGETS)
    paths = list(files)
    for done, path in enumerate(paths):
        if progress is not None:
            progress(done, len(paths), path.name)
        raw = path.read_bytes()
        report = check(path.name, raw)
        try:
            if report["status"] == "ready":
                came = NOT_SAID if received is None else received(path.name)
                accept(engine, actor, path.name, raw, report, demo=True, received=came)
            elif report["status"] == "needs_fixes":
                hold(engine, actor, path.name, raw, report, demo=True)
        except Refused:
            if _removed(engine):
                return
            raise
    if progress is not None:
        progress(len(paths), len(paths), "")
    with writing(engine) as connection:
        allow(connection, actor, Right.MANAGE_TARGETS)
        log.record(connection, actor, log.DEMO_LOADED, detail={"files": len(paths)})


def remove(engine: Engine, actor: Actor) -> int:
    """Delete every demo submission with its records; gives how many. What real files say counts as if
    the demo data had never been there. Of two who remove it at once one does. Raises Refused, Denied."""
    require(actor, Right.REMOVE_DEMO)
    table = schema.submission
    with writing(engine) as connection:
        allow(connection, actor, Right.REMOVE_DEMO)
        demo = select(table.c.id, table.c.state).where(table.c.demo)
        states = {row.id: row.state for row in connection.execute(demo)}
        numbers = list(states)
        if not numbers:
            raise Refused("Không còn dữ liệu minh họa: có người đã xóa trước đó.")
        back: list[int] = []
        for number, state in states.items():
            if state == "accepted":
                back += ledger.give_back_replaced(connection, number)
        for number in numbers:
            ledger.set_state(connection, number, "withdrawn")
        settle(connection, [*numbers, *back])
        setting_aside.refresh_for(connection, [*numbers, *back])
        ledger.erase(connection, numbers)
        ledger.next_version(connection)
        log.record(connection, actor, log.DEMO_REMOVED, detail={"submissions": len(numbers)})
    return len(numbers)


def _removed(engine: Engine) -> bool:
    with reading(engine) as connection:
        return ledger.demo_removed(connection)
