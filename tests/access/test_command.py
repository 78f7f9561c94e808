"""`python -m access users`: how the first administrator gets in, and all that the screen does."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from access import Actor, Right
from access.__main__ import main
from program import clock
from storage.access.accounts import actor_of
from storage.database import connect, reading
from storage.schema import event

AN = "an@danang.gov.vn"
TODAY = f"{clock.today().day}-{clock.today().month}-{clock.today().year}"


@pytest.fixture(autouse=True)
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty place: not even the schema is there before the first command."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'house.sqlite3').as_posix()}")
    monkeypatch.setenv("DASHBOARD_ACCESS", "local")


def users(*arguments: str) -> int:
    return main(["users", *arguments])


def found() -> Actor | None:
    engine = connect()
    actor = actor_of(engine, AN)
    engine.dispose()
    return actor


def entries() -> list[tuple[str, ...]]:
    engine = connect()
    with reading(engine) as connection:
        rows = connection.execute(select(event.c.actor, event.c.action, event.c.subject).order_by(event.c.id))
        kept = [tuple(row) for row in rows]
    engine.dispose()
    return kept


def printed(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_the_first_administrator_gets_in_by_one_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert users("list") == 0
    assert capsys.readouterr().out == "Chưa có tài khoản nào.\n"
    assert users("add", "An@DaNang.gov.vn", "--name", "Lê An", "--role", "administrator") == 0
    assert capsys.readouterr().out == f"Đã thêm. {AN}, Lê An: Quản trị từ {TODAY}.\n"
    actor = found()
    assert actor is not None
    assert Right.MANAGE_USERS in actor.rights
    assert [row[:2] for row in entries()] == [("operator", "user_added"), ("operator", "role_granted")]


def test_roles_are_given_named_listed_and_ended(capsys: pytest.CaptureFixture[str]) -> None:
    assert users("add", AN, "--name", "Lê An") == 0
    assert capsys.readouterr().out.endswith("Lê An: không có vai trò nào, chưa vào được.\n")
    assert found() is None
    given = ("--role", "reporter", "--unit", "492", "--unit", "490", "--to", "2099-12-31")
    assert users("grant", AN, *given) == 0
    assert users("grant", AN, "--role", "viewer", "--from", "2099-01-01") == 0
    capsys.readouterr()
    assert users("list") == 0
    assert capsys.readouterr().out == (
        f"{AN}, Lê An: Người nộp báo cáo Quận Hải Châu từ {TODAY} đến 31-12-2099; "
        f"Người nộp báo cáo Quận Liên Chiểu từ {TODAY} đến 31-12-2099; "
        "Người xem từ 1-1-2099 (chưa đến ngày).\n"
    )
    assert users("end", AN, "--role", "reporter", "--unit", "490") == 0
    actor = found()
    assert actor is not None
    assert actor.units == {"492"}
    assert users("end", AN) == 0
    assert found() is None
    capsys.readouterr()
    assert users("rename", AN, "--name", "Lê Thị An") == 0
    assert capsys.readouterr().out == f"Đã đổi tên. {AN}, Lê Thị An: không có vai trò nào, chưa vào được.\n"


def test_what_is_printed_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert users("add", AN, "--name", "Lê An", "--role", "coordinator", "--json") == 0
    role = {
        "role": "coordinator",
        "unit": None,
        "valid_from": clock.today().isoformat(),
        "valid_to": None,
        "state": "in_force",
    }
    account = {"login": AN, "name": "Lê An", "roles": [role]}
    assert printed(capsys) == {"outcome": "done", "message": "Đã thêm.", "account": account}
    assert users("end", AN, "--json") == 0
    ended = {"login": AN, "name": "Lê An", "roles": [role | {"state": "past"}]}
    assert printed(capsys)["account"] == ended
    assert users("list", "--json") == 0
    assert printed(capsys) == [ended]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", AN, "--name", "Ai đó"), "đã có, của Lê An"),
        (("add", "local", "--name", "Ai đó"), "Không dùng “local”"),
        (("grant", "binh", "--role", "viewer"), "Không có tài khoản nào"),
        (("grant", AN, "--role", "reporter"), "cần ít nhất một đơn vị"),
        (("grant", AN, "--role", "administrator"), "đã có vai trò Quản trị"),
        (("end", AN), "người quản trị duy nhất"),
        (("end", AN, "--role", "viewer"), "không có vai trò nào như vậy"),
        (("rename", AN, "--name", " "), "Họ tên cần"),
    ],
)
def test_what_is_refused_is_said_and_changes_nothing(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    users("add", AN, "--name", "Lê An", "--role", "administrator")
    before = entries()
    capsys.readouterr()
    assert users(*arguments) == 1
    assert said in capsys.readouterr().out
    assert users(*arguments, "--json") == 1
    assert said in printed(capsys)["message"]
    assert entries() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "thiếu LỆNH"),
        (("add", AN), "thiếu --name"),
        (("grant", AN), "thiếu --role"),
        (("grant", AN, "--role", "chief"), "--role không nhận 'chief'"),
        (("grant", AN, "--role", "reporter", "--unit", "999999"), "Không có đơn vị nào mang mã “999999”"),
        (("grant", AN, "--role", "viewer", "--to", "31/12/2026"), "Không hiểu ngày “31/12/2026”"),
        (("add", AN, "--name", "An", "--unit", "492"), "Hãy nêu vai trò"),
        (("end", AN, "--unit", "492"), "Hãy nêu vai trò"),
    ],
)
def test_wrong_usage_ends_with_two_in_vietnamese(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with pytest.raises(SystemExit) as ended:
        users(*arguments)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "house.sqlite3").exists()


@pytest.mark.parametrize("command", [(), ("list",), ("add",), ("grant",), ("end",), ("rename",)])
def test_each_command_explains_itself(command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        users(*command, "--help")
    assert ended.value.code == 0
    assert "Cách dùng: python -m access users" in capsys.readouterr().out
