"""On which days the invented activities fall: high in May–July and October, low at Tết."""

import random
from bisect import bisect_left
from collections.abc import Callable
from datetime import date, timedelta
from itertools import accumulate

# Weights by civil month. Schools are closed from June to August.
COMMUNITY = (0.7, 0.35, 0.9, 1.0, 1.5, 1.7, 1.4, 0.8, 0.9, 1.5, 1.1, 0.8)
SCHOOL = (0.8, 0.4, 1.2, 1.1, 1.2, 0.0, 0.0, 0.0, 1.5, 1.7, 1.3, 1.0)
SUMMER = (0.4, 0.3, 0.6, 0.8, 1.4, 2.2, 2.0, 1.2, 0.6, 0.9, 0.7, 0.5)

# The week before and after the first day of Tết.
_TET = tuple(
    (day - timedelta(days=6), day + timedelta(days=8))
    for day in (date(2022, 2, 1), date(2023, 1, 22), date(2024, 2, 10), date(2025, 1, 29))
)
_HOLIDAYS = frozenset({(1, 1), (4, 30), (5, 1), (9, 1), (9, 2)})
# Đà Nẵng under distancing: few activities, online ones.
DISTANCING = (date(2021, 7, 10), date(2021, 10, 5))


def distancing(day: date) -> bool:
    """Whether the day lies in the weeks of distancing of 2021."""
    return DISTANCING[0] <= day <= DISTANCING[1]


def _weight(day: date, months: tuple[float, ...], weekdays_only: bool) -> float:
    if any(start <= day <= end for start, end in _TET):
        return 0.0
    if (day.month, day.day) in _HOLIDAYS:
        return 0.0
    if weekdays_only and day.weekday() > 4:
        return 0.0
    weekend = 0.5 if day.weekday() == 6 else 1.0
    return months[day.month - 1] * weekend * (0.1 if distancing(day) else 1.0)


def spread(
    chance: random.Random,
    start: date,
    end: date,
    wanted: float,
    months: tuple[float, ...],
    share: Callable[[date], float],
    weekdays_only: bool = False,
) -> list[date]:
    """Days for `wanted` activities between start and end, spread by the months' weights; of those
    around a day the part `share(day)` is kept, evenly rather than by luck."""
    days = [start + timedelta(days=i) for i in range((end - start).days + 1)]
    running = list(accumulate(_weight(day, months, weekdays_only) for day in days))
    drawn = round(2 * wanted)
    found = []
    kept = chance.random() * 0.5
    for i in range(drawn):
        day = days[bisect_left(running, (i + chance.random()) / drawn * running[-1])]
        kept += share(day) / 2
        if kept >= 1:
            kept -= 1
            found.append(day)
    return found
