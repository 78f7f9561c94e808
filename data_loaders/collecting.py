"""Python's search for reference cycles, put off while a file is checked."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Without the search for reference cycles, of which a check makes none: over the many cells of a long
    table it costs a quarter of the time."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()
