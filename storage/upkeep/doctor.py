"""What is wrong with the store of an installation, each with what to do. Changes nothing."""

import errno
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

import settings
from access import Role
from program import clock
from settings import Access
from storage import demo, revisions, schema
from storage.database import reading, rehearsing
from storage.faults import Fault, StoreFault
from storage.upkeep import runs
from storage.upkeep.backed_up import of_backup
from storage.upkeep.findings import Finding, writable
from storage.upkeep.soundness import unsound

# The oldest PostgreSQL that its makers still mend (postgresql.org, versioning policy, November 2026).
_OLDEST_POSTGRES = 14
_CLOCK = timedelta(seconds=60)


def of_store(engine: Engine, current: settings.Settings) -> list[Finding]:
    """Everything about the database; what needs a sound schema is only looked at where there is one."""
    place = file(engine)
    if place is not None and not place.exists():
        return [_absent()]
    if place is not None and (closed := _not_opened(place)):
        return [closed]
    try:
        found = list(_of_server(engine))
        with reading(engine) as connection:
            standing = revisions.standing(connection)
        if standing != revisions.Standing.CURRENT:
            return [*found, _SCHEMA[standing]]
        return [*found, *_of_writing(engine, place), *_of_content(engine, current)]
    except StoreFault as trouble:
        return [Finding(f"store_{trouble.fault}", _first_sentence(trouble), _REMEDY[trouble.fault])]


_REMEDY = {
    Fault.GONE: "Kiểm tra DATABASE_URL, máy chủ PostgreSQL (systemctl status postgresql; ổ đĩa của nó đầy thì nó dừng: "
    "df -h) và đường mạng tới nó.",
    Fault.CLOSED: "Gắn lại ổ đĩa để ghi được (mount -o remount,rw …; xem dmesg nếu hệ thống tự chuyển sang chỉ đọc), "
    "hoặc giao thư mục và tệp của kho cho tài khoản của dịch vụ (chown dashboard:).",
    Fault.FULL: "Giải phóng chỗ trống trên ổ đĩa của kho (df -h) rồi mở lại trang.",
    Fault.BUSY: "Chờ việc đang ghi xong rồi kiểm tra lại.",
    Fault.READ_ONLY: "Cho tài khoản chạy chương trình quyền ghi vào kho.",
    Fault.DAMAGED: "Kiểm tra ổ đĩa; nếu tệp hỏng thì phục hồi bản sao lưu gần nhất vào một kho mới.",
}


def _first_sentence(trouble: Exception) -> str:
    return str(trouble).partition(". ")[0].removesuffix(".") + "."


def folder(engine: Engine) -> Path | None:
    """The folder of an embedded database; None where a server has the store."""
    place = file(engine)
    return None if place is None else place.absolute().parent


def serving_since(engine: Engine) -> list[datetime]:
    """When each process began that serves on this machine; none where the store does not say."""
    if (place := file(engine)) is not None and not place.exists():
        return []
    try:
        return runs.serving_since(engine)
    except (StoreFault, SQLAlchemyError):
        return []


def file(engine: Engine) -> Path | None:
    """The file of an embedded database."""
    return Path(engine.url.database or "") if engine.dialect.name == "sqlite" else None


def _absent() -> Finding:
    return Finding(
        "store_absent", "Chưa có kho số liệu.", "Chạy python -m storage migrate, hoặc phục hồi bản sao lưu."
    )


_SCHEMA = {
    revisions.Standing.ABSENT: _absent(),
    revisions.Standing.OLD: Finding(
        "schema_old",
        "Cấu trúc kho cũ hơn chương trình.",
        "Sao lưu kho (python -m storage backup), rồi chạy python -m storage migrate.",
    ),
    revisions.Standing.NEWER: Finding(
        "schema_newer",
        "Kho do một bản mới hơn của chương trình tạo ra.",
        "Cài bản chương trình mới, hoặc phục hồi bản sao lưu có trước khi nâng cấp vào một kho mới.",
    ),
}


def _of_server(engine: Engine) -> Iterator[Finding]:
    """The version, letters and clock of a PostgreSQL server."""
    if engine.dialect.name != "postgresql":
        return
    with reading(engine) as connection:
        version = int(connection.scalar(text("SHOW server_version_num")) or 0) // 10_000
        letters = str(connection.scalar(text("SHOW server_encoding")))
        moment = connection.scalar(select(func.clock_timestamp()))
    if version < _OLDEST_POSTGRES:
        yield Finding(
            "postgres_old",
            f"PostgreSQL {version} không còn được sửa lỗi.",
            f"Nâng cấp lên PostgreSQL {_OLDEST_POSTGRES} trở lên.",
        )
    if letters != "UTF8":
        yield Finding(
            "postgres_letters",
            f"Cơ sở dữ liệu dùng bảng mã {letters}, không giữ được chữ Việt.",
            "Tạo cơ sở dữ liệu mới với ENCODING 'UTF8' rồi phục hồi bản sao lưu vào đó.",
        )
    if isinstance(moment, datetime) and abs(moment - datetime.now(UTC)) > _CLOCK:
        yield Finding(
            "clocks_differ",
            "Đồng hồ của máy này và của PostgreSQL lệch nhau hơn một phút.",
            "Bật đồng bộ giờ (timedatectl set-ntp true) trên cả hai máy.",
        )


