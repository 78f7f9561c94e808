"""What the systemd units run is run here, line by line, with their environment file, as they would."""

import os
import re
import shlex
import subprocess
import time
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.browser.server import ROOT, free_port

UNITS = ROOT / "deploy" / "systemd"
DAY = 24 * 3600
SECRET = "s" * 32


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """The shipped file of settings, filled in."""
    given = {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'dashboard.sqlite3'}",
        "DASHBOARD_ACCESS": "proxy",
        "DASHBOARD_PROXY_ADDRESS": "127.0.0.1",
        "DASHBOARD_PROXY_SECRET": SECRET,
        "DASHBOARD_COOKIE_SECRET": SECRET,
        "DASHBOARD_KEEP_FILES_DAYS": "30",
    }
    text = (ROOT / "deploy" / "dashboard.env.example").read_text("utf-8")
    for name, value in given.items():
        text, times = re.subn(rf"^#?{name}=.*$", f"{name}={value}", text, flags=re.MULTILINE)
        assert times, name
    file = tmp_path / "dashboard.env"
    file.write_text(text, "utf-8")
    return file


def run(unit: str, environment: Path, **changed: str) -> list[subprocess.CompletedProcess[str]]:
    """The lines of a unit in their order; as systemd does, none after one that failed."""
    folder = environment.parent
    text = (UNITS / unit).read_text("utf-8").replace("%i", str(free_port())).replace("%%", "%")
    for shipped, here in (
        ("/srv/dashboard", str(ROOT)),
        ("/etc/dashboard/dashboard.env", str(environment)),
        ("/var/backups/dashboard", str(folder)),
        ("/var/lib/dashboard", str(folder)),
    ):
        text = text.replace(shipped, here)

    def named(key: str) -> list[str]:
        return re.findall(rf"^{key}=(.*)$", text, re.MULTILINE)

    assert not named("ExecStartPre")
    (file,), (at,) = named("EnvironmentFile"), named("WorkingDirectory")
    lines = [*" ".join(named("Environment")).split(), *Path(file).read_text("utf-8").splitlines()]
    own = dict(line.split("=", 1) for line in lines if re.match("[A-Z_]+=", line))
    done = []
    for line in named("ExecStart"):
        one = subprocess.run(
            shlex.split(line), cwd=at, env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"} | own | changed,
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        done.append(one)
        if one.returncode:
            break
    return done


def test_a_night_and_a_week(environment: Path) -> None:
    folder = environment.parent
    for name, days in (("old", 62), ("young", 59)):
        (folder / f"{name}.zip").touch()
        os.utime(folder / f"{name}.zip", times=(time.time() - days * DAY,) * 2)
    (retained,) = run("dashboard-retain.service", environment)
    assert (retained.returncode, retained.stderr) == (0, "")
    assert [one.returncode for one in run("dashboard-backup.service", environment)] == [0, 0]
    kept = {file.name for file in folder.glob("*.zip")}
    assert "young.zip" in kept
    assert "old.zip" not in kept
    (made,) = kept - {"young.zip"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\d-\d{4}\.zip", made)
    with ZipFile(folder / made) as backup:
        assert backup.testzip() is None


@pytest.mark.parametrize(
    ("changed", "code", "said"),
    [
        ({"DASHBOARD_ACCESS": "nonsense"}, 2, "Biến DASHBOARD_ACCESS chưa đúng"),
        ({"DATABASE_URL": "postgresql://x@/y?host=/nowhere"}, 1, "Kho số liệu chưa trả lời."),
    ],
)
def test_a_start_that_fails_is_told_and_tried_again_unless_the_settings_are_wrong(
    changed: dict[str, str], code: int, said: str, environment: Path
) -> None:
    (ended,) = run("dashboard@.service", environment, **changed)
    assert ended.returncode == code
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr + ended.stdout
    assert SECRET not in ended.stderr + ended.stdout
    text = (UNITS / "dashboard@.service").read_text("utf-8")
    assert {"Restart=always", "RestartPreventExitStatus=2", "StartLimitIntervalSec=0"} <= set(
        text.splitlines()
    )


def test_a_call_that_is_not_allowed_is_refused_and_kills_nobody() -> None:
    """numpy asks for processors when it is loaded, which no service may: seen with systemd 257."""
    for unit in UNITS.glob("*.service"):
        text = unit.read_text("utf-8")
        assert ("SystemCallFilter=" not in text) or ("SystemCallErrorNumber=EPERM" in text), unit.name


def test_every_service_is_as_closed_as_the_pages() -> None:
    """All of it was tried with systemd 257: pages, a workbook read apart, reports, backup, retention; and that
    PostgreSQL knows by its socket who asks from within `PrivateUsers`."""
    closed = r"^(?:Private|Protect|Restrict|SystemCall|Device|Lock|Memory(?=Deny)|Remove|NoNew|Capability|Ambient|UMask)\S*=.*$"
    found = {
        unit.name: set(re.findall(closed, unit.read_text("utf-8"), re.MULTILINE))
        for unit in UNITS.glob("*.service")
    }
    assert len(found) == 3
    assert "PrivateUsers=yes" in set.intersection(*found.values())
    assert len(set.intersection(*found.values())) == len(set.union(*found.values())) >= 25


@pytest.mark.parametrize("words", [(), ("doctor",), ("os",)])
def test_the_command_says_how_it_is_called(words: tuple[str, ...]) -> None:
    done = subprocess.run(
        ["sh", ROOT / "deploy" / "dashboard", *words], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Cách dùng: dashboard storage|access|exports|data_loaders")
