"""Attendances for each 100 children: how intense the work is, never how many children it reached.

One child at three sessions is three attendances, so the figure may pass 100 and is no coverage.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from program.filters import CITY, Filters
from program.measures.analysis import Analysis, last_day
from program.measures.sums import known, reported, sums
from program.per_children.children import Denominator, children
from program.vocabulary import Audience, Kind


@dataclass(frozen=True)
class Intensity:
    """Attendances of one kind and audience (None: all) in a view, and for each 100 children; the latter
    None where either is unknown."""

    unit: str
    attendances: int | None
    children: Denominator | None

    @property
    def per_hundred(self) -> float | None:
        if self.attendances is None or self.children is None:
            return None
        return 100 * self.attendances / self.children.value


def intensity(analysis: Analysis, kind: Kind, audience: Audience | None, filters: Filters) -> Intensity:
    """The attendances of a view against the children of its unit on its last day."""
    seats = (
        known(sums(analysis, filters), "attendances", kind, audience) if reported(analysis, filters) else None
    )
    return Intensity(filters.unit, seats, children(analysis.children, filters.unit, last_day(filters)))


@dataclass(frozen=True)
class Ranking:
    """Units by attendances for each 100 children, the most first (`ranked`); those that reported nothing or
    not how many came (`silent`), and those whose children nobody has given (`without`), each in the order
    of the question. `city` is the old territory, for comparison."""

    ranked: tuple[Intensity, ...]
    silent: tuple[Intensity, ...]
    without: tuple[Intensity, ...]
    city: Intensity


def ranking(
    analysis: Analysis, kind: Kind, audience: Audience | None, filters: Filters, codes: Iterable[str]
) -> Ranking:
    """The units `codes` in a view. A silent unit is never ranked as zero."""
    found = [intensity(analysis, kind, audience, filters.only(unit=code)) for code in codes]
    told = [i for i in found if i.attendances is not None]
    return Ranking(
        tuple(sorted((i for i in told if i.children), key=lambda i: -(i.per_hundred or 0))),
        tuple(i for i in found if i.attendances is None),
        tuple(i for i in told if not i.children),
        intensity(analysis, kind, audience, filters.only(unit=CITY)),
    )
