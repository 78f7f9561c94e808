"""From a report to rows: what is told apart, and what counts once."""

from sqlalchemy import Engine

from access import local_person
from program.contract import Report
from program.filters import Filters
from storage.activities import page
from storage.analysis import load
from storage.records import batches
from storage.submissions import accept


def report(kind: str, *records: dict[str, object]) -> Report:
    placed = [r | {"source": {"sheet": "A", "row": i + 2}} for i, r in enumerate(records)]
    return {
        "file": "a.xlsx",
        "status": "ready",
        "tables": [
            {
                "kind": kind,
                "sheet": "A",
                "header_rows": [1],
                "columns": {},
                "unused_columns": [],
                "records": placed,
            }
        ],
        "issues": [],
    }


TARGET: dict[str, object] = {
    "indicator": "L-sessions",
    "unit": "492",
    "start_date": "2022-12-15",
    "end_date": "2023-12-14",
    "value": 40,
    "authority": "local",
    "document": None,
}
CLASS: dict[str, object] = {
    "unit": "492",
    "kind": "training_class",
    "title": "Lớp cho cha mẹ",
    "start_date": "2023-05-12",
    "end_date": "2023-05-12",
    "count": 1,
    "attendances": {"parents": 40},
    "attendances_total": 40,
    "basis": "detail",
}


def test_a_target_written_twice_counts_once_and_the_last_line_wins() -> None:
    (batch,) = batches(report("targets", TARGET, TARGET | {"value": 45}))
    assert [row["value"] for row in batch.rows] == [45]


def test_two_equal_classes_of_one_file_are_two() -> None:
    (batch,) = batches(report("activities", CLASS, CLASS))
    assert len({row["natural_key"] for row in batch.rows}) == 2


def test_a_summary_that_does_not_say_how_many_is_kept_so(engine: Engine) -> None:
    summary = CLASS | {"basis": "summary", "count": None, "end_date": "2023-06-11"}
    found = report("participation", summary)
    accept(engine, local_person(), "a.xlsx", b"a", found)
    assert load(engine).activities["count"].isna().tolist() == [True]
    shown = page(engine, Filters())
    assert shown.rows["count"].isna().tolist() == [True]
    assert shown.totals["training_class"] == {"rows": 1, "count": 0, "attendances": 40}
