"""What a process keeps of the data is made anew within the transaction that changes the data, so that no
reader waits for it: who comes after the commit finds it ready."""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, select

from storage.schema import data_version
from storage.turns import others_wait

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
    """What to do after the commit of a transaction that began at a data version. Where others wait to write,
    nothing is made: it would be out of date at once, and they would wait for it, each for that of all before.
    The last one makes it; who looks in between makes it as after a write elsewhere."""
    maker = _MAKERS.get(engine)
    if maker is None or others_wait(engine) or version(connection) == before:
        return _nothing
    return maker(connection)


def _nothing() -> None:
    """No figures are kept, or they hold still."""
