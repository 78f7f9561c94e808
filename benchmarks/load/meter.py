"""What servers use while people are at work."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.process import cpu_seconds, resident_mb


@dataclass(frozen=True)
class Reading:
    """The meter at one moment: CPU seconds and resident MB of all servers together."""

    at: float
    cpu: float
    memory: float


def read(pids: Sequence[int]) -> Reading:
    """The meter of some servers now."""
    return Reading(time.monotonic(), sum(map(cpu_seconds, pids)), sum(map(resident_mb, pids)))


@dataclass(frozen=True)
class Used:
    """What lies between two readings."""

    begin: Reading
    end: Reading

    def cpu_ms(self, changes: int) -> float:
        """CPU milliseconds for each change."""
        return (self.end.cpu - self.begin.cpu) / changes * 1000

    def cores(self) -> float:
        """How many cores were kept busy."""
        return (self.end.cpu - self.begin.cpu) / (self.end.at - self.begin.at)

    def growth(self) -> float:
        """MB more than at the beginning."""
        return self.end.memory - self.begin.memory
