"""The demo workbooks: made anew they are the same, they say what the ledger says, they look real."""

import unicodedata
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from program import units
from program.vocabulary import Audience, Kind, Level
from sample_data import DEMO_FILES, ERROR_FILE, FOLDER, books, places, story
from sample_data.__main__ import all_books
from sample_data.model import Activity, Book
from sample_data.writers import WRITERS
from tests.sample_data import recount

REGISTERS = [book.name for book in books.registers_and_targets()]
NAMES = sorted(path.name for path in [*DEMO_FILES, ERROR_FILE])
UNIT_FILES = [path for path in DEMO_FILES if path.name not in REGISTERS]


@pytest.fixture(scope="module")
def made() -> dict[str, Book]:
    return {book.name: book for book in all_books()}


@pytest.fixture(scope="module")
def counted() -> list[recount.Line]:
    return [line for path in UNIT_FILES for line in recount.lines(path)]


@pytest.fixture(scope="module")
def ledger() -> list[Activity]:
    return [a for said in books.ledger().values() for a in said]


def test_files_are_those_of_the_script() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {book.name for book in all_books()}
    assert [path.name for path in DEMO_FILES[: len(REGISTERS)]] == REGISTERS
    assert {path.name for path in DEMO_FILES} == {book.name for book in all_books()} - {ERROR_FILE.name}
    assert all(path.name.isascii() for path in DEMO_FILES)
    years = [path.stem[-4:] for path in UNIT_FILES]
    assert years == sorted(years)


def test_all_formats_and_layouts_occur() -> None:
    assert {path.suffix for path in DEMO_FILES} == {".xlsx", ".xls", ".ods", ".csv"}
    assert 80 <= len(DEMO_FILES) <= 100


# By name, since making them takes seconds of every process that only collects the tests.
@pytest.mark.parametrize("name", NAMES)
def test_written_anew_says_the_same(name: str, made: dict[str, Book], tmp_path: Path) -> None:
    book = made[name]
    again = tmp_path / book.name
    again.write_bytes(WRITERS[book.writer](book.sheets))
    assert recount.sheets(again) == recount.sheets(FOLDER / book.name)


@pytest.mark.parametrize("name", NAMES[::9])
def test_bytes_do_not_depend_on_the_moment(name: str, made: dict[str, Book]) -> None:
    book = made[name]
    assert WRITERS[book.writer](book.sheets) == WRITERS[book.writer](book.sheets)


@pytest.mark.parametrize("path", [*DEMO_FILES, ERROR_FILE], ids=lambda path: path.name)
def test_every_sheet_says_that_it_is_demo_data(path: Path) -> None:
    for rows in recount.sheets(path).values():
        words = unicodedata.normalize("NFC", " ".join(str(v) for row in rows for v in row if v)).casefold()
        assert "dữ liệu minh họa" in words or "dữ liệu minh hoạ" in words


def _said(a: Activity | recount.Line) -> tuple[object, ...]:
    return (
        a.unit,
        a.kind,
        a.start,
        a.end,
        a.basis,
        a.count,
        frozenset(a.attendances.items()),
        a.total,
        a.female,
    )


@pytest.mark.parametrize("path", UNIT_FILES, ids=lambda path: path.name)
def test_workbook_says_what_the_ledger_says(path: Path) -> None:
    found = Counter(_said(line) for line in recount.lines(path))
    assert found == Counter(_said(a) for a in books.ledger()[path.name])


def test_totals_of_the_recount_are_those_of_the_ledger(
    counted: list[recount.Line], ledger: list[Activity]
) -> None:
    assert recount.activities_of(counted).total() == sum(a.count for a in ledger)
    assert recount.attendances_of(counted).total() == sum(a.total for a in ledger)
    assert recount.women_of(counted).total() == sum(a.female or 0 for a in ledger)
    parents = {key: n for key, n in recount.activities_with(counted).items() if key[2] == "parents"}
    assert sum(parents.values()) == sum(a.count for a in ledger if a.attendances.get(Audience.PARENTS))


def test_size_and_magnitudes(counted: list[recount.Line]) -> None:
    assert 1400 <= sum(line.count for line in counted) <= 1700
    usual: dict[str | None, tuple[int, int]] = {
        Kind.TRAINING_CLASS: (20, 150),
        Kind.COMMUNICATION_SESSION: (50, 1500),
    }
    unusual = []
    for line in (line for line in counted if line.basis == "detail"):
        least, most = usual.get(line.kind, (0, 10_000))
        if not least <= line.total <= most:
            unusual.append((line.unit, line.total))
    assert unusual == [("20320", 430)]


