"""Freed memory goes back to the system after a large file, and nothing is asked of a system that cannot."""

import ctypes
from typing import Any

import pytest

from storage.memory import give_back


class Library:
    def __init__(self, asked: list[int]) -> None:
        self.malloc_trim = asked.append


@pytest.mark.parametrize(("rows", "asked"), [(300, []), (100_000, [0])])
def test_only_after_a_large_file(rows: int, asked: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[int] = []
    monkeypatch.setattr(ctypes, "CDLL", lambda _: Library(found))
    give_back(rows)
    assert found == asked


@pytest.mark.parametrize("answer", [lambda _: object(), lambda _: ctypes.c_int(None)])
def test_other_systems_go_on(answer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", answer)
    give_back(100_000)
