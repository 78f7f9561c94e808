"""`make bench`: a change of filter on the overview at two sizes, beside a plainly written page; every screen
at both; the intake of a long workbook beside its parts done plainly; the report and its editions."""

import argparse
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, expect

from benchmarks import intake, reports, screens
from benchmarks.driver import Driven, drive, opened
from benchmarks.goals import goal
from benchmarks.synthetic import make
from benchmarks.timing import percentile, warn_if_busy
from tests.browser.server import serving
from tests.browser.windows import DESKTOP, chromium, window

PRODUCT, BASELINE = "app.py", "benchmarks/plain_app.py"
WARM_UP = 4
P95_MS, RATIO, CPU_MS = 300, 1.2, 40
MEMORY_MB = {50_000: 400, 1_000_000: 800}


def main() -> None:
    """All benchmarks, or the one asked for."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    asked.add_argument(
        "--sizes", type=int, nargs="+", default=[50_000, 1_000_000], help="numbers of activities"
    )
    asked.add_argument("--changes", type=int, default=48, help="measured changes of filter for each page")
    asked.add_argument("--rounds", type=int, default=4, help="runs of each step of the intake")
    asked.add_argument("--only", choices=("filters", "screens", "intake", "reports"), help="one of them")
    asked.add_argument("--days", type=int, default=20, help="measured changes of day for each screen")
    options = asked.parse_args()
    expect.set_options(timeout=30_000)
    with ExitStack() as open_things:
        folder = Path(open_things.enter_context(tempfile.TemporaryDirectory()))
        if options.only in (None, "reports"):
            reports.measure(folder, options.rounds)
        if options.only == "reports":
            return
        browser = open_things.enter_context(chromium())
        if options.only != "intake":
            pages(browser, folder, options)
        if options.only in (None, "intake"):
            intake.measure(browser, folder, options.rounds)


def pages(browser: Browser, folder: Path, options: argparse.Namespace) -> None:
    """Make the databases, then drive the overview beside the plain page, and every screen."""
    urls = {size: f"sqlite:///{(folder / f'{size}.sqlite3').as_posix()}" for size in options.sizes}
    for size, url in urls.items():
        began = time.monotonic()
        print(f"Making {size:,} activities …", flush=True)
        make(url, size)
        print(f"  {time.monotonic() - began:.0f} s", flush=True)
    if options.only != "screens":
        filters(browser, folder, urls, options.changes)
    if options.only != "filters":
        with ExitStack() as open_things:
            apps = {
                size: open_things.enter_context(
                    serving(Path(tempfile.mkdtemp(dir=folder)), demo=False, database_url=url)
                )
                for size, url in urls.items()
            }
            screens.measure(browser, apps, options.days)
    warn_if_busy()


def filters(browser: Browser, folder: Path, urls: dict[int, str], changes: int) -> None:
    """Drive both pages over each database in turn, print the figures against their goals."""
    found: dict[tuple[str, int], Driven] = {}
    with ExitStack() as open_things:
        for size, url in urls.items():
            for script in (PRODUCT, BASELINE):
                home = Path(tempfile.mkdtemp(dir=folder))
                app = open_things.enter_context(serving(home, demo=False, database_url=url, script=script))
                found[script, size] = opened(open_things.enter_context(window(browser, DESKTOP)), app)
        print(f"Driving {len(found)} pages in turn …", flush=True)
        drive(list(found.values()), changes, WARM_UP)
        report(found, list(urls))


def report(found: dict[tuple[str, int], Driven], sizes: list[int]) -> None:
    """Print one line a page and size, then the goals of the product."""
    print(f"\n{'page':<26}{'activities':>12}{'p50 ms':>9}{'p95 ms':>9}{'CPU ms':>9}{'memory MB':>11}")
    for (script, size), m in found.items():
        p50, p95 = percentile(m.times, 0.5), percentile(m.times, 0.95)
        print(f"{script:<26}{size:>12,}{p50:>9.0f}{p95:>9.0f}{m.cpu():>9.0f}{m.memory():>11.0f}")
    for size in sizes:
        ratio = percentile(found[BASELINE, size].times, 0.5) / percentile(found[PRODUCT, size].times, 0.5)
        print(f"the plain page takes {ratio:.2f} times as long at {size:,} (p50)")
    print("\nGoals of the product (filter → all charts redrawn, changes not seen before)")
    for size in sizes:
        m = found[PRODUCT, size]
        goal(f"p95 at {size:,}, ms", percentile(m.times, 0.95), P95_MS)
        goal(f"server CPU per change at {size:,}, ms", m.cpu(), CPU_MS)
        if size in MEMORY_MB:
            goal(f"memory at {size:,}, MB", m.memory(), MEMORY_MB[size])
    small, large = found[PRODUCT, sizes[0]].times, found[PRODUCT, sizes[-1]].times
    if len(sizes) > 1:
        for share in (0.5, 0.95):
            ratio = percentile(large, share) / percentile(small, share)
            goal(f"ratio of p{share * 100:.0f}, {sizes[-1]:,} to {sizes[0]:,}", ratio, RATIO, digits=2)


if __name__ == "__main__":
    main()
