"""Every command says in a sentence that the store does not answer, or is of a newer release, and ends with 1."""

import importlib
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.database import connect, migrate

COMMANDS = {
    "storage": (
        ["migrate"], ["demo"], ["withdraw", "1"], ["retain"], ["backup", "--out", "kho.zip"],
    ),
    "exports": (["figures"], ["csv", "--out", "hoat-dong.csv"]),
    "access": (["users", "list"],),
}  # fmt: skip
EACH = [(room, words) for room, every in COMMANDS.items() for words in every]
NAMES = [f"{room} {words[0]}" for room, words in EACH]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that are named without a folder lie in one of the test."""
    monkeypatch.chdir(tmp_path)


def told(said: str) -> str:
    """The sentence for the person; what the process notes in its log may stand before it."""
    return said.splitlines()[-1]


def run(room: str, words: list[str]) -> int:
    code: int = importlib.import_module(f"{room}.__main__").main(words)
    return code


@pytest.mark.parametrize(("room", "words"), EACH, ids=NAMES)
def test_a_store_that_does_not_answer(
    room: str,
    words: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgresql://nobody@/nothing?host={tmp_path}")
    assert run(room, words) == 1
    said = capsys.readouterr()
    assert told(said.err).startswith("Kho số liệu chưa trả lời. Số liệu đã nhận vẫn còn nguyên.")
    assert said.out == ""


@pytest.mark.parametrize(("room", "words"), [EACH[0], EACH[-1]], ids=[NAMES[0], NAMES[-1]])
def test_a_store_whose_folder_cannot_be_made(
    room: str,
    words: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/file/store.sqlite3")
    assert run(room, words) == 1
    assert told(capsys.readouterr().err).startswith("Không mở được tệp của kho số liệu")


@pytest.mark.parametrize(
    ("room", "words"),
    [one for one in EACH if one[1][0] != "backup"],
    ids=[n for n in NAMES if "backup" not in n],
)
def test_a_store_of_a_newer_release(
    room: str,
    words: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    opened = connect(url)
    migrate(opened)
    with opened.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    opened.dispose()
    monkeypatch.setenv("DATABASE_URL", url)
    assert run(room, words) == 1
    assert told(capsys.readouterr().err).startswith("Kho số liệu do một bản mới hơn của chương trình tạo ra.")
