"""What README and docs/ name is there: files, folders, links, pictures, commands. Modules and words in them are held
by `tests/test_rooms.py`, the promises of security by `tests/test_security_page.py`."""

import re
import subprocess
from functools import cache
from itertools import product
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
# What the product writes, or an installation has, and the repository has not.
MADE = {"data", ".venv"}


@cache
def _tracked() -> frozenset[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return frozenset(name for name in listed.decode().split("\0") if name)


@cache
def _top() -> frozenset[str]:
    return frozenset(name.split("/")[0] for name in _tracked())


def _spelled_out(path: str) -> list[str]:
    """`a/{b,c}/d` as `a/b/d` and `a/c/d`."""
    parts = [part.split(",") for part in re.split(r"\{([^}]*)\}", path)]
    choices = [part if i % 2 else [",".join(part)] for i, part in enumerate(parts)]
    return ["".join(chosen) for chosen in product(*choices)]


def _paths(text: str) -> set[str]:
    """The paths of the repository that a page names in its code: those that begin with something at the top of it, and
    those of every module."""
    words = {word for code in CODE.findall(text) for word in re.split(r"(?<!\{)\s+", code)}
    named = {one for word in words for one in _spelled_out(word.split("::")[0].rstrip(".,;:/"))}
    paths = {p for p in named if "/" in p and re.fullmatch(r"[\w.*/@-]+", p) and p.split("/")[0] not in MADE}
    return {p for p in paths if p.split("/")[0] in _top() or p.endswith(".py")}


def _anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


def test_paths_are_recognised() -> None:
    text = (
        "`program/{units,text}.py`, `pytest tests/a.py::test_b`, `application/json`, `charts/` and `data/x`"
    )
    assert _paths(text) == {"program/units.py", "program/text.py", "tests/a.py"}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_path_that_a_page_names_is_there(page: Path) -> None:
    assert not {path for path in _paths(page.read_text("utf-8")) if not list(ROOT.glob(path))}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text("utf-8")):
        path, _, anchor = link.partition("#")
        if ":" not in path:
            to = page.parent / path if path else page
            assert to.exists(), link
            assert not anchor or anchor in _anchors(to), link


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_command_that_a_page_names_is_there(page: Path) -> None:
    text = page.read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:`|^ {4})make ([a-z]+)", text, re.MULTILINE)) <= targets
    for module in set(re.findall(r"python -m ([a-z_.]+)", text)) - {"compileall", "venv"}:
        place = ROOT / module.replace(".", "/")
        assert (place / "__main__.py").is_file() or place.with_suffix(".py").is_file(), module


def test_every_picture_is_shown() -> None:
    shown = {Path(link).name for page in PAGES for link in LINK.findall(page.read_text("utf-8"))}
    assert {f.name for f in (ROOT / "docs" / "pictures").iterdir()} <= shown
