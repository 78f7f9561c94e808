"""City totals that an agency supplied (T2, T3): entered, taken back. None is ever changed or deleted."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Engine, insert, update

from access import Actor, Right, require
from program import clock
from program.periods import PROGRAMME_START
from program.targets.supplied import Supplied, latest
from program.text import clean, written_day
from program.vocabulary import INDICATORS
from storage.access.guard import allow
from storage.database import writing
from storage.intake import ledger
from storage.journal import log
from storage.locks import windows
from storage.refusals import Refused
from storage.registers.supplied_reading import supplied
from storage.schema import supplied_figure

_LARGEST = 2**31 - 1


def supply(
    engine: Engine,
    actor: Actor,
    indicator: str,
    as_of: date,
    numerator: int,
    denominator: int,
    agency: str,
    document: str = "",
) -> Supplied:
    """Enter what an agency supplied: of `denominator` cases in the city up to a day, `numerator` as the
    indicator asks (`denominator` 0: there was no case). Raises Refused, Denied."""
    require(actor, Right.MANAGE_TARGETS)
    agency, document = clean(agency), clean(document)
    _refuse(indicator, as_of, numerator, denominator, agency)
    values = {
        "indicator": indicator,
        "as_of": as_of,
        "numerator": numerator,
        "denominator": denominator,
        "agency": agency,
        "document": document or None,
        "actor_id": actor.id,
        "entered_by": actor.name,
        "entered_at": datetime.now(UTC),
    }
    table = supplied_figure
    with writing(engine) as connection:
        allow(connection, actor, Right.MANAGE_TARGETS)
        before = latest(supplied(connection), indicator, date.max)
        with windows.kept(connection, ()):
            number = int(connection.scalars(insert(table).values(values).returning(table.c.id)).one())
        ledger.next_version(connection)
        entered = next(s for s in supplied(connection) if s.id == number)
        log.record(
            connection,
            actor,
            log.FIGURE_SUPPLIED,
            detail={"figure": number},
            subject=f"figure:{indicator}",
            before=_told(before),
            after=_told(entered),
        )
        return entered


def take_back(engine: Engine, actor: Actor, number: int) -> None:
    """What was supplied does not count any more; the one before it counts again. Raises Refused, Denied."""
    require(actor, Right.MANAGE_TARGETS)
    table = supplied_figure
    with writing(engine) as connection:
        allow(connection, actor, Right.MANAGE_TARGETS)
        taken = next((s for s in supplied(connection) if s.id == number and not s.withdrawn), None)
        if taken is None:
            raise Refused("Số liệu này đã được rút trước đó.")
        with windows.kept(connection, ()):
            connection.execute(
                update(table).where(table.c.id == number).values(withdrawn_at=datetime.now(UTC))
            )
        ledger.next_version(connection)
        log.record(
            connection,
            actor,
            log.FIGURE_TAKEN_BACK,
            detail={"figure": number},
            subject=f"figure:{taken.indicator}",
            before=_told(taken),
            after=_told(latest(supplied(connection), taken.indicator, date.max)),
        )


def _told(stated: Supplied | None) -> dict[str, Any] | None:
    """What the log says of a statement."""
    if stated is None:
        return None
    return {
        "as_of": stated.as_of.isoformat(),
        "numerator": stated.numerator,
        "denominator": stated.denominator,
        "agency": stated.agency,
        "document": stated.document,
    }


def _refuse(indicator: str, as_of: date, numerator: int, denominator: int, agency: str) -> None:
    known = INDICATORS.get(indicator)
    if known is None or known.measure != "supplied":
        raise Refused("Chỉ nhập ở đây số liệu của các mục tiêu do cơ quan chức năng cung cấp (T2, T3).")
    today = clock.today()
    if not PROGRAMME_START <= as_of <= today:
        first, last = map(written_day, (PROGRAMME_START, today))
        raise Refused(f"Ngày của số liệu phải từ {first} đến hôm nay, {last}.")
    if not 0 <= numerator <= denominator <= _LARGEST:
        raise Refused("Tử số phải từ 0 đến mẫu số.")
    if not agency:
        raise Refused("Hãy ghi cơ quan cung cấp số liệu.")
