"""The start of the server with wrong settings: exit code 2 and a sentence for each variable."""

import os
import runpy
import subprocess
import sys

import pytest

from tests.browser.server import ROOT, free_port

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


def test_wrong_settings_end_the_server() -> None:
    given, named = WRONG[0]
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("DASHBOARD", "STREAMLIT"))
    }
    command = [sys.executable, "-m", "streamlit", "run", "asgi.py", f"--server.port={free_port()}"]
    ended = subprocess.run(
        command, cwd=ROOT, env={**clean, **given}, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 2, ended.stderr
    _told(named, ended.stderr + ended.stdout)


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
