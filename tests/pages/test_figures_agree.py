"""One definition of each figure: the `figures` command, the CSV and the store agree with the workbooks."""

import csv
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import exports.__main__ as exports_command
from program.vocabulary import AUDIENCE_LABELS, KIND_LABELS, Audience, Kind
from tests.pages.view.test_overview import lines
from tests.sample_data import recount

YEARS = ["2021", "2022", "2023", "2024", "2025"]


@pytest.fixture
def demo_url(demo_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{demo_database.as_posix()}")


def test_figures_of_every_unit_kind_and_audience(demo_url: None, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--period", ",".join(YEARS), "--as-of", "2025-12-31", "--json"]
    assert exports_command.main(["figures", *asked]) == 0
    told = json.loads(capsys.readouterr().out)
    for year in YEARS:
        of_year = {
            (f["measure"], f["kind"], f["audience"], f["unit"]): f["value"]
            for f in told
            if f["period"] == year
        }
        _those_of_the_lines(of_year, year)


def _those_of_the_lines(found: dict[tuple[str, str | None, str | None, str], Any], year: str) -> None:
    count, having = recount.activities_of(lines()), recount.activities_with(lines())
    seats, women = recount.attendances_of(lines()), recount.women_of(lines())
    heard = {line.unit for line in lines() if line.year == int(year)}
    units = {unit for _, _, _, unit in found} - {"city"}
    assert heard <= units
    for kind in Kind:
        for unit in [*sorted(units), "city"]:
            own = heard if unit == "city" else {unit} & heard
            if not own:
                assert found["activities", kind, None, unit] is None
                continue
            assert found["activities", kind, None, unit] == sum(count[u, kind, int(year)] for u in own)
            held = [
                line for line in lines() if line.unit in own and line.kind == kind and line.year == int(year)
            ]
            unsaid = held and all(line.female is None for line in held)
            want = None if unsaid else sum(women[u, kind, int(year)] for u in own)
            assert found["female", kind, None, unit] == want
            with_it = [sum(having[u, kind, a, int(year)] for u in own) for a in Audience]
            of_it = [sum(seats[u, kind, a, int(year)] for u in own) for a in Audience]
            total = sum(of_it) + sum(seats[u, kind, "unspecified", int(year)] for u in own)
            assert found["attendances", kind, None, unit] == total
            for measure, parts, whole in (
                ("activities", with_it, found["activities", kind, None, unit]),
                ("attendances", of_it, total),
            ):
                # Where no row says for whom, it is unknown of every audience.
                unknown = whole and not any(parts)
                told = [found[measure, kind, audience, unit] for audience in Audience]
                assert told == ([None] * len(parts) if unknown else parts)


@pytest.mark.parametrize("asked", [["--period", "2023"], ["--unit", "HLHPN"], ["--kind", "contest"]])
def test_the_csv_sums_to_the_figures(
    asked: list[str], demo_url: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "rows.csv"
    assert exports_command.main(["csv", *asked, "--out", str(out)]) == 0
    capsys.readouterr()
    assert exports_command.main(["figures", *asked, "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    unit = asked[1] if asked[0] == "--unit" else "city"
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig"))))
    counts: Counter[str] = Counter()
    seats: Counter[tuple[str, str]] = Counter()
    for row in rows:
        kind = row["Loại hoạt động"]
        counts[kind] += int(row["Số lớp, buổi"] or 0)
        for audience, label in AUDIENCE_LABELS.items():
            seats[kind, audience] += int(row[f"Lượt: {label}"] or 0)
    for f in figures:
        if f["unit"] != unit or f["value"] is None:
            continue
        if f["measure"] == "activities" and f["audience"] is None:
            assert f["value"] == counts[KIND_LABELS[Kind(f["kind"])]]
        if f["measure"] == "attendances" and f["audience"]:
            assert f["value"] == seats[KIND_LABELS[Kind(f["kind"])], f["audience"]]
