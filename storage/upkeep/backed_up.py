"""When the store was last backed up, and that it was too long ago."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, func, select

from program import clock
from program.text import written_day
from storage.journal import log
from storage.schema import event, submission
from storage.upkeep.findings import Finding

# The shipped timer makes one every night; a week without one is no night that failed.
LONGEST = timedelta(days=7)


def last(connection: Connection) -> datetime | None:
    """When the log was last told of a backup."""
    return connection.scalar(select(func.max(event.c.at)).where(event.c.action == log.BACKED_UP))


def of_backup(connection: Connection) -> Iterator[Finding]:
    """Files that were handed in long ago and no backup since, or a last backup that is old."""
    made, now = last(connection), datetime.now(UTC)
    oldest = made or connection.scalar(select(func.min(submission.c.uploaded_at)))
    if oldest is None or now - oldest <= LONGEST:
        return
    on = clock.day_of(oldest)
    told = "chưa có bản sao lưu nào" if made is None else f"bản gần nhất ngày {written_day(on)}"
    yield Finding(
        "backup_old",
        f"Kho chưa được sao lưu trong {LONGEST.days} ngày qua: {told}.",
        "Xem việc sao lưu hằng đêm có chạy không (systemctl list-timers; journalctl -u dashboard-backup), hoặc sao lưu ngay "
        "bằng lệnh python -m storage backup.",
    )
