"""Statements compiled once for all databases of a test process."""

from typing import Any

from sqlalchemy.util import LRUCache

_MANY = 3000


class Compiled:
    """What SQLAlchemy keeps of the statements it has compiled (its execution option `compiled_cache`), shared by
    engines: those of one kind of database compile alike, while its own keys tell each engine's dialect apart."""

    def __init__(self) -> None:
        self._held: LRUCache[Any, Any] = LRUCache(_MANY)

    def get(self, key: tuple[Any, ...]) -> Any:
        return self._held.get(_shared(key))

    def __setitem__(self, key: tuple[Any, ...], compiled: Any) -> None:
        self._held[_shared(key)] = compiled


def _shared(key: tuple[Any, ...]) -> tuple[Any, ...]:
    dialect, *statement = key
    return (type(dialect), *statement)
