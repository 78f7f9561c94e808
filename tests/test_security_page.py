"""Every promise of docs/security.md names where it is kept and a test that exists."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("|") and not line.startswith(("|---", "| Promise"))
]


@cache
def functions_in(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:60])
def test_a_promise_names_where_it_is_kept_and_its_test(row: list[str]) -> None:
    promise, kept, test = row
    assert promise
    places, tests = re.findall(r"`([^`]+)`", kept), re.findall(r"`([^`]+)`", test)
    assert places
    assert tests
    for place in places:
        assert (ROOT / place).is_file(), place
        assert not place.startswith("tests/"), place
    for named in tests:
        path, _, name = named.partition("::")
        assert path.startswith("tests/")
        assert (ROOT / path).is_file(), path
        assert not name or name in functions_in(path), named
        assert not name or name.startswith("test_"), named


def test_there_are_promises() -> None:
    assert len(ROWS) > 30
