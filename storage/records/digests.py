"""The digests by which records are compared: of what a record is about, and of all that it says.

Both are taken of JSON lists. They lie in databases in use, so their text must never change.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import blake2b
from json import dumps
from json.encoder import encode_basestring_ascii
from typing import Any

from program.text import key


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
        self[word] = text = encode_basestring_ascii(word)
        return text


class _KeyTexts(_Texts):
    """The JSON text of the key of every word met."""

    def __missing__(self, word: str) -> str:
        self[word] = text = encode_basestring_ascii(key(word))
        return text


_NOTHING, _WORDS = {type(None)}, {type(None), str}


def _texts(values: list[Any], texts: _Texts) -> list[str]:
    types = set(map(type, values))
    if types == _NOTHING:
        return ["null"] * len(values)
    if types <= _WORDS:
        return list(map(texts.__getitem__, values))
    # Numbers are not remembered: 1 and 1.0 are equal and yet two texts.
    return [
        "null" if value is None else repr(value) if value.__class__ is int else dumps(value)
        for value in values
    ]
