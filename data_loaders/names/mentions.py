"""Names of territory within words, and the types before them."""

import re
from functools import cache

from program import units
from program.text import clean, fold, key
from program.units import Unit

_TYPES = {
    "quận": "Quận", "q": "Quận", "huyện": "Huyện", "h": "Huyện", "thị xã": "Thị xã", "tx": "Thị xã",
    "thành phố": "Thành phố", "tp": "Thành phố", "phường": "Phường", "p": "Phường", "xã": "Xã", "x": "Xã",
    "thị trấn": "Thị trấn", "tt": "Thị trấn", "đặc khu": "Đặc khu",
    "quận đoàn": "Quận", "huyện đoàn": "Huyện", "phường đoàn": "Phường", "xã đoàn": "Xã",
}  # fmt: skip
_FOLDED_TYPES = {fold(words): kind for words, kind in _TYPES.items()}
_ALSO_WRITTEN = {"Avương": "A Vương", "La Êê": "La Ê Ê", "La Dêê": "La Dê Ê"}
_ROMAN = {"1": "i", "2": "ii", "3": "iii"}
_MAX_WORDS = 4


@cache
def by_name() -> tuple[dict[str, list[Unit]], dict[str, list[Unit]]]:
    """Districts and communes of all times by the `key` of their names, and by the folded names."""
    exact: dict[str, list[Unit]] = {}
    folded: dict[str, list[Unit]] = {}
    for unit in units.all_units():
        if unit.level in ("district", "commune"):
            for name in {unit.short_name, _ALSO_WRITTEN.get(unit.short_name, unit.short_name)}:
                exact.setdefault(key(name), []).append(unit)
                folded.setdefault(fold(name), []).append(unit)
    return exact, folded


def bare_letters(text: str) -> bool:
    """Whether a text has no accents, as where none were typed."""
    return clean(text).isascii()


def _tokens(text: str) -> list[str]:
    spaced = re.sub(r"(?<=[a-zà-ỹđ])\.", " ", key(text))
    return [t for t in re.split(r"[\s.,;:()\-–—/\"“”]+", spaced) if t]


def mentions_in(text: str) -> list[tuple[str | None, str, bool]]:
    """Names of territory in the words: (type or None, name key, the whole text?), longest names first."""
    bare = bare_letters(text)
    index = by_name()[1 if bare else 0]
    types = _FOLDED_TYPES if bare else _TYPES
    tokens = _tokens(text)
    found: list[tuple[str | None, str, bool]] = []
    at = 0
    while at < len(tokens):
        for length in range(min(_MAX_WORDS, len(tokens) - at), 0, -1):
            name = " ".join(tokens[at : at + length])
            last = name.rsplit(" ", 1)
            if name not in index and last[-1] in _ROMAN and len(last) == 2:
                name = f"{last[0]} {_ROMAN[last[1]]}"
            if name in index:
                kind, before = _type_before(tokens, at, types)
                found.append((kind, name, before == 0 and at + length == len(tokens)))
                at += length - 1
                break
        at += 1
    return found


def _type_before(tokens: list[str], at: int, types: dict[str, str]) -> tuple[str | None, int]:
    """The type word before a name, and how many words stand before both."""
    two, one = " ".join(tokens[max(at - 2, 0) : at]), tokens[at - 1] if at else ""
    if at >= 2 and two in types:
        return types[two], at - 2
    if one in types:
        return types[one], at - 1
    return None, at
