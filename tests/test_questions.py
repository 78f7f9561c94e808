"""README says which question is answered on which screen: each of the 25 once, each screen a real one."""

import re
from pathlib import Path

from pages.parts.shell.menu import SCREENS

ROOT = Path(__file__).resolve().parents[1]
ROW = re.compile(r"^\| (\d+) \| (.+) \| (.+) \|$", re.MULTILINE)


def rows() -> dict[int, str]:
    """Number of a question → where it is answered."""
    return {int(number): where for number, _, where in ROW.findall((ROOT / "README.md").read_text("utf-8"))}


def screens() -> dict[str, str]:
    """Title in the menu → file."""
    return {screen.title: screen.script for screen in SCREENS}


def test_every_question_stands_in_the_table() -> None:
    assert list(rows()) == list(range(1, 26))


def test_every_named_screen_exists() -> None:
    menu = screens()
    for number, where in rows().items():
        named = re.findall(r"\*([^*]+)\*", where)
        assert named or "not yet" in where, number
        for name in named:
            assert name in menu, (number, name)
            assert (ROOT / menu[name]).is_file()


def test_every_screen_answers_a_question_or_explains_or_keeps_order() -> None:
    named = {name for where in rows().values() for name in re.findall(r"\*([^*]+)\*", where)}
    assert set(screens()) - named == {"Về dữ liệu", "Tài khoản", "Nhật ký", "Tình trạng hệ thống"}
