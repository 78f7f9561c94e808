"""Memory that a large file needed goes back to the system; the allocator would keep it for another one."""

import ctypes
import gc

# Rows below which it is not worth the moment it takes.
_MANY = 10_000


def give_back(rows: int) -> None:
    """After work on a file of so many rows: return what is free, where the C library can (glibc)."""
    if rows < _MANY:
        return
    gc.collect()
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return  # another system
    trim(0)
