"""Totals by unit, kind and audience."""

from datetime import date

from program.filters import CITY, Filters, parse_filters
from program.views.cross_totals import CrossTotals, cross_totals, possible
from tests.program.frames import built, record

UNITS = ["492", "493", "497", "HLHPN"]
ROWS = [
    record("492", date(2023, 3, 1), seats={"parents": 30, "teachers": 2}, total=40),
    record("492", date(2023, 4, 1), kind="communication_session", count=2, seats={"parents": 0}, total=300),
    record("492", date(2022, 3, 1), seats={"parents": 7}),
    record("493", date(2023, 3, 2), delivery="online", seats={"teachers": 9}),
    record(
        "HLHPN",
        date(2022, 12, 15),
        end=date(2023, 12, 14),
        kind=None,
        basis="declared_zero",
        count=0,
        total=0,
    ),
]


def found(asked: dict[str, str], codes: list[str] = UNITS) -> CrossTotals:
    return cross_totals(built(ROWS), parse_filters({"period": "2023"} | asked), codes)


def told(asked: dict[str, str]) -> list[tuple[str, str, int | None, int | None]]:
    return [
        (one.unit, str(one.seats.kind), one.seats.activities, one.seats.total) for one in found(asked).lines
    ]


def test_the_city_stands_above_its_units_and_kinds_apart() -> None:
    assert told({}) == [
        (CITY, "training_class", 2, 49),
        (CITY, "communication_session", 2, 300),
        ("492", "training_class", 1, 40),
        ("492", "communication_session", 2, 300),
        ("493", "training_class", 1, 9),
    ]
    of_city, *_ = found({}).lines
    assert {part: n for part, n in of_city.seats.by_audience.items() if n} == {
        "parents": 30,
        "teachers": 11,
        None: 8,
    }


def test_choices_of_the_view_hold() -> None:
    # Of the session nobody says who the 300 were, so it is not known whether parents were among them.
    assert told({"audience": "parents"}) == [
        (CITY, "training_class", 1, 30),
        (CITY, "communication_session", None, None),
        ("492", "training_class", 1, 30),
        ("492", "communication_session", None, None),
    ]
    assert told({"delivery": "online"}) == [(CITY, "training_class", 1, 9), ("493", "training_class", 1, 9)]
    assert told({"kind": "contest"}) == []
    assert told({"unit": "492", "kind": "training_class"}) == [("492", "training_class", 1, 40)]


def test_silence_is_told_apart_from_nothing() -> None:
    every = found({})
    assert every.nothing == ("HLHPN",)
    assert "497" in every.silent
    assert not {"492", "493", "HLHPN"} & set(every.silent)
    assert found({"unit": "497"}).silent == ("497",)
    assert found({"as_of": "2022-12-01"}) == CrossTotals((), (), ())


def test_rows_chosen_by_words_have_no_totals() -> None:
    assert possible(Filters())
    asked = (
        {"q": "phụ huynh"},
        {"size": "unusual"},
        {"lacking": "count"},
        {"state": "official"},
        {"since": "2023-02-01"},
    )
    assert not any(possible(parse_filters(one)) for one in asked)
