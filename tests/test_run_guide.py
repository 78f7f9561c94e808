"""The guide of running names what there is: every setting, every file of deploy/, no other."""

import re
from pathlib import Path

from settings.values import Settings, variable

ROOT = Path(__file__).resolve().parents[1]
GUIDE = (ROOT / "docs" / "run.md").read_text("utf-8")
ENVIRONMENT = (ROOT / "deploy" / "dashboard.env.example").read_text("utf-8")
VARIABLES = {variable(name) for name in Settings.model_fields}


def test_the_table_holds_every_setting_and_no_other() -> None:
    table = GUIDE[GUIDE.index("## Settings") : GUIDE.index("## Upgrade")]
    rows = re.findall(r"^\| `([A-Z_]+)` \|", table, re.MULTILINE)
    assert sorted(rows) == sorted(VARIABLES)


def test_the_environment_file_explains_every_setting_and_no_other() -> None:
    named = set(re.findall(r"^#?([A-Z][A-Z_]+)=", ENVIRONMENT, re.MULTILINE))
    assert {name for name in named if not name.startswith("STREAMLIT_")} == VARIABLES
    for name in VARIABLES:
        line = re.search(rf"^#?{name}=", ENVIRONMENT, re.MULTILINE)
        assert line is not None
        before = ENVIRONMENT[: line.start()].splitlines()
        assert any(one.startswith("# ") for one in before[-6:]), f"{name} is not explained"


def test_the_environment_file_holds_no_secret() -> None:
    for name in VARIABLES:
        if "SECRET" in name:
            assert re.search(rf"^#?{name}=$", ENVIRONMENT, re.MULTILINE)


def test_every_file_that_the_guide_installs_is_there() -> None:
    for path in re.findall(r"deploy/[\w@./*-]+", GUIDE):
        assert list(ROOT.glob(path.rstrip("."))), path


def test_the_units_run_what_the_guide_installs() -> None:
    for unit in (ROOT / "deploy" / "systemd").iterdir():
        for path in re.findall(r"/(?:srv|etc|var|usr/local)/[\w./-]+", unit.read_text("utf-8")):
            assert path.startswith(
                ("/srv/dashboard", "/etc/dashboard", "/var/lib/dashboard", "/var/backups/dashboard")
            )
    for program in (
        "install -m 0644 deploy/systemd/*",
        "/var/backups/dashboard",
        "/etc/dashboard/dashboard.env",
    ):
        assert program in GUIDE
