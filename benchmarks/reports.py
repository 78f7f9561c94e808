"""The report of a year at 50,000 activities, in its files and by command; two editions of it held against each other."""

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, insert, select

from access import local_person
from benchmarks.goals import goal
from benchmarks.report_process import asked
from benchmarks.synthetic import make
from benchmarks.timing import warn_if_busy
from program import units
from program.contract import Report
from program.editions.issued import Asked
from program.filters import parse_filters
from program.measures.analysis import build
from storage import schema
from storage.database import connect, writing
from storage.editions import issued
from storage.intake.submissions import accept
from storage.journal import log
from storage.reading.analysis import load

ROWS, LATE_ROWS, YEAR = 50_000, 40, "2023"
SECONDS, GROWTH_MB = 10, 300
_ROOT = Path(__file__).resolve().parents[1]


def measure(folder: Path, rounds: int) -> None:
    """Make the store, then print what each step takes; of several rounds the quickest."""
    url = f"sqlite:///{(folder / 'reports.sqlite3').as_posix()}"
    print(f"\nMaking {ROWS:,} activities, an edition of {YEAR}, and late files …", flush=True)
    make(url, ROWS)
    engine = connect(url)
    _logged(engine)
    issued.issue(engine, local_person(), _edition(engine))
    _later(engine)
    engine.dispose()
    command, cpu = _command(url, folder)
    print(
        f"by command, with everything it loads: report and workbook {command:.1f} s, CPU {cpu:.1f} s",
        flush=True,
    )
    found = {name: _best(name, url, rounds) for name in ("report", "figures", "compare")}
    print(f"{'step':<10}{'wall s':>9}{'CPU s':>9}{'growth MB':>12}")
    for name, told in found.items():
        print(f"{name:<10}{told['wall']:>9.2f}{told['cpu']:>9.2f}{told['growth']:>12.0f}")
    against = found["compare"]
    ratio = against["cpu"] / found["figures"]["cpu"]
    print(f"{against['differences']} differences, {against['unexplained']} of them without a cause")
    print(f"a comparison takes {ratio:.1f} times what all figures of an edition take, made once")
    print("\nGoals of the report")
    goal("report, workbook and slides in memory, s", found["report"]["wall"], SECONDS)
    goal("report and workbook by command, s", command, SECONDS)
    goal("memory above the idle process, MB", found["report"]["growth"], GROWTH_MB)
    goal("comparison of an edition with today, s", against["wall"], SECONDS)
    warn_if_busy()


def _best(name: str, url: str, rounds: int) -> dict[str, float]:
    made = []
    for _ in range(rounds):
        done = _run("-m", "benchmarks.report_process", name, url, YEAR)
        made.append(json.loads(done.splitlines()[-1]))
    return min(made, key=lambda one: one["cpu"])


def _command(url: str, folder: Path) -> tuple[float, float]:
    """Wall and CPU seconds."""
    began, before = time.perf_counter(), os.times()
    files = ("--out", str(folder / "report.docx"), "--with-workbook", str(folder / "report.xlsx"))
    _run("-m", "exports", "report", "--scope", "city", "--period", YEAR, *files, url=url)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - began, cpu


def _run(*words: str, url: str = "") -> str:
    environment = {"DATABASE_URL": url, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, *words], cwd=_ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


def _logged(engine: Engine) -> None:
    """The entries of the log that the made-up submissions would have left."""
    with writing(engine) as connection:
        for number in connection.scalars(
            select(schema.submission.c.id).order_by(schema.submission.c.id)
        ).all():
            entry = {"at": datetime(2025, 12, 31, tzinfo=UTC), "actor": "benchmark", "action": log.ACCEPTED}
            connection.execute(insert(schema.event).values(**entry, submission_id=number, detail={}))


def _edition(engine: Engine) -> Asked:
    return asked(engine, build(**vars(load(engine))), parse_filters({"period": YEAR}))


def _later(engine: Engine) -> None:
    """What happened since: every unit of the year sends some more rows, each file another."""
    actor = local_person()
    for place, unit in enumerate(units.reporting_units(parse_filters({"period": YEAR}).period.end)):
        report = _late(unit.code, place)
        accept(engine, actor, report["file"], json.dumps(report).encode(), report)


def _late(unit: str, place: int) -> Report:
    records = [
        {
            "unit": unit, "kind": "training_class", "title": f"Lớp bổ sung {number}", "start_date": f"{YEAR}-05-12",
            "end_date": f"{YEAR}-05-12", "count": 1, "delivery": "in_person", "organiser": None, "ward": None,
            "school": None, "attendances": {"parents": 20 + place}, "attendances_total": 20 + place, "female": 9,
            "basis": "detail", "source": {"sheet": "A", "row": number + 2},
        }
        for number in range(LATE_ROWS)
    ]  # fmt: skip
    table = {
        "kind": "activities",
        "sheet": "A",
        "header_rows": [1],
        "columns": {},
        "unused_columns": [],
        "records": records,
    }
    return {"file": f"bo-sung-{unit}.xlsx", "status": "ready", "tables": [table], "issues": []}  # type: ignore[list-item]
