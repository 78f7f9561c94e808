"""Whether the rows of the store agree with each other: what every transaction leaves true."""

from collections import Counter
from hashlib import sha256

from sqlalchemy import Connection, Engine, func, select

from storage.database import reading
from storage.schema import RECORD_TABLES, data_version, edition_file, submission


def unsound(engine: Engine) -> list[str]:
    """What does not agree, in Vietnamese sentences; empty where nothing was lost, doubled or half stored."""
    with reading(engine) as connection:
        return [
            *_version(connection), *_claimed(connection), *_held(connection), *_issued(connection),
        ]  # fmt: skip


def _version(connection: Connection) -> list[str]:
    count = connection.scalar(select(func.count()).select_from(data_version))
    return [] if count == 1 else [f"Bảng data_version có {count} dòng, cần đúng một dòng."]


def _claimed(connection: Connection) -> list[str]:
    """A submission that counted has all the rows that it says; one that never counted has none."""
    stored: Counter[int] = Counter()
    for table in RECORD_TABLES:
        query = select(table.c.submission_id, func.count()).group_by(table.c.submission_id)
        stored.update(dict(map(tuple, connection.execute(query))))
    wrong = []
    for number, state, counts in connection.execute(
        select(submission.c.id, submission.c.state, submission.c.counts)
    ):
        claimed = sum(counts.values())
        # One that was withdrawn had been accepted, or only checked.
        right = {"checked": (0,), "withdrawn": (0, claimed)}.get(state, (claimed,))
        if stored[number] not in right:
            wrong.append(f"Lần nộp số {number} có {stored[number]} dòng, cần {claimed} dòng.")
    return wrong


def _held(connection: Connection) -> list[str]:
    """Of a key at most one row is held, of an accepted submission; a row counts when it is held and not
    set aside."""
    wrong = []
    for table in RECORD_TABLES:
        twice = select(table.c.natural_key).where(table.c.held).group_by(table.c.natural_key)
        if connection.execute(twice.having(func.count() > 1).limit(1)).first():
            wrong.append(f"Bảng {table.name} có dòng được giữ hai lần.")
        joined = select(table.c.id).join(submission, submission.c.id == table.c.submission_id)
        if connection.execute(joined.where(table.c.held, submission.c.state != "accepted").limit(1)).first():
            wrong.append(f"Bảng {table.name} giữ dòng của một lần nộp không còn được tính.")
        counts = table.c.held & table.c.set_aside.is_(None)
        if connection.execute(select(table.c.id).where(table.c.active != counts).limit(1)).first():
            wrong.append(f"Bảng {table.name} có dòng tính sai trạng thái.")
    return wrong


def _issued(connection: Connection) -> list[str]:
    """The files of issued reports are those that were issued, byte for byte."""
    table = edition_file.c
    query = select(table.edition_id, table.kind, table.fingerprint, table.data).order_by(
        table.edition_id, table.kind
    )
    files = connection.execute(query.execution_options(yield_per=1))
    return [
        f"Tệp {kind} của bản phát hành số {number} không còn như lúc phát hành."
        for number, kind, fingerprint, data in files
        if sha256(data).hexdigest() != fingerprint
    ]
