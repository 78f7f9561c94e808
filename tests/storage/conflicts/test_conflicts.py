"""The desk over a store: what waits with both sources, what a decision about each kind does, two people at once."""

from typing import Any

import pytest
from sqlalchemy import Engine, select

from access import Actor, Denied, Right
from program.conflicts.crossings import Crossing
from program.conflicts.desk import Conflict, Repeated, Sort, at_stake
from program.filters import CITY, Filters
from program.measures import analysis as program_analysis
from program.measures.sizes import size
from program.periods import programme
from program.vocabulary import Kind
from storage import schema
from storage.conflicts import decisions, sizes
from storage.conflicts import desk as conflicts
from storage.conflicts.desk import waiting as desk
from storage.conflicts.subjects import VERDICTS, about_entry
from storage.intake.submissions import Refused, accept, withdraw
from storage.journal import log
from storage.reading.activities import page
from storage.reading.analysis import data_version, load
from storage.reading.provenance import provenance
from tests.storage.build import bytes_of, error, record, report
from tests.waiting import waiting

TWIN = [
    record(school="Trường THCS Trưng Vương"),
    record(unit="SO-GDDT", title="Tập huấn", organiser=None, school="THCS Trưng Vương", attendances={"parents": 33}, attendances_total=33),
]  # fmt: skip
SUMMED: dict[str, Any] = {
    "title": None, "organiser": None, "count": 9, "basis": "summary", "attendances": {"parents": 300},
    "attendances_total": 300,
}  # fmt: skip
HALVES = [
    record(unit="490", **SUMMED, start_date="2022-12-15", end_date="2023-06-14"),
    record(unit="490", **SUMMED, start_date="2023-01-01", end_date="2023-06-30") | {"count": 8},
]
LARGE = record(unit="493", title="Lớp lớn", attendances={"parents": 4000}, attendances_total=4000)


def year(number: int, rows: int = 6) -> list[dict[str, Any]]:
    return [
        record(
            unit="494", title=f"Lớp {n} năm {number}", start_date=f"{number}-05-1{n}", end_date=f"{number}-05-1{n}",
            attendances={"parents": 40 + n}, attendances_total=40 + n, source={"sheet": "A", "row": n + 3},
        )
        for n in range(rows)
    ]  # fmt: skip


def take(
    engine: Engine, actor: Actor, *records: dict[str, Any], name: str = "tep.xlsx", **options: Any
) -> int:
    made = report(*records, file=name)
    return accept(engine, actor, name, bytes_of(made), made, **options).submission.id


def seats(engine: Engine) -> int:
    return sum(total["attendances"] for total in page(engine, Filters()).totals.values())


def one(engine: Engine, sort: Sort) -> Conflict:
    (found,) = waiting(engine, sort)
    return found


def decide(engine: Engine, actor: Actor, entry: Conflict, verdict: str, reason: str = "đã hỏi") -> int:
    (number,) = decisions.decide(engine, actor, [about_entry(entry, verdict, reason)], [entry])
    return number


def test_everything_that_waits_is_one_list_with_both_sources(engine: Engine, actor: Actor) -> None:
    ours = take(engine, actor, TWIN[0], name="hai-chau.xlsx")
    theirs = take(engine, actor, TWIN[1], name="so.xlsx")
    summed = record(**SUMMED, start_date="2023-03-15", end_date="2023-06-14")
    quarter = take(engine, actor, summed, name="quy.xlsx")
    halves = take(engine, actor, *HALVES, name="lien-chieu.xlsx")
    large = take(engine, actor, LARGE, name="son-tra.xlsx")
    first, second = (take(engine, actor, *year(n), name=f"{n}.xlsx") for n in (2023, 2024))
    found = desk(engine)
    assert [(c.sort, c.units, c.seats, c.files) for c in found.waiting] == [
        (Sort.SIZE, ("493",), 4000, (large,)),
        (Sort.CROSSING, ("490",), 300, (halves,)),
        (Sort.BASIS, ("492",), 270, (ours, quarter)),
        (Sort.REPEAT, ("494",), 255, (first, second)),
        (Sort.TWIN, found.waiting[4].units, 33, (ours, theirs)),
    ]
    assert set(found.waiting[4].units) == {"492", "SO-GDDT"}
    assert (found.more, found.complete) == (0, True)
    assert at_stake(found.waiting) == 4858
    sides = conflicts.sources(engine, found.waiting)
    told = {
        c.sort: [
            (
                [(row["file_name"], row["sheet"], row["row"]) for row in side.rows],
                side.total,
                [f["id"] for f in side.files],
            )
            for side in sides[c.code]
        ]
        for c in found.waiting
    }
    assert told[Sort.SIZE] == [([("son-tra.xlsx", "Tháng 5", 6)], 1, [large]), ([], 0, [])]
    assert told[Sort.BASIS] == [
        ([("quy.xlsx", "Tháng 5", 6)], 1, [quarter]), ([("hai-chau.xlsx", "Tháng 5", 6)], 1, [ours]),
    ]  # fmt: skip
    assert told[Sort.REPEAT] == [
        ([("2023.xlsx", "A", n) for n in (8, 7, 6)], 6, [first]), ([("2024.xlsx", "A", n) for n in (8, 7, 6)], 6, [second]),
    ]  # fmt: skip
    assert [total for _, total, _ in told[Sort.CROSSING]] == [1, 1]
    assert {files[0] for _, _, files in told[Sort.TWIN]} == {ours, theirs}
    (who,) = {row["uploaded_by"] for side in sides[found.waiting[0].code] for row in side.rows}
    assert who == actor.name


