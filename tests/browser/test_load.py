"""What `make load` drives the server with still speaks as the page in a browser does."""

from benchmarks.load import filtering
from benchmarks.load.client import Visitor
from tests.browser.server import App
from tests.serving.asking import in_own_loop


def test_a_visitor_without_a_browser_changes_the_view(demo_app: App) -> None:
    async def visit() -> tuple[list[str], list[str]]:
        async with Visitor(demo_app.url) as visitor:
            await visitor.open("", "as_of=2024-06-30")
            before = visitor.text
            await visitor.choose("_unit", "Quận Hải Châu (đến 30\u20116\u20112025)")
            return before, visitor.text

    before, after = in_own_loop(visit())
    assert before[0].startswith("Đến 30\u20116\u20112024 thành phố")
    assert after[0].startswith("Đến 30\u20116\u20112024 quận Hải Châu")


def test_people_look_at_what_nobody_has_looked_at(demo_app: App) -> None:
    async def visit() -> filtering.Changes:
        async with filtering.crowd(demo_app.url, 4) as crowd:
            return await filtering.work(crowd, 0.5, 0)

    found = in_own_loop(visit())
    assert found.errors == []
    assert found.fresh == len(found.times) >= 4
