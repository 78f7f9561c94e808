"""Two states of figures: what differs stands there once, and every cause that is named lies within the figure."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from exports.edition import words as edition_words
from program.editions.causes import Cause, Touch, Why
from program.editions.compare import SAID, Days, Difference, by_unit, compare, counted
from program.editions.issued import Text
from program.editions.parts import Part
from program.editions.states import State, comparison
from program.filters import parse_filters

YEAR, DAY = parse_filters({"period": "2023"}), date(2023, 12, 14)
DAYS = Days(YEAR, DAY, DAY)
AT = datetime(2024, 1, 5, tzinfo=UTC)
PARENTS = frozenset({"activities", "activities:parents", "attendances", "attendances:parents"})


def figure(measure: str = "activities", unit: str = "492", **said: Any) -> dict[str, Any]:
    """A figure of classes, as the list gives it."""
    kind = (
        None
        if measure in ("T1", "T2", "schools_reached", "units_reported", "tasks_done")
        else "training_class"
    )
    unknown = dict.fromkeys(SAID) | {"start_date": "2022-12-15", "end_date": "2023-12-14"}
    return {"measure": measure, "kind": kind, "audience": None, "unit": unit} | unknown | said


def touched(why: Why = Why.LATE, entry: int = 9, **said: Any) -> Cause:
    """A file of Hải Châu that brought a class on a day of May."""
    given: dict[str, Any] = {
        "unit": "492",
        "kind": "training_class",
        "first": date(2023, 5, 2),
        "measures": PARENTS,
    }
    given |= said
    touch = Touch(
        given["unit"], given["kind"], given["first"], given.get("last", given["first"]), given["measures"]
    )
    return Cause(why, entry, AT, 12, "tep.xlsx", (given["unit"],), ("2023-Q2",), touches=frozenset({touch}))


# What the second file of a test moved, of Hải Châu and of a ward of former Quảng Nam.
MOVED = {
    ("activities", "training_class", None, "492"): 2,
    ("attendances", "training_class", "parents", "492"): -1,
    ("activities", "training_class", None, "20335"): 5,
}


def one(
    old: dict[str, Any] | None, new: dict[str, Any] | None, *causes: Cause, days: Days = DAYS
) -> Difference:
    """The only difference of one figure."""
    (found,) = compare([old] if old else [], [new] if new else [], causes, days)
    return found


NUMBERS = some.none() | some.integers(0, 3)
FIGURES = some.dictionaries(
    some.tuples(
        some.sampled_from(["activities", "attendances", "female", "units_reported"]),
        some.sampled_from([None, "training_class", "contest"]),
        some.sampled_from([None, "parents"]),
        some.sampled_from(["city", "492", "493"]),
    ),
    some.fixed_dictionaries({name: NUMBERS for name in SAID if name != "status"}),
    max_size=12,
)


@settings(max_examples=40)
@given(FIGURES, FIGURES)
def test_every_figure_that_differs_stands_there_once_and_none_that_is_equal(old: Any, new: Any) -> None:
    def listed(told: Any) -> list[dict[str, Any]]:
        names = ("measure", "kind", "audience", "unit")
        return [dict(zip(names, key, strict=True)) | said | {"status": None} for key, said in told.items()]

    found = compare(listed(old), listed(new), [touched(), replace(touched(entry=10), moved=MOVED)], DAYS)
    nothing = {name: None for name in SAID if name != "status"}
    differ = {key for key in {*old, *new} if old.get(key, nothing) != new.get(key, nothing)}
    assert [(d.measure, d.kind, d.audience, d.unit) for d in found] == list(
        dict.fromkeys((d.measure, d.kind, d.audience, d.unit) for d in found)
    )
    assert {(d.measure, d.kind, d.audience, d.unit) for d in found} == differ
    for d in found:
        before = old.get((d.measure, d.kind, d.audience, d.unit), nothing)
        after = new.get((d.measure, d.kind, d.audience, d.unit), nothing)
        assert {name: d.said(name) for name in d.changed} == {
            name: (before[name], after[name]) for name in nothing if before[name] != after[name]
        }
        assert sum(part.amount for part in d.parts) == (after["value"] or 0) - (before["value"] or 0)
        assert all(any(t.unit == d.unit or d.unit == "city" for t in c.touches) for c in d.causes)
    assert sum(counted(found).values()) == sum(map(len, by_unit(found).values())) == len(found)


def test_what_is_unknown_is_as_what_is_not_there() -> None:
    assert compare([figure()], [], [], DAYS) == ()
    assert one(None, figure(value=0)).said("value") == (None, 0)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ({}, True),
        ({"unit": "493"}, False),
        ({"kind": "contest"}, False),
        ({"first": date(2022, 12, 14)}, False),
        ({"first": date(2022, 12, 15)}, True),
        ({"first": date(2023, 12, 15)}, False),
        ({"measures": frozenset({"female"})}, True),
    ],
    ids=[
        "its own",
        "another unit",
        "another kind",
        "day before",
        "first day",
        "day after",
        "kind and days alone",
    ],
)
def test_a_cause_is_named_where_it_lies_within_the_figure(said: dict[str, Any], names: bool) -> None:
    found = one(figure(value=3), figure(value=4), touched(**said))
    assert bool(found.causes) is names
    assert found.why == ((Why.LATE,) if names else ())


def test_the_closest_cause_stands_alone() -> None:
    """A file that gave only the number of women did not change the number of classes, where another file did."""
    women = touched(Why.CORRECTED, measures=frozenset({"female"}))
    assert one(figure(value=3), figure(value=4), women, touched()).why == (Why.LATE,)


def test_what_becomes_known_comes_from_any_report_of_the_unit() -> None:
    other = touched(kind="contest", measures=frozenset({"activities"}))
    assert one(figure(value=None), figure(value=0), other).why == (Why.LATE,)
    assert one(figure(value=0), figure(value=1), other).why == ()


def test_a_unit_that_leaves_the_list_takes_its_targets_with_it() -> None:
    gone = touched(Why.WITHDRAWN)
    for was, now in (([figure("T1", target=100.0)], []), ([], [figure("T1", target=100.0)])):
        (found,) = compare(was, now, [gone, touched(Why.LATE, 5, unit="493")], DAYS)
        assert found.why == (Why.WITHDRAWN,)


def test_the_city_follows_its_units_and_no_unit_of_former_quang_nam() -> None:
    assert one(figure(unit="city", value=3), figure(unit="city", value=4), touched()).why == (Why.LATE,)
    far = touched(unit="20335", first=date(2025, 8, 1))
    days = Days(parse_filters({"period": "2025"}), date(2025, 12, 14), date(2025, 12, 14))
    assert one(figure(unit="city", value=3), figure(unit="city", value=4), far, days=days).why == ()


def test_a_target_explains_what_is_measured_against_it() -> None:
    target = Cause(Why.TARGET, 8, AT, 13, indicator="L-sessions", units=("492",), before=40.0, after=50.0)
    sessions = {"measure": "activities", "kind": "communication_session"}
    old, new = figure(**sessions, target=40, pace=1.0), figure(**sessions, target=50, pace=0.8)
    assert one(old, new, target, touched(kind="communication_session")).why == (Why.TARGET,)
    assert one(old | {"unit": "493"}, new | {"unit": "493"}, target).why == ()
    # Of several rows of a target each has its part, where they lie within the period and add up.
    halves = [
        replace(target, entry=n, submission=n, before=old_, after=new_, days=(date(2022, 12, day), date(2023, 6, day)))
        for n, old_, new_, day in ((13, 15.0, 20.0, 15), (14, 25.0, 30.0, 16))
    ]  # fmt: skip
    words = edition_words.change(one(old, new, *halves))
    assert "mục tiêu 40 → 50 (+5: lần nộp số 13; +5: lần nộp số 14)" in words
    assert "mục tiêu 40 → 50 (+10)" in edition_words.change(one(old, new, halves[0], target))
    # What is asked for moves nothing that was done.
    assert [part.causes for part in one(old | {"value": 1}, new | {"value": 2}, target).parts] == [()]
    # The target of another year moves no figure of this one, though its state may change by what was sent.
    later = replace(target, days=(date(2023, 12, 15), date(2024, 12, 14)))
    assert (
        one(old, new, later, replace(target, days=(date(2023, 1, 1), date(2023, 3, 1))))
        .causes[0]
        .days[0]
        .year
        == 2023
    )
    assert one(old, new, later).why == ()
    assert one(old | {"value": 1}, new | {"value": 2}, target, touched(kind="communication_session")).why == (
        Why.TARGET,
        Why.LATE,
    )


def test_the_line_of_the_city_is_that_of_units_in_shares_of_schools() -> None:
    target = Cause(Why.TARGET, 8, AT, 13, indicator="T1", units=("city",))
    assert one(figure("T1", target=100), figure("T1", target=90), target).why == (Why.TARGET,)


def test_an_edition_of_before_the_national_targets_held_by_themselves_had_none() -> None:
    target = Cause(Why.TARGET, 8, AT, 13, indicator="T1", units=("city",), after=100.0)
    old, new = figure("T1", "city"), figure("T1", "city", target=100)
    assert one(old, new).why == (Why.DECREE,)
    assert one(old, new, target).why == (Why.TARGET,)
    assert one(new, old).why == ()


def test_schools_move_by_their_register_and_by_what_reached_them() -> None:
    register = touched(
        Why.SCHOOLS,
        kind=None,
        first=date(2021, 6, 1),
        last=date(2025, 12, 31),
        measures=frozenset({"schools"}),
    )
    visit = touched(measures=frozenset({"schools", "activities"}))
    assert one(
        figure("schools_reached", denominator=4), figure("schools_reached", denominator=5), register, visit
    ).why == (
        Why.SCHOOLS,
        Why.LATE,
    )
    early = touched(first=date(2022, 12, 20), measures=frozenset({"schools"}))
    gone = touched(first=date(2022, 12, 1), measures=frozenset({"schools"}))
    assert one(figure("T1", value=50), figure("T1", value=60), early, gone).causes == (early,)


def test_supplied_figures_and_the_removal_of_demo_data() -> None:
    supplied = Cause(Why.SUPPLIED, 8, AT, indicator="T2", units=("city",))
    gone = Cause(Why.DEMO, 9, AT)
    old, new = figure("T2", "city", value=90), figure("T2", "city", value=95)
    assert one(old, new, supplied).why == (Why.SUPPLIED,)
    assert one(old, new, supplied, gone).why == (Why.SUPPLIED, Why.DEMO)
    assert one(figure(value=1), figure(value=0), supplied, gone).why == (Why.DEMO,)


def test_another_day_is_a_cause_only_where_the_days_differ() -> None:
    days = Days(YEAR, date(2023, 6, 30), DAY)
    assert one(figure(value=3), figure(value=4), days=days).why == (Why.DAY,)
    assert one(figure(value=3), figure(value=4), touched(), days=days).why == (Why.LATE,)
    assert one(figure(value=3, expected=5), figure(value=4, expected=9), touched(), days=days).why == (
        Why.DAY,
        Why.LATE,
    )
    assert one(figure(value=3), figure(value=4)).why == ()


def test_tasks_move_by_their_list() -> None:
    tasks = touched(
        Why.TASKS, kind=None, first=date(2021, 6, 1), last=date(2025, 12, 31), measures=frozenset({"tasks"})
    )
    found = one(figure("tasks_done", denominator=3), figure("tasks_done", denominator=4), tasks, touched())
    assert found.why == (Why.TASKS,)


def test_texts_settings_and_what_is_provisional_stand_side_by_side() -> None:
    def part(code: str, text: str) -> Text:
        return Text("II. KẾT QUẢ", code, "1. Lớp", text, False)

    old = State(
        (figure(value=1, provisional=1),),
        (part("a", "Một.\nHai."), part("b", "Như cũ.")),
        {"to": "", "today": "x"},
        DAY,
    )
    new = State(
        (figure(value=1, provisional=0),),
        (part("a", "Một.\nBa."), part("b", "Như cũ."), part("c", "Mới.")),
        {"to": "Bộ"},
        DAY,
    )
    found = comparison(YEAR, old, new, [])
    assert (found.differences, found.provisional) == ((), (1, 0))
    assert [(r.old, r.new) for r in found.reworded] == [(("Hai.",), ("Ba.",)), ((), ("Mới.",))]
    assert dict(found.settings) == {"to": ("", "Bộ")}
    assert found
    assert not comparison(YEAR, new, new, [])


def test_a_difference_is_the_sum_of_what_each_cause_moved_and_of_a_rest() -> None:
    late, mended = (
        replace(touched(why, n), moved={("activities", "training_class", None, "492"): moved, **outside})
        for why, n, moved, outside in (
            (Why.LATE, 3, 120, {("activities", "training_class", None, "20335"): 7}),
            (Why.CORRECTED, 4, -15, {}),
        )
    )
    idle = replace(touched(Why.ADDED, 5), moved={("female", "training_class", None, "492"): 9})
    every = (late, mended, idle)
    for unit in ("492", "city"):
        told = one(figure(unit=unit, value=10), figure(unit=unit, value=115), *every)
        assert told.parts == (Part(120, (late,)), Part(-15, (mended,)))
        assert told.causes == (late, mended)
        assert edition_words.sum_of(told) == "+120 nộp muộn; −15 sửa báo cáo đã nộp"
    told = one(figure(value=None), figure(value=107), *every)
    assert told.parts[-1] == Part(2, (idle,))
    told = one(figure(value=0), figure(value=107), late, mended)
    assert edition_words.parts(told)[1:] == [
        ("−15: sửa báo cáo đã nộp (lần nộp số 12)", mended),
        ("+2: chưa rõ nguyên nhân", None),
    ]
    assert edition_words.sum_of(one(figure(value=1), figure(value=2))) == "chưa rõ nguyên nhân"


def test_what_is_counted_by_unit_adds_up_from_the_units() -> None:
    late, taken = (
        touched(Why.LATE, 3, measures=frozenset({"reported"}), kind=None),
        touched(Why.WITHDRAWN, 4, unit="493", measures=frozenset({"reported"}), kind=None),
    )
    old = [
        figure("units_reported", code, value=n)
        for code, n in (("city", 3), ("492", 0), ("493", 1), ("20335", 0))
    ]
    new = [
        figure("units_reported", code, value=n)
        for code, n in (("city", 3), ("492", 1), ("493", 0), ("20335", 1))
    ]
    new[0] |= {"value": 4}
    old[2] |= {"value": 0}
    new[2] |= {"value": 0}
    (city, *_) = compare(old, new, (late, taken), DAYS)
    assert (city.parts, city.causes) == ((Part(1, (late,)),), (late,))
    shares = compare([figure("T1", "city", value=40.0)], [figure("T1", "city", value=42.5)], (), DAYS)
    assert shares[0].parts == (Part(2.5, ()),)
