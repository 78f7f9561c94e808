"""Wordings: the language in use, one and many."""

from collections.abc import Iterator

import pytest

from locales.messages import t, title, use


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


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "Đơn vị", "Units"),
        ("en", "Mục tiêu", "Targets"),
        ("en", "Trường học", "Schools"),
        ("vi", "Đơn vị", "Đơn vị"),
    ],
)
def test_a_screen_of_many_is_named_so(language: str, text: str, said: str) -> None:
    use(language)
    assert title(text) == said
    assert t("Đơn vị") == {"en": "Unit", "vi": "Đơn vị"}[language]
