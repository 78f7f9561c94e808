"""The pictures of `README.md` and `docs/look.md`: screens, and each kind of chart as the product draws it from its
demo data.

`python -m tools.pictures` starts the product on a database of its own and writes `docs/pictures/`.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, FloatRect, Page, ViewportSize, expect

from tests.browser.driving import settled, whole_page
from tests.browser.server import ROOT, App, serving
from tests.browser.windows import DESKTOP, PHONE, chromium, window

FOLDER = ROOT / "docs" / "pictures"
# Screen → picture → key of the chart on it.
CHARTS = {
    "/?as_of=2024-06-30": {
        "bullets": "official",
        "curve": "curve",
        "audiences": "audiences",
        "shares": "priority",
    },
    "/units?as_of=2024-06-30": {
        "map": "map",
        "paired": "last-year",
        "ranking": "per-children",
        "heat": "heat",
        "small-multiples": "small-multiples",
    },
    "/units?as_of=2024-06-30&map=count": {"map-counts": "map"},
    "/units?tier=communes": {"tiles": "map"},
    "/reporting": {"calendar": "tall"},
}
_COLOURS = 128
_PAPER: ViewportSize = {"width": 688, "height": 980}
# What README shows of the first screen.
_ABOVE: FloatRect = {"x": 0, "y": 0, "width": 1440, "height": 1240}


def charts(browser: Browser, app: App) -> None:
    """Every kind of chart in light; those on which the mode shows most in dark too."""
    for path, wanted in CHARTS.items():
        with window(browser, DESKTOP) as page:
            ready(page, app, path)
            for name, key in wanted.items():
                chart = page.locator(f".st-key-{key}")
                expect(chart.locator(".main-svg").first).to_be_visible()
                chart.screenshot(path=FOLDER / f"{name}.png", animations="disabled")
    with window(browser, DESKTOP) as page:
        page.emulate_media(color_scheme="dark")
        ready(page, app, "/units?as_of=2024-06-30")
        page.locator(".st-key-map").screenshot(path=FOLDER / "map-dark.png", animations="disabled")


def screens(browser: Browser, app: App) -> None:
    """The first screen on a desktop, on a phone, and its first page on paper."""
    with window(browser, DESKTOP) as page:
        ready(page, app, "/?as_of=2024-06-30")
        page.screenshot(path=FOLDER / "tong-quan.png", clip=_ABOVE, animations="disabled")
    with window(browser, PHONE) as page:
        ready(page, app, "/?as_of=2024-06-30")
        page.screenshot(path=FOLDER / "phone.png")
    with window(browser, DESKTOP) as page:
        ready(page, app, "/?as_of=2024-06-30")
        page.emulate_media(media="print")
        page.set_viewport_size(_PAPER)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.screenshot(path=FOLDER / "print.png")


def ready(page: Page, app: App, path: str) -> None:
    """The screen at rest, the window as tall as its content."""
    page.goto(f"{app.url}{path}")
    expect(page.get_by_role("heading", level=1).first).to_be_visible(timeout=120_000)
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=60_000)
    settled(page)
    if (page.viewport_size or PHONE)["width"] > PHONE["width"]:
        whole_page(page)
        settled(page)


def small() -> None:
    """Every picture with a palette: a screen has few colours, and the history keeps each one for good."""
    for path in FOLDER.glob("*.png"):
        with Image.open(path) as drawn:
            if drawn.mode != "P":
                drawn.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> None:
    """Remake all of them."""
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, serving(Path(folder), demo=True) as app, chromium() as browser:
        charts(browser, app)
        screens(browser, app)
    small()


if __name__ == "__main__":
    main()
