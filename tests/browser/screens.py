"""Every screen of the product, with the number of charts on it: what holds for all is tested on all."""

from playwright.sync_api import Page, expect

from charts.theme import DARK
from tests.browser.driving import settled
from tests.browser.server import App

SCREENS = {
    "/?as_of=2024-06-30": 5,
    "/": 5,
    "/units?as_of=2024-06-30": 6,
    "/units?tier=communes": 4,
    "/unit?unit=492": 4,
    "/schools?as_of=2024-06-30": 2,
    "/activities": 0,
    "/reporting": 2,
    "/reporting?as_of=2024-06-30&rhythm=half": 1,
    "/report?period=2023": 0,
    "/submit": 0,
    "/review": 0,
    "/editions": 0,
    "/targets": 0,
    "/contacts": 0,
    "/tasks": 0,
    "/users": 0,
    "/audit": 0,
    "/installation": 0,
    "/about": 0,
}

# The page's policy lets nobody turn a string into a script, so Playwright cannot wait for an expression.
MOTIONLESS = """async () => {
    const end = performance.now() + 60000;
    while (document.getAnimations().some(a => a.playState !== "finished")) {
        if (performance.now() > end) throw new Error("something on the page moves without end");
        await new Promise(requestAnimationFrame);
    }
}"""

# Until every chart writes in this colour.
RECOLOURED = """async ink => {
    const end = performance.now() + 60000;
    const other = chart => chart._fullLayout?.font.color !== ink;
    while ([...document.querySelectorAll(".js-plotly-plot")].some(other)) {
        if (performance.now() > end) throw new Error("a chart is not drawn anew");
        await new Promise(requestAnimationFrame);
    }
}"""

# As a link of the page does it: the screen changes in place, which is a quarter of the work of opening it.
GO_ON = "to => { history.pushState(null, '', to); dispatchEvent(new PopStateEvent('popstate')); }"


def opened(page: Page, app: App, path: str) -> None:
    """The screen at rest with all its charts."""
    page.goto(f"{app.url}{path}")
    _at_rest(page, path)


def in_the_dark(page: Page, path: str) -> None:
    """The screen in dark colours. One with charts is drawn anew where it stands, as when the reader's machine goes
    over to them, which is a third of the work of opening it; of another nothing tells that this has happened."""
    page.emulate_media(color_scheme="dark")
    if not SCREENS[path]:
        page.reload()
        _at_rest(page, path)
        return
    page.evaluate(RECOLOURED, DARK.text)
    settled(page)
    page.evaluate(MOTIONLESS)


def _at_rest(page: Page, path: str) -> None:
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    expect(page.locator(".js-plotly-plot .main-svg:first-child")).to_have_count(SCREENS[path])
    settled(page)


def unfold(page: Page) -> None:
    """Open every fold of the screen: those that the address opens, then the framework's."""
    lines = page.locator(".dashboard-fold")
    if keys := lines.evaluate_all("lines => lines.map(line => line.dataset.fold)"):
        address = f"{page.url}{'&' if '?' in page.url else '?'}open={','.join(keys)}"
        page.evaluate(GO_ON, address)
        expect(lines.last).to_contain_text("Ẩn")
        settled(page)
    unfold_here(page)


def unfold_here(page: Page) -> None:
    """Open every fold of the framework on a screen whose address has opened the others."""
    # The groups of the menu are no folds: one closes when another opens.
    closed = page.locator(
        "[data-testid=stMain] details:not([open], .dashboard-menu, .dashboard-menu *) > summary"
    )
    closed.evaluate_all("folds => folds.forEach(fold => fold.click())")
    expect(closed).to_have_count(0)
    settled(page)
    # Colours of what was clicked last are on their way for a moment.
    page.evaluate(MOTIONLESS)
