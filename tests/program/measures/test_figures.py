from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from program.filters import FilterError, Filters, address, parse_filters
from program.measures.analysis import default_as_of
from program.measures.completeness import completeness
from program.measures.figure_list import figures
from program.measures.figures import progress
from program.reporting.quarters import QUARTERS
from program.units import BREAK, DISTRICTS_END
from program.views.all_units import tiers, unit_in_depth, units_view
from program.views.beside_totals import priority_shares
from program.views.by_quarter import NoNumber
from program.views.overview import overview
from program.vocabulary import INDICATORS, Audience, Delivery, Kind, Status
from tests.program.frames import built, record, school, target


def figure(found: list[dict], measure: str, kind=None, audience=None, unit="city") -> dict:
    same = [
        f
        for f in found
        if (f["measure"], f["kind"], f["audience"], f["unit"]) == (measure, kind, audience, unit)
    ]
    assert len(same) == 1
    return same[0]


def view(**asked: str) -> Filters:
    return parse_filters(asked)


RECORDS = st.builds(
    record,
    st.sampled_from(["490", "492", "HLHPN", "20242"]),
    st.dates(date(2021, 6, 1), date(2025, 12, 31)),
    kind=st.sampled_from([str(k) for k in Kind]),
    count=st.integers(0, 5),
    delivery=st.sampled_from([*map(str, Delivery), None]),
    seats=st.dictionaries(st.sampled_from([str(a) for a in Audience]), st.integers(0, 200), max_size=3),
    female=st.none() | st.integers(0, 50),
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(RECORDS, max_size=25),
    st.sampled_from(["all", "2023", "2022-H2", "2024-Q1", "2023-05"]),
    st.sampled_from(["report", "civil", "school"]),
    st.dates(date(2021, 6, 1), date(2025, 12, 31)),
    st.sampled_from([None, "in_person"]),
)
def test_every_figure_is_the_plain_sum_of_its_records(rows, period, calendar, as_of, delivery) -> None:
    asked = {"period": period, "calendar": calendar, "as_of": as_of.isoformat(), "delivery": delivery or ""}
    filters = parse_filters(asked)
    end = min(filters.period.end, as_of)
    inside = [
        r
        for r in rows
        if filters.period.start <= r["counted_on"].date() <= end
        and (not delivery or r["delivery"] == delivery)
    ]
    anything = [r for r in rows if filters.period.start <= r["counted_on"].date() <= end]
    for f in figures(built(rows), filters):
        own = [r for r in inside if f["unit"] in ("city", r["unit"])]
        if not [r for r in anything if f["unit"] in ("city", r["unit"])]:
            assert f["value"] in (None, 0) or f["measure"] == "units_reported"
            assert (
                f["value"] is None
                or f["measure"] == "units_reported"
                or _heard(rows, f["unit"], filters, end)
            )
            continue
        of_kind = [r for r in own if r["kind"] == f["kind"]]
        audience = f"att_{f['audience']}"
        unsaid = {"female": "female", "attendances": "attendances_total"}.get(f["measure"])
        whole = "count" if f["measure"] == "activities" else "attendances_total"
        if (unsaid and of_kind and all(r[unsaid] is None for r in of_kind)) or (
            f["audience"] and _for_nobody_said(of_kind, whole)
        ):
            want = None
        elif f["measure"] == "activities":
            want = sum(r["count"] for r in of_kind if f["audience"] is None or (r[audience] or 0) > 0)
        elif f["measure"] == "attendances":
            want = sum((r[audience] if f["audience"] else r["attendances_total"]) or 0 for r in of_kind)
        elif f["measure"] == "female":
            want = sum(r["female"] or 0 for r in of_kind)
        else:
            continue
        assert f["value"] == want, f


def _heard(rows: list[dict], unit: str, filters: Filters, end: date) -> bool:
    """A report quarter of which the days hold the middle and the end had a record, though on another day."""
    return any(
        q.contains(r["counted_on"].date())
        for q in QUARTERS
        if filters.period.start <= q.start + (q.end - q.start) // 2 and q.end <= end
        for r in rows
        if unit in ("city", r["unit"])
    )


