"""Numbers and dates as an office writes them: 1.234,5 · 12,3 % · 30-6-2024; English: 1,234.5 · 12.3% · 30 Jun 2024."""

from collections.abc import Sequence
from datetime import date

from locales.messages import language, t

NO_BREAK_SPACE = "\u00a0"
NO_BREAK_HYPHEN = "\u2011"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SWAP = str.maketrans(",.", ".,")


def number(value: float, digits: int = 0) -> str:
    """1234.5 → 1.234,5 (with `digits` decimals)."""
    text = f"{value:,.{digits}f}"
    return text if language() == "en" else text.translate(_SWAP)


def tenth(value: float | None) -> float | None:
    """A figure to the one decimal that is shown, whole where it is: rounded once, wherever it stands."""
    if value is None:
        return None
    return int(value) if float(value).is_integer() else round(value, 1)


def percent(share: float, digits: int = 0) -> str:
    """0.123 → 12,3 % with a blank that does not break."""
    return (
        f"{number(share * 100, digits)}%"
        if language() == "en"
        else f"{number(share * 100, digits)}{NO_BREAK_SPACE}%"
    )


def day(value: date) -> str:
    """30-6-2024 with hyphens that do not break."""
    if language() == "en":
        return f"{value.day}{NO_BREAK_SPACE}{_MONTHS[value.month - 1]}{NO_BREAK_SPACE}{value.year}"
    return f"{value.day}{NO_BREAK_HYPHEN}{value.month}{NO_BREAK_HYPHEN}{value.year}"


def month(value: date) -> str:
    """6/2024."""
    return f"{value.month}/{value.year}"


def listed(names: Sequence[str], limit: int = 3, more: str = " và {n} nữa") -> str:
    """a, b và c; what is over the limit is counted, by `more` with the noun of what the names are."""
    if len(names) > limit:
        return ", ".join(names[:limit]) + t(more, n=number(len(names) - limit))
    return "".join(names) if len(names) < 2 else ", ".join(names[:-1]) + t(" và ") + names[-1]
