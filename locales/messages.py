"""The message catalogue: Vietnamese texts are the ids, `en/messages.po` holds the English ones."""

from collections.abc import Sequence
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


def _both(forms: str | Sequence[str] | None) -> tuple[str, str]:
    """The form for one and the form for many of an entry; an entry with one form has it for both."""
    found = [forms or ""] if forms is None or isinstance(forms, str) else list(forms)
    return found[0], found[-1]


@cache
def _all_forms() -> dict[str | None, dict[str, tuple[str, str]]]:
    """English wording of every Vietnamese text that has one, for one and for many, by context (None: anywhere)."""
    found: dict[str | None, dict[str, tuple[str, str]]] = {None: {}}
    with (Path(__file__).parent / "en" / "messages.po").open("rb") as source:
        for m in read_po(source):
            text, forms = _both(m.id)[0], _both(m.string)
            if text and all(forms):
                found.setdefault(m.context, {})[text] = forms
    return found


def _forms() -> dict[str, tuple[str, str]]:
    return _all_forms()[None]


def _by_parts(text: str) -> str:
    return ": ".join(_forms().get(part, (part, part))[1] for part in text.split(": "))


@cache
def catalogue() -> dict[str, str]:
    """English wording of every Vietnamese text that has one; of two forms that for many."""
    return {text: many for text, (_, many) in _forms().items()}


def t(text: str, **values: object) -> str:
    """The text in the language in use, with `{name}` places filled in; `n` is the count that decides
    between one and many. A text without an English wording stays Vietnamese; a test holds the
    catalogue complete. The name of an indicator that is put together ("Lớp tập huấn: Giáo viên") is worded by its parts."""
    if language() == "en":
        one, many = _forms().get(text) or (_by_parts(text),) * 2
        text = one if str(values.get("n")) == "1" else many
    return text.format(**values) if values else text


def titles() -> dict[str, str]:
    """English names of the screens whose Vietnamese name has another wording elsewhere: a table has a column "Unit",
    the menu a screen "Units"."""
    return {text: many for text, (_, many) in _all_forms().get("screen", {}).items()}


def title(text: str) -> str:
    """The name of a screen in the language in use."""
    return titles().get(text) or t(text) if language() == "en" else text