def test_units_report_while_they_exist(counted: list[recount.Line]) -> None:
    for line in counted:
        found = units.unit(line.unit, line.start)
        assert found is not None
        assert found.valid_on(line.start), line
        assert found.valid_on(line.end), line
    assert set(story.DISTRICTS) < {line.unit for line in counted}
    assert {line.unit for line in counted} >= set(story.COMMUNES) - story.SILENT_COMMUNES


def test_wards_exist_on_the_day(ledger: list[Activity]) -> None:
    for a in ledger:
        if a.ward and a.unit in story.DISTRICTS:
            rows = [u for u in units.all_units() if (u.name, u.parent) == (a.ward, a.unit)]
            assert any(u.valid_on(a.start) for u in rows), a


@pytest.mark.parametrize(("unit", "quarter"), story.SILENT, ids=lambda v: getattr(v, "code", v))
def test_silent_units_say_nothing(unit: str, quarter, counted: list[recount.Line]) -> None:
    assert not [line for line in counted if line.unit == unit and quarter.contains(line.day)]


@pytest.mark.parametrize(("unit", "quarter"), story.ZERO, ids=lambda v: getattr(v, "code", v))
def test_declared_zeros_stand_alone(unit: str, quarter, counted: list[recount.Line]) -> None:
    found = [line for line in counted if line.unit == unit and quarter.contains(line.day)]
    assert {line.basis for line in found} == {"declared_zero"}


def test_only_one_unit_sums_up_what_it_lists(counted: list[recount.Line]) -> None:
    summed = {line.unit for line in counted if line.basis == "summary"}
    assert summed == {"HLHPN", "HBVQTE", "MTTQ", "LDLD", "HND", "TD"}
    assert summed & {line.unit for line in counted if line.basis == "detail"} == {"TD"}


def test_no_two_lines_of_a_file_are_alike(ledger: list[Activity]) -> None:
    keys = Counter(
        (a.unit, a.kind, a.title, a.start, a.end, a.organiser, a.ward, a.school, a.basis, *a.attendances)
        for a in ledger
    )
    assert max(keys.values()) == 1


def test_register_holds_the_known_numbers_of_schools() -> None:
    found = Counter(school.level for school in places.schools())
    assert (found[Level.PRIMARY], found[Level.LOWER_SECONDARY], found[Level.UPPER_SECONDARY]) == (99, 60, 34)
    assert len({school.name for school in places.schools()}) == len(places.schools())
    assert all("Minh họa" in school.name for school in places.schools())


@pytest.mark.parametrize(
    ("day", "low", "high"), [(date(2024, 6, 30), 0.58, 0.66), (date(2025, 6, 30), 0.7, 0.9)]
)
def test_schools_reached_in_twelve_months(day: date, low: float, high: float, ledger: list[Activity]) -> None:
    reached = {a.school for a in ledger if a.school and day - timedelta(days=365) < a.start <= day}
    assert low <= len(reached) / 193 <= high


def _of_target(found: list[recount.Line], unit: str, kind: str, audience: str | None, wanted: str) -> float:
    held = sum(
        line.count
        for line in found
        if line.unit == unit and line.kind == kind and (audience is None or audience in line.attendances)
    )
    return held / sum(story.target(wanted, unit, span) for span in story.SPANS if span.tier == "district")


def test_the_story_of_the_charts(counted: list[recount.Line]) -> None:
    def parents(unit: str) -> float:
        return _of_target(counted, unit, "training_class", "parents", story.PARENTS)

    assert parents("494") > 1.1
    assert parents("490") < 0.75
    assert parents("497") < 0.6
    for kind, audience, wanted, low, high in (
        ("training_class", "parents", story.PARENTS, 0.95, 1.0),
        ("training_class", "children_out_of_school", story.OUT_OF_SCHOOL, 0.6, 0.9),
        ("communication_session", None, story.SESSIONS, 1.05, 1.25),
    ):
        held = sum(
            line.count
            for line in counted
            if line.kind == kind and (audience is None or audience in line.attendances)
        )
        assert low <= held / sum(story.city_target(wanted, span) for span in story.SPANS) <= high


def test_city_targets_are_the_units_and_the_organisations() -> None:
    for span in story.SPANS:
        for wanted in (story.PARENTS, story.OUT_OF_SCHOOL, story.SESSIONS, story.ATTENDING_PARENTS):
            own = sum(story.target(wanted, unit, span) for unit in story.span_units(span))
            assert story.city_target(wanted, span) == own + story.organisations_target(wanted, span)
