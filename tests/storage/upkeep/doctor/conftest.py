"""The machine of these tests: nothing is wrong with it."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from storage.commands import installed, provider
from storage.upkeep import doctor, findings
from tests.storage.upkeep.doctor.installations import sound_provider


@pytest.fixture(autouse=True)
def sound_machine(monkeypatch: pytest.MonkeyPatch, engine: Engine) -> None:
    """A machine on which nothing is wrong, whatever this one is."""
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    monkeypatch.setattr(findings, "DISK_NEEDED", 1)
    monkeypatch.setattr(findings, "MEMORY_NEEDED", 1)
    monkeypatch.setattr(findings, "FILES_NEEDED", 1)
    monkeypatch.setattr(installed, "ENVIRONMENT_FILE", Path("nowhere"))
    monkeypatch.setattr(installed, "SITES", Path("nowhere"))
    monkeypatch.setattr(installed, "_deleted", lambda _root: [])
    monkeypatch.setattr(provider, "fetch", lambda _url: sound_provider())
    monkeypatch.delenv("STREAMLIT_SERVER_ADDRESS", raising=False)
    if (store := doctor.file(engine)) is not None:
        store.chmod(0o600)
