"""A database of made-up activities of any size, written straight into the store's tables: same seed,
same database. The measured page meets what uploads would have left behind, without the uploads."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, insert, update

from program import units
from program.periods import PROGRAMME_END, PROGRAMME_START
from program.vocabulary import INDICATORS, Authority, Basis, Delivery, Kind, Level
from storage import log, schema
from storage.database import connect, migrate, writing
from storage.records import search_words
from storage.schema import ATTENDANCE_COLUMNS

SEED = 830
CHUNK = 20_000
SCHOOLS_PER_DISTRICT = 45
_MOMENT = datetime(2025, 12, 31, tzinfo=UTC)
_KINDS = ((Kind.TRAINING_CLASS, 50), (Kind.COMMUNICATION_SESSION, 40), (Kind.CONTEST, 5), (Kind.OTHER, 5))
_DELIVERIES = ((Delivery.IN_PERSON, 70), (Delivery.ONLINE, 15), (Delivery.HYBRID, 5), (None, 10))
_LEVELS = (Level.PRIMARY, Level.LOWER_SECONDARY, Level.UPPER_SECONDARY)


def make(url: str, rows: int) -> None:
    """Fill the empty database of a URL with `rows` activities of 2021-2025, targets and a register of
    schools. Writes a mark that keeps demo data away."""
    engine = connect(url)
    migrate(engine)
    with writing(engine) as connection:
        files = _submissions(connection)
        _targets(connection, files[units.CITY], rows)
        _schools(connection, files[units.CITY])
        for chunk in _chunks(rows, files):
            connection.execute(insert(schema.activity), chunk)
        connection.execute(update(schema.data_version).values(version=schema.data_version.c.version + 1))
        connection.execute(
            insert(schema.event).values(at=_MOMENT, actor="benchmark", action=log.DEMO_REMOVED, detail={})
        )
    engine.dispose()


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


def _place(submission: int, sheet: str, row: int) -> dict[str, Any]:
    """The columns every record has; the key is unique within a sheet's name."""
    name = blake2b(f"{sheet} {row}".encode(), digest_size=16).digest()
    return {
        "submission_id": submission, "sheet": sheet, "row": row,
        "natural_key": name, "content": name, "active": True,
    }  # fmt: skip


def _targets(connection: Connection, submission: int, rows: int) -> None:
    """Yearly local targets a little above what the made-up activities reach, and T1."""
    before, _ = _territory()
    found: list[dict[str, Any]] = []

    def add(indicator: str, unit: str, year: int, value: float) -> None:
        authority = INDICATORS[indicator].authority
        found.append(
            _place(submission, "targets", len(found) + 1)
            | {"indicator": indicator, "unit": unit, "value": round(value), "authority": authority}
            | {"start_date": date(year, 1, 1), "end_date": date(year, 12, 31), "document": "KH 01/KH"}
        )

    local = [i.code for i in INDICATORS.values() if i.authority == Authority.LOCAL]
    for year in range(PROGRAMME_START.year, PROGRAMME_END.year + 1):
        for code in local:
            scale = 40 if INDICATORS[code].measure == "attendances" else 1
            for place, unit in enumerate(before):
                add(code, unit, year, rows / 5 / len(before) * (0.2 + 0.05 * place) * scale)
            add(code, units.CITY, year, rows / 5 * 0.35 * scale)
    add("T1", units.CITY, PROGRAMME_START.year, 100)
    connection.execute(insert(schema.target), found)


def _school(code: str, place: int) -> str:
    return f"Trường {units.label(code)} {place}"


def _schools(connection: Connection, submission: int) -> None:
    before, _ = _territory()
    found = [
        _place(submission, "schools", 1 + place + SCHOOLS_PER_DISTRICT * at)
        | {"name": _school(code, place), "level": _LEVELS[place % 3], "unit": code, "ward": None}
        for at, code in enumerate(before)
        for place in range(SCHOOLS_PER_DISTRICT)
    ]
    connection.execute(insert(schema.school), found)


def _chunks(rows: int, files: dict[str, int]) -> Iterator[list[dict[str, Any]]]:
    draw = random.Random(SEED)
    before, after = _territory()
    days = (PROGRAMME_END - PROGRAMME_START).days + 1
    for first in range(0, rows, CHUNK):
        chunk = []
        for number in range(first, min(first + CHUNK, rows)):
            day = PROGRAMME_START + timedelta(days=draw.randrange(days))
            code = draw.choice(before if day < units.BREAK else after)
            chunk.append(_activity(draw, number, day, code, files[code]))
        yield chunk


def _activity(draw: random.Random, number: int, day: date, code: str, submission: int) -> dict[str, Any]:
    kind = draw.choices([k for k, _ in _KINDS], [w for _, w in _KINDS])[0]
    seats: dict[str, int | None] = dict.fromkeys(ATTENDANCE_COLUMNS)
    for column in draw.sample(ATTENDANCE_COLUMNS, draw.choice((1, 1, 2, 3))):
        seats[column] = draw.randint(10, 120)
    total = sum(n for n in seats.values() if n)
    school = _school(code, draw.randrange(SCHOOLS_PER_DISTRICT)) if draw.random() < 0.4 else None
    row: dict[str, Any] = _place(submission, "activities", number + 1) | seats
    row |= {"unit": code, "kind": kind, "title": f"Chuyên đề {draw.randrange(200)}", "school": school}
    row |= {"start_date": day, "end_date": day, "counted_on": day, "count": 1, "basis": Basis.DETAIL}
    row |= {"delivery": draw.choices([d for d, _ in _DELIVERIES], [w for _, w in _DELIVERIES])[0]}
    row |= {"organiser": None, "ward": None, "in_city": True}
    row |= {"attendances_total": total, "female": draw.randint(0, total)}
    return row | {"search": search_words(row)}
