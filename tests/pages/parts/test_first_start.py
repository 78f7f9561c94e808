"""The first start of an installation: the first visitor finds the demo data, the next one loads nothing again."""

from pathlib import Path

import pytest

from pages.parts.figures import results
from pages.parts.shell.visit import start
from sample_data import DEMO_FILES
from storage.intake.submissions import history
from tests.pages.conftest import _starter
from tests.pages.handing_in import written

FEW = [*DEMO_FILES[:1], *(path for path in DEMO_FILES if path.name == "quan-hai-chau-2023.xlsx")]


def test_an_empty_place_is_filled_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_caches: None
) -> None:
    visit = _starter(tmp_path / "new.sqlite3", monkeypatch)
    monkeypatch.setenv("DASHBOARD_DEMO", "on")
    monkeypatch.setattr(start, "DEMO_FILES", FEW)
    app = visit(as_of="2024-06-30")
    assert "dữ liệu minh họa, không phải kết quả thật" in written(app)
    held = history(results.engine())
    assert sorted(one.file_name for one in held) == sorted(path.name for path in FEW)
    assert all(one.demo and one.state == "accepted" for one in held)
    start._first_start.clear()
    visit(as_of="2024-06-30")
    assert history(results.engine()) == held
