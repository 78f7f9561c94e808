"""Amounts as words."""

import pytest

from pages.parts import words


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (0, 193, "0 %"),
        (193, 193, "100 %"),
        (149, 193, "77,2 %"),
        (1, 3_000, "0,1 %"),
        (2_999, 3_000, "99,9 %"),
    ],
)
def test_only_none_is_0_and_only_all_is_100_per_cent(part: int, whole: int, said: str) -> None:
    assert words.share_of(part, whole).replace("\xa0", " ") == said
