"""The English catalogue covers every text of the screens and fills in the same places."""

import re

import pytest

from locales.messages import catalogue, titles
from pages.parts.shell.menu import SCREENS
from tools import messages


def test_every_text_has_an_english_wording() -> None:
    missing = {text: place for text, place in messages.wanted().items() if text not in catalogue()}
    assert not missing, "`python -m tools.messages` prints the stubs"


def test_the_english_wording_fills_in_the_same_places() -> None:
    wrong = {v: e for v, e in catalogue().items() if messages.places(v) != messages.places(e)}
    assert not wrong


def test_no_vietnamese_words_stand_in_an_f_string() -> None:
    assert not messages.mixed(), "a text built by an f-string cannot be translated; use t() with places"


def test_the_catalogue_keeps_nothing_that_is_not_shown() -> None:
    assert not set(catalogue()) - set(messages.wanted())


def test_only_names_of_screens_have_a_wording_of_their_own_in_the_menu() -> None:
    assert set(titles()) <= {one.title for one in SCREENS}


def test_a_text_that_reaches_the_screen_as_a_value_is_found() -> None:
    assert {"Lớp tập huấn", "Năm dương lịch", "mọi đối tượng"} <= set(messages.wanted())


@pytest.mark.parametrize("guide", ["docs/using.md", "README.md"])
def test_the_guides_of_officers_say_what_stands_on_the_screens(guide: str) -> None:
    """In them words in italics are words of a screen, `…` what differs there."""
    words = (messages.ROOT / guide).read_text("utf-8").split("## Dành cho cán bộ")[-1]
    told = {
        part for found in re.findall(r"(?<![*\w])\*([^*\n]+)\*(?!\*)", words) for part in found.split("…")
    }
    shown = "\n".join(messages.wanted())
    assert not {part for part in told if part.strip() not in shown}
