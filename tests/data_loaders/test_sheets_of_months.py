"""Sheets named by bare numbers are months where the workbook has all twelve."""

import pytest

from data_loaders.check import check
from data_loaders.layout.around.sheets_of_months import sheets_of_months
from tests.data_loaders.sheets import codes, records, xlsx

_MONTHS = range(1, 13)


@pytest.mark.parametrize("form", ["{}", "{:02}", "M{}", "m{:02}", "M {}"])
def test_the_rows_of_a_numbered_sheet_are_of_its_month(form: str) -> None:
    sheets = {
        form.format(n): [
            ["KẾT QUẢ NĂM 2023 - QUẬN HẢI CHÂU"],
            ["TT", "Phường", "Số lớp tập huấn", "Lượt"],
            [1, "Phường Thạch Thang", 1, 40 + n],
        ]
        for n in _MONTHS
    }
    report = check("x.xlsx", xlsx({**sheets, "Tổng hợp": [["Ghi chú"]]}))
    assert (report["status"], codes(report)) == ("ready", [])
    ends = {r["attendances_total"] - 40: r["end_date"] for r in records(report)}
    assert ends == {n: f"2023-{n:02}-14" for n in _MONTHS}


@pytest.mark.parametrize(
    "names", [["1", "2", "3"], ["M1", "M2"], ["5"], [*map(str, range(1, 12))], [*map(str, range(1, 14))]]
)
def test_fewer_or_more_numbers_may_be_those_of_forms(names: list[str]) -> None:
    assert sheets_of_months(names) == {}
