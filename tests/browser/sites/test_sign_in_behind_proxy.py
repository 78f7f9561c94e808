"""Signing in at a provider, through nginx, https and two processes: the way of most installations."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from storage.database import connect, migrate
from tests import people
from tests.browser import signing
from tests.browser.driving import settled
from tests.browser.proxied import Site, site
from tests.postgres import Cluster

PEOPLE = {"coordinator": people.COORDINATOR, "viewer": people.VIEWER}


@pytest.fixture(scope="module")
def served(postgres_cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with postgres_cluster.database() as database, signing.provider() as provider:
        engine = connect(database)
        migrate(engine)
        people.enter(engine, *PEOPLE.values())
        engine.dispose()
        folder = tmp_path_factory.mktemp("signed")
        with site(folder, database, lambda url: signing.variables(url, provider.url)) as running:
            yield running


def test_two_people_sign_in_and_each_process_knows_them(served: Site, page: Page, other_page: Page) -> None:
    one, other = page, other_page
    for page, who in ((one, "coordinator"), (other, "viewer")):
        page.goto(f"{served.url}/about?as_of=2024-06-30")
        expect(page.get_by_role("button", name=signing.SIGN_IN)).to_be_visible()
        signing.sign_in(page, who)
        expect(page.get_by_text(PEOPLE[who].name).first).to_be_visible()
        assert page.url.startswith(f"{served.url}/about?as_of=2024-06-30")
    cookies = {cookie["name"]: cookie for cookie in one.context.cookies()}
    for name in ("_streamlit_user", "_streamlit_user_tokens", "_streamlit_xsrf", "dashboard_process"):
        assert cookies[name]["secure"], name
    assert cookies["_streamlit_user"]["httpOnly"]
    # The other process knows the cookie, and still who is who.
    for page, who in ((one, "coordinator"), (other, "viewer")):
        found = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}["dashboard_process"]
        elsewhere = "2" if found == "1" else "1"
        page.context.add_cookies([{"name": "dashboard_process", "value": elsewhere, "url": served.url}])
        page.goto(f"{served.url}/about")
        expect(page.get_by_text(PEOPLE[who].name).first).to_be_visible()
        settled(page)
