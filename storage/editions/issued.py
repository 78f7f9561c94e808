"""Issued reports: issued with their files, taken back with a reason, brought back; read again to the byte."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, insert, select, update

from access import Actor, Right, require
from program import units
from program.editions.issued import KINDS, Asked, Edition, File, Kept, TakenBack, Text, pack, unpack
from program.filters import CITY, address
from program.text import clean
from storage.access.guard import allow
from storage.database import reading, writing
from storage.intake import ledger
from storage.journal import log
from storage.refusals import Refused
from storage.schema import edition, edition_file, event

_LISTED = tuple(
    edition.c[name]
    for name in (
        "id", "name", "document", "unit", "period", "calendar", "as_of", "view", "data_version", "last_event", "demo",
        "content", "issued_by", "issued_at", "withdrawn_by", "withdrawn_at", "withdrawn_why",
    )
)  # fmt: skip


class Damaged(Exception):
    """The bytes of a file are not those that were issued; the message is a Vietnamese sentence."""


def issue(engine: Engine, actor: Actor, asked: Asked) -> Edition:
    """Keep a report with its files as they are now. Refused without a name, and where the data changed after
    the draft was made: the files would not be what the store says. Raises Refused, Denied."""
    require(actor, Right.ISSUE, [_reach(asked.view.unit)])
    name, document = clean(asked.name), clean(asked.document)
    if not name:
        raise Refused("Hãy ghi tên của bản phát hành, ví dụ “Báo cáo năm 2023, lần 1”.")
    if set(asked.files) != set(KINDS):
        raise ValueError("an edition has all of its files")
    with writing(engine) as connection:
        allow(connection, actor, Right.ISSUE, [_reach(asked.view.unit)])
        if ledger.version(connection) != asked.data_version:
            raise Refused(
                "Số liệu vừa thay đổi trong lúc phát hành. Hãy xem lại bản thảo rồi phát hành lại; chưa có gì được ghi."
            )
        values = {
            "name": name, "document": document or None, "unit": asked.view.unit, "period": asked.view.period.code,
            "calendar": asked.view.calendar.value, "as_of": asked.as_of, "view": address(asked.view),
            "data_version": asked.data_version, "last_event": _newest_event(connection), "demo": asked.demo,
            "content": asked.content, "texts": [asdict(part) for part in asked.texts],
            "settings": dict(asked.settings), "figures": pack(asked.figures), "actor_id": actor.id,
            "issued_by": actor.name, "issued_at": datetime.now(UTC),
        }  # fmt: skip
        number = int(connection.scalars(insert(edition).values(values).returning(edition.c.id)).one())
        for kind, data in asked.files.items():
            file = {"edition_id": number, "kind": kind, "fingerprint": sha256(data).hexdigest(), "data": data}
            connection.execute(insert(edition_file).values(file))
        issued = _listed(connection, [number])[0]
        log.record(
            connection, actor, log.EDITION_ISSUED, detail={"data_version": asked.data_version},
            subject=f"edition:{number}", after=_told(issued),
        )  # fmt: skip
        return issued


def note_document(engine: Engine, actor: Actor, number: int, document: str, seen: str | None) -> None:
    """Note the number and day that a report got on paper after it was issued; empty: none. `seen` is what the
    person saw there. The files stay as they are. Raises Refused, Denied."""
    require(actor, Right.ISSUE)
    said = clean(document) or None
    with writing(engine) as connection:
        allow(connection, actor, Right.ISSUE, _whose(connection, number))
        found = _required(connection, number)
        if found.document != seen:
            raise Refused("Số văn bản vừa được người khác ghi. Hãy tải lại trang, xem lại rồi ghi lại.")
        if said == found.document:
            return
        connection.execute(update(edition).where(edition.c.id == number).values(document=said))
        log.record(
            connection, actor, log.EDITION_NUMBERED, subject=f"edition:{number}",
            before={"document": found.document}, after={"document": said},
        )  # fmt: skip


def take_back(engine: Engine, actor: Actor, number: int, why: str) -> None:
    """An edition does not hold any more; it stays readable, with the reason. Raises Refused, Denied."""
    require(actor, Right.ISSUE)
    why = clean(why)
    with writing(engine) as connection:
        allow(connection, actor, Right.ISSUE, _whose(connection, number))
        found = _required(connection, number)
        if found.taken_back is not None:
            raise Refused("Bản này vừa được người khác thu hồi. Hãy tải lại trang.")
        if not why:
            raise Refused("Hãy ghi lý do thu hồi.")
        values = {"withdrawn_by": actor.name, "withdrawn_at": datetime.now(UTC), "withdrawn_why": why}
        connection.execute(update(edition).where(edition.c.id == number).values(values))
        log.record(
            connection, actor, log.EDITION_WITHDRAWN, subject=f"edition:{number}",
            before=_told(found), after={"reason": why},
        )  # fmt: skip


def bring_back(engine: Engine, actor: Actor, number: int) -> None:
    """An edition that was taken back holds again. Raises Refused, Denied."""
    require(actor, Right.ISSUE)
    with writing(engine) as connection:
        allow(connection, actor, Right.ISSUE, _whose(connection, number))
        found = _required(connection, number)
        if found.taken_back is None:
            raise Refused("Bản này đang có hiệu lực. Hãy tải lại trang.")
        values = dict.fromkeys(("withdrawn_by", "withdrawn_at", "withdrawn_why"))
        connection.execute(update(edition).where(edition.c.id == number).values(values))
        log.record(
            connection, actor, log.EDITION_RESTORED, subject=f"edition:{number}",
            before={"reason": found.taken_back.why}, after=_told(found),
        )  # fmt: skip


def editions(engine: Engine) -> tuple[Edition, ...]:
    """Every edition, the newest first."""
    with reading(engine) as connection:
        return _listed(connection, None)


def kept(engine: Engine, number: int) -> Kept | None:
    """An edition with its texts, settings and figures; None for an unknown one."""
    with reading(engine) as connection:
        found = _listed(connection, [number])
        query = select(edition.c.texts, edition.c.settings, edition.c.figures)
        row = connection.execute(query.where(edition.c.id == number)).first()
    if row is None:
        return None
    return Kept(found[0], tuple(Text(**part) for part in row.texts), row.settings, unpack(row.figures))


def file_of(engine: Engine, number: int, kind: str) -> bytes:
    """The bytes of a file as they were issued. Raises LookupError for an unknown one, Damaged where they are
    not those any more."""
    query = select(edition_file.c.fingerprint, edition_file.c.data)
    with reading(engine) as connection:
        row = connection.execute(
            query.where(edition_file.c.edition_id == number, edition_file.c.kind == kind)
        ).first()
    if row is None:
        raise LookupError(number, kind)
    if sha256(row.data).hexdigest() != row.fingerprint:
        raise Damaged(
            f"Tệp {kind} của bản số {number} trong kho không còn như lúc phát hành. Hãy báo người vận hành phục hồi "
            "kho từ bản sao lưu."
        )
    return bytes(row.data)


def may_issue(actor: Actor, unit: str) -> bool:
    """Whether the actor may issue reports of a unit, or of the city."""
    return Right.ISSUE in actor.rights and actor.reaches(_reach(unit))


def _reach(unit: str) -> str:
    """The unit over which the right is asked: whoever reports for one unit does not report for the city."""
    return units.CITY if unit == CITY else unit


def _whose(connection: Connection, number: int) -> list[str]:
    unit = connection.scalar(select(edition.c.unit).where(edition.c.id == number))
    return [] if unit is None else [_reach(unit)]


def _newest_event(connection: Connection) -> int:
    return int(connection.scalar(select(func.max(event.c.id))) or 0)


def _required(connection: Connection, number: int) -> Edition:
    found = _listed(connection, [number])
    if not found:
        raise Refused(f"Không có bản phát hành số {number}.")
    return found[0]


def _listed(connection: Connection, numbers: Collection[int] | None) -> tuple[Edition, ...]:
    query = select(*_LISTED).order_by(edition.c.id.desc())
    files = select(
        edition_file.c.edition_id, edition_file.c.kind, edition_file.c.fingerprint,
        func.length(edition_file.c.data).label("size"),
    )  # fmt: skip
    if numbers is not None:
        query = query.where(edition.c.id.in_(numbers))
        files = files.where(edition_file.c.edition_id.in_(numbers))
    of: dict[int, dict[str, File]] = {}
    for row in connection.execute(files):
        of.setdefault(row.edition_id, {})[row.kind] = File(row.fingerprint, row.size)
    return tuple(_edition(row, of.get(row.id, {})) for row in connection.execute(query))


def _edition(row: Row[Any], files: dict[str, File]) -> Edition:
    back = None
    if row.withdrawn_at is not None:
        back = TakenBack(row.withdrawn_by, row.withdrawn_at, row.withdrawn_why)
    return Edition(
        row.id, row.name, row.document, row.unit, row.period, row.calendar, row.as_of, row.view, row.data_version,
        row.last_event, row.demo, row.content, row.issued_by, row.issued_at, back,
        {kind: files[kind] for kind in KINDS if kind in files},
    )  # fmt: skip


def _told(one: Edition) -> dict[str, Any]:
    """What the log says of an edition."""
    return {
        "title": one.name, "unit": one.unit, "period": one.period, "as_of": one.as_of.isoformat(),
        "document": one.document,
    }  # fmt: skip
