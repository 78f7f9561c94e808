"""Sheets named by bare numbers ("1" … "12", "M1" … "M6"): months where the workbook has one for each of them, or one and the same
table on each from "M1" on; forms ("Mẫu 1") differ."""

import re
from collections.abc import Mapping, Sequence

from data_loaders.layout.blocks import Block

_NUMBERED = re.compile(r"\s*([mM]?)\.?\s*0?(\d{1,2})\s*")
_MONTHS = range(1, 13)
_FEWEST = 2


def sheets_of_months(sheets: Mapping[str, Sequence[Block]]) -> dict[str, str]:
    """What the numbers mean ("5": "Tháng 5"), from the names of sheets and the tables on each; nothing unless all twelve
    are there, each once: fewer may as well be the numbers of forms."""
    found = {name: match for name in sheets if (match := _NUMBERED.fullmatch(name))}
    numbers = sorted(int(match[2]) for match in found.values())
    if numbers != [*_MONTHS][: len(numbers)] or len(numbers) < _FEWEST:
        return {}
    forms = {tuple(map(_form, sheets[name])) for name in found}
    lettered = all(match[1] for match in found.values())
    if len(numbers) < len(_MONTHS) and not (lettered and len(forms) == 1 and all(forms)):
        return {}
    return {name: f"Tháng {match[2]}" for name, match in found.items()}


def _form(block: Block) -> tuple[object, ...]:
    """The words of a table but for its rows and the numbers in its title."""
    return (*(re.sub(r"\d", "", line) for line in block.captions), *block.paths.items())
