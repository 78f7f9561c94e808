"""Widths and breaks of words inside a chart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.words import safe, width, wrap
from tests.charts.figures import LONG


# Measured in a browser: Source Sans, bold, 14 px.
@pytest.mark.parametrize(
    ("text", "pixels"), [("0123456789", 74.2), ("WWW", 34.0), ("iii", 11.8), ("● ◆", 19.6), ("%%", 24.1)]
)
def test_width_is_close_to_the_browser(text: str, pixels: float) -> None:
    assert pixels - 1 <= width(text, 14) <= pixels * 1.1


def test_accents_take_no_room() -> None:
    assert width("ắễộữ") == width("aeou")


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("Hải Châu", 200, ["Hải Châu"]),
        (LONG, 190, ["Hội Liên hiệp", "Phụ nữ thành phố"]),
        ("Sở Lao động - Thương binh và Xã hội", 176, ["Sở Lao động -", "Thương binh và Xã hội"]),
        ("Ngũ Hành Sơn", 38, ["Ngũ", "Hành", "Sơn"]),
    ],
)
def test_names_break_between_vietnamese_words(text: str, limit: float, lines: list[str]) -> None:
    assert wrap(text, limit, 12.5 if limit < 40 else 14) == lines


@given(
    st.lists(st.text("abcxyzABCđấ", min_size=1, max_size=12), min_size=1, max_size=8), st.integers(60, 300)
)
def test_no_word_is_lost_and_no_line_too_long(words: list[str], limit: int) -> None:
    text = " ".join(words)
    lines = wrap(text, limit)
    assert " ".join(lines) == text
    assert all(width(line) <= limit or len(line.split(" ")) <= 2 for line in lines)


def test_signs_of_html_are_shown() -> None:
    assert safe("<b>A & B</b>") == "&lt;b&gt;A &amp; B&lt;/b&gt;"
