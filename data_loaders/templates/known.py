"""The rows of a register that are already known, as they stand in the cells of its template."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from data_loaders.check import check
from data_loaders.templates.making import file_name, template
from data_loaders.templates.setting import Setting
from program import units
from program.contract import TableKind
from program.units import CITY
from program.vocabulary import AUDIENCE_LABELS, LEVEL_LABELS, Audience, Level

# Kinds whose rows go on to hold when the next file comes, so that only what changed is to be written.
KNOWN = (TableKind.SCHOOLS, TableKind.POPULATION)


def known_rows(at: Setting, records: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Those of the records (fields as in the contract, days as dates) that hold on the setting's days and are of its units."""
    told = list(records)
    held = [r for r in told if _lasts(r, at)] if at.kind == TableKind.SCHOOLS else _of_years(told, at)
    found = [r for r in held if (cells(at, r)["unit"] in at.offered if at.offered else r["unit"] == at.unit)]
    return sorted(
        found, key=lambda r: [str(r.get(name) or "") for name in ("unit", "year", "ward", "name", "group")]
    )


def prefilled(at: Setting, records: Iterable[Mapping[str, Any]]) -> bytes:
    """The template with what of the records is known, or the blank one where they could not be read back just as they
    are: a template always loads clean, and what nobody changed stays what it was."""
    held = known_rows(at, records)
    filled = template(at, [cells(at, record) for record in held])
    return filled if not held or _says(at, filled, held) else template(at)


def _says(at: Setting, filled: bytes, held: list[Mapping[str, Any]]) -> bool:
    """Whether a workbook is read as just these records."""
    found = check(file_name(at), filled)
    names = sorted(held[0])
    told = [
        [_plain(record[name]) for name in names] for table in found["tables"] for record in table["records"]
    ]
    return found["status"] == "ready" and told == [
        [_plain(record[name]) for name in names] for record in held
    ]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def cells(at: Setting, record: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in the cells of a record's row."""
    return _school(record, at) if at.kind == TableKind.SCHOOLS else _people(record, at)


def _lasts(record: Mapping[str, Any], at: Setting) -> bool:
    first, last = record["valid_from"], record["valid_to"]
    return (first is None or first <= at.end) and (last is None or last >= at.start)


def _of_years(records: list[Mapping[str, Any]], at: Setting) -> list[Mapping[str, Any]]:
    """The numbers of the years of the setting, and of each unit and group the latest before them, which counts until a later
    one comes."""
    latest: dict[tuple[str, str], int] = {}
    for r in records:
        if r["year"] < at.start.year:
            latest[r["unit"], r["group"]] = max(r["year"], latest.get((r["unit"], r["group"]), 0))
    return [
        r
        for r in records
        if at.start.year <= r["year"] <= at.end.year or r["year"] == latest.get((r["unit"], r["group"]))
    ]


def _school(record: Mapping[str, Any], at: Setting) -> dict[str, Any]:
    level = LEVEL_LABELS[Level(record["level"])]
    return {**record, "level": level, "unit": _name(record["unit"], record["valid_to"] or at.end)}


def _people(record: Mapping[str, Any], at: Setting) -> dict[str, Any]:
    value, day = record["value"], min(max(date(record["year"], 6, 30), at.start), at.end)
    whole = int(value) if float(value).is_integer() else value
    return {**record, "group": _group(record["group"]), "value": whole, "unit": _name(record["unit"], day)}


def _name(code: str, on: date) -> str:
    if code == CITY:
        return "Thành phố Đà Nẵng"
    found = units.unit(code, on)
    return found.name if found else code


def _group(code: str) -> str:
    """The words of a group, by which a file names it."""
    if ages := re.fullmatch(r"children_(\d+)_(\d+)", code):
        return f"Trẻ em từ {ages[1]} đến {ages[2]} tuổi"
    if under := re.fullmatch(r"under_(\d+)", code):
        return f"Trẻ em dưới {under[1]} tuổi"
    if code.startswith("pupils_"):
        return f"Học sinh {LEVEL_LABELS[Level(code.removeprefix('pupils_'))]}"
    return "Dân số" if code == "population" else AUDIENCE_LABELS[Audience(code)]
