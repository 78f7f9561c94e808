"""Words inside a chart: their width in pixels, breaking long names, and making them safe.

The server knows neither the browser's width nor its text measuring, so places of words are
computed from the advance widths of Source Sans (in hundredths of the font size, bold).
"""

import unicodedata
from functools import lru_cache

from charts.theme import SIZE
from program.shares import share_in_words

_WIDTHS = {
    20: " \u00a0",
    28: "ijl",
    31: "I.,:;·",
    34: "f()/-‑'",
    40: "rt",
    45: "sczx“”",
    53: "aegkvyFJLY0123456789–",
    58: "bdhnopquABCEKPRSTVXZ",
    66: "DGHNOQU&",
    80: "wMW",
    86: "m%",
}
_WIDTH = {letter: width for width, letters in _WIDTHS.items() for letter in letters}


@lru_cache(maxsize=4096)
def width(text: str, size: float = SIZE) -> float:
    """Pixels that a line takes at a font size, rarely less than it really takes. Plain words, no tags."""
    letters = unicodedata.normalize("NFD", text)
    units = sum(_WIDTH.get(c, 60) for c in letters if not unicodedata.combining(c))
    return units * size / 100


def done(share: float) -> str:
    """What is done of a plan (1): never 0 % where something is, never 100 % before it is reached."""
    return share_in_words(share, 1.0)


def wrap(text: str, limit: float, size: float = SIZE) -> list[str]:
    """The fewest lines of a text that take at most `limit` pixels each, of about equal length; broken
    between words only (a single longer word stays whole)."""
    lines = _broken(text, limit, size)
    while len(lines) > 1:
        limit -= 6
        tighter = _broken(text, limit, size)
        if len(tighter) > len(lines) or max(width(line, size) for line in tighter) > limit:
            break
        lines = tighter
    return lines


def _words(text: str) -> list[str]:
    """What stays together: a capital begins a word of two syllables ("Phụ nữ", "Thương binh"), and of two
    plain syllables at the end none is left alone ("thành phố")."""
    words: list[str] = []
    for syllable in text.split(" "):
        begun = words[-1] if words and " " not in words[-1] else ""
        if begun[:1].isupper() and syllable[:1].islower():
            words[-1] += f" {syllable}"
        else:
            words.append(syllable)
    if len(words) > 1 and all(word.islower() and " " not in word for word in words[-2:]):
        words[-2:] = [f"{words[-2]} {words[-1]}"]
    return words


def _broken(text: str, limit: float, size: float) -> list[str]:
    lines: list[str] = []
    for word in _words(text):
        if lines and width(f"{lines[-1]} {word}", size) <= limit:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def safe(text: str) -> str:
    """Words from data as Plotly shows them letter for letter: its texts are a small HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def bold(text: str) -> str:
    """A safe text in bold."""
    return f"<b>{text}</b>"


def hue(text: str, colour: str) -> str:
    """A safe text in bold and in a colour."""
    return f"<b><span style='color:{colour}'>{text}</span></b>"
