"""Drives one page through changes of its filters and measures each: key press → last chart drawn."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle

from playwright.sync_api import Page, expect

from benchmarks.process import cpu_seconds, resident_mb
from locales.forms import day
from program import units
from program.periods import PROGRAMME_START, month_ends
from tests.browser.server import App

CITY = "Toàn thành phố"
# The days on which every district has something new to draw, after the first year with little of it.
DAYS = month_ends(PROGRAMME_START, units.BREAK - timedelta(days=1))[12:]
QUIET_MS = 400
# What shows that a view is drawn: its charts; on a screen without any, and where a change leaves them as they
# were, all that stands on it.
CHARTS, ALL = ".js-plotly-plot", "[data-testid=stMain]"
# It counts as drawn in the frame after its last change. `began` is the key that made the choice, `first`
# the first sentence of a screen, with its numbers.
STOPWATCH = """
window.stopwatch = {began: 0, drawn: 0, other: 0, first: 0, watched: ".js-plotly-plot"};
document.addEventListener("keydown", event => {
  if (event.key === "Enter") stopwatch.began = performance.now();
}, true);
const within = (node, where) => (node.nodeType === 1 ? node : node.parentElement)?.closest(where);
const seen = (changes, where) =>
  changes.some(c => within(c.target, where) || [...c.addedNodes].some(node => within(node, where)));
new MutationObserver(changes => {
  if (seen(changes, stopwatch.watched)) requestAnimationFrame(() => { stopwatch.drawn = performance.now(); });
  else if (seen(changes, "[data-testid=stMain]")) requestAnimationFrame(() => { stopwatch.other = performance.now(); });
  if (!stopwatch.first && document.querySelector("h1")) {
    stopwatch.first = -1;
    requestAnimationFrame(() => { stopwatch.first = performance.now(); });
  }
}).observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
"""
AT_REST = """quiet => Math.max(stopwatch.drawn, stopwatch.other) > stopwatch.began
  && performance.now() - Math.max(stopwatch.drawn, stopwatch.other) > quiet
  && document.querySelector("[data-testid=stApp]").dataset.testScriptState === "notRunning" """


@dataclass
class Driven:
    """One page under way: its window, its server, the milliseconds of each change, and the CPU seconds that the
    server spent on them, up to the page's rest."""

    page: Page
    app: App
    times: list[float]
    spent: float

    def cpu(self) -> float:
        """Server CPU milliseconds per change."""
        return self.spent / len(self.times) * 1000

    def memory(self) -> float:
        """Resident memory of the server in MB."""
        return resident_mb(self.app.pid)


def changes(count: int) -> list[tuple[str, str]]:
    """Filter and option of each change, alternating between day and unit, so that no view comes twice."""
    days = [day(d) for d in reversed(DAYS)]
    names = cycle([units.label(u.code, with_type=True) for u in units.reporting_units(DAYS[0])] + [CITY])
    if count > 2 * len(days):
        raise ValueError(f"at most {2 * len(days)} changes")
    pairs = [step for d in days for step in (("_as_of", d), ("_unit", next(names)))]
    return pairs[:count]


def opened(page: Page, app: App) -> Driven:
    """The page with its charts drawn and its choices at hand."""
    page.add_init_script(STOPWATCH)
    page.goto(app.url)
    expect(page.locator(".js-plotly-plot").first).to_be_visible(timeout=180_000)
    page.wait_for_function(AT_REST, arg=2 * QUIET_MS, timeout=180_000)
    scope = page.get_by_role("button", name="Đổi phạm vi xem")
    if scope.count():
        scope.click()
    return Driven(page, app, [], 0.0)


def drive(all_pages: list[Driven], count: int, warm_up: int) -> None:
    """Make the same changes on all pages in turn, so that whatever else the machine does meets all of
    them alike. The first `warm_up` changes are not counted."""
    for number, step in enumerate(changes(warm_up + count)):
        for driven in all_pages:
            if number == warm_up:
                driven.times.clear()
                driven.spent = 0.0
            # Not what it does while the other pages are driven.
            began = cpu_seconds(driven.app.pid)
            driven.times.append(change(driven.page, *step))
            driven.spent += cpu_seconds(driven.app.pid) - began


def change(page: Page, name: str, option: str) -> float:
    """Choose the option that begins with these words (a unit's may go on with its dates); milliseconds from
    the key to the last thing drawn."""
    box = page.locator(f".st-key-{name} input")
    box.click()
    box.fill(option)
    expect(page.get_by_role("option", name=option).first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_function(AT_REST, arg=QUIET_MS, timeout=120_000)
    return float(
        page.evaluate(
            "(stopwatch.drawn > stopwatch.began ? stopwatch.drawn : stopwatch.other) - stopwatch.began"
        )
    )
