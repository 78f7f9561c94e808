"""Every view through every door: figures, the rows of Hoạt động, the CSV, Tổng quan and a unit's page tell the same."""

import csv
import io
import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

import program.measures.sums
from exports.as_csv.activities import csv_bytes
from program.filters import CITY, Filters
from program.measures.analysis import Analysis, build
from program.measures.figure_list import figures
from program.periods import PROGRAMME_END, PROGRAMME_START, Calendar, Period, parse_period, periods, programme
from program.views.all_units import unit_in_depth
from program.views.overview import overview
from program.vocabulary import AUDIENCE_LABELS, KIND_LABELS, Audience, Delivery, Kind
from storage.database import connect, reading
from storage.reading import activities
from storage.reading.analysis import load

LAST = PROGRAMME_END


@pytest.fixture(scope="module")
def engine(demo_database: Path) -> Iterator[Engine]:
    opened = connect(f"sqlite:///{demo_database.as_posix()}")
    yield opened
    opened.dispose()


@pytest.fixture(scope="module")
def analysis(engine: Engine) -> Analysis:
    return build(**vars(load(engine)))


def all_periods(calendar: Calendar) -> list[Period]:
    return [
        programme(calendar),
        *(p for grain in ("year", "half", "quarter", "month") for p in periods(grain, calendar)),
    ]


def told(found: list[dict[str, Any]]) -> dict[tuple[str, str, str | None, str | None], Any]:
    return {(f["unit"], f["measure"], f["kind"], f["audience"]): f["value"] for f in found}


@pytest.fixture(scope="module")
def ground(engine: Engine) -> Iterator[activities._Ground]:
    """What every page of Hoạt động is made from: nothing changes while thousands are looked at."""
    with reading(engine) as connection:
        yield activities._Ground(connection)


def of_rows(
    ground: activities._Ground, analysis: Analysis, view: Filters
) -> dict[str | None, tuple[int, int]]:
    """What Hoạt động writes above its rows: activities and attendances by kind. It is what the set of figures adds
    up to, where no audience is asked for; of one that has no answer."""
    totals, added = ground.totals(view), program.measures.sums.of_rows(analysis, view)
    assert (added is None) if view.audience else added == totals
    return {kind: (total["count"], total["attendances"]) for kind, total in totals.items()}


def test_the_totals_are_those_of_the_page(
    engine: Engine, analysis: Analysis, ground: activities._Ground
) -> None:
    for view in (Filters(as_of=LAST), Filters(unit="492", period=parse_period("2023"), as_of=LAST)):
        totals = activities.page(engine, view, limit=1).totals
        assert len(totals) > 2
        found = {k: (t["count"], t["attendances"]) for k, t in totals.items()}
        assert found == {k: v for k, v in of_rows(ground, analysis, view).items() if k}


@pytest.mark.parametrize("calendar", list(Calendar))
def test_figures_of_every_unit_and_period_are_those_of_the_rows(
    analysis: Analysis, ground: activities._Ground, calendar: Calendar
) -> None:
    compared = 0
    # Some of every length, months of every season among them.
    for period in all_periods(calendar)[:: 2 if calendar == Calendar.REPORT else 5]:
        view = Filters(period=period, as_of=LAST)
        found = told(figures(analysis, view))
        for unit in {unit for unit, *_ in found}:
            rows = of_rows(ground, analysis, view.only(unit=unit))
            for kind in Kind:
                count, seats = rows.get(kind, (0, 0))
                assert (found[unit, "activities", kind, None] or 0) == count, (period.code, unit, kind)
                assert (found[unit, "attendances", kind, None] or 0) == seats, (period.code, unit, kind)
                compared += bool(count)
    assert compared > 100