def _of_writing(engine: Engine, place: Path | None) -> Iterator[Finding]:
    """Whether a transaction could write, tried and undone."""
    refused = Finding(
        "not_writable",
        "Tài khoản chạy chương trình không ghi được vào kho.",
        "Cho tài khoản đó quyền ghi vào tệp và thư mục của kho (SQLite) hoặc vào các bảng (PostgreSQL).",
    )
    if place is not None and not writable(place.absolute().parent):
        yield refused
        return
    try:
        with rehearsing(engine) as connection:
            table = schema.last_look
            values = {"seen_at": datetime.now(UTC), "data_version": 0, "figures": {}}
            connection.execute(table.insert().values(actor_id="doctor", **values))
    except StoreFault as trouble:
        if trouble.fault == Fault.BUSY:
            yield Finding("store_busy", _first_sentence(trouble), _REMEDY[Fault.BUSY])
        else:
            yield refused
    except (DBAPIError, SQLAlchemyError):
        yield refused


def _not_opened(place: Path) -> Finding | None:
    """A file of an embedded store that belongs to somebody else, as after a command run as root, or a disk that
    became read-only."""
    for one in (place, *(place.with_name(place.name + end) for end in ("-wal", "-shm"))):
        trouble = _trouble_of_opening(one) if one.exists() else None
        if trouble is not None and trouble.errno == errno.EROFS:
            return Finding("disk_read_only", f"Ổ đĩa chứa {one} chỉ cho đọc.", _REMEDY[Fault.CLOSED])
        if trouble is not None:
            return Finding(
                "not_writable",
                f"Tài khoản chạy chương trình không mở được {one} để đọc và ghi.",
                f"Giao lại tệp cho tài khoản của dịch vụ (chown dashboard: {place}*), và chạy các lệnh qua "
                "lệnh dashboard, không bằng root.",
            )
    return None


def _trouble_of_opening(place: Path) -> OSError | None:
    """Asked without opening: whoever closes a file of an embedded store takes all locks of its own process on it away,
    and where that process serves, the next command that ends removes the log of writing (WAL) that it goes on writing
    to (sqlite.org, How To Corrupt, 2.2)."""
    if os.access(place, os.R_OK | os.W_OK):
        return None
    read_only = sys.platform != "win32" and os.statvfs(place).f_flag & os.ST_RDONLY
    code = errno.EROFS if read_only else errno.EACCES
    return OSError(code, os.strerror(code))


def _of_content(engine: Engine, current: settings.Settings) -> Iterator[Finding]:
    if current.access != Access.LOCAL:
        with reading(engine) as connection:
            if not _administered(connection):
                yield Finding(
                    "no_administrator",
                    "Chưa có tài khoản nào giữ vai trò quản trị còn hiệu lực.",
                    "Giao vai trò bằng lệnh python -m access users (xem --help).",
                )
            yield from of_backup(connection)
        if demo.present(engine):
            yield Finding(
                "demo_present",
                "Kho của máy chủ đang có dữ liệu minh họa.",
                "Người quản trị gỡ dữ liệu minh họa trên trang Về dữ liệu.",
            )
    with reading(engine) as connection:
        if not _log_guarded(connection):
            yield Finding(
                "log_unguarded",
                "Nhật ký không còn được kho bảo vệ: người có quyền vào kho có thể đã sửa hoặc xóa mục.",
                "Đối chiếu nhật ký với bản sao lưu trước đó, rồi sao lưu và phục hồi vào một kho mới để có lại lớp bảo vệ.",
            )
    late = runs.behind(engine)
    if late is not None:
        yield Finding(
            "clock_behind",
            f"Đồng hồ của máy chậm hơn mục mới nhất trong nhật ký {round(late.total_seconds() / 60)} phút.",
            "Bật đồng bộ giờ (timedatectl set-ntp true) rồi khởi động lại trang.",
        )
    broken = runs.unfinished(engine)
    if broken:
        yield Finding(
            "run_unfinished",
            f"Trang đã dừng đột ngột {len(broken)} lần kể từ lần mở gần nhất.",
            "Mở lại trang và xem nhật ký của máy chủ; số liệu đã nhận vẫn còn nguyên.",
        )
    for sentence in unsound(engine):
        yield Finding(
            "store_unsound",
            sentence,
            "Giữ nguyên kho, sao lưu lại rồi báo cho nhóm phát triển cùng bản sao lưu.",
        )


def _log_guarded(connection: Connection) -> bool:
    """Whether the triggers that refuse changes of the log are there and switched on."""
    kind = connection.dialect.name
    asked = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'event'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = 'event'::regclass AND tgenabled <> 'D'",
    }
    return schema.LOG_TRIGGERS[kind] <= set(connection.scalars(text(asked[kind])))


def _administered(connection: Connection) -> bool:
    grant, day = schema.role_grant.c, clock.today()
    query = select(grant.id).where(
        grant.role == Role.ADMINISTRATOR,
        grant.ended_at.is_(None),
        grant.valid_from <= day,
        grant.valid_to.is_(None) | (grant.valid_to >= day),
    )
    return connection.execute(query.limit(1)).first() is not None
