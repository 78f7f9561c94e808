"""Every write, tried by everybody, by every way in: storage, command line, page.

The tables say who may, by the letters of `tests.ground`; what is refused leaves the database as it was. Pages
are tried in `tests/pages/test_writes_by_role.py`, the upload endpoint and the addresses against running servers
(`tests/browser`).
"""

import argparse
import ast
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from access import Actor, Denied, Role, anonymous
from exports import __main__ as exporting
from program.conflicts.desk import Sort
from program.conflicts.twins import TwinDecision
from program.measures.sizes import SizeDecision
from program.reporting.campaigns import action_month
from program.reporting.timeliness import NOT_SAID, Received
from program.reviewing.review import Verdict
from program.submissions.mending import NO_MENDING, Answer, Question
from storage import __main__ as command
from storage import demo, schema
from storage.access import people
from storage.access.people import Asked
from storage.commands import intake
from storage.conflicts import decisions, desk
from storage.database import connect
from storage.editions import issued
from storage.intake import answers, corrected_days, submissions
from storage.locks import rules as lock_rules
from storage.locks import windows
from storage.reading import looks
from storage.registers import campaigns, contacts, supplied, targets
from storage.registers.targets import RowKey
from storage.reviewing import review
from storage.work import tasks
from tests.ground import ACCOUNTS, ALL, SCHOOL, TARGET, basis, edition, lay, person, take
from tests.people import VIEWER
from tests.storage.build import bytes_of, error, everything, record, report, rows
from tests.stores import Shared
from tests.waiting import open_twins, waiting

ROOT = Path(__file__).resolve().parents[1]
OWN, OTHER = record(title="Lớp mới"), record(unit="493", title="Lớp của Sơn Trà")
HELD = RowKey("L-parents", "492", date(2021, 6, 1), date(2025, 12, 31), "local")
A_SCHOOL = {
    "name": SCHOOL, "level": "lower_secondary", "unit": "492", "ward": None, "valid_from": None, "valid_to": None,
    "source": {"sheet": "Trường", "row": 3},
}  # fmt: skip
CHILDREN = {
    "group": "children_under_16", "unit": "492", "year": 2023, "value": 1000.0, "origin": None,
    "source": {"sheet": "Dân số", "row": 3},
}  # fmt: skip
CONTACT = {
    "unit": "492", "name": "Nguyễn Thị Minh", "position": None, "phone": "0236 3822 111", "email": None,
    "valid_from": None, "document": None, "source": {"sheet": "Đầu mối", "row": 3},
}  # fmt: skip
DONE = {
    "unit": "492", "assignee": "UBND các phường", "duty": "Mở lớp", "document": None, "assigned_on": None, "due_date": None,
    "state": "done", "done_on": None, "result": None, "proof": None, "source": {"sheet": "Nhiệm vụ", "row": 3},
}  # fmt: skip
NAME = Answer(Question.KIND, "tọa đàm", "other")
RISKY = report(OWN, status="needs_fixes", issues=[error()])


TABLES = sorted(schema.metadata.sorted_tables, key=lambda table: table.name != "event")


