"""Words as the files of Office can hold them."""

import re

from locales.forms import NO_BREAK_HYPHEN
from program.text import writable

_BREAKS = re.compile(r"[\t\n\r\x0b\x0c\x85\u2028\u2029]")


def one_line(text: str) -> str:
    """The text without signs that no file holds, on one line: Word has elements of its own for breaks and tabs."""
    return writable(_BREAKS.sub(" ", text))


def plain(text: str) -> str:
    """The text without signs that no file holds, with plain hyphens: fonts of Office lack the one that does not
    break."""
    return writable(text).replace(NO_BREAK_HYPHEN, "-")
