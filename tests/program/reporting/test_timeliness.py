"""Who sent which report and when: states, days, deadlines, and sums that are never more or less than all."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from program import units
from program.filters import Filters
from program.measures.completeness import completeness
from program.reporting.quarters import QUARTERS
from program.reporting.tally import tally
from program.reporting.timeliness import (
    DEADLINE_DAYS,
    GRAINS,
    RECEIVED,
    Arrival,
    Arrivals,
    Campaign,
    Cell,
    Receipt,
    Receipts,
    Sent,
    campaigns,
    cells,
)
from tests.program.frames import built, record

Q = {q.code: q for q in QUARTERS}
DAY = timedelta(days=1)
LONG_AFTER = date(2026, 6, 30)
UNIT = "492"


def receipt(day: date, stated: bool = True, submission: int = 1) -> Receipt:
    return Receipt(day, stated, submission, "tep.xlsx")


def arrivals(by: Mapping[str, Arrival | date], since: date | None = None) -> Arrivals:
    """What Hải Châu reported, by quarter; a day stands for a report received on it."""
    return Arrivals(
        {
            (UNIT, code): said if isinstance(said, Arrival) else Arrival(receipt(said))
            for code, said in by.items()
        },
        since,
    )


def cell(by: Mapping[str, Arrival | date], window: str, as_of: date = LONG_AFTER, **more: date) -> Cell:
    grain = {"Q": "quarter", "H": "half"}.get(window[5:6], "year")
    return cells(arrivals(by, **more), grain, as_of)[UNIT, window]


def test_the_windows_of_the_decree() -> None:
    assert [c.window.code for c in campaigns("quarter")] == [q.code for q in QUARTERS]
    assert [c.window.code for c in campaigns("half")][:2] == ["2021-H2", "2022-H1"]
    assert campaigns("half")[1].window.start == date(2021, 12, 15)
    assert campaigns("half")[1].window.end == date(2022, 6, 14)


def test_the_year_in_which_units_changed_is_asked_for_in_halves() -> None:
    assert [c.window.code for c in campaigns("year")] == [
        "2021",
        "2022",
        "2023",
        "2024",
        "2025-H1",
        "2025-H2",
    ]
    assert [c.tier for c in campaigns("year")] == ["district"] * 5 + ["commune"]


@pytest.mark.parametrize("grain", GRAINS)
def test_every_quarter_is_owed_once_and_by_the_units_of_its_last_day(grain: str) -> None:
    owed = [(u.code, q.code) for c in campaigns(grain) for q in c.quarters for u in c.units]
    wanted = [(u.code, q.code) for q in QUARTERS for u in units.reporting_units(q.end)]
    assert sorted(owed) == sorted(wanted)


@pytest.mark.parametrize(
    ("window", "days", "last"),
    [
        ("2024-Q2", 10, date(2024, 6, 24)),
        ("2024-Q2", 30, date(2024, 7, 14)),
        ("2024-Q2", 1, date(2024, 6, 17)),  # 14-6-2024 is a Friday: the first working day after it
        ("2024-Q1", 1, date(2024, 3, 15)),
        ("2024-Q4", 0, date(2024, 12, 16)),  # a Saturday
    ],
)
def test_a_deadline_is_at_least_the_next_working_day(window: str, days: int, last: date) -> None:
    assert Campaign(Q[window], (Q[window],), ()).deadline(days) == last


LAST = date(2024, 6, 24)


@pytest.mark.parametrize(
    ("day", "sent", "days"),
    [
        (LAST - 5 * DAY, Sent.ON_TIME, None),
        (LAST, Sent.ON_TIME, None),
        (LAST + DAY, Sent.LATE, 1),
        (LAST + 12 * DAY, Sent.LATE, 12),
    ],
)
def test_a_report_that_came(day: date, sent: Sent, days: int | None) -> None:
    found = cell({"2024-Q2": day}, "2024-Q2")
    assert (found.sent, found.days, found.receipt) == (sent, days, receipt(day))


@pytest.mark.parametrize(
    ("as_of", "sent", "days"),
    [
        (Q["2024-Q2"].end - DAY, Sent.OPEN, None),
        (Q["2024-Q2"].end, Sent.NOT_DUE, None),
        (LAST, Sent.NOT_DUE, None),
        (LAST + DAY, Sent.MISSING, 1),
        (LAST + 45 * DAY, Sent.MISSING, 45),
    ],
)
def test_a_report_that_did_not_come(as_of: date, sent: Sent, days: int | None) -> None:
    found = cell({"2024-Q1": date(2024, 3, 20)}, "2024-Q2", as_of)
    assert (found.sent, found.days, found.receipt) == (sent, days, None)


def test_a_report_that_came_after_the_as_of_day_is_missing_on_it_and_said_to_have_come() -> None:
    found = cell({"2024-Q2": LAST + 12 * DAY}, "2024-Q2", LAST + 5 * DAY)
    assert (found.sent, found.days, found.came_later) == (Sent.MISSING, 5, True)
    assert found.receipt == receipt(LAST + 12 * DAY)
    assert tally([found]).came_later == 1


@pytest.mark.parametrize(
    ("said", "since", "sent"),
    [
        (Arrival(receipt(date(2026, 1, 5), stated=False)), date(2026, 1, 5), Sent.DAY_UNKNOWN),
        (Arrival(receipt(date(2026, 1, 5), stated=False)), None, Sent.DAY_UNKNOWN),
        (Arrival(None), date(2020, 1, 1), Sent.DAY_UNKNOWN),
        # Files were handed in here before the deadline: then the day of the upload is the day of receipt.
        (Arrival(receipt(date(2026, 1, 5), stated=False)), LAST, Sent.LATE),
        (Arrival(receipt(LAST, stated=False)), LAST, Sent.ON_TIME),
        (Arrival(receipt(LAST + DAY, stated=True)), date(2026, 1, 5), Sent.LATE),
    ],
)
def test_an_old_file_handed_in_without_its_day_is_neither_on_time_nor_late(
    said: Arrival, since: date | None, sent: Sent
) -> None:
    found = cells(arrivals({"2024-Q2": said}, since), "quarter", LONG_AFTER)[UNIT, "2024-Q2"]
    assert found.sent == sent
    assert (found.days is None) == (sent != Sent.LATE)


@pytest.mark.parametrize("late", [0, 3])
def test_a_declaration_of_zero_has_its_own_day(late: int) -> None:
    said = Arrival(receipt(LAST + late * DAY), declared_zero=True)
    found = cell({"2024-Q2": said}, "2024-Q2")
    assert found.declared_zero
    assert (found.sent, found.days) == ((Sent.LATE, 3) if late else (Sent.ON_TIME, None))


def test_a_report_that_came_on_the_as_of_day_has_come() -> None:
    assert cell({"2024-Q2": LAST + DAY}, "2024-Q2", LAST + DAY).sent == Sent.LATE


class TestLongerWindows:
    """A half-year or a year is reported when its last quarter is."""

    def test_it_came_when_its_last_quarter_came(self) -> None:
        by = {"2024-Q1": date(2024, 5, 1), "2024-Q2": date(2024, 6, 20)}
        found = cell(by, "2024-H1")
        assert (found.sent, found.receipt) == (Sent.ON_TIME, receipt(date(2024, 6, 20)))

    def test_one_missing_quarter_leaves_it_missing(self) -> None:
        found = cell({"2024-Q1": date(2024, 3, 20)}, "2024-H1")
        assert (found.sent, found.gaps) == (Sent.MISSING, (Q["2024-Q2"],))
        assert not found.came_later

    @pytest.mark.parametrize("second", [True, False])
    def test_it_has_come_later_when_all_that_lacked_has(self, second: bool) -> None:
        by = {"2024-Q1": LAST + 9 * DAY} | ({"2024-Q2": LAST + 9 * DAY} if second else {})
        found = cell(by, "2024-H1", LAST + DAY)
        assert (found.sent, found.came_later) == (Sent.MISSING, second)

    def test_a_late_quarter_makes_it_late_though_another_has_no_day(self) -> None:
        by = {"2024-Q1": Arrival(None), "2024-Q2": LAST + 2 * DAY}
        assert cell(by, "2024-H1").sent == Sent.LATE

    def test_a_quarter_without_a_day_leaves_it_unknown(self) -> None:
        assert cell({"2024-Q1": Arrival(None), "2024-Q2": LAST}, "2024-H1").sent == Sent.DAY_UNKNOWN

    @pytest.mark.parametrize("zeros", [(True, True), (True, False)])
    def test_it_declares_zero_when_all_of_it_does(self, zeros: tuple[bool, bool]) -> None:
        codes = ("2024-Q1", "2024-Q2")
        by = {code: Arrival(receipt(LAST), zero) for code, zero in zip(codes, zeros, strict=True)}
        assert cell(by, "2024-H1").declared_zero == all(zeros)


_pairs = [(u.code, q.code) for q in QUARTERS for u in units.reporting_units(q.end)]
_receipts = st.builds(
    Receipt,
    st.dates(date(2021, 6, 1), date(2026, 12, 31)),
    st.booleans(),
    st.integers(1, 9),
    st.just("tep.xlsx"),
)
_arrivals = st.builds(
    Arrivals,
    st.dictionaries(
        st.sampled_from(_pairs), st.builds(Arrival, st.none() | _receipts, st.booleans()), max_size=80
    ),
    st.none() | st.dates(date(2021, 1, 1), date(2026, 12, 31)),
)
_days = st.dates(date(2021, 5, 1), date(2027, 1, 1))


@given(found=_arrivals, grain=st.sampled_from(GRAINS), as_of=_days, days=st.integers(0, 60))
def test_parts_make_up_what_was_expected(found: Arrivals, grain: str, as_of: date, days: int) -> None:
    every = cells(found, grain, as_of, days)
    counts = tally(every.values())
    ended = [c for c in campaigns(grain) if c.window.end <= as_of]
    assert counts.expected == sum(len(c.units) for c in ended)
    assert counts.received == counts.expected - counts.parts[Sent.MISSING] - counts.parts[Sent.NOT_DUE]
    assert counts.declared_zero <= counts.received
    shares = counts.percentages()
    assert sum(shares.values()) == (100 if counts.expected else 0)
    assert all(abs(shares[s] - 100 * n / counts.expected) < 1 for s, n in counts.parts.items() if shares)
    for one in every.values():
        assert (one.days is not None) == (one.sent in (Sent.LATE, Sent.MISSING))
        assert one.days is None or one.days > 0
        assert not (one.sent in RECEIVED and one.gaps)


@given(found=_arrivals, grain=st.sampled_from(GRAINS), as_of=_days, later=st.integers(1, 400))
def test_time_only_turns_waiting_into_missing_or_received(
    found: Arrivals, grain: str, as_of: date, later: int
) -> None:
    before, after = cells(found, grain, as_of), cells(found, grain, as_of + later * DAY)
    for place, one in before.items():
        if one.sent in RECEIVED:
            assert after[place] == one
        if one.sent == Sent.MISSING and after[place].sent == Sent.MISSING:
            assert after[place].days == (one.days or 0) + later


@given(found=_arrivals, extra=st.integers(0, 30))
def test_a_longer_deadline_makes_nobody_late(found: Arrivals, extra: int) -> None:
    short = cells(found, "quarter", LONG_AFTER, DEADLINE_DAYS)
    long = cells(found, "quarter", LONG_AFTER, DEADLINE_DAYS + extra)
    for place, one in short.items():
        if one.sent in (Sent.ON_TIME, Sent.LATE):
            assert (long[place].days or 0) == max((one.days or 0) - extra, 0)


_records = st.lists(
    st.builds(
        lambda unit, day, basis, span: record(
            unit,
            day,
            end=day if basis == "detail" else day + timedelta(days=span),
            basis=basis,
            count=0 if basis == "declared_zero" else 1,
        ),
        st.sampled_from(["492", "497", "20242"]),
        st.dates(date(2021, 6, 1), date(2025, 8, 31)),
        st.sampled_from(["detail", "summary", "declared_zero"]),
        st.integers(0, 120),
    ),
    max_size=12,
)


@settings(max_examples=30)
@given(
    rows=_records,
    as_of=st.sampled_from([q.end for q in QUARTERS]) | st.dates(date(2021, 6, 1), date(2025, 12, 31)),
)
def test_what_has_come_is_what_completeness_counts(rows: list[dict[str, object]], as_of: date) -> None:
    analysis = built(rows)
    # Without a day of receipt nothing can have come later than the as-of day.
    counts = tally(cells(analysis.arrivals, "quarter", as_of).values())
    done = completeness(analysis, Filters(as_of=as_of))
    assert (counts.received, counts.expected) == (done.reports, done.due)


def test_a_quarter_is_declared_zero_only_while_nothing_else_is_said_of_it() -> None:
    zero = record(UNIT, date(2024, 3, 15), end=date(2024, 6, 14), basis="declared_zero", count=0)
    place = (UNIT, "2024-Q2")
    assert built([zero]).arrivals.by[place].declared_zero
    assert not built([zero, record(UNIT, date(2024, 5, 2))]).arrivals.by[place].declared_zero
    aside = record(UNIT, date(2024, 5, 2))
    assert not built([zero], aside=[aside]).arrivals.by[place].declared_zero
    # Beside lists of others, too.
    assert built([zero, record("497", date(2024, 5, 2))]).arrivals.by[place].declared_zero


def test_the_first_receipt_is_that_of_the_quarter() -> None:
    came = receipt(LAST)
    analysis = built([record(UNIT, date(2024, 5, 2))], receipts=Receipts({(UNIT, "2024-Q2"): came}, LAST))
    assert analysis.arrivals == Arrivals({(UNIT, "2024-Q2"): Arrival(came)}, LAST)
    silent = replace(analysis.arrivals, by={})
    assert cells(silent, "quarter", LONG_AFTER)[UNIT, "2024-Q2"].sent == Sent.MISSING