def _for_nobody_said(rows: list[dict], whole: str) -> bool:
    """There is something of the kind, and no record of it says for whom."""
    divided = any((row[f"att_{audience}"] or 0) > 0 for row in rows if row[whole] for audience in Audience)
    return any(row[whole] for row in rows) and not divided


def test_silence_is_not_zero_and_a_declared_zero_is() -> None:
    q = QUARTERS[5]
    found = built(
        [
            record("492", q.start, seats={"parents": 40}),
            record("490", q.start, end=q.end, kind=None, basis="declared_zero", count=0, total=0),
        ]
    )
    figs = figures(found, view(period=q.code, as_of="2025-12-31"))
    assert figure(figs, "activities", "training_class", None, "490")["value"] == 0
    assert figure(figs, "activities", "training_class", None, "497")["value"] is None
    assert figure(figs, "units_reported")["value"] == 2
    assert figure(figs, "attendances", "training_class", "parents")["completeness"] == {
        "reported": 2,
        "expected": 7,
    }


def test_what_no_record_gives_is_unknown_and_not_zero() -> None:
    summary = record("TD", date(2023, 2, 1), basis="summary", seats={"parents": 90}) | {"count": None}
    figs = figures(built([summary]), view(period="2023", unit="TD"))
    assert figure(figs, "activities", "training_class", None, "TD")["value"] is None
    assert figure(figs, "attendances", "training_class", "parents", "TD")["value"] == 90
    assert figure(figs, "female", "training_class", None, "TD")["value"] is None
    assert figure(figs, "activities", "contest", None, "TD")["value"] == 0
    shown = overview(built([summary]), view(unit="TD"))
    assert shown.seats[Kind.TRAINING_CLASS].activities is None


def test_for_whom_is_unknown_and_not_nobody_where_no_record_says_it() -> None:
    day, whole = date(2023, 2, 1), date(2021, 6, 1)
    undivided = record("492", day, count=3, total=90)
    targets = [
        target(code, "492", whole, date(2025, 6, 30), 100) for code in ("L-classes-parents", "L-parents")
    ]
    found, asked = built([undivided], targets), view(period="2023", unit="492", as_of="2025-12-31")
    figs = figures(found, asked)
    for measure in ("activities", "attendances"):
        told = figure(figs, measure, "training_class", "parents", "492")
        assert (told["value"], told["status"], told["pace"]) == (None, "not_assessable", None)
        assert figure(figs, measure, "communication_session", "parents", "492")["value"] == 0
    assert figure(figs, "attendances", "training_class", None, "492")["value"] == 90
    seats = overview(found, asked).seats[Kind.TRAINING_CLASS]
    assert (seats.total, seats.undivided, seats.priority) == (90, 90, None)
    assert [s.share for s in priority_shares(found, Kind.TRAINING_CLASS, asked)] == [None]
    shown = units_view(found, "L-parents", "districts", asked)
    assert shown.cells["492", "2023-Q1"] is NoNumber.UNTOLD
    assert all(p.recent is None and p.heard == (p.unit == "492") for p in shown.ranked)

    # As soon as one record says it, the sum of those that do is known.
    some = built([undivided, record("492", day, seats={"children_in_school": 20})], targets)
    figs = figures(some, asked)
    assert figure(figs, "activities", "training_class", "parents", "492")["value"] == 0
    assert figure(figs, "attendances", "training_class", "children_in_school", "492")["value"] == 20
    assert overview(some, asked).seats[Kind.TRAINING_CLASS].priority == 0


def test_a_target_is_held_against_the_path_of_its_day() -> None:
    targets = [target("L-parents", "492", date(2022, 12, 15), date(2023, 12, 14), 2400)]
    found = built([record("492", date(2023, 3, 1), seats={"parents": 1840})], targets)
    f = figure(
        figures(found, view(period="2023", unit="492", as_of="2023-11-15")),
        "attendances", "training_class", "parents", "492",
    )  # fmt: skip
    assert f["target"] == 2400
    assert f["expected"] == pytest.approx(2400 * 336 / 365, abs=0.01)
    assert f["pace"] == pytest.approx(1840 / f["expected"], abs=0.0001)
    assert (f["status"], f["indicator"], f["authority"]) == ("needs_acceleration", "L-parents", "local")
    after = figure(
        figures(found, view(period="2023", unit="492", as_of="2024-01-31")),
        "attendances", "training_class", "parents", "492",
    )  # fmt: skip
    assert after["status"] == "not_met"


