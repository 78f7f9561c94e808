"""The views that a command asks for."""

from collections.abc import Mapping, Sequence
from itertools import product

from program.filters import Filters, address, parse_filters

# The filters that may name several codes: given again, or with commas between.
SEVERAL = ("period", "unit", "kind", "audience", "delivery")


def views(asked: Mapping[str, str | Sequence[str] | None]) -> tuple[Filters, ...]:
    """One view for each combination of what the filters name, in the order in which it is named; whatever is not
    named means all. Raises FilterError with a sentence that names the wrong part."""
    values = [_codes(given) if name in SEVERAL else [str(given or "")] for name, given in asked.items()]
    return tuple(
        dict.fromkeys(
            parse_filters(dict(zip(asked, combination, strict=True))) for combination in product(*values)
        )
    )


def _codes(given: str | Sequence[str] | None) -> list[str]:
    words = [given] if isinstance(given, str) else given or []
    return [code for word in words for part in word.split(",") if (code := part.strip())] or [""]


def named(asked: Sequence[Filters]) -> dict[str, str | list[str]]:
    """The filters of all views as the log keeps them: a word, or the list of several."""
    found: dict[str, list[str]] = {}
    for view in asked:
        for name, word in address(view).items():
            found.setdefault(name, []).append(word)
    distinct = {name: list(dict.fromkeys(words)) for name, words in found.items()}
    return {name: words[0] if len(words) == 1 else words for name, words in distinct.items()}
