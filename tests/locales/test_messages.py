"""Wordings: the language in use, one and many."""

from collections.abc import Iterator

import pytest

from locales.messages import t, use


@pytest.fixture(autouse=True)
def _vietnamese_again() -> Iterator[None]:
    yield
    use("vi")


@pytest.mark.parametrize(
    ("language", "text", "values", "said"),
    [
        ("vi", "{n} cuộc thi", {"n": "1"}, "1 cuộc thi"),
        ("en", "{n} cuộc thi", {"n": "1"}, "1 contest"),
        ("en", "{n} cuộc thi", {"n": 1}, "1 contest"),
        ("en", "{n} cuộc thi", {"n": "0"}, "0 contests"),
        ("en", "{n} cuộc thi", {"n": "1,001"}, "1,001 contests"),
        ("en", "lớp", {"n": "1"}, "class"),
        ("en", "lớp", {"n": "1.0"}, "classes"),
        ("en", "lớp", {}, "classes"),
        ("vi", "lớp", {"n": "1"}, "lớp"),
        ("en", "Hải Châu", {}, "Hải Châu"),
        ("fr", "lớp", {}, "lớp"),
    ],
)
def test_a_text_in_the_language_in_use(
    language: str, text: str, values: dict[str, object], said: str
) -> None:
    use(language)
    assert t(text, **values) == said
