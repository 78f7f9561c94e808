"""Rows that an earlier release settled by its own rules (`storage.conflicts.setting_aside`), settled by those of this one;
else that would wait for the next file of their unit."""

from dataclasses import dataclass

from sqlalchemy import Engine

from access import operator
from storage.conflicts.setting_aside import refresh, unsettled
from storage.database import reading, writing
from storage.intake import ledger
from storage.journal import log
from storage.locks import windows
from storage.refusals import Refused


@dataclass(frozen=True)
class Settled:
    """The units whose figures follow the rules now, and those that stay as they are because a locked window would
    change."""

    units: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()


def settle(engine: Engine) -> Settled:
    """Settle what is to be settled, each unit by itself; a look alone where nothing is. Run by the operator, at every
    start of an installed server."""
    with reading(engine) as connection:
        waiting = sorted(unsettled(connection))
    done: list[str] = []
    for unit in waiting:
        try:
            _settled(engine, unit)
        except Refused:
            continue
        done.append(unit)
    return Settled(tuple(done), tuple(unit for unit in waiting if unit not in done))


def _settled(engine: Engine, unit: str) -> None:
    with writing(engine) as connection:
        with windows.kept(connection, {unit}):
            refresh(connection, {unit})
        log.record(connection, operator(), log.SETTLED_ANEW, subject=f"unit:{unit}")
        ledger.next_version(connection)
