"""Memory that a large file needed goes back to the system; the allocator would keep it for another one."""

import ctypes
import gc

# Rows below which it is not worth the moment it takes.
_MANY = 10_000


def give_back(rows: int) -> None:
    """After work on a file of so many rows: let go of what nothing refers to, and `trim`."""
    if rows >= _MANY:
        gc.collect()
        trim(rows)


def trim(rows: int) -> None:
    """Between two steps of such work: return what is free, where the C library can (glibc), so that the next
    step does not come on top of it."""
    if rows < _MANY:
        return
    try:
        trimming = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return  # another system
    trimming(0)
