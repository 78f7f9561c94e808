"""Numbers that were telephones or identity cards before they lost their first 0."""

import re

from data_loaders.reading.grid import Cell

_MOBILES = range(300_000_000, 1_000_000_000)
_CARD = re.compile(r"[1-9]\d[0-3]\d{8}")


def is_mobile(cell: Cell) -> bool:
    """Whether a number is a mobile telephone without its first 0; amounts of money end in zeros."""
    return cell.__class__ is int and cell in _MOBILES and bool(cell % 1000)


def is_identity(cell: Cell) -> bool:
    """Whether a number is that of an identity card without its first 0: a province, the century, the year of birth."""
    return cell.__class__ is int and bool(_CARD.fullmatch(str(cell))) and bool(cell % 1000)