def test_without_a_target_there_is_none_in_the_figure() -> None:
    found = built([record("492", date(2023, 3, 1), seats={"parents": 40})])
    f = figure(figures(found, view(period="2023")), "attendances", "training_class", "parents")
    assert (f["indicator"], f["target"], f["expected"], f["pace"], f["status"]) == (None,) * 5


def test_national_targets_hold_as_the_decision_sets_them_until_others_are_stated() -> None:
    rows = [record("492", date(2024, 3, 1), school="Tiểu học A")]
    register = [school("Trường Tiểu học A", "492"), school("Trường THCS B", "490", "lower_secondary")]
    bare = progress(built(rows, [], register), INDICATORS["T1"], view(as_of="2024-06-30"))
    assert (bare.value, bare.target, bare.end) == (50, 100, date(2025, 12, 31))
    assert bare.expected == pytest.approx(100 * 1126 / 1675)  # days since 1-6-2021 of the programme's days
    assert [r.document for r in bare.rows] == ["Quyết định 830/QĐ-TTg"]
    of_unit = progress(built(rows, [], register), INDICATORS["T1"], view(as_of="2024-06-30", unit="492"))
    assert (of_unit.value, of_unit.target, of_unit.status) == (100, 100, "met")
    stated = [target("T1", "city", date(2021, 6, 1), date(2024, 5, 31), 80, "official")]
    own = progress(built(rows, stated, register), INDICATORS["T1"], view(as_of="2024-06-30"))
    assert (own.target, own.end, own.status) == (80, date(2024, 5, 31), "not_met")
    unknown = progress(built(rows, [], register), INDICATORS["T2"], view(as_of="2024-06-30"))
    assert (unknown.value, unknown.target, unknown.status) == (None, 100, "not_assessable")


def test_units_of_former_quang_nam_do_not_enter_the_citys_total() -> None:
    found = built([record("492", date(2025, 3, 1)), record("20335", date(2025, 8, 1))])
    figs = figures(found, view())
    assert figure(figs, "activities", "training_class")["value"] == 1
    assert figure(figs, "activities", "training_class", None, "20335")["value"] == 1


def test_no_unit_is_on_track_by_a_target_that_does_not_exist() -> None:
    found = built([record("492", date(2023, 3, 1), seats={"parents": 9})])
    for p in overview(found, view()).local:
        assert p.status == Status.NOT_ASSESSABLE


class TestSchools:
    SCHOOLS = (
        school("Trường Tiểu học Minh họa A", "492"),
        school("Trường THCS Minh họa B", "492", "lower_secondary"),
        school("Trường Mầm non Minh họa C", "492", "preschool"),
        school("Trường Tiểu học Minh họa D", "490"),
        school("Trường Tiểu học đã giải thể", "490", valid_to=date(2021, 12, 31)),
    )
    T1 = (target("T1", "48", date(2021, 6, 1), date(2025, 12, 31), 100, "official"),)

    def t1(self, rows, as_of: str, unit: str = "city"):
        found = built(rows, self.T1, self.SCHOOLS)
        return progress(found, INDICATORS["T1"], view(as_of=as_of, unit=unit))

    def test_a_school_counts_once_however_often_it_held_something(self) -> None:
        rows = [record("492", date(2024, 3, d), school="TH MINH HỌA A") for d in (1, 2, 3)]
        p = self.t1(rows, "2024-06-30")
        assert (p.numerator, p.denominator) == (1, 3)
        assert p.value == pytest.approx(100 / 3)

    def test_periodic_means_the_last_twelve_months(self) -> None:
        rows = [record("492", date(2023, 1, 10), school="Tiểu học Minh họa A")]
        assert self.t1(rows, "2024-01-09").numerator == 1
        assert self.t1(rows, "2024-01-10").numerator == 0

    def test_preschools_and_closed_schools_are_not_in_the_denominator(self) -> None:
        rows = [record("492", date(2024, 3, 1), school="Trường Mầm non Minh họa C")]
        p = self.t1(rows, "2024-06-30")
        assert (p.numerator, p.denominator) == (0, 3)

    def test_without_a_register_there_is_no_share(self) -> None:
        p = progress(
            built([record("492", date(2024, 3, 1))], self.T1), INDICATORS["T1"], view(as_of="2024-06-30")
        )
        assert (p.value, p.denominator, p.status) == (None, None, Status.NOT_ASSESSABLE)

    def test_its_target_is_the_whole_one_and_its_path_that_of_the_day(self) -> None:
        rows = [record("492", date(2024, 3, 1), school="Tiểu học Minh họa A")]
        p = self.t1(rows, "2024-06-30")
        assert p.target == 100
        assert p.expected == pytest.approx(100 * 1126 / 1675)
        assert p.status == Status.FAR_BEHIND

    def test_a_name_with_other_accents_is_another_school(self) -> None:
        found = built(
            [record("492", date(2024, 3, 1), school="Tiểu học Không có trong sổ")], self.T1, self.SCHOOLS
        )
        assert [u.name for u in found.register.unknown] == ["Tiểu học Không có trong sổ"]


