"""Contacts stay where they belong: no other screen (but beside a reminder), chart, CSV, report or slide has
anything of them."""

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.text_format import MessageToString
from sqlalchemy import Engine, select

from exports import __main__ as exports
from pages.manage.audit_words import entries as audit_words
from pages.parts.shell.menu import SCREENS
from storage.access.accounts import actor_of
from storage.database import reading
from storage.journal import audit
from storage.schema import event
from tests.pages import test_access
from tests.pages.handing_in import take
from tests.pages.manage.test_contacts import PAGE, contact, hand_in
from tests.people import ADMINISTRATOR, COORDINATOR, REPORTER, VIEWER
from tests.storage.build import record

database, start = test_access.database, test_access.start
TELLING = re.compile("Thị Minh|3822|minh@")
OTHERS = [screen.script for screen in SCREENS if screen.script != PAGE]
# Beside a reminder stands whom to call, for whoever may read the contacts of all units.
CALLING = "pages/view/reporting.py"


def sent(app: Any) -> str:
    """Everything that the browser was sent of the page, charts and tables with it."""
    return "\n".join(
        # As letters: it would else write those of Vietnamese as numbers, and no name would be found.
        MessageToString(node.proto, as_utf8=True)
        for node in _nodes(app._tree)
        if getattr(node, "proto", None) is not None
    )


def _nodes(node: Any) -> Any:
    yield node
    for child in getattr(node, "children", {}).values():
        yield from _nodes(child)


def open_at(app: Any, script: str) -> str:
    app.switch_page(script)
    app.run()
    assert not app.exception, app.exception
    return sent(app)


@pytest.mark.parametrize(
    "person", [VIEWER, REPORTER, COORDINATOR, ADMINISTRATOR], ids=lambda one: one.login.partition("@")[0]
)
def test_no_other_screen_has_anything_of_them(person: Any, start: Any, database: Engine) -> None:
    app = start(person)
    take(record())
    hand_in(contact())
    if person is COORDINATOR:
        assert TELLING.search(open_at(app, PAGE)), "the test sees them where they are"
    for script in OTHERS:
        if script == CALLING and person is COORDINATOR:
            continue
        assert not TELLING.search(open_at(app, script)), script


def test_no_file_that_is_made_has_anything_of_them(
    start: Any,
    database: Engine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    start(VIEWER)
    take(record())
    hand_in(contact())
    monkeypatch.setenv("DATABASE_URL", str(database.url))
    docx, xlsx, pptx, rows = (str(tmp_path / name) for name in ("b.docx", "b.xlsx", "b.pptx", "b.csv"))
    for words in (
        ["report", "--scope", "city", "--period", "2023", "--out", docx, "--with-workbook", xlsx],
        ["slides", "--scope", "city", "--period", "2023", "--out", pptx],
        ["csv", "--out", rows],
    ):
        assert exports.main(words) == 0
    for name in (docx, xlsx, pptx):
        with zipfile.ZipFile(name) as packed:
            parts = [packed.read(part).decode(errors="ignore") for part in packed.namelist()]
        # Words of one sentence may lie in several runs.
        assert not TELLING.search(re.sub("<[^>]+>", "", "\n".join(parts)))
    assert "Hải Châu" in Path(rows).read_text("utf-8")
    assert not TELLING.search(Path(rows).read_text("utf-8"))


def test_taking_the_list_along_is_told_without_a_word_of_it(start: Any, database: Engine) -> None:
    start(VIEWER)
    hand_in(contact())
    who = actor_of(database, COORDINATOR.login)
    assert who is not None
    audit.exported(database, who, "contacts", {})
    with reading(database) as connection:
        told = connection.execute(select(event).where(event.c.subject == "export:contacts")).mappings().all()
    assert [(one["actor"], one["after"]) for one in told] == [(COORDINATOR.login, {})]
    assert audit_words.EXPORTS["contacts"] == "danh sách đầu mối"
    assert not TELLING.search(str(told))
