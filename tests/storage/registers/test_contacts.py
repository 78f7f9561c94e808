"""Officials' contacts: where they lie, who reads there, and that nothing else repeats them."""

import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from access import Actor
from exports import __main__ as exports
from program.submissions.mending import Correction, Mending
from storage import __main__ as command
from storage.commands import intake
from storage.intake import account, submissions
from storage.reading import looks
from tests.storage.build import bytes_of, error, everything, record, report

ROOT = Path(__file__).resolve().parents[3]
CONTACT = {
    "unit": "492", "name": "Nguyễn Thị Minh", "position": "Chuyên viên", "phone": "0236 3822 111",
    "email": "minh@danang.gov.vn", "valid_from": None, "document": "Công văn 5", "source": {"sheet": "Đầu mối", "row": 3},
}  # fmt: skip
WRONG: Any = error("D4") | {"found": "3822 222", "code": "required_missing"}
GIVEN = report(CONTACT, kind="focal_points", status="needs_fixes", issues=[WRONG], file="dau-moi.xlsx")
MENDED = Mending(frozenset(), frozenset({Correction("Đầu mối", "D3", "0236 3822 111")}))
# With its blank, as the cells have it: the digits alone stand in the fractions of some moments.
TELLING = re.compile(r"Minh|3822 \d|minh@")


@pytest.fixture
def stored(engine: Engine, actor: Actor) -> Engine:
    """Contacts accepted, corrected and removed, beside an activity."""
    submissions.accept(engine, actor, "hoat-dong.xlsx", b"a", report(record()))
    first = submissions.accept(
        engine, actor, "dau-moi.xlsx", bytes_of(GIVEN), GIVEN, mending=MENDED, sound_rows=True
    ).submission
    other = report(CONTACT | {"name": "Trần Văn Nam"}, kind="focal_points")
    gone = submissions.accept(engine, actor, "moi.xlsx", b"b", other, remove_from=[first.id]).submission
    submissions.withdraw(engine, actor, gone.id)
    looks.visit(engine, actor, 1, {})
    return engine


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_contacts_lie_only_where_reading_asks_who_may(stored: Engine) -> None:
    """In the register itself, in the file, its corrected cells and its findings: `storage.intake.history.allow_reading`
    stands before the last three (`test_files_and_findings_are_read_within_reach`)."""
    places = {name for name, rows in everything(stored).items() if TELLING.search(str(rows))}
    assert places == {"focal_point", "raw_file", "submission", "issue"}
    assert not TELLING.search(str(submissions.history(stored)))
    assert not TELLING.search(str([account.outcome(stored, n) for n in (1, 2, 3)]))


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_no_command_tells_contacts(
    stored: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Any, caplog: Any
) -> None:
    monkeypatch.setenv("DATABASE_URL", str(stored.url))
    changed = report(CONTACT | {"phone": "0236 3822 333"}, kind="focal_points", file="dau-moi.xlsx")
    monkeypatch.setattr(intake, "check_with", lambda *_: (changed, MENDED))
    (tmp_path / "dau-moi.xlsx").write_bytes(b"c")
    asked = ("import", str(tmp_path / "dau-moi.xlsx"), "--json")
    assert [command.main([*asked, "--dry-run"]), command.main(asked), command.main(["withdraw", "4"])] == [
        0,
        0,
        0,
    ]
    assert exports.main(["csv", "--out", str(tmp_path / "tat-ca.csv")]) == 0
    assert exports.main(["figures", "--json"]) == 0
    told = capsys.readouterr()
    for text in (told.out, told.err, caplog.text, (tmp_path / "tat-ca.csv").read_text(encoding="utf-8")):
        assert not TELLING.search(text)


LAYOUT = ("schema", "migrations")


def test_the_register_of_contacts_is_read_nowhere_else() -> None:
    """Whoever adds a reader of all record tables thinks of contacts first, then adds it here."""
    known = {
        "records/rows": "writes them",
        "records/shapes": "columns and keys of each",
        "intake/history": "whether rows are held",
        "intake/account": "removed rows, within reach",
        "intake/ledger": "erases",
        "intake/withdrawing": "counts",
        "records/winners": "which row is held",
        "records/removal": "rows that a preview lacks, within reach",
        "upkeep/soundness": "counts",
        "reading/provenance": "activities alone",
        "access/reach": "units alone",
        "registers/contacts": "the register itself, within reach",
        "work/tasks": "documents and tasks alone",
        "work/settling": "documents and tasks alone",
    }
    naming = re.compile(r"\bfocal_point\b|\bRECORD_TABLES\b|\bSHAPES\b")
    rooms = ("access", "charts", "exports", "pages", "program", "serving", "settings", "storage")
    found = {
        path.relative_to(ROOT)
        for room in rooms
        for path in (ROOT / room).rglob("*.py")
        if naming.search(path.read_text(encoding="utf-8"))
    }
    assert {p.parts[0] for p in found} == {"storage"}
    readers = {p.relative_to("storage").with_suffix("").as_posix() for p in found if p.parts[1] not in LAYOUT}
    assert readers == set(known)
