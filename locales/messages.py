"""The message catalogue: Vietnamese texts are the ids, `en/messages.po` holds the English ones."""

from contextvars import ContextVar
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

LANGUAGES = ("vi", "en")
_LANGUAGE: ContextVar[str] = ContextVar("language", default="vi")


def use(language: str) -> None:
    """Choose the language of this run; anything but a known code means Vietnamese."""
    _LANGUAGE.set(language if language in LANGUAGES else "vi")


def language() -> str:
    """The code of the language in use: `vi` or `en`."""
    return _LANGUAGE.get()


@cache
def catalogue() -> dict[str, str]:
    """English wording of every Vietnamese text that has one."""
    with (Path(__file__).parent / "en" / "messages.po").open("rb") as source:
        return {str(m.id): str(m.string) for m in read_po(source) if m.id and m.string}


def t(text: str, **values: object) -> str:
    """The text in the language in use, with `{name}` places filled in. A text without an English
    wording stays Vietnamese; a test holds the catalogue complete."""
    wording = catalogue().get(text, text) if language() == "en" else text
    return wording.format(**values) if values else wording
