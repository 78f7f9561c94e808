"""The loaders read every demo workbook clean, and find in it what the independent recount finds."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data_loaders.check import check
from program.measures.counting import counted_on
from program.vocabulary import INDICATORS
from sample_data import DEMO_FILES, ERROR_FILE, FOLDER, books, places, story
from tests.sample_data import recount
from tests.stores import Shared

UNIT_FILES = DEMO_FILES[len(books.registers_and_targets()) :]
CHECKED: dict[str, Any] = {}


@pytest.fixture(scope="module", autouse=True)
def _checked_once_in_a_run(shared: Shared) -> None:
    CHECKED.update(shared.demo_reports())


def report(path: Path) -> Any:
    return CHECKED[path.name]


def records(path: Path, *kinds: str) -> list[dict[str, Any]]:
    return [r for table in report(path)["tables"] if table["kind"] in kinds for r in table["records"]]


# Nothing is counted from these columns; the check says so.
UNUSED = {"Ghi chú", "Đơn vị tính"}


# What the demo leaves for a reviewer (`sample_data.doubtful`).
DOUBTFUL = {
    "phuong-hai-chau-2025.xlsx": [("total_row_mismatch", cell) for cell in ("J26", "M26", "R26", "S26")],
    "xa-hoa-vang-2025.xlsx": [("implausible_size", "R17")],
}


@pytest.mark.parametrize("path", DEMO_FILES, ids=lambda path: path.name)
def test_ready_without_a_remark_but_for_what_is_left_to_a_person(path: Path) -> None:
    found = report(path)
    assert found["status"] == "ready"
    remarks = [i for i in found["issues"] if (i["code"], i["found"] in UNUSED) != ("unused_column", True)]
    assert [(i["code"], i["cell"]) for i in remarks] == DOUBTFUL.get(path.name, [])


def _recounted(line: recount.Line) -> tuple[object, ...]:
    said = frozenset((a, n) for a, n in line.attendances.items() if n)
    head = (line.sheet, line.row, line.unit, line.kind, line.day, line.basis, line.count)
    return (*head, said, line.total, line.female)


def _loaded(r: dict[str, Any]) -> tuple[object, ...]:
    day = counted_on(date.fromisoformat(r["start_date"]), date.fromisoformat(r["end_date"]), r["basis"])
    said = frozenset((a, n) for a, n in r["attendances"].items() if n)
    kind = None if r["basis"] == "declared_zero" else r["kind"]
    head = (r["source"]["sheet"], r["source"]["row"], r["unit"], kind, day, r["basis"], r["count"])
    return (*head, said, r["attendances_total"], r["female"])


@pytest.mark.parametrize("path", UNIT_FILES, ids=lambda path: path.name)
def test_records_are_those_of_the_recount(path: Path) -> None:
    loaded = Counter(map(_loaded, records(path, "activities", "participation")))
    assert loaded == Counter(map(_recounted, recount.lines(path)))


def _line(unit: str, basis: str, start: str, end: str, **seats: int) -> recount.Line:
    days = (date.fromisoformat(start), date.fromisoformat(end))
    return recount.Line("", "", 1, unit, "contest", None, None, *days, basis, 1, seats, 0, None)


def test_the_recount_counts_nothing_twice() -> None:
    detail = _line("492", "detail", "2023-05-12", "2023-05-12", parents=1)
    quarter = _line("492", "summary", "2023-04-01", "2023-06-30")
    year = _line("492", "summary", "2023-01-01", "2023-12-31", parents=1, teachers=1)
    teachers = _line("492", "summary", "2023-01-01", "2023-12-31", teachers=1)
    elsewhere = _line("490", "summary", "2023-01-01", "2023-12-31")
    assert recount.counting([year, quarter, detail, elsewhere]) == [detail, elsewhere]
    assert recount.counting([year, quarter]) == [quarter]
    assert recount.counting([teachers, detail]) == [detail, teachers]


def test_words_and_days_are_those_of_the_ledger() -> None:
    for path in UNIT_FILES[::5]:
        detail = [r for r in records(path, "activities") if r["basis"] == "detail"]
        said = [a for a in books.ledger()[path.name] if a.basis == "detail"]
        assert [(r["start_date"], r["end_date"], r["delivery"]) for r in detail] == [
            (a.start.isoformat(), a.end.isoformat(), a.delivery) for a in said
        ]


def test_every_indicator_has_targets_and_official_ones_are_the_citys() -> None:
    found = records(FOLDER / "chi-tieu.xlsx", "targets")
    assert {r["indicator"] for r in found} == set(INDICATORS)
    official = [r for r in found if r["authority"] == "official"]
    assert [(r["indicator"], r["unit"], r["value"]) for r in official] == [
        ("T1", "48", 100),
        ("T2", "48", 100),
        ("T3", "48", 100),
    ]
    assert {r["document"] for r in official} == {"Quyết định 830/QĐ-TTg"}
    for span in story.SPANS:
        for unit in story.span_units(span):
            (value,) = [
                r["value"]
                for r in found
                if (r["indicator"], r["unit"]) == (story.SESSIONS, unit)
                and r["start_date"] == span.start.isoformat()
                and r["end_date"] == span.end.isoformat()
            ]
            assert value == story.target(story.SESSIONS, unit, span)


def test_register_of_schools() -> None:
    found = records(FOLDER / "so-truong.xlsx", "schools")
    assert [(r["name"], r["level"], r["unit"]) for r in found] == [
        (s.name, s.level, s.district) for s in places.schools()
    ]
    assert [r["valid_from"] for r in found] == [s.valid_from.isoformat() for s in places.schools()]


def test_children_are_given_with_their_origin() -> None:
    found = {
        (r["group"], r["unit"], r["year"]): r["value"]
        for r in records(FOLDER / "mau-so-tre-em.xlsx", "population")
    }
    assert len(found) == 11
    assert sum(n for (_, unit, year), n in found.items() if year == 2019 and unit != "48") == 1134310
    assert all(r["origin"] for r in records(FOLDER / "mau-so-tre-em.xlsx", "population"))


def test_error_file_shows_its_mistakes_and_keeps_the_sound_rows() -> None:
    found = check(ERROR_FILE.name, ERROR_FILE.read_bytes())
    assert found["status"] == "needs_fixes"
    assert {issue["code"] for issue in found["issues"]} == {
        "date_unreadable",
        "unit_unknown",
        "number_negative",
        "number_unreadable",
        "parts_exceed_total",
        "date_outside_program",
        "required_missing",
        "duplicate_row",
        "kind_unknown",
    }
    (sound,) = [table["records"] for table in found["tables"]]
    assert [r["source"]["row"] for r in sound] == [3, 11, 12, 13, 14]
