"""Small frames in the shape that storage gives, for the mathematics."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd

from program.conflicts.overlaps import Overlap
from program.measures import analysis
from program.measures.counting import counted_on
from program.reporting.timeliness import NO_RECEIPTS, Receipts
from program.vocabulary import Audience

EMPTY_TARGETS = pd.DataFrame(
    columns=["indicator", "unit", "start_date", "end_date", "value", "authority", "document"]
)
EMPTY_SCHOOLS = pd.DataFrame(columns=["name", "level", "unit", "ward", "valid_from", "valid_to"])
EMPTY_POPULATION = pd.DataFrame(columns=["group", "unit", "year", "value", "origin"])
EMPTY_SOURCES = pd.DataFrame(columns=["unit", "file_name", "uploaded_at", "submission_id"])


def record(
    unit: str, start: date, *, end: date | None = None, kind: str | None = "training_class", basis: str = "detail",
    count: int = 1, seats: dict[str, int] | None = None, total: int | None = None, female: int | None = None,
    delivery: str | None = "in_person", school: str | None = None, ward: str | None = None,
) -> dict[str, Any]:  # fmt: skip
    last = end or start
    row: dict[str, Any] = {
        "unit": unit,
        "kind": kind,
        "delivery": delivery,
        "basis": basis,
        "counted_on": pd.Timestamp(counted_on(start, last, basis)),
        "start_date": pd.Timestamp(start),
        "end_date": pd.Timestamp(last),
        "count": count,
        "attendances_total": total if total is not None else (sum(seats.values()) if seats else None),
        "female": female,
        "school": school,
        "ward": ward,
        "in_city": True,
    }
    for audience in Audience:
        row[f"att_{audience}"] = (seats or {}).get(audience)
    return row


def activities(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    columns = list(record("492", date(2022, 1, 1)))
    frame = pd.DataFrame(list(rows), columns=columns)
    for name in ("unit", "kind", "delivery", "basis", "school", "ward"):
        frame[name] = frame[name].astype("category")
    for name in ("counted_on", "start_date", "end_date"):
        frame[name] = pd.to_datetime(frame[name])
    return frame


def target(
    indicator: str, unit: str, start: date, end: date, value: float, authority: str = "local"
) -> dict[str, Any]:
    return {
        "indicator": indicator,
        "unit": unit,
        "start_date": pd.Timestamp(start),
        "end_date": pd.Timestamp(end),
        "value": value,
        "authority": authority,
        "document": None,
    }


def school(
    name: str, unit: str, level: str = "primary", valid_to: date | None = None, ward: str | None = None
) -> dict[str, Any]:
    return {
        "name": name,
        "level": level,
        "unit": unit,
        "ward": ward,
        "valid_from": pd.NaT,
        "valid_to": pd.Timestamp(valid_to) if valid_to else pd.NaT,
    }


def built(
    rows: Iterable[dict[str, Any]],
    targets: Iterable[dict[str, Any]] = (),
    schools: Iterable[dict[str, Any]] = (),
    aside: Iterable[dict[str, Any]] = (),
    overlaps: tuple[Overlap, ...] = (),
    receipts: Receipts = NO_RECEIPTS,
) -> analysis.Analysis:
    target_rows, school_rows = list(targets), list(schools)
    school_frame = pd.DataFrame(school_rows, columns=list(EMPTY_SCHOOLS.columns))
    for name in ("valid_from", "valid_to"):
        school_frame[name] = pd.to_datetime(school_frame[name])
    return analysis.build(
        1,
        activities(rows),
        pd.DataFrame(target_rows, columns=list(EMPTY_TARGETS.columns)),
        school_frame,
        EMPTY_POPULATION,
        EMPTY_SOURCES,
        activities(aside)[["unit", "basis", "start_date", "end_date", "counted_on"]].astype({"unit": str}),
        overlaps,
        receipts,
    )
