"""Accepting a file to see what it does to the figures; nothing of it stays."""

from typing import Unpack

from sqlalchemy import Engine

from access import Actor
from program.contract import Report
from storage.database import rehearsing
from storage.intake.accepting import Options, allow_accepting, may_accept, take
from storage.reading.analysis import Active, load
from storage.records.rows import units_of

# No submission has this number; the next real one is not used up.
_NUMBER = -1


def rehearse(
    engine: Engine, actor: Actor, file_name: str, raw: bytes, report: Report, **options: Unpack[Options]
) -> Active:
    """What would count of the units that a file speaks of if it were accepted now: the arguments and
    refusals of `accept`. Others who want to write wait meanwhile."""
    may_accept(actor, report, options)
    with rehearsing(engine) as connection:
        allow_accepting(connection, actor, raw, report, options)
        take(connection, actor, file_name, raw, report, options, _NUMBER)
        return load(connection, units_of(report))
