"""Every screen as people see it: nothing of the framework's English, nothing sideways on a phone,
no accessibility finding of ours, charts drawn."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.driving import settled
from tests.browser.server import App
from tests.browser.windows import DESKTOP, window

SCREENS = {
    "/?as_of=2024-06-30": 4,
    "/": 4,
    "/units?as_of=2024-06-30": 4,
    "/units?tier=communes": 4,
    "/unit?unit=492": 4,
    "/schools?as_of=2024-06-30": 2,
    "/activities": 0,
    "/reporting": 1,
    "/reporting?as_of=2024-06-30&rhythm=half": 1,
    "/submit": 0,
    "/about": 0,
}
# Words of English that stand on no Vietnamese screen; names such as "Excel" and "CSV" are not among them.
ENGLISH = re.compile(
    r"\b(the|and|of|upload|browse|drag|drop|file|files|limit|per|search|settings|rerun|print|deploy|"
    r"choose|select|clear|option|options|results|loading|running|error|next|previous|"
    r"january|february|march|april|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
# The licence asks for these words as they are.
ATTRIBUTION = "Administrative boundaries: Government of Viet Nam / UN OCHA ROAP, via geoBoundaries"


def opened(page: Page, app: App, path: str, charts: int) -> None:
    page.goto(f"{app.url}{path}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".js-plotly-plot .main-svg:first-child")).to_have_count(charts)
    settled(page)


@pytest.mark.parametrize(("path", "charts"), SCREENS.items(), ids=SCREENS)
def test_no_english_on_a_vietnamese_screen(page: Page, demo_app: App, path: str, charts: int) -> None:
    opened(page, demo_app, path, charts)
    assert page.evaluate("document.documentElement.lang") == "vi"
    text = page.evaluate(
        """() => {
            // The name of a drawn sign is not a word on the screen.
            const signs = [...document.querySelectorAll("[data-testid=stIconMaterial]")];
            signs.forEach(e => { e.dataset.sign = e.textContent; e.textContent = ""; });
            const parts = [document.body.innerText];
            signs.forEach(e => { e.textContent = e.dataset.sign; });
            for (const name of ["aria-label", "placeholder", "title", "alt"])
                document.querySelectorAll(`[${name}]`).forEach(e => parts.push(e.getAttribute(name)));
            return parts.join("\\n");
        }"""
    )
    found = [line for line in text.splitlines() if ENGLISH.search(line) and ATTRIBUTION not in line]
    assert found == []


@pytest.mark.parametrize(("path", "charts"), SCREENS.items(), ids=SCREENS)
def test_nothing_runs_sideways_on_a_phone(phone: Page, demo_app: App, path: str, charts: int) -> None:
    opened(phone, demo_app, path, charts)
    wide = phone.evaluate(
        """() => {
            const main = document.querySelector("[data-testid=stMain]");
            return [main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - innerWidth];
        }"""
    )
    assert max(wide) <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("path", "charts"), SCREENS.items(), ids=SCREENS)
def test_no_accessibility_finding(
    browser: Browser, demo_app: App, path: str, charts: int, scheme: str
) -> None:
    with window(browser, DESKTOP) as page:
        page.emulate_media(color_scheme=scheme)
        opened(page, demo_app, path, charts)
        results = Axe().run(
            page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
        )
    found = {
        rule["id"]: [node["html"][:160] for node in rule["nodes"]][:3]
        for rule in results.response["violations"]
    }
    assert found == {}


def test_every_chart_tells_its_message_in_words(page: Page, demo_app: App) -> None:
    opened(page, demo_app, "/?as_of=2024-06-30", 4)
    for key in ("official", "local", "curve", "audiences"):
        chart = page.locator(f".st-key-{key}")
        words = chart.evaluate(
            "e => [e, ...e.querySelectorAll('*')].map(x => x.getAttribute('aria-label') || '').join(' ')"
        )
        assert re.search(r"\d", words), key
