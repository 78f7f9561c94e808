"""Percentiles, and whether the machine was quiet enough to trust a time."""

import os
import statistics
from collections.abc import Sequence

# Processes that are ready to run, for each core.
_QUIET_LOAD = 1.0


def percentile(times: Sequence[float], share: float) -> float:
    """The value that `share` of the times do not exceed, interpolated."""
    return statistics.quantiles(times, n=100, method="inclusive")[round(share * 100) - 1]


def warn_if_busy() -> None:
    """Say so where others kept the machine busy."""
    busy = os.getloadavg()[0] / (os.cpu_count() or 1)
    if busy > _QUIET_LOAD:
        print(f"\nThe machine was busy ({busy:.1f} waiting for each core): times are too long, ratios hold.")
