"""PostgreSQL stops and comes back: the pages say so in words and work again."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from access import local_person
from pages.parts.figures import results
from storage.database import connect, migrate
from storage.intake.submissions import accept
from tests.pages.conftest import ROOT
from tests.pages.handing_in import button, written
from tests.postgres import Cluster
from tests.storage.build import bytes_of, record, report

pytestmark = pytest.mark.postgres


@pytest.fixture
def store(own_cluster: Cluster) -> Iterator[Engine]:
    """A database of it with one accepted file."""
    made = report(record())
    with own_cluster.database() as url:
        opened = connect(url)
        migrate(opened)
        accept(opened, local_person(), "tep.xlsx", bytes_of(made), made)
        yield opened
        opened.dispose()


@pytest.fixture
def app(store: Engine, monkeypatch: pytest.MonkeyPatch, fresh_caches: None) -> Iterator[AppTest]:
    """The app on this database, not opened yet."""
    monkeypatch.setenv("DATABASE_URL", store.url.render_as_string(hide_password=False))
    monkeypatch.setenv("DASHBOARD_DEMO", "off")
    yield AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    results.engine().dispose()


def test_the_page_says_so_and_works_again(store: Engine, own_cluster: Cluster, app: AppTest) -> None:
    app.run()
    assert not app.exception
    before = _titles(app)
    with own_cluster.stopped():
        for _ in range(2):
            app.run()
            assert not app.exception
            assert "Kho số liệu chưa trả lời" in written(app)
            assert "Số liệu đã nhận vẫn còn nguyên" in written(app)
    button(app, "Mở lại trang").click().run()
    assert not app.exception
    assert "chưa trả lời" not in written(app)
    assert _titles(app) == before


def test_a_page_that_is_opened_while_it_is_gone(store: Engine, own_cluster: Cluster, app: AppTest) -> None:
    """Also the first page of a process, which would bring up the schema."""
    with own_cluster.stopped():
        app.run()
        assert not app.exception
        assert "Kho số liệu chưa trả lời" in written(app)
    button(app, "Mở lại trang").click().run()
    assert not app.exception
    assert _titles(app)


def _titles(app: Any) -> list[str]:
    return [part.value for part in app.title]
