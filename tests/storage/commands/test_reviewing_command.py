"""`python -m storage review` and `locks`: the review and the locks without a browser."""

from typing import Any

import pytest
from sqlalchemy import Engine

from access import Actor
from program.contract import Issue
from storage.intake.submissions import accept
from tests.storage.build import bytes_of, record, report
from tests.storage.commands.test_command import run

FLAG: Issue = {
    "severity": "warning",
    "code": "implausible_size",
    "sheet": "Sheet1",
    "cell": "F2",
    "found": "4000",
    "message": "4.000 lượt cho một lớp là khác thường.",
    "fix": "Xem lại.",
}


@pytest.fixture
def filled(engine: Engine, actor: Actor, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """One file waits; the database is that of `DATABASE_URL`."""
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    found = report(record(), issues=[FLAG])
    accept(engine, actor, "a.xlsx", bytes_of(found), found)
    return engine


@pytest.mark.usefixtures("filled")
def test_a_file_is_returned_taken_back_and_accepted(capsys: Any) -> None:
    code, found = run(capsys, "review", "list", "--json")
    assert code == 1
    assert [(one["submission"], one["state"], one["reasons"]) for one in found] == [
        (1, "in_review", {"implausible_size": 1})
    ]
    assert run(capsys, "review", "list")[1].strip() == (
        "1  a.xlsx  chờ duyệt  Quận Hải Châu  1 chỗ cần người xem  1 lớp  lượt tham gia: lớp tập huấn 30"
    )
    code, done = run(capsys, "review", "return", "1", "--message", "Xem lại ô F2", "--json")
    assert (code, done["outcome"]) == (0, "done")
    assert run(capsys, "review", "list", "--json")[1][0]["state"] == "returned"
    assert run(capsys, "review", "undo", str(done["numbers"][0]))[0] == 0
    assert run(capsys, "review", "list", "--json")[1][0]["state"] == "in_review"
    assert run(capsys, "review", "accept", "1", "--note", "đã hỏi")[0] == 0
    assert run(capsys, "review", "list", "--json") == (0, [])
    code, refused = run(capsys, "review", "accept", "9", "--json")
    assert (code, refused["outcome"]) == (1, "refused")


@pytest.mark.usefixtures("filled")
def test_a_window_is_locked_opened_and_undone(capsys: Any) -> None:
    assert run(capsys, "locks", "list", "--json") == (0, [])
    assert run(capsys, "locks", "lock", "2023-Q2", "--json")[1]["outcome"] == "done"
    code, refused = run(capsys, "withdraw", "1")
    assert (code, "khóa" in refused) == (1, True)
    code, done = run(capsys, "locks", "open", "2023-Q2", "--unit", "492", "--reason", "nộp bổ sung", "--json")
    assert (code, done["numbers"]) == (0, [2])
    assert [(one["unit"], one["state"]) for one in run(capsys, "locks", "list", "--json")[1]] == [
        (None, "locked"),
        ("492", "opened"),
    ]
    assert run(capsys, "withdraw", "1")[0] == 0
    assert run(capsys, "locks", "undo", "2")[0] == 0
    assert run(capsys, "locks", "undo", "9")[0] == 1


@pytest.mark.usefixtures("filled")
def test_windows_lock_by_themselves(capsys: Any) -> None:
    assert run(capsys, "locks", "rule", "--days", "30", "--json")[1] == {"outcome": "done", "numbers": [1]}
    code, told = run(capsys, "locks", "--json")
    assert (code, told[0]["rule"], told[0]["number"]) == (0, "tự khóa 30 ngày sau hạn nộp (theo 6 tháng)", 1)
    assert {(one["number"], one["state"], one["rule"]) for one in told[1:]} == {
        (None, "locked", "tự khóa 30 ngày sau hạn nộp (theo 6 tháng)")
    }
    assert "2023-H1" in [one["window"] for one in told]
    assert "2023-H1  khóa" in run(capsys, "locks", "list")[1]
    assert "tự khóa từ ngày" in run(capsys, "withdraw", "1")[1]
    assert run(capsys, "locks", "rule", "--off", "--json")[1]["outcome"] == "refused"
    assert run(capsys, "locks", "rule", "--off", "--reason", "còn nhập năm cũ")[0] == 0
    # Ended, it locks no more; what it locked stays, but for what was locked on the same day.
    assert run(capsys, "locks", "--json") == (0, [])
    assert run(capsys, "locks", "undo-rule", "2")[0] == 0
    assert len(run(capsys, "locks", "--json")[1]) == len(told)
    assert run(capsys, "locks", "undo-rule", "2")[0] == 1


@pytest.mark.parametrize(
    "words",
    [
        ["locks", "rule"],
        ["locks", "rule", "--days", "3", "--off"],
        ["locks", "lock", "2023-Q9"],
        ["locks", "open", "2023-Q2", "--reason", "a", "--unit", "nowhere"],
        ["locks", "open", "2023-Q2", "--reason", "a", "--until", "mai"],
        ["review", "return", "1"],
        ["review", "accept", "một"],
    ],
)
def test_wrong_usage(words: list[str], capsys: Any) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(capsys, *words)
    assert stopped.value.code == 2
