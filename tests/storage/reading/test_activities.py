from datetime import date
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine

from access import Actor, local_person
from program.filters import Filters, Lacking
from program.periods import parse_period
from program.vocabulary import Audience, Delivery, Kind
from storage.intake.submissions import accept, withdraw
from storage.reading import activities
from storage.reading.activities import ORDERS, page, stream
from storage.reading.activity_columns import Row
from tests.storage.build import bytes_of, record, report

ROWS = report(
    record(title="Lớp 1", source={"sheet": "A", "row": 2}),
    record(
        title="Lớp 100% cha_mẹ",
        start_date="2023-06-20",
        end_date="2023-06-21",
        delivery="online",
        source={"sheet": "A", "row": 3},
    ),
    record(
        title="Buổi 3",
        kind="communication_session",
        unit="493",
        delivery=None,
        school="Trường THCS Lê Độ",
        attendances={"children_in_school": 200, "parents": 10},
        attendances_total=None,
        start_date="2024-01-10",
        end_date="2024-01-10",
        source={"sheet": "A", "row": 4},
    ),
    record(
        title="Lớp ở Quảng Nam",
        unit="502",
        start_date="2023-07-01",
        end_date="2023-07-01",
        source={"sheet": "A", "row": 5},
    ),
    record(
        title=None,
        basis="summary",
        count=7,
        start_date="2024-12-15",
        end_date="2025-12-14",
        attendances={"officials": 0},
        attendances_total=90,
        source={"sheet": "A", "row": 6},
    ),
    kind="activities",
)


@pytest.fixture(scope="module")
def seen(lasting_engine: Engine) -> Engine:
    """The rows in a store that nobody changes."""
    accept(lasting_engine, local_person(), "tep.xlsx", bytes_of(ROWS), ROWS)
    return lasting_engine


@pytest.fixture
def filled(engine: Engine, actor: Actor) -> Engine:
    accept(engine, actor, "tep.xlsx", bytes_of(ROWS), ROWS)
    return engine


def places(rows: list[Row]) -> list[int]:
    return [row["row"] for row in rows]


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        ({}, [6, 4, 3, 2]),
        ({"unit": "502"}, [5]),
        ({"unit": "493"}, [4]),
        ({"kind": Kind.COMMUNICATION_SESSION}, [4]),
        ({"delivery": Delivery.ONLINE}, [3]),
        ({"audience": Audience.PARENTS}, [4, 3, 2]),
        ({"audience": Audience.OFFICIALS}, []),
        ({"period": parse_period("2023")}, [3, 2]),
        ({"period": parse_period("2023-Q2")}, [2]),
        ({"as_of": date(2023, 6, 19)}, [2]),
        ({"as_of": date(2023, 6, 20)}, [3, 2]),
        ({"as_of": date(2025, 6, 15)}, [6, 4, 3, 2]),
        ({"as_of": date(2025, 6, 14)}, [4, 3, 2]),
        ({"text": "le do"}, [4]),
        ({"text": "Lê Độ"}, [4]),
        ({"text": "son tra"}, [4]),
        ({"text": "100%"}, [3]),
        ({"text": "100% cha_mẹ"}, [3]),
        ({"text": "%"}, []),
        ({"text": "_"}, []),
        ({"text": "l_p"}, []),
        ({"text": "l%p"}, []),
        ({"text": "do uy ban"}, []),
        ({"text": "  "}, [6, 4, 3, 2]),
    ],
)
def test_a_filter_keeps_exactly_its_rows(seen: Engine, asked: dict[str, Any], rows: list[int]) -> None:
    shown = page(seen, Filters(**asked))
    assert places(shown.rows) == rows
    assert shown.total_rows == len(rows)


# What a row says, and whether it is of unusual size.
SIZES: list[tuple[dict[str, Any], bool]] = [
    ({"attendances_total": 19}, True),
    ({"attendances_total": 20}, False),
    ({"attendances_total": 150}, False),
    ({"attendances_total": 151}, True),
    ({"attendances_total": 0, "attendances": {}}, True),
    ({"count": 5, "attendances_total": 99}, True),
    ({"count": 5, "attendances_total": 750, "basis": "summary"}, False),
    ({"count": 5, "attendances_total": 751, "basis": "summary"}, True),
    ({"attendances_total": None, "attendances": {"parents": 100, "teachers": 51}}, True),
    ({"attendances_total": None, "attendances": {}}, False),
    ({"count": None, "attendances_total": 900, "basis": "summary"}, False),
    ({"count": 0, "attendances_total": 0, "attendances": {}, "basis": "declared_zero"}, False),
    ({"kind": "communication_session", "attendances_total": 49}, True),
    ({"kind": "communication_session", "attendances_total": 151}, False),
    ({"kind": "contest", "attendances_total": 9000}, False),
]


