"""The same screens from PostgreSQL as from the embedded database."""

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import storage.demo
from access import local_person
from data_loaders.check import check
from sample_data import DEMO_FILES
from sample_data.receipts import received
from storage.database import connect, migrate
from tests.pages.conftest import ROOT, Start
from tests.pages.test_overview import metrics


def test_screens_do_not_tell_which_database_they_read(
    demo_start: Start, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = demo_start(as_of="2024-06-30")
    shown = (first.title[0].value, metrics(first))
    rows = demo_start("pages/view/activities.py", as_of="2024-06-30").dataframe[0].value

    engine = connect(postgres_url)
    migrate(engine)
    storage.demo.load(engine, local_person(), DEMO_FILES, check, received=received)
    engine.dispose()
    monkeypatch.setenv("DATABASE_URL", postgres_url)
    st.cache_resource.clear()
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["as_of"] = "2024-06-30"
    app.run()
    assert not app.exception
    assert (app.title[0].value, metrics(app)) == shown
    app.switch_page("pages/view/activities.py").run()
    assert not app.exception
    columns = [c for c in rows.columns if "lúc" not in c.lower()]
    assert app.dataframe[0].value[columns].equals(rows[columns])
