"""Pages without a browser: the app on a database with the demo data, or on an empty one."""

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime import context
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, local_script_runner
from streamlit.util import calc_hash

from pages.parts.figures import results
from pages.parts.shell import menu
from pages.parts.shell.visit import start
from program.measures.analysis import Analysis
from storage.database import Connection, Engine, connect
from storage.reading.analysis import data_version
from tests.stores import Shared

ROOT = Path(__file__).resolve().parents[2]
IDLE = Mock(spec=gc)
LAST_PARTS = {one.script: one.address for one in menu.SCREENS}


@pytest.fixture(scope="session")
def demo_database(shared: Shared) -> Path:
    """A database with the demo data; tests work on copies."""
    return shared.with_demo_data()


@pytest.fixture(scope="session")
def demo_analysis(demo_database: Path) -> Analysis:
    """The set that all figures of the demo data come from; nothing changes it."""
    engine = connect(f"sqlite:///{demo_database.as_posix()}")
    found = results._built(engine)
    engine.dispose()
    return found


@pytest.fixture(scope="session")
def light_framework() -> Iterator[None]:
    """What `AppTest` would do anew is done once: each new app reads the metadata of all installed packages for
    components; each run compiles the app and the page, and makes up the headers of a browser that is none. Nor is a
    run asked every millisecond whether it has ended."""
    found, compiled = manifest_scanner.scan_component_manifests(), ScriptCache()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", lambda *_, **__: found)
        patch.setattr(local_script_runner, "ScriptCache", lambda: compiled)
        patch.setattr(local_script_runner, "require_widgets_deltas", _until_it_ends)
        patch.setattr(context, "_get_client_context", lambda: None)
        yield


def _until_it_ends(run: local_script_runner.LocalScriptRunner, seconds: float) -> None:
    assert run._script_thread
    run._script_thread.join(seconds)
    assert run.script_stopped(), f"still running after {seconds} seconds"


@pytest.fixture
def fresh_caches(light_framework: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What one run keeps for the next must not reach another test's database."""
    # A server walks its memory once per version of the data; here that would be a fifth of every test.
    monkeypatch.setattr(results, "gc", IDLE)

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
        """The app at an address, on a page of `pages/` (the overview without one), as a link opens it."""
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        if page and (last := LAST_PARTS[page]):
            # `switch_page` would draw the overview before.
            app._page_hash = calc_hash(last)
        for name, value in address.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception, app.exception
        return app

    return start


@pytest.fixture
def demo_start(
    demo_database: Path,
    demo_analysis: Analysis,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fresh_caches: None,
) -> Start:
    """Start the app on its own copy of the demo database. The figures' set is made anew once the test has
    changed the data."""
    own = tmp_path / "own.sqlite3"
    shutil.copy(demo_database, own)
    build = results._built

    def built(source: Engine | Connection) -> Analysis:
        same = isinstance(source, Engine) and data_version(source) == demo_analysis.version
        return demo_analysis if same else build(source)

    monkeypatch.setattr(results, "_built", built)
    return _starter(own, monkeypatch)


@pytest.fixture
def empty_start(shared: Shared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_caches: None) -> Start:
    """Start the app on an empty database."""
    own = tmp_path / "empty.sqlite3"
    shutil.copy(shared.with_schema(), own)
    return _starter(own, monkeypatch)


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What each download button would give, by its key."""
    found: dict[str, Any] = {}
    monkeypatch.setattr(st, "download_button", lambda _, data, **said: found.update({said["key"]: data}))
    return found