@dataclass(frozen=True)
class Ground:
    """A database with the people and something of everything that a write can change; and all that it holds."""

    path: Path
    holds: dict[str, list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def ground(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Ground:
    path = tmp_path_factory.mktemp("matrix") / "ground.sqlite3"
    engine = shared.store(path, "ground", lay)
    found = everything(engine)
    engine.dispose()
    return Ground(path, found)


def decide_twins(engine: Engine, actor: Actor) -> None:
    twin, *_ = open_twins(engine)
    decisions.decide(engine, actor, [TwinDecision(twin.first_key, twin.second_key, "different", "hai lớp")])


def decide_size(engine: Engine, actor: Actor) -> None:
    (one,) = waiting(engine, Sort.SIZE)
    decisions.decide(engine, actor, [SizeDecision(*one.about, "plausible", "cả trường")], [one])  # type: ignore[arg-type]


def load_demo(engine: Engine, actor: Actor) -> None:
    made = report(record(title="Minh họa hai"))
    demo.load(engine, actor, [Path(__file__)], lambda _name, _raw: made)


def save_target(engine: Engine, actor: Actor) -> None:
    made = report(TARGET | {"value": 30.0}, kind="targets")
    targets.save(engine, actor, "m.xlsx", bytes_of(made), made, seen={HELD: 20.0})


def save_contacts(engine: Engine, actor: Actor) -> None:
    made = report(CONTACT, kind="focal_points")
    contacts.save(engine, actor, "d.xlsx", bytes_of(made), made, unit="492", seen=set())


def save_task(engine: Engine, actor: Actor) -> None:
    made = report(DONE, kind="tasks")
    tasks.save(engine, actor, "n.xlsx", bytes_of(made), made, unit="492", seen=set())


def correct_task(engine: Engine, actor: Actor, unit: str = "492") -> None:
    held = next(one.said.record for one in tasks.read(engine) if one.unit == unit)
    made = report(DONE | {"unit": unit, "duty": "Mở 3 lớp"}, kind="tasks")
    tasks.save(engine, actor, "n.xlsx", bytes_of(made), made, unit=unit, seen={held})


def put_look_away(engine: Engine, actor: Actor) -> None:
    with suppress(Denied):
        looks.visit(engine, actor, 1, {})
    looks.put_away(engine, actor)


def end_viewer(engine: Engine, actor: Actor) -> None:
    people.end(engine, actor, [1])


@dataclass(frozen=True)
class Write:
    """One write: its name, the function of `storage` that opens the transaction, how it is called, who may."""

    name: str
    where: str
    act: Callable[[Engine, Actor], object]
    may: str


WRITES = [
    Write("own file", "intake.accepting.accept", lambda e, a: take(e, a, report(OWN)), "RCL"),
    Write("another's file", "intake.accepting.accept", lambda e, a: take(e, a, report(OTHER)), "SCL"),
    Write("both in a file", "intake.accepting.accept", lambda e, a: take(e, a, report(OWN, OTHER)), "CL"),
    Write("sound rows", "intake.accepting.accept", lambda e, a: take(e, a, RISKY, sound_rows=True), "RCL"),
    Write("in place of own", "intake.accepting.accept", lambda e, a: take(e, a, report(OWN), replaces=[3]), "RCL"),
    Write("in place of another's", "intake.accepting.accept", lambda e, a: take(e, a, report(OWN), replaces=[2]), "CL"),
    Write("rows of own gone", "intake.accepting.accept", lambda e, a: take(e, a, report(OWN), remove_from=[1]), "RCL"),
    Write("targets", "intake.accepting.accept", lambda e, a: take(e, a, report(TARGET | {"value": 9.0}, kind="targets")), "CL"),
    Write("targets gone", "intake.accepting.accept", lambda e, a: take(e, a, report(OWN), remove_targets=[1]), "CL"),
    Write("schools", "intake.accepting.accept", lambda e, a: take(e, a, report(A_SCHOOL, kind="schools")), "CL"),
    Write("children", "intake.accepting.accept", lambda e, a: take(e, a, report(CHILDREN, kind="population")), "CL"),
    Write("contacts", "intake.accepting.accept", lambda e, a: take(e, a, report(CONTACT, kind="focal_points")), "RCL"),
    Write("contacts by hand", "registers.contacts.save", save_contacts, "RCL"),
    Write("tasks", "intake.accepting.accept", lambda e, a: take(e, a, report(DONE, kind="tasks")), "RCL"),
    Write("the city's tasks", "intake.accepting.accept", lambda e, a: take(e, a, report(DONE | {"unit": "48"}, kind="tasks")), "CL"),
    Write("task by hand", "work.tasks.save", save_task, "RCL"),
    Write("task corrected", "work.tasks.save", correct_task, "RCL"),
    Write("another's task corrected", "work.tasks.save", lambda e, a: correct_task(e, a, "493"), "SCL"),
    Write("as demo data", "intake.accepting.accept", lambda e, a: take(e, a, report(OWN), demo=True), "CL"),
    Write("choice of basis", "intake.accepting.accept", lambda e, a: take(e, a, report(OWN), bases=[replace(basis("summary"), kind="contest")]), "RCL"),
    Write("choice that is made", "intake.accepting.accept", lambda e, a: take(e, a, report(OWN), bases=[basis("summary")]), "CL"),
    Write("kept upload", "intake.submissions.hold", lambda e, a: submissions.hold(e, a, "t.xlsx", b"x", report(OWN)), "RCL"),
    Write("rest dropped", "intake.submissions.drop_rest", lambda e, a: submissions.drop_rest(e, a, 1), "RCL"),
    Write("day of receipt", "intake.corrected_days.correct", lambda e, a: corrected_days.correct(e, a, 1, Received(date(2023, 6, 20)), "sổ công văn", seen=NOT_SAID), "CL"),
    Write("own taken back", "intake.withdrawing.withdraw", lambda e, a: submissions.withdraw(e, a, 1), "RCL"),
    Write("another's taken back", "intake.withdrawing.withdraw", lambda e, a: submissions.withdraw(e, a, 2), "SCL"),
    Write("targets taken back", "intake.withdrawing.withdraw", lambda e, a: submissions.withdraw(e, a, 4), "CL"),
    Write("own answers", "intake.answers.remember", lambda e, a: answers.remember(e, a, "492", [NAME]), "RCL"),
    Write("answers for all", "intake.answers.remember", lambda e, a: answers.remember(e, a, None, [NAME]), "CL"),
    Write("own answer forgotten", "intake.answers.forget", lambda e, a: answers.forget(e, a, [1]), "RCL"),
    Write("answer for all forgotten", "intake.answers.forget", lambda e, a: answers.forget(e, a, [2]), "CL"),
    Write("twins", "conflicts.decisions.decide", decide_twins, "CL"),
    Write("basis", "conflicts.decisions.decide", lambda e, a: decisions.decide(e, a, [basis("summary")]), "CL"),
    Write("size", "conflicts.decisions.decide", decide_size, "CL"),
    Write("decision undone", "conflicts.decisions.undo", lambda e, a: decisions.undo(e, a, "basis", 1), "CL"),
    Write("figure", "registers.supplied.supply", lambda e, a: supplied.supply(e, a, "T3", date(2024, 6, 30), 1, 2, "Sở"), "CL"),
    Write("figure taken back", "registers.supplied.take_back", lambda e, a: supplied.take_back(e, a, 1), "CL"),
    Write("target by hand", "registers.targets.save", save_target, "CL"),
    Write("campaign", "registers.campaigns.save", lambda e, a: campaigns.save(e, a, action_month(2023), None), "CL"),
    Write("campaign changed", "registers.campaigns.save", lambda e, a: campaigns.save(e, a, replace(action_month(2024), code="own-1", document="CV 9"), 1), "CL"),
    Write("campaign ended", "registers.campaigns.end", lambda e, a: campaigns.end(e, a, "own-1", 1), "CL"),
    Write("campaign undone", "registers.campaigns.undo", lambda e, a: campaigns.undo(e, a, 1), "CL"),
    Write("edition of the city", "editions.issued.issue", lambda e, a: issued.issue(e, a, edition(e, "city")), "CL"),
    Write("edition of the own unit", "editions.issued.issue", lambda e, a: issued.issue(e, a, edition(e, "492")), "RCL"),
    Write("number of an edition", "editions.issued.note_document", lambda e, a: issued.note_document(e, a, 1, "9/BC", None), "CL"),
    Write("edition taken back", "editions.issued.take_back", lambda e, a: issued.take_back(e, a, 1, "nhầm"), "CL"),
    Write("own edition brought back", "editions.issued.bring_back", lambda e, a: issued.bring_back(e, a, 2), "RCL"),
    Write("review", "reviewing.review.say", lambda e, a: review.say(e, a, 1, Verdict.ACCEPTED, "", (), None), "CL"),
    Write("review of several", "reviewing.review.accept_all", lambda e, a: review.accept_all(e, a, {1: None}, "đã xem"), "CL"),
    Write("file returned", "reviewing.review.send_back", lambda e, a: review.send_back(e, a, 1, "sửa ô D9"), "CL"),
    Write("review undone", "reviewing.review.undo", lambda e, a: review.undo(e, a, [1]), "CL"),
    Write("lock", "locks.windows.lock", lambda e, a: windows.lock(e, a, "2023-Q1", seen=None), "CL"),
    Write("lock opened", "locks.windows.unlock", lambda e, a: windows.unlock(e, a, "2022-Q1", ["492"], "nộp thiếu", seen=1), "CL"),
    Write("lock undone", "locks.windows.undo", lambda e, a: windows.undo(e, a, 1), "CL"),
    Write("lock rule", "locks.rules.put", lambda e, a: lock_rules.put(e, a, "year", 60, seen=2), "CL"),
    Write("lock rule undone", "locks.rules.undo", lambda e, a: lock_rules.undo(e, a, 2), "CL"),
    Write("look", "reading.looks.visit", lambda e, a: looks.visit(e, a, 1, {}), "VRSCAL"),
    Write("look put away", "reading.looks.put_away", put_look_away, "VRSCAL"),
    Write("demo data", "demo.load", load_demo, "CL"),
    Write("demo data gone", "demo.remove", demo.remove, "AL"),
    Write("account", "access.people.add", lambda e, a: people.add(e, a, "moi@danang.gov.vn", "Hồ Văn Mới"), "AL"),
    Write("name", "access.people.rename", lambda e, a: people.rename(e, a, VIEWER.login, "Nguyễn Văn Bê"), "AL"),
    Write("role", "access.people.grant", lambda e, a: people.grant(e, a, VIEWER.login, Asked(Role.COORDINATOR)), "AL"),
    Write("role ended", "access.people.end", end_viewer, "AL"),
]  # fmt: skip
# What writes without asking who may, and why.
UNASKED = {
    "journal.audit._note": "an entry of the log about what a reader did; it says who",
    "journal.audit.later": "the same entry, when the store is free",
    "upkeep.backup._note": "whoever has the machine's command line has the database",
    "upkeep.retention.retain": "whoever has the machine's command line has the database",
    "upkeep.settling._settled": "whoever has the machine's command line has the database",
    "upkeep.restore": "into an empty place, by whoever has the machine's command line",
    "upkeep.runs": "a server process about itself",
}


class Tries:
    """A copy of the ground for the tries of everybody: a new one after each that changed it."""

    def __init__(self, ground: Ground, folder: Path) -> None:
        self._ground, self._own = ground, folder / "own.sqlite3"
        self._new()

    def changed(self) -> bool:
        """Whether the last try changed anything. Where no other connection has committed there is nothing to
        compare; the log, which tells of every change, is compared first."""
        if self._commits() == self._before:
            return False
        with self.engine.connect() as connection:
            found = any(rows(connection, table) != self._ground.holds[table.name] for table in TABLES)
        if found:
            self.close()
            self._new()
        return found

    def close(self) -> None:
        self._onlooker.close()
        self.engine.dispose()

    def _new(self) -> None:
        for file in self._own.parent.glob(f"{self._own.name}*"):
            file.unlink()
        shutil.copy(self._ground.path, self._own)
        self.engine = connect(f"sqlite:///{self._own}")
        self._onlooker = sqlite3.connect(self._own)
        self._before = self._commits()

    def _commits(self) -> int:
        (number,) = self._onlooker.execute("PRAGMA data_version").fetchone()
        return int(number)


@pytest.mark.parametrize("write", WRITES, ids=lambda write: write.name)
def test_storage_lets_only_those_write_who_may(write: Write, ground: Ground, tmp_path: Path) -> None:
    tries, done = Tries(ground, tmp_path), ""
    for letter in ALL:
        try:
            write.act(tries.engine, person(tries.engine, letter))
            done += letter
        except Denied:
            pass
        assert tries.changed() is (letter in done), letter
    tries.close()
    assert set(done) == set(write.may)


def test_the_table_has_every_function_that_writes() -> None:
    opening = {where for where, _ in _transactions()}
    assert opening - _unasked(opening) == {write.where for write in WRITES}


def test_every_write_begins_with_its_check() -> None:
    lacking = [where for where, first in _transactions() if first not in ("allow", "allow_accepting")]
    assert set(lacking) == _unasked(lacking)


def _unasked(names: Any) -> set[str]:
    return {name for name in names if name in UNASKED or name.rpartition(".")[0] in UNASKED}


def _transactions() -> Iterator[tuple[str, str]]:
    """Every function of `storage` that opens a transaction to write in: its module and name, and the function
    that the transaction calls first. The commands write by these alone."""
    room = ROOT / "storage"
    for path in sorted(room.rglob("*.py")):
        module = ".".join(path.relative_to(room).with_suffix("").parts)
        if module == "database":
            continue
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                for block in _own(function):
                    if isinstance(block, ast.With) and any(_opens(item.context_expr) for item in block.items):
                        yield f"{module}.{function.name}", _called(block.body[0])


def _own(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """What stands in a function, without the functions within it."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        if not isinstance(node, ast.FunctionDef):
            yield node
            waiting += ast.iter_child_nodes(node)


def _opens(node: ast.AST) -> bool:
    """`writing(…)`, `briefly(…)`, or a transaction of SQLAlchemy's own."""
    return isinstance(node, ast.Call) and (
        (isinstance(node.func, ast.Name) and node.func.id in ("writing", "briefly"))
        or (isinstance(node.func, ast.Attribute) and node.func.attr == "begin")
    )


def _called(node: ast.stmt) -> str:
    call = node.value if isinstance(node, ast.Expr) else None
    return call.func.id if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) else ""


# The command line: the account of DASHBOARD_USER acts; G names no account, N none at all.
PROXY = {
    "DASHBOARD_ACCESS": "proxy", "DASHBOARD_PROXY_ADDRESS": "127.0.0.1", "DASHBOARD_PROXY_SECRET": "s" * 40,
    "DASHBOARD_COOKIE_SECRET": "c" * 40,
}  # fmt: skip
FILES = {
    "own": report(OWN), "other": report(OTHER), "both": report(OWN, OTHER), "targets": report(TARGET | {"value": 5.0}, kind="targets"),
    "contacts": report(CONTACT, kind="focal_points"),
}  # fmt: skip
COMMANDS = [
    (("import", "own"), "RCL"),
    (("import", "own", "--dry-run"), "RCL"),
    (("import", "other"), "SCL"),
    (("import", "both"), "CL"),
    (("import", "both", "--accept-sound-rows"), "RSCL"),
    (("import", "targets"), "CL"),
    (("import", "contacts"), "RCL"),
    (("withdraw", "1"), "RCL"),
    (("withdraw", "2"), "SCL"),
    (("withdraw", "4"), "CL"),
    (("demo",), "CL"),
    (("conflicts", "decide", "THE-TWIN", "different", "--reason", "hai lớp"), "CL"),
    (("conflicts", "undo", "basis:1"), "CL"),
    (("review", "accept", "1"), "CL"),
    (("review", "return", "1", "--message", "sửa ô D9"), "CL"),
    (("review", "undo", "1"), "CL"),
    (("locks", "lock", "2021-Q4"), "CL"),
    (("locks", "open", "2022-Q1", "--reason", "nộp thiếu"), "CL"),
    (("locks", "undo", "1"), "CL"),
    (("locks", "rule", "--days", "366"), "CL"),
    (("locks", "undo-rule", "2"), "CL"),
    (("editions", "withdraw", "1", "--why", "nhầm"), "CL"),
    (("editions", "restore", "2"), "RCL"),
]
# What of the commands with several jobs writes nothing; issuing is in the table of storage, and dear to make.
READING = {
    ("conflicts", "list"), ("conflicts", "decided"), ("review", "list"), ("locks", "list"),
    ("editions", "list"), ("editions", "get"), ("editions", "compare"), ("editions", "issue"),
}  # fmt: skip
# Whoever may run these has the machine and so the database; the log has them as the operator's.
OPERATOR = {"migrate", "backup", "restore", "retain", "doctor"}


@pytest.mark.parametrize(("words", "may"), COMMANDS, ids="-".join)
def test_the_command_line_lets_only_those_write_who_may(
    words: tuple[str, ...],
    may: str,
    ground: Ground,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Any,
) -> None:
    monkeypatch.setattr(
        intake, "check_with", lambda name, *_: (FILES[name.removesuffix(".xlsx")], NO_MENDING)
    )
    monkeypatch.setattr(intake, "check", lambda *_: report(record(title="Minh họa hai")))
    monkeypatch.setattr(intake, "DEMO_FILES", [Path(__file__)])
    monkeypatch.setattr(demo, "wanted", lambda _engine: True)
    for name in FILES:
        (tmp_path / f"{name}.xlsx").write_bytes(name.encode())
    tries, done = Tries(ground, tmp_path), ""
    (twin,) = [one.code for one in desk.waiting(tries.engine).waiting if one.sort == Sort.TWIN][:1]
    named = {"THE-TWIN": twin} | {name: str(tmp_path / f"{name}.xlsx") for name in FILES}
    asked = [named.get(word, word) for word in words]
    main = exporting.main if words[0] == "editions" else command.main
    for letter in ALL:
        with monkeypatch.context() as environment:
            environment.setenv("DATABASE_URL", str(tries.engine.url))
            for name, value in PROXY.items() if letter != "L" else ():
                environment.setenv(name, value)
            login = {"N": "", "G": anonymous().id}.get(letter) or (
                ACCOUNTS[letter].login if letter in ACCOUNTS else ""
            )
            environment.setenv("DASHBOARD_USER", login)
            code = main(asked)
        said = capsys.readouterr().out
        assert tries.changed() is (code == 0 and "--dry-run" not in words), (letter, said)
        assert code in (0, 1)
        if letter in "EGN":
            assert "DASHBOARD_USER" in said
        # Who may hand in nothing is told that, and not of rows that belong to others.
        assert letter not in "VA" or "Hãy sửa theo các lỗi" not in said, (letter, said)
        done += letter if code == 0 else ""
    tries.close()
    assert set(done) == set(may)


def test_no_command_is_missing_in_the_tables() -> None:
    writing = {
        words[:1] if words[0] in ("import", "withdraw", "demo") else words[:2] for words, _ in COMMANDS
    }
    of_storage = {words for words in _commands(command._parser()) if words[0] not in OPERATOR}
    of_exports = {words for words in _commands(exporting._parser()) if words[0] == "editions"}
    assert of_storage | of_exports == writing | READING


def _commands(parser: argparse.ArgumentParser) -> Iterator[tuple[str, ...]]:
    """Every command of a parser, with the jobs that it has."""
    groups = [one.choices for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    if not groups:
        yield ()
    for name, inner in (pair for group in groups for pair in group.items()):
        yield from ((name, *rest) for rest in _commands(inner))
