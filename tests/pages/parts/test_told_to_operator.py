"""What the operator's log gets of visitors who do not get in, and what it does not get."""

import logging
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.elements import exception
from streamlit.testing.v1 import AppTest

from access import local_person
from pages.parts.figures import results
from pages.parts.shell.browser import framework_words
from pages.parts.shell.visit import trouble
from serving import mark
from settings import journal
from storage.journal import audit, log
from storage.journal.audit import Chosen
from tests.pages.conftest import ROOT
from tests.pages.test_access import OIDC

STRANGER = "nguyen.van.la@danang.example"


@pytest.fixture
def lines() -> Iterator[list[tuple[str, dict[str, Any]]]]:
    """The lines of the operator's log about refusals."""
    found: list[tuple[str, dict[str, Any]]] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda line: found.append((line.getMessage(), line.facts))  # type: ignore[method-assign,attr-defined]
    journal.LOGGER.addHandler(handler)
    yield found
    journal.LOGGER.removeHandler(handler)


@pytest.mark.parametrize(
    ("claims", "why"),
    [
        ({"is_logged_in": True, "email": STRANGER, "email_verified": True}, "no_role"),
        ({"is_logged_in": True, "email": STRANGER, "email_verified": False}, "no_login"),
        ({"is_logged_in": True, "email": STRANGER, "email_verified": True, "iat": 1}, "over"),
    ],
)
def test_a_refused_sign_in_is_logged_once_and_told_to_the_operator_without_a_name(
    claims: dict[str, Any],
    why: str,
    lines: list[tuple[str, dict[str, Any]]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fresh_caches: None,
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'app.sqlite3'}")
    for name, value in OIDC.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(mark, "served", lambda: True)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    app.user = {"iat": time.time(), **claims}
    for _ in range(2):
        app.run()
        assert not app.exception
    assert lines == [("sign_in_refused", {"why": why})]
    engine = results.engine()
    (entry,) = audit.entries(engine, local_person(), Chosen())
    assert (entry.action, entry.subject, entry.after) == (
        log.SIGN_IN_REFUSED, f"user:{STRANGER}", {"why": why, "way": "oidc"}
    )  # fmt: skip
    engine.dispose()


def test_the_words_for_an_unexpected_error_are_those_that_the_framework_shows() -> None:
    assert exception._GENERIC_UNCAUGHT_EXCEPTION_TEXT in framework_words._WORDS


def test_a_slow_run_is_told(lines: list[tuple[str, dict[str, Any]]], monkeypatch: pytest.MonkeyPatch) -> None:
    with trouble.told():
        pass
    assert lines == []
    monkeypatch.setattr(trouble, "_SLOW_SECONDS", 0.0)
    with trouble.told():
        pass
    assert [event for event, _ in lines] == ["slow_run"]