def test_a_row_of_unusual_size_is_one_by_its_average(engine: Engine, actor: Actor) -> None:
    rows = []
    for n, (changes, _) in enumerate(SIZES):
        day = date(2023, 3, 1 + n).isoformat()  # each of a day of its own, so that none is beside another
        alone = {
            "title": f"{n}: {changes}",
            "start_date": day,
            "end_date": day,
            "attendances": {"parents": 3},
        }
        rows.append(record(**(alone | changes)))
    made = report(*rows, kind="activities")
    accept(engine, actor, "tep.xlsx", bytes_of(made), made)
    wanted = {f"{n}: {changes}" for n, (changes, unusual) in enumerate(SIZES) if unusual}
    shown = page(engine, Filters(unusual=True))
    assert {row["title"] for row in shown.rows} == wanted
    assert (shown.total_rows, sum(map(len, stream(engine, Filters(unusual=True))))) == (len(wanted),) * 2


def test_rows_that_do_not_say_how_many_activities_they_are(engine: Engine, actor: Actor) -> None:
    span = {"basis": "summary", "title": None, "start_date": "2023-03-15", "end_date": "2023-06-14"}
    zero = {"basis": "declared_zero", "kind": None, "count": 0, "attendances": {}, "attendances_total": 0}
    unsaid = record(**span, unit="490", count=None)
    made = report(record(), unsaid, record(**zero, title=None, unit="491"))
    accept(engine, actor, "tep.xlsx", bytes_of(made), made)
    shown = page(engine, Filters(lacking=Lacking.COUNT))
    assert [row["unit"] for row in shown.rows] == ["490"]
    assert shown.totals == {"training_class": {"rows": 1, "count": 0, "attendances": 30}}


def test_attendances_of_no_said_audience_are_summed_without_the_others(engine: Engine, actor: Actor) -> None:
    part = record(title="một phần", attendances={"parents": 20, "teachers": 5}, attendances_total=60)
    none = record(title="chỉ có tổng", attendances={}, attendances_total=40)
    made = report(record(), part, none)
    accept(engine, actor, "tep.xlsx", bytes_of(made), made)
    shown = page(engine, Filters(lacking=Lacking.AUDIENCE))
    assert {row["title"] for row in shown.rows} == {"một phần", "chỉ có tổng"}
    assert shown.totals == {"training_class": {"rows": 2, "count": 2, "attendances": 35 + 40}}


def test_what_the_index_of_words_holds_is_searched_literally(seen: Engine, monkeypatch: Any) -> None:
    monkeypatch.setattr(activities, "fold", lambda text: text)
    assert page(seen, Filters(text="l_p")).total_rows == 0
    assert page(seen, Filters(text="l%p")).total_rows == 0
    assert page(seen, Filters(text="lop")).total_rows == 2


def test_without_an_as_of_day_nothing_after_the_default_day_counts(seen: Engine, monkeypatch: Any) -> None:
    monkeypatch.setattr(activities, "default_as_of", lambda: date(2023, 5, 12))
    assert places(page(seen, Filters()).rows) == [2]


def test_totals_keep_kinds_apart(seen: Engine) -> None:
    assert page(seen, Filters()).totals == {
        "communication_session": {"rows": 1, "count": 1, "attendances": 210},
        "training_class": {"rows": 3, "count": 9, "attendances": 150},
    }


def test_totals_of_an_audience_are_its_own_attendances(seen: Engine) -> None:
    totals = page(seen, Filters(audience=Audience.PARENTS)).totals
    assert {kind: total["attendances"] for kind, total in totals.items()} == {
        "communication_session": 10,
        "training_class": 60,
    }


def test_totals_are_of_the_whole_view_whatever_the_page(seen: Engine) -> None:
    whole, part = page(seen, Filters()), page(seen, Filters(), limit=1, offset=2)
    assert places(part.rows) == [3]
    assert (part.total_rows, part.totals) == (whole.total_rows, whole.totals)


