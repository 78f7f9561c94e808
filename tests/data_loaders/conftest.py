"""In these tests a fault of the check stays a fault: it is not turned into a report."""

from typing import NoReturn

import pytest

import data_loaders.check


@pytest.fixture(autouse=True)
def faults_are_raised(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    def raised(_file_name: str, error: Exception) -> NoReturn:
        raise error

    if "own_fault" not in request.keywords:
        monkeypatch.setattr(data_loaders.check, "_unexpected", raised)