def test_crossing_summaries_both_count_until_one_is_chosen(engine: Engine, actor: Actor) -> None:
    taken = take(engine, actor, *HALVES)
    found = one(engine, Sort.CROSSING)
    assert isinstance(found.told, Crossing)
    assert (found.told.first.activities, found.told.second.activities) == (9, 8)
    assert seats(engine) == 600
    number = decide(engine, actor, found, "second")
    assert (seats(engine), waiting(engine, Sort.CROSSING)) == (300, [])
    (shown,) = (row["count"] for row in page(engine, Filters()).rows)
    assert shown == 8
    decisions.undo(engine, actor, "crossing", number)
    assert seats(engine) == 600
    decide(engine, actor, found, "both")
    assert (seats(engine), waiting(engine, Sort.CROSSING)) == (600, [])
    withdraw(engine, actor, taken)
    with pytest.raises(Refused):
        decide(engine, actor, found, "first")


def test_a_size_is_right_while_the_row_says_the_same(engine: Engine, actor: Actor) -> None:
    take(engine, actor, LARGE)
    found = one(engine, Sort.SIZE)
    number = decide(engine, actor, found, "plausible", "cả ba trường")
    assert waiting(engine, Sort.SIZE) == []
    ((record_id, _),) = found.records
    assert [row["size_reason"] for row in page(engine, Filters()).rows] == ["cả ba trường"]
    assert [d.decision.reason for d in provenance(engine, record_id).decisions] == ["cả ba trường"]
    told = program_analysis.build(**vars(load(engine))).sizes
    span = programme()
    for unit, many in ((CITY, 1), ("493", 1), ("492", 0)):
        shown = size(told, Kind.TRAINING_CLASS, unit, span.start, span.end)
        assert (shown.unusual, shown.confirmed) == (many, many) if shown else not many
    assert page(engine, Filters(unusual=True)).total_rows == 1
    # Another number in a later file is another question; taken back, the first answer holds again.
    again = take(engine, actor, LARGE | {"attendances": {"parents": 5000}, "attendances_total": 5000})
    assert one(engine, Sort.SIZE).seats == 5000
    withdraw(engine, actor, again)
    assert waiting(engine, Sort.SIZE) == []
    decisions.undo(engine, actor, "size", number)
    assert one(engine, Sort.SIZE) == found
    assert [row["size_reason"] for row in page(engine, Filters()).rows] == [None]


def test_the_cell_that_the_check_found_is_quoted(engine: Engine, actor: Actor) -> None:
    finding = error("H6") | {"severity": "warning", "code": "implausible_size", "found": "4000"}
    made = report(LARGE, issues=[finding | {"cell": "H16"}, finding, finding | {"sheet": "Khác"}])
    number = accept(engine, actor, "t.xlsx", bytes_of(made), made).submission.id
    assert sizes.quoted(engine, actor, number, "Tháng 5", 6) == ("H6", "4000")
    assert sizes.quoted(engine, actor, number, "Tháng 5", 7) == ("A7", None)


def test_a_report_that_repeats_the_year_before_is_asked_about_once(engine: Engine, actor: Actor) -> None:
    take(engine, actor, *year(2023), name="a.xlsx")
    second = take(engine, actor, *year(2024), name="b.xlsx")
    found = one(engine, Sort.REPEAT)
    assert found.told == Repeated(6, 6)
    decide(engine, actor, found, "plausible")
    assert waiting(engine, Sort.REPEAT) == []
    (kept,) = decisions.decided(engine)
    assert kept.files == ("a.xlsx", "b.xlsx")
    withdraw(engine, actor, second)
    assert waiting(engine, Sort.REPEAT) == []


def summaries(number: int) -> list[dict[str, Any]]:
    spans = [(f"{number}-0{n}-01", f"{number}-0{n}-28") for n in range(1, 7)]
    return [
        record(unit="494", **SUMMED | {"count": n}, start_date=a, end_date=b) | {"kind": "contest"}
        for n, (a, b) in enumerate(spans, 1)
    ]


def test_a_file_of_summaries_may_repeat_too_and_stands_once(engine: Engine, actor: Actor) -> None:
    for number in (2023, 2024):
        take(engine, actor, *year(number), *summaries(number), name=f"{number}.xlsx")
    assert one(engine, Sort.REPEAT).told == Repeated(12, 12)


