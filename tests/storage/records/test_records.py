"""From a report to rows: what is told apart, and what counts once."""

import pytest
from sqlalchemy import Engine

from access import local_person
from data_loaders.apart.packed import Packed, packed
from program.contract import Report, all_single
from program.filters import Filters
from program.reporting.quarters import spoken_of_by
from program.submissions.counted import counted_in
from storage.intake.submissions import accept
from storage.reading.activities import page
from storage.reading.analysis import load
from storage.records import rows as records
from storage.records.rows import batches


def report(kind: str, *given: dict[str, object]) -> Report:
    placed = [r | {"source": {"sheet": "A", "row": i + 2}} for i, r in enumerate(given)]
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
    assert [row["count"] for row in shown.rows] == [None]
    assert shown.totals["training_class"] == {"rows": 1, "count": 0, "attendances": 40}


def test_records_kept_by_column_are_the_same_rows() -> None:
    """A long file is handed over by column; what a record lacks, and a repeat in a later portion, too."""
    kinds = [CLASS, CLASS | {"attendances": {}, "title": None}, CLASS | {"attendances": {"officials": 0}}]
    few = report("activities", *kinds, CLASS)
    kept = packed(few)
    assert isinstance(kept["tables"][0]["records"], Packed)
    assert [list(batch.columns.items()) for batch in batches(kept)] == [
        list(batch.columns.items()) for batch in batches(few)
    ]
    assert (counted_in(kept), spoken_of_by(kept), all_single(kept)) == (
        counted_in(few), spoken_of_by(few), all_single(few),
    )  # fmt: skip


def test_records_of_one_kept_file_that_give_no_attendances_at_all() -> None:
    few = report("activities", CLASS | {"attendances": None})
    assert [batch.rows for batch in batches(packed(few))] == [batch.rows for batch in batches(few)]


def test_a_repeat_is_known_in_a_later_portion(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [row for batch in batches(report("activities", *[CLASS] * 5)) for row in batch.rows]
    monkeypatch.setattr(records, "_ROWS_A_BATCH", 2)
    portions = list(batches(report("activities", *[CLASS] * 5)))
    assert [len(batch) for batch in portions] == [2, 2, 1]
    assert [row for batch in portions for row in batch.rows] == whole
