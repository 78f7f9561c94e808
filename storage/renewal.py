"""What a process keeps of the data is made anew within the transaction that changes the data, so that no
reader waits for it: who comes after the commit finds it ready."""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, select

from storage.schema import data_version

# Makes the new from the data as it will be; gives what puts it in place once that is certain.
Maker = Callable[[Connection], Callable[[], None]]

_MAKERS: WeakKeyDictionary[Engine, Maker] = WeakKeyDictionary()


def keep_up(engine: Engine, maker: Maker) -> None:
    """From now on `maker` is called in every transaction of this process that moves the data version on. An
    error of it undoes the transaction."""
    _MAKERS[engine] = maker


def version(connection: Connection) -> int:
    """The data version; whoever else wants to write waits until this transaction ends."""
    return int(connection.scalars(select(data_version.c.version).with_for_update()).one())


def made(engine: Engine, connection: Connection, before: int) -> Callable[[], None]:
    """What to do after the commit of a transaction that began at a data version."""
    maker = _MAKERS.get(engine)
    if maker is None or version(connection) == before:
        return _nothing
    return maker(connection)


def _nothing() -> None:
    """No figures are kept, or they hold still."""
