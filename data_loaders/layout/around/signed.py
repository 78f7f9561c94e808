"""Who signed a sheet: the unit that reports where nothing above the table names it."""

import re

from data_loaders.names.units import Era, resolve
from data_loaders.reading.grid import Sheet
from data_loaders.values.amounts.numbers import bare
from program.text import clean
from program.units import CITY

# A signature lies at the end of its sheet.
_LAST_ROWS = 40
# Looked for first: most cells of a long list have no such letters.
_MAY_SIGN = re.compile(r"t\W{0,5}m\W", re.IGNORECASE)
_FOR = re.compile(r"^t\.?/?m\.?\s+(?=(ubnd|uy ban nhan dan)\s+(quan|huyen|thi xa|phuong|xa|dac khu)\b)")


def signed(sheet: Sheet) -> list[str]:
    """The unit on whose behalf a sheet is signed ("TM. UBND QUẬN SƠN TRÀ"), if it names just one."""
    found = set()
    for row in sheet.rows[-_LAST_ROWS:]:
        for cell in row:
            for line in cell.splitlines() if isinstance(cell, str) and _MAY_SIGN.search(cell) else ():
                if match := _FOR.match(bare(line)):
                    found.add(clean(clean(line)[match.end() :]))
    named = [words for words in found if _is_unit(words)]
    return named if len(named) == 1 else []


def _is_unit(words: str) -> bool:
    seen = resolve(words, Era.UNKNOWN)
    return seen.ambiguous or seen.code not in (None, CITY)
