"""The start of the server with wrong settings: exit code 2 and a sentence for each variable. That the process ends so
is seen in `tests/deploy/test_units.py`."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.server import ROOT

SECRET = "a secret that stands in no sentence"
WRONG = [
    ({"DASHBOARD_ACCESS": "proxy", "DASHBOARD_PROXY_SECRET": "short " + SECRET[:9]},
     ["DASHBOARD_PROXY_SECRET"]),
    ({"DASHBOARD_ACCESS": "oidc", "DASHBOARD_COOKIE_SECRET": SECRET},
     ["DASHBOARD_OIDC_METADATA_URL", "DASHBOARD_OIDC_CLIENT_ID", "DASHBOARD_OIDC_CLIENT_SECRET",
      "DASHBOARD_OIDC_REDIRECT_URL"]),
    ({"DASHBOARD_ACCESS": "none"}, ["DASHBOARD_ACCESS"]),
]  # fmt: skip


def _told(named: list[str], said: str) -> None:
    assert "Traceback" not in said
    assert SECRET[:9] not in said
    for variable in named:
        assert variable in said


@pytest.mark.parametrize(("given", "named"), WRONG)
def test_wrong_settings_end_the_start(
    given: dict[str, str],
    named: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in os.environ:
        if name.startswith(("DASHBOARD", "STREAMLIT")):
            monkeypatch.delenv(name)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as end:
        runpy.run_path(str(ROOT / "asgi.py"))
    assert end.value.code == 2
    _told(named, "".join(capsys.readouterr()))


def test_the_layers_of_a_server_that_guests_read_too_stand_in_their_order(tmp_path: Path) -> None:
    # In a process of its own: it changes the framework for good.
    given = {
        "DASHBOARD_ACCESS": "oidc",
        "DASHBOARD_OIDC_METADATA_URL": "https://id.example/.well-known/openid-configuration",
        "DASHBOARD_OIDC_CLIENT_ID": "dashboard",
        "DASHBOARD_OIDC_CLIENT_SECRET": SECRET,
        "DASHBOARD_OIDC_REDIRECT_URL": "https://830.example/oauth2callback",
        "DASHBOARD_COOKIE_SECRET": SECRET,
        "DASHBOARD_ANONYMOUS_READING": "on",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'store.sqlite3'}",
    }
    others = {
        name: value for name, value in os.environ.items() if not name.startswith(("DASHBOARD", "STREAMLIT"))
    }
    asking = "import asgi; print(*(one.cls.__name__ for one in asgi.layers))"
    done = subprocess.run(
        [sys.executable, "-c", asking],
        cwd=ROOT,
        env=others | given,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == [
        "Trusted", "Headers", "Closed", "OwnPage", "Ready", "Uploads", "Handed", "ComingBack", "Packed", "Guest", "Document",
    ]  # fmt: skip
