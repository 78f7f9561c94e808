"""A whole heading: the header cells above one column, joined, and what they mean."""

from collections.abc import Iterable
from dataclasses import dataclass

from program.vocabulary import Audience, Delivery, Kind

_BETWEEN = " – "


def joined(path: Iterable[str]) -> str:
    """Header cells, top to bottom, as the words of one heading."""
    return _BETWEEN.join(path)


def apart(text: str) -> list[str]:
    """The header cells of a heading's words, top to bottom."""
    return text.split(_BETWEEN)


@dataclass(frozen=True)
class Heading:
    """A whole heading, its header cells from top to bottom joined.

    `fields`: what the column can be, the likeliest first; empty where nothing is known. `period` and
    `unit` are the words that name them; `whole`: a sum over the periods or units beside it; `answered`: a
    person said what it means.
    """

    text: str
    fields: tuple[str, ...]
    audience: Audience | None = None
    kind: Kind | None = None
    period: str | None = None
    unit: str | None = None
    delivery: Delivery | None = None
    whole: bool = False
    answered: bool = False

    @property
    def lowest(self) -> str:
        """The words of the lowest header cell, right above the values."""
        return apart(self.text)[-1]