def test_of_two_people_the_second_is_told(engine: Engine, actor: Actor) -> None:
    take(engine, actor, TWIN[0])
    take(engine, actor, TWIN[1], *HALVES, LARGE)
    seen = {entry.sort: entry for entry in desk(engine).waiting}
    for sort, entry in seen.items():
        decide(engine, actor, entry, VERDICTS[sort.value][-1])
        before = data_version(engine)
        with pytest.raises(Refused, match=f"{actor.name} vừa quyết định về mục này, với lý do “đã hỏi”"):
            decide(engine, actor, entry, VERDICTS[sort.value][0])
        assert data_version(engine) == before
    kept = decisions.decided(engine)
    assert (len(kept), decisions.count(engine)) == (3, 3)
    with pytest.raises(Refused):
        decisions.undo(engine, actor, "twin", kept[0].id, 99)


def test_what_was_changed_meanwhile_is_not_decided(engine: Engine, actor: Actor) -> None:
    take(engine, actor, TWIN[0])
    take(engine, actor, TWIN[1], LARGE)
    summed = record(**SUMMED, start_date="2023-03-15", end_date="2023-06-14")
    take(engine, actor, summed)
    seen = desk(engine).waiting
    take(engine, actor, TWIN[0] | {"female": 3}, record(title="Một lớp nữa"), LARGE | {"female": 9})
    assert {c.sort for c in seen} == {Sort.TWIN, Sort.BASIS, Sort.SIZE}
    for entry in seen:
        with pytest.raises(Refused, match="vừa được người khác thay đổi"):
            decide(engine, actor, entry, VERDICTS[entry.sort.value][0])
    assert decisions.count(engine) == 0


def test_several_alike_are_decided_together_or_not_at_all(engine: Engine, actor: Actor) -> None:
    """The row of the file that was chosen counts, in whatever order the keys of a pair stand."""
    days = [{"start_date": f"2023-05-1{n}", "end_date": f"2023-05-1{n}"} for n in range(6)]
    ours = take(engine, actor, *(TWIN[0] | day for day in days))
    take(engine, actor, *(TWIN[1] | day for day in days))
    found = waiting(engine, Sort.TWIN)
    assert len(found) == 6
    assert {c.first.files for c in found} == {(ours,)}
    assert {c.turned for c in found} == {True, False}
    made = [about_entry(c, "first", "một lớp") for c in found]
    with pytest.raises(Refused):
        decisions.decide(engine, actor, [*made[:5], about_entry(found[5], "first", " ")], found)
    assert (seats(engine), decisions.count(engine)) == (6 * 63, 0)
    numbers = decisions.decide(engine, actor, made, found)
    assert (seats(engine), len(numbers)) == (6 * 30, 6)
    assert {row["submission_id"] for row in page(engine, Filters()).rows} == {ours}
    version = data_version(engine)
    decisions.undo(engine, actor, "twin", *numbers)
    assert (seats(engine), data_version(engine)) == (6 * 63, version + 1)
    assert waiting(engine, Sort.TWIN) == found


def test_the_log_tells_each_kind_by_its_own_words(engine: Engine, actor: Actor) -> None:
    take(engine, actor, *HALVES, LARGE)
    crossing, large = one(engine, Sort.CROSSING), one(engine, Sort.SIZE)
    number = decide(engine, actor, crossing, "both")
    decide(engine, actor, large, "plausible")
    decisions.undo(engine, actor, "crossing", number)
    table = schema.event
    query = select(table.c.action, table.c.before, table.c.after).where(table.c.action != log.ACCEPTED)
    with engine.connect() as connection:
        told = [tuple(row) for row in connection.execute(query.order_by(table.c.id))]
    both = {"verdict": "crossing:both", "reason": "đã hỏi"}
    assert told == [
        (log.DECIDED, None, both),
        (log.DECIDED, None, {"verdict": "size:plausible", "reason": "đã hỏi"}),
        (log.DECISION_UNDONE, both, None),
    ]


def test_only_who_decides_may(engine: Engine, actor: Actor) -> None:
    take(engine, actor, *HALVES, LARGE)
    submitter = Actor("an", "An", frozenset({Right.SUBMIT}))
    for entry in desk(engine).waiting:
        with pytest.raises(Denied):
            decide(engine, submitter, entry, VERDICTS[entry.sort.value][0])
    elsewhere = Actor("an", "An", frozenset({Right.DECIDE}), frozenset({"492"}))
    for entry in desk(engine).waiting:
        with pytest.raises(Denied):
            decide(engine, elsewhere, entry, VERDICTS[entry.sort.value][0])


def test_pairs_beyond_those_listed_are_counted(
    engine: Engine, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(
        engine,
        actor,
        *(TWIN[0] | {"start_date": f"2023-05-1{n}", "end_date": f"2023-05-1{n}"} for n in range(3)),
    )
    take(
        engine,
        actor,
        *(TWIN[1] | {"start_date": f"2023-05-1{n}", "end_date": f"2023-05-1{n}"} for n in range(3)),
    )
    monkeypatch.setattr(conflicts, "PAIRS", 2)
    found = desk(engine)
    assert (len(found.waiting), found.more) == (2, 1)
