"""Whatever leaves by a button is noted in the log, and is handed only to those who may still read."""

import ast
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

import storage.access.guard
from access import Denied
from pages.parts.figures import results
from program.filters import Filters
from storage.database import reading
from storage.reading.activities import stream
from storage.schema import event
from tests.pages.conftest import ROOT, Start
from tests.pages.handing_in import take
from tests.storage.build import record

PAGES = sorted((ROOT / "pages").rglob("*.py"))
HELPER = ROOT / "pages" / "parts" / "files" / "download.py"


@pytest.mark.parametrize("file", PAGES, ids=lambda f: f.relative_to(ROOT).as_posix())
def test_no_screen_hands_out_a_file_by_itself(file: Path) -> None:
    names = {n.attr for n in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(n, ast.Attribute)}
    assert ("download_button" in names) == (file == HELPER)


def logged() -> list[tuple[str, str, Any]]:
    query = select(event.c.actor, event.c.subject, event.c.after).where(event.c.action == "exported")
    with reading(results.engine()) as connection:
        return [tuple(row) for row in connection.execute(query)]


def test_what_is_taken_along_is_noted_with_its_filters_at_the_click(
    empty_start: Start, handed: dict[str, Any]
) -> None:
    take(record(kind="training_class"), record(kind="contest", title="Thi"))
    empty_start("pages/view/activities.py", kind="contest")
    assert logged() == []
    text = handed["csv"]().decode()
    assert text.count("\n") == 2
    assert sum(len(f) for f in stream(results.engine(), Filters())) == 2
    assert logged() == [("local", "export:activities", {"kind": "contest"})]


def test_who_may_no_longer_read_is_handed_nothing_and_nothing_is_noted(
    empty_start: Start, handed: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    take(record())
    empty_start("pages/view/activities.py")

    def gone(*_: object) -> None:
        raise Denied("Tài khoản không còn hiệu lực.")

    monkeypatch.setattr(storage.access.guard, "allow", gone)
    with pytest.raises(Denied):
        handed["csv"]()
    assert logged() == []


def test_a_blank_template_holds_no_data_and_is_not_noted(empty_start: Start, handed: dict[str, Any]) -> None:
    empty_start("pages/submit/upload.py")
    assert handed["template"]()
    assert logged() == []
