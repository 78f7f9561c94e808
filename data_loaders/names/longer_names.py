"""Names that hold a unit's and are another's: "Xã Hòa Bình Minh", "Phường Hải Châu 3"."""

from collections.abc import Sequence

from program.text import clean, key

_TYPES = frozenset({"quận", "huyện", "phường", "xã", "quan", "huyen", "phuong", "xa"})
# A type, a name of one or two words, and a word more.
_LEAST = 3


def is_longer(text: str, names: Sequence[str]) -> bool:
    """Whether words are a type, the one name they hold (its `key`) and a word more, before it or, in the capital of a
    name or a figure, behind it."""
    words = clean(text).split()
    if len(names) != 1 or len(words) < _LEAST or key(words[0]) not in _TYPES:
        return False
    if key(" ".join(words[1:-1])) == names[0]:
        return words[-1].istitle() or (words[-1].isdigit() and int(words[-1]) < 100)
    return key(" ".join(words[2:])) == names[0] and words[1][:1].isupper()
