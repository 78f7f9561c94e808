"""Every screen on a server that has begun its work: how soon its first numbers stand, what it takes over
the wire, and a change of the as-of day: key press → all drawn, server CPU."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from playwright.sync_api import Browser, Page, WebSocket, expect

from benchmarks.driver import ALL, AT_REST, CHARTS, DAYS, QUIET_MS, STOPWATCH, change
from benchmarks.goals import goal
from benchmarks.process import cpu_seconds
from benchmarks.timing import percentile
from locales.forms import day
from tests.browser.server import App
from tests.browser.windows import DESKTOP, window

# By address: whether it has charts, and whether a day can be chosen.
SCREENS = {
    "": (True, True),
    "units": (True, True),
    "unit": (True, True),
    "schools": (True, True),
    "activities": (False, True),
    "reporting": (True, True),
    "submit": (False, False),
    "targets": (False, False),
    "about": (False, False),
}
FIRST_MS, WIRE_KB, P95_MS, CPU_MS, RATIO = 500, 700, 300, 40, 1.2
_VISITS, _WARM_UP = 5, 2


@dataclass
class Screen:
    """One screen at one size: first numbers (ms) and bytes of each visit, and each change (ms) with the
    server's CPU for all of them."""

    first: list[float] = field(default_factory=list)
    wire: int = 0
    times: list[float] = field(default_factory=list)
    cpu: float = 0.0

    def cpu_ms(self) -> float:
        """Server CPU milliseconds per change."""
        return self.cpu / len(self.times) * 1000


def measure(browser: Browser, apps: Mapping[int, App], changes: int) -> None:
    """Visit every screen at each size, in turn; print the figures and the goals."""
    print(
        f"\n{'screen':<14}{'activities':>12}{'first ms':>10}{'wire kB':>9}{'p50 ms':>9}{'p95 ms':>9}{'CPU ms':>9}"
    )
    found: dict[tuple[str, int], Screen] = {}
    for name in SCREENS:
        of_name = _visited(browser, name, apps, changes)
        for size, screen in of_name.items():
            found[name, size] = screen
            _line(name, size, screen)
    print("\nGoals of every screen")
    small, large = min(apps), max(apps)
    for name in SCREENS:
        title, screen = name or "overview", found[name, small]
        goal(f"{title}: first numbers on a warm page, ms", percentile(screen.first, 0.5), FIRST_MS)
        goal(f"{title}: over the wire beside the framework's files, kB", screen.wire / 1000, WIRE_KB)
        if not screen.times:
            continue
        goal(f"{title}: p95 of a change, ms", percentile(screen.times, 0.95), P95_MS)
        goal(f"{title}: server CPU of a change, ms", screen.cpu_ms(), CPU_MS)
        if large > small:
            ratio = percentile(found[name, large].times, 0.95) / percentile(screen.times, 0.95)
            goal(f"{title}: ratio of p95, {large:,} to {small:,}", ratio, RATIO, 2)


def _line(name: str, size: int, screen: Screen) -> None:
    times = ""
    if screen.times:
        p50, p95 = (percentile(screen.times, share) for share in (0.5, 0.95))
        times = f"{p50:>9.0f}{p95:>9.0f}{screen.cpu_ms():>9.0f}"
    first = percentile(screen.first, 0.5)
    print(f"{name or 'overview':<14}{size:>12,}{first:>10.0f}{screen.wire / 1000:>9.0f}{times}", flush=True)


def _visited(browser: Browser, name: str, apps: Mapping[int, App], changes: int) -> dict[int, Screen]:
    found = {size: Screen() for size in apps}
    for size, app in apps.items():
        with window(browser, DESKTOP) as page:
            page.add_init_script(STOPWATCH)
            received: list[int] = []
            page.on("websocket", partial(_count_into, received))
            for _ in range(_VISITS):
                received.clear()
                _open(page, f"{app.url}/{name}", name)
                found[size].first.append(float(page.evaluate("stopwatch.first")))
                found[size].wire = sum(received)
            if SCREENS[name][1]:
                _change_the_day(page, app, found[size], changes)
    for screen in found.values():
        del screen.first[0]  # the browser's own files were not there yet
    return found


def _count_into(received: list[int], socket: WebSocket) -> None:
    socket.on("framereceived", lambda payload: received.append(len(payload)))


def _open(page: Page, address: str, name: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", level=1).first).to_be_visible(timeout=180_000)
    charts, _ = SCREENS[name]
    page.evaluate("watched => { stopwatch.watched = watched; }", CHARTS if charts else ALL)
    if charts:
        page.wait_for_function(AT_REST, arg=QUIET_MS, timeout=180_000)
    else:
        expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def _change_the_day(page: Page, app: App, screen: Screen, changes: int) -> None:
    page.get_by_role("button", name="Đổi phạm vi xem").click()
    for number, chosen in enumerate(list(reversed(DAYS))[1 : changes + _WARM_UP + 1]):
        began = cpu_seconds(app.pid)
        took = change(page, "_as_of", day(chosen))
        if number >= _WARM_UP:
            screen.times.append(took)
            screen.cpu += cpu_seconds(app.pid) - began