class TestCompleteness:
    def test_reports_received_of_those_due(self) -> None:
        q1, q2 = QUARTERS[0], QUARTERS[1]
        found = built([record("492", q1.start), record("490", q2.start)])
        done = completeness(found, view(as_of=q2.end.isoformat()))
        assert (done.reports, done.due) == (2, 14)
        assert (done.reported, done.expected) == (2, 7)
        assert ("492", q2) in done.gaps
        assert ("492", q1) not in done.gaps

    def test_a_quarter_not_over_is_not_due(self) -> None:
        q1 = QUARTERS[0]
        found = built([record("492", q1.start)])
        done = completeness(found, view(as_of=(q1.end - timedelta(days=1)).isoformat()))
        assert (done.reports, done.due, done.expected) == (0, 0, 7)

    def test_a_summary_of_a_year_covers_its_quarters(self) -> None:
        found = built([record("492", date(2022, 12, 15), end=date(2023, 12, 14), basis="summary", count=12)])
        done = completeness(found, view(period="2023", unit="492"))
        assert (done.reports, done.due, done.reported, done.expected) == (4, 4, 1, 1)

    def test_after_the_break_the_new_units_are_expected(self) -> None:
        found = built([record("20242", date(2025, 8, 1))])
        done = completeness(found, view(period="2025-Q3"))
        assert (done.reported, done.expected) == (1, 15)

    @pytest.mark.parametrize(
        ("unit", "period", "expected"),
        [("20242", "2024", 0), ("20242", "2025-H1", 0), ("20242", "2025", 1), ("20242", "2025-H2", 1),
         ("492", "2025-H2", 1), ("492", "2025-Q4", 0), ("492", "2024", 1), ("HLHPN", "2024", 1)],
    )  # fmt: skip
    def test_nothing_is_expected_of_a_unit_that_did_not_stand(
        self, unit: str, period: str, expected: int
    ) -> None:
        asked = view(period=period, unit=unit)
        assert completeness(built([]), asked).expected == expected
        told = figure(figures(built([]), asked), "units_reported", unit=unit)
        assert (told["value"], told["denominator"]) == ((0, 1) if expected else (None, None))


def test_the_page_of_units_sets_silent_units_apart() -> None:
    targets = [
        target("L-sessions", u, date(2021, 6, 1), date(2025, 6, 30), 100) for u in ("490", "492", "497")
    ]
    rows = [
        record(u, date(2022, 3, 1), kind="communication_session", count=n)
        for u, n in (("490", 5), ("492", 70))
    ]
    found = built(rows, targets)
    shown = units_view(found, "L-sessions", "districts", view(as_of="2022-06-30"))
    assert [p.unit for p in shown.ranked][:2] == ["490", "492"]
    assert shown.ranked[-1].status == Status.NOT_ASSESSABLE
    assert shown.ranked[-1].value is None
    assert shown.cells["497", "2022-Q1"] is NoNumber.SILENT
    assert shown.cells["492", "2022-Q1"] == 70
    assert ("492", "2022-Q3") not in shown.cells


