"""What a process of this machine has used, read from Linux's /proc."""

import os
from pathlib import Path


def cpu_seconds(pid: int) -> float:
    """User and system time of a process with all its threads, in seconds."""
    # The name of the program may hold blanks, so count from the bracket after it.
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mb(pid: int) -> float:
    """Resident memory of a process in MB (10^6 bytes)."""
    return _status_mb(pid, "VmRSS:")


def peak_mb(pid: int) -> float:
    """The most resident memory that a process had since its program began, in MB. (`ru_maxrss` would count
    what the process that started it held.)"""
    return _status_mb(pid, "VmHWM:")


def _status_mb(pid: int, name: str) -> float:
    for line in Path(f"/proc/{pid}/status").read_text("ascii").splitlines():
        if line.startswith(name):
            return int(line.split()[1]) * 1024 / 1e6
    raise RuntimeError(f"process {pid} names no memory")
