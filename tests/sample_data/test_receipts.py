"""When the demo's reports came fits the demo's story."""

from program.reporting.quarters import QUARTERS
from program.reporting.timeliness import DEADLINE_DAYS, Received
from sample_data import DEMO_FILES, story
from sample_data.offices import sendings
from sample_data.receipts import received

DUE = {q.code: (q.end, DEADLINE_DAYS) for q in QUARTERS}


def test_reports_come_after_their_quarter_and_as_late_as_the_story_says() -> None:
    found = {}
    for sending in sendings():
        came = received(sending.name)
        assert came == received(sending.name)
        for code, day in came.quarters.items():
            end, days = DUE[code]
            late = (day - end).days - days
            assert day > end
            if late > 0:
                found[sending.unit, code] = late
    assert found == story.LATE


def test_the_files_of_the_demo_say_when_they_came_but_for_those_of_which_nobody_knows() -> None:
    names = {path.name for path in DEMO_FILES}
    undated = {s.name for s in sendings() if not received(s.name)}
    assert undated == {"quan-thanh-khe-2021.xlsx", "quan-ngu-hanh-son-2021.xlsx"}
    assert {s.name for s in sendings()} <= names


def test_a_file_comes_when_all_of_it_has_happened() -> None:
    for sending in sendings():
        day = received(sending.name).day
        assert day is None or day > sending.end


def test_nothing_is_said_of_other_files() -> None:
    assert received("chi-tieu.xlsx") == Received()
