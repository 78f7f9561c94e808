"""A part of a whole as readers see it: 0 % is none of it, 100 % all of it, and nothing else looks like either."""

from math import floor

from locales.forms import percent

_LEAST = 0.1


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
