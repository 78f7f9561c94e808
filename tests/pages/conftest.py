"""Pages without a browser: the app on a database with the demo data, or on an empty one."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import storage.demo
from access import local_person
from data_loaders.check import check
from pages.parts import results, start
from sample_data import DEMO_FILES
from sample_data.receipts import received
from storage.database import connect, migrate

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the demo data; tests work on copies."""
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite3"
    engine = connect(f"sqlite:///{path.as_posix()}")
    migrate(engine)
    storage.demo.load(engine, local_person(), DEMO_FILES, check, received=received)
    engine.dispose()
    return path


@pytest.fixture
def fresh_caches() -> Iterator[None]:
    """What one run keeps for the next must not reach another test's database."""

    def clear() -> None:
        start._Run.noted = None  # its database is gone with its test
        st.cache_resource.clear()
        st.cache_data.clear()
        for kept in (
            results._overview,
            results._units_view,
            results._unit_in_depth,
            results._reporting,
            results._doubts,
            *results._COMPARED,
        ):
            kept.cache_clear()

    clear()
    yield
    clear()


Start = Callable[..., AppTest]


def _starter(path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path.as_posix()}")
    monkeypatch.setenv("DASHBOARD_DEMO", "off")

    def start(page: str | None = None, /, **address: str) -> AppTest:
        """The app at an address, on a page of `pages/` (the overview without one)."""
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        for name, value in address.items():
            app.query_params[name] = value
        app.run()
        if page:
            app.switch_page(page)
            for name, value in address.items():
                app.query_params[name] = value
            app.run()
        assert not app.exception, app.exception
        return app

    return start


@pytest.fixture
def demo_start(
    demo_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_caches: None
) -> Start:
    """Start the app on its own copy of the demo database."""
    own = tmp_path / "own.sqlite3"
    shutil.copy(demo_database, own)
    return _starter(own, monkeypatch)


@pytest.fixture
def empty_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_caches: None) -> Start:
    """Start the app on an empty database."""
    return _starter(tmp_path / "empty.sqlite3", monkeypatch)
