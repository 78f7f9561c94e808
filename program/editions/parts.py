"""The difference of a figure as a sum: what each cause did to it, and what is left over."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from program import units
from program.editions.causes import Cause, Key, Why
from program.filters import CITY

# Shares have decimals; what is smaller than this is no difference.
_DIGITS = 4
# What is asked for moves nothing that was done.
_OF_TARGETS = (Why.TARGET, Why.DECREE)


@dataclass(frozen=True)
class Part:
    """What some causes did to a figure: one cause where its rows were counted, several where only their common effect
    is known, none where nothing explains it."""

    amount: float
    causes: tuple[Cause, ...]


def difference(old: float | None, new: float | None) -> float:
    """By how much a figure is higher; what was not known counts as nothing."""
    return round((new or 0) - (old or 0), _DIGITS)


def parts(key: Key, whole: float, found: Sequence[Cause], every: Iterable[Cause]) -> tuple[Part, ...]:
    """The parts of a difference, in the order of their entries; they add up to `whole`. `found` are the causes that may
    have moved the figure, `every` all there are: whose rows were counted has its own amount, and what is left over is
    what the others did together."""
    if not whole:
        return ()
    made = [Part(amount, (cause,)) for cause in every if (amount := moved(cause, key))]
    rest = round(whole - sum(part.amount for part in made), _DIGITS)
    if rest:
        told = {cause for part in made for cause in part.causes}
        others = (cause for cause in found if cause not in told and cause.why not in _OF_TARGETS)
        made.append(Part(rest, tuple(others)))
    return tuple(made)


def moved(cause: Cause, key: Key) -> int:
    """What a cause did to a count of a unit, or of the city's units together."""
    measure, kind, audience, unit = key
    if unit != CITY:
        return cause.moved.get(key, 0)
    return sum(
        number
        for (m, k, a, u), number in cause.moved.items()
        if (m, k, a) == (measure, kind, audience) and units.in_city(u)
    )


def of_units(whole: float, own: Iterable[Sequence[Part]]) -> tuple[Part, ...] | None:
    """The parts of the city's difference from those of its units; None where they do not add up to it, as with shares."""
    amounts: dict[tuple[Cause, ...], float] = {}
    for some in own:
        for part in some:
            amounts[part.causes] = round(amounts.get(part.causes, 0) + part.amount, _DIGITS)
    if not whole or round(sum(amounts.values()), _DIGITS) != whole:
        return None
    return tuple(Part(amount, causes) for causes, amount in amounts.items() if amount)


def by_why(some: Iterable[Part]) -> Mapping[tuple[Why, ...], float]:
    """The parts together by the kinds of their causes; () where the cause is not known."""
    found: dict[tuple[Why, ...], float] = {}
    for part in some:
        kinds = tuple(dict.fromkeys(cause.why for cause in part.causes))
        found[kinds] = round(found.get(kinds, 0) + part.amount, _DIGITS)
    return {kinds: amount for kinds, amount in found.items() if amount}
