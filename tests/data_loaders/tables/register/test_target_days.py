"""The days of targets: outside the programme, or no year at all."""

import pytest

from data_loaders.reading.grid import Cell
from tests.data_loaders.sheets import checked, issues, records

TOP = [["Mục tiêu 2022 - 2025"], ["Đơn vị báo cáo: Hội LHPN thành phố Đà Nẵng"]]
WHAT = ["Số lớp tập huấn", "Hội LHPN TP"]
OUTSIDE, UNREADABLE = "date_outside_program", "date_unreadable"


@pytest.mark.parametrize(
    ("year", "days", "issue"),
    [
        (2021, ("2020-12-15", "2021-12-14"), None),
        (2025, ("2024-12-15", "2025-12-14"), None),
        (2019, None, OUTSIDE),
        (2020, None, OUTSIDE),
        (2032, None, OUTSIDE),
        ("Năm 2042", None, OUTSIDE),
        ("2026-2030", None, OUTSIDE),
        ("2021-2025", ("2021-06-01", "2025-12-31"), None),
        ("2022–2025", ("2022-01-01", "2025-12-31"), None),
        ("2021–2030", ("2021-06-01", "2030-12-31"), None),
        ("đến 2025", ("2022-01-01", "2025-12-31"), None),
        ("đến 2030", ("2022-01-01", "2025-12-31"), None),
        ("Cả giai đoạn", ("2022-01-01", "2025-12-31"), None),
        (None, ("2022-01-01", "2025-12-31"), None),
        (20223, None, UNREADABLE),
        ("20223", None, UNREADABLE),
        ("Năm 20223", None, UNREADABLE),
        (202, None, UNREADABLE),
    ],
)
def test_a_year_in_a_column(year: Cell, days: tuple[str, str] | None, issue: str | None) -> None:
    head = ["Chỉ tiêu", "Đơn vị", "Năm", "Mục tiêu"]
    report = checked([*TOP, head, [*WHAT, 2022, 10], [*WHAT, year, 12]])
    found = [(r["start_date"], r["end_date"]) for r in records(report) if r["value"] == 12]
    assert found == ([days] if days else [])
    assert issues(report) == ([(issue, "C5")] if issue else [])


@pytest.mark.parametrize(
    ("first", "last", "cell"),
    [
        ("1/1/2032", "31/12/2032", "C4"),
        ("1/1/2032", "31/12/2025", "C4"),
        ("1/1/2022", "31/12/2019", "D4"),
        ("1/1/2019", "31/12/2020", "C4"),
        ("1/1/2021", "31/12/2025", None),
        ("1/1/2022", "31/12/2030", None),
        (2022, 2030, None),
    ],
)
def test_first_and_last_day(first: Cell, last: Cell, cell: str | None) -> None:
    head = ["Chỉ tiêu", "Đơn vị", "Từ ngày", "Đến ngày", "Mục tiêu"]
    report = checked([*TOP, head, [*WHAT, first, last, 12]])
    assert len(records(report)) == (0 if cell else 1)
    assert issues(report) == ([(OUTSIDE, cell)] if cell else [])


@pytest.mark.parametrize(
    ("years", "values", "found"),
    [
        ((2022, 2023, 2030), [10, 11], [(OUTSIDE, "E3")]),
        ((2019, 2020, 2022), [12], [(OUTSIDE, "C3"), (OUTSIDE, "D3")]),
        (("Chỉ tiêu 2022", "Chỉ tiêu 2030"), [10], [(OUTSIDE, "D3")]),
        (("Giai đoạn 2021-2025", "Giai đoạn 2026-2030"), [10], [(OUTSIDE, "D3")]),
        (("Mục tiêu đến năm 2025", "Mục tiêu đến năm 2030"), [10, 11], []),
        # What was reached before is no target.
        (("Thực hiện 2020", "Chỉ tiêu 2022", "Chỉ tiêu 2023"), [11, 12], [("unused_column", "C3")]),
    ],
)
def test_years_across(years: tuple[Cell, ...], values: list[int], found: list[tuple[str, str]]) -> None:
    head = ["Chỉ tiêu", "Đơn vị", *years]
    report = checked([*TOP, head, *([*WHAT, *range(10, 10 + len(years))],)])
    assert [r["value"] for r in records(report)] == values
    assert issues(report) == found


def test_a_year_above() -> None:
    head = ["Chỉ tiêu", "Đơn vị", "Mục tiêu"]
    groups = [["Mục tiêu"], head, ["Năm 2022"], [*WHAT, 10], ["Năm 2032"], [*WHAT, 11]]
    assert issues(checked(groups)) == [(OUTSIDE, "A5")]
    assert issues(checked([["Mục tiêu năm 2032"], head, [*WHAT, 10]])) == [(OUTSIDE, "C3")]
    report = checked([["Mục tiêu đến năm 2030"], head, [*WHAT, 10]])
    assert (len(records(report)), issues(report)) == (1, [])
