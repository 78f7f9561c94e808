"""People who hand a workbook in and accept it, all at once."""

import asyncio
import re
import time
from pathlib import Path

from sqlalchemy import Engine, func, select

from benchmarks.load.client import TROUBLE, Visitor
from storage.database import reading
from storage.schema import activity, submission

_TAKE = re.compile(r"Nhận \d")
_RECEIPT = "Biên nhận"


async def hand_in(visitor: Visitor, path: Path) -> float:
    """Upload a workbook and accept it; seconds until its receipt stands on the screen. Raises Failed where
    there is nothing to accept or no receipt."""
    began = time.monotonic()
    await visitor.open("submit")
    await visitor.upload(path.name, path.read_bytes())
    await visitor.press(_TAKE)
    visitor.must_show(_RECEIPT)
    return time.monotonic() - began


async def all_at_once(url: str, files: list[Path]) -> tuple[list[float], list[str]]:
    """One person a file: the seconds of each, and what went wrong."""

    async def one(path: Path) -> float:
        async with Visitor(url) as visitor:
            return await hand_in(visitor, path)

    done = await asyncio.gather(*(one(path) for path in files), return_exceptions=True)
    for result in done:
        if isinstance(result, BaseException) and not isinstance(result, TROUBLE):
            raise result
    return [r for r in done if isinstance(r, float)], [repr(r) for r in done if not isinstance(r, float)]


def accepted_once(engine: Engine, files: list[Path], rows: int) -> int:
    """How many of the files are accepted by exactly one submission that holds all of their rows."""
    written = (
        select(submission.c.file_name, func.count(activity.c.id).label("rows"))
        .join(activity, activity.c.submission_id == submission.c.id)
        .where(submission.c.state == "accepted")
        .group_by(submission.c.id, submission.c.file_name)
    )
    with reading(engine) as connection:
        found = [tuple(row) for row in connection.execute(written)]
    return sum(found.count((path.name, rows)) == 1 and _names(found).count(path.name) == 1 for path in files)


def _names(found: list[tuple[str, int]]) -> list[str]:
    return [name for name, _ in found]