@pytest.mark.parametrize(
    ("order", "rows"),
    [
        ("-date", [6, 4, 3, 2]),
        ("date", [2, 3, 4, 6]),
        ("-attendances", [4, 6, 3, 2]),
        ("attendances", [2, 3, 6, 4]),
    ],
)
def test_an_order_puts_the_rows_as_it_says(seen: Engine, order: str, rows: list[int]) -> None:
    assert places(page(seen, Filters(), order=order).rows) == rows
    assert order in ORDERS


@pytest.mark.parametrize("chunk", [1, 2, 3, 100])
@pytest.mark.parametrize("order", ORDERS)
def test_stream_and_page_agree(seen: Engine, chunk: int, order: str) -> None:
    parts = list(stream(seen, Filters(), chunk=chunk, order=order))
    assert max(map(len, parts)) <= chunk
    streamed = [
        {str(name): None if pd.isna(value) else value for name, value in row.items()}
        for part in parts
        for row in part.to_dict("records")
    ]
    single = page(seen, Filters(), order=order).rows
    dates = ("start_date", "end_date", "counted_on")
    assert streamed == [row | {name: pd.Timestamp(row[name]) for name in dates} for row in single]


def test_an_empty_view_still_has_its_columns(seen: Engine) -> None:
    [only] = stream(seen, Filters(text="không có"))
    [whole] = stream(seen, Filters())
    assert (len(only), page(seen, Filters(text="không có")).rows) == (0, [])
    assert list(only.columns) == list(whole.columns) == list(page(seen, Filters()).rows[0])
    assert only.dtypes.equals(whole.dtypes)


def test_a_row_tells_all_and_where_it_comes_from(seen: Engine, actor: Actor) -> None:
    row = dict(page(seen, Filters(unit="493")).rows[0])
    uploaded_at = row.pop("uploaded_at")
    assert uploaded_at.utcoffset().total_seconds() == 0
    assert (row.pop("id") > 0, row.pop("submission_id") > 0) == (True, True)
    missing = {name for name, value in row.items() if value is None}
    assert {name: value for name, value in row.items() if name not in missing} == {
        "unit": "493",
        "unit_name": "Quận Sơn Trà",
        "kind": "communication_session",
        "title": "Buổi 3",
        "start_date": date(2024, 1, 10),
        "end_date": date(2024, 1, 10),
        "counted_on": date(2024, 1, 10),
        "count": 1,
        "organiser": "UBND quận Hải Châu",
        "school": "Trường THCS Lê Độ",
        "att_parents": 10,
        "att_children_in_school": 200,
        "basis": "detail",
        "file_name": "tep.xlsx",
        "sheet": "A",
        "row": 4,
        "uploaded_by": actor.name,
        "review": "official",
    }
    assert missing == {
        "delivery",
        "ward",
        "att_children_out_of_school",
        "att_teachers",
        "att_child_workers",
        "att_officials",
        "att_other",
        "attendances_total",
        "female",
        "size_reason",
        "said_from",
        "said_count",
        "said_attendances",
    }


def test_rows_that_no_longer_count_are_not_shown(filled: Engine, actor: Actor) -> None:
    newer = report(record(title="Lớp 1", female=5, source={"sheet": "B", "row": 9}))
    receipt = accept(filled, actor, "moi.xlsx", bytes_of(newer), newer)
    assert places(page(filled, Filters()).rows) == [6, 4, 3, 9]
    withdraw(filled, actor, receipt.submission.id)
    assert places(page(filled, Filters()).rows) == [6, 4, 3, 2]


def test_a_declaration_of_zero_without_a_kind_is_a_row_of_no_kind(filled: Engine, actor: Actor) -> None:
    nothing = record(
        kind=None, title=None, basis="declared_zero", count=0, attendances={}, attendances_total=0
    )
    made = report(nothing | {"source": {"sheet": "B", "row": 9}})
    before = page(filled, Filters())
    accept(filled, actor, "khong.xlsx", bytes_of(made), made)
    after = page(filled, Filters())
    assert (after.total_rows, after.totals) == (before.total_rows + 1, before.totals)
    assert [row["kind"] for row in after.rows if row["row"] == 9] == [None]
