"""The unit that a misspelt name most likely means, as a suggestion."""

from datetime import date
from functools import cache

from rapidfuzz import fuzz, process

from program import units
from program.text import fold


def nearest(name: str, on: date | None) -> str:
    """The one reporting unit (of a day, else of any) whose folded name is nearest; empty where none is near or two
    are."""
    ranked = process.extract(fold(name), _reporting(on), scorer=fuzz.ratio, limit=3, score_cutoff=82)
    near = {found[2][0] for found in ranked if ranked[0][1] - found[1] < 2}
    return near.pop() if len(near) == 1 else ""


@cache
def _reporting(on: date | None) -> dict[tuple[str, str], str]:
    """The folded names of the units of the old city that report, by name and words."""
    reporting = [
        u for u in units.all_units() if units.reports(u) and u.in_old_city and (on is None or u.valid_on(on))
    ]
    return {(u.name, words): fold(words) for u in reporting for words in (u.name, u.short_name)}
