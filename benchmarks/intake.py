"""The intake of a long workbook beside its parts done plainly: time, and memory of the reading process
and of the server."""

import json
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean

from playwright.sync_api import Browser, expect

from benchmarks import intake_workbooks
from benchmarks.goals import goal
from benchmarks.process import resident_mb
from tests.browser.driving import settled
from tests.browser.server import serving
from tests.browser.windows import DESKTOP, window

ROWS = 100_000
CHECK, MEMORY, ACCEPT, SERVER_MB = 2.0, 2.5, 2.0, 100
_SAMPLE_SECONDS = 0.02
_MINUTES = 300_000


@dataclass
class Runs:
    """Several runs of one step: wall and CPU seconds, and the peak of each process in MB."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    peak: list[float] = field(default_factory=list)

    def add(self, *step: str) -> None:
        """Do the step in a fresh process."""
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.intake_process", *step], stdout=subprocess.PIPE, check=True
        )
        told = json.loads(done.stdout)
        self.wall.append(told["wall"])
        self.cpu.append(told["cpu"])
        self.peak.append(told["peak"])


def measure(browser: Browser, folder: Path, rounds: int) -> None:
    """Make the workbooks, measure, print the ratios and the goals."""
    print(f"\nIntake of {ROWS:,} activities, 16 columns, {rounds} rounds in turn", flush=True)
    clean, faulty, many = (folder / f"{name}.xlsx" for name in ("clean", "faulty", "sheets"))
    intake_workbooks.make(clean, ROWS)
    intake_workbooks.make(faulty, ROWS, faulty=0.05)
    intake_workbooks.make(many, ROWS, sheets=100)
    print(f"{'':<38}{'wall s':>9}{'CPU s':>9}{'ratio':>9}{'of CPU':>9}{'peak MB':>9}")
    read, checked = _reading(clean, "one sheet", rounds)
    for step in ("plain-read", "check"):
        idle = Runs()
        idle.add("nothing", step, str(clean))
        print(f"{f'{step}, before it begins':<74}{mean(idle.peak):>9.0f}", flush=True)
    _reading(faulty, "5 % of rows wrong", 1)
    _reading(many, "100 sheets", 1)
    plain, accepted = _storing(clean, folder, rounds)
    peak, settled_mb = server_growth(browser, folder, clean)
    print(f"server, most while a file is taken in {peak:>9.0f} MB more; afterwards {settled_mb:.0f} MB more")
    print("\nGoals of the product (intake; each against the baseline of the same run)")
    goal("check to calamine alone, time", mean(checked.wall) / mean(read.wall), CHECK, digits=2)
    goal("check to calamine alone, CPU", mean(checked.cpu) / mean(read.cpu), CHECK, digits=2)
    goal(
        "check to calamine alone, peak of the process", mean(checked.peak) / mean(read.peak), MEMORY, digits=2
    )
    goal("accept to plain executemany, time", mean(accepted.wall) / mean(plain.wall), ACCEPT, digits=2)
    goal("accept to plain executemany, CPU", mean(accepted.cpu) / mean(plain.cpu), ACCEPT, digits=2)
    goal("server after a file is taken in, MB more", settled_mb, SERVER_MB)
    goal("server while a file is taken in, MB more", peak, SERVER_MB)


def _reading(path: Path, what: str, rounds: int) -> tuple[Runs, Runs]:
    read, checked = Runs(), Runs()
    for _ in range(rounds):
        read.add("plain-read", str(path))
        checked.add("check", str(path))
    _line(f"calamine alone, {what}", read, read)
    _line(f"check, {what}", checked, read)
    return read, checked


def _storing(path: Path, folder: Path, rounds: int) -> tuple[Runs, Runs]:
    plain, accepted = Runs(), Runs()
    for number in range(rounds):
        ours, theirs = folder / f"accepted-{number}.sqlite3", folder / f"plain-{number}.sqlite3"
        accepted.add("accept", str(path), str(ours))
        plain.add("plain-store", str(ours), str(theirs))
    _line("executemany, same rows and indexes", plain, plain)
    _line("accept (this process checked it, too)", accepted, plain)
    return plain, accepted


def _line(what: str, runs: Runs, baseline: Runs) -> None:
    wall, cpu = mean(runs.wall), mean(runs.cpu)
    ratios = f"{wall / mean(baseline.wall):>9.2f}{cpu / mean(baseline.cpu):>9.2f}"
    print(f"{what:<38}{wall:>9.2f}{cpu:>9.2f}{ratios}{mean(runs.peak):>9.0f}", flush=True)


def server_growth(browser: Browser, folder: Path, path: Path) -> tuple[float, float]:
    """How many MB the server takes more, at most while the file is handed in and accepted through the
    page, and afterwards. Before it, a small file went the same way, so that everything is loaded."""
    small = folder / "small.xlsx"
    intake_workbooks.make(small, 300, seed=1)
    home = Path(tempfile.mkdtemp(dir=folder))
    with serving(home, demo=False) as app, window(browser, DESKTOP) as page:
        page.goto(f"{app.url}/submit")

        def hand_in(file: Path) -> None:
            expect(page.get_by_test_id("stFileUploaderFile")).to_have_count(0)
            settled(page)
            page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(file)
            page.get_by_role("button", name=re.compile("^Nhận ")).click(timeout=_MINUTES)
            receipt = page.get_by_role("heading", name=re.compile("^Biên nhận"))
            expect(receipt).to_be_visible(timeout=_MINUTES)
            settled(page)

        hand_in(small)
        page.locator(".st-key-another button").last.click()
        expect(page.get_by_role("heading", name=re.compile("^Biên nhận"))).to_have_count(0)
        before = resident_mb(app.pid)
        with watched(app.pid) as most:
            hand_in(path)
        return max(most) - before, resident_mb(app.pid) - before


@contextmanager
def watched(pid: int) -> Iterator[list[float]]:
    """The resident memory of a process in MB, looked at again and again."""
    found, over = [resident_mb(pid)], threading.Event()

    def watch() -> None:
        while not over.wait(_SAMPLE_SECONDS):
            found.append(resident_mb(pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield found
    finally:
        over.set()
        watcher.join()
