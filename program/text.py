"""Vietnamese words within and at the beginning of sentences; and compared: composed letters, one tone placement, and
folding as a second look.

Accents decide first; `fold` only suggests, because two different communes of this city can
fold to one key (Tam Đàn and Tam Dân).
"""

import re
import sys
import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

# What XML, so no file of Office, holds: a person may have pasted it, an .xls or .csv may have it.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BLANKS = re.compile(r"[\s\u00a0\u200b\ufeff]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# Old and new placement of the tone in oa, oe, uy differ only in which vowel carries the mark.
_OPEN_PAIR = re.compile(rf"(?<![qg])([ou])([{_TONES}])([aey])(?![a-z\u0300-\u0323])")


def clean(text: str) -> str:
    """Composed letters (NFC), single blanks, none at the ends."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text)).strip()


def writable(text: str) -> str:
    """The text without signs that no file of Office can hold."""
    return _UNWRITABLE.sub("", text)


def lower_first(text: str) -> str:
    """A name as it stands inside a sentence; T1 stays T1."""
    return text if text[1:2].isupper() or text[1:2].isdigit() else text[:1].lower() + text[1:]


def grouped(number: int) -> str:
    """1.234.567."""
    return f"{number:,}".replace(",", ".")


def enumerated(names: Sequence[str], most: int = sys.maxsize, rest: str = "") -> str:
    """a, b và c; of more than `most` the first, and how many others there are ("a, b và 3 nơi khác" with the `rest`
    "nơi khác")."""
    if len(names) > most:
        return f"{', '.join(names[:most])} và {grouped(len(names) - most)} {rest}"
    return " và ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def written_day(value: date) -> str:
    """15-6-2023, with ordinary hyphens."""
    return f"{value.day}-{value.month}-{value.year}"


def sentence(text: str) -> str:
    """Words as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=16384)
def key(text: str) -> str:
    """A key under which equal Vietnamese words are equal: case, blanks, NFC/NFD and tone placement
    (Hoà, Hòa) do not count, accents do."""
    # Word by word: a hundred thousand titles are made of few words.
    return " ".join(filter(None, map(_word_key, text.split())))


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """`key` without accents, and đ as d; every other sign than a letter or digit is one blank."""
    return " ".join(filter(None, map(_word_fold, text.split())))


@lru_cache(maxsize=16384)
def _word_key(word: str) -> str:
    if word.isascii():
        return word.lower()
    loose = unicodedata.normalize("NFD", clean(word).casefold())
    moved = _OPEN_PAIR.sub(r"\1\3\2", loose)
    return unicodedata.normalize("NFC", moved)


@lru_cache(maxsize=16384)
def _word_fold(word: str) -> str:
    if word.isascii() and word.isalnum():
        return word.lower()
    bare = unicodedata.normalize("NFD", _word_key(word).replace("đ", "d"))
    plain = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(re.findall(r"[a-z0-9]+", plain))


_ALPHABET = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
_RANK = {letter: 1000 + i for i, letter in enumerate(_ALPHABET)}


@lru_cache(maxsize=16384)
def collation_key(text: str) -> tuple[int, ...]:
    """Sorts words as the Vietnamese alphabet does (Đ after D, not after Z)."""
    return tuple(_RANK.get(c, ord(c) if ord(c) < 1000 else 2000) for c in clean(text).casefold())
