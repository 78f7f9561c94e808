"""What the database itself cannot do at the moment, in words: it does not answer, its disk is full, …"""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from settings import journal


class Fault(StrEnum):
    """What is the matter with the store."""

    GONE = "gone"
    CLOSED = "closed"
    FULL = "full"
    BUSY = "busy"
    READ_ONLY = "read_only"
    DAMAGED = "damaged"


_WORDS = {
    Fault.GONE: "Kho số liệu chưa trả lời. Số liệu đã nhận vẫn còn nguyên. Xin chờ một phút rồi mở lại trang; "
    "nếu vẫn vậy, hãy báo người vận hành.",
    Fault.CLOSED: "Không mở được tệp của kho số liệu: ổ đĩa hoặc thư mục chứa tệp chỉ cho đọc, hoặc máy chủ chưa có "
    "quyền đọc và ghi tệp. Số liệu đã nhận vẫn còn nguyên. Hãy báo người vận hành kiểm tra ổ đĩa và quyền của tệp.",
    Fault.FULL: "Ổ đĩa của kho số liệu đã đầy hoặc không cho ghi thêm nên chưa ghi được gì; số liệu đã nhận "
    "vẫn còn nguyên. "
    "Hãy báo người vận hành giải phóng chỗ trống rồi làm lại.",
    Fault.BUSY: "Kho số liệu đang bận ghi việc khác nên chưa ghi được gì. Xin chờ một phút rồi làm lại.",
    Fault.READ_ONLY: "Kho số liệu chỉ cho xem, chưa ghi được gì. Hãy báo người vận hành kiểm tra quyền ghi.",
    Fault.DAMAGED: "Kho số liệu không đọc được. Hãy báo người vận hành kiểm tra ổ đĩa "
    "và phục hồi từ bản sao lưu gần nhất.",
}
_SQLITE = {
    sqlite3.SQLITE_FULL: Fault.FULL,
    # A quota that is used up, a file that may not grow; no room for the small file that readers share.
    sqlite3.SQLITE_IOERR_WRITE: Fault.FULL,
    sqlite3.SQLITE_IOERR_SHMSIZE: Fault.FULL,
    sqlite3.SQLITE_IOERR_SHMMAP: Fault.FULL,
    sqlite3.SQLITE_IOERR_FSYNC: Fault.FULL,
    sqlite3.SQLITE_IOERR_TRUNCATE: Fault.FULL,
    sqlite3.SQLITE_BUSY: Fault.BUSY,
    sqlite3.SQLITE_LOCKED: Fault.BUSY,
    sqlite3.SQLITE_READONLY: Fault.READ_ONLY,
    # Not even looked at: beside the file nothing can be made, so it is read by nobody.
    sqlite3.SQLITE_READONLY_DIRECTORY: Fault.CLOSED,
    sqlite3.SQLITE_READONLY_CANTINIT: Fault.CLOSED,
    sqlite3.SQLITE_READONLY_RECOVERY: Fault.CLOSED,
    sqlite3.SQLITE_PERM: Fault.CLOSED,
    sqlite3.SQLITE_CANTOPEN: Fault.CLOSED,
    sqlite3.SQLITE_IOERR: Fault.DAMAGED,
    sqlite3.SQLITE_CORRUPT: Fault.DAMAGED,
    sqlite3.SQLITE_NOTADB: Fault.DAMAGED,
}
# By the beginning of the SQLSTATE, the longest first (PostgreSQL, appendix A: error codes).
_POSTGRES = {
    "53100": Fault.FULL,
    "25006": Fault.READ_ONLY,
    # The role of DATABASE_URL lacks a right.
    "42501": Fault.READ_ONLY,
    "57P": Fault.GONE,
    "55P03": Fault.BUSY,
    "40": Fault.BUSY,
    "53": Fault.BUSY,
    "08": Fault.GONE,
    "XX": Fault.DAMAGED,
}


# In which nothing can be read either, so that its return is worth a line.
_AWAY = frozenset({Fault.GONE, Fault.CLOSED})


class StoreFault(Exception):
    """The database cannot do its work; nothing was written. `str()` is a Vietnamese sentence."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(_WORDS[fault])
        self.fault = fault


@contextmanager
def told() -> Iterator[None]:
    """What the database raises within becomes StoreFault where it is no fault of the statement. Whoever
    runs the server is told when the store goes and when it is back."""
    try:
        yield
    except (DBAPIError, PoolTimeout) as error:
        found = fault_of(error)
        if found is None:
            raise
        _State.note(found, error)
        raise StoreFault(found) from error
    _State.fine()


def fault_of(error: DBAPIError | PoolTimeout) -> Fault | None:
    """What the matter is, or None where the statement itself was refused."""
    if isinstance(error, PoolTimeout):
        return Fault.BUSY
    if isinstance(error.orig, sqlite3.Error):
        # The lower byte is the kind, the upper ones say more of it; none: raised by the driver itself.
        code = getattr(error.orig, "sqlite_errorcode", None)
        return None if code is None else _SQLITE.get(code, _SQLITE.get(code & 0xFF))
    state = getattr(error.orig, "sqlstate", None)
    if state is None:
        return Fault.GONE if error.connection_invalidated or _unreached(error) else None
    return next((fault for begin, fault in _POSTGRES.items() if state.startswith(begin)), None)


def _unreached(error: DBAPIError) -> bool:
    """A PostgreSQL that cannot be connected to has no code: the driver says OperationalError."""
    return type(error.orig).__name__ in ("OperationalError", "ConnectionTimeout")


class _State:
    """Whether the last transaction found the store gone, so that its return is told once."""

    away = False

    @classmethod
    def note(cls, found: Fault, error: Exception) -> None:
        if found not in _AWAY or not cls.away:
            journal.note(
                f"store_{found}", logging.ERROR, kind=journal.kind(error), place=journal.place(error)
            )
        cls.away = cls.away or found in _AWAY

    @classmethod
    def fine(cls) -> None:
        if cls.away:
            cls.away = False
            journal.note("store_back")
