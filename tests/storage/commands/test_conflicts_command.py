"""`python -m storage conflicts`: the desk without a browser."""

from typing import Any

import pytest
from sqlalchemy import Engine

from access import Actor
from program.conflicts.desk import Sort
from storage import __main__ as command
from storage.conflicts import decisions
from storage.conflicts.decisions import decided
from tests.storage.commands.test_command import run
from tests.storage.conflicts.test_conflicts import HALVES, LARGE, seats, take
from tests.waiting import waiting


@pytest.fixture
def filled(engine: Engine, actor: Actor, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """Two things wait; the database is that of `DATABASE_URL`."""
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    take(engine, actor, *HALVES, LARGE, name="hai.xlsx")
    return engine


def test_listed_decided_and_undone(filled: Engine, capsys: Any) -> None:
    code, found = run(capsys, "conflicts", "list", "--json")
    assert code == 1
    assert [(one["sort"], one["units"], one["attendances"]) for one in found] == [
        ("size", ["493"], 4000),
        ("crossing", ["490"], 300),
    ]
    assert [[f["file"] for f in side["files"]] for side in found[1]["sources"]] == [
        ["hai.xlsx"],
        ["hai.xlsx"],
    ]
    assert found[0]["sources"][0]["rows"][0]["attendances_total"] == 4000
    assert [one["sort"] for one in run(capsys, "conflicts", "list", "--unit", "490", "--json")[1]] == [
        "crossing"
    ]
    assert run(capsys, "conflicts", "list", "--sort", "twin", "--json") == (0, [])
    code, said = run(capsys, "conflicts", "list")
    assert (code, said.splitlines()[0]) == (
        1,
        "2 mục chờ quyết định, nhiều nhất 4300 lượt tham gia đổi theo.",
    )
    assert "Quận Sơn Trà" in said

    crossing = found[1]["code"]
    code, done = run(capsys, "conflicts", "decide", crossing, "first", "--reason", "kỳ báo cáo", "--json")
    assert (code, done["outcome"], done["decision"]) == (0, "done", "crossing:1")
    assert seats(filled) == 4300
    assert waiting(filled, Sort.CROSSING) == []
    code, kept = run(capsys, "conflicts", "decided", "--json")
    assert [(one["decision"], one["verdict"], one["reason"]) for one in kept] == [
        ("crossing:1", "first", "kỳ báo cáo")
    ]
    assert run(capsys, "conflicts", "decide", crossing, "first", "--reason", "lại")[0] == 1
    assert run(capsys, "conflicts", "undo", "crossing:1", "--json")[1]["outcome"] == "done"
    assert (decided(filled), seats(filled)) == ([], 4600)
    code, refused = run(capsys, "conflicts", "undo", "crossing:1", "--json")
    assert (code, refused["outcome"]) == (1, "refused")
    assert run(capsys, "conflicts", "decided") == (0, "Chưa có quyết định nào đang có hiệu lực.\n")


@pytest.mark.parametrize(
    "words",
    [
        ["list", "--unit", "nowhere"],
        ["list", "--sort", "nothing"],
        ["decide", "twin-1", "summary", "--reason", "x"],
        ["decide", "other-1", "first", "--reason", "x"],
        ["decide", "twin-1", "first"],
        ["undo", "twin"],
        ["undo", "other:1"],
        ["undo", "twin:x"],
        [],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_two(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "with_store", lambda *_args, **_said: pytest.fail("opened the store"))
    with pytest.raises(SystemExit) as ended:
        command.main(["conflicts", *words])
    assert ended.value.code == 2


def test_an_empty_reason_decides_nothing(filled: Engine, capsys: Any) -> None:
    (one,) = waiting(filled, Sort.SIZE)
    code, refused = run(capsys, "conflicts", "decide", one.code, "plausible", "--reason", "  ", "--json")
    assert (code, refused["outcome"]) == (1, "refused")
    assert decisions.count(filled) == 0