def test_a_district_that_has_ended_is_not_called_upon_to_catch_up_with_t1() -> None:
    rows = [record("492", date(2024, 9, 1), school="Trường Tiểu học A")]
    found = built(rows, (), [school("Trường Tiểu học A", "492"), school("Trường Tiểu học B", "492")])
    t1 = {
        day: progress(found, INDICATORS["T1"], view(unit="492", as_of=day))
        for day in ("2025-06-29", "2025-12-31")
    }
    assert [p.status for p in t1.values()] == [Status.FAR_BEHIND, Status.NOT_MET]
    assert [p.value for p in t1.values()] == [50, 50]


@pytest.mark.parametrize(
    ("rows", "held", "beyond"),
    [
        ([(date(2021, 6, 1), DISTRICTS_END, 100)], 100, None),
        # Set to the end of the programme: the half of 2025 that the district did not see is not its own to reach.
        ([(date(2025, 1, 1), date(2025, 12, 31), 365)], 181, date(2025, 12, 31)),
        (
            [(date(2021, 6, 1), date(2024, 12, 31), 90), (BREAK, date(2025, 12, 31), 50)],
            90,
            date(2025, 12, 31),
        ),
        ([(BREAK, date(2025, 12, 31), 50)], None, None),
    ],
)
@pytest.mark.parametrize("as_of", ["2025-06-30", "2025-12-31"])
def test_a_districts_verdict_is_that_of_its_last_day(
    rows: list, held: float | None, beyond: date, as_of: str
) -> None:
    """Whatever day is asked of, and whatever its target was set for."""
    targets = [target("L-sessions", "492", start, end, value) for start, end, value in rows]
    found = built([record("492", date(2022, 3, 1), kind="communication_session", count=70)], targets)
    p = unit_in_depth(found, "492", "L-sessions", view(as_of=as_of)).curve.progress
    assert (p.as_of, p.ended, p.set_beyond, p.needed) == (DISTRICTS_END, True, beyond, None)
    assert p.target == (held and pytest.approx(held))
    assert p.status == (Status.NOT_MET if held else Status.NOT_ASSESSABLE)
    assert p == next(
        q for q in units_view(found, "L-sessions", "districts", view(as_of=as_of)).ranked if q.unit == "492"
    )


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ({"as_of": "2024-06-30"}, ("districts",)),
        ({}, ("districts", "communes")),
        ({"period": "2025-Q4"}, ("communes",)),
    ],
)
def test_tiers_of_a_view(asked: dict, wanted: tuple) -> None:
    assert tiers(view(**asked)) == wanted


@pytest.mark.parametrize(
    "asked",
    [
        {"period": "2023-Q9"},
        {"unit": "nowhere"},
        {"kind": "class"},
        {"audience": "x"},
        {"delivery": "post"},
        {"as_of": "30/6/2024"},
        {"calendar": "lunar"},
    ],
)
def test_a_filter_that_is_not_understood_is_said_so(asked: dict) -> None:
    with pytest.raises(FilterError, match="“"):
        parse_filters(asked)


@given(
    st.sampled_from(["all", "2023", "2023-H1", "2024-Q3", "2022-07"]),
    st.sampled_from(["report", "civil", "school"]),
    st.sampled_from(["city", "492", "TD"]),
    st.sampled_from(["", "contest"]),
    st.sampled_from(["", "a & b"]),
)
def test_an_address_gives_its_view_back(period, calendar, unit, kind, text) -> None:
    filters = parse_filters({"period": period, "calendar": calendar, "unit": unit, "kind": kind, "q": text})
    assert parse_filters(address(filters)) == filters


def test_the_default_day_is_never_after_the_programme() -> None:
    assert default_as_of(date(2030, 1, 1)) == date(2025, 12, 31)
    assert default_as_of(date(2024, 5, 5)) == date(2024, 5, 5)
