"""`make load`: many people at once against a running server, each goal with met or MISSED. The people are
WebSocket clients on this same machine, so they take a part of its cores too."""

import argparse
import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import intake_workbooks, synthetic
from benchmarks.goals import goal, least
from benchmarks.load import filtering, handing_in, meter
from benchmarks.load.client import Visitor
from benchmarks.load.filtering import Changes
from benchmarks.timing import percentile, warn_if_busy
from storage.database import connect
from tests import people
from tests.browser import proxied
from tests.browser.server import App, serving

ACTIVITIES = 50_000
PEOPLE, THINK = 50, 5.0
P95_MS, MB_A_SESSION = 500, 1
HANDING_IN, ROWS = 20, 300
RATE, AT_ONCE = 25, 12
LONG_ROWS, SLOWER = 100_000, 3
# A long file is taken in well before.
_PATIENCE = 300.0
TWO_TIMES = 1.8
PARTS = ("filters", "most", "two", "files", "long-file")


def main() -> None:
    """All parts, or those asked for."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    asked.add_argument("--short", action="store_true", help="a quick look: half a minute instead of five")
    asked.add_argument("--only", choices=PARTS, nargs="+", default=PARTS, help="some parts only")
    options = asked.parse_args()
    seconds = 30.0 if options.short else 300.0
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        if "filters" in options.only:
            with server(home / "filters") as app:
                asyncio.run(many_filter(app, seconds))
        if "most" in options.only:
            with server(home / "most") as app:
                asyncio.run(most(app, seconds / 5))
        if "two" in options.only:
            asyncio.run(two_processes(home / "two", seconds / 5))
        if "files" in options.only:
            with server(home / "files") as app:
                many_hand_in(app, home)
        if "long-file" in options.only:
            with server(home / "long") as app:
                asyncio.run(filter_beside_a_long_file(app, home, seconds / 5))
    warn_if_busy()


@contextmanager
def server(home: Path) -> Iterator[App]:
    """The product with its own 50,000 activities."""
    home.mkdir()
    url = f"sqlite:///{(home / 'app.sqlite3').as_posix()}"
    synthetic.make(url, ACTIVITIES)
    with serving(home, demo=False, database_url=url) as app:
        yield app


def told(what: str, found: Changes, used: meter.Used) -> None:
    """One line of figures."""
    p50, p95 = (percentile(found.times, share) * 1000 for share in (0.5, 0.95))
    done = len(found.times)
    print(
        f"  {what}: {done} changes ({found.fresh / done:.0%} new views), {found.rate():.1f} a second, p50 {p50:.0f} ms, "
        f"p95 {p95:.0f} ms, server CPU {used.cpu_ms(done):.0f} ms a change, {used.cores():.2f} cores",
        flush=True,
    )
    for error in found.errors[:3]:
        print(f"    {error}", flush=True)


async def many_filter(app: App, seconds: float) -> None:
    """50 people, each a change every 5 seconds."""
    print(f"\n{PEOPLE} people, each a change of filter every {THINK:g} s, {seconds:g} s", flush=True)
    before = meter.read([app.pid])
    async with filtering.crowd(app.url, PEOPLE) as crowd:
        warm_up = await filtering.work(crowd, max(seconds / 5, 2 * THINK), THINK)
        begin = meter.read([app.pid])
        found = await filtering.work(crowd, seconds, THINK)
        end = meter.read([app.pid])
    told("all", found, meter.Used(begin, end))
    print(
        f"  memory: {before.memory:.0f} MB before the first visitor, {begin.memory:.0f} warm, {end.memory:.0f} at the end"
    )
    goal("p95 of a change, ms", percentile(found.times, 0.95) * 1000, P95_MS)
    goal("errors", len(warm_up.errors) + len(found.errors), 0)
    goal(
        "growth after warm-up for each open session, MB",
        meter.Used(begin, end).growth() / PEOPLE,
        MB_A_SESSION,
        2,
    )


async def most(app: App, seconds: float) -> None:
    """As many changes as one process can hold."""
    print(f"\n{AT_ONCE} people without a pause, {seconds:g} s", flush=True)
    async with filtering.crowd(app.url, AT_ONCE) as crowd:
        await filtering.work(crowd, seconds / 5, 0)
        begin = meter.read([app.pid])
        found = await filtering.work(crowd, seconds, 0)
        used = meter.Used(begin, meter.read([app.pid]))
    told("one process", found, used)
    least("changes a second", found.rate(), RATE, 1)
    goal("errors", len(found.errors), 0)


async def two_processes(home: Path, seconds: float) -> None:
    """The shipped site of nginx: everybody on one process, then on both; in turn, so that whatever else the
    machine does meets both."""
    print(f"\n{2 * AT_ONCE} people without a pause behind nginx, on one process and on two", flush=True)
    home.mkdir()
    url = f"sqlite:///{(home / 'app.sqlite3').as_posix()}"
    synthetic.make(url, ACTIVITIES)
    engine = connect(url)
    people.enter(engine, people.VIEWER)
    engine.dispose()
    one, both = Changes(), Changes()
    with proxied.site(home, url) as site:
        pids = [app.pid for app in site.apps]
        first, second = (
            {proxied.WHO: people.VIEWER.login, "dashboard_process": process} for process in ("1", "2")
        )
        for found, cookies in ((one, [first]), (both, [first, second])) * 2:
            async with filtering.crowd(site.url, 2 * AT_ONCE, cookies) as crowd:
                await filtering.work(crowd, seconds / 5, 0)
                begin = meter.read(pids)
                done = await filtering.work(crowd, seconds / 2, 0)
                told(f"{len(cookies)} of 2 processes", done, meter.Used(begin, meter.read(pids)))
            found.times += done.times
            found.seconds += done.seconds
            found.errors += done.errors
    least("changes a second on two processes, times one", both.rate() / one.rate(), TWO_TIMES, 2)
    goal("errors", len(one.errors) + len(both.errors), 0)


def many_hand_in(app: App, home: Path) -> None:
    """20 people hand a workbook in at once."""
    print(f"\n{HANDING_IN} people hand in {ROWS} activities each, at once", flush=True)
    files = [home / f"tep-{number}.xlsx" for number in range(HANDING_IN)]
    for number, path in enumerate(files):
        intake_workbooks.make(path, ROWS, seed=number)
    times, errors = asyncio.run(handing_in.all_at_once(app.url, files))
    for error in errors[:3]:
        print(f"    {error}", flush=True)
    if times:
        print(f"  from the first look to the receipt: {min(times):.1f} to {max(times):.1f} s", flush=True)
    engine = connect(app.database_url)
    least("files accepted exactly once", handing_in.accepted_once(engine, files, ROWS), HANDING_IN)
    engine.dispose()


async def filter_beside_a_long_file(app: App, home: Path, seconds: float) -> None:
    """20 people change filters, first alone, then while a long file is handed in and accepted."""
    print(f"\n{HANDING_IN} people change filters while {LONG_ROWS:,} rows are handed in", flush=True)
    path = home / "dai.xlsx"
    intake_workbooks.make(path, LONG_ROWS)
    async with filtering.crowd(app.url, HANDING_IN) as crowd, Visitor(app.url) as sender:
        await filtering.work(crowd, seconds / 5, THINK)
        alone = await _measured("alone", app, crowd, seconds, asyncio.Event())
        done = asyncio.Event()

        async def send() -> float:
            try:
                return await handing_in.hand_in(sender, path)
            finally:
                done.set()

        taken, beside = await asyncio.gather(send(), _measured("beside", app, crowd, _PATIENCE, done))
    print(f"  the file was taken in within {taken:.1f} s", flush=True)
    slower = percentile(beside.times, 0.95) / percentile(alone.times, 0.95)
    goal("their p95 beside the file, times that alone", slower, SLOWER, 2)
    goal("errors", len(alone.errors) + len(beside.errors), 0)


async def _measured(
    what: str, app: App, crowd: filtering.Crowd, seconds: float, until: asyncio.Event
) -> Changes:
    begin = meter.read([app.pid])
    found = await filtering.work(crowd, seconds, THINK, until)
    told(what, found, meter.Used(begin, meter.read([app.pid])))
    return found


if __name__ == "__main__":
    main()
