"""What an address says and no screen knows is told on the screen, never passed over in silence."""

import pytest

from pages.parts.shell.choices.in_address import read_number
from pages.parts.words import plain
from tests.pages.conftest import Start


@pytest.mark.parametrize(
    ("page", "wrong"),
    [
        ("pages/manage/conflicts.py", {"conflict": "*all*"}),
        ("pages/manage/contacts.py", {"unit": "nowhere"}),
        ("pages/manage/audit.py", {"by": "nobody", "action": "thought", "since": "31-12-2025"}),
        ("pages/manage/audit.py", {"since": "0001-01-01", "until": "9999-12-31"}),
        ("pages/manage/targets.py", {"span": "always", "indicator": "L-none"}),
    ],
)
def test_a_value_that_no_screen_knows_is_told(demo_start: Start, page: str, wrong: dict[str, str]) -> None:
    told = [one.value for one in demo_start(page, **wrong).warning]
    assert len(told) == len(wrong)
    for value in wrong.values():
        assert [one for one in told if plain(value) in one and "Phần đó được bỏ qua." in one]


def test_what_screens_write_themselves_is_known(demo_start: Start) -> None:
    span = {"indicator": "L-parents", "span": "2021-06-01..2025-06-30"}
    assert not demo_start("pages/manage/targets.py", **span).warning
    assert not demo_start("pages/manage/audit.py", since="2025-12-31", action="submissions").warning
    assert not demo_start("pages/manage/targets.py", indicator="L-activities-training_class").warning


def test_a_number_that_nothing_here_has_is_none(demo_start: Start) -> None:
    assert [read_number(text) for text in ("7", "0", "-1", "²", "٣", "9" * 10, "9" * 5_000)] == [
        7,
        0,
        *[None] * 5,
    ]
    app = demo_start("pages/view/activities.py", row="9" * 25, page="9" * 5_000)
    assert not app.exception
    assert any("không còn trong số liệu" in one.value for one in app.markdown)
