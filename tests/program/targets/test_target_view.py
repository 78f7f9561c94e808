"""The page of targets: spans to choose from, who may have a target, what a change does beforehand."""

from datetime import date, timedelta
from itertools import pairwise

from program.filters import CITY, Filters
from program.measures.figure_list import figures
from program.measures.figures import progress
from program.periods import PROGRAMME_END, PROGRAMME_START, parse_period
from program.targets.listed import first_for_units, first_stated, local_indicators, offered, stated_besides
from program.targets.progress import TargetRow
from program.targets.view import Change, holders, moves, spans, sum_beside, targets_view
from program.units import BREAK
from program.vocabulary import INDICATORS, Status
from tests.program.frames import built, record, target

PARENTS = "L-classes-parents"
YEAR = (date(2022, 12, 15), date(2023, 12, 14))
HELD = [record("492", date(2023, 1, n), seats={"parents": 5}) for n in range(1, 11)]


def row(value: float) -> TargetRow:
    return TargetRow(*YEAR, value, "local", None)


def test_the_years_are_cut_at_the_break_and_what_is_set_is_among_them() -> None:
    own = (date(2023, 3, 1), date(2023, 9, 30))
    found = spans(built([], [target(PARENTS, "492", *own, 5)]), PARENTS)
    assert found[0] == (PROGRAMME_START, PROGRAMME_END)
    assert own in found
    years = [s for s in found[1:] if s != own]
    for (_, last), (first, _) in pairwise(years):
        assert first == last + timedelta(days=1)
    assert (years[0][0], years[-1]) == (PROGRAMME_START, (BREAK, PROGRAMME_END))
    assert own not in spans(built([]), PARENTS)


def test_indicators_beside_the_listed_ones_are_found_measured_and_named() -> None:
    """Those that a workbook set: a count by its code is held against its target, own words against nothing."""
    codes = ("L-activities-training_class", "L:Số câu lạc bộ")
    analysis = built(HELD, [target(code, "492", *YEAR, 20) for code in codes])
    assert tuple(i.code for i in stated_besides(analysis)) == codes
    view = Filters(unit="492", as_of=YEAR[1], period=parse_period("2023"))
    counted, kept = (progress(analysis, INDICATORS[code], view) for code in codes)
    assert (counted.value, counted.target, counted.status) == (10, 20, Status.NOT_MET)
    assert (kept.value, kept.target, kept.status) == (None, 20, Status.NOT_ASSESSABLE)
    listed = [f for f in figures(analysis, view) if f["indicator"] == codes[0]]
    assert [(f["measure"], f["audience"], f["target"]) for f in listed] == [("activities", None, 20)]
    assert [INDICATORS[code].label for code in codes] == ["Lớp tập huấn", "Số câu lạc bộ"]


def test_districts_may_have_targets_to_the_break_and_communes_after_it() -> None:
    analysis = built([])
    before, after, across = (
        set(holders(analysis, PARENTS, *days))
        for days in (YEAR, (BREAK, PROGRAMME_END), (PROGRAMME_START, PROGRAMME_END))
    )
    assert {CITY, "492", "HLHPN"} <= before
    assert "492" not in after
    assert {CITY, "20242", "HLHPN"} <= after
    assert {"492", "20242"} <= across
    assert "20242" not in before


def test_a_view_tells_the_gap_and_who_has_none() -> None:
    analysis = built(
        [],
        [target(PARENTS, "48", *YEAR, 30), target(PARENTS, "492", *YEAR, 12), target("T1", "48", *YEAR, 9)],
    )
    view = targets_view(analysis, (), PARENTS, *YEAR)
    assert view.lines[0].unit == CITY
    assert view.lines[0].row == row(30)
    assert view.gap
    assert (view.gap.whole, view.gap.parts, view.gap.count) == (30, 12, 1)
    assert set(view.ungiven) == {"490", "491", "493", "494", "495", "497"}
    assert view.indicators == 2
    assert sum_beside(analysis, "T1", *YEAR) is None  # shares have no sum


def test_a_change_is_what_its_rows_would_give() -> None:
    """Foretold from the rows in hand and built from the changed rows: the same progress, city and unit."""
    before = [target(PARENTS, "48", *YEAR, 20), target(PARENTS, "492", *YEAR, 5)]
    after = [target(PARENTS, "48", *YEAR, 8), target(PARENTS, "491", *YEAR, 3)]
    changes = [
        Change(CITY, row(20), row(8)),
        Change("492", row(5), None),
        Change("491", None, row(3)),
    ]
    told = moves(built(HELD, before), PARENTS, changes, date(2023, 12, 14))
    for analysis, place in ((built(HELD, before), 0), (built(HELD, after), 1)):
        for change, pair in zip(changes, told, strict=True):
            view = Filters(unit=change.unit, as_of=date(2023, 12, 14))
            assert pair[place] == progress(analysis, INDICATORS[PARENTS], view)
    assert [(a.status, b.status) for a, b in told] == [
        (Status.NOT_MET, Status.MET),
        (Status.MET, Status.NOT_ASSESSABLE),
        (Status.NOT_ASSESSABLE, Status.NOT_ASSESSABLE),
    ]


def test_indicators_outside_the_catalogue_stand_on_the_screens_once_somebody_has_a_target_for_them() -> None:
    classes, clubs, people = "L-activities-training_class", "L:Số câu lạc bộ", "L-attendances-teachers"
    usual = [i.code for i in local_indicators(built(HELD))]
    assert classes not in usual
    assert classes in [i.code for i in offered(built(HELD))]
    stated = built(HELD, [target(code, "492", *YEAR, 5) for code in (classes, clubs, people)])
    # Kinds are never summed, and nothing counts clubs: their targets are seen where targets are set.
    assert [i.code for i in local_indicators(stated)] == [*usual, classes]
    assert {classes, clubs, people} <= {i.code for i in offered(stated)}
    assert [i.code for i in local_indicators(stated, CITY)] == usual, "a district's is not the city's"
    assert [i.code for i in local_indicators(stated, "492")] == [*usual, classes]
    assert (first_for_units(built(HELD)), first_for_units(stated)) == (usual[0], classes)
    assert first_stated(stated) == classes
    p = progress(stated, INDICATORS[classes], Filters(unit="492"))
    assert (p.value, p.target) == (10, 5)
