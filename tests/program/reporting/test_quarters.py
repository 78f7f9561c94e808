from datetime import date
from itertools import pairwise

import pytest

from program.reporting.quarters import QUARTERS, spoken_of, spoken_of_by
from tests.storage.build import record, report


@pytest.mark.parametrize(
    ("basis", "start", "end", "said"),
    [
        ("detail", date(2024, 3, 14), date(2024, 3, 14), ["2024-Q1"]),
        ("detail", date(2024, 3, 15), date(2024, 9, 1), ["2024-Q2"]),
        ("summary", date(2023, 12, 15), date(2024, 12, 14), ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]),
        ("declared_zero", date(2024, 1, 1), date(2024, 3, 31), ["2024-Q1"]),
        # Too short to cover a middle, it still speaks of the quarter that it counts in.
        ("summary", date(2024, 6, 1), date(2024, 6, 10), ["2024-Q2"]),
        ("detail", date(2021, 6, 14), date(2021, 6, 14), []),
        ("detail", date(2025, 12, 15), date(2025, 12, 15), []),
    ],
)
def test_the_quarters_that_a_record_speaks_of(basis: str, start: date, end: date, said: list[str]) -> None:
    counted = start if basis == "detail" else start + (end - start) // 2
    assert [q.code for q in spoken_of(basis, counted, start, end)] == said


def test_quarters_follow_each_other_without_a_gap() -> None:
    assert len(QUARTERS) == 18
    for one, following in pairwise(QUARTERS):
        assert (following.start - one.end).days == 1


def test_a_checked_file_speaks_of_quarters_by_its_activities_alone() -> None:
    target = {"indicator": "L-sessions", "unit": "48", "start_date": "2022-12-15", "end_date": "2023-12-14"}
    assert spoken_of_by(report(target, kind="targets")) == frozenset()
    made = report(
        record(), record(start_date="2023-07-01", end_date="2023-09-30", basis="summary", count=None)
    )
    assert spoken_of_by(made) == {"2023-Q2", "2023-Q3"}
