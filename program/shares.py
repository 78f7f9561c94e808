"""A part of a whole as readers see it: 0 % is none of it, 100 % all of it, and nothing else looks like either."""

from collections.abc import Hashable, Mapping
from math import floor
from typing import TypeVar

from locales.forms import percent

_LEAST = 0.1
Part = TypeVar("Part", bound=Hashable)


def shown_share(part: float | None, whole: float | None, digits: int = 0) -> float | None:
    """Per cent of a whole with so many decimals, and one more where it would be 0 with something there, or 100 with
    something lacking. None without a part or a whole above 0."""
    if part is None or whole is None or whole <= 0:
        return None
    share = 100 * part / whole
    shown = float(round(share, digits))
    if part < whole and shown >= 100:
        return floor(share * 10) / 10
    if part > 0 and shown == 0:
        return max(round(share, 1), _LEAST)
    return shown


def share_in_words(part: float | None, whole: float | None, digits: int = 0) -> str:
    """`shown_share` in words: "61 %", "61,7 %", none and all without decimals; empty where there is none."""
    share = shown_share(part, whole, digits)
    if share is None:
        return ""
    whole_number = part in (0, whole) if digits else share.is_integer()
    return percent(share / 100, 0 if whole_number else 1)


def per_cent_in_words(value: float) -> str:
    """A figure that is per cent by itself, such as T1: "62 %", "62,5 %"; 99,96 is "99,9 %", for it is not all."""
    shown = shown_share(value, 100, digits=1)
    return "" if shown is None else percent(shown / 100, 0 if float(value).is_integer() else 1)


def shares_of_all(parts: Mapping[Part, int]) -> dict[Part, float]:
    """Parts of one whole in per cent that make up exactly 100: whole ones, or with one decimal where a whole one would
    be 0 with something there, or 100 with something lacking. Empty where there is nothing."""
    whole = sum(parts.values())
    if not whole:
        return {}
    hundredths = _apportioned(parts, whole, 100)
    if all((found == 0) == (parts[one] == 0) for one, found in hundredths.items()):
        return {one: float(found) for one, found in hundredths.items()}
    few = [one for one, n in parts.items() if 0 < 1000 * n < whole]
    others = {one: n for one, n in parts.items() if one not in few}
    thousandths = _apportioned(others, sum(others.values()), 1000 - len(few)) | dict.fromkeys(few, 1)
    return {one: thousandths[one] / 10 for one in parts}


def _apportioned(parts: Mapping[Part, int], whole: int, pieces: int) -> dict[Part, int]:
    """So many equal pieces among the parts; of what is left over those get one that lack the least."""
    found = {one: pieces * n // whole for one, n in parts.items()}
    by_rest = sorted(parts, key=lambda one: -(pieces * parts[one] % whole))
    for one in by_rest[: pieces - sum(found.values())]:
        found[one] += 1
    return found
