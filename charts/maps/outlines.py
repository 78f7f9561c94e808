"""Outlines and schematic places from `reference/`, read once; `reference/SOURCES.md` has their sources."""

import csv
import json
from dataclasses import dataclass
from functools import cache

from program.units import CITY, HOANG_SA, REFERENCE

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Outline:
    """The outer ring of a district, (longitude, latitude)."""

    code: str
    ring: Ring


@dataclass(frozen=True)
class Tile:
    """The place of a new unit on the schematic grid, counted from the upper left."""

    code: str
    column: int
    row: int


@cache
def _features() -> list[dict]:  # type: ignore[type-arg]
    with (REFERENCE / "danang_districts.geojson").open(encoding="utf-8") as source:
        found: list[dict] = json.load(source)["features"]  # type: ignore[type-arg]
    return found


@cache
def districts() -> tuple[Outline, ...]:
    """The seven districts of the mainland, to 30-6-2025."""
    return tuple(
        Outline(f["properties"]["code"], _ring(f["geometry"]["coordinates"][0]))
        for f in _features()
        if not f["properties"]["inset"]
    )


@cache
def hoang_sa() -> Ring:
    """The main islands of Hoàng Sa as points. They have no area: nothing is to be computed from them."""
    return next(_ring(f["geometry"]["coordinates"]) for f in _features() if f["properties"]["inset"])


def _ring(points: list[list[float]]) -> Ring:
    return tuple((p[0], p[1]) for p in points)


@cache
def tiles() -> tuple[Tile, ...]:
    """The new wards and communes of the old territory, from 1-7-2025; Hoàng Sa has its own box."""
    with (REFERENCE / "danang_communes_2025.csv").open(encoding="utf-8", newline="") as source:
        found = [
            Tile(r["code"], int(r["tile_col"]), int(r["tile_row"]))
            for r in csv.DictReader(source)
            if r["former_province_code"] == CITY and r["code"] not in HOANG_SA
        ]
    left, top = min(tile.column for tile in found), min(tile.row for tile in found)
    return tuple(Tile(tile.code, tile.column - left, tile.row - top) for tile in found)
