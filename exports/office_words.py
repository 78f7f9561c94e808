"""Words as the files of Office can hold them."""

import re

from locales.forms import NO_BREAK_HYPHEN

# What XML 1.0 does not hold; an officer may have pasted it.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")


def writable(text: str) -> str:
    """The text without signs that no file of Office can hold."""
    return _UNWRITABLE.sub("", text)


def plain(text: str) -> str:
    """The same with plain hyphens: fonts of Office lack the one that does not break."""
    return writable(text).replace(NO_BREAK_HYPHEN, "-")