@pytest.mark.parametrize("kind", [None, *Kind])
def test_every_filter_gives_the_same_by_both_ways(
    analysis: Analysis, ground: activities._Ground, kind: Kind | None
) -> None:
    for n, delivery in enumerate((None, *Delivery)):
        for m, audience in enumerate((None, *Audience)):
            # Every two filters meet over each period; with all three the periods take turns.
            both = (programme(), parse_period("2023"))
            for period in both if None in (kind, delivery, audience) else both[(n + m) % 2 :][:1]:
                view = Filters(period=period, kind=kind, delivery=delivery, audience=audience, as_of=LAST)
                found = told(
                    figures(analysis, view.only(unit="492"))
                    + [f for f in figures(analysis, view) if f["unit"] == CITY]
                )
                for unit in (CITY, "492"):
                    rows = of_rows(ground, analysis, view.only(unit=unit))
                    for one in [kind] if kind else Kind:
                        count, seats = rows.get(one, (0, 0))
                        assert (found[unit, "activities", one, audience] or 0) == count, view
                        assert (found[unit, "attendances", one, audience] or 0) == seats, view


def test_the_csv_of_any_view_sums_to_its_figures(analysis: Analysis, engine: Engine) -> None:
    draw = random.Random(830)
    days = (LAST - PROGRAMME_START).days
    units = [CITY, *analysis.cube.units]
    for _ in range(60):
        view = Filters(
            period=draw.choice(all_periods(draw.choice(list(Calendar)))),
            unit=draw.choice(units),
            as_of=PROGRAMME_START + timedelta(days=draw.randrange(days)),
        )
        text = csv_bytes(activities.stream(engine, view)).decode("utf-8-sig")
        counts: Counter[str] = Counter()
        seats: Counter[tuple[str, Audience]] = Counter()
        women: Counter[str] = Counter()
        for row in csv.DictReader(io.StringIO(text)):
            kind = row["Loại hoạt động"]
            counts[kind] += int(row["Số lớp, buổi"] or 0)
            women[kind] += int(row["Trong đó lượt nữ"] or 0)
            for audience, label in AUDIENCE_LABELS.items():
                seats[kind, audience] += int(row[f"Lượt: {label}"] or 0)
        found = told(figures(analysis, view))
        for kind, label in KIND_LABELS.items():
            assert (found[view.unit, "activities", kind, None] or 0) == counts[label], view
            assert (found[view.unit, "female", kind, None] or 0) == women[label], view
            for audience in Audience:
                assert (found[view.unit, "attendances", kind, audience] or 0) == seats[label, audience], view


def test_tong_quan_shows_the_figures(analysis: Analysis) -> None:
    # Each day with every other of these periods.
    for as_of, first in ((LAST, 0), (date(2024, 6, 30), 2)):
        for period in all_periods(Calendar.REPORT)[first::4]:
            view = Filters(period=period, as_of=as_of)
            found = told(figures(analysis, view))
            seen = overview(analysis, view)
            for kind, seats in seen.seats.items():
                if not seen.reported:
                    continue
                assert found[CITY, "activities", kind, None] == seats.activities
                assert found[CITY, "attendances", kind, None] == seats.total
                for audience in Audience:
                    assert found[CITY, "attendances", kind, audience] == seats.by_audience[audience]
            for p in (*seen.local, *seen.units):
                if p.value is not None:
                    indicator = p.indicator
                    assert found[p.unit, indicator.measure, indicator.kind, indicator.audience] == p.value
            assert found[CITY, "units_reported", None, None] == seen.completeness.reported


def test_a_units_page_shows_the_figures(analysis: Analysis) -> None:
    for unit in analysis.cube.units:
        for period in (programme(), *periods("year", Calendar.REPORT)):
            view = Filters(period=period, unit=unit, as_of=LAST)
            found = told(figures(analysis, view))
            seen = unit_in_depth(analysis, unit, "L-parents", view)
            for p in seen.local:
                if p.value is not None:
                    indicator = p.indicator
                    assert found[unit, indicator.measure, indicator.kind, indicator.audience] == p.value
            for kind, seats in seen.seats.items():
                if found[unit, "attendances", kind, None] is not None:
                    assert found[unit, "attendances", kind, None] == seats.total
