from datetime import date

from program.overlaps import Overlap, overlaps
from program.overview import overview
from program.periods import parse_period
from tests.program.frames import activities, built, record, school
from tests.program.test_figures import view

Q = parse_period("2023-Q2")


def summary(unit: str = "492", kind: str = "training_class", count: int | None = 12) -> dict:
    return record(unit, Q.start, end=Q.end, kind=kind, basis="summary", seats={"parents": 300}) | {
        "count": count
    }


def test_a_summary_beside_a_detailed_list_is_found() -> None:
    rows = [summary(), record("492", Q.start, count=2), record("492", Q.end), record("492", date(2023, 7, 1))]
    assert overlaps(activities(rows)) == (Overlap("492", "training_class", Q.start, Q.end, 12, 3),)


def test_another_unit_kind_or_time_is_no_overlap() -> None:
    rows = [
        summary(),
        record("490", Q.start),
        record("492", Q.start, kind="contest"),
        record("492", date(2023, 6, 15)),
        record("492", Q.start, end=Q.end, kind="training_class", basis="declared_zero", count=0),
    ]
    assert overlaps(activities(rows)) == ()


def test_a_summary_that_does_not_say_how_many() -> None:
    found = overlaps(activities([summary(count=None), record("492", Q.start)]))
    assert [o.summed for o in found] == [None]


def test_the_overview_tells_those_of_its_view() -> None:
    found = built([summary(), record("492", Q.start)])
    assert len(overview(found, view()).overlaps) == 1
    assert len(overview(found, view(period="2023-Q2")).overlaps) == 1
    assert overview(found, view(period="2024")).overlaps == ()
    assert overview(found, view(unit="490")).overlaps == ()


def test_schools_that_t1_lacks_are_named() -> None:
    schools = [school(f"Trường Tiểu học {name}", "492") for name in ("Bình An", "An Bình", "Đông Hải")]
    rows = [
        record("492", date(2024, 3, 1), school="TH An Bình"),
        record("492", date(2022, 3, 1), school="TH Bình An"),
    ]
    found = overview(built(rows, schools=schools), view(as_of="2024-06-30")).unreached
    assert [(s.name, s.ever) for s in found] == [
        ("Trường Tiểu học Đông Hải", False),
        ("Trường Tiểu học Bình An", True),
    ]
