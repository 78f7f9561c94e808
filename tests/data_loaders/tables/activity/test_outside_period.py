"""Days of a list outside the period that the words around it state."""

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records


def _report(title: str, days: list[str], sheet: str = "Dữ liệu", name: str = "bao-cao.xlsx") -> dict:
    rows = [[i, f"Lớp tập huấn số {i}", day, 40 + i] for i, day in enumerate(days, 1)]
    head = [[f"DANH SÁCH LỚP TẬP HUẤN {title} QUẬN HẢI CHÂU"], ["TT", "Tên lớp", "Ngày", "Số người"]]
    return checked([*head, *rows], sheet=sheet, name=name)


@pytest.mark.parametrize(
    ("title", "sheet", "days", "cells", "named"),
    [
        ("NĂM 2024", "DS", ["12/3/2024", "12/4/2025", "13/5/2024"], ["C4"], "năm 2024"),
        ("NĂM 2024", "DS", ["12/4/2025"], ["C3"], "năm 2024"),
        ("QUÝ II NĂM 2024", "DS", ["16/3/2024", "30/6/2024", "13/9/2024"], ["C5"], "quý II năm 2024"),
        (
            "6 THÁNG ĐẦU NĂM 2023",
            "DS",
            ["16/1/2023", "30/6/2023", "23/9/2023"],
            ["C5"],
            "6 tháng đầu năm 2023",
        ),
        ("NĂM HỌC 2023-2024", "DS", ["16/9/2023", "30/5/2024", "13/9/2022"], ["C5"], "năm học 2023–2024"),
        ("NĂM 2024", "Tháng 5", ["16/5/2024", "30/5/2024", "2/6/2025"], ["C5"], "tháng 5 năm 2024"),
    ],
)
def test_a_day_outside_the_stated_period_is_asked_about_and_counted_as_it_stands(
    title: str, sheet: str, days: list[str], cells: list[str], named: str
) -> None:
    report = _report(title, days, sheet)
    assert (report["status"], issues(report)) == ("ready", [("date_outside_period", cell) for cell in cells])
    assert f"không thuộc {named} ghi ở tiêu đề" in report["issues"][0]["message"]
    assert len(records(report)) == len(days)


@pytest.mark.parametrize(
    ("title", "days", "sheet", "name"),
    [
        # The report year begins on the 15th of December, the calendar's ends on the 31st.
        ("NĂM 2024", ["16/12/2023", "13/5/2024", "31/12/2024"], "DS", "x.xlsx"),
        ("QUÝ I NĂM 2024", ["15/12/2023", "31/3/2024"], "DS", "x.xlsx"),
        ("NĂM 2023, 2024", ["16/9/2023", "30/5/2024"], "DS", "x.xlsx"),
        ("NĂM 2023-2024", ["16/9/2023", "30/5/2024"], "DS", "x.xlsx"),
        ("GIAI ĐOẠN 2021-2025", ["16/9/2023", "30/5/2024"], "DS", "x.xlsx"),
        ("NĂM HỌC 2023-2024", ["6/9/2023", "30/5/2024"], "DS", "x.xlsx"),
        ("(Kèm theo Công văn số 12 ngày 15/01/2023) NĂM 2022", ["1/3/2022", "9/1/2023"], "DS", "x.xlsx"),
        # The name of a file and of a sheet of months are no title of a year.
        ("", ["16/9/2023", "30/5/2024"], "DS", "BC nam 2024.xlsx"),
        ("NĂM 2024", ["16/5/2024", "2/6/2024"], "Tháng 5", "x.xlsx"),
        # Where most lie outside a part of a year, the title is of something else (the month of the letter).
        ("THÁNG 12 NĂM 2024", ["16/5/2024", "2/6/2024", "3/12/2024"], "DS", "x.xlsx"),
    ],
)
def test_lists_that_cross_years_and_calendars_are_not_asked_about(
    title: str, days: list[str], sheet: str, name: str
) -> None:
    assert codes(_report(title, days, sheet, name)) == []


def test_an_activity_that_reaches_over_the_end_of_the_period_is_held_in_it() -> None:
    rows = [["DANH SÁCH LỚP TẬP HUẤN NĂM 2023 QUẬN HẢI CHÂU"]]
    rows += [["TT", "Tên lớp", "Từ ngày", "Đến ngày", "Số người"]]
    rows += [[1, "Lớp A", "30/12/2023", "2/1/2024", 40], [2, "Lớp B", "24/5/2023", "25/5/2023", 45]]
    assert codes(checked(rows)) == []


def test_a_title_left_from_the_year_before_is_said_once() -> None:
    report = _report("NĂM 2023", ["16/1/2024", "30/6/2024", "3/9/2024"])
    assert issues(report) == [("date_outside_period", "C3")]
