"""The start of the server with wrong settings: exit code 2 and a sentence for each variable. That the process ends so
is seen in `tests/deploy/test_units.py`."""

import os
import runpy

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
