"""What a reader is told beside the figures: only of the unit and days of the view."""

from dataclasses import replace
from datetime import UTC, date, datetime

from program.conflicts.overlaps import Overlap
from program.filters import Filters, Lacking
from program.measures.analysis import Analysis, Freshness
from program.periods import parse_period
from program.views.doubts import doubts, unsaid
from program.vocabulary import Audience, Delivery, Kind
from tests.program import frames

DAY = date(2023, 3, 2)
BEFORE = Filters(as_of=date(2025, 6, 30))


def with_files(analysis: Analysis, **days: int) -> Analysis:
    """The last report of each unit (`u492`) came on a day of May 2023."""
    files = {
        code[1:]: Freshness(f"{code}.xlsx", datetime(2023, 5, n, 3, tzinfo=UTC), n)
        for code, n in days.items()
    }
    return replace(analysis, freshness=files)


def test_what_rows_do_not_say_is_counted_by_kind() -> None:
    unsaid = frames.record("492", DAY, basis="summary", total=80) | {"count": None}
    partly = frames.record("490", DAY, kind="communication_session", seats={"parents": 20}, total=50)
    found = doubts(frames.built([unsaid, partly, frames.record("490", DAY, seats={"teachers": 9})]), BEFORE)
    assert found.uncounted == 1
    assert found.undivided == {Kind.TRAINING_CLASS: 80, Kind.COMMUNICATION_SESSION: 30}


def test_what_a_choice_of_an_audience_leaves_out_is_of_its_unit_kind_days_and_delivery() -> None:
    rows = [
        frames.record("492", DAY, seats={"parents": 5}, total=80),
        frames.record("490", DAY, total=7, delivery="online"),
        frames.record("490", DAY, kind="contest", total=3),
    ]
    analysis, view = frames.built(rows), BEFORE.only(audience=Audience.PARENTS)
    assert unsaid(analysis, view) == {Kind.TRAINING_CLASS: 82, Kind.CONTEST: 3}
    assert unsaid(analysis, view.only(unit="492")) == {Kind.TRAINING_CLASS: 75}
    assert unsaid(analysis, view.only(kind=Kind.CONTEST)) == {Kind.CONTEST: 3}
    assert unsaid(analysis, view.only(delivery=Delivery.ONLINE)) == {Kind.TRAINING_CLASS: 7}
    assert unsaid(analysis, view.only(period=parse_period("2024"))) == {}


def test_the_choice_of_rows_does_not_matter_but_unit_and_days_do() -> None:
    analysis = frames.built([frames.record("492", DAY, basis="summary", total=80) | {"count": None}])
    whole = doubts(analysis, BEFORE)
    chosen = BEFORE.only(
        kind=Kind.CONTEST, audience=Audience.PARENTS, text="x", unusual=True, lacking=Lacking.COUNT
    )
    assert doubts(analysis, chosen) == whole
    assert doubts(analysis, BEFORE.only(unit="490")).uncounted == 0
    assert doubts(analysis, BEFORE.only(period=parse_period("2024"))).uncounted == 0


def test_only_what_waits_for_a_decision_is_told() -> None:
    span = (date(2023, 3, 15), date(2023, 6, 14))
    waits = Overlap("492", "training_class", *span, 4, 3, 90, 80, decided=False)
    others = (replace(waits, decided=True), replace(waits, summed=3, summed_seats=80))
    analysis = frames.built([frames.record("492", DAY)], overlaps=(waits, *others))
    assert doubts(analysis, BEFORE).overlaps == (waits,)
    assert doubts(analysis, BEFORE.only(unit="490")).overlaps == ()
    assert doubts(analysis, BEFORE.only(period=parse_period("2022"))).overlaps == ()


def test_files_stand_the_oldest_first_and_who_never_sent_one_is_named() -> None:
    analysis = with_files(frames.built([frames.record("492", DAY)]), u492=9, u490=4, uHLHPN=6, u20194=2)
    found = doubts(analysis, BEFORE)
    assert [code for code, _ in found.files] == ["490", "HLHPN", "492"]
    assert "491" in found.silent
    assert not {"490", "492", "HLHPN"} & set(found.silent)
    own = doubts(analysis, BEFORE.only(unit="491"))
    assert (own.files, own.silent) == ((), ("491",))


def test_denominators_are_null_where_nobody_gave_them() -> None:
    assert doubts(frames.built([frames.record("492", DAY)]), BEFORE).schools is None
    found = doubts(frames.built([], schools=[frames.school("Lê Lợi", "492")]), BEFORE)
    assert (found.schools, found.children) == (1, None)
