"""The same screens from PostgreSQL as from the embedded database."""

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import ROOT, Start
from tests.pages.said import cards, spoken, tables
from tests.stores import Shared


def test_screens_do_not_tell_which_database_they_read(
    demo_start: Start, postgres_url: str, shared: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = demo_start(as_of="2024-06-30")
    shown = (spoken(first.title[0].value), cards(first))
    rows = tables(demo_start("pages/view/activities.py", as_of="2024-06-30"))

    shared.load_demo_data(postgres_url)
    monkeypatch.setenv("DATABASE_URL", postgres_url)
    st.cache_resource.clear()
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    app.query_params["as_of"] = "2024-06-30"
    app.run()
    assert not app.exception
    assert (spoken(app.title[0].value), cards(app)) == shown
    app.switch_page("pages/view/activities.py").run()
    assert not app.exception
    assert tables(app) == rows
