"""Whether this process was started by `asgi.py`, so that the layers of this room stand before the pages."""

from threading import Event

_SERVED = Event()


def serve() -> None:
    """Mark the process. Only `asgi.py` calls this, once its layers are in place."""
    _SERVED.set()


def served() -> bool:
    """Whether the layers stand before the pages. Without them no header of a request may be believed."""
    return _SERVED.is_set()
