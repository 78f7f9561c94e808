"""The digests by which records are compared: of what a record is about, and of all that it says.

Both are taken of JSON lists. They lie in databases in use, so their text must never change.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import blake2b
from json import JSONEncoder
from typing import Any

from program.text import key

_json = JSONEncoder().encode


def digest(text: str) -> bytes:
    """The digest of a JSON list, given without its brackets."""
    return blake2b(f"[{text}]".encode(), digest_size=16).digest()


def written(
    identity: Sequence[str], words: Collection[str], columns: Mapping[str, list[Any]]
) -> tuple[Iterator[str], Iterator[str]]:
    """For each row of these columns, as JSON lists without brackets: the columns of its identity, those in
    `words` by their keys, and all columns."""
    texts, keys = _Texts({None: "null"}), _KeyTexts({None: "null"})
    plain = {name: _texts(values, texts) for name, values in columns.items()}
    own = [list(map(keys.__getitem__, columns[n])) if n in words else plain[n] for n in identity]
    return map(", ".join, zip(*own, strict=True)), map(", ".join, zip(*plain.values(), strict=True))


class _Texts(dict[str | None, str]):
    """The JSON text of every word met."""

    def __missing__(self, word: str) -> str:
        self[word] = text = _json(word)
        return text


class _KeyTexts(_Texts):
    """The JSON text of the key of every word met."""

    def __missing__(self, word: str) -> str:
        self[word] = text = _json(key(word))
        return text


_WORDS = {str, type(None)}


def _texts(values: list[Any], texts: _Texts) -> list[str]:
    if set(map(type, values)) <= _WORDS:
        return list(map(texts.__getitem__, values))
    # Numbers are not remembered: 1 and 1.0 are equal and yet two texts.
    return [
        "null" if value is None else repr(value) if value.__class__ is int else _json(value)
        for value in values
    ]
