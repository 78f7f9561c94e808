"""Sheets named by bare numbers ("1" … "12", "M1" … "M12"): months where the workbook has one for each of them."""

import re
from collections.abc import Iterable

_NUMBERED = re.compile(r"\s*[mM]?\.?\s*0?(\d{1,2})\s*")
_MONTHS = range(1, 13)


def sheets_of_months(names: Iterable[str]) -> dict[str, str]:
    """What the numbers mean ("5": "Tháng 5"); nothing unless all twelve are there, each once: fewer may as well be
    the numbers of forms."""
    found = [(name, int(match[1])) for name in names if (match := _NUMBERED.fullmatch(name))]
    if sorted(number for _, number in found) != [*_MONTHS]:
        return {}
    return {name: f"Tháng {number}" for name, number in found}
