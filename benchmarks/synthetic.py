"""A database of made-up activities of any size: same seed, same database. Records of the data contract
become rows as those of an upload do, and go straight into the tables: what uploads would have left
behind, without the uploads."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, update

from program import units
from program.contract import Source, Table, TableKind
from program.periods import PROGRAMME_END, PROGRAMME_START
from program.vocabulary import INDICATORS, Audience, Authority, Basis, Delivery, Kind, Level
from storage import schema
from storage.database import connect, migrate, writing
from storage.journal import log
from storage.records.rows import batches

Record = dict[str, Any]

SEED = 830
CHUNK = 20_000
SCHOOLS_PER_DISTRICT = 45
_MOMENT = datetime(2025, 12, 31, tzinfo=UTC)
_KINDS = (list(Kind), [50, 40, 5, 5])
_DELIVERIES = ([*Delivery, None], [70, 15, 5, 10])
_LEVELS = (Level.PRIMARY, Level.LOWER_SECONDARY, Level.UPPER_SECONDARY)


def make(url: str, rows: int) -> None:
    """Fill the empty database of a URL with `rows` activities of 2021-2025, targets and a register of
    schools. Writes a mark that keeps demo data away."""
    engine = connect(url)
    migrate(engine)
    with writing(engine) as connection:
        files = _submissions(connection)
        _insert(connection, TableKind.TARGETS, _targets(rows), files)
        _insert(connection, TableKind.SCHOOLS, _schools(), files)
        for chunk in _chunks(rows):
            _insert(connection, TableKind.ACTIVITIES, chunk, files)
        connection.execute(update(schema.data_version).values(version=schema.data_version.c.version + 1))
        connection.execute(
            insert(schema.event).values(at=_MOMENT, actor="benchmark", action=log.DEMO_REMOVED, detail={})
        )
    engine.dispose()


def _insert(connection: Connection, kind: TableKind, records: list[Record], files: dict[str, int]) -> None:
    table: Table = {
        "kind": kind, "sheet": kind, "header_rows": [1], "columns": {}, "unused_columns": [], "records": records,
    }  # fmt: skip
    for batch in batches({"file": kind, "status": "ready", "tables": [table], "issues": []}):
        made = [row | {"submission_id": files.get(row["unit"], files[units.CITY])} for row in batch.rows]
        connection.execute(insert(batch.shape.table), made)


def _territory() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes of the units that report before and after the break of 1-7-2025."""
    before, after = (units.reporting_units(day) for day in (units.BREAK - timedelta(days=1), PROGRAMME_END))
    return tuple(u.code for u in before), tuple(u.code for u in after)


def _submissions(connection: Connection) -> dict[str, int]:
    """One accepted submission for each unit and one of the city; gives their numbers."""
    before, after = _territory()
    numbers = {}
    for number, code in enumerate([units.CITY, *before, *after], start=1):
        raw = f"benchmark {code}".encode()
        fingerprint = f"{number:064x}"
        connection.execute(insert(schema.raw_file).values(fingerprint=fingerprint, data=raw))
        connection.execute(
            insert(schema.submission).values(
                id=number, file_name=f"{code}.xlsx", fingerprint=fingerprint, size=len(raw), unit=code,
                state="accepted", actor_id="benchmark", uploaded_by="benchmark", uploaded_at=_MOMENT,
                decided_at=_MOMENT, demo=False, counts={}, error_count=0, warning_count=0,
            )
        )  # fmt: skip
        connection.execute(insert(schema.submission_unit).values(submission_id=number, unit=code))
        numbers[code] = number
    return numbers


def _source(number: int) -> Source:
    return {"sheet": "benchmark", "row": number + 2}


def _targets(rows: int) -> list[Record]:
    """Yearly local targets a little above what the made-up activities reach, and T1."""
    before, _ = _territory()
    found: list[Record] = []

    def add(indicator: str, unit: str, year: int, value: float, last: int | None = None) -> None:
        days = {"start_date": f"{year}-01-01", "end_date": f"{last or year}-12-31"}
        authority = INDICATORS[indicator].authority
        found.append(
            {"indicator": indicator, "unit": unit, "value": round(value), "authority": authority}
            | {"document": "KH 01/KH-UBND", "source": _source(len(found))}
            | days
        )

    local = [i.code for i in INDICATORS.values() if i.authority == Authority.LOCAL]
    for year in range(PROGRAMME_START.year, PROGRAMME_END.year + 1):
        for code in local:
            scale = 40 if INDICATORS[code].measure == "attendances" else 1
            for place, unit in enumerate(before):
                add(code, unit, year, rows / 5 / len(before) * (0.2 + 0.05 * place) * scale)
            add(code, units.CITY, year, rows / 5 * 0.35 * scale)
    add("T1", units.CITY, PROGRAMME_START.year, 100, PROGRAMME_END.year)
    return found


def _school(code: str, place: int) -> str:
    return f"Trường {units.label(code)} {place}"


def _schools() -> list[Record]:
    before, _ = _territory()
    return [
        {"name": _school(code, place), "level": _LEVELS[place % 3], "unit": code, "source": _source(place)}
        for code in before
        for place in range(SCHOOLS_PER_DISTRICT)
    ]


def _chunks(rows: int) -> Iterator[list[Record]]:
    draw = random.Random(SEED)
    before, after = _territory()
    days = (PROGRAMME_END - PROGRAMME_START).days + 1
    for first in range(0, rows, CHUNK):
        chunk = []
        for number in range(first, min(first + CHUNK, rows)):
            day = PROGRAMME_START + timedelta(days=draw.randrange(days))
            code = draw.choice(before if day < units.BREAK else after)
            chunk.append(_activity(draw, number, day.isoformat(), code))
        yield chunk


def _activity(draw: random.Random, number: int, day: str, code: str) -> Record:
    seats = {name: draw.randint(10, 120) for name in draw.sample(list(Audience), draw.choice((1, 1, 2, 3)))}
    total = sum(seats.values())
    return {
        "unit": code,
        "kind": draw.choices(*_KINDS)[0],
        # Rows of one key are told apart within a chunk only, so a title belongs to one chunk.
        "title": f"Chuyên đề {number // CHUNK + 1}",
        "start_date": day,
        "end_date": day,
        "count": 1,
        "delivery": draw.choices(*_DELIVERIES)[0],
        "school": _school(code, draw.randrange(SCHOOLS_PER_DISTRICT)) if draw.random() < 0.4 else None,
        "attendances": seats,
        "attendances_total": total,
        "female": draw.randint(0, total),
        "basis": Basis.DETAIL,
        "source": _source(number),
    }
